//! What holds for every comparison, held over real texts.

mod comparison_support;

use comparison_support::{claims, corpora_pairs, read};

#[test]
fn every_pair_of_the_corpora_stands_for_both_of_its_texts() {
    let pairs = corpora_pairs();
    let half = pairs.len().div_ceil(2).max(1);
    let faults: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = pairs
            .chunks(half)
            .map(|pairs| scope.spawn(move || pairs.iter().flat_map(faults_of).collect::<Vec<_>>()))
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("a comparison never panics"))
            .collect()
    });
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}

fn faults_of(pair: &comparison_support::Pair) -> Vec<String> {
    let (old, new) = (read(&pair.old), read(&pair.new));
    claims::faults(&old.tree, &new.tree, &pair.language)
        .into_iter()
        .map(|fault| format!("{}: {fault}", pair.name))
        .collect()
}

//! What holds for every comparison, held over real texts.

use std::path::PathBuf;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;

use crate::comparison_support::{
    Pair, Text, claims, corpora_pairs, edited, language, read, real_texts,
};

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

fn faults_of(pair: &Pair) -> Vec<String> {
    let (old, new) = (read(&pair.old), read(&pair.new));
    claims::faults(&old.tree, &new.tree, &pair.language)
        .into_iter()
        .map(|fault| format!("{}: {fault}", pair.name))
        .collect()
}

static TEXTS: LazyLock<Vec<PathBuf>> = LazyLock::new(real_texts);

proptest! {
    // A case is kept as a test of its own: which text it edits depends on the folder of texts.
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_text_that_somebody_edited_stands_for_both(
        file in any::<Index>(),
        first in any::<Index>(),
        edits in edited::edits(),
    ) {
        let file = &TEXTS[file.index(TEXTS.len())];
        let (old, new) = edited::before_and_after(file, first, &edits);
        let (old, new) = (Text::new("old.md", &old), Text::new("new.md", &new));
        let english = language("en");
        for (from, to) in [(&old, &new), (&new, &old)] {
            let faults = claims::faults(&from.tree, &to.tree, &english);
            prop_assert!(faults.is_empty(), "{}: {faults:?}\n{}\n=====\n{}",
                file.display(), from.source.text(), to.source.text());
        }
    }
}

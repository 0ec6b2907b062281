//! Faults put into one text of a pair are found, at their place, and nothing else is.
//!
//! On the example site alone:
//!
//! ```text
//! cargo test --test testsuite parity_seeded:: -- --nocapture
//! ```
//!
//! On other sites too, with as many pairs as are asked for:
//!
//! ```text
//! CANLLAW_SITES=one/site:another/site CANLLAW_PAIRS=500 cargo test --test testsuite parity_seeded:: -- --nocapture
//! ```

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use crate::parity_texts::faults::{Fault, MAKERS};
use crate::parity_texts::{Chance, LanguageFile, Site};
use canllaw::parity::{self, Difference};

/// What share of the faults must be found.
const FOUND: f64 = 0.98;

/// How many findings there may be for each text that are about none of its faults.
const FALSE: f64 = 0.01;

#[derive(Default)]
struct Tally {
    made: usize,
    found: usize,
    /// Findings that the text without the fault did not have, elsewhere than at the fault.
    elsewhere: usize,
}

fn sites() -> Vec<Site> {
    let example = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let others = std::env::var("CANLLAW_SITES").unwrap_or_default();
    let others = others
        .split(':')
        .filter(|path| !path.is_empty())
        .map(PathBuf::from);
    std::iter::once(example)
        .chain(others)
        .map(|path| Site::read(&path))
        .collect()
}

#[test]
fn faults_are_found_where_they_are() {
    let sites = sites();
    let pairs = std::env::var("CANLLAW_PAIRS")
        .ok()
        .and_then(|count| count.parse().ok());
    let pairs = pairs.unwrap_or(160);
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut seed = 0;
    while tallies.values().map(|tally| tally.made).sum::<usize>() < pairs {
        seed += 1;
        assert!(seed < 40 * pairs as u64, "too few texts to put faults into");
        let mut chance = Chance::new(seed);
        for _ in 0..3 {
            chance.below(2);
        }
        let site = &sites[chance.below(sites.len())];
        let (left, right) = &site.pairs[chance.below(site.pairs.len())];
        let (kind, maker) = MAKERS[chance.below(MAKERS.len())];
        let Some(fault) = maker(left, right, &mut chance) else {
            continue;
        };
        judge(
            tallies.entry(kind).or_default(),
            site,
            (left, right),
            &fault,
        );
    }
    report(&tallies);
}

fn judge(
    tally: &mut Tally,
    site: &Site,
    (left, right): (&LanguageFile, &LanguageFile),
    fault: &Fault,
) {
    let faulty = right.with(&fault.text);
    let before = parity::compare(left.text(), right.text(), &site.counterparts).differences;
    let mut known: Vec<_> = before.iter().map(|found| identity(found, left)).collect();
    let mut fresh = parity::compare(left.text(), faulty.text(), &site.counterparts).differences;
    fresh.retain(|found| {
        let at = known.iter().position(|one| *one == identity(found, left));
        at.map(|at| known.swap_remove(at)).is_none()
    });
    let (at_fault, elsewhere): (Vec<_>, Vec<_>) = fresh
        .iter()
        .partition(|found| is_at(found, fault, left, &faulty));
    tally.made += 1;
    tally.found += usize::from(!at_fault.is_empty());
    tally.elsewhere += elsewhere.len();
    for found in elsewhere {
        describe("elsewhere", found, left, &faulty, fault);
    }
    if at_fault.is_empty() {
        println!(
            "missed: {} at line {} of {}",
            fault.kind,
            faulty.source.line(fault.right.start),
            faulty.source.path()
        );
    }
}

/// What a finding is, whatever the lines that a fault has moved.
fn identity(found: &Difference, left: &LanguageFile) -> impl PartialEq + use<> {
    let line = left.source.line(found.left.span.start);
    (
        found.aspect,
        line,
        found.left.found.clone(),
        found.right.found.clone(),
    )
}

fn is_at(found: &Difference, fault: &Fault, left: &LanguageFile, right: &LanguageFile) -> bool {
    let near = |file: &LanguageFile, span: &Range<usize>, place: &Range<usize>| {
        let [first, last] = file.source.lines(place);
        let line = file.source.line(span.start);
        (first..=last).contains(&line)
    };
    match (&found.left.found, &found.right.found) {
        (Some(_), _) if near(left, &found.left.span, &fault.left) => true,
        (_, Some(_)) => near(right, &found.right.span, &fault.right),
        _ => false,
    }
}

fn describe(
    what: &str,
    found: &Difference,
    left: &LanguageFile,
    right: &LanguageFile,
    fault: &Fault,
) {
    let diagnostic = found.to_diagnostic(&left.text(), &right.text());
    println!(
        "{what}: {} at {}:{}, where the fault is \"{}\" at line {}",
        diagnostic.message,
        diagnostic.place.path,
        diagnostic.place.line,
        fault.kind,
        right.source.line(fault.right.start),
    );
}

fn report(tallies: &BTreeMap<&str, Tally>) {
    let sum = |of: fn(&Tally) -> usize| tallies.values().map(of).sum::<usize>();
    let (made, found) = (sum(|tally| tally.made), sum(|tally| tally.found));
    for (kind, tally) in tallies {
        println!(
            "{kind:38} {:4} of {:4} found, {} elsewhere",
            tally.found, tally.made, tally.elsewhere
        );
    }
    println!(
        "{found} of {made} found, {} elsewhere",
        sum(|tally| tally.elsewhere)
    );
    assert!(
        found as f64 >= FOUND * made as f64,
        "{found} of {made} found"
    );
    let elsewhere = sum(|tally| tally.elsewhere);
    assert!(
        elsewhere as f64 <= FALSE * made as f64,
        "{elsewhere} findings elsewhere"
    );
}

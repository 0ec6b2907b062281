//! What a comparison says, held against what was done.

use std::collections::BTreeMap;

use canllaw::diff::{Change, Comparison, Kind, Op, Passage};
use canllaw::source::Source;

use crate::edits::{Operation, Truth};
use crate::text::{Id, Lines};

/// Found, missed and wrongly reported, of one operation.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub found: usize,
    pub missed: usize,
    pub wrong: usize,
}

impl Tally {
    pub fn f1(&self) -> f64 {
        let all = 2 * self.found + self.missed + self.wrong;
        if all == 0 {
            return 1.0;
        }
        2.0 * self.found as f64 / all as f64
    }
}

/// Both texts of a case, with the places of their units.
pub struct Places<'a> {
    pub old: (&'a Source, &'a BTreeMap<Id, Lines>),
    pub new: (&'a Source, &'a BTreeMap<Id, Lines>),
}

/// What came of one case.
#[derive(Debug, Default)]
pub struct Outcome {
    pub tallies: BTreeMap<Operation, Tally>,
    pub extra: usize,
    pub moves_reported: usize,
    pub moves_right: usize,
    pub moves_true: usize,
    pub words_ratio: f64,
    pub runs_ratio: Option<f64>,
    pub faults: Vec<String>,
}

impl Outcome {
    pub fn is_right(&self) -> bool {
        self.faults.is_empty()
    }
}

pub fn score(comparison: &Comparison<'_>, truths: &[Truth], places: &Places<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    let mut used = vec![false; comparison.changes.len()];
    let mut failed = Vec::new();
    for truth in truths {
        let tally = outcome.tallies.entry(truth.operation).or_default();
        let is_move = truth.kinds.contains(&Kind::Moved);
        outcome.moves_true += usize::from(is_move);
        if find(comparison, truth, places, &mut used) {
            tally.found += 1;
        } else {
            tally.missed += 1;
            failed.push(truth.operation);
            outcome.faults.push(format!(
                "missed {:?} {:?} {:?} → {:?}",
                truth.operation,
                truth.node,
                range_of(&truth.old, places.old.1),
                range_of(&truth.new, places.new.1)
            ));
        }
    }
    for (at, change) in comparison.changes.iter().enumerate() {
        if change.kinds.contains(&Kind::Moved) {
            outcome.moves_reported += 1;
            outcome.moves_right += usize::from(is_true_move(change, truths, places));
        }
        if used[at] || change.kinds == [Kind::Renumbered] {
            continue;
        }
        outcome.extra += 1;
        outcome.faults.push(format!(
            "extra {:?} {:?} {} → {}",
            change.kinds,
            change.node,
            lines(&change.old, places.old.0),
            lines(&change.new, places.new.0)
        ));
        let blamed = failed
            .first()
            .or(truths.first().map(|truth| &truth.operation));
        if let Some(operation) = blamed {
            outcome.tallies.entry(*operation).or_default().wrong += 1;
        }
    }
    measure_marks(comparison, truths, &mut outcome);
    outcome
}

fn lines(passages: &[Passage], source: &Source) -> String {
    format!("{:?}", range(passages, source))
}

fn range(passages: &[Passage], source: &Source) -> Option<Lines> {
    let each = passages.iter().map(|passage| source.lines(&passage.span));
    each.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])])
}

fn range_of(ids: &[Id], places: &BTreeMap<Id, Lines>) -> Option<Lines> {
    let each = ids.iter().filter_map(|id| places.get(id).copied());
    each.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])])
}

fn find(
    comparison: &Comparison<'_>,
    truth: &Truth,
    places: &Places<'_>,
    used: &mut [bool],
) -> bool {
    let old = range_of(&truth.old, places.old.1);
    let new = range_of(&truth.new, places.new.1);
    let is_at = |change: &Change, old: Option<Lines>, new: Option<Lines>| {
        range(&change.old, places.old.0) == old && range(&change.new, places.new.0) == new
    };
    let kinds = |change: &Change| -> Vec<Kind> {
        let mut kinds = change.kinds.clone();
        kinds.retain(|kind| *kind != Kind::Renumbered);
        kinds.sort_unstable();
        kinds
    };
    let mut take = |holds: &dyn Fn(&Change) -> bool| {
        let found = (0..used.len()).find(|&at| !used[at] && holds(&comparison.changes[at]));
        if let Some(at) = found {
            used[at] = true;
        }
        found.is_some()
    };
    let exact = |change: &Change| {
        kinds(change) == truth.kinds && change.node == truth.node && is_at(change, old, new)
    };
    if take(&exact) {
        return true;
    }
    truth.or_replaced
        && take(&|change| kinds(change) == [Kind::Removed] && is_at(change, old, None))
        && take(&|change| kinds(change) == [Kind::Added] && is_at(change, None, new))
}

/// Whether what is said to have moved did, from where it is said to where it is said.
fn is_true_move(change: &Change, truths: &[Truth], places: &Places<'_>) -> bool {
    let start = |lines: Option<Lines>| lines.map(|lines| lines[0]);
    truths.iter().any(|truth| {
        truth.kinds.contains(&Kind::Moved)
            && start(range(&change.old, places.old.0)) == start(range_of(&truth.old, places.old.1))
            && start(range(&change.new, places.new.0)) == start(range_of(&truth.new, places.new.1))
    })
}

fn measure_marks(comparison: &Comparison<'_>, truths: &[Truth], outcome: &mut Outcome) {
    let counts = &comparison.counts;
    let marked = counts.words_added + counts.words_removed;
    let changed: usize = truths.iter().map(|truth| truth.words).sum();
    outcome.words_ratio = match (marked, changed) {
        (0, 0) => 1.0,
        (_, 0) => 10.0,
        (marked, changed) => marked as f64 / changed as f64,
    };
    let runs: usize = comparison.changes.iter().map(runs).sum();
    let expected: usize = truths
        .iter()
        .filter(|truth| truth.words > 0)
        .map(|truth| truth.runs)
        .sum();
    outcome.runs_ratio = (expected > 0).then(|| runs as f64 / expected as f64);
}

/// The stretches of marks in a change.
fn runs(change: &Change) -> usize {
    if change.edits.is_empty() {
        let is_marked =
            change.kinds.contains(&Kind::Added) || change.kinds.contains(&Kind::Removed);
        return usize::from(is_marked);
    }
    let mut runs = 0;
    let mut in_run = false;
    for edit in change.edits.iter() {
        let changed = edit.op != Op::Equal;
        runs += usize::from(changed && !in_run);
        in_run = changed;
    }
    runs
}

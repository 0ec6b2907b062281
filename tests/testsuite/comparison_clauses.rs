//! Clauses, headings and rows that authors number themselves: one that comes or goes is told as that, and those
//! after it as renumbered.

use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::comparison_support::{Text, cases, claims, language};
use canllaw::diff::{Comparison, Kind, compare};

/// Words of which the shorter ones are in many clauses.
const WORDS: [&str; 24] = [
    "the", "a", "in", "of", "is", "for", "or", "by", "leave", "manager", "employee", "office",
    "five", "days", "writing", "report", "keys", "visitors", "agreed", "counted", "refused",
    "month", "register", "unpaid",
];

/// The most clauses: the labels are letters.
const CLAUSES: usize = 8;

/// How clauses are labelled.
#[derive(Clone, Copy, Debug)]
enum Labels {
    Numbers,
    Letters,
    Headings,
    Rows,
}

impl Labels {
    fn write(self, at: usize, clause: &str) -> String {
        match self {
            Labels::Numbers => format!("1.{} {clause}\n\n", at + 1),
            Labels::Letters => format!("({}) {clause}\n\n", char::from(b'a' + at as u8)),
            Labels::Headings => format!("## {} {clause}\n\n", at + 1),
            Labels::Rows => format!("| {} | {clause} |\n", at + 1),
        }
    }

    /// What stands above the clauses.
    fn head(self) -> &'static str {
        match self {
            Labels::Rows => "| No. | Rule |\n|---|---|\n",
            _ => "",
        }
    }
}

fn labels() -> impl Strategy<Value = Labels> {
    prop::sample::select(vec![
        Labels::Numbers,
        Labels::Letters,
        Labels::Headings,
        Labels::Rows,
    ])
}

/// A clause of four to eleven words, each at most once, in an order of its own.
fn clause() -> impl Strategy<Value = String> {
    let words = subsequence(WORDS.to_vec(), 4..12).prop_shuffle();
    words.prop_map(|words| format!("The {}.", words.join(" ")))
}

fn text(labels: Labels, clauses: &[String]) -> Text {
    let clauses = clauses.iter().enumerate();
    let written: String = clauses
        .map(|(at, clause)| labels.write(at, clause))
        .collect();
    Text::new("en.md", &format!("# Leave\n\n{}{written}", labels.head()))
}

fn kinds(comparison: &Comparison<'_>) -> Vec<Kind> {
    let changes = comparison.changes.iter();
    changes.flat_map(|change| change.kinds.clone()).collect()
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn one_that_comes_or_goes_is_told_as_that(
        mut clauses in prop::collection::vec(clause(), 2..CLAUSES),
        added in clause(),
        at in any::<prop::sample::Index>(),
        labels in labels(),
    ) {
        clauses.sort();
        clauses.dedup();
        prop_assume!(!clauses.contains(&added));
        // One heading with a number is no sequence.
        prop_assume!(clauses.len() > 1 || !matches!(labels, Labels::Headings));
        let at = at.index(clauses.len() + 1);
        let short = text(labels, &clauses);
        clauses.insert(at, added);
        let long = text(labels, &clauses);
        let en = language("en");
        for (old, new, what) in [(&short, &long, Kind::Added), (&long, &short, Kind::Removed)] {
            let found = kinds(&compare(&old.tree, &new.tree, &en));
            // What was renumbered stands in one change.
            let renumbered = (at + 1 < clauses.len()).then_some(Kind::Renumbered);
            let expected: Vec<Kind> = [Some(what), renumbered].into_iter().flatten().collect();
            prop_assert_eq!(found, expected);
            prop_assert_eq!(claims::faults(&old.tree, &new.tree, &en), Vec::<String>::new());
        }
    }
}

/// The words that the two clauses share weigh, with the label, as much as all words of either without it.
#[test]
fn a_clause_that_takes_the_label_of_another_is_not_taken_for_it() {
    let kept = "The manager or employee a month.".to_owned();
    let added = "The the employee report month.".to_owned();
    let short = text(Labels::Numbers, std::slice::from_ref(&kept));
    let long = text(Labels::Numbers, &[added, kept]);
    let found = kinds(&compare(&short.tree, &long.tree, &language("en")));
    assert_eq!(found, [Kind::Added, Kind::Renumbered]);
}

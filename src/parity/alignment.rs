//! The best pairing of two sequences that keeps the order of both.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};

/// How many pairs are weighed at most, so that the work is bounded whatever the texts. Beyond it
/// only pairs near the diagonal are thought of.
const PAIRS: usize = 1_000_000;

/// The least number of elements on either side of the diagonal that are searched.
const NARROWEST: usize = 24;

/// What speaks for a section that one side lacks as a whole, over as many blocks of several: so much for each block
/// below its heading, up to a limit.
const WHOLE_SECTION: f64 = 0.3;
const WHOLE_SECTION_LIMIT: f64 = 1.2;

/// A step of an alignment: a pair, or an index that one side has alone. Never both `None`.
pub(super) type Step = (Option<usize>, Option<usize>);

/// A sequence to align.
#[derive(Default)]
pub(super) struct Sequence {
    /// How many elements it has.
    pub count: usize,
    /// Where those of its elements that belong together as a section begin, and where they end.
    pub sections: Vec<Range<usize>>,
}

/// How a cell of the table is reached: by a pair, by elements of one side alone from some element on.
#[derive(Clone, Copy)]
enum Choice {
    Pair,
    LeftAlone { from: u32 },
    RightAlone { from: u32 },
}

/// Aligns `left` elements with `right` elements: the steps, in order, with the greatest sum of the worths
/// of their pairs. `worths` gives those of a left element with each of some right ones. An element alone is worth
/// nothing, so that a pair of worth 0 or less, or of none, is never made; a section that stands alone as a whole is
/// worth a little. Where a left and a right element stand alone at the same place, the left one comes first.
///
/// A dynamic programme as by W. Gale and K. Church, "A program for aligning sentences in bilingual
/// corpora" (1993), with one-to-one steps alone.
pub(super) fn align(
    left: &Sequence,
    right: &Sequence,
    mut worths: impl FnMut(usize, Range<usize>) -> Vec<Option<f64>>,
) -> Vec<Step> {
    let band = Band::new(left.count, right.count);
    let (of_left, of_right) = (Endings::of(left), Endings::of(right));
    let mut open: Vec<(usize, Sums)> = Vec::new();
    let mut rows: Vec<Vec<Choice>> = Vec::with_capacity(left.count + 1);
    let mut above = Sums::default();
    for i in 0..=left.count {
        let columns = band.columns(i);
        let mut sums = Sums::starting_at(*columns.start());
        let mut choices = Vec::with_capacity(columns.clone().count());
        // Column `j` stands behind the element `j - 1`, as row `i` does.
        let before = columns.start().saturating_sub(1)..*columns.end();
        let row = i.checked_sub(1).map(|i| worths(i, before.clone()));
        for j in columns {
            let pair = j.checked_sub(1).and_then(|j| {
                let worth = row.as_ref()?[j - before.start];
                worth.filter(|worth| *worth > 0.0)
            });
            let (mut sum, mut choice) = best(&above, &sums, (i, j), pair);
            let lefts = of_left.at(i).iter().filter_map(|start| {
                let (_, sums) = open.iter().find(|(at, _)| at == start)?;
                let from = *start as u32;
                Some((sums.get(j) + whole(i - start), Choice::LeftAlone { from }))
            });
            let rights = of_right.at(j).iter().map(|start| {
                let from = *start as u32;
                let sum = sums.get(*start) + whole(j - start);
                (sum, Choice::RightAlone { from })
            });
            for alone in lefts.chain(rights) {
                if alone.0 > sum {
                    (sum, choice) = alone;
                }
            }
            sums.push(if i == 0 && j == 0 { 0.0 } else { sum });
            choices.push(choice);
        }
        rows.push(choices);
        open.retain(|(start, _)| {
            left.sections
                .iter()
                .any(|one| one.start == *start && one.end > i)
        });
        if left.sections.iter().any(|section| section.start == i) {
            open.push((i, sums.clone()));
        }
        above = sums;
    }
    walk_back(left.count, right.count, |i, j| {
        rows[i][j - band.columns(i).start()]
    })
}

/// What a section of some blocks adds that stands alone as a whole.
fn whole(blocks: usize) -> f64 {
    (WHOLE_SECTION * (blocks.saturating_sub(1)) as f64).min(WHOLE_SECTION_LIMIT)
}

/// The best way to a cell of the table, from the row above and what stands left of it.
fn best(above: &Sums, row: &Sums, (i, j): (usize, usize), pair: Option<f64>) -> (f64, Choice) {
    let right_alone = j.checked_sub(1).map_or(f64::NEG_INFINITY, |j| row.get(j));
    let before = |at: usize| at.saturating_sub(1) as u32;
    let mut found = (right_alone, Choice::RightAlone { from: before(j) });
    if above.get(j) > found.0 {
        found = (above.get(j), Choice::LeftAlone { from: before(i) });
    }
    if let (Some(worth), Some(j)) = (pair, j.checked_sub(1))
        && above.get(j) + worth >= found.0
    {
        found = (above.get(j) + worth, Choice::Pair);
    }
    found
}

fn walk_back(left: usize, right: usize, choice: impl Fn(usize, usize) -> Choice) -> Vec<Step> {
    let (mut i, mut j) = (left, right);
    let mut steps = Vec::with_capacity(left.max(right));
    while i > 0 || j > 0 {
        match choice(i, j) {
            Choice::Pair => {
                (i, j) = (i - 1, j - 1);
                steps.push((Some(i), Some(j)));
            }
            Choice::LeftAlone { from } => {
                let from = from as usize;
                steps.extend((from..i).rev().map(|i| (Some(i), None)));
                i = from;
            }
            Choice::RightAlone { from } => {
                let from = from as usize;
                steps.extend((from..j).rev().map(|j| (None, Some(j))));
                j = from;
            }
        }
    }
    steps.reverse();
    steps
}

/// Where the sections of a sequence begin, by where they end.
struct Endings(HashMap<usize, Vec<usize>>);

impl Endings {
    fn of(sequence: &Sequence) -> Self {
        let mut starts: HashMap<usize, Vec<usize>> = HashMap::new();
        for section in &sequence.sections {
            starts.entry(section.end).or_default().push(section.start);
        }
        Endings(starts)
    }

    /// The beginnings of those that end before an element.
    fn at(&self, end: usize) -> &[usize] {
        self.0.get(&end).map_or(&[], Vec::as_slice)
    }
}

/// The part of the table that is searched.
struct Band {
    left: usize,
    right: usize,
    reach: usize,
}

impl Band {
    fn new(left: usize, right: usize) -> Band {
        let whole = left.saturating_mul(right) <= PAIRS;
        let steepness = right / left.max(1) + 1;
        let reach = match whole {
            true => right,
            false => (PAIRS / (2 * left.max(1))).max(NARROWEST).max(steepness),
        };
        Band { left, right, reach }
    }

    /// The columns of row `i`, `0..=left`.
    fn columns(&self, i: usize) -> RangeInclusive<usize> {
        let middle = i * self.right / self.left.max(1);
        middle.saturating_sub(self.reach)..=(middle + self.reach).min(self.right)
    }
}

/// A row's sums, from some column on; nothing can be reached outside.
#[derive(Clone, Default)]
struct Sums {
    start: usize,
    sums: Vec<f64>,
}

impl Sums {
    fn starting_at(start: usize) -> Sums {
        let sums = Vec::new();
        Sums { start, sums }
    }

    fn push(&mut self, sum: f64) {
        self.sums.push(sum);
    }

    fn get(&self, column: usize) -> f64 {
        let at = column.checked_sub(self.start);
        let sum = at.and_then(|at| self.sums.get(at));
        sum.copied().unwrap_or(f64::NEG_INFINITY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(left: &[u32], right: &[u32]) -> Vec<Step> {
        align(&plain(left.len()), &plain(right.len()), |i, columns| {
            equal(left[i], &right[columns])
        })
    }

    fn plain(count: usize) -> Sequence {
        let sections = Vec::new();
        Sequence { count, sections }
    }

    fn equal(one: u32, others: &[u32]) -> Vec<Option<f64>> {
        let equal = others.iter().map(|other| (one == *other).then_some(1.0));
        equal.collect()
    }

    #[test]
    fn what_one_side_lacks_stays_alone_and_the_rest_stays_paired() {
        let steps = same(&[1, 2, 3, 4], &[1, 3, 4, 5]);
        let expected = [
            (Some(0), Some(0)),
            (Some(1), None),
            (Some(2), Some(1)),
            (Some(3), Some(2)),
            (None, Some(3)),
        ];
        assert_eq!(steps, expected);
    }

    #[test]
    fn a_section_that_one_side_lacks_is_lacked_whole() {
        let sections = [0..2, 2..4, 4..6].to_vec();
        let (left, right) = (Sequence { count: 6, sections }, plain(4));
        // All pairs of the same kind are worth the same, but the halves of two sections a little more.
        let steps = align(&left, &right, |i, columns| {
            let worth = |j: usize| match (i, j) {
                (0, 0) => Some(1.1),
                _ => (i % 2 == j % 2).then_some(1.0),
            };
            columns.map(worth).collect()
        });
        let lone: Vec<_> = steps.iter().filter(|step| step.1.is_none()).collect();
        assert!(
            matches!(lone[..], [(Some(i), _), (Some(next), _)] if i % 2 == 0 && i + 1 == *next)
        );
        assert_eq!(steps.len(), 6);
    }

    #[test]
    fn nothing_aligns_with_nothing() {
        assert_eq!(same(&[], &[]), []);
        assert_eq!(same(&[], &[1]), [(None, Some(0))]);
        assert_eq!(same(&[1], &[2]), [(Some(0), None), (None, Some(0))]);
    }

    #[test]
    fn long_sequences_are_searched_in_a_band_and_every_element_comes_once() {
        let left: Vec<u32> = (0..6000).collect();
        let right: Vec<u32> = (0..6000).filter(|n| n % 100 != 7).collect();
        let mut weighed = 0;
        let steps = align(&plain(left.len()), &plain(right.len()), |i, columns| {
            weighed += columns.len();
            equal(left[i], &right[columns])
        });
        assert!(weighed < 3 * PAIRS);
        let pairs = steps.iter().filter(|(i, j)| i.is_some() && j.is_some());
        assert_eq!(pairs.count(), right.len());
        assert_eq!(steps.len(), left.len());
    }
}

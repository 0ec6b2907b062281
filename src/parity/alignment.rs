//! The best pairing of two sequences that keeps the order of both.

use std::ops::{Range, RangeInclusive};

/// How many pairs are weighed at most, so that the work is bounded whatever the texts. Beyond it
/// only pairs near the diagonal are thought of.
const PAIRS: usize = 1_000_000;

/// The least number of elements on either side of the diagonal that are searched.
const NARROWEST: usize = 24;

/// A step of an alignment: a pair, or an index that one side has alone. Never both `None`.
pub(super) type Step = (Option<usize>, Option<usize>);

#[derive(Clone, Copy)]
enum Choice {
    Pair,
    LeftAlone,
    RightAlone,
}

/// Aligns `left` elements with `right` elements: the steps, in order, with the greatest sum of the worths
/// of their pairs. `worths` gives those of a left element with each of some right ones. An element alone is worth nothing, so that a pair of worth 0 or less, or
/// of none, is never made. Where a left and a right element stand alone at the same place, the left
/// one comes first.
///
/// A dynamic programme as by W. Gale and K. Church, "A program for aligning sentences in bilingual
/// corpora" (1993), with one-to-one steps alone.
pub(super) fn align(
    left: usize,
    right: usize,
    mut worths: impl FnMut(usize, Range<usize>) -> Vec<Option<f64>>,
) -> Vec<Step> {
    let band = Band::new(left, right);
    let mut rows: Vec<Vec<Choice>> = Vec::with_capacity(left + 1);
    let mut above = Sums::default();
    for i in 0..=left {
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
            let (sum, choice) = best(&above, &sums, j, pair);
            sums.push(if i == 0 && j == 0 { 0.0 } else { sum });
            choices.push(choice);
        }
        rows.push(choices);
        above = sums;
    }
    walk_back(left, right, |i, j| rows[i][j - band.columns(i).start()])
}

/// The best way to a cell of the table, from the row above and what stands left of it.
fn best(above: &Sums, row: &Sums, j: usize, pair: Option<f64>) -> (f64, Choice) {
    let right_alone = j.checked_sub(1).map_or(f64::NEG_INFINITY, |j| row.get(j));
    let mut found = (right_alone, Choice::RightAlone);
    if above.get(j) > found.0 {
        found = (above.get(j), Choice::LeftAlone);
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
            Choice::LeftAlone => {
                i -= 1;
                steps.push((Some(i), None));
            }
            Choice::RightAlone => {
                j -= 1;
                steps.push((None, Some(j)));
            }
        }
    }
    steps.reverse();
    steps
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
#[derive(Default)]
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
        align(left.len(), right.len(), |i, columns| {
            equal(left[i], &right[columns])
        })
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
        let steps = align(left.len(), right.len(), |i, columns| {
            weighed += columns.len();
            equal(left[i], &right[columns])
        });
        assert!(weighed < 3 * PAIRS);
        let pairs = steps.iter().filter(|(i, j)| i.is_some() && j.is_some());
        assert_eq!(pairs.count(), right.len());
        assert_eq!(steps.len(), left.len());
    }
}

//! Which headers of two tables name one column: those that say the same; those that say the same but for their
//! values, as where a list of fees names its year; and those of which one says more than the other.

use std::collections::BTreeSet;

use super::Grid;
use crate::diff::bags::ALIKE;
use crate::diff::fingerprint::{Fingerprint, FingerprintMap};
use crate::diff::index::Id;
use crate::diff::likeness::Likenesses;
use crate::diff::model::Side;

/// What a header with other values or more words adds to the likeness of two columns: it says less than the same
/// header, and enough by itself.
const NEARLY_SAME: u64 = ALIKE / 2;

/// The headers of two tables, held against each other.
pub(super) struct Headers<'h, 'c, 'a> {
    likenesses: &'h Likenesses<'c, 'a>,
    old: &'h [Id],
    new: &'h [Id],
    /// Of each column of the old table, the column of the new one whose header says nearly the same.
    renamed: Vec<Option<usize>>,
}

/// The columns of both tables whose headers say the same but for their values.
#[derive(Default)]
struct Alike {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl<'h, 'c, 'a> Headers<'h, 'c, 'a> {
    pub fn of(likenesses: &'h Likenesses<'c, 'a>, old: &'h Grid, new: &'h Grid) -> Self {
        let headers = |grid: &'h Grid| grid.cells.first().map_or(&[][..], Vec::as_slice);
        let mut headers = Headers {
            likenesses,
            old: headers(old),
            new: headers(new),
            renamed: Vec::new(),
        };
        if !headers.are_of_one_place(|at| headers.are_same(at, at)) {
            headers.renamed = headers.with_other_values();
            headers.add_longer_and_shorter();
        }
        headers
    }

    /// Whether both tables have as many columns and half of them or more are named alike in their places.
    pub fn are_in_place(&self) -> bool {
        self.are_of_one_place(|at| self.likeness(at, at) > 0)
    }

    /// Whether a header that says something else in its place says the same in another, where another went: its
    /// column is not what stands in its place now.
    pub fn changed_places(&self) -> bool {
        let is_other = |at: usize| self.likeness(at, at) == 0;
        let others: Vec<usize> = (0..self.old.len()).filter(|&at| is_other(at)).collect();
        let mut olds = others.iter();
        olds.any(|&old| others.iter().any(|&new| self.are_same(old, new)))
    }

    /// What two headers add to the likeness of their columns.
    pub fn likeness(&self, old: usize, new: usize) -> u64 {
        if self.are_same(old, new) {
            ALIKE
        } else if self.renamed.get(old) == Some(&Some(new)) {
            NEARLY_SAME
        } else {
            0
        }
    }

    fn are_of_one_place(&self, is_named_alike: impl Fn(usize) -> bool) -> bool {
        let alike = (0..self.old.len()).filter(|&at| is_named_alike(at)).count();
        self.old.len() == self.new.len() && alike * 2 >= self.old.len()
    }

    fn are_same(&self, old: usize, new: usize) -> bool {
        let (Some(&old), Some(&new)) = (self.old.get(old), self.new.get(new)) else {
            return false;
        };
        let (old, new) = (self.likenesses.old.node(old), self.likenesses.new.node(new));
        old.words == new.words && old.weight > 0
    }

    /// Where both tables have as many headers that say the same but for their values, the first of these is the
    /// first of those. Where one of them stays as it is, the years have moved on under the same columns, and each
    /// is what it says.
    fn with_other_values(&self) -> Vec<Option<usize>> {
        let mut alike: FingerprintMap<Alike> = FingerprintMap::default();
        for (at, &header) in self.old.iter().enumerate() {
            if let Some(wording) = self.wording(Side::Old, header) {
                alike.entry(wording).or_default().old.push(at);
            }
        }
        for (at, &header) in self.new.iter().enumerate() {
            if let Some(wording) = self.wording(Side::New, header) {
                alike.entry(wording).or_default().new.push(at);
            }
        }
        let mut renamed = vec![None; self.old.len()];
        for Alike { old, new } in alike.into_values() {
            let stays = |&old: &usize| new.iter().any(|&new| self.are_same(old, new));
            if old.len() == new.len() && !old.iter().any(stays) {
                for (old, new) in old.into_iter().zip(new) {
                    renamed[old] = Some(new);
                }
            }
        }
        renamed
    }

    /// Equal for headers that say the same but for their values; nothing for one that says nothing.
    fn wording(&self, side: Side, header: Id) -> Option<u64> {
        let tokens = self.likenesses.tokens(side, header);
        let words = tokens.iter().filter(|token| token.is_word());
        let is_empty = words.clone().next().is_none();
        let wording = words
            .filter(|token| !token.class.is_value())
            .fold(Fingerprint::new(0), |wording, token| {
                wording.number(token.caseless)
            });
        (!is_empty).then(|| wording.finish())
    }

    /// Of the headers that have no counterpart yet, one that says all that another says, and more, is that other,
    /// where neither can be a third.
    fn add_longer_and_shorter(&mut self) {
        let olds = self.without_counterpart(Side::Old);
        let news = self.without_counterpart(Side::New);
        for old in &olds {
            let mut alike = news.iter().filter(|new| holds_other(old, new));
            let (Some(new), None) = (alike.next(), alike.next()) else {
                continue;
            };
            if olds.iter().filter(|old| holds_other(old, new)).count() == 1 {
                self.renamed[old.column] = Some(new.column);
            }
        }
    }

    fn without_counterpart(&self, side: Side) -> Vec<Wording> {
        let is_named = |i: usize, j: usize| self.are_same(i, j) || self.renamed[i] == Some(j);
        let (headers, others) = match side {
            Side::Old => (self.old, self.new),
            Side::New => (self.new, self.old),
        };
        let has_counterpart = |column: usize| {
            (0..others.len()).any(|other| match side {
                Side::Old => is_named(column, other),
                Side::New => is_named(other, column),
            })
        };
        let wording = |column: usize| {
            let tokens = self.likenesses.tokens(side, headers[column]);
            let words = tokens
                .iter()
                .filter(|token| token.is_word() && !token.class.is_value());
            Wording {
                column,
                words: words.map(|token| token.caseless).collect(),
            }
        };
        let without = (0..headers.len()).filter(|&column| !has_counterpart(column));
        without.map(wording).collect()
    }
}

/// What a header says besides values.
struct Wording {
    column: usize,
    words: BTreeSet<u64>,
}

/// Whether one of two headers has all words of the other.
fn holds_other(one: &Wording, other: &Wording) -> bool {
    let (one, other) = (&one.words, &other.words);
    !one.is_empty() && !other.is_empty() && (one.is_subset(other) || other.is_subset(one))
}

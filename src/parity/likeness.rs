//! How likely it is that two blocks of different languages say the same.

use std::ops::Range;

use super::evidence::Evidence;
use super::shared_signs::SharedSigns;
use super::signs::Signs;
use crate::markdown::tree::{Block, BlockKind};

/// The variance of a translation's length, per character, that W. Gale and K. Church measured
/// ("A program for aligning sentences in bilingual corpora", 1993).
const LENGTH_VARIANCE: f64 = 6.8;

/// How many characters make a block that is like few others.
const TELLING: usize = 80;

/// What speaks against a pair of which one block is declared to have perhaps no counterpart: more than sets most
/// neighbours apart.
const APART: f64 = 2.0;

/// Weighs the blocks of one text against those of another.
pub(super) struct Likeness<'a> {
    left: Vec<&'a Evidence<'a>>,
    right: Vec<&'a Evidence<'a>>,
    signs: SharedSigns,
    /// How many characters of the right text stand for one of the left.
    ratio: f64,
}

impl<'a> Likeness<'a> {
    /// `left` and `right` are siblings, the blocks of a text or the items of a list, and `signs` those
    /// of both.
    pub fn new(left: Vec<&'a Evidence<'a>>, right: Vec<&'a Evidence<'a>>, signs: &Signs) -> Self {
        Likeness {
            signs: SharedSigns::new(&left, &right, signs.kinds()),
            left,
            right,
            ratio: 1.0,
        }
    }

    /// The same, with the lengths' ratio taken from pairs that were found.
    pub fn with_ratio_of(mut self, pairs: impl Iterator<Item = (usize, usize)>) -> Self {
        let (mut left, mut right) = (0, 0);
        for (i, j) in pairs {
            left += self.left[i].length;
            right += self.right[j].length;
        }
        if left.min(right) > 0 {
            self.ratio = (right as f64 / left as f64).clamp(0.5, 2.0);
        }
        self
    }

    /// What the pairs of a left block with each of some right blocks are worth: above 0 where they are
    /// better than two blocks alone; `None` where the two can be no pair.
    pub fn worths(&self, left: usize, right: Range<usize>) -> Vec<Option<f64>> {
        let ours = self.left[left];
        let signs = self.signs.of_row(left, right.clone());
        let worth = |(theirs, signs): (&&Evidence, f64)| {
            let shape = shape(ours.block, theirs.block)?;
            let is_apart = ours.may_stand_alone || theirs.may_stand_alone;
            let apart = if is_apart { APART } else { 0.0 };
            Some(shape + (self.words(ours, theirs) + signs) - apart)
        };
        self.right[right].iter().zip(signs).map(worth).collect()
    }

    /// What a pair is worth without what their kinds say: for two blocks of which it is known that they
    /// may be a pair.
    pub fn kinship(&self, left: usize, right: usize) -> f64 {
        self.words(self.left[left], self.right[right]) + self.signs.of_pair(left, right)
    }

    /// Whether two blocks are of one kind.
    pub fn are_alike(&self, left: usize, right: usize) -> bool {
        let kind = |evidence: &Evidence| std::mem::discriminant(&evidence.block.kind);
        kind(self.left[left]) == kind(self.right[right])
    }

    /// Whether there is enough to two blocks to know them again far from their place: a sentence, or
    /// signs that they share.
    pub fn is_telling(&self, left: usize, right: usize) -> bool {
        let shorter = self.left[left].length.min(self.right[right].length);
        shorter >= TELLING || self.signs.of_pair(left, right) >= 1.0
    }

    fn words(&self, ours: &Evidence, theirs: &Evidence) -> f64 {
        self.length(ours, theirs) + self.sentences(ours, theirs) + points(ours, theirs)
    }

    /// Up to 0.6 for as many sentences with lengths that a translation would have.
    fn sentences(&self, left: &Evidence, right: &Evidence) -> f64 {
        let (ours, theirs) = (&left.sentences, &right.sentences);
        if ours.len() != theirs.len() {
            return (-0.2 * ours.len().abs_diff(theirs.len()) as f64).max(-0.6);
        }
        if ours.len() < 2 {
            return 0.0;
        }
        let deviation: f64 = ours
            .iter()
            .zip(theirs)
            .map(|(one, other)| (*one as f64 * self.ratio - *other as f64).abs())
            .sum();
        let whole = left.length.max(right.length) as f64;
        (0.6 - 1.8 * deviation / whole).max(-0.3)
    }

    /// 0.8 for lengths that a translation would have, falling with the distance in standard
    /// deviations.
    fn length(&self, left: &Evidence, right: &Evidence) -> f64 {
        let expected = left.length as f64 * self.ratio;
        let actual = right.length as f64;
        let mean = (expected + actual) / 2.0;
        if mean == 0.0 {
            return 0.8;
        }
        let deviation = (expected - actual).abs() / (LENGTH_VARIANCE * mean).sqrt();
        (0.8 - 0.35 * deviation).max(-2.0)
    }
}

/// Up to 0.6 for the same points, less for those that one lacks.
fn points(left: &Evidence, right: &Evidence) -> f64 {
    let each = left
        .points
        .iter()
        .zip(right.points)
        .map(|(one, other)| match (*one, other) {
            (0, 0) => 0.0,
            (one, other) => {
                0.2 * (one.min(other).min(2) as f64) - 0.15 * (one.abs_diff(other).min(2) as f64)
            }
        });
    each.sum::<f64>().clamp(-0.6, 0.6)
}

/// What two blocks' kinds and shapes say; `None` where the one never stands for the other.
fn shape(left: &Block, right: &Block) -> Option<f64> {
    use BlockKind as Kind;
    let children = || likeness_of_counts(left.children.len(), right.children.len());
    let shape = match (&left.kind, &right.kind) {
        (Kind::Heading { title: true, .. }, Kind::Heading { title: true, .. }) => 6.0,
        (Kind::Heading { level, .. }, Kind::Heading { level: other, .. }) => {
            if level == other {
                1.6
            } else {
                0.9
            }
        }
        (Kind::List { start, .. }, Kind::List { start: other, .. }) => {
            let same_numbering = start.is_some() == other.is_some();
            if same_numbering {
                1.2 + children()
            } else {
                0.6 + children()
            }
        }
        (Kind::Table { alignments }, Kind::Table { alignments: other }) => {
            1.2 + children() + likeness_of_counts(alignments.len(), other.len())
        }
        (Kind::TableRow { header }, Kind::TableRow { header: other }) if header != other => {
            return None;
        }
        (Kind::Footnote { .. }, Kind::Footnote { .. }) => 1.2,
        (Kind::ListItem { .. }, Kind::ListItem { .. }) => 0.6 + 0.4 * children(),
        (Kind::Code { .. }, Kind::Code { .. }) => 1.2,
        (Kind::Quote, Kind::Quote) | (Kind::DefinitionList, Kind::DefinitionList) => {
            0.8 + 0.4 * children()
        }
        (Kind::Html { .. }, Kind::Html { .. }) | (Kind::Rule, Kind::Rule) => 0.5,
        (one, other) if std::mem::discriminant(one) == std::mem::discriminant(other) => 1.0,
        (one, other) if is_prose(one) && is_prose(other) => -0.4,
        _ => return None,
    };
    Some(shape)
}

/// Whether the same words may stand in a block of another of these kinds.
fn is_prose(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Heading { title: false, .. }
            | BlockKind::Paragraph
            | BlockKind::List { .. }
            | BlockKind::Quote
            | BlockKind::DefinitionList
            | BlockKind::Html { .. }
    )
}

/// 1 for equal counts, towards 0 the further they are apart.
fn likeness_of_counts(one: usize, other: usize) -> f64 {
    match one.max(other) {
        0 => 1.0,
        most => one.min(other) as f64 / most as f64,
    }
}

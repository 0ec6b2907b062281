//! Sentences that one of two paragraphs lacks, where their lengths tell it surely.
//!
//! Languages join and part sentences as they like; then those of one side, together, are as long as those of the
//! other. Only where no way of joining them explains the lengths, and leaving one out explains them well, is a
//! sentence missing.

use std::ops::Range;

use super::{Contrast, shape};
use crate::markdown::tree::{Block, BlockKind};
use crate::parity::difference::{Aspect, Spot};
use crate::parity::text::Passage;

/// The variance of a translation's length, per character, as for blocks.
const VARIANCE: f64 = 6.8;

/// By how much worse lengths must fit where two were joined for it to be sure that one is missing, and how well the
/// rest must fit then, for each sentence: squares of standard deviations.
const NOT_JOINED: f64 = 5.0;
const LEFT_OUT: f64 = 1.0;

/// The ratio of the lengths of two texts.
#[derive(Clone, Copy)]
pub(super) struct Ratio(f64);

impl Ratio {
    /// How many characters of the right text stand for one of the left, where these correspond: those count that
    /// have as many sentences.
    pub(super) fn of(pairs: &[(&Block, &Block)]) -> Ratio {
        let length = |block: &Block| block.own_text().chars().count();
        let (mut left, mut right) = (0, 0);
        let ends = |block: &Block| block.own_text().matches(['.', '?', '!']).count();
        let alike = pairs.iter().filter(|(one, other)| ends(one) == ends(other));
        for (one, other) in alike {
            left += length(one);
            right += length(other);
        }
        match left.min(right) {
            0 => Ratio(1.0),
            _ => Ratio((right as f64 / left as f64).clamp(0.5, 2.0)),
        }
    }
}

impl<'a> Contrast<'a> {
    /// A sentence that one of two paragraphs lacks. `known` is how many differences there were before these two were
    /// looked at: what is found in them otherwise tells of it already.
    pub(super) fn sentences(&mut self, left: &'a Block, right: &'a Block, known: usize) {
        let is_prose = |block: &Block| matches!(block.kind, BlockKind::Paragraph);
        if !is_prose(left) || !is_prose(right) || self.differences.len() != known {
            return;
        }
        let passages = [
            Passage::of(left, self.left.source),
            Passage::of(right, self.right.source),
        ];
        let sentences = passages.each_ref().map(Passage::sentences);
        let counts = [sentences[0].len(), sentences[1].len()];
        if counts[0].abs_diff(counts[1]) != 1 {
            return;
        }
        let lengths = |side: usize, ratio: f64| -> Vec<f64> {
            let length = |range: &Range<usize>| passages[side].words[range.clone()].chars().count();
            let sentences = sentences[side].iter();
            sentences
                .map(|range| length(range) as f64 * ratio)
                .collect()
        };
        let (ours, theirs) = (lengths(0, self.ratio.0), lengths(1, 1.0));
        let longer = usize::from(counts[1] > counts[0]);
        let missing = match longer {
            0 => missing(&ours, &theirs),
            _ => missing(&theirs, &ours),
        };
        let Some(missing) = missing else { return };
        let here = Spot {
            span: passages[longer].span(sentences[longer][missing].clone()),
            found: Some("sentence".to_owned()),
        };
        let lacking = |block| Spot {
            found: None,
            ..shape::whole(block)
        };
        match longer {
            0 => self.push(Aspect::Block, here, lacking(right)),
            _ => self.push(Aspect::Block, lacking(left), here),
        }
    }
}

/// Which of some sentences has no counterpart among others, one fewer, where that is sure.
fn missing(more: &[f64], fewer: &[f64]) -> Option<usize> {
    let misfit = |one: f64, other: f64| {
        let mean = (one + other) / 2.0;
        (one - other).powi(2) / (VARIANCE * mean).max(1.0)
    };
    let row = |left: &[f64]| -> f64 {
        let both = left.iter().zip(fewer);
        both.map(|(one, other)| misfit(*one, *other)).sum()
    };
    let without = |at: usize| [&more[..at], &more[at + 1..]].concat();
    let joined = |at: usize| {
        let mut joined = without(at);
        joined[at] += more[at];
        joined
    };
    let least = |one: f64, other: f64| one.min(other);
    let best_joined = (0..more.len().checked_sub(1)?)
        .map(|at| row(&joined(at)))
        .fold(f64::INFINITY, least);
    let fits = (0..more.len()).map(|at| (row(&without(at)), at));
    let (best, at) = fits.min_by(|one, other| one.0.total_cmp(&other.0))?;
    let is_sure = best_joined - best >= NOT_JOINED && best <= LEFT_OUT * fewer.len() as f64;
    (is_sure && !fewer.is_empty()).then_some(at)
}

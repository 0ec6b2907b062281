//! The blocks of one side of a gap, laid out for many comparisons.

use std::ops::Range;

use super::is_item_of_a_line;
use crate::diff::align::TELLING_WORDS;
use crate::diff::bags::{ALIKE, Weighed};
use crate::diff::index::{Id, Shape};
use crate::diff::likeness::Likenesses;
use crate::diff::model::Side;
use crate::markdown::tree::Block;

/// The least share of each part that comes from the whole.
pub(super) const PART_FROM_WHOLE: u64 = 600;

/// Blocks of one side, each by its place among them.
pub(super) struct Blocks<'g> {
    pub bags: Vec<Weighed<'g>>,
    pub shapes: Vec<Shape>,
    /// The own lines of items that have a list below them.
    pub lines: Vec<Option<Weighed<'g>>>,
    /// Which of them are items of one paragraph.
    pub are_lines: Vec<bool>,
    /// The labels that they open with, and what those weigh.
    labels: Vec<Option<(u64, u64)>>,
    /// What they weigh without these.
    pub unlabelled: Vec<u64>,
    /// Each with all below it.
    subtrees: Vec<Range<Id>>,
    /// Where those stand unchanged, in the other text, that each text has once.
    unchanged: Vec<Option<Id>>,
}

impl<'g> Blocks<'g> {
    pub fn new(likenesses: &'g Likenesses<'_, '_>, side: Side, ids: &[Id]) -> Self {
        let index = likenesses.index(side);
        let bag = |id| likenesses.bag(side, id);
        let line = |&id: &Id| {
            let node = index.node(id);
            let is_list = |child: &Block| Shape::of(child) == Shape::List;
            let nests = node.shape == Shape::Item && node.block.children.iter().any(is_list);
            // What lies directly below a block comes right after it.
            nests.then(|| bag(id + 1))
        };
        let labels: Vec<_> = ids.iter().map(|&id| likenesses.label(side, id)).collect();
        let bags: Vec<Weighed<'_>> = ids.iter().map(|&id| bag(id)).collect();
        let each = bags.iter().zip(&labels);
        let unchanged = |&id: &Id| {
            let tells = index.node(id).weight >= TELLING_WORDS;
            let reserved = &likenesses.reserved;
            tells.then(|| reserved.alone_in_other(side, id)).flatten()
        };
        Blocks {
            unlabelled: each
                .map(|(bag, label)| bag.total - label.map_or(0, |(_, weight)| weight))
                .collect(),
            labels,
            bags,
            shapes: ids.iter().map(|&id| index.node(id).shape).collect(),
            lines: ids.iter().map(line).collect(),
            are_lines: ids
                .iter()
                .map(|&id| is_item_of_a_line(index.node(id)))
                .collect(),
            subtrees: ids.iter().map(|&id| index.subtree(id)).collect(),
            unchanged: ids.iter().map(unchanged).collect(),
        }
    }

    /// Whether so much in common with a whole is enough of a part: in the whole its label is words.
    pub fn has_enough(&self, at: usize, common: u64) -> bool {
        common * ALIKE >= self.unlabelled[at] * PART_FROM_WHOLE
    }

    /// Whether a block stands unchanged where another is not.
    pub fn stands_elsewhere(&self, at: usize, others: &Blocks<'_>, other: usize) -> bool {
        let place = self.unchanged[at];
        place.is_some_and(|place| !others.subtrees[other].contains(&place))
    }

    /// What the label that a block opens with weighs, where another opens with the same.
    pub fn same_label(&self, at: usize, others: &Blocks<'_>, other: usize) -> u64 {
        match (self.labels[at], others.labels[other]) {
            (Some((own, weight)), Some((theirs, _))) if own == theirs => weight,
            _ => 0,
        }
    }
}

/// Whether two blocks say the same under other labels, where they have so much in common.
pub(super) fn is_relabelled(
    (olds, old): (&Blocks<'_>, usize),
    (news, new): (&Blocks<'_>, usize),
    common: u64,
) -> bool {
    let (Some((own, _)), Some((theirs, _))) = (olds.labels[old], news.labels[new]) else {
        return false;
    };
    let words = olds.unlabelled[old];
    own != theirs && words > 0 && words == news.unlabelled[new] && common == words
}

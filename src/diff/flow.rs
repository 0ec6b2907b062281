//! The words of several blocks in one row.

use std::borrow::Cow;

use super::index::{Id, Index};
use super::likeness::Likenesses;
use super::model::{Point, Side, holds_words};
use super::pieces::text_between;
use super::words::Token;
use crate::markdown::tree::{Block, Inline};

/// The words of some blocks.
pub(super) struct Flow<'f> {
    pub leaves: Vec<&'f Block>,
    pub tokens: Cow<'f, [Token]>,
}

/// The leaves among some blocks of a text and all below them.
pub(super) fn leaves(index: &Index<'_>, blocks: &[Id]) -> Vec<Id> {
    let ids = blocks.iter().flat_map(|&id| index.subtree(id));
    ids.filter(|&id| holds_words(index.block(id))).collect()
}

impl<'f> Flow<'f> {
    /// The words of some leaves of a text ([`leaves`]).
    pub fn new(likenesses: &'f Likenesses<'_, '_>, side: Side, leaves: &[Id]) -> Self {
        let index = likenesses.index(side);
        let tokens = match leaves {
            // Its words are read as those of a first leaf.
            [only] => Cow::Borrowed(likenesses.tokens(side, *only)),
            _ => Cow::Owned(tokens(likenesses, side, leaves)),
        };
        Flow {
            leaves: leaves.iter().map(|&id| index.block(id)).collect(),
            tokens,
        }
    }

    /// The place after all of a leaf.
    pub fn leaf_end(&self, leaf: u32) -> Point {
        Point::after(leaf, self.leaves[leaf as usize])
    }

    /// The text of a word.
    pub fn text(&self, token: &Token) -> String {
        text_between(&self.leaves, &(token.start..token.end))
    }

    /// The inline that a place is in.
    pub fn inline(&self, point: Point) -> Option<&'f Inline> {
        let leaf: &'f Block = self.leaves[point.leaf as usize];
        leaf.inlines.get(point.inline as usize)
    }
}

/// The words of several leaves, each with which of them it is in.
fn tokens(likenesses: &Likenesses<'_, '_>, side: Side, leaves: &[Id]) -> Vec<Token> {
    let mut all = Vec::new();
    for (leaf, &id) in (0..).zip(leaves) {
        let own = match leaf {
            0 => likenesses.tokens(side, id).to_vec(),
            _ => likenesses.tokens_within(side, id),
        };
        all.extend(own.into_iter().map(|mut token| {
            token.start.leaf = leaf;
            token.end.leaf = leaf;
            token
        }));
    }
    all
}

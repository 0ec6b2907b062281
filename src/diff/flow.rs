//! The words of several blocks in one row, and the text between two places in it.

use std::borrow::Cow;
use std::ops::Range;

use super::index::{Id, Index};
use super::likeness::Likenesses;
use super::model::{Point, Side, holds_words};
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

    /// The first place of a leaf.
    pub fn leaf_start(leaf: u32) -> Point {
        Point {
            leaf,
            inline: 0,
            byte: 0,
        }
    }

    /// The place after all of a leaf.
    pub fn leaf_end(&self, leaf: u32) -> Point {
        Point {
            leaf,
            inline: self.leaves[leaf as usize].inlines.len() as u32,
            byte: 0,
        }
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

/// A part of an inline: which, and which bytes of its text. Things that are no text are whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index into the leaf's inlines.
    pub inline: usize,
    /// Bytes of the inline's text; of a thing that is no text, all there are.
    pub bytes: Range<usize>,
}

/// The parts of a leaf's inlines between two of its places.
pub fn pieces<'b>(leaf: &'b Block, range: &Range<Point>) -> impl Iterator<Item = Piece> + use<'b> {
    let (start, end) = (range.start, range.end);
    let first = start.inline as usize;
    let last = (end.inline as usize + 1).min(leaf.inlines.len());
    (first..last).filter_map(move |inline| {
        let length = length(&leaf.inlines[inline]);
        let from = if inline == first {
            start.byte as usize
        } else {
            0
        };
        let to = if inline == end.inline as usize {
            length.min(end.byte as usize)
        } else {
            length
        };
        let bytes = from..to;
        (from < to).then_some(Piece { inline, bytes })
    })
}

/// How many bytes an inline counts for. What is no text counts as its sign in a line of text does.
fn length(inline: &Inline) -> usize {
    use crate::markdown::tree::Content;
    match &inline.content {
        Content::Text(text) | Content::Code(text) => text.len(),
        Content::SoftBreak | Content::HardBreak => 1,
        Content::Image { .. } | Content::FootnoteReference { .. } | Content::Html(_) => {
            '\u{fffc}'.len_utf8()
        }
    }
}

/// The plain text of a piece.
pub fn piece_text<'b>(leaf: &'b Block, piece: &Piece) -> &'b str {
    use crate::markdown::tree::Content;
    let content = &leaf.inlines[piece.inline].content;
    match content {
        Content::Text(text) | Content::Code(text) => {
            text.get(piece.bytes.clone()).unwrap_or_default()
        }
        _ => content.text(),
    }
}

/// The plain text between two places. Between two leaves stands a space.
pub(super) fn text_between(leaves: &[&Block], range: &Range<Point>) -> String {
    parts_between(leaves, range).collect()
}

/// The same, in the parts that the leaves have it in.
pub(super) fn parts_between<'l, 'b>(
    leaves: &'l [&'b Block],
    range: &Range<Point>,
) -> impl Iterator<Item = &'b str> + use<'l, 'b> {
    let (start, end) = (range.start, range.end);
    let last = (end.leaf + 1).min(leaves.len() as u32);
    (start.leaf..last).flat_map(move |leaf| {
        let block = leaves[leaf as usize];
        let from = if leaf == start.leaf {
            start
        } else {
            Flow::leaf_start(leaf)
        };
        let to = if leaf == end.leaf {
            end
        } else {
            Point {
                leaf,
                inline: block.inlines.len() as u32,
                byte: 0,
            }
        };
        let space = (leaf > start.leaf).then_some(" ");
        let parts = pieces(block, &(from..to)).map(move |piece| piece_text(block, &piece));
        space.into_iter().chain(parts)
    })
}

//! The text between two places among the words of some blocks, and the parts of their inlines that have it.

use std::ops::Range;

use super::model::Point;
use crate::markdown::tree::{Block, Content, Inline};

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
            Point::start_of(leaf)
        };
        let to = if leaf == end.leaf {
            end
        } else {
            Point::after(leaf, block)
        };
        let space = (leaf > start.leaf).then_some(" ");
        let parts = pieces(block, &(from..to)).map(move |piece| piece_text(block, &piece));
        space.into_iter().chain(parts)
    })
}

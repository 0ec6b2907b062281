//! The plain text of blocks, and where in the source it is.

use std::ops::Range;

use super::index::Shape;
use super::model::{Edit, Op, Passage, Point, TextEdit, holds_words};
use super::pieces::{piece_text, pieces, text_between};
use crate::markdown::tree::{Block, BlockKind, Content};

/// A block with all below it.
pub(super) fn whole(block: &Block) -> Passage {
    Passage {
        span: block.span.clone(),
        text: plain_text(&[block]),
    }
}

/// An item without the lists in it: its lines end where the first of them begins.
pub(super) fn without_lists(block: &Block) -> Passage {
    let parts: Vec<&Block> = block
        .children
        .iter()
        .filter(|child| Shape::of(child) != Shape::List)
        .collect();
    Passage {
        span: span_without_lists(block),
        text: plain_text(&parts),
    }
}

/// The span of a block up to the first list in it.
pub(super) fn span_without_lists(block: &Block) -> Range<usize> {
    let list = block
        .children
        .iter()
        .position(|child| Shape::of(child) == Shape::List);
    let end = match list {
        Some(0) => return block.span.start..block.children[0].span.start.max(block.span.start),
        Some(list) => block.children[list - 1].span.end,
        None => block.span.end,
    };
    block.span.start..end
}

/// Several blocks as one passage.
pub(super) fn together(blocks: &[&Block]) -> Passage {
    let start = blocks.iter().map(|block| block.span.start).min();
    let end = blocks.iter().map(|block| block.span.end).max();
    Passage {
        span: start.unwrap_or(0)..end.unwrap_or(0),
        text: plain_text(blocks),
    }
}

/// The cells of a column, in the order of their text.
pub(super) fn of_column(cells: &[Passage]) -> Option<Passage> {
    let (first, last) = (cells.first()?, cells.last()?);
    let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
    Some(Passage {
        span: first.span.start..last.span.end,
        text: texts.join("\n"),
    })
}

/// What blocks say, a line for each block that holds words.
pub(super) fn plain_text(blocks: &[&Block]) -> String {
    // Little of what is written is not said.
    let mut text = String::with_capacity(blocks.iter().map(|block| block.span.len()).sum());
    let mut is_first = true;
    let mut start_line = |text: &mut String| {
        if !std::mem::take(&mut is_first) {
            text.push('\n');
        }
    };
    for block in blocks {
        block.walk(&mut |block| match &block.kind {
            BlockKind::Code { text: own, .. } | BlockKind::Html { text: own, .. } => {
                start_line(&mut text);
                text.push_str(own.trim_end());
            }
            _ if holds_words(block) => {
                start_line(&mut text);
                push_leaf_text(block, &mut text);
            }
            _ => {}
        });
    }
    text
}

/// What a leaf says.
pub(super) fn leaf_text(leaf: &Block) -> String {
    let mut text = String::with_capacity(leaf.span.len());
    push_leaf_text(leaf, &mut text);
    text
}

fn push_leaf_text(leaf: &Block, text: &mut String) {
    let start = text.len();
    let parts = leaf.inlines.iter().map(|inline| inline.content.text());
    text.extend(parts);
    text.truncate(start + text[start..].trim_end().len());
    let spaces = text[start..].len() - text[start..].trim_start().len();
    text.drain(start..start + spaces);
}

/// Edits as plain text. Neighbours of one op are one; between two leaves stands a space.
pub(super) fn text_edits(old: &[&Block], new: &[&Block], edits: &[Edit]) -> Vec<TextEdit> {
    let mut texts: Vec<TextEdit> = Vec::new();
    let (mut old_leaf, mut new_leaf) = (0, 0);
    for edit in edits {
        // Quotes of another shape are no change, be there others beside them or not.
        let op = match (edit.typographic, edit.op) {
            (false, op) => op,
            (true, Op::Delete) => continue,
            (true, _) => Op::Equal,
        };
        let (leaves, range, last) = match op {
            Op::Delete => (old, &edit.old, &mut old_leaf),
            Op::Equal | Op::Insert => (new, &edit.new, &mut new_leaf),
        };
        let mut text = text_between(leaves, range);
        let written = leaves
            .get(range.start.leaf as usize)
            .filter(|_| op != Op::Equal);
        let mut written = written.and_then(|leaf| as_written(leaf, range));
        if *last != range.start.leaf && !text.starts_with(' ') {
            text.insert(0, ' ');
            written
                .iter_mut()
                .for_each(|written| written.insert(0, ' '));
        }
        *last = range.start.leaf;
        if op == Op::Equal {
            old_leaf = edit.old.start.leaf;
        }
        push(&mut texts, TextEdit { op, text, written });
    }
    texts
}

/// A stretch of a leaf with what is no words in it; nothing where all of it is words.
fn as_written(leaf: &Block, range: &Range<Point>) -> Option<String> {
    let mut has_things = false;
    let mut written = String::new();
    for piece in pieces(leaf, range) {
        match &leaf.inlines[piece.inline].content {
            Content::FootnoteReference { label, .. } => written += &format!("[^{label}]"),
            Content::Image {
                target,
                description,
                ..
            } if description.is_empty() => written += &format!("![]({target})"),
            Content::Html(html) => written += html,
            _ => {
                written += piece_text(leaf, &piece);
                continue;
            }
        }
        has_things = true;
    }
    has_things.then_some(written)
}

fn push(texts: &mut Vec<TextEdit>, edit: TextEdit) {
    if edit.as_written().is_empty() {
        return;
    }
    match texts.last_mut() {
        Some(last) if last.op == edit.op => {
            if last.written.is_some() || edit.written.is_some() {
                last.written = Some(last.as_written().to_owned() + edit.as_written());
            }
            last.text.push_str(&edit.text);
        }
        _ => texts.push(edit),
    }
}

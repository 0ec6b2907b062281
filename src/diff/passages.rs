//! The plain text of blocks, and where in the source it is.

use std::ops::Range;

use super::flow::{pieces, text_between};
use super::index::Shape;
use super::model::{Edit, Op, Passage, Point, TextEdit, holds_words};
use crate::markdown::tree::{Block, BlockKind};

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

/// What blocks say, a line for each block that holds words.
pub(super) fn plain_text(blocks: &[&Block]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks {
        block.walk(&mut |block| match &block.kind {
            BlockKind::Code { text, .. } | BlockKind::Html { text, .. } => {
                lines.push(text.trim_end().to_owned());
            }
            _ if holds_words(block) => lines.push(leaf_text(block)),
            _ => {}
        });
    }
    lines.join("\n")
}

/// What a leaf says.
pub(super) fn leaf_text(leaf: &Block) -> String {
    let start = Point::default();
    let end = Point {
        leaf: 0,
        inline: leaf.inlines.len() as u32,
        byte: 0,
    };
    debug_assert!(pieces(leaf, &(start..end)).len() <= leaf.inlines.len());
    text_between(&[leaf], &(start..end)).trim().to_owned()
}

/// Edits as plain text. Neighbours of one op are one; between two leaves stands a space.
pub(super) fn text_edits(old: &[&Block], new: &[&Block], edits: &[Edit]) -> Vec<TextEdit> {
    let mut texts: Vec<TextEdit> = Vec::new();
    let (mut old_leaf, mut new_leaf) = (0, 0);
    for edit in edits {
        let (leaves, range, last) = match edit.op {
            Op::Delete => (old, &edit.old, &mut old_leaf),
            Op::Equal | Op::Insert => (new, &edit.new, &mut new_leaf),
        };
        let mut text = text_between(leaves, range);
        if *last != range.start.leaf && !text.starts_with(' ') {
            text.insert(0, ' ');
        }
        *last = range.start.leaf;
        if edit.op == Op::Equal {
            old_leaf = edit.old.start.leaf;
        }
        push(&mut texts, edit.op, text);
    }
    texts
}

fn push(texts: &mut Vec<TextEdit>, op: Op, text: String) {
    if text.is_empty() {
        return;
    }
    match texts.last_mut() {
        Some(last) if last.op == op => last.text.push_str(&text),
        _ => texts.push(TextEdit { op, text }),
    }
}

/// How many words a text has.
pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

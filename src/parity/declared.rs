//! Differences that a text declares, with the reason: `<!-- parity: the reason -->` above a block, or
//! within it; at the beginning of a list's item for the item.

use std::ops::Range;

use super::difference::{Aspect, Difference, Side};
use super::meeting::Apart;
use super::text::Text;
use crate::diagnostic::nearest;
use crate::markdown::tree::{Block, BlockKind, Content};

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const KEY: &str = "parity:";
const WORD: &str = "parity";

/// A declaration that two texts are meant to differ at a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The text that declares it.
    pub side: Side,
    /// Where the comment is in that text, in bytes.
    pub span: Range<usize>,
    /// The block that it is about, in that text, in bytes.
    pub block: Range<usize>,
    /// Why, as written.
    pub reason: String,
    /// What it excuses; nothing where the texts do not differ there, or no longer.
    pub differences: Vec<Difference>,
}

/// A declaration and the block it is about.
pub(super) struct Declaration {
    comment: Range<usize>,
    reason: String,
    block: Range<usize>,
    /// The item of a list that begins with the comment, or with the block that it is about.
    item: Option<Range<usize>>,
}

/// The blocks of two texts that their declarations are about.
pub(super) fn apart(declarations: &[Vec<Declaration>; 2]) -> Apart {
    Apart(declarations.each_ref().map(|of_text| {
        let spans = of_text
            .iter()
            .flat_map(|one| one.item.iter().chain([&one.block]));
        spans.cloned().collect()
    }))
}

/// Takes the declared differences out of `differences`, and gives them with their declarations.
pub(super) fn take_declared(
    differences: &mut Vec<Difference>,
    declarations: &[Vec<Declaration>; 2],
) -> Vec<Declared> {
    let mut taken = Vec::new();
    for (side, of_text) in [Side::Left, Side::Right].into_iter().zip(declarations) {
        for declaration in of_text {
            let excused = |found: &mut Difference| declaration.excuses(found, side);
            taken.push(Declared {
                side,
                differences: differences.extract_if(.., excused).collect(),
                span: declaration.comment.clone(),
                block: declaration.block.clone(),
                reason: declaration.reason.clone(),
            });
        }
    }
    taken
}

impl Declaration {
    /// Whether a difference is one of the block. Where the text only lacks a block, its place is that
    /// of the block before.
    fn excuses(&self, difference: &Difference, side: Side) -> bool {
        let spot = side.of(difference);
        let is_block = matches!(difference.aspect, Aspect::Block | Aspect::Section);
        let is_item = is_block && self.item.as_ref() == Some(&spot.span);
        let is_here = self.block.contains(&spot.span.start) || is_item;
        is_here && (!is_block || spot.found.is_some())
    }
}

/// The declarations of a text that give a reason, in order.
pub(super) fn declarations(text: &Text) -> Vec<Declaration> {
    let source = text.source.text();
    let mut found = Vec::new();
    for (start, _) in source.match_indices(OPEN) {
        let Some(length) = source[start..].find(CLOSE) else {
            break;
        };
        let inner = source[start + OPEN.len()..].get(..length.saturating_sub(OPEN.len()));
        let reason = inner
            .and_then(|inner| inner.trim().strip_prefix(KEY))
            .map(str::trim);
        let comment = start..start + length + CLOSE.len();
        if let Some(reason) = reason.filter(|reason| !reason.is_empty())
            && let Some((block, item)) = declared_block(text, &comment)
        {
            let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(Declaration {
                comment,
                reason,
                block,
                item,
            });
        }
    }
    found
}

/// Where the comments of a text are that were meant to declare a difference and do not, for what they lack: the reason,
/// or the word in small letters and rightly spelt.
pub fn declare_nothing(text: &Text) -> Vec<(Range<usize>, &'static str)> {
    let source = text.source.text();
    let comments = source.match_indices(OPEN).filter_map(|(start, _)| {
        let inner = &source[start + OPEN.len()..];
        let inner = &inner[..inner.find(CLOSE)?];
        let fault = fault_of_declaration(inner.trim())?;
        let comment = start..start + OPEN.len() + inner.len() + CLOSE.len();
        declared_block(text, &comment)?;
        Some((comment, fault))
    });
    comments.collect()
}

fn fault_of_declaration(inner: &str) -> Option<&'static str> {
    let (word, reason) = inner.split_once(':').unwrap_or((inner, ""));
    let word = word.trim_end();
    if !word.eq_ignore_ascii_case(WORD) && nearest(word, std::iter::once(WORD)).is_none() {
        return None;
    }
    match (
        word == WORD && inner.starts_with(KEY),
        reason.trim().is_empty(),
    ) {
        (_, true) => Some("gives no reason"),
        (false, false) => Some("does not begin with `parity:`"),
        (true, false) => None,
    }
}

/// The block that a comment is about: the one whose words it stands among, or else the next one; and the item of a
/// list, where that block or the comment is the first in it. Nothing for a comment in code, which is none.
fn declared_block(
    text: &Text,
    comment: &Range<usize>,
) -> Option<(Range<usize>, Option<Range<usize>>)> {
    let (mut around, mut next): (Option<&Block>, Option<&Block>) = (None, None);
    let mut item: Option<&Block> = None;
    let mut is_code = false;
    text.tree.walk(&mut |block| {
        if block.span.start >= comment.end {
            let is_nearer = next.is_none_or(|next| block.span.start < next.span.start);
            next = if is_nearer { Some(block) } else { next };
        } else if encloses(&block.span, comment) {
            is_code |= has_code_around(block, comment);
            if matches!(block.kind, BlockKind::ListItem { .. }) {
                item = Some(block);
            }
            if !block.inlines.is_empty() {
                around = Some(block);
            }
        }
    });
    let item = item.filter(|item| opens(item, comment));
    let block = match (around, item) {
        (Some(around), _) => around,
        (None, Some(item)) => next
            .filter(|next| encloses(&item.span, &next.span))
            .unwrap_or(item),
        (None, None) => next?,
    };
    (!is_code).then(|| (block.span.clone(), item.map(|item| item.span.clone())))
}

/// Whether a comment stands in an item before any of its words, or among those of its first block.
fn opens(item: &Block, comment: &Range<usize>) -> bool {
    let mut before = item
        .children
        .iter()
        .filter(|block| block.span.end <= comment.start);
    before.all(|block| block.own_text().trim().is_empty())
}

fn has_code_around(block: &Block, comment: &Range<usize>) -> bool {
    let is_code = |content: &Content| matches!(content, Content::Code(_));
    matches!(block.kind, BlockKind::Code { .. })
        || block
            .inlines
            .iter()
            .any(|inline| is_code(&inline.content) && encloses(&inline.span, comment))
}

fn encloses(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

//! Differences that a text declares, with the reason: `<!-- parity: the reason -->` above a block, or
//! within it.

use std::ops::Range;

use super::difference::{Aspect, Difference, Side};
use super::text::Text;
use crate::markdown::tree::{Block, BlockKind, Content};

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";
const KEY: &str = "parity:";

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
struct Declaration {
    comment: Range<usize>,
    reason: String,
    block: Range<usize>,
}

/// Takes the declared differences out of `differences`, and gives them with their declarations.
pub(super) fn take_declared(
    differences: &mut Vec<Difference>,
    left: &Text,
    right: &Text,
) -> Vec<Declared> {
    let mut taken = Vec::new();
    for (side, text) in [(Side::Left, left), (Side::Right, right)] {
        for declaration in declarations(text) {
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
        let is_gap = difference.aspect == Aspect::Block && spot.found.is_none();
        self.block.contains(&spot.span.start) && !is_gap
    }
}

/// The declarations of a text that give a reason, in order.
fn declarations(text: &Text) -> Vec<Declaration> {
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
            && let Some(block) = declared_block(text, &comment)
        {
            let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(Declaration {
                comment,
                reason,
                block,
            });
        }
    }
    found
}

/// The block that a comment is about: the one whose words it stands among, or else the next one.
/// Nothing for a comment in code, which is none.
fn declared_block(text: &Text, comment: &Range<usize>) -> Option<Range<usize>> {
    let (mut around, mut next): (Option<&Block>, Option<&Block>) = (None, None);
    let mut is_code = false;
    text.tree.walk(&mut |block| {
        if block.span.start >= comment.end {
            let is_nearer = next.is_none_or(|next| block.span.start < next.span.start);
            next = if is_nearer { Some(block) } else { next };
        } else if encloses(&block.span, comment) {
            is_code |= has_code_around(block, comment);
            around = if block.inlines.is_empty() {
                around
            } else {
                Some(block)
            };
        }
    });
    let block = around.or(next).filter(|_| !is_code)?;
    Some(block.span.clone())
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

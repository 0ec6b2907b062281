//! The blocks of a translation against those of the text that it was made of: they must be the same. What a unit says
//! can end its block (`1. Ebrill` begins a list, a `|` a cell), and then the texts are no longer each other's.

use crate::content::ReadText;
use crate::markdown::front_matter::body_start;
use crate::markdown::tree::{Block, BlockKind};

/// Where a translation first has another block than its source, and what both have there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherBlock {
    /// Where it is in the source, in bytes.
    pub in_source: usize,
    /// Where it is in the translation, in bytes.
    pub in_translation: usize,
    /// What the source has there; nothing where it is at its end.
    pub source: Option<&'static str>,
    /// What the translation has there, likewise.
    pub translation: Option<&'static str>,
}

/// A block, where it begins, and in how many others it lies.
type Placed<'a> = (&'a Block, usize);

/// The first block of a translation that is not of the kind of its source's.
pub(super) fn first_other(source: &ReadText, translation: &ReadText) -> Option<OtherBlock> {
    let (left, right) = (outline(source), outline(translation));
    let same = left
        .iter()
        .zip(&right)
        .take_while(|(one, other)| is_like(one, other));
    let at = same.count();
    let (one, other) = (left.get(at), right.get(at));
    if one.is_none() && other.is_none() {
        return None;
    }
    let start =
        |found: Option<&Placed<'_>>| found.map_or(usize::MAX, |(block, _)| block.span.start);
    let noun = |found: Option<&Placed<'_>>| found.map(|(block, _)| block.kind.noun());
    Some(OtherBlock {
        in_source: start(one),
        in_translation: start(other),
        source: noun(one),
        translation: noun(other),
    })
}

/// The blocks of a body in the order in which they are written: footnotes, too, stand where they are written.
fn outline(read: &ReadText) -> Vec<Placed<'_>> {
    fn walk<'a>(blocks: &'a [Block], depth: usize, outline: &mut Vec<Placed<'a>>) {
        for block in blocks {
            outline.push((block, depth));
            walk(&block.children, depth + 1, outline);
        }
    }
    let mut outline = Vec::new();
    walk(&read.tree.blocks, 0, &mut outline);
    let body = body_start(&read.source);
    outline.retain(|(block, _)| block.span.start >= body);
    outline.sort_by_key(|(block, _)| block.span.start);
    outline
}

fn is_like((one, depth): &Placed<'_>, (other, other_depth): &Placed<'_>) -> bool {
    use BlockKind::{Heading, List};
    let is_one_kind = match (&one.kind, &other.kind) {
        (Heading { level, .. }, Heading { level: other, .. }) => level == other,
        (List { start, .. }, List { start: other, .. }) => start.is_some() == other.is_some(),
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    };
    is_one_kind && depth == other_depth
}

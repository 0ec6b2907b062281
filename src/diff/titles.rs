//! The titles of two texts: the one became the other, whatever they say.

use super::align::Aligner;
use super::index::{Id, Index, Shape};
use crate::markdown::tree::BlockKind;

/// Whether the first blocks of two texts are their titles, and neither stands in the other text as the
/// heading of a part: a chapter that was given a text of its own brings its heading along.
pub(super) fn are_counterparts(aligner: &Aligner<'_, '_>, old: Id, new: Id) -> bool {
    let (old_text, new_text) = (aligner.old(), aligner.new_side());
    let stands_lower = |words: u64, index: &Index<'_>, title: Id| {
        let mut nodes = index.nodes.iter().enumerate();
        nodes.any(|(id, node)| id != title && node.shape == Shape::Heading && node.words == words)
    };
    is_title(old_text, old)
        && is_title(new_text, new)
        && !stands_lower(old_text.node(old).words, new_text, new)
        && !stands_lower(new_text.node(new).words, old_text, old)
}

fn is_title(index: &Index<'_>, id: Id) -> bool {
    matches!(index.block(id).kind, BlockKind::Heading { title: true, .. })
}

//! Whether a block that came elsewhere, in other words, is the one that went.
//!
//! Sentences of one form have most of their words in common: "The director of finance is responsible for payroll",
//! "The director of estates is responsible for buildings". What they share says nothing of which of them it is, and
//! one that went and another that came are no move.

use crate::diff::align::Aligner;
use crate::diff::bags::ALIKE;
use crate::diff::index::{Id, Index, Shape};
use crate::diff::moves::SAME_BLOCK;

/// Blocks with fewer words than this have few that tell them from others.
const SHORT: usize = 12;
/// Blocks with this many words are more than a form that others share. Reading all others costs more than it tells.
const LONG: usize = 40;
/// How much better than any that stayed the match must be, in thousandths. Of one form are those that match nearly as
/// well.
const MARGIN: u64 = 50;
/// The least likeness of two short blocks that are one, in thousandths.
const SAME_SHORT_BLOCK: u64 = 660;

/// Whether an old block is known again in a new one by what it says: by two thirds of it where it is short, and, unless
/// it is long, by far better than in any other block of the text, those that stayed in their places with them.
pub(super) fn is_known_again(aligner: &Aligner<'_, '_>, old: Id, new: Id) -> bool {
    let likeness = aligner.likenesses.of(old, new);
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    let words = old_index.node(old).weight.max(new_index.node(new).weight);
    if words < SHORT && likeness < SAME_SHORT_BLOCK {
        return false;
    }
    if !have_one_key(aligner, old, new) {
        return false;
    }
    if words >= LONG {
        return true;
    }
    let rival = likeness.saturating_sub(MARGIN);
    let of_old = |other: Id| aligner.likenesses.of(old, other) > rival;
    let of_new = |other: Id| aligner.likenesses.of(other, new) > rival;
    !others(new_index, new, rival).any(of_old) && !others(old_index, old, rival).any(of_new)
}

/// Whether two rows are of one thing: what stands in the first cell of one, reworded or not, stands in a cell of the
/// other, where a column came before it perhaps. Another person who does the same is another row. A number at the
/// head of a row says where it stands, not what it is. Other blocks have no key.
fn have_one_key(aligner: &Aligner<'_, '_>, old: Id, new: Id) -> bool {
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    if old_index.node(old).shape != Shape::Row || new_index.node(new).shape != Shape::Row {
        return true;
    }
    let (old_cells, new_cells) = (old_index.children(old), new_index.children(new));
    let (Some(&old_key), Some(&new_key)) = (old_cells.first(), new_cells.first()) else {
        return true;
    };
    let has_no_words = |index: &Index<'_>, cell: Id| {
        let text = index.node(cell).block.own_text();
        !text.contains(char::is_alphabetic)
    };
    let are_alike = |old, new| {
        old_index.node(old).words == new_index.node(new).words
            || aligner.likenesses.of(old, new) >= SAME_BLOCK
    };
    has_no_words(old_index, old_key)
        || has_no_words(new_index, new_key)
        || new_cells.iter().any(|&cell| are_alike(old_key, cell))
        || old_cells.iter().any(|&cell| are_alike(cell, new_key))
}

/// The blocks of a text that may be as much like a counterpart of a block as is given, in thousandths, going by how
/// many words they have: those of its kind that neither hold it nor lie in it.
fn others(index: &Index<'_>, block: Id, least: u64) -> impl Iterator<Item = Id> {
    let node = index.node(block);
    let is_as_long = move |words: usize| {
        let (fewer, more) = (words.min(node.weight) as u64, words.max(node.weight) as u64);
        2 * fewer * ALIKE >= least * (fewer + more)
    };
    (0..index.nodes.len()).filter(move |&other| {
        let other_node = index.node(other);
        other_node.shape == node.shape
            && is_as_long(other_node.weight)
            && !index.subtree(block).contains(&other)
            && !index.subtree(other).contains(&block)
    })
}

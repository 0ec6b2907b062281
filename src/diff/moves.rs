//! What was taken for gone and come, and only stands elsewhere.
//!
//! A false move is worse than a missed one. A section moves as one when its heading and most of what
//! it holds are found again ([`sections`]); a block moves when what went and what came are each other's
//! best match, by far ([`blocks`]); a term moves with what is said of it
//! ([`definitions`]). Nothing is taken apart to make a move.

mod blocks;
mod candidates;
mod definitions;
mod sections;

use super::align::Aligner;
use super::model::Entry;
pub(super) use blocks::{TELLING_WORDS, mutual_best};

/// The least likeness of two blocks that are one, in thousandths.
const SAME_BLOCK: u64 = 600;
/// Fewer words than this say too little to be known again at all, outside their list or table.
pub(super) const KNOWN_WORDS: usize = 4;
/// More pairs than this are not each looked at.
const MOST_PAIRS: usize = 40_000;

/// Finds the moves among the entries of a text, and gives how many they are.
pub(super) fn find<'a>(aligner: &Aligner<'_, 'a>, entries: &mut Vec<Entry<'a>>) -> usize {
    let moves = sections::find(aligner, entries);
    moves + blocks::find(aligner, entries, moves)
}

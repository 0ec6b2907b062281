//! The change of something that came or went as a whole.

use super::node::node;
use super::passages_of::passages_of;
use super::{Holder, Lister};
use crate::diff::index::Shape;
use crate::diff::model::{Change, Entry, Inside, Kind, Node, Passage, Relation};
use crate::diff::word_count::count_words;
use crate::markdown::tree::Block;

impl<'a> Lister<'a> {
    /// The change of something that came or went.
    pub(super) fn whole_change(&self, entry: &Entry<'a>, holder: Holder) -> Option<Change> {
        let node = match holder {
            Holder::Row => return self.cell_of_moved_column(entry),
            Holder::Opened => return None,
            Holder::FirstRow => Node::TableColumn,
            _ => node(entry),
        };
        if holder == Holder::RowFromElsewhere && is_blank(entry) {
            return None;
        }
        if holder == Holder::Whole && node != Node::List {
            return None;
        }
        // Told by the moves. An item without words, an image, is not.
        if is_opened(entry) && is_row(entry) && without_moves(entry).is_empty() {
            return None;
        }
        let (old, new) = passages_of(entry);
        let words = |passages: &[Passage]| {
            passages
                .iter()
                .map(|passage| count_words(&passage.text))
                .sum()
        };
        let kind = if entry.new.is_empty() {
            Kind::Removed
        } else {
            Kind::Added
        };
        Some(Change {
            words_added: words(&new),
            words_removed: words(&old),
            ..Change::new(vec![kind], node, self.section(entry), (old, new))
        })
    }
}

/// Whether an entry says nothing at all.
fn is_blank(entry: &Entry<'_>) -> bool {
    let mut blocks = entry.old.iter().chain(&entry.new);
    blocks.all(|block| block.inlines.is_empty())
}

/// Whether an entry came or went, but for what moved into it or out of it.
pub(super) fn is_opened(entry: &Entry<'_>) -> bool {
    let is_item = |block: &Block| Shape::of(block) == Shape::Item;
    matches!(entry.relation, Relation::Added | Relation::Removed)
        && matches!(entry.inside, Inside::Entries(_))
        && !entry
            .old
            .iter()
            .chain(&entry.new)
            .any(|block| is_item(block))
}

/// Whether an entry is a list or table, which to a reader is no more than its items or rows.
fn is_row(entry: &Entry<'_>) -> bool {
    let is_row = |block: &Block| matches!(Shape::of(block), Shape::List | Shape::Table);
    entry
        .old
        .iter()
        .chain(&entry.new)
        .all(|block| is_row(block))
}

/// The blocks of an entry of one side, those that moved left out.
pub(super) fn without_moves<'a>(entry: &Entry<'a>) -> Vec<&'a Block> {
    match (entry.relation, &entry.inside) {
        (Relation::MovedHere(_) | Relation::MovedAway(_), _) => Vec::new(),
        (_, Inside::Entries(inside)) => inside.iter().flat_map(without_moves).collect(),
        _ => entry.old.iter().chain(&entry.new).copied().collect(),
    }
}

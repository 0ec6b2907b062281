//! What is said of a term that moved: where nothing else happened to it, it moved with its term.

use super::Lister;
use crate::diff::index::Shape;
use crate::diff::model::{Change, Entry, Kind, Passage, Relation};

/// Whether an entry is a term that moved.
pub(super) fn is_moved_term(entry: &Entry<'_>) -> bool {
    is_moved(entry, Shape::Term)
}

fn is_moved(entry: &Entry<'_>, shape: Shape) -> bool {
    let of_shape = |block: &&crate::markdown::tree::Block| Shape::of(block) == shape;
    matches!(entry.relation, Relation::MovedHere(_)) && entry.new.iter().all(of_shape)
}

impl Lister<'_> {
    /// The change of a definition, unless it is no more than its term's.
    pub(super) fn fold_definition(
        &mut self,
        entry: &Entry<'_>,
        change: Option<Change>,
    ) -> Option<Change> {
        let change = change?;
        let moved_alone = change.kinds == [Kind::Moved] && is_moved(entry, Shape::Definition);
        let last = self
            .moved_term
            .filter(|&term| term + 1 == self.changes.len());
        let term = last
            .filter(|_| moved_alone)
            .and_then(|term| self.changes.get_mut(term));
        let Some(term) = term else {
            return Some(change);
        };
        append(&mut term.old, change.old);
        append(&mut term.new, change.new);
        None
    }
}

/// Adds what follows to a passage.
fn append(passages: &mut [Passage], others: Vec<Passage>) {
    let Some(passage) = passages.last_mut() else {
        return;
    };
    for other in others {
        passage.span.end = other.span.end;
        passage.text.push('\n');
        passage.text.push_str(&other.text);
    }
}

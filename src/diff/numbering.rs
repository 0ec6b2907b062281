//! Numbers that changed because something before them came or went.

use super::index::Shape;
use super::model::{
    Attribute, AttributeChange, Change, Entry, Inside, Kind, Op, Passage, Relation,
};
use super::passages;
use crate::markdown::tree::{Block, BlockKind};

/// Items of one list that stand one after the other and have other numbers.
pub(super) struct Run<'a> {
    /// The entry that the run is marked on: its first without a change of its own, or its first.
    pub marked_at: usize,
    old: Vec<&'a Block>,
    new: Vec<&'a Block>,
}

impl Run<'_> {
    /// The numbers, before and after.
    pub fn attribute(&self) -> AttributeChange {
        AttributeChange {
            name: Attribute::Number,
            old: Some(numbers(&self.old)),
            new: Some(numbers(&self.new)),
        }
    }

    /// The items, before and after.
    pub fn passages(&self) -> (Vec<Passage>, Vec<Passage>) {
        (
            vec![passages::together(&self.old)],
            vec![passages::together(&self.new)],
        )
    }
}

/// The runs among the entries of a list. What came or went between two items does not part them.
pub(super) fn runs<'a>(items: &[Entry<'a>]) -> Vec<Run<'a>> {
    let mut runs: Vec<(Run<'a>, bool)> = Vec::new();
    let mut is_open = false;
    for (at, item) in items.iter().enumerate() {
        if item.relation != Relation::Kept {
            continue;
        }
        let ([old], [new]) = (item.old.as_slice(), item.new.as_slice()) else {
            continue;
        };
        let (Some(before), Some(after)) = (number(old), number(new)) else {
            continue;
        };
        if before == after {
            is_open = false;
            continue;
        }
        let is_free = !has_own_change(item);
        match runs.last_mut() {
            Some((run, is_marked)) if is_open => {
                run.old.push(old);
                run.new.push(new);
                if is_free && !*is_marked {
                    run.marked_at = at;
                    *is_marked = true;
                }
            }
            _ => {
                let run = Run {
                    marked_at: at,
                    old: vec![old],
                    new: vec![new],
                };
                runs.push((run, is_free));
            }
        }
        is_open = true;
    }
    runs.into_iter().map(|(run, _)| run).collect()
}

/// The label of a clause, before and after, where the label is all that changed of its words.
pub(super) fn label_change(entry: &Entry<'_>, change: &Change) -> Option<AttributeChange> {
    if entry.relation != Relation::Kept || change.kinds != [Kind::Changed] {
        return None;
    }
    let part = super::changes::lead(entry).unwrap_or(entry);
    let before = part.old.first()?.label.as_deref()?;
    let after = part.new.first()?.label.as_deref()?;
    let only_labels = change.edits.iter().all(|edit| match edit.op {
        Op::Equal => true,
        Op::Delete => edit.text.trim() == before,
        Op::Insert => edit.text.trim() == after,
    });
    only_labels.then(|| AttributeChange {
        name: Attribute::Number,
        old: Some(before.to_owned()),
        new: Some(after.to_owned()),
    })
}

/// Whether a clause has the label that it had.
pub(super) fn kept_label(entry: &Entry<'_>) -> bool {
    let part = super::changes::lead(entry).unwrap_or(entry);
    entry.relation == Relation::Kept
        && part.new.first().is_some_and(|new| new.label.is_some())
        && part.old.first().map(|old| &old.label) == part.new.first().map(|new| &new.label)
}

fn number(block: &Block) -> Option<u64> {
    match block.kind {
        BlockKind::ListItem { number } => number,
        _ => None,
    }
}

fn has_own_change(item: &Entry<'_>) -> bool {
    let has_change = |entry: &Entry<'_>| {
        !entry.attributes.is_empty()
            || match &entry.inside {
                Inside::Words(words) => words.have_changed(),
                Inside::Lines(_) | Inside::BeforeAfter => true,
                Inside::Blocks | Inside::Entries(_) => false,
            }
    };
    debug_assert!(item.new.iter().all(|block| Shape::of(block) == Shape::Item));
    has_change(item) || super::changes::lead(item).is_some_and(has_change)
}

/// `4`, or `4–7`.
fn numbers(items: &[&Block]) -> String {
    let first = items.first().and_then(|item| number(item)).unwrap_or(0);
    let last = items.last().and_then(|item| number(item)).unwrap_or(0);
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

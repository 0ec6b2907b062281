//! Sections that came or went whole: a summary shows what they hold below their headings.

use std::collections::BTreeMap;

use crate::diff::{Comparison, Entry, Inside, Relation};
use crate::markdown::tree::{Block, BlockKind};

/// By the place of the change of each heading that came or went with all that stands under it, the places of the
/// changes under it. A section within such a section is a part of it.
pub(super) fn whole(comparison: &Comparison<'_>) -> BTreeMap<usize, Vec<usize>> {
    let mut found = BTreeMap::new();
    find(&comparison.entries, &mut found);
    found
}

fn find(entries: &[Entry<'_>], found: &mut BTreeMap<usize, Vec<usize>>) {
    find_in(&new_text(entries), Relation::Added, found);
    find_in(&old_text(entries), Relation::Removed, found);
    for entry in entries {
        if let Inside::Entries(inside) = &entry.inside {
            find(inside, found);
        }
    }
}

/// An entry's first block of a text, and the entry.
type Shown<'e, 'a> = (&'a Block, &'e Entry<'a>);

fn new_text<'e, 'a>(entries: &'e [Entry<'a>]) -> Vec<Shown<'e, 'a>> {
    let first = |entry: &'e Entry<'a>| Some((*entry.new.first()?, entry));
    entries.iter().filter_map(first).collect()
}

/// The old text is where it was: what moved is at its old place.
fn old_text<'e, 'a>(entries: &'e [Entry<'a>]) -> Vec<Shown<'e, 'a>> {
    let stayed = |entry: &&Entry<'_>| !matches!(entry.relation, Relation::MovedHere(_));
    let first = |entry: &'e Entry<'a>| Some((*entry.old.first()?, entry));
    entries.iter().filter(stayed).filter_map(first).collect()
}

fn find_in(text: &[Shown<'_, '_>], relation: Relation, found: &mut BTreeMap<usize, Vec<usize>>) {
    let mut rest = text;
    while let Some(((_, heading), _)) = rest.split_first() {
        let section = section(rest);
        let is_whole = section.iter().all(|(_, entry)| entry.relation == relation);
        let taken = if is_whole { section.len() } else { 1 };
        if let (Some(change), true) = (heading.change, taken > 1) {
            let under = section[1..].iter();
            found.insert(
                change,
                under.filter_map(|(_, entry)| entry.change).collect(),
            );
        }
        rest = &rest[taken..];
    }
}

/// What belongs to the first of some blocks: of a heading all up to the next that is not below it, of anything else
/// that alone.
fn section<'s, 'e, 'a>(text: &'s [Shown<'e, 'a>]) -> &'s [Shown<'e, 'a>] {
    let level = |(block, _): &Shown<'_, '_>| match block.kind {
        BlockKind::Heading { level, .. } => Some(level),
        _ => None,
    };
    let Some(own) = level(&text[0]) else {
        return &text[..1];
    };
    let ends = |shown| level(shown).is_some_and(|level| level <= own);
    let under = text[1..].iter().position(ends);
    &text[..under.map_or(text.len(), |under| under + 1)]
}

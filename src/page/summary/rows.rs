//! What rows of tables are called, for those of their cells that changed: "24 days" alone does not say whose.

use std::collections::BTreeMap;

use crate::diff::{Comparison, Entry, Inside};
use crate::markdown::tree::{Block, BlockKind};

/// By the places of changes, the first cell of the row in which each changed cell stands. None for what stands in
/// first cells themselves, in headers and in rows that begin with an empty cell.
pub(super) fn of_cells(comparison: &Comparison<'_>) -> BTreeMap<usize, String> {
    let mut found = BTreeMap::new();
    find(&comparison.entries, &mut found);
    found
}

fn find(entries: &[Entry<'_>], found: &mut BTreeMap<usize, String>) {
    for entry in entries {
        let Inside::Entries(inside) = &entry.inside else {
            continue;
        };
        match shown(entry).map(|block| &block.kind) {
            Some(BlockKind::TableRow { header: false }) => name_cells(inside, found),
            Some(BlockKind::TableRow { header: true }) => {}
            _ => find(inside, found),
        }
    }
}

fn name_cells(cells: &[Entry<'_>], found: &mut BTreeMap<usize, String>) {
    let mut cells = cells.iter().filter(|cell| !cell.new.is_empty());
    let first = cells.next().and_then(shown);
    let name = first.map(|cell| cell.own_text().trim().to_owned());
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        return;
    };
    let changes = cells.filter_map(|cell| cell.change);
    found.extend(changes.map(|change| (change, name.clone())));
}

/// The block of an entry that readers of the new text see, or else the one that they saw.
fn shown<'a>(entry: &Entry<'a>) -> Option<&'a Block> {
    entry.new.first().or(entry.old.first()).copied()
}

//! What cells of tables are called that changed: "24 days" alone does not say whose, and of what.

use std::collections::BTreeMap;

use super::model::{Comparison, Entry, Inside};
use crate::markdown::tree::{Block, BlockKind};

/// What a cell is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellName {
    /// The first cell of its row.
    pub row: String,
    /// The header of its column, where the row has others and the table headers.
    pub column: Option<String>,
}

/// The names of the cells that changed, by the places of their changes. None for what stands in first cells
/// themselves, in headers and in rows that begin with an empty cell.
pub fn names(comparison: &Comparison<'_>) -> BTreeMap<usize, CellName> {
    let mut found = BTreeMap::new();
    find(&comparison.entries, &mut found);
    found
}

fn find(entries: &[Entry<'_>], found: &mut BTreeMap<usize, CellName>) {
    let mut headers = None;
    for entry in entries {
        let header = match shown(entry).map(|block| &block.kind) {
            Some(BlockKind::TableRow { header }) => Some(*header),
            _ => None,
        };
        match (header, &entry.inside) {
            (Some(true), _) => headers = Some(entry),
            (Some(false), Inside::Entries(cells)) => name_cells(cells, headers, found),
            (None, Inside::Entries(inside)) => find(inside, found),
            _ => {}
        }
    }
}

/// What the cells of a row say.
fn words_of_cells(row: &Entry<'_>) -> Vec<String> {
    match &row.inside {
        Inside::Entries(cells) => cells.iter().map(|cell| words(shown(cell))).collect(),
        _ => {
            let cells = shown(row).into_iter().flat_map(|row| &row.children);
            cells.map(|cell| words(Some(cell))).collect()
        }
    }
}

fn name_cells(
    cells: &[Entry<'_>],
    headers: Option<&Entry<'_>>,
    found: &mut BTreeMap<usize, CellName>,
) {
    if cells.iter().all(|cell| cell.change.is_none()) {
        return;
    }
    let headers = headers.map(words_of_cells).unwrap_or_default();
    let mut cells = (0..).zip(cells).filter(|(_, cell)| !cell.new.is_empty());
    let first = cells.next().map(|(_, cell)| words(shown(cell)));
    let Some(row) = first.filter(|name| !name.is_empty()) else {
        return;
    };
    let is_one_of_many = cells.clone().count() > 1;
    for (at, cell) in cells {
        let header = headers.get(at).filter(|_| is_one_of_many).cloned();
        let name = CellName {
            row: row.clone(),
            column: header.filter(|header| !header.is_empty()),
        };
        found.extend(cell.change.map(|change| (change, name)));
    }
}

fn words(cell: Option<&Block>) -> String {
    cell.map(|cell| cell.own_text().trim().to_owned())
        .unwrap_or_default()
}

/// The block of an entry that readers of the new text see, or else the one that they saw.
fn shown<'a>(entry: &Entry<'a>) -> Option<&'a Block> {
    entry.new.first().or(entry.old.first()).copied()
}

//! Whether each cell of a row that is in both texts is told where it came or went.

use canllaw::diff::{Change, Comparison, Entry, Inside, Kind, Relation};
use canllaw::markdown::tree::{Block, BlockKind};

/// Cells that came or went with no change of their own, and in none of a column.
pub fn faults(comparison: &Comparison<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    untold(&comparison.entries, &comparison.changes, &mut faults);
    faults
}

fn untold(entries: &[Entry<'_>], changes: &[Change], faults: &mut Vec<String>) {
    for entry in entries {
        let Inside::Entries(inside) = &entry.inside else {
            continue;
        };
        let is_row = |block: &Block| matches!(block.kind, BlockKind::TableRow { .. });
        if entry.new.first().is_some_and(|block| is_row(block)) && !entry.old.is_empty() {
            let cells = inside.iter().filter(|cell| cell.change.is_none());
            faults.extend(cells.filter_map(|cell| untold_cell(cell, changes)));
        } else {
            untold(inside, changes, faults);
        }
    }
}

fn untold_cell(cell: &Entry<'_>, changes: &[Change]) -> Option<String> {
    let block = match cell.relation {
        Relation::Added => cell.new.first()?,
        Relation::Removed => cell.old.first()?,
        _ => return None,
    };
    let text = block.own_text();
    let is_told = changes.iter().any(|change| {
        let passages = match (&change.kinds[..], cell.relation) {
            ([Kind::Added], _) => &change.new,
            ([Kind::Removed], _) => &change.old,
            // A column that stands in another place.
            ([Kind::Moved], Relation::Added) => &change.new,
            ([Kind::Moved], _) => &change.old,
            _ => return false,
        };
        passages.iter().any(|passage| {
            let has_place = passage.span.start <= block.span.start;
            let has_end = block.span.end <= passage.span.end;
            has_place && has_end && passage.text.lines().any(|line| line == text.trim())
        })
    });
    (!is_told && !text.trim().is_empty()).then(|| format!("untold: the cell {text:?}"))
}

//! Columns of a table that stand in another place: one change, with those of their cells that say something else.

use std::rc::Rc;

use super::Lister;
use crate::diff::model::{Change, Entry, Inside, Kind, Node, Op, Passage, Relation, TextEdit};
use crate::diff::passages;
use crate::diff::table::has_columns_of;
use crate::diff::word_count::count_words;
use crate::markdown::tree::{Block, Inline};

/// Where a column stood and where it stands, by the places of both among the cells of each row's entry.
#[derive(Clone, Copy)]
pub(super) struct MovedColumn {
    pub from: usize,
    pub to: usize,
}

/// The cells of one column in both texts.
type Cells<'a> = Vec<(&'a Block, &'a Block)>;

impl<'a> Lister<'a> {
    /// The columns of a table that moved, of which `old` is the older form: those that have their header, alone in
    /// having it among what went and what came, and say the same in half of their rows. Notes what the others say.
    pub(super) fn moved_columns(&mut self, rows: &[Entry<'a>], old: &[&Block]) -> Vec<MovedColumn> {
        let Some(Inside::Entries(headers)) = rows.first().map(|row| &row.inside) else {
            return Vec::new();
        };
        let of = |relation: Relation| -> Vec<(usize, String)> {
            let headers = headers.iter().enumerate();
            let own = headers.filter(|(_, header)| header.relation == relation);
            own.map(|(at, header)| (at, header_of(header))).collect()
        };
        let (gone, come) = (of(Relation::Removed), of(Relation::Added));
        let mut moved = Vec::new();
        for (from, header) in gone.iter().filter(|(_, header)| !header.is_empty()) {
            let has_it = |(_, other): &&(usize, String)| other == header;
            let mut there = come.iter().filter(has_it);
            let (Some(&(to, _)), None) = (there.next(), there.next()) else {
                continue;
            };
            let column = MovedColumn { from: *from, to };
            let is_alone = gone.iter().filter(has_it).count() == 1;
            if let Some(edited) = edited_cells(rows, old, column).filter(|_| is_alone) {
                let places = edited
                    .iter()
                    .map(|&(old, new)| (std::ptr::from_ref(new), old));
                self.cells_of_moved_columns.extend(places);
                moved.push(column);
            }
        }
        moved
    }

    /// The change of a column that moved.
    pub(super) fn moved_column(
        &self,
        header: &Entry<'a>,
        column: MovedColumn,
        cells: &[Vec<Passage>],
    ) -> Change {
        let section = self.section(header);
        let side = |at: usize| passages::of_column(&cells[at]).into_iter().collect();
        Change {
            moved_from: section.to_vec(),
            stays_in_section: true,
            ..Change::new(
                vec![Kind::Moved],
                Node::TableColumn,
                section,
                (side(column.from), side(column.to)),
            )
        }
    }

    /// The change of a cell that says something else than it did in the place that its column left.
    pub(super) fn cell_of_moved_column(&self, cell: &Entry<'a>) -> Option<Change> {
        let new = cell.new.first()?;
        let old = self.cells_of_moved_columns.get(&std::ptr::from_ref(*new))?;
        let (before, now) = (passages::whole(old), passages::whole(new));
        let edits = [(Op::Delete, &before.text), (Op::Insert, &now.text)];
        let edits = edits.into_iter().filter(|(_, text)| !text.is_empty());
        let edits: Rc<[TextEdit]> = edits
            .map(|(op, text)| TextEdit::of_words(op, text.clone()))
            .collect();
        Some(Change {
            edits,
            words_removed: count_words(&before.text),
            words_added: count_words(&now.text),
            ..Change::new(
                vec![Kind::Changed],
                Node::TableCell,
                self.section(cell),
                (vec![before], vec![now]),
            )
        })
    }
}

/// The cells of a column that say something else in its new place. Nothing where they are no column that moved.
fn edited_cells<'a>(rows: &[Entry<'a>], old: &[&Block], column: MovedColumn) -> Option<Cells<'a>> {
    let (mut count, mut edited) = (0, Cells::new());
    let of_table = rows.iter().skip(1).filter(|row| has_columns_of(row, old));
    for row in of_table {
        let Inside::Entries(cells) = &row.inside else {
            return None;
        };
        let (from, to) = (cells.get(column.from)?, cells.get(column.to)?);
        let (before, now) = (*from.old.first()?, *to.new.first()?);
        if !from.new.is_empty() || !to.old.is_empty() {
            return None;
        }
        count += 1;
        if passages::whole(before).text != passages::whole(now).text {
            edited.push((before, now));
        } else if !show_the_same(before, now) {
            return None;
        }
    }
    (edited.len() * 2 <= count).then_some(edited)
}

/// Whether two cells have the same things in the same formatting.
fn show_the_same(old: &Block, new: &Block) -> bool {
    let shown = |block: &Block, inline: &Inline| -> Vec<_> {
        let marks = inline
            .marks
            .iter()
            .filter_map(|&mark| block.marks.get(mark));
        marks.cloned().collect()
    };
    let pairs = old.inlines.iter().zip(&new.inlines);
    old.inlines.len() == new.inlines.len()
        && pairs
            .clone()
            .all(|(before, now)| before.content == now.content)
        && pairs
            .into_iter()
            .all(|(before, now)| shown(old, before) == shown(new, now))
}

fn header_of(cell: &Entry<'_>) -> String {
    let block = cell.new.first().or(cell.old.first());
    block.map_or_else(String::new, |block| {
        passages::whole(block).text.trim().to_lowercase()
    })
}

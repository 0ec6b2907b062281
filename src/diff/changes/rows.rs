//! The changes of a table's rows and columns.

use super::moved_columns::MovedColumn;
use super::{Holder, Lister};
use crate::diff::model::{Change, Entry, Inside, Kind, Node, Passage, Relation};
use crate::diff::numbering::Run;
use crate::diff::passages;
use crate::diff::table::has_columns_of;
use crate::diff::word_count::count_words;
use crate::markdown::tree::Block;

impl<'a> Lister<'a> {
    /// Lists the changes of the rows of two tables that are one, of which `old` is the older.
    pub(super) fn visit_rows(&mut self, rows: &mut [Entry<'a>], old: &[&Block], runs: &[Run]) {
        let columns = columns(rows, old);
        let moved = self.moved_columns(rows, old);
        for (at, row) in rows.iter_mut().enumerate() {
            let run = runs.iter().find(|run| run.has(at));
            let is_kept = row.relation == Relation::Kept;
            if let Some(run) = run.filter(|run| is_kept && run.marked_at == at) {
                row.change = Some(self.changes.len());
                self.changes.push(self.renumbered_rows(row, run));
            }
            match (&mut row.inside, row.relation) {
                (Inside::Entries(cells), Relation::Kept) => {
                    // The number is told with its run.
                    let told = usize::from(run.is_some());
                    if at == 0 {
                        self.visit_first_row(cells, told, &moved, &columns);
                    } else {
                        let cells = cells.iter_mut().skip(told);
                        cells.for_each(|cell| self.visit(cell, Holder::Row, None));
                    }
                }
                _ => {
                    let is_of_table = has_columns_of(row, old);
                    let holder = if is_of_table {
                        Holder::Text
                    } else {
                        Holder::OtherTable
                    };
                    self.visit(row, holder, run);
                }
            }
        }
    }

    /// Lists the changes of the first row's cells, the first so many left out: what moved, came or went there is its
    /// column.
    fn visit_first_row(
        &mut self,
        cells: &mut [Entry<'a>],
        told: usize,
        moved: &[MovedColumn],
        columns: &[Vec<Passage>],
    ) {
        for (at, cell) in cells.iter_mut().enumerate().skip(told) {
            if moved.iter().any(|column| column.from == at) {
                continue;
            }
            if let Some(&column) = moved.iter().find(|column| column.to == at) {
                cell.change = Some(self.changes.len());
                let change = self.moved_column(cell, column, columns);
                self.changes.push(change);
                continue;
            }
            self.visit(cell, Holder::FirstRow, None);
            if let Some(change) = cell.change {
                self.fill_column(change, &columns[at]);
            }
        }
        // Its old place belongs to the one change.
        for column in moved {
            cells[column.from].change = cells[column.to].change;
        }
    }

    /// The change of rows that have other numbers.
    fn renumbered_rows(&self, row: &Entry<'_>, run: &Run) -> Change {
        let (kinds, section) = (vec![Kind::Renumbered], self.section(row));
        Change {
            attributes: run.attributes(),
            ..Change::new(kinds, Node::TableRow, section, run.passages())
        }
    }

    /// Gives the change of a column all of its cells.
    fn fill_column(&mut self, change: usize, column: &[Passage]) {
        let change = &mut self.changes[change];
        if change.node != Node::TableColumn {
            return;
        }
        let passages = if change.kinds == [Kind::Added] {
            &mut change.new
        } else {
            &mut change.old
        };
        if let Some(passage) = passages::of_column(column) {
            let words = count_words(&passage.text);
            *passages = vec![passage];
            if change.kinds == [Kind::Added] {
                change.words_added = words;
            } else {
                change.words_removed = words;
            }
        }
    }
}

/// The cells of each column that came or went, as far as the rows have it, in the order of their text.
fn columns(rows: &[Entry<'_>], old: &[&Block]) -> Vec<Vec<Passage>> {
    let mut columns: Vec<Vec<Passage>> = Vec::new();
    for row in rows.iter().filter(|row| has_columns_of(row, old)) {
        let Inside::Entries(cells) = &row.inside else {
            continue;
        };
        for (at, cell) in cells.iter().enumerate() {
            if columns.len() <= at {
                columns.push(Vec::new());
            }
            if matches!(cell.relation, Relation::Added | Relation::Removed) {
                let block = cell.new.first().or(cell.old.first());
                columns[at].extend(block.map(|block| passages::whole(block)));
            }
        }
    }
    for column in &mut columns {
        column.sort_by_key(|cell| cell.span.start);
    }
    columns
}

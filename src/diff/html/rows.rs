//! The rows of tables, whose label stands in their first cell, each cell in its column: where columns came and
//! went, a row that lacks one has an empty cell there that is no part of the text.

use super::columns::{Columns, Place};
use super::{Label, Page};
use crate::diff::model::{Entry, Inside, Kind, Relation};
use crate::markdown::html::CellStyle;
use crate::markdown::tree::{Alignment, Block, BlockKind};

/// Stands in a column that a row lacks.
const NO_CELL: &str = "<td data-aside></td>\n";

impl<'p> Page<'p> {
    /// Where a row stood that is elsewhere now.
    pub(super) fn old_row(&mut self, row: &'p Block, attributes: &str, label: &str, change: usize) {
        self.writer.open(row, attributes);
        let columns = self.table.as_ref().map(Columns::count);
        let columns = columns.unwrap_or(row.children.len()).max(1);
        self.writer
            .raw_parts(format_args!("<td colspan=\"{columns}\">"));
        self.link_label(label, change);
        self.writer.raw("</td>\n");
        self.writer.close(row);
    }

    /// Whether the header of a column stood in another place, and its change is told there.
    pub(super) fn is_old_place_of_column(&self, cell: &Entry<'_>) -> bool {
        let change = cell.change.map(|at| &self.changes[at]);
        cell.relation == Relation::Removed
            && change.is_some_and(|change| change.kinds == [Kind::Moved])
    }

    /// Where the header of a column stood that is elsewhere now, with its words.
    pub(super) fn old_header(&mut self, cell: &Entry<'_>, block: &'p Block) {
        let Some(change) = cell.change else { return };
        let attributes = format!("id=\"moved-{}\"", self.number(change));
        let label = self.labels.label(&Label::MovedAway { to: None });
        self.open(block, &attributes);
        self.link_label(&label, change);
        self.writer.raw(" ");
        self.wrapped("del", |page| page.writer.contents(block));
        self.writer.close(block);
    }

    /// The cells of a row that only one of the texts has.
    pub(super) fn one_sided_row(
        &mut self,
        entry: &'p Entry<'p>,
        row: &'p Block,
        is_marked: bool,
        tag: &str,
    ) {
        self.pending_label = is_marked.then_some(entry);
        let is_old = entry.relation == Relation::Removed;
        let mut next = 0;
        for (at, cell) in row.children.iter().enumerate() {
            let place = if is_old {
                (Some(at), None)
            } else {
                (None, Some(at))
            };
            self.step_to(place, row, &mut next);
            self.open(cell, "");
            self.wrapped(tag, |page| page.writer.contents(cell));
            self.writer.close(cell);
        }
        self.fill_row(next);
    }

    /// The cells of a row; its label stands in the first.
    pub(super) fn row(&mut self, entry: &'p Entry<'p>, row: &'p Block, is_marked: bool) {
        self.pending_label = is_marked.then_some(entry);
        match &entry.inside {
            Inside::Entries(cells) => {
                let table = self.table.as_ref();
                let places: Vec<Place> =
                    table.map_or_else(Vec::new, |table| table.places_in(entry, cells).collect());
                let mut next = 0;
                for (at, cell) in cells.iter().enumerate() {
                    let place = places.get(at).copied();
                    self.step_to(place.unwrap_or_default(), row, &mut next);
                    self.entry(cell);
                }
                self.fill_row(next);
            }
            _ => {
                for cell in &row.children {
                    self.open(cell, "");
                    self.writer.contents(cell);
                    self.writer.close(cell);
                }
            }
        }
        self.pending_label = None;
    }

    /// Comes to the column of a row's next cell, past those that the row lacks. `next` is the first column that
    /// nothing was written to.
    fn step_to(&mut self, cell: Place, row: &Block, next: &mut usize) {
        let Some(table) = &self.table else { return };
        let column = table.of_cell(cell).filter(|column| column >= next);
        let alignment = column.map_or(Alignment::None, |column| table.alignment(column));
        let header = matches!(row.kind, BlockKind::TableRow { header: true });
        self.next_style = Some(CellStyle { header, alignment });
        if let Some(column) = column {
            (*next..column).for_each(|_| self.writer.raw(NO_CELL));
            *next = column + 1;
        }
    }

    /// Ends a row whose last cells are in columns that it lacks.
    fn fill_row(&mut self, next: usize) {
        let columns = self.table.as_ref().map_or(0, Columns::count);
        (next..columns).for_each(|_| self.writer.raw(NO_CELL));
    }
}

//! The rows of tables, whose label stands in their first cell, and the cells in the style of their columns.

use super::Page;
use crate::diff::model::{Entry, Inside};
use crate::markdown::html::CellStyle;
use crate::markdown::tree::{Alignment, Block, BlockKind};

/// The columns of two tables that are each other's counterpart, and how far their row was written.
pub(super) struct Columns<'p> {
    old: &'p [Alignment],
    new: &'p [Alignment],
    /// Which columns of both the next cell is in.
    next: (usize, usize),
}

impl<'p> Page<'p> {
    /// Where a row stood that is elsewhere now.
    pub(super) fn old_row(&mut self, row: &'p Block, attributes: &str, label: &str, change: usize) {
        self.writer.open(row, attributes);
        let columns = row.children.len().max(1);
        self.writer
            .raw_parts(format_args!("<td colspan=\"{columns}\">"));
        self.link_label(label, change);
        self.writer.raw("</td>\n");
        self.writer.close(row);
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
        for cell in &row.children {
            self.open(cell, "");
            self.wrapped(tag, |page| page.writer.contents(cell));
            self.writer.close(cell);
        }
    }

    /// The cells of a row; its label stands in the first.
    pub(super) fn row(&mut self, entry: &'p Entry<'p>, row: &'p Block, is_marked: bool) {
        self.pending_label = is_marked.then_some(entry);
        if let Some(columns) = self.tables.last_mut() {
            columns.next = (0, 0);
        }
        match &entry.inside {
            Inside::Entries(cells) => {
                for cell in cells {
                    let header = matches!(row.kind, BlockKind::TableRow { header: true });
                    self.cell_entry(cell, header);
                }
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

    /// A cell, in the style of its own column: columns may have come and gone before it.
    fn cell_entry(&mut self, entry: &'p Entry<'p>, header: bool) {
        self.next_style = self.tables.last_mut().map(|columns| {
            let (old, new) = columns.next;
            let of = |columns: &[Alignment], at: usize| {
                columns.get(at).copied().unwrap_or(Alignment::None)
            };
            let alignment = if entry.new.is_empty() {
                of(columns.old, old)
            } else {
                of(columns.new, new)
            };
            columns.next = (old + entry.old.len(), new + entry.new.len());
            CellStyle { header, alignment }
        });
        self.entry(entry);
    }

    pub(super) fn enter_table(&mut self, entry: &'p Entry<'p>) {
        if let (Some(new), Some(old)) = (entry.new.first(), entry.old.first())
            && let BlockKind::Table { alignments: new } = &new.kind
            && let BlockKind::Table { alignments: old } = &old.kind
        {
            self.tables.push(Columns {
                old,
                new,
                next: (0, 0),
            });
        }
    }

    pub(super) fn leave_table(&mut self, entry: &Entry<'_>) {
        let is_table = |blocks: &[&Block]| {
            blocks
                .first()
                .is_some_and(|block| matches!(block.kind, BlockKind::Table { .. }))
        };
        if is_table(&entry.new) && is_table(&entry.old) {
            self.tables.pop();
        }
    }
}

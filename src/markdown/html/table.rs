//! The tags of tables, their rows and cells.

use std::borrow::Cow;

use super::block::{Open, Within};
use super::{Writer, alignment_class, escape};
use crate::markdown::tree::{Alignment, Block};

/// How a class begins among attributes.
const CLASS: &str = "class=\"";

/// The part of a table that rows are written to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TablePart {
    None,
    Head,
    Body,
}

/// How a table's cell is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellStyle {
    /// Whether it names its column.
    pub header: bool,
    /// The alignment of its column.
    pub alignment: Alignment,
}

impl<'t> Writer<'t> {
    pub(super) fn table(
        &mut self,
        block: &'t Block,
        alignments: &'t [Alignment],
        attributes: &str,
    ) {
        self.outer_element(
            block,
            "<div class=\"table-scroll\" data-table",
            "</table></div>\n",
            attributes,
        );
        self.raw("<table>\n");
        self.within(Within::Table {
            alignments,
            part: TablePart::None,
        });
    }

    pub(super) fn row(&mut self, block: &'t Block, header: bool, attributes: &str) {
        let needed = if header {
            TablePart::Head
        } else {
            TablePart::Body
        };
        if let Some(Open {
            within: Within::Table { part, .. },
            ..
        }) = self.open.last_mut()
        {
            // A header that comes after the body (of an older table, in a comparison) is a row of the body.
            let next = if *part == TablePart::Body {
                TablePart::Body
            } else {
                needed
            };
            let before = std::mem::replace(part, next);
            match (before, next) {
                (TablePart::None, TablePart::Head) => self.raw("<thead>\n"),
                (TablePart::None, TablePart::Body) => self.raw("<tbody>\n"),
                (TablePart::Head, TablePart::Body) => self.raw("</thead>\n<tbody>\n"),
                _ => {}
            }
        }
        self.row_aliases = self.tag(block, "<tr", attributes);
        self.push("</tr>\n", Within::Row { header, column: 0 });
    }

    /// The style of the next cell of the open row.
    pub(super) fn next_cell(&mut self) -> CellStyle {
        let mut style = CellStyle {
            header: false,
            alignment: Alignment::None,
        };
        let mut at = 0;
        if let Some(Open {
            within: Within::Row { header, column },
            ..
        }) = self.open.last_mut()
        {
            style.header = *header;
            at = *column;
            *column += 1;
        }
        let table = self.open.iter().rev().nth(1);
        if let Some(Open {
            within: Within::Table { alignments, .. },
            ..
        }) = table
        {
            style.alignment = alignments.get(at).copied().unwrap_or(Alignment::None);
        }
        style
    }

    /// Writes the start of a table's cell as [`Writer::open`] does, in a style of the caller's choice:
    /// where columns came and went, a cell's place in its row does not tell its column.
    pub fn open_cell(&mut self, block: &'t Block, style: CellStyle, attributes: &str) {
        self.marks_to(&[]);
        // An empty cell names no column.
        let (mut start, close) = match style.header && !block.inlines.is_empty() {
            true => ("<th scope=\"col\"".to_owned(), "</th>\n"),
            false => ("<td".to_owned(), "</td>\n"),
        };
        let mut attributes = Cow::Borrowed(attributes);
        if let Some(class) = alignment_class(style.alignment) {
            match attributes.find(CLASS) {
                Some(at) => attributes
                    .to_mut()
                    .insert_str(at + CLASS.len(), &format!("{class} ")),
                None => escape::attribute(&mut start, "class", class),
            }
        }
        let mut targets = std::mem::take(&mut self.row_aliases);
        targets.extend(self.tag(block, &start, &attributes));
        self.targets(&targets);
        self.push(close, Within::Blocks);
    }
}

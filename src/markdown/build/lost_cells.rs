//! Cells of a row for which the table's header has no column: the parser drops them, as code hosts do.

use std::ops::Range;

use super::Builder;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::tree::{Block, BlockKind};

impl Builder<'_> {
    /// Says where a row's words are lost, if it has more cells than its table has columns.
    pub(super) fn report_lost_cells(&mut self, block: &Block) {
        let BlockKind::TableRow { .. } = block.kind else {
            return;
        };
        let Some((first, count)) = lost_cells(self.source.text(), block) else {
            return;
        };
        let columns = block.children.len();
        let message = format!(
            "this row has {} cells and its table {columns}: what stands from here to the end of the row is shown to nobody",
            columns + count
        );
        let found = Diagnostic::new(Code::LostCells, self.source.place(first), message).help(
            "Begin a new line where the next row begins, give the table's header another column, or write `\\|` for a stroke that is meant as text.",
        );
        self.built.findings.push(found);
    }
}

/// Where the first words are that stand behind a row's last column, and in how many cells such words go on.
fn lost_cells(source: &str, row: &Block) -> Option<(Range<usize>, usize)> {
    let from = row.children.last()?.span.end;
    let behind = source.get(from..row.span.end)?.trim_end();
    let cells = cells(behind);
    let first = cells.iter().find(|cell| !cell.is_empty())?;
    let last = cells.iter().rposition(|cell| !cell.is_empty())?;
    Some((from + first.start..from + first.end, last + 1))
}

/// Where the words of each cell are, in what begins with a stroke.
fn cells(text: &str) -> Vec<Range<usize>> {
    let strokes = text.match_indices('|').map(|(at, _)| at);
    let strokes: Vec<usize> = strokes.filter(|&at| !is_escaped(text, at)).collect();
    let ends = strokes.iter().skip(1).copied().chain([text.len()]);
    let cells = strokes.iter().zip(ends).map(|(stroke, end)| {
        let cell = &text[stroke + 1..end];
        let start = end - cell.trim_start().len();
        start..start + cell.trim().len()
    });
    cells.collect()
}

/// Whether a backslash takes from a stroke what it means.
fn is_escaped(text: &str, at: usize) -> bool {
    let before = text[..at].bytes().rev();
    before.take_while(|&byte| byte == b'\\').count() % 2 == 1
}

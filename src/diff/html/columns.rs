//! The columns of a table as a comparison shows it: those of both texts, in one order.

use crate::diff::model::{Entry, Inside};
use crate::diff::table::has_columns_of;
use crate::markdown::tree::{Alignment, Block, BlockKind};

/// Which of its row's cells a cell is in the old text, and which in the new.
pub(super) type Place = (Option<usize>, Option<usize>);

/// The columns of two tables that are each other's counterpart.
pub(super) struct Columns<'p> {
    old: &'p [&'p Block],
    shown: Vec<(Place, Alignment)>,
}

impl<'p> Columns<'p> {
    /// Those of a table that both texts have, as its first row has them.
    pub fn of(table: &'p Entry<'p>) -> Option<Self> {
        let (old, new) = (alignments(&table.old)?, alignments(&table.new)?);
        let Inside::Entries(rows) = &table.inside else {
            return None;
        };
        let places: Vec<Place> = match rows.first().map(|row| &row.inside) {
            Some(Inside::Entries(cells)) => places(cells).collect(),
            _ => (0..new.len()).map(|at| (Some(at), Some(at))).collect(),
        };
        let written = |alignments: &[Alignment], at: Option<usize>| {
            at.and_then(|at| alignments.get(at).copied())
        };
        let with_alignment = |place: Place| {
            let alignment = written(new, place.1).or(written(old, place.0));
            (place, alignment.unwrap_or(Alignment::None))
        };
        Some(Columns {
            old: &table.old,
            shown: places.into_iter().map(with_alignment).collect(),
        })
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.shown.len()
    }

    /// How the cells of one of them are aligned.
    pub fn alignment(&self, column: usize) -> Alignment {
        let column = self.shown.get(column);
        column.map_or(Alignment::None, |&(_, alignment)| alignment)
    }

    /// The column that a cell belongs in.
    pub fn of_cell(&self, cell: Place) -> Option<usize> {
        self.shown.iter().position(|&((old, new), _)| match cell {
            (_, Some(now)) => new == Some(now),
            (Some(before), None) => old == Some(before),
            (None, None) => false,
        })
    }

    /// The cells of a row as this table's: of one that came from elsewhere, only what the new text has.
    pub fn places_in<'e>(
        &self,
        row: &Entry<'_>,
        cells: &'e [Entry<'_>],
    ) -> impl Iterator<Item = Place> + use<'e, 'p> {
        let is_of_table = has_columns_of(row, self.old);
        places(cells).map(move |(old, new)| (old.filter(|_| is_of_table), new))
    }
}

/// The places of the cells of a row.
fn places<'e>(cells: &'e [Entry<'_>]) -> impl Iterator<Item = Place> + use<'e> {
    let mut next = (0, 0);
    let take = |blocks: &[&Block], next: &mut usize| {
        let at = *next;
        *next += blocks.len();
        (!blocks.is_empty()).then_some(at)
    };
    cells
        .iter()
        .map(move |cell| (take(&cell.old, &mut next.0), take(&cell.new, &mut next.1)))
}

fn alignments<'b>(blocks: &'b [&Block]) -> Option<&'b [Alignment]> {
    match &blocks.first()?.kind {
        BlockKind::Table { alignments } => Some(alignments),
        _ => None,
    }
}

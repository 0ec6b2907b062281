//! The rows of tables whose first column numbers them: one put in gives all below it another number, so that
//! their number, "R3" or 3, says less of which they are than anything else in them.

use super::{Columns, Grid};
use crate::diff::align::Aligner;
use crate::diff::bags::{ALIKE, Bag};
use crate::diff::fingerprint::{Fingerprint, FingerprintMap};
use crate::diff::index::{Id, Index};
use crate::diff::likeness::Likenesses;
use crate::diff::model::Side;
use crate::diff::ordinals;
use crate::diff::sighting::{Sighting, Sightings};
use crate::diff::words::Class;

/// What the same number adds to the likeness of two rows: of several that say the same, it tells which is which.
const SAME_NUMBER: u64 = ALIKE / 50;

/// What numbered rows say besides their numbers.
pub(super) struct NumberedRows {
    old: Vec<Row>,
    new: Vec<Row>,
    /// Where each table has a row, by all that it says.
    seen: FingerprintMap<Sightings>,
}

struct Row {
    number: u64,
    /// Equal for rows that say the same, quotes aside.
    said: u64,
    words: Bag,
}

impl NumberedRows {
    /// Of two tables, where the first column of both is the same and numbers the rows.
    pub fn of(
        aligner: &Aligner<'_, '_>,
        old: &Grid,
        new: &Grid,
        columns: &Columns,
    ) -> Option<Self> {
        let (old_index, new_index) = (aligner.old(), aligner.new_side());
        let are_numbered = columns.first() == Some(&(Some(0), Some(0)))
            && lead(old_index, old).is_some_and(|before| lead(new_index, new) == Some(before));
        are_numbered.then(|| {
            let (olds, news): (Vec<usize>, Vec<usize>) = columns
                .iter()
                .skip(1)
                .filter_map(|&(old, new)| old.zip(new))
                .unzip();
            let rows = |side: Side, grid: &Grid, columns: &[usize]| {
                let cells = grid.cells.iter();
                cells
                    .map(|cells| Row::new(&aligner.likenesses, side, cells, columns))
                    .collect()
            };
            NumberedRows::new(rows(Side::Old, old, &olds), rows(Side::New, new, &news))
        })
    }

    fn new(old: Vec<Row>, new: Vec<Row>) -> Self {
        let mut seen: FingerprintMap<Sightings> = FingerprintMap::default();
        for (at, row) in old.iter().enumerate() {
            seen.entry(row.said).or_default().old.see(at);
        }
        for (at, row) in new.iter().enumerate() {
            seen.entry(row.said).or_default().new.see(at);
        }
        NumberedRows { old, new, seen }
    }

    /// How alike two rows are, in thousandths; nothing where one of them has no words.
    pub fn likeness(&self, old: usize, new: usize) -> u64 {
        let (old, new) = (&self.old[old], &self.new[new]);
        if old.words.total == 0 || new.words.total == 0 {
            return 0;
        }
        let alike = old.words.as_it_is().likeness(new.words.as_it_is());
        let same_number = old.number == new.number;
        alike + if same_number { SAME_NUMBER } else { 0 }
    }

    /// Whether one of two rows says all that another in their tables says, each of them alone.
    pub fn is_one_of_another(&self, old: usize, new: usize) -> bool {
        let stands_elsewhere = |row: &Row| {
            let seen = self.seen.get(&row.said);
            row.words.total > 0
                && matches!(
                    seen.map(|seen| (&seen.old, &seen.new)),
                    Some((&Sighting::Once(a), &Sighting::Once(b))) if (a, b) != (old, new)
                )
        };
        stands_elsewhere(&self.old[old]) || stands_elsewhere(&self.new[new])
    }
}

impl Row {
    fn new(likenesses: &Likenesses<'_, '_>, side: Side, cells: &[Id], columns: &[usize]) -> Self {
        let written = |&cell: &Id| likenesses.index(side).node(cell).words;
        let cells_of_columns = columns.iter().filter_map(|&at| cells.get(at).copied());
        let said = cells_of_columns.clone();
        let said = said.fold(Fingerprint::new(0), |said, cell| {
            said.number(written(&cell))
        });
        Row {
            number: cells.first().map_or(0, written),
            said: said.finish(),
            words: Bag::new(cells_of_columns.flat_map(|cell| words(likenesses, side, cell))),
        }
    }
}

/// The words of a cell and what they weigh. Its values are left out: where rows say the same of 25 days, 26
/// days and 27 days, the number is what they are known by.
fn words(
    likenesses: &Likenesses<'_, '_>,
    side: Side,
    cell: Id,
) -> impl Iterator<Item = (u32, u32)> {
    let index = likenesses.index(side);
    let leaves = index.subtree(cell).filter(|&id| index.is_leaf(id));
    leaves.flat_map(move |leaf| {
        let bag = likenesses.bag(side, leaf);
        let tokens = likenesses.tokens(side, leaf).iter();
        let telling = tokens.filter(|token| matches!(token.class, Class::Word | Class::Address));
        telling.map(move |token| {
            let word = likenesses.vocabulary().id(token.caseless);
            (word, bag.weight_of(word) as u32)
        })
    })
}

/// What stands before the numbers of a table's rows, where it numbers them.
fn lead(index: &Index<'_>, grid: &Grid) -> Option<String> {
    let table = grid.rows.first().and_then(|&row| index.node(row).parent)?;
    ordinals::lead_of_rows(index.block(table))
}

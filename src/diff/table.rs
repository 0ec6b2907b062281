//! Two tables: columns first, then rows, then cells.
//!
//! Columns are paired by their headers ([`headers`]) and by what they hold, in order; rows by the words of the
//! cells whose columns are paired, the first of them, the key, counting most, or least where it does
//! no more than number them ([`numbered`]). A column that stands in another place is removed there
//! and added here.

mod headers;
mod numbered;

use std::rc::Rc;

use super::align::Aligner;
use super::bags::{ALIKE, Bag, share};
use super::columns::Columns;
use super::entries;
use super::index::{Id, Index};
use super::likeness::Likenesses;
use super::model::{Entry, Inside, Relation, Side};
use crate::markdown::tree::Block;
use headers::Headers;
use numbered::NumberedRows;

/// The least likeness of two columns, in thousandths.
const SAME_COLUMN: u64 = 400;
/// The least likeness of two rows, in thousandths.
pub(super) const SAME_ROW: u64 = 300;
/// The least likeness of two rows of which one's key stands in another row.
const SAME_ROW_BUT_KEY: u64 = 600;
/// More than so many pairs of rows or columns are aligned by what is the same alone.
const MOST_PAIRS: usize = 400_000;

struct Grid {
    rows: Vec<Id>,
    /// The cells of each row.
    cells: Vec<Vec<Id>>,
}

impl Grid {
    fn of(index: &Index<'_>, table: Id) -> Self {
        let rows = index.children(table);
        Grid {
            cells: rows.iter().map(|&row| index.children(row)).collect(),
            rows,
        }
    }

    fn width(&self) -> usize {
        self.cells.first().map_or(0, Vec::len)
    }
}

/// The entries for the rows of two tables that are each other's counterpart.
pub(super) fn pair<'a>(aligner: &Aligner<'_, 'a>, old: Id, new: Id) -> Vec<Entry<'a>> {
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    let tables = (old, new);
    let (old, new) = (Grid::of(old_index, old), Grid::of(new_index, new));
    let columns = aligner.columns.of(tables, || columns(aligner, &old, &new));
    let rows = rows(aligner, &old, &new, &columns);
    rows.into_iter()
        .filter_map(|row| match row {
            (Some(i), Some(j)) => Some(pair_rows(aligner, &old, i, &new, j, &columns)),
            (Some(i), None) => Some(entries::removed(old_index, old.rows[i])),
            (None, Some(j)) => Some(entries::added(new_index, new.rows[j])),
            (None, None) => None,
        })
        .collect()
}

fn pair_rows<'a>(
    aligner: &Aligner<'_, 'a>,
    old: &Grid,
    i: usize,
    new: &Grid,
    j: usize,
    columns: &Columns,
) -> Entry<'a> {
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    let (old_row, new_row) = (old.rows[i], new.rows[j]);
    let mut entry = entries::kept(old_index.block(old_row), new_index.block(new_row));
    let is_same = old_index.node(old_row).strict == new_index.node(new_row).strict;
    if is_same && columns.iter().all(|(old, new)| old == new) {
        return entry;
    }
    let cells = cells_in_columns(aligner, &old.cells[i], &new.cells[j], columns);
    entry.inside = Inside::Entries(cells);
    entry
}

/// Whether the cells of a row of both texts stand in the columns of the table that it lies in, whose older form is
/// `old`: it stayed there, or moved within it. Those of one that came from elsewhere stand in columns of their own.
pub(super) fn has_columns_of(row: &Entry<'_>, old: &[&Block]) -> bool {
    let stood_there = |row: &&Block| {
        let holds_row =
            |table: &&Block| table.span.start <= row.span.start && row.span.end <= table.span.end;
        old.iter().any(holds_row)
    };
    match row.relation {
        Relation::Kept => true,
        Relation::MovedHere(_) => row.old.iter().all(stood_there),
        _ => false,
    }
}

/// The entries for the cells of two rows that are each other's counterpart wherever they stand, by the columns
/// of their tables.
pub(super) fn pair_cells<'a>(aligner: &Aligner<'_, 'a>, old: Id, new: Id) -> Vec<Entry<'a>> {
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    let (old_cells, new_cells) = (old_index.children(old), new_index.children(new));
    let tables = (old_index.node(old).parent, new_index.node(new).parent);
    let columns = match tables {
        (Some(old), Some(new)) => aligner.columns.of((old, new), || {
            let (old, new) = (Grid::of(old_index, old), Grid::of(new_index, new));
            columns(aligner, &old, &new)
        }),
        _ => Rc::new(together(old_cells.len(), new_cells.len())),
    };
    cells_in_columns(aligner, &old_cells, &new_cells, &columns)
}

fn cells_in_columns<'a>(
    aligner: &Aligner<'_, 'a>,
    old: &[Id],
    new: &[Id],
    columns: &Columns,
) -> Vec<Entry<'a>> {
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    let cells = columns.iter().filter_map(|&(a, b)| {
        let a = a.and_then(|a| old.get(a).copied());
        let b = b.and_then(|b| new.get(b).copied());
        match (a, b) {
            (Some(a), Some(b)) => Some(entries::pair(aligner, a, b)),
            (Some(a), None) => Some(entries::removed(old_index, a)),
            (None, Some(b)) => Some(entries::added(new_index, b)),
            (None, None) => None,
        }
    });
    cells.collect()
}

/// The columns, paired by header and contents.
fn columns(aligner: &Aligner<'_, '_>, old: &Grid, new: &Grid) -> Columns {
    if old.width() * new.width() > MOST_PAIRS {
        return together(old.width(), new.width());
    }
    let likenesses = &aligner.likenesses;
    let headers = Headers::of(likenesses, old, new);
    if headers.are_in_place() && !headers.changed_places() {
        let places = 0..old.width();
        let is_another = |at| headers.likeness(at, at) == 0 && are_unlike(likenesses, old, new, at);
        return places
            .flat_map(|at| match is_another(at) {
                true => vec![(Some(at), None), (None, Some(at))],
                false => vec![(Some(at), Some(at))],
            })
            .collect();
    }
    let old_bags: Vec<Bag> = (0..old.width())
        .map(|at| column_bag(likenesses, Side::Old, old, at))
        .collect();
    let new_bags: Vec<Bag> = (0..new.width())
        .map(|at| column_bag(likenesses, Side::New, new, at))
        .collect();
    let likeness = |i: usize, j: usize| {
        let alike = old_bags[i].as_it_is().likeness(new_bags[j].as_it_is());
        headers.likeness(i, j) + alike + u64::from(old.width() == new.width() && i == j) * 100
    };
    in_sequence(old.width(), new.width(), SAME_COLUMN, likeness)
}

/// Whether the columns in one place of both tables have no word in common and are not both of values, as prices
/// are that all went up: one went and another came.
fn are_unlike(likenesses: &Likenesses<'_, '_>, old: &Grid, new: &Grid, at: usize) -> bool {
    let are_values = |side: Side, grid: &Grid| {
        let has_value = |id: &Id| {
            let tokens = likenesses.tokens(side, *id);
            tokens.iter().any(|token| token.class.is_value())
        };
        column(grid, at).skip(1).filter(has_value).count() * 2 > grid.rows.len() - 1
    };
    let old_bag = column_bag(likenesses, Side::Old, old, at);
    let new_bag = column_bag(likenesses, Side::New, new, at);
    let hold_words = old_bag.len() > 0 && new_bag.len() > 0;
    hold_words
        && old_bag.as_it_is().common(&new_bag) == 0
        && !(are_values(Side::Old, old) && are_values(Side::New, new))
}

/// The words of a column.
fn column_bag(likenesses: &Likenesses<'_, '_>, side: Side, grid: &Grid, at: usize) -> Bag {
    Bag::union(column(grid, at).map(|id| likenesses.bag(side, id)))
}

/// Columns by their places alone.
fn together(old: usize, new: usize) -> Columns {
    (0..old.max(new))
        .map(|at| ((at < old).then_some(at), (at < new).then_some(at)))
        .collect()
}

fn column(grid: &Grid, at: usize) -> impl Iterator<Item = Id> + '_ {
    grid.cells
        .iter()
        .filter_map(move |row| row.get(at).copied())
}

/// The rows, paired by key cell and contents; the headers are each other's counterpart.
fn rows(aligner: &Aligner<'_, '_>, old: &Grid, new: &Grid, columns: &Columns) -> Columns {
    let same_columns = columns.iter().all(|(old, new)| old == new);
    let mut rows: Columns = Vec::new();
    let headers = usize::from(!old.rows.is_empty() && !new.rows.is_empty());
    if headers == 1 {
        rows.push((Some(0), Some(0)));
    }
    let pairing = RowPairing::new(aligner, old, new, columns);
    let ends = (old.rows.len(), new.rows.len());
    let mut from = (headers, headers);
    if same_columns {
        for to in same_rows(aligner, &old.rows, &new.rows, headers) {
            rows.extend(pairing.between(from, to));
            rows.push((Some(to.0), Some(to.1)));
            from = (to.0 + 1, to.1 + 1);
        }
    }
    rows.extend(pairing.between(from, ends));
    rows
}

/// The rows that are the same and hold the others, by their places.
fn same_rows(
    aligner: &Aligner<'_, '_>,
    olds: &[Id],
    news: &[Id],
    headers: usize,
) -> Vec<(usize, usize)> {
    let beads = aligner.align(
        olds.get(headers..).unwrap_or_default(),
        news.get(headers..).unwrap_or_default(),
    );
    let matches = beads
        .iter()
        .filter(|bead| bead.old.len() == 1 && bead.new.len() == 1);
    let places = matches.map(|bead| (bead.old.start + headers, bead.new.start + headers));
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    let is_same =
        |&(i, j): &(usize, usize)| old_index.node(olds[i]).exact == new_index.node(news[j]).exact;
    places.filter(is_same).collect()
}

/// Two tables whose rows are to be paired.
struct RowPairing<'t, 'c, 'a> {
    aligner: &'t Aligner<'c, 'a>,
    old: &'t Grid,
    new: &'t Grid,
    columns: &'t Columns,
    /// What the rows say, where both tables number them.
    numbered: Option<NumberedRows>,
}

impl<'t, 'c, 'a> RowPairing<'t, 'c, 'a> {
    fn new(
        aligner: &'t Aligner<'c, 'a>,
        old: &'t Grid,
        new: &'t Grid,
        columns: &'t Columns,
    ) -> Self {
        RowPairing {
            aligner,
            old,
            new,
            columns,
            numbered: NumberedRows::of(aligner, old, new, columns),
        }
    }

    /// The rows from some place on to another: where they are numbered, by what they say besides, and by their
    /// keys what is left.
    fn between(&self, from: (usize, usize), to: (usize, usize)) -> Columns {
        let numbered = self.numbered.as_ref();
        let by_key = |from, to| {
            in_stretch(from, to, |i, j| {
                if numbered.is_some_and(|numbered| numbered.is_one_of_another(i, j)) {
                    return 0;
                }
                row_likeness(self.aligner, self.old, i, self.new, j, self.columns)
            })
        };
        let Some(numbered) = numbered else {
            return by_key(from, to);
        };
        let mut rows = Columns::new();
        let mut from = from;
        for row in in_stretch(from, to, |i, j| numbered.likeness(i, j)) {
            if let (Some(i), Some(j)) = row {
                rows.extend(by_key(from, (i, j)));
                rows.push(row);
                from = (i + 1, j + 1);
            }
        }
        rows.extend(by_key(from, to));
        rows
    }
}

/// The rows from some place on to another, by likeness.
fn in_stretch(
    from: (usize, usize),
    to: (usize, usize),
    likeness: impl Fn(usize, usize) -> u64,
) -> Columns {
    let (olds, news) = (to.0 - from.0, to.1 - from.1);
    let rows = if olds * news > MOST_PAIRS {
        together(olds, news)
    } else {
        in_sequence(olds, news, SAME_ROW, |i, j| {
            likeness(i + from.0, j + from.1)
        })
    };
    rows.into_iter()
        .map(|(i, j)| (i.map(|i| i + from.0), j.map(|j| j + from.1)))
        .collect()
}

/// How alike two rows are: by their cells, and by their words; the key's count more.
fn row_likeness(
    aligner: &Aligner<'_, '_>,
    old: &Grid,
    i: usize,
    new: &Grid,
    j: usize,
    columns: &Columns,
) -> u64 {
    let likenesses = &aligner.likenesses;
    let (mut common, mut both) = (0, 0);
    let (mut cells, mut all_cells) = (0, 0);
    let mut weight = 2;
    for &(a, b) in columns {
        let (Some(a), Some(b)) = (a, b) else { continue };
        let (Some(&a), Some(&b)) = (old.cells[i].get(a), new.cells[j].get(b)) else {
            continue;
        };
        cells += weight * likenesses.of(a, b);
        all_cells += weight;
        let (a, b) = (likenesses.old_bag(a), likenesses.new_bag(b));
        common += weight * a.common(b.bag);
        both += weight * (a.total + b.total);
        weight = 1;
    }
    if both == 0 || all_cells == 0 {
        return ALIKE;
    }
    let alike = (cells / all_cells + share(common, both)) / 2;
    if alike < SAME_ROW_BUT_KEY && is_key_of_another(aligner, old, i, new, j) {
        return 0;
    }
    alike
}

/// Whether the first cell of one of two rows is found, alone in saying what it says, in another row.
fn is_key_of_another(
    aligner: &Aligner<'_, '_>,
    old: &Grid,
    i: usize,
    new: &Grid,
    j: usize,
) -> bool {
    let (Some(&a), Some(&b)) = (old.cells[i].first(), new.cells[j].first()) else {
        return false;
    };
    let there = aligner.sole_counterpart_of_old(a);
    let here = aligner.sole_counterpart_of_new(b);
    there.is_some_and(|there| there != b) || here.is_some_and(|here| here != a)
}

/// Two rows of things aligned one to one by likeness: the pairs whose likeness together is greatest.
pub(super) fn in_sequence(
    olds: usize,
    news: usize,
    least: u64,
    likeness: impl Fn(usize, usize) -> u64,
) -> Columns {
    let width = news + 1;
    let mut score = vec![0_u64; (olds + 1) * width];
    let mut paired = vec![false; (olds + 1) * width];
    for i in 1..=olds {
        for j in 1..=news {
            let skip = score[(i - 1) * width + j].max(score[i * width + j - 1]);
            let alike = likeness(i - 1, j - 1);
            let pair = score[(i - 1) * width + j - 1] + alike;
            let is_pair = alike >= least && pair > skip;
            score[i * width + j] = if is_pair { pair } else { skip };
            paired[i * width + j] = is_pair;
        }
    }
    let (mut i, mut j) = (olds, news);
    let mut found = Columns::new();
    while i > 0 || j > 0 {
        if i > 0 && j > 0 && paired[i * width + j] {
            (i, j) = (i - 1, j - 1);
            found.push((Some(i), Some(j)));
        } else if j > 0 && (i == 0 || score[i * width + j - 1] >= score[(i - 1) * width + j]) {
            j -= 1;
            found.push((None, Some(j)));
        } else {
            i -= 1;
            found.push((Some(i), None));
        }
    }
    found.reverse();
    found
}

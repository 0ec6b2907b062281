//! Items of one list, or rows of one table, that stand one after the other and have other numbers.

use std::collections::HashMap;

use crate::diff::index::Shape;
use crate::diff::model::{Attribute, AttributeChange, Entry, Inside, Node, Passage, Relation};
use crate::diff::ordinals;
use crate::diff::passages;
use crate::diff::regrouping::Heads;
use crate::markdown::tree::{Block, BlockKind};

/// Things that stand one after the other and have other numbers.
pub(in crate::diff) struct Run<'a> {
    /// The entry that the run is marked on: its first without a change of its own, or its first.
    pub marked_at: usize,
    /// Its entries.
    places: Vec<usize>,
    old: Vec<&'a Block>,
    new: Vec<&'a Block>,
    /// How far each of them was shifted.
    shifts: Vec<Option<i64>>,
}

impl Run<'_> {
    /// The numbers, before and after, of each stretch that was shifted by as much: where two went from a run,
    /// "3–8 → 2–6" is true of none of them. What were the firsts of lists of their own are one stretch too.
    pub fn attributes(&self) -> Vec<AttributeChange> {
        let places: Vec<usize> = (0..self.old.len()).collect();
        let stretches = places.chunk_by(|&one, &next| self.are_told_together(one, next));
        let told = stretches.map(|stretch| {
            let stretch = stretch[0]..stretch[0] + stretch.len();
            let [old, new] =
                [&self.old, &self.new].map(|blocks| Some(numbers(&blocks[stretch.clone()])));
            AttributeChange::new(Attribute::Number, old, new)
        });
        told.collect()
    }

    /// Whether one of its entries and the next are of one stretch.
    fn are_told_together(&self, one: usize, next: usize) -> bool {
        let (before, after) = (self.shifts[one], self.shifts[next]);
        match (self.shares_old_number(one), self.shares_old_number(next)) {
            (false, false) => before == after,
            (true, true) => {
                let follows = before.zip(after).is_some_and(|(one, next)| one + 1 == next);
                follows && self.has_old_number_of(one, next)
            }
            _ => false,
        }
    }

    /// Whether an entry had the number of the one before or after it, as the first of a list of its own.
    fn shares_old_number(&self, at: usize) -> bool {
        let has_before = at > 0 && self.has_old_number_of(at - 1, at);
        has_before || (at + 1 < self.old.len() && self.has_old_number_of(at, at + 1))
    }

    fn has_old_number_of(&self, one: usize, other: usize) -> bool {
        written(self.old[one]) == written(self.old[other])
    }

    /// The items, before and after.
    pub fn passages(&self) -> (Vec<Passage>, Vec<Passage>) {
        (
            vec![passages::together(&self.old)],
            vec![passages::together(&self.new)],
        )
    }

    /// What its entries are.
    pub fn node(&self) -> Node {
        match self.new.first().map(|block| Shape::of(block)) {
            Some(Shape::Row) => Node::TableRow,
            _ => Node::ListItem,
        }
    }

    /// Whether an entry is one of the run.
    pub fn has(&self, at: usize) -> bool {
        self.places.contains(&at)
    }
}

/// Something with a number in both texts.
struct Numbered<'a> {
    at: usize,
    old: &'a Block,
    new: &'a Block,
    is_same: bool,
    has_own_change: bool,
    /// By how many places it stands further on than it did; nothing where it had none.
    shift: Option<i64>,
}

/// The runs among the entries of a list.
pub(in crate::diff) fn of_items<'a>(items: &[Entry<'a>]) -> Vec<Run<'a>> {
    let items: Vec<&Entry<'a>> = items.iter().collect();
    of_parts(&Heads::default(), &items)
}

/// The runs among the items of lists that were grouped anew, each marked on the first of those of its items that it
/// has, or on its line where what items hold stands in one row.
pub(in crate::diff) fn of_parts<'a>(heads: &Heads<'a>, row: &[&Entry<'a>]) -> Vec<Run<'a>> {
    gathered(row.iter().enumerate().filter_map(|(at, part)| {
        let (old, new) = heads.items_of(part).or_else(|| both(part))?;
        let shift = number(new)?.wrapping_sub(number(old)?) as i64;
        Some(Numbered {
            at,
            old,
            new,
            is_same: shift == 0,
            has_own_change: changes_itself(part) || part.lead().is_some_and(changes_itself),
            shift: Some(shift),
        })
    }))
}

/// The runs among the rows of a table whose first column numbers them.
pub(in crate::diff) fn of_rows<'a>(
    (old, new): (&[&Block], &[&Block]),
    rows: &[Entry<'a>],
) -> Vec<Run<'a>> {
    let lead = |tables: &[&Block]| match tables {
        [table] => ordinals::lead_of_rows(table),
        _ => None,
    };
    if lead(old).is_none_or(|before| lead(new) != Some(before)) {
        return Vec::new();
    }
    let places = RowPlaces::of([old, new].into_iter().flatten());
    let rows = || rows.iter().enumerate().skip(1);
    let stayed = rows().filter_map(|(at, row)| numbered_row(at, row, both(row)?, &places));
    let mut runs = gathered(stayed);
    // What moved stands in no run with those around it.
    let moved =
        rows().filter_map(|(at, row)| numbered_row(at, row, moved_within(old, row)?, &places));
    runs.extend(moved.flat_map(|row| gathered(std::iter::once(row))));
    runs
}

/// Which of the numbered rows of its table each of them is.
struct RowPlaces(HashMap<*const Block, i64>);

impl RowPlaces {
    fn of<'t, 'a: 't>(tables: impl Iterator<Item = &'t &'a Block>) -> Self {
        let of_table = |table: &&'a Block| {
            let rows = table.children.iter().skip(1);
            let numbered = rows.filter(|row| !written(row).is_empty());
            numbered.map(std::ptr::from_ref).zip(0..)
        };
        RowPlaces(tables.flat_map(of_table).collect())
    }

    fn shift(&self, old: &Block, new: &Block) -> Option<i64> {
        let place = |row| self.0.get(&std::ptr::from_ref(row));
        Some(place(new)? - place(old)?)
    }
}

/// A row with its number in both texts.
fn numbered_row<'a>(
    at: usize,
    row: &Entry<'a>,
    (old, new): (&'a Block, &'a Block),
    places: &RowPlaces,
) -> Option<Numbered<'a>> {
    let Inside::Entries(cells) = &row.inside else {
        return None;
    };
    let cell = cells.first()?;
    let is_same = written(old) == written(new);
    // What else changed of a number is told of its cell. A row without one goes on with the row above it.
    let is_plain = both(cell).is_some() && (is_same || cell.attributes.is_empty());
    let is_plain = is_plain && !written(new).is_empty();
    is_plain.then_some(Numbered {
        at,
        old,
        new,
        is_same,
        has_own_change: false,
        shift: places.shift(old, new),
    })
}

/// What moved from another place of a table.
fn moved_within<'a>(tables: &[&Block], row: &Entry<'a>) -> Option<(&'a Block, &'a Block)> {
    match (&*row.old, &*row.new) {
        ([old], [new]) if matches!(row.relation, Relation::MovedHere(_)) => {
            let stood_there =
                |table: &&Block| table.children.iter().any(|row| std::ptr::eq(row, *old));
            tables.iter().any(stood_there).then_some((old, new))
        }
        _ => None,
    }
}

/// What is one thing in both texts.
fn both<'a>(entry: &Entry<'a>) -> Option<(&'a Block, &'a Block)> {
    match (&*entry.old, &*entry.new) {
        ([old], [new]) if entry.relation == Relation::Kept => Some((old, new)),
        _ => None,
    }
}

/// The runs among numbered things. What came or went between two of them does not part them.
fn gathered<'a>(numbered: impl Iterator<Item = Numbered<'a>>) -> Vec<Run<'a>> {
    let mut runs: Vec<(Run<'a>, bool)> = Vec::new();
    let mut is_open = false;
    for Numbered {
        at,
        old,
        new,
        is_same,
        has_own_change,
        shift,
    } in numbered
    {
        if is_same {
            is_open = false;
            continue;
        }
        let is_free = !has_own_change;
        match runs.last_mut() {
            Some((run, is_marked)) if is_open => {
                run.old.push(old);
                run.new.push(new);
                run.shifts.push(shift);
                run.places.push(at);
                if is_free && !*is_marked {
                    run.marked_at = at;
                    *is_marked = true;
                }
            }
            _ => {
                let run = Run {
                    marked_at: at,
                    places: vec![at],
                    old: vec![old],
                    new: vec![new],
                    shifts: vec![shift],
                };
                runs.push((run, is_free));
            }
        }
        is_open = true;
    }
    runs.into_iter().map(|(run, _)| run).collect()
}

fn number(block: &Block) -> Option<u64> {
    match block.kind {
        BlockKind::ListItem { number } => number,
        _ => None,
    }
}

/// The number of an item or of a row.
fn written(block: &Block) -> String {
    match block.kind {
        BlockKind::ListItem { number } => number.unwrap_or(0).to_string(),
        _ => block.children.first().map_or_else(String::new, |cell| {
            passages::plain_text(&[cell]).trim().to_owned()
        }),
    }
}

/// Whether an entry is a change whatever holds it.
fn changes_itself(entry: &Entry<'_>) -> bool {
    !entry.attributes.is_empty()
        || match &entry.inside {
            Inside::Words(words) => words.have_changed(),
            Inside::Lines(_) | Inside::Html(_) | Inside::BeforeAfter => true,
            Inside::Blocks | Inside::Entries(_) => false,
        }
}

/// `4`, or `4–7`.
fn numbers(blocks: &[&Block]) -> String {
    let first = blocks.first().map(|block| written(block));
    let last = blocks.last().map(|block| written(block));
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
        (first, _) => first.unwrap_or_default(),
    }
}

//! Two rows of words → what went, what came, what stayed.
//!
//! An alignment with affine gaps (after Gotoh, *An improved algorithm for matching biological
//! sequences*, 1982): as much weight of words as possible stays, in as few stretches as possible.
//! Then what a reader would not call "the same" is let go: one common word between two rewritten
//! stretches; and a stretch that could as well start a word later starts where a sentence does.

mod islands;
mod slide;
mod spans;

use super::anchors::{self, Candidate};
use super::bags::share;
use super::fingerprint::FingerprintMap;
use super::flow::Flow;
use super::likeness::plain_weight;
use super::model::Words;
use super::words::Token;

pub(super) use spans::characters;

/// What each stretch of change costs, in the unit of words' weights.
const STRETCH_COST: i32 = 15;
/// How many cells an alignment may have; a larger one is first cut at words that both have once.
const MOST_CELLS: usize = 4_000_000;
/// Less than this in common, and the text is shown before and after.
const LEAST_LIKENESS: u64 = 300;
/// Less than this in common, in crumbs, and the text is shown before and after.
const LEAST_LIKENESS_OF_CRUMBS: u64 = 450;

/// Words that stay: indices into both rows, rising.
pub(super) type Matches = Vec<(usize, usize)>;

/// Two rows of words compared.
pub(super) struct Compared {
    pub words: Words,
    pub matches: Matches,
}

/// Compares two rows of words. `is_kept` says of a word of the old row that it is never counted
/// among rewritten words when the new text has it too.
pub(super) fn compare(old: &Flow<'_>, new: &Flow<'_>, is_kept: &dyn Fn(&str) -> bool) -> Compared {
    let matches = align(&old.tokens, &new.tokens);
    let matches = islands::dissolve(old, new, matches, is_kept);
    let matches = slide::settle(old, new, matches);
    let whole = is_unlike(old, new, &matches);
    let matches = if whole { Matches::new() } else { matches };
    Compared {
        words: Words {
            edits: spans::edits(old, new, &matches),
            whole,
        },
        matches,
    }
}

fn weight(tokens: &[Token]) -> u64 {
    tokens
        .iter()
        .map(|token| u64::from(plain_weight(token)))
        .sum()
}

fn is_unlike(old: &Flow<'_>, new: &Flow<'_>, matches: &Matches) -> bool {
    if old.tokens.is_empty() || new.tokens.is_empty() {
        return false;
    }
    let common: u64 = matches
        .iter()
        .map(|&(at, _)| u64::from(plain_weight(&old.tokens[at])))
        .sum();
    let likeness = share(common, weight(&old.tokens) + weight(&new.tokens));
    let stretches = matches
        .windows(2)
        .filter(|pair| pair[1] != (pair[0].0 + 1, pair[0].1 + 1))
        .count();
    let crumbs = stretches >= 4 && matches.len() < 3 * stretches;
    likeness < LEAST_LIKENESS || (crumbs && likeness < LEAST_LIKENESS_OF_CRUMBS)
}

/// The words that stay, before a reader's eye is asked.
fn align(old: &[Token], new: &[Token]) -> Matches {
    let mut matches = Matches::new();
    let start = old
        .iter()
        .zip(new)
        .take_while(|(a, b)| a.key == b.key)
        .count();
    let end = old[start..]
        .iter()
        .rev()
        .zip(new[start..].iter().rev())
        .take_while(|(a, b)| a.key == b.key)
        .count();
    matches.extend((0..start).map(|at| (at, at)));
    let (old_end, new_end) = (old.len() - end, new.len() - end);
    align_middle(
        &old[start..old_end],
        &new[start..new_end],
        (start, start),
        &mut matches,
    );
    matches.extend((0..end).map(|at| (old_end + at, new_end + at)));
    matches
}

fn align_middle(old: &[Token], new: &[Token], offset: (usize, usize), matches: &mut Matches) {
    if old.is_empty() || new.is_empty() {
        return;
    }
    if old.len() * new.len() <= MOST_CELLS {
        let found = table(old, new);
        matches.extend(found.iter().map(|(a, b)| (a + offset.0, b + offset.1)));
        return;
    }
    let mut from = (0, 0);
    let ends = [(old.len(), new.len())];
    let sole = sole_words(old, new);
    for to in sole.iter().copied().chain(ends) {
        let cells = (to.0 - from.0) * (to.1 - from.1);
        if cells > 0 && cells <= MOST_CELLS {
            let found = table(&old[from.0..to.0], &new[from.1..to.1]);
            let offset = (offset.0 + from.0, offset.1 + from.1);
            matches.extend(found.iter().map(|(a, b)| (a + offset.0, b + offset.1)));
        }
        if to.0 < old.len() && to.1 < new.len() {
            matches.push((to.0 + offset.0, to.1 + offset.1));
        }
        from = (to.0 + 1, to.1 + 1);
    }
}

/// Words that each row has once, in the order that both share.
fn sole_words(old: &[Token], new: &[Token]) -> Matches {
    let mut seen: FingerprintMap<(u32, usize, u32, usize)> = FingerprintMap::default();
    for (at, token) in old.iter().enumerate() {
        let sightings = seen.entry(token.key).or_default();
        *sightings = (sightings.0 + 1, at, 0, 0);
    }
    for (at, token) in new.iter().enumerate() {
        if let Some(sightings) = seen.get_mut(&token.key) {
            sightings.2 += 1;
            sightings.3 = at;
        }
    }
    let mut candidates = Vec::new();
    for (at, token) in old.iter().enumerate() {
        if let Some(&(1, _, 1, new)) = seen.get(&token.key) {
            candidates.push(Candidate {
                old: at,
                new,
                weight: u64::from(plain_weight(token)),
                level: None,
                tie: token.key,
            });
        }
    }
    let kept = anchors::in_order(candidates, &|_| (0, 0));
    kept.iter().map(|kept| (kept.old, kept.new)).collect()
}

/// How a cell was reached, in two states: after a word that stays, and within a stretch of change.
mod way {
    /// The word before the one that stays was in a stretch of change.
    pub const STAYS_AFTER_CHANGE: u8 = 1;
    /// The stretch of change came from the cell above: an old word went.
    pub const CHANGE_FROM_ABOVE: u8 = 2;
    /// The stretch of change began here.
    pub const CHANGE_BEGINS: u8 = 4;
}

const NEVER: i32 = i32::MIN / 4;

#[derive(Clone, Copy)]
struct Cell {
    stays: i32,
    changes: i32,
}

/// A cell that nothing leads to.
const NOTHING: Cell = Cell {
    stays: NEVER,
    changes: NEVER,
};

/// The best alignment of all cells.
fn table(old: &[Token], new: &[Token]) -> Matches {
    let columns = new.len() + 1;
    let mut ways = vec![0_u8; columns * (old.len() + 1)];
    let mut above = vec![NOTHING; columns];
    let mut row = vec![NOTHING; columns];
    above[0].stays = 0;
    for j in 1..columns {
        above[j] = changed(above[j - 1], NOTHING, &mut ways[j]);
    }
    for (token, ways) in old.iter().zip(ways.chunks_exact_mut(columns).skip(1)) {
        let weight = plain_weight(token) as i32;
        let mut left = changed(NOTHING, above[0], &mut ways[0]);
        row[0] = left;
        let cells = row[1..].iter_mut().zip(&mut ways[1..]);
        for (((cell, way), other), corner) in cells.zip(new).zip(above.windows(2)) {
            let &[before, from_above] = corner else {
                continue;
            };
            let mut next = changed(left, from_above, way);
            if token.key == other.key {
                *way |= u8::from(before.changes > before.stays) * way::STAYS_AFTER_CHANGE;
                next.stays = before.stays.max(before.changes) + weight;
            }
            left = next;
            *cell = next;
        }
        std::mem::swap(&mut above, &mut row);
    }
    let last = above[columns - 1];
    walk_back(
        &ways,
        columns,
        (old.len(), new.len()),
        last.changes > last.stays,
    )
}

/// The cell that is reached by a word that was added (from the left) or removed (from above), and how.
fn changed(left: Cell, above: Cell, way: &mut u8) -> Cell {
    let from = |cell: Cell| {
        let begun = cell.stays - STRETCH_COST;
        (cell.changes.max(begun), begun > cell.changes)
    };
    let ((by_left, left_begins), (by_above, above_begins)) = (from(left), from(above));
    let is_above = by_above > by_left;
    let (changes, begins) = if is_above {
        (by_above, above_begins)
    } else {
        (by_left, left_begins)
    };
    *way = u8::from(is_above) * way::CHANGE_FROM_ABOVE + u8::from(begins) * way::CHANGE_BEGINS;
    Cell {
        stays: NEVER,
        changes,
    }
}

fn walk_back(
    ways: &[u8],
    columns: usize,
    (mut i, mut j): (usize, usize),
    mut in_change: bool,
) -> Matches {
    let mut matches = Matches::new();
    while i > 0 || j > 0 {
        let way = ways[i * columns + j];
        if in_change {
            in_change = way & way::CHANGE_BEGINS == 0;
            if way & way::CHANGE_FROM_ABOVE != 0 {
                i -= 1;
            } else {
                j -= 1;
            }
        } else {
            (i, j) = (i - 1, j - 1);
            matches.push((i, j));
            in_change = way & way::STAYS_AFTER_CHANGE != 0;
        }
    }
    matches.reverse();
    matches
}

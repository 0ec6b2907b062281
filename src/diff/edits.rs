//! Two rows of words → what went, what came, what stayed.
//!
//! An alignment with affine gaps (after Gotoh, *An improved algorithm for matching biological
//! sequences*, 1982): as much weight of words as possible stays, in as few stretches as possible.
//! Then what a reader would not call "the same" is let go: a value in another place of the same words, one
//! common word between two rewritten stretches; and a stretch that could as well start a word later starts
//! where a sentence does.

mod islands;
mod places;
mod slide;
mod spans;

use std::ops::Range;

use super::anchors::{self, Candidate};
use super::bags::share;
use super::fingerprint::FingerprintMap;
use super::flow::Flow;
use super::likeness::plain_weight;
use super::model::Words;
use super::words::{Class, Gap, Token};

pub(super) use spans::characters;

/// What each stretch of change costs, in the unit of words' weights.
const STRETCH_COST: i32 = 15;
/// What it costs that a word which begins a line does not in the other text: less than any word weighs. The lines of
/// an address are not held against each other across their ends where they need not be.
const LINE_COST: i32 = 4;
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
    let matches = align(old, new);
    let matches = places::settle(old, new, matches);
    let matches = islands::dissolve(old, new, matches, is_kept);
    let matches = slide::settle(old, new, matches);
    let whole = is_unlike(old, new, &matches);
    let matches = if whole { Matches::new() } else { matches };
    Compared {
        words: Words::new(spans::edits(old, new, &matches), whole),
        matches,
    }
}

/// The stretches of words that follow each other in both rows, as ranges of matches.
fn runs(matches: &Matches) -> impl Iterator<Item = Range<usize>> {
    let follow = |a: &(usize, usize), b: &(usize, usize)| *b == (a.0 + 1, a.1 + 1);
    let mut start = 0;
    matches.chunk_by(follow).map(move |run| {
        let run = start..start + run.len();
        start = run.end;
        run
    })
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

/// The words that stay, before a reader's eye is asked. What one text opens with as its label was the label in
/// the other, never a reference further on that names the same clause.
fn align(old: &Flow<'_>, new: &Flow<'_>) -> Matches {
    if let ([label, old_words @ ..], [other, new_words @ ..]) = (&*old.tokens, &*new.tokens)
        && label.key != other.key
        && opens_with_label(old)
        && opens_with_label(new)
    {
        let matches = align_words(old_words, new_words).into_iter();
        return matches.map(|(a, b)| (a + 1, b + 1)).collect();
    }
    align_words(&old.tokens, &new.tokens)
}

/// Whether words are those of a clause with a label, or open as it does: "5.4 See 5.3" may be a sentence about
/// two others, but in both texts it numbers something.
fn opens_with_label(flow: &Flow<'_>) -> bool {
    match &*flow.tokens {
        [first, ..] if first.class == Class::Label => true,
        [first, next, ..] => {
            first.class == Class::Number
                && next.gap != Gap::None
                && flow.text(first).contains('.')
                && flow.text(next).starts_with(char::is_uppercase)
        }
        _ => false,
    }
}

fn align_words(old: &[Token], new: &[Token]) -> Matches {
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
    let kept = anchors::in_order(candidates, &|_| (0, 0), &|_, _| false);
    kept.iter().map(|kept| (kept.old, kept.new)).collect()
}

/// What is known of a cell in two states: after a word that stays, and within a stretch of change.
mod way {
    /// The stretch of change came from the cell above: an old word went.
    pub const CHANGE_FROM_ABOVE: u8 = 1;
    /// A stretch of change that goes on from here does better to begin here.
    pub const CHANGE_BEGINS: u8 = 2;
    /// Whatever goes on from here does better to come from the stretch of change.
    pub const CHANGE_IS_BEST: u8 = 4;
}

#[derive(Clone, Copy)]
struct Cell {
    /// What a word that stays can go on from.
    best: i32,
    /// What a stretch of change can go on from, be it that it begins here.
    change: i32,
}

/// The best alignment of all cells.
fn table(old: &[Token], new: &[Token]) -> Matches {
    let columns = new.len() + 1;
    let keys: Vec<u64> = new.iter().map(|token| token.key).collect();
    let mut ways = vec![way::CHANGE_IS_BEST; columns * (old.len() + 1)];
    let begun = Cell {
        best: -STRETCH_COST,
        change: -STRETCH_COST,
    };
    let mut row = vec![begun; columns];
    row[0].best = 0;
    ways[0] = way::CHANGE_BEGINS;
    for (token, ways) in old.iter().zip(ways.chunks_exact_mut(columns).skip(1)) {
        let weight = plain_weight(token) as i32;
        let mut corner = std::mem::replace(&mut row[0], begun);
        let mut left = begun.change;
        ways[0] |= way::CHANGE_FROM_ABOVE;
        let cells = row[1..].iter_mut().zip(&mut ways[1..]).zip(&keys);
        for (at, ((cell, way), &key)) in cells.enumerate() {
            let (before, above) = (corner, *cell);
            let change = above.change.max(left);
            *way |= u8::from(above.change > left) * way::CHANGE_FROM_ABOVE;
            *cell = Cell {
                best: change,
                change,
            };
            if token.key == key {
                let moves_in_line = (token.gap == Gap::Break) != (new[at].gap == Gap::Break);
                let cost = if moves_in_line { LINE_COST } else { 0 };
                cell.stay(before.best + weight - cost, way);
            }
            (left, corner) = (cell.change, above);
        }
    }
    walk_back(&ways, columns, (old.len(), new.len()))
}

impl Cell {
    /// A word can stay here, too, for so much.
    fn stay(&mut self, stays: i32, way: &mut u8) {
        if stays >= self.best {
            self.best = stays;
            *way &= !way::CHANGE_IS_BEST;
        }
        if stays - STRETCH_COST > self.change {
            self.change = stays - STRETCH_COST;
            *way |= way::CHANGE_BEGINS;
        }
    }
}

fn walk_back(ways: &[u8], columns: usize, (mut i, mut j): (usize, usize)) -> Matches {
    let mut matches = Matches::new();
    let way = |i: usize, j: usize| ways[i * columns + j];
    let mut in_change = way(i, j) & way::CHANGE_IS_BEST != 0;
    while i > 0 || j > 0 {
        if in_change {
            if way(i, j) & way::CHANGE_FROM_ABOVE != 0 {
                i -= 1;
            } else {
                j -= 1;
            }
            in_change = way(i, j) & way::CHANGE_BEGINS == 0;
        } else {
            (i, j) = (i - 1, j - 1);
            matches.push((i, j));
            in_change = way(i, j) & way::CHANGE_IS_BEST != 0;
        }
    }
    matches.reverse();
    matches
}

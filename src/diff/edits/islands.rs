//! Common words between rewritten stretches that are no more than chance.

use std::ops::Range;

use super::{Matches, runs};
use crate::diff::flow::Flow;
use crate::diff::words::{Class, Token};

/// A stretch of words that stay, as a range of matches.
struct Island {
    matches: Range<usize>,
    words: usize,
    /// How many of its words are long enough to mean something.
    telling: usize,
    /// Whether it holds a word that is shown to stay, whatever surrounds it.
    is_kept: bool,
}

/// Words longer than this mean something by themselves.
const TELLING_LENGTH: u32 = 3;

/// Lets go of matches that a reader would not see as the same text.
pub(super) fn dissolve(
    old: &Flow<'_>,
    new: &Flow<'_>,
    mut matches: Matches,
    is_kept: &dyn Fn(&str) -> bool,
) -> Matches {
    loop {
        let islands = islands(old, &matches, is_kept);
        let mut gone = vec![false; matches.len()];
        let mut dissolved = false;
        for (at, island) in islands.iter().enumerate() {
            let before = changed_before(old, new, &matches, &islands, at);
            let after = changed_before(old, new, &matches, &islands, at + 1);
            let beside_gone = at > 0 && gone[islands[at - 1].matches.start];
            if !beside_gone && is_chance(island, before, after) {
                gone[island.matches.clone()].fill(true);
                dissolved = true;
            }
        }
        if !dissolved {
            return matches;
        }
        let mut gone = gone.iter();
        matches.retain(|_| !gone.next().copied().unwrap_or(false));
    }
}

fn islands(old: &Flow<'_>, matches: &Matches, is_kept: &dyn Fn(&str) -> bool) -> Vec<Island> {
    let island = |run: Range<usize>| {
        let tokens = || matches[run.clone()].iter().map(|&(at, _)| &old.tokens[at]);
        let words = tokens().filter(|token| token.is_word()).count();
        Island {
            words,
            telling: tokens().filter(|token| is_telling(token)).count(),
            is_kept: words <= MOST_CHANCE_WORDS && tokens().any(|token| keeps(old, token, is_kept)),
            matches: run,
        }
    };
    runs(matches).map(island).collect()
}

/// More words than this are never there by chance.
const MOST_CHANCE_WORDS: usize = 4;

/// Whether a word is long enough to mean something.
pub(super) fn is_telling(token: &Token) -> bool {
    token.is_word() && token.length > TELLING_LENGTH
}

fn keeps(flow: &Flow<'_>, token: &Token, is_kept: &dyn Fn(&str) -> bool) -> bool {
    match token.class {
        Class::Number | Class::Money | Class::Date | Class::Address | Class::Label => true,
        Class::Word => is_kept(&flow.text(token)),
        Class::Punctuation | Class::Thing => token.class == Class::Thing,
    }
}

/// How many words changed between an island and the one before it: of the side that has more.
fn changed_before(
    old: &Flow<'_>,
    new: &Flow<'_>,
    matches: &Matches,
    islands: &[Island],
    at: usize,
) -> usize {
    let from = match at
        .checked_sub(1)
        .map(|before| islands[before].matches.end - 1)
    {
        Some(last) => (matches[last].0 + 1, matches[last].1 + 1),
        None => (0, 0),
    };
    let to = match islands.get(at) {
        Some(island) => matches[island.matches.start],
        None => (old.tokens.len(), new.tokens.len()),
    };
    let words = |tokens: &[Token]| tokens.iter().filter(|token| token.is_word()).count();
    words(&old.tokens[from.0..to.0]).max(words(&new.tokens[from.1..to.1]))
}

/// Whether so few words between so much change are the same by chance.
fn is_chance(island: &Island, before: usize, after: usize) -> bool {
    let rewritten = before.min(after);
    if island.is_kept || rewritten == 0 {
        return false;
    }
    match (island.words, island.telling) {
        (0, _) => rewritten >= 2,
        (1, 0) => rewritten >= 2,
        (1, _) => rewritten >= 3,
        (2, 0) => rewritten >= 3,
        (2, 1) => rewritten >= 5,
        (3, 0) => rewritten >= 5,
        (3 | 4, 0 | 1) => rewritten >= 10,
        _ => false,
    }
}

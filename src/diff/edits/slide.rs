//! Where a stretch of change begins, when it could as well begin a word earlier or later.
//!
//! "A. **B. ** C." and "A.** B.** C." say the same; a reader expects the stretch to begin where a
//! sentence or a clause does.

use super::Matches;
use crate::diff::flow::Flow;
use crate::diff::words::{Class, Gap};

/// Moves each stretch that went or came alone to where it reads best.
pub(super) fn settle(old: &Flow<'_>, new: &Flow<'_>, mut matches: Matches) -> Matches {
    let mut at = 0;
    while at <= matches.len() {
        let from = match at.checked_sub(1) {
            Some(before) => (matches[before].0 + 1, matches[before].1 + 1),
            None => (0, 0),
        };
        let to = match matches.get(at) {
            Some(&place) => place,
            None => (old.tokens.len(), new.tokens.len()),
        };
        if from.0 == to.0 && from.1 < to.1 {
            slide(new, &mut matches, at, from.1..to.1, |place| &mut place.1);
        } else if from.1 == to.1 && from.0 < to.0 {
            slide(old, &mut matches, at, from.0..to.0, |place| &mut place.0);
        }
        at += 1;
    }
    matches
}

/// Slides the stretch of one side that lies before the match at `at`.
fn slide(
    side: &Flow<'_>,
    matches: &mut Matches,
    at: usize,
    stretch: std::ops::Range<usize>,
    place: impl Fn(&mut (usize, usize)) -> &mut usize,
) {
    let key = |index: usize| side.tokens[index].key;
    let exact = |index: usize| side.tokens[index].exact;
    let room_before = contiguous(matches, at, false);
    let room_after = contiguous(matches, at, true);
    let same = |a: usize, b: usize| key(a) == key(b) && exact(a) == exact(b);
    let left = (0..room_before)
        .take_while(|&by| same(stretch.start - 1 - by, stretch.end - 1 - by))
        .count();
    let right = (0..room_after)
        .take_while(|&by| same(stretch.start + by, stretch.end + by))
        .count();
    let offsets = -(left as isize)..=right as isize;
    let best = offsets.max_by_key(|&by| {
        let start = stretch.start.saturating_add_signed(by);
        let end = stretch.end.saturating_add_signed(by);
        (fit(side, start, end), by)
    });
    let length = stretch.len();
    match best {
        Some(by) if by > 0 => {
            for shifted in 0..by.unsigned_abs() {
                *place(&mut matches[at + shifted]) -= length;
            }
        }
        Some(by) if by < 0 => {
            for shifted in 1..=by.unsigned_abs() {
                *place(&mut matches[at - shifted]) += length;
            }
        }
        _ => {}
    }
}

/// How many matches follow each other without a gap, before or after a place.
fn contiguous(matches: &Matches, at: usize, after: bool) -> usize {
    let follow = |a: (usize, usize), b: (usize, usize)| b == (a.0 + 1, a.1 + 1);
    if after {
        let rest = &matches[at..];
        if rest.is_empty() {
            return 0;
        }
        1 + rest
            .windows(2)
            .take_while(|pair| follow(pair[0], pair[1]))
            .count()
    } else {
        let rest = &matches[..at];
        if rest.is_empty() {
            return 0;
        }
        let together = rest.windows(2).rev();
        1 + together.take_while(|pair| follow(pair[0], pair[1])).count()
    }
}

/// How well a stretch reads: whether it begins after the end of a sentence or clause, and ends with
/// one.
fn fit(side: &Flow<'_>, start: usize, end: usize) -> i32 {
    let begins = match start.checked_sub(1) {
        Some(before) if side.tokens[before].start.leaf == side.tokens[start].start.leaf => {
            ending(side, before)
        }
        _ => 4,
    };
    let ends = match side.tokens.get(end) {
        Some(next) if next.start.leaf == side.tokens[end - 1].start.leaf => ending(side, end - 1),
        _ => 4,
    };
    let is_torn = |at: usize| {
        side.tokens
            .get(at)
            .is_some_and(|token| token.gap == Gap::None && at > 0)
    };
    begins + ends - 3 * i32::from(is_torn(start)) - 3 * i32::from(is_torn(end))
}

fn ending(side: &Flow<'_>, at: usize) -> i32 {
    let token = &side.tokens[at];
    if token.class != Class::Punctuation {
        return 0;
    }
    match side.text(token).chars().next() {
        Some('.' | '?' | '!' | '…') => 3,
        Some(';' | ':') => 2,
        Some(',' | ')' | '–' | '—') => 1,
        _ => 0,
    }
}

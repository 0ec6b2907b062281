//! Values that stand in another place of the same words.
//!
//! "Between 10 and 15 days" became "Between 15 and 20 days": both have 15, but as the upper limit before and as the
//! lower one now. A reader sees two limits, each of which is another, and no number that stayed.

use std::ops::Range;

use super::islands::is_telling;
use super::{Matches, runs};
use crate::diff::flow::Flow;
use crate::diff::words::{Class, Token};

/// Compares values place by place where the words between them are parallel and a value stays alone.
pub(super) fn settle(old: &Flow<'_>, new: &Flow<'_>, matches: Matches) -> Matches {
    let is_lone = |run: &Range<usize>| is_lone_value(&old.tokens, &matches[run.clone()]);
    if !runs(&matches).any(|run| is_lone(&run)) {
        return matches;
    }
    let mut settled = Matches::with_capacity(matches.len());
    let mut from = (0, 0);
    // Those that stand between two stretches of other words.
    let mut alone = 0..0;
    let end = (old.tokens.len(), new.tokens.len());
    for run in runs(&matches).map(Some).chain([None]) {
        if let Some(run) = run.clone().filter(is_lone) {
            alone.end = run.end;
            continue;
        }
        let to = run.as_ref().map_or(end, |run| matches[run.start]);
        let places = || in_places(&old.tokens[from.0..to.0], &new.tokens[from.1..to.1]);
        match (!alone.is_empty()).then(places).flatten() {
            Some(places) => settled.extend(places.iter().map(|(a, b)| (a + from.0, b + from.1))),
            None => settled.extend_from_slice(&matches[alone]),
        }
        let Some(run) = run else { break };
        settled.extend_from_slice(&matches[run.clone()]);
        let last = matches[run.end - 1];
        from = (last.0 + 1, last.1 + 1);
        alone = run.end..run.end;
    }
    settled
}

/// Whether words that stay are one value and nothing else, signs aside.
fn is_lone_value(tokens: &[Token], run: &[(usize, usize)]) -> bool {
    let mut words = run
        .iter()
        .map(|&(at, _)| &tokens[at])
        .filter(|token| token.is_word());
    words.next().is_some_and(is_value) && words.next().is_none()
}

fn is_value(token: &Token) -> bool {
    token.class.is_value()
}

/// What stays of two stretches whose values are compared place by place; nothing where the words from the first value
/// to the last are not parallel.
fn in_places(old: &[Token], new: &[Token]) -> Option<Matches> {
    let (olds, news) = (from_value_to_value(old)?, from_value_to_value(new)?);
    let pairs = || old[olds.clone()].iter().zip(&new[news.clone()]);
    let are_parallel = olds.len() == news.len()
        && pairs().all(|(ours, theirs)| have_one_part(ours, theirs))
        && are_joined(&old[olds.clone()]);
    are_parallel.then(|| {
        let same = olds.clone().zip(news.clone()).zip(pairs());
        let same = same.filter(|(_, (ours, theirs))| ours.key == theirs.key);
        same.map(|(places, _)| places).collect()
    })
}

/// The words of a stretch from its first value to its last.
fn from_value_to_value(tokens: &[Token]) -> Option<Range<usize>> {
    let first = tokens.iter().position(is_value)?;
    let last = tokens.iter().rposition(is_value)?;
    Some(first..last + 1)
}

/// Whether there are words between each two of some values. Signs alone part the members of a row: "4, 5, 6" may lose
/// its first and get another at its end.
fn are_joined(tokens: &[Token]) -> bool {
    let between: Vec<&[Token]> = tokens.split(is_value).collect();
    let [_, between @ .., _] = between.as_slice() else {
        return false;
    };
    let has_word = |tokens: &&[Token]| tokens.iter().any(|token| token.class == Class::Word);
    !between.is_empty() && between.iter().all(has_word)
}

/// Whether two words in one place play one part there: values of a kind, the same word, or two that only join what
/// stands around them, as "a" and "ac" do in Welsh.
fn have_one_part(ours: &Token, theirs: &Token) -> bool {
    let join = |token: &Token| token.class == Class::Word && !is_telling(token);
    let are_values = is_value(ours) && ours.class == theirs.class;
    are_values || ours.key == theirs.key || join(ours) && join(theirs)
}

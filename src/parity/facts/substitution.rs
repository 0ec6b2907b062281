//! Facts that stand for each other though they differ.

use super::compare::{Mismatch, Placed, is_loose, states_the_same};
use super::{Fact, FoundFact};

/// Pairs numbers that are the same but count something else: "5 days", *5 mis*.
pub(super) fn in_units<'a>(
    left: &mut Vec<Placed<'a>>,
    right: &mut Vec<Placed<'a>>,
) -> Vec<Mismatch<'a>> {
    pair(left, right, |one, other| {
        !is_loose(&one.fact) && !is_loose(&other.fact) && states_the_same(one, other)
    })
}

/// Pairs what is left: facts of one kind first, then whatever numbers there are; those before others that stand at
/// the places nearest to each other. Words that another language may do without are paired only with their like, and
/// only where nothing but them is left.
pub(super) fn in_values<'a>(
    left: &mut Vec<Placed<'a>>,
    right: &mut Vec<Placed<'a>>,
) -> Vec<Mismatch<'a>> {
    let words_are_sure = are_alone(left, right, is_in_words);
    let mut found = pair(left, right, |one, other| {
        is_same_kind(one, other) && !is_loose(&one.fact) && (words_are_sure || !is_in_words(one))
    });
    found.extend(pair(left, right, |one, other| {
        let are_sure = !is_loose(&one.fact) && !is_loose(&other.fact);
        are_sure && !(is_in_words(one) && is_in_words(other))
    }));
    // What is in digits will be told; better beside the words that are meant.
    let is_digits = |fact: &FoundFact| matches!(fact.fact, Fact::Number(_));
    found.extend(pair(left, right, |one, other| {
        is_digits(one) && is_place_or_akin(other) || is_digits(other) && is_place_or_akin(one)
    }));
    let kinds: [fn(&FoundFact) -> bool; 6] = [
        |fact| matches!(fact.fact, Fact::Ordinal(_)),
        |fact| matches!(fact.fact, Fact::InWords(_) | Fact::Akin(_)),
        |fact| matches!(fact.fact, Fact::Part(..)),
        |fact| matches!(fact.fact, Fact::TimeInWords(_)),
        |fact| matches!(fact.fact, Fact::Weekday(_)),
        |fact| matches!(fact.fact, Fact::Month(_)),
    ];
    for is_of_kind in kinds {
        if are_alone(left, right, is_of_kind) {
            found.extend(pair(left, right, |one, other| {
                is_of_kind(one) && is_of_kind(other)
            }));
        }
    }
    found
}

fn is_in_words(fact: &FoundFact) -> bool {
    matches!(fact.fact, Fact::InWords(_))
}

fn is_place_or_akin(fact: &FoundFact) -> bool {
    matches!(fact.fact, Fact::Ordinal(_) | Fact::Akin(_))
}

fn is_same_kind(one: &FoundFact, other: &FoundFact) -> bool {
    std::mem::discriminant(&one.fact) == std::mem::discriminant(&other.fact)
}

/// Whether either side has one fact of a kind left.
fn are_alone(left: &[Placed], right: &[Placed], is_of_kind: fn(&FoundFact) -> bool) -> bool {
    let count = |facts: &[Placed]| facts.iter().filter(|one| is_of_kind(one.found)).count();
    count(left) == 1 && count(right) == 1
}

/// Takes away pairs that fit: those first of which there are fewer, each with what stands nearest to its place.
pub(super) fn pair<'a>(
    left: &mut Vec<Placed<'a>>,
    right: &mut Vec<Placed<'a>>,
    fits: impl Fn(&FoundFact, &FoundFact) -> bool,
) -> Vec<Mismatch<'a>> {
    let mut found = Vec::new();
    if left.len() <= right.len() {
        left.retain(|one| {
            let at = nearest(one.at, right, |other| fits(one.found, other));
            found.extend(at.map(|at| (Some(one.found), Some(right.remove(at).found))));
            at.is_none()
        });
    } else {
        right.retain(|other| {
            let at = nearest(other.at, left, |one| fits(one, other.found));
            found.extend(at.map(|at| (Some(left.remove(at).found), Some(other.found))));
            at.is_none()
        });
    }
    found
}

/// The index of the one among those that fit whose place is nearest.
pub(super) fn nearest(
    place: usize,
    facts: &[Placed],
    fits: impl Fn(&FoundFact) -> bool,
) -> Option<usize> {
    let fitting = facts.iter().enumerate().filter(|(_, one)| fits(one.found));
    let nearest = fitting.min_by_key(|(_, one)| one.at.abs_diff(place));
    nearest.map(|(at, _)| at)
}

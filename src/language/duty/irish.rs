//! The plainest Irish duty words.
//!
//! *Ní mór* and *ní foláir* look negative and require; *ná* forbids only where it begins a sentence,
//! elsewhere it is "than" or "nor".

use super::words::{Gap, Words};
use super::{DutyKind, DutyWord};
use DutyKind::*;

/// Each phrase and what it says; of two that begin alike the longer first.
const PHRASES: &[(&[&str], DutyKind)] = &[
    (&["ní", "mór"], Must),
    (&["ní", "foláir"], Must),
    (&["ní", "fholáir"], Must),
    (&["ní", "chaithfidh"], NeedNot),
    (&["ní", "chaithfear"], NeedNot),
    (&["ní", "gá"], NeedNot),
    (&["is", "gá"], Must),
    (&["caithfidh"], Must),
    (&["chaithfidh"], Must),
    (&["caithfear"], Must),
    (&["chaithfear"], Must),
    (&["ba", "cheart"], Should),
    (&["ba", "chóir"], Should),
    (&["níor", "cheart"], ShouldNot),
    (&["níor", "chóir"], ShouldNot),
    (&["ní", "fhéadfaidh"], MayNot),
    (&["ní", "fhéadfar"], MayNot),
    (&["ní", "féidir"], MayNot),
    (&["ní", "ceadmhach"], MayNot),
    (&["níl", "cead"], MayNot),
    (&["féadfaidh"], May),
    (&["fhéadfaidh"], May),
    (&["féadfar"], May),
    (&["fhéadfar"], May),
    (&["nach", "féidir"], MayNot),
    (&["is", "féidir"], May),
    (&["gur", "féidir"], May),
    (&["is", "ceadmhach"], May),
    (&["tá", "cead"], May),
];

pub(super) fn occurrences(words: &Words) -> Vec<DutyWord> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match duty_at(words, at) {
            Some((kind, length)) => {
                found.push(words.duty(kind, at..at + length));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// What the phrase at an index says, and its number of words.
fn duty_at(words: &Words, at: usize) -> Option<(DutyKind, usize)> {
    if words.get(at) == "ná" && words.gap_before(at) == Gap::Sentence {
        return Some((MustNot, 1));
    }
    // "chomh luath agus is féidir": as soon as possible.
    let is_measure = words.before(at) == "agus" && words.has(at, &["is", "féidir"]);
    let has_doer = words.after(at + 1).starts_with('l');
    PHRASES
        .iter()
        .find(|(phrase, _)| words.has(at, phrase) && (has_doer || !is_measure))
        .map(|(phrase, kind)| (*kind, phrase.len()))
}

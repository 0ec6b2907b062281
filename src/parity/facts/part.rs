//! Halves, quarters and other fractions, and the minutes that they are of an hour.

use std::ops::Range;

use super::{Fact, FoundFact};
use crate::language::number_phrases::{self, Fraction};
use crate::language::{Known, LanguageCode};

/// What some words say.
enum Part {
    /// So many minutes.
    Minutes(u64),
    /// One of so many equal parts.
    Of(u64),
}

/// Words and what they say; longer ones first, since one word may begin another.
type Parts = &'static [(&'static str, Part)];

static ENGLISH: Parts = &[
    ("three quarters of an hour", Part::Minutes(45)),
    ("quarter of an hour", Part::Minutes(15)),
    ("half an hour", Part::Minutes(30)),
    ("half hour", Part::Minutes(30)),
    ("half-hour", Part::Minutes(30)),
    ("half", Part::Of(2)),
    ("quarter", Part::Of(4)),
];

static WELSH: Parts = &[
    ("tri chwarter awr", Part::Minutes(45)),
    ("dri chwarter awr", Part::Minutes(45)),
    ("chwarter awr", Part::Minutes(15)),
    ("hanner awr", Part::Minutes(30)),
    ("hanner", Part::Of(2)),
    ("traean", Part::Of(3)),
    ("draean", Part::Of(3)),
    ("thraean", Part::Of(3)),
    ("chwarter", Part::Of(4)),
];

static FRENCH: Parts = &[
    ("trois quarts d'heure", Part::Minutes(45)),
    ("trois quarts d’heure", Part::Minutes(45)),
    ("quart d'heure", Part::Minutes(15)),
    ("quart d’heure", Part::Minutes(15)),
    ("demi-heure", Part::Minutes(30)),
    ("moitié", Part::Of(2)),
    ("demi", Part::Of(2)),
    ("quart", Part::Of(4)),
];

static IRISH: Parts = &[
    ("ceathrú uaire", Part::Minutes(15)),
    ("leathuair", Part::Minutes(30)),
    ("leath", Part::Of(2)),
    ("trian", Part::Of(3)),
    ("thrian", Part::Of(3)),
    ("dtrian", Part::Of(3)),
];

/// What makes a time of day of a part of an hour: "half past seven".
const PAST: [&str; 4] = [" past", " to ", " wedi", " tar éis"];

/// The parts in a text.
pub(super) fn find(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    let parts = match language.known() {
        Some(Known::English) => ENGLISH,
        Some(Known::Welsh) => WELSH,
        Some(Known::French) => FRENCH,
        Some(Known::Irish) => IRISH,
        None => return Vec::new(),
    };
    let small = text.to_lowercase();
    // Where small letters are written with more bytes, places in them are none in the text.
    let text = if small.len() == text.len() {
        &small
    } else {
        text
    };
    let mut found: Vec<FoundFact> = Vec::new();
    for (words, part) in parts {
        for (at, _) in text.match_indices(words) {
            let range = at..at + words.len();
            let is_taken = found.iter().any(|one| one.range.contains(&at));
            let is_of_a_clock = PAST.iter().any(|past| text[range.end..].starts_with(past));
            if is_whole(text, &range) && !is_taken && !is_of_a_clock {
                let fact = match part {
                    Part::Minutes(minutes) => Fact::Akin(vec![*minutes]),
                    Part::Of(parts) => Fact::Part(1, *parts),
                };
                found.push(FoundFact::new(range, fact));
            }
        }
    }
    found
}

/// The fractions in a text: "two thirds".
pub(super) fn fractions(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    let found = number_phrases::fractions(language, text).into_iter();
    let is_of_a_clock = |one: &Fraction| {
        let after = &text[one.range.end..];
        PAST.iter().any(|past| after.starts_with(past))
    };
    let fact =
        |one: Fraction| FoundFact::new(one.range, Fact::Part(one.numerator, one.denominator));
    found.filter(|one| !is_of_a_clock(one)).map(fact).collect()
}

/// Those that are no part of a number which is not understood: "two and a half hours".
pub(super) fn apart_from_unclear(
    mut found: Vec<FoundFact>,
    in_words: &[FoundFact],
) -> Vec<FoundFact> {
    let unclear = |one: &&FoundFact| one.fact == Fact::Unclear;
    found.retain(|one| {
        let overlaps = |other: &FoundFact| {
            other.range.start < one.range.end && one.range.start < other.range.end
        };
        !in_words.iter().filter(unclear).any(overlaps)
    });
    found
}

fn is_whole(text: &str, range: &Range<usize>) -> bool {
    !text[..range.start].ends_with(char::is_alphanumeric)
        && !text[range.end..].starts_with(char::is_alphanumeric)
}

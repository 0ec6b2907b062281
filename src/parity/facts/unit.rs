//! What a number counts, where its words leave no doubt.

use super::{Fact, FoundFact};
use crate::language::LanguageCode;
use crate::language::number::SPACES;
use crate::language::number_phrases::{Measure, measure_after};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parity) enum Unit {
    PerCent,
    Money,
    Time(Measure),
    /// A sign, one for all that are written for it.
    Sign(&'static str),
}

/// Signs of units, and the one that each stands for.
const SIGNS: [(&str, &str); 20] = [
    ("kg", "kg"),
    ("g", "g"),
    ("mg", "mg"),
    ("km", "km"),
    ("m", METRE),
    ("cm", "cm"),
    ("mm", "mm"),
    ("ml", "ml"),
    ("l", "l"),
    ("L", "l"),
    ("mph", "mph"),
    ("mya", "mph"),
    ("kWh", "kWh"),
    ("KB", "KB"),
    ("kB", "KB"),
    ("MB", "MB"),
    ("Mo", "MB"),
    ("GB", "GB"),
    ("Go", "GB"),
    ("TB", "TB"),
];

/// A metre, or a million in short.
const METRE: &str = "m";

/// "Per cent" after a number, in small letters (CLDR and the style guides of the four languages).
const PER_CENT: [&str; 16] = [
    "%",
    "per cent",
    "percent",
    "y cant",
    "pwynt canran",
    "phwynt canran",
    "bwynt canran",
    "pour cent",
    "p. cent",
    "p. 100",
    "point de pourcentage",
    "points de pourcentage",
    "faoin gcéad",
    "sa chéad",
    "pointe céatadáin",
    "phointe céatadáin",
];

/// The length of "per cent", and of the space before it, that a text opens with.
pub(super) fn length_of_per_cent(after: &str) -> Option<usize> {
    let rest = after.trim_start();
    let space = after.len() - rest.len();
    let rest: String = rest.chars().take(24).collect::<String>().to_lowercase();
    let sign = PER_CENT.iter().find(|sign| rest.starts_with(**sign))?;
    Some(space + sign.len())
}

/// The unit that a number before a text has, and the length of the words up to its end.
pub(super) fn after(language: &LanguageCode, after: &str) -> Option<(Unit, usize)> {
    if let Some(length) = length_of_per_cent(after) {
        return Some((Unit::PerCent, length));
    }
    let rest = after.strip_prefix(SPACES).unwrap_or(after);
    let length = rest.find(|sign: char| !sign.is_alphabetic());
    let word = &rest[..length.unwrap_or(rest.len())];
    let is_whole = !rest[word.len()..].starts_with(char::is_numeric);
    let sign = SIGNS.iter().find(|(sign, _)| *sign == word && is_whole);
    if let Some((_, sign)) = sign {
        return Some((Unit::Sign(sign), after.len() - rest.len() + word.len()));
    }
    let (measure, length) = measure_after(language, after)?;
    Some((Unit::Time(measure), length))
}

/// Whether two numbers can count the same. `per_cent_may_lack` says that one may count hundredths though only the
/// other says so: "5 to 10%".
pub(super) fn may_count_the_same(
    one: &FoundFact,
    other: &FoundFact,
    per_cent_may_lack: bool,
) -> bool {
    let counts = |fact: &FoundFact| matches!(fact.fact, Fact::Number(_) | Fact::InWords(_));
    match (one.unit, other.unit) {
        (Some(unit), Some(another)) => unit == another,
        (Some(Unit::PerCent), None) => per_cent_may_lack || !counts(other),
        (None, Some(Unit::PerCent)) => per_cent_may_lack || !counts(one),
        _ => true,
    }
}

/// Whether a number is so many millions in short: "5m".
pub(super) fn may_be_millions(fact: &FoundFact) -> bool {
    fact.unit == Some(Unit::Sign(METRE))
}

//! Facts in running text that a translation keeps: dates, times, sums of money, percentages, numbers.

mod amount;
mod compare;
mod time;

use std::ops::Range;

use crate::language::LanguageCode;
use crate::language::dates::{PartialDate, find_dates};
use crate::language::number_phrases::{Meaning, number_phrases};

pub(super) use compare::mismatches;

/// What a text states.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    /// A date, as far as it is stated.
    Date(PartialDate),
    /// A time of day, in minutes after midnight.
    Time(u16),
    /// A sum of money: the sign of its currency, and the amount.
    Money(char, String),
    /// So many in a hundred.
    Percentage(String),
    /// Any other number in digits: digits, with `.` before decimals and between the parts of a number
    /// such as `5.2.1`.
    Number(String),
    /// A number in words.
    InWords(u64),
    /// Words that may stand for one of these numbers, or for none: "one", "twice", *pythefnos*.
    Perhaps(Vec<u64>),
    /// A number in words that is not understood: it may be any.
    Unclear,
}

/// A fact and where it stands, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundFact {
    /// From its first to after its last byte.
    pub range: Range<usize>,
    /// What it says.
    pub fact: Fact,
}

/// The facts in a text, in order. Addresses of pages and of e-mail are not looked into.
pub(super) fn find_facts(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    let text = &with_addresses_blanked(text);
    let mut found: Vec<FoundFact> = find_dates(language, text)
        .into_iter()
        .map(|date| FoundFact {
            range: date.range,
            fact: Fact::Date(date.date),
        })
        .collect();
    let dates: Vec<_> = found.iter().map(|date| date.range.clone()).collect();
    let is_free = |range: &Range<usize>| {
        let overlaps = |date: &Range<usize>| date.start < range.end && range.start < date.end;
        !dates.iter().any(overlaps)
    };
    let amounts = amount::find(language, text).into_iter();
    found.extend(
        amounts
            .chain(in_words(language, text))
            .filter(|fact| is_free(&fact.range)),
    );
    found.sort_by_key(|fact| fact.range.start);
    found
}

fn in_words(language: &LanguageCode, text: &str) -> impl Iterator<Item = FoundFact> {
    let phrases = number_phrases(language, text).into_iter();
    phrases.map(|phrase| FoundFact {
        range: phrase.range,
        fact: match phrase.meaning {
            Meaning::Number(value) => Fact::InWords(value),
            Meaning::NumberPerhaps(value) => Fact::Perhaps(vec![value]),
            Meaning::Akin(values) => Fact::Perhaps(values),
            Meaning::Unclear => Fact::Unclear,
        },
    })
}

/// The text with addresses replaced by as many bytes of white space.
fn with_addresses_blanked(text: &str) -> String {
    let is_address =
        |word: &str| word.contains("://") || word.contains('@') || word.starts_with("www.");
    text.split_inclusive(char::is_whitespace)
        .map(|word| match is_address(word) {
            true => " ".repeat(word.len()),
            false => word.to_owned(),
        })
        .collect()
}

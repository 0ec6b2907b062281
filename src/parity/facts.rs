//! Facts in running text that a translation keeps: dates, times, sums of money, percentages, numbers.

mod amount;
mod compare;
mod time;

use std::ops::Range;

use super::difference::Aspect;
use crate::language::LanguageCode;
use crate::language::dates::{PartialDate, find_dates};
use crate::language::number_phrases::{Meaning, NumberPhrase, number_phrases};

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
    /// A time of day that is a word ("noon"), in minutes after midnight: another language may say it otherwise.
    TimeInWords(u16),
    /// Words that may stand for one of these numbers, or for none: "one", "twice", *pythefnos*.
    Perhaps(Vec<u64>),
    /// A number in words, or with words beside it, that is not understood: it may be any.
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

/// What differs where a fact does.
pub(super) fn aspect(fact: &Fact) -> Aspect {
    match fact {
        Fact::Date(_) => Aspect::Date,
        Fact::Time(_) | Fact::TimeInWords(_) => Aspect::Time,
        Fact::Money(..) => Aspect::Money,
        Fact::Percentage(_) => Aspect::Percentage,
        Fact::Number(_) | Fact::InWords(_) | Fact::Perhaps(_) | Fact::Unclear => Aspect::Number,
    }
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
    // What stands within something found before is a part of it: "noon" in "12 noon".
    let mut add = |more: Vec<FoundFact>| {
        let known: Vec<Range<usize>> = found.iter().map(|fact| fact.range.clone()).collect();
        let overlaps = |one: &FoundFact, other: &Range<usize>| {
            other.start < one.range.end && one.range.start < other.end
        };
        let is_free = |one: &FoundFact| !known.iter().any(|other| overlaps(one, other));
        found.extend(more.into_iter().filter(is_free));
    };
    add(amount::find(language, text));
    add(in_words(language, text));
    add(times_in_words(language, text));
    found.sort_by_key(|fact| fact.range.start);
    found
}

fn times_in_words(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    let times = time::words(language, text).into_iter();
    let fact = |(range, minutes)| FoundFact {
        range,
        fact: Fact::TimeInWords(minutes),
    };
    times.map(fact).collect()
}

fn in_words(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    let phrases = number_phrases(language, text).into_iter();
    let fact = |phrase: NumberPhrase| {
        let mut range = phrase.range;
        if let Meaning::Number(hour) | Meaning::NumberPerhaps(hour) = phrase.meaning
            && let Some((minutes, length)) = time::after_words(language, hour, &text[range.end..])
        {
            range.end += length;
            return FoundFact {
                range,
                fact: Fact::Time(minutes),
            };
        }
        let fact = match phrase.meaning {
            Meaning::Number(value) => Fact::InWords(value),
            Meaning::NumberPerhaps(value) => Fact::Perhaps(vec![value]),
            Meaning::Akin(values) => Fact::Perhaps(values),
            Meaning::Unclear => Fact::Unclear,
        };
        FoundFact { range, fact }
    };
    phrases.map(fact).collect()
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

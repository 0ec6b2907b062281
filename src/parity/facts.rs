//! Facts in running text that a translation keeps: dates, times, sums of money, percentages, numbers.

mod amount;
mod compare;
mod part;
mod range;
mod substitution;
mod time;
mod unit;

use std::ops::Range;

use super::difference::Aspect;
use crate::language::dates::{PartialDate, find_dates, find_months};
use crate::language::number_phrases::{Meaning, NumberPhrase, number_phrases};
use crate::language::weekdays::find_weekdays;
use crate::language::{Known, LanguageCode};
use crate::markdown::clause::roman;
use unit::Unit;

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
    /// A place in a row, in words: "fifth".
    Ordinal(u64),
    /// Words that stand for one of these numbers: "twice", *pythefnos*.
    Akin(Vec<u64>),
    /// Words that may stand for one of these numbers, or for none: "one", "both".
    Perhaps(Vec<u64>),
    /// So many of so many equal parts: "half", "two thirds".
    Part(u64, u64),
    /// A day of the week, Monday as 1.
    Weekday(u8),
    /// A month without day and year.
    Month(i8),
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
    /// What it counts, where that is sure, and the end of the words that say so.
    unit: Option<Unit>,
    end_of_unit: usize,
}

impl FoundFact {
    fn new(range: Range<usize>, fact: Fact) -> FoundFact {
        FoundFact {
            end_of_unit: range.end,
            range,
            fact,
            unit: None,
        }
    }

    /// With the unit that a text has after `end`, where the number ends.
    fn with_unit_after(mut self, language: &LanguageCode, text: &str, end: usize) -> FoundFact {
        if let Some((unit, length)) = unit::after(language, &text[end..]) {
            self.unit = Some(unit);
            self.end_of_unit = self.end_of_unit.max(end + length);
        }
        self
    }

    /// Where it stands as something other than its counterpart: with its unit, if only that differs.
    pub fn range_beside(&self, other: Option<&FoundFact>) -> Range<usize> {
        let differs_in_unit = other.is_some_and(|other| compare::states_the_same(self, other));
        match differs_in_unit {
            true => self.range.start..self.end_of_unit,
            false => self.range.clone(),
        }
    }
}

/// What differs where a fact does.
pub(super) fn aspect(fact: &Fact) -> Aspect {
    match fact {
        Fact::Date(_) | Fact::Weekday(_) | Fact::Month(_) => Aspect::Date,
        Fact::Time(_) | Fact::TimeInWords(_) => Aspect::Time,
        Fact::Money(..) => Aspect::Money,
        Fact::Percentage(_) => Aspect::Percentage,
        Fact::Number(_)
        | Fact::InWords(_)
        | Fact::Ordinal(_)
        | Fact::Akin(_)
        | Fact::Perhaps(_)
        | Fact::Part(..)
        | Fact::Unclear => Aspect::Number,
    }
}

/// The facts in a text, in order. Addresses of pages and of e-mail are not looked into.
pub(super) fn find_facts(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    let text = &with_addresses_blanked(text);
    let mut found: Vec<FoundFact> = find_dates(language, text)
        .into_iter()
        .map(|date| FoundFact::new(date.range, Fact::Date(date.date)))
        .collect();
    range::read_days_apart(language, text, &mut found);
    // What stands within something found before is a part of it: "noon" in "12 noon".
    let mut add = |more: Vec<FoundFact>| {
        let known: Vec<Range<usize>> = found.iter().map(|fact| fact.range.clone()).collect();
        let overlaps = |one: &FoundFact, other: &Range<usize>| {
            other.start < one.range.end && one.range.start < other.end
        };
        let is_free = |one: &FoundFact| !known.iter().any(|other| overlaps(one, other));
        found.extend(more.into_iter().filter(is_free));
    };
    let in_words = in_words(language, text);
    let (minutes, parts): (Vec<_>, Vec<_>) = { part::find(language, text).into_iter() }
        .partition(|one| matches!(one.fact, Fact::Akin(_)));
    add(part::apart_from_unclear(minutes, &in_words));
    add(part::apart_from_unclear(
        part::fractions(language, text),
        &in_words,
    ));
    add(amount::find(language, text));
    add(in_words);
    add(times_in_words(language, text));
    add(centuries(language, text));
    add(parts);
    add(found_as(find_weekdays(language, text), Fact::Weekday));
    add(found_as(find_months(language, text), Fact::Month));
    found.sort_by_key(|fact| fact.range.start);
    found
}

fn found_as<T>(found: Vec<(Range<usize>, T)>, fact: fn(T) -> Fact) -> Vec<FoundFact> {
    let found = found.into_iter();
    let made = found.map(|(range, value)| FoundFact::new(range, fact(value)));
    made.collect()
}

fn times_in_words(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    found_as(time::words(language, text), Fact::TimeInWords)
}

/// French ordinals in Roman numbers, with which centuries are counted: *le XXIe siècle*.
fn centuries(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    if language.known() != Some(Known::French) {
        return Vec::new();
    }
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let century = |word: &str| {
        let number = word.trim_end_matches(|sign: char| sign.is_lowercase());
        let is_ordinal = matches!(&word[number.len()..], "e" | "er" | "ème" | "ième");
        // *Le* and *De* are words.
        let is_number = number.bytes().all(|letter| b"IVX".contains(&letter));
        let value = (is_ordinal && is_number).then(|| roman(&number.to_ascii_lowercase()))??;
        // `split` gives parts of `text`.
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let range = start..start + word.len();
        Some(FoundFact::new(range, Fact::Ordinal(value.into())))
    };
    words.filter_map(century).collect()
}

fn in_words(language: &LanguageCode, text: &str) -> Vec<FoundFact> {
    let phrases = number_phrases(language, text).into_iter();
    let fact =
        |phrase: NumberPhrase| {
            let mut range = phrase.range;
            if let Meaning::Number(hour) | Meaning::NumberPerhaps(hour) = phrase.meaning
                && let Some((minutes, length)) =
                    time::after_words(language, hour, &text[range.end..])
            {
                range.end += length;
                return FoundFact::new(range, Fact::Time(minutes));
            }
            match phrase.meaning {
                Meaning::Number(value) => FoundFact::new(range, Fact::InWords(value))
                    .with_unit_after(language, text, phrase.head_end),
                Meaning::NumberPerhaps(value) => FoundFact::new(range, Fact::Perhaps(vec![value])),
                Meaning::Ordinal(value) => FoundFact::new(range, Fact::Ordinal(value)),
                Meaning::Akin(values) => FoundFact::new(range, Fact::Akin(values)),
                Meaning::AkinPerhaps(values) => FoundFact::new(range, Fact::Perhaps(values)),
                Meaning::Unclear => FoundFact::new(range, Fact::Unclear),
            }
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

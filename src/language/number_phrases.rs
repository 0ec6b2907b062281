//! Numbers in words, as whole phrases: "twenty-five", *dau ddeg pump*, *pum niwrnod ar hugain*.
//!
//! A number is read whole or not at all: a phrase of which only a part is understood says that it is
//! unclear, and never another number. Many number words are other words too ("one", *deg*, *neuf*): of
//! those a phrase says so.
//!
//! The words of a language, and how they join, are in a table of its own ([`vocabulary`]); this file and
//! [`reader`] know no language.

mod english;
mod fractions;
mod french;
mod irish;
mod reader;
mod tokens;
mod vocabulary;
mod welsh;

use std::ops::Range;

pub use fractions::{Fraction, fractions};

use super::LanguageCode;
use super::number::SPACES;
use reader::Reader;
use vocabulary::Vocabulary;

/// A number in words, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberPhrase {
    /// From its first to after its last byte, with the noun that stands within it.
    pub range: Range<usize>,
    /// Where what is counted is to follow, in bytes: the end of the words before the noun.
    pub head_end: usize,
    /// What it says.
    pub meaning: Meaning,
}

/// What a phrase says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It counts.
    Number(u64),
    /// It counts, or is another word: "one" of two, *deg* for ten and for fair.
    NumberPerhaps(u64),
    /// It says where something stands in a row: "fifth".
    Ordinal(u64),
    /// It says one of these numbers without counting: "twice", *pythefnos*.
    Akin(Vec<u64>),
    /// It may say one of these numbers so, and another language may do without: "both", "once".
    AkinPerhaps(Vec<u64>),
    /// Words for numbers stand here in a form that is not understood, such as "two and a half".
    Unclear,
}

/// The numbers in words in a text, in order.
pub fn number_phrases(language: &LanguageCode, text: &str) -> Vec<NumberPhrase> {
    match language.known() {
        Some(known) => Reader::new(Vocabulary::of(known), text).phrases(),
        None => Vec::new(),
    }
}

/// Whether words make another number of one in digits that stands between two texts: "half past 9", "37 hours and
/// a half".
pub fn words_change(language: &LanguageCode, before: &str, after: &str) -> bool {
    let Some(known) = language.known() else {
        return false;
    };
    let vocabulary = Vocabulary::of(known);
    let near = near(after);
    let from = before
        .char_indices()
        .nth_back(NEAR)
        .map_or(0, |(start, _)| start);
    Reader::new(vocabulary, near).opens_with_part()
        || Reader::new(vocabulary, &before[from..]).ends_before_hour()
}

/// Whether a word stands right after, or after one space or hyphen.
fn is_beside(after: &str) -> bool {
    let rest = after.strip_prefix(SPACES).or(after.strip_prefix('-'));
    rest.unwrap_or(after).starts_with(char::is_alphabetic)
}

fn near(after: &str) -> &str {
    let mut characters = after.char_indices();
    characters.nth(NEAR).map_or(after, |(end, _)| &after[..end])
}

/// How many characters beside a number can make another of it.
const NEAR: usize = 60;

/// What a word multiplies the number before it by.
pub struct Scale {
    /// By how much: a thousand or more.
    pub value: u64,
    /// The length of the word and of the white space before it, in bytes.
    pub length: usize,
    /// Whether it may be another word too: Irish *míle* is a mile.
    pub is_doubtful: bool,
}

/// The word that multiplies a number in digits which stands before a text: "million" in "2 million".
pub fn scale_after(language: &LanguageCode, after: &str) -> Option<Scale> {
    let known = Vocabulary::of(language.known()?);
    is_beside(after).then(|| Reader::new(known, near(after)).opening_scale())?
}

/// A measure of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A fortnight.
    Fortnight,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
}

/// The measure of time that a number before a text counts, and the length of the words up to its end, in bytes:
/// "days" in "5 working days".
pub fn measure_after(language: &LanguageCode, after: &str) -> Option<(Measure, usize)> {
    let known = Vocabulary::of(language.known()?);
    is_beside(after).then(|| Reader::new(known, near(after)).opening_measure())?
}

/// Whether a word is a measure of time, mutated or not: "days", *niwrnod*.
pub fn is_measure(language: &LanguageCode, word: &str) -> bool {
    let known = language.known();
    known.is_some_and(|known| Vocabulary::of(known).is_measure(&tokens::small(word)))
}

#[cfg(test)]
mod tests;

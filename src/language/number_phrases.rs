//! Numbers in words, as whole phrases: "twenty-five", *dau ddeg pump*, *pum niwrnod ar hugain*.
//!
//! A number is read whole or not at all: a phrase of which only a part is understood says that it is
//! unclear, and never another number. Many number words are other words too ("one", *deg*, *neuf*): of
//! those a phrase says so.
//!
//! The words of a language, and how they join, are in a table of its own ([`vocabulary`]); this file and
//! [`reader`] know no language.

mod english;
mod french;
mod irish;
mod reader;
mod tokens;
mod vocabulary;
mod welsh;

use std::ops::Range;

use super::LanguageCode;
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
    /// It says one of these numbers without counting, and another language may do without: "fifth",
    /// "twice", *pythefnos*.
    Akin(Vec<u64>),
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
    let near = after
        .char_indices()
        .nth(NEAR)
        .map_or(after, |(end, _)| &after[..end]);
    let from = before
        .char_indices()
        .nth_back(NEAR)
        .map_or(0, |(start, _)| start);
    Reader::new(vocabulary, near).opens_with_part()
        || Reader::new(vocabulary, &before[from..]).ends_before_hour()
}

/// How many characters beside a number can make another of it.
const NEAR: usize = 60;

/// Whether a word is a measure of time, mutated or not: "days", *niwrnod*.
pub fn is_measure(language: &LanguageCode, word: &str) -> bool {
    let known = language.known();
    known.is_some_and(|known| Vocabulary::of(known).is_measure(&tokens::small(word)))
}

#[cfg(test)]
mod tests;

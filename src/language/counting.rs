//! Headings that count what follows: "6 things to remember", "6 pheth".
//!
//! A heading that counts is checked against its list, so a count that is none does harm, and one
//! that is missed does little: section numbers, years and measures of time are left alone.

mod numerals;

use std::ops::Range;

use super::LanguageCode;
use super::number_phrases::{Meaning, NumberPhrase, is_measure, number_phrases};
use numerals::{Numerals, Plural};

/// A count of more than this many things is a year or a sum.
const MOST: u64 = 999;

/// The count that a heading begins with, and where it stands, in bytes.
///
/// It may come after a clause number ("5.2"), an article or the like ("y 6 pheth", "Our top 10
/// tips"). What is counted must follow it in small letters, and be no measure of time; in English and
/// French it must be in the plural. A number word that is closed after the noun (*tri pheth ar
/// ddeg*) stands from its first to its last word. "One" in words counts nothing ("One team").
pub fn leading_count(language: &LanguageCode, heading: &str) -> Option<(Range<usize>, u64)> {
    let numerals = numerals::of(language.known()?);
    let words = words(heading);
    let reader = Reader {
        language,
        numerals,
        heading,
        words,
        phrases: number_phrases(language, heading),
    };
    let after_label = usize::from(reader.is_clause_number(0));
    reader
        .count_at(reader.after_lead(after_label))
        .or_else(|| reader.count_at(0))
}

/// Where each word stands, between spaces.
fn words(heading: &str) -> Vec<Range<usize>> {
    let mut after = 0;
    let pieces = heading.split_inclusive(char::is_whitespace);
    pieces
        .map(|piece| {
            let start = after;
            after += piece.len();
            start..start + piece.trim_end().len()
        })
        .filter(|range| !range.is_empty())
        .collect()
}

struct Reader<'a> {
    language: &'a LanguageCode,
    numerals: &'static Numerals,
    heading: &'a str,
    words: Vec<Range<usize>>,
    phrases: Vec<NumberPhrase>,
}

impl Reader<'_> {
    /// The word at an index; empty after the last.
    fn word(&self, at: usize) -> &str {
        self.words
            .get(at)
            .map_or("", |range| &self.heading[range.clone()])
    }

    fn small(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    /// `5.2`, `3.`: digits with a full stop.
    fn is_clause_number(&self, at: usize) -> bool {
        let word = self.word(at);
        word.contains('.')
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    }

    fn after_lead(&self, mut at: usize) -> usize {
        while self.numerals.lead.contains(&self.small(at).as_str()) {
            at += 1;
        }
        at
    }

    fn count_at(&self, at: usize) -> Option<(Range<usize>, u64)> {
        let (range, value, noun) = self.digits(at).or_else(|| self.in_words(at))?;
        ((1..=MOST).contains(&value) && self.counts(noun)).then_some((range, value))
    }

    /// A number, where it stands, and the index of the word after it.
    fn digits(&self, at: usize) -> Option<(Range<usize>, u64, usize)> {
        let word = self.word(at);
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let value = word.parse().ok().filter(|_| is_number)?;
        Some((self.words[at].clone(), value, at + 1))
    }

    /// A number in words above one, likewise.
    fn in_words(&self, at: usize) -> Option<(Range<usize>, u64, usize)> {
        let start = self.words.get(at)?.start;
        let phrase = self
            .phrases
            .iter()
            .find(|phrase| phrase.range.start == start)?;
        let (Meaning::Number(value) | Meaning::NumberPerhaps(value)) = phrase.meaning else {
            return None;
        };
        // "Two-step verification" counts no steps.
        let last = self
            .words
            .iter()
            .position(|word| word.end == phrase.head_end)?;
        (value > 1).then(|| (phrase.range.clone(), value, last + 1))
    }

    /// Whether the words from an index on name what is counted.
    fn counts(&self, noun: usize) -> bool {
        let first = self.word(noun);
        let is_small = first.starts_with(char::is_lowercase);
        is_small
            && !self.is_measure(noun)
            && self
                .numerals
                .plural
                .is_none_or(|plural| self.has_plural(noun, plural))
    }

    fn is_measure(&self, noun: usize) -> bool {
        let word = self.word(noun);
        let word = word.trim_end_matches(|character: char| !character.is_alphabetic());
        is_measure(self.language, word)
    }

    /// Whether a plural comes before the phrase ends, and no measure of time.
    fn has_plural(&self, noun: usize, plural: &Plural) -> bool {
        for at in noun..self.words.len() {
            let word = self.small(at);
            let bare = word.trim_end_matches(|character: char| !character.is_alphabetic());
            if plural.stop.contains(&bare) || self.is_measure(at) {
                return false;
            }
            let has_ending = plural.endings.iter().any(|ending| bare.ends_with(ending));
            if plural.irregular.contains(&bare) || (has_ending && !bare.ends_with("ss")) {
                return true;
            }
            if bare != word {
                return false;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(code: &str, heading: &str) -> Option<(String, u64)> {
        leading_count(&LanguageCode::parse(code).unwrap(), heading)
            .map(|(range, value)| (heading[range].to_owned(), value))
    }

    #[test]
    fn headings_that_count() {
        for (code, heading, words, value) in [
            ("en", "6 things to remember", "6", 6),
            ("en", "Six things", "Six", 6),
            ("en", "The 10 most common mistakes", "10", 10),
            ("en", "Our top 5 tips", "5", 5),
            ("en", "5.2 Three key steps", "Three", 3),
            ("en", "Two people to tell", "Two", 2),
            ("cy", "6 pheth i’w cofio", "6", 6),
            ("cy", "chwe pheth", "chwe", 6),
            ("cy", "Y 6 pheth", "6", 6),
            ("cy", "Y ddwy reol", "ddwy", 2),
            ("cy", "Eich pedair hawl", "pedair", 4),
            ("cy", "Tri pheth ar ddeg i’w cofio", "Tri pheth ar ddeg", 13),
            ("cy", "Pymtheg o reolau", "Pymtheg", 15),
            ("cy", "Un deg dau o bethau", "Un deg dau", 12),
            ("fr", "Les six règles d’or", "six", 6),
            ("fr", "3 choses à retenir", "3", 3),
            ("ga", "Na sé rud", "sé", 6),
            ("ga", "Trí rud déag", "Trí rud déag", 13),
            ("en", "Twenty-five things", "Twenty-five", 25),
        ] {
            let expected = Some((words.to_owned(), value));
            assert_eq!(count(code, heading), expected, "{heading}");
        }
    }

    #[test]
    fn headings_that_only_begin_with_a_number() {
        for (code, heading) in [
            ("en", "5.2 Social media"),
            ("en", "2020 guidance"),
            ("en", "3 Roles and responsibilities"),
            ("en", "7 days to appeal"),
            ("en", "10 working days’ notice"),
            ("en", "Two-step verification"),
            ("en", "Two factor authentication for users"),
            ("en", "One team"),
            ("en", "24 hour cover for all sites"),
            ("en", "6"),
            ("cy", "2020 canllawiau"),
            ("cy", "Un tîm"),
            ("cy", "Chwe mis o rybudd"),
            ("cy", "Pum niwrnod"),
            ("cy", "Dwy flynedd"),
            ("cy", "5.2 Cyfryngau cymdeithasol"),
            ("fr", "Deux ans après"),
            ("ga", "Trí seachtaine"),
            ("ga", "Rudaí le cuimhneamh"),
            ("de", "6 Dinge"),
            ("en", ""),
        ] {
            assert_eq!(count(code, heading), None, "{heading}");
        }
    }
}

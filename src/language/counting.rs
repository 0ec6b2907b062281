//! Numbers in words, and headings that count what follows: "6 things to remember", "6 pheth".
//!
//! A heading that counts is checked against its list, so a count that is none does harm, and one
//! that is missed does little: section numbers, years and measures of time are left alone.

mod numerals;

use std::borrow::Cow;
use std::ops::Range;

use super::{LanguageCode, mutation};
use numerals::{Numerals, Plural};

/// A count of more than this many things is a year or a sum.
const MOST: u64 = 999;

/// The value of a number word, case aside, mutated or not: *pedair*, *bedair*, *phedair* are 4.
pub fn number_from_word(language: &LanguageCode, word: &str) -> Option<u64> {
    let numerals = numerals::of(language.known()?);
    let small = if word.contains(char::is_uppercase) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    };
    let value = |radical: &str| {
        let mut known = numerals.words.iter();
        known
            .find(|(name, _)| *name == radical)
            .map(|(_, value)| *value)
    };
    // Nearly every word that is asked about is no number in any form.
    value(&small).or_else(|| mutation::undone(language, &small).find_map(|radical| value(&radical)))
}

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
        let (value, noun) = self.number(at)?;
        if !(1..=MOST).contains(&value) || !self.counts(noun) {
            return None;
        }
        let (value, last) = self
            .closed_after_noun(value, noun)
            .unwrap_or((value, noun - 1));
        Some((self.words[at].start..self.words[last].end, value))
    }

    /// A number and the index of the word after it.
    fn number(&self, at: usize) -> Option<(u64, usize)> {
        let word = self.word(at);
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            return word.parse().ok().map(|value| (value, at + 1));
        }
        let several = |length: usize| {
            let mut known = self.numerals.words.iter();
            if !known
                .any(|(name, _)| name.bytes().filter(|&byte| byte == b' ').count() + 1 == length)
            {
                return None;
            }
            let words: Vec<_> = (at..at + length).map(|at| self.small(at)).collect();
            number_from_word(self.language, &words.join(" ")).map(|value| (value, at + length))
        };
        several(3)
            .or_else(|| several(2))
            .or_else(|| several(1))
            .filter(|(value, _)| *value > 1)
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
        let word = self.small(noun);
        let word = word.trim_end_matches(|character: char| !character.is_alphabetic());
        mutation::radicals(self.language, word)
            .iter()
            .any(|radical| self.numerals.measures.contains(&radical.as_str()))
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

    /// *tri pheth ar ddeg*: the whole value, and the index of the last word.
    fn closed_after_noun(&self, value: u64, noun: usize) -> Option<(u64, usize)> {
        let two = format!("{} {}", self.small(noun + 1), self.small(noun + 2));
        let one = self.small(noun + 1);
        let (_, more) = self
            .numerals
            .after_noun
            .iter()
            .find(|(words, _)| *words == two || *words == one)?;
        let is_two = self
            .numerals
            .after_noun
            .iter()
            .any(|(words, _)| *words == two);
        (value < 10).then_some((value + more, noun + if is_two { 2 } else { 1 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Known;

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

    #[test]
    fn mutated_number_words_have_their_value() {
        let welsh = LanguageCode::parse("cy").unwrap();
        for (value, words) in [
            (2, "dau ddau dwy ddwy"),
            (3, "tri dri thri tair dair thair"),
            (4, "pedwar bedwar phedwar pedair bedair phedair"),
            (5, "Pump Bump Phump pum bum phum"),
            (10, "deg ddeg deng ddeng"),
        ] {
            for word in words.split(' ') {
                assert_eq!(number_from_word(&welsh, word), Some(value), "{word}");
            }
        }
        assert_eq!(number_from_word(&welsh, "peth"), None);
    }

    #[test]
    fn every_value_to_twenty_has_a_word() {
        for language in [Known::English, Known::Welsh, Known::French] {
            let mut words = numerals::of(language).words.iter();
            let values: Vec<u64> = words.by_ref().map(|(_, value)| *value).collect();
            assert!(
                (1..=20).all(|value| values.contains(&value)),
                "{language:?}"
            );
        }
    }
}

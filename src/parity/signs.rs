//! What a translation keeps of a block: signs, numbered for the texts that are held against each other.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::language::LanguageCode;
use crate::language::duty::{self, DutyKind};
use crate::language::number_phrases::{Meaning, NumberPhrase, number_phrases};

/// How many letters two words of different languages must share at their beginning to be taken for
/// relatives: four, as M. Simard, G. Foster and P. Isabelle found to work ("Using cognates to align
/// sentences in bilingual corpora", 1992).
const COGNATE_LETTERS: usize = 4;

/// What a sign is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum SignKind {
    /// An explicit `{#id}`.
    Id,
    /// The last part of a link's target, without a language's own spelling of the way to it.
    Link,
    /// The file name of an image.
    Image,
    /// The label of a footnote, or of a reference to one.
    Footnote,
    /// A number, by its digits, or in words.
    Number,
    /// The place of a legal label among its siblings: `5.2`, or the lettering's position.
    Label,
    /// What is demanded, permitted or denied.
    Duty,
    /// A whole word that the other text has too.
    Word,
    /// The beginning of a word.
    Stem,
}

/// The signs of two texts, each with a number of its own: two blocks share a sign when they have its
/// number.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// Of each sign, by its number.
    kinds: Vec<SignKind>,
    numbers: HashMap<(SignKind, String), u32>,
    /// What each word gives, as it is spelled: most words are met many times.
    words: HashMap<String, [Option<u32>; 2]>,
    /// Whether words are read for what they count and demand.
    looks_closely: bool,
}

impl Signs {
    /// Of siblings in two texts or more, as many as there are in each. Where they are as many in all, nothing is looked for
    /// that is hard to find.
    pub fn of_counts(counts: &[usize]) -> Self {
        Signs {
            looks_closely: counts.windows(2).any(|pair| pair[0] != pair[1]),
            ..Signs::default()
        }
    }

    /// The signs of what some words in a language count and demand.
    pub fn of_words(&mut self, language: &LanguageCode, words: &str) -> Vec<u32> {
        if !self.looks_closely {
            return Vec::new();
        }
        let value = |phrase: &NumberPhrase| match phrase.meaning {
            Meaning::Number(value) => Some(value),
            // "One" and its like are other words too often.
            Meaning::NumberPerhaps(value) => Some(value).filter(|value| *value > 1),
            Meaning::Ordinal(_) | Meaning::Akin(_) | Meaning::AkinPerhaps(_) => None,
            Meaning::Unclear => None,
        };
        let phrases = number_phrases(language, words);
        let values = phrases.iter().filter_map(value);
        let mut names: Vec<(SignKind, String)> = values
            .map(|value| (SignKind::Number, value.to_string()))
            .collect();
        for word in duty::occurrences(language, words) {
            let (what, is_not) = demanded(word.kind);
            names.push((SignKind::Duty, what.to_owned()));
            names.extend(is_not.then(|| (SignKind::Duty, "not".to_owned())));
        }
        let names = names.into_iter();
        names.map(|(kind, name)| self.number(kind, name)).collect()
    }

    /// The number of a sign; it gets one where it has none.
    pub fn number(&mut self, kind: SignKind, name: String) -> u32 {
        let next = self.kinds.len() as u32;
        let number = *self.numbers.entry((kind, name)).or_insert(next);
        if number == next {
            self.kinds.push(kind);
        }
        number
    }

    /// The numbers of the signs that a word gives.
    pub fn of_word(&mut self, spelling: &str) -> [Option<u32>; 2] {
        if let Some(known) = self.words.get(spelling) {
            return *known;
        }
        let numbers = self.read_word(spelling);
        self.words.insert(spelling.to_owned(), numbers);
        numbers
    }

    fn read_word(&mut self, spelling: &str) -> [Option<u32>; 2] {
        if spelling.chars().any(|c| c.is_ascii_digit()) {
            return [Some(self.number(SignKind::Number, digits(spelling))), None];
        }
        let word = folded(spelling);
        if word.chars().count() < COGNATE_LETTERS {
            return [None, None];
        }
        let stem = word.chars().take(COGNATE_LETTERS).collect();
        let stem = self.number(SignKind::Stem, stem);
        [Some(stem), Some(self.number(SignKind::Word, word))]
    }

    /// What each sign is a sign of, by its number.
    pub fn kinds(&self) -> &[SignKind] {
        &self.kinds
    }
}

/// What a duty word is about, and whether it denies it: languages forbid with other words each.
fn demanded(kind: DutyKind) -> (&'static str, bool) {
    match kind {
        DutyKind::Must => ("must", false),
        DutyKind::MustNot => ("must", true),
        DutyKind::Should => ("should", false),
        DutyKind::ShouldNot => ("should", true),
        DutyKind::May => ("may", false),
        DutyKind::MayNot => ("may", true),
        DutyKind::NeedNot => ("need", true),
    }
}

/// The digits of a number, without leading noughts and without what groups or splits them: `1,000`
/// and `1 000` are one number, `9am` and `9h` too.
fn digits(word: &str) -> String {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// A word without capitals and accents.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        let letters = word.chars().filter(char::is_ascii_alphanumeric);
        return letters.map(|c| c.to_ascii_lowercase()).collect();
    }
    word.nfd()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_their_digits() {
        assert_eq!(digits("1,000"), digits("1000"));
        assert_eq!(digits("08"), "8");
    }

    #[test]
    fn relatives_share_a_stem_and_one_word_has_one_sign_however_it_is_spelled() {
        let mut signs = Signs::default();
        let [english, welsh] = ["Polisi", "policy"].map(|word| signs.of_word(word));
        assert_eq!((english[0], english[1] == welsh[1]), (welsh[0], false));
        assert_eq!(signs.of_word("POLISI"), english);
        assert_eq!(signs.of_word("tŷ"), [None, None]);
    }
}

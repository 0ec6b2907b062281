//! Words in another language than their text claims.

use whatlang::{Detector, Lang};

use crate::language::LanguageCode;

/// What it takes to say that words are in the wrong language.
struct Demand {
    /// How many letters.
    letters: usize,
    /// How sure the detector must be, from 0 to 1.
    confidence: f64,
    /// Whether the words must be running text: a name is the same in many languages.
    running: bool,
}

/// Of words alone.
const WORDS: Demand = Demand {
    letters: 40,
    confidence: 0.9,
    running: true,
};

/// Of words that stand in the other language's text too.
const COPY: Demand = Demand {
    letters: 20,
    confidence: 0.8,
    running: true,
};

/// Of the same, where they are links or names: more than a name or two.
const COPIED_NAMES: Demand = Demand {
    letters: 60,
    confidence: 0.95,
    running: false,
};

/// Which of the languages `others` the words seem to be in, though their text claims another. Only
/// running text is judged: some forty letters or more, and not a name or a title, whose words begin
/// with capitals in any language.
pub fn seems_to_be_in(
    words: &str,
    claimed: &LanguageCode,
    others: &[LanguageCode],
) -> Option<LanguageCode> {
    let is_another = |other: &&LanguageCode| other.language() != claimed.language();
    let mut others = others.iter().filter(is_another);
    others
        .find(|other| is_in_the_other(words, claimed, other, &WORDS))
        .cloned()
}

/// The same for words that stand in the text of `other` too, which takes fewer of them.
pub(super) fn is_copy_of(words: &str, claimed: &LanguageCode, other: &LanguageCode) -> bool {
    let demands = [COPY, COPIED_NAMES];
    demands
        .iter()
        .any(|demand| is_in_the_other(words, claimed, other, demand))
}

/// The same for a sentence among others.
pub(super) fn is_copied_sentence(
    words: &str,
    claimed: &LanguageCode,
    other: &LanguageCode,
) -> bool {
    is_in_the_other(words, claimed, other, &COPY)
}

fn is_in_the_other(
    words: &str,
    claimed: &LanguageCode,
    other: &LanguageCode,
    demand: &Demand,
) -> bool {
    let words = without_addresses(words);
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    if letters < demand.letters || demand.running && !is_running_text(&words) {
        return false;
    }
    let Some(other) = known(other) else {
        return false;
    };
    // A language that the detector does not know is told by what it is not.
    let detector = match known(claimed) {
        Some(claimed) => Detector::with_allowlist(vec![claimed, other]),
        None => Detector::new(),
    };
    let found = detector.detect(&words);
    found.is_some_and(|found| found.lang() == other && found.confidence() >= demand.confidence)
}

/// The detector's name for a language; nothing where it does not know it.
fn known(language: &LanguageCode) -> Option<Lang> {
    let lang = match language.language() {
        "cy" => Lang::Cym,
        "de" => Lang::Deu,
        "en" => Lang::Eng,
        "es" => Lang::Spa,
        "fr" => Lang::Fra,
        "it" => Lang::Ita,
        "nl" => Lang::Nld,
        "pl" => Lang::Pol,
        "pt" => Lang::Por,
        "uk" => Lang::Ukr,
        code => return Lang::from_code(code),
    };
    Some(lang)
}

/// Whether most of the words begin with a small letter.
pub(super) fn is_running_text(words: &str) -> bool {
    let words = words
        .split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    let (small, large): (Vec<_>, Vec<_>) = words.partition(|first| !first.is_uppercase());
    small.len() >= 3 && small.len() > large.len()
}

fn without_addresses(words: &str) -> String {
    let words = words.split_whitespace();
    let words: Vec<_> = words
        .filter(|word| !word.contains("://") && !word.contains('@'))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> LanguageCode {
        LanguageCode::parse(code).unwrap()
    }

    #[test]
    fn running_text_in_another_language_is_told() {
        let english = "Any use of the channels outside these hours must be recorded.";
        let welsh = "Rhaid cofnodi unrhyw ddefnydd o’r sianeli y tu allan i’r oriau hyn.";
        let both = [language("en"), language("cy")];
        assert_eq!(
            seems_to_be_in(english, &language("cy"), &both),
            Some(language("en"))
        );
        assert_eq!(
            seems_to_be_in(welsh, &language("en"), &both),
            Some(language("cy"))
        );
        assert_eq!(seems_to_be_in(english, &language("en"), &both), None);
        assert_eq!(seems_to_be_in(welsh, &language("cy"), &both), None);
        assert_eq!(
            seems_to_be_in(english, &language("ga"), &both),
            Some(language("en"))
        );
    }

    #[test]
    fn names_addresses_and_a_few_words_are_not_judged() {
        let both = [language("en"), language("cy")];
        for words in [
            "American Standard Code for Information Interchange (ASCII)",
            "https://example.org/the-use-of-this-and-that-in-the-office",
            "at work",
            "",
        ] {
            assert_eq!(
                seems_to_be_in(words, &language("cy"), &both),
                None,
                "{words}"
            );
        }
    }
}

//! Alphabetical order, and the letter under which an index lists a title.
//!
//! The order is the Unicode Collation Algorithm with the tailoring of CLDR for each language, as
//! `icu_collator` brings them: in Welsh *ch*, *dd*, *ff*, *ng*, *ll*, *ph*, *rh* and *th* are letters.
//! Which *ng* is one letter and which is two (*Bangor*) no rule can tell: there the title's sort key
//! states a `|` between the two letters.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale::Locale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Known, LanguageCode};

/// The heading of titles that begin with a digit.
pub const DIGITS: &str = "0–9";

/// Keeps two letters from being read as one, and is itself of no weight (COMBINING GRAPHEME JOINER).
const APART: char = '\u{34f}';

/// The Latin alphabet of 26 letters. Irish uses 18 of them in its native words, the others in names
/// and loans, which dictionaries list in their places.
const LATIN: [&str; 26] = [
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S",
    "T", "U", "V", "W", "X", "Y", "Z",
];

/// The Welsh alphabet of 29 letters: `j` for loans, no k, q, v, x, z.
const WELSH: [&str; 29] = [
    "A", "B", "C", "Ch", "D", "Dd", "E", "F", "Ff", "G", "Ng", "H", "I", "J", "L", "Ll", "M", "N",
    "O", "P", "Ph", "R", "Rh", "S", "T", "Th", "U", "W", "Y",
];

/// The letters of a language's alphabet in its order, with capitals as a heading has them; empty for
/// a language that is not known.
pub fn alphabet(language: &LanguageCode) -> &'static [&'static str] {
    match language.known() {
        Some(Known::Welsh) => &WELSH,
        Some(Known::English | Known::French | Known::Irish) => &LATIN,
        None => &[],
    }
}

/// The alphabetical order of one language.
pub struct Collator {
    alphabet: &'static [&'static str],
    /// None only if the data for the order were missing: then text is ordered by its characters.
    full: Option<CollatorBorrowed<'static>>,
    /// Compares letters alone, without accents and case.
    letters: Option<CollatorBorrowed<'static>>,
}

impl Collator {
    /// The order of a language; of one that CLDR has no order for, the root order.
    pub fn of(language: &LanguageCode) -> Self {
        Collator {
            alphabet: alphabet(language),
            full: collator(language, Strength::Tertiary),
            letters: collator(language, Strength::Primary),
        }
    }

    /// The order of two titles or sort keys, word by word.
    ///
    /// Numbers count by their value, apostrophes and what stands before the first letter or digit
    /// not at all. Titles that are equal so far are ordered by their text, so only equal texts are
    /// equal.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let in_order = |one: &str, other: &str| match &self.full {
            Some(collator) => collator.compare(one, other),
            None => one.cmp(other),
        };
        in_order(&weighed(one), &weighed(other))
            .then_with(|| in_order(one, other))
            .then_with(|| one.cmp(other))
    }

    /// The heading under which an index lists a title: a letter of the alphabet (`Ch`, `Ll`) without
    /// accents, [`DIGITS`], or another letter or sign as a capital; empty for an empty title.
    pub fn initial(&self, title: &str) -> String {
        let title = weighed(title);
        let Some(first) = title.nfc().next() else {
            return String::new();
        };
        if first.is_numeric() {
            return DIGITS.to_owned();
        }
        if let Some(letter) = self.letter_of_two(&title) {
            return letter.to_owned();
        }
        self.without_accent(first).to_uppercase().collect()
    }

    /// The letter of two characters that a title begins with, if its alphabet has such.
    fn letter_of_two(&self, title: &str) -> Option<&'static str> {
        let pair: String = title
            .nfd()
            .filter(|character| *character == APART || !is_combining_mark(*character))
            .take(2)
            .collect();
        self.alphabet
            .iter()
            .filter(|letter| letter.len() == 2)
            .find(|letter| is_written_as(letter, &pair))
            .copied()
    }

    /// The letter below the accent, where the language does not count it as another letter.
    fn without_accent(&self, letter: char) -> char {
        let below = letter.nfd().next().unwrap_or(letter);
        let is_same = self.letters.as_ref().is_some_and(|letters| {
            letters.compare(
                letter.encode_utf8(&mut [0; 4]),
                below.encode_utf8(&mut [0; 4]),
            ) == Ordering::Equal
        });
        match letter {
            'æ' | 'Æ' if self.alphabet.contains(&"A") => 'A',
            'œ' | 'Œ' if self.alphabet.contains(&"O") => 'O',
            _ if is_same => below,
            _ => letter,
        }
    }
}

fn collator(language: &LanguageCode, strength: Strength) -> Option<CollatorBorrowed<'static>> {
    let mut preferences = match Locale::try_from_str(language.as_str()) {
        Ok(locale) => CollatorPreferences::from(&locale),
        Err(_) => CollatorPreferences::default(),
    };
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    CollatorBorrowed::try_new(preferences, options).ok()
}

/// A title from its first letter or digit on, apostrophes and `|` of no weight of their own.
fn weighed(title: &str) -> String {
    title
        .trim_start_matches(|character: char| !character.is_alphanumeric())
        .chars()
        .map(|character| match character {
            '\'' | '‘' | '’' | 'ʼ' | '|' => APART,
            other => other,
        })
        .collect()
}

/// Whether a pair of characters is a letter of two in one of the ways in which it is written: `ng`,
/// `Ng`, `NG`. `nG` is two letters, for the collation too.
fn is_written_as(letter: &str, pair: &str) -> bool {
    pair == letter || pair == letter.to_lowercase() || pair == letter.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn order(code: &str) -> Collator {
        Collator::of(&LanguageCode::parse(code).unwrap())
    }

    fn assert_in_order(code: &str, titles: &[&str]) {
        let collator = order(code);
        for (at, one) in titles.iter().enumerate() {
            for other in &titles[at + 1..] {
                assert_eq!(
                    collator.compare(one, other),
                    Ordering::Less,
                    "{one} {other}"
                );
            }
        }
    }

    #[test]
    fn welsh_digraphs_are_letters_after_the_letter_they_belong_to() {
        assert_in_order(
            "cy",
            &[
                "Absenoldeb",
                "Cwynion",
                "Cyflog",
                "Chwarae",
                "Dysgu",
                "Ddoe",
                "Ebost",
                "Fisa",
                "Ffioedd",
                "Gwyliau",
                "Ngwynedd",
                "Hawliau",
                "Lansio",
                "Lwfans",
                "Llety",
                "Llyfrau",
                "Mwg",
                "Nwy",
                "Parcio",
                "Pwysau",
                "Pholisi",
                "Recriwtio",
                "Rwber",
                "Rhaglen",
                "Salwch",
                "Swydd",
                "Teithio",
                "Tywydd",
                "Theatr",
                "Urddas",
                "Wythnos",
                "Ymddygiad",
            ],
        );
    }

    #[test]
    fn digraphs_count_inside_words_and_a_bar_keeps_letters_apart() {
        assert_in_order("cy", &["angau", "aha", "anadl", "llachar", "llafar"]);
        assert_in_order("cy", &["Bagiau", "Bangor", "Bara"]);
        assert_in_order("cy", &["Bagiau", "Balans", "Ban|gor", "Bara"]);
        assert_in_order("cy", &["Bana", "Ban|gor", "Banhadlen"]);
        assert_in_order("en", &["chair", "city", "llama", "lock"]);
    }

    #[test]
    fn marks_weigh_nothing_and_numbers_count_by_value() {
        assert_in_order("cy", &["Tŷ", "Tŷ’r Cwrdd", "Tŷ'r Rheolau", "Tywydd"]);
        assert_in_order(
            "en",
            &[
                "2 rules",
                "10 rules",
                "“Bullying”",
                "(Draft) leave",
                "Sick pay",
                "Sickness",
            ],
        );
        assert_in_order("en", &["staff", "Staff", "Staff’s"]);
    }

    #[test]
    fn titles_are_listed_under_letters_of_the_alphabet() {
        for (code, title, initial) in [
            ("cy", "Chwythu’r chwiban", "Ch"),
            ("cy", "LLETY", "Ll"),
            ("cy", "llŷn", "Ll"),
            ("cy", "N|gor", "N"),
            ("cy", "Ŵyl", "W"),
            ("cy", "Âm", "A"),
            ("cy", "“Theatr”", "Th"),
            ("cy", "Kindle", "K"),
            ("cy", "5 peth", DIGITS),
            ("en", "Childcare", "C"),
            ("en", "’", ""),
            ("fr", "Œuvres", "O"),
            ("fr", "e\u{301}tat", "E"),
            ("ga", "Úsáid", "U"),
            ("de", "Änderung", "A"),
            ("sv", "Ändring", "Ä"),
            ("el", "Άδεια", "Α"),
        ] {
            assert_eq!(order(code).initial(title), initial, "{title}");
        }
    }

    #[test]
    fn every_alphabet_is_in_its_own_order() {
        for code in ["en", "cy", "fr", "ga"] {
            assert_in_order(code, alphabet(&LanguageCode::parse(code).unwrap()));
        }
        assert!(alphabet(&LanguageCode::parse("el").unwrap()).is_empty());
    }

    proptest! {
        #[test]
        fn sorted_titles_have_their_initials_together(
            mut titles in prop::collection::vec("[ '(]?[A-Ta-zŵâÉ]{1,3}[a-z ]{0,3}", 2..12),
        ) {
            let welsh = order("cy");
            titles.sort_by(|one, other| welsh.compare(one, other));
            let mut initials: Vec<_> = titles.iter().map(|title| welsh.initial(title)).collect();
            initials.dedup();
            let once: std::collections::BTreeSet<_> = initials.iter().collect();
            prop_assert_eq!(once.len(), initials.len(), "{:?}", titles);
        }
    }
}

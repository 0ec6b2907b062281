//! The mutations as data, for programs that expand words themselves.

use unicode_normalization::UnicodeNormalization;

use super::LanguageCode;
use super::rules::Before;

/// The vowels of both languages that have mutations; `w` and `y` are vowels in Welsh.
const VOWELS: &str = "aeiouwy";

/// A word that begins with `radical` begins with `form` once it is mutated; both in small letters
/// without accents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MutationRow {
    /// How the radical begins; empty before a vowel that takes a letter.
    pub radical: &'static str,
    /// How the mutated form begins; empty where a letter falls away.
    pub form: String,
    /// The letters of which none may follow; empty where any may.
    pub not_before: String,
    /// The letters of which one must follow; empty where any may.
    pub only_before: String,
}

/// Every mutation of a language, in small letters without accents or hyphens, as an index of words
/// has them. Empty for a language that has none.
pub fn table(language: &LanguageCode) -> Vec<MutationRow> {
    let mut rows: Vec<MutationRow> = Vec::new();
    for rule in super::rules(language) {
        let (not_before, only_before) = match &rule.before {
            Before::Anything => (String::new(), String::new()),
            Before::NoneOf(letters) => (letters.iter().collect(), String::new()),
            Before::OneOf(letters) => (String::new(), plain(letters)),
            Before::Vowel | Before::SmallVowel | Before::CapitalVowel => {
                (String::new(), VOWELS.to_owned())
            }
        };
        let row = MutationRow {
            radical: rule.radical,
            form: rule.form.replace('-', ""),
            not_before,
            only_before,
        };
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// Letters without accents, each once.
fn plain(letters: &[char]) -> String {
    let mut plain = String::new();
    for letter in letters.iter().filter_map(|letter| letter.nfd().next()) {
        if !plain.contains(letter) {
            plain.push(letter);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_plain_and_none_stands_twice() {
        for (code, count) in [("cy", 19), ("ga", 20), ("en", 0)] {
            let rows = table(&LanguageCode::parse(code).unwrap());
            assert_eq!(rows.len(), count, "{code}");
            for row in &rows {
                let letters = [&row.form, &row.not_before, &row.only_before];
                assert!(
                    letters
                        .iter()
                        .all(|text| text.bytes().all(|b| b.is_ascii_lowercase()))
                );
            }
        }
    }
}

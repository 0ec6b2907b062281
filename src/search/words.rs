//! What a language does to words, and which words a site has: what the search page expands a query
//! with.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Entry;
use crate::language::LanguageCode;
use crate::language::elision::elided;
use crate::language::mutation::table;

/// The words of a site in one language, as the index has them: in small letters, without accents,
/// apostrophes and hyphens.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(BTreeSet<String>);

impl Vocabulary {
    /// The words of the entries of a language. None where the language has no mutations: the search page
    /// makes nothing of them then.
    pub fn of(language: &LanguageCode, entries: &[Entry]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        if !table(language).is_empty() {
            for entry in entries {
                vocabulary.add(&entry.title);
                entry
                    .parts
                    .iter()
                    .for_each(|part| vocabulary.add(&part.words));
            }
        }
        vocabulary
    }

    /// Adds the words of a text: each whole, and its parts where signs part it.
    fn add(&mut self, text: &str) {
        for written in text.split_whitespace() {
            let parts = written.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
            for word in std::iter::once(written).chain(parts) {
                let word = folded(word);
                if !word.is_empty() && !self.0.contains(&word) {
                    self.0.insert(word);
                }
            }
        }
    }

    /// The file for the search page, with the folders of the language's indexes.
    pub fn to_json(
        &self,
        language: &LanguageCode,
        in_force: &[String],
        history: &[String],
    ) -> Value {
        let [before, after] = elided(language);
        let rules: Vec<Value> = table(language)
            .into_iter()
            .map(|row| json!([row.radical, row.form, row.not_before, row.only_before]))
            .collect();
        let words: Vec<&str> = self.0.iter().map(String::as_str).collect();
        json!({
            "in_force": in_force,
            "history": history,
            "rules": rules,
            "before": before,
            "after": after,
            "words": words.join(" "),
        })
    }
}

/// A word as the index has it.
fn folded(word: &str) -> String {
    let letters = word.nfd().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

//! Whether a note on the changes between two texts says anything of a change.
//!
//! What counts is a value that changed (`eight` is 8), a word that went or came, or a telling word of
//! the passage or of the headings above it. A word that stands all over the text tells nothing. Where in
//! doubt a change counts as spoken of: a finding is for a note that is silent, not for one that is brief.

use std::collections::{HashMap, HashSet};

use super::model::{Change, Op};
use super::origins::parts;
use super::words::{self, Class};
use crate::language::LanguageCode;
use crate::language::duty;
use crate::language::mutation::radicals;
use crate::language::number_phrases::{Meaning, number_phrases};
use crate::markdown::tree::Tree;

/// Shorter words tell nothing by themselves.
const TELLING_LENGTH: usize = 4;
/// A word in more parts of a text than this, and in more than one of [`COMMON_SHARE`], is common.
const COMMON_PARTS: usize = 3;
const COMMON_SHARE: usize = 8;

/// A note, read against the newer of the two texts.
pub struct Mentions<'a> {
    language: &'a LanguageCode,
    values: HashSet<u64>,
    duties: HashSet<String>,
    words: Vec<String>,
    common: HashSet<String>,
}

impl<'a> Mentions<'a> {
    /// Reads a note; `new` is the text that it speaks of.
    pub fn of(note: &str, new: &Tree, language: &'a LanguageCode) -> Self {
        Mentions {
            language,
            values: values(note, language),
            duties: duties(note, language),
            words: telling(note, language),
            common: common(new, language),
        }
    }

    /// Whether the note says anything of a change.
    pub fn cover(&self, change: &Change) -> bool {
        let changed = changed_words(change);
        let around = change.section.join("\n") + "\n" + &passages(change);
        !self.values.is_disjoint(&values(&changed, self.language))
            || !self.duties.is_disjoint(&duties(&changed, self.language))
            || self.has_any(&telling(&changed, self.language))
            || self.has_any(&self.uncommon(telling(&around, self.language)))
    }

    fn uncommon(&self, words: Vec<String>) -> Vec<String> {
        let is_telling = |word: &String| !self.common.contains(word);
        words.into_iter().filter(is_telling).collect()
    }

    fn has_any(&self, words: &[String]) -> bool {
        words.iter().any(|word| {
            self.words
                .iter()
                .any(|noted| self.are_relatives(noted, word))
        })
    }

    /// Whether two words can be forms of one: "carry" and "carrying", *gwyliau* and *wyliau*.
    fn are_relatives(&self, one: &str, other: &str) -> bool {
        let forms = |word: &str| radicals(self.language, word);
        let others = forms(other);
        forms(one)
            .iter()
            .any(|one| others.iter().any(|other| share_their_beginning(one, other)))
    }
}

/// Whether two words begin alike for three quarters of the shorter one.
fn share_their_beginning(one: &str, other: &str) -> bool {
    let shared = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let shorter = one.chars().count().min(other.chars().count());
    shared >= TELLING_LENGTH && shared * 4 >= shorter * 3
}

/// The words that went and came.
fn changed_words(change: &Change) -> String {
    if change.edits.is_empty() {
        return passages(change);
    }
    let changed = change.edits.iter().filter(|edit| edit.op != Op::Equal);
    changed
        .map(|edit| edit.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

fn passages(change: &Change) -> String {
    let both = change.old.iter().chain(&change.new);
    both.map(|passage| passage.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The numbers in a text: each row of digits, and numbers in words beyond one.
fn values(text: &str, language: &LanguageCode) -> HashSet<u64> {
    let phrases = number_phrases(language, text).into_iter();
    let in_words = phrases.filter_map(|phrase| match phrase.meaning {
        Meaning::Number(value) | Meaning::NumberPerhaps(value) if value > 1 => Some(value),
        _ => None,
    });
    let mut found: HashSet<u64> = in_words.collect();
    for word in words::split(text, None, language) {
        if word.class != Class::Word {
            let whole = text[word.range].replace([',', '\u{a0}', '\u{202f}'], "");
            let digits = whole.split(|sign: char| !sign.is_ascii_digit());
            found.extend(digits.filter_map(|digits| digits.parse::<u64>().ok()));
        }
    }
    found
}

fn duties(text: &str, language: &LanguageCode) -> HashSet<String> {
    let found = duty::occurrences(language, text).into_iter();
    found.map(|duty| duty.form).collect()
}

/// The words of a text that tell something, in small letters.
fn telling(text: &str, language: &LanguageCode) -> Vec<String> {
    let words = words::split(text, None, language).into_iter();
    let words = words.filter(|word| word.class == Class::Word);
    let words = words.map(|word| text[word.range].to_lowercase());
    words
        .filter(|word| word.chars().count() >= TELLING_LENGTH)
        .collect()
}

/// The words that stand all over a text.
fn common(text: &Tree, language: &LanguageCode) -> HashSet<String> {
    let parts = parts(&text.blocks);
    let mut counts: HashMap<String, usize> = HashMap::new();
    for part in &parts {
        let words: HashSet<String> = telling(&part.own_text(), language).into_iter().collect();
        for word in words {
            *counts.entry(word).or_default() += 1;
        }
    }
    let most = COMMON_PARTS.max(parts.len() / COMMON_SHARE);
    let common = counts.into_iter().filter(|(_, count)| *count > most);
    common.map(|(word, _)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{ParseOptions, parse};
    use crate::source::Source;

    fn spoken_of(code: &str, old: &str, new: &str, note: &str) -> Vec<bool> {
        let language = LanguageCode::parse(code).unwrap();
        let tree = |text| {
            parse(
                &Source::new("a.md", text),
                0,
                None,
                &ParseOptions::default(),
            )
            .tree
        };
        let (old, new) = (tree(old), tree(new));
        let comparison = crate::diff::compare(&old, &new, &language);
        let mentions = Mentions::of(note, &new, &language);
        let flagged = comparison
            .changes
            .iter()
            .filter(|change| !change.flags.is_empty());
        flagged.map(|change| mentions.cover(change)).collect()
    }

    #[test]
    fn a_note_is_silent_where_it_names_neither_values_nor_words_nor_headings() {
        let old = "# Leave\n\n## Carrying over\n\nYou may keep up to 5 days of leave until June.\n";
        let new = old.replace('5', "8");
        let cases = [
            ("Spelling corrected.", false),
            ("The limit is now eight.", true),
            ("From 5 to 8.", true),
            ("More can be carried over.", true),
            ("", false),
        ];
        for (note, expected) in cases {
            assert_eq!(spoken_of("en", old, &new, note), [expected], "{note}");
        }
        let must = "# Phones\n\nYou must ask.\n";
        let may = "# Phones\n\nYou may ask.\n";
        assert_eq!(spoken_of("en", must, may, "Layout tidied."), [false]);
        assert_eq!(spoken_of("en", must, may, "“Must” is now “may”."), [true]);
    }

    #[test]
    fn mutated_words_are_the_same_words() {
        let old = "# Absenoldeb\n\n## Gwyliau blynyddol\n\nMae gennych hawl i 25 diwrnod.\n";
        let new = old.replace("25", "28");
        assert_eq!(spoken_of("cy", old, &new, "Mwy o wyliau."), [true]);
        assert_eq!(spoken_of("cy", old, &new, "Cywirwyd atalnodi."), [false]);
    }
}

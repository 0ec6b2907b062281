//! Words with which a text refers to parts of texts: "section 4 of this policy", "clauses 3 to 5", "adran 4 o Ddeddf
//! Cydraddoldeb 2010".
//!
//! Where in doubt a reference is one to another text: whoever is told that a number is out of date when it is
//! that of an Act looks for nothing, and trusts the next warning less.

mod table;

use super::{LanguageCode, mutation};
use table::Table;

/// What a noun before a number names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Its singular, in small letters and without mutation.
    pub name: &'static str,
    /// Whether it stands in the plural.
    pub is_plural: bool,
    /// What it names.
    pub part: Part,
}

/// The sorts of parts that a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A clause or a section: "section".
    Clause,
    /// An item of a list: "step".
    Item,
    /// Either: "rule".
    ClauseOrItem,
    /// What stands behind the text and has clauses that are numbered anew: "schedule".
    Annex,
}

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Referring<'l> {
    language: &'l LanguageCode,
    table: &'static Table,
}

impl<'l> Referring<'l> {
    /// The words of a language. Of one that is not known there are none, as [`Self::is_known`] says.
    pub fn of(language: &'l LanguageCode) -> Self {
        Referring {
            language,
            table: table::of(language),
        }
    }

    /// Whether anything is known of how the language refers.
    pub fn is_known(&self) -> bool {
        !self.table.clauses.is_empty()
    }

    /// The noun that a word is, case aside, mutated or not.
    pub fn noun(&self, word: &str) -> Option<Noun> {
        let table = self.table;
        let sorts = [
            (table.clauses, Part::Clause),
            (table.items, Part::Item),
            (table.either, Part::ClauseOrItem),
            (table.annexes, Part::Annex),
        ];
        self.radicals(word).into_iter().find_map(|radical| {
            sorts.iter().find_map(|(nouns, part)| {
                let is_it = |(one, many): &&(&str, &str)| *one == radical || *many == radical;
                let (name, many) = nouns.iter().find(is_it)?;
                Some(Noun {
                    name,
                    is_plural: *many == radical && many != name,
                    part: *part,
                })
            })
        })
    }

    /// Every word in small letters that a noun may be when it is not mutated, itself first, and its singular.
    pub fn names(&self, word: &str) -> Vec<String> {
        let mut names = self.radicals(word);
        names.extend(self.noun(word).map(|noun| noun.name.to_owned()));
        names
    }

    /// "number" in "rule number 4".
    pub fn is_number(&self, word: &str) -> bool {
        self.has(self.table.number, word)
    }

    /// Whether the first of several parts may be numbered otherwise than they are.
    pub fn has_firsts(&self) -> bool {
        !self.table.firsts.is_empty()
    }

    /// The number that a word is where it numbers the first of several parts: 1 of *1er*, *premier*.
    pub fn first_of_all(&self, word: &str) -> Option<&'static str> {
        let mut firsts = self.table.firsts.iter();
        firsts.find_map(|(first, number)| (*first == word).then_some(*number))
    }

    /// "see" before a number alone.
    pub fn is_see(&self, word: &str) -> bool {
        has_exactly(self.table.see, word)
    }

    /// "also" between "see" and a number.
    pub fn is_also(&self, word: &str) -> bool {
        has_exactly(self.table.also, word)
    }

    /// Words before the number of a clause that has no noun: "of" in "a breach of 5.1". Not those before times: "at
    /// 9.30".
    pub fn is_before_clauses(&self, word: &str) -> bool {
        has_exactly(self.table.before_clauses, word)
    }

    /// Words after such a number that say that it is no amount: "may", "above".
    pub fn is_after_clauses(&self, word: &str) -> bool {
        has_exactly(self.table.after_clauses, word)
    }

    /// What stands between the numbers of a row: "and", "or", "to".
    pub fn joins(&self, word: &str) -> bool {
        has_exactly(self.table.joins, word)
    }

    /// Whether what stands between two numbers says that all between them are meant too: "to", a dash.
    pub fn is_up_to(&self, between: &str) -> bool {
        let between = between.trim();
        matches!(between, "-" | "\u{2013}" | "\u{2014}") || has_exactly(self.table.up_to, between)
    }

    /// "of": after the number of a part, it says what it is a part of.
    pub fn is_of(&self, word: &str) -> bool {
        has_exactly(self.table.of, word)
    }

    /// Other words before what a part is found in, and before much else: "in", "to", "under".
    pub fn is_within(&self, word: &str) -> bool {
        has_exactly(self.table.within, word)
    }

    /// Words after the name of a text that say what it is on: "on", "for".
    pub fn is_about(&self, word: &str) -> bool {
        has_exactly(self.table.about, word)
    }

    /// "the".
    pub fn is_article(&self, word: &str) -> bool {
        has_exactly(self.table.articles, word)
    }

    /// Words that "the" is a part of: *du*.
    pub fn has_article(&self, word: &str) -> bool {
        has_exactly(self.table.with_article, word)
    }

    /// "this", of the text at hand.
    pub fn is_this(&self, word: &str) -> bool {
        has_exactly(self.table.this, word)
    }

    /// How many words may stand between "of" and "this": in Welsh the noun and what describes it.
    pub fn words_before_this(&self) -> usize {
        self.table.words_before_this
    }

    /// Whether what describes a noun comes after it: *y polisi gwyliau*.
    pub fn describes_after(&self) -> bool {
        self.table.words_before_this > 1
    }

    /// What holds items or clauses and is no text: "list", "table".
    pub fn is_group(&self, word: &str) -> bool {
        self.has(self.table.groups, word)
    }

    /// The name of a law or a contract: "Act", *Deddf*. With a capital, where the language gives them one: "to act".
    pub fn is_act(&self, word: &str) -> bool {
        let mut start = word.chars().take(2);
        let may_be = !self.table.acts_are_capital || start.any(char::is_uppercase);
        may_be && self.has(self.table.acts, word)
    }

    /// What a text may be called that is no law: "policy", "guidance".
    pub fn is_text(&self, word: &str) -> bool {
        self.is_own_text(word) || self.has(self.table.texts, word)
    }

    /// What the text at hand is called in itself: "the policy", "the rules".
    pub fn is_own_text(&self, word: &str) -> bool {
        self.has(self.table.own_texts, word)
    }

    fn has(&self, words: &[&str], word: &str) -> bool {
        self.radicals(word)
            .iter()
            .any(|radical| words.contains(&radical.as_str()))
    }

    fn radicals(&self, word: &str) -> Vec<String> {
        // Irish writes what it puts before a capital small: "tAcht".
        let radicals = mutation::radicals(self.language, word).into_iter();
        radicals.map(|radical| radical.to_lowercase()).collect()
    }
}

/// Words that take no mutation, or would be other words with one: *i*, *hi*.
fn has_exactly(words: &[&str], word: &str) -> bool {
    words.contains(&word) || words.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_known_in_every_form() {
        for (code, word, name, is_plural, part) in [
            ("en", "Section", "section", false, Part::Clause),
            ("en", "clauses", "clause", true, Part::Clause),
            ("en", "Schedule", "schedule", false, Part::Annex),
            ("en", "steps", "step", true, Part::Item),
            ("cy", "nghymal", "cymal", false, Part::Clause),
            ("cy", "gymalau", "cymal", true, Part::Clause),
            ("cy", "is-baragraff", "is-baragraff", false, Part::Clause),
            ("cy", "hadran", "adran", false, Part::Clause),
            ("cy", "ran", "rhan", false, Part::Clause),
            ("cy", "bwyntiau", "pwynt", true, Part::ClauseOrItem),
            ("fr", "annexe", "annexe", false, Part::Annex),
            ("ga", "gcuid", "cuid", false, Part::Clause),
        ] {
            let language = LanguageCode::parse(code).unwrap();
            let noun = Noun {
                name,
                is_plural,
                part,
            };
            assert_eq!(Referring::of(&language).noun(word), Some(noun), "{word}");
        }
    }

    #[test]
    fn acts_have_capitals_where_the_language_gives_them_one() {
        for (code, act, none) in [
            ("en", "Act", "act"),
            ("cy", "Ddeddf", "deddfu"),
            ("ga", "tAcht", "acht"),
            ("fr", "loi", "lois-là"),
        ] {
            let language = LanguageCode::parse(code).unwrap();
            let referring = Referring::of(&language);
            assert!(referring.is_act(act), "{act}");
            assert!(!referring.is_act(none), "{none}");
        }
    }
}

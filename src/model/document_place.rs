//! What can lie at a document's address and below it, and the shape of each such address.

use super::content::Content;
use crate::language::{AddressWord, LanguageCode, words::fixed};

/// A place at a document's address or below it. `V` is how it names versions: by their indices in
/// [`crate::model::Document::versions`], by themselves, or as an address does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentPlace<V = usize> {
    /// The document itself: the version that is shown at its own address.
    Itself,
    /// Its history.
    History,
    /// Its feed.
    Feed,
    /// A version.
    Version(V),
    /// The languages of a version side by side.
    BothLanguages(V),
    /// The comparison of two versions.
    Comparison(V, V),
    /// The comparison of a version with the one in force, whichever that is.
    ToCurrent(V),
    /// The comparison of two versions that are neighbours, or were so once, in every language, side by side.
    ComparisonLanguages(V, V),
}

/// The words of a language that these addresses hold.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    changes: &'a str,
    current: &'a str,
    both_languages: &'a str,
}

impl<'a> Words<'a> {
    pub fn of(content: &'a Content, language: &LanguageCode) -> Self {
        Words {
            changes: content.word(language, AddressWord::Changes),
            current: content.word(language, AddressWord::Current),
            both_languages: content.word(language, AddressWord::BothLanguages),
        }
    }
}

impl<V> DocumentPlace<V> {
    /// The versions that its address names.
    pub fn versions(self) -> impl Iterator<Item = V> {
        let named = match self {
            DocumentPlace::Itself | DocumentPlace::History | DocumentPlace::Feed => [None, None],
            DocumentPlace::Version(version)
            | DocumentPlace::BothLanguages(version)
            | DocumentPlace::ToCurrent(version) => [Some(version), None],
            DocumentPlace::Comparison(from, to) | DocumentPlace::ComparisonLanguages(from, to) => {
                [Some(from), Some(to)]
            }
        };
        named.into_iter().flatten()
    }

    /// The same place with its versions named in another way, if each can be.
    pub(super) fn named<W>(self, name: impl Fn(V) -> Option<W>) -> Option<DocumentPlace<W>> {
        Some(match self {
            DocumentPlace::Itself => DocumentPlace::Itself,
            DocumentPlace::History => DocumentPlace::History,
            DocumentPlace::Feed => DocumentPlace::Feed,
            DocumentPlace::Version(version) => DocumentPlace::Version(name(version)?),
            DocumentPlace::BothLanguages(version) => DocumentPlace::BothLanguages(name(version)?),
            DocumentPlace::ToCurrent(from) => DocumentPlace::ToCurrent(name(from)?),
            DocumentPlace::Comparison(from, to) => {
                DocumentPlace::Comparison(name(from)?, name(to)?)
            }
            DocumentPlace::ComparisonLanguages(from, to) => {
                DocumentPlace::ComparisonLanguages(name(from)?, name(to)?)
            }
        })
    }
}

impl<'p> DocumentPlace<&'p str> {
    /// The place that is meant by what an address has behind the document's, without `/` at either end.
    pub(super) fn read(words: Words<'_>, below: &'p str) -> Option<Self> {
        let parts: Vec<&str> = below.split('/').collect();
        let (changes, both) = (words.changes, words.both_languages);
        Some(match parts[..] {
            [""] => DocumentPlace::Itself,
            [word] if word == changes => DocumentPlace::History,
            [word, fixed::FEED] if word == changes => DocumentPlace::Feed,
            [word, from, to] if word == changes && to == words.current => {
                DocumentPlace::ToCurrent(from)
            }
            [word, from, to] if word == changes => DocumentPlace::Comparison(from, to),
            [word, from, to, beside] if word == changes && beside == both => {
                DocumentPlace::ComparisonLanguages(from, to)
            }
            [version] => DocumentPlace::Version(version),
            [version, beside] if beside == both => DocumentPlace::BothLanguages(version),
            _ => return None,
        })
    }

    /// What the address of the place has behind the document's. Pages are full of these: they are put
    /// together at once, without formatting.
    pub(super) fn write(self, words: Words<'_>) -> String {
        let (changes, both) = (words.changes, words.both_languages);
        match self {
            DocumentPlace::Itself => String::new(),
            DocumentPlace::History => [changes, "/"].concat(),
            DocumentPlace::Feed => [changes, "/", fixed::FEED].concat(),
            DocumentPlace::Version(version) => [version, "/"].concat(),
            DocumentPlace::BothLanguages(version) => [version, "/", both, "/"].concat(),
            DocumentPlace::Comparison(from, to) => [changes, "/", from, "/", to, "/"].concat(),
            DocumentPlace::ToCurrent(from) => {
                [changes, "/", from, "/", words.current, "/"].concat()
            }
            DocumentPlace::ComparisonLanguages(from, to) => {
                [changes, "/", from, "/", to, "/", both, "/"].concat()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Words<'_> = Words {
        changes: "newidiadau",
        current: "cyfredol",
        both_languages: "dwyieithog",
    };

    #[test]
    fn every_place_is_read_as_it_is_written() {
        for place in [
            DocumentPlace::Itself,
            DocumentPlace::History,
            DocumentPlace::Feed,
            DocumentPlace::Version("2020"),
            DocumentPlace::BothLanguages("2020"),
            DocumentPlace::Comparison("2020", "2021.1"),
            DocumentPlace::ToCurrent("2020"),
            DocumentPlace::ComparisonLanguages("2020", "2021.1"),
        ] {
            let written = place.write(WORDS);
            let below = written.trim_end_matches('/');
            assert_eq!(DocumentPlace::read(WORDS, below), Some(place), "{written}");
            for wrong in [format!("{below}/x"), format!("x/y/z/{below}")] {
                let read = DocumentPlace::read(WORDS, &wrong);
                assert_ne!(read, Some(place), "{wrong}");
            }
        }
    }
}

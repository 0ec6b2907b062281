//! What lies at a document's address and below it: the shape of each such address, and whether there is
//! anything at it. A build makes what is here, the preview shows it, and a text may link to it.

use super::document::Document;
use super::plan::ComparisonPlan;
use super::site::Site;
use super::version::Version;
use crate::language::{AddressWord, LanguageCode, words::fixed};

/// A place at a document's address or below it. `V` is how it names versions: by their indices in
/// [`Document::versions`], by themselves, or as an address does.
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
struct Words<'a> {
    changes: &'a str,
    current: &'a str,
    both_languages: &'a str,
}

impl<'a> Words<'a> {
    fn of(site: &'a Site, language: &LanguageCode) -> Self {
        Words {
            changes: site.word(language, AddressWord::Changes),
            current: site.word(language, AddressWord::Current),
            both_languages: site.word(language, AddressWord::BothLanguages),
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
    fn named<W>(self, name: impl Fn(V) -> Option<W>) -> Option<DocumentPlace<W>> {
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
    fn read(words: Words<'_>, below: &'p str) -> Option<Self> {
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
    fn write(self, words: Words<'_>) -> String {
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

impl Site {
    /// The place at what an address in a language has behind a document's, without `/` at either end.
    /// Nothing where nothing is there.
    pub(super) fn document_place(
        &self,
        document: &Document,
        language: &LanguageCode,
        below: &str,
    ) -> Option<DocumentPlace> {
        let place = self.meant_place(document, language, below)?;
        self.has_document_place(document, place, language)
            .then_some(place)
    }

    /// The place that was at such an address until a text of the document was removed, and the version whose
    /// text that was.
    pub(super) fn lost_place(
        &self,
        document: &Document,
        language: &LanguageCode,
        below: &str,
    ) -> Option<(DocumentPlace, usize)> {
        let meant = self.meant_place(document, language, below)?;
        let lost = self.lost_places(document, language);
        lost.into_iter().find(|(place, _)| *place == meant)
    }

    /// The place that such an address means, be something there or not.
    fn meant_place(
        &self,
        document: &Document,
        language: &LanguageCode,
        below: &str,
    ) -> Option<DocumentPlace> {
        let place = DocumentPlace::read(Words::of(self, language), below)?;
        place.named(|id| document.version(id))
    }

    /// What the address of a place has behind the document's.
    pub(super) fn below_document(
        &self,
        document: &Document,
        place: DocumentPlace,
        language: &LanguageCode,
    ) -> String {
        let named = place.named(|at| Some(document.versions.get(at)?.id.as_str()));
        named.map_or_else(String::new, |place| place.write(Words::of(self, language)))
    }

    /// The address of a place.
    pub fn document_place_address(
        &self,
        document: &Document,
        place: DocumentPlace,
        language: &LanguageCode,
    ) -> String {
        self.document_address(document, language) + &self.below_document(document, place, language)
    }

    /// The address of a place that names its versions itself.
    pub(super) fn named_place_address(
        &self,
        document: &Document,
        place: DocumentPlace<&Version>,
        language: &LanguageCode,
    ) -> String {
        let named = place.named(|version| Some(version.id.as_str()));
        let below = named.map_or_else(String::new, |place| place.write(Words::of(self, language)));
        self.document_address(document, language) + &below
    }

    /// Whether there is something at a place.
    fn has_document_place(
        &self,
        document: &Document,
        place: DocumentPlace,
        language: &LanguageCode,
    ) -> bool {
        let plan = || ComparisonPlan::of(self, document, language);
        match place {
            DocumentPlace::Itself => document.shown(self.on).is_some(),
            DocumentPlace::History | DocumentPlace::Version(_) => true,
            DocumentPlace::Feed => self.config.base_url.is_some(),
            DocumentPlace::BothLanguages(at) => self.has_both_languages(&document.versions[at]),
            DocumentPlace::Comparison(from, to) => plan().has(from, to),
            DocumentPlace::ToCurrent(from) => plan().has_to_current(from),
            DocumentPlace::ComparisonLanguages(from, to) => self
                .languages_beside(document, from, to)
                .contains(&language),
        }
    }

    /// Every place of a document in a language at which there is something.
    pub fn document_places(
        &self,
        document: &Document,
        language: &LanguageCode,
    ) -> Vec<DocumentPlace> {
        let plan = ComparisonPlan::of(self, document, language);
        let mut places = vec![
            DocumentPlace::Itself,
            DocumentPlace::History,
            DocumentPlace::Feed,
        ];
        for at in 0..document.versions.len() {
            places.extend([
                DocumentPlace::Version(at),
                DocumentPlace::BothLanguages(at),
                DocumentPlace::ToCurrent(at),
            ]);
            let compared = plan.compared_with(at).into_iter();
            places.extend(compared.flat_map(|from| {
                [
                    DocumentPlace::Comparison(from, at),
                    DocumentPlace::ComparisonLanguages(from, at),
                ]
            }));
        }
        places.retain(|place| self.has_document_place(document, *place, language));
        places
    }

    /// Whether a version has a page with its languages side by side.
    pub fn has_both_languages(&self, version: &Version) -> bool {
        let with_text = self.languages().filter(|code| version.text(code).is_some());
        self.config.both_languages && with_text.count() > 1
    }

    /// The languages in which a comparison of versions that are neighbours, or were so once, is shown side by
    /// side with the others; none where fewer than two have it, or the site does not want it.
    pub fn languages_beside(
        &self,
        document: &Document,
        from: usize,
        to: usize,
    ) -> Vec<&LanguageCode> {
        let has_it = |language: &&LanguageCode| {
            ComparisonPlan::of(self, document, language).has_of_neighbours(from, to)
        };
        let languages: Vec<&LanguageCode> = self.languages().filter(has_it).collect();
        if self.config.both_languages && languages.len() > 1 {
            languages
        } else {
            Vec::new()
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

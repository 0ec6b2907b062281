//! Addresses: where each page is, from the site's root.
//!
//! An address is a path without a leading `/`; that of a folder ends in `/` and is served from the
//! `index.html` in it. Its names are those of folders and files, as they are: [`super::href`] tells how one is
//! written in a link.

use jiff::civil::Date;

use super::content::Content;
use super::document::Document;
use super::document_place::{DocumentPlace, Words};
use super::href::encoded;
use super::section::Section;
use super::version::Version;
use crate::language::{AddressWord, LanguageCode, words::fixed};

/// The path of the file that an address is served from.
pub fn file(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

impl Content {
    /// What a word of addresses is in a language of the site.
    pub fn word(&self, language: &LanguageCode, word: AddressWord) -> &str {
        let known = self
            .config
            .languages
            .iter()
            .find(|known| known.code == *language);
        known.map_or(word.key(), |known| known.words.get(word))
    }

    /// The home page of a language.
    pub fn home_address(&self, language: &LanguageCode) -> String {
        format!("{language}/")
    }

    /// A section's page.
    pub fn section_address(&self, section: &Section, language: &LanguageCode) -> String {
        section.addresses.get(language).cloned().unwrap_or_default()
    }

    /// The documents of a section in force, on one page.
    pub fn book_address(&self, section: &Section, language: &LanguageCode) -> String {
        let word = self.word(language, AddressWord::Book);
        format!("{}{word}/", self.section_address(section, language))
    }

    /// A document's own page: the version in force.
    pub fn document_address(&self, document: &Document, language: &LanguageCode) -> String {
        document
            .addresses
            .get(language)
            .cloned()
            .unwrap_or_default()
    }

    /// A version's page.
    pub fn version_address(
        &self,
        document: &Document,
        version: &Version,
        language: &LanguageCode,
    ) -> String {
        self.named_place_address(document, DocumentPlace::Version(version), language)
    }

    /// Every language of a version side by side.
    pub fn both_languages_address(
        &self,
        document: &Document,
        version: &Version,
        language: &LanguageCode,
    ) -> String {
        self.named_place_address(document, DocumentPlace::BothLanguages(version), language)
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

    /// A document's history.
    pub fn history_address(&self, document: &Document, language: &LanguageCode) -> String {
        self.document_place_address(document, DocumentPlace::History, language)
    }

    /// What changed on the whole site.
    pub fn changes_address(&self, language: &LanguageCode) -> String {
        format!("{language}/{}/", self.word(language, AddressWord::Changes))
    }

    /// What changed on the whole site in a year.
    pub fn year_address(&self, language: &LanguageCode, year: i16) -> String {
        format!("{}{year}/", self.changes_address(language))
    }

    /// The site's feed.
    pub fn feed_address(&self, language: &LanguageCode) -> String {
        format!("{}{}", self.changes_address(language), fixed::FEED)
    }

    /// The feed of a section.
    pub fn section_feed_address(&self, section: &Section, language: &LanguageCode) -> String {
        format!("{}{}", self.section_address(section, language), fixed::FEED)
    }

    /// The feed of a document.
    pub fn document_feed_address(&self, document: &Document, language: &LanguageCode) -> String {
        self.document_place_address(document, DocumentPlace::Feed, language)
    }

    /// The page that takes a day and shows what was in force on it.
    pub fn on_a_date_address(&self, language: &LanguageCode) -> String {
        format!("{language}/{}/", self.word(language, AddressWord::OnADate))
    }

    /// What was in force on a day, where that day has a page of its own.
    pub fn day_address(&self, language: &LanguageCode, day: Date) -> String {
        format!("{}{day}/", self.on_a_date_address(language))
    }

    /// What any day has, as a link: the page that takes a day, told which.
    pub fn any_day_link(&self, language: &LanguageCode, day: Date) -> String {
        format!("{}?date={day}", encoded(&self.on_a_date_address(language)))
    }

    /// The index of intervals that the page that takes a day reads.
    pub fn day_index_address(&self, language: &LanguageCode) -> String {
        format!("{}{}", self.on_a_date_address(language), fixed::DAY_INDEX)
    }

    /// Every document in the order of the alphabet.
    pub fn a_to_z_address(&self, language: &LanguageCode) -> String {
        format!("{language}/{}/", self.word(language, AddressWord::AToZ))
    }

    /// The search page.
    pub fn search_address(&self, language: &LanguageCode) -> String {
        format!("{language}/{}/", self.word(language, AddressWord::Search))
    }

    /// A document in every language, whatever its addresses.
    pub fn id_address(&self, document: &Document) -> String {
        format!("{}/{}/", fixed::ID, document.id)
    }

    /// A file that belongs to a folder of the content: `owner` is its id, with the version's where
    /// it belongs to one.
    pub fn file_address(&self, owner: &str, name: &str) -> String {
        if owner.is_empty() {
            format!("{}/{name}", fixed::FILES)
        } else {
            format!("{}/{owner}/{name}", fixed::FILES)
        }
    }

    /// The path of the site's root on its host, where the site knows it: empty, or without the first `/` and with
    /// the last.
    pub fn path_on_host(&self) -> &str {
        let base = self.config.base_url.as_deref().unwrap_or_default();
        let rest = base.split_once("://").map_or("", |(_, rest)| rest);
        rest.split_once('/').map_or("", |(_, path)| path)
    }
}

//! Addresses: where each page is, from the site's root, and how one page names another.
//!
//! An address is a path without a leading `/`; that of a folder ends in `/` and is served from the
//! `index.html` in it. Only canonical addresses, feeds and the sitemap name the whole URL; every
//! other link is relative to its page, so that the site works under any path.

use std::iter;

use jiff::civil::Date;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::document::Document;
use super::document_place::DocumentPlace;
use super::version::Version;
use super::{Section, Site};
use crate::language::{AddressWord, LanguageCode, words::fixed};

/// The way to the folder above.
const UP: &str = "../";

/// The path of the file that an address is served from.
pub fn file(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.to_owned()
    }
}

/// How a page at one address links to another.
pub fn relative(from: &str, to: &str) -> String {
    let folder = &from[..from.rfind('/').map_or(0, |at| at + 1)];
    let shared = shared_folders(folder, to);
    let above = folder[shared..].bytes().filter(|&byte| byte == b'/');
    let (up, down) = (above.count(), &to[shared..]);
    match (up, down) {
        (0, "") => "./".to_owned(),
        // A first part with a colon would be read as a scheme.
        (0, _)
            if down
                .split('/')
                .next()
                .is_some_and(|part| part.contains(':')) =>
        {
            format!("./{down}")
        }
        _ => {
            let mut href = String::with_capacity(UP.len() * up + down.len());
            href.extend(iter::repeat_n(UP, up));
            href.push_str(down);
            href
        }
    }
}

/// The length, in bytes, of the folders that two paths have in common.
fn shared_folders(folder: &str, path: &str) -> usize {
    let both = folder.bytes().zip(path.bytes());
    let same = both.take_while(|(a, b)| a == b).count();
    let slash = folder.bytes().take(same).rposition(|byte| byte == b'/');
    slash.map_or(0, |at| at + 1)
}

impl Site {
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

    /// An address as a whole URL, where the site knows its own.
    pub fn absolute(&self, address: &str) -> Option<String> {
        self.config
            .base_url
            .as_ref()
            .map(|base| format!("{base}{address}"))
    }

    /// The path of the site's root on its host, where the site knows it: empty, or without the first `/` and with
    /// the last.
    pub fn path_on_host(&self) -> &str {
        let base = self.config.base_url.as_deref().unwrap_or_default();
        let rest = base.split_once("://").map_or("", |(_, rest)| rest);
        rest.split_once('/').map_or("", |(_, path)| path)
    }
}

/// A path with its query as browsers ask a server for it: signs that no request has are encoded, and what is
/// encoded already stays as it is.
pub fn as_requested(address: &str) -> String {
    match address.split_once('?') {
        Some((path, query)) => format!(
            "{}?{}",
            utf8_percent_encode(path, NOT_IN_PATH),
            utf8_percent_encode(query, NOT_IN_QUERY)
        ),
        None => utf8_percent_encode(address, NOT_IN_PATH).to_string(),
    }
}

/// What browsers encode in either, though it is ASCII.
const NOT_IN_EITHER: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>');
const NOT_IN_PATH: &AsciiSet = &NOT_IN_EITHER.add(b'`').add(b'{').add(b'}').add(b'^');
const NOT_IN_QUERY: &AsciiSet = &NOT_IN_EITHER.add(b'\'');

#[cfg(test)]
mod tests {
    use super::{as_requested, relative};

    #[test]
    fn an_address_is_encoded_as_browsers_do_and_once() {
        for (written, requested) in [
            ("old/leave.asp?id=3&x=/%20", "old/leave.asp?id=3&x=/%20"),
            ("old/tŷ.aspx", "old/t%C5%B7.aspx"),
            (
                "old/t%c5%b7 a.aspx?q=tŷ 'b'",
                "old/t%c5%b7%20a.aspx?q=t%C5%B7%20%27b%27",
            ),
            ("it's/{a}^", "it's/%7Ba%7D%5E"),
        ] {
            assert_eq!(as_requested(written), requested);
        }
    }

    #[test]
    fn links_are_relative_to_the_page() {
        for (from, to, link) in [
            ("", "en/", "en/"),
            ("en/", "", "../"),
            ("en/", "en/", "./"),
            ("en/policy/leave/", "en/policy/", "../"),
            ("en/policy/leave/", "en/policy/leave/2020/", "2020/"),
            (
                "en/policy/leave/2020/",
                "cy/polisi/absenoldeb/2020/",
                "../../../../cy/polisi/absenoldeb/2020/",
            ),
            ("404.html", "assets/site.css", "assets/site.css"),
            ("en/policy/", "en/policies/", "../policies/"),
            ("en/", "en/a:b/", "./a:b/"),
        ] {
            assert_eq!(relative(from, to), link, "{from} → {to}");
        }
    }
}

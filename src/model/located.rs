//! Addresses → what is there.

use super::content::Content;
use super::part::{AddressIndex, Part};
use crate::language::LanguageCode;

/// What is at an address.
#[derive(Clone, Copy, Debug)]
pub struct LocatedAt<'s, 'a> {
    /// The part of the site.
    pub part: Part,
    /// The language of the address; the site's first where the address has none.
    pub language: &'s LanguageCode,
    /// The part's own address, without `/` at either end.
    pub own: &'a str,
    /// What of the address lies below that of the part, without `/` at either end.
    pub rest: &'a str,
}

impl Content {
    /// What is at an address, or around it: the part of the site with the longest address that this one
    /// begins with. Nothing is said of what lies below the part:
    /// see [`LocatedAt::rest`], and for what exactly is there [`super::Site::place_at`].
    pub fn locate<'s, 'a>(&'s self, address: &'a str) -> Option<LocatedAt<'s, 'a>> {
        self.locate_among(address, |_| true)
    }

    /// The same among some of the parts.
    pub(super) fn locate_among<'s, 'a>(
        &'s self,
        address: &'a str,
        may_be: impl Fn(Part) -> bool,
    ) -> Option<LocatedAt<'s, 'a>> {
        let address = address.trim_matches('/');
        let mut end = address.len();
        loop {
            let found = self.by_address.get(&address[..end]);
            if let Some(&(part, language)) = found.filter(|(part, _)| may_be(*part)) {
                return Some(LocatedAt {
                    part,
                    language: &self.config.languages.get(language)?.code,
                    own: &address[..end],
                    rest: address[end..].trim_matches('/'),
                });
            }
            // Parts of addresses are short: byte by byte is less than a search that prepares itself.
            end = address[..end].bytes().rposition(|byte| byte == b'/')?;
        }
    }

    /// Every part by its address. Where two would have the same, which is a finding, the former address
    /// gives way, then the file.
    pub(super) fn address_index(&self) -> AddressIndex {
        let mut index = AddressIndex::new();
        let mut put = |address: &str, part: Part, language: usize| {
            index.insert(address.trim_end_matches('/').to_owned(), (part, language));
        };
        for (number, language) in self.languages().enumerate() {
            for (at, document) in self.documents.iter().enumerate() {
                let formers = document.config.former_addresses.get(language);
                for former in formers.into_iter().flatten() {
                    let address = format!("{language}/{}", former.value);
                    put(&address, Part::Former(at), number);
                }
            }
        }
        for (at, file) in self.static_files.iter().enumerate() {
            put(&file.address, Part::StaticFile(at), 0);
        }
        for (at, document) in self.documents.iter().enumerate() {
            put(&self.id_address(document), Part::Id(at), 0);
        }
        for (number, language) in self.languages().enumerate() {
            put(&self.home_address(language), Part::Home, number);
            put(&self.changes_address(language), Part::Changes, number);
            put(&self.on_a_date_address(language), Part::OnADate, number);
            put(&self.a_to_z_address(language), Part::AToZ, number);
            put(&self.search_address(language), Part::Search, number);
            for (at, section) in self.sections.iter().enumerate().skip(1) {
                let address = self.section_address(section, language);
                put(&address, Part::Section(at), number);
            }
            for (at, page) in self.pages.iter().enumerate() {
                if let Some(address) = page.addresses.get(language) {
                    put(address, Part::Page(at), number);
                }
            }
            for (at, document) in self.documents.iter().enumerate() {
                let address = self.document_address(document, language);
                put(&address, Part::Document(at), number);
            }
        }
        index
    }
}

//! The parts of a site that have texts of their own, and those texts.

use jiff::civil::Date;

use crate::config::ByLanguage;
use crate::model::{Document, Site, Text, Version};

/// A part of the site that has texts of its own. Numbers are indices into the site's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A section, with its landing texts.
    Section(usize),
    /// A page.
    Page(usize),
    /// A document, with the texts of all its versions.
    Document(usize),
}

/// Every part of a site that has texts.
pub(super) fn owners(site: &Site) -> Vec<Owner> {
    let sections = (0..site.sections.len()).map(Owner::Section);
    let pages = (0..site.pages.len()).map(Owner::Page);
    let documents = (0..site.documents.len()).map(Owner::Document);
    sections.chain(pages).chain(documents).collect()
}

/// A text with what it belongs to: links within a page are held against that.
#[derive(Clone, Copy)]
pub(super) struct Holder<'a> {
    pub text: &'a Text,
    pub document: Option<&'a Document>,
    /// The version that it is of; none for a section or a page.
    pub version: Option<&'a Version>,
}

impl Holder<'_> {
    /// From when readers can read it: a page always, a draft at no day that is known.
    pub fn read_from(&self) -> Option<Date> {
        let Some(version) = self.version else {
            return Some(Date::MIN);
        };
        version.published_on()
    }
}

/// The texts of a part of the site, without those that were removed.
pub(super) fn holders(site: &Site, owner: Owner) -> impl Iterator<Item = Holder<'_>> {
    let (texts, document): (Vec<(&ByLanguage<Text>, Option<&Version>)>, _) = match owner {
        Owner::Section(at) => (vec![(&site.sections[at].landing, None)], None),
        Owner::Page(at) => (vec![(&site.pages[at].texts, None)], None),
        Owner::Document(at) => {
            let document = &site.documents[at];
            let shown = document.versions.iter();
            let shown = shown.filter(|version| !version.is_removed());
            let texts = shown.map(|version| (&version.texts, Some(version)));
            (texts.collect(), Some(document))
        }
    };
    texts.into_iter().flat_map(move |(texts, version)| {
        texts.iter().map(move |(_, text)| Holder {
            text,
            document,
            version,
        })
    })
}

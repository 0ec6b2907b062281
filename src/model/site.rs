//! The site.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::day_pages::DayPages;
use super::derived::Derived;
use super::document::Document;
use super::linked::LinkedAnchors;
use super::page::Page;
use super::part::AddressIndex;
use super::path_index::{Indexed, PathIndex};
use super::reading_order::ReadingOrder;
use super::redirect::Redirect;
use super::section::Section;
use super::stale::stale_after;
use super::static_file::StaticFile;
use super::text::Text;
use super::version::Version;
use crate::config::ByLanguage;
use crate::config::site::SiteConfig;
use crate::language::LanguageCode;

/// A site as it stands on a day: only what may be shown on that day is in it.
#[derive(Clone, Debug)]
pub struct Site {
    /// What `site.yaml` says.
    pub config: SiteConfig,
    /// The day that the site is built for; another is set by [`Site::set_day`].
    pub on: Date,
    /// The sections, those beside each other in their order. The first is the content folder itself.
    pub sections: Vec<Section>,
    /// The documents, in the order in which their folders are read.
    pub documents: Vec<Document>,
    /// The pages.
    pub pages: Vec<Page>,
    /// The files that are copied as they are.
    pub static_files: Vec<StaticFile>,
    /// Anchors of documents that some text of the site links to.
    pub linked_anchors: LinkedAnchors,
    /// The last day on which a build would give the same pages, unless that is for ever.
    pub stale_after: Option<Date>,
    /// Addresses of an older site, and where they lead now.
    pub redirects: Vec<Redirect>,
    /// What the content has and this site leaves out, since readers may not see it yet: documents and
    /// versions by their paths below `content`, each with the day from which they may; none for drafts.
    pub unpublished: BTreeMap<String, Option<Date>>,
    /// Whether it has drafts, and versions that readers may not see yet: then it is not the site for readers.
    pub with_drafts: bool,
    pub(super) by_path: PathIndex,
    pub(super) by_address: AddressIndex,
    pub(super) reading_orders: Derived<ByLanguage<ReadingOrder>>,
    pub(super) day_pages: Derived<DayPages>,
}

impl Site {
    /// A site with no content.
    pub fn empty(config: SiteConfig, on: Date) -> Self {
        Site {
            config,
            on,
            sections: Vec::new(),
            documents: Vec::new(),
            pages: Vec::new(),
            static_files: Vec::new(),
            linked_anchors: LinkedAnchors::default(),
            stale_after: None,
            redirects: Vec::new(),
            unpublished: BTreeMap::new(),
            with_drafts: false,
            by_path: PathIndex::default(),
            by_address: AddressIndex::new(),
            reading_orders: Derived::default(),
            day_pages: Derived::default(),
        }
    }

    /// Makes a site that was read with every version stand as on another day.
    pub fn set_day(&mut self, day: Date) {
        if day != self.on {
            self.on = day;
            self.stale_after = stale_after(&self.documents, &self.sections, day, true);
            self.forget_derived();
        }
    }

    /// To be called after each change of the parts or the day.
    pub(super) fn forget_derived(&mut self) {
        self.reading_orders.forget();
        self.day_pages.forget();
    }

    /// The codes of the site's languages, in display order.
    pub fn languages(&self) -> impl Iterator<Item = &LanguageCode> {
        self.config.languages.iter().map(|language| &language.code)
    }

    /// The document with an id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        Some(&self.documents[self.document_index(id)?])
    }

    pub(super) fn document_index(&self, id: &str) -> Option<usize> {
        match self.by_path.get(id) {
            Some(Indexed::Document(at)) => Some(at),
            _ => None,
        }
    }

    /// The day by which a version is to be reviewed: as stated, or counted from when it took effect.
    pub fn review_by(&self, document: &Document, version: &Version) -> Option<Date> {
        document.review_by(version, &self.sections)
    }

    /// The section that a document or page is in, and those above it, outermost first, without the
    /// content folder itself.
    pub fn sections_above(&self, section: usize) -> Vec<usize> {
        let mut chain: Vec<usize> =
            std::iter::successors(Some(section), |&at| self.sections[at].parent)
                .filter(|&at| self.sections[at].parent.is_some())
                .collect();
        chain.reverse();
        chain
    }

    /// The documents of a section itself, in their order.
    pub fn documents_of(&self, section: usize) -> impl Iterator<Item = &Document> {
        self.documents
            .iter()
            .filter(move |document| document.section == section)
    }

    /// The documents of a section's book: those that are in force, of the section and of the sections in
    /// it, each with the version that is, its text removed or not. In the order in which the site has them.
    pub fn book_of(&self, section: usize) -> impl Iterator<Item = (&Document, usize)> {
        let is_within = move |&document: &usize| {
            let own = self.documents[document].section;
            let mut above = std::iter::successors(Some(own), |&at| self.sections[at].parent);
            above.any(|at| at == section)
        };
        let documents = (0..self.documents.len()).filter(is_within);
        documents.filter_map(|at| self.chapter(at))
    }

    /// The document at an index with its version in force, if it is a chapter of books.
    pub(super) fn chapter(&self, document: usize) -> Option<(&Document, usize)> {
        let document = &self.documents[document];
        Some((document, document.in_force(self.on)?))
    }

    /// The sections right below a section, in their order.
    pub fn sections_of(&self, section: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.sections.len()).filter(move |&at| self.sections[at].parent == Some(section))
    }

    /// The text of a set that stands for a language: its own, or that of the first language of the
    /// site that has one.
    pub fn text_for<'a>(
        &self,
        texts: &'a ByLanguage<Text>,
        language: &LanguageCode,
    ) -> Option<(&'a Text, LanguageCode)> {
        std::iter::once(language)
            .chain(self.languages())
            .find_map(|code| texts.get(code).map(|text| (text, code.clone())))
    }

    /// The title of a version for readers of a language, and the title's own language where that is
    /// another. Of a version that was removed the title is not told: the document's in another version
    /// stands for it, or else the name of its folder.
    pub fn version_title(
        &self,
        document: &Document,
        version: usize,
        language: &LanguageCode,
    ) -> (String, Option<LanguageCode>) {
        let is_told = |at: &usize| !document.versions[*at].is_removed();
        let told = Some(version)
            .filter(is_told)
            .or_else(|| document.shown(self.on).filter(is_told))
            .or_else(|| (0..document.versions.len()).rev().find(is_told));
        let Some(told) = told else {
            let folder = document.id.rsplit('/').next().unwrap_or_default();
            return (folder.to_owned(), None);
        };
        let version = &document.versions[told];
        match self.text_for(&version.texts, language) {
            Some((text, shown)) => {
                let other = (shown != *language).then_some(shown);
                (text.title.clone(), other)
            }
            None => (document.id.clone(), None),
        }
    }

    /// What a document is sorted by in a language: its text's own key, or its title.
    pub fn sort_key(&self, document: &Document, language: &LanguageCode) -> String {
        let shown = document.shown(self.on);
        let text = shown.and_then(|at| document.versions[at].text(language));
        let stated = text.and_then(|text| text.sort_key.clone());
        stated.unwrap_or_else(|| self.version_title(document, shown.unwrap_or(0), language).0)
    }
}

//! What a site holds, whatever the day.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::document::Document;
use super::edited::EditedPart;
use super::linked::LinkedAnchors;
use super::page::Page;
use super::part::AddressIndex;
use super::path_index::{Indexed, PathIndex};
use super::redirect::Redirect;
use super::section::Section;
use super::stale::days_of_change;
use super::static_file::StaticFile;
use super::text::Text;
use super::version::Version;
use crate::config::ByLanguage;
use crate::config::site::SiteConfig;
use crate::language::LanguageCode;

/// What a site holds. Nothing in it is another on another day; what is, a [`super::Site`] knows.
#[derive(Clone, Debug)]
pub struct Content {
    /// What `site.yaml` says.
    pub config: SiteConfig,
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
    /// The days on which pages become others though nothing is written, in the order of time.
    pub days_of_change: Vec<Date>,
    /// Addresses of an older site, and where they lead now.
    pub redirects: Vec<Redirect>,
    /// What the site's folder has and is left out here, since readers may not see it yet: documents and
    /// versions by their paths below `content`, each with the day from which they may; none for drafts.
    pub unpublished: BTreeMap<String, Option<Date>>,
    /// Whether it has drafts, and versions that readers may not see yet: then it is not the site for readers.
    pub with_drafts: bool,
    /// What of versions was edited under a preview since they were shown as published: by document and version.
    pub(super) seen_edited: BTreeMap<String, BTreeMap<String, EditedPart>>,
    pub(super) by_path: PathIndex,
    pub(super) by_address: AddressIndex,
}

impl Content {
    /// No content.
    pub fn empty(config: SiteConfig) -> Self {
        Content {
            config,
            sections: Vec::new(),
            documents: Vec::new(),
            pages: Vec::new(),
            static_files: Vec::new(),
            linked_anchors: LinkedAnchors::default(),
            days_of_change: Vec::new(),
            redirects: Vec::new(),
            unpublished: BTreeMap::new(),
            with_drafts: false,
            seen_edited: BTreeMap::new(),
            by_path: PathIndex::default(),
            by_address: AddressIndex::new(),
        }
    }

    /// Makes everything that can be linked to findable by its path below `content`, and every part by its address.
    pub(crate) fn index(&mut self) {
        self.by_path = PathIndex::of(&self.documents, &self.sections, &self.pages);
        self.by_address = self.address_index();
    }

    /// Puts another state of a document in the place of the one at an index, and gives that back. It has the same
    /// id, section and addresses.
    pub(super) fn replace_document(&mut self, at: usize, document: Document) -> Document {
        let old = std::mem::replace(&mut self.documents[at], document);
        self.by_path.replace(at, &old, &self.documents[at]);
        old
    }

    /// Finds the days of change anew, in content that was read with every version.
    pub(super) fn renew_days_of_change(&mut self) {
        self.days_of_change = days_of_change(&self.documents, &self.sections, true);
    }

    /// What of a published version is no longer as it was, as far as is known: since it was sealed, or under a
    /// preview.
    pub fn edited(&self, document: &Document, version: &Version) -> Option<EditedPart> {
        let seen = self.seen_edited.get(&document.id);
        let seen = seen.and_then(|versions| versions.get(version.id.as_str()));
        let since_sealed = EditedPart::of(&version.edits());
        since_sealed.into_iter().chain(seen.copied()).min()
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
}

//! A site as it stands on a day.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use super::content::Content;
use super::day_pages::DayPages;
use super::derived::{Derived, is_listed_alike};
use super::document::Document;
use super::edited::EditedPart;
use super::linked::LinkedAnchors;
use super::reading_order::ReadingOrder;
use super::redirect::Redirect;
use crate::language::LanguageCode;

/// A site as it stands on a day: only what may be shown on that day is in it. What it holds is at hand by its own
/// names, as in `site.documents`.
///
/// A clone is the same site, and costs nothing.
#[derive(Clone, Debug)]
pub struct Site {
    content: Arc<Content>,
    on: Date,
    /// What follows from the content and the day.
    derived: Arc<Derived>,
}

impl Deref for Site {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.content
    }
}

impl Site {
    /// Content as it stands on a day.
    pub fn new(content: Content, on: Date) -> Self {
        Site {
            content: Arc::new(content),
            on,
            derived: Arc::default(),
        }
    }

    /// The day that the site is built for.
    pub fn on(&self) -> Date {
        self.on
    }

    /// A site that was read with every version, as on another day.
    pub fn on_day(&self, day: Date) -> Site {
        Site {
            content: Arc::clone(&self.content),
            on: day,
            derived: Arc::default(),
        }
    }

    /// Whether another site holds the very same, on whatever day.
    pub fn has_content_of(&self, other: &Site) -> bool {
        Arc::ptr_eq(&self.content, &other.content)
    }

    /// Puts another state of a document in the place of the one at an index, in a site that was read with
    /// every version. It has the same id, section and addresses.
    pub(crate) fn replace_document(&mut self, at: usize, document: Document) {
        let content = Arc::make_mut(&mut self.content);
        let old = content.replace_document(at, document);
        // An edit of a text's body, which is what most are, leaves them as they are.
        if !is_listed_alike(&old, &content.documents[at]) {
            content.renew_days_of_change();
            self.derived = Arc::default();
        }
    }

    /// Takes note of what was edited of the versions of a document under a preview, by their ids.
    pub(crate) fn note_edited(&mut self, at: usize, versions: BTreeMap<String, EditedPart>) {
        let id = &self.content.documents[at].id;
        if self.content.seen_edited.get(id).unwrap_or(&BTreeMap::new()) != &versions {
            let id = id.clone();
            let content = Arc::make_mut(&mut self.content);
            content.seen_edited.insert(id, versions);
        }
    }

    /// Takes the addresses of an older site, which are read when the site's own are known.
    pub(crate) fn set_redirects(&mut self, redirects: Vec<Redirect>) {
        Arc::make_mut(&mut self.content).redirects = redirects;
    }

    /// Anchors of documents that some text of the site links to, to be changed.
    pub(crate) fn linked_anchors_mut(&mut self) -> &mut LinkedAnchors {
        &mut Arc::make_mut(&mut self.content).linked_anchors
    }

    /// The last day on which a build would give the same pages, unless that is for ever.
    pub fn stale_after(&self) -> Option<Date> {
        let past = self.days_of_change.partition_point(|&day| day <= self.on);
        self.days_of_change.get(past)?.yesterday().ok()
    }

    /// The days that have pages.
    pub fn day_pages(&self) -> &DayPages {
        let make = || DayPages::of(&self.documents, self.on);
        self.derived.day_pages.get_or_init(make)
    }

    /// The order in which the documents are read in a language of the site.
    pub(super) fn reading_order(&self, language: &LanguageCode) -> Option<&ReadingOrder> {
        let order = |language: &LanguageCode| {
            let key = |document: &Document| self.sort_key(document, language);
            ReadingOrder::of(&self.content, language, key)
        };
        let make = || {
            self.languages()
                .map(|language| (language.clone(), order(language)))
                .collect()
        };
        self.derived.reading_orders.get_or_init(make).get(language)
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

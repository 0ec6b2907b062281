//! One page, made when it is asked for, as a build would make it.
//!
//! 1. The address says which page it is, if there is one at it ([`crate::model::Site::place_at`]).
//! 2. Of a document only what the page needs is read: its text with what it takes over from earlier
//!    versions ([`memory`]), and for a comparison the other text.
//! 3. What a page says of other documents' changes is counted for those that it names.
//!
//! The work for a page of a document does not grow with the site.

mod memory;

pub use memory::Memory;

use rayon::prelude::*;

use super::a_to_z::a_to_z_page;
use super::aligned::{AlignedLanguages, Texts};
use super::book::book_page;
use super::both_languages::both_languages_page;
use super::comparison::comparison_page;
use super::comparison_languages::{Compared, comparison_languages_pages};
use super::context::Context;
use super::counts::VersionCounts;
use super::draft::DraftChanges;
use super::feeds::{self, Feed};
use super::history::history_page;
use super::listing;
use super::made::{Page, Trees};
use super::on_a_date::on_a_date_page;
use super::read_texts::read;
use super::redirects::{former_day_page, redirect_page};
use super::search::search_page;
use super::site::{self, RECENT};
use super::site_changes::{NEWEST, changes_page};
use super::text::{At, ShownVersion};
use super::unversioned::unversioned_page;
use super::version_texts::is_earlier_taken_over;
use super::view::ChangesOfDraft;
use super::wording::Wording;
use crate::diagnostic::Diagnostic;
use crate::diff;
use crate::language::LanguageCode;
use crate::model::{
    ComparisonPlan, Document, DocumentPlace, Event, Pairing, PlaceAt, Site, SitePlace, What,
};

/// What a page needs, or why it could not be made.
type Made<T> = Result<T, Box<Diagnostic>>;

/// Trees of texts that may be edited between two pages.
pub trait ChangingTrees: Trees {
    /// Whether a text that was read here is another by now than its facts say. What is made of it is not
    /// to be kept.
    fn saw_another_text(&self) -> bool;
}

/// What pages are made of when they are asked for.
#[derive(Clone, Copy)]
pub struct Demand<'a> {
    /// The site.
    pub site: &'a Site,
    /// Its texts.
    pub trees: &'a dyn ChangingTrees,
    /// What pages say in words.
    pub wording: &'a dyn Wording,
    /// What is kept between pages.
    pub memory: &'a Memory,
}

impl<'a> Demand<'a> {
    /// The page at an address, from the site's root, without `index.html`. Nothing where there is no page.
    ///
    /// # Errors
    /// When a text can no longer be read.
    pub fn page(&self, address: &str) -> Made<Option<Page>> {
        let (site, context) = (self.site, self.context());
        let Some(PlaceAt {
            place,
            language,
            address,
        }) = site.place_at(address)
        else {
            return Ok(None);
        };
        Ok(match place {
            SitePlace::Chooser => Some(listing::chooser_page(site, language)),
            SitePlace::Home => Some(self.home(language)?),
            SitePlace::Changes => Some(self.changes(language, None)?),
            SitePlace::Year(year) => Some(self.changes(language, Some(year))?),
            SitePlace::OnADate => Some(on_a_date_page(context, language, None)),
            SitePlace::Day(day) => Some(on_a_date_page(context, language, Some(day))),
            SitePlace::FormerDay(day) => Some(former_day_page(site, language, day)),
            SitePlace::AToZ => Some(a_to_z_page(context, language)),
            SitePlace::Search => search_page(context, language),
            SitePlace::Section(at) => Some(listing::section_page(context, at, language)?),
            SitePlace::Book(at) => book_page(context, at, language)?,
            SitePlace::Page(at) => unversioned_page(context, &site.pages[at], language)?,
            SitePlace::Document(at, place) => {
                self.of_document(&site.documents[at], place, language)?
            }
            SitePlace::Former(at, place) => {
                let to = site.document_place_address(&site.documents[at], place, language);
                Some(redirect_page(site, language, address, &to))
            }
            SitePlace::Lost {
                document, leads_to, ..
            } => {
                let document = &site.documents[document];
                let to = site.document_place_address(document, leads_to, language);
                Some(redirect_page(site, language, address, &to))
            }
            SitePlace::Id(at) => Some(listing::id_page(site, &site.documents[at])),
            SitePlace::NotFound
            | SitePlace::SiteJson
            | SitePlace::Sitemap
            | SitePlace::Robots
            | SitePlace::Feed
            | SitePlace::SectionFeed(_)
            | SitePlace::DayIndex
            | SitePlace::Attachment
            | SitePlace::StaticFile(_) => None,
        })
    }

    /// The page for what is not there, at a site whose root is the server's.
    pub fn not_found(&self) -> Option<Page> {
        let first = self.site.languages().next()?;
        Some(listing::not_found_page(self.site, first, "/"))
    }

    /// The feed at an address; nothing where there is none.
    ///
    /// # Errors
    /// When a text can no longer be read.
    pub fn feed(&self, address: &str) -> Made<Option<Feed>> {
        let site = self.site;
        let Some(at) = site.place_at(address) else {
            return Ok(None);
        };
        let Some(scope) = feeds::scope_at(at.place) else {
            return Ok(None);
        };
        let events = site.events();
        let told = feeds::told(site, scope, &events);
        let counts = self.counts_of(&told, at.language)?;
        let feed = feeds::feed(site, at.language, scope, &told, &counts);
        Ok(Some(feed))
    }

    /// What every page is made of.
    pub fn context(&self) -> Context<'a> {
        Context {
            site: self.site,
            trees: self.trees,
            wording: self.wording,
        }
    }

    fn of_document(
        &self,
        document: &Document,
        place: DocumentPlace,
        language: &LanguageCode,
    ) -> Made<Option<Page>> {
        let current = || document.in_force(self.site.on());
        let comparison = |from, to, to_current| {
            let pairing = Pairing {
                from,
                to,
                to_current,
            };
            self.comparison(document, pairing, language)
        };
        match place {
            DocumentPlace::Itself => match document.shown(self.site.on()) {
                Some(at) => Ok(Some(self.text(document, at, language, At::Document)?)),
                None => Ok(None),
            },
            DocumentPlace::History => Ok(Some(self.history(document, language)?)),
            DocumentPlace::Feed => Ok(None),
            DocumentPlace::Version(at) => {
                Ok(Some(self.text(document, at, language, At::Version)?))
            }
            DocumentPlace::BothLanguages(at) => self.both_languages(document, at, language),
            DocumentPlace::Comparison(from, to) => comparison(from, to, false),
            DocumentPlace::ToCurrent(from) => match current() {
                Some(to) => comparison(from, to, true),
                None => Ok(None),
            },
            DocumentPlace::ComparisonLanguages(from, to) => {
                self.comparison_languages(document, (from, to), language)
            }
        }
    }

    fn text(
        &self,
        document: &Document,
        at: usize,
        language: &LanguageCode,
        where_: At,
    ) -> Made<Page> {
        let made = self.version(document, at)?;
        let changes = self.draft_changes(document, at, language)?;
        let shown = ShownVersion {
            context: self.context(),
            document,
            at,
            made: &made,
            changes: &changes,
        };
        Ok(shown.page(language, where_))
    }

    /// What a draft changes in a language; nothing for a version that is published.
    fn draft_changes(
        &self,
        document: &Document,
        at: usize,
        language: &LanguageCode,
    ) -> Made<DraftChanges> {
        let mut changes = DraftChanges::new();
        let plan = ComparisonPlan::of(self.site, document, language);
        if !document.is_unpublished(at, self.site.on()) || !plan.has_language(at) {
            return Ok(changes);
        }
        if let Some(before) = plan.before(at) {
            let old = self.version(document, before)?;
            let new = read(self.context(), &document.versions[at])?;
            if let (Some(old), Some(new)) = (old.texts.get(language), new.get(language)) {
                let comparison = diff::compare(old, new, language);
                changes.insert(language.clone(), ChangesOfDraft::of(&comparison));
            }
        }
        Ok(changes)
    }

    fn both_languages(
        &self,
        document: &Document,
        at: usize,
        language: &LanguageCode,
    ) -> Made<Option<Page>> {
        let made = self.version(document, at)?;
        let aligned = AlignedLanguages::of(self.site, &document.versions[at], &made.texts);
        Ok(aligned.map(|aligned| {
            let beside = aligned.side_by_side(&made.texts);
            both_languages_page(self.context(), document, at, &beside, language)
        }))
    }

    fn history(&self, document: &Document, language: &LanguageCode) -> Made<Page> {
        let mut counts = VersionCounts::new();
        for at in 0..document.versions.len() {
            let counted = self.counts(document, at, language)?;
            counts.extend(counted.map(|counted| ((at, language.clone()), counted)));
        }
        Ok(history_page(self.site, document, language, &counts))
    }

    fn comparison(
        &self,
        document: &Document,
        pairing: Pairing,
        language: &LanguageCode,
    ) -> Made<Option<Page>> {
        let plan = ComparisonPlan::of(self.site, document, language);
        let made;
        let own;
        let old: &Texts = if is_earlier_taken_over(&plan, pairing) {
            made = self.version(document, pairing.from)?;
            &made.texts
        } else {
            own = read(self.context(), &document.versions[pairing.from])?;
            &own
        };
        let new = read(self.context(), &document.versions[pairing.to])?;
        let (Some(old), Some(new)) = (old.get(language), new.get(language)) else {
            return Ok(None);
        };
        let comparison = diff::compare(old, new, language);
        let page = comparison_page(self.context(), document, pairing, language, &comparison);
        Ok(Some(page))
    }

    fn comparison_languages(
        &self,
        document: &Document,
        (from, to): (usize, usize),
        language: &LanguageCode,
    ) -> Made<Option<Page>> {
        let languages = self.site.languages_beside(document, from, to);
        let old = self.version(document, from)?;
        let new = read(self.context(), &document.versions[to])?;
        let compared = languages.into_iter().filter_map(|code| {
            let tree = new.get(code)?;
            Some(Compared {
                language: code.clone(),
                from,
                tree,
                comparison: diff::compare(old.texts.get(code)?, tree, code),
            })
        });
        let compared: Vec<Compared<'_>> = compared.collect();
        let pages = comparison_languages_pages(self.context(), document, to, &compared, None);
        Ok(pages.into_iter().find(|page| page.language == *language))
    }

    fn home(&self, language: &LanguageCode) -> Made<Page> {
        let events = self.site.events();
        let recent: Vec<&Event> = events.iter().take(RECENT).collect();
        let counts = self.counts_of(&recent, language)?;
        site::home(self.context(), language, &events, &counts)
    }

    fn changes(&self, language: &LanguageCode, year: Option<i16>) -> Made<Page> {
        let site = self.site;
        let events = site.events();
        let shown: Vec<&Event> = match year {
            None => events.iter().take(NEWEST).collect(),
            Some(year) => events
                .iter()
                .filter(|event| event.date.year() == year)
                .collect(),
        };
        let counts = self.counts_of(&shown, language)?;
        let title = self.wording.text(language, "changes-title", &[]);
        Ok(changes_page(site, language, &title, &events, &counts, year))
    }

    /// How much changed at each of some events; nothing is counted for any other version.
    fn counts_of(&self, events: &[&Event], language: &LanguageCode) -> Made<Vec<VersionCounts>> {
        let counted: Made<Vec<_>> = events
            .par_iter()
            .map(|event| {
                let document = &self.site.documents[event.document];
                let counts = match event.what {
                    What::Version(at) => {
                        let counts = self.counts(document, at, language)?;
                        counts.map(|counts| (event.document, at, counts))
                    }
                    What::Removed(_) | What::Withdrawn | What::Reinstated => None,
                };
                Ok(counts)
            })
            .collect();
        let mut by_document = vec![VersionCounts::new(); self.site.documents.len()];
        for (document, at, counts) in counted?.into_iter().flatten() {
            by_document[document].insert((at, language.clone()), counts);
        }
        Ok(by_document)
    }
}

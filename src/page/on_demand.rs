//! One page, made when it is asked for, as a build would make it.
//!
//! 1. The address says which part of the site it belongs to ([`crate::model::Site::locate`]), and what of it.
//! 2. Of a document only what the page needs is read: its text with what it takes over from earlier
//!    versions ([`memory`]), and for a comparison the other text.
//! 3. What a page says of other documents' changes is counted for those that it names.
//!
//! The work for a page of a document does not grow with the site.

mod memory;

pub use memory::Memory;

use rayon::prelude::*;

use super::a_to_z::a_to_z_page;
use super::book::book_page;
use super::both_languages::{SideBySide, both_languages_page};
use super::comparison::{Pairing, comparison_page};
use super::comparison_languages::{Compared, comparison_languages_pages, languages_beside};
use super::context::Context;
use super::document::{Texts, VersionCounts, read};
use super::draft::{Draft, DraftChanges};
use super::feeds::{self, Feed};
use super::history::history_page;
use super::on_a_date::on_a_date_page_at;
use super::redirects::redirect_page_at;
use super::search::search_page;
use super::site::{self, RECENT};
use super::site_changes::{Event, NEWEST, What, changes_page, events};
use super::text::{At, standing_page, text_page};
use super::view::ChangesOfDraft;
use super::{Page, listing};
use crate::diagnostic::Diagnostic;
use crate::diff;
use crate::language::{AddressWord, LanguageCode};
use crate::model::{Document, LocatedAt, Part};

/// What a page needs, or why it could not be made.
type Made<T> = Result<T, Box<Diagnostic>>;

/// The page at an address, from the site's root, without `index.html`. Nothing where there is no page.
///
/// # Errors
/// When a text can no longer be read.
pub fn page(context: Context<'_>, memory: &Memory, address: &str) -> Made<Option<Page>> {
    let demand = Demand { context, memory };
    let site = context.site;
    let Some(first) = site.languages().next() else {
        return Ok(None);
    };
    if address.is_empty() {
        return Ok(Some(listing::chooser_page(site, first)));
    }
    let Some(located) = site.locate(address) else {
        return Ok(None);
    };
    let page = match located.part {
        Part::Document(at) => {
            let page = demand.of_document(&site.documents[at], &located)?;
            let lost = || redirect_page_at(site, &site.documents[at], located.language, address);
            page.or_else(lost)
        }
        Part::Changes => demand.changes(&located)?,
        Part::Former(at) => redirect_page_at(site, &site.documents[at], located.language, address),
        Part::Section(at) if located.rest == site.word(located.language, AddressWord::Book) => {
            book_page(context, at, located.language)?
        }
        Part::OnADate => on_a_date_page_at(context, located.language, located.rest),
        _ if !located.rest.is_empty() => None,
        Part::Home => Some(demand.home(located.language)?),
        Part::AToZ => Some(a_to_z_page(context, located.language)),
        Part::Search => search_page(context, located.language),
        Part::Section(at) => Some(listing::section_page(context, at, located.language)?),
        Part::Page(at) => standing_page(context, &site.pages[at], located.language)?,
        Part::Id(at) => Some(listing::id_page(site, &site.documents[at])),
        Part::StaticFile(_) => None,
    };
    // An address with a part too many, or written otherwise, is none of the page's.
    Ok(page.filter(|page| page.address.trim_end_matches('/') == address.trim_end_matches('/')))
}

/// The page for what is not there, at a site whose root is the server's.
pub fn not_found(context: Context<'_>) -> Option<Page> {
    let first = context.site.languages().next()?;
    Some(listing::not_found_page(context.site, first, "/"))
}

/// The feed at an address; nothing where there is none.
///
/// # Errors
/// When a text can no longer be read.
pub fn feed(context: Context<'_>, memory: &Memory, address: &str) -> Made<Option<Feed>> {
    let Some((language, scope)) = feeds::at(context, address) else {
        return Ok(None);
    };
    let demand = Demand { context, memory };
    let site = context.site;
    let events = events(site);
    let told = feeds::told(site, scope, &events);
    let counts = demand.counts_of(&told, language)?;
    Ok(Some(feeds::feed(site, language, scope, &told, &counts)))
}

#[derive(Clone, Copy)]
struct Demand<'a> {
    context: Context<'a>,
    memory: &'a Memory,
}

impl Demand<'_> {
    fn of_document(&self, document: &Document, located: &LocatedAt<'_, '_>) -> Made<Option<Page>> {
        let site = self.context.site;
        let language = located.language;
        let word = |word| site.word(language, word);
        let version = |id: &str| document.version(id);
        let parts: Vec<&str> = located.rest.split('/').collect();
        match parts[..] {
            [""] => match document.shown(site.on) {
                Some(at) => Ok(Some(self.text(document, at, language, At::Document)?)),
                None => Ok(None),
            },
            [changes] if changes == word(AddressWord::Changes) => {
                Ok(Some(self.history(document, language)?))
            }
            [id] => match version(id) {
                Some(at) => Ok(Some(self.text(document, at, language, At::Version)?)),
                None => Ok(None),
            },
            [id, both] if both == word(AddressWord::BothLanguages) => match version(id) {
                Some(at) => self.both_languages(document, at, language),
                None => Ok(None),
            },
            [changes, from, to] if changes == word(AddressWord::Changes) => {
                let is_current = to == word(AddressWord::Current);
                let to = if is_current {
                    document.in_force(site.on)
                } else {
                    version(to)
                };
                match (version(from), to) {
                    (Some(from), Some(to)) => {
                        let pairing = Pairing {
                            from,
                            to,
                            to_current: is_current,
                        };
                        self.comparison(document, pairing, language)
                    }
                    _ => Ok(None),
                }
            }
            [changes, from, to, both]
                if changes == word(AddressWord::Changes)
                    && both == word(AddressWord::BothLanguages) =>
            {
                match (version(from), version(to)) {
                    (Some(from), Some(to)) => {
                        self.comparison_languages(document, (from, to), language)
                    }
                    _ => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    fn text(
        &self,
        document: &Document,
        at: usize,
        language: &LanguageCode,
        where_: At,
    ) -> Made<Page> {
        let made = self.memory.version(self.context, document, at)?;
        let changes = self.draft_changes(document, at, language)?;
        let draft = made.parity.as_ref().map(|parity| Draft {
            parity,
            changes: &changes,
        });
        let context = self.context;
        Ok(text_page(
            context,
            document,
            at,
            (&made.texts, &made.ages),
            language,
            where_,
            draft,
        ))
    }

    /// What a draft changes in a language; nothing for a version that is published.
    fn draft_changes(
        &self,
        document: &Document,
        at: usize,
        language: &LanguageCode,
    ) -> Made<DraftChanges> {
        let mut changes = DraftChanges::new();
        let plan = super::plan::Plan::of(self.context.site, document, language);
        if !document.is_unpublished(at, self.context.site.on) || !plan.has_language(at) {
            return Ok(changes);
        }
        if let Some(before) = plan.before(at) {
            let old = self.memory.version(self.context, document, before)?;
            let new = read(self.context, &document.versions[at])?;
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
        let made = self.memory.version(self.context, document, at)?;
        let beside = SideBySide::of(self.context.site, &made.texts);
        let page = |beside| both_languages_page(self.context, document, at, &beside, language);
        Ok(beside.map(page))
    }

    fn history(&self, document: &Document, language: &LanguageCode) -> Made<Page> {
        let mut counts = VersionCounts::new();
        for at in 0..document.versions.len() {
            let counted = self.memory.counts(self.context, document, at, language)?;
            counts.extend(counted.map(|counted| ((at, language.clone()), counted)));
        }
        Ok(history_page(self.context.site, document, language, &counts))
    }

    fn comparison(
        &self,
        document: &Document,
        pairing: Pairing,
        language: &LanguageCode,
    ) -> Made<Option<Page>> {
        if !pairing.is_in(self.context.site, document, language) {
            return Ok(None);
        }
        let plan = super::plan::Plan::of(self.context.site, document, language);
        // As in a build: neighbours are compared when the later is at hand, and the earlier then
        // answers to what it took over.
        let is_taken_over = !pairing.to_current || plan.before(pairing.to) == Some(pairing.from);
        let made;
        let own;
        let old: &Texts = if is_taken_over {
            made = self.memory.version(self.context, document, pairing.from)?;
            &made.texts
        } else {
            own = read(self.context, &document.versions[pairing.from])?;
            &own
        };
        let new = read(self.context, &document.versions[pairing.to])?;
        let (Some(old), Some(new)) = (old.get(language), new.get(language)) else {
            return Ok(None);
        };
        let comparison = diff::compare(old, new, language);
        let page = comparison_page(self.context, document, pairing, language, &comparison);
        Ok(Some(page))
    }

    fn comparison_languages(
        &self,
        document: &Document,
        (from, to): (usize, usize),
        language: &LanguageCode,
    ) -> Made<Option<Page>> {
        let pairing = Pairing {
            from,
            to,
            to_current: false,
        };
        let languages = languages_beside(self.context.site, document, pairing);
        if !languages.contains(&language) {
            return Ok(None);
        }
        let old = self.memory.version(self.context, document, from)?;
        let new = read(self.context, &document.versions[to])?;
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
        let pages = comparison_languages_pages(self.context, document, to, &compared);
        Ok(pages.into_iter().find(|page| page.language == *language))
    }

    fn home(&self, language: &LanguageCode) -> Made<Page> {
        let events = events(self.context.site);
        let recent: Vec<&Event> = events.iter().take(RECENT).collect();
        let counts = self.counts_of(&recent, language)?;
        Ok(site::home(self.context.site, language, &events, &counts))
    }

    fn changes(&self, located: &LocatedAt<'_, '_>) -> Made<Option<Page>> {
        let year: Option<i16> = match located.rest {
            "" => None,
            year => match year.parse() {
                Ok(year) => Some(year),
                Err(_) => return Ok(None),
            },
        };
        let language = located.language;
        let events = events(self.context.site);
        let shown: Vec<&Event> = match year {
            None => events.iter().take(NEWEST).collect(),
            Some(year) => events
                .iter()
                .filter(|event| event.date.year() == year)
                .collect(),
        };
        if year.is_some() && shown.is_empty() {
            return Ok(None);
        }
        let counts = self.counts_of(&shown, language)?;
        let title = self.context.wording.text(language, "changes-title", &[]);
        let site = self.context.site;
        Ok(Some(changes_page(
            site, language, &title, &events, &counts, year,
        )))
    }

    /// How much changed at each of some events; nothing is counted for any other version.
    fn counts_of(&self, events: &[&Event], language: &LanguageCode) -> Made<Vec<VersionCounts>> {
        let counted: Made<Vec<_>> = events
            .par_iter()
            .map(|event| {
                let document = &self.context.site.documents[event.document];
                let counts = match event.what {
                    What::Version(at) => {
                        let counts = self.memory.counts(self.context, document, at, language)?;
                        counts.map(|counts| (event.document, at, counts))
                    }
                    What::Removed(_) | What::Withdrawn | What::Reinstated => None,
                };
                Ok(counts)
            })
            .collect();
        let mut by_document = vec![VersionCounts::new(); self.context.site.documents.len()];
        for (document, at, counts) in counted?.into_iter().flatten() {
            by_document[document].insert((at, language.clone()), counts);
        }
        Ok(by_document)
    }
}

//! The pages of the site as a whole. They are made last: some say how much documents changed.

use super::a_to_z::a_to_z_page;
use super::context::{Context, Viewpoint};
use super::document::{DocumentSummary, VersionCounts};
use super::on_a_date::on_a_date_pages;
use super::search::search_page;
use super::site_changes::{Event, changes_pages, events, item};
use super::text::standing_page;
use super::view::ChangeItem;
use super::{Page, listing};
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::model::Site;

/// How many changes the home page shows.
pub(super) const RECENT: usize = 5;
/// How many changes the feed has.
const IN_FEED: usize = 50;

/// The newest changes in a language, for its feed; links are relative to the feed's address.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Its address from the site's root.
    pub address: String,
    /// Its language.
    pub language: LanguageCode,
    /// The site's title.
    pub site_title: String,
    /// Newest first, each with its own address from the site's root.
    pub items: Vec<(String, ChangeItem)>,
}

/// Makes the pages of the site as a whole and hands each to `emit`. `documents` says how much each
/// document changed, in the order of [`crate::model::Site::documents`].
///
/// # Errors
/// The texts that can no longer be read.
pub fn pages(
    context: Context<'_>,
    documents: Vec<DocumentSummary>,
    emit: &mut dyn FnMut(Page),
) -> Result<Vec<Feed>, Vec<Diagnostic>> {
    let site = context.site;
    let counts: Vec<VersionCounts> = documents
        .into_iter()
        .map(|document| document.counts)
        .collect();
    let events = events(site);
    let mut feeds = Vec::new();
    let mut faults = Vec::new();
    for (at, language) in site.languages().enumerate() {
        if at == 0 {
            emit(listing::chooser_page(site, language));
            let root = listing::root_path(site);
            emit(listing::not_found_page(site, language, &root));
        }
        emit(home(site, language, &events, &counts));
        let title = context.wording.text(language, "changes-title", &[]);
        changes_pages(site, language, &title, &events, &counts, emit);
        on_a_date_pages(context, language, emit);
        emit(a_to_z_page(context, language));
        search_page(context, language)
            .into_iter()
            .for_each(&mut *emit);
        emit_sections_and_pages(context, language, emit, &mut faults);
        feeds.push(feed(context, language, &events, &counts));
    }
    if faults.is_empty() {
        Ok(feeds)
    } else {
        Err(faults)
    }
}

/// The home page of a language.
pub(super) fn home(
    site: &Site,
    language: &LanguageCode,
    events: &[Event],
    counts: &[VersionCounts],
) -> Page {
    let address = site.home_address(language);
    let view = Viewpoint {
        site,
        language,
        address: &address,
    };
    let recent = events.iter().take(RECENT);
    let recent = recent.map(|event| item(view, event, counts)).collect();
    listing::home_page(site, language, recent)
}

fn emit_sections_and_pages(
    context: Context<'_>,
    language: &LanguageCode,
    emit: &mut dyn FnMut(Page),
    faults: &mut Vec<Diagnostic>,
) {
    for section in 1..context.site.sections.len() {
        match listing::section_page(context, section, language) {
            Ok(page) => emit(page),
            Err(fault) => faults.push(*fault),
        }
    }
    for page in &context.site.pages {
        match standing_page(context, page, language) {
            Ok(page) => page.into_iter().for_each(&mut *emit),
            Err(fault) => faults.push(*fault),
        }
    }
}

pub(super) fn feed(
    context: Context<'_>,
    language: &LanguageCode,
    events: &[Event],
    counts: &[VersionCounts],
) -> Feed {
    let site = context.site;
    let root = Viewpoint {
        site,
        language,
        address: "",
    };
    let items = events.iter().take(IN_FEED).map(|event| {
        let item = item(root, event, counts);
        (item.href.clone(), item)
    });
    Feed {
        address: site.feed_address(language),
        language: language.clone(),
        site_title: root.stated(Some(&site.config.title)).unwrap_or_default(),
        items: items.collect(),
    }
}

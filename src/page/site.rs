//! The pages of the site as a whole. They are made last: some say how much documents changed.

use super::a_to_z::a_to_z_page;
use super::book::book_page;
use super::context::{Context, Viewpoint};
use super::counts::VersionCounts;
use super::document::DocumentSummary;
use super::feeds::{Feed, each_feed};
use super::listing;
use super::made::Page;
use super::on_a_date::on_a_date_pages;
use super::redirects::former_day_pages;
use super::search::search_page;
use super::site_changes::{changes_pages, item};
use super::unversioned::unversioned_page;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::model::Event;

/// How many changes the home page shows.
pub(super) const RECENT: usize = 5;
/// Makes the pages of the site as a whole and hands each to `emit`, and each feed to `emit_feed`.
/// `documents` says how much each document changed, in the order of [`crate::model::Content::documents`].
///
/// # Errors
/// The texts that can no longer be read.
pub fn pages(
    context: Context<'_>,
    documents: Vec<DocumentSummary>,
    emit: &mut dyn FnMut(Page),
    emit_feed: &mut dyn FnMut(Feed),
) -> Result<(), Vec<Diagnostic>> {
    let site = context.site;
    let counts: Vec<VersionCounts> = documents
        .into_iter()
        .map(|document| document.counts)
        .collect();
    let events = site.events();
    let mut faults = Vec::new();
    for (at, language) in site.languages().enumerate() {
        if at == 0 {
            emit(listing::chooser_page(site, language));
            let root = format!("/{}", site.path_on_host());
            emit(listing::not_found_page(site, language, &root));
        }
        match home(context, language, &events, &counts) {
            Ok(page) => emit(page),
            Err(fault) => faults.push(*fault),
        }
        let title = context.wording.text(language, "changes-title", &[]);
        changes_pages(site, language, &title, &events, &counts, emit);
        on_a_date_pages(context, language, emit);
        former_day_pages(site, language, emit);
        emit(a_to_z_page(context, language));
        search_page(context, language)
            .into_iter()
            .for_each(&mut *emit);
        emit_sections_and_pages(context, language, emit, &mut faults);
        each_feed(site, language, &events, &counts, emit_feed);
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults)
    }
}

/// The home page of a language.
///
/// # Errors
/// When the site's own text can no longer be read.
pub(super) fn home(
    context: Context<'_>,
    language: &LanguageCode,
    events: &[Event],
    counts: &[VersionCounts],
) -> Result<Page, Box<Diagnostic>> {
    let site = context.site;
    let address = site.home_address(language);
    let view = Viewpoint {
        site,
        language,
        address: &address,
    };
    let recent = events.iter().take(RECENT);
    let recent = recent.map(|event| item(view, event, counts)).collect();
    listing::home_page(context, language, recent)
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
        match book_page(context, section, language) {
            Ok(page) => page.into_iter().for_each(&mut *emit),
            Err(fault) => faults.push(*fault),
        }
    }
    for page in &context.site.pages {
        match unversioned_page(context, page, language) {
            Ok(page) => page.into_iter().for_each(&mut *emit),
            Err(fault) => faults.push(*fault),
        }
    }
}

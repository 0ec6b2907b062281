//! Former addresses, those that a removed text had, and days that had pages once: pages that lead on, and maps
//! for web servers.

use std::collections::HashSet;

use jiff::civil::Date;

use super::made::{Page, View};
use super::view::RedirectView;
use crate::language::LanguageCode;
use crate::model::{Document, DocumentPlace, Site, encoded, relative, relative_to_written};

/// Where former addresses lead, for web servers: each from an old path to a new address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressMap {
    /// The old path with its query, from the host's root without the first `/`, as browsers ask for it; and the new
    /// address as it stands in a link: from the site's root, or a whole one. No path is there twice, be it with other capitals.
    pub lines: Vec<(String, String)>,
}

impl AddressMap {
    /// Every former address of a site.
    pub fn of(site: &Site) -> AddressMap {
        let mut lines = Vec::new();
        for document in &site.documents {
            each_redirect(site, document, &mut |_, _, from, to| {
                let from = format!("{}{}", site.path_on_host(), encoded(&from));
                lines.push((from, encoded(&to).into_owned()));
            });
        }
        for language in site.languages() {
            for day in site.day_pages().former() {
                let from = site.day_address(language, day);
                let from = format!("{}{}", site.path_on_host(), encoded(&from));
                lines.push((from, site.any_day_link(language, day)));
            }
        }
        for redirect in &site.redirects {
            lines.push((redirect.path(), redirect.to.clone()));
        }
        // A web server that is given a path twice, capitals aside, may refuse the whole map.
        let mut known = HashSet::new();
        lines.retain(|(from, _)| known.insert(from.to_lowercase()));
        AddressMap { lines }
    }
}

/// The pages at a document's former addresses, those of its versions and comparisons included, and at those
/// that its removed texts had.
pub(super) fn redirect_pages(site: &Site, document: &Document, emit: &mut dyn FnMut(Page)) {
    each_redirect(site, document, &mut |language, place, from, to| {
        if place != DocumentPlace::Feed {
            emit(redirect_page(site, language, from, &to));
        }
    });
}

/// The page at a former address that leads on to another.
pub(super) fn redirect_page(site: &Site, language: &LanguageCode, from: String, to: &str) -> Page {
    page_leading_on(site, language, from, &encoded(to))
}

/// The pages of days that had pages of their own once.
pub(super) fn former_day_pages(site: &Site, language: &LanguageCode, emit: &mut dyn FnMut(Page)) {
    for day in site.day_pages().former() {
        emit(former_day_page(site, language, day));
    }
}

/// The page of such a day.
pub(super) fn former_day_page(site: &Site, language: &LanguageCode, day: Date) -> Page {
    let from = site.day_address(language, day);
    page_leading_on(site, language, from, &site.any_day_link(language, day))
}

/// The page at an address that leads on to what is written as a link: a path from the site's root.
fn page_leading_on(site: &Site, language: &LanguageCode, from: String, to: &str) -> Page {
    Page {
        language: language.clone(),
        in_sitemap: false,
        view: View::Redirect(RedirectView {
            lang: language.to_string(),
            href: relative_to_written(&from, to),
            absolute: site.absolute_of_written(to),
            root: relative(&from, ""),
        }),
        address: from,
    }
}

/// Visits every place of a document by each of its former addresses, with the place's own, and the places that
/// it lost, with those that they lead to. A feed is no page, so that only servers can lead on
/// from its.
fn each_redirect(
    site: &Site,
    document: &Document,
    visit: &mut dyn FnMut(&LanguageCode, DocumentPlace, String, String),
) {
    for language in site.languages() {
        let lost = site.lost_places(document, language);
        let address = |place| site.document_place_address(document, place, language);
        for &(place, leads_to) in &lost {
            visit(language, place, address(place), address(leads_to));
        }
        let formers = document.config.former_addresses.get(language);
        let Some(formers) = formers.filter(|formers| !formers.is_empty()) else {
            continue;
        };
        let own = site.document_address(document, language);
        let kept = site.document_places(document, language).into_iter();
        let places: Vec<_> = kept.map(|place| (place, place)).chain(lost).collect();
        for former in formers {
            for &(place, leads_to) in &places {
                if let Some(below) = address(place).strip_prefix(&own) {
                    let from = format!("{language}/{}/{below}", former.value);
                    visit(language, place, from, address(leads_to));
                }
            }
        }
    }
}

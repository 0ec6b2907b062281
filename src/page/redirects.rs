//! Former addresses, and those that a removed text had: pages that lead on, and maps for web servers.

use super::comparison::Pairing;
use super::comparison_languages::languages_beside;
use super::plan::Plan;
use super::removed::lost_addresses;
use super::view::RedirectView;
use super::{Page, View};
use crate::language::LanguageCode;
use crate::model::{ComparedWith, Document, Site, Version, relative};

/// Where former addresses lead, for web servers: each from an old path to a new address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressMap {
    /// The old path with its query, and the new address: from the site's root, or a whole one.
    pub lines: Vec<(String, String)>,
}

impl AddressMap {
    /// Every former address of a site.
    pub fn of(site: &Site) -> AddressMap {
        let mut lines = Vec::new();
        for document in &site.documents {
            each_redirect(site, document, &mut |_, from, to| lines.push((from, to)));
            each_feed(site, document, &mut |from, to| lines.push((from, to)));
        }
        for redirect in &site.redirects {
            let path = redirect
                .from
                .split_once("://")
                .map_or(redirect.from.as_str(), |(_, rest)| {
                    rest.find('/').map_or("/", |at| &rest[at..])
                });
            lines.push((path.trim_start_matches('/').to_owned(), redirect.to.clone()));
        }
        AddressMap { lines }
    }
}

/// The pages at a document's former addresses, those of its versions and comparisons included, and at those
/// that its removed texts had.
pub(super) fn redirect_pages(site: &Site, document: &Document, emit: &mut dyn FnMut(Page)) {
    each_redirect(site, document, &mut |language, from, to| {
        emit(redirect_page(site, language, from, &to));
    });
}

/// The page at a former address of a document, or at one below it, or at one that a removed text had.
pub(super) fn redirect_page_at(
    site: &Site,
    document: &Document,
    language: &LanguageCode,
    address: &str,
) -> Option<Page> {
    let mut found = None;
    each_redirect(site, document, &mut |of, from, to| {
        if of == language && from.trim_end_matches('/') == address.trim_end_matches('/') {
            found = Some(redirect_page(site, of, from, &to));
        }
    });
    found
}

fn redirect_page(site: &Site, language: &LanguageCode, from: String, to: &str) -> Page {
    Page {
        language: language.clone(),
        in_sitemap: false,
        view: View::Redirect(RedirectView {
            lang: language.to_string(),
            href: relative(&from, to),
            absolute: site.absolute(to),
            root: relative(&from, ""),
        }),
        address: from,
    }
}

fn each_redirect(
    site: &Site,
    document: &Document,
    visit: &mut dyn FnMut(&LanguageCode, String, String),
) {
    for language in site.languages() {
        let own = site.document_address(document, language);
        let lost = lost_addresses(site, document, language);
        for (address, to) in &lost {
            visit(language, address.clone(), to.clone());
        }
        let kept = addresses_of(site, document, language).into_iter();
        let mut addresses: Vec<(String, String)> =
            kept.map(|address| (address.clone(), address)).collect();
        addresses.extend(lost);
        for former in formers(document, language) {
            for (address, to) in &addresses {
                if let Some(rest) = address.strip_prefix(&own) {
                    visit(language, format!("{former}{rest}"), to.clone());
                }
            }
        }
    }
}

/// The document's feed below each of its former addresses. It is no page, so only servers can lead on from it.
fn each_feed(site: &Site, document: &Document, visit: &mut dyn FnMut(String, String)) {
    if site.config.base_url.is_none() {
        return;
    }
    for language in site.languages() {
        let own = site.document_address(document, language);
        let feed = site.document_feed_address(document, language);
        for former in formers(document, language) {
            if let Some(rest) = feed.strip_prefix(&own) {
                visit(format!("{former}{rest}"), feed.clone());
            }
        }
    }
}

/// The former addresses of a document in a language.
fn formers(document: &Document, language: &LanguageCode) -> impl Iterator<Item = String> {
    let formers = document.config.former_addresses.get(language);
    let formers = formers.into_iter().flatten();
    formers.map(move |former| format!("{language}/{}/", former.value))
}

/// The address of every page of a document in a language.
fn addresses_of(site: &Site, document: &Document, language: &LanguageCode) -> Vec<String> {
    let plan = Plan::of(site, document, language);
    let versions = &document.versions;
    let mut addresses = vec![
        site.document_address(document, language),
        site.history_address(document, language),
    ];
    for (at, version) in versions.iter().enumerate() {
        addresses.push(site.version_address(document, version, language));
        if has_languages_beside(site, version) {
            addresses.push(site.both_languages_address(document, version, language));
        }
        let before = plan.before(at).filter(|&from| {
            let to_current = false;
            let pairing = Pairing {
                from,
                to: at,
                to_current,
            };
            languages_beside(site, document, pairing).contains(&language)
        });
        addresses.extend(before.map(|from| {
            let from = &versions[from];
            site.comparison_languages_address(document, from, version, language)
        }));
        let to = |other: usize| {
            site.comparison_address(
                document,
                &versions[other],
                ComparedWith::Version(version),
                language,
            )
        };
        addresses.extend(plan.compared_with(at).into_iter().map(to));
        if plan.has_to_current(at) {
            addresses.push(site.comparison_address(
                document,
                version,
                ComparedWith::Current,
                language,
            ));
        }
    }
    addresses
}

/// Whether a version has a page with its languages side by side.
fn has_languages_beside(site: &Site, version: &Version) -> bool {
    let languages = site.languages();
    let with_text = languages.filter(|language| version.text(language).is_some());
    site.config.both_languages && !version.is_removed() && with_text.count() > 1
}

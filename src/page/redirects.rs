//! Former addresses: pages that lead on, and maps for web servers.

use super::plan::Plan;
use super::view::RedirectView;
use super::{Page, View};
use crate::language::LanguageCode;
use crate::model::{ComparedWith, Document, Site, relative};

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

/// The pages at a document's former addresses, those of its versions and comparisons included.
pub(super) fn redirect_pages(site: &Site, document: &Document, emit: &mut dyn FnMut(Page)) {
    each_redirect(site, document, &mut |language, from, to| {
        emit(redirect_page(site, language, from, &to));
    });
}

/// The page at a former address of a document, or at one below it.
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
        let addresses = addresses_of(site, document, language);
        for former in document
            .config
            .former_addresses
            .get(language)
            .into_iter()
            .flatten()
        {
            let former = format!("{language}/{}/", former.value);
            for address in &addresses {
                if let Some(rest) = address.strip_prefix(&own) {
                    visit(language, format!("{former}{rest}"), address.clone());
                }
            }
        }
    }
}

/// Every address of a document in a language.
fn addresses_of(site: &Site, document: &Document, language: &LanguageCode) -> Vec<String> {
    let plan = Plan::of(site, document, language);
    let versions = &document.versions;
    let mut addresses = vec![
        site.document_address(document, language),
        site.history_address(document, language),
    ];
    for (at, version) in versions.iter().enumerate() {
        addresses.push(site.version_address(document, version, language));
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

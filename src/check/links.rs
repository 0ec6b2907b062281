//! Links lead somewhere, and to a place that is there.

use std::collections::HashSet;
use std::ops::Range;

use rayon::prelude::*;

use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::markdown::links::is_refused;
use crate::model::{Document, Link, NotThere, Page, Section, Site, Target, Text};
use crate::source::{Root, Source};

/// A text with what it belongs to: links within a page are held against that.
#[derive(Clone, Copy)]
struct Holder<'a> {
    text: &'a Text,
    document: Option<&'a Document>,
}

/// Finds the links that lead to nothing.
pub(super) fn check(root: &Root, site: &Site) -> Vec<Diagnostic> {
    let addresses = fixed_addresses(site);
    let found: Vec<Vec<Diagnostic>> = holders(site)
        .into_par_iter()
        .map(|holder| check_text(root, site, &addresses, holder))
        .collect();
    found.into_iter().flatten().collect()
}

/// The anchors of documents that some text links to: document id and anchor.
pub fn linked_anchors(site: &Site) -> HashSet<(String, String)> {
    let mut linked = HashSet::new();
    for holder in holders(site) {
        for link in &holder.text.links {
            let Ok(resolved) = site.resolve(&holder.text.path, &link.target) else {
                continue;
            };
            let document = match resolved.target {
                Target::Document(document) | Target::Version(document, _) => Some(document),
                Target::Here => holder.document,
                _ => None,
            };
            if let (Some(document), Some(anchor)) = (document, resolved.anchor) {
                linked.insert((document.id.clone(), anchor));
            }
        }
    }
    linked
}

fn holders(site: &Site) -> Vec<Holder<'_>> {
    let of_sections = site
        .sections
        .iter()
        .flat_map(|section: &Section| section.landing.iter());
    let of_pages = site.pages.iter().flat_map(|page: &Page| page.texts.iter());
    let alone = of_sections.chain(of_pages).map(|(_, text)| Holder {
        text,
        document: None,
    });
    let of_documents = site.documents.iter().flat_map(|document| {
        let shown = document
            .versions
            .iter()
            .filter(|version| !version.is_removed());
        shown
            .flat_map(|version| version.texts.iter())
            .map(move |(_, text)| Holder {
                text,
                document: Some(document),
            })
    });
    alone.chain(of_documents).collect()
}

fn check_text(
    root: &Root,
    site: &Site,
    addresses: &HashSet<String>,
    holder: Holder<'_>,
) -> Vec<Diagnostic> {
    let faults: Vec<(&Link, Fault)> = holder
        .text
        .links
        .iter()
        .filter_map(|link| Some((link, fault(site, addresses, holder, link)?)))
        .collect();
    if faults.is_empty() {
        return Vec::new();
    }
    // The facts of a text keep no lines: they are read again where there is something to say.
    let source = root.read_text(&holder.text.path);
    let source = source.unwrap_or_else(|_| Source::new(&holder.text.path, ""));
    faults
        .into_iter()
        .map(|(link, fault)| {
            let place = source.place(address_in(&source, link));
            Diagnostic::new(fault.code, place, fault.message).help(fault.help)
        })
        .collect()
}

/// Where a link's address stands: behind its words, `[words](address)`. Where it is written in
/// another way, the words.
fn address_in(source: &Source, link: &Link) -> Range<usize> {
    let behind = source.text().get(link.span.end..).unwrap_or_default();
    let opening = behind
        .split_inclusive("](")
        .next()
        .filter(|opening| !opening.contains('\n') && opening.ends_with("]("));
    let written = opening.and_then(|opening| {
        let start = link.span.end + opening.len();
        let start = start + usize::from(source.text()[start..].starts_with('<'));
        let is_it = source.text()[start..].starts_with(&link.target);
        is_it.then(|| start..start + link.target.len())
    });
    written.unwrap_or_else(|| link.span.clone())
}

struct Fault {
    code: Code,
    message: String,
    help: String,
}

fn fault(
    site: &Site,
    addresses: &HashSet<String>,
    holder: Holder<'_>,
    link: &Link,
) -> Option<Fault> {
    if is_refused(&link.target) {
        return Some(Fault {
            code: Code::RefusedAddress,
            message: "an address of this kind can do harm, so that the link is shown as plain text"
                .to_owned(),
            help: "Link to a page instead.".to_owned(),
        });
    }
    let resolved = match site.resolve(&holder.text.path, &link.target) {
        Ok(resolved) => resolved,
        Err(NotThere { looked_for }) => return Some(broken(site, &link.target, &looked_for)),
    };
    let anchor = resolved.anchor.as_deref();
    match resolved.target {
        Target::Here => anchor.and_then(|anchor| broken_here(holder, anchor)),
        Target::Document(document) | Target::Version(document, _) => anchor
            .filter(|anchor| !document.ever_had_anchor(anchor))
            .map(|anchor| broken_anchor(&document.id, anchor)),
        Target::Page(page) => anchor
            .filter(|anchor| !page.texts.iter().any(|(_, text)| has_anchor(text, anchor)))
            .map(|anchor| broken_anchor(&page.id, anchor)),
        Target::FromRoot(path) => {
            let path = path.split('?').next().unwrap_or_default();
            (!addresses.contains(path.trim_end_matches('/')))
                .then(|| broken(site, &link.target, path))
        }
        Target::Section(_) | Target::File(_) | Target::Elsewhere => None,
    }
}

fn broken_here(holder: Holder<'_>, anchor: &str) -> Option<Fault> {
    let is_there = match holder.document {
        Some(document) => document.ever_had_anchor(anchor),
        None => has_anchor(holder.text, anchor),
    };
    (!is_there).then(|| broken_anchor(&holder.text.path, anchor))
}

fn has_anchor(text: &Text, anchor: &str) -> bool {
    text.anchors.iter().any(|own| own == anchor)
}

fn broken(site: &Site, written: &str, looked_for: &str) -> Fault {
    let path = looked_for.trim_start_matches("content/").trim_matches('/');
    let ids = site.documents.iter().map(|document| document.id.as_str());
    let help = match nearest(path, ids) {
        Some(id) => format!("Did you mean `doc:{id}`? That leads there from any file."),
        None => "Correct the path (it is read from this file's folder), or write `doc:` and the document's id."
            .to_owned(),
    };
    Fault {
        code: Code::BrokenLink,
        message: format!("`{written}` leads to nothing: there is no `{looked_for}`"),
        help,
    }
}

fn broken_anchor(target: &str, anchor: &str) -> Fault {
    Fault {
        code: Code::BrokenAnchor,
        message: format!("`{target}` has no place called `#{anchor}`"),
        help: "Use a clause's label, an `{#id}` of the text, or the words of a heading in lower case with hyphens."
            .to_owned(),
    }
}

/// Addresses from the site's root that a text may name, without a `/` at the end.
fn fixed_addresses(site: &Site) -> HashSet<String> {
    let mut addresses: Vec<String> = vec![String::new(), "site.json".into(), "sitemap.xml".into()];
    addresses.extend(site.static_files.iter().map(|file| file.address.clone()));
    for language in site.languages() {
        addresses.push(site.home_address(language));
        addresses.push(site.changes_address(language));
        addresses.push(site.feed_address(language));
        addresses.push(site.a_to_z_address(language));
        addresses.push(site.search_address(language));
        addresses.extend(
            site.sections
                .iter()
                .map(|section| site.section_address(section, language)),
        );
        addresses.extend(
            site.pages
                .iter()
                .filter_map(|page| page.addresses.get(language).cloned()),
        );
        for document in &site.documents {
            addresses.push(site.document_address(document, language));
            addresses.push(site.history_address(document, language));
            let versions = document.versions.iter();
            addresses
                .extend(versions.map(|version| site.version_address(document, version, language)));
            addresses.push(site.id_address(document));
        }
    }
    addresses
        .into_iter()
        .map(|address| address.trim_end_matches('/').to_owned())
        .collect()
}

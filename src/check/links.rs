//! Links lead somewhere, and to a place that is there.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use super::link_map::Owner;
use super::unpublished;
use crate::config::ByLanguage;
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::markdown::links::is_refused;
use crate::model::{Document, Link, NotThere, Part, Site, Target, Text, Version, below_content};
use crate::source::{Root, Source};

/// A text with what it belongs to: links within a page are held against that.
#[derive(Clone, Copy)]
pub(super) struct Holder<'a> {
    pub text: &'a Text,
    pub document: Option<&'a Document>,
    /// The version that it is of; none for a section or a page.
    pub version: Option<&'a Version>,
}

impl Holder<'_> {
    /// From when readers can read it: a page always, a draft at no day that is known.
    pub fn read_from(&self) -> Option<Date> {
        let Some(version) = self.version else {
            return Some(Date::MIN);
        };
        version.published_on.filter(|_| !version.draft)
    }
}

/// Finds the links of one part of the site that lead to nothing.
pub fn check_owner(root: &Root, site: &Site, owner: Owner) -> Vec<Diagnostic> {
    let mut from_root = FromRoot::new();
    let found = holders(site, owner).map(|holder| check_text(root, site, holder, &mut from_root));
    found.flatten().collect()
}

/// What is wrong with links from the site's root, if anything, by their addresses as written. The texts of a
/// document have most of them in common, and what is wrong with them does not depend on the text.
type FromRoot<'s> = HashMap<&'s str, Option<Fault>>;

/// The texts of a part of the site, without those that were removed.
pub(super) fn holders(site: &Site, owner: Owner) -> impl Iterator<Item = Holder<'_>> {
    let (texts, document): (Vec<(&ByLanguage<Text>, Option<&Version>)>, _) = match owner {
        Owner::Section(at) => (vec![(&site.sections[at].landing, None)], None),
        Owner::Page(at) => (vec![(&site.pages[at].texts, None)], None),
        Owner::Document(at) => {
            let document = &site.documents[at];
            let shown = document.versions.iter();
            let shown = shown.filter(|version| !version.is_removed());
            let texts = shown.map(|version| (&version.texts, Some(version)));
            (texts.collect(), Some(document))
        }
    };
    texts.into_iter().flat_map(move |(texts, version)| {
        texts.iter().map(move |(_, text)| Holder {
            text,
            document,
            version,
        })
    })
}

/// Where the links of a part of the site lead: the documents that they name, there or not, each with the
/// anchor that is meant.
pub(super) fn leads(site: &Site, owner: Owner) -> Vec<(usize, Option<String>)> {
    let mut leads = Vec::new();
    for holder in holders(site, owner) {
        for link in &holder.text.links {
            let lead = match site.resolve(&holder.text.path, &link.target) {
                Ok(resolved) => match resolved.target {
                    Target::Document(document) | Target::Version(document, _) => site
                        .document_around(&document.id)
                        .map(|at| (at, resolved.anchor)),
                    Target::Here => match owner {
                        Owner::Document(at) => Some((at, resolved.anchor)),
                        Owner::Section(_) | Owner::Page(_) => None,
                    },
                    Target::File(address) => {
                        let path = address.strip_prefix("files/").unwrap_or(&address);
                        site.document_around(path).map(|at| (at, None))
                    }
                    Target::FromRoot(path) => document_at(site, &path).map(|at| (at, None)),
                    Target::Section(_) | Target::Page(_) | Target::Elsewhere => None,
                },
                Err(NotThere { looked_for }) => {
                    let path = below_content(&looked_for).unwrap_or(&looked_for);
                    site.document_around(path).map(|at| (at, None))
                }
            };
            leads.extend(lead);
        }
    }
    leads
}

fn document_at(site: &Site, path: &str) -> Option<usize> {
    match site.locate(path)?.part {
        Part::Document(at) => Some(at),
        _ => None,
    }
}

fn check_text<'s>(
    root: &Root,
    site: &'s Site,
    holder: Holder<'s>,
    from_root: &mut FromRoot<'s>,
) -> Vec<Diagnostic> {
    let mut fault_of = |link: &'s Link| {
        let look = || fault(site, holder, link);
        match link.target.starts_with('/') {
            true => from_root.entry(&link.target).or_insert_with(look).clone(),
            false => look(),
        }
    };
    let links = holder.text.links.iter();
    let faults = links.filter_map(|link| Some((link, fault_of(link)?)));
    found_at(root, holder.text, faults.collect())
}

/// What is wrong with the links of a text, each at its place.
pub(super) fn found_at(root: &Root, text: &Text, faults: Vec<(&Link, Fault)>) -> Vec<Diagnostic> {
    let found = located(root, &text.path, faults).into_iter();
    found
        .map(|(place, fault)| Diagnostic::new(fault.code, place, fault.message).help(fault.help))
        .collect()
}

/// What is known of links of a text, with the places of their addresses. The facts of a text keep no lines:
/// it is read again where there is something to say.
pub(super) fn located<T>(root: &Root, file: &str, of_links: Vec<(&Link, T)>) -> Vec<(Place, T)> {
    if of_links.is_empty() {
        return Vec::new();
    }
    let source = root.read_text(file);
    let source = source.unwrap_or_else(|_| Source::new(file, ""));
    let located = of_links
        .into_iter()
        .map(|(link, known)| (source.place(address_in(&source, link)), known));
    located.collect()
}

/// Where a link's address stands: behind its words, `[words](address)`; before them, `<a href="address">`;
/// or in the definition of a reference, `[words]: address`. Where it is written in another way, the words.
fn address_in(source: &Source, link: &Link) -> Range<usize> {
    let text = source.text();
    let start = behind_words(text, link)
        .or_else(|| before_words(text, link))
        .or_else(|| in_definition(text, link));
    start.map_or_else(
        || link.span.clone(),
        |start| start..start + link.target.len(),
    )
}

fn behind_words(text: &str, link: &Link) -> Option<usize> {
    let behind = text.get(link.span.end..)?;
    let opening = behind.split_inclusive("](").next()?;
    if opening.contains('\n') || !opening.ends_with("](") {
        return None;
    }
    let behind = &behind[opening.len()..];
    let address = behind.trim_start_matches([' ', '<']);
    let start = text.len() - address.len();
    address.starts_with(&link.target).then_some(start)
}

fn before_words(text: &str, link: &Link) -> Option<usize> {
    let before = text.get(..link.span.start)?;
    let tag = before.rfind('<')?;
    let start = tag + before[tag..].find(&link.target)?;
    let is_in_tag = before[tag..].starts_with("<a ") && before[tag..].ends_with('>');
    is_in_tag.then_some(start)
}

fn in_definition(text: &str, link: &Link) -> Option<usize> {
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let label = line.trim_start().starts_with('[');
        if let Some(colon) = line.find("]:").filter(|_| label) {
            let address = line[colon + 2..].trim_start_matches([' ', '<']);
            let start = line_start + line.len() - address.len();
            let behind = address.strip_prefix(&link.target);
            if behind.is_some_and(|rest| rest.trim_end().is_empty() || rest.starts_with([' ', '>']))
            {
                return Some(start);
            }
        }
        line_start += line.len();
    }
    None
}

#[derive(Clone)]
pub(super) struct Fault {
    pub code: Code,
    pub message: String,
    pub help: String,
}

fn fault(site: &Site, holder: Holder<'_>, link: &Link) -> Option<Fault> {
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
        // Which places it had is not known for certain: its files may be gone as well.
        Target::Version(document, at) if document.versions[at].is_removed() => {
            let version = &document.versions[at];
            anchor.map(|anchor| to_removed(&link.target, &format!("place `#{anchor}`"), version))
        }
        Target::Document(document) | Target::Version(document, _) => anchor
            .filter(|anchor| !document.ever_had_anchor(anchor))
            .map(|anchor| broken_anchor(&document.id, anchor)),
        Target::Page(page) => anchor
            .filter(|anchor| !page.texts.iter().any(|(_, text)| has_anchor(text, anchor)))
            .map(|anchor| broken_anchor(&page.id, anchor)),
        Target::FromRoot(path) => {
            let there = site.place_from_root(&path);
            let path = path.split('?').next().unwrap_or_default();
            there.is_none().then(|| broken(site, &link.target, path))
        }
        Target::File(address) => {
            let version = site.removed_with_file(&address)?;
            Some(to_removed(&link.target, "file", version))
        }
        Target::Section(_) | Target::Elsewhere => None,
    }
}

/// A link to something of a version whose text was removed, which is not shown any more.
fn to_removed(written: &str, what: &str, version: &Version) -> Fault {
    Fault {
        code: Code::LinkToRemoved,
        message: format!(
            "the {what} to which `{written}` leads was removed with the text of the version `{}`",
            version.id
        ),
        help: "Link to another version or to the document itself, or take the link out.".to_owned(),
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
    let path = below_content(looked_for)
        .unwrap_or(looked_for)
        .trim_matches('/');
    if let Some(fault) = unpublished::left_out(site, written, path) {
        return fault;
    }
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

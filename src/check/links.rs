//! Links lead somewhere, and to a place that is there.

use std::collections::HashMap;

use super::link_places::{Fault, found_at};
use super::owner::{Holder, Owner, holders};
use super::unpublished;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::markdown::links::is_refused;
use crate::model::{Link, NotThere, Site, Target, Text, Version, below_content};
use crate::source::Root;

/// Finds the links of one part of the site that lead to nothing.
pub fn check_owner(root: &Root, site: &Site, owner: Owner) -> Vec<Diagnostic> {
    let mut from_root = FromRoot::new();
    let found = holders(site, owner).map(|holder| check_text(root, site, holder, &mut from_root));
    found.flatten().collect()
}

/// What is wrong with links from the site's root, if anything, by their addresses as written. The texts of a
/// document have most of them in common, and what is wrong with them does not depend on the text.
type FromRoot<'s> = HashMap<&'s str, Option<Fault>>;

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

//! Links lead somewhere, and to a place that is there.

use std::collections::{HashMap, HashSet};

use super::footnotes;
use super::link_places::{Fault, found_at};
use super::owner::{Holder, Owner, holders};
use super::unpublished;
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::markdown::links::is_refused;
use crate::model::{Document, Link, NotThere, Site, Target, Text, Version, below_content};
use crate::source::Root;

/// Finds the links of one part of the site that lead to nothing.
pub fn check_owner(root: &Root, site: &Site, owner: Owner) -> Vec<Diagnostic> {
    let mut from_root = FromRoot::new();
    let found = holders(site, owner).map(|holder| {
        let mut found = check_text(root, site, holder, &mut from_root);
        found.extend(footnotes::check(root, holder));
        found
    });
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
        let look = || fault(root, site, holder, link);
        match link.target.starts_with('/') {
            true => from_root.entry(&link.target).or_insert_with(look).clone(),
            false => look(),
        }
    };
    let links = holder.text.links.iter();
    let faults = links.filter_map(|link| Some((link, fault_of(link)?)));
    found_at(root, holder.text, faults.collect())
}

fn fault(root: &Root, site: &Site, holder: Holder<'_>, link: &Link) -> Option<Fault> {
    if is_refused(&link.target) {
        return Some(refused(link));
    }
    if matches!(link.target.trim(), "" | "#") {
        return Some(without_address(link));
    }
    let resolved = match site.resolve(&holder.text.path, &link.target) {
        Ok(resolved) => resolved,
        Err(NotThere { looked_for }) => {
            let fault = beyond_readers(root, &link.target, &looked_for);
            return Some(fault.unwrap_or_else(|| broken(site, &link.target, &looked_for)));
        }
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
            .map(|anchor| broken_anchor(&document.id, anchor, anchors(document))),
        Target::Page(page) => anchor
            .filter(|anchor| !page.texts.iter().any(|(_, text)| has_anchor(text, anchor)))
            .map(|anchor| {
                let texts = page.texts.iter().map(|(_, text)| text);
                broken_anchor(&page.id, anchor, anchors_of(texts))
            }),
        Target::FromRoot(path) => {
            let there = site.place_from_root(&path);
            let path = path.split('?').next().unwrap_or_default();
            there.is_none().then(|| broken(site, &link.target, path))
        }
        Target::File(address) => {
            let version = site.removed_with_file(&address)?;
            Some(to_removed(&link.target, "file", version))
        }
        Target::Elsewhere if link.is_image => Some(on_another_host(&link.target)),
        Target::Section(_) | Target::Elsewhere => None,
    }
}

/// A picture that no page can show without another host.
fn on_another_host(target: &str) -> Fault {
    Fault {
        code: Code::ForeignPicture,
        message: format!(
            "the picture `{target}` lies on another site: readers' browsers would have to ask that site for it, and may show nothing"
        ),
        help: "Put the file into the folder of this text, and write its name here.".to_owned(),
    }
}

/// A link, or a picture, of which the address was left out.
fn without_address(link: &Link) -> Fault {
    let (message, help) = match link.is_image {
        false => (
            "this link has no address, so that it is shown as plain text",
            "Write the address between the brackets, or take the link out.",
        ),
        true => (
            "this picture has no address, so that its description is shown instead",
            "Write the picture's file between the brackets, or take the picture out.",
        ),
    };
    Fault {
        code: Code::EmptyLink,
        message: message.to_owned(),
        help: help.to_owned(),
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
    let path = &holder.text.path;
    match holder.document {
        Some(document) if document.ever_had_anchor(anchor) => None,
        Some(document) => Some(broken_anchor(path, anchor, anchors(document))),
        None if has_anchor(holder.text, anchor) => None,
        None => {
            let own = anchors_of(std::iter::once(holder.text));
            Some(broken_anchor(path, anchor, own))
        }
    }
}

/// The places that a document has, those of its newest versions first.
fn anchors(document: &Document) -> impl Iterator<Item = &str> {
    let versions = document.versions.iter().rev();
    let shown = versions.filter(|version| !version.is_removed());
    anchors_of(shown.flat_map(|version| version.texts.iter().map(|(_, text)| text)))
}

fn anchors_of<'t>(texts: impl Iterator<Item = &'t Text>) -> impl Iterator<Item = &'t str> {
    texts.flat_map(|text| text.anchors.iter().map(String::as_str))
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
    let is_file = is_name_of_file(path);
    let near_id = || nearest(path, site.document_ids());
    let near_file = near_file(site, written, looked_for);
    let help = match near_file.is_none().then(near_id).flatten() {
        _ if near_file.is_some() => format!("Did you mean `{}`?", near_file.unwrap_or_default()),
        Some(id) => format!("Did you mean `doc:{id}`? That leads there from any file."),
        None if is_file => "Correct the path: it is read from this file's folder, and small letters are not the same as capitals.".to_owned(),
        None => "Correct the path (it is read from this file's folder), or write `doc:` and the document's id."
            .to_owned(),
    };
    Fault {
        code: Code::BrokenLink,
        message: format!("`{written}` leads to nothing: there is no `{looked_for}`"),
        help,
    }
}

/// The address of a file that lies where a link looks for one, under a name that is nearly the same: `examples.xlsx` for
/// `Examples.xlsx`.
fn near_file(site: &Site, written: &str, looked_for: &str) -> Option<String> {
    let (folder, name) = looked_for.rsplit_once('/')?;
    let of_documents = site.documents.iter().flat_map(|document| {
        let of_versions = document
            .versions
            .iter()
            .flat_map(|version| &version.attachments);
        document.attachments.iter().chain(of_versions)
    });
    let of_pages = site.pages.iter().flat_map(|page| &page.attachments);
    let of_sections = site
        .sections
        .iter()
        .flat_map(|section| &section.attachments);
    let files = of_documents.chain(of_pages).chain(of_sections);
    let names = files.filter_map(|file| file.path.strip_prefix(folder)?.strip_prefix('/'));
    let near = nearest(name, names).filter(|_| is_name_of_file(name))?;
    let above = &written[..written.rfind('/').map_or(0, |end| end + 1)];
    Some(format!("{above}{near}"))
}

/// Whether the last part of a path has an ending, and is that of no text.
fn is_name_of_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.starts_with(char::is_alphabetic) && ending != "md")
}

/// A link to what those who edit the site have there, and readers do not: `document.yaml`, a folder of files.
fn beyond_readers(root: &Root, written: &str, looked_for: &str) -> Option<Fault> {
    let is_path = !written.starts_with("doc:") && looked_for.split('/').all(|part| part != "..");
    if !is_path || !(root.has_file(looked_for) || root.has_folder(looked_for)) {
        return None;
    }
    Some(Fault {
        code: Code::BrokenLink,
        message: format!(
            "`{written}` is there, but not for readers, so that the link leads nowhere"
        ),
        help: "Link to a document, to a text, or to a file that lies beside one.".to_owned(),
    })
}

fn broken_anchor<'t>(target: &str, anchor: &str, there: impl Iterator<Item = &'t str>) -> Fault {
    let help = match meant_anchor(anchor, there) {
        Some(meant) => format!("Did you mean `#{meant}`?"),
        None => "Use a clause's label, an `{#id}` of the text, or the words of a heading in lower case with hyphens."
            .to_owned(),
    };
    Fault {
        code: Code::BrokenAnchor,
        message: format!("`{target}` has no place called `#{anchor}`"),
        help,
    }
}

/// The place that a name which is none may be meant for: one with other signs between its letters, `#4.3` for
/// `#4-3`; or the nearest, unless there are numbers, since the nearest of those is another clause.
fn meant_anchor<'t>(written: &str, there: impl Iterator<Item = &'t str>) -> Option<&'t str> {
    // Most versions have the places of the one before.
    let mut seen = HashSet::new();
    let there: Vec<&str> = there.filter(|anchor| seen.insert(*anchor)).collect();
    let same = there
        .iter()
        .find(|anchor| letters(anchor).eq(letters(written)));
    same.copied().or_else(|| {
        let has_number = written.contains(|sign: char| sign.is_ascii_digit());
        let near = (!has_number).then_some(there.into_iter());
        nearest(written, near.into_iter().flatten())
    })
}

/// The letters and digits of a name, in small letters.
fn letters(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().filter(|sign| sign.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

/// What is wrong with an address of a kind that no page may lead to: one on somebody's own computer leads readers
/// nowhere, any other can do harm.
fn refused(link: &Link) -> Fault {
    let scheme = link.target.split(':').next().unwrap_or_default();
    let is_drive = scheme.len() == 1;
    let is_of_computer = is_drive || scheme.eq_ignore_ascii_case("file");
    let (message, help) = match (is_of_computer, link.is_image) {
        (true, false) => (
            "this leads to a file on a computer or a drive of yours, which readers cannot open, so that the link is shown as plain text",
            "Put the file into the folder of this text, and link to its name alone.",
        ),
        (true, true) => (
            "this picture lies on a computer or a drive of yours, where readers cannot see it, so that its description is shown instead",
            "Put the file into the folder of this text, and write its name here.",
        ),
        (false, false) => (
            "an address of this kind can do harm, so that the link is shown as plain text",
            "Link to a page instead.",
        ),
        (false, true) => (
            "an address of this kind can do harm, so that the picture's description is shown instead",
            "Put the picture into the folder of this text, and write its name here.",
        ),
    };
    Fault {
        code: Code::RefusedAddress,
        message: message.to_owned(),
        help: help.to_owned(),
    }
}

//! Links from what readers may see to what they may not see yet: a draft, or a version that is published
//! later.

use jiff::civil::Date;

use super::link_places::{Fault, found_at};
use super::owner::{Holder, holders, owners};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::links::is_refused;
use crate::model::{Document, Link, PlaceAt, Site, SitePlace, Target, Version};
use crate::source::Root;

/// Finds such links in a site that is read with its drafts. A build finds them too: it reads without.
pub fn check(root: &Root, site: &Site) -> Vec<Diagnostic> {
    let holders = owners(site)
        .into_iter()
        .flat_map(|owner| holders(site, owner));
    let shown = holders.filter(|holder| holder.read_from().is_some_and(|day| day <= site.on()));
    let found = shown.map(|holder| {
        let links = holder.text.links.iter();
        let faults = links.filter_map(|link| Some((link, fault(site, holder, link)?)));
        found_at(root, holder.text, faults.collect())
    });
    found.flatten().collect()
}

/// Whether a document is there, and readers may see none of its versions yet.
pub(super) fn is_unpublished(site: &Site, id: &str) -> bool {
    let has_published = |document: &Document| {
        let mut versions = document.versions.iter();
        versions.any(|version| version.is_published(site.on()))
    };
    match site.document(id) {
        Some(document) => !has_published(document),
        None => site.unpublished.contains_key(id),
    }
}

/// What is wrong with a link whose path leads to something that the site leaves out.
pub(super) fn left_out(site: &Site, written: &str, path: &str) -> Option<Fault> {
    let mut path = path;
    loop {
        if let Some(&published_on) = site.unpublished.get(path) {
            return Some(unpublished(site, written, path, published_on));
        }
        path = path.rsplit_once('/')?.0;
    }
}

fn fault(site: &Site, holder: Holder<'_>, link: &Link) -> Option<Fault> {
    if is_refused(&link.target) {
        return None;
    }
    let resolved = site.resolve(&holder.text.path, &link.target).ok()?;
    let (document, version) = match resolved.target {
        Target::Document(document) => (document, None),
        Target::Version(document, at) => (document, Some(&document.versions[at])),
        Target::File(address) => version_with_file(site, &address)?,
        Target::FromRoot(path) => shown_at(site, &site.place_from_root(&path)?)?,
        _ => return None,
    };
    if is_unpublished(site, &document.id) {
        let days = document.versions.iter().map(Version::published_on);
        let first = days.flatten().min();
        return Some(unpublished(site, &link.target, &document.id, first));
    }
    let version = version.filter(|version| !version.is_published(site.on()))?;
    let path = format!("{}/{}", document.id, version.id);
    Some(unpublished(
        site,
        &link.target,
        &path,
        version.published_on(),
    ))
}

/// The document that is shown at a place; and of the versions that it shows one that readers may not see yet,
/// or the one whose file it is.
fn shown_at<'a>(site: &'a Site, at: &PlaceAt<'_>) -> Option<(&'a Document, Option<&'a Version>)> {
    match at.place {
        SitePlace::Document(document, place) => {
            let document = &site.documents[document];
            let mut versions = place.versions().map(|at| &document.versions[at]);
            let unpublished = versions.find(|version| !version.is_published(site.on()));
            Some((document, unpublished))
        }
        SitePlace::Attachment => version_with_file(site, &at.address),
        _ => None,
    }
}

/// The document, and the version if it is one's, to which a file at an address belongs.
fn version_with_file<'a>(
    site: &'a Site,
    address: &str,
) -> Option<(&'a Document, Option<&'a Version>)> {
    let path = address.strip_prefix("files/")?;
    let document = &site.documents[site.document_around(path)?];
    let below = path.strip_prefix(&document.id)?.trim_start_matches('/');
    let folder = below.split('/').next()?;
    let version = document.version(folder).map(|at| &document.versions[at]);
    Some((document, version))
}

fn unpublished(site: &Site, written: &str, path: &str, published_on: Option<Date>) -> Fault {
    let message = match published_on {
        Some(day) => format!(
            "`{written}` leads to what readers may not see before {day}, when it is published"
        ),
        None => format!("`{written}` leads to a draft, which readers may not see"),
    };
    let document = path.rsplit_once('/').map(|(above, _)| above);
    let document = document.and_then(|id| site.document(id));
    let help = match document {
        Some(document) => format!(
            "Link to the document: `doc:{}` leads to its version in force from any file.",
            document.id
        ),
        None => "Leave the link out until the document is published.".to_owned(),
    };
    Fault {
        code: Code::BrokenLink,
        message,
        help,
    }
}

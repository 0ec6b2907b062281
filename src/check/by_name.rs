//! Links that lead to a version by the name of its folder: they lead to nothing once it has another.

use std::ops::Range;

use jiff::civil::Date;
use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use super::link_places::located;
use super::owner::{holders, owners};
use crate::diagnostic::Place;
use crate::model::{Document, DocumentPlace, Link, Site, SitePlace, Version, join};
use crate::source::Root;

/// A link that leads to a version, or to a file of it, by the name of its folder.
#[derive(Clone, Debug)]
pub struct LinkByName {
    /// Where it is.
    pub place: Place,
    /// Its address, as written.
    pub written: String,
    /// From when readers can read the text that it is in; nothing for a draft.
    pub read_from: Option<Date>,
    /// Where in the address the name is.
    name: Range<usize>,
    /// Whether it leads to a page beside the version's own: a comparison, its languages side by side.
    is_beside: bool,
}

impl LinkByName {
    /// The address with another name in the place of this one.
    pub fn with_name(&self, name: &str) -> String {
        let (before, after) = (&self.written[..self.name.start], self.after());
        format!("{before}{name}{after}")
    }

    /// The address for a text of the version itself, which leads there whatever the folder is called; none where
    /// it leads to a page beside the version's own.
    pub fn from_within(&self) -> Option<String> {
        let after = self.after().trim_start_matches('/');
        (!self.is_beside).then(|| format!("./{after}"))
    }

    fn after(&self) -> &str {
        &self.written[self.name.end..]
    }
}

/// The links of a whole site that lead to a version of a document by the name of its folder, in the order
/// of places.
pub fn links_by_name(
    root: &Root,
    site: &Site,
    document: &Document,
    version: &Version,
) -> Vec<LinkByName> {
    let owners = owners(site).into_par_iter();
    let found = owners.flat_map_iter(|owner| {
        let holders = holders(site, owner);
        holders.flat_map(move |holder| {
            let file = &holder.text.path;
            let read_from = holder.read_from();
            let links = holder.text.links.iter();
            let named = links.filter_map(|link| {
                let name = name_in(site, document, version, file, link)?;
                Some((link, (link.target.clone(), name)))
            });
            let located = located(root, file, named.collect()).into_iter();
            located.map(move |(place, (written, name))| LinkByName {
                place,
                is_beside: is_beside(site, &written),
                written,
                read_from,
                name,
            })
        })
    });
    let mut found: Vec<LinkByName> = found.collect();
    found.sort_by(|a, b| {
        let of = |it: &LinkByName| (it.place.path.clone(), it.place.line, it.place.column);
        of(a).cmp(&of(b))
    });
    found
}

/// Where in the address of a link the name of a version's folder is, if it leads there.
fn name_in(
    site: &Site,
    document: &Document,
    version: &Version,
    file: &str,
    link: &Link,
) -> Option<Range<usize>> {
    let written = link.target.as_str();
    let path = written.split(['#', '?']).next().unwrap_or_default();
    let id = format!("{}/{}", document.id, version.id);
    let leads_there = |to: &str| {
        if let Some(named) = to.strip_prefix("doc:") {
            return named.trim_matches('/') == id;
        }
        if let Some(to) = to.strip_prefix('/') {
            return leads_from_root(site, (document, version), path, to);
        }
        join(file, to).is_some_and(|joined| joined == version.folder)
    };
    let mut start = 0;
    for part in path.split('/') {
        let end = start + part.len();
        // Behind `doc:` there may be a document that lies in no section.
        let from = start + part.find(':').map_or(0, |colon| colon + 1);
        let decoded = percent_decode_str(&path[..end]).decode_utf8_lossy();
        if path[from..end] == *version.id.as_str() && leads_there(&decoded) {
            return Some(from..end);
        }
        start = end + 1;
    }
    None
}

/// Whether an address leads to a page that shows a version, but is not its own.
fn is_beside(site: &Site, written: &str) -> bool {
    let path = written.split('#').next().unwrap_or_default();
    let from_root = path.strip_prefix('/');
    let at = from_root.and_then(|path| site.place_from_root(path));
    at.is_some_and(|at| match at.place {
        SitePlace::Document(_, place) => !matches!(place, DocumentPlace::Version(_)),
        _ => false,
    })
}

/// Whether a path from the site's root leads to a page or a file of a version, and `to`, which it begins with,
/// ends in the name of the version's folder.
fn leads_from_root(
    site: &Site,
    (document, version): (&Document, &Version),
    path: &str,
    to: &str,
) -> bool {
    let Some(at) = site.place_from_root(path.trim_start_matches('/')) else {
        return false;
    };
    match at.place {
        SitePlace::Document(other, place) => {
            let other = &site.documents[other];
            let mut named = place.versions().map(|at| &other.versions[at].id);
            let own = site.document_address(document, at.language);
            other.id == document.id && named.any(|id| *id == version.id) && to.starts_with(&own)
        }
        SitePlace::Attachment => {
            let folder = format!("{}/{}", document.id, version.id);
            site.file_address(&folder, "").trim_end_matches('/') == to
        }
        _ => false,
    }
}

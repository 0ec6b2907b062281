//! Who links to whom: so that an edit of one part of the site is held against those parts alone that
//! link to it.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::links;
use crate::model::{LinkedAnchors, Site};

/// A part of the site that has texts of its own. Numbers are indices into the site's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A section, with its landing texts.
    Section(usize),
    /// A page.
    Page(usize),
    /// A document, with the texts of all its versions.
    Document(usize),
}

/// Every part of a site that has texts.
pub(super) fn owners(site: &Site) -> Vec<Owner> {
    let sections = (0..site.sections.len()).map(Owner::Section);
    let pages = (0..site.pages.len()).map(Owner::Page);
    let documents = (0..site.documents.len()).map(Owner::Document);
    sections.chain(pages).chain(documents).collect()
}

/// Where a part's links lead: documents, each with the anchor that is meant.
type Leads = Vec<(usize, Option<String>)>;

/// The documents that each part of a site links to, and the parts that link to each document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkMap {
    outward: HashMap<Owner, Leads>,
    inward: HashMap<usize, BTreeSet<Owner>>,
}

impl LinkMap {
    /// The links of a whole site; the site's [`Site::linked_anchors`] are set from them.
    pub fn of(site: &mut Site) -> LinkMap {
        let read = |owner: Owner| (owner, links::leads(site, owner));
        let leads: Vec<(Owner, Leads)> = owners(site).into_par_iter().map(read).collect();
        let mut map = LinkMap::default();
        site.linked_anchors = LinkedAnchors::default();
        for (owner, leads) in leads {
            map.put(site, owner, leads);
        }
        map
    }

    /// The parts that link to a document, or to what might be in its folder.
    pub fn to(&self, document: usize) -> Vec<Owner> {
        let owners = self.inward.get(&document).into_iter().flatten();
        owners.copied().collect()
    }

    /// The documents to whose places, not only to their beginning, a part links.
    pub fn to_places_from(&self, owner: Owner) -> impl Iterator<Item = usize> {
        let leads = self.outward.get(&owner).into_iter().flatten();
        leads.filter_map(|(document, anchor)| anchor.as_ref().map(|_| *document))
    }

    /// Takes the links of a part anew, after it or what it links to has changed.
    pub fn renew(&mut self, site: &mut Site, owner: Owner) {
        for (document, anchor) in self.outward.remove(&owner).unwrap_or_default() {
            if let Some(anchor) = anchor {
                let id = &site.documents[document].id;
                site.linked_anchors.remove(id, &anchor);
            }
            if let Some(owners) = self.inward.get_mut(&document) {
                owners.remove(&owner);
            }
        }
        let leads = links::leads(site, owner);
        self.put(site, owner, leads);
    }

    fn put(&mut self, site: &mut Site, owner: Owner, leads: Leads) {
        for (document, anchor) in &leads {
            if let Some(anchor) = anchor {
                site.linked_anchors
                    .add(&site.documents[*document].id, anchor);
            }
            self.inward.entry(*document).or_default().insert(owner);
        }
        if !leads.is_empty() {
            self.outward.insert(owner, leads);
        }
    }
}

//! Who links to whom: so that an edit of one part of the site is held against those parts alone that
//! link to it.

use std::collections::{BTreeSet, HashMap};
use std::mem;

use rayon::prelude::*;

use super::owner::{Owner, holders, owners};
use crate::model::{LinkedAnchors, NotThere, Part, Site, Target, below_content};

/// Where a part's links lead: documents, each with the anchor that is meant.
type Leads = Vec<(usize, Option<String>)>;

/// The documents that each part of a site links to, and the parts that link to each document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkMap {
    outward: HashMap<Owner, Leads>,
    inward: HashMap<usize, BTreeSet<Owner>>,
}

impl LinkMap {
    /// The links of a whole site; the site's anchors that are linked to are set from them.
    pub fn of(site: &mut Site) -> LinkMap {
        let read = |owner: Owner| (owner, leads(site, owner));
        let leads: Vec<(Owner, Leads)> = owners(site).into_par_iter().map(read).collect();
        let mut map = LinkMap::default();
        let mut linked = LinkedAnchors::default();
        for (owner, leads) in leads {
            map.put(site, &mut linked, owner, leads);
        }
        *site.linked_anchors_mut() = linked;
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
        let mut linked = mem::take(site.linked_anchors_mut());
        for (document, anchor) in self.outward.remove(&owner).unwrap_or_default() {
            if let Some(anchor) = anchor {
                linked.remove(&site.documents[document].id, &anchor);
            }
            if let Some(owners) = self.inward.get_mut(&document) {
                owners.remove(&owner);
            }
        }
        let leads = leads(site, owner);
        self.put(site, &mut linked, owner, leads);
        *site.linked_anchors_mut() = linked;
    }

    fn put(&mut self, site: &Site, linked: &mut LinkedAnchors, owner: Owner, leads: Leads) {
        for (document, anchor) in &leads {
            if let Some(anchor) = anchor {
                linked.add(&site.documents[*document].id, anchor);
            }
            self.inward.entry(*document).or_default().insert(owner);
        }
        if !leads.is_empty() {
            self.outward.insert(owner, leads);
        }
    }
}

/// Where the links of a part of the site lead: the documents that they name, there or not, each with the
/// anchor that is meant.
fn leads(site: &Site, owner: Owner) -> Leads {
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

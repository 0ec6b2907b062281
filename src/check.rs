//! Rules over a loaded site: each rule finds, none of them changes anything.

mod approval;
mod base;
mod by_name;
pub mod change_notes;
mod footnotes;
pub mod languages;
mod link_map;
mod link_places;
mod links;
mod never_in_force;
mod owner;
mod removals;
mod replacements;
mod seals;
pub mod unpublished;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::source::Root;

/// Everything that the rules find in a site.
pub fn check(root: &Root, site: &Site) -> Vec<Diagnostic> {
    let found = check_by_owner(root, site).into_iter();
    found.flat_map(|(_, found)| found).collect()
}

/// The same as [`check`], by the part of the site that it is found in.
pub fn check_by_owner(root: &Root, site: &Site) -> Vec<(Owner, Vec<Diagnostic>)> {
    let owners = owner::owners(site).into_par_iter();
    owners
        .map(|owner| (owner, check_owner(root, site, owner)))
        .collect()
}

/// What the rules find in one part of a site: its links, the approval and the seals of its versions, what it
/// replaces, what its drafts were made from, and removals to come; and notes that pass over a change, where the site does not
/// want to be built with one.
pub fn check_owner(root: &Root, site: &Site, owner: Owner) -> Vec<Diagnostic> {
    let mut findings = links::check_owner(root, site, owner);
    if let Owner::Document(at) = owner {
        findings.extend(approval::check_document(site, &site.documents[at]));
        findings.extend(seals::check_document(&site.documents[at], site.on()));
        findings.extend(replacements::check_document(site, &site.documents[at]));
        findings.extend(never_in_force::check_document(
            &site.documents[at],
            site.on(),
        ));
        findings.extend(base::check_document(&site.documents[at], site.on()));
        findings.extend(removals::check_document(&site.documents[at], site.on()));
        if change_notes::stop_the_build(site) {
            findings.extend(change_notes::check_document(
                root,
                site,
                &site.documents[at],
            ));
        }
    }
    findings
}

pub use approval::missing as missing_approval;
pub use base::{outdated as outdated_base, undone_later};
pub use by_name::{LinkByName, links_by_name};
pub use link_map::LinkMap;
pub use owner::Owner;

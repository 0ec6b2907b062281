//! Rules over a loaded site: each rule finds, none of them changes anything.

mod approval;
pub mod change_notes;
pub mod languages;
mod links;
mod seals;

use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::source::Root;

/// Everything that the rules find in a site.
pub fn check(root: &Root, site: &Site) -> Vec<Diagnostic> {
    let mut findings = links::check(root, site);
    findings.extend(approval::check(site));
    findings.extend(seals::check(site));
    findings
}

pub use links::linked_anchors;

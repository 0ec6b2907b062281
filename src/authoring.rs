//! Writing to a site's content, for authors: a site to start from ([`start`]), a draft from the version in
//! force ([`revise`]), a version from a draft ([`mod@publish`]), with its seal.
//!
//! Each is one step on the disk, or steps of which each leaves a whole site: whatever ends the program
//! between them, nothing is half done.

mod draft_name;
pub mod publish;
mod refusal;
pub mod revise;
mod seal;
pub mod start;

pub use draft_name::DraftName;
pub use refusal::Refusal;
pub use seal::seal;

use crate::model::{Document, Site};

/// The document with an id, written as an author writes it: with or without `content/` and a `/` at
/// the end.
///
/// # Errors
/// When there is none; the nearest id is named.
pub fn find_document<'s>(site: &'s Site, written: &str) -> Result<&'s Document, Refusal> {
    let id = written.trim_end_matches('/');
    let id = id.strip_prefix("content/").unwrap_or(id);
    site.document(id)
        .filter(|document| document.id == id)
        .ok_or_else(|| {
            let ids = site.documents.iter().map(|document| document.id.as_str());
            let nearest = ids.max_by(|a, b| {
                let likeness = |other: &str| strsim::jaro_winkler(other, id);
                likeness(a).total_cmp(&likeness(b))
            });
            Refusal::NoDocument {
                id: id.to_owned(),
                nearest: nearest.map(str::to_owned),
            }
        })
}

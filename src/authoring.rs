//! Writing to a site's content, for authors: a site to start from ([`start`]), a draft from the version in
//! force ([`revise`]) or with a translation ([`mod@import`]), a version from a draft ([`mod@publish`]), with its seal.
//!
//! Each is one step on the disk, or steps of which each leaves a whole site: whatever ends the program
//! between them, nothing is half done.

mod draft_name;
pub mod import;
pub mod publish;
mod refusal;
pub mod revise;
mod seal;
pub mod start;

pub use draft_name::DraftName;
pub use refusal::Refusal;
pub use seal::seal;

use crate::model::{Document, Site};

fn find_document<'s>(site: &'s Site, written: &str) -> Result<&'s Document, Refusal> {
    Ok(site.find_document(written)?)
}

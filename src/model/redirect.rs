//! Where an address of an older site leads now.

use super::href::as_requested;
use crate::language::LanguageCode;

/// An address of an older site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old address as written, with its query.
    pub from: String,
    /// Where it leads now, as it stands in a link: an address of this site, or a whole address elsewhere.
    pub to: String,
    /// The language of what it leads to.
    pub language: LanguageCode,
}

impl Redirect {
    /// The old address's path with its query, as a browser asks for it, without the host and the first `/`.
    pub fn path(&self) -> String {
        let path = match self.from.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
            None => &self.from,
        };
        as_requested(path.trim_start_matches('/'))
    }
}

//! A file of the site that is no text.

/// A file that is copied as it is.
#[derive(Clone, Debug)]
pub struct StaticFile {
    /// Its path from the site's folder.
    pub path: String,
    /// Its address.
    pub address: String,
}

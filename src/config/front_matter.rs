//! The front matter of a text: what is only in its language.

use super::Located;

/// Front matter as meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`.
    pub title: Option<Located<String>>,
    /// `summary`.
    pub summary: Option<Located<String>>,
    /// `sort_key`: what the title is sorted by.
    pub sort_key: Option<Located<String>>,
}

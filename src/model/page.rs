//! A page: texts without versions.

use super::text::{Attachment, Text};
use crate::config::ByLanguage;

/// A page: texts without versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its id: the path of its folder below `content`.
    pub id: String,
    /// The section that it is in: an index into [`super::Content::sections`].
    pub section: usize,
    /// Its texts.
    pub texts: ByLanguage<Text>,
    /// Its address in each language.
    pub addresses: ByLanguage<String>,
    /// Files beside its texts.
    pub attachments: Vec<Attachment>,
}

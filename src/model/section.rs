//! A section: a folder of documents.

use super::text::{Attachment, Text};
use crate::config::ByLanguage;
use crate::config::section::SectionConfig;

/// A folder of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id: the path of its folder below `content`; empty for the content folder itself.
    pub id: String,
    /// The section that it is in: an index into [`super::Content::sections`].
    pub parent: Option<usize>,
    /// What its `section.yaml` says.
    pub config: SectionConfig,
    /// Its title in each language of the site.
    pub titles: ByLanguage<String>,
    /// Its address in each language.
    pub addresses: ByLanguage<String>,
    /// Its landing texts.
    pub landing: ByLanguage<Text>,
    /// Files beside its landing texts.
    pub attachments: Vec<Attachment>,
}

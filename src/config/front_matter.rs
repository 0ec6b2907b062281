//! The front matter of a text: what is only in its language.

use std::ops::Range;

use super::decode::Decoder;
use super::keys::File;
use super::{Located, yaml};
use crate::diagnostic::Diagnostic;
use crate::source::Source;

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

/// Reads the front matter of a text. `yaml` is the bytes between its two lines `---`.
pub fn read(source: &Source, yaml: Range<usize>, findings: &mut Vec<Diagnostic>) -> FrontMatter {
    let Some(root) = yaml::parse(source, yaml, findings) else {
        return FrontMatter::default();
    };
    let mut decoder = Decoder::new(source, &[], findings);
    let fields = decoder.file(&root, File::FrontMatter);
    FrontMatter {
        title: decoder.located(&fields, "title", Decoder::text),
        summary: decoder.located(&fields, "summary", Decoder::text),
        sort_key: decoder.located(&fields, "sort_key", Decoder::text),
    }
}

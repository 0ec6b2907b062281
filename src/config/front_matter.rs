//! The front matter of a text: what is only in its language.

use std::ops::{Deref, Range};

use super::decode::{Decoder, Fields};
use super::keys::File;
use super::{Located, yaml};
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// Front matter as meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`.
    pub title: Option<Entry>,
    /// `summary`.
    pub summary: Option<Entry>,
    /// `sort_key`: what the title is sorted by.
    pub sort_key: Option<Entry>,
}

/// A value of the front matter, which another can take the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The value as meant.
    pub text: Located<String>,
    /// As which bytes it is written: all after its key's colon, however many lines that are.
    pub written: Range<usize>,
}

impl Deref for Entry {
    type Target = Located<String>;

    fn deref(&self) -> &Located<String> {
        &self.text
    }
}

/// Reads the front matter of a text. `yaml` is the bytes between its two lines `---`.
pub fn read(source: &Source, yaml: Range<usize>, findings: &mut Vec<Diagnostic>) -> FrontMatter {
    let Some(root) = yaml::parse(source, yaml, findings) else {
        return FrontMatter::default();
    };
    let mut decoder = Decoder::new(source, &[], findings);
    let fields = decoder.file(&root, File::FrontMatter);
    FrontMatter {
        title: entry(&mut decoder, &fields, "title"),
        summary: entry(&mut decoder, &fields, "summary"),
        sort_key: entry(&mut decoder, &fields, "sort_key"),
    }
}

fn entry(decoder: &mut Decoder<'_>, fields: &Fields<'_>, key: &'static str) -> Option<Entry> {
    let text = decoder.located(fields, key, Decoder::text)?;
    let written = decoder.written(&fields.get(key)?);
    Some(Entry { text, written })
}

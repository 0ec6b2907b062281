//! A text: one version in one language, as the facts that are kept of it.

use std::ops::Range;

use crate::hash::Hash;

/// The facts of a text. Its tree is not among them: a tree lives only while its pages are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Path of the file from the site's folder.
    pub path: String,
    /// The title: from the front matter, or the opening level-one heading.
    pub title: String,
    /// A sentence on what it is about.
    pub summary: Option<String>,
    /// What the title is sorted by, where it is not the title itself.
    pub sort_key: Option<String>,
    /// Every anchor of the text.
    pub anchors: Vec<String>,
    /// Every link and image of the text.
    pub links: Vec<Link>,
    /// References to footnotes, and footnotes, that lack each other.
    pub lone_footnotes: Vec<LoneFootnote>,
    /// SHA-256 of the file's text (UTF-8, LF, no byte order mark).
    pub hash: Hash,
}

/// A reference without its footnote, or a footnote without a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoneFootnote {
    /// The label.
    pub label: String,
    /// Where it is in the file, in bytes.
    pub span: Range<usize>,
    /// Whether it is a reference.
    pub is_reference: bool,
}

/// An address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address as written.
    pub target: String,
    /// Where it is in the file, in bytes.
    pub span: Range<usize>,
    /// Whether it is that of a picture.
    pub is_image: bool,
}

/// A file that belongs to a version, a page or a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its path below the folder that it belongs to, with `/` between parts.
    pub name: String,
    /// Its path from the site's folder.
    pub path: String,
    /// Its language, where its name states one: `form.cy.pdf`.
    pub language: Option<crate::language::LanguageCode>,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes.
    pub hash: Hash,
}

impl Attachment {
    /// Whether it is listed in a language: it is in that one, or in none.
    pub fn is_for(&self, language: &crate::language::LanguageCode) -> bool {
        self.language.as_ref().is_none_or(|own| own == language)
    }
}

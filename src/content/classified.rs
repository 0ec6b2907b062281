//! What the folders of the content turned out to be.

use crate::language::LanguageCode;
use crate::model::Version;
use crate::source::Folder;

/// A folder that is a section, with what lies in it.
#[derive(Debug)]
pub(super) struct Classified<'a> {
    pub folder: &'a Folder,
    /// Its landing texts.
    pub landing: Vec<TextFile>,
    pub sections: Vec<Classified<'a>>,
    pub documents: Vec<DocumentFolder<'a>>,
    pub pages: Vec<PageFolder<'a>>,
    /// Files beside its landing texts, by their path below the folder.
    pub attachments: Vec<String>,
}

/// A folder that is a document.
#[derive(Debug)]
pub(super) struct DocumentFolder<'a> {
    pub folder: &'a Folder,
    pub versions: Vec<VersionFolder<'a>>,
    pub attachments: Vec<String>,
    /// Whether a folder in it has a text and is no version: one that somebody meant.
    pub has_misnamed: bool,
}

impl<'a> DocumentFolder<'a> {
    /// The folder that a version was read from.
    pub fn of_version(&self, version: &Version) -> Option<&VersionFolder<'a>> {
        let mut versions = self.versions.iter();
        versions.find(|it| it.folder.path == version.folder)
    }
}

/// A folder that is a version.
#[derive(Debug)]
pub(super) struct VersionFolder<'a> {
    pub folder: &'a Folder,
    pub texts: Vec<TextFile>,
    pub attachments: Vec<String>,
}

/// A folder that is a page.
#[derive(Debug)]
pub(super) struct PageFolder<'a> {
    pub folder: &'a Folder,
    pub texts: Vec<TextFile>,
    pub attachments: Vec<String>,
}

/// A file that holds a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextFile {
    pub language: LanguageCode,
    /// Its path from the site's folder.
    pub path: String,
}

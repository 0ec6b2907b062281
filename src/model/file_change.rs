//! What happened to the files of a document from one version to another.

use std::collections::BTreeMap;

use super::text::Attachment;
use super::version::Version;
use crate::language::LanguageCode;

/// A file that came, went or has other contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileChange<'a> {
    /// The file of the older version, where it has one of this name.
    pub old: Option<&'a Attachment>,
    /// The file of the newer version.
    pub new: Option<&'a Attachment>,
}

impl<'a> FileChange<'a> {
    /// The files that differ between two versions, by name: those without a language, and those in the
    /// one that is given.
    pub fn between(
        old: &'a Version,
        new: &'a Version,
        language: &LanguageCode,
    ) -> Vec<FileChange<'a>> {
        let mut by_name: BTreeMap<&str, FileChange<'a>> = BTreeMap::new();
        for file in old.files(language) {
            by_name.entry(&file.name).or_insert(Self::NONE).old = Some(file);
        }
        for file in new.files(language) {
            by_name.entry(&file.name).or_insert(Self::NONE).new = Some(file);
        }
        let differs = |change: &FileChange<'_>| {
            change.old.map(|file| file.hash) != change.new.map(|file| file.hash)
        };
        by_name.into_values().filter(differs).collect()
    }

    const NONE: Self = FileChange {
        old: None,
        new: None,
    };

    /// The file's name.
    pub fn name(&self) -> &'a str {
        self.new.or(self.old).map_or("", |file| &file.name)
    }

    /// What happened to it: `added`, `removed` or `changed`.
    pub fn kind(&self) -> &'static str {
        match (self.old, self.new) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        }
    }
}

//! The files that differ between two versions, as a comparison lists them.

use super::attachments::size;
use super::context::Viewpoint;
use super::view::{FileChangeView, FileView};
use super::wording::Wording;
use crate::language::LanguageCode;
use crate::model::{Attachment, Document, FileChange};

impl Viewpoint<'_> {
    /// The files that came, went or changed from one version to another, with the way to each: those
    /// without a language, and those in the one that is given.
    pub(super) fn file_changes(
        self,
        wording: &dyn Wording,
        document: &Document,
        versions: (usize, usize),
        language: &LanguageCode,
    ) -> Vec<FileChangeView> {
        file_changes(document, versions, language, |owner, file| FileView {
            href: Some(self.href(&self.site.file_address(owner, &file.name))),
            size: size(wording, self.language, file.bytes),
        })
    }

    /// How many files came, went or changed since the version before that has the language.
    pub(super) fn count_of_file_changes(self, document: &Document, at: usize) -> usize {
        let before = self.plan(document).before(at);
        before.map_or(0, |before| {
            let (old, new) = (&document.versions[before], &document.versions[at]);
            FileChange::between(old, new, self.language).len()
        })
    }
}

/// The files that came, went or changed from one version of a document to another; `shown` says where
/// a file of an owner (the document's id, with the version's) is, and how large.
pub(super) fn file_changes(
    document: &Document,
    (from, to): (usize, usize),
    language: &LanguageCode,
    shown: impl Fn(&str, &Attachment) -> FileView,
) -> Vec<FileChangeView> {
    let (old, new) = (&document.versions[from], &document.versions[to]);
    let owner = |version: &crate::model::Version| format!("{}/{}", document.id, version.id);
    let (old_owner, new_owner) = (owner(old), owner(new));
    let view = |change: FileChange<'_>| {
        let file = change.new.or(change.old);
        let lang = file.and_then(|file| file.language.as_ref());
        FileChangeView {
            kind: change.kind(),
            name: change.name().to_owned(),
            lang: lang.map(ToString::to_string),
            old: change.old.map(|file| shown(&old_owner, file)),
            new: change.new.map(|file| shown(&new_owner, file)),
        }
    };
    let changes = FileChange::between(old, new, language);
    changes.into_iter().map(view).collect()
}

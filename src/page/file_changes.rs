//! The files that differ between two versions, as a comparison lists them.

use super::view::{FileChangeView, FileView};
use crate::language::LanguageCode;
use crate::model::{Attachment, Document, FileChange};

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

//! Files beside texts, as pages list them.

use super::context::Viewpoint;
use super::view::AttachmentView;
use super::wording::{Value, Wording};
use crate::language::LanguageCode;
use crate::model::Attachment;

/// Files as a page lists them: those without a language and those in the page's own.
pub(super) fn attachments(
    view: Viewpoint<'_>,
    wording: &dyn Wording,
    owner: &str,
    files: &[Attachment],
) -> Vec<AttachmentView> {
    files
        .iter()
        .filter(|file| file.is_for(view.language))
        .map(|file| AttachmentView {
            name: file.name.clone(),
            href: view.href(&view.site.file_address(owner, &file.name)),
            lang: file.language.as_ref().map(ToString::to_string),
            bytes: file.bytes,
            size: size(wording, view.language, file.bytes),
        })
        .collect()
}

/// The size of a file in words.
pub(super) fn size(wording: &dyn Wording, language: &LanguageCode, bytes: u64) -> String {
    let (key, unit) = match bytes {
        0..1_000 => ("size-bytes", 1),
        1_000..1_000_000 => ("size-kilobytes", 1_000),
        _ => ("size-megabytes", 1_000_000),
    };
    let size = usize::try_from(bytes.div_ceil(unit)).unwrap_or(usize::MAX);
    wording.text(language, key, &[("size", Value::Number(size))])
}

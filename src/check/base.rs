//! The version that a draft says it was made from is there.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Document;

/// The drafts of one document.
pub(super) fn check_document(document: &Document) -> Vec<Diagnostic> {
    let published = document.versions.iter().filter(|version| !version.draft);
    let known: Vec<&str> = published.map(|version| version.id.as_str()).collect();
    let drafts = document.versions.iter().filter(|version| version.draft);
    let unknown = drafts.filter_map(|draft| document.unknown_base(draft));
    let unknown = unknown.map(|base| {
        let message = format!(
            "the document has no version `{}`, from which this draft is said to be made",
            base.value
        );
        let help = match known[..] {
            [] => "Take the line out.".to_owned(),
            _ => format!(
                "Write one that it has, or take the line out: {}.",
                known.join(", ")
            ),
        };
        Diagnostic::new(Code::UnknownBase, base.place.clone(), message).help(help)
    });
    unknown.collect()
}

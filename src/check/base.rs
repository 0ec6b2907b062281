//! The version that a draft says it was made from is there, and no other came after it.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, in_shell};
use crate::model::{Document, Version};

/// The drafts of one document, on a day.
pub(super) fn check_document(document: &Document, on: Date) -> Vec<Diagnostic> {
    let drafts = document.versions.iter().filter(|version| version.draft);
    let outdated = drafts.filter_map(|draft| {
        let day = draft.begins_by().unwrap_or(on);
        outdated(document, draft, day)
    });
    unknown(document).into_iter().chain(outdated).collect()
}

/// What a draft that takes effect on a day would undo: the versions that came after the one that it was made
/// from.
pub fn outdated(document: &Document, draft: &Version, day: Date) -> Option<Diagnostic> {
    let between = document.come_between(draft, day);
    let (newest, base) = (between.last()?, draft.config.based_on.as_ref()?);
    let names: Vec<String> = between.iter().map(|it| format!("`{}`", it.id)).collect();
    let message = format!(
        "{} came after `{}`, from which this draft was made, and the draft would undo what changed there",
        names.join(", "),
        base.value
    );
    let help = format!(
        "See what changed: `canllaw diff {} {} {}`. Carry it over into the draft, and then write `based_on: {}` here.",
        in_shell(&document.id),
        in_shell(&base.value),
        in_shell(newest.id.as_str()),
        newest.id
    );
    Some(Diagnostic::new(Code::OutdatedBase, base.place.clone(), message).help(help))
}

fn unknown(document: &Document) -> Vec<Diagnostic> {
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

//! The version that a draft, or a version to come, says it was made from is there, and no other came after it.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, in_shell};
use crate::model::{Document, Version};

/// The drafts and the versions to come of one document, on a day.
pub(super) fn check_document(document: &Document, on: Date) -> Vec<Diagnostic> {
    let drafts = document
        .versions
        .iter()
        .filter(|version| version.is_draft());
    let not_begun = drafts.chain(to_come(document, on));
    let outdated = not_begun.filter_map(|version| {
        let day = version.begins_by().unwrap_or(on);
        outdated(document, version, day)
    });
    unknown(document).into_iter().chain(outdated).collect()
}

/// The versions that are no drafts and have not begun by a day, each with what corrects it in its place.
fn to_come(document: &Document, on: Date) -> impl Iterator<Item = &Version> {
    let versions = &document.versions;
    let has_begun = move |version: &Version| version.begins_by() <= Some(on);
    let is_last_of_its_day = |at: usize| {
        let next = versions.get(at + 1);
        next.is_none_or(|next| next.is_draft() || next.begins_by() != versions[at].begins_by())
    };
    let of_days = (0..versions.len()).filter(move |&at| is_last_of_its_day(at));
    of_days
        .map(|at| &versions[at])
        .filter(move |version| !version.is_draft() && !has_begun(version))
}

/// What a draft that takes effect on a day, or a version to come, would undo: the versions that came after the
/// one that it was made from.
pub fn outdated(document: &Document, version: &Version, day: Date) -> Option<Diagnostic> {
    let between = document.come_between(version, day);
    let (newest, base) = (between.last()?, version.config.based_on.as_ref()?);
    let names: Vec<String> = between.iter().map(|it| format!("`{}`", it.id)).collect();
    let (one, it) = match version.is_draft() {
        true => ("this draft", "the draft"),
        false => ("this version", "it"),
    };
    let message = format!(
        "{} came after `{}`, from which {one} was made, and {it} would undo what changed there",
        names.join(", "),
        base.value
    );
    let carry_over = match document.next_correction(version) {
        // What is sealed is not edited: a correction takes its place before anybody is held to it.
        Some(correction) if version.is_sealed() => {
            format!("Carry it over into a correction of this version: `{correction}`.")
        }
        _ => format!(
            "Carry it over into {one}, and then write `based_on: {}` here.",
            newest.id
        ),
    };
    let help = format!(
        "See what changed: `canllaw diff {} {} {}`. {carry_over}",
        in_shell(&document.id),
        in_shell(&base.value),
        in_shell(newest.id.as_str()),
    );
    Some(Diagnostic::new(Code::OutdatedBase, base.place.clone(), message).help(help))
}

fn unknown(document: &Document) -> Vec<Diagnostic> {
    let published = document
        .versions
        .iter()
        .filter(|version| !version.is_draft());
    let known: Vec<&str> = published.map(|version| version.id.as_str()).collect();
    let drafts = document
        .versions
        .iter()
        .filter(|version| version.is_draft());
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

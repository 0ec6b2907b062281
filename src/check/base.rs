//! The version that a draft, or a version to come, says it was made from is there, and no other came after it.

use jiff::civil::Date;

use crate::config;
use crate::diagnostic::{Code, Diagnostic, Place, in_shell};
use crate::model::{Document, Version, VersionId};

/// The drafts and the versions to come of one document, on a day.
pub(super) fn check_document(document: &Document, on: Date) -> Vec<Diagnostic> {
    let drafts = document
        .versions
        .iter()
        .filter(|version| version.is_draft());
    let not_begun = drafts.chain(document.to_come(on));
    let outdated = not_begun.filter_map(|version| {
        let day = version.begins_by().unwrap_or(on);
        outdated(document, version, day)
    });
    unknown(document).into_iter().chain(outdated).collect()
}

/// What the versions to come would undo of one version, on a day.
pub fn undone_later(document: &Document, id: &VersionId, on: Date) -> Vec<Diagnostic> {
    let undone = document.to_come(on).filter_map(|version| {
        let day = version.begins_by()?;
        let mut between = document.come_between(version, day).into_iter();
        between.find(|it| it.id == *id)?;
        outdated(document, version, day)
    });
    undone.collect()
}

/// What a draft that takes effect on a day, or a version to come, would undo: the versions that came after the
/// one that it was made from.
pub fn outdated(document: &Document, version: &Version, day: Date) -> Option<Diagnostic> {
    let between = document.come_between(version, day);
    let (newest, base) = (between.last()?, document.made_from(version)?);
    // A correction that does not say what it was made from has no such line.
    let place = match &version.config.based_on {
        Some(own) => own.place.clone(),
        None => Place::whole(format!("{}/{}", version.folder, config::version::FILE)),
    };
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
            format!(
                "Carry it over into a correction of this version: `{correction}`, with `based_on: {0}` in its version.yaml. If it is in here already, write `based_on: {0}` here: that breaks no seal.",
                newest.id
            )
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
    Some(Diagnostic::new(Code::OutdatedBase, place, message).help(help))
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

//! Nothing was edited silently since it was published: seals are well-formed and whole.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Place, in_shell};
use crate::model::{Document, Edit, SealedPart, Version};

/// Finds sealed versions of a document that were edited. The files were hashed when it was read: none is
/// looked at.
pub(super) fn check_document(document: &Document, on: Date) -> Vec<Diagnostic> {
    let versions = document.versions.iter();
    versions
        .filter_map(|version| broken(document, version, on))
        .collect()
}

fn broken(document: &Document, version: &Version, on: Date) -> Option<Diagnostic> {
    let seal = version.config.seal.as_ref()?;
    if version.sealed_fingerprint().is_none() {
        return Some(ill_formed(seal.place.clone()));
    }
    let edits = version.edits();
    if edits.is_empty() {
        return None;
    }
    let touched: Vec<String> = edits
        .iter()
        .filter_map(|(part, edit)| Some(said(part.as_ref()?, *edit)))
        .collect();
    let message = match touched.split_last() {
        None => "this version was edited after it was sealed".to_owned(),
        Some((only, [])) => format!("this version was edited after it was sealed: {only}"),
        Some((last, before)) => format!(
            "this version was edited after it was sealed: {} and {last}",
            before.join(", ")
        ),
    };
    let mut found = Diagnostic::new(Code::SealBroken, seal.place.clone(), message);
    for (part, edit) in &edits {
        if let Some(SealedPart::File(name)) = part {
            let place = Place::whole(format!("{}/{name}", version.folder));
            found = found.related(place, format!("this file was {}", done(*edit)));
        }
    }
    Some(found.help(help(document, version, on)))
}

fn ill_formed(place: Place) -> Diagnostic {
    let message = "this is not a seal";
    Diagnostic::new(Code::InvalidValue, place, message).help(
        "A seal begins with `sha256:` and 64 digits from 0 to 9 and a to f. Restore it as it was written when the version was published; or remove the key and seal the version with `canllaw seal`.",
    )
}

fn said(part: &SealedPart, edit: Edit) -> String {
    match part {
        SealedPart::File(name) => format!("`{name}` was {}", done(edit)),
        SealedPart::Dates => "its dates were changed".to_owned(),
        SealedPart::Approval => "its approval was changed".to_owned(),
        SealedPart::Note => "the note on the change was changed".to_owned(),
    }
}

fn done(edit: Edit) -> &'static str {
    match edit {
        Edit::Changed => "changed",
        Edit::Added => "added",
        Edit::Removed => "removed",
    }
}

/// The ways out: undo, correct, or seal again. Before anybody can have read the version there is nothing to correct.
fn help(document: &Document, version: &Version, on: Date) -> String {
    let sealed = format!("{}/{}", document.id, version.id);
    let again = format!(
        "seal the version again and say why: `canllaw seal {} --note \"…\"`.",
        in_shell(&sealed)
    );
    if version.is_sealed_unread(on) {
        return format!("Undo the edit. Or, as readers could not read this version yet, {again}");
    }
    let correction = match document.next_correction(version) {
        Some(name) => format!("a folder `{name}` that says `published_on`"),
        None => "a version of its own".to_owned(),
    };
    format!(
        "Undo the edit. If readers are to see it, publish it as a correction: {correction}. If it changes nothing that was published, {again}"
    )
}

//! Versions of a section that requires approval say who approved them, when, and where it is minuted.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Document, Site, Version};

/// The versions of one document.
pub(super) fn check_document(site: &Site, document: &Document) -> Vec<Diagnostic> {
    if !site.sections[document.section].config.approval_required {
        return Vec::new();
    }
    let versions = document.versions.iter();
    versions
        .filter(|version| !version.is_draft())
        .filter_map(missing)
        .collect()
}

/// What a version lacks of an approval that its section requires.
pub fn missing(version: &Version) -> Option<Diagnostic> {
    let approved = version.config.approved.as_ref();
    let lacks = [
        ("by", approved.is_none_or(|it| it.by.is_none())),
        ("on", approved.is_none_or(|it| it.on.is_none())),
        (
            "reference",
            approved.is_none_or(|it| it.reference.is_none()),
        ),
    ];
    let lacking: Vec<&str> = lacks
        .iter()
        .filter(|(_, lacks)| *lacks)
        .map(|(key, _)| *key)
        .collect();
    if lacking.is_empty() {
        return None;
    }
    let place = approved.map_or_else(
        || Place::whole(format!("{}/version.yaml", version.folder)),
        |approved| approved.place.clone(),
    );
    let message = format!(
        "the section requires approval, and `approved` lacks {}",
        lacking.join(", ")
    );
    let help = "Write `approved: {by: …, on: …, reference: …}` in the version's version.yaml.";
    Some(Diagnostic::new(Code::MissingApproval, place, message).help(help))
}

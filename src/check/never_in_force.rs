//! A version that takes effect while the document is withdrawn is in force on no day.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::model::{Document, Version};

/// The versions of one document that will never be in force because of a withdrawal still to come on a day. Of
/// one that has come there is nothing left to mend.
pub(super) fn check_document(document: &Document, on: Date) -> Vec<Diagnostic> {
    if document.withdrawal_to_come(on).is_none() {
        return Vec::new();
    }
    let versions = document.versions.iter().enumerate();
    let never = versions
        .filter(|(at, version)| !version.is_draft() && document.is_withdrawn_throughout(*at));
    never
        .filter_map(|(_, version)| finding(document, version, on))
        .collect()
}

fn finding(document: &Document, version: &Version, on: Date) -> Option<Diagnostic> {
    let begins = version.begins_by()?;
    let withdrawal = document.withdrawal(begins).filter(|it| it.on > on)?;
    let mut stated = document.config.withdrawn.iter();
    let stated = stated.find(|it| it.on == withdrawal.on)?;
    let message = format!(
        "the document is withdrawn from {}, so that the version `{}`, which takes effect on {begins}, will never be in force",
        withdrawal.on, version.id
    );
    let found = Diagnostic::new(Code::ContradictoryDates, stated.place.clone(), message);
    // A version can have been published before it was decided to withdraw the document.
    let found = found.severity(Severity::Warning);
    let help = "Correct the one day or the other; or state under `reinstated` the day on which the document is in force again.";
    Some(
        found
            .help(help)
            .related(Place::whole(&version.folder), "the version"),
    )
}

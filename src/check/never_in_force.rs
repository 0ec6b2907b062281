//! A version that takes effect while the document is withdrawn is in force on no day.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::model::{Document, Version};

/// The versions of one document that are never in force because of a withdrawal. Of a version that was there when
/// the document was withdrawn, and has been for readers to see, there is nothing left to mend.
pub(super) fn check_document(document: &Document, on: Date) -> Vec<Diagnostic> {
    let versions = document.versions.iter().enumerate();
    let never = versions
        .filter(|(at, version)| !version.is_draft() && document.is_withdrawn_throughout(*at));
    never
        .filter_map(|(_, version)| finding(document, version, on))
        .collect()
}

fn finding(document: &Document, version: &Version, on: Date) -> Option<Diagnostic> {
    let begins = version.begins_by()?;
    let withdrawal = document.withdrawal(begins)?;
    let is_to_come = withdrawal.on > on;
    if !is_to_come && version.published_on()? < withdrawal.on {
        return None;
    }
    let (withdrawn, never) = match is_to_come {
        true => ("is", "will never be"),
        false => ("was", "is never"),
    };
    let message = format!(
        "the document {withdrawn} withdrawn from {}, so that the version `{}`, which takes effect on {begins}, {never} in force",
        withdrawal.on, version.id
    );
    let mut stated = document.config.withdrawn.iter();
    let stated = stated.find(|it| it.on == withdrawal.on)?;
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

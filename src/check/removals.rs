//! A text that is removed is left out at once, whatever day is stated.

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Document, Version};

/// The versions of one document whose removal is said to be still to come on a day.
pub(super) fn check_document(document: &Document, on: Date) -> Vec<Diagnostic> {
    let to_come = |version: &Version| {
        let removed = version.config.removed.as_ref()?;
        let day = Some(removed.on).filter(|&day| day > on)?;
        let message = format!(
            "the text is said to be removed on {day}, which is still to come, and is left out already"
        );
        let found = Diagnostic::new(Code::RemovalToCome, removed.place.clone(), message);
        Some(found.help("Write under `on` the day on which you take the text out; or leave `removed` out until that day comes."))
    };
    document.versions.iter().filter_map(to_come).collect()
}

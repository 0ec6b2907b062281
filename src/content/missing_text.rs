//! A text that a version or a page is to have in a language, and lacks.

use crate::config::ParityRule;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::language::LanguageCode;
use crate::model::{Document, text_name};

/// The finding for it. It weighs what the section's rule for its languages says.
pub(super) fn missing_text(
    holder: &str,
    folder: &str,
    language: &LanguageCode,
    parity: ParityRule,
) -> Diagnostic {
    let severity = match parity {
        ParityRule::Required => Severity::Error,
        ParityRule::Warn | ParityRule::Off => Severity::Warning,
    };
    let message = format!("{holder} has no text in the language `{language}`");
    Diagnostic::new(Code::MissingText, Place::whole(folder), message).severity(severity)
}

/// The finding for a text of a document with what to do: what `remedy` says, or to state leave for it. Leave that
/// has ended is why the text is missed now, and is told.
pub(super) fn or_leave(
    found: Diagnostic,
    document: &Document,
    language: &LanguageCode,
    remedy: &str,
) -> Diagnostic {
    match document.config.last_waiver(language) {
        None => found.help(format!(
            "{remedy}, or state the document's `languages` or a `waiver` in document.yaml."
        )),
        Some(waiver) => {
            let ended = format!("the leave for it ended on {}", waiver.until);
            found
                .related(waiver.place.clone(), ended)
                .help(format!("{remedy}, or let the `waiver` last longer."))
        }
    }
}

/// What to do about it, without a full stop: `meant` is the file of the folder that seems meant as the text.
pub(super) fn remedy(folder: &str, meant: Option<&str>, language: &LanguageCode) -> String {
    let name = text_name(language);
    match meant {
        Some(meant) => format!("Rename {folder}/{meant} to {name}"),
        None => format!("Add {folder}/{name}"),
    }
}

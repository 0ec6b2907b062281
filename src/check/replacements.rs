//! `replaced_by` and `replaces` name other documents, which are there and which readers may see.

use super::unpublished;
use crate::config::Located;
use crate::diagnostic::{Code, Diagnostic, Severity, nearest};
use crate::model::{Document, Site};

/// What one document names.
pub(super) fn check_document(site: &Site, document: &Document) -> Vec<Diagnostic> {
    let config = &document.config;
    let named = config.replaced_by.iter().chain(&config.replaces);
    named
        .filter_map(|id| match id.value == document.id {
            true => Some(itself(id)),
            false => check_id(site, id),
        })
        .collect()
}

fn itself(id: &Located<String>) -> Diagnostic {
    let message = format!("`{}` is this document itself", id.value);
    Diagnostic::new(Code::InvalidValue, id.place.clone(), message)
        .help("Name the other document, or remove the line.")
}

fn check_id(site: &Site, id: &Located<String>) -> Option<Diagnostic> {
    let place = id.place.clone();
    if unpublished::is_unpublished(site, &id.value) {
        let message = format!(
            "readers may not see `{}` yet, and are not told of it until it is published",
            id.value
        );
        let found = Diagnostic::new(Code::BrokenLink, place, message);
        let help = "Publish it on the same day, or leave the key out until it is.";
        return Some(found.help(help).severity(Severity::Warning));
    }
    if site.document(&id.value).is_some() {
        return None;
    }
    let message = format!("there is no document `{}`", id.value);
    let help = match nearest(&id.value, site.document_ids()) {
        Some(id) => format!("Did you mean `{id}`?"),
        None => {
            "Write the document's folder below `content`, for instance `policy/leave`.".to_owned()
        }
    };
    Some(Diagnostic::new(Code::BrokenLink, place, message).help(help))
}

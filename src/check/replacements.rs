//! `replaced_by` and `replaces` name other documents, which are there and which readers may see.

use super::unpublished;
use crate::config::Located;
use crate::diagnostic::{Code, Diagnostic, Severity, in_shell, nearest};
use crate::model::{Document, Site, Version};

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
        let found = found.help(until_published(site, &id.value));
        return Some(found.severity(Severity::Warning));
    }
    if site.document(&id.value).is_some() {
        return None;
    }
    let message = format!("there is no document `{}`", id.value);
    let nearest = || nearest(&id.value, site.document_ids());
    let help = match site.ending_as(&id.value).or_else(nearest) {
        Some(id) => format!("Did you mean `{id}`?"),
        None => {
            "Write the document's folder below `content`, for instance `policy/leave`.".to_owned()
        }
    };
    Some(Diagnostic::new(Code::BrokenLink, place, message).help(help))
}

/// What to do where a document names one that readers may not see yet: they are told at once.
fn until_published(site: &Site, id: &str) -> String {
    let versions = site.document(id).map(|document| &document.versions[..]);
    let mut versions = versions.unwrap_or_default().iter();
    let to_come = versions.find(|version| !version.is_draft());
    let day = to_come.map_or_else(
        || site.unpublished.get(id).copied().flatten(),
        Version::published_on,
    );
    let Some(day) = day else {
        return "Publish it with a `published_on` that is not later than today, or leave the key out until readers may see it."
            .to_owned();
    };
    let of_version = to_come.map_or_else(
        || format!("in the version.yaml of its version that is published on {day}"),
        |version| format!("in {}/version.yaml", version.folder),
    );
    let again = match to_come {
        Some(version) if version.is_sealed() => {
            let sealed = format!("{id}/{}", version.id);
            format!(
                " and seal it again (`canllaw seal {} --note \"…\"`)",
                in_shell(&sealed)
            )
        }
        _ => String::new(),
    };
    format!(
        "What this names is told to readers at once: write `published_on: {}` {of_version}{again}, or leave the key out until {day}.",
        site.on()
    )
}

//! Files in pairs: where one language has a form, the others have it too.

use std::collections::BTreeMap;

use super::lone_files::LoneFiles;
use super::name;
use super::subject::Subject;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::LanguageCode;
use crate::model::{Attachment, Site};

/// Finds files that a language lacks, and files that are the same in two languages.
pub(super) fn check(site: &Site, subject: &Subject<'_>) -> Vec<Diagnostic> {
    let wanted = wanted(site, subject);
    let mut found = Vec::new();
    let lone = LoneFiles::of(subject);
    for files in groups(subject.attachments, &lone).into_values() {
        let Some(first) = site.languages().find_map(|language| files.get(language)) else {
            continue;
        };
        for language in &wanted {
            match files.get(language) {
                None => found.push(subject.weight.weigh(missing(first, language), language)),
                Some(file) if file.path != first.path && file.hash == first.hash => {
                    found.push(subject.weight.weigh(same(first, file), language));
                }
                Some(_) => {}
            }
        }
    }
    found
}

/// The languages that files are wanted in: those of the texts beside them.
fn wanted(site: &Site, subject: &Subject<'_>) -> Vec<LanguageCode> {
    let with_text = |language: &&LanguageCode| {
        subject
            .texts
            .is_none_or(|texts| texts.is_empty() || texts.get(language).is_some())
    };
    let languages = site.languages().filter(with_text);
    languages
        .filter(|language| subject.languages.contains(language))
        .cloned()
        .collect()
}

/// Files that have a language, by their names without it; with each its counterparts of other names.
fn groups<'a>(
    files: &'a [Attachment],
    lone: &LoneFiles<'_>,
) -> BTreeMap<String, BTreeMap<&'a LanguageCode, &'a Attachment>> {
    let mut groups: BTreeMap<_, BTreeMap<_, _>> = BTreeMap::new();
    for file in files {
        if let Some(language) = &file.language {
            let key = without_language(lone.counterpart(file).unwrap_or(file));
            groups.entry(key).or_default().insert(language, file);
        }
    }
    groups
}

/// A file's name without the language that it states.
pub(super) fn without_language(file: &Attachment) -> String {
    in_language(file, None)
}

/// A file's name in another language, or without one: `form.en.pdf` → `form.cy.pdf`, `form.pdf`.
fn in_language(file: &Attachment, other: Option<&LanguageCode>) -> String {
    let own = file
        .language
        .as_ref()
        .map_or(String::new(), |own| format!(".{own}."));
    let new = other.map_or(".".to_owned(), |other| format!(".{other}."));
    match file.name.rfind(&own) {
        Some(at) => format!("{}{new}{}", &file.name[..at], &file.name[at + own.len()..]),
        None => file.name.clone(),
    }
}

fn missing(file: &Attachment, language: &LanguageCode) -> Diagnostic {
    let message = format!("this file has no counterpart in {}", name(language));
    let help = format!(
        "Add `{}` beside it; a file that is for every language is named `{}`.",
        in_language(file, Some(language)),
        in_language(file, None),
    );
    Diagnostic::new(Code::Parity, Place::whole(&file.path), message).help(help)
}

fn same(first: &Attachment, file: &Attachment) -> Diagnostic {
    let message = "this file is the same, byte for byte, as its counterpart";
    let help = format!(
        "Put the file in its language here; one that is for every language is named `{}`.",
        in_language(file, None)
    );
    Diagnostic::new(Code::WrongLanguage, Place::whole(&file.path), message)
        .help(help)
        .related(Place::whole(&first.path), "its counterpart")
}

//! Files that are meant as texts, under names that make them none: `EN.md`, `cy.markdown`, `english.md`.

use crate::language::LanguageCode;
use crate::language::names::name_in;
use crate::model::text_name;
use crate::source::Folder;

/// What the names of files with texts end in, here and elsewhere.
const ENDINGS: [&str; 4] = ["md", "markdown", "mdown", "txt"];

/// The file of a folder that seems meant as its text in a language, and is none by its name.
pub(super) fn in_language<'f>(folder: &'f Folder, language: &LanguageCode) -> Option<&'f str> {
    let code = language.as_str().to_lowercase();
    let english = LanguageCode::english();
    let names: Vec<String> = [&english, language]
        .into_iter()
        .filter_map(|of_sentence| name_in(language, of_sentence))
        .map(str::to_lowercase)
        .collect();
    let is_meant = |stem: &str| {
        let stem = stem.trim().to_lowercase();
        stem == code || names.contains(&stem)
    };
    let written = text_name(language);
    let mut files = folder.files.iter().filter(|name| **name != written);
    files
        .find(|name| stem(name).is_some_and(is_meant))
        .map(String::as_str)
}

/// The Markdown of a folder, whatever it is called.
pub(super) fn any(folder: &Folder) -> Option<&str> {
    let mut files = folder.files.iter().map(String::as_str);
    files.find(|name| is_markdown(name))
}

/// Whether a file is Markdown by its name.
pub(super) fn is_markdown(name: &str) -> bool {
    stem(name).is_some() && !name.to_lowercase().ends_with("txt")
}

/// The name of a file without its ending, if it ends as one with a text does.
fn stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    ENDINGS.contains(&ending.as_str()).then_some(stem)
}

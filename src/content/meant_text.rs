//! Files that are meant as texts, under names that make them none: `EN.md`, `cym.md`, `cy.markdown`, `cy.md.txt`,
//! `english.md`; and copies of texts.

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
        stem == code
            || names.contains(&stem)
            || LanguageCode::of_three_letters(&stem).as_ref() == Some(language)
    };
    let written = text_name(language);
    let mut files = folder.files.iter().filter(|name| **name != written);
    files
        .find(|name| stem(name).is_some_and(is_meant))
        .map(String::as_str)
}

/// What a file manager puts before the name of a copy.
const COPY_OF: &str = "copy of ";

/// The language in which a file seems to be a copy of a text: `en (copy).md`, `EN.md`, `en.markdown`. `form.en.md`
/// is none.
pub(super) fn copy_in<'l>(file: &str, languages: &'l [LanguageCode]) -> Option<&'l LanguageCode> {
    let name = file.to_lowercase();
    let name = name.strip_prefix(COPY_OF).unwrap_or(&name);
    let begins_word = |rest: &str| rest.starts_with(char::is_alphanumeric);
    languages.iter().find(|language| {
        let code = language.as_str().to_lowercase();
        let rest = stem(name).and_then(|stem| stem.strip_prefix(&code));
        rest.is_some_and(|rest| rest.is_empty() || (is_markdown(name) && !begins_word(rest)))
    })
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

/// The name of a file without its ending, if it ends as one with a text does. Where a system hides endings, a second
/// one comes easily behind the first: `cy.md.txt`.
fn stem(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let has_another = || self::stem(stem).unwrap_or(stem);
    ENDINGS.contains(&ending.as_str()).then(has_another)
}

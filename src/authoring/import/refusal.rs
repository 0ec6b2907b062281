//! Why a translation was not put into a draft.

use super::Refusal;
use crate::diagnostic::{Diagnostic, Place, in_shell};
use crate::exchange::ReadError;
use crate::language::LanguageCode;
use crate::source::Source;

/// How much of a line is quoted, in characters.
const QUOTE_LENGTH: usize = 60;

/// Why a translation was not put into a draft. Its display says what is wrong, [`NotImported::help`] what to do.
/// Nothing was written, unless it says so.
#[derive(Debug, thiserror::Error)]
pub enum NotImported {
    /// There is no such document, a draft cannot be called so, or it could not be written.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The file is none that was exported, or was damaged since.
    #[error("{}{error}", place.as_ref().map(|at| format!("{}:{}:{}: ", at.path, at.line, at.column)).unwrap_or_default())]
    Unreadable {
        /// Where in it, where that is known.
        place: Option<Box<Place>>,
        /// What is wrong with it.
        error: ReadError,
    },
    /// It translates a language into itself.
    #[error("the file says that it translates `{0}` into the same language")]
    SameLanguage(LanguageCode),
    /// It has a language that the site has not.
    #[error("the site has no language `{code}`")]
    UnknownLanguage {
        /// The language.
        code: LanguageCode,
        /// Those of the site that may be meant.
        like: Vec<LanguageCode>,
    },
    /// It was made from a text of another document.
    #[error("the file was made from `{path}`, which is no text of the document `{document}`")]
    OtherDocument {
        /// The path of the text.
        path: String,
        /// The document's id.
        document: String,
    },
    /// What was translated is no text of the draft or of a version by now.
    #[error("{}", difference.clone().unwrap_or_else(|| format!("no text of `{document}` in `{from}` is what the file was translated from")))]
    OtherSource {
        /// The document's id.
        document: String,
        /// The version, or draft, whose text was expected to be what the file was translated from.
        version: String,
        /// The language of the source.
        from: LanguageCode,
        /// The language of the translation.
        to: LanguageCode,
        /// Where the text that is there now begins to differ, if there is one.
        difference: Option<String>,
    },
    /// The draft alone has a text that would be lost.
    #[error("the draft has a text in `{language}` already: {path}")]
    HasText {
        /// The language.
        language: LanguageCode,
        /// The path of the text.
        path: String,
    },
    /// The source text that the file holds is at fault.
    #[error("the file holds a text that cannot be read")]
    NotRebuilt(Box<Diagnostic>),
}

impl NotImported {
    pub(super) fn unreadable(file: &Source, error: ReadError) -> Self {
        let place = error.at.map(|at| Box::new(file.place(at..at)));
        NotImported::Unreadable { place, error }
    }

    /// What to do.
    pub fn help(&self) -> String {
        let help = match self {
            NotImported::Refused(refusal) => return refusal.help(),
            NotImported::Unreadable { place: None, .. } => {
                "Give a file that `canllaw export` made."
            }
            NotImported::Unreadable { .. } => {
                "Save it in the translation tool once more, or ask for it again: nothing was written."
            }
            NotImported::SameLanguage(_) => {
                "Give a file whose `target-language` is the language of the translation."
            }
            NotImported::UnknownLanguage { like, .. } if !like.is_empty() => {
                let like: Vec<String> = like.iter().map(|code| format!("`{code}`")).collect();
                return format!(
                    "Write in the file which one is meant: {}.",
                    like.join(" or ")
                );
            }
            NotImported::UnknownLanguage { .. } => "Add it to `languages` in site.yaml.",
            NotImported::OtherDocument { .. } => {
                "Name the document that it was made from with --as. If that has another name since, export it anew."
            }
            NotImported::OtherSource {
                document,
                version,
                from,
                to,
                ..
            } => {
                return format!(
                    "Export it anew: `canllaw export {} {} --format xliff --from {from} --to {to}`. Or put the text \
                     back as it was, import the file, and make the change again in both languages.",
                    in_shell(document),
                    in_shell(version),
                );
            }
            NotImported::HasText { .. } => {
                "Give --replace to put the translation in its place, or the name of another draft with --draft."
            }
            NotImported::NotRebuilt(_) => "Export it anew: nothing was written.",
        };
        help.to_owned()
    }

    /// What is wrong with the content, where that is why.
    pub fn findings(&self) -> &[Diagnostic] {
        match self {
            NotImported::Refused(refusal) => refusal.findings(),
            NotImported::NotRebuilt(found) => std::slice::from_ref(found),
            _ => &[],
        }
    }
}

/// The first line in which a text is not the one that was translated.
pub(super) fn difference(here: &Source, translated: &Source) -> String {
    let (mut one, mut other) = (here.text().lines(), translated.text().lines());
    let mut line = 1;
    let (one, other) = loop {
        match (one.next(), other.next()) {
            (Some(one), Some(other)) if one == other => line += 1,
            (one, other) => break (one, other),
        }
    };
    format!(
        "{} is not the text that the file was translated from: line {line} is {} here, and {} in the file",
        here.path(),
        quoted(one),
        quoted(other)
    )
}

/// The beginning of a line, as a message shows it.
fn quoted(line: Option<&str>) -> String {
    let Some(line) = line else {
        return "not there".to_owned();
    };
    let cut: String = line.chars().take(QUOTE_LENGTH).collect();
    let dots = if cut.len() < line.len() { "…" } else { "" };
    format!("“{cut}{dots}”")
}

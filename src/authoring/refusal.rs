//! Why something was not written.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, in_shell};
use crate::model::NotFound;
use crate::publish::PublishError;

/// Why something was not written. Its display says what is wrong, [`Refusal::help`] what to do. Nothing
/// on the disk is other than it was, unless it says so.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such document or version.
    #[error(transparent)]
    NotFound(#[from] NotFound),
    /// A document has no version in force.
    #[error("no version of `{0}` is in force, from which a draft could be made")]
    NothingInForce(String),
    /// A text was removed, and no draft can be made of it.
    #[error("the text of the version `{0}` was removed")]
    Removed(String),
    /// The name of a draft is none.
    #[error("a draft cannot be called `{0}`")]
    DraftName(String),
    /// There is a draft of that name already: its folder.
    #[error("there is a draft already, `{0}`")]
    Exists(String),
    /// Something has the name that a draft is to have as a version.
    #[error("there is something at `{0}` already")]
    NameTaken(String),
    /// A document has no draft, or not that one.
    #[error("the document `{document}` has no draft{}", name.as_ref().map(|name| format!(" `{name}`")).unwrap_or_default())]
    NoDraft {
        /// The document's id.
        document: String,
        /// The draft's name, where one was asked for.
        name: Option<String>,
    },
    /// A document has several drafts.
    #[error("the document `{document}` has several drafts: {}", names.join(", "))]
    SeveralDrafts {
        /// The document's id.
        document: String,
        /// Their names.
        names: Vec<String>,
    },
    /// A version takes effect on that day already.
    #[error("the version `{version}` takes effect on {day} already")]
    DayTaken {
        /// The day.
        day: Date,
        /// The version's id.
        version: String,
        /// A name that a correction of it can have.
        correction: Option<String>,
    },
    /// The draft is not ready: what is wrong with it, or still missing.
    #[error("the draft is not ready to be published")]
    NotReady(Vec<Diagnostic>),
    /// A file of a version cannot be read, or not be written to as it is.
    #[error("a file is at fault, so nothing was written")]
    File(Box<Diagnostic>),
    /// The draft could not take the name of the version.
    #[error(transparent)]
    NotPublished(PublishError),
    /// Nor could the seal, which had been written by then, be taken out of a file again.
    #[error("{after}; and the seal that was written into {} could not be taken out again", .file.display())]
    SealLeft {
        /// The `version.yaml` of the draft.
        file: PathBuf,
        /// Why the draft could not take the name of the version.
        after: PublishError,
    },
    /// Of two texts one could not be written, nor the other, which had been by then, be taken away again.
    #[error("{after}; and {}, which had been written by then, could not be removed again", .file.display())]
    TextLeft {
        /// The text that is there now.
        file: PathBuf,
        /// Why the other could not be written.
        after: PublishError,
    },
    /// It could not be written.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

impl Refusal {
    /// What to do.
    pub fn help(&self) -> String {
        match self {
            Refusal::NotFound(missing) => missing.help(),
            Refusal::NothingInForce(_) => "Name a version with --from.".to_owned(),
            Refusal::Removed(_) => "Name another version with --from.".to_owned(),
            Refusal::DraftName(_) => {
                "Use letters, digits and hyphens, for instance `april`: its folder is then `draft-april`.".to_owned()
            }
            Refusal::Exists(_) => {
                "Edit that draft; or give a second one a name of its own with --name.".to_owned()
            }
            Refusal::NameTaken(_) => {
                "Move it away, or give another day with --effective.".to_owned()
            }
            Refusal::NoDraft { document, .. } => {
                format!("Make one with `canllaw revise {}`.", in_shell(document))
            }
            Refusal::SeveralDrafts { .. } => "Say which with --draft.".to_owned(),
            Refusal::DayTaken { correction, .. } => match correction {
                Some(name) => format!(
                    "Give another day; or, to correct that version or to add a translation of it, rename the draft's folder to `{name}` \
                     and write `published_on:` in its version.yaml."
                ),
                None => "Give another day with --effective.".to_owned(),
            },
            Refusal::NotReady(_) => "Nothing was changed.".to_owned(),
            Refusal::File(_) => String::new(),
            Refusal::NotPublished(fault) => {
                format!("The draft is as it was. {}", fault.help())
            }
            Refusal::SealLeft { file, after } => format!(
                "Take `seal:` and the lines below it that are set in out of {}. {}",
                file.display(),
                after.help()
            ),
            Refusal::TextLeft { file, after } => {
                format!("Remove {}. {}", file.display(), after.help())
            }
            Refusal::Publish(fault) => fault.help(),
        }
    }

    /// What is wrong with the content, where that is why.
    pub fn findings(&self) -> &[Diagnostic] {
        match self {
            Refusal::NotReady(found) => found,
            Refusal::File(found) => std::slice::from_ref(found),
            _ => &[],
        }
    }
}

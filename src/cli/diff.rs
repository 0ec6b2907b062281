//! `canllaw diff`.

mod notes;
mod texts;

use clap::{Args, ValueEnum};

use super::{Outcome, SiteArgs, fault};
use crate::diff::{self, Comparison, json};
use texts::Compared;

/// Show what changed between two versions of a document, or between two files.
#[derive(Args)]
pub(super) struct Diff {
    #[command(flatten)]
    site: SiteArgs,
    /// The document's id, such as policy/leave; or the older file, which ends in .md
    #[arg(value_name = "DOCUMENT or OLD.md")]
    first: String,
    /// The older version [default: the one before the newer]; or the newer file
    #[arg(value_name = "FROM or NEW.md")]
    second: Option<String>,
    /// The newer version [default: the one in force]
    #[arg(value_name = "TO")]
    third: Option<String>,
    /// The language whose texts are compared [default: the site's first; of files, as named, or en]
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// How the changes are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// End with status 1 when there are changes
    #[arg(long)]
    exit_code: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For programs
    Json,
}

impl Diff {
    pub fn run(&self) -> Outcome {
        let compared = match texts::read(self) {
            Ok(compared) => compared,
            Err(outcome) => return outcome,
        };
        let comparison = diff::compare(&compared.old.tree, &compared.new.tree, &compared.language);
        let written = match self.format {
            Format::Text => Ok(String::new()),
            Format::Json => json(&compared, &comparison),
        };
        match written {
            Ok(written) => anstream::println!("{written}"),
            Err(error) => return fault(&error.to_string(), ""),
        }
        let has_changes = !comparison.is_empty();
        if self.exit_code && has_changes { Outcome::Findings } else { Outcome::Done }
    }
}

fn json(compared: &Compared, comparison: &Comparison<'_>) -> Result<String, serde_json::Error> {
    let side = |side: &'_ texts::ComparedText| side.tree.title();
    let (old_title, new_title) = (side(&compared.old), side(&compared.new));
    let old = json::Text { source: &compared.old.source, title: old_title.as_deref() };
    let new = json::Text { source: &compared.new.source, title: new_title.as_deref() };
    serde_json::to_string_pretty(&json::document(comparison, old, new, &notes::message))
}

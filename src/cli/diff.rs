//! `canllaw diff`.

mod notes;
pub(super) mod texts;

use anstream::{AutoStream, ColorChoice};
use clap::{Args, ValueEnum};

use super::{Outcome, SiteArgs, fault};
use crate::diff::terminal::{self, Layout};
use crate::diff::{self, Comparison, json};
use crate::language::LanguageCode;
use crate::page::labels::ThemeLabels;
use crate::render::Theme;
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
            Format::Text => text(&compared, &comparison),
            Format::Json => json(&compared, &comparison),
        };
        match written {
            Ok(written) => anstream::print!("{written}"),
            Err(outcome) => return outcome,
        }
        let has_changes = !comparison.is_empty();
        if self.exit_code && has_changes {
            Outcome::Findings
        } else {
            Outcome::Done
        }
    }
}

/// A comparison for reading.
///
/// # Errors
/// How the command ends, everything said, when there are no words for its labels.
pub(super) fn shown(compared: &Compared) -> Result<String, Outcome> {
    let comparison = diff::compare(&compared.old.tree, &compared.new.tree, &compared.language);
    text(compared, &comparison)
}

/// For reading: as wide as the terminal; in a pipe, as wide as a page of a letter.
fn text(compared: &Compared, comparison: &Comparison<'_>) -> Result<String, Outcome> {
    let language = &compared.language;
    let theme = Theme::built_in(std::slice::from_ref(language));
    let (theme, language) = match theme {
        Ok(theme) => (theme, language.clone()),
        // The labels of a language that is not built in are in English.
        Err(_) => (english()?, LanguageCode::english()),
    };
    let labels = ThemeLabels {
        wording: &theme,
        language: &language,
    };
    let layout = Layout {
        width: terminal_width(),
        colour: AutoStream::choice(&std::io::stdout()) != ColorChoice::Never,
    };
    Ok(terminal::write(
        comparison,
        &compared.old.source,
        &compared.new.source,
        &labels,
        layout,
    ))
}

fn english() -> Result<Theme, Outcome> {
    Theme::built_in(&[LanguageCode::english()]).map_err(|faults| {
        super::report::findings(&faults);
        Outcome::Fault
    })
}

fn terminal_width() -> usize {
    const IN_A_PIPE: usize = 80;
    let size = rustix::termios::tcgetwinsize(std::io::stdout());
    size.map_or(IN_A_PIPE, |size| {
        usize::from(size.ws_col).max(IN_A_PIPE / 2)
    })
}

fn json(compared: &Compared, comparison: &Comparison<'_>) -> Result<String, Outcome> {
    let (old_title, new_title) = (compared.old.tree.title(), compared.new.tree.title());
    let old = json::Text {
        source: &compared.old.source,
        title: old_title.as_deref(),
    };
    let new = json::Text {
        source: &compared.new.source,
        title: new_title.as_deref(),
    };
    let document = json::document(comparison, old, new, &notes::message);
    let written = serde_json::to_string_pretty(&document);
    written
        .map(|json| json + "\n")
        .map_err(|error| fault(&error.to_string(), ""))
}

//! `canllaw diff`.

mod circulated;
mod files;
pub(super) mod texts;

use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use clap::{Args, ValueEnum};

use super::terminal::{PLAIN_WIDTH, terminal_width};
use super::{Outcome, SiteArgs, fault, results, say};
use canllaw::diff::terminal::{self, Layout};
use canllaw::diff::{self, Comparison, json};
use canllaw::language::LanguageCode;
use canllaw::page::labels::ThemeLabels;
use canllaw::readable::{readable, width as columns};
use canllaw::render::Theme;
use texts::Compared;

/// Show what changed between two versions of a document, or between two files.
#[derive(Args)]
pub(super) struct Diff {
    #[command(flatten)]
    site: SiteArgs,
    /// The document's id, such as policy/leave; or the older file, which ends in .md
    #[arg(value_name = "DOCUMENT or OLD.md")]
    first: String,
    /// The older version [default: the one before the newer]; a draft or a version to come that is named alone
    /// is the newer one; or the newer file
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
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
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
    /// One file for a browser, which needs nothing beside itself
    Html,
}

impl Diff {
    pub fn run(&self) -> Outcome {
        let compared = match texts::read(self) {
            Ok(compared) => compared,
            Err(outcome) => return outcome,
        };
        let comparison = diff::compare(&compared.old.tree, &compared.new.tree, &compared.language);
        match self.written(&compared, &comparison) {
            Ok(written) => {
                if let Err(outcome) = results::to(self.output.as_deref(), &written) {
                    return outcome;
                }
            }
            Err(outcome) => return outcome,
        }
        let has_changes = !comparison.is_empty() || !files::changed(&compared).is_empty();
        if self.exit_code && has_changes {
            Outcome::Findings
        } else {
            Outcome::Done
        }
    }

    fn written(&self, compared: &Compared, comparison: &Comparison<'_>) -> Result<String, Outcome> {
        let words = Words::of(compared)?;
        match self.format {
            Format::Text => Ok(text(compared, comparison, &words, self.layout())),
            Format::Json => json(compared, comparison, &words),
            Format::Html => circulated::write(compared, comparison, &words),
        }
    }

    /// As wide as the terminal; in a pipe or a file, as wide as a page of a letter.
    fn layout(&self) -> Layout {
        let own = terminal_width(std::io::stdout()).filter(|_| self.output.is_none());
        let is_colour = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
        Layout {
            width: own.map_or(PLAIN_WIDTH, |columns| columns.max(PLAIN_WIDTH / 2)),
            colour: is_colour && self.output.is_none(),
        }
    }
}

/// A comparison for reading, as wide as a page of a letter.
///
/// # Errors
/// How the command ends, everything said, when there are no words for its labels.
pub(super) fn shown(compared: &Compared) -> Result<String, Outcome> {
    let comparison = diff::compare(&compared.old.tree, &compared.new.tree, &compared.language);
    let layout = Layout {
        width: PLAIN_WIDTH,
        colour: AutoStream::choice(&std::io::stderr()) != ColorChoice::Never,
    };
    Ok(text(compared, &comparison, &Words::of(compared)?, layout))
}

/// The theme, and the language in which it has words for these texts.
struct Words {
    theme: Theme,
    language: LanguageCode,
}

impl Words {
    fn of(compared: &Compared) -> Result<Words, Outcome> {
        let language = compared.language.clone();
        if let Ok(theme) = Theme::built_in(std::slice::from_ref(&language)) {
            return Ok(Words { theme, language });
        }
        // Of a language that is not built in, the labels are in English.
        let language = LanguageCode::english();
        let theme = Theme::built_in(std::slice::from_ref(&language)).map_err(|faults| {
            super::report::findings(&faults);
            Outcome::Fault
        })?;
        Ok(Words { theme, language })
    }

    fn labels(&self) -> ThemeLabels<'_> {
        ThemeLabels::new(&self.theme, &self.language)
    }
}

/// For reading: which texts and how much, the changes, and what else there is to know.
fn text(compared: &Compared, comparison: &Comparison<'_>, words: &Words, layout: Layout) -> String {
    let labels = words.labels();
    let (old, new) = (&compared.old.source, &compared.new.source);
    let files = files::text(&files::changed(compared), &labels);
    if comparison.is_empty() {
        // No result is no output, as a program expects; a reader is told.
        say(&labels.no_changes());
        return terminal::notes(comparison, old, new, &|note| labels.note(note)) + &files;
    }
    let counts = in_lines(&labels.counts(comparison), layout.width);
    let [before, after] = [old.path(), new.path()].map(readable);
    let head = format!("--- {before}\n+++ {after}\n{counts}\n\n");
    head + &terminal::write(comparison, old, new, &labels, layout)
        + &terminal::notes(comparison, old, new, &|note| labels.note(note))
        + &files
}

/// Short texts in lines of a width, two spaces between them.
fn in_lines(texts: &[String], width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for text in texts {
        let length = columns(text) + 2;
        match lines.last_mut() {
            Some(line) if columns(line) + length <= width => {
                line.push_str("  ");
                line.push_str(text);
            }
            _ => lines.push(text.clone()),
        }
    }
    lines.join("\n")
}

fn json(
    compared: &Compared,
    comparison: &Comparison<'_>,
    words: &Words,
) -> Result<String, Outcome> {
    let (old_title, new_title) = (compared.old.tree.title(), compared.new.tree.title());
    let old = json::Text {
        source: &compared.old.source,
        title: old_title.as_deref(),
    };
    let new = json::Text {
        source: &compared.new.source,
        title: new_title.as_deref(),
    };
    let labels = words.labels();
    let files = files::changed(compared);
    let document = json::document(comparison, old, new, &|note| labels.note(note))
        .with_files(files::records(&files));
    let written = serde_json::to_string_pretty(&document);
    written
        .map(|json| json + "\n")
        .map_err(|error| fault(&error.to_string(), ""))
}

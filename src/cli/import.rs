//! `canllaw import`: texts back from translators.

use std::path::PathBuf;

use clap::Args;

use super::load::{ReadSite, read_site};
use super::{Outcome, SiteArgs, fault, report, say};
use canllaw::authoring::import::{Imported, NotImported, Request, import};
use canllaw::diagnostic::Code;
use canllaw::source::{Root, Source, read_given_text};

/// Put a translation from an XLIFF file into a draft.
#[derive(Args)]
pub(super) struct Import {
    #[command(flatten)]
    site: SiteArgs,
    /// The document that it becomes a draft of
    #[arg(long = "as", value_name = "DOCUMENT")]
    document: String,
    /// The draft: a word such as april, or the name of its folder
    #[arg(long, value_name = "NAME", default_value = "draft")]
    draft: String,
    /// Put it in the place of a text of the draft that no version has
    #[arg(long)]
    replace: bool,
    /// The XLIFF file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Import {
    pub fn run(&self) -> Outcome {
        match self.import() {
            Ok(outcome) | Err(outcome) => outcome,
        }
    }

    fn import(&self) -> Result<Outcome, Outcome> {
        let ReadSite { root, site } = read_site(&self.site)?;
        let file = self.read_file()?;
        let request = Request {
            document: &self.document,
            draft: &self.draft,
            replace: self.replace,
        };
        match import(&root, &site, request, &file) {
            Ok(imported) => {
                told(&root, &imported);
                Ok(Outcome::Done)
            }
            Err(refusal) => Err(not_imported(&refusal)),
        }
    }

    /// The file, whose places are named by the path that was given.
    fn read_file(&self) -> Result<Source, Outcome> {
        read_given_text(&self.file).map_err(|found| {
            let shown = self.file.display();
            let message = format!("`{shown}` cannot be read: {}", found.message);
            let help = match found.code {
                Code::InvalidUtf8 => &found.help,
                _ => "Check the path.",
            };
            fault(&message, help)
        })
    }
}

/// Says why nothing was written, and how the command ends.
fn not_imported(why: &NotImported) -> Outcome {
    let found = why.findings();
    if found.is_empty() {
        return fault(&why.to_string(), &why.help());
    }
    report::findings(found);
    Outcome::Findings
}

/// Says what was written, and what to look at.
fn told(root: &Root, imported: &Imported) {
    let written = root.locate(&imported.path);
    let written = written.strip_prefix(".").unwrap_or(&written);
    say(&format!("Written to {}.", written.display()));
    if imported.untranslated > 0 {
        say(&format!(
            "Without a translation, so that the source stands in their place: {}.",
            imported.untranslated
        ));
    }
    if imported.pending > 0 {
        say(&format!(
            "Marked in the file as yet to be translated, with words that are not the source's, which were taken: {}.",
            imported.pending
        ));
    }
    report::findings(&imported.doubtful);
}

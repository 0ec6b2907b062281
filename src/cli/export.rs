//! `canllaw export`: texts for translators.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::load::{ReadSite, read_site};
use super::{Outcome, SiteArgs, fault, not_found, report, results, say, was_removed};
use canllaw::content::{ReadText, read_text};
use canllaw::exchange::{self, Side};
use canllaw::language::LanguageCode;
use canllaw::model::{Document, Site, Version};
use canllaw::source::Root;

/// Write a version for translation tools, with what the version before had.
#[derive(Args)]
pub(super) struct Export {
    #[command(flatten)]
    site: SiteArgs,
    /// How it is written
    #[arg(long, value_enum)]
    format: Format,
    /// The language that is translated from [default: the site's first]
    #[arg(long, value_name = "LANGUAGE")]
    from: Option<String>,
    /// The language that is translated into [default: the site's first that is another]
    #[arg(long, value_name = "LANGUAGE")]
    to: Option<String>,
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The document's id, such as policy/leave
    #[arg(value_name = "DOCUMENT")]
    document: String,
    /// The version [default: the first draft, or the version in force]
    #[arg(value_name = "VERSION")]
    version: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// XLIFF 1.2
    Xliff,
}

impl Export {
    pub fn run(&self) -> Outcome {
        let Format::Xliff = self.format;
        match self.export() {
            Ok(outcome) | Err(outcome) => outcome,
        }
    }

    fn export(&self) -> Result<Outcome, Outcome> {
        let ReadSite { root, site } = read_site(&self.site)?;
        let site = &site;
        let document = site
            .find_document(&self.document)
            .map_err(|missing| not_found(&missing))?;
        let at = self.version(site, document)?;
        let version = &document.versions[at];
        if version.is_removed() {
            return Err(was_removed(version));
        }
        let (from, to) = self.languages(site)?;
        let source = text(&root, site, version, &from)?.ok_or_else(|| {
            let message = format!("the version `{}` has no text in `{from}`", version.id);
            fault(&message, "Name another language with --from.")
        })?;
        let target = text(&root, site, version, &to)?;
        let before = match document.translated_before(at, [&from, &to]) {
            None => None,
            Some(before) => {
                let before = &document.versions[before];
                Some((
                    before.id.to_string(),
                    text(&root, site, before, &from)?,
                    text(&root, site, before, &to)?,
                ))
            }
        };
        let before = before.as_ref();
        let before = before.and_then(|(id, old, translated)| {
            Some((id.as_str(), old.as_ref()?, translated.as_ref()?))
        });
        let side = Side {
            language: &from,
            read: &source,
        };
        let ids = (document.id.as_str(), version.id.as_str());
        let made = exchange::document(ids, side, (&to, target.as_ref()), before);
        let written = exchange::write(&made);
        let written = written.map_err(|error| {
            let help = "Remove the sign: it cannot be seen, and came in by pasting.";
            fault(&error.to_string(), help)
        })?;
        if made.left_out > 0 {
            say(&format!(
                "Blocks of the translation that have no counterpart, and are left out: {}.",
                made.left_out
            ));
        }
        results::to(self.output.as_deref(), &written)?;
        Ok(Outcome::Done)
    }

    fn version(&self, site: &Site, document: &Document) -> Result<usize, Outcome> {
        let versions = &document.versions;
        match &self.version {
            Some(written) => {
                let found = document.find_version(written);
                found.map_err(|missing| not_found(&missing))
            }
            None => versions
                .iter()
                .position(Version::is_draft)
                .or_else(|| document.shown(site.on()))
                .ok_or_else(|| fault("the document has no version", "Write a first text.")),
        }
    }

    fn languages(&self, site: &Site) -> Result<(LanguageCode, LanguageCode), Outcome> {
        let known = |written: &String| {
            let found = site.languages().find(|code| code.as_str() == written);
            found.cloned().ok_or_else(|| {
                let message = format!("`{written}` is not a language of this site");
                fault(&message, "Give the code of one, as in site.yaml.")
            })
        };
        let stated = self.to.as_ref().map(known).transpose()?;
        let from = match &self.from {
            Some(written) => known(written)?,
            None => site
                .languages()
                .find(|code| Some(*code) != stated.as_ref())
                .cloned()
                .unwrap_or_else(LanguageCode::english),
        };
        let to = stated.or_else(|| site.languages().find(|code| **code != from).cloned());
        match to {
            Some(to) if to != from => Ok((from, to)),
            _ => Err(fault(
                "there is no other language to translate into",
                "Name two languages of the site with --from and --to.",
            )),
        }
    }
}

fn text(
    root: &Root,
    site: &Site,
    version: &Version,
    language: &LanguageCode,
) -> Result<Option<ReadText>, Outcome> {
    let Some(text) = version.text(language) else {
        return Ok(None);
    };
    // What there is to find in it, `check` says.
    let mut ignored = Vec::new();
    let read = read_text(root, &text.path, site.config.html, &mut ignored);
    read.map(Some).map_err(|found| {
        report::findings(&[*found]);
        Outcome::Findings
    })
}

//! `canllaw seal`.

use clap::Args;

use super::load::check_site;
use super::{Outcome, SiteArgs, fault, not_found, refused, report, say};
use canllaw::authoring;
use canllaw::check::languages::Extent;
use canllaw::config::version::Seal;
use canllaw::diagnostic::{Code, Diagnostic, Severity};
use canllaw::model::{Document, NotFound, Site, Version};
use canllaw::source::Root;

/// Record the fingerprint of a version, so that a later edit is seen.
#[derive(Args)]
pub(super) struct SealVersion {
    #[command(flatten)]
    site: SiteArgs,
    /// Why a version that was edited after it was sealed is sealed again
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The version, such as policy/leave/2024-04-01
    #[arg(value_name = "DOCUMENT/VERSION")]
    version: String,
}

impl SealVersion {
    pub fn run(&self) -> Outcome {
        let opened = match check_site(&self.site, Extent::WhereRequired) {
            Ok(opened) => opened,
            Err(unopened) => return unopened.say(),
        };
        if let Ok(document) = opened.loaded.site.find_document(&self.version) {
            return versions_of(document);
        }
        let version = match opened.loaded.site.find_document_version(&self.version) {
            Some(Ok((document, at))) => &document.versions[at],
            Some(Err(missing)) => return not_found(&self.missing(&opened.loaded.site, missing)),
            None => {
                let message = format!("`{}` names no version", self.version);
                let help = "Name a document by its folder below `content`, and one of its versions: policy/leave/2024-04-01.";
                return fault(&message, help);
            }
        };
        if version.is_draft() || version.is_removed() {
            let message = format!("`{}` is a draft, or its text was removed", self.version);
            return fault(
                &message,
                "Only a version with a day of effect can be sealed.",
            );
        }
        if version.is_sealed() {
            say(&format!(
                "{} is sealed already, and as it was.",
                self.version
            ));
            return Outcome::Done;
        }
        let faults = faults_of(version, &opened.loaded.findings);
        if !faults.is_empty() {
            report::findings(&faults);
            say("Nothing was sealed.");
            return Outcome::Findings;
        }
        match self.new_seal(&opened.loaded.site, version) {
            Ok(seal) => write(&opened.root, &opened.loaded.site, version, &seal),
            Err(outcome) => outcome,
        }
    }

    /// What is not there: the version; or the document, where the name of one was begun and no version named.
    fn missing(&self, site: &Site, version: NotFound) -> NotFound {
        let names_document = site.ending_as(&self.version).is_some();
        let document = site.find_document(&self.version).err();
        document.filter(|_| names_document).unwrap_or(version)
    }

    fn new_seal(&self, site: &Site, version: &Version) -> Result<Seal, Outcome> {
        match (&version.config.seal, &self.note) {
            (None, _) => Ok(version.new_seal()),
            (Some(_), Some(note)) if !note.trim().is_empty() => {
                Ok(version.new_seal_again(site.on(), note))
            }
            (Some(_), _) => {
                let message = format!("`{}` was edited after it was sealed", self.version);
                let help = "Say with --note why the edit changes nothing that was published; or undo it; or publish it as a correction.";
                Err(fault(&message, help))
            }
        }
    }
}

/// What to say to whoever named a document and none of its versions.
fn versions_of(document: &Document) -> Outcome {
    let message = format!(
        "`{}` is a document: a seal is that of one version",
        document.id
    );
    let mut newest_first = document.versions.iter().rev();
    let newest = newest_first.find(|version| !version.is_draft());
    let help = match newest {
        Some(version) => format!(
            "Name the version as well, such as {}/{}.",
            document.id, version.id
        ),
        None => "It has no version yet.".to_owned(),
    };
    fault(&message, &help)
}

/// What stands against sealing: errors in the version's own files, other than a broken seal.
fn faults_of(version: &Version, findings: &[Diagnostic]) -> Vec<Diagnostic> {
    let folder = format!("{}/", version.folder);
    let is_own = |path: &str| path == version.folder || path.starts_with(&folder);
    let faults = findings.iter().filter(|found| {
        found.severity == Severity::Error
            && found.code != Code::SealBroken
            && is_own(&found.place.path)
    });
    faults.cloned().collect()
}

/// Writes the seal's own lines.
fn write(root: &Root, site: &Site, version: &Version, seal: &Seal) -> Outcome {
    let languages = site.config.language_codes();
    match authoring::seal(root, &version.folder, seal, &languages) {
        Ok(()) => {
            say(&format!("Sealed in {}/version.yaml.", version.folder));
            Outcome::Done
        }
        Err(refusal) => refused(&refusal),
    }
}

//! `canllaw build`.

use std::path::PathBuf;

use clap::Args;

use super::load::{Drafts, Opened, open};
use super::progress::Progress;
use super::{Outcome, SiteArgs, fault, report, sealed};
use crate::build::{BuildError, Built, Job, build};
use crate::diagnostic::has_errors;

/// Write the site.
#[derive(Args)]
pub(super) struct Build {
    #[command(flatten)]
    site: SiteArgs,
    /// The folder that the site is written to
    #[arg(long, short, value_name = "DIR", default_value = "public")]
    output: PathBuf,
    /// Show drafts and versions that are not published yet, marked
    #[arg(long)]
    drafts: bool,
}

impl Build {
    pub fn run(&self) -> Outcome {
        let drafts = if self.drafts {
            Drafts::Read
        } else {
            Drafts::Left
        };
        let Opened { root, loaded } = match open(&self.site, drafts) {
            Ok(opened) => opened,
            Err(outcome) => return outcome,
        };
        report::findings(&loaded.findings);
        sealed::show_edits(&root, &loaded.site, &loaded.findings);
        let theme = match &loaded.theme {
            Some(theme) if !has_errors(&loaded.findings) => theme,
            _ => {
                anstream::eprintln!("Nothing was written.");
                return Outcome::Findings;
            }
        };
        let progress = Progress::new("documents");
        let job = Job {
            root: &root,
            site: &loaded.site,
            theme,
            output: &self.output,
            progress: &|done, total| progress.show(done, total),
        };
        let built = build(&job);
        progress.clear();
        match built {
            Ok(built) => self.say(&built),
            Err(BuildError::Content(findings)) => {
                report::findings(&findings);
                anstream::eprintln!("Nothing was written.");
                Outcome::Findings
            }
            Err(BuildError::Search(error)) => fault(&error.to_string(), ""),
            Err(BuildError::Publish(error)) => fault(&error.to_string(), &error.help()),
        }
    }

    fn say(&self, built: &Built) -> Outcome {
        let published = &built.published;
        anstream::eprintln!(
            "{} pages in {}: {} files written, {} unchanged, {} removed.",
            built.pages,
            self.output.display(),
            published.written,
            published.unchanged,
            published.removed,
        );
        if published.carried_over > 0 {
            anstream::eprintln!(
                "{} files that Canllaw did not write were kept.",
                published.carried_over
            );
        }
        Outcome::Done
    }
}

//! `canllaw build`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::load::{CheckedSite, Drafts, load_to_build};
use super::progress::Progress;
use super::{Outcome, SiteArgs, fault, report, say, sealed};
use canllaw::build::{BuildError, Built, Job, build};
use canllaw::diagnostic::has_errors;

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
        let CheckedSite { root, loaded } = match load_to_build(&self.site, drafts) {
            Ok(opened) => opened,
            Err(outcome) => return outcome,
        };
        report::findings(&loaded.findings);
        anstream::eprint!("{}", sealed::edits(&root, &loaded.site, &loaded.findings));
        let theme = match &loaded.theme {
            Some(theme) if !has_errors(&loaded.findings) => theme,
            _ => {
                say("Nothing was written.");
                return Outcome::Findings;
            }
        };
        let progress = Progress::new("documents");
        let job = Job {
            root: &root,
            site: &loaded.site,
            trees: &loaded.trees,
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
                say("Nothing was written.");
                Outcome::Findings
            }
            Err(BuildError::Search(error)) => fault(&error.to_string(), ""),
            Err(BuildError::Publish(error)) => fault(&error.to_string(), &error.help()),
        }
    }

    fn say(&self, built: &Built) -> Outcome {
        say(&told(built, &self.output).join("\n"));
        Outcome::Done
    }
}

/// What is said of a site that was written, in lines.
fn told(built: &Built, output: &Path) -> Vec<String> {
    let published = &built.published;
    let mut lines = vec![format!(
        "{} pages in {}: {} files written, {} unchanged, {} removed.",
        built.pages,
        output.display(),
        published.written,
        published.unchanged,
        published.removed,
    )];
    if published.carried_over > 0 {
        lines.push(format!(
            "{} files that Canllaw did not write were kept.",
            published.carried_over
        ));
    }
    let left_behind = published.left_behind.iter();
    lines.extend(left_behind.map(|left| format!("warning: {left}")));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use canllaw::publish::{LeftBehind, Published};

    fn told_of(left_behind: Option<LeftBehind>) -> String {
        let built = Built {
            published: Published {
                left_behind,
                ..Published::default()
            },
            pages: 3,
        };
        told(&built, Path::new("public")).join("\n")
    }

    #[test]
    fn a_folder_that_is_left_behind_is_warned_of_with_what_to_do() {
        let folder = Path::new("site/.public.canllaw-build-x");
        let warning = told_of(Some(LeftBehind::NotCarriedOver(folder.to_owned())));
        let of_folder = warning.lines().find(|line| line.starts_with("warning: "));
        let of_folder = of_folder.unwrap();
        for said in [
            ".public.canllaw-build-x",
            "files that somebody put into the output",
            "Look through it",
            "delete it",
        ] {
            assert!(of_folder.contains(said), "{said:?} in {of_folder}");
        }
        let remains = told_of(Some(LeftBehind::Remains(folder.to_owned())));
        assert!(remains.contains("warning: ") && remains.contains("next build"));
        assert!(!remains.contains("somebody"));
        assert!(!told_of(None).contains("warning"));
    }
}

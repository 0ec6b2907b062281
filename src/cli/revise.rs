//! `canllaw revise`.

use clap::Args;

use super::load::{ReadSite, read_site};
use super::{Outcome, SiteArgs, refused, results, say};
use canllaw::authoring::revise::revise;

/// Make a draft of a document, in every language, from the version in force.
#[derive(Args)]
pub(super) struct Revise {
    /// The document: the path of its folder below content
    #[arg(value_name = "DOCUMENT")]
    document: String,
    /// The version that the draft is made from [default: the one in force]
    #[arg(long, value_name = "VERSION")]
    from: Option<String>,
    /// A name for the draft, so that several can stand side by side
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    site: SiteArgs,
}

impl Revise {
    pub fn run(&self) -> Outcome {
        let ReadSite { root, site } = match read_site(&self.site) {
            Ok(read) => read,
            Err(outcome) => return outcome,
        };
        let (from, name) = (self.from.as_deref(), self.name.as_deref());
        match revise(&root, &site, &self.document, from, name) {
            Ok(revised) => {
                let written = results::to_stdout(&format!("{}\n", revised.folder));
                say(&format!(
                    "A draft was made from the version {}.",
                    revised.based_on
                ));
                for (version, day) in &revised.to_come {
                    say(&format!(
                        "The version {version} takes effect on {day}: a draft for a later day is made from it, with --from {version}."
                    ));
                }
                results::ended(written)
            }
            Err(refusal) => refused(&refusal),
        }
    }
}

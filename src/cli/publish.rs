//! `canllaw publish`.

use clap::Args;
use jiff::civil::Date;

use super::load::check_site;
use super::{Outcome, SiteArgs, date_argument, refused, report, results, say};
use canllaw::authoring::publish::{Request, publish};
use canllaw::check::languages::Extent;

/// Make a version of a draft: checked and sealed.
#[derive(Args)]
pub(super) struct Publish {
    /// The document: the path of its folder below content
    #[arg(value_name = "DOCUMENT")]
    document: String,
    /// The draft, where there are several
    #[arg(long, value_name = "NAME")]
    draft: Option<String>,
    /// The day on which it takes effect, such as 2027-04-01
    #[arg(long, value_name = "DATE", value_parser = date_argument)]
    effective: Date,
    #[command(flatten)]
    site: SiteArgs,
}

impl Publish {
    pub fn run(&self) -> Outcome {
        let opened = match check_site(&self.site, Extent::WhereRequired) {
            Ok(opened) => opened,
            Err(unopened) => return unopened.say(),
        };
        let request = Request {
            document: &self.document,
            draft: self.draft.as_deref(),
            effective: self.effective,
        };
        let loaded = &opened.loaded;
        let done = publish(
            &opened.root,
            &loaded.site,
            &loaded.findings,
            request,
            &mut || {},
        );
        match done {
            Ok(published) => {
                let written = results::to_stdout(&format!("{}\n", published.folder));
                say(&format!("{} became this version.", published.from));
                say(&format!("Its seal: {}", published.seal));
                if !published.broken.is_empty() {
                    say("");
                    report::findings(&published.broken);
                }
                results::ended(written)
            }
            Err(refusal) => refused(&refusal),
        }
    }
}

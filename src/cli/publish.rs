//! `canllaw publish`.

use clap::Args;
use jiff::civil::Date;

use super::load::check_site;
use super::{Outcome, SiteArgs, date_argument, refused, report, results, say};
use canllaw::authoring::publish::{Published, Request, publish};
use canllaw::check::languages::Extent;
use canllaw::diagnostic::in_shell;

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
    /// The day from which readers can read it [default: the day on which it takes effect]
    #[arg(long, value_name = "DATE", value_parser = date_argument)]
    published: Option<Date>,
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
            published: self.published,
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
                say_what_holds(&published, loaded.site.on());
                let left = [&published.broken[..], &published.undone_later].concat();
                if !left.is_empty() {
                    say("");
                    report::findings(&left);
                }
                results::ended(written)
            }
            Err(refusal) => refused(&refusal),
        }
    }
}

/// Says what became of the draft: from when it holds and can be read, and what is to be done next.
fn say_what_holds(published: &Published, today: Date) {
    let Published { from, folder, .. } = published;
    let fingerprint = published.seal.lines().next().unwrap_or_default();
    say(&format!(
        "{from} became this version, and is sealed: {fingerprint}"
    ));
    let (begins, read) = (published.effective_from, published.published_on);
    let takes_effect = match begins.date() {
        Some(day) => format!("It takes effect on {day}"),
        None => format!("It takes effect by {}", begins.by),
    };
    let same_day = begins.date() == Some(read);
    match same_day {
        true => say(&format!(
            "{takes_effect}, and readers can read it from that day."
        )),
        false => say(&format!(
            "{takes_effect}, and readers can read it from {read}."
        )),
    }
    let again = || {
        let version = folder.trim_start_matches("content/");
        format!(
            "seal it again: `canllaw seal {} --note \"…\"`",
            in_shell(version)
        )
    };
    if same_day && read > today {
        say(&format!(
            "To announce it earlier, write `published_on:` and a day in its version.yaml, and {}.",
            again()
        ));
    }
    if published.lacks_note {
        say(&format!(
            "No note tells readers what it changes. To add one, write `change: {{note: …}}` in its version.yaml, and {}.",
            again()
        ));
    }
    match read > today {
        true => say(&format!("Next: `canllaw build`, on {read} or later.")),
        false => say("Next: `canllaw build`."),
    }
}

//! `canllaw new`.

use std::path::PathBuf;

use clap::Args;
use jiff::tz::TimeZone;

use super::{Outcome, clock, fault, results, say};
use canllaw::authoring::start::start;
use canllaw::diagnostic::in_shell;

/// Make a small site to start from.
#[derive(Args)]
pub(super) struct New {
    /// The folder that the site is put into; it must be empty, but for what is hidden, if it is there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl New {
    pub fn run(&self) -> Outcome {
        let today = clock::today(&TimeZone::system());
        if let Err(error) = start(&self.folder, today) {
            return fault(&error.to_string(), &error.help());
        }
        say(&format!(
            "A site to start from is in {}. See it, and change it, with:",
            self.folder.display()
        ));
        let folder = self.folder.to_string_lossy();
        let command = format!("canllaw serve --site {} --open\n", in_shell(&folder));
        results::ended(results::to_stdout(&command))
    }
}

//! `canllaw new`.

use std::path::PathBuf;

use clap::Args;
use jiff::tz::TimeZone;

use super::{Outcome, clock, fault};
use crate::authoring::start::start;

/// Make a small site to start from.
#[derive(Args)]
pub(super) struct New {
    /// The folder that the site is put into; it must be empty, if it is there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl New {
    pub fn run(&self) -> Outcome {
        let today = clock::today(&TimeZone::system());
        if let Err(error) = start(&self.folder, today) {
            return fault(&error.to_string(), &error.help());
        }
        let folder = self.folder.display();
        anstream::eprintln!("A site to start from is in {folder}. See it, and change it, with:");
        anstream::println!("canllaw serve --site {folder} --open");
        Outcome::Done
    }
}

//! Opening the site that a command is about.

use super::{Outcome, SiteArgs, clock, fault, report};
use canllaw::build::{self, Loaded};
use canllaw::check::languages::Extent;
use canllaw::config::site::SiteConfig;
use canllaw::content::{self, Options, Reading};
use canllaw::diagnostic::{self, Diagnostic};
use canllaw::source::Root;

/// A site's folder and what was read from it.
pub(super) struct Opened {
    pub root: Root,
    pub loaded: Loaded,
}

/// Whether drafts and versions to come are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drafts {
    Read,
    Left,
}

/// Opens the folder of a command's site.
///
/// # Errors
/// How the command ends, everything said, when there is no such folder.
pub(super) fn open_root(args: &SiteArgs) -> Result<Root, Outcome> {
    Root::open(&args.site).map_err(|error| {
        let message = format!(
            "the folder `{}` cannot be opened: {error}",
            args.site.display()
        );
        fault(&message, "Give the site's folder with --site.")
    })
}

/// Reads the site of a command.
///
/// # Errors
/// How the command ends, everything said, when there is no site to read.
pub(super) fn open(args: &SiteArgs, drafts: Drafts) -> Result<Opened, Outcome> {
    try_open(args, drafts, Extent::WhereRequired).map_err(said)
}

/// Reads the site of a command that builds it.
///
/// # Errors
/// As [`open()`].
pub(super) fn open_to_build(args: &SiteArgs, drafts: Drafts) -> Result<Opened, Outcome> {
    opened(args, drafts, build::load).map_err(said)
}

/// Says why there is no site to read, and how the command ends.
fn said(unopened: Unopened) -> Outcome {
    match unopened {
        Unopened::Said(outcome) => outcome,
        Unopened::Found(found) => {
            report::findings(&found);
            Outcome::Findings
        }
    }
}

/// Why there is no site to read.
pub(super) enum Unopened {
    /// There is no folder; that was said, and is how the command ends.
    Said(Outcome),
    /// What is wrong with its `site.yaml`, not yet said.
    Found(Vec<Diagnostic>),
}

/// As [`open()`], where the command itself says what is wrong with `site.yaml`, and the languages are held
/// against each other to some extent.
///
/// # Errors
/// When there is no site to read.
pub(super) fn try_open(
    args: &SiteArgs,
    drafts: Drafts,
    extent: Extent,
) -> Result<Opened, Unopened> {
    opened(args, drafts, |root, config, options, found| {
        build::load_and_check(root, config, options, found, extent)
    })
}

fn opened(
    args: &SiteArgs,
    drafts: Drafts,
    load: impl FnOnce(&Root, SiteConfig, Options, Vec<Diagnostic>) -> Loaded,
) -> Result<Opened, Unopened> {
    let root = open_root(args).map_err(Unopened::Said)?;
    let mut found = Vec::new();
    let Some(config) = content::read_config(&root, &mut found) else {
        diagnostic::sort(&mut found);
        return Err(Unopened::Found(found));
    };
    let on = args.on.unwrap_or_else(|| clock::today(&config.timezone));
    let options = Options {
        on,
        drafts: drafts == Drafts::Read,
        reading: Reading::Whole,
    };
    let loaded = load(&root, config, options, found);
    Ok(Opened { root, loaded })
}

//! Opening the site that a command is about.

use super::{Outcome, SiteArgs, clock, fault, report};
use canllaw::build::{self, Loaded};
use canllaw::check::languages::Extent;
use canllaw::config::site::SiteConfig;
use canllaw::content::{self, Options, Reading};
use canllaw::diagnostic::{self, Diagnostic};
use canllaw::model::Site;
use canllaw::source::Root;

/// A site's folder and the site, its rules not held.
pub(super) struct ReadSite {
    pub root: Root,
    pub site: Site,
}

/// A site's folder and the site, with what is wrong with it.
pub(super) struct CheckedSite {
    pub root: Root,
    pub loaded: Loaded,
}

/// Whether drafts and versions to come are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drafts {
    Read,
    Left,
}

/// Why there is no site to read.
pub(super) enum Unopened {
    /// There is no folder; that was said, and is how the command ends.
    Said(Outcome),
    /// What is wrong with its `site.yaml`, not yet said.
    Found(Vec<Diagnostic>),
}

impl Unopened {
    /// Says why, where that was not said yet, and how the command ends.
    pub fn say(self) -> Outcome {
        match self {
            Unopened::Said(outcome) => outcome,
            Unopened::Found(found) => {
                report::findings(&found);
                Outcome::Findings
            }
        }
    }
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

/// Reads the site of a command that works on a part of it: no rule is held, which on a large site is most of the
/// time.
///
/// # Errors
/// How the command ends, everything said, when there is no site to read.
pub(super) fn read_site(args: &SiteArgs) -> Result<ReadSite, Outcome> {
    let mut begun = begin(args, Drafts::Read).map_err(Unopened::say)?;
    let found = &mut begun.found;
    Ok(ReadSite {
        site: content::read(&begun.root, begun.config, begun.options, found),
        root: begun.root,
    })
}

/// Reads and checks the site of a command, with its drafts; the languages are held against each other to the
/// extent that is asked for.
///
/// # Errors
/// When there is no site to read.
pub(super) fn check_site(args: &SiteArgs, extent: Extent) -> Result<CheckedSite, Unopened> {
    let begun = begin(args, Drafts::Read)?;
    let root = begun.root;
    let loaded = build::load_and_check(&root, begun.config, begun.options, begun.found, extent);
    Ok(CheckedSite { root, loaded })
}

/// Reads and checks the site of a command that builds it.
///
/// # Errors
/// How the command ends, everything said, when there is no site to read.
pub(super) fn load_to_build(args: &SiteArgs, drafts: Drafts) -> Result<CheckedSite, Outcome> {
    let begun = begin(args, drafts).map_err(Unopened::say)?;
    let root = begun.root;
    let loaded = build::load(&root, begun.config, begun.options, begun.found);
    Ok(CheckedSite { root, loaded })
}

/// What there is to go on with once `site.yaml` is read.
struct Begun {
    root: Root,
    config: SiteConfig,
    options: Options,
    found: Vec<Diagnostic>,
}

fn begin(args: &SiteArgs, drafts: Drafts) -> Result<Begun, Unopened> {
    let root = open_root(args).map_err(Unopened::Said)?;
    let mut found = Vec::new();
    let Some(config) = content::read_config(&root, &mut found) else {
        diagnostic::sort(&mut found);
        return Err(Unopened::Found(found));
    };
    let options = Options {
        on: args.on.unwrap_or_else(|| clock::today(&config.timezone)),
        drafts: drafts == Drafts::Read,
        reading: Reading::Whole,
    };
    Ok(Begun {
        root,
        config,
        options,
        found,
    })
}

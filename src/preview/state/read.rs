//! Reading a whole site for the preview: as a check does, but what holds the languages against each
//! other is left to the pages of drafts, which show it.

use super::{Findings, Loading, Today};
use crate::build;
use crate::check::{self, LinkMap};
use crate::content::{self, Options, Reading};
use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::render::Theme;
use crate::source::Root;

/// A site as it is on the disk, with what is wrong with it.
pub(super) struct Read {
    pub site: Site,
    pub links: LinkMap,
    pub theme: Result<Theme, Vec<Diagnostic>>,
    pub findings: Findings,
}

/// Reads the site in a folder, its texts to some extent. Rules are held over whole texts alone.
///
/// # Errors
/// When there is no `site.yaml` that can be read.
pub(super) fn read(root: &Root, today: &Today, reading: Reading) -> Result<Read, Loading> {
    let mut found = Vec::new();
    let Some(config) = content::read_config(root, &mut found) else {
        return Err(Loading(found));
    };
    let options = Options {
        on: today(&config.timezone),
        drafts: true,
        reading,
    };
    let checks = config.checks.clone();
    let build::Read { site, links, theme } = build::read(root, config, options, &mut found);
    let mut findings = Findings::default();
    findings.take_reading(&site, checks.apply(found));
    if reading == Reading::Whole {
        for (owner, found) in check::check_by_owner(root, &site) {
            findings.set_rules(owner, checks.apply(found));
        }
    }
    Ok(Read {
        site,
        links,
        theme,
        findings,
    })
}

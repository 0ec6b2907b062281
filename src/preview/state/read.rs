//! Reading a whole site for the preview: as a check does, but what holds the languages against each
//! other is left to the pages of drafts, which show it.

use super::{Findings, Loading, Today};
use crate::check::{self, LinkMap};
use crate::config::site::SiteConfig;
use crate::content::{self, Options, Reading};
use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::render::Theme;
use crate::source::Root;

/// A site as it is on the disk.
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
    let (site, theme) = rayon::join(
        || content::read(root, config.clone(), options, &mut found),
        || load_theme(root, &config),
    );
    let mut site = site;
    let links = LinkMap::of(&mut site);
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

/// Loads the theme of a site.
pub(super) fn load_theme(root: &Root, config: &SiteConfig) -> Result<Theme, Vec<Diagnostic>> {
    let name = config.theme.as_ref();
    let name = name.map_or("default", |name| name.value.as_str());
    Theme::load(root, name, &config.language_codes())
}

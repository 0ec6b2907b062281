//! The first pass: the facts of a site, and what is wrong with it.

use std::collections::HashSet;

use crate::check::{
    self, LinkMap,
    languages::{Extent, Languages},
};
use crate::config::site::SiteConfig;
use crate::content::{self, KeptTrees};
use crate::diagnostic::{self, Code, Diagnostic, Severity};
use crate::model::Site;
use crate::render::Theme;
use crate::source::Root;

/// Of texts of how many bytes in all the trees are kept from reading a site to making its pages. That is the
/// whole of most sites, and less than what the search index takes at the end, when no tree is left.
const KEPT_TEXTS: usize = 16 * 1024 * 1024;

/// A site with what was found in it, weighed as its `checks` say.
pub struct Loaded {
    /// The site.
    pub site: Site,
    /// Its theme, where that works.
    pub theme: Option<Theme>,
    /// What was found, in the order of places.
    pub findings: Vec<Diagnostic>,
    /// What came of holding its languages against each other. Its findings are among those above too, weighed.
    pub languages: Languages,
    /// The trees that are kept for [`build`](super::build()).
    pub trees: KeptTrees,
}

/// Reads a site that is to be built and its theme, and checks its rules; the languages are held against each
/// other where parity is required. `found` is what reading `site.yaml` found.
pub fn load(
    root: &Root,
    config: SiteConfig,
    options: content::Options,
    mut found: Vec<Diagnostic>,
) -> Loaded {
    let trees = KeptTrees::with_room(KEPT_TEXTS);
    let read = read_keeping(root, config, options, &trees, &mut found);
    let mut loaded = Loaded {
        trees,
        ..checked(root, read, found, Extent::WhereRequired)
    };
    loaded.let_what_is_unpublished_wait();
    loaded
}

/// The same for a site that is not built, with the languages held against each other to the extent that is
/// asked for.
pub fn load_and_check(
    root: &Root,
    config: SiteConfig,
    options: content::Options,
    mut found: Vec<Diagnostic>,
    extent: Extent,
) -> Loaded {
    let read = read(root, config, options, &mut found);
    checked(root, read, found, extent)
}

/// Checks the rules of a site. No tree is kept.
fn checked(root: &Root, read: Read, mut found: Vec<Diagnostic>, extent: Extent) -> Loaded {
    let Read { site, theme, .. } = read;
    found.extend(check::check(root, &site));
    let languages = check::languages::check(root, &site, extent, &found);
    found.extend(languages.findings.iter().cloned());
    let theme = theme.map_err(|faults| found.extend(faults)).ok();
    found.extend(theme.iter().flat_map(|theme| covered_by(theme, &site)));
    found.extend(theme.iter().flat_map(|theme| theme.warnings.clone()));
    let mut findings = site.config.checks.apply(found);
    diagnostic::sort(&mut findings);
    Loaded {
        site,
        theme,
        findings,
        languages,
        trees: KeptTrees::none(),
    }
}

/// Static files at an address that a file of the theme has.
fn covered_by(theme: &Theme, site: &Site) -> Vec<Diagnostic> {
    let files = site.static_files.iter();
    let covered = files.filter(|file| theme.has_asset(&file.address));
    let collision = |file| {
        let found = content::static_file_collision(file, "a file of the theme");
        let help = format!(
            "{} To have it instead of the theme's own, put it into the folder `static` of the theme.",
            found.help
        );
        found.help(help)
    };
    covered.map(collision).collect()
}

impl Loaded {
    /// Lets a build of drafts go on without a language that a version still lacks: until readers may see it the
    /// text can come. `check` calls that an error all the same, and `publish` waits for it.
    fn let_what_is_unpublished_wait(&mut self) {
        let site = &self.site;
        let versions = site.documents.iter().flat_map(|it| &it.versions);
        let waiting: HashSet<&str> = versions
            .filter(|version| !version.is_published(site.on()))
            .map(|version| version.folder.as_str())
            .collect();
        for found in &mut self.findings {
            if found.code == Code::MissingText && waiting.contains(&*found.place.path) {
                found.severity = Severity::Warning;
            }
        }
    }

    /// Adds what is found by the rules that a build does without: those that read every text anew, and
    /// for a site that is read with its drafts those on what readers may not see yet.
    pub fn check_beyond_build(&mut self, root: &Root) {
        let mut found = check::unpublished::check(root, &self.site);
        if !check::change_notes::stop_the_build(&self.site) {
            found.extend(check::change_notes::check(root, &self.site));
        }
        self.findings.extend(self.site.config.checks.apply(found));
        diagnostic::sort(&mut self.findings);
    }
}

/// A site as it is on the disk, before its rules are held.
pub struct Read {
    /// The site.
    pub site: Site,
    /// Who links to whom in it.
    pub links: LinkMap,
    /// Its theme, or what is wrong with that.
    pub theme: Result<Theme, Vec<Diagnostic>>,
}

/// Reads a site and its theme; `found` takes what reading the site finds.
pub fn read(
    root: &Root,
    config: SiteConfig,
    options: content::Options,
    found: &mut Vec<Diagnostic>,
) -> Read {
    read_keeping(root, config, options, &KeptTrees::none(), found)
}

fn read_keeping(
    root: &Root,
    config: SiteConfig,
    options: content::Options,
    trees: &KeptTrees,
    found: &mut Vec<Diagnostic>,
) -> Read {
    let of_theme = config.clone();
    let (mut site, theme) = rayon::join(
        || content::read_keeping(root, config, options, trees, found),
        || load_theme(root, &of_theme),
    );
    Read {
        links: LinkMap::of(&mut site),
        site,
        theme,
    }
}

/// Loads the theme of a site.
///
/// # Errors
/// What is wrong with it.
pub fn load_theme(root: &Root, config: &SiteConfig) -> Result<Theme, Vec<Diagnostic>> {
    let name = config.theme.as_ref();
    let name = name.map_or("default", |name| name.value.as_str());
    Theme::load(root, name, &config.language_codes())
}

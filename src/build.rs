//! A build: from a folder to a site that stands at its output, or to findings and an output that is
//! as it was.
//!
//! 1. Facts: the content is read once, and its rules are checked ([`load`]). Trees are dropped, but for the
//!    first ones.
//! 2. Pages: document by document, several at once, each text whose tree was not kept is read again, its
//!    pages are made, rendered and written to the staging folder, and its trees are dropped.
//! 3. What concerns the whole site is made last, and the staging folder takes the output's place.

mod as_read;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use rayon::prelude::*;

use crate::check::{
    self, LinkMap,
    languages::{DeclaredDifference, Extent},
};
use crate::config::SearchRule;
use crate::config::site::SiteConfig;
use crate::content::{self, KeptTrees};
use crate::diagnostic::{self, Diagnostic};
use crate::model::{Attachment, Site, file};
use crate::page::{self, AddressMap, Context, DocumentSummary, Page, SearchRecord, feeds::Feed};
use crate::publish::{Inputs, PublishError, Published, Staging};
use crate::render::{Theme, address_map, day_index, feed, look, site_json, sitemap};
use crate::search::{self, SearchError};
use crate::source::Root;
use as_read::FileTrees;

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
    /// What texts declare to differ between their languages, in the order of places.
    pub declared: Vec<DeclaredDifference>,
    /// The trees that are kept for [`build`](build()).
    pub trees: KeptTrees,
}

/// Reads a site that is to be built and its theme, and checks its rules; the languages are held against each
/// other where parity is required. `found` is what reading `site.yaml` found.
pub fn load(
    root: &Root,
    config: SiteConfig,
    options: content::Options,
    found: Vec<Diagnostic>,
) -> Loaded {
    let trees = KeptTrees::with_room(KEPT_TEXTS);
    load_keeping(root, config, options, found, Extent::WhereRequired, trees)
}

/// The same for a site that is not built, with the languages held against each other to the extent that is
/// asked for.
pub fn load_and_check(
    root: &Root,
    config: SiteConfig,
    options: content::Options,
    found: Vec<Diagnostic>,
    extent: Extent,
) -> Loaded {
    load_keeping(root, config, options, found, extent, KeptTrees::none())
}

fn load_keeping(
    root: &Root,
    config: SiteConfig,
    options: content::Options,
    mut found: Vec<Diagnostic>,
    extent: Extent,
    trees: KeptTrees,
) -> Loaded {
    let checks = config.checks.clone();
    let Read { site, theme, .. } = read_keeping(root, config, options, &trees, &mut found);
    found.extend(check::check(root, &site));
    let languages = check::languages::check(root, &site, extent, &found);
    found.extend(languages.findings);
    let theme = theme.map_err(|faults| found.extend(faults)).ok();
    let mut findings = checks.apply(found);
    diagnostic::sort(&mut findings);
    Loaded {
        site,
        theme,
        findings,
        declared: languages.declared,
        trees,
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

impl Loaded {
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

/// Where a build writes, and whom it tells how far it is.
pub struct Job<'a> {
    /// The site's folder.
    pub root: &'a Root,
    /// The site.
    pub site: &'a Site,
    /// The trees that were kept when it was read.
    pub trees: &'a KeptTrees,
    /// Its theme.
    pub theme: &'a Theme,
    /// The folder that the site is written to.
    pub output: &'a Path,
    /// Called as documents are done: how many of how many.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

/// What a build did.
#[derive(Debug)]
pub struct Built {
    /// Files written, kept and removed.
    pub published: Published,
    /// How many pages there are.
    pub pages: usize,
}

/// Why a build did not happen. The output is as it was.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A file has changed since the site was read, or a template failed on a page.
    #[error("the site has errors")]
    Content(Vec<Diagnostic>),
    /// The output or the machine is.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// The search engine failed.
    #[error(transparent)]
    Search(#[from] SearchError),
}

/// Builds a site that has no errors.
///
/// # Errors
/// When a template fails on a page, a text or an attachment has changed since the site was read, or the
/// output cannot be written.
pub fn build(job: &Job<'_>) -> Result<Built, BuildError> {
    let folders: Vec<PathBuf> = ["content", "themes", "static"]
        .iter()
        .map(|name| job.root.locate(name))
        .collect();
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    let inputs = Inputs {
        site: job.root.folder(),
        folders: &folders,
    };
    let writer = Writer {
        site: job.site,
        theme: job.theme,
        staging: Staging::prepare(job.output, &inputs)?,
        buffers: Mutex::default(),
        listed: Mutex::default(),
        faults: Mutex::default(),
        pages: AtomicUsize::new(0),
    };
    let trees = FileTrees::new(job);
    let context = Context {
        site: job.site,
        trees: &trees,
        wording: job.theme,
    };
    let mut summaries = write_documents(job, context, &writer);
    let records = summaries.iter_mut();
    let records = records.flat_map(|summary| std::mem::take(&mut summary.records));
    let records: Vec<SearchRecord> = records.collect();
    let fallbacks = summaries.iter().map(|summary| summary.fallbacks).sum();
    writer.whole_site(context, summaries);
    // Last, since it takes the most memory: the trees that were kept for books are gone by now.
    writer.search(context, records)?;
    writer.files(job.root);
    writer.for_programs(fallbacks);
    writer.finish()
}

fn write_documents(
    job: &Job<'_>,
    context: Context<'_>,
    writer: &Writer<'_>,
) -> Vec<DocumentSummary> {
    let total = job.site.documents.len();
    let done = AtomicUsize::new(0);
    job.site
        .documents
        .par_iter()
        .map(|document| {
            let summary = page::document::pages(context, document, &mut |page| writer.page(&page));
            (job.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, total);
            writer.note(summary).unwrap_or_default()
        })
        .collect()
}

/// Renders pages and writes them, from several threads. The first faults are kept, and the build
/// does not happen.
struct Writer<'a> {
    site: &'a Site,
    theme: &'a Theme,
    staging: Staging,
    /// Empty, and of the length of a page: one for each thread at most.
    buffers: Mutex<Vec<Vec<u8>>>,
    listed: Mutex<Vec<String>>,
    faults: Mutex<Faults>,
    pages: AtomicUsize,
}

#[derive(Default)]
struct Faults {
    content: Vec<Diagnostic>,
    publish: Option<PublishError>,
}

impl Writer<'_> {
    fn page(&self, page: &Page) {
        let mut html = self.buffers.lock().pop().unwrap_or_default();
        let template = page.view.template();
        let rendered = self
            .theme
            .render_to(template, &page.view, &page.language, &mut html);
        if self.note(rendered).is_some() {
            self.pages.fetch_add(1, Ordering::Relaxed);
            self.write(&file(&page.address), &html);
            if page.in_sitemap {
                self.listed.lock().push(page.address.clone());
            }
        }
        html.clear();
        self.buffers.lock().push(html);
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        self.note_published(self.staging.write(path, bytes));
    }

    fn whole_site(&self, context: Context<'_>, summaries: Vec<DocumentSummary>) {
        let mut write_feed = |feed: Feed| {
            if let Some(bytes) = feed::feed(self.theme, self.site, &feed) {
                self.write(&feed.address, &bytes);
            }
        };
        let mut write_page = |page| self.page(&page);
        let made = page::site::pages(context, summaries, &mut write_page, &mut write_feed);
        if let Err(faults) = made {
            self.faults.lock().content.extend(faults);
        }
        for language in self.site.languages() {
            let index = page::on_a_date::index(context, language);
            let address = self.site.day_index_address(language);
            self.write(&address, &day_index::day_index(&index));
        }
        for (path, bytes) in self.theme.assets(&look::css(&self.site.config.look)) {
            self.write(&path, &bytes);
        }
    }

    /// The files of the search, where the site has one.
    fn search(
        &self,
        context: Context<'_>,
        mut records: Vec<SearchRecord>,
    ) -> Result<(), SearchError> {
        match page::search::page_records(context) {
            Ok(pages) => records.extend(pages),
            Err(faults) => self.faults.lock().content.extend(faults),
        }
        let entries = records.into_par_iter().filter_map(|record| {
            let result = self
                .theme
                .render("search-result.html", &record.result, &record.language);
            Some(search::Entry {
                result: self.note(result)?,
                language: record.language,
                index: record.index,
                address: record.address,
                title: record.title,
                parts: record.parts,
            })
        });
        if self.site.config.search == SearchRule::Off {
            return Ok(());
        }
        let languages = self.site.config.language_codes();
        for file in search::files(entries.collect(), &languages)? {
            self.write(&file.path, &file.bytes);
        }
        Ok(())
    }

    /// Attachments and static files.
    fn files(&self, root: &Root) {
        let copy = |owner: &str, files: &[Attachment]| {
            for file in files {
                let address = self.site.file_address(owner, &file.name);
                let copied = self.staging.copy_file(&address, &root.locate(&file.path));
                if let Some(fingerprint) = self.note_published(copied) {
                    self.note(as_read::check_copy(file, fingerprint));
                }
            }
        };
        for section in &self.site.sections {
            copy(&section.id, &section.attachments);
        }
        for page in &self.site.pages {
            copy(&page.id, &page.attachments);
        }
        for document in &self.site.documents {
            copy(&document.id, &document.attachments);
            for version in document
                .versions
                .iter()
                .filter(|version| !version.is_removed())
            {
                copy(
                    &format!("{}/{}", document.id, version.id),
                    &version.attachments,
                );
            }
        }
        for file in &self.site.static_files {
            self.note_published(
                self.staging
                    .copy_file(&file.address, &root.locate(&file.path)),
            );
        }
    }

    /// What other programs read.
    fn for_programs(&self, fallbacks: usize) {
        self.write("site.json", &site_json::site_json(self.site, fallbacks));
        let listed = std::mem::take(&mut *self.listed.lock());
        if let Some(xml) = sitemap::sitemap(self.site, listed) {
            self.write("sitemap.xml", xml.as_bytes());
        }
        let is_own = |name: &str| {
            self.site
                .static_files
                .iter()
                .any(|file| file.address == name)
        };
        if !is_own("robots.txt") {
            self.write("robots.txt", sitemap::robots(self.site).as_bytes());
        }
        let map = AddressMap::of(self.site);
        if !map.lines.is_empty() {
            self.write(
                "redirects/nginx.map",
                address_map::nginx(self.site, &map).as_bytes(),
            );
            self.write(
                "redirects/apache.map",
                address_map::apache(self.site, &map).as_bytes(),
            );
        }
    }

    fn finish(self) -> Result<Built, BuildError> {
        let faults = self.faults.into_inner();
        if let Some(fault) = faults.publish {
            return Err(fault.into());
        }
        if !faults.content.is_empty() {
            let mut found = faults.content;
            diagnostic::sort(&mut found);
            found.dedup_by(|a, b| a.code == b.code && a.place == b.place);
            return Err(BuildError::Content(found));
        }
        Ok(Built {
            published: self.staging.commit()?,
            pages: self.pages.into_inner(),
        })
    }

    fn note<T>(&self, result: Result<T, Box<Diagnostic>>) -> Option<T> {
        result
            .map_err(|fault| self.faults.lock().content.push(*fault))
            .ok()
    }

    fn note_published<T>(&self, result: Result<T, PublishError>) -> Option<T> {
        match result {
            Ok(published) => Some(published),
            Err(fault) => {
                self.faults.lock().publish.get_or_insert(fault);
                None
            }
        }
    }
}

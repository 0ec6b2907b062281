//! The second pass at its end: pages and files → the staging folder.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use parking_lot::Mutex;
use rayon::prelude::*;

use super::{BuildError, Built, Job, as_read};
use crate::config::SearchRule;
use crate::diagnostic::{self, Diagnostic};
use crate::model::{Attachment, Site, file};
use crate::page::{self, Context, DocumentSummary, Page, SearchRecord, feeds::Feed};
use crate::publish::{Incoming, PublishError, Staging};
use crate::render::{Theme, address_map, day_index, feed, look, site_json, sitemap};
use crate::search::{self, SearchError};
use crate::source::{OpenFile, Root};

/// Renders pages and writes them, from several threads. The first faults are kept, and the build
/// does not happen.
pub(super) struct Writer<'a> {
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

impl<'a> Writer<'a> {
    pub fn new(job: &Job<'a>, staging: Staging) -> Self {
        Writer {
            site: job.site,
            theme: job.theme,
            staging,
            buffers: Mutex::default(),
            listed: Mutex::default(),
            faults: Mutex::default(),
            pages: AtomicUsize::new(0),
        }
    }

    /// Renders a page and writes it.
    pub fn page(&self, page: &Page) {
        let mut html = self.buffers.lock().pop().unwrap_or_default();
        let rendered = self.theme.render_page(page, &mut html);
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

    /// The pages, feeds and indices of the site as a whole, and what the theme brings along.
    pub fn whole_site(&self, context: Context<'_>, summaries: Vec<DocumentSummary>) {
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
    pub fn search(
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
    pub fn files(&self, root: &Root) {
        let copy = |owner: &str, files: &[Attachment]| {
            for file in files {
                let address = self.site.file_address(owner, &file.name);
                let Some(from) = self.note(root.open_to_read(&file.path)) else {
                    continue;
                };
                let at = root.locate(&file.path);
                let from = incoming(from, &at);
                let copied = self.staging.copy_with_hash(&address, from);
                if let Some(hash) = self.note_published(copied) {
                    self.note(as_read::check_copy(file, hash));
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
            if let Some(from) = self.note(root.open_to_read(&file.path)) {
                let at = root.locate(&file.path);
                self.note_published(self.staging.copy_file(&file.address, incoming(from, &at)));
            }
        }
    }

    /// What other programs read.
    pub fn for_programs(&self, fallbacks: usize) {
        self.write(
            "site.json",
            &site_json::site_json(self.site, Some(fallbacks)),
        );
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
        for address in [address_map::NGINX, address_map::APACHE] {
            if let Some(map) = address_map::at(self.site, address) {
                self.write(address, map.as_bytes());
            }
        }
    }

    /// Puts what was written in the output's place, if nothing was found at fault.
    pub fn finish(self) -> Result<Built, BuildError> {
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

    /// Keeps a fault of the content.
    pub fn note<T>(&self, result: Result<T, Box<Diagnostic>>) -> Option<T> {
        result
            .map_err(|fault| self.faults.lock().content.push(*fault))
            .ok()
    }

    /// Keeps the first fault of the output.
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

/// An open file on its way to the output.
fn incoming(file: OpenFile, at: &Path) -> Incoming<'_, OpenFile> {
    Incoming {
        size: file.size(),
        bytes: file,
        name: at,
    }
}

//! A build: from a folder to a site that stands at its output, or to findings and an output that is
//! as it was.
//!
//! 1. Facts: the content is read once, and its rules are checked ([`load()`]). Trees are dropped, but for the
//!    first ones.
//! 2. Pages: document by document, several at once, each text whose tree was not kept is read again, its
//!    pages are made, rendered and written to the staging folder, and its trees are dropped.
//! 3. What concerns the whole site is made last, and the staging folder takes the output's place.

mod as_read;
mod load;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::content::KeptTrees;
use crate::diagnostic::Diagnostic;
use crate::model::Site;
use crate::page::{self, Context, DocumentSummary, SearchRecord};
use crate::publish::{Inputs, PublishError, Published, Staging};
use crate::render::Theme;
use crate::search::SearchError;
use crate::source::Root;
use as_read::FileTrees;
pub use load::{Loaded, Read, load, load_and_check, load_theme, read};
use writer::Writer;

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
    let writer = Writer::new(job, Staging::prepare(job.output, &inputs)?);
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

//! Texts as they were when the site was last whole: what pages show while a file is at fault.
//!
//! A page's texts are read when it is asked for. What is on the disk by then may be other than what the
//! site knows of it: half an edit, or nothing that can be read. So each text that was read is kept, and
//! each that is saved, up to a limit; and where nothing is kept, that is known ([`WholeTexts`] saw another
//! text).

use std::collections::{BTreeSet, HashMap};
use std::mem;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;

use crate::content;
use crate::diagnostic::Diagnostic;
use crate::hash::Hash;
use crate::markdown::tree::Tree;
use crate::model::{Site, Text};
use crate::page::Trees;
use crate::page::on_demand::ChangingTrees;
use crate::source::{Root, Source};

/// How many bytes of texts are kept for sure; up to twice as many are.
const KEPT_BYTES: usize = 16 * 1024 * 1024;

/// Texts by their hashes, those that were used last.
#[derive(Debug, Default)]
pub(super) struct KeptTexts(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    /// What was used since [`Kept::older`] was last forgotten, and how many bytes that is.
    newer: HashMap<Hash, Arc<str>>,
    bytes: usize,
    older: HashMap<Hash, Arc<str>>,
}

impl KeptTexts {
    /// Keeps what was saved, whether it is at fault or not.
    pub fn keep_saved(&self, root: &Root, changed: &BTreeSet<PathBuf>) {
        let paths = changed
            .iter()
            .filter_map(|path| path.strip_prefix(root.real_folder()).ok()?.to_str())
            .filter(|path| path.ends_with(".md"));
        for path in paths {
            if let Ok(source) = root.read_text(&path.replace('\\', "/")) {
                let hash = Hash::of(source.text());
                self.keep(hash, source.text());
            }
        }
    }

    fn keep(&self, hash: Hash, text: &str) {
        let mut kept = self.0.lock();
        if kept.find(&hash).is_none() {
            kept.put(hash, text.into());
        }
    }

    fn find(&self, hash: &Hash) -> Option<Arc<str>> {
        self.0.lock().find(hash)
    }
}

impl Kept {
    fn find(&mut self, hash: &Hash) -> Option<Arc<str>> {
        if let Some(text) = self.newer.get(hash) {
            return Some(Arc::clone(text));
        }
        let text = self.older.remove(hash)?;
        self.put(*hash, Arc::clone(&text));
        Some(text)
    }

    fn put(&mut self, hash: Hash, text: Arc<str>) {
        if self.bytes + text.len() > KEPT_BYTES {
            self.older = mem::take(&mut self.newer);
            self.bytes = 0;
        }
        self.bytes += text.len();
        self.newer.insert(hash, text);
    }
}

/// The texts of a site as it was last whole, as far as they are known; else as their files are now.
pub(super) struct WholeTexts<'a> {
    root: &'a Root,
    site: &'a Site,
    kept: &'a KeptTexts,
    saw_another: AtomicBool,
}

impl<'a> WholeTexts<'a> {
    /// The texts of a site in a folder.
    pub fn new(root: &'a Root, site: &'a Site, kept: &'a KeptTexts) -> Self {
        WholeTexts {
            root,
            site,
            kept,
            saw_another: AtomicBool::new(false),
        }
    }
}

impl Trees for WholeTexts<'_> {
    fn tree(&self, text: &Text) -> Result<Tree, Box<Diagnostic>> {
        // What there is to find was found when the facts were read.
        let mut found_before = Vec::new();
        let source = self.source(text)?;
        let read = content::read_source(source, self.site.config.html, &mut found_before)?;
        Ok(read.tree)
    }

    fn source(&self, text: &Text) -> Result<Source, Box<Diagnostic>> {
        let on_disk = self.root.read_text(&text.path);
        if let Ok(source) = &on_disk
            && Hash::of(source.text()) == text.hash
        {
            self.kept.keep(text.hash, source.text());
            return on_disk;
        }
        if let Some(kept) = self.kept.find(&text.hash) {
            return Ok(Source::new(&text.path, &*kept));
        }
        self.saw_another.store(true, Ordering::Relaxed);
        on_disk
    }
}

impl ChangingTrees for WholeTexts<'_> {
    fn saw_another_text(&self) -> bool {
        self.saw_another.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_kept_up_to_a_limit_and_those_used_last_longest() {
        let kept = KeptTexts::default();
        let large = "x".repeat(KEPT_BYTES / 4);
        let hash = |number: u8| Hash::of([number]);
        kept.keep(hash(0), "used again and again");
        for number in 1..40 {
            kept.keep(hash(number), &large);
            assert!(kept.find(&hash(0)).is_some(), "after {number}");
        }
        assert!(kept.find(&hash(1)).is_none());
        assert!(kept.find(&hash(39)).is_some());
        let held =
            |texts: &HashMap<Hash, Arc<str>>| texts.values().map(|it| it.len()).sum::<usize>();
        let inner = kept.0.lock();
        assert!(held(&inner.newer) + held(&inner.older) <= 2 * KEPT_BYTES);
    }
}

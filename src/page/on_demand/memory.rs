//! What is kept between pages, so that a page does not read a document's whole past each time.
//!
//! Kept are the texts of the few documents that were asked for last, each version with what it took
//! over from those before it; and how much versions changed. Each is known by all that it was made
//! from: after an edit what was touched is made anew, and nothing needs to be told.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use parking_lot::Mutex;

use super::Demand;
use crate::diagnostic::Diagnostic;
use crate::diff;
use crate::hash::{Hash, Hasher};
use crate::language::LanguageCode;
use crate::model::{ComparisonPlan, Document, Site, Version};
use crate::page::aliases::LinkedPlaces;
use crate::page::counts::counts;
use crate::page::read_texts::{ReadTexts, read_paired};
use crate::page::version_texts::{TakenOver, VersionTexts};
use crate::page::view::CountsView;

/// Of how many versions the texts are kept.
const VERSIONS_KEPT: usize = 256;
/// Of how many versions it is kept how much they changed.
const COUNTS_KEPT: usize = 100_000;

/// What is kept between pages. It holds nothing but what can be made again.
#[derive(Debug, Default)]
pub struct Memory {
    versions: Mutex<VecDeque<(Hash, Arc<VersionTexts>)>>,
    counts: Mutex<HashMap<Hash, Option<CountsView>>>,
}

impl Demand<'_> {
    /// The texts of a version, with what they take over from earlier ones.
    ///
    /// Those that are not kept are made one after another, the earliest first, and let go once nothing
    /// more is made from them: a document may have thousands.
    pub(super) fn version(
        &self,
        document: &Document,
        at: usize,
    ) -> Result<Arc<VersionTexts>, Box<Diagnostic>> {
        let chain = Chain::of(self.site, document, at);
        if let Some(made) = self.memory.kept(&chain.key(at)) {
            return Ok(made);
        }
        let Missing {
            mut kept,
            missing,
            needed_for,
        } = self.missing(&chain, at);
        for earlier in missing.into_iter().rev() {
            let made = self.make(&chain, earlier, &kept)?;
            kept.insert(earlier, made);
            kept.retain(|version, _| needed_for.get(version).is_some_and(|&last| last > earlier));
        }
        self.make(&chain, at, &kept)
    }

    /// Of the versions before one, those that its texts are made from and that are not kept.
    fn missing(&self, chain: &Chain<'_>, at: usize) -> Missing {
        let mut found = Missing::default();
        let mut needed = BTreeSet::new();
        let need_those_before = |found: &mut Missing, needed: &mut BTreeSet<usize>, at| {
            for before in chain.before(at) {
                needed.insert(before);
                found.needed_for.entry(before).or_insert(at);
            }
        };
        need_those_before(&mut found, &mut needed, at);
        while let Some(earlier) = needed.pop_last() {
            if let Some(kept) = self.memory.kept(&chain.key(earlier)) {
                found.kept.insert(earlier, kept);
            } else {
                found.missing.push(earlier);
                need_those_before(&mut found, &mut needed, earlier);
            }
        }
        found
    }

    /// Makes the texts of a version from those of the versions before it.
    fn make(
        &self,
        chain: &Chain<'_>,
        at: usize,
        earlier: &BTreeMap<usize, Arc<VersionTexts>>,
    ) -> Result<Arc<VersionTexts>, Box<Diagnostic>> {
        let document = chain.document;
        let read = read_paired(self.context(), &document.versions[at])?;
        let ReadTexts { texts, places, .. } = read;
        let mut taken_over = TakenOver::new(at);
        for (language, tree) in &texts {
            let plan = ComparisonPlan::of(self.site, document, language);
            let Some(before) = plan.before(at) else {
                taken_over.first(language, tree);
                continue;
            };
            if let Some(before) = earlier.get(&before)
                && let Some(old) = before.texts.get(language)
            {
                let comparison = diff::compare(old, tree, language);
                taken_over.following(language, &comparison, before.ages.get(language));
            }
        }
        let read = (texts, places);
        let made = Arc::new(taken_over.give(self.context(), document, &chain.linked, read)?);
        if !self.trees.saw_another_text() {
            self.memory.keep(chain.key(at), Arc::clone(&made));
        }
        Ok(made)
    }

    /// How much a version changed from the one before it in a language.
    pub(super) fn counts(
        &self,
        document: &Document,
        at: usize,
        language: &LanguageCode,
    ) -> Result<Option<CountsView>, Box<Diagnostic>> {
        let plan = ComparisonPlan::of(self.site, document, language);
        let before = plan.before(at).map(|before| &document.versions[before]);
        let version = &document.versions[at];
        let (Some(old), Some(new)) = (
            before.and_then(|before| before.text(language)),
            version.text(language),
        ) else {
            return Ok(None);
        };
        let key = Hash::of(
            [
                language.as_str().as_bytes(),
                old.hash.as_ref(),
                new.hash.as_ref(),
            ]
            .concat(),
        );
        if let Some(counted) = self.memory.counts.lock().get(&key) {
            return Ok(counted.clone());
        }
        let (old, new) = (self.trees.tree(old)?, self.trees.tree(new)?);
        let counted = Some(counts(&diff::compare(&old, &new, language)));
        if self.trees.saw_another_text() {
            return Ok(counted);
        }
        let mut kept = self.memory.counts.lock();
        if kept.len() >= COUNTS_KEPT {
            kept.clear();
        }
        kept.insert(key, counted.clone());
        Ok(counted)
    }
}

impl Memory {
    fn kept(&self, key: &Hash) -> Option<Arc<VersionTexts>> {
        let mut versions = self.versions.lock();
        let at = versions.iter().position(|(kept, _)| kept == key)?;
        let found = versions.remove(at)?;
        let made = Arc::clone(&found.1);
        versions.push_front(found);
        Some(made)
    }

    fn keep(&self, key: Hash, made: Arc<VersionTexts>) {
        let mut versions = self.versions.lock();
        versions.push_front((key, made));
        versions.truncate(VERSIONS_KEPT);
    }
}

/// What the texts of a version are made from.
#[derive(Default)]
struct Missing {
    /// Versions that are kept, or were made by now.
    kept: BTreeMap<usize, Arc<VersionTexts>>,
    /// Versions that are to be made, the last first.
    missing: Vec<usize>,
    /// For each of both: the last version that is made from it.
    needed_for: HashMap<usize, usize>,
}

/// The versions of a document up to one, each known by everything that its texts, with what they take
/// over, are made from.
struct Chain<'a> {
    document: &'a Document,
    plans: Vec<ComparisonPlan<'a>>,
    linked: LinkedPlaces<'a>,
    /// For each version: the hash of its own texts and of those of the versions before it.
    hashes: Vec<Hash>,
}

impl<'a> Chain<'a> {
    fn of(site: &'a Site, document: &'a Document, at: usize) -> Self {
        let languages = site.languages();
        let mut chain = Chain {
            document,
            plans: languages
                .map(|language| ComparisonPlan::of(site, document, language))
                .collect(),
            linked: LinkedPlaces::of(site, document),
            hashes: Vec::with_capacity(at + 1),
        };
        let mut hash = Hash::of(&document.id);
        for (number, version) in document.versions[..=at].iter().enumerate() {
            let mut parts = Hasher::default();
            parts.add(hash);
            let is_published = version.is_published(site.on());
            parts.add(format!("{} {is_published}", version.id));
            add_texts(&mut parts, version);
            for before in chain.before(number) {
                parts.add(format!(" {before}"));
            }
            hash = parts.end();
            chain.hashes.push(hash);
        }
        chain
    }

    /// The versions that the texts of one are compared with, for each of its languages.
    fn before(&self, at: usize) -> impl Iterator<Item = usize> {
        let plans = self.plans.iter().filter(move |plan| plan.has_language(at));
        plans.filter_map(move |plan| plan.before(at))
    }

    /// What the texts of a version are kept by.
    fn key(&self, at: usize) -> Hash {
        let mut parts = Hasher::default();
        parts.add(self.hashes[at]);
        for anchor in self.linked.had_by(at) {
            parts.add(format!("\n#{anchor}"));
        }
        parts.end()
    }
}

fn add_texts(parts: &mut Hasher, version: &Version) {
    for (language, text) in version.texts.iter().filter(|_| !version.is_removed()) {
        parts.add(language.as_str());
        parts.add(text.hash);
    }
}

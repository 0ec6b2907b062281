//! What is kept between pages, so that a page does not read a document's whole past each time.
//!
//! Kept are the texts of the few documents that were asked for last, each version with what it took
//! over from those before it; and how much versions changed. Each is known by all that it was made
//! from: after an edit what was touched is made anew, and nothing needs to be told.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

use parking_lot::Mutex;

use crate::diagnostic::Diagnostic;
use crate::diff;
use crate::language::LanguageCode;
use crate::model::{Document, Fingerprint, Version, sha256};
use crate::page::ages::Ages;
use crate::page::aliases::{self, Aliases};
use crate::page::context::Context;
use crate::page::document::{TextAges, Texts, counts, linked_anchors, read};
use crate::page::draft::DraftParity;
use crate::page::plan::Plan;
use crate::page::view::CountsView;

/// Of how many versions the texts are kept.
const VERSIONS_KEPT: usize = 256;
/// Of how many versions it is kept how much they changed.
const COUNTS_KEPT: usize = 100_000;

/// What is kept between pages. It holds nothing but what can be made again.
#[derive(Debug, Default)]
pub struct Memory {
    versions: Mutex<VecDeque<(Fingerprint, Arc<Made>)>>,
    counts: Mutex<HashMap<Fingerprint, Option<CountsView>>>,
}

/// The texts of a version as its pages show them.
#[derive(Debug)]
pub(super) struct Made {
    /// The texts, which answer to what they took over.
    pub texts: Texts,
    /// Since when their parts read as they do.
    pub ages: TextAges,
    /// For a draft: how its languages differ.
    pub parity: Option<DraftParity>,
}

impl Memory {
    /// The texts of a version, with what they take over from earlier ones.
    pub(super) fn version(
        &self,
        context: Context<'_>,
        document: &Document,
        at: usize,
    ) -> Result<Arc<Made>, Box<Diagnostic>> {
        let key = key(context, document, at);
        if let Some(made) = self.kept(&key) {
            return Ok(made);
        }
        let mut texts = read(context, &document.versions[at])?;
        let mut taken: BTreeMap<LanguageCode, Aliases> = BTreeMap::new();
        let mut ages = TextAges::new();
        for (language, tree) in &texts {
            let aliases = taken.entry(language.clone()).or_default();
            let plan = Plan::of(context.site, document, language);
            let Some(before) = plan.before(at) else {
                ages.insert(language.clone(), Ages::of_first(tree, at));
                continue;
            };
            let before = self.version(context, document, before)?;
            if let Some(old) = before.texts.get(language) {
                let comparison = diff::compare(old, tree, language);
                for pair in comparison.pairs() {
                    aliases.take(pair.old, pair.new);
                }
                let earlier = before.ages.get(language);
                let own = earlier.map(|earlier| earlier.after(&comparison, at));
                ages.extend(own.map(|own| (language.clone(), own)));
            }
        }
        for (language, taken) in taken {
            if let Some(tree) = texts.get_mut(&language) {
                taken.give(tree);
                aliases::stand_at_top(tree, linked_anchors(context.site, document, at));
            }
        }
        let parity = DraftParity::of(context, document, at, &mut texts)?;
        let made = Arc::new(Made {
            texts,
            ages,
            parity,
        });
        if !context.trees.saw_another_text() {
            self.keep(key, Arc::clone(&made));
        }
        Ok(made)
    }

    /// How much a version changed from the one before it in a language.
    pub(super) fn counts(
        &self,
        context: Context<'_>,
        document: &Document,
        at: usize,
        language: &LanguageCode,
    ) -> Result<Option<CountsView>, Box<Diagnostic>> {
        let plan = Plan::of(context.site, document, language);
        let before = plan.before(at).map(|before| &document.versions[before]);
        let version = &document.versions[at];
        let (Some(old), Some(new)) = (
            before.and_then(|before| before.text(language)),
            version.text(language),
        ) else {
            return Ok(None);
        };
        let key = sha256(&[language.as_str().as_bytes(), &old.hash, &new.hash].concat());
        if let Some(counted) = self.counts.lock().get(&key) {
            return Ok(*counted);
        }
        let (old, new) = (context.trees.tree(old)?, context.trees.tree(new)?);
        let counted = Some(counts(&diff::compare(&old, &new, language)));
        if context.trees.saw_another_text() {
            return Ok(counted);
        }
        let mut kept = self.counts.lock();
        if kept.len() >= COUNTS_KEPT {
            kept.clear();
        }
        kept.insert(key, counted);
        Ok(counted)
    }

    fn kept(&self, key: &Fingerprint) -> Option<Arc<Made>> {
        let mut versions = self.versions.lock();
        let at = versions.iter().position(|(kept, _)| kept == key)?;
        let found = versions.remove(at)?;
        let made = Arc::clone(&found.1);
        versions.push_front(found);
        Some(made)
    }

    fn keep(&self, key: Fingerprint, made: Arc<Made>) {
        let mut versions = self.versions.lock();
        versions.push_front((key, made));
        versions.truncate(VERSIONS_KEPT);
    }
}

/// Everything that the texts of a version, with what they take over, are made from: its own texts, those
/// of the versions up to it and the anchors that are linked to.
fn key(context: Context<'_>, document: &Document, at: usize) -> Fingerprint {
    let mut parts = Vec::new();
    let standing = document.standing(at, context.site.on);
    parts.extend(format!("{} {at} {standing:?}", document.id).into_bytes());
    let chain = document.versions[..=at].iter().enumerate();
    for (number, version) in chain {
        parts.extend(format!("\n{}", version.id).into_bytes());
        add_texts(&mut parts, version);
        for language in context.site.languages() {
            let before = Plan::of(context.site, document, language).before(number);
            parts.extend(format!(" {before:?}").into_bytes());
        }
    }
    for anchor in linked_anchors(context.site, document, at) {
        parts.extend(format!("\n#{anchor}").into_bytes());
    }
    sha256(&parts)
}

fn add_texts(parts: &mut Vec<u8>, version: &Version) {
    for (language, text) in version.texts.iter().filter(|_| !version.is_removed()) {
        parts.extend(language.as_str().as_bytes());
        parts.extend(text.hash);
    }
}

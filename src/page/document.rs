//! All pages of one document: the unit of work of a build.
//!
//! 1. Versions are taken in the order of time. Each text is read into a tree; the languages of the
//!    version are held side by side and take over each other's anchors.
//! 2. Each text is compared with the one before it in its language, and takes over what that one's
//!    anchors were.
//! 3. The pages of the version are made: the version itself, the comparisons that lead to it and
//!    from it to the version in force, its languages side by side.
//! 4. Its trees are dropped, but for those that the next version is compared with.

use std::mem;

use super::aliases::LinkedPlaces;
use super::aligned::{AlignedLanguages, Texts};
use super::both_languages::both_languages_page;
use super::comparison::comparison_page;
use super::comparison_languages::{Compared, comparison_languages_pages};
use super::context::Context;
use super::counts::{VersionCounts, counts};
use super::draft::DraftChanges;
use super::history::history_page;
use super::listing;
use super::made::Page;
use super::memories::Memories;
use super::read_texts::{ReadTexts, read_aligned, read_aligned_for_now};
use super::redirects::redirect_pages;
use super::search::{SearchRecord, version_records};
use super::text::{At, ShownVersion};
use super::version_texts::{TakenOver, TextAges, VersionTexts, is_earlier_taken_over};
use super::view::ChangesOfDraft;
use crate::diagnostic::Diagnostic;
use crate::diff::Comparison;
use crate::language::LanguageCode;
use crate::markdown::tree::Tree;
use crate::model::{ComparisonPlan, Document, Pairing, Version};

/// What the rest of the site needs to know of a document's comparisons.
#[derive(Debug, Default)]
pub struct DocumentSummary {
    /// How much each version changed from the one before it in its language.
    pub counts: VersionCounts,
    /// How many parts of comparisons are shown whole, before and after; a comparison that two pages show counts
    /// once.
    pub fallbacks: usize,
    /// Its texts for search.
    pub records: Vec<SearchRecord>,
}

/// Makes every page of a document and hands each to `emit`.
///
/// # Errors
/// The texts that can no longer be read.
pub fn pages(
    context: Context<'_>,
    document: &Document,
    emit: &mut dyn FnMut(Page),
) -> Result<DocumentSummary, Box<Diagnostic>> {
    let mut work = Work {
        context,
        document,
        linked: LinkedPlaces::of(context.site, document),
        is_in_order: published_in_order(document),
        current: None,
        earlier: Vec::new(),
        memories: Memories::default(),
        draft: DraftChanges::new(),
        summary: DocumentSummary::default(),
        emit,
    };
    if let Some(at) = document.in_force(context.site.on()) {
        // It is a chapter of a book as well.
        let texts = read_aligned_for_now(context, &document.versions[at])?;
        work.current = Some((at, texts));
    }
    for at in 0..document.versions.len() {
        work.version(at)?;
    }
    work.around();
    Ok(work.summary)
}

fn published_in_order(document: &Document) -> bool {
    let published = document
        .versions
        .iter()
        .filter(|version| !version.is_draft());
    published.is_sorted_by_key(Version::published_on)
}

struct Work<'a, 'e> {
    context: Context<'a>,
    document: &'a Document,
    /// The places that texts of the site link to.
    linked: LinkedPlaces<'a>,
    /// Whether the versions were published in the order of time: none came between two that were there.
    is_in_order: bool,
    /// The version in force, with its trees, until its own pages are made.
    current: Option<(usize, ReadTexts)>,
    /// Earlier versions whose trees are still needed.
    earlier: Vec<Earlier>,
    /// What comparing has found out: of the texts that are still needed, and of blocks and changes.
    memories: Memories,
    /// What the draft at hand changes, by language.
    draft: DraftChanges,
    summary: DocumentSummary,
    emit: &'e mut dyn FnMut(Page),
}

/// A version that a later one is compared with.
struct Earlier {
    at: usize,
    texts: Texts,
    ages: TextAges,
}

impl Work<'_, '_> {
    fn version(&mut self, at: usize) -> Result<(), Box<Diagnostic>> {
        let ReadTexts {
            texts,
            aligned,
            places,
        } = self.texts(at)?;
        self.draft.clear();
        let mut taken_over = TakenOver::new(at);
        let earlier = mem::take(&mut self.earlier);
        let mut compared = Vec::new();
        for (language, tree) in &texts {
            compared.extend(self.compare_with_earlier(
                &earlier,
                at,
                (language, tree),
                &mut taken_over,
            ));
            self.compare_with_current(at, language, tree);
        }
        let pages = comparison_languages_pages(
            self.context,
            self.document,
            at,
            &compared,
            aligned.as_ref(),
        );
        pages.into_iter().for_each(&mut *self.emit);
        drop(compared);
        self.earlier = earlier;
        let read = (texts, places);
        let made = taken_over.give(self.context, self.document, &self.linked, read)?;
        self.pages_of(at, &made, aligned.as_ref());
        let records = version_records(self.context, self.document, at, &made.texts);
        self.summary.records.extend(records);
        self.keep(at, made);
        Ok(())
    }

    /// The texts of a version. Those of the version in force were read before all others, and what is compared
    /// with it came before it.
    fn texts(&mut self, at: usize) -> Result<ReadTexts, Box<Diagnostic>> {
        match self.current.take_if(|(current, _)| *current == at) {
            Some((_, texts)) => Ok(texts),
            None => read_aligned(self.context, &self.document.versions[at]),
        }
    }

    /// Makes the comparisons that lead to a text from earlier ones, and gives those with its neighbours, of today
    /// and of the time before another came between.
    fn compare_with_earlier<'t>(
        &mut self,
        earlier: &'t [Earlier],
        at: usize,
        (language, tree): (&LanguageCode, &'t Tree),
        taken_over: &mut TakenOver,
    ) -> Vec<Compared<'t>> {
        let plan = ComparisonPlan::of(self.context.site, self.document, language);
        let Some(before) = plan.before(at) else {
            taken_over.first(language, tree);
            return Vec::new();
        };
        let mut neighbours = Vec::new();
        for Earlier {
            at: from,
            texts,
            ages,
        } in earlier
        {
            let Some(old) = texts.get(language) else {
                continue;
            };
            if *from != before && !plan.has(*from, at) {
                continue;
            }
            let comparison = self.memories.compare((*from, old), (at, tree), language);
            if *from == before {
                taken_over.following(language, &comparison, ages.get(language));
                let counts = counts(&comparison);
                self.summary.counts.insert((at, language.clone()), counts);
                if self.document.is_unpublished(at, self.context.site.on()) {
                    self.draft
                        .insert(language.clone(), ChangesOfDraft::of(&comparison));
                }
            }
            self.comparison_pages(&plan, (*from, at), language, &comparison);
            if plan.has_of_neighbours(*from, at) {
                neighbours.push(Compared {
                    language: language.clone(),
                    from: *from,
                    tree,
                    comparison,
                });
            }
        }
        neighbours
    }

    /// Makes the pages of a comparison with an earlier version: its own, and where that is the version before the
    /// one in force, the one that leads to whatever is in force.
    fn comparison_pages(
        &mut self,
        plan: &ComparisonPlan,
        (from, to): (usize, usize),
        language: &LanguageCode,
        comparison: &Comparison<'_>,
    ) {
        let is_last_step = plan.before(to) == Some(from) && plan.current == Some(to);
        let wanted = [
            (false, plan.has(from, to)),
            (true, is_last_step && plan.has_to_current(from)),
        ];
        if wanted.iter().any(|(_, is_wanted)| *is_wanted) {
            self.summary.fallbacks += comparison.fallbacks;
        }
        for (to_current, _) in wanted.into_iter().filter(|(_, is_wanted)| *is_wanted) {
            let pairing = Pairing {
                from,
                to,
                to_current,
            };
            let page = comparison_page(self.context, self.document, pairing, language, comparison);
            (self.emit)(page);
        }
    }

    fn compare_with_current(&mut self, at: usize, language: &LanguageCode, tree: &Tree) {
        let plan = ComparisonPlan::of(self.context.site, self.document, language);
        let Some((current, read)) = &self.current else {
            return;
        };
        let pairing = Pairing {
            from: at,
            to: *current,
            to_current: true,
        };
        if !plan.has_to_current(at) || is_earlier_taken_over(&plan, pairing) {
            return;
        }
        let Some(new) = read.texts.get(language) else {
            return;
        };
        let comparison = self.memories.compare((at, tree), (*current, new), language);
        self.summary.fallbacks += comparison.fallbacks;
        (self.emit)(comparison_page(
            self.context,
            self.document,
            pairing,
            language,
            &comparison,
        ));
    }

    fn pages_of(&mut self, at: usize, made: &VersionTexts, aligned: Option<&AlignedLanguages>) {
        let is_shown = self.document.shown(self.context.site.on()) == Some(at);
        let shown = ShownVersion {
            context: self.context,
            document: self.document,
            at,
            made,
            changes: &self.draft,
        };
        let beside = aligned.map(|aligned| aligned.side_by_side(&made.texts));
        for language in self.context.site.languages() {
            (self.emit)(shown.page(language, At::Version));
            if is_shown {
                (self.emit)(shown.page(language, At::Document));
            }
            if let Some(beside) = &beside {
                (self.emit)(both_languages_page(
                    self.context,
                    self.document,
                    at,
                    beside,
                    language,
                ));
            }
        }
    }

    /// Keeps the trees that a later version may be compared with, and drops the rest.
    fn keep(&mut self, at: usize, made: VersionTexts) {
        let site = self.context.site;
        let VersionTexts { texts, ages, .. } = made;
        self.earlier.push(Earlier { at, texts, ages });
        for Earlier {
            at: from,
            texts,
            ages,
        } in &mut self.earlier
        {
            texts.retain(|language, _| {
                let plan = ComparisonPlan::of(site, self.document, language);
                plan.needs_all()
                    || plan.is_before_any_after(*from, at)
                    || !self.is_in_order && plan.is_compared_behind(*from, at)
            });
            ages.retain(|language, _| texts.contains_key(language));
        }
        self.earlier.retain(|earlier| !earlier.texts.is_empty());
        let earlier = self.earlier.iter().map(|it| (it.at, &it.texts));
        let current = self.current.iter().map(|(at, read)| (*at, &read.texts));
        let needed: Vec<(usize, &Texts)> = earlier.chain(current).collect();
        self.memories.keep(|at, language| {
            let mut needed = needed.iter();
            needed.any(|(kept, texts)| *kept == at && texts.contains_key(language))
        });
    }

    /// The pages around the versions: histories, the address that never changes, redirects.
    fn around(&mut self) {
        for language in self.context.site.languages() {
            (self.emit)(history_page(
                self.context.site,
                self.document,
                language,
                &self.summary.counts,
            ));
        }
        (self.emit)(listing::id_page(self.context.site, self.document));
        redirect_pages(self.context.site, self.document, self.emit);
    }
}

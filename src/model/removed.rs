//! The addresses that a version had while its text was shown, and lost when it was removed: of comparisons, and
//! of its languages side by side. Somebody may have linked to them, so they lead to the page that says that
//! the text was removed. The comparison with the version in force is lost as well once nothing is in force in a
//! language, and leads to the history.

use super::document::Document;
use super::document_place::DocumentPlace;
use super::plan::ComparisonPlan;
use super::site::Site;
use crate::language::LanguageCode;

impl Site {
    /// The places that a document lost in a language, each with the place that it leads to now: the version whose
    /// text was removed, or the history.
    pub fn lost_places(
        &self,
        document: &Document,
        language: &LanguageCode,
    ) -> Vec<(DocumentPlace, DocumentPlace)> {
        let before = BeforeRemoval {
            site: self,
            document,
            language,
        };
        let versions = &document.versions;
        let removed = (0..versions.len()).filter(|&at| versions[at].is_removed());
        let lost = removed.flat_map(|removed| {
            let places = before.places_of(removed).into_iter();
            places.map(move |place| (place, DocumentPlace::Version(removed)))
        });
        lost.chain(before.places_to_current()).collect()
    }
}

/// A document in a language as it was before any of its texts was removed.
#[derive(Clone, Copy)]
struct BeforeRemoval<'a> {
    site: &'a Site,
    document: &'a Document,
    language: &'a LanguageCode,
}

impl<'a> BeforeRemoval<'a> {
    fn plan(self, language: &'a LanguageCode) -> ComparisonPlan<'a> {
        ComparisonPlan::before_removals(self.site, self.document, language)
    }

    fn places_of(self, removed: usize) -> Vec<DocumentPlace> {
        let versions = &self.document.versions;
        let plan = self.plan(self.language);
        let mut places = Vec::new();
        if self.is_beside(|plan| plan.has_language(removed)) {
            places.push(DocumentPlace::BothLanguages(removed));
        }
        for (other, version) in versions.iter().enumerate() {
            let (from, to) = (removed.min(other), removed.max(other));
            // Of two that were removed, the place is that of the later. Nobody linked to a draft's.
            let is_the_others = other > removed && version.is_removed();
            if is_the_others || version.is_draft() || !plan.has(from, to) {
                continue;
            }
            places.push(DocumentPlace::Comparison(from, to));
            let is_beside = |plan: ComparisonPlan<'_>| plan.has_of_neighbours(from, to);
            if is_beside(plan) && self.is_beside(is_beside) {
                places.push(DocumentPlace::ComparisonLanguages(from, to));
            }
        }
        places
    }

    /// Where the comparisons with the version in force were, of which there are none now.
    fn places_to_current(self) -> Vec<(DocumentPlace, DocumentPlace)> {
        let now = ComparisonPlan::of(self.site, self.document, self.language);
        let before = self.plan(self.language).ever_compared_with_current();
        let lost = before.filter(|&from| !now.has_to_current(from));
        let leads_to = |from: usize| match self.document.versions[from].is_removed() {
            true => DocumentPlace::Version(from),
            false => DocumentPlace::History,
        };
        lost.map(|from| (DocumentPlace::ToCurrent(from), leads_to(from)))
            .collect()
    }

    /// Whether more than one language had something, where the site sets languages side by side.
    fn is_beside(self, had: impl Fn(ComparisonPlan<'_>) -> bool) -> bool {
        let languages = self.site.languages();
        let with_it = languages.filter(|language| had(self.plan(language)));
        self.site.config.both_languages && with_it.count() > 1
    }
}

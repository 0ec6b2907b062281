//! The addresses that a version had while its text was shown, and lost when it was removed: of comparisons, and
//! of its languages side by side. Somebody may have linked to them, so they lead to the page that says that
//! the text was removed.

use super::document::Document;
use super::document_place::DocumentPlace;
use super::site::Site;
use crate::config::Comparisons;
use crate::language::LanguageCode;

impl Site {
    /// The places that a document lost in a language when texts of it were removed, each with the version
    /// whose text that was.
    pub fn lost_places(
        &self,
        document: &Document,
        language: &LanguageCode,
    ) -> Vec<(DocumentPlace, usize)> {
        let before = BeforeRemoval {
            site: self,
            document,
            language,
        };
        let versions = &document.versions;
        let removed = (0..versions.len()).filter(|&at| versions[at].is_removed());
        let lost = removed.flat_map(|removed| {
            let places = before.places_of(removed).into_iter();
            places.map(move |place| (place, removed))
        });
        lost.collect()
    }
}

/// A document in a language as it was before any of its texts was removed. Which texts there were is
/// known where their files are kept; where none is, there may have been one in every language.
#[derive(Clone, Copy)]
struct BeforeRemoval<'a> {
    site: &'a Site,
    document: &'a Document,
    language: &'a LanguageCode,
}

impl BeforeRemoval<'_> {
    fn places_of(self, removed: usize) -> Vec<DocumentPlace> {
        let versions = &self.document.versions;
        let mut places = Vec::new();
        if self.languages_with(|it| it.had(removed)) > 1 {
            places.push(DocumentPlace::BothLanguages(removed));
        }
        for (other, version) in versions.iter().enumerate() {
            let (from, to) = (removed.min(other), removed.max(other));
            // Of two that were removed, the place is that of the later.
            let is_the_others = other > removed && version.is_removed();
            if is_the_others || !self.were_compared(from, to) {
                continue;
            }
            places.push(DocumentPlace::Comparison(from, to));
            if self.languages_with(|it| it.were_neighbours(from, to)) > 1 {
                places.push(DocumentPlace::ComparisonLanguages(from, to));
            }
        }
        if self.was_compared_with_current(removed) {
            places.push(DocumentPlace::ToCurrent(removed));
        }
        places
    }

    /// In how many languages something held, where the site sets languages side by side.
    fn languages_with(self, held: impl Fn(Self) -> bool) -> usize {
        let languages = self.site.languages();
        let languages = languages.filter(|_| self.site.config.both_languages);
        languages
            .filter(|language| held(BeforeRemoval { language, ..self }))
            .count()
    }

    fn had(self, at: usize) -> bool {
        let version = &self.document.versions[at];
        let had = match version.is_removed() {
            true => version.texts.is_empty() || version.texts.get(self.language).is_some(),
            false => version.text(self.language).is_some(),
        };
        had && !version.draft
    }

    fn were_compared(self, from: usize, to: usize) -> bool {
        let had_both = from < to && self.had(from) && self.had(to);
        had_both
            && match self.rule() {
                Comparisons::None => false,
                Comparisons::Adjacent | Comparisons::ToCurrent => self.were_adjacent(from, to),
                Comparisons::All => true,
            }
    }

    /// Whether nothing stood between two versions once both were published.
    fn were_adjacent(self, from: usize, to: usize) -> bool {
        let published = |at: usize| self.document.versions[at].published_on;
        let since = published(from).max(published(to));
        let mut between = (from + 1..to).filter(|&at| self.had(at));
        between.all(|at| published(at) > since)
    }

    fn were_neighbours(self, from: usize, to: usize) -> bool {
        self.were_compared(from, to) && self.were_adjacent(from, to)
    }

    fn was_compared_with_current(self, from: usize) -> bool {
        let is_wanted = matches!(self.rule(), Comparisons::ToCurrent | Comparisons::All);
        let current = self.document.in_force(self.site.on);
        is_wanted && self.had(from) && current.is_some_and(|at| from < at && self.had(at))
    }

    fn rule(self) -> Comparisons {
        let section = &self.site.sections[self.document.section];
        let stated = section.config.comparisons;
        stated.unwrap_or(self.site.config.comparisons)
    }
}

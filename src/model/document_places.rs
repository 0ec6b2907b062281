//! Whether there is anything at a place of a document. A build makes what is here, the preview shows it, and a text
//! may link to it.

use super::document::Document;
use super::document_place::{DocumentPlace, Words};
use super::plan::ComparisonPlan;
use super::site::Site;
use super::version::Version;
use crate::language::LanguageCode;

impl Site {
    /// The place at what an address in a language has behind a document's, without `/` at either end.
    /// Nothing where nothing is there.
    pub(super) fn document_place(
        &self,
        document: &Document,
        language: &LanguageCode,
        below: &str,
    ) -> Option<DocumentPlace> {
        let place = self.meant_place(document, language, below)?;
        self.has_document_place(document, place, language)
            .then_some(place)
    }

    /// The place that was at such an address and is lost, and the one that it leads to now.
    pub(super) fn lost_place(
        &self,
        document: &Document,
        language: &LanguageCode,
        below: &str,
    ) -> Option<(DocumentPlace, DocumentPlace)> {
        let meant = self.meant_place(document, language, below)?;
        let lost = self.lost_places(document, language);
        lost.into_iter().find(|(place, _)| *place == meant)
    }

    /// The place that such an address means, be something there or not.
    fn meant_place(
        &self,
        document: &Document,
        language: &LanguageCode,
        below: &str,
    ) -> Option<DocumentPlace> {
        let place = DocumentPlace::read(Words::of(self, language), below)?;
        place.named(|id| document.version(id))
    }

    /// Whether there is something at a place.
    fn has_document_place(
        &self,
        document: &Document,
        place: DocumentPlace,
        language: &LanguageCode,
    ) -> bool {
        let plan = || ComparisonPlan::of(self, document, language);
        match place {
            DocumentPlace::Itself => document.shown(self.on()).is_some(),
            DocumentPlace::History | DocumentPlace::Version(_) => true,
            DocumentPlace::Feed => self.config.base_url.is_some(),
            DocumentPlace::BothLanguages(at) => self.has_both_languages(&document.versions[at]),
            DocumentPlace::Comparison(from, to) => plan().has(from, to),
            DocumentPlace::ToCurrent(from) => plan().has_to_current(from),
            DocumentPlace::ComparisonLanguages(from, to) => self
                .languages_beside(document, from, to)
                .contains(&language),
        }
    }

    /// Every place of a document in a language at which there is something.
    pub fn document_places(
        &self,
        document: &Document,
        language: &LanguageCode,
    ) -> Vec<DocumentPlace> {
        let plan = ComparisonPlan::of(self, document, language);
        let mut places = vec![
            DocumentPlace::Itself,
            DocumentPlace::History,
            DocumentPlace::Feed,
        ];
        for at in 0..document.versions.len() {
            places.extend([
                DocumentPlace::Version(at),
                DocumentPlace::BothLanguages(at),
                DocumentPlace::ToCurrent(at),
            ]);
            let compared = plan.compared_with(at).into_iter();
            places.extend(compared.flat_map(|from| {
                [
                    DocumentPlace::Comparison(from, at),
                    DocumentPlace::ComparisonLanguages(from, at),
                ]
            }));
        }
        places.retain(|place| self.has_document_place(document, *place, language));
        places
    }

    /// Whether a version has a page with its languages side by side.
    pub fn has_both_languages(&self, version: &Version) -> bool {
        let with_text = self.languages().filter(|code| version.text(code).is_some());
        self.config.both_languages && with_text.count() > 1
    }

    /// The languages in which a comparison of versions that are neighbours, or were so once, is shown side by
    /// side with the others; none where fewer than two have it, or the site does not want it.
    pub fn languages_beside(
        &self,
        document: &Document,
        from: usize,
        to: usize,
    ) -> Vec<&LanguageCode> {
        let has_it = |language: &&LanguageCode| {
            ComparisonPlan::of(self, document, language).has_of_neighbours(from, to)
        };
        let languages: Vec<&LanguageCode> = self.languages().filter(has_it).collect();
        if self.config.both_languages && languages.len() > 1 {
            languages
        } else {
            Vec::new()
        }
    }
}

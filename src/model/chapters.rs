//! The documents in the order in which they are read, and the chapters of books among them.

use super::document::Document;
use super::site::Site;
use crate::language::LanguageCode;

impl Site {
    /// The documents of a section's book: those that are in force, of the section and of the sections in
    /// it, each with the version that is, its text removed or not. In the order in which the site has them.
    pub fn book_of(&self, section: usize) -> impl Iterator<Item = (&Document, usize)> {
        let is_within = move |&document: &usize| {
            let own = self.documents[document].section;
            let mut above = std::iter::successors(Some(own), |&at| self.sections[at].parent);
            above.any(|at| at == section)
        };
        let documents = (0..self.documents.len()).filter(is_within);
        documents.filter_map(|at| self.chapter(at))
    }

    /// The document at an index with its version in force, if it is a chapter of books.
    pub(super) fn chapter(&self, document: usize) -> Option<(&Document, usize)> {
        let document = &self.documents[document];
        Some((document, document.in_force(self.on())?))
    }

    /// The documents of a section itself, in the order of a language: as stated, then by the alphabet.
    pub fn documents_in_order(
        &self,
        section: usize,
        language: &LanguageCode,
    ) -> impl Iterator<Item = &Document> {
        let order = self.reading_order(language);
        let own = order.map_or(&[][..], |order| order.own(section));
        own.iter().map(|&at| &self.documents[at])
    }

    /// The chapters of a section's book in the order of a language: the documents of [`Site::book_of`],
    /// those of the section itself before those of the sections in it.
    pub fn chapters(
        &self,
        section: usize,
        language: &LanguageCode,
    ) -> impl Iterator<Item = (&Document, usize)> {
        let order = self.reading_order(language);
        let all = order.map_or(&[][..], |order| order.all(section));
        all.iter().filter_map(|&at| self.chapter(at))
    }

    /// The chapters before and after a document that is one, in the book of the outermost section around
    /// it; the book of each section within is a stretch of that. Nothing for a document that is in no
    /// book.
    pub fn chapters_beside(
        &self,
        document: &Document,
        language: &LanguageCode,
    ) -> [Option<&Document>; 2] {
        self.beside(document, language).unwrap_or_default()
    }

    fn beside(
        &self,
        document: &Document,
        language: &LanguageCode,
    ) -> Option<[Option<&Document>; 2]> {
        let at = self.document_index(&document.id)?;
        self.chapter(at)?;
        let outermost = *self.sections_above(document.section).first()?;
        let order = self.reading_order(language)?;
        let (before, after) = order.around(at, outermost);
        let chapter = |&at: &usize| Some(self.chapter(at)?.0);
        Some([
            before.iter().rev().find_map(chapter),
            after.iter().find_map(chapter),
        ])
    }
}

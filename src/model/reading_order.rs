//! The order in which the documents are read: that of lists, of books, and of the ways from a document to
//! those beside it.

use std::ops::Range;

use super::document::Document;
use super::site::Site;
use crate::config::ByLanguage;
use crate::language::LanguageCode;
use crate::language::order::Collator;

/// All documents in the order of a language: section by section, in each its own documents, as stated and
/// then by the alphabet, before those of the sections in it. So those of a section, with or without the
/// sections in it, are one stretch.
#[derive(Clone, Debug)]
pub(super) struct ReadingOrder {
    /// Indices into [`Site::documents`].
    documents: Vec<usize>,
    /// The place of each document among them.
    places: Vec<usize>,
    /// The stretches of each section.
    sections: Vec<Stretches>,
}

/// Where a section's documents stand.
#[derive(Clone, Debug, Default)]
struct Stretches {
    own: Range<usize>,
    /// Those of the sections in it included.
    all: Range<usize>,
}

impl ReadingOrder {
    fn of(site: &Site, language: &LanguageCode) -> ReadingOrder {
        let mut making = Making {
            own: own_documents(site, language),
            below: vec![Vec::new(); site.sections.len()],
            documents: Vec::with_capacity(site.documents.len()),
            sections: vec![Stretches::default(); site.sections.len()],
        };
        for (at, section) in site.sections.iter().enumerate() {
            if let Some(parent) = section.parent {
                making.below[parent].push(at);
            }
        }
        if !site.sections.is_empty() {
            making.section(0);
        }
        let mut places = vec![0; site.documents.len()];
        for (place, &at) in making.documents.iter().enumerate() {
            places[at] = place;
        }
        ReadingOrder {
            documents: making.documents,
            places,
            sections: making.sections,
        }
    }
}

/// The documents of each section itself, in their order.
fn own_documents(site: &Site, language: &LanguageCode) -> Vec<Vec<usize>> {
    let mut own: Vec<Vec<(i64, String, usize)>> = vec![Vec::new(); site.sections.len()];
    for (at, document) in site.documents.iter().enumerate() {
        let order = document.config.order.unwrap_or(i64::MAX);
        own[document.section].push((order, site.sort_key(document, language), at));
    }
    let collator = Collator::of(language);
    let in_order = |mut documents: Vec<(i64, String, usize)>| {
        documents.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| collator.compare(&a.1, &b.1)));
        documents.into_iter().map(|(_, _, at)| at).collect()
    };
    own.into_iter().map(in_order).collect()
}

struct Making {
    own: Vec<Vec<usize>>,
    /// The sections right below each.
    below: Vec<Vec<usize>>,
    documents: Vec<usize>,
    sections: Vec<Stretches>,
}

impl Making {
    fn section(&mut self, at: usize) {
        let from = self.documents.len();
        self.documents.append(&mut self.own[at]);
        let own = from..self.documents.len();
        for below in std::mem::take(&mut self.below[at]) {
            self.section(below);
        }
        let all = from..self.documents.len();
        self.sections[at] = Stretches { own, all };
    }
}

impl Site {
    fn reading_order(&self, language: &LanguageCode) -> Option<&ReadingOrder> {
        let orders = self.reading_orders.get_or_make(self.on, || {
            let order = |language: &LanguageCode| ReadingOrder::of(self, language);
            self.languages()
                .map(|language| (language.clone(), order(language)))
                .collect::<ByLanguage<ReadingOrder>>()
        });
        orders.get(language)
    }

    /// The documents of a section itself, in the order of a language: as stated, then by the alphabet.
    pub fn documents_in_order(
        &self,
        section: usize,
        language: &LanguageCode,
    ) -> impl Iterator<Item = &Document> {
        let order = self.reading_order(language);
        let own = order.map_or(&[][..], |order| {
            &order.documents[order.sections[section].own.clone()]
        });
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
        let all = order.map_or(&[][..], |order| {
            &order.documents[order.sections[section].all.clone()]
        });
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
        let book = order.sections[outermost].all.clone();
        let place = order.places[at];
        let before = order.documents[book.start..place].iter().rev();
        let after = order.documents[place + 1..book.end].iter();
        let chapter = |&at: &usize| Some(self.chapter(at)?.0);
        Some([
            before.into_iter().find_map(chapter),
            after.into_iter().find_map(chapter),
        ])
    }
}

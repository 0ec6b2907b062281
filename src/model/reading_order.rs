//! The order in which the documents are read: that of lists, of books, and of the ways from a document to
//! those beside it.

use std::ops::Range;

use super::content::Content;
use super::document::Document;
use crate::language::LanguageCode;
use crate::language::order::Collator;

/// All documents in the order of a language: section by section, in each its own documents, as stated and
/// then by the alphabet, before those of the sections in it. So those of a section, with or without the
/// sections in it, are one stretch.
#[derive(Clone, Debug)]
pub(super) struct ReadingOrder {
    /// Indices into [`Content::documents`].
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
    /// That of a language; `key` is what a document is sorted by in it.
    pub fn of(
        content: &Content,
        language: &LanguageCode,
        key: impl Fn(&Document) -> String,
    ) -> ReadingOrder {
        let mut making = Making {
            own: own_documents(content, language, key),
            below: vec![Vec::new(); content.sections.len()],
            documents: Vec::with_capacity(content.documents.len()),
            sections: vec![Stretches::default(); content.sections.len()],
        };
        for (at, section) in content.sections.iter().enumerate() {
            if let Some(parent) = section.parent {
                making.below[parent].push(at);
            }
        }
        if !content.sections.is_empty() {
            making.section(0);
        }
        let mut places = vec![0; content.documents.len()];
        for (place, &at) in making.documents.iter().enumerate() {
            places[at] = place;
        }
        ReadingOrder {
            documents: making.documents,
            places,
            sections: making.sections,
        }
    }

    /// The documents of a section itself.
    pub fn own(&self, section: usize) -> &[usize] {
        &self.documents[self.sections[section].own.clone()]
    }

    /// The same with those of the sections in it.
    pub fn all(&self, section: usize) -> &[usize] {
        &self.documents[self.sections[section].all.clone()]
    }

    /// Those before and those after one of them, of a section that it is in or that is around that.
    pub fn around(&self, document: usize, section: usize) -> (&[usize], &[usize]) {
        let all = self.sections[section].all.clone();
        let place = self.places[document];
        (
            &self.documents[all.start..place],
            &self.documents[place + 1..all.end],
        )
    }
}

/// The documents of each section itself, in their order.
fn own_documents(
    content: &Content,
    language: &LanguageCode,
    key: impl Fn(&Document) -> String,
) -> Vec<Vec<usize>> {
    let mut own: Vec<Vec<(i64, String, usize)>> = vec![Vec::new(); content.sections.len()];
    for (at, document) in content.documents.iter().enumerate() {
        let order = document.config.order.unwrap_or(i64::MAX);
        own[document.section].push((order, key(document), at));
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

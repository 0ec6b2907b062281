//! What is at the paths of the content. A name may be written in more than one of Unicode's forms (`ŷ`, or `y` and
//! its accent), which nobody sees: paths are compared in the composed one.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::document::Document;
use super::page::Page;
use super::section::Section;

/// A path as it is compared with others.
pub fn composed(path: &str) -> Cow<'_, str> {
    if path.is_ascii() || is_nfc_quick(path.chars()) == IsNormalized::Yes {
        Cow::Borrowed(path)
    } else {
        Cow::Owned(path.nfc().collect())
    }
}

/// What the index of a site says of a path below `content`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Indexed {
    Document(usize),
    Version(usize, usize),
    Section(usize),
    Page(usize),
    DocumentFile(usize, usize),
    VersionFile(usize, usize, usize),
    SectionFile(usize, usize),
    PageFile(usize, usize),
}

/// The index of a site's content, by paths below it.
#[derive(Clone, Debug, Default)]
pub(super) struct PathIndex(HashMap<String, Indexed>);

impl PathIndex {
    /// Everything that can be linked to. What a document was called once leads to it too, unless something else has
    /// that path now.
    pub fn of(documents: &[Document], sections: &[Section], pages: &[Page]) -> PathIndex {
        let mut index = PathIndex::default();
        for (at, document) in documents.iter().enumerate() {
            for (_, formers) in document.config.former_addresses.iter() {
                for former in formers {
                    index.insert(&former.value, Indexed::Document(at));
                }
            }
        }
        for (at, section) in sections.iter().enumerate() {
            index.insert(&section.id, Indexed::Section(at));
            for (file, attachment) in section.attachments.iter().enumerate() {
                index.insert(
                    &below(&section.id, &attachment.name),
                    Indexed::SectionFile(at, file),
                );
            }
        }
        for (at, page) in pages.iter().enumerate() {
            index.insert(&page.id, Indexed::Page(at));
            for (file, attachment) in page.attachments.iter().enumerate() {
                index.insert(
                    &below(&page.id, &attachment.name),
                    Indexed::PageFile(at, file),
                );
            }
        }
        for (at, document) in documents.iter().enumerate() {
            each_path(at, document, &mut |path, indexed| {
                index.insert(&path, indexed);
            });
        }
        index
    }

    pub fn get(&self, path: &str) -> Option<Indexed> {
        self.0.get(&*composed(path)).copied()
    }

    /// Takes out the paths of a document, by its index, and puts in those of another state of it.
    pub fn replace(&mut self, at: usize, old: &Document, new: &Document) {
        each_path(at, old, &mut |path, indexed| self.remove(&path, indexed));
        each_path(at, new, &mut |path, indexed| self.insert(&path, indexed));
    }

    fn insert(&mut self, path: &str, indexed: Indexed) {
        self.0.insert(composed(path).into_owned(), indexed);
    }

    /// Takes a path out where that is what it leads to: another part of the site may have it as well, which is a
    /// finding.
    fn remove(&mut self, path: &str, indexed: Indexed) {
        if self.get(path) == Some(indexed) {
            self.0.remove(&*composed(path));
        }
    }
}

/// Every path at which a document, a version of it or a file of either is found.
fn each_path(at: usize, document: &Document, visit: &mut dyn FnMut(String, Indexed)) {
    visit(document.id.clone(), Indexed::Document(at));
    for (file, attachment) in document.attachments.iter().enumerate() {
        let path = below(&document.id, &attachment.name);
        visit(path, Indexed::DocumentFile(at, file));
    }
    for (number, version) in document.versions.iter().enumerate() {
        let id = below(&document.id, version.id.as_str());
        for (file, attachment) in version.attachments.iter().enumerate() {
            let path = below(&id, &attachment.name);
            visit(path, Indexed::VersionFile(at, number, file));
        }
        visit(id, Indexed::Version(at, number));
    }
}

fn below(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::composed;

    #[test]
    fn two_forms_of_a_name_are_one() {
        assert_eq!(composed("p/ty\u{302}"), "p/tŷ");
        assert_eq!(composed("p/tŷ"), "p/tŷ");
        assert_ne!(composed("p/ty"), "p/tŷ");
    }
}

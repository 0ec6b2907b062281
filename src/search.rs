//! The search of a site: texts → files that the search page reads.
//!
//! 1. Each text comes as an [`Entry`], with what a result shows of it.
//! 2. [`index`] gives entries to Pagefind, apart for each language, for what is in force and for what
//!    was, and in several parts where there is much; `content` writes their words so that a result knows its headings.
//! 3. [`words`] says what a language does to words, and which words the site has: with it the search
//!    page finds *polisi* where a reader types *mholisi*.
//!
//! The same entries give the same bytes, in whatever order they come.

mod content;
mod index;
mod words;

use std::collections::BTreeMap;

use crate::language::{LanguageCode, words::fixed};
use crate::page::{SearchIndex, SearchPart};

/// The search engine's program, which all indexes share.
const ENGINE: &str = "pagefind.js";

/// A text for search.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its language.
    pub language: LanguageCode,
    /// The index that it is in.
    pub index: SearchIndex,
    /// Its address from the site's root.
    pub address: String,
    /// Its title.
    pub title: String,
    /// What a result shows, as HTML.
    pub result: String,
    /// What it says.
    pub parts: Vec<SearchPart>,
}

/// A file of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchFile {
    /// Its path from the site's root.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why there is no search index.
#[derive(Debug, thiserror::Error)]
#[error("the search index could not be made: {0}")]
pub struct SearchError(String);

/// How many words one index of the engine holds at most, so that its memory is bounded: some 0.6 kB
/// are needed for each while it is made. A site with more has several, and the page asks them all.
const WORDS_OF_AN_INDEX: usize = 750_000;

/// Makes the files of a site's search, for each of its languages.
///
/// # Errors
/// When the search engine fails, which no text makes it do.
pub fn files(
    entries: Vec<Entry>,
    languages: &[LanguageCode],
) -> Result<Vec<SearchFile>, SearchError> {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut by_language: BTreeMap<&LanguageCode, Vec<Entry>> = languages
        .iter()
        .map(|language| (language, Vec::new()))
        .collect();
    for entry in entries {
        if let Some(own) = by_language.get_mut(&entry.language) {
            own.push(entry);
        }
    }
    for (language, mut entries) in by_language {
        entries.sort_by(|one, other| (one.index, &one.address).cmp(&(other.index, &other.address)));
        let vocabulary = words::Vocabulary::of(language, &entries);
        let mut folders = Folders::default();
        for part in parted(entries) {
            let folder = folders.next(part.index);
            for (name, bytes) in index::files(language, part.entries)? {
                let path = match name.as_str() {
                    ENGINE => name,
                    _ => format!("{language}/{folder}{name}"),
                };
                files.insert(path, bytes);
            }
        }
        let json = vocabulary.to_json(language, &folders.in_force, &folders.history);
        let bytes = serde_json::to_vec(&json).map_err(|fault| SearchError(fault.to_string()))?;
        files.insert(format!("{language}/words.json"), bytes);
    }
    let in_folder = |(path, bytes)| SearchFile {
        path: format!("{}/{path}", fixed::PAGEFIND),
        bytes,
    };
    Ok(files.into_iter().map(in_folder).collect())
}

/// The folders of a language's indexes, below that of the language.
#[derive(Default)]
struct Folders {
    in_force: Vec<String>,
    history: Vec<String>,
}

impl Folders {
    /// The folder of one more index of a kind.
    fn next(&mut self, index: SearchIndex) -> String {
        let (folders, kind) = match index {
            SearchIndex::InForce => (&mut self.in_force, ""),
            SearchIndex::History => (&mut self.history, "history-"),
        };
        let folder = format!("{kind}{}/", folders.len() + 1);
        folders.push(folder.clone());
        folder
    }
}

/// Entries of one kind, few enough for one index.
struct Part {
    index: SearchIndex,
    entries: Vec<Entry>,
}

/// Parts entries, which come in their order, by kind and by how many words they have.
fn parted(entries: Vec<Entry>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut words = 0;
    for entry in entries {
        let own: usize = entry.parts.iter().map(SearchPart::count_words).sum();
        words += own;
        match parts.last_mut() {
            Some(part) if part.index == entry.index && words <= WORDS_OF_AN_INDEX => {
                part.entries.push(entry);
            }
            _ => {
                words = own;
                parts.push(Part {
                    index: entry.index,
                    entries: vec![entry],
                });
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests;

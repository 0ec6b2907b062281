//! The search of a site: texts → files that the search page reads.
//!
//! 1. Each text comes as an [`Entry`], with what a result shows of it.
//! 2. [`index`] gives the entries of one index to Pagefind, one index a language for what is in force
//!    and one for what was; `content` writes their words so that a result knows its headings.
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

/// Makes the files of a site's search.
///
/// # Errors
/// When the search engine fails, which no text makes it do.
pub fn files(entries: Vec<Entry>) -> Result<Vec<SearchFile>, SearchError> {
    let mut indexes: BTreeMap<(LanguageCode, SearchIndex), Vec<Entry>> = BTreeMap::new();
    for entry in entries {
        let key = (entry.language.clone(), entry.index);
        indexes.entry(key).or_default().push(entry);
    }
    let mut files: BTreeMap<String, Vec<u8>> = words_files(&indexes)?;
    for ((language, index), mut entries) in indexes {
        entries.sort_by(|one, other| one.address.cmp(&other.address));
        let folder = match index {
            SearchIndex::InForce => format!("{language}/"),
            SearchIndex::History => format!("{language}/history/"),
        };
        for (name, bytes) in index::files(&language, entries)? {
            let path = match name.as_str() {
                ENGINE => name,
                _ => format!("{folder}{name}"),
            };
            files.insert(path, bytes);
        }
    }
    let in_folder = |(path, bytes)| SearchFile {
        path: format!("{}/{path}", fixed::PAGEFIND),
        bytes,
    };
    Ok(files.into_iter().map(in_folder).collect())
}

/// The words of each language, of all its indexes together.
fn words_files(
    indexes: &BTreeMap<(LanguageCode, SearchIndex), Vec<Entry>>,
) -> Result<BTreeMap<String, Vec<u8>>, SearchError> {
    let mut vocabularies: BTreeMap<&LanguageCode, words::Vocabulary> = BTreeMap::new();
    for ((language, _), entries) in indexes {
        let vocabulary = vocabularies.entry(language).or_default();
        for entry in entries {
            vocabulary.add(&entry.title);
            let parts = entry.parts.iter();
            parts.for_each(|part| vocabulary.add(&part.words));
        }
    }
    let files = vocabularies.into_iter().map(|(language, vocabulary)| {
        let json = vocabulary.to_json(language);
        let bytes = serde_json::to_vec(&json).map_err(|fault| SearchError(fault.to_string()))?;
        Ok((format!("{language}/words.json"), bytes))
    });
    files.collect()
}

#[cfg(test)]
mod tests;

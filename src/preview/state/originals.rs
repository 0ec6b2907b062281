//! Published versions as readers were shown them, before they were edited under the preview.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::config::version::Seal;
use crate::model::{Document, Edit, EditedPart, SealedPart};

/// The seals that versions would have had before they were edited, by document and version.
#[derive(Default)]
pub(super) struct Originals(HashMap<String, Seal>);

impl Originals {
    /// Notes the published versions of a document, unless an earlier state of them is noted.
    pub fn note(&mut self, document: &Document, on: Date) {
        for version in &document.versions {
            if version.is_published(on) {
                let original = self.0.entry(key(document, version.id.as_str()));
                original.or_insert_with(|| version.new_seal());
            }
        }
    }

    /// Marks the versions that are not what was noted of them, but for those whose seal was written since, and
    /// with it why they differ.
    pub fn mark(&self, document: &mut Document) {
        let id = document.id.clone();
        for version in &mut document.versions {
            if version.is_sealed() {
                continue;
            }
            let Some(original) = self.0.get(&format!("{id}@{}", version.id)) else {
                continue;
            };
            let mut edits = version.edits_since(original);
            edits.retain(|edit| !is_completed(edit));
            let edited = EditedPart::of(&edits);
            version.edited = version.edited.into_iter().chain(edited).min();
        }
    }

    /// Only those are needed whose versions differ from them.
    pub fn forget_unedited(&mut self, documents: &[Document]) {
        let edited = documents.iter().flat_map(edited_of);
        let edited: BTreeSet<String> = edited.collect();
        self.0.retain(|key, _| edited.contains(key));
    }

    /// The same for the versions of one document.
    pub fn forget_unedited_of(&mut self, document: &Document) {
        let edited: BTreeSet<String> = edited_of(document).collect();
        let own = key(document, "");
        self.0
            .retain(|key, _| !key.starts_with(&own) || edited.contains(key));
    }
}

/// The name of a version among the originals.
fn key(document: &Document, version: &str) -> String {
    format!("{}@{version}", document.id)
}

fn edited_of(document: &Document) -> impl Iterator<Item = String> {
    let versions = document.versions.iter();
    let edited = versions.filter(|version| version.edited.is_some());
    edited.map(|version| key(document, version.id.as_str()))
}

/// Whether something is stated that was not before: readers were shown nothing else in its place.
fn is_completed((part, edit): &(Option<SealedPart>, Edit)) -> bool {
    let is_stated = matches!(part, Some(SealedPart::Approval | SealedPart::Note));
    is_stated && *edit == Edit::Added
}

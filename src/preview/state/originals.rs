//! Published versions as readers were shown them, before they were edited under the preview.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use crate::config::version::Seal;
use crate::model::{Document, Edit, EditedPart, SealedPart, Site};

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

    /// What was edited of the versions of a document that are not what was noted of them, by their ids. Nothing of
    /// those whose seal was written since, and with it why they differ.
    pub fn edited(&self, document: &Document) -> BTreeMap<String, EditedPart> {
        let unsealed = document
            .versions
            .iter()
            .filter(|version| !version.is_sealed());
        let edited = unsealed.filter_map(|version| {
            let id = version.id.as_str();
            let original = self.0.get(&key(document, id))?;
            let mut edits = version.edits_since(original);
            edits.retain(|edit| !is_completed(edit));
            Some((id.to_owned(), EditedPart::of(&edits)?))
        });
        edited.collect()
    }

    /// Only those are needed whose versions differ from them.
    pub fn forget_unedited(&mut self, site: &Site) {
        let documents = site.documents.iter();
        let edited = documents.flat_map(|document| edited_of(site, document));
        let edited: BTreeSet<String> = edited.collect();
        self.0.retain(|key, _| edited.contains(key));
    }

    /// The same for the versions of one document, by its index.
    pub fn forget_unedited_of(&mut self, site: &Site, at: usize) {
        let document = &site.documents[at];
        let edited: BTreeSet<String> = edited_of(site, document).collect();
        let own = key(document, "");
        self.0
            .retain(|key, _| !key.starts_with(&own) || edited.contains(key));
    }
}

/// The name of a version among the originals.
fn key(document: &Document, version: &str) -> String {
    format!("{}@{version}", document.id)
}

fn edited_of(site: &Site, document: &Document) -> impl Iterator<Item = String> {
    let versions = document.versions.iter();
    let edited = versions.filter(|version| site.edited(document, version).is_some());
    edited.map(|version| key(document, version.id.as_str()))
}

/// Whether something is stated that was not before: readers were shown nothing else in its place.
fn is_completed((part, edit): &(Option<SealedPart>, Edit)) -> bool {
    let is_stated = matches!(part, Some(SealedPart::Approval | SealedPart::Note));
    is_stated && *edit == Edit::Added
}

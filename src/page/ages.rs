//! Since when each part of a text reads as it does.
//!
//! The ages of a version's parts follow from those of the version before and from the comparison of the
//! two, so that they cost no comparison of their own. On the page each part carries one short note, the
//! date, and a link to the change that gave it its wording; a part as old as the document has no link.
//! That is one element a part, hidden until the reader opens the box above the text: the page grows with
//! the text and never with the number of versions.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::context::Viewpoint;
use super::wording::Wording;
use crate::diff::{Comparison, parts};
use crate::markdown::html::Note;
use crate::markdown::tree::{Block, Tree};
use crate::model::Document;

/// Since when the parts of one text read as they do, by the bytes at which they lie.
#[derive(Debug, Default)]
pub(super) struct Ages(BTreeMap<(usize, usize), Since>);

/// Since when a part reads as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Since {
    /// The version: an index into [`Document::versions`].
    version: usize,
    /// The change, in the comparison of the version before with that one; nothing where there was none.
    change: Option<usize>,
}

fn key(block: &Block) -> (usize, usize) {
    (block.span.start, block.span.end)
}

impl Ages {
    /// Those of the first text of a document in a language.
    pub fn of_first(tree: &Tree, version: usize) -> Ages {
        let since = Since {
            version,
            change: None,
        };
        Ages(
            parts(&tree.blocks)
                .into_iter()
                .map(|part| (key(part), since))
                .collect(),
        )
    }

    /// Those of the next text, which a comparison leads to.
    pub fn after(&self, comparison: &Comparison<'_>, version: usize) -> Ages {
        let since = |old: Option<&Block>, change: Option<usize>| {
            let kept = old
                .filter(|_| change.is_none())
                .and_then(|old| self.0.get(&key(old)));
            kept.copied().unwrap_or(Since { version, change })
        };
        let origins = comparison.origins().into_iter();
        Ages(
            origins
                .map(|origin| (key(origin.new), since(origin.old, origin.change)))
                .collect(),
        )
    }
}

/// The ages of a text's parts as notes beside them.
pub(super) struct AgeNotes<'a> {
    ages: &'a Ages,
    /// Of each version that a part is as old as, by its index: its date, and the way to the changes of the
    /// comparison but for their number.
    versions: Vec<Option<(String, Option<String>)>>,
}

impl<'a> AgeNotes<'a> {
    pub fn new(
        ages: &'a Ages,
        view: Viewpoint<'_>,
        wording: &dyn Wording,
        document: &Document,
    ) -> Self {
        let mut versions = vec![None; document.versions.len()];
        for since in ages.0.values() {
            versions[since.version].get_or_insert_with(|| {
                let date = view.version_words(wording, document, since.version);
                let comparison = view.comparison_to(document, since.version);
                (date, comparison.map(|address| address + "#change-"))
            });
        }
        AgeNotes { ages, versions }
    }
}

impl AgeNotes<'_> {
    /// The note beside a block, if it has one.
    pub fn note(&self, block: &Block) -> Option<Note<'_>> {
        let since = self.ages.0.get(&key(block))?;
        let (date, changes) = self.versions.get(since.version)?.as_ref()?;
        let href = changes.as_ref().zip(since.change);
        Some(Note {
            class: "since",
            text: Cow::Borrowed(date),
            href: href.map(|(changes, change)| changes.clone() + &(change + 1).to_string()),
            label: None,
            lang: None,
        })
    }
}

//! What comparing has found out about a document's texts, as long as the texts are compared again.

use std::collections::BTreeMap;

use crate::diff::{BlockMemory, Comparison, KnownText, TextMemory, compare_again};
use crate::language::LanguageCode;
use crate::markdown::tree::Tree;

/// A text of a document: the version's index and the tree.
pub(super) type TextAt<'t> = (usize, &'t Tree);

/// The memories of a document: of its texts, by version and language, and of their blocks, by language.
#[derive(Default)]
pub(super) struct Memories {
    texts: BTreeMap<(usize, LanguageCode), TextMemory>,
    blocks: BTreeMap<LanguageCode, BlockMemory>,
}

impl Memories {
    /// Compares two texts of one language.
    pub fn compare<'t>(
        &mut self,
        (from, old): TextAt<'t>,
        (to, new): TextAt<'t>,
        language: &LanguageCode,
    ) -> Comparison<'t> {
        let places = [from, to].map(|at| (at, language.clone()));
        for place in &places {
            self.texts.entry(place.clone()).or_default();
        }
        let of_blocks = self.blocks.entry(language.clone()).or_default();
        let [of_old, of_new] = places.map(|place| &self.texts[&place]);
        let old = KnownText {
            tree: old,
            memory: of_old,
        };
        let new = KnownText {
            tree: new,
            memory: of_new,
        };
        compare_again(old, new, of_blocks, language)
    }

    /// Drops what is known of the texts that are not needed again.
    pub fn keep(&mut self, is_needed: impl Fn(usize, &LanguageCode) -> bool) {
        self.texts
            .retain(|(at, language), _| is_needed(*at, language));
    }
}

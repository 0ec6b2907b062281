//! Where the places of a text are in the other languages: the clause that is (d) in English may be (ch) in
//! Welsh, where another is (d).

use std::collections::{BTreeMap, HashMap};

use crate::language::LanguageCode;
use crate::markdown::tree::{Block, Tree};

/// Of the blocks of a text that have an anchor and a counterpart in another text: the anchors of both. A
/// counterpart may have none of its own.
pub(super) type PairedAnchors = HashMap<String, Option<String>>;

/// The places of a version that are the same, by the language that they are looked up in and the other one.
#[derive(Debug, Default)]
pub(super) struct PairedPlaces(BTreeMap<(LanguageCode, LanguageCode), PairedAnchors>);

impl PairedPlaces {
    /// Takes the blocks of two texts that correspond.
    pub fn take(&mut self, languages: [&LanguageCode; 2], pairs: &[(&Block, &Block)]) {
        let [left, right] = languages.map(LanguageCode::clone);
        let anchors =
            |pair: &(&Block, &Block)| Some((pair.0.anchor.clone()?, pair.1.anchor.clone()));
        let there = pairs.iter().filter_map(anchors).collect();
        let back = pairs
            .iter()
            .filter_map(|(one, other)| anchors(&(*other, *one)));
        let back = back.collect();
        self.0.insert((left.clone(), right.clone()), there);
        self.0.insert((right, left), back);
    }

    /// Where the places of a text are in the text of another language, which is `there`.
    pub fn between<'t>(
        &'t self,
        language: &LanguageCode,
        other: &LanguageCode,
        there: &'t Tree,
    ) -> PlacesThere<'t> {
        let mut blocks = HashMap::new();
        there.walk(&mut |block| {
            let names = block.anchor.iter().chain(&block.aliases);
            blocks.extend(names.map(|name| (name.as_str(), block)));
        });
        PlacesThere {
            paired: self.0.get(&(language.clone(), other.clone())),
            blocks,
        }
    }
}

/// Where the places of a text are in the text of another language.
pub(super) struct PlacesThere<'t> {
    paired: Option<&'t PairedAnchors>,
    /// The blocks there, by everything that they answer to.
    blocks: HashMap<&'t str, &'t Block>,
}

impl<'t> PlacesThere<'t> {
    /// The counterpart of a block and what leads to it; nothing where it has none, or nothing leads to it.
    pub fn of(&self, block: &Block) -> Option<(&'t str, &'t Block)> {
        let own = block.anchor.as_ref()?;
        let there = match self.paired?.get(own)? {
            Some(anchor) => self.blocks.get_key_value(anchor.as_str()),
            None => {
                let there = self.blocks.get_key_value(own.as_str());
                there.filter(|(_, block)| block.anchor.is_none())
            }
        };
        there.map(|(name, block)| (*name, *block))
    }

    /// The names of places of a text that are another place's there, as the query of an address is written: each
    /// with what leads to its own place, or nothing.
    pub fn named_otherwise(&self, tree: &Tree) -> String {
        let mut found = Vec::new();
        tree.walk(&mut |block| {
            if block.anchor.is_none() {
                return;
            }
            let counterpart = self.of(block);
            let is_another = |name: &&String| {
                let there = self.blocks.get(name.as_str());
                there.is_some_and(|there| {
                    !counterpart.is_some_and(|(_, block)| std::ptr::eq(block, *there))
                })
            };
            let names = block.anchor.iter().chain(&block.aliases);
            let there = counterpart.map_or("", |(name, _)| name);
            found.extend(
                names
                    .filter(is_another)
                    .map(|name| [name, "=", there].concat()),
            );
        });
        found.join("&")
    }
}

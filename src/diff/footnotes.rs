//! Which footnotes of two texts are the same, so that a reference to the same footnote is the same
//! word whatever its number.

use std::collections::BTreeMap;

use super::fingerprint::Fingerprint;
use super::model::Side;
use crate::markdown::tree::{BlockKind, Tree};

/// The footnotes of two texts, by what they are known as in both.
#[derive(Default)]
pub(super) struct Footnotes {
    old: BTreeMap<String, u64>,
}

impl Footnotes {
    /// Pairs footnotes of the same text first, then those of the same label.
    pub fn new(old: &Tree, new: &Tree) -> Self {
        let old = texts(old);
        let new = texts(new);
        let mut known = Footnotes::default();
        let mut taken: Vec<&str> = Vec::new();
        for (label, text) in &old {
            let same = |(other, its): &(&String, &String)| {
                *its == text && !taken.contains(&other.as_str())
            };
            let by_label = new.get_key_value(label).filter(|pair| same(pair));
            if let Some((other, _)) = by_label.or_else(|| new.iter().find(same)) {
                taken.push(other);
                known.old.insert(label.clone(), new_key(other));
            }
        }
        for label in old.keys() {
            if !known.old.contains_key(label) {
                let free = new.contains_key(label) && !taken.contains(&label.as_str());
                let key = if free {
                    new_key(label)
                } else {
                    gone_key(label)
                };
                known.old.insert(label.clone(), key);
            }
        }
        known
    }

    /// What a label of one text stands for: equal for references to the same footnote.
    pub fn key(&self, side: Side, label: &str) -> u64 {
        match side {
            Side::Old => match self.old.get(label) {
                Some(&key) => key,
                None => gone_key(label),
            },
            Side::New => new_key(label),
        }
    }
}

fn new_key(label: &str) -> u64 {
    Fingerprint::new(1).bytes(label.as_bytes()).finish()
}

fn gone_key(label: &str) -> u64 {
    Fingerprint::new(2).bytes(label.as_bytes()).finish()
}

fn texts(tree: &Tree) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for block in &tree.blocks {
        if let BlockKind::Footnote { label, .. } = &block.kind {
            let mut text = String::new();
            block.walk(&mut |block| text.push_str(&block.own_text()));
            texts.insert(label.clone(), text);
        }
    }
    texts
}

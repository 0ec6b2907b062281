//! Which footnotes of two texts are the same, so that a reference to the same footnote is the same
//! word whatever its number.

use std::collections::{BTreeMap, BTreeSet};

use super::fingerprint::Fingerprint;
use super::model::Side;
use crate::markdown::tree::{BlockKind, Tree};

/// The footnotes of two texts, by what they are known as in both.
#[derive(Default)]
pub(super) struct Footnotes {
    old: BTreeMap<String, u64>,
}

impl Footnotes {
    /// Pairs footnotes of the same text first, then those of the same label, then those with most of their words
    /// in common.
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
        for label in old.keys().filter(|label| new.contains_key(*label)) {
            if !known.old.contains_key(label) && !taken.contains(&label.as_str()) {
                taken.push(label);
                known.old.insert(label.clone(), new_key(label));
            }
        }
        let unpaired = old
            .iter()
            .filter(|(label, _)| !known.old.contains_key(*label));
        let unpaired: Vec<(&String, &String)> = unpaired.collect();
        if !unpaired.is_empty() {
            let free = new
                .iter()
                .filter(|(other, _)| !taken.contains(&other.as_str()));
            let mut free: Vec<(&str, BTreeSet<String>)> = free
                .map(|(other, its)| (other.as_str(), words(its)))
                .collect();
            for (label, text) in unpaired {
                let own = words(text);
                let common = |at: usize| in_common(&own, &free[at].1);
                let reworded = (0..free.len()).max_by_key(|&at| common(at));
                let key = match reworded.filter(|&at| common(at) >= MOST) {
                    Some(at) => new_key(free.swap_remove(at).0),
                    None => gone_key(label),
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

/// What two footnotes have in common when they are one in other words, in hundredths.
const MOST: usize = 50;

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// How many words are in both of two texts, in hundredths.
fn in_common(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    let both = one.intersection(other).count();
    (2 * both * 100)
        .checked_div(one.len() + other.len())
        .unwrap_or(0)
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

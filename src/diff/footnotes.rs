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
    /// Pairs footnotes of the same text first, then those that have most of their words in common, and only then those
    /// of the same label: most labels are numbers, and the next one takes that of a note that went.
    pub fn new(old: &Tree, new: &Tree) -> Self {
        let (old, new) = (texts(old), texts(new));
        let mut pairs = Pairs::default();
        for (label, text) in &old {
            let same = |(other, its): &(&String, &String)| *its == text && pairs.is_free(other);
            let by_label = new.get_key_value(label).filter(|pair| same(pair));
            if let Some((other, _)) = by_label.or_else(|| new.iter().find(same)) {
                pairs.add(label, other);
            }
        }
        for (label, other) in alike(&pairs.gone(&old), &pairs.come(&new)) {
            if !pairs.of_old.contains_key(label) && pairs.is_free(other) {
                pairs.add(label, other);
            }
        }
        for (label, _) in pairs.gone(&old) {
            if new.contains_key(label) && pairs.is_free(label) {
                pairs.add(label, label);
            }
        }
        let key = |label: &String| match pairs.of_old.get(label.as_str()) {
            Some(other) => new_key(other),
            None => gone_key(label),
        };
        let old = old.keys().map(|label| (label.clone(), key(label)));
        Footnotes { old: old.collect() }
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

/// The labels of footnotes of the old text, with those that they have in the new.
#[derive(Default)]
struct Pairs<'t> {
    of_old: BTreeMap<&'t str, &'t str>,
    taken: BTreeSet<&'t str>,
}

impl<'t> Pairs<'t> {
    fn add(&mut self, label: &'t str, other: &'t str) {
        self.of_old.insert(label, other);
        self.taken.insert(other);
    }

    fn is_free(&self, other: &str) -> bool {
        !self.taken.contains(other)
    }

    /// The footnotes of the old text that have no counterpart yet.
    fn gone(&self, old: &'t BTreeMap<String, String>) -> Vec<(&'t str, &'t str)> {
        let each = old
            .iter()
            .map(|(label, text)| (label.as_str(), text.as_str()));
        each.filter(|(label, _)| !self.of_old.contains_key(label))
            .collect()
    }

    /// Those of the new text.
    fn come(&self, new: &'t BTreeMap<String, String>) -> Vec<(&'t str, &'t str)> {
        let each = new
            .iter()
            .map(|(label, text)| (label.as_str(), text.as_str()));
        each.filter(|(label, _)| self.is_free(label)).collect()
    }
}

/// The labels of footnotes that can be one in other words, the most alike first.
fn alike<'t>(gone: &[(&'t str, &'t str)], come: &[(&'t str, &'t str)]) -> Vec<(&'t str, &'t str)> {
    if gone.len() * come.len() > MOST_PAIRS {
        return Vec::new();
    }
    let words_of = |(label, text): &(&'t str, &'t str)| (*label, words(text));
    let come: Vec<_> = come.iter().map(words_of).collect();
    let mut found = Vec::new();
    for (label, words) in gone.iter().map(words_of) {
        for (other, its) in &come {
            let common = in_common(&words, its);
            let by_label = if label == *other { SAME_LABEL } else { 0 };
            found.extend((common >= MOST).then_some((common + by_label, label, *other)));
        }
    }
    found.sort_by_key(|(alike, ..)| std::cmp::Reverse(*alike));
    found
        .into_iter()
        .map(|(_, label, other)| (label, other))
        .collect()
}

/// What two footnotes have in common when they are one in other words, in hundredths.
const MOST: usize = 50;
/// What the same label counts beside that.
const SAME_LABEL: usize = 10;
/// Of more pairs those of one label are taken.
const MOST_PAIRS: usize = 10_000;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{ParseOptions, parse};
    use crate::source::Source;

    /// The labels of the old footnotes, each with that of its counterpart.
    fn pairs(old: &str, new: &str) -> Vec<(String, String)> {
        let tree = |text: &str| {
            let references: String = text
                .lines()
                .filter_map(|line| line.split(':').next())
                .collect();
            let written = format!("Said{references}.\n\n{text}");
            parse(
                &Source::new("en.md", written),
                0,
                None,
                &ParseOptions::default(),
            )
            .tree
        };
        let (old, new) = (tree(old), tree(new));
        let footnotes = Footnotes::new(&old, &new);
        let mut found = Vec::new();
        for label in texts(&old).into_keys() {
            let key = footnotes.key(Side::Old, &label);
            let others = texts(&new).into_keys();
            let same = others.filter(|other| footnotes.key(Side::New, other) == key);
            found.extend(same.map(|other| (label.clone(), other)));
        }
        found
    }

    #[test]
    fn a_footnote_is_known_by_what_it_says_before_its_label() {
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        let old = "[^1]: The first note.\n[^2]: Leave is defined in the Act.\n";
        assert_eq!(
            pairs(old, "[^1]: Leave is defined in the Acts.\n"),
            [pair("2", "1")]
        );
        let reworded = "[^1]: Of something else.\n[^2]: Leave is defined in the Acts.\n";
        assert_eq!(pairs(old, reworded), [pair("1", "1"), pair("2", "2")]);
        let exchanged = "[^1]: Leave is defined in the Act.\n[^2]: The first note.\n";
        assert_eq!(pairs(old, exchanged), [pair("1", "2"), pair("2", "1")]);
        // Where both are as alike, the label tells.
        let (one, two) = ("[^1]: See section 4.\n", "[^2]: See section 5.\n");
        let other = format!("{}{}", one.replace('4', "6"), two.replace('5', "7"));
        assert_eq!(
            pairs(&format!("{one}{two}"), &other),
            [pair("1", "1"), pair("2", "2")]
        );
    }
}

//! How much of its weight a word keeps: a word that many blocks have says little of which one it is.

use super::words::WordId;

/// What words keep of their weights.
#[derive(Default)]
pub(super) struct Rarity {
    /// Tenths, by the words' numbers; those after the last keep all.
    tenths: Vec<u32>,
}

/// Where every word keeps all of its weight.
pub(super) static ALL_RARE: Rarity = Rarity { tenths: Vec::new() };

impl Rarity {
    /// By how many blocks have each word, by the words' numbers.
    pub fn by_blocks(mut blocks: Vec<u32>) -> Self {
        blocks.iter_mut().for_each(|count| *count = kept(*count));
        Rarity { tenths: blocks }
    }

    /// What is left of a word's weight, rounded down.
    pub fn weigh(&self, word: WordId, weight: u32) -> u32 {
        match self.tenths.get(word as usize) {
            Some(tenths) => weight * tenths / ALL,
            None => weight,
        }
    }
}

/// All of a weight, in tenths.
const ALL: u32 = 10;

/// Tenths of its weight that a word keeps when it is found in so many blocks.
fn kept(found_in: u32) -> u32 {
    match found_in {
        0..=3 => ALL,
        4..=7 => 8,
        8..=15 => 6,
        16..=31 => 4,
        _ => 2,
    }
}

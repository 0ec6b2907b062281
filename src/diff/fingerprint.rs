//! Fingerprints of words and blocks: equal things have equal ones, and different things different ones,
//! but for one pair in many billions.
//!
//! Each step multiplies to 128 bits and folds the halves into one (after Wang Yi, *wyhash*), so that every
//! bit of what came before reaches every bit of what comes after. The proof compares the texts themselves;
//! what is kept between comparisons ([`super::memory`]) is known by its fingerprint alone.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are fingerprints. Nothing may depend on the order of what it holds.
pub(super) type FingerprintMap<V> = HashMap<u64, V, BuildHasherDefault<AsItIs>>;

/// A fingerprint in the making.
#[derive(Clone, Copy)]
pub(super) struct Fingerprint(u64);

/// An odd number without pattern, about half of whose bits are ones.
const MULTIPLIER: u64 = 0xf135_7aea_2e62_a9c5;
/// Not zero, so that leading zeros count: the first binary digits of π after the point.
const START: u64 = 0x243f_6a88_85a3_08d3;

impl Fingerprint {
    /// A fingerprint of nothing but its kind.
    pub fn new(kind: u64) -> Self {
        Fingerprint(START).number(kind)
    }

    /// With a number after what it has.
    #[must_use]
    pub fn number(self, number: u64) -> Self {
        let product = u128::from(self.0.rotate_left(26) ^ number) * u128::from(MULTIPLIER);
        Fingerprint(product as u64 ^ (product >> 64) as u64)
    }

    /// With some bytes after what it has.
    #[must_use]
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        let (chunks, rest) = bytes.as_chunks::<16>();
        for chunk in chunks {
            self = self.sixteen(*chunk);
        }
        let mut last = [0; 16];
        last[..rest.len()].copy_from_slice(rest);
        self.sixteen(last).number(bytes.len() as u64)
    }

    /// With sixteen bytes after what it has, in one step: half of them take the place of the multiplier's bits.
    fn sixteen(self, bytes: [u8; 16]) -> Self {
        let both = u128::from_le_bytes(bytes);
        let (first, second) = (both as u64, (both >> 64) as u64);
        let product = u128::from(self.0.rotate_left(26) ^ first) * u128::from(second ^ MULTIPLIER);
        Fingerprint(product as u64 ^ (product >> 64) as u64)
    }

    /// The fingerprint, its bits well mixed.
    pub fn finish(self) -> u64 {
        mixed(self.0)
    }
}

/// A number with its bits well mixed, unlike that of any other number.
pub(super) fn mixed(number: u64) -> u64 {
    let mixed = (number ^ (number >> 32)).wrapping_mul(0x9fb2_1c65_1e98_df25);
    mixed ^ (mixed >> 29)
}

/// Takes a fingerprint as its own hash.
#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = Fingerprint(self.0).bytes(bytes).finish();
    }

    fn write_u64(&mut self, fingerprint: u64) {
        self.0 = fingerprint;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Words that differ in three letters near each other, at each place within eight bytes of a line.
    #[test]
    fn lines_that_differ_in_a_word_have_different_fingerprints() {
        let letters = || b'a'..=b'z';
        for before in 0..8 {
            let mut prints = HashSet::new();
            let mut lines = 0;
            for first in letters() {
                for second in letters() {
                    for third in letters() {
                        let start = "x".repeat(before);
                        let word = [first, second, b'e', third].map(char::from);
                        let word: String = word.into_iter().collect();
                        let line = format!("{start}Records were re{word}ed to the panel.");
                        prints.insert(Fingerprint::new(0).bytes(line.as_bytes()).finish());
                        lines += 1;
                    }
                }
            }
            assert_eq!(prints.len(), lines);
        }
    }
}

//! Fingerprints of words and blocks: equal things have equal ones, and nothing else is asked of them.
//!
//! The proof compares the texts themselves, so that two different things that happen to share a
//! fingerprint cost a fallback and never a wrong comparison.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are fingerprints. Nothing may depend on the order of what it holds.
pub(super) type FingerprintMap<V> = HashMap<u64, V, BuildHasherDefault<AsItIs>>;

/// A fingerprint in the making.
#[derive(Clone, Copy)]
pub(super) struct Fingerprint(u64);

const MULTIPLIER: u64 = 0xf135_7aea_2e62_a9c5;

impl Fingerprint {
    /// A fingerprint of nothing but its kind.
    pub fn new(kind: u64) -> Self {
        Fingerprint(0).number(kind)
    }

    /// With a number after what it has.
    #[must_use]
    pub fn number(self, number: u64) -> Self {
        Fingerprint((self.0.rotate_left(26) ^ number).wrapping_mul(MULTIPLIER))
    }

    /// With some bytes after what it has.
    #[must_use]
    pub fn bytes(mut self, bytes: &[u8]) -> Self {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self = self.number(u64::from_le_bytes(word));
        }
        let mut last = [0; 8];
        let rest = chunks.remainder();
        last[..rest.len()].copy_from_slice(rest);
        self.number(u64::from_le_bytes(last))
            .number(bytes.len() as u64)
    }

    /// The fingerprint, its bits well mixed.
    pub fn finish(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9fb2_1c65_1e98_df25);
        mixed ^ (mixed >> 29)
    }
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

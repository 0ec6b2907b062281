//! SHA-256: by which a file, a text or a version is known again.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes; as text, 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of bytes that are all there.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Hash(Sha256::digest(bytes).into())
    }

    /// The hash that 64 hexadecimal digits are.
    pub fn parse(digits: &str) -> Option<Self> {
        let mut hash = Hash::default();
        let is_it = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        if !is_it || digits.len() != 2 * hash.0.len() {
            return None;
        }
        for (at, byte) in hash.0.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()?;
        }
        Some(hash)
    }
}

impl AsRef<[u8]> for Hash {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let halves = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let mut digits = String::with_capacity(2 * self.0.len());
        digits.extend(halves.map(|half| char::from(DIGITS[usize::from(half)])));
        formatter.pad(&digits)
    }
}

/// Takes the hash of bytes as they come.
#[derive(Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Adds what comes next.
    pub fn add(&mut self, bytes: impl AsRef<[u8]>) {
        self.0.update(bytes);
    }

    /// The hash of all that came.
    pub fn end(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_same_however_its_bytes_come_and_is_read_as_it_is_written() {
        // The example of the standard.
        let digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let hash = Hash::of("abc");
        assert_eq!(hash.to_string(), digits);
        assert_eq!(format!("{hash:.16}"), digits[..16]);
        let mut in_parts = Hasher::default();
        in_parts.add("a");
        in_parts.add("bc");
        assert_eq!(in_parts.end(), hash);
        assert_eq!(Hash::parse(digits), Some(hash));
        for other in [
            "",
            &digits[1..],
            &format!("+{}", &digits[1..]),
            &"é".repeat(32),
        ] {
            assert_eq!(Hash::parse(other), None, "{other}");
        }
    }
}

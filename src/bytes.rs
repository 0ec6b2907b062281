//! Looking for bytes in texts, many at once.
//!
//! What is looked for is hardly ever there. So a whole stretch is looked at by a fold, which has no branches and
//! takes a few steps for all its bytes, and only a stretch that has such a byte is searched.
//!
//! The bytes are to be ASCII where a place is to be the beginning of a letter.

/// Whether a text has such a byte. All are looked at: for texts as long as a block, not as a file.
pub fn has(text: &str, is_one: impl Fn(u8) -> bool) -> bool {
    text.bytes()
        .fold(0, |found, byte| found | u8::from(is_one(byte)))
        != 0
}

/// Where such a byte comes first, if anywhere: its offset in bytes.
pub fn position(bytes: &[u8], is_one: impl Fn(u8) -> bool + Copy) -> Option<usize> {
    // Long texts are passed over in long stretches; the end of one, and short texts, in short.
    let mut at = clear::<64>(bytes, is_one);
    at += clear::<16>(&bytes[at..], is_one);
    let mut rest = bytes[at..].iter();
    Some(at + rest.position(|&byte| is_one(byte))?)
}

/// Where each such byte is, in order.
pub fn positions(bytes: &[u8], is_one: impl Fn(u8) -> bool + Copy) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let found = at + position(&bytes[at..], is_one)?;
        at = found + 1;
        Some(found)
    })
}

/// How many bytes from the start on are in whole stretches without such a byte.
fn clear<const STRETCH: usize>(bytes: &[u8], is_one: impl Fn(u8) -> bool + Copy) -> usize {
    // Of a known length each, so that a stretch is a few steps without a loop.
    let (stretches, _) = bytes.as_chunks::<STRETCH>();
    let is_clear = |stretch: &&[u8; STRETCH]| {
        let found = |found, &byte: &u8| found | u8::from(is_one(byte));
        stretch.iter().fold(0, found) == 0
    };
    STRETCH * stretches.iter().take_while(is_clear).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_at_every_place_of_texts_of_every_length() {
        for length in 1..150 {
            for at in 0..length {
                let text = format!("{}<{}<", "a".repeat(at), "ŵ".repeat(length - at - 1));
                let is_sign = |byte| byte == b'<';
                assert_eq!(position(text.as_bytes(), is_sign), Some(at));
                let all: Vec<usize> = positions(text.as_bytes(), is_sign).collect();
                assert_eq!(all, [at, text.len() - 1]);
                assert!(has(&text, is_sign));
                assert!(!has(&text, |byte| byte == b'>'));
            }
        }
        assert_eq!(position(b"", |_| true), None);
    }
}

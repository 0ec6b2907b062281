//! The words of a line with one space for each stretch of white space.

use crate::bytes;

pub(super) fn push_space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// Adds words with one space for each stretch of white space.
pub(super) fn push_spaced(text: &mut String, words: &str) {
    if is_single_spaced(words) {
        let starts_again = words.starts_with(' ') && (text.is_empty() || text.ends_with(' '));
        text.push_str(if starts_again { &words[1..] } else { words });
        return;
    }
    if words.starts_with(char::is_whitespace) {
        push_space(text);
    }
    for (at, word) in words.split_whitespace().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
    if words.ends_with(char::is_whitespace) {
        push_space(text);
    }
}

/// How many spaces a text has, counted in stretches for which a byte is enough, many at once.
pub(super) fn count_spaces(text: &str) -> usize {
    let stretches = text.as_bytes().chunks(usize::from(u8::MAX));
    let in_stretch = |bytes: &[u8]| {
        let add = |count: u8, byte: &u8| count + u8::from(*byte == b' ');
        usize::from(bytes.iter().fold(0, add))
    };
    stretches.map(in_stretch).sum()
}

/// Whether the only white space of a text is single spaces.
fn is_single_spaced(text: &str) -> bool {
    // A fold, not a search: it looks at many bytes at once.
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let is_doubled = pairs.fold(false, |found, (a, b)| found | ((*a == b' ') & (*b == b' ')));
    !is_doubled && !bytes::has(text, |byte| matches!(byte, b'\t'..=b'\r')) && !has_wide_space(text)
}

/// Whether a text has white space beyond ASCII.
fn has_wide_space(text: &str) -> bool {
    // All of it begins with one of these bytes, and no other sign has them within.
    let begins_space = |byte: u8| matches!(byte, 0xc2 | 0xe1..=0xe3);
    let mut at = 0;
    while let Some(next) = bytes::position(&text.as_bytes()[at..], begins_space) {
        if text[at + next..].starts_with(char::is_whitespace) {
            return true;
        }
        at += next + 1;
    }
    false
}

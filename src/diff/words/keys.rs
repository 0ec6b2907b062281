//! What tells words apart: keys, equal for words that count as equal.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::bytes;
use crate::diff::fingerprint::Fingerprint;

/// The key of a word: the same for straight and curly quotes, for composed and decomposed accents.
pub(in crate::diff) fn folded_key(text: &str) -> u64 {
    if text.is_ascii() {
        return written_key(text);
    }
    // Below the combining marks everything is composed; above them are the quotes and dashes.
    let is_composed = |next: char| next < '\u{300}' || ('\u{2010}'..='\u{203a}').contains(&next);
    let composed = if text.chars().all(is_composed) || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    };
    written_key(&with_straight_quotes(&composed))
}

/// Equal for texts that are written alike.
fn written_key(text: &str) -> u64 {
    Fingerprint::new(0).bytes(text.as_bytes()).finish()
}

/// The key of a word, the one of how it is written, and the one without its capitals.
pub(super) fn keys(text: &str) -> (u64, u64, u64) {
    let exact = written_key(text);
    if text.is_ascii() {
        let caseless = match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => written_key(&text.to_ascii_lowercase()),
            false => exact,
        };
        return (exact, exact, caseless);
    }
    let key = folded_key(text);
    let caseless = match text.contains(char::is_uppercase) {
        true => folded_key(&text.to_lowercase()),
        false => key,
    };
    (key, exact, caseless)
}

/// Whether two texts have the same signs, however their accents are composed.
pub(in crate::diff) fn have_same_signs(one: &str, other: &str) -> bool {
    one.nfc().eq(other.nfc())
}

/// A text with its curly quotes as straight ones.
pub(in crate::diff) fn with_straight_quotes(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    // All that are folded begin with one of these bytes, and no other sign has them within.
    let begins_quote = |byte: u8| matches!(byte, 0xe2 | 0xca);
    let bytes = text.as_bytes();
    let mut straight = String::new();
    let (mut at, mut done) = (0, 0);
    while let Some(next) = bytes::position(&bytes[at..], begins_quote) {
        let start = at + next;
        let sign = text[start..].chars().next().unwrap_or_default();
        at = start + sign.len_utf8();
        let quote = fold_quote(sign);
        if quote != sign {
            straight.push_str(&text[done..start]);
            straight.push(quote);
            done = at;
        }
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    straight.push_str(&text[done..]);
    Cow::Owned(straight)
}

/// A curly quote as the straight one; anything else as it is.
pub(in crate::diff) fn fold_quote(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2bc}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' => '"',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_accents_do_not_tell_words_apart() {
        assert_eq!(folded_key("i’r"), folded_key("i'r"));
        assert_eq!(folded_key("ty\u{302}"), folded_key("tŷ"));
        assert_ne!(folded_key("tŷ"), folded_key("ty"));
    }

    #[test]
    fn curly_quotes_become_straight_and_all_else_stays() {
        let text = "\u{201c}Tŷ\u{201d} – i\u{2bc}r ʻ日本’";
        let straight: String = text.chars().map(fold_quote).collect();
        assert_eq!(with_straight_quotes(text), straight);
        let plain = "'Tŷ' – ʻ日本";
        assert!(matches!(with_straight_quotes(plain), Cow::Borrowed(_)));
    }
}

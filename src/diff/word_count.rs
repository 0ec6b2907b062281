//! How many words a plain text has: what has a letter or a digit, between spaces.

/// How many words a text has.
pub(super) fn count_words(text: &str) -> usize {
    if !text.is_ascii() {
        return words(text).count();
    }
    // Most texts have no other letters, and are counted as they are read.
    let mut is_counted = false;
    let mut count = 0;
    for byte in text.bytes() {
        if matches!(byte, b' ' | b'\t'..=b'\r') {
            is_counted = false;
        } else if !is_counted && byte.is_ascii_alphanumeric() {
            is_counted = true;
            count += 1;
        }
    }
    count
}

/// Whether a text has so many words.
pub(super) fn has_words(text: &str, count: usize) -> bool {
    // Of one letter each, with spaces between them.
    let is_long_enough = text.len() + 1 >= 2 * count;
    count == 0 || is_long_enough && words(text).nth(count - 1).is_some()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split_whitespace();
    words.filter(|word| word.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_alike_whatever_letters_a_text_has() {
        for (text, count) in [
            ("", 0),
            ("One, two - and\u{b}4 (b) ...", 5),
            (" one\r\n\ttwo ", 2),
        ] {
            assert_eq!(count_words(text), count, "{text}");
            assert_eq!(words(text).count(), count, "{text}");
            assert_eq!(count_words(&format!("{text} \u{2014}")), count, "{text}");
        }
        assert!(has_words("one two", 2) && !has_words("one - two", 3));
    }
}

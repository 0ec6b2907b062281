//! Text → rows of letters and digits.

use std::borrow::Cow;
use std::ops::Range;

/// Letters and digits in a row.
pub(super) struct Token<'a> {
    pub range: Range<usize>,
    /// In small letters.
    pub small: Cow<'a, str>,
    /// Whether only white space or a hyphen stands between it and the token before it.
    pub follows: bool,
    /// Whether it is a hyphen.
    pub is_after_hyphen: bool,
}

pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token> = Vec::new();
    let mut end = 0;
    for part in text.split(|sign: char| !sign.is_alphanumeric()) {
        // `split` gives parts of `text`, in order.
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        if part.is_empty() {
            continue;
        }
        let between = &text[end..start];
        end = start + part.len();
        found.push(Token {
            range: start..end,
            small: small(part),
            follows: !found.is_empty() && joins(between),
            is_after_hyphen: !between.is_empty() && !between.contains(char::is_whitespace),
        });
    }
    found
}

fn joins(between: &str) -> bool {
    let is_hyphen = |sign: char| matches!(sign, '-' | '\u{2010}' | '\u{2011}');
    match between.trim() {
        "" => true,
        sign => sign.chars().count() == 1 && sign.chars().all(is_hyphen) && sign == between,
    }
}

/// A word in small letters.
pub(super) fn small(word: &str) -> Cow<'_, str> {
    match word.contains(char::is_uppercase) {
        true => Cow::Owned(word.to_lowercase()),
        false => Cow::Borrowed(word),
    }
}

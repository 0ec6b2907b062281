//! Characters that have no place on a page are taken out as texts are read, so that the tree, the page
//! and the feed say the same.

use std::borrow::Cow;

/// Words without control characters; those that end a line become a space.
pub(super) fn words(text: &str) -> Cow<'_, str> {
    cleaned(text, |c| match c {
        '\t' => Some('\t'),
        '\n' | '\r' | '\u{c}' => Some(' '),
        _ => None,
    })
}

/// Lines (code, raw HTML) without control characters, but with tabs and line ends.
pub(super) fn lines(text: &str) -> Cow<'_, str> {
    cleaned(text, |c| match c {
        '\t' | '\n' => Some(c),
        '\r' | '\u{c}' => Some('\n'),
        _ => None,
    })
}

/// An address without control characters.
pub(super) fn address(written: &str) -> String {
    written.chars().filter(|c| !c.is_control()).collect()
}

fn cleaned(text: &str, instead: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    // Control characters beyond ASCII begin with the byte C2 in UTF-8, as do some letters and signs.
    let suspicious = |byte: u8| byte < 0x20 || byte == 0x7f || byte == 0xc2;
    let kept = |c: char| if c.is_control() { instead(c) } else { Some(c) };
    // A fold, not a search: it looks at many bytes at once.
    let is_clean = !text
        .bytes()
        .fold(false, |found, byte| found | suspicious(byte));
    if is_clean || text.chars().all(|c| kept(c) == Some(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(kept).collect())
}

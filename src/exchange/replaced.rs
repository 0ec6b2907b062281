//! A text of which parts are replaced.

use std::ops::Range;

/// A text with others in the place of some of its parts, which are in order and apart, in bytes.
pub(super) fn replaced<'r>(
    text: &str,
    parts: impl IntoIterator<Item = (&'r Range<usize>, &'r str)>,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (part, new) in parts {
        out.push_str(&text[at..part.start]);
        out.push_str(new);
        at = part.end;
    }
    out.push_str(&text[at..]);
    out
}

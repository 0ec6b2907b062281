//! Text as HTML writes it.

use crate::bytes;

/// A sign, and what stands for it.
type Sign = (u8, &'static str);

const IN_TEXT: [Sign; 3] = [(b'&', "&amp;"), (b'<', "&lt;"), (b'>', "&gt;")];
const IN_VALUE: [Sign; 4] = [
    (b'&', "&amp;"),
    (b'<', "&lt;"),
    (b'>', "&gt;"),
    (b'"', "&quot;"),
];

const ANYWHERE: [Sign; 5] = [
    (b'&', "&amp;"),
    (b'<', "&lt;"),
    (b'>', "&gt;"),
    (b'"', "&quot;"),
    (b'\'', "&#39;"),
];

/// Appends text that stands between tags.
pub(crate) fn text(out: &mut String, text: &str) {
    escaped(text, IN_TEXT, |part| out.push_str(part));
}

/// Appends the inside of a quoted attribute value.
pub(super) fn value(out: &mut String, value: &str) {
    escaped(value, IN_VALUE, |part| out.push_str(part));
}

/// Gives, part by part, what stands between tags or in an attribute, in quotes of either kind.
pub(crate) fn anywhere(text: &str, give: impl FnMut(&str)) {
    escaped(text, ANYWHERE, give);
}

/// Gives text part by part, with entities for some of its signs, all of them ASCII.
fn escaped<const N: usize>(text: &str, signs: [Sign; N], mut give: impl FnMut(&str)) {
    let mut from = 0;
    while let Some((place, entity)) = next_sign(text.as_bytes(), from, &signs) {
        give(&text[from..place]);
        give(entity);
        from = place + 1;
    }
    give(&text[from..]);
}

/// The next sign from a place on: where it is, and what stands for it.
fn next_sign<const N: usize>(
    bytes: &[u8],
    from: usize,
    signs: &[Sign; N],
) -> Option<(usize, &'static str)> {
    // Folds, as the search for bytes does: so no sign is a branch of its own.
    let is_any = |byte: u8| {
        let signs = signs.iter();
        signs.fold(false, |found, &(sign, _)| found | (byte == sign))
    };
    let place = from + bytes::position(&bytes[from..], is_any)?;
    let sign = signs.iter().find(|&&(sign, _)| sign == bytes[place]);
    sign.map(|(_, entity)| (place, *entity))
}

/// Appends an attribute, with a space before it.
pub(crate) fn attribute(out: &mut String, name: &str, written: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    value(out, written);
    out.push('"');
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_sign_of_a_text_is_written_as_an_entity() {
        let mut escaped = String::new();
        super::text(&mut escaped, "a < b && ŵ > \"c\"");
        assert_eq!(escaped, "a &lt; b &amp;&amp; ŵ &gt; \"c\"");
    }
}

//! Text as HTML writes it.

/// How many bytes are looked at in one go.
const STRETCH: usize = 64;

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
    let (mut from, mut at) = (0, 0);
    for stretch in text.as_bytes().chunks(STRETCH) {
        // Most have none of the signs. The last one is filled up with what is no sign.
        let mut filled = [0; STRETCH];
        let whole = stretch.first_chunk().unwrap_or_else(|| {
            filled[..stretch.len()].copy_from_slice(stretch);
            &filled
        });
        if holds_any(whole, &signs) {
            for (place, byte) in stretch.iter().enumerate() {
                if let Some((_, entity)) = signs.iter().find(|(sign, _)| sign == byte) {
                    give(&text[from..at + place]);
                    give(entity);
                    from = at + place + 1;
                }
            }
        }
        at += stretch.len();
    }
    give(&text[from..]);
}

/// Folds, not searches: so the whole stretch is looked at in a few steps.
fn holds_any<const N: usize>(stretch: &[u8; STRETCH], signs: &[Sign; N]) -> bool {
    let is_any = |byte: u8| {
        let signs = signs.iter();
        signs.fold(0, |found, &(sign, _)| found | u8::from(byte == sign))
    };
    let bytes = stretch.iter();
    bytes.fold(0, |found, &byte| found | is_any(byte)) != 0
}

/// Appends an attribute, with a space before it.
pub(crate) fn attribute(out: &mut String, name: &str, written: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    value(out, written);
    out.push('"');
}

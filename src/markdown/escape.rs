//! Text as HTML writes it.

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
    // Most texts have none. Long ones are looked at in long stretches, the ends of them and short ones in short.
    let mut from = from;
    from += clear::<64, N>(&bytes[from..], signs);
    from += clear::<16, N>(&bytes[from..], signs);
    bytes[from..].iter().zip(from..).find_map(|(byte, place)| {
        let sign = signs.iter().find(|(sign, _)| sign == byte);
        sign.map(|(_, entity)| (place, *entity))
    })
}

/// How many bytes from the start on are in whole stretches without a sign.
fn clear<const STRETCH: usize, const N: usize>(bytes: &[u8], signs: &[Sign; N]) -> usize {
    let (stretches, _) = bytes.as_chunks::<STRETCH>();
    let clear = stretches
        .iter()
        .take_while(|stretch| !holds_any(stretch, signs));
    STRETCH * clear.count()
}

/// Folds, not searches: so the whole stretch is looked at in a few steps.
fn holds_any<const STRETCH: usize, const N: usize>(
    stretch: &[u8; STRETCH],
    signs: &[Sign; N],
) -> bool {
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

#[cfg(test)]
mod tests {
    #[test]
    fn a_sign_is_found_at_every_place_of_texts_of_every_length() {
        for length in 1..150 {
            for at in 0..length {
                let [before, after] = ["a".repeat(at), "ŵ".repeat(length - at - 1)];
                let mut escaped = String::new();
                super::text(&mut escaped, &format!("{before}<{after}&"));
                assert_eq!(escaped, format!("{before}&lt;{after}&amp;"));
            }
        }
    }
}

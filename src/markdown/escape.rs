//! Text as HTML writes it.

/// Appends text that stands between tags.
pub(crate) fn text(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Appends the inside of a quoted attribute value.
pub(super) fn value(out: &mut String, value: &str) {
    let mut from = 0;
    for (at, byte) in value.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&value[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&value[from..]);
}

/// Appends an attribute, with a space before it.
pub(super) fn attribute(out: &mut String, name: &str, written: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    value(out, written);
    out.push('"');
}

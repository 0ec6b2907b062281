//! Entities, as far as serialised HTML has them.

use std::borrow::Cow;

/// Resolves the entities that serialised HTML holds (`&amp; &lt; &gt; &quot; &nbsp;`) and numeric ones.
pub(in crate::markdown) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some((character, length)) => {
                decoded.push(character);
                rest = &rest[length..];
            }
            None => {
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

fn entity(rest: &str) -> Option<(char, usize)> {
    let (name, _) = rest.get(1..)?.split_once(';')?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => numeric(name.strip_prefix('#')?)?,
    };
    Some((character, name.len() + 2))
}

fn numeric(digits: &str) -> Option<char> {
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => digits.parse(),
    };
    char::from_u32(code.ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_of_serialised_html_are_resolved() {
        assert_eq!(
            decode("a &amp; b &#x41;&#66; &unknown; & c"),
            "a & b AB &unknown; & c"
        );
    }
}

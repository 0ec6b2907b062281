//! Addresses of the web and of e-mail within a text.

use crate::bytes;

/// The addresses of a text, asked for from its start to its end.
///
/// Whether a word is an address depends on all that stands up to the next white space. A text need not have
/// any: Japanese has none, and words may be joined by commas. So each such chunk is looked at once.
pub(super) struct Addresses<'t> {
    text: &'t str,
    /// Whether there is a sign in it that could make an address: most texts have none.
    has_signs: bool,
    chunk: Chunk,
    /// How many bytes were looked at.
    #[cfg(test)]
    pub looked_at: usize,
}

/// What stands between two places where an address ends in any case.
#[derive(Default)]
struct Chunk {
    end: usize,
    /// Where an address in it ends: before the punctuation that follows it.
    address_end: usize,
    /// The last sign of an address in it: a word after that is in none.
    last_sign: Option<usize>,
}

impl<'t> Addresses<'t> {
    pub fn new(text: &'t str) -> Self {
        Addresses {
            text,
            has_signs: bytes::has(text, |byte| byte == b'@')
                || bytes::has(text, |byte| byte == b':') && text.contains("://"),
            chunk: Chunk::default(),
            #[cfg(test)]
            looked_at: 0,
        }
    }

    /// The length of the address that starts at a byte, where one does. No byte before one that was asked
    /// for may be asked for.
    pub fn at(&mut self, start: usize) -> Option<usize> {
        let rest = &self.text.as_bytes()[start..];
        let first = rest.first()?;
        if !first.is_ascii_alphanumeric() || !self.has_signs && *first != b'w' {
            return None;
        }
        let is_web = rest.starts_with(b"www.");
        if !self.has_signs && !is_web {
            return None;
        }
        if start >= self.chunk.end {
            self.chunk = Chunk::read(self.text, start);
            #[cfg(test)]
            {
                self.looked_at += self.chunk.end - start;
            }
        }
        let has_sign = self.chunk.last_sign.is_some_and(|sign| start <= sign);
        (has_sign || is_web).then(|| self.chunk.address_end - start)
    }
}

impl Chunk {
    fn read(text: &str, start: usize) -> Self {
        let rest = &text[start..];
        let chunk = rest.find(ends_address).map_or(rest, |end| &rest[..end]);
        let web = chunk.rfind("://");
        let mail = chunk.rfind('.').and_then(|dot| chunk[..dot].rfind('@'));
        Chunk {
            end: start + chunk.len(),
            address_end: start + chunk.trim_end_matches(follows_address).len(),
            last_sign: web.max(mail).map(|sign| start + sign),
        }
    }
}

fn ends_address(character: char) -> bool {
    character.is_whitespace() || matches!(character, '<' | '>' | '"' | '\u{fffc}')
}

fn follows_address(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '\'' | '\u{2019}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The addresses that start at some character of a text, each after the one before it.
    fn addresses(text: &str) -> Vec<&str> {
        let mut addresses = Addresses::new(text);
        let mut found = Vec::new();
        let mut after = 0;
        for (at, _) in text.char_indices() {
            if at >= after
                && let Some(length) = addresses.at(at)
            {
                after = at + length;
                found.push(&text[at..after]);
            }
        }
        found
    }

    #[test]
    fn an_address_goes_on_to_white_space_but_for_the_punctuation_after_it() {
        let text = "(see www.gov.wales/a, https://example.org/b?c=d!) or\u{a0}pay@example.org.";
        let expected = [
            "www.gov.wales/a",
            "https://example.org/b?c=d",
            "pay@example.org",
        ];
        assert_eq!(addresses(text), expected);
        assert_eq!(addresses("<a@b.cy>\"c@d.cy\""), ["a@b.cy", "c@d.cy"]);
    }

    #[test]
    fn signs_that_make_no_address_are_none() {
        for text in ["one:two a@b", "a.b@c", "x http:/ y", "日@本.語"] {
            assert_eq!(addresses(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_word_after_the_last_sign_of_its_chunk_is_no_address() {
        let text = "a://b c";
        let mut known = Addresses::new(text);
        assert_eq!(known.at(0), Some(5));
        assert_eq!(known.at(4), None);
        assert_eq!(known.at(6), None);
    }
}

//! Words as ids.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Words as an address writes them: small letters and digits, hyphens between; letters without the marks
/// that decompose from an ASCII letter (ŷ → y), apostrophes dropped. `None` when nothing is left.
pub fn slug(words: &str) -> Option<String> {
    let mut slug = String::with_capacity(words.len());
    if words.is_ascii() {
        for byte in words.bytes() {
            match byte {
                b'\'' | b'`' => {}
                _ if byte.is_ascii_alphanumeric() => slug.push(byte.to_ascii_lowercase().into()),
                _ => hyphen(&mut slug),
            }
        }
    } else {
        push_words(&mut slug, words);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    (!slug.is_empty()).then_some(slug)
}

fn push_words(slug: &mut String, words: &str) {
    for character in words.nfc().flat_map(char::to_lowercase) {
        match character {
            '\'' | '’' | '‘' | 'ʼ' | '`' => {}
            _ if character.is_ascii_alphanumeric() => slug.push(character),
            _ if character.is_ascii() => hyphen(slug),
            _ if is_combining_mark(character) => {
                if !slug.ends_with(|last: char| last.is_ascii()) {
                    slug.push(character);
                }
            }
            _ if character.is_alphanumeric() => slug.push(folded(character)),
            _ => hyphen(slug),
        }
    }
}

fn hyphen(slug: &mut String) {
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

/// The ASCII letter that a letter decomposes to, or the letter.
fn folded(letter: char) -> char {
    let mut base = None;
    decompose_canonical(letter, |part| {
        base.get_or_insert(part);
    });
    base.filter(char::is_ascii_alphanumeric).unwrap_or(letter)
}

/// An id that is safe in any attribute: letters and digits of any script, `-`, `_`, `.` and `:`; what is
/// between becomes one hyphen. `None` when nothing is left.
pub fn safe_id(written: &str) -> Option<String> {
    let mut id = String::with_capacity(written.len());
    for character in written.trim().chars() {
        match character {
            '_' | '.' | ':' => id.push(character),
            _ if character.is_alphanumeric() || is_combining_mark(character) => id.push(character),
            _ => hyphen(&mut id),
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    (!id.is_empty()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_words_in_their_own_language() {
        let of = |words| slug(words).unwrap_or_default();
        assert_eq!(of("Staff’s  “leave” – 5 things!"), "staffs-leave-5-things");
        assert_eq!(of("Rheolau'r Tŷ a'r Gân"), "rheolaur-ty-ar-gan");
        assert_eq!(
            of("Risques et inconve\u{301}nients"),
            "risques-et-inconvenients"
        );
        assert_eq!(of("Straße Йод 規則"), "straße-йод-規則");
        assert_eq!(of("…"), "");
    }
}

//! Slugs: a title folded to the letters, digits and hyphens that an address is made of.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as a slug: `Tŷ'r Rheolau` → `tyr-rheolau`.
///
/// The result holds only `a`–`z`, `0`–`9` and single hyphens between them. Accents are taken off by
/// Unicode's compatibility decomposition (NFKD); letters that it leaves whole, such as `ß` and `ø`,
/// are spelt out; letters of other scripts, apostrophes and invisible characters go; anything else is
/// a hyphen. Empty when nothing is left.
pub fn fold(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.nfkd().flat_map(char::to_lowercase) {
        match folded(character) {
            Folded::Letters(letters) => separate(&mut slug, &mut gap).push_str(letters),
            Folded::Kept(letter) => separate(&mut slug, &mut gap).push(letter),
            Folded::Dropped => {}
            Folded::Gap => gap = true,
        }
    }
    slug
}

/// The slug, after a hyphen if there was a gap since its last letter.
fn separate<'a>(slug: &'a mut String, gap: &mut bool) -> &'a mut String {
    if std::mem::take(gap) && !slug.is_empty() {
        slug.push('-');
    }
    slug
}

enum Folded {
    Kept(char),
    Letters(&'static str),
    Dropped,
    Gap,
}

fn folded(character: char) -> Folded {
    if character.is_ascii_alphanumeric() {
        return Folded::Kept(character);
    }
    if let Some(letters) = spelt_out(character) {
        return Folded::Letters(letters);
    }
    let dropped = is_apostrophe(character)
        || is_invisible(character)
        || is_combining_mark(character)
        || character.is_alphanumeric();
    if dropped {
        Folded::Dropped
    } else {
        Folded::Gap
    }
}

/// Latin letters that no decomposition takes apart, in the usual spelling without them.
fn spelt_out(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "ng",
        'ŧ' => "t",
        'ỻ' => "ll",
        'ỽ' => "w",
        _ => return None,
    })
}

/// Straight, curly, modifier and accent characters that are typed for an apostrophe.
fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '‘' | '’' | '‛' | 'ʼ' | 'ʻ' | '`' | '´' | '′'
    )
}

/// Soft hyphen, zero-width and direction characters, byte order mark.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_become_slugs() {
        for (title, slug) in [
            ("Tŷ'r Rheolau", "tyr-rheolau"),
            ("Tŷ’r Rheolau", "tyr-rheolau"),
            ("Using social media", "using-social-media"),
            (
                "Cydraddoldeb, amrywiaeth a chynhwysiant",
                "cydraddoldeb-amrywiaeth-a-chynhwysiant",
            ),
            (
                "Côd gwisg: naïf, œuvre, Łódź, Straße, Ærø",
                "cod-gwisg-naif-oeuvre-lodz-strasse-aero",
            ),
            ("W\u{302}yl", "wyl"),
            ("  -- Pay & leave (2024/25) -- ", "pay-leave-2024-25"),
            ("co\u{ad}operate", "cooperate"),
            ("e\u{301}tat ﬁnal", "etat-final"),
            ("Правила 5", "5"),
            ("—", ""),
        ] {
            assert_eq!(fold(title), slug, "{title}");
        }
    }

    proptest! {
        #[test]
        fn a_slug_holds_letters_digits_and_single_hyphens_between_them(text in any::<String>()) {
            let slug = fold(&text);
            let bytes = slug.bytes();
            prop_assert!(
                bytes.clone().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                "{slug:?}"
            );
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
            prop_assert_eq!(fold(&slug), slug);
        }
    }
}

//! Words that are written together with an apostrophe, and where they part.
//!
//! *i'r* is *i* and *'r*, *l'accès* is *l'* and *accès*: a comparison must show a changed article
//! without the word that it leans on. English *don't* and *manager's* are one word each.

use std::iter;

use super::{Known, LanguageCode};

/// Words that lose a vowel and lean on the word after or before, each with its apostrophe.
struct Elisions {
    /// Written before a word: French *l'*, Irish *d'*.
    before: &'static [&'static str],
    /// Written after a word: Welsh *'r*.
    after: &'static [&'static str],
}

/// Welsh: the article, *yn*, and the infixed pronouns after a vowel (Peter Wynn Thomas, *Gramadeg y
/// Gymraeg*): *y staff a'r rheolwyr*, *mae'n*, *o'i*, *a'u*, *i'w*, *o'm*, *i'th*, *a'ch*.
const WELSH: Elisions = Elisions {
    before: &[],
    after: &["'r", "'n", "'i", "'u", "'w", "'m", "'th", "'ch"],
};

/// French (Grevisse, *Le Bon Usage*, élision). Not *aujourd'hui*, *quelqu'un*, *prud'homme* and
/// *presqu'île*, which are words of their own.
const FRENCH: Elisions = Elisions {
    before: &[
        "c'", "d'", "j'", "l'", "m'", "n'", "qu'", "s'", "t'", "jusqu'", "lorsqu'", "puisqu'",
        "quoiqu'",
    ],
    after: &[],
};

/// Irish: *de*, *do* and *mo* before a vowel or `fh`, and the copula (*Gramadach na Gaeilge: An
/// Caighdeán Oifigiúil*): *d'Aibreán*, *m'oifig*, *b'fhéidir*.
const IRISH: Elisions = Elisions {
    before: &["b'", "d'", "m'"],
    after: &[],
};

/// What leans on a word in a language, with a straight apostrophe: before it (French *l'*) and after it
/// (Welsh *'r*). Empty in every language whose elisions are not known.
pub fn elided(language: &LanguageCode) -> [&'static [&'static str]; 2] {
    elisions(language).map_or([&[], &[]], |known| [known.before, known.after])
}

/// Whether words of a language are elided, as far as is known.
pub fn elides(language: &LanguageCode) -> bool {
    elisions(language).is_some()
}

/// The parts of a word, in order and with nothing lost: `["i", "'r"]`, `["jusqu'", "à"]`.
///
/// The apostrophe, straight or curly, stays with the part that was shortened. Just the word itself
/// where nothing is elided, and in every language whose elisions are not known.
pub fn split_elisions<'a>(
    language: &LanguageCode,
    word: &'a str,
) -> impl Iterator<Item = &'a str> + use<'a> {
    // Every apostrophe begins with one of these bytes, and most words have none.
    let may_have_one = || word.bytes().any(|byte| matches!(byte, b'\'' | 0xe2 | 0xca));
    let elisions = elisions(language).filter(|_| may_have_one());
    let at = elisions.and_then(|elisions| boundary(elisions, word));
    let (first, second) = match at {
        Some(at) => (&word[..at], Some(&word[at..])),
        None => (word, None),
    };
    iter::once(first).chain(second)
}

fn elisions(language: &LanguageCode) -> Option<&'static Elisions> {
    match language.known()? {
        Known::Welsh => Some(&WELSH),
        Known::French => Some(&FRENCH),
        Known::Irish => Some(&IRISH),
        // *don't* is one word.
        Known::English => None,
    }
}

/// Where the parts meet, in bytes; no part is empty.
fn boundary(elisions: &Elisions, word: &str) -> Option<usize> {
    let (at, apostrophe) = word
        .char_indices()
        .find(|(_, character)| is_apostrophe(*character))?;
    let after = at + apostrophe.len_utf8();
    let is_one_of = |part: &str, list: &[&str]| {
        let part = part.replace(is_apostrophe, "'").to_lowercase();
        list.contains(&part.as_str())
    };
    if after < word.len() && is_one_of(&word[..after], elisions.before) {
        Some(after)
    } else if at > 0 && is_one_of(&word[at..], elisions.after) {
        Some(at)
    } else {
        None
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_part_at_their_elision() {
        for (code, word, parts) in [
            ("cy", "i'r", "i 'r"),
            ("cy", "Mae’n", "Mae ’n"),
            ("cy", "Tŷ'r", "Tŷ 'r"),
            ("cy", "a'ch", "a 'ch"),
            ("cy", "King's", "King's"),
            ("cy", "'r", "'r"),
            ("fr", "L'accès", "L' accès"),
            ("fr", "jusqu’à", "jusqu’ à"),
            ("fr", "aujourd'hui", "aujourd'hui"),
            ("fr", "l'", "l'"),
            ("ga", "d’Aibreán", "d’ Aibreán"),
            ("en", "don't", "don't"),
            ("en", "manager’s", "manager’s"),
            ("de", "l'accès", "l'accès"),
        ] {
            let parts: Vec<_> = parts.split(' ').collect();
            let code = LanguageCode::parse(code).unwrap();
            assert_eq!(split_elisions(&code, word).collect::<Vec<_>>(), parts);
        }
    }
}

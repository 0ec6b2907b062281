//! What a language is called, and which way it is written.

use super::LanguageCode;

/// A language's code, and its names within a sentence in English, Welsh, French and Irish.
///
/// CLDR, `languages` of each locale. French writes them small.
const NAMES: [(&str, [&str; 4]); 4] = [
    ("en", ["English", "Saesneg", "anglais", "Béarla"]),
    ("cy", ["Welsh", "Cymraeg", "gallois", "Breatnais"]),
    ("fr", ["French", "Ffrangeg", "français", "Fraincis"]),
    ("ga", ["Irish", "Gwyddeleg", "irlandais", "Gaeilge"]),
];

/// Languages written from right to left in the script that they usually have (CLDR,
/// `characterOrder` of their likely script).
const RIGHT_TO_LEFT: [&str; 16] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "pnb", "ps", "rhg", "sd", "syr", "ug", "ur",
    "yi",
];

/// Which way a language is written, as the `dir` attribute of HTML has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// `ltr` or `rtl`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

/// The name of a language in a sentence of another: Irish in Welsh is "Gwyddeleg". None unless both
/// are known.
pub fn name_in(language: &LanguageCode, of_sentence: &LanguageCode) -> Option<&'static str> {
    let position = |of: &LanguageCode| NAMES.iter().position(|(code, _)| *code == of.language());
    let (_, names_in) = NAMES.get(position(language)?)?;
    names_in.get(position(of_sentence)?).copied()
}

/// Which way a language is written; from left to right unless it is known to be otherwise.
pub fn direction(language: &LanguageCode) -> Direction {
    if RIGHT_TO_LEFT.contains(&language.language()) {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(code: &str) -> LanguageCode {
        LanguageCode::parse(code).unwrap()
    }

    #[test]
    fn languages_are_named_in_each_other() {
        assert_eq!(name_in(&language("ga"), &language("cy")), Some("Gwyddeleg"));
        assert_eq!(
            name_in(&language("cy"), &language("fr-CA")),
            Some("gallois")
        );
        assert_eq!(name_in(&language("de"), &language("cy")), None);
    }

    #[test]
    fn languages_are_written_their_way() {
        assert_eq!(direction(&language("cy")).as_str(), "ltr");
        assert_eq!(direction(&language("ur")).as_str(), "rtl");
    }
}

//! What a language is called, and which way it is written.

use super::{Known, LanguageCode};

/// The names of a language within a sentence, in English, Welsh, French and Irish.
///
/// CLDR, `languages` of each locale. French writes them small.
const fn names(language: Known) -> [&'static str; 4] {
    match language {
        Known::English => ["English", "Saesneg", "anglais", "Béarla"],
        Known::Welsh => ["Welsh", "Cymraeg", "gallois", "Breatnais"],
        Known::French => ["French", "Ffrangeg", "français", "Fraincis"],
        Known::Irish => ["Irish", "Gwyddeleg", "irlandais", "Gaeilge"],
    }
}

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
    let [english, welsh, french, irish] = names(language.known()?);
    Some(match of_sentence.known()? {
        Known::English => english,
        Known::Welsh => welsh,
        Known::French => french,
        Known::Irish => irish,
    })
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

//! What a language is called, and which way it is written.

use super::LanguageCode;

/// A language's code, its own name as a list of languages shows it, and its names within a sentence
/// in English, Welsh, French and Irish.
///
/// CLDR, `languages` of each locale. French writes them small in a sentence; its own name begins
/// with a capital where it stands alone.
const NAMES: [(&str, &str, [&str; 4]); 4] = [
    ("en", "English", ["English", "Saesneg", "anglais", "Béarla"]),
    (
        "cy",
        "Cymraeg",
        ["Welsh", "Cymraeg", "gallois", "Breatnais"],
    ),
    (
        "fr",
        "Français",
        ["French", "Ffrangeg", "français", "Fraincis"],
    ),
    (
        "ga",
        "Gaeilge",
        ["Irish", "Gwyddeleg", "irlandais", "Gaeilge"],
    ),
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

/// A language's own name, as a link to it says: "Cymraeg". None for a language that is not known,
/// whose name the site must state.
pub fn own_name(language: &LanguageCode) -> Option<&'static str> {
    names(language).map(|(_, own, _)| *own)
}

/// The name of a language in a sentence of another: Irish in Welsh is "Gwyddeleg". None unless both
/// are known.
pub fn name_in(language: &LanguageCode, of_sentence: &LanguageCode) -> Option<&'static str> {
    let (_, _, names_in) = names(language)?;
    let at = NAMES
        .iter()
        .position(|(code, _, _)| *code == of_sentence.language())?;
    names_in.get(at).copied()
}

/// Which way a language is written; from left to right unless it is known to be otherwise.
pub fn direction(language: &LanguageCode) -> Direction {
    if RIGHT_TO_LEFT.contains(&language.language()) {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

fn names(
    language: &LanguageCode,
) -> Option<&'static (&'static str, &'static str, [&'static str; 4])> {
    NAMES
        .iter()
        .find(|(code, _, _)| *code == language.language())
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
        for (code, own, _) in NAMES {
            let code = language(code);
            let in_itself = name_in(&code, &code).unwrap();
            assert_eq!(in_itself.to_lowercase(), own.to_lowercase());
        }
    }

    #[test]
    fn languages_are_written_their_way() {
        assert_eq!(direction(&language("cy")).as_str(), "ltr");
        assert_eq!(direction(&language("ur")).as_str(), "rtl");
    }
}

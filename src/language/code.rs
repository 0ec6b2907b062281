//! The code of a language, as file names and `lang` attributes write it.

use std::fmt;
use std::sync::Arc;

use super::Known;

/// A language's code: `cy`, `en`, `pt-BR`. Cheap to copy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct LanguageCode(Arc<str>);

impl LanguageCode {
    /// A code from how it is written: two or three lower-case letters, and maybe a hyphen and a
    /// region of two capitals or three digits (BCP 47, language and region only).
    pub fn parse(written: &str) -> Option<Self> {
        let (language, region) = match written.split_once('-') {
            Some((language, region)) => (language, Some(region)),
            None => (written, None),
        };
        let is_language = matches!(language.len(), 2 | 3)
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_region = region.is_none_or(|region| {
            (region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase()))
                || (region.len() == 3 && region.bytes().all(|byte| byte.is_ascii_digit()))
        });
        (is_language && is_region).then(|| LanguageCode(written.into()))
    }

    /// The language of a code of three letters, where it has one of two that is known here: `cym` and `wel` are `cy`
    /// (ISO 639-2). BCP 47 takes the shorter.
    pub fn of_three_letters(written: &str) -> Option<Self> {
        let known = match written {
            "cym" | "wel" => Known::Welsh,
            "eng" => Known::English,
            "fra" | "fre" => Known::French,
            "gle" => Known::Irish,
            _ => return None,
        };
        Some(known.into())
    }

    /// English: the language of what has no other.
    pub fn english() -> Self {
        Known::English.into()
    }

    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without its region.
    pub fn language(&self) -> &str {
        let end = self.0.bytes().position(|byte| byte == b'-');
        &self.0[..end.unwrap_or(self.0.len())]
    }
}

impl From<Known> for LanguageCode {
    fn from(known: Known) -> Self {
        LanguageCode(known.code().into())
    }
}

impl fmt::Display for LanguageCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_a_language_and_maybe_a_region() {
        for good in ["cy", "en", "gsw", "pt-BR", "es-419"] {
            assert_eq!(LanguageCode::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "c", "CY", "welsh", "cy-", "cy-cymru", "draft", "1a"] {
            assert!(LanguageCode::parse(bad).is_none(), "{bad}");
        }
    }
}

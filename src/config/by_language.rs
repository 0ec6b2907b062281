//! What is stated once for each language: `{en: …, cy: …}`.

use super::Located;
use crate::language::LanguageCode;

/// A text in each language that it was given in.
pub type Localised = ByLanguage<Located<String>>;

/// One value for each of some languages, in the order of the site's languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByLanguage<T> {
    values: Vec<(LanguageCode, T)>,
    /// Whether one value was written, which stands for every language.
    is_written_once: bool,
}

impl<T> Default for ByLanguage<T> {
    fn default() -> Self {
        ByLanguage {
            values: Vec::new(),
            is_written_once: false,
        }
    }
}

impl<T: Clone> ByLanguage<T> {
    /// A value that is written once and stands for each of these languages.
    pub fn written_once(languages: &[LanguageCode], value: &T) -> Self {
        let languages = languages.iter().cloned();
        ByLanguage {
            values: languages.map(|code| (code, value.clone())).collect(),
            is_written_once: true,
        }
    }
}

impl<T> ByLanguage<T> {
    /// The value that was written once for every language, where there is no more than that.
    pub fn for_every_language(&self) -> Option<&T> {
        let first = self.values.first().filter(|_| self.is_written_once);
        first.map(|(_, value)| value)
    }

    /// The value of a language, if it was given.
    pub fn get(&self, language: &LanguageCode) -> Option<&T> {
        let found = self.values.iter().find(|(code, _)| code == language);
        found.map(|(_, value)| value)
    }

    /// The value for readers of a language: its own, else that of the site's first language that
    /// has one. The language of what is returned comes with it, for the `lang` attribute.
    pub fn for_language(&self, language: &LanguageCode) -> Option<(&LanguageCode, &T)> {
        let own = self.values.iter().find(|(code, _)| code == language);
        own.or(self.values.first())
            .map(|(code, value)| (code, value))
    }

    /// Those of some languages that have no value, in their order.
    pub fn missing<'a>(&self, languages: &'a [LanguageCode]) -> Vec<&'a LanguageCode> {
        let is_missing = |language: &&LanguageCode| self.get(language).is_none();
        languages.iter().filter(is_missing).collect()
    }

    /// Whether no language has a value.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Each language with its value, in the order of the site's languages.
    pub fn iter(&self) -> impl Iterator<Item = (&LanguageCode, &T)> {
        self.values.iter().map(|(code, value)| (code, value))
    }
}

/// Values in the order in which they come; the last one of a language is kept.
impl<T> FromIterator<(LanguageCode, T)> for ByLanguage<T> {
    fn from_iter<I: IntoIterator<Item = (LanguageCode, T)>>(values: I) -> Self {
        let mut collected: Vec<(LanguageCode, T)> = Vec::new();
        for (language, value) in values {
            match collected.iter_mut().find(|(code, _)| *code == language) {
                Some(existing) => existing.1 = value,
                None => collected.push((language, value)),
            }
        }
        ByLanguage {
            values: collected,
            is_written_once: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_get_their_language_or_the_first_that_there_is() {
        let code = |code| LanguageCode::parse(code).unwrap();
        let (cy, en, ga) = (code("cy"), code("en"), code("ga"));
        let texts: ByLanguage<&str> = [(cy.clone(), "tŷ"), (en.clone(), "house")]
            .into_iter()
            .collect();
        assert_eq!(texts.for_language(&en), Some((&en, &"house")));
        assert_eq!(texts.for_language(&ga), Some((&cy, &"tŷ")));
        assert_eq!(texts.missing(&[ga.clone(), en]), [&ga]);
        assert_eq!(ByLanguage::<&str>::default().for_language(&ga), None);
    }
}

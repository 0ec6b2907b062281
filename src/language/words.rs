//! The words that stand in addresses, in each language, and the fixed names around them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Known, LanguageCode};

/// One of the words that an address of the site may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AddressWord {
    /// The history of a document, the comparisons below it, and what changed on the whole site.
    Changes,
    /// A comparison with the version in force.
    Current,
    /// A section in force, on one page.
    Book,
    /// Every language of a version side by side.
    BothLanguages,
    /// The site on a day.
    OnADate,
    /// Every document in alphabetical order.
    AToZ,
    /// The search page.
    Search,
}

impl AddressWord {
    /// Every word, in the order of the table.
    pub const ALL: [AddressWord; 7] = [
        AddressWord::Changes,
        AddressWord::Current,
        AddressWord::Book,
        AddressWord::BothLanguages,
        AddressWord::OnADate,
        AddressWord::AToZ,
        AddressWord::Search,
    ];

    /// The word's key in `languages[].words` of `site.yaml`.
    pub fn key(self) -> &'static str {
        match self {
            AddressWord::Changes => "changes",
            AddressWord::Current => "current",
            AddressWord::Book => "book",
            AddressWord::BothLanguages => "both_languages",
            AddressWord::OnADate => "on_a_date",
            AddressWord::AToZ => "a_z",
            AddressWord::Search => "search",
        }
    }
}

/// What each [`AddressWord`] is in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressWords {
    /// In the order of [`AddressWord::ALL`].
    words: [Cow<'static, str>; 7],
}

/// The words of a language, in the order of [`AddressWord::ALL`].
///
/// Part of the design, since an address never changes on its own. Without accents; the Welsh alphabet
/// ends with *y*: *a-y*.
const fn table(language: Known) -> [&'static str; 7] {
    match language {
        Known::English => [
            "changes",
            "current",
            "book",
            "both-languages",
            "on-a-date",
            "a-z",
            "search",
        ],
        Known::Welsh => [
            "newidiadau",
            "cyfredol",
            "llyfr",
            "dwyieithog",
            "ar-ddyddiad",
            "a-y",
            "chwilio",
        ],
        Known::French => [
            "changements",
            "actuel",
            "livre",
            "bilingue",
            "a-une-date",
            "a-z",
            "recherche",
        ],
        Known::Irish => [
            "athruithe",
            "reatha",
            "leabhar",
            "datheangach",
            "ar-dhata",
            "a-z",
            "cuardach",
        ],
    }
}

impl AddressWords {
    /// The words of a language in the table, whatever its region; none for other languages.
    pub fn of(language: &LanguageCode) -> Option<Self> {
        let words = table(language.known()?).map(Cow::Borrowed);
        Some(AddressWords { words })
    }

    /// The words of a language, those stated for it before those of the table.
    ///
    /// # Errors
    ///
    /// The words that are neither stated nor in the table.
    pub fn with_stated(
        language: &LanguageCode,
        stated: &BTreeMap<AddressWord, String>,
    ) -> Result<Self, Vec<AddressWord>> {
        let of_table = Self::of(language);
        let word = |word: AddressWord| match (stated.get(&word), &of_table) {
            (Some(stated), _) => Some(Cow::Owned(stated.clone())),
            (None, Some(table)) => Some(table.words[word as usize].clone()),
            (None, None) => None,
        };
        let missing: Vec<_> = AddressWord::ALL
            .into_iter()
            .filter(|each| word(*each).is_none())
            .collect();
        if missing.is_empty() {
            let words = AddressWord::ALL.map(|each| word(each).unwrap_or_default());
            Ok(AddressWords { words })
        } else {
            Err(missing)
        }
    }

    /// What one word is in this language.
    pub fn get(&self, word: AddressWord) -> &str {
        &self.words[word as usize]
    }

    /// Each word and what it is in this language.
    pub fn iter(&self) -> impl Iterator<Item = (AddressWord, &str)> {
        AddressWord::ALL
            .into_iter()
            .map(|word| (word, self.get(word)))
    }
}

/// Names at the site's root, and of files, that are the same in every language.
pub mod fixed {
    /// The folder of addresses that hold whatever a document's own address becomes.
    pub const ID: &str = "id";
    /// The folder of attachments.
    pub const FILES: &str = "files";
    /// The folder of the theme's static files.
    pub const ASSETS: &str = "assets";
    /// The folder of the search index.
    pub const PAGEFIND: &str = "pagefind";
    /// The Atom feed, below a language's word for changes.
    pub const FEED: &str = "feed.xml";
    /// What held on which days, below a language's word for the site on a day.
    pub const DAY_INDEX: &str = "days.json";
    /// The site as data.
    pub const SITE_JSON: &str = "site.json";
    /// The list of what is in force, for search engines.
    pub const SITEMAP: &str = "sitemap.xml";
    /// The page that a web server shows for an address that is not there.
    pub const NOT_FOUND: &str = "404.html";
    /// What search engines may read.
    pub const ROBOTS: &str = "robots.txt";

    /// Every name above that stands at the root: no language and no static file may take one.
    pub const AT_ROOT: [&str; 8] = [
        ID, FILES, ASSETS, PAGEFIND, SITE_JSON, SITEMAP, NOT_FOUND, ROBOTS,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::slug;

    fn language(code: &str) -> LanguageCode {
        LanguageCode::parse(code).unwrap()
    }

    #[test]
    fn words_of_the_table_are_distinct_slugs() {
        for language in Known::ALL {
            let (code, words) = (language.code(), table(language));
            for (at, word) in words.iter().enumerate() {
                assert_eq!(slug::fold(word), *word, "{code}");
                assert!(!words[..at].contains(word), "{code} {word}");
            }
        }
    }

    #[test]
    fn a_region_does_not_change_the_words() {
        let words = AddressWords::of(&language("cy-GB")).unwrap();
        assert_eq!(words.get(AddressWord::OnADate), "ar-ddyddiad");
        assert_eq!(words.get(AddressWord::AToZ), "a-y");
    }

    #[test]
    fn stated_words_come_before_the_table() {
        let stated = BTreeMap::from([(AddressWord::Book, "llawlyfr".to_owned())]);
        let words = AddressWords::with_stated(&language("cy"), &stated).unwrap();
        assert_eq!(words.get(AddressWord::Book), "llawlyfr");
        assert_eq!(words.get(AddressWord::Search), "chwilio");
    }

    #[test]
    fn a_language_outside_the_table_must_state_every_word() {
        let stated = BTreeMap::from([(AddressWord::Changes, "aenderungen".to_owned())]);
        let missing = AddressWords::with_stated(&language("de"), &stated).unwrap_err();
        assert_eq!(missing, AddressWord::ALL[1..]);
    }
}

//! The texts of a version, and which of their blocks correspond.

use std::collections::BTreeMap;

use crate::language::LanguageCode;
use crate::markdown::tree::Tree;
use crate::model::{Site, Version};
use crate::parity;

/// The trees of a version, by language. Empty where the version's text was removed.
pub(super) type Texts = BTreeMap<LanguageCode, Tree>;

/// The languages of a version that has more than one, aligned block by block.
pub(super) struct AlignedLanguages {
    languages: Vec<LanguageCode>,
    rows: Vec<parity::Row>,
}

impl AlignedLanguages {
    /// Aligns the languages of a version; nothing where the site does not show them side by side.
    pub fn of(site: &Site, version: &Version, texts: &Texts) -> Option<Self> {
        if !site.has_both_languages(version) {
            return None;
        }
        let (languages, trees) = in_order(site, texts);
        let both: Vec<_> = languages.iter().zip(trees).collect();
        let gathered = parity::Gathered::of(&both);
        Some(AlignedLanguages::gathered(languages, &gathered))
    }

    /// The same of languages whose texts were gathered in this order.
    pub fn gathered(languages: Vec<LanguageCode>, texts: &parity::Gathered<'_>) -> Self {
        AlignedLanguages {
            languages,
            rows: texts.rows(),
        }
    }

    /// The texts that were aligned, in their rows.
    pub fn side_by_side<'t>(&'t self, texts: &'t Texts) -> SideBySide<'t> {
        let languages = self.languages.iter();
        let texts = languages.filter_map(|code| Some((code, texts.get(code)?)));
        SideBySide {
            texts: texts.collect(),
            rows: &self.rows,
        }
    }

    /// The rows, where it is these languages, in this order, that are aligned.
    pub fn rows_of<'a>(
        &self,
        languages: impl Iterator<Item = &'a LanguageCode>,
    ) -> Option<&[parity::Row]> {
        self.languages
            .iter()
            .eq(languages)
            .then_some(self.rows.as_slice())
    }
}

/// The languages of texts and the texts, in the order of the site's languages.
pub(super) fn in_order<'t>(site: &Site, texts: &'t Texts) -> (Vec<LanguageCode>, Vec<&'t Tree>) {
    let languages = site.languages();
    let there = languages.filter_map(|code| Some((code.clone(), texts.get(code)?)));
    there.unzip()
}

/// The texts of a version, in the order of the site's languages, and which of their blocks correspond.
pub(super) struct SideBySide<'t> {
    pub texts: Vec<(&'t LanguageCode, &'t Tree)>,
    pub rows: &'t [parity::Row],
}

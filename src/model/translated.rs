//! Translations: which version's is nearest to that of another, as a translator is shown it, and which came later.

use super::document::Document;
use crate::language::LanguageCode;

impl Document {
    /// The languages that a correction adds to the version before it, where it says in the others what that said: then
    /// it is a translation that came later, and corrects nothing.
    pub fn translated_later(&self, version: usize) -> Vec<&LanguageCode> {
        let own = &self.versions[version];
        let before = version.checked_sub(1).map(|at| &self.versions[at]);
        let Some(before) = before.filter(|before| {
            own.correction() > 0
                && before.begins_by() == own.begins_by()
                && !before.is_removed()
                && !own.is_removed()
        }) else {
            return Vec::new();
        };
        let is_kept = before.texts.iter().all(|(language, text)| {
            let now = own.texts.get(language);
            now.is_some_and(|now| now.hash == text.hash)
        });
        let added = own.texts.iter().map(|(language, _)| language);
        let added = added.filter(|language| before.texts.get(language).is_none());
        added.filter(|_| is_kept).collect()
    }

    /// Of the versions before another the one whose texts in two languages are likely the most like its own: the one
    /// that it was made from, where it says that and that has both; else the nearest before that which has them, or
    /// after. Drafts are asked for nothing but what they were made from.
    pub fn translated_before(
        &self,
        version: usize,
        languages: [&LanguageCode; 2],
    ) -> Option<usize> {
        let has_both = |at: &usize| {
            let it = &self.versions[*at];
            !it.is_draft() && languages.iter().all(|language| it.text(language).is_some())
        };
        let made_from = self.versions[version].config.based_on.as_ref();
        let made_from = made_from.and_then(|id| self.version(id));
        let nearest = made_from.filter(|&at| at < version);
        let after_it = nearest.map_or(version, |at| at + 1);
        let before = (0..after_it).rev();
        before.chain(after_it..version).find(has_both)
    }
}

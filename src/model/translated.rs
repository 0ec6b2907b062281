//! Which version's translation is nearest to that of another: what a translator is shown beside it.

use super::document::Document;
use crate::language::LanguageCode;

impl Document {
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

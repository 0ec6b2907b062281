//! Texts read again for their trees: facts keep none.

use crate::config::ByLanguage;
use crate::content::{ReadText, read_text};
use crate::diagnostic::Place;
use crate::hash::Hash;
use crate::language::LanguageCode;
use crate::model::{Site, Text};
use crate::parity;
use crate::source::Root;

/// A text with its language.
pub(super) struct Read<'a> {
    pub language: &'a LanguageCode,
    pub text: ReadText,
}

impl Read<'_> {
    pub fn as_parity(&self) -> parity::Text<'_> {
        parity::Text {
            language: self.language,
            source: &self.text.source,
            tree: &self.text.tree,
        }
    }

    /// Where its first block begins.
    pub fn start(&self) -> Place {
        let first = self.text.tree.blocks.first();
        let span = first.map_or(0..0, |block| block.span.clone());
        self.text.source.place(span)
    }
}

/// Reads texts, in the order of the site's languages. What can no longer be read is left out: what
/// there is to say of it was said when its facts were read.
pub(super) fn read<'a>(root: &Root, site: &Site, texts: &'a ByLanguage<Text>) -> Vec<Read<'a>> {
    let read = texts.iter().filter_map(|(language, text)| {
        let mut found_before = Vec::new();
        let text = read_text(root, &text.path, site.config.html, &mut found_before);
        text.ok().map(|text| Read { language, text })
    });
    read.collect()
}

/// Whether texts were read as the site knows them: each of them, and as it was when its facts were read.
pub(super) fn is_as_known(known: &ByLanguage<Text>, read: &[Read<'_>]) -> bool {
    let hashes = known.iter().map(|(_, text)| text.hash);
    let now = read.iter().map(|it| Hash::of(it.text.source.text()));
    hashes.eq(now)
}

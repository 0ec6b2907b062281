//! How the text of an article is written, on whichever page it is.

use super::wording::{Value, Wording};
use crate::language::LanguageCode;
use crate::markdown::html::{LinkResolver, Options, Words, Writer};
use crate::markdown::tree::Tree;

/// The inside of an article: a text as HTML.
pub(super) fn article_html(
    wording: &dyn Wording,
    language: &LanguageCode,
    tree: &Tree,
    links: &dyn LinkResolver,
) -> String {
    let options = html_options(wording, language);
    let mut writer = Writer::new(links, &options).with_room(tree.end());
    writer.blocks(&tree.blocks);
    writer.finish()
}

/// How an article is written: with ids and colours, and with words in the language of its text.
pub(super) fn html_options(wording: &dyn Wording, language: &LanguageCode) -> Options {
    // The writer puts the number of each reference in place of `{n}`.
    let number = Value::Text("{n}");
    let words = Words {
        footnotes: wording.text(language, "footnotes", &[]),
        back: wording.text(language, "footnote-back", &[("number", number)]),
    };
    Options {
        words,
        ..Options::default()
    }
}

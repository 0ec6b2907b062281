//! A definition begins with a colon and white space.
//!
//! That is the rule of PHP Markdown Extra, where definition lists come from. The parser takes every
//! colon at the start of a line, so that the line `:warning: Read this` below a paragraph would lose its
//! colon and become a meaning of the words above. Such colons are escaped for the parser.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

/// How often a text is read anew because an escaped colon let the parser see another.
const PASSES: usize = 8;

/// A text as the parser is to read it.
pub(super) struct Escaped<'t> {
    text: Cow<'t, str>,
    /// Where backslashes were put in, as byte offsets in [`Self::text`], ascending.
    backslashes: Vec<usize>,
}

impl<'t> Escaped<'t> {
    /// The text with a backslash before each colon that the parser would take for a definition's and
    /// that no white space follows.
    pub(super) fn new(text: &'t str, options: Options) -> Self {
        let mut escaped = Self {
            text: Cow::Borrowed(text),
            backslashes: Vec::new(),
        };
        if !may_hold_words_after_a_colon(text) {
            return escaped;
        }
        let mut colons = BTreeSet::new();
        for _ in 0..PASSES {
            let found = escaped.colons_for_themselves(options);
            if found.is_empty() {
                break;
            }
            colons.extend(found);
            escaped = Self::with_backslashes(text, &colons);
        }
        escaped
    }

    /// A backslash before each of the colons, which are byte offsets in the text.
    fn with_backslashes(text: &str, colons: &BTreeSet<usize>) -> Self {
        let mut escaped = String::with_capacity(text.len() + colons.len());
        let mut backslashes = Vec::with_capacity(colons.len());
        let mut from = 0;
        for &colon in colons {
            escaped.push_str(&text[from..colon]);
            backslashes.push(escaped.len());
            escaped.push('\\');
            from = colon;
        }
        escaped.push_str(&text[from..]);
        Self {
            text: Cow::Owned(escaped),
            backslashes,
        }
    }

    /// The text to parse.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a span of [`Self::text`] is in the text as it is, in bytes.
    pub(super) fn written(&self, span: &Range<usize>) -> Range<usize> {
        self.offset(span.start)..self.offset(span.end)
    }

    fn offset(&self, offset: usize) -> usize {
        offset - self.backslashes.partition_point(|&put_in| put_in < offset)
    }

    /// The colons that begin a definition and that no white space follows, as offsets in the text as it is.
    fn colons_for_themselves(&self, options: Options) -> Vec<usize> {
        Parser::new_ext(&self.text, options)
            .into_offset_iter()
            .filter(|(event, _)| matches!(event, Event::Start(Tag::DefinitionListDefinition)))
            .filter_map(|(_, span)| {
                let line = self.text.get(span.start..)?;
                let colon = span.start + line.len() - line.trim_start().len();
                begins_with_words_after_a_colon(&self.text[colon..]).then(|| self.offset(colon))
            })
            .collect()
    }
}

/// Whether a line has words right after a colon that it begins with, be it within a quote or a list.
fn may_hold_words_after_a_colon(text: &str) -> bool {
    text.match_indices(':').any(|(colon, _)| {
        begins_with_words_after_a_colon(&text[colon..])
            && text[..colon]
                .bytes()
                .rev()
                .take_while(|&byte| byte != b'\n')
                .all(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'\r'))
    })
}

fn begins_with_words_after_a_colon(text: &str) -> bool {
    text.strip_prefix(':')
        .and_then(|rest| rest.chars().next())
        .is_some_and(|next| !next.is_whitespace())
}

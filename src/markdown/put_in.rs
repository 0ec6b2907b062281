//! A text as the parser is to read it, where that is not as it is written.
//!
//! What stands for the parser alone is put in, and where things stand is said of the text as written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use super::{comments, definitions};

/// How often a text is read anew because what was put in let the parser see more.
const PASSES: usize = 8;

/// What to put in, by its place in the text as written, in bytes.
type PutIn = BTreeMap<usize, String>;

/// A text as the parser is to read it.
pub(super) struct ForParser<'t> {
    text: Cow<'t, str>,
    /// Where something was put in, as byte ranges in [`Self::text`], ascending.
    put_in: Vec<Range<usize>>,
}

impl<'t> ForParser<'t> {
    /// The text with a backslash before each colon that begins no definition, and with words that follow a comment
    /// on a line of their own.
    pub(super) fn new(text: &'t str, options: Options) -> Self {
        let mut read = Self {
            text: Cow::Borrowed(text),
            put_in: Vec::new(),
        };
        if !definitions::may_hold_words_after_a_colon(text)
            && !comments::may_hold_words_after_a_comment(text)
        {
            return read;
        }
        let mut all = PutIn::new();
        for _ in 0..PASSES {
            let found = read.to_put_in(options);
            if found.is_empty() {
                break;
            }
            for (at, more) in found {
                all.entry(at).or_default().push_str(&more);
            }
            read = Self::with(text, &all);
        }
        read
    }

    fn with(text: &str, all: &PutIn) -> Self {
        let mut read = String::with_capacity(text.len() + 4 * all.len());
        let mut put_in = Vec::with_capacity(all.len());
        let mut from = 0;
        for (&at, more) in all {
            read.push_str(&text[from..at]);
            put_in.push(read.len()..read.len() + more.len());
            read.push_str(more);
            from = at;
        }
        read.push_str(&text[from..]);
        Self {
            text: Cow::Owned(read),
            put_in,
        }
    }

    /// What the parser has to be given besides, as it reads the text by now.
    fn to_put_in(&self, options: Options) -> PutIn {
        let mut found = PutIn::new();
        for (event, span) in Parser::new_ext(&self.text, options).into_offset_iter() {
            if let Some(colon) = definitions::colon_for_itself(&event, &span, &self.text) {
                found.insert(self.offset(colon), "\\".to_owned());
            }
            if let Some((words, line)) = comments::line_after(&event, &span, &self.text) {
                found.insert(self.offset(words), line);
            }
        }
        found
    }

    /// The text to parse.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a span of [`Self::text`] is in the text as written, in bytes.
    pub(super) fn written(&self, span: &Range<usize>) -> Range<usize> {
        self.offset(span.start)..self.offset(span.end)
    }

    fn offset(&self, offset: usize) -> usize {
        let before = self.put_in.iter().take_while(|put| put.start < offset);
        offset
            - before
                .map(|put| put.end.min(offset) - put.start)
                .sum::<usize>()
    }
}

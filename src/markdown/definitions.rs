//! A definition begins with a colon and white space.
//!
//! That is the rule of PHP Markdown Extra, where definition lists come from. The parser takes every
//! colon at the start of a line, so that the line `:warning: Read this` below a paragraph would lose its
//! colon and become a meaning of the words above. Such colons are escaped for the parser.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// Where the colon is that a definition begins with in the text that the parser reads, if no white space follows it.
pub(super) fn colon_for_itself(
    event: &Event<'_>,
    span: &Range<usize>,
    text: &str,
) -> Option<usize> {
    if !matches!(event, Event::Start(Tag::DefinitionListDefinition)) {
        return None;
    }
    let line = text.get(span.start..)?;
    let colon = span.start + line.len() - line.trim_start().len();
    begins_with_words_after_a_colon(&text[colon..]).then_some(colon)
}

/// Whether a line has words right after a colon that it begins with, be it within a quote or a list.
pub(super) fn may_hold_words_after_a_colon(text: &str) -> bool {
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

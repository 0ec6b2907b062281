//! Where words are written: what lies between them is Markdown's own, such as the `>` of a quotation, the indent of
//! an item's code, a fence, the signs between cells.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::build::each_event;

/// Where the words of a text stand whose body begins at a place, in bytes and in order: each stretch of words with
/// the marks over it, each line of code or of raw HTML.
pub fn written_words(text: &str, body_start: usize) -> Vec<Range<usize>> {
    let mut words = Words {
        text,
        stretches: Vec::new(),
        marks: 0,
    };
    each_event(text, body_start, |event, span| words.take(&event, span));
    words.stretches
}

struct Words<'t> {
    text: &'t str,
    stretches: Vec<Range<usize>>,
    /// How many marks are open.
    marks: usize,
}

impl Words<'_> {
    fn take(&mut self, event: &Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) if is_mark(tag) => {
                self.push(span);
                self.marks += 1;
            }
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => self.marks = self.marks.saturating_sub(1),
            Event::Start(_) | Event::End(_) | Event::Rule | Event::TaskListMarker(_) => {}
            Event::Text(_) => self.push(self.with_backslash(span)),
            _ => self.push(span),
        }
    }

    /// Marks reach from their first sign to their last: what lies under them is a part of them.
    fn push(&mut self, span: Range<usize>) {
        if self.marks == 0 && !span.is_empty() {
            self.stretches.push(span);
        }
    }

    /// The parser leaves out the backslash before a sign that stands for itself; it is a part of the words.
    fn with_backslash(&self, span: Range<usize>) -> Range<usize> {
        let before = self.stretches.last().map_or(0, |last| last.end);
        let is_escaped = span.start > before && self.text[..span.start].ends_with('\\');
        span.start - usize::from(is_escaped)..span.end
    }
}

fn is_mark(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::written_words;

    fn words(text: &str) -> Vec<&str> {
        let stretches = written_words(text, 0).into_iter();
        stretches.map(|stretch| &text[stretch]).collect()
    }

    #[test]
    fn what_makes_a_block_what_it_is_is_no_word() {
        for (text, expected) in [
            ("# One *two* ##\n", vec!["One ", "*two*"]),
            ("One\n===\n", vec!["One"]),
            ("> ~~~ sh\n> a\n>  b\n> ~~~\n", vec!["a\n", " b\n"]),
            (
                "- i\n\n  ```\n  a\n\n  b\n  ```\n",
                vec!["i", "a\n\n", "b\n"],
            ),
            ("1.     a\n       b\n", vec!["a\n", "b\n"]),
            (
                "| a \\| | [b](c) |\n|---|---|\n",
                vec!["a ", "\\|", "[b](c)"],
            ),
            ("> <p>\n> a\n> </p>\n", vec!["<p>\n", "a\n", "</p>\n"]),
        ] {
            assert_eq!(words(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_sign_that_stands_for_itself_has_its_backslash() {
        assert_eq!(words("- \\* a\\*\n"), ["\\* a", "\\*"]);
        assert_eq!(words("`a\\`\\\\**b**\n"), ["`a\\`", "\\\\", "**b**"]);
    }
}

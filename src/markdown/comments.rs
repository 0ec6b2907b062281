//! What follows a comment on its line is words.
//!
//! For the parser a line that begins with a comment is raw HTML to its end, so that in `<!-- the reason --> Staff
//! **must**` the words would be shown as typed and be no paragraph. It is given the line as two.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The indent that what goes on in a footnote has.
const INDENT_IN_FOOTNOTE: &str = "    ";

/// Whether words may follow a comment on its line.
pub(super) fn may_hold_words_after_a_comment(text: &str) -> bool {
    text.match_indices(CLOSE).any(|(at, _)| {
        let rest = &text[at + CLOSE.len()..];
        let rest = rest.trim_start_matches([' ', '\t']);
        !rest.is_empty() && !rest.starts_with(['\r', '\n'])
    })
}

/// Where words begin that follow a comment with which a block of raw HTML begins, and any further one on its line, in
/// the text that the parser reads; and what makes a line of theirs, in the same item or quotation. Nothing where none
/// follow, or raw HTML does.
pub(super) fn line_after(
    event: &Event<'_>,
    span: &Range<usize>,
    text: &str,
) -> Option<(usize, String)> {
    if !matches!(event, Event::Start(Tag::HtmlBlock)) {
        return None;
    }
    let block = text.get(span.start..)?;
    let comment = span.start + block.len() - block.trim_start().len();
    let mut words = comment;
    while text[words..].starts_with(OPEN) {
        let end = words + text[words..].find(CLOSE)? + CLOSE.len();
        let rest = &text[end..];
        words = end + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    }
    let begin =
        words > comment && text[words..].starts_with(|next| !matches!(next, '\r' | '\n' | '<'));
    begin.then(|| {
        let line = text[..comment].rfind('\n').map_or(0, |end| end + 1);
        (words, format!("\n{}", continued(&text[line..comment])))
    })
}

/// What a further line begins with in the blocks that the beginning of a line opens.
fn continued(beginning: &str) -> String {
    let (around, footnote) = match beginning.find("[^") {
        Some(at) => (&beginning[..at], INDENT_IN_FOOTNOTE),
        None => (beginning, ""),
    };
    let blank = |sign| {
        if matches!(sign, '>' | '\t') {
            sign
        } else {
            ' '
        }
    };
    around.chars().map(blank).chain(footnote.chars()).collect()
}

#[cfg(test)]
mod tests {
    use crate::markdown::tests::{outline, read};
    use crate::markdown::written::written_words;

    fn blocks(text: &str) -> String {
        outline(&read(text).tree.blocks)
    }

    #[test]
    fn words_after_a_comment_are_those_of_a_line_of_their_own() {
        for (one, two) in [
            (
                "<!-- a --> Staff **must**\nask.\n",
                "<!-- a -->\nStaff **must**\nask.\n",
            ),
            ("<!-- a --><!-- b -->*b*\n", "<!-- a --><!-- b -->\n*b*\n"),
            ("<!-- a\nb --> *b*\n", "<!-- a\nb -->\n*b*\n"),
            ("One\n<!-- a --> *b*\n", "One\n<!-- a -->\n*b*\n"),
            ("- <!-- a --> *b*\n- c\n", "- <!-- a -->\n  *b*\n- c\n"),
            ("10. <!-- a --> *b*\n", "10. <!-- a -->\n    *b*\n"),
            ("> - <!-- a --> *b*\n", "> - <!-- a -->\n>   *b*\n"),
            (
                "a[^long]\n\n[^long]: <!-- a --> *b*\n",
                "a[^long]\n\n[^long]: <!-- a -->\n    *b*\n",
            ),
            ("<!-- a --> ## Two\n", "<!-- a -->\n## Two\n"),
            ("Term\n: <!-- a --> *b*\n", "Term\n: <!-- a -->\n  *b*\n"),
        ] {
            assert_eq!(blocks(one), blocks(two), "{one}");
            assert!(!blocks(one).contains('*'), "{one}");
        }
    }

    #[test]
    fn what_is_no_word_after_a_comment_stays_where_it_is() {
        for (text, expected) in [
            ("```\n<!-- a --> *b*\n```\n", "code"),
            ("<!-- a --> <div>*b*</div>\n", "html <div>"),
        ] {
            assert!(blocks(text).starts_with(expected), "{}", blocks(text));
        }
    }

    #[test]
    fn words_after_a_comment_stand_where_they_are_written() {
        let text = "> - <!-- a --> One *two*\n>   :three: <!-- b --> four\n";
        let stretches = written_words(text, 0).into_iter();
        let words: Vec<&str> = stretches.map(|stretch| &text[stretch]).collect();
        assert_eq!(
            words.concat(),
            "<!-- a --> One *two*\n:three: <!-- b --> four"
        );
    }
}

//! Where a text's front matter ends and its body begins.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;

const FENCE: &str = "---";

/// The front matter of a text: places in its source, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The YAML between the fences.
    pub yaml: Range<usize>,
    /// Where the body begins: after the line of the closing fence.
    pub body_start: usize,
}

/// Finds the front matter: from `---` on the first line to the next line that is `---` alone.
///
/// A text may also open with a thematic break, which looks the same. It is front matter when a line
/// `key:` is the first to say something after it, or when what follows without a blank line is closed.
///
/// # Errors
/// [`Code::InvalidFrontMatter`] when it begins with a key and never ends.
pub fn split(source: &Source) -> Result<Option<FrontMatter>, Box<Diagnostic>> {
    let text = source.text();
    let Some(start) = after_fence(text) else {
        return Ok(None);
    };
    let inner = &text[start..];
    let begins_with_key = first_words(inner).is_some_and(is_key);
    let begins_at_once = inner
        .lines()
        .next()
        .is_some_and(|line| !line.trim().is_empty());
    if !begins_with_key && !begins_at_once {
        return Ok(None);
    }
    match closing_fence(inner) {
        Some(fence) => Ok(Some(FrontMatter {
            yaml: start..start + fence.start,
            body_start: start + fence.end,
        })),
        None if begins_with_key => Err(Box::new(unclosed(source))),
        None => Ok(None),
    }
}

/// Where the body of a text begins, in bytes: after its front matter, if it has one that can be read.
pub fn body_start(source: &Source) -> usize {
    let front_matter = split(source).ok().flatten();
    front_matter.map_or(0, |found| found.body_start)
}

fn after_fence(text: &str) -> Option<usize> {
    let first = text.split_inclusive('\n').next()?;
    (first.trim_end() == FENCE && first.ends_with('\n')).then_some(first.len())
}

fn closing_fence(inner: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in inner.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some(at..at + line.len());
        }
        at += line.len();
    }
    None
}

fn first_words(inner: &str) -> Option<&str> {
    inner.lines().find(|line| !line.trim().is_empty())
}

fn is_key(line: &str) -> bool {
    let Some((key, value)) = line.split_once(':') else {
        return false;
    };
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\'');
    !key.is_empty() && key.chars().all(is_name) && (value.is_empty() || value.starts_with(' '))
}

fn unclosed(source: &Source) -> Diagnostic {
    let message = "the front matter begins here and never ends";
    Diagnostic::new(
        Code::InvalidFrontMatter,
        source.place(0..FENCE.len()),
        message,
    )
    .help("Put a line that is `---` alone after the front matter's last key.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str)> {
        let source = Source::new("en.md", text);
        let found = split(&source).unwrap()?;
        Some((&text[found.yaml], &text[found.body_start..]))
    }

    #[test]
    fn front_matter_is_what_the_fences_enclose() {
        assert_eq!(
            parts("---\ntitle: Leave\n---\nBody\n"),
            Some(("title: Leave\n", "Body\n"))
        );
        assert_eq!(
            parts("---\ntitle: Leave\n---"),
            Some(("title: Leave\n", ""))
        );
        assert_eq!(
            parts("---\n\ntitle: Leave\n--- \nBody"),
            Some(("\ntitle: Leave\n", "Body"))
        );
        assert_eq!(parts("---\n---\nBody"), Some(("", "Body")));
        assert_eq!(
            parts("---\n- a list\n---\nBody"),
            Some(("- a list\n", "Body"))
        );
    }

    #[test]
    fn a_thematic_break_is_not_front_matter() {
        for text in [
            "",
            "---",
            "---\n",
            "---\n\nText\n",
            "---\n\nText\n\n---\n",
            "----\na: b\n----\n",
            "Text\n---\n",
        ] {
            assert_eq!(parts(text), None, "{text:?}");
        }
        assert_eq!(
            parts(
                "---\nText: with: no end is a rule and text\n"
                    .replace("Text: ", "Some text ")
                    .as_str()
            ),
            None
        );
    }

    #[test]
    fn front_matter_that_never_ends_is_an_error() {
        let source = Source::new("en.md", "---\ntitle: Leave\n\nBody\n");
        let found = split(&source).unwrap_err();
        assert_eq!(found.code, Code::InvalidFrontMatter);
        assert_eq!(
            (found.place.line, found.place.column, found.place.width),
            (1, 1, 3)
        );
    }
}

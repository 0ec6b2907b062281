//! Signs that were meant as Markdown's and are not: readers see them as they were typed.
//!
//! They are what comes with words out of a word processor, and what a beginner leaves out.

use std::ops::Range;

use super::tree::{Block, BlockKind, Content};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;

/// The dots that word processors begin the items of lists with; the last is of a private font.
const DOTS: [char; 6] = ['•', '◦', '▪', '●', '‣', '\u{f0b7}'];

/// The finding for signs of a block's own words that are shown as typed, if it has any.
pub(super) fn find(block: &Block, source: &Source) -> Option<Diagnostic> {
    let raw = source.text().get(block.span.clone())?;
    let (at, message, help) = match block.kind {
        BlockKind::Paragraph => lines(raw).or_else(|| spaced_address(block, raw)),
        _ if block.inlines.is_empty() => None,
        _ => spaced_address(block, raw),
    }?;
    let place = source.place(block.span.start + at.start..block.span.start + at.end);
    let found = Diagnostic::new(Code::ShownAsTyped, place, message);
    Some(found.help(format!(
        "{help} If readers are to see it so, put a backslash before the first sign."
    )))
}

/// Where the signs are, what is wrong, and what to do.
type Typed = (Range<usize>, &'static str, &'static str);

/// What the lines of a paragraph begin with.
fn lines(raw: &str) -> Option<Typed> {
    let lines = || raw.split_inclusive('\n').map(|line| within(raw, line));
    let is_row = |at: &Range<usize>| {
        let line = &raw[at.clone()];
        line.starts_with('|') && line.ends_with('|') && line.matches('|').count() > 2
    };
    if raw.starts_with('|') && lines().all(|at| is_row(&at)) {
        return Some((
            lines().next()?,
            "this is no table, and is shown as typed: below its first line there is none of dashes for each column",
            "Write `| --- | --- |` below the first line, with as many parts as that has.",
        ));
    }
    if raw.contains(DOTS)
        && let Some(at) = lines().find(|at| begins_with_dot(&raw[at.clone()]))
    {
        return Some((
            at,
            "this is no item of a list, and is shown as typed: a list's items begin with a hyphen",
            "Write a hyphen and a space for each dot, and leave a line empty above the first.",
        ));
    }
    let is_alone = lines().nth(1).is_none();
    let is_heading = |at: &Range<usize>| is_meant_as_heading(&raw[at.clone()], is_alone);
    let at = lines().find(is_heading).filter(|_| raw.contains('#'))?;
    Some((
        at,
        "this is no heading, and is shown as typed: a space is missing behind the `#`",
        "Put a space between the last `#` and the words.",
    ))
}

/// Where a line of a block is without its end, and without what makes it one of a quotation or an item.
fn within(raw: &str, line: &str) -> Range<usize> {
    let start = line.as_ptr().addr() - raw.as_ptr().addr();
    let words = line.trim_start_matches([' ', '\t', '>']);
    let start = start + line.len() - words.len();
    start..start + words.trim_end().len()
}

fn begins_with_dot(line: &str) -> bool {
    let after = line.strip_prefix(DOTS);
    after.is_some_and(|after| after.starts_with(char::is_whitespace))
}

/// `##Scope`. A single `#` may be that of a tag of social media, but where the line stands alone.
fn is_meant_as_heading(line: &str, is_alone: bool) -> bool {
    let words = line.trim_start_matches('#');
    let signs = line.len() - words.len();
    let fewest = if is_alone { 1 } else { 2 };
    (fewest..=6).contains(&signs) && words.starts_with(char::is_alphabetic)
}

/// `[the form](My Form.docx)`.
fn spaced_address(block: &Block, raw: &str) -> Option<Typed> {
    let is_typed = |at: usize| {
        let at = block.span.start + at;
        block
            .inlines
            .iter()
            .any(|inline| matches!(inline.content, Content::Text(_)) && inline.span.contains(&at))
    };
    raw.match_indices("](").find_map(|(at, _)| {
        let start = raw[..at].rfind('[')?;
        let inner = raw[at + 2..].lines().next()?;
        let address = &inner[..inner.find(')')?];
        let is_spaced = address.trim().contains(' ') && !address.contains('(');
        let is_escaped = raw[..at].ends_with('\\') || raw[..start].ends_with('\\');
        (is_spaced && !is_escaped && is_typed(at) && is_typed(at + 1)).then_some((
            start..at + 3 + address.len(),
            "this is no link, and is shown as typed: its address has a space in it",
            "Put the address in angle brackets, `[the form](<My Form.docx>)`, or give the file a name without spaces.",
        ))
    })
}

#[cfg(test)]
mod tests {
    use crate::markdown::tests::read;

    fn typed(text: &str) -> Vec<String> {
        let findings = read(text).findings.into_iter();
        let told = findings.map(|found| {
            assert_eq!(found.code.as_str(), "shown-as-typed", "{found:?}");
            let (what, _) = found.message.split_once(", and").unwrap_or_default();
            format!("{}:{} {what}", found.place.line, found.place.column)
        });
        told.collect()
    }

    #[test]
    fn what_is_meant_as_markdown_and_is_none_is_told() {
        for (text, told) in [
            ("Use [the form](My Form.docx).\n", "1:5 this is no link"),
            ("- Use [the *form*](My Form.docx).\n", "1:7 this is no link"),
            ("## [A form](My Form.docx)\n", "1:4 this is no link"),
            ("| A | B |\n| 1 | 2 |\n", "1:1 this is no table"),
            ("> | A | B |\n> | 1 | 2 |\n", "1:3 this is no table"),
            (
                "Then:\n• ask first\n• tell HR\n",
                "2:1 this is no item of a list",
            ),
            ("\u{f0b7}\task first\n", "1:1 this is no item of a list"),
            ("##Rules\n", "1:1 this is no heading"),
            ("#Leave\n\nTen days.\n", "1:1 this is no heading"),
        ] {
            assert_eq!(typed(text), [told], "{text}");
        }
    }

    #[test]
    fn what_is_typed_to_be_seen_is_not() {
        for text in [
            "[a](b \"A title\") and [c](<My Form.docx>)\n",
            "`[a](My Form.docx)` and \\[a](b c)\n",
            "A list [of] (three or more).\n",
            "| A | B |\n|---|---|\n| 1 | 2 |\n",
            "    | A | B |\n",
            "The sign | and the sign |\n",
            "A • B\n",
            "\\##Rules\n",
            "Use\n#DyddGŵylDewi in posts\n",
            "#1 in Wales\n",
        ] {
            assert_eq!(typed(text), [""; 0], "{text}");
        }
    }
}

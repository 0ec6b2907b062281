//! What lies over a word: the link that it is in, and its formatting.

use crate::diff::flow::Flow;
use crate::diff::index::mark_key;
use crate::diff::model::{Format, FormatChange};
use crate::diff::words::Token;
use crate::markdown::tree::{Block, Content, Inline, Mark};

/// Where a link leads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct LinkTo<'a> {
    pub target: &'a str,
    pub title: &'a str,
}

/// What lies over a word.
#[derive(PartialEq, Eq)]
pub(super) struct Style<'a> {
    pub link: Option<LinkTo<'a>>,
    /// Formatting as written, the outermost first, without order among equals.
    pub formats: Vec<&'a str>,
}

impl<'a> Style<'a> {
    pub fn of(leaf: &'a Block, inline: &'a Inline) -> Self {
        let mut style = Style {
            link: None,
            formats: Vec::new(),
        };
        let mut marks: Vec<&Mark> = inline.marks.iter().map(|&mark| &leaf.marks[mark]).collect();
        marks.sort_by_key(|mark| mark_key(mark));
        marks.dedup_by_key(|mark| mark_key(mark));
        for mark in marks {
            match mark {
                Mark::Link { target, title } => style.link = Some(LinkTo { target, title }),
                Mark::Emphasis => style.formats.push("*"),
                Mark::Strong => style.formats.push("**"),
                Mark::Strikethrough => style.formats.push("~~"),
                Mark::Html { open, .. } => style.formats.push(open),
            }
        }
        if matches!(inline.content, Content::Code(_)) {
            style.formats.push("`");
        }
        style
    }

    /// What lies over the beginning and over the end of a word.
    pub fn of_ends(flow: &Flow<'a>, token: &Token) -> impl Iterator<Item = Style<'a>> + use<'a> {
        let leaf: &'a Block = flow.leaves[token.start.leaf as usize];
        let ends = [token.start.inline, token.end.inline].map(|at| leaf.inlines.get(at as usize));
        // A word can end where its inline does, with the next one as its end.
        let ends = match ends {
            [first, last] if token.end.byte > 0 => [first, last],
            [first, _] => [first, None],
        };
        let ends = ends.into_iter().flatten();
        ends.map(move |inline| Style::of(leaf, inline))
    }
}

/// The one format that came or went, by the markers before and after.
pub(super) fn format_change(old: &[String], new: &[String]) -> Option<FormatChange> {
    let only_in = |these: &[String], others: &[String]| -> Vec<String> {
        let others = |marker: &&String| !others.contains(marker);
        these.iter().filter(others).cloned().collect()
    };
    match (&only_in(old, new)[..], &only_in(new, old)[..]) {
        ([], [came]) => format_of(came).map(FormatChange::Added),
        ([went], []) => format_of(went).map(FormatChange::Removed),
        _ => None,
    }
}

/// What a marker of Markdown stands for; nothing for a tag of HTML.
fn format_of(marker: &str) -> Option<Format> {
    Some(match marker {
        "*" => Format::Emphasis,
        "**" => Format::Strong,
        "~~" => Format::Strikethrough,
        "`" => Format::Code,
        _ => return None,
    })
}

/// Words with their markers: `**must**`.
pub(super) fn as_written(formats: &[String], text: &str) -> String {
    let mut written = text.to_owned();
    for format in formats {
        let close = match format.strip_prefix('<') {
            Some(rest) => {
                let name = rest.split([' ', '>']).next().unwrap_or_default();
                format!("</{name}>")
            }
            None => format.clone(),
        };
        written = format!("{format}{written}{close}");
    }
    written
}

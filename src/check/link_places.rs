//! Where in a file the links of a text are written, and what is found there.

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{Link, Text};
use crate::source::{Root, Source};

/// What is wrong with a link.
#[derive(Clone)]
pub(super) struct Fault {
    pub code: Code,
    pub message: String,
    pub help: String,
}

/// What is wrong with the links of a text, each at its place.
pub(super) fn found_at(root: &Root, text: &Text, faults: Vec<(&Link, Fault)>) -> Vec<Diagnostic> {
    let found = located(root, &text.path, faults).into_iter();
    found
        .map(|(place, fault)| Diagnostic::new(fault.code, place, fault.message).help(fault.help))
        .collect()
}

/// What is known of links of a text, with the places of their addresses. The facts of a text keep no lines:
/// it is read again where there is something to say.
pub(super) fn located<T>(root: &Root, file: &str, of_links: Vec<(&Link, T)>) -> Vec<(Place, T)> {
    if of_links.is_empty() {
        return Vec::new();
    }
    let source = root.read_text(file);
    let source = source.unwrap_or_else(|_| Source::new(file, ""));
    let located = of_links
        .into_iter()
        .map(|(link, known)| (source.place(address_in(&source, link)), known));
    located.collect()
}

/// Where a link's address stands: behind its words, `[words](address)`; before them, `<a href="address">`;
/// or in the definition of a reference, `[words]: address`. Where it is written in another way, the words.
fn address_in(source: &Source, link: &Link) -> Range<usize> {
    let text = source.text();
    let start = behind_words(text, link)
        .or_else(|| before_words(text, link))
        .or_else(|| in_definition(text, link));
    start.map_or_else(
        || link.span.clone(),
        |start| start..start + link.target.len(),
    )
}

fn behind_words(text: &str, link: &Link) -> Option<usize> {
    let behind = text.get(link.span.end..)?;
    let opening = behind.split_inclusive("](").next()?;
    if opening.contains('\n') || !opening.ends_with("](") {
        return None;
    }
    let behind = &behind[opening.len()..];
    let address = behind.trim_start_matches([' ', '<']);
    let start = text.len() - address.len();
    address.starts_with(&link.target).then_some(start)
}

fn before_words(text: &str, link: &Link) -> Option<usize> {
    let before = text.get(..link.span.start)?;
    let tag = before.rfind('<')?;
    let start = tag + before[tag..].find(&link.target)?;
    let is_in_tag = before[tag..].starts_with("<a ") && before[tag..].ends_with('>');
    is_in_tag.then_some(start)
}

fn in_definition(text: &str, link: &Link) -> Option<usize> {
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let label = line.trim_start().starts_with('[');
        if let Some(colon) = line.find("]:").filter(|_| label) {
            let address = line[colon + 2..].trim_start_matches([' ', '<']);
            let start = line_start + line.len() - address.len();
            let behind = address.strip_prefix(&link.target);
            if behind.is_some_and(|rest| rest.trim_end().is_empty() || rest.starts_with([' ', '>']))
            {
                return Some(start);
            }
        }
        line_start += line.len();
    }
    None
}

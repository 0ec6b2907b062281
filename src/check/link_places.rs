//! Where in a file the links of a text are written, and what is found there.

use std::cell::OnceCell;
use std::collections::HashMap;
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
    let addresses = Addresses {
        text: source.text(),
        defined: OnceCell::new(),
    };
    let located = of_links
        .into_iter()
        .map(|(link, known)| (source.place(addresses.of(link)), known));
    located.collect()
}

/// The addresses that a text has.
struct Addresses<'t> {
    text: &'t str,
    /// Those in the definitions of references, once one was asked for.
    defined: OnceCell<HashMap<&'t str, usize>>,
}

impl Addresses<'_> {
    /// Where a link's address stands: before its words, `<a href="address">`; behind them, `[words](address)`;
    /// or in the definition of a reference, `[words]: address`. Where it is written in another way, the words.
    fn of(&self, link: &Link) -> Range<usize> {
        let start = before_words(self.text, link)
            .or_else(|| behind_words(self.text, link))
            .or_else(|| self.in_definition(link));
        start.map_or_else(
            || link.span.clone(),
            |start| start..start + link.target.len(),
        )
    }

    fn in_definition(&self, link: &Link) -> Option<usize> {
        let defined = self.defined.get_or_init(|| definitions(self.text));
        defined.get(link.target.as_str()).copied()
    }
}

fn behind_words(text: &str, link: &Link) -> Option<usize> {
    let behind = text.get(link.span.end..)?;
    let line = behind.split('\n').next()?;
    let opening = line.find("](")? + "](".len();
    let address = behind[opening..].trim_start_matches([' ', '<']);
    let start = text.len() - address.len();
    address.starts_with(&link.target).then_some(start)
}

fn before_words(text: &str, link: &Link) -> Option<usize> {
    let before = text.get(..link.span.start)?.strip_suffix('>')?;
    let tag = before.rfind('<')?;
    let start = tag + before[tag..].find(&link.target)?;
    before[tag..].starts_with("<a ").then_some(start)
}

/// The addresses in the definitions of references, each with where it is first written.
fn definitions(text: &str) -> HashMap<&str, usize> {
    let mut found = HashMap::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let opens = line.trim_start().starts_with('[');
        if let Some(colon) = opens.then(|| line.find("]:")).flatten() {
            let behind = line[colon + 2..].trim_start_matches([' ', '<']);
            let start = line_start + line.len() - behind.len();
            let end = behind.find(|sign: char| sign.is_whitespace() || sign == '>');
            let address = &behind[..end.unwrap_or(behind.len())];
            found.entry(address).or_insert(start);
        }
        line_start += line.len();
    }
    found
}

//! What stands between the tags of raw HTML: the words that a reader sees.

use std::ops::Range;

use super::tag::{self, Piece, is_in_line};

/// What stands before the first tag, between two, or after the last: it may be nothing.
pub(crate) struct Stretch {
    /// Where it is in the HTML, in bytes.
    pub range: Range<usize>,
    /// Whether other elements for words may stand in it.
    pub takes_elements: bool,
}

/// What stands between the tags of raw HTML, in order: one stretch more than there are tags.
pub(crate) fn stretches(html: &str) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let (mut at, mut start) = (0, 0);
    for piece in tag::pieces(html) {
        let begins = at;
        at += piece.raw().len();
        if matches!(piece, Piece::Text(_)) {
            continue;
        }
        found.push(stretch(start..begins, &open));
        start = at;
        match piece {
            Piece::Start(tag) if !tag::is_void(&tag.name) => open.push(tag.name.into_owned()),
            Piece::End(..) => {
                open.pop();
            }
            _ => {}
        }
    }
    found.push(stretch(start..at, &open));
    found
}

fn stretch(range: Range<usize>, open: &[String]) -> Stretch {
    Stretch {
        range,
        takes_elements: open.last().is_none_or(|element| holds_words(element)),
    }
}

/// Whether an element holds words, and other elements among them.
fn holds_words(element: &str) -> bool {
    let is_heading = matches!(element.as_bytes(), [b'h', b'1'..=b'6']);
    is_heading
        || is_in_line(element)
        || matches!(
            element,
            "blockquote"
                | "caption"
                | "dd"
                | "details"
                | "div"
                | "dt"
                | "figcaption"
                | "figure"
                | "li"
                | "p"
                | "pre"
                | "summary"
                | "td"
                | "th"
        )
}

/// The names of the elements that begin in raw HTML, in order.
pub(crate) fn elements(html: &str) -> Vec<String> {
    let starts = tag::pieces(html).filter_map(|piece| match piece {
        Piece::Start(tag) => Some(tag.name.into_owned()),
        _ => None,
    });
    starts.collect()
}

/// Where a text has entities, in bytes.
pub(crate) fn entities(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('&').filter_map(move |(start, sign)| {
        let name = text[start + sign.len()..].split_once(';')?.0;
        let is_name = |next: char| next.is_ascii_alphanumeric() || next == '#';
        let is_entity = !name.is_empty() && name.chars().all(is_name);
        is_entity.then(|| start..start + sign.len() + name.len() + ";".len())
    })
}

/// The words of a stretch of raw HTML, with its tags or without: a line for each of the elements that part words.
pub(crate) fn said(html: &str) -> String {
    let mut said = Said::default();
    for piece in tag::pieces(html) {
        match piece {
            Piece::Text(text) => said.words(&tag::decode(text)),
            Piece::Start(tag) => {
                said.boundary(&tag.name);
                if let (true, Some(description)) = (tag.name == "img", tag.attribute("alt")) {
                    said.words(&description);
                }
            }
            Piece::End(name, _) => said.boundary(&name),
            Piece::Opaque(_) | Piece::Comment(_) => {}
        }
    }
    said.text
}

/// The words of raw HTML, as they are gathered.
#[derive(Default)]
pub(super) struct Said {
    pub text: String,
}

impl Said {
    /// White space as the page shows it: one space, or none after another.
    pub fn words(&mut self, words: &str) {
        for character in words.chars() {
            if !character.is_ascii_whitespace() {
                self.text.push(character);
            } else if !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// Ends a line at a tag of an element that parts words.
    pub fn boundary(&mut self, element: &str) {
        if !is_in_line(element) && !self.text.ends_with('\n') {
            self.text.truncate(self.text.trim_end_matches(' ').len());
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_tags_takes_elements_where_words_may_stand() {
        let html = "One<p>two</p><ul> <li>three<br>four</li></ul>";
        let found: Vec<(&str, bool)> = stretches(html)
            .into_iter()
            .map(|stretch| (&html[stretch.range], stretch.takes_elements))
            .collect();
        let expected = [
            ("One", true),
            ("two", true),
            ("", true),
            (" ", false),
            ("three", true),
            ("four", true),
            ("", false),
            ("", true),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn entities_are_found_among_signs_that_begin_none() {
        let text = "R&D &amp; cost & care; &#38;&nbsp;x";
        let found: Vec<&str> = entities(text).map(|entity| &text[entity]).collect();
        assert_eq!(found, ["&amp;", "&#38;", "&nbsp;"]);
    }

    #[test]
    fn what_html_says_has_a_line_for_each_element_that_parts_words() {
        let html = "<p>Ask  the <b>office</b> &amp; <img alt=\"Siân\"></p><p>first.";
        assert_eq!(said(html).trim(), "Ask the office & Siân\nfirst.");
    }
}

//! Legal labels: `5.2`, `5.2 i.`, `(a)`, `(ch)`, at the head of a block's words.
//!
//! A false label is worse than a missed one: a bare number, a decimal, a sum, a date, a time, a measure
//! or a reference ("(a) and (b) apply") is none.

mod address;
mod reader;

pub(crate) use address::{Addresses, follows};
pub(crate) use reader::roman;

use super::tree::{Block, BlockKind, Content};
use reader::Reader;

/// How many bytes of a block's words are looked at.
const HEAD_LENGTH: usize = 96;

/// Measures that are written with a capital: what stands before them is a decimal.
const MEASURES: [&str; 22] = [
    "A", "C", "CTE", "F", "FTE", "GB", "GHz", "GW", "Hz", "KB", "L", "MB", "MHz", "MW", "Mbps",
    "Gbps", "Million", "Billion", "TB", "V", "W", "USD",
];

/// What joins the labels of a reference, in the languages of which that is known.
const JOINS: [&str; 19] = [
    "and", "or", "to", "and/or", "through", "a", "ac", "neu", "i", "hyd", "et", "ou", "à", "agus",
    "nó", "go", "&", "-", "–",
];

/// A label, in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// As written: `5.2 i.`.
    pub written: String,
    /// The number that it begins with, if it does: `5.2`.
    pub number: Option<String>,
    /// What comes after the number, without brackets: `i`.
    pub items: Vec<String>,
}

/// The label that a paragraph, a heading or a list item opens with.
pub fn of_block(block: &Block) -> Option<Label> {
    match &block.kind {
        BlockKind::Paragraph | BlockKind::Heading { title: false, .. } => of_words(block),
        BlockKind::ListItem { .. } => block
            .children
            .first()
            .filter(|first| matches!(first.kind, BlockKind::Paragraph))
            .and_then(of_words),
        _ => None,
    }
}

fn of_words(block: &Block) -> Option<Label> {
    let first = block
        .inlines
        .iter()
        .find(|inline| !is_unseen(&inline.content))?;
    let Content::Text(text) = &first.content else {
        return None;
    };
    if !opens_like_a_label(text) {
        return None;
    }
    if text.len() > HEAD_LENGTH {
        return of_text(text);
    }
    let mut head = String::with_capacity(HEAD_LENGTH * 2);
    for inline in &block.inlines {
        head.push_str(inline.content.text());
        if head.len() > HEAD_LENGTH {
            break;
        }
    }
    of_text(&head)
}

/// A quick look, that settles it for nearly every block.
fn opens_like_a_label(text: &str) -> bool {
    let mut first_word = text
        .bytes()
        .take(9)
        .take_while(|byte| !byte.is_ascii_whitespace());
    match first_word.next() {
        Some(b'(' | b'0'..=b'9') => true,
        Some(byte) if byte.is_ascii_alphabetic() => {
            first_word.any(|byte| byte == b'.' || byte == b')')
        }
        _ => false,
    }
}

fn is_unseen(content: &Content) -> bool {
    matches!(content, Content::Html(_))
}

/// The label that words open with.
pub fn of_text(words: &str) -> Option<Label> {
    let mut reader = Reader { words, at: 0 };
    let number = reader.number();
    let items = match &number {
        Some(_) => reader.items_after_number(),
        None => reader.items(),
    };
    if number.is_none() && items.is_empty() {
        return None;
    }
    let written = words[..reader.at].to_owned();
    let rest = &words[reader.at..];
    if !(rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        return None;
    }
    let label = Label {
        written,
        number,
        items,
    };
    label.stands_before(rest.trim_start()).then_some(label)
}

/// The letter or small numeral that words open with where a point stands after it: `b` of "b. The holder".
/// By itself it is no label: it may be short for something ("c. 1850").
pub(crate) fn stopped_item(words: &str) -> Option<&str> {
    let item = Reader { words, at: 0 }.item_with_stop(&['.'])?;
    Some(&words[..item.len()])
}

impl Label {
    /// Whether the words after it are those of a clause, and not of a sentence that begins with a
    /// decimal, a date or a reference.
    fn stands_before(&self, rest: &str) -> bool {
        if is_reference(rest) {
            return false;
        }
        match &self.number {
            Some(number) if self.items.is_empty() => self.number_stands_before(number, rest),
            Some(_) => true,
            None => !self.is_copyright_sign(rest),
        }
    }

    fn number_stands_before(&self, number: &str, rest: &str) -> bool {
        let parts: Vec<&str> = number.split('.').collect();
        if is_date(&parts) {
            return false;
        }
        // "5.2." and "5.2.1" are no decimals, whatever follows.
        if parts.len() > 2 || self.written.ends_with('.') {
            return !rest.is_empty();
        }
        let first_word = rest
            .split(|c: char| !c.is_alphanumeric())
            .find(|word| !word.is_empty());
        let begins_sentence = first_word
            .and_then(|word| word.chars().next())
            .is_some_and(begins_sentence);
        let opening = rest
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || is_opening(c));
        opening && begins_sentence && !begins_with_measure(rest)
    }

    /// "(c) Crown copyright 2017".
    fn is_copyright_sign(&self, rest: &str) -> bool {
        let speaks_of_copyright = |word: &str| {
            let word = word
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase();
            matches!(word.as_str(), "crown" | "copyright" | "hawlfraint") || is_year(&word)
        };
        self.written.eq_ignore_ascii_case("(c)")
            && rest.split_whitespace().take(3).any(speaks_of_copyright)
    }
}

/// "0.5 L bottles", "3.5 A."; and not "5.2 A claim" or "5.2 L’employeur", where the letter is an article.
fn begins_with_measure(rest: &str) -> bool {
    let words = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = words.find(|c: char| !c.is_alphanumeric());
    let (word, after) = words.split_at(end.unwrap_or(words.len()));
    let is_elided = after.starts_with(['\'', '’']);
    let opens_words = after
        .strip_prefix(char::is_whitespace)
        .is_some_and(|next| next.starts_with(char::is_alphabetic));
    MEASURES.contains(&word) && !is_elided && !(word == "A" && opens_words)
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A letter that a sentence may begin with: a capital, or one of a script that has none.
fn begins_sentence(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase()
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '–' | '—' | '-' | ':'
    )
}

/// "(a) and (b) apply": what it is joined to is a label too. Not "5.3 Under 5.2, records are kept".
fn is_reference(rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    let is_joined = words.next().is_some_and(|first| JOINS.contains(&first));
    let second = words.next().filter(|_| is_joined);
    second.is_some_and(|word| {
        let mut reader = Reader { words: word, at: 0 };
        reader.number().is_some() || reader.item_in_brackets().is_some()
    })
}

/// `12.5.21`: day, month and the end of a year.
fn is_date(parts: &[&str]) -> bool {
    let value = |at: usize| {
        parts
            .get(at)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or(0)
    };
    parts.len() == 3
        && (1..=31).contains(&value(0))
        && (1..=12).contains(&value(1))
        && (20..100).contains(&value(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_labels_are_read_as_written() {
        for (words, label) in [
            ("5.2 Staff must", "5.2"),
            ("5.2\tStaff must", "5.2"),
            ("5.2. the date", "5.2."),
            ("1.1.1 the date", "1.1.1"),
            ("5A.2 Staff", "5A.2"),
            ("A.1 Definitions", "A.1"),
            ("5.2 “Leave” means", "5.2"),
            ("5.2 – Rhaid i staff", "5.2"),
            ("5.2 A claim must", "5.2"),
            ("5.2 A oes rhaid", "5.2"),
            ("5.2 L’employeur répond", "5.2"),
            ("5.2 C'est", "5.2"),
            ("5.2 i. staff must", "5.2 i."),
            ("5.2 ch) mae", "5.2 ch)"),
            ("5.2(a) staff must", "5.2(a)"),
            ("5.2 (a) staff must", "5.2 (a)"),
            ("5.2(a)(iv) staff", "5.2(a)(iv)"),
            ("(a) the employee", "(a)"),
            ("(ch) y cyflogai", "(ch)"),
            ("(ng) y cyflogai", "(ng)"),
            ("(iv)", "(iv)"),
            ("(1) In this section", "(1)"),
            ("(1)(a) In this", "(1)(a)"),
            ("(a) (i) the", "(a) (i)"),
            ("a) the employee", "a)"),
            ("(c) the employee", "(c)"),
            ("5.3 Under 5.2, records are kept.", "5.3"),
            ("5.4 See 5.2.", "5.4"),
            ("5.2 If (a) is broken", "5.2"),
            ("5.3 Dan 5.2, cedwir cofnodion.", "5.3"),
            ("(b) under (a), the date", "(b)"),
        ] {
            let found = of_text(words)
                .map(|label| label.written)
                .unwrap_or_default();
            assert_eq!(found, label, "{words}");
        }
    }

    #[test]
    fn what_only_looks_like_a_label_is_none() {
        for words in [
            "2017 was",
            "5 things",
            "3.5 million",
            "3.5 Million",
            "1.5 FTE posts",
            "3.5 A",
            "3.5 A.",
            "0.5 L bottles",
            "5.2% of",
            "£5.20 a day",
            "5.2",
            "9.30am",
            "10.05 The",
            "1.2.2020 The",
            "12.5.21 The",
            "0.5 Days",
            "5.2, which",
            "5.2 applies to",
            "(a) and (b) apply",
            "(a), (b) and (c)",
            "(a) neu (b)",
            "(a) – (c) apply",
            "5.2.1 à 5.2.3",
            "(b) nó (c)",
            "(s)he must",
            "(c) Crown copyright 2017",
            "(C) Hawlfraint y Goron",
            "(2017) was",
            "(the) word",
            "I. Introduction",
            "A. Definitions",
            "1. Leave",
            "1) Leave",
            "5.2.1 and 5.2.2 apply",
            "5.2(a) and 5.2(b) apply",
            "e.g. this",
            "E.164 numbers",
            "",
            "(",
            "5.",
            "U.S. law",
            "(iiii) x",
            "(ab) x",
            "3.1415 Pi",
        ] {
            let found = of_text(words);
            assert!(found.is_none(), "{words}: {found:?}");
        }
    }
}

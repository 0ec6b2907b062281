//! Legal labels: `5.2`, `5.2 i.`, `(a)`, `(ch)`, at the head of a block's words.
//!
//! A false label is worse than a missed one: a bare number, a decimal, a sum, a date, a time, a measure
//! or a reference ("(a) and (b) apply") is none.

mod address;

pub(super) use address::Addresses;

use super::tree::{Block, BlockKind, Content};

/// How many bytes of a block's words are looked at.
const HEAD_LENGTH: usize = 96;

/// Letters of the Welsh alphabet that are written with two characters, as labels write them.
const WELSH_PAIRS: [&str; 8] = ["ch", "dd", "ff", "ng", "ll", "ph", "rh", "th"];

/// Measures that are written with a capital: what stands before them is a decimal.
const MEASURES: [&str; 22] = [
    "A", "C", "CTE", "F", "FTE", "GB", "GHz", "GW", "Hz", "KB", "L", "MB", "MHz", "MW", "Mbps",
    "Gbps", "Million", "Billion", "TB", "V", "W", "USD",
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
        opening && begins_sentence && !first_word.is_some_and(|word| MEASURES.contains(&word))
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

/// "(a) and (b) apply": the second word is a label too.
fn is_reference(rest: &str) -> bool {
    let second = rest.split_whitespace().nth(1);
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

struct Reader<'w> {
    words: &'w str,
    at: usize,
}

impl<'w> Reader<'w> {
    fn rest(&self) -> &'w str {
        &self.words[self.at..]
    }

    /// `5.2`, `1.1.1`, `A.1`, `5A.2`, with a full stop after it or not.
    fn number(&mut self) -> Option<String> {
        let rest = self.rest();
        let first = match rest.as_bytes() {
            [b'A'..=b'Z', b'.', ..] => 1,
            _ => component(rest)?,
        };
        let mut end = first;
        while let Some(length) = rest[end..].strip_prefix('.').and_then(component) {
            end += 1 + length;
        }
        if end == first {
            return None;
        }
        self.at += end;
        let number = rest[..end].to_owned();
        let stop = self.rest().strip_prefix('.');
        if stop.is_some_and(|after| after.is_empty() || after.starts_with(char::is_whitespace)) {
            self.at += 1;
        }
        Some(number)
    }

    /// `(a)` or ` i.` after a number.
    fn items_after_number(&mut self) -> Vec<String> {
        let items = self.items();
        if !items.is_empty() {
            return items;
        }
        let before = self.at;
        self.skip_space();
        if self.at > before
            && let Some(item) = self.item_with_stop(&['.', ')'])
        {
            return vec![item];
        }
        self.at = before;
        Vec::new()
    }

    /// `(a)`, `(1)(a)`, `(a) (i)`, or a lone `a)`.
    fn items(&mut self) -> Vec<String> {
        let mut items: Vec<String> = Vec::new();
        loop {
            let before = self.at;
            if self.at > 0 {
                self.skip_space();
            }
            match self.item_in_brackets() {
                Some(item) if items.last().is_none_or(|last| kind(last) != kind(&item)) => {
                    items.push(item)
                }
                _ => {
                    self.at = before;
                    break;
                }
            }
        }
        if items.is_empty() && self.at == 0 {
            items.extend(self.item_with_stop(&[')']));
        }
        items
    }

    fn skip_space(&mut self) {
        if self.rest().starts_with(' ') {
            self.at += 1;
        }
    }

    fn item_in_brackets(&mut self) -> Option<String> {
        let (item, _) = self.rest().strip_prefix('(')?.split_once(')')?;
        let item = is_item(item).then(|| item.to_owned())?;
        self.at += item.len() + 2;
        Some(item)
    }

    fn item_with_stop(&mut self, stops: &[char]) -> Option<String> {
        let rest = self.rest();
        let end = rest.find(stops)?;
        let (item, after) = (&rest[..end], &rest[end + 1..]);
        let is_lettered = is_item(item) && item.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_lettered || !after.starts_with(char::is_whitespace) {
            return None;
        }
        self.at += end + 1;
        Some(item.to_owned())
    }
}

/// The length of a number between the points of a label: up to three digits, no leading zero, maybe a
/// capital after it (`5A`, put in between 5 and 6).
fn component(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 || rest.starts_with('0') {
        return None;
    }
    let capital = rest
        .as_bytes()
        .get(digits)
        .is_some_and(u8::is_ascii_uppercase);
    Some(digits + usize::from(capital))
}

/// What a label may have in brackets.
fn is_item(item: &str) -> bool {
    let bytes = item.as_bytes();
    match bytes {
        [one] => one.is_ascii_alphanumeric() && *one != b'0',
        [b'1'..=b'9', rest @ ..] => rest.len() < 3 && rest.iter().all(u8::is_ascii_digit),
        [first, second] if first == second && first.is_ascii_alphabetic() => true,
        _ => {
            WELSH_PAIRS.contains(&item.to_ascii_lowercase().as_str()) && !is_mixed(item)
                || roman(item).is_some()
        }
    }
}

fn is_mixed(item: &str) -> bool {
    item.bytes().any(|byte| byte.is_ascii_uppercase())
        && item.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The kinds of item, each with its own sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letter,
    Capital,
    Roman,
    Number,
}

fn kind(item: &str) -> Kind {
    match item.as_bytes() {
        [b'0'..=b'9', ..] => Kind::Number,
        [b'A'..=b'Z', ..] => Kind::Capital,
        _ if roman(item).is_some() => Kind::Roman,
        _ => Kind::Letter,
    }
}

const NUMERALS: [(&str, u32); 7] = [
    ("l", 50),
    ("xl", 40),
    ("x", 10),
    ("ix", 9),
    ("v", 5),
    ("iv", 4),
    ("i", 1),
];

/// The value of a Roman numeral in small letters, as labels use them: below 90, in its shortest form.
fn roman(item: &str) -> Option<u32> {
    let mut rest = item;
    let mut value = 0;
    while !rest.is_empty() && value < 90 {
        let (after, worth) = NUMERALS
            .iter()
            .find_map(|(numeral, worth)| Some((rest.strip_prefix(numeral)?, worth)))?;
        rest = after;
        value += worth;
    }
    (value > 0 && value < 90 && written_roman(value) == item).then_some(value)
}

fn written_roman(mut value: u32) -> String {
    let mut written = String::new();
    for (numeral, worth) in NUMERALS {
        while value >= worth {
            written.push_str(numeral);
            value -= worth;
        }
    }
    written
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

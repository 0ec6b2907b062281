//! The grammar of labels: numbers with points, letters and numerals in brackets.

/// Letters of the Welsh alphabet that are written with two characters, as labels write them.
const WELSH_PAIRS: [&str; 8] = ["ch", "dd", "ff", "ng", "ll", "ph", "rh", "th"];

/// Reads the parts of a label, as far as they go.
pub(super) struct Reader<'w> {
    pub words: &'w str,
    /// How far it has read, in bytes.
    pub at: usize,
}

impl<'w> Reader<'w> {
    fn rest(&self) -> &'w str {
        &self.words[self.at..]
    }

    /// `5.2`, `1.1.1`, `A.1`, `5A.2`, with a full stop after it or not.
    pub fn number(&mut self) -> Option<String> {
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
    pub fn items_after_number(&mut self) -> Vec<String> {
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
    pub fn items(&mut self) -> Vec<String> {
        let mut items: Vec<String> = Vec::new();
        loop {
            let before = self.at;
            if self.at > 0 {
                self.skip_space();
            }
            match self.item_in_brackets() {
                Some(item) if items.last().is_none_or(|last| kind(last) != kind(&item)) => {
                    items.push(item);
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

    pub fn item_in_brackets(&mut self) -> Option<String> {
        let (item, _) = self.rest().strip_prefix('(')?.split_once(')')?;
        let item = is_item(item).then(|| item.to_owned())?;
        self.at += item.len() + 2;
        Some(item)
    }

    /// `b.` or `b)`, small, before a space.
    pub fn item_with_stop(&mut self, stops: &[char]) -> Option<String> {
        let rest = self.rest();
        let end = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        let item = &rest[..end];
        let after = rest[end..].strip_prefix(stops)?;
        if !is_item(item) || !after.starts_with(char::is_whitespace) {
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
pub(super) enum Kind {
    Letter,
    Capital,
    Roman,
    Number,
}

/// The kind of an item, taken by itself: `i` is a numeral.
pub(super) fn kind(item: &str) -> Kind {
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
pub(crate) fn roman(item: &str) -> Option<u32> {
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

/// A Roman numeral in small letters.
pub(super) fn written_roman(mut value: u32) -> String {
    let mut written = String::new();
    for (numeral, worth) in NUMERALS {
        while value >= worth {
            written.push_str(numeral);
            value -= worth;
        }
    }
    written
}

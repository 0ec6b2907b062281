//! Numbers in digits, as each language groups them.

use std::ops::Range;

use super::LanguageCode;

/// Languages that write decimals after a point and thousands after a comma; the others of Europe do
/// it the other way round (CLDR 46, `symbols/decimal`).
const DECIMAL_POINT: [&str; 12] = [
    "cy", "en", "ga", "gd", "gv", "he", "hi", "ja", "ko", "mt", "th", "zh",
];

/// Spaces that stand between groups of digits, or between a number and its unit.
pub const SPACES: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// A row of groups of digits, as written.
pub struct Number<'a> {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The digits between the joints; the first is always there.
    pub groups: Vec<&'a str>,
    /// What stands between the groups.
    pub joints: Vec<char>,
}

impl<'a> Number<'a> {
    /// The number that begins with the digit at `start`, in bytes.
    pub fn read(text: &'a str, start: usize) -> Number<'a> {
        let first = digits(&text[start..]);
        let mut number = Number {
            range: start..start + first.len(),
            groups: vec![first],
            joints: Vec::new(),
        };
        while number.read_group(text) {}
        if number.is_of_a_telephone(text) {
            number.range.end = start + first.len();
            number.groups.truncate(1);
            number.joints.clear();
        }
        number
    }

    /// Whether its spaces are those of a telephone number as it is written in Canada: `613 555-0123`, `1 800 622-6232`.
    fn is_of_a_telephone(&self, text: &str) -> bool {
        let last = text[self.range.end..].strip_prefix('-').map_or("", digits);
        let is_area = self.groups.len() == 2 && self.groups[0].len() == 3;
        let is_whole = self.groups.len() == 3 && self.groups[0] == "1";
        last.len() == 4 && (is_area || is_whole) && self.joints.iter().all(|it| SPACES.contains(it))
    }

    /// Takes a joint and the digits after it, where they belong to the number.
    fn read_group(&mut self, text: &'a str) -> bool {
        let rest = &text[self.range.end..];
        let Some(joint) = rest.chars().next() else {
            return false;
        };
        let group = digits(&rest[joint.len_utf8()..]);
        let belongs = match joint {
            '.' | ',' => !group.is_empty(),
            joint if SPACES.contains(&joint) => group.len() == 3 && self.may_be_grouped_by(joint),
            _ => false,
        };
        if belongs {
            self.range.end += joint.len_utf8() + group.len();
            self.groups.push(group);
            self.joints.push(joint);
        }
        belongs
    }

    /// Whether what was read may be thousands: up to three digits first, and the same joints.
    fn may_be_grouped_by(&self, joint: char) -> bool {
        let first = self.groups[0];
        first.len() <= 3 && !first.starts_with('0') && self.joints.iter().all(|one| *one == joint)
    }

    /// The number without what groups it, and with a point before its decimals: "1500.50" for "1,500.50" in
    /// English and for "1.500,50" in German.
    pub fn value(&self, language: &LanguageCode) -> String {
        let decimal = self.decimal_joint(language);
        let mut value = self.groups[0].trim_start_matches('0').to_owned();
        if value.is_empty() {
            value.push('0');
        }
        for (at, (joint, group)) in self.joints.iter().zip(&self.groups[1..]).enumerate() {
            let is_decimal =
                Some(at) == decimal || *joint == '.' && decimal.is_none() && group.len() != 3;
            if is_decimal {
                value.push('.');
            }
            value.push_str(group);
        }
        value
    }

    /// Which joint stands before decimals, or between the parts of a number that has many.
    fn decimal_joint(&self, language: &LanguageCode) -> Option<usize> {
        let point = DECIMAL_POINT.contains(&language.language());
        let last = self.joints.len().checked_sub(1)?;
        let (joint, group) = (self.joints[last], self.groups[last + 1]);
        let alone = self.joints.iter().filter(|one| **one == joint).count() == 1;
        let may_group = group.len() == 3;
        let is_decimal = match joint {
            '.' => alone && (point || !may_group),
            ',' => alone && (!point || !may_group),
            _ => false,
        };
        is_decimal.then_some(last)
    }
}

/// The digits that a text begins with.
pub fn digits(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    &text[..end]
}

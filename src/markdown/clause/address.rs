//! Labels → addresses: `(a)` below `5.2` is `5.2-a`.

use super::Label;
use super::reader::{Kind, kind, roman, written_roman};

/// How deeply lettered items lie in each other at most.
const LEVEL_LIMIT: usize = 5;

const ENGLISH: &[&str] = &[
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
    "t", "u", "v", "w", "x", "y", "z",
];

/// The Welsh alphabet, as lettered items use it.
const WELSH: &[&str] = &[
    "a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "l", "ll", "m", "n",
    "o", "p", "ph", "r", "rh", "s", "t", "th", "u", "w", "y",
];

/// Where in the order of clauses a text has come to.
#[derive(Clone, Default)]
pub(crate) struct Addresses {
    /// The number that items lie below, and the level of the heading that has it, if a heading has it.
    number: Option<(String, Option<u8>)>,
    /// The last item of each level, the outermost first.
    items: Vec<(String, Kind)>,
}

impl Addresses {
    /// The address of the next labelled block; `heading` is its level if it is a heading.
    pub fn address(&mut self, label: &Label, heading: Option<u8>) -> String {
        if let Some(number) = &label.number {
            self.number = Some((number.clone(), heading));
            self.items.clear();
        }
        for (position, item) in label.items.iter().enumerate() {
            if position == 0 && label.number.is_none() {
                self.place(item);
            } else {
                self.items.push((item.clone(), kind(item)));
            }
        }
        self.items.truncate(LEVEL_LIMIT);
        let number = self.number.iter().map(|(number, _)| number.as_str());
        let parts: Vec<&str> = number
            .chain(self.items.iter().map(|(item, _)| item.as_str()))
            .collect();
        parts.join("-")
    }

    /// The last block's place as a reference writes it: `5.2(a)(i)`.
    pub fn reference(&self) -> String {
        let mut written = self.number.iter().map(|(number, _)| number.as_str());
        let mut reference = written.next().unwrap_or_default().to_owned();
        for (item, _) in &self.items {
            reference += &["(", item, ")"].concat();
        }
        reference
    }

    /// A heading without a label ends what lies below the label before it.
    pub fn unlabelled_heading(&mut self, level: u8) {
        self.items.clear();
        if self
            .number
            .as_ref()
            .is_some_and(|(_, of)| of.is_none_or(|of| level <= of))
        {
            self.number = None;
        }
    }

    /// Finds the level of an item: the one that it continues, or that it begins anew, or a new one within.
    fn place(&mut self, item: &str) {
        let follows = self.items.iter().rposition(|(last, _)| follows(last, item));
        let own = kind(item);
        let same_kind = || self.items.iter().rposition(|(_, of)| *of == own);
        // (c) or (v) without what comes before it: of whichever kind there already is.
        let either_kind = || {
            let letter = matches!(own, Kind::Roman) && item.len() == 1;
            self.items
                .iter()
                .rposition(|(_, of)| letter && *of == Kind::Letter)
        };
        let level = follows
            .or_else(same_kind)
            .or_else(|| if is_first(item) { None } else { either_kind() });
        let of = match (follows, level) {
            (Some(at), _) => continued_kind(self.items[at].1, item),
            (None, Some(at)) => self.items[at].1,
            (None, None) => own,
        };
        self.items.truncate(level.unwrap_or(self.items.len()));
        self.items.push((item.to_owned(), of));
    }
}

fn is_first(item: &str) -> bool {
    matches!(item, "a" | "A" | "i" | "1")
}

/// The kind of a level that an item continues; what comes after `(h)` is a letter, though `(i)` alone is a
/// numeral.
fn continued_kind(of: Kind, item: &str) -> Kind {
    match of {
        Kind::Letter if item.len() > 1 && kind(item) == Kind::Roman => Kind::Roman,
        of => of,
    }
}

/// Whether an item comes right after another in one of the sequences.
pub(crate) fn follows(last: &str, item: &str) -> bool {
    let number = |item: &str| item.parse::<u32>().ok();
    if let (Some(last), Some(item)) = (number(last), number(item)) {
        return item == last + 1;
    }
    let (small_last, small) = (last.to_ascii_lowercase(), item.to_ascii_lowercase());
    if is_capital(last) != is_capital(item) {
        return false;
    }
    let next_to = |alphabet: &[&str]| {
        alphabet
            .windows(2)
            .any(|pair| pair == [small_last.as_str(), small.as_str()])
    };
    next_to(ENGLISH)
        || next_to(WELSH)
        || roman(last).is_some_and(|value| written_roman(value + 1) == item)
}

fn is_capital(item: &str) -> bool {
    item.starts_with(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::super::of_text;
    use super::*;

    fn addresses(labels: &str) -> String {
        let mut addresses = Addresses::default();
        let of = labels.split(' ').map(|label| match label {
            "##" => {
                addresses.unlabelled_heading(2);
                String::new()
            }
            _ => addresses.address(
                &of_text(&format!("{} Words", label.replace('_', " "))).unwrap(),
                None,
            ),
        });
        of.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn items_lie_below_the_clause_before_them() {
        assert_eq!(
            addresses("(a) (b) 5.2 (a) (i) (ii) (b) 5.3_i. (ii) ## (a)"),
            "a b 5.2 5.2-a 5.2-a-i 5.2-a-ii 5.2-b 5.3-i 5.3-ii  a"
        );
        assert_eq!(addresses("5.2(a) (b) (i)"), "5.2-a 5.2-b 5.2-b-i");
    }

    #[test]
    fn welsh_and_english_letters_continue_each_other() {
        assert_eq!(
            addresses("1.1 (c) (ch) (d) (dd) (e)"),
            "1.1 1.1-c 1.1-ch 1.1-d 1.1-dd 1.1-e"
        );
        assert_eq!(
            addresses("1.1 (g) (h) (i) (j)"),
            "1.1 1.1-g 1.1-h 1.1-i 1.1-j"
        );
        assert_eq!(addresses("1.1 (u) (v) (w)"), "1.1 1.1-u 1.1-v 1.1-w");
    }
}

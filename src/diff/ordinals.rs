//! Numbers that say no more than the place of a thing among others: 1, 2, 3, or 3.1, 3.2, 3.3.

use super::index::Shape;
use super::passages;
use crate::markdown::clause;
use crate::markdown::tree::Block;

/// What stands before the numbers of a table's rows, where their first cells number them, one after the other from
/// the first: nothing, "R" or "Step ". A cell without words goes on with the row above it.
pub(super) fn lead_of_rows(table: &Block) -> Option<String> {
    let rows = table.children.iter().skip(1);
    let cells = rows.filter_map(|row| row.children.first());
    // One after the other: most tables say with their first row that it is none.
    let mut texts = cells
        .map(cell_text)
        .filter(|text| !text.is_empty())
        .peekable();
    let lead = lead(texts.peek()?).to_owned();
    let numbers = texts.map(|text| match text.strip_prefix(&lead) {
        Some(number) if !lead.is_empty() => number.trim_start_matches('0').to_owned(),
        Some(number) => number.to_owned(),
        None => String::new(),
    });
    is_run(numbers).then_some(lead)
}

/// The word, the letters or the sign before the digits that end a text: "Step " of "Step 1", "HR-" of "HR-01".
fn lead(text: &str) -> &str {
    let text = text.trim_end_matches(['.', ':', ')']);
    let lead = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let opens_with_letter = lead.starts_with(char::is_alphabetic);
    let has_other_number = lead.contains(|sign: char| sign.is_ascii_digit() || sign == '.');
    let is_lead = opens_with_letter && !has_other_number && lead.len() < text.len();
    if is_lead { lead } else { "" }
}

fn cell_text(cell: &Block) -> String {
    debug_assert_eq!(Shape::of(cell), Shape::Cell);
    passages::plain_text(&[cell]).trim().to_owned()
}

/// Whether some texts are numbers and nothing else, each the next after the one before it.
fn is_run<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> bool {
    let mut last: Option<T> = None;
    for text in texts {
        let Some(next) = parts(text.as_ref()) else {
            return false;
        };
        let comes_next = match last.as_ref().and_then(|last| parts(last.as_ref())) {
            Some(last) => comes_after(&last, &next),
            None => next.last().is_some_and(|part| is_first(part)),
        };
        if !comes_next {
            return false;
        }
        last = Some(text);
    }
    last.is_some()
}

/// The parts of a number: 3 and 2 of `3.2`, b of `(b)`. A letter with no sign beside it may be a name.
fn parts(text: &str) -> Option<Vec<&str>> {
    let bare = text.strip_prefix('(').unwrap_or(text);
    let bare = bare.strip_suffix([')', '.', ':']).unwrap_or(bare);
    let parts: Vec<&str> = bare.split('.').collect();
    let is_number = |part: &&str| {
        (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_letter = |part: &&str| {
        (1..=MOST_LETTERS).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let is_marked = bare.len() < text.len() || parts.len() > 1;
    let are_all = parts
        .iter()
        .all(|part| is_number(part) || is_letter(part) && is_marked);
    are_all.then_some(parts)
}

/// More digits are a year, a room or an amount.
const MOST_DIGITS: usize = 3;
/// As in `viii`.
const MOST_LETTERS: usize = 4;

/// Whether a number is the next after another: on the same level, on one above, or the first below it.
fn comes_after(last: &[&str], next: &[&str]) -> bool {
    let same = last.iter().zip(next).take_while(|(a, b)| a == b).count();
    let (Some(step), begun) = (next.get(same), next.get(same + 1..).unwrap_or_default()) else {
        return false;
    };
    let is_step = match last.get(same) {
        Some(before) => clause::follows(before, step),
        None => is_first(step),
    };
    is_step && begun.iter().all(|part| is_first(part))
}

fn is_first(part: &str) -> bool {
    matches!(part, "1" | "a" | "A" | "i" | "I")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_what_stands_before_the_last_digits() {
        for (text, before) in [
            ("Step 1", "Step "),
            ("Cam 2:", "Cam "),
            ("HR-01", "HR-"),
            ("R1", "R"),
            ("1", ""),
            ("A.1", ""),
            ("3.1", ""),
            ("(1)", ""),
            ("Room", ""),
            ("£1", ""),
        ] {
            assert_eq!(lead(text), before, "{text}");
        }
    }

    #[test]
    fn numbers_are_a_run_where_each_is_the_next() {
        for run in [
            "1 2 3",
            "1. 2. 3.",
            "(a) (b) (c)",
            "c) ch) d)",
            "3.1 3.2 3.3",
            "1.1 1.2 2.1 2.2",
            "1 1.1 1.2 2 2.1",
            "3.1 3.1.1 3.1.2 3.2",
            "A.1 A.2 B.1",
            "(i) (ii) (iii) (iv)",
        ] {
            let is_from_the_first = !run.starts_with('c');
            assert_eq!(is_run(run.split(' ')), is_from_the_first, "{run}");
        }
        for none in [
            "",
            "101 102 103",
            "2019 2020 2021",
            "5 6 7",
            "1 2 4",
            "1 3 2",
            "1 1 2",
            "10 20 30",
            "A B C",
            "1.5 1.6",
            "£1 £2",
            "1 two",
        ] {
            assert!(!is_run(none.split_whitespace()), "{none}");
        }
    }
}

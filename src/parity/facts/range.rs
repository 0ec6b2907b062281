//! Days from one to another, where the month stands before both: "April 1 to 30, 2025".

use super::{Fact, FoundFact};
use crate::language::dates::PartialDate;
use crate::language::number::{SPACES, digits};
use crate::language::{Known, LanguageCode};

/// What stands between the two days.
const BETWEEN: [&str; 6] = ["to", "and", "through", "until", "–", "-"];

/// Reads such days as any other order has them: the first as a number, the last as the date.
pub(super) fn read_days_apart(language: &LanguageCode, text: &str, found: &mut Vec<FoundFact>) {
    if language.known() != Some(Known::English) {
        return;
    }
    for at in 0..found.len() {
        let Some((first, last)) = days_apart(&found[at], text) else {
            continue;
        };
        if found
            .iter()
            .all(|other| other.range.start != last.range.start)
        {
            found[at] = last;
            found.push(first);
        }
    }
}

fn days_apart(date: &FoundFact, text: &str) -> Option<(FoundFact, FoundFact)> {
    let Fact::Date(PartialDate {
        year: None,
        month,
        day: Some(first),
    }) = date.fact
    else {
        return None;
    };
    // The day stands after the month.
    let written = &text[date.range.clone()];
    let start = written
        .find(|sign: char| sign.is_ascii_digit())
        .filter(|start| *start > 0)?;
    let rest = text[date.range.end..].trim_start_matches(SPACES);
    let rest = BETWEEN
        .iter()
        .find_map(|between| rest.strip_prefix(between))?;
    let rest = rest.trim_start_matches(SPACES);
    let last = digits(rest);
    let day: i8 = last.parse().ok().filter(|day| (first..=31).contains(day))?;
    let from = text.len() - rest.len();
    let (year, length) = match year(&rest[last.len()..]) {
        Some((year, length)) => (Some(year), length),
        None if rest[last.len()..]
            .starts_with(|sign: char| sign.is_alphanumeric() || sign == '.') =>
        {
            let is_sentence_end =
                rest[last.len()..].starts_with(". ") || &rest[last.len()..] == ".";
            is_sentence_end.then_some((None, 0))?
        }
        None => (None, 0),
    };
    let whole = PartialDate {
        year,
        month,
        day: Some(day),
    };
    let number = date.range.start + start..date.range.end;
    Some((
        FoundFact::new(number, Fact::Number(first.to_string())),
        FoundFact::new(from..from + last.len() + length, Fact::Date(whole)),
    ))
}

/// The year after a day, and the length of it and of what stands before it.
fn year(after: &str) -> Option<(i16, usize)> {
    let rest = after.strip_prefix(',').unwrap_or(after);
    let rest = rest.trim_start_matches(SPACES);
    let written = digits(rest);
    let year = written
        .parse()
        .ok()
        .filter(|year| (1000..3000).contains(year))?;
    let is_apart = rest.len() < after.len();
    (written.len() == 4 && is_apart).then_some((year, after.len() - rest.len() + written.len()))
}

//! Times of day, as each language writes them.

use crate::language::number::{Number, SPACES, digits};
use crate::language::{Known, LanguageCode};

/// What makes an hour of a number, and how many hours later than written it is meant: Welsh *y bore,
/// y prynhawn, yr hwyr* in short too (*yb, yp, yh*).
const HALVES_OF_THE_DAY: [(&str, u16); 7] = [
    ("a.m.", 0),
    ("p.m.", 12),
    ("am", 0),
    ("pm", 12),
    ("yb", 0),
    ("yp", 12),
    ("yh", 12),
];

/// Minutes after midnight, where `number` and what comes after it are a time of day, and the length
/// of what comes after it: `9am`, `9.30 p.m.`, `17:00`, in French `17 h 30`.
pub(super) fn time(language: &LanguageCode, number: &Number, after: &str) -> Option<(u16, usize)> {
    let hour: u16 = number.groups[0].parse().ok().filter(|hour| *hour < 24)?;
    let minute = match (number.groups.as_slice(), number.joints.as_slice()) {
        ([_], _) => None,
        ([_, minute], ['.']) if minute.len() == 2 => minute.parse().ok(),
        _ => return None,
    };
    match minute {
        Some(_) => on_the_twelve_hour_clock(hour, minute, after),
        None => with_colon(hour, after)
            .or_else(|| on_the_twelve_hour_clock(hour, None, after))
            .or_else(|| in_french(language, hour, after)),
    }
}

/// `17:30`, `5:30pm`
fn with_colon(hour: u16, after: &str) -> Option<(u16, usize)> {
    let rest = after.strip_prefix(':')?;
    let minute = minute(rest)?;
    let rest = &rest[2..];
    match on_the_twelve_hour_clock(hour, Some(minute), rest) {
        Some((time, length)) => Some((time, length + 3)),
        None => Some((hour * 60 + minute, 3)),
    }
}

/// `9am`, `9.30 p.m.`, `9yb`
fn on_the_twelve_hour_clock(hour: u16, minute: Option<u16>, after: &str) -> Option<(u16, usize)> {
    let rest = without_space(after);
    let small = rest.chars().take(5).collect::<String>().to_lowercase();
    let (half, later) = HALVES_OF_THE_DAY.iter().find(|(half, _)| {
        let rest = small.strip_prefix(half);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    let minutes = (hour % 12 + later) * 60 + minute.unwrap_or(0);
    Some((minutes, after.len() - rest.len() + half.len()))
}

/// `17 h`, `17 h 30`, `17h30`
fn in_french(language: &LanguageCode, hour: u16, after: &str) -> Option<(u16, usize)> {
    let rest = without_space(after).strip_prefix('h')?;
    if language.known() != Some(Known::French) || rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let minutes = without_space(rest);
    let (minute, rest) = match minute(minutes) {
        Some(minute) => (minute, &minutes[2..]),
        None => (0, rest),
    };
    Some((hour * 60 + minute, after.len() - rest.len()))
}

fn minute(text: &str) -> Option<u16> {
    let digits = digits(text);
    (digits.len() == 2).then(|| digits.parse().ok())?
}

fn without_space(text: &str) -> &str {
    text.strip_prefix(SPACES).unwrap_or(text)
}

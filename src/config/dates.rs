//! Days from which a version holds, and how often it is looked at again.

use jiff::civil::Date;
use jiff::{Span, SpanFieldwise};

use crate::language::LanguageCode;
use crate::language::dates::year_month;

/// The day from which a version holds, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EffectiveFrom {
    /// The first day on which it can have begun to hold; `None` when nothing is known.
    pub after: Option<Date>,
    /// The last day on which it can have begun to hold. Versions are ordered by it.
    pub by: Date,
}

impl EffectiveFrom {
    /// A day that is known.
    pub fn exact(date: Date) -> Self {
        EffectiveFrom {
            after: Some(date),
            by: date,
        }
    }

    /// The day, where it is known.
    pub fn date(&self) -> Option<Date> {
        (self.after == Some(self.by)).then_some(self.by)
    }

    /// The earliest day on which it can have begun; `None` when nothing is known.
    pub fn earliest(&self) -> Option<Date> {
        self.after
    }
}

/// How often a document is to be reviewed: whole days, weeks, months or years, at least a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewEvery(SpanFieldwise);

impl ReviewEvery {
    /// The day of the review that follows a day. `None` beyond the calendar's end (the year 9999).
    pub fn after(&self, day: Date) -> Option<Date> {
        day.checked_add(self.0.0).ok()
    }
}

/// A full date, written as year-month-day with four, two and two digits.
///
/// # Errors
/// What is wrong with it, in plain words: "2020-02-30: February 2020 has 29 days".
pub fn parse_date(written: &str) -> Result<Date, String> {
    let not_a_date = || format!("`{written}` is not a full date");
    let (year, month, day) = parts(written).ok_or_else(not_a_date)?;
    if !(1..=12).contains(&month) {
        return Err(format!("{written}: a year has no month {month:02}"));
    }
    let first = Date::new(year, month, 1).map_err(|_| not_a_date())?;
    Date::new(year, month, day).map_err(|_| {
        let month = year_month(&LanguageCode::english(), first);
        format!("{written}: {month} has {} days", first.days_in_month())
    })
}

fn parts(written: &str) -> Option<(i16, i8, i8)> {
    let (year, rest) = written.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let is_digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_digits(year, 4) || !is_digits(month, 2) || !is_digits(day, 2) {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// A duration of whole days or longer, as `12 months`, `1 year 6 months` or ISO 8601's `P1Y`.
pub(super) fn parse_duration(written: &str) -> Option<ReviewEvery> {
    let span: Span = written.parse().ok()?;
    let has_time = span.get_hours() != 0
        || span.get_minutes() != 0
        || span.get_seconds() != 0
        || span.get_milliseconds() != 0
        || span.get_microseconds() != 0
        || span.get_nanoseconds() != 0;
    (span.is_positive() && !has_time).then(|| ReviewEvery(span.fieldwise()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_not_in_the_calendar_says_why() {
        let wrong = [
            ("2020-02-30", "2020-02-30: February 2020 has 29 days"),
            ("2021-04-31", "2021-04-31: April 2021 has 30 days"),
            ("2021-04-00", "2021-04-00: April 2021 has 30 days"),
            ("2021-13-01", "2021-13-01: a year has no month 13"),
            ("2021-1-1", "`2021-1-1` is not a full date"),
            ("2021", "`2021` is not a full date"),
            ("１２３４-01-01", "`１２３４-01-01` is not a full date"),
        ];
        for (written, expected) in wrong {
            assert_eq!(parse_date(written).unwrap_err(), expected);
        }
        assert_eq!(
            parse_date("2020-02-29").unwrap(),
            Date::constant(2020, 2, 29)
        );
    }

    #[test]
    fn durations_follow_the_calendar() {
        let day = Date::constant(2020, 2, 29);
        let next = |written: &str| parse_duration(written).unwrap().after(day).unwrap();
        assert_eq!(next("1 year"), Date::constant(2021, 2, 28));
        assert_eq!(next("P1Y"), next("12 months"));
        assert_eq!(next("90 days"), Date::constant(2020, 5, 29));
        for wrong in [
            "",
            "12",
            "0 days",
            "-1 year",
            "1 year ago",
            "6 hours",
            "PT6H",
            "soon",
        ] {
            assert!(parse_duration(wrong).is_none(), "{wrong}");
        }
    }
}

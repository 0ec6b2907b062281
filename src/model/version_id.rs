//! The names of version folders, and what each says.

use std::cmp::Ordering;
use std::fmt;

use jiff::civil::Date;

/// A version's id within its document: the name of its folder, as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct VersionId {
    name: String,
    form: NameForm,
}

/// What a version folder's name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum NameForm {
    /// A year, a month or a day, and a correction's number (0 for none).
    Dated {
        /// The day, where the name has one.
        day: Option<Date>,
        /// The number after the dot.
        correction: u32,
    },
    /// `v` and a number.
    Numbered {
        /// The number.
        major: u32,
        /// The number after the dot.
        minor: u32,
    },
    /// `draft` or `draft-…`.
    Draft,
    /// Any other name; the folder is a version because it holds a `version.yaml`.
    Free,
}

/// Why a name that looks like a date is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpossibleDate(pub String);

impl VersionId {
    /// Reads a folder's name.
    ///
    /// # Errors
    /// When the name has the form of a date that is not in the calendar.
    pub fn parse(name: &str) -> Result<Self, ImpossibleDate> {
        let form = dated(name)?
            .or_else(|| numbered(name))
            .or_else(|| is_draft(name).then_some(NameForm::Draft))
            .unwrap_or(NameForm::Free);
        Ok(VersionId {
            name: name.to_owned(),
            form,
        })
    }

    /// A name of which nothing is understood.
    pub fn of_no_form(name: &str) -> Self {
        VersionId {
            name: name.to_owned(),
            form: NameForm::Free,
        }
    }

    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Whether the name alone makes its folder a version.
    pub fn names_a_version(&self) -> bool {
        self.form != NameForm::Free
    }

    /// Whether the name says that this is a draft.
    pub fn is_draft(&self) -> bool {
        self.form == NameForm::Draft
    }

    /// The day in the name, where it has a full date.
    pub fn day(&self) -> Option<Date> {
        match self.form {
            NameForm::Dated { day, .. } => day,
            _ => None,
        }
    }

    /// The first and the last day of the year, the month or the day in the name.
    pub fn days(&self) -> Option<(Date, Date)> {
        let NameForm::Dated { day, .. } = self.form else {
            return None;
        };
        if let Some(day) = day {
            return Some((day, day));
        }
        let mut parts = self.base()?.split('-');
        let year = parts.next()?.parse().ok()?;
        match parts.next() {
            Some(month) => {
                let first = Date::new(year, month.parse().ok()?, 1).ok()?;
                Some((first, first.last_of_month()))
            }
            None => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        }
    }

    /// The number of the correction; 0 where the name has none.
    pub fn correction(&self) -> u32 {
        match self.form {
            NameForm::Dated { correction, .. } => correction,
            _ => 0,
        }
    }

    /// The name without the number of a correction, where a number after a dot makes another one of the
    /// same version.
    pub fn base(&self) -> Option<&str> {
        match self.form {
            NameForm::Dated { .. } | NameForm::Numbered { .. } => {
                let base = self.name.split_once('.').map(|(base, _)| base);
                Some(base.unwrap_or(&self.name))
            }
            NameForm::Draft | NameForm::Free => None,
        }
    }

    /// The number after the dot, 0 for none.
    pub(crate) fn number_after_dot(&self) -> u32 {
        self.number().1
    }

    /// The order among versions that hold from the same day.
    pub(crate) fn cmp_number(&self, other: &Self) -> Ordering {
        self.number().cmp(&other.number())
    }

    /// Whether two names are of one version and its corrections, so that their numbers tell which of them
    /// holds: dates, or the same `v` number.
    pub(crate) fn is_numbered_with(&self, other: &Self) -> bool {
        match (self.form, other.form) {
            (NameForm::Numbered { major: one, .. }, NameForm::Numbered { major: other, .. }) => {
                one == other
            }
            (NameForm::Dated { .. }, NameForm::Dated { .. }) => true,
            _ => false,
        }
    }

    fn number(&self) -> (u32, u32) {
        match self.form {
            NameForm::Dated { correction, .. } => (0, correction),
            NameForm::Numbered { major, minor } => (major, minor),
            NameForm::Draft | NameForm::Free => (0, 0),
        }
    }
}

impl fmt::Display for VersionId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.name)
    }
}

fn is_draft(name: &str) -> bool {
    name == "draft"
        || name
            .strip_prefix("draft-")
            .is_some_and(|rest| !rest.is_empty())
}

fn numbered(name: &str) -> Option<NameForm> {
    let (major, minor) = split_number(name.strip_prefix('v')?)?;
    Some(NameForm::Numbered {
        major: number(major)?,
        minor,
    })
}

fn dated(name: &str) -> Result<Option<NameForm>, ImpossibleDate> {
    let Some((date, correction)) = split_number(name) else {
        return Ok(None);
    };
    let parts: Vec<&str> = date.split('-').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    if !matches!(widths[..], [4] | [4, 2] | [4, 2, 2]) {
        return Ok(None);
    }
    let Some(numbers) = parts
        .iter()
        .map(|part| number(part))
        .collect::<Option<Vec<u32>>>()
    else {
        return Ok(None);
    };
    let part = |at: usize| numbers.get(at).copied().unwrap_or(1);
    let day = Date::new(part(0) as i16, part(1) as i8, part(2) as i8);
    let day = day.map_err(|_| ImpossibleDate(date.to_owned()))?;
    Ok(Some(NameForm::Dated {
        day: (numbers.len() == 3).then_some(day),
        correction,
    }))
}

/// A name without its `.n`, and n (0 for none).
fn split_number(name: &str) -> Option<(&str, u32)> {
    match name.split_once('.') {
        None => Some((name, 0)),
        Some((before, after)) => Some((before, number(after)?)),
    }
}

fn number(digits: &str) -> Option<u32> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(name: &str) -> NameForm {
        VersionId::parse(name).unwrap().form
    }

    #[test]
    fn folder_names_that_are_versions() {
        let day = jiff::civil::date(2020, 1, 31);
        let dated = |day, correction| NameForm::Dated { day, correction };
        assert_eq!(form("2020"), dated(None, 0));
        assert_eq!(form("2020-01"), dated(None, 0));
        assert_eq!(form("2020.2"), dated(None, 2));
        assert_eq!(form("2020-01-31"), dated(Some(day), 0));
        assert_eq!(form("2020-01-31.10"), dated(Some(day), 10));
        assert_eq!(form("v3"), NameForm::Numbered { major: 3, minor: 0 });
        assert_eq!(form("v2.1"), NameForm::Numbered { major: 2, minor: 1 });
        assert_eq!(form("draft"), NameForm::Draft);
        assert_eq!(form("draft-april"), NameForm::Draft);
    }

    #[test]
    fn the_days_that_a_name_can_mean() {
        let days = |name: &str| {
            let days = VersionId::parse(name).unwrap().days();
            days.map(|(first, last)| format!("{first} {last}"))
        };
        assert_eq!(days("2020").as_deref(), Some("2020-01-01 2020-12-31"));
        assert_eq!(days("2020-02.1").as_deref(), Some("2020-02-01 2020-02-29"));
        assert_eq!(days("2020-01-31").as_deref(), Some("2020-01-31 2020-01-31"));
        assert_eq!(days("v2020"), None);
    }

    #[test]
    fn folder_names_that_are_not() {
        for name in [
            "policy",
            "v",
            "vision",
            "draft-",
            "drafts",
            "202",
            "2020-1",
            "2020-01-31.",
            "20x0",
        ] {
            assert_eq!(form(name), NameForm::Free, "{name}");
        }
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar() {
        assert!(VersionId::parse("2021-02-29").is_err());
        assert!(VersionId::parse("2021-13").is_err());
    }
}

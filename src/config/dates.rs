//! Days from which a version holds, and how often it is looked at again.

use jiff::Span;
use jiff::civil::Date;

/// The day from which a version holds, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EffectiveFrom {
    /// The first day on which it can have begun to hold; `None` when nothing is known.
    pub after: Option<Date>,
    /// The last day on which it can have begun to hold.
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

    /// The latest day on which it can have begun. Versions are ordered by it.
    pub fn latest(&self) -> Date {
        self.by
    }

    /// The earliest day on which it can have begun; `None` when nothing is known.
    pub fn earliest(&self) -> Option<Date> {
        self.after
    }
}

/// How often a document is to be reviewed: whole days, weeks, months or years, at least a day.
#[derive(Clone, Copy, Debug)]
pub struct ReviewEvery(pub(super) Span);

impl ReviewEvery {
    /// The day of the review that follows a day. `None` beyond the calendar's end (the year 9999).
    pub fn after(&self, day: Date) -> Option<Date> {
        day.checked_add(self.0).ok()
    }
}

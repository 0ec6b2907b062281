//! Which days have pages of their own: each year's end up to the latest change, and the days of the
//! latest changes. Their number is bounded, whatever the site's age and size.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::document::Document;
use super::site::Site;

/// How many days of changes have pages, and how many ends of years: the newest.
const CHANGE_DAYS: usize = 12;
const YEAR_ENDS: usize = 30;

/// The days that have pages.
#[derive(Clone, Debug, Default)]
pub struct DayPages {
    /// The last days of years, newest first.
    pub year_ends: Vec<Date>,
    /// The days of the latest changes, newest first.
    pub changes: Vec<Date>,
    all: BTreeSet<Date>,
}

impl DayPages {
    /// Those of a site. Nothing in them depends on the day of the build but through what happened until
    /// then, so that a page that is not out of date stays as it is.
    fn of(site: &Site) -> DayPages {
        let documents = site.documents.iter();
        let changes: BTreeSet<Date> = documents
            .flat_map(|document| changes(document, site.on))
            .collect();
        let year_ends: Vec<Date> = match (changes.first(), changes.last()) {
            (Some(first), Some(last)) => (first.year()..last.year())
                .rev()
                .take(YEAR_ENDS)
                .filter_map(|year| Date::new(year, 12, 31).ok())
                .collect(),
            _ => Vec::new(),
        };
        let changes: Vec<Date> = changes.into_iter().rev().take(CHANGE_DAYS).collect();
        DayPages {
            all: year_ends.iter().chain(&changes).copied().collect(),
            year_ends,
            changes,
        }
    }

    /// Every day once, in the order of time.
    pub fn all(&self) -> impl Iterator<Item = Date> {
        self.all.iter().copied()
    }

    /// Whether a day has a page.
    pub fn has(&self, day: Date) -> bool {
        self.all.contains(&day)
    }

    /// The first of them that is not before a day.
    fn first_from(&self, day: Date) -> Option<Date> {
        self.all.range(day..).next().copied()
    }
}

/// The days on which another version of a document came to hold, or none any more.
fn changes(document: &Document, until: Date) -> Vec<Date> {
    let intervals = document.intervals(until);
    let held = |at: usize| {
        (
            intervals[at].state.in_force,
            intervals[at].state.withdrawn_on,
        )
    };
    let days = (1..intervals.len())
        .filter(|&at| held(at) != held(at - 1))
        .filter_map(|at| intervals[at].from);
    days.filter(|&day| day <= until).collect()
}

impl Site {
    /// The days that have pages.
    pub fn day_pages(&self) -> &DayPages {
        self.day_pages.get_or_make(self.on, || DayPages::of(self))
    }

    /// A day to look at all that was in force beside a version: one on which it was in force itself and
    /// could be read, the first with a page where there is one, else the first of all. For a version
    /// that was never in force when it could be read, the day by which it had begun.
    pub fn day_in_force(&self, document: &Document, at: usize) -> Option<Date> {
        let version = &document.versions[at];
        let begun = version.begins_by()?;
        let first = version.published_on.map_or(begun, |day| day.max(begun));
        let held = |day: &Date| document.on_a_day(*day, self.on).in_force == Some(at);
        let with_page = self.day_pages().first_from(first).filter(held);
        with_page
            .or_else(|| Some(first).filter(held))
            .or(Some(begun))
    }
}

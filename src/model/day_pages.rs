//! Which days have pages of their own: each year's end up to the latest change, the days of the latest
//! changes, and of earlier ones those that show most of the old versions that no other day shows. Their
//! number is bounded, whatever the site's age and size. A day whose page goes with time leads on to the page
//! that takes a day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::document::Document;
use super::on_a_day::Interval;
use super::version::Version;

/// How many days of the latest changes have pages, of earlier ones, and how many ends of years.
const CHANGE_DAYS: usize = 12;
const EARLIER_CHANGE_DAYS: usize = 12;
const YEAR_ENDS: usize = 30;

/// The days that have pages.
#[derive(Clone, Debug, Default)]
pub struct DayPages {
    /// The last days of years, newest first.
    pub year_ends: Vec<Date>,
    /// The days of the latest changes, newest first.
    pub changes: Vec<Date>,
    /// Days of earlier changes, newest first.
    pub earlier_changes: Vec<Date>,
    all: BTreeSet<Date>,
    former: BTreeSet<Date>,
    /// Days of changes on which something is known to have happened.
    exact: BTreeSet<Date>,
}

impl DayPages {
    /// Those of documents on a day. Nothing in them depends on the day of the build but through what happened until
    /// then, so that a page that is not out of date stays as it is.
    pub(super) fn of(documents: &[Document], on: Date) -> DayPages {
        let mut days = BTreeSet::new();
        let mut exact = BTreeSet::new();
        let mut old = Vec::new();
        for document in documents {
            let intervals = document.intervals(on);
            days.extend(changes(&intervals).filter(|&day| day <= on));
            exact.extend(exact_changes(document, &intervals));
            old.extend(stretches_of_old(document, &intervals, on));
        }
        let year_ends = days.last().map(|&last| year_ends(&days, last));
        let year_ends: Vec<Date> = year_ends.into_iter().flatten().collect();
        let changes: Vec<Date> = days.iter().rev().take(CHANGE_DAYS).copied().collect();
        let mut all: BTreeSet<Date> = year_ends.iter().chain(&changes).copied().collect();
        old.retain(|stretch| all.range(stretch.from..stretch.until).next().is_none());
        let earlier_changes = days_that_show_most(&days, old);
        all.extend(&earlier_changes);
        let former = had_pages(&days).filter(|day| !all.contains(day)).collect();
        DayPages {
            year_ends,
            changes,
            earlier_changes,
            all,
            former,
            exact,
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

    /// Every day that had a page once and has none any more, in the order of time.
    pub fn former(&self) -> impl Iterator<Item = Date> {
        self.former.iter().copied()
    }

    /// Whether a day had a page once and has none any more.
    pub fn had(&self, day: Date) -> bool {
        self.former.contains(&day)
    }

    /// Whether a day of changes is only the latest on which they can have happened.
    pub fn is_latest_possible(&self, day: Date) -> bool {
        !self.exact.contains(&day)
    }

    /// The first of them that is not before a day.
    pub(super) fn first_from(&self, day: Date) -> Option<Date> {
        self.all.range(day..).next().copied()
    }
}

/// The ends of years that have pages when the latest of the days of changes is `last`, newest first.
fn year_ends(days: &BTreeSet<Date>, last: Date) -> impl Iterator<Item = Date> + use<> {
    let first = days.first().map_or(last.year(), |first| first.year());
    let years = (first..last.year()).rev().take(YEAR_ENDS);
    years.filter_map(|year| Date::new(year, 12, 31).ok())
}

/// Every day that has had a page until now: each day of changes was that of the latest change once.
fn had_pages(days: &BTreeSet<Date>) -> impl Iterator<Item = Date> {
    let ends = days.iter().flat_map(|&last| year_ends(days, last));
    ends.chain(days.iter().copied())
}

/// The intervals from which on another version of a document holds, or none any more.
fn changed(intervals: &[Interval]) -> impl Iterator<Item = &Interval> {
    let held = |it: &Interval| (it.state.in_force, it.state.withdrawn_on);
    let pairs = intervals.windows(2);
    let changed = pairs.filter(move |pair| held(&pair[0]) != held(&pair[1]));
    changed.map(|pair| &pair[1])
}

/// The days on which another version of a document came to hold, or none any more.
fn changes(intervals: &[Interval]) -> impl Iterator<Item = Date> {
    changed(intervals).filter_map(|it| it.from)
}

/// Those of them that are not merely the latest day on which the version can have begun.
fn exact_changes(document: &Document, intervals: &[Interval]) -> impl Iterator<Item = Date> {
    let begins_by_then = |it: &&Interval| {
        let version = it.state.in_force.map(|at| &document.versions[at]);
        let begin = version.and_then(Version::effective_from);
        begin.is_some_and(|begin| begin.date().is_none() && Some(begin.by) == it.from)
    };
    changed(intervals)
        .filter(move |it| !begins_by_then(it))
        .filter_map(|it| it.from)
}

/// Days on which a version was in force: from one day to the day before another.
struct Stretch {
    from: Date,
    until: Date,
}

/// When each version of a document that was replaced was in force.
fn stretches_of_old(document: &Document, intervals: &[Interval], on: Date) -> Vec<Stretch> {
    let in_one = intervals.chunk_by(|one, next| one.state.in_force == next.state.in_force);
    let in_one: Vec<&[Interval]> = in_one.collect();
    let old = in_one.windows(2).filter_map(|pair| {
        let at = pair[0][0].state.in_force?;
        let stretch = Stretch {
            from: pair[0][0].from?,
            until: pair[1][0].from?,
        };
        document.is_replaced(at, on).then_some(stretch)
    });
    old.collect()
}

/// Of some days, in the order of time, a bounded number that are within as many stretches as can be; newest
/// first. Each is the best, and of equals the newest, for the stretches that those before it leave.
fn days_that_show_most(days: &BTreeSet<Date>, mut stretches: Vec<Stretch>) -> Vec<Date> {
    let days: Vec<Date> = days.iter().copied().collect();
    let mut chosen = Vec::new();
    while chosen.len() < EARLIER_CHANGE_DAYS {
        let mut begun_less_ended = vec![0_i64; days.len() + 1];
        for stretch in &stretches {
            begun_less_ended[days.partition_point(|&day| day < stretch.from)] += 1;
            begun_less_ended[days.partition_point(|&day| day < stretch.until)] -= 1;
        }
        let shown = begun_less_ended.iter().scan(0, |sum, change| {
            *sum += change;
            Some(*sum)
        });
        let best = days.iter().zip(shown).max_by_key(|&(_, shown)| shown);
        let Some((&day, 1..)) = best else {
            break;
        };
        stretches.retain(|stretch| !(stretch.from..stretch.until).contains(&day));
        chosen.push(day);
    }
    chosen.sort_by(|one, other| other.cmp(one));
    chosen
}

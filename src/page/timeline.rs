//! A document's versions on an axis of time.
//!
//! Nothing here depends on the day of the build but what each version is on it: the axis ends some time
//! after the last thing that is known, and what holds until further notice reaches its end.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::context::{Viewpoint, state, told_apart_by};
use super::counts::VersionCounts;
use super::view::{TimelineRow, TimelineSpan, TimelineView, TimelineYear};
use crate::model::{Document, TenureBegin, Version};

/// How near to either end of the axis, in percent of it, no year is marked: on a narrow screen its number,
/// which stands across the mark, would be cut off.
const EDGE: f64 = 5.8;
/// How many years are marked at most.
const YEARS: i32 = 6;
/// Half the size, in pixels, of the smallest mark and of the largest.
const SIZES: RangeInclusive<u32> = 3..=9;

/// From when until when a version held, in days; what lies between `after` and `by` is not certain.
struct Held {
    after: f64,
    by: f64,
    until: f64,
    until_at_latest: f64,
    ends_withdrawn: bool,
    /// From each withdrawal in between until the reinstatement.
    gaps: Vec<(f64, f64)>,
}

impl Viewpoint<'_> {
    /// The timeline of a document; nothing where there is but one version to show.
    pub(super) fn timeline(
        &self,
        document: &Document,
        counts: &VersionCounts,
    ) -> Option<TimelineView> {
        let shown: Vec<usize> = (0..document.versions.len())
            .filter(|&at| !document.versions[at].is_draft())
            .collect();
        if shown.len() < 2 {
            return None;
        }
        let axis = Axis::of(document, &shown)?;
        let changes = |at: usize| counts.get(&(at, self.language.clone())).map(|it| it.total);
        let most = shown.iter().filter_map(|&at| changes(at)).max();
        let rows = shown.iter().filter_map(|&at| {
            let version = &document.versions[at];
            let held = axis.held(document, at)?;
            let note = self.stated(version.note());
            let comparison = self.comparison_to(document, at);
            Some(TimelineRow {
                begin: self.begin(version),
                corrected_on: self.corrected_on(version),
                told_apart_by: told_apart_by(document, at),
                state: state(document.standing(at, self.site.on())),
                note,
                changes: changes(at),
                href: comparison.unwrap_or_else(|| self.version(document, at).href),
                bars: axis.bars(&held),
                perhaps_before: axis.uncertain(held.after, held.by),
                perhaps_after: axis.uncertain(held.until.max(held.by), held.until_at_latest),
                size: size(changes(at), most),
                withdrawn: axis.ends_withdrawn(&held),
            })
        });
        Some(TimelineView {
            rows: rows.collect(),
            years: axis.years(),
        })
    }
}

/// The axis, from one day to another, as numbers of days.
struct Axis {
    first: f64,
    last: f64,
}

impl Axis {
    fn of(document: &Document, shown: &[usize]) -> Option<Axis> {
        let versions = shown.iter().map(|&at| &document.versions[at]);
        let mut days: Vec<f64> = versions.flat_map(days_of).map(number).collect();
        let withdrawn = document.config.withdrawn.iter().map(|it| it.on);
        let reinstated = document.config.reinstated.iter().map(|it| it.on);
        days.extend(withdrawn.chain(reinstated).map(number));
        let first = days.iter().copied().reduce(f64::min)?;
        let last = days.iter().copied().reduce(f64::max)?;
        let length = (last - first).max(365.0);
        Some(Axis {
            first: first - length * 0.06,
            last: last.max(first + length) + length * 0.14,
        })
    }

    /// From when until when a version held.
    fn held(&self, document: &Document, at: usize) -> Option<Held> {
        let (after, by) = self.begin(document, at)?;
        let tenure = document.tenure(at);
        let (after, by) = match tenure.begin {
            TenureBegin::Reinstated(day) => (number(day), number(day)),
            TenureBegin::InEffect | TenureBegin::Never => (after, by),
        };
        let (until, until_at_latest) = match (tenure.withdrawn_on, tenure.successor) {
            _ if tenure.is_never() => (by, by),
            (Some(withdrawn_on), _) => (number(withdrawn_on), number(withdrawn_on)),
            (None, Some(next)) => self.begin(document, next)?,
            (None, None) => (self.last, self.last),
        };
        Some(Held {
            after,
            by,
            until,
            until_at_latest,
            ends_withdrawn: tenure.withdrawn_on.is_some(),
            gaps: tenure
                .gaps
                .iter()
                .map(|gap| (number(gap.withdrawn_on), number(gap.reinstated_on)))
                .collect(),
        })
    }

    /// The days on which a version certainly held, without those on which the document was withdrawn.
    fn bars(&self, held: &Held) -> Vec<TimelineSpan> {
        let mut bars = Vec::new();
        let mut from = held.by;
        for &(withdrawn, reinstated) in &held.gaps {
            bars.push(self.span(from, withdrawn.max(from)));
            from = reinstated;
        }
        bars.push(self.span(from, held.until.max(from)));
        bars
    }

    fn ends_withdrawn(&self, held: &Held) -> Vec<String> {
        let gaps = held.gaps.iter().map(|&(withdrawn, _)| withdrawn);
        let end = held.ends_withdrawn.then_some(held.until);
        gaps.chain(end).map(|day| self.place(day)).collect()
    }

    /// The first and the last day on which a version can have begun; a correction begins when it could be
    /// read. One whose start is not known at all began after the one before it, or before the axis does.
    fn begin(&self, document: &Document, at: usize) -> Option<(f64, f64)> {
        let version = &document.versions[at];
        let by = version.begins_by()?;
        let before = at.checked_sub(1).map(|before| &document.versions[before]);
        let follows = before.is_some_and(|before| before.begins_by() == Some(by));
        if let Some(published) = version.published_on().filter(|_| follows) {
            let day = number(published.max(by));
            return Some((day, day));
        }
        let after = version
            .begins_after()
            .or_else(|| before?.begins_by())
            .map_or(self.first, number);
        Some((after, number(by)))
    }

    fn place(&self, day: f64) -> String {
        format!("{:.2}%", self.percent(day))
    }

    fn percent(&self, day: f64) -> f64 {
        (day - self.first) / (self.last - self.first) * 100.0
    }

    fn span(&self, from: f64, to: f64) -> TimelineSpan {
        TimelineSpan {
            from: self.place(from),
            to: self.place(to),
            width: format!("{:.2}%", self.percent(to) - self.percent(from)),
        }
    }

    fn uncertain(&self, from: f64, to: f64) -> Option<TimelineSpan> {
        (from < to).then(|| self.span(from, to))
    }

    /// The years on the axis, so many apart that there are few of them.
    fn years(&self) -> Vec<TimelineYear> {
        // A year more than there can be on either side.
        let year_of =
            |day: f64, more: f64| (2000.0 + day / 365.25 + more).clamp(1.0, 9998.0) as i16;
        let years = year_of(self.first, -1.0)..=year_of(self.last, 1.0);
        let first_days = years.filter_map(|year| Date::new(year, 1, 1).ok());
        let on_axis = first_days.filter(|&day| (self.first..self.last).contains(&number(day)));
        let years: Vec<Date> = on_axis.collect();
        let count = i32::try_from(years.len()).unwrap_or(i32::MAX);
        let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
        let step = steps.into_iter().find(|step| count / step <= YEARS);
        let step = i16::try_from(step.unwrap_or(1000)).unwrap_or(1000);
        let marked = years.into_iter().filter(|day| {
            let is_whole = EDGE..=100.0 - EDGE;
            day.year() % step == 0 && is_whole.contains(&self.percent(number(*day)))
        });
        let year = |day: Date| TimelineYear {
            year: day.year(),
            x: self.place(number(day)),
        };
        marked.map(year).collect()
    }
}

/// Every day that is known of a version.
fn days_of(version: &Version) -> impl Iterator<Item = Date> {
    let days = [
        version.begins_by(),
        version.begins_after(),
        version.published_on(),
    ];
    days.into_iter().flatten()
}

/// The day as a number: days since some day.
fn number(day: Date) -> f64 {
    let since = Date::constant(2000, 1, 1).until(day);
    since.map_or(0.0, |span| f64::from(span.get_days()))
}

/// Half the size of a mark: its area grows with the number of changes.
fn size(changes: Option<usize>, most: Option<usize>) -> u32 {
    let (Some(changes), Some(most)) = (changes, most) else {
        return *SIZES.start();
    };
    let (smallest, largest) = (f64::from(*SIZES.start()), f64::from(*SIZES.end()));
    let part = changes as f64 / most.max(1) as f64;
    (smallest + (largest - smallest) * part.sqrt()).round() as u32
}

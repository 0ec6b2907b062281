//! What held of a document on any day: as it could be read on that day, and as is known since.

use jiff::civil::Date;

use super::document::Document;
use super::version::Version;

/// What is known of a document on a day. Versions are indices into [`Document::versions`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OnADay {
    /// The version in force, as it could be read on that day.
    pub in_force: Option<usize>,
    /// The text that was published later and holds for that day: a correction, or a version that took
    /// effect before it was published.
    pub published_later: Option<usize>,
    /// The next version, where it may have begun to hold by that day: its start is not fully known.
    pub perhaps: Option<usize>,
    /// The day of the withdrawal that holds.
    pub withdrawn_on: Option<Date>,
}

/// Days on which the same is known of a document: from one day to the day before the next interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first of the days; none where there is no first.
    pub from: Option<Date>,
    /// What is known on each of them.
    pub state: OnADay,
}

impl Document {
    /// What is known of a day by those who know what was published until `known`.
    pub fn on_a_day(&self, day: Date, known: Date) -> OnADay {
        // A withdrawal that is only announced is not shown before its day, and holds from that day on.
        if self.withdrawal(day).is_some() {
            return OnADay {
                withdrawn_on: self.withdrawn_on(day),
                ..OnADay::default()
            };
        }
        let told = day.min(known);
        let in_force = self.newest(told, day);
        let since_known = self.newest(known, day);
        let perhaps = self.may_have_begun(day, known);
        let published_later = match (in_force, perhaps) {
            (None, Some(first)) if since_known.is_none() => self.last_correction(first, known),
            _ => since_known.filter(|_| since_known != in_force),
        };
        OnADay {
            in_force,
            published_later,
            perhaps,
            withdrawn_on: None,
        }
    }

    /// The same for all days, in the order of time, each interval as long as it can be.
    pub fn intervals(&self, known: Date) -> Vec<Interval> {
        let mut intervals = vec![Interval {
            from: None,
            state: self.on_a_day(Date::MIN, known),
        }];
        for day in self.days_of_change(known) {
            let state = self.on_a_day(day, known);
            if intervals.last().is_some_and(|last| last.state != state) {
                intervals.push(Interval {
                    from: Some(day),
                    state,
                });
            }
        }
        intervals
    }

    /// Every day on which something may begin, in the order of time.
    fn days_of_change(&self, known: Date) -> Vec<Date> {
        let versions = self.versions.iter().filter(|it| it.is_published(known));
        let of_version = |version: &Version| {
            [
                version.published_on(),
                version.begins_by(),
                version.begins_after(),
            ]
        };
        let mut days: Vec<Date> = versions.flat_map(of_version).flatten().collect();
        let withdrawn = self.config.withdrawn.iter().map(|it| it.on);
        let reinstated = self.config.reinstated.iter().map(|it| it.on);
        days.extend(withdrawn.chain(reinstated));
        days.sort();
        days.dedup();
        days
    }

    /// The next version, as corrected by the day, where it may have begun already.
    pub(super) fn may_have_begun(&self, day: Date, known: Date) -> Option<usize> {
        let next = (0..self.versions.len()).find(|&at| self.is_to_begin(at, day, known))?;
        let told = day.min(known);
        let corrected = self.versions.iter().rposition(|version| {
            version.is_published(told) && version.begins_by() == self.versions[next].begins_by()
        });
        self.can_have_begun(next, day, known)
            .then_some(corrected.unwrap_or(next))
    }

    /// Whether a version whose start is not fully known may have begun by a day on which it need not have: it
    /// follows all that come before it.
    pub(super) fn can_have_begun(&self, at: usize, day: Date, known: Date) -> bool {
        let mut until_it = (0..=at).filter(|&before| self.is_to_begin(before, day, known));
        until_it.all(|before| {
            let earliest = self.versions[before].begins_after();
            earliest.is_none_or(|earliest| earliest <= day)
        })
    }

    /// Whether the last day on which a version can begin is still to come on a day.
    fn is_to_begin(&self, at: usize, day: Date, known: Date) -> bool {
        let version = &self.versions[at];
        version.is_published(known) && version.begins_by().is_some_and(|by| by > day)
    }

    /// The highest correction of a version, where it has one.
    fn last_correction(&self, of: usize, known: Date) -> Option<usize> {
        let same = |version: &Version| {
            version.is_published(known) && version.begins_by() == self.versions[of].begins_by()
        };
        let last = self.versions.iter().rposition(same)?;
        (last != of).then_some(last)
    }

    fn withdrawn_on(&self, day: Date) -> Option<Date> {
        let begun = self.config.withdrawn.iter().map(|it| it.on);
        begun.filter(|&on| on <= day).max()
    }
}

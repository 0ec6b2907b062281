//! When a version holds: from the day on which it takes effect until another takes its place or the
//! document is withdrawn.

use jiff::civil::Date;

use super::document::Document;
use super::version::Dates;

/// When a version holds, as far as that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenure {
    /// How it begins.
    pub begin: TenureBegin,
    /// The last day on which it holds, where it has one and that is known; none for a version that was
    /// corrected on its first day.
    pub last_day: Option<Date>,
    /// The version that takes its place, as corrected by then: an index into [`Document::versions`].
    pub successor: Option<usize>,
    /// The day of the withdrawal that ends it.
    pub withdrawn_on: Option<Date>,
    /// Withdrawals in between, from each of which the document was reinstated.
    pub gaps: Vec<Gap>,
}

/// Days within the time of a version on which the document was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The first of them.
    pub withdrawn_on: Date,
    /// The day after the last, on which the document was reinstated.
    pub reinstated_on: Date,
}

/// How the time begins in which a version holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TenureBegin {
    /// On the day on which it takes effect.
    InEffect,
    /// On a later day: the document was withdrawn, and is reinstated on this one.
    Reinstated(Date),
    /// Not at all: it was corrected before it took effect, or the document was withdrawn and not
    /// reinstated before another version took its place.
    Never,
}

impl Tenure {
    /// Whether the version holds on no day.
    pub fn is_never(&self) -> bool {
        self.begin == TenureBegin::Never
    }
}

/// Days on which nothing of a document is in force.
struct Withdrawal {
    on: Date,
    reinstated_on: Option<Date>,
}

impl Withdrawal {
    fn gap(&self) -> Option<Gap> {
        self.reinstated_on.map(|reinstated_on| Gap {
            withdrawn_on: self.on,
            reinstated_on,
        })
    }

    fn holds_on(&self, day: Date) -> bool {
        self.on <= day && self.reinstated_on.is_none_or(|reinstated| day < reinstated)
    }
}

/// The version that takes another's place.
struct Replacement {
    version: usize,
    /// The first day on which it has done so for certain.
    by: Date,
    /// Whether that is the very day.
    is_exact: bool,
    /// Whether it could be read before that day, and corrects a version that was to take effect on it.
    comes_before: bool,
}

impl Document {
    /// When a version that is no draft holds, by all that is stated, days to come included.
    pub fn tenure(&self, at: usize) -> Tenure {
        let withdrawals = self.withdrawals();
        let replacement = self.replacement(at);
        let begin = self.begin(at, &withdrawals, replacement.as_ref());
        let never = Tenure {
            begin,
            last_day: None,
            successor: replacement.as_ref().map(|it| it.version),
            withdrawn_on: None,
            gaps: Vec::new(),
        };
        let first_day = match begin {
            TenureBegin::Never => return never,
            TenureBegin::Reinstated(day) => Some(day),
            TenureBegin::InEffect => self.effective_date(at),
        };
        let is_after_begin = |on: Date| first_day.is_none_or(|first| first < on);
        let last_eve = match &replacement {
            Some(replacement) => replacement.by.yesterday().ok(),
            None => Some(Date::MAX),
        };
        let holds_last = |it: &&Withdrawal| last_eve.is_some_and(|eve| it.holds_on(eve));
        let mut ending = withdrawals.iter().filter(holds_last);
        let withdrawn_on = ending.find(|it| is_after_begin(it.on)).map(|it| it.on);
        // A version whose start is not fully known need not have begun before the last day on which it can have.
        let begins_by = self.versions[at].begins_by();
        let is_within = |gap: &Gap| {
            is_after_begin(gap.withdrawn_on)
                && begins_by < Some(gap.reinstated_on)
                && Some(gap.withdrawn_on) != withdrawn_on
                && replacement
                    .as_ref()
                    .is_none_or(|it| gap.reinstated_on < it.by)
        };
        let gaps = withdrawals.iter().filter_map(Withdrawal::gap);
        let gaps = gaps.filter(is_within).collect();
        let replaced_on = replacement.filter(|it| it.is_exact).map(|it| it.by);
        let last_day = withdrawn_on.or(replaced_on);
        let last_day = last_day.and_then(|day| day.yesterday().ok());
        Tenure {
            last_day: last_day.filter(|&last| first_day.is_none_or(|first| first <= last)),
            withdrawn_on,
            gaps,
            ..never
        }
    }

    fn begin(
        &self,
        at: usize,
        withdrawals: &[Withdrawal],
        replacement: Option<&Replacement>,
    ) -> TenureBegin {
        let begins_by = self.versions[at].begins_by();
        if replacement.is_some_and(|it| it.comes_before && Some(it.by) <= begins_by) {
            return TenureBegin::Never;
        }
        let effective = self.effective_date(at);
        let withdrawal = effective.and_then(|day| withdrawals.iter().find(|it| it.holds_on(day)));
        let Some(withdrawal) = withdrawal else {
            return TenureBegin::InEffect;
        };
        let reinstated = withdrawal.reinstated_on;
        let reinstated = reinstated.filter(|&day| replacement.is_none_or(|it| day < it.by));
        reinstated.map_or(TenureBegin::Never, TenureBegin::Reinstated)
    }

    /// Whether a version holds on no day because the document is withdrawn when it takes effect, and not reinstated
    /// before another takes its place.
    pub fn is_withdrawn_throughout(&self, at: usize) -> bool {
        let withdrawals = self.withdrawals();
        let is_withdrawn = |day| withdrawals.iter().any(|it| it.holds_on(day));
        self.effective_date(at).is_some_and(is_withdrawn) && self.tenure(at).is_never()
    }

    fn effective_date(&self, at: usize) -> Option<Date> {
        self.versions[at].effective_from()?.date()
    }

    /// The withdrawals in the order of time, those to come included.
    fn withdrawals(&self) -> Vec<Withdrawal> {
        let mut days: Vec<Date> = self.config.withdrawn.iter().map(|it| it.on).collect();
        days.sort();
        let mut withdrawals: Vec<Withdrawal> = Vec::new();
        for on in days {
            if !withdrawals.last().is_some_and(|last| last.holds_on(on)) {
                let reinstated = self.config.reinstated.iter().map(|it| it.on);
                withdrawals.push(Withdrawal {
                    on,
                    reinstated_on: reinstated.filter(|&day| on < day).min(),
                });
            }
        }
        withdrawals
    }

    /// What takes a version's place first; of several on one day, the highest correction.
    fn replacement(&self, at: usize) -> Option<Replacement> {
        let later = (at + 1..self.versions.len()).filter(|&next| !self.versions[next].is_draft());
        let days = later.filter_map(|next| self.takes_place(next));
        days.reduce(|first, next| {
            if next.by > first.by {
                return first;
            }
            Replacement {
                comes_before: first.comes_before || next.comes_before,
                ..next
            }
        })
    }

    /// When a version takes the place of those before it. A correction does once it can be read, but not
    /// before it takes effect.
    fn takes_place(&self, later: usize) -> Option<Replacement> {
        let Dates::Decided {
            effective_from,
            published_on,
        } = self.versions[later].dates
        else {
            return None;
        };
        let begins_by = effective_from.by;
        let before = later.checked_sub(1).map(|before| &self.versions[before]);
        let is_correction = before.is_some_and(|before| before.begins_by() == Some(begins_by));
        let read_later = Some(published_on).filter(|&day| is_correction && begins_by < day);
        Some(Replacement {
            version: later,
            by: read_later.unwrap_or(begins_by),
            is_exact: read_later.or(effective_from.date()).is_some(),
            comes_before: is_correction && Some(published_on) < effective_from.earliest(),
        })
    }
}

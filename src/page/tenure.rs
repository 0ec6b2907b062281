//! From when until when a version holds, as pages say it.

use jiff::civil::Date;

use super::context::Viewpoint;
use super::view::{BeginView, EndView, GapView, Tense, TenureView};
use crate::model::{Document, Gap, Standing, Tenure, TenureBegin, Version};

impl Viewpoint<'_> {
    /// From when until when a version holds.
    pub fn tenure(&self, document: &Document, at: usize) -> TenureView {
        let version = &document.versions[at];
        if version.is_draft() {
            return TenureView {
                begin: self.begin(version),
                tense: Tense::Future,
                gaps: Vec::new(),
                unbroken_since: None,
                end: None,
            };
        }
        let today = self.site.on();
        let tenure = document.tenure(at);
        let tense = self.tense(document, at, &tenure);
        // It did not hold since its first day where it ceased to in between.
        let reinstated = last_reinstated(&tenure, today).filter(|_| tense == Tense::Present);
        TenureView {
            begin: self.begin_of(version, &tenure),
            tense: if reinstated.is_some() {
                Tense::Past
            } else {
                tense
            },
            unbroken_since: reinstated.map(|day| self.begin_on(day)),
            gaps: tenure.gaps.iter().filter_map(|gap| self.gap(gap)).collect(),
            end: self.end(document, &tenure),
        }
    }

    /// How the day is spoken of from which a version holds.
    fn tense(&self, document: &Document, at: usize, tenure: &Tenure) -> Tense {
        let today = self.site.on();
        let first_day = match tenure.begin {
            TenureBegin::Reinstated(day) => Some(day),
            TenureBegin::InEffect | TenureBegin::Never => document.versions[at].begins_by(),
        };
        match document.standing(at, today) {
            _ if tenure.is_never() => Tense::Never,
            Standing::InForce | Standing::MayBeReplaced => Tense::Present,
            Standing::MayHold => Tense::Perhaps,
            // It was corrected on a day on which it may have held.
            Standing::Corrected if first_day > Some(today) => Tense::Perhaps,
            _ if first_day > Some(today) => Tense::Future,
            _ => Tense::Past,
        }
    }

    /// Since when a version in force holds without a break.
    pub fn unbroken_since(&self, document: &Document, at: usize) -> BeginView {
        self.unbroken_until(document, at, self.site.on())
    }

    /// Since when a version that is in force on a day had held without a break.
    pub fn unbroken_until(&self, document: &Document, at: usize, until: Date) -> BeginView {
        let version = &document.versions[at];
        let tenure = document.tenure(at);
        match last_reinstated(&tenure, until) {
            Some(day) => self.begin_on(day),
            None => self.begin_of(version, &tenure),
        }
    }

    fn begin_of(&self, version: &Version, tenure: &Tenure) -> BeginView {
        match tenure.begin {
            TenureBegin::Reinstated(day) => self.begin_on(day),
            TenureBegin::InEffect | TenureBegin::Never => self.begin(version),
        }
    }

    fn begin_on(&self, day: Date) -> BeginView {
        BeginView::On {
            date: self.date(day),
        }
    }

    fn gap(&self, gap: &Gap) -> Option<GapView> {
        let last = gap.reinstated_on.yesterday().ok()?;
        Some(GapView {
            from: self.date(gap.withdrawn_on),
            until: self.date(last),
        })
    }

    /// When a version ceases to hold; nothing while it holds without an end.
    fn end(&self, document: &Document, tenure: &Tenure) -> Option<EndView> {
        // While the document is withdrawn, nothing follows the version that this ended.
        let follows =
            tenure.withdrawn_on.is_none() || document.withdrawal(self.site.on()).is_none();
        let successor = tenure.successor.filter(|_| follows);
        if successor.is_none() && tenure.last_day.is_none() {
            return None;
        }
        Some(EndView {
            last_day: tenure.last_day.map(|day| self.date(day)),
            // One that never held did not end.
            successor_begin: successor
                .filter(|_| !tenure.is_never())
                .map_or(BeginView::Undecided, |at| {
                    self.begin(&document.versions[at])
                }),
            successor_tense: successor.map_or(Tense::Never, |at| {
                self.tense(document, at, &document.tenure(at))
            }),
            successor: successor.map(|at| self.version(document, at)),
        })
    }
}

/// The last day until another on which a version came to hold again.
fn last_reinstated(tenure: &Tenure, until: Date) -> Option<Date> {
    let ended = tenure.gaps.iter().map(|gap| gap.reinstated_on);
    ended.filter(|&day| day <= until).max()
}

//! From when until when a version holds, as pages say it.

use super::context::Viewpoint;
use super::view::{BeginView, EndView, Tense, TenureView};
use crate::model::{Document, Standing, Tenure, TenureBegin};

impl Viewpoint<'_> {
    /// From when until when a version holds.
    pub fn tenure(&self, document: &Document, at: usize) -> TenureView {
        let version = &document.versions[at];
        if version.draft {
            return TenureView {
                begin: self.begin(version),
                tense: Tense::Future,
                end: None,
            };
        }
        let today = self.site.on;
        let tenure = document.tenure(at, today);
        let (begin, first_day) = match tenure.begin {
            TenureBegin::Reinstated(day) => {
                let date = self.date(day);
                (BeginView::On { date }, Some(day))
            }
            TenureBegin::InEffect | TenureBegin::Never => {
                (self.begin(version), version.begins_by())
            }
        };
        let tense = match document.standing(at, today) {
            _ if tenure.is_never() => Tense::Never,
            Standing::InForce => Tense::Present,
            _ if first_day > Some(today) => Tense::Future,
            _ => Tense::Past,
        };
        TenureView {
            begin,
            tense,
            end: self.end(document, &tenure),
        }
    }

    /// When a version ceases to hold; nothing while it holds without an end.
    fn end(&self, document: &Document, tenure: &Tenure) -> Option<EndView> {
        // While the document is withdrawn, nothing follows the version that this ended.
        let follows = tenure.withdrawn_on.is_none() || document.withdrawal(self.site.on).is_none();
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
            successor: successor.map(|at| self.version(document, at)),
        })
    }
}

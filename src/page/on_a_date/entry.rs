//! What is said of a document on a day.

use jiff::civil::Date;

use super::super::context::Viewpoint;
use super::super::view::{BeginView, DateView, DayEntry, DayLine, DayLineKind};
use super::super::wording::Value;
use super::super::wording::Wording;
use crate::model::{Document, OnADay};

/// The page that says it, and its words.
#[derive(Clone, Copy)]
pub(super) struct Teller<'a> {
    pub view: Viewpoint<'a>,
    pub wording: &'a dyn Wording,
}

impl Teller<'_> {
    /// A document on a day, or from a day on for as long as the same is known of it; nothing where there is
    /// nothing to say of it.
    pub fn entry(&self, document: &Document, day: Date, state: &OnADay) -> Option<DayEntry> {
        let told = [state.in_force, state.perhaps, state.published_later];
        let shown = match told.into_iter().flatten().next() {
            Some(at) => at,
            None => document.last_before(state.withdrawn_on?)?,
        };
        let (title, title_lang) = self.view.version_title(document, shown);
        let could_be_read =
            state.in_force.is_some() || state.perhaps.is_some() || state.withdrawn_on.is_some();
        Some(DayEntry {
            title,
            title_lang,
            href: could_be_read.then(|| self.view.version(document, shown).href),
            lines: self.lines(document, day, state),
        })
    }

    fn lines(&self, document: &Document, day: Date, state: &OnADay) -> Vec<DayLine> {
        let first_perhaps = state.perhaps.filter(|_| state.in_force.is_none());
        let next_perhaps = state.perhaps.filter(|_| state.in_force.is_some());
        let none_yet = state.in_force.or(state.perhaps).is_none();
        let unpublished = state.published_later.filter(|_| none_yet);
        let lines = [
            state.withdrawn_on.map(|on| {
                self.labelled(
                    DayLineKind::Withdrawn,
                    "withdrawn-on",
                    &self.view.date(on).text,
                )
            }),
            state.in_force.or(first_perhaps).map(|at| {
                let begin = self.view.unbroken_until(document, at, day);
                self.begun(document, begin, first_perhaps.is_some())
            }),
            unpublished.map(|_| DayLine {
                kind: DayLineKind::Unpublished,
                text: self.text("on-a-date-unpublished", &[]),
                href: None,
            }),
            state.published_later.map(|at| self.later(document, at)),
            next_perhaps.map(|at| self.perhaps(document, at)),
        ];
        lines.into_iter().flatten().collect()
    }

    /// Since when a version held, as far as that is known.
    fn begun(&self, document: &Document, begin: BeginView, is_unsure: bool) -> DayLine {
        let guidance = self.view.is_guidance(document);
        let key = |in_force, current| if guidance { current } else { in_force };
        let kind = if is_unsure {
            DayLineKind::Unsure
        } else {
            DayLineKind::Since
        };
        match begin {
            BeginView::By { date } => DayLine {
                kind,
                text: self.text(
                    key("on-a-date-by", "on-a-date-current-by"),
                    &[("date", Value::Text(&date.text))],
                ),
                href: None,
            },
            BeginView::On { date } => {
                self.labelled(kind, key("in-force-since", "current-since"), &date.text)
            }
            BeginView::Between { after, by, period } => {
                let label = if is_unsure {
                    key("in-force-from", "current-from")
                } else {
                    key("in-force-since", "current-since")
                };
                self.labelled(kind, label, &self.between(&after, &by, period.as_ref()))
            }
            BeginView::Undecided => {
                self.labelled(kind, "takes-effect", &self.text("date-undecided", &[]))
            }
        }
    }

    /// Two days between which something began; a whole month or year is named.
    fn between(&self, after: &DateView, by: &DateView, period: Option<&DateView>) -> String {
        if let Some(period) = period {
            return format!("{} ({})", period.text, self.text("day-not-known", &[]));
        }
        let days = [
            ("after", Value::Text(&after.text)),
            ("by", Value::Text(&by.text)),
        ];
        self.text("some-time-between", &days)
    }

    /// The text that was published later and holds for the day.
    fn later(&self, document: &Document, at: usize) -> DayLine {
        let version = &document.versions[at];
        let date = version.published_on().map(|date| self.view.date(date).text);
        let date = date.unwrap_or_default();
        let (kind, key) = if version.correction() > 0 {
            (DayLineKind::Corrected, "on-a-date-corrected")
        } else {
            (DayLineKind::Later, "on-a-date-later")
        };
        DayLine {
            kind,
            text: self.text(key, &[("date", Value::Text(&date))]),
            href: Some(self.view.version(document, at).href),
        }
    }

    fn perhaps(&self, document: &Document, at: usize) -> DayLine {
        let words = self.view.version_words(self.wording, document, at);
        DayLine {
            href: Some(self.view.version(document, at).href),
            ..self.labelled(DayLineKind::Perhaps, "on-a-date-perhaps", &words)
        }
    }

    fn labelled(&self, kind: DayLineKind, label: &str, value: &str) -> DayLine {
        let separator = self.text("label-separator", &[]);
        DayLine {
            kind,
            text: format!("{}{separator}{value}", self.text(label, &[])),
            href: None,
        }
    }

    pub fn text(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.wording.text(self.view.language, key, values)
    }
}

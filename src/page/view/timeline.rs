//! A document's versions on an axis of time.

use serde::Serialize;

use super::{BeginView, DateView, State};

/// Versions on an axis of time. A place on the axis is a percentage of its width: `12.5%`.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineView {
    /// The years that are marked on the axis.
    pub years: Vec<TimelineYear>,
    /// The versions, oldest first.
    pub rows: Vec<TimelineRow>,
}

/// The first day of a year on the axis.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineYear {
    /// The year.
    pub year: i16,
    /// Its place.
    pub x: String,
}

/// A version on the axis.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineRow {
    /// What is known of the day from which it holds.
    pub begin: BeginView,
    /// For a correction: the day on which it was published.
    pub corrected_on: Option<DateView>,
    /// Its id, where another version of the document has the same dates.
    pub told_apart_by: Option<String>,
    /// What it is on the day of the build.
    pub state: State,
    /// What its author says changed.
    pub note: Option<String>,
    /// How many changes there are from the version before.
    pub changes: Option<usize>,
    /// The comparison with the version before, or else the version.
    pub href: String,
    /// The days on which it certainly held: where they begin, and how wide they are. Several where the
    /// document was withdrawn in between.
    pub bars: Vec<TimelineSpan>,
    /// Days on which it may have held already.
    pub perhaps_before: Option<TimelineSpan>,
    /// Days on which it may have held still.
    pub perhaps_after: Option<TimelineSpan>,
    /// Half the size of the mark at its start, in pixels: the more changed, the larger.
    pub size: u32,
    /// Where it ended with a withdrawal of the document.
    pub withdrawn: Vec<String>,
}

/// Part of the axis.
#[derive(Clone, Debug, Serialize)]
pub struct TimelineSpan {
    /// Where it begins.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// How wide it is.
    pub width: String,
}

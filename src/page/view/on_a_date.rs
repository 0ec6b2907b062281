//! The site on a day.

use serde::Serialize;

use super::{DateView, Frame};

/// What was in force on a day, by section; or what is in force now, with the way to any day.
#[derive(Clone, Debug, Serialize)]
pub struct OnADateView {
    /// What every page has.
    pub frame: Frame,
    /// The day shown; nothing on the page that shows what is in force now.
    pub day: Option<DateView>,
    /// The page that takes a day: where its form leads.
    pub choose: String,
    /// The index that the page's script reads, relative to the page that takes a day.
    pub index: String,
    /// The sections that have something to show on that day, in their order.
    pub sections: Vec<DaySection>,
    /// The documents of all sections that were withdrawn by that day, and held no more.
    pub withdrawn: Vec<DayEntry>,
    /// The last days of years that have pages, newest first.
    pub year_ends: Vec<DayLink>,
    /// The days of the latest changes, which have pages too, newest first.
    pub change_days: Vec<DayLink>,
    /// The days of earlier changes that have pages, newest first: those that show most of the old versions
    /// that no other of these days shows.
    pub earlier_change_days: Vec<DayLink>,
}

/// A section on a day.
#[derive(Clone, Debug, Serialize)]
pub struct DaySection {
    /// Its title, below those of the sections that it is in.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// Its documents in their order.
    pub documents: Vec<DayEntry>,
}

/// A document on a day.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct DayEntry {
    /// The title that it had.
    pub title: String,
    /// The language of the title, where it is another than the page's.
    pub title_lang: Option<String>,
    /// The version that could be read on that day; nothing where none could.
    pub href: Option<String>,
    /// What is known of it, in the order of importance.
    pub lines: Vec<DayLine>,
}

impl DayEntry {
    /// Whether the document was withdrawn by that day.
    pub fn is_withdrawn(&self) -> bool {
        let mut lines = self.lines.iter();
        lines.any(|line| line.kind == DayLineKind::Withdrawn)
    }
}

/// One thing that is known of a document on a day.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct DayLine {
    /// What it is.
    pub kind: DayLineKind,
    /// What it says.
    pub text: String,
    /// The version that it leads to.
    pub href: Option<String>,
}

/// What a line says of a document on a day.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum DayLineKind {
    /// Since when the version held.
    Since,
    /// It was in force by a later day; when it began is not known.
    Unsure,
    /// The text was corrected later: as it reads since then.
    Corrected,
    /// Another version was published later, with effect from an earlier day.
    Later,
    /// The next version may have begun to hold already.
    Perhaps,
    /// Nothing could be read yet.
    Unpublished,
    /// The document was withdrawn.
    Withdrawn,
}

/// A day that has a page of its own.
#[derive(Clone, Debug, Serialize)]
pub struct DayLink {
    /// The day.
    pub day: DateView,
    /// For a day of changes: whether it is only the latest on which they can have happened.
    pub is_latest: bool,
    /// Where it leads.
    pub href: String,
    /// Whether it is the page shown.
    pub current: bool,
}

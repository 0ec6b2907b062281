//! A document's history, and what changed on the whole site.

use serde::Serialize;

use super::{
    BeginView, DateView, Frame, Link, State, Tense, TenureView, TimelineView, VersionLink,
    WithdrawnView,
};

/// The history of a document.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryView {
    /// What every page has.
    pub frame: Frame,
    /// The document's id.
    pub document: String,
    /// The document's title in force.
    pub document_title: String,
    /// The document as it is in force.
    pub document_href: String,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
    /// Whether the version in force may have been replaced already.
    pub in_force_is_unsure: bool,
    /// Whether nothing of the document is in force: it is withdrawn, or all of it is still to come.
    pub none_in_force: bool,
    /// Set where the document is withdrawn.
    pub withdrawn: Option<WithdrawnView>,
    /// Set where the document will be withdrawn.
    pub to_be_withdrawn: Option<WithdrawnView>,
    /// Its versions on an axis of time, where there are several.
    pub timeline: Option<TimelineView>,
    /// The versions of which any two can be chosen to be compared, where there are comparisons.
    pub pairs: Option<PairsView>,
    /// Its versions, newest first.
    pub versions: Vec<HistoryEntry>,
}

/// The versions of which two are chosen to be compared.
#[derive(Clone, Debug, Serialize)]
pub struct PairsView {
    /// Whether every pair has a comparison, at an address made of both ids.
    pub all: bool,
    /// The versions that have the page's language, oldest first.
    pub versions: Vec<PairedVersion>,
}

/// A version that can be compared with others.
#[derive(Clone, Debug, Serialize)]
pub struct PairedVersion {
    /// Its id.
    pub id: String,
    /// The day on which it takes effect, by which it is called.
    pub begin: BeginView,
    /// For a correction: the day on which it was published.
    pub corrected_on: Option<DateView>,
    /// Its id, where another version of the document has the same dates.
    pub told_apart_by: Option<String>,
    /// The comparison of the version before with it.
    pub previous: Option<String>,
    /// The comparison of it with the version in force.
    pub current: Option<String>,
    /// Whether it is the version in force.
    pub in_force: bool,
}

/// One version in a history.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryEntry {
    /// The version's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The language of the title, where it is another than the page's.
    pub title_lang: Option<String>,
    /// Where it leads.
    pub href: String,
    /// What it is on the day of the build.
    pub state: State,
    /// The day on which it takes effect, by which it is called.
    pub begin: BeginView,
    /// From when until when it holds.
    pub tenure: TenureView,
    /// For a correction: the day on which it was published.
    pub corrected_on: Option<DateView>,
    /// For a correction of some of the languages: those, by name.
    pub corrected_in: Vec<String>,
    /// For a correction that adds languages and says the same in the others, a translation that came later: those that
    /// it adds, by name.
    pub translated_into: Vec<String>,
    /// Its id, where another version of the document has the same dates.
    pub told_apart_by: Option<String>,
    /// From when it could be read.
    pub published_on: Option<DateView>,
    /// What its author says changed.
    pub note: Option<String>,
    /// Whether its author calls the change editorial.
    pub editorial: bool,
    /// Whether its text was removed.
    pub removed: bool,
    /// A case or request number.
    pub reference: Option<String>,
    /// Whether the page's language has this version.
    pub has_text: bool,
    /// The comparison with the version before it that has this language.
    pub changes_from_previous: Option<String>,
    /// The version that it is compared with, where that is an earlier one than the version before.
    pub changes_since_earlier: Option<VersionLink>,
    /// The comparison with the version in force.
    pub changes_to_current: Option<String>,
    /// How much changed from the version before.
    pub counts: Option<CountsView>,
    /// How many files came, went or changed from the version before.
    pub files: usize,
}

/// How much changed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CountsView {
    /// Every change, of whatever kind.
    pub total: usize,
    /// The kinds of changes that there are.
    pub kinds: Vec<KindCount>,
    /// Words added.
    pub words_added: usize,
    /// Words removed.
    pub words_removed: usize,
}

/// How many changes there are of a kind. A change of several kinds counts in each.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct KindCount {
    /// The kind: `added`, `moved`…, which the string `count-added`, `count-moved`… tells.
    pub name: &'static str,
    /// How many there are.
    pub count: usize,
}

/// What changed on the whole site, all of it or one year's.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesView {
    /// What every page has.
    pub frame: Frame,
    /// The year shown, or nothing for the newest of all.
    pub year: Option<i16>,
    /// The years that have pages, newest first.
    pub years: Vec<YearLink>,
    /// Months with their changes, newest first.
    pub months: Vec<MonthView>,
}

/// A year's page.
#[derive(Clone, Debug, Serialize)]
pub struct YearLink {
    /// The year.
    pub year: i16,
    /// Where it leads.
    pub href: String,
    /// Whether it is the page shown.
    pub current: bool,
}

/// A month's changes.
#[derive(Clone, Debug, Serialize)]
pub struct MonthView {
    /// "November 2026".
    pub title: String,
    /// `2026-11`.
    pub iso: String,
    /// Its changes, newest first.
    pub items: Vec<ChangeItem>,
}

/// One change on the site.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeItem {
    /// What happened.
    pub kind: ChangeItemKind,
    /// The day on which it could first be read.
    pub date: DateView,
    /// Whether that day is only the latest possible one, since the true one is not known.
    pub date_is_latest: bool,
    /// The document's title.
    pub title: String,
    /// The language of the title, where it is another than the page's.
    pub title_lang: Option<String>,
    /// The name of that language, for readers of the page's.
    pub title_language: Option<String>,
    /// The version, or the document.
    pub href: String,
    /// The section that the document is in.
    pub section: Link,
    /// What is known of the day from which the version holds.
    pub begin: BeginView,
    /// How that day is spoken of, where the version could be read before it.
    pub begins_later: Option<Tense>,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
    /// For a correction of some of the languages: those, by name.
    pub corrected_in: Vec<String>,
    /// For a correction that adds languages and says the same in the others, a translation that came later: those that
    /// it adds, by name.
    pub translated_into: Vec<String>,
    /// What its author says changed, or why it was withdrawn.
    pub note: Option<String>,
    /// The comparison with the version before.
    pub comparison: Option<String>,
    /// How much changed from the version before.
    pub counts: Option<CountsView>,
    /// How many files came, went or changed from the version before.
    pub files: usize,
}

/// What happened to a document.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeItemKind {
    /// Its first version.
    New,
    /// A new version.
    Changed,
    /// A correction.
    Corrected,
    /// Withdrawn.
    Withdrawn,
    /// In force again.
    Reinstated,
    /// A version's text was removed.
    Removed,
}

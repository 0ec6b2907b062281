//! Pages that show a text: a document in force, a version, a page, the languages side by side.

use serde::Serialize;

use super::{BeginView, DateView, DraftPanel, Frame, Link};

/// A document as it is in force, or one of its versions.
#[derive(Clone, Debug, Serialize)]
pub struct TextView {
    /// What every page has.
    pub frame: Frame,
    /// The document's id.
    pub document: String,
    /// The version's id.
    pub version: String,
    /// The language that the text is in; differs from the page's where another stands in.
    pub text_lang: String,
    /// Whether this is the document's own address, which always shows the version in force.
    pub canonical_page: bool,
    /// The article's own level-one heading, as HTML; empty where it has none, nothing where the text was
    /// removed.
    pub heading: Option<String>,
    /// The article's inside below that, as HTML; nothing where the text was removed.
    pub article: Option<String>,
    /// Whether the article's parts carry notes that say since when each reads as it does.
    pub has_ages: bool,
    /// How the version is cited, and each place of it; nothing for drafts, and where another language
    /// stands in.
    pub citing: Option<CitingView>,
    /// The headings of levels 2 and 3, in order.
    pub contents: Vec<ContentsEntry>,
    /// Which version this is and what is around it.
    pub bar: VersionBar,
    /// At the document's own address: what has changed since each earlier version, newest first, where
    /// there are comparisons.
    pub since: Vec<SinceView>,
    /// What the draft changes and what it still lacks, where the version is one.
    pub draft: Option<Box<DraftPanel>>,
    /// Facts about the version, for the foot of the page.
    pub facts: VersionFacts,
    /// Files that belong to the version.
    pub attachments: Vec<AttachmentView>,
    /// At the address of a document that is in force: the documents before and after it, where it is one
    /// of several.
    pub beside: Option<BesideView>,
}

/// The documents before and after another, in the order of its section's book.
#[derive(Clone, Debug, Serialize)]
pub struct BesideView {
    /// The document before it, if any.
    pub previous: Option<Link>,
    /// The document after it, if any.
    pub next: Option<Link>,
}

/// How a version is cited.
#[derive(Clone, Debug, Serialize)]
pub struct CitingView {
    /// The citation of the whole version: "Using social media, as on 9 August 2017".
    pub whole: String,
    /// The same with `{place}` where a place of it is named.
    pub pattern: String,
    /// The citation of the first clause or heading, as an example.
    pub example: Option<String>,
    /// The version's own page.
    pub href: String,
    /// Its address, absolute where the site knows its own.
    pub address: String,
    /// The version in the other languages that have it.
    pub languages: Vec<CitedLanguage>,
}

/// A version in another language, where the place that is cited can be read as well.
#[derive(Clone, Debug, Serialize)]
pub struct CitedLanguage {
    /// Its code.
    pub lang: String,
    /// Its name in that language.
    pub name: String,
    /// The version's own page in it.
    pub href: String,
    /// Whether its blocks come in the same order, so that places known by number are the same.
    pub in_step: bool,
    /// The anchors that are another place's there, as a query is written: `d=ch&e=d`, each with the anchor that leads
    /// to its own place, or without one where it has none.
    pub places: String,
}

/// A heading in the list of contents.
#[derive(Clone, Debug, Serialize)]
pub struct ContentsEntry {
    /// Its words.
    pub text: String,
    /// Its anchor, without `#`.
    pub anchor: String,
    /// Its level on the page, 2 or 3.
    pub level: u8,
}

/// What the version bar at the top of a text answers at a glance.
#[derive(Clone, Debug, Serialize)]
pub struct VersionBar {
    /// What the version is on the day of the build.
    pub state: State,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
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
    /// The version before it, whichever languages have it, if any.
    pub previous: Option<VersionLink>,
    /// The version after it, whichever languages have it, if any.
    pub next: Option<VersionLink>,
    /// The comparison with the version before it that has this language.
    pub changes_from_previous: Option<String>,
    /// The version that it is compared with, where that is an earlier one than the version before.
    pub changes_since_earlier: Option<VersionLink>,
    /// Set where the version is another than the one that was published: what was edited.
    pub edited: Option<Edited>,
    /// The comparison of this version with the one in force.
    pub changes_to_current: Option<String>,
    /// The version in force, when it is not this one.
    pub in_force: Option<VersionLink>,
    /// Whether the version in force may have been replaced already.
    pub in_force_is_unsure: bool,
    /// A version that is published and will replace this one, or may have done so.
    pub coming: Option<VersionLink>,
    /// The comparison of this version with that one.
    pub changes_to_coming: Option<String>,
    /// For a version that was replaced: everything that was in force on a day on which it was.
    pub on_that_day: Option<ThatDay>,
    /// The document's own address.
    pub document: String,
    /// The history of the document.
    pub history: String,
    /// The languages side by side.
    pub both_languages: Option<String>,
    /// Set where the text in the page's language does not exist.
    pub stand_in: Option<StandIn>,
    /// Set where the document is withdrawn.
    pub withdrawn: Option<WithdrawnView>,
    /// For a version that was not replaced: set where the document will be withdrawn.
    pub to_be_withdrawn: Option<WithdrawnView>,
    /// Set where the version's text was removed.
    pub removed: Option<RemovedView>,
    /// A language whose text is missing with leave, until a day.
    pub waiver: Option<WaiverView>,
}

/// Everything that was in force on a day.
#[derive(Clone, Debug, Serialize)]
pub struct ThatDay {
    /// The day.
    pub day: DateView,
    /// Where it leads: the day's own page, or where it has none the page that takes a day.
    pub href: String,
}

/// What has changed since an earlier version.
#[derive(Clone, Debug, Serialize)]
pub struct SinceView {
    /// The earlier version.
    pub version: VersionLink,
    /// The comparison of it with the version shown.
    pub comparison: String,
}

/// What was edited of a published version.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Edited {
    /// Its text.
    Text,
    /// The files beside its text.
    Files,
    /// What is stated of it: its dates, its approval, the note on the change.
    Statement,
}

/// What a version is on the day of the build.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It holds.
    InForce,
    /// It holds, unless a version that may hold already has taken its place.
    MayBeReplaced,
    /// It may hold already: its start is not fully known.
    MayHold,
    /// It is published and will hold.
    Coming,
    /// Another version holds in its place.
    Superseded,
    /// A correction of the same version holds in its place.
    Corrected,
    /// The document is withdrawn, and no other version had taken its place by then.
    Withdrawn,
    /// No draft, and not published yet.
    Unpublished,
    /// A draft.
    Draft,
}

/// From when until when a version holds.
#[derive(Clone, Debug, Serialize)]
pub struct TenureView {
    /// The day from which it holds, or what is known of it; for a version that never held, the day on which
    /// it was to take effect.
    pub begin: BeginView,
    /// How that day is spoken of.
    pub tense: Tense,
    /// Days in between on which the document was withdrawn.
    pub gaps: Vec<GapView>,
    /// For a version that holds after such days: since when, without a break.
    pub unbroken_since: Option<BeginView>,
    /// For a version that holds no longer, or whose end is known: when that is.
    pub end: Option<EndView>,
}

/// Days within the time of a version on which the document was withdrawn.
#[derive(Clone, Debug, Serialize)]
pub struct GapView {
    /// The first of them.
    pub from: DateView,
    /// The last.
    pub until: DateView,
}

/// How the day is spoken of from which a version holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tense {
    /// It held, or holds again after days in between on which it did not.
    Past,
    /// It holds.
    Present,
    /// It may hold already.
    Perhaps,
    /// It will hold.
    Future,
    /// It did not come to hold, and will not.
    Never,
}

/// When a version ceased, or will cease, to hold.
#[derive(Clone, Debug, Serialize)]
pub struct EndView {
    /// The last day on which it held, where that is known.
    pub last_day: Option<DateView>,
    /// What is known of the day on which its successor began.
    pub successor_begin: BeginView,
    /// How that day is spoken of; `never` where there is no successor.
    pub successor_tense: Tense,
    /// The successor.
    pub successor: Option<VersionLink>,
}

/// A version of the same document, and the way to it.
#[derive(Clone, Debug, Serialize)]
pub struct VersionLink {
    /// The version's id.
    pub id: String,
    /// What is known of the day from which it holds.
    pub begin: BeginView,
    /// For a correction: the day on which it was published.
    pub corrected_on: Option<DateView>,
    /// Its id, where another version of the document has the same dates.
    pub told_apart_by: Option<String>,
    /// Where it leads.
    pub href: String,
}

/// A text in another language that stands in for one that does not exist.
#[derive(Clone, Debug, Serialize)]
pub struct StandIn {
    /// The code of the language shown.
    pub lang: String,
    /// The name of the language shown, in the page's language where it is known.
    pub name: String,
    /// The newest version that has the page's language, if any.
    pub newest: Option<VersionLink>,
}

/// A document's withdrawal.
#[derive(Clone, Debug, Serialize)]
pub struct WithdrawnView {
    /// The first day on which nothing of it is in force.
    pub on: DateView,
    /// Why.
    pub reason: Option<String>,
    /// The documents that stand in its place.
    pub replacements: Vec<Link>,
}

/// The removal of a version's text.
#[derive(Clone, Debug, Serialize)]
pub struct RemovedView {
    /// When; nothing while the day that is stated is still to come, since the text is left out already.
    pub on: Option<DateView>,
    /// Why.
    pub reason: Option<String>,
}

/// Leave for a text to be missing.
#[derive(Clone, Debug, Serialize)]
pub struct WaiverView {
    /// The code of the language that may be missing.
    pub lang: String,
    /// Its name in the page's language where it is known.
    pub name: String,
    /// Until when.
    pub until: DateView,
    /// Why.
    pub reason: Option<String>,
}

/// Facts about a version.
#[derive(Clone, Debug, Serialize)]
pub struct VersionFacts {
    /// From when it could be read.
    pub published_on: Option<DateView>,
    /// A case or request number.
    pub reference: Option<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When it was approved.
    pub approved_on: Option<DateView>,
    /// The approval's own reference.
    pub approval_reference: Option<String>,
    /// What its author says changed.
    pub note: Option<String>,
    /// Whether its author calls the change editorial.
    pub editorial: bool,
    /// By when it is to be reviewed.
    pub review_by: Option<DateView>,
    /// Whether it is in force and that day has passed.
    pub review_is_past: bool,
    /// Who is responsible for the document.
    pub owner: Option<String>,
    /// Whom to ask about it.
    pub contact: Option<String>,
    /// What kind of document it is.
    pub category: Option<String>,
    /// The documents whose place it took.
    pub replaces: Vec<Link>,
    /// The version's fingerprint, in hexadecimal.
    pub fingerprint: String,
    /// Where the version will always be; nothing while readers cannot see it.
    pub permanent: Option<PermanentAddress>,
}

/// Where a version will always be.
#[derive(Clone, Debug, Serialize)]
pub struct PermanentAddress {
    /// The link to it.
    pub href: String,
    /// The address in words, absolute where the site knows its own.
    pub address: String,
}

/// A file that belongs to a version.
#[derive(Clone, Debug, Serialize)]
pub struct AttachmentView {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub href: String,
    /// Its language, where it has one.
    pub lang: Option<String>,
    /// Its size in bytes.
    pub bytes: u64,
    /// Its size in words: "12 KB".
    pub size: String,
}

/// A page without versions.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// What every page has.
    pub frame: Frame,
    /// The language that the text is in.
    pub text_lang: String,
    /// The text, as HTML, its heading included.
    pub article: String,
    /// Set where the text in the page's language does not exist.
    pub stand_in: Option<StandIn>,
}

/// Every language of a version side by side.
#[derive(Clone, Debug, Serialize)]
pub struct BothLanguagesView {
    /// What every page has.
    pub frame: Frame,
    /// The document's id.
    pub document: String,
    /// The version's id.
    pub version: String,
    /// Which version this is.
    pub bar: VersionBar,
    /// The languages, in the order of the cells.
    pub columns: Vec<Column>,
    /// The rows, each with one cell a column.
    pub rows: Vec<Row>,
}

/// A language of the side-by-side page.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its code.
    pub lang: String,
    /// Its name in that language.
    pub name: String,
    /// The version in that language alone.
    pub href: String,
}

/// Blocks that say the same in each language.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// One language's block, or nothing where it lacks one.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// The language's code.
    pub lang: String,
    /// The block as HTML; empty where this language lacks it.
    pub html: String,
}

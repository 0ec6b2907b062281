//! What a draft changes, and what it still lacks.

use serde::Serialize;

use super::{CountsView, FileChangeView, SummaryLine, VersionLink};

/// The panel on a draft's page.
#[derive(Clone, Debug, Serialize)]
pub struct DraftPanel {
    /// The version that the draft is compared with: the one in force, where there is one.
    pub base: Option<VersionLink>,
    /// The comparison with that version.
    pub comparison: Option<String>,
    /// How much changed, and what; nothing where there is nothing to compare with.
    pub changes: Option<ChangesOfDraft>,
    /// The files that came, went or changed.
    pub files: Vec<FileChangeView>,
    /// The version that the draft was made from, where another came after it, whose changes the draft lacks.
    pub outdated_base: Option<VersionLink>,
    /// The id of the version that the draft is said to be made from, where there is none of that id.
    pub unknown_base: Option<String>,
    /// The languages in which no note says what changes.
    pub lacks_note: Vec<LanguageName>,
    /// The languages in which the draft has no text.
    pub lacks_text: Vec<LanguageName>,
    /// The draft held against its text in each other language.
    pub parity: Vec<ParityView>,
}

/// How much a draft changes, and what.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesOfDraft {
    /// How much changed.
    pub counts: CountsView,
    /// One line a group of changes; the ids in it are those of the comparison's page.
    pub summary: Vec<SummaryLine>,
}

/// A language by its name for readers of the page.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct LanguageName {
    /// Its code.
    pub lang: String,
    /// Its name.
    pub name: String,
}

/// How a text and its counterpart in another language differ.
#[derive(Clone, Debug, Serialize)]
pub struct ParityView {
    /// The other language.
    pub other: LanguageName,
    /// What differs, in the order of the text.
    pub differences: Vec<DifferenceView>,
}

/// One difference between two languages.
#[derive(Clone, Debug, Serialize)]
pub struct DifferenceView {
    /// The key of the string that says what differs: `parity-date`.
    pub key: String,
    /// The words in the page's text; nothing where it lacks them.
    pub here: Option<String>,
    /// The words in the other language's text; nothing where it lacks them.
    pub there: Option<String>,
    /// The place in the page's text, or where the words would be looked for: an id without `#`.
    pub anchor: String,
    /// The place in the other language's text.
    pub there_href: String,
}

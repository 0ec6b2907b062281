//! The page of a comparison.

use serde::Serialize;

use super::{Cell, CountsView, Frame, State, VersionLink, WithdrawnView};

/// The changes from one version to another in one language.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonView {
    /// What every page has.
    pub frame: Frame,
    /// The document's id.
    pub document: String,
    /// The document's title in the newer version.
    pub document_title: String,
    /// The document as it is in force.
    pub document_href: String,
    /// The history of the document.
    pub history: String,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
    /// The older version.
    pub from: VersionLink,
    /// The newer version.
    pub to: VersionLink,
    /// What the newer version is on the day of the build.
    pub to_state: State,
    /// Whether the newer version is the one in force, whichever that is (`…/current/`).
    pub to_current: bool,
    /// Whether the version in force may have been replaced already.
    pub in_force_is_unsure: bool,
    /// Whether nothing of the document is in force: it is withdrawn, or all of it is still to come.
    pub none_in_force: bool,
    /// The comparison of the versions before, where there is one.
    pub earlier: Option<String>,
    /// The comparison of the versions after, where there is one.
    pub later: Option<String>,
    /// The same comparison in every language, side by side, where there is such a page.
    pub both_languages: Option<String>,
    /// What the author of the newer version says changed.
    pub note: Option<String>,
    /// For a correction of some of the languages: those, by name.
    pub corrected_in: Vec<String>,
    /// For a correction that adds languages and says the same in the others, a translation that came later: those that
    /// it adds, by name.
    pub translated_into: Vec<String>,
    /// Whether that author calls the change editorial.
    pub editorial: bool,
    /// Set where the document is withdrawn.
    pub withdrawn: Option<WithdrawnView>,
    /// How much changed.
    pub counts: CountsView,
    /// The summary: one line a group of changes, each with links to them.
    pub summary: Vec<SummaryLine>,
    /// The files of the versions that came, went or changed.
    pub files: Vec<FileChangeView>,
    /// What a reader should know beside the changes.
    pub notes: Vec<NoteView>,
    /// The article's inside, as HTML with its marks.
    pub article: String,
    /// Whether this comparison had to be shown as whole blocks before and after.
    pub fallback: bool,
}

/// The same comparison in every language that has it, side by side.
#[derive(Clone, Debug, Serialize)]
pub struct ComparisonLanguagesView {
    /// What every page has.
    pub frame: Frame,
    /// The document's title in the newer version.
    pub document_title: String,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
    /// The older version.
    pub from: VersionLink,
    /// The newer version.
    pub to: VersionLink,
    /// What the newer version is on the day of the build.
    pub to_state: State,
    /// Set where the document is withdrawn.
    pub withdrawn: Option<WithdrawnView>,
    /// The comparison in the page's language alone.
    pub comparison: String,
    /// The languages, in the order of the cells.
    pub columns: Vec<ComparedColumn>,
    /// The files that came, went or changed, in whichever language.
    pub files: Vec<FileChangeView>,
    /// The rows, each with one cell a column.
    pub rows: Vec<ComparedRow>,
}

/// A language of comparisons that stand side by side.
#[derive(Clone, Debug, Serialize)]
pub struct ComparedColumn {
    /// Its code.
    pub lang: String,
    /// Its name in that language.
    pub name: String,
    /// The comparison in that language alone.
    pub href: String,
    /// How much changed.
    pub counts: CountsView,
}

/// What says the same in each language, with its changes.
#[derive(Clone, Debug, Serialize)]
pub struct ComparedRow {
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Whether some of the languages changed here, and not all.
    pub uneven: bool,
}

/// What a reader should know beside the changes, in the page's language.
#[derive(Clone, Debug, Serialize)]
pub struct NoteView {
    /// What it is: `count-mismatch`, `stale-reference`, `removed-target`, `typography`, `composition`, `displaced`, `other-footnote`, `coarse`.
    pub code: &'static str,
    /// What it says.
    pub text: String,
    /// The place that it speaks of, without `#`, where the page has one.
    pub anchor: Option<String>,
}

/// A file that differs between two versions.
#[derive(Clone, Debug, Serialize)]
pub struct FileChangeView {
    /// What happened to it: `added`, `removed`, `changed`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its language, where it has one.
    pub lang: Option<String>,
    /// The file of the older version.
    pub old: Option<FileView>,
    /// The file of the newer version.
    pub new: Option<FileView>,
}

/// A file of one of two versions.
#[derive(Clone, Debug, Serialize)]
pub struct FileView {
    /// Where it is; nothing where the page cannot lead there.
    pub href: Option<String>,
    /// Its size in words: "12 KB".
    pub size: String,
}

/// One line of a comparison's summary.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryLine {
    /// The string's key: `summary-added`, `summary-heading`…
    pub key: String,
    /// How many changes it stands for.
    pub count: usize,
    /// Names or short excerpts of what it stands for, each with the id of its change; of sections that came or went
    /// whole their headings.
    pub items: Vec<SummaryItem>,
}

/// One thing in a line of a summary.
#[derive(Clone, Debug, Serialize)]
pub struct SummaryItem {
    /// The id of the change on the page: `change-3`.
    pub id: String,
    /// What it is called: a heading, the first words of an item; before and after where both count.
    pub text: String,
    /// For a change of words in a heading: what it said.
    pub before: Option<String>,
    /// For a change of words in a heading: what it says.
    pub after: Option<String>,
    /// Flags: `duty`, `number`, `date`, `money`; of a section those of all that it holds.
    pub flags: Vec<String>,
    /// Of a section that came or went whole, what came or went under its heading.
    pub within: Vec<SummaryItem>,
}

/// A comparison in one file that travels alone.
#[derive(Clone, Debug, Serialize)]
pub struct CirculatedView {
    /// The language of the words around the text.
    pub lang: String,
    /// Its writing direction, `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language of the text.
    pub text_lang: String,
    /// The newer text's title.
    pub title: String,
    /// What the older text is called: a file, or the date of a version.
    pub from: String,
    /// What the newer text is called.
    pub to: String,
    /// The older version's id, or its file.
    pub from_id: String,
    /// The newer version's id, or its file.
    pub to_id: String,
    /// How much changed.
    pub counts: CountsView,
    /// The summary: one line a group of changes, each with links to them.
    pub summary: Vec<SummaryLine>,
    /// The files of the versions that came, went or changed.
    pub files: Vec<FileChangeView>,
    /// What a reader should know beside the changes.
    pub notes: Vec<NoteView>,
    /// Whether this comparison had to be shown as whole blocks before and after.
    pub fallback: bool,
    /// The article's inside, as HTML with its marks.
    pub article: String,
    /// The stylesheet, whole.
    pub style: String,
}

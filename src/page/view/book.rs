//! A section in force, on one page.

use serde::Serialize;

use super::{BeginView, DateView, Frame, State};

/// A section as a book: every document of it that is in force is a chapter.
#[derive(Clone, Debug, Serialize)]
pub struct BookView {
    /// What every page has.
    pub frame: Frame,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
    /// The chapters, in the order of the section's page; those of the sections in it after its own.
    pub chapters: Vec<ChapterView>,
}

/// A document in force, as a chapter of a book.
#[derive(Clone, Debug, Serialize)]
pub struct ChapterView {
    /// Its id on the page.
    pub id: String,
    /// The title of the section that it lies in, for the first chapter of a section within the book's.
    pub part: Option<String>,
    /// Its title.
    pub title: String,
    /// The document's id.
    pub document: String,
    /// The version's id.
    pub version: String,
    /// The language of title and text, where another stands in for the page's.
    pub text_lang: Option<String>,
    /// The text as HTML, its headings one level lower than on a page of its own; nothing where the text
    /// was removed.
    pub article: Option<String>,
    /// What the version is on the day of the build.
    pub state: State,
    /// Since when the version holds.
    pub begin: BeginView,
    /// For a correction: the day on which it was published.
    pub corrected_on: Option<DateView>,
    /// A case or request number.
    pub reference: Option<String>,
    /// The version's fingerprint, in hexadecimal.
    pub fingerprint: String,
    /// The version's own page.
    pub href: String,
    /// The address of the version's own page, absolute where the site knows its own.
    pub permanent: String,
}

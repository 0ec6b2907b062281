//! Pages that help to find: search, its results, and the list of all documents.

use serde::Serialize;

use super::{DateView, Frame, State, TenureView};

/// The page on which readers search.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    /// What every page has.
    pub frame: Frame,
    /// The folder of the search engine.
    pub engine: String,
    /// The folder of the language's indexes.
    pub indexes: String,
    /// Whether what was in force can be searched too.
    pub history: bool,
}

/// A result of a search.
#[derive(Clone, Debug, Serialize)]
pub struct ResultView {
    /// Where it leads.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The titles of the sections that it lies in, outermost first.
    pub sections: Vec<String>,
    /// What kind of document it is.
    pub category: Option<String>,
    /// For a version: since when it holds, or when it did.
    pub standing: Option<StandingView>,
}

/// What a version is on the day of the build, and from when until when it holds.
#[derive(Clone, Debug, Serialize)]
pub struct StandingView {
    /// What it is.
    pub state: State,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
    /// From when until when it holds.
    pub tenure: TenureView,
    /// For a correction: the day on which it was published.
    pub corrected_on: Option<DateView>,
}

/// Every document in the order of the language's alphabet.
#[derive(Clone, Debug, Serialize)]
pub struct AToZView {
    /// What every page has.
    pub frame: Frame,
    /// The letters of the alphabet in its order, with those that no document begins with.
    pub letters: Vec<LetterView>,
}

/// A letter and the documents that begin with it.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView {
    /// The letter, as a heading has it: `Ll`.
    pub letter: String,
    /// Its anchor.
    pub anchor: String,
    /// Its documents in their order.
    pub documents: Vec<AToZEntry>,
}

/// A document in the list of all.
#[derive(Clone, Debug, Serialize)]
pub struct AToZEntry {
    /// Its title.
    pub title: String,
    /// The language of the title, where it is another than the page's.
    pub title_lang: Option<String>,
    /// The name of that language, for readers of the page's.
    pub title_language: Option<String>,
    /// Where it leads.
    pub href: String,
    /// The title of its section.
    pub section: String,
    /// What it is on the day of the build.
    pub state: State,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
}

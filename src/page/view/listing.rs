//! Pages that lead to others: home, sections, the chooser of languages, redirects, the page for
//! what is not there.

use serde::Serialize;

use super::{
    BeginView, ChangeItem, Frame, LanguageLink, StandIn, State, VersionLink, WithdrawnView,
};

/// The home page of a language.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page has.
    pub frame: Frame,
    /// The site's own text, which lies directly in the content's folder.
    pub landing: Option<LandingView>,
    /// The top sections with their documents.
    pub sections: Vec<SectionSummary>,
    /// What changed lately, newest first.
    pub recent: Vec<ChangeItem>,
}

/// What stands on a section's own page, or on the home page, above what is in it.
#[derive(Clone, Debug, Serialize)]
pub struct LandingView {
    /// The text as HTML, without its heading where that says what the page's does.
    pub html: String,
    /// Its language, where it is another than the page's.
    pub lang: Option<String>,
    /// Set where the text stands in for one that the page's language lacks.
    pub stand_in: Option<StandIn>,
}

/// A section in a list of sections.
#[derive(Clone, Debug, Serialize)]
pub struct SectionSummary {
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// The summary of its landing text.
    pub summary: Option<String>,
    /// Whether its rules are `current` rather than `in force`.
    pub guidance: bool,
    /// Its documents in their order.
    pub documents: Vec<DocumentSummary>,
    /// The sections in it.
    pub sections: Vec<SectionWithin>,
    /// How many documents it has, with those of the sections in it.
    pub document_count: usize,
}

/// A section within a section in a list of sections.
#[derive(Clone, Debug, Serialize)]
pub struct SectionWithin {
    /// Its title.
    pub title: String,
    /// Where it leads.
    pub href: String,
    /// How many documents it has, with those of the sections in it.
    pub document_count: usize,
}

/// A document in a list of documents.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentSummary {
    /// Its title in force.
    pub title: String,
    /// The language of title and summary, where it is another than the page's.
    pub title_lang: Option<String>,
    /// The name of that language, for readers of the page's.
    pub title_language: Option<String>,
    /// Where it leads.
    pub href: String,
    /// The text's summary.
    pub summary: Option<String>,
    /// What it is on the day of the build.
    pub state: State,
    /// What is known of the day from which the version shown holds.
    pub begin: BeginView,
    /// A version that is published and will replace the one shown, or may have done so.
    pub coming: Option<VersionLink>,
    /// Set where the document is withdrawn.
    pub withdrawn: Option<WithdrawnView>,
    /// What kind of document it is.
    pub category: Option<String>,
}

/// A section's page.
#[derive(Clone, Debug, Serialize)]
pub struct SectionView {
    /// What every page has.
    pub frame: Frame,
    /// Whether the section's rules are `current` rather than `in force`.
    pub guidance: bool,
    /// The section's own text.
    pub landing: Option<LandingView>,
    /// The sections in it.
    pub sections: Vec<SectionSummary>,
    /// Its documents in their order.
    pub documents: Vec<DocumentSummary>,
    /// All that is in force in it, on one page; nothing where nothing is.
    pub book: Option<String>,
}

/// The page at the root: every language's title and the way to it.
#[derive(Clone, Debug, Serialize)]
pub struct ChooserView {
    /// The languages, in display order.
    pub languages: Vec<ChooserLanguage>,
    /// Absolute canonical address, where the site knows its own.
    pub canonical: Option<String>,
    /// Whether search engines should leave the page out.
    pub noindex: bool,
    /// The site's root, relative to this page.
    pub root: String,
}

/// A language in the chooser.
#[derive(Clone, Debug, Serialize)]
pub struct ChooserLanguage {
    /// Its code.
    pub lang: String,
    /// Its name in that language.
    pub name: String,
    /// The title of the site, or of the document, in that language.
    pub title: String,
    /// The language of the title, where the document has no text in that one.
    pub title_lang: Option<String>,
    /// Its home page.
    pub href: String,
    /// Its home page as an absolute address, where the site knows its own.
    pub absolute: Option<String>,
}

/// `/id/…`: a document in every language.
#[derive(Clone, Debug, Serialize)]
pub struct IdView {
    /// The document's id.
    pub document: String,
    /// The document in each language.
    pub languages: Vec<ChooserLanguage>,
    /// The site's root, relative to this page.
    pub root: String,
}

/// The page at an address that led elsewhere once.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// The page's language.
    pub lang: String,
    /// Where it is now.
    pub href: String,
    /// Where it is now, absolute, where the site knows its own address.
    pub absolute: Option<String>,
    /// The site's root, relative to this page.
    pub root: String,
}

/// The page for what is not there, in every language at once.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// The home pages.
    pub languages: Vec<LanguageLink>,
    /// The site's root: its path on the server, since this page is served at any address.
    pub root: String,
}

//! A page as it is made, and where the trees of its texts come from.

use super::view;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::markdown::tree::Tree;
use crate::model::Text;
use crate::source::Source;

/// One page: where it is, and what it shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its address from the site's root: `en/policy/leave/`.
    pub address: String,
    /// Its language.
    pub language: LanguageCode,
    /// What it shows.
    pub view: View,
    /// Whether the sitemap lists it.
    pub in_sitemap: bool,
}

/// What a page shows, by its kind.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "each is described where it is defined")]
pub enum View {
    Chooser(view::ChooserView),
    Home(view::HomeView),
    Section(view::SectionView),
    Book(Box<view::BookView>),
    Text(Box<view::TextView>),
    Page(view::PageView),
    BothLanguages(Box<view::BothLanguagesView>),
    ComparisonLanguages(Box<view::ComparisonLanguagesView>),
    History(view::HistoryView),
    Comparison(Box<view::ComparisonView>),
    Changes(view::ChangesView),
    OnADate(view::OnADateView),
    AToZ(view::AToZView),
    Search(view::SearchView),
    Id(view::IdView),
    Redirect(view::RedirectView),
    NotFound(view::NotFoundView),
}

impl View {
    /// The template that shows it.
    pub fn template(&self) -> &'static str {
        match self {
            View::Chooser(_) => "chooser.html",
            View::Home(_) => "home.html",
            View::Section(_) => "section.html",
            View::Book(_) => "book.html",
            View::Text(_) => "text.html",
            View::Page(_) => "page.html",
            View::BothLanguages(_) => "both-languages.html",
            View::ComparisonLanguages(_) => "comparison-languages.html",
            View::History(_) => "history.html",
            View::Comparison(_) => "comparison.html",
            View::Changes(_) => "changes.html",
            View::OnADate(_) => "on-a-date.html",
            View::AToZ(_) => "a-z.html",
            View::Search(_) => "search.html",
            View::Id(_) => "id.html",
            View::Redirect(_) => "redirect.html",
            View::NotFound(_) => "404.html",
        }
    }
}

/// Where the trees of texts come from when their pages are made: kept, or read anew.
pub trait Trees: Sync {
    /// The tree of a text.
    ///
    /// # Errors
    /// When the file can no longer be read as it was when its facts were.
    fn tree(&self, text: &Text) -> Result<Tree, Box<Diagnostic>>;

    /// The tree of a text that will be asked for once more.
    ///
    /// # Errors
    /// As [`Trees::tree`].
    fn tree_for_now(&self, text: &Text) -> Result<Tree, Box<Diagnostic>> {
        self.tree(text)
    }

    /// The file of a text, for who must say where something is in it.
    ///
    /// # Errors
    /// When the file can no longer be read.
    fn source(&self, text: &Text) -> Result<Source, Box<Diagnostic>>;
}

//! What each kind of page shows, as data: the one thing that the theme's templates see.
//!
//! Every address (`href`) is relative to its page unless it says otherwise. Every date comes as
//! machine-readable and in words. Nothing here is a sentence: the wording is the theme's, from its
//! strings, so that no language is put together from another one's slots.

mod book;
mod comparison;
mod draft;
mod history;
mod listing;
mod on_a_date;
mod search;
mod text;
mod timeline;

pub use book::*;
pub use comparison::*;
pub use draft::*;
pub use history::*;
pub use listing::*;
pub use on_a_date::*;
pub use search::*;
pub use text::*;
pub use timeline::*;

use serde::Serialize;

/// What every page has around its own part.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The code of the page's language: its `<html lang>`.
    pub lang: String,
    /// Writing direction, `ltr` or `rtl`.
    pub dir: &'static str,
    /// The site's title.
    pub site_title: String,
    /// The publishing organisation's name.
    pub organisation: Option<String>,
    /// The picture beside the site's title, where the site has one.
    pub logo: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// The page's own title, without the site's.
    pub title: String,
    /// The language of that title, where it is another than the page's.
    pub title_lang: Option<String>,
    /// A sentence for search engines and previews.
    pub description: Option<String>,
    /// The site's root, relative to this page: `../../`, or `./`.
    pub root: String,
    /// The home page in this language.
    pub home: String,
    /// The site-wide changes in this language.
    pub changes: String,
    /// The page that takes a day and shows what was in force on it.
    pub on_a_date: String,
    /// The list of all documents in this language.
    pub a_z: String,
    /// The search page in this language, where the site has one.
    pub search: Option<String>,
    /// The Atom feed in this language, where the site has one.
    pub feed: Option<String>,
    /// The Atom feed of the section or document that the page is about, titled as that is.
    pub own_feed: Option<Link>,
    /// Absolute canonical address, where the page has one.
    pub canonical: Option<String>,
    /// The page's own address, absolute where the site knows its own.
    pub address: String,
    /// Absolute addresses of the same page in each language that has it.
    pub alternates: Vec<Alternate>,
    /// The same page in every language of the site, this one included, in display order.
    pub languages: Vec<LanguageLink>,
    /// Whether search engines should leave the page out.
    pub noindex: bool,
    /// The sections at the top of the site and the pages beside them.
    pub navigation: Vec<NavigationItem>,
    /// The pages between the home page and this one, from the top down.
    pub breadcrumbs: Vec<Link>,
    /// An address of e-mail with document, version and place filled in (`mailto:…`).
    pub feedback: Option<String>,
    /// What the page shows that is not published: `draft`, `unpublished`.
    pub unpublished: Option<State>,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub title: String,
    /// The language of the words, where it is another than the page's.
    pub title_lang: Option<String>,
    /// Where it leads.
    pub href: String,
}

/// The absolute address of a page in a language, for `<link rel="alternate">`.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// The language's code.
    pub lang: String,
    /// Absolute address.
    pub href: String,
}

/// The way to the same page in a language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageLink {
    /// The language's code.
    pub lang: String,
    /// Its name in that language: `Cymraeg`.
    pub name: String,
    /// Where it leads.
    pub href: String,
    /// Whether it is this page's own language.
    pub current: bool,
}

/// An entry of the site's main navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavigationItem {
    /// The words.
    pub title: String,
    /// The language of the words, where it is another than the page's.
    pub title_lang: Option<String>,
    /// Where it leads.
    pub href: String,
    /// Whether this page lies in it.
    pub current: bool,
    /// Whether it is a page (such as a contact page) rather than a section of documents.
    pub page: bool,
}

/// A day.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct DateView {
    /// `2020-01-31`.
    pub iso: String,
    /// In words of the page's language: "31 January 2020".
    pub text: String,
}

/// What is known of the day on which something began.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BeginView {
    /// The day is known.
    On {
        /// That day.
        date: DateView,
    },
    /// It had begun by then; when is not known.
    By {
        /// The last day on which it can have begun.
        date: DateView,
    },
    /// It began on one of the days from `after` to `by`, both included.
    Between {
        /// The first day on which it can have begun.
        after: DateView,
        /// The last one.
        by: DateView,
        /// Where they are all the days of a month or of a year: its name.
        period: Option<DateView>,
    },
    /// A draft: not decided.
    Undecided,
}

//! The parts of a site that have addresses of their own.

use std::collections::HashMap;

/// A part of the site that has an address of its own. Numbers are indices into the site's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The home page of a language.
    Home,
    /// What changed on the whole site.
    Changes,
    /// The site on a day, with the days that have pages of their own.
    OnADate,
    /// The list of all documents, from A to Z.
    AToZ,
    /// The search page.
    Search,
    /// A section.
    Section(usize),
    /// A page.
    Page(usize),
    /// A document, with all that lies below its address.
    Document(usize),
    /// A former address of a document, with all that lay below it.
    Former(usize),
    /// A document in every language.
    Id(usize),
    /// A file that is copied as it is.
    StaticFile(usize),
}

/// The parts of a site by their addresses, without `/` at the end, each with the number of its language.
pub(super) type AddressIndex = HashMap<String, (Part, usize)>;

//! What search finds: one record for each text that readers may look for, with what a result shows
//! of it; and the page on which they look.

use jiff::civil::Date;

use super::aligned::Texts;
use super::context::{Context, Viewpoint, state};
use super::frame::About;
use super::made::{Page, View};
use super::view::{ResultView, SearchView, StandingView};
use crate::config::{ByLanguage, SearchRule};
use crate::diagnostic::Diagnostic;
use crate::language::{LanguageCode, words::fixed};
use crate::markdown::tree::{BlockKind, Tree};
use crate::model::{Document, Site, Standing, Text};

/// Which of the indexes of a language a text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchIndex {
    /// What is in force, documents of which nothing is yet, and the pages without versions.
    InForce,
    /// Versions that hold no longer, and those that will take the place of one in force.
    History,
}

/// A text for search.
#[derive(Clone, Debug)]
pub struct SearchRecord {
    /// Its language.
    pub language: LanguageCode,
    /// The index that it is in.
    pub index: SearchIndex,
    /// Its address from the site's root.
    pub address: String,
    /// Its title.
    pub title: String,
    /// What a result shows of it; addresses are relative to the search page of its language.
    pub result: ResultView,
    /// What it says, in order.
    pub parts: Vec<SearchPart>,
}

/// A block of a text, for search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchPart {
    /// The words of the block itself.
    pub words: String,
    /// Whether they are a heading, and the heading's anchor.
    pub heading: Option<String>,
}

impl SearchPart {
    /// How many words it has.
    pub fn count_words(&self) -> usize {
        self.words.split_whitespace().count()
    }
}

/// The index that a version is in; none where readers cannot read it yet.
fn index_of(document: &Document, at: usize, on: Date) -> Option<SearchIndex> {
    match document.standing(at, on) {
        Standing::InForce | Standing::MayBeReplaced => Some(SearchIndex::InForce),
        Standing::Superseded | Standing::Corrected | Standing::Withdrawn => {
            Some(SearchIndex::History)
        }
        Standing::MayHold | Standing::Coming => {
            let is_first = document.in_force(on).is_none() && document.coming(on) == Some(at);
            Some(if is_first {
                SearchIndex::InForce
            } else {
                SearchIndex::History
            })
        }
        Standing::Unpublished | Standing::Draft => None,
    }
}

/// The records of a version, one for each language that it has; none for what readers cannot read yet.
pub(super) fn version_records(
    context: Context<'_>,
    document: &Document,
    at: usize,
    texts: &Texts,
) -> Vec<SearchRecord> {
    let site = context.site;
    let index = index_of(document, at, site.on()).filter(|&index| site.has_search_index(index));
    let Some(index) = index else {
        return Vec::new();
    };
    let record = |(language, tree): (&LanguageCode, &Tree)| {
        let version = &document.versions[at];
        let title = version.text(language)?.title.clone();
        let address = match index {
            SearchIndex::InForce if document.shown(site.on()) == Some(at) => {
                site.document_address(document, language)
            }
            _ => site.version_address(document, version, language),
        };
        let own = site.search_address(language);
        let view = viewpoint(site, language, &own);
        let result = ResultView {
            href: view.href(&address),
            title: title.clone(),
            sections: view.sections(document.section),
            category: view.stated(document.config.category.as_ref()),
            standing: Some(StandingView {
                state: state(document.standing(at, site.on())),
                guidance: view.is_guidance(document),
                tenure: view.tenure(document, at),
                corrected_on: view.corrected_on(version),
            }),
        };
        Some(SearchRecord {
            language: language.clone(),
            index,
            address,
            title,
            result,
            parts: parts(tree),
        })
    };
    texts.iter().filter_map(record).collect()
}

/// A text without versions.
struct Unversioned<'a> {
    text: &'a Text,
    language: &'a LanguageCode,
    /// What it is called where that is not the text's own title.
    title: Option<&'a String>,
    /// The section that it is in.
    section: usize,
    addresses: &'a ByLanguage<String>,
}

/// The texts without versions: those of pages, and of sections that have one.
fn unversioned(site: &Site) -> impl Iterator<Item = Unversioned<'_>> {
    let pages = site.pages.iter().flat_map(|page| {
        page.texts.iter().map(|(language, text)| Unversioned {
            text,
            language,
            title: None,
            section: page.section,
            addresses: &page.addresses,
        })
    });
    let sections = site.sections.iter().enumerate().skip(1);
    let sections = sections.flat_map(|(at, section)| {
        let texts = section.landing.iter();
        texts.map(move |(language, text)| Unversioned {
            text,
            language,
            title: section.titles.get(language),
            section: section.parent.unwrap_or(at),
            addresses: &section.addresses,
        })
    });
    pages.chain(sections)
}

/// The records of what has no versions: pages, and sections that have a text.
///
/// # Errors
/// The texts that can no longer be read.
pub fn page_records(context: Context<'_>) -> Result<Vec<SearchRecord>, Vec<Diagnostic>> {
    let site = context.site;
    let mut records = Vec::new();
    let mut faults = Vec::new();
    if !site.has_search_index(SearchIndex::InForce) {
        return Ok(records);
    }
    for found in unversioned(site) {
        match context.trees.tree(found.text) {
            Ok(tree) => records.push(page_record(site, &found, &tree)),
            Err(fault) => faults.push(*fault),
        }
    }
    if faults.is_empty() {
        Ok(records)
    } else {
        Err(faults)
    }
}

fn page_record(site: &Site, found: &Unversioned<'_>, tree: &Tree) -> SearchRecord {
    let language = found.language;
    let address = found.addresses.get(language).cloned().unwrap_or_default();
    let title = found.title.unwrap_or(&found.text.title).clone();
    let own = site.search_address(language);
    let view = viewpoint(site, language, &own);
    SearchRecord {
        language: language.clone(),
        index: SearchIndex::InForce,
        result: ResultView {
            href: view.href(&address),
            title: title.clone(),
            sections: view.sections(found.section),
            category: None,
            standing: None,
        },
        address,
        title,
        parts: parts(tree),
    }
}

fn viewpoint<'a>(site: &'a Site, language: &'a LanguageCode, address: &'a str) -> Viewpoint<'a> {
    Viewpoint {
        site,
        language,
        address,
    }
}

impl Viewpoint<'_> {
    /// The titles of a section and of those above it, outermost first.
    fn sections(&self, section: usize) -> Vec<String> {
        let above = self.site.sections_above(section).into_iter();
        above.map(|at| self.section(at).title).collect()
    }
}

fn parts(tree: &Tree) -> Vec<SearchPart> {
    let mut parts = Vec::new();
    tree.walk(&mut |block| {
        let words = block.own_text();
        if !words.trim().is_empty() {
            let is_heading = matches!(block.kind, BlockKind::Heading { .. });
            let anchor = block.anchor.clone().filter(|_| is_heading);
            parts.push(SearchPart {
                words,
                heading: anchor,
            });
        }
    });
    parts
}

impl Site {
    /// Whether the site has an index of this kind.
    fn has_search_index(&self, index: SearchIndex) -> bool {
        match (self.config.search, index) {
            (SearchRule::Off, _) | (SearchRule::InForce, SearchIndex::History) => false,
            (SearchRule::InForce | SearchRule::History, _) => true,
        }
    }
}

/// The page on which readers search; none where the site has no search.
pub(super) fn search_page(context: Context<'_>, language: &LanguageCode) -> Option<Page> {
    let site = context.site;
    if site.config.search == SearchRule::Off {
        return None;
    }
    let address = |language: &LanguageCode| site.search_address(language);
    let own = address(language);
    let view = viewpoint(site, language, &own);
    let title = context.wording.text(language, "search-title", &[]);
    Some(Page {
        in_sitemap: false,
        view: View::Search(SearchView {
            frame: view.frame(About {
                noindex: true,
                ..About::whole_site(title, &address)
            }),
            engine: view.href(&format!("{}/", fixed::PAGEFIND)),
            indexes: view.href(&format!("{}/{language}/", fixed::PAGEFIND)),
            history: site.has_search_index(SearchIndex::History),
        }),
        address: own.clone(),
        language: language.clone(),
    })
}

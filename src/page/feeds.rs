//! The feeds: what changed on the whole site, in a section, in a document; each in every language.

use std::collections::BTreeMap;

use super::context::Viewpoint;
use super::site_changes::{SiteCounts, item};
use super::view::{ChangeItem, Link};
use crate::language::LanguageCode;
use crate::model::{Document, DocumentPlace, Event, Site, SitePlace};

/// How many changes a feed has at most.
const IN_FEED: usize = 50;

/// The newest changes of something in a language; links are relative to the site's root.
#[derive(Clone, Debug)]
pub struct Feed {
    /// Its address from the site's root.
    pub address: String,
    /// Its language.
    pub language: LanguageCode,
    /// The title of what changes: the site, a section or a document.
    pub subject: String,
    /// The page that the feed goes with, from the site's root.
    pub page: String,
    /// The site's title.
    pub site_title: String,
    /// Newest first, each with its own address from the site's root.
    pub items: Vec<(String, ChangeItem)>,
}

/// What a feed tells the changes of. Numbers are indices into the site's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scope {
    Site,
    Section(usize),
    Document(usize),
}

impl Scope {
    /// Whether an event belongs to it.
    pub fn has(self, site: &Site, event: &Event) -> bool {
        match self {
            Scope::Site => true,
            Scope::Section(at) => sections_of(site, event).contains(&at),
            Scope::Document(at) => event.document == at,
        }
    }

    /// The address of its feed, the page that it goes with, and its title, from the root.
    fn about(self, root: Viewpoint<'_>) -> (String, Link) {
        let (site, language) = (root.site, root.language);
        match self {
            Scope::Site => (
                site.feed_address(language),
                Link {
                    title: root.stated(Some(&site.config.title)).unwrap_or_default(),
                    title_lang: None,
                    href: site.home_address(language),
                },
            ),
            Scope::Section(at) => (
                site.section_feed_address(&site.sections[at], language),
                Link {
                    href: site.section_address(&site.sections[at], language),
                    ..root.section(at)
                },
            ),
            Scope::Document(at) => {
                let document = &site.documents[at];
                let page = Link {
                    href: site.history_address(document, language),
                    ..root.document(document)
                };
                (site.document_feed_address(document, language), page)
            }
        }
    }
}

/// The sections that an event lies in, the content folder itself apart.
fn sections_of(site: &Site, event: &Event) -> Vec<usize> {
    site.sections_above(site.documents[event.document].section)
}

/// Every feed of a language, one after the other, so that not all of them are held at once. `events`
/// are all there are, newest first.
pub(super) fn each_feed(
    site: &Site,
    language: &LanguageCode,
    events: &[Event],
    counts: &SiteCounts,
    emit: &mut dyn FnMut(Feed),
) {
    let mut scopes: BTreeMap<Scope, Vec<&Event>> = BTreeMap::new();
    scopes.insert(Scope::Site, events.iter().take(IN_FEED).collect());
    for at in 1..site.sections.len() {
        scopes.insert(Scope::Section(at), Vec::new());
    }
    for at in 0..site.documents.len() {
        scopes.insert(Scope::Document(at), Vec::new());
    }
    for event in events {
        let sections = sections_of(site, event).into_iter().map(Scope::Section);
        for scope in sections.chain([Scope::Document(event.document)]) {
            let found = scopes.entry(scope).or_default();
            if found.len() < IN_FEED {
                found.push(event);
            }
        }
    }
    for (scope, events) in scopes {
        emit(feed(site, language, scope, &events, counts));
    }
}

/// The newest of the events that one feed tells.
pub(super) fn told<'e>(site: &Site, scope: Scope, events: &'e [Event]) -> Vec<&'e Event> {
    let told = events.iter().filter(|event| scope.has(site, event));
    told.take(IN_FEED).collect()
}

/// One feed.
pub(super) fn feed(
    site: &Site,
    language: &LanguageCode,
    scope: Scope,
    events: &[&Event],
    counts: &SiteCounts,
) -> Feed {
    let root = Viewpoint {
        site,
        language,
        address: "",
    };
    let (address, page) = scope.about(root);
    let items = events.iter().map(|event| {
        let item = item(root, event, counts);
        (item.href.clone(), item)
    });
    Feed {
        address,
        language: language.clone(),
        subject: page.title,
        page: page.href,
        site_title: root.stated(Some(&site.config.title)).unwrap_or_default(),
        items: items.collect(),
    }
}

/// What the feed at a place tells, if one is there.
pub(super) fn scope_at(place: SitePlace) -> Option<Scope> {
    match place {
        SitePlace::Feed => Some(Scope::Site),
        SitePlace::SectionFeed(at) => Some(Scope::Section(at)),
        SitePlace::Document(at, DocumentPlace::Feed) => Some(Scope::Document(at)),
        _ => None,
    }
}

impl Viewpoint<'_> {
    /// The way to the feed of a section or a document, where the site knows its own address.
    pub fn feed(&self, scope: Scope) -> Option<Link> {
        self.site.config.base_url.as_ref()?;
        let root = Viewpoint {
            address: "",
            ..*self
        };
        let (address, page) = scope.about(root);
        Some(Link {
            href: self.href(&address),
            ..page
        })
    }

    /// The same of a document.
    pub fn document_feed(&self, document: &Document) -> Option<Link> {
        self.site.config.base_url.as_ref()?;
        Some(Link {
            href: self.href(&self.site.document_feed_address(document, self.language)),
            ..self.document(document)
        })
    }
}

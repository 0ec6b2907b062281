//! Links in texts → links on a page.
//!
//! A link to a document leads to its version in force; on an old version's page to the version that
//! was in force when that one took effect. A link to a version is pinned. Links stay in the reader's
//! language.

use jiff::civil::Date;

use super::context::Viewpoint;
use crate::hash::Hash;
use crate::markdown::html::{Href, LinkResolver};
use crate::markdown::links::is_refused;
use crate::model::{Document, Target, encoded_place, relative_to_written};

/// How the links of one text are shown on one page.
pub(super) struct TextLinks<'a> {
    pub view: Viewpoint<'a>,
    /// The file that holds the links, from the site's folder.
    pub file: &'a str,
    /// For an old version: the day on which it took effect.
    pub as_of: Option<Date>,
    /// Where the text's own places are.
    pub own_places: OwnPlaces<'a>,
}

/// Where the places of a text are to which its own links lead: `#carry-over`.
pub(super) enum OwnPlaces<'a> {
    /// On the page, which holds no version of a document.
    Here,
    /// On a page of a version, with those that its earlier versions had.
    OfVersion(&'a Document, usize, OnPage),
    /// On a page of the comparison of two versions: those of the newer text.
    OfComparison(&'a Document, [usize; 2], OnPage),
}

/// On which page.
#[derive(Clone)]
pub(super) enum OnPage {
    /// That of the links.
    Same,
    /// Another: its address.
    Other(String),
}

impl<'a> TextLinks<'a> {
    /// The links of a version's text.
    pub fn of_version(
        view: Viewpoint<'a>,
        document: &'a Document,
        at: usize,
        file: &'a str,
    ) -> Self {
        let is_past = document.standing(at, view.site.on()).is_past();
        let as_of = document.versions[at].begins_by().filter(|_| is_past);
        TextLinks {
            view,
            file,
            as_of,
            own_places: OwnPlaces::OfVersion(document, at, OnPage::Same),
        }
    }

    /// The links of the older and of the newer text of a comparison, whose places are on a page.
    pub fn of_comparison(
        view: Viewpoint<'a>,
        document: &'a Document,
        versions: [usize; 2],
        page: &OnPage,
    ) -> [Self; 2] {
        versions.map(|at| {
            let text = document.versions[at].text(view.language);
            let path = text.map_or("", |text| text.path.as_str());
            let places = OwnPlaces::OfComparison(document, versions, page.clone());
            TextLinks::of_version(view, document, at, path).with_places(places)
        })
    }

    /// The same on a page that has the text's own places in another way.
    pub fn with_places(self, own_places: OwnPlaces<'a>) -> Self {
        TextLinks { own_places, ..self }
    }

    /// A place of the text itself; the top of the page where only a later version has it, text alone where none
    /// ever had.
    fn own_place(&self, anchor: &str) -> Href {
        let at = |page: &str| Href::To(with_anchor(page.to_owned(), Some(anchor)));
        let (document, page) = match &self.own_places {
            OwnPlaces::Here => return at(""),
            OwnPlaces::OfVersion(document, _, page)
            | OwnPlaces::OfComparison(document, _, page) => (document, page),
        };
        if !document.ever_had_anchor(anchor) {
            return Href::Text;
        }
        let language = self.view.language;
        if let OwnPlaces::OfComparison(_, [from, to], _) = &self.own_places {
            let has = |at: &usize| {
                let text = document.versions[*at].text(language);
                text.is_some_and(|text| text.anchors.iter().any(|own| own == anchor))
            };
            if !has(to) {
                let shown = Some(*from).filter(has).unwrap_or(*to);
                return Href::To(self.version(document, shown, Some(anchor)));
            }
        }
        let page = match page {
            OnPage::Same => String::new(),
            OnPage::Other(address) => self.view.href(address),
        };
        match &self.own_places {
            // Only a later version has the place.
            OwnPlaces::OfVersion(_, version, _) if !document.leads_to_anchor(*version, anchor) => {
                Href::To(if page.is_empty() {
                    "#".to_owned()
                } else {
                    page
                })
            }
            _ => at(&page),
        }
    }

    fn document(&self, document: &Document, anchor: Option<&str>) -> String {
        let site = self.view.site;
        let at = match self.as_of {
            Some(day) => document.linked_from(day),
            None => document.shown(site.on()),
        };
        let Some(at) = at else {
            let address = site.document_address(document, self.view.language);
            return self.view.href(&address);
        };
        if document.shown(site.on()) != Some(at) {
            return self.version(document, at, anchor);
        }
        let address = site.document_address(document, self.view.language);
        with_anchor(
            self.view.href(&address),
            anchor.filter(|anchor| document.leads_to_anchor(at, anchor)),
        )
    }

    fn version(&self, document: &Document, at: usize, anchor: Option<&str>) -> String {
        let address =
            self.view
                .site
                .version_address(document, &document.versions[at], self.view.language);
        with_anchor(
            self.view.href(&address),
            anchor.filter(|anchor| document.leads_to_anchor(at, anchor)),
        )
    }

    fn href(&self, written: &str) -> Href {
        if is_refused(written) {
            return Href::Text;
        }
        let Ok(resolved) = self.view.site.resolve(self.file, written) else {
            return Href::Text;
        };
        let anchor = resolved.anchor.as_deref();
        let site = self.view.site;
        let language = self.view.language;
        let address = match resolved.target {
            Target::Elsewhere => return Href::To(written.to_owned()),
            Target::Here => {
                return anchor.map_or(Href::Text, |anchor| self.own_place(anchor));
            }
            Target::Document(document) => return Href::To(self.document(document, anchor)),
            Target::Version(document, at) => return Href::To(self.version(document, at, anchor)),
            Target::Section(at) => site.section_address(&site.sections[at], language),
            Target::Page(page) => page.addresses.get(language).cloned().unwrap_or_default(),
            Target::File(address) if site.removed_with_file(&address).is_some() => {
                return Href::Text;
            }
            Target::File(address) => address,
            Target::FromRoot(path) if site.place_from_root(&path).is_none() => return Href::Text,
            Target::FromRoot(path) => {
                let href = relative_to_written(self.view.address, &path);
                return Href::To(with_anchor(href, anchor));
            }
        };
        Href::To(with_anchor(self.view.href(&address), anchor))
    }
}

impl LinkResolver for TextLinks<'_> {
    fn resolve(&self, target: &str) -> Href {
        self.href(target)
    }

    fn resolve_image(&self, target: &str) -> Href {
        self.href(target)
    }

    fn image_hash(&self, target: &str) -> Option<Hash> {
        let site = self.view.site;
        match site.resolve(self.file, target).ok()?.target {
            Target::File(address) => Some(site.file_at(&address)?.hash),
            _ => None,
        }
    }
}

fn with_anchor(href: String, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("{href}#{}", encoded_place(anchor)),
        None => href,
    }
}

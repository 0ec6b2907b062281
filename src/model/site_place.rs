//! Addresses → what exactly is there: every page and file that a site has, whether a build writes it or a
//! preview is asked for it.

use jiff::civil::Date;

use super::address::file;
use super::document_place::DocumentPlace;
use super::link::decoded;
use super::located::LocatedAt;
use super::part::Part;
use super::site::Site;
use crate::config::SearchRule;
use crate::language::{AddressWord, LanguageCode, words::fixed};

/// A place of the site that has an address. Numbers are indices into the site's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SitePlace {
    /// The page that lets readers choose a language.
    Chooser,
    /// The page that a web server shows for an address that is not there.
    NotFound,
    /// The site as data.
    SiteJson,
    /// The list of what is in force, for search engines.
    Sitemap,
    /// What search engines may read.
    Robots,
    /// The home page of a language.
    Home,
    /// What changed on the whole site.
    Changes,
    /// The same of a year.
    Year(i16),
    /// The site's feed.
    Feed,
    /// The page that takes a day.
    OnADate,
    /// What was in force on a day.
    Day(Date),
    /// A day that had a page once: it leads on to the page that takes a day.
    FormerDay(Date),
    /// The index that the page that takes a day reads.
    DayIndex,
    /// The list of all documents, from A to Z.
    AToZ,
    /// The search page.
    Search,
    /// A section.
    Section(usize),
    /// A section in force, on one page.
    Book(usize),
    /// The feed of a section.
    SectionFeed(usize),
    /// A page without versions.
    Page(usize),
    /// A document, or a place below it.
    Document(usize, DocumentPlace),
    /// A former address of a document, or one below it: the place to which it leads on.
    Former(usize, DocumentPlace),
    /// An address below that of a document, or below a former one, at which nothing is any more, since a text was
    /// removed or nothing is in force: it leads on.
    Lost {
        /// The document.
        document: usize,
        /// What was there.
        place: DocumentPlace,
        /// What it leads to: a version whose text was removed, or the history.
        leads_to: DocumentPlace,
    },
    /// A document in every language.
    Id(usize),
    /// A file beside texts.
    Attachment,
    /// A file that is copied as it is.
    StaticFile(usize),
}

/// What is at an address.
#[derive(Clone, Debug)]
pub struct PlaceAt<'s> {
    /// The place.
    pub place: SitePlace,
    /// The language of the address; the site's first where the address has none.
    pub language: &'s LanguageCode,
    /// The address as the site writes it, which may have a `/` more at its end.
    pub address: String,
}

impl Site {
    /// What a path from the site's root leads to, as a text or a redirect writes it: encoded, and maybe with a
    /// query.
    pub fn place_from_root(&self, written: &str) -> Option<PlaceAt<'_>> {
        let path = written.split('?').next().unwrap_or_default();
        self.place_at(&decoded(path))
    }

    /// What is at an address; that of a folder may lack its last `/`, or have `index.html` behind it. Nothing
    /// where nothing is there. A file that is copied as it is comes before one that Canllaw makes.
    pub fn place_at(&self, address: &str) -> Option<PlaceAt<'_>> {
        let address = without_index(address);
        match self.static_file_at(address) {
            Some((at, own)) => self.without_language(SitePlace::StaticFile(at), own),
            None => self.made_at(address),
        }
    }

    /// The same without the files that are copied from `static`: what Canllaw makes at an address.
    pub fn made_at(&self, address: &str) -> Option<PlaceAt<'_>> {
        let address = without_index(address);
        let at_root = match address {
            "" => Some(SitePlace::Chooser),
            fixed::NOT_FOUND => Some(SitePlace::NotFound),
            fixed::SITE_JSON => Some(SitePlace::SiteJson),
            fixed::ROBOTS => Some(SitePlace::Robots),
            fixed::SITEMAP if self.config.base_url.is_some() => Some(SitePlace::Sitemap),
            _ => self.file_at(address).map(|_| SitePlace::Attachment),
        };
        if let Some(place) = at_root {
            return self.without_language(place, address.to_owned());
        }
        let is_made = |part| !matches!(part, Part::StaticFile(_));
        let located = self.locate_among(address, is_made)?;
        let place = self.place_of(&located)?;
        let own = self.address_of(place, &located);
        let is_written_so = address == own || Some(address) == own.strip_suffix('/');
        is_written_so.then_some(PlaceAt {
            place,
            language: located.language,
            address: own,
        })
    }

    fn without_language(&self, place: SitePlace, address: String) -> Option<PlaceAt<'_>> {
        Some(PlaceAt {
            place,
            language: self.languages().next()?,
            address,
        })
    }

    /// The file at an address with that address; or the `index.html` of a folder, with the folder's.
    fn static_file_at(&self, address: &str) -> Option<(usize, String)> {
        let at = |path: &str| match self.by_address.get(path)? {
            (Part::StaticFile(at), _) => Some(*at),
            _ => None,
        };
        if self.static_files.is_empty() {
            return None;
        }
        if let Some(at) = at(address) {
            return Some((at, address.to_owned()));
        }
        let folder = format!("{}/", address.trim_end_matches('/'));
        Some((at(&file(&folder))?, folder))
    }

    /// What is at an address that begins with that of a part, if there is anything.
    fn place_of(&self, located: &LocatedAt<'_, '_>) -> Option<SitePlace> {
        let (rest, language) = (located.rest, located.language);
        let has_feeds = self.config.base_url.is_some();
        let in_document = |at: usize| self.document_place(&self.documents[at], language, rest);
        let lost = |at: usize| {
            let lost = self.lost_place(&self.documents[at], language, rest);
            lost.map(|(place, leads_to)| SitePlace::Lost {
                document: at,
                place,
                leads_to,
            })
        };
        let place = match (located.part, rest) {
            (Part::Document(at), _) => {
                let place = in_document(at).map(|place| SitePlace::Document(at, place));
                place.or_else(|| lost(at))?
            }
            (Part::Former(at), _) => {
                let place = in_document(at).filter(|place| *place != DocumentPlace::Feed);
                let place = place.map(|place| SitePlace::Former(at, place));
                place.or_else(|| lost(at))?
            }
            (Part::Home, "") => SitePlace::Home,
            (Part::Changes, "") => SitePlace::Changes,
            (Part::Changes, fixed::FEED) if has_feeds => SitePlace::Feed,
            (Part::Changes, year) => {
                let year = year.parse().ok()?;
                self.has_events_in(year).then_some(SitePlace::Year(year))?
            }
            (Part::OnADate, "") => SitePlace::OnADate,
            (Part::OnADate, fixed::DAY_INDEX) => SitePlace::DayIndex,
            (Part::OnADate, day) => {
                let day = day.parse().ok()?;
                let pages = self.day_pages();
                let former = || pages.had(day).then_some(SitePlace::FormerDay(day));
                let own = pages.has(day).then_some(SitePlace::Day(day));
                own.or_else(former)?
            }
            (Part::AToZ, "") => SitePlace::AToZ,
            (Part::Search, "") if self.config.search != SearchRule::Off => SitePlace::Search,
            (Part::Section(at), "") => SitePlace::Section(at),
            (Part::Section(at), fixed::FEED) if has_feeds => SitePlace::SectionFeed(at),
            (Part::Section(at), word) if word == self.word(language, AddressWord::Book) => {
                self.book_of(at).next()?;
                SitePlace::Book(at)
            }
            (Part::Page(at), "") => SitePlace::Page(at),
            (Part::Id(at), "") => SitePlace::Id(at),
            _ => return None,
        };
        Some(place)
    }

    /// The address of a place that was found at or below a part.
    fn address_of(&self, place: SitePlace, located: &LocatedAt<'_, '_>) -> String {
        let language = located.language;
        match place {
            SitePlace::Changes => self.changes_address(language),
            SitePlace::Year(year) => self.year_address(language, year),
            SitePlace::Feed => self.feed_address(language),
            SitePlace::Day(day) | SitePlace::FormerDay(day) => self.day_address(language, day),
            SitePlace::DayIndex => self.day_index_address(language),
            SitePlace::Book(at) => self.book_address(&self.sections[at], language),
            SitePlace::SectionFeed(at) => self.section_feed_address(&self.sections[at], language),
            SitePlace::Document(at, place)
            | SitePlace::Former(at, place)
            | SitePlace::Lost {
                document: at,
                place,
                ..
            } => {
                let below = self.below_document(&self.documents[at], place, language);
                format!("{}/{below}", located.own)
            }
            _ => format!("{}/", located.own),
        }
    }
}

/// The address of a folder for that of its `index.html`.
fn without_index(address: &str) -> &str {
    match address.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => address,
    }
}

//! What every page has around its own part.

use super::context::Viewpoint;
use super::view::{Alternate, Frame, LanguageLink, Link, NavigationItem, State};
use crate::config::SearchRule;
use crate::language::{LanguageCode, names};
use crate::model::{Page, Site};

/// What a page says of itself, for its frame to be made.
pub(super) struct About<'a> {
    /// Its title.
    pub title: String,
    /// The language of its title, where it is another than the page's.
    pub title_lang: Option<String>,
    /// A sentence on it.
    pub description: Option<String>,
    /// The section that it lies in, for navigation and breadcrumbs.
    pub section: usize,
    /// What lies between the section and the page.
    pub above: Vec<Link>,
    /// Whether the section's own page is above it, or is the page itself.
    pub is_section: bool,
    /// The same page in each language: its address there.
    pub same_page: &'a dyn Fn(&LanguageCode) -> String,
    /// Whether a language has a page of its own there, rather than one that stands in.
    pub has_language: &'a dyn Fn(&LanguageCode) -> bool,
    /// Where search engines should look instead; the page itself where it is to be indexed.
    pub canonical: Option<String>,
    /// Whether search engines should leave it out.
    pub noindex: bool,
    /// What it is about, for the subject of a mail: a document's id and its version's.
    pub subject: Option<String>,
    /// What it shows that is not published: a draft, or a version that readers cannot read yet.
    pub unpublished: Option<State>,
    /// The feed of the section or document that it is about.
    pub feed: Option<Link>,
    /// The page (without versions) that this is.
    pub page: Option<&'a Page>,
}

impl<'a> About<'a> {
    /// A page of the whole site that every language has and search engines may read.
    pub fn whole_site(title: String, same_page: &'a dyn Fn(&LanguageCode) -> String) -> Self {
        About {
            title,
            title_lang: None,
            description: None,
            section: 0,
            above: Vec::new(),
            is_section: true,
            same_page,
            has_language: &|_| true,
            canonical: None,
            noindex: false,
            subject: None,
            unpublished: None,
            feed: None,
            page: None,
        }
    }
}

impl Viewpoint<'_> {
    /// The frame of a page.
    pub fn frame(&self, about: About<'_>) -> Frame {
        let site = self.site;
        let canonical = about.canonical.as_deref().unwrap_or(self.address);
        Frame {
            lang: self.language.to_string(),
            dir: names::direction(self.language).as_str(),
            site_title: self.stated(Some(&site.config.title)).unwrap_or_default(),
            organisation: self.stated(site.config.organisation.as_ref()),
            logo: site.config.look.logo.as_ref().map(|logo| self.href(logo)),
            contact: self.stated(site.config.contact.as_ref()),
            description: about.description.clone(),
            root: self.href(""),
            home: self.href(&site.home_address(self.language)),
            changes: self.href(&site.changes_address(self.language)),
            on_a_date: self.href(&site.on_a_date_address(self.language)),
            a_z: self.href(&site.a_to_z_address(self.language)),
            search: (site.config.search != SearchRule::Off)
                .then(|| self.href(&site.search_address(self.language))),
            feed: site
                .config
                .base_url
                .as_ref()
                .map(|_| self.href(&site.feed_address(self.language))),
            canonical: (about.has_language)(self.language)
                .then(|| site.absolute(canonical))
                .flatten(),
            address: self.whole_address(),
            alternates: self.alternates(&about),
            languages: self.languages(about.same_page),
            noindex: about.noindex || about.unpublished.is_some() || site.with_drafts,
            navigation: self.navigation(&about),
            breadcrumbs: self.breadcrumbs(&about),
            feedback: self.feedback(&about),
            unpublished: about.unpublished,
            own_feed: about.feed,
            title: about.title,
            title_lang: about.title_lang,
        }
    }

    fn alternates(&self, about: &About<'_>) -> Vec<Alternate> {
        if !(about.has_language)(self.language) {
            return Vec::new();
        }
        let languages = self
            .site
            .languages()
            .filter(|language| (about.has_language)(language));
        let alternate = |language: &LanguageCode| {
            let href = self.site.absolute(&(about.same_page)(language))?;
            Some(Alternate {
                lang: language.to_string(),
                href,
            })
        };
        languages.filter_map(alternate).collect()
    }

    pub fn languages(&self, same_page: &dyn Fn(&LanguageCode) -> String) -> Vec<LanguageLink> {
        let link = |language: &LanguageCode| LanguageLink {
            lang: language.to_string(),
            name: language_name(self.site, language),
            href: self.href(&same_page(language)),
            current: language == self.language,
        };
        self.site.languages().map(link).collect()
    }

    fn navigation(&self, about: &About<'_>) -> Vec<NavigationItem> {
        let chain = self.site.sections_above(about.section);
        let sections = self.site.sections_of(0).map(|at| {
            let Link {
                title,
                title_lang,
                href,
            } = self.section(at);
            NavigationItem {
                title,
                title_lang,
                href,
                current: chain.contains(&at),
                page: false,
            }
        });
        let pages = self.site.pages.iter().filter(|page| page.section == 0);
        let pages = pages.filter_map(|page| {
            let (text, lang) = self.site.text_for(&page.texts, self.language)?;
            Some(NavigationItem {
                title: text.title.clone(),
                title_lang: (lang != *self.language).then(|| lang.to_string()),
                href: self.href(page.addresses.get(self.language)?),
                current: about.page.is_some_and(|own| own.id == page.id),
                page: true,
            })
        });
        sections.chain(pages).collect()
    }

    fn breadcrumbs(&self, about: &About<'_>) -> Vec<Link> {
        let mut chain = self.site.sections_above(about.section);
        if about.is_section {
            chain.pop();
        }
        let sections = chain.into_iter().map(|at| self.section(at));
        sections.chain(about.above.iter().cloned()).collect()
    }

    /// A section as a link.
    pub fn section(&self, at: usize) -> Link {
        let section = &self.site.sections[at];
        let address = self.site.section_address(section, self.language);
        Link {
            title: section
                .titles
                .get(self.language)
                .cloned()
                .unwrap_or_default(),
            title_lang: None,
            href: self.href(&address),
        }
    }

    /// The page's own address: absolute where the site knows its own, else from its root.
    pub fn whole_address(&self) -> String {
        self.site.as_whole_as_known(self.address)
    }

    fn feedback(&self, about: &About<'_>) -> Option<String> {
        let address = self.stated(self.site.config.feedback.as_ref())?;
        let subject = match &about.subject {
            Some(subject) => format!("{} ({subject})", about.title),
            None => about.title.clone(),
        };
        let place = self.whole_address();
        Some(format!(
            "mailto:{address}?subject={}&body={}",
            encode(&subject),
            encode(&place)
        ))
    }
}

/// The name of a language in itself.
pub(crate) fn language_name(site: &Site, language: &LanguageCode) -> String {
    let stated = site
        .config
        .languages
        .iter()
        .find(|known| known.code == *language);
    stated
        .and_then(|known| known.name.clone())
        .or_else(|| names::name_in(language, language).map(str::to_owned))
        .unwrap_or_else(|| language.to_string())
}

fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

//! `site.yaml`: what holds for the whole site.

use jiff::tz::TimeZone;

use super::{
    Checks, Comparisons, Counterparts, Localised, Located, ParityRule, RawHtmlRule, SearchRule,
};
use crate::language::LanguageCode;

/// `site.yaml` as meant.
#[derive(Clone, Debug)]
pub struct SiteConfig {
    /// `title`: the site's name, in every language.
    pub title: Localised,
    /// `base_url`: the absolute address of the site's root, with a `/` at its end.
    pub base_url: Option<String>,
    /// `languages`: at least one, in display order, each once.
    pub languages: Vec<SiteLanguage>,
    /// `theme`: the folder below `themes` that the theme lies in; `None` for the built-in theme.
    pub theme: Option<Located<String>>,
    /// `timezone`: where the site's day begins and ends; UTC unless stated.
    pub timezone: TimeZone,
    /// `parity`, unless a section states another.
    pub parity: ParityRule,
    /// `comparisons`, unless a section states another.
    pub comparisons: Comparisons,
    /// `both_languages`: whether each version has a page with its languages side by side.
    pub both_languages: bool,
    /// `search`.
    pub search: SearchRule,
    /// `html`.
    pub html: RawHtmlRule,
    /// `checks`.
    pub checks: Checks,
    /// `counterparts`.
    pub counterparts: Counterparts,
    /// `redirects`: the path of a CSV file, from the site's folder, with `/` between its parts.
    pub redirects: Option<Located<String>>,
    /// `feedback`: an address of e-mail.
    pub feedback: Option<Localised>,
    /// `organisation`: who publishes the site.
    pub organisation: Option<Localised>,
    /// `contact`: whom to ask.
    pub contact: Option<Localised>,
}

impl SiteConfig {
    /// The codes of the site's languages, in display order.
    pub fn language_codes(&self) -> Vec<LanguageCode> {
        self.languages
            .iter()
            .map(|language| language.code.clone())
            .collect()
    }
}

/// One of the site's languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteLanguage {
    /// `code`.
    pub code: LanguageCode,
    /// `name`: the language's name in itself, where it is stated.
    pub name: Option<String>,
}

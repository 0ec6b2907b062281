//! `site.yaml`: what holds for the whole site.

mod languages;

use jiff::tz::{TimeZone, TimeZoneDatabase};

use languages::Languages;
pub use languages::SiteLanguage;

use super::decode::{Decoder, Fields, Item, Plain};
use super::keys::File;
use super::yaml::{self, Value};
use super::{
    Checks, Comparisons, Counterparts, Localised, Located, Look, ParityRule, RawHtmlRule,
    SearchRule, look,
};
use crate::diagnostic::{Code, Diagnostic, Place, nearest};
use crate::language::LanguageCode;
use crate::source::Source;

/// The name of the file.
pub const FILE: &str = "site.yaml";

/// `site.yaml` as meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteConfig {
    /// `title`: the site's name, in every language.
    pub title: Localised,
    /// `base_url`: the absolute address of the site's root, with a `/` at its end.
    pub base_url: Option<String>,
    /// `languages`: at least one, in display order, each once.
    pub languages: Vec<SiteLanguage>,
    /// Whether `languages` names one more, and it cannot be told which. That is said of it, and then no other name of
    /// a language is wrong for sure.
    pub is_language_unknown: bool,
    /// `theme`: the folder below `themes` that the theme lies in; `None` for the built-in theme.
    pub theme: Option<Located<String>>,
    /// `look`: the site's own logo and colours.
    pub look: Look,
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

/// Reads `site.yaml`. `None` when it names no language: without one nothing else can be judged.
/// What is wrong is among the findings then as always.
pub fn read(source: &Source, findings: &mut Vec<Diagnostic>) -> Option<SiteConfig> {
    let root = yaml::parse(source, 0..source.text().len(), findings)?;
    let mut decoder = Decoder::new(source, &[], findings);
    let fields = decoder.file(&root, File::Site);
    let languages = decoder.required(&fields, "languages", languages::read);
    let languages = languages.unwrap_or_default();
    let codes = languages.named.iter();
    let codes: Vec<LanguageCode> = codes.map(|language| language.code.clone()).collect();
    let mut decoder = Decoder::new(source, &codes, findings);
    let site = read_with_languages(&mut decoder, &fields, languages);
    (!codes.is_empty()).then_some(site)
}

fn read_with_languages(
    decoder: &mut Decoder<'_>,
    fields: &Fields<'_>,
    languages: Languages,
) -> SiteConfig {
    let feedback = |decoder: &mut Decoder<'_>, item: &Item<'_>| {
        decoder.by_language(item, Plain::EveryLanguage, Decoder::email)
    };
    SiteConfig {
        title: decoder.required(fields, "title", title).unwrap_or_default(),
        base_url: base_url(decoder, fields),
        languages: languages.named,
        is_language_unknown: languages.is_one_unknown,
        theme: decoder.located(fields, "theme", Decoder::folder_name),
        look: decoder.or_default(fields, "look", look::read),
        timezone: decoder
            .optional(fields, "timezone", timezone)
            .unwrap_or(TimeZone::UTC),
        parity: decoder.or_default(fields, "parity", Decoder::choice),
        comparisons: decoder.or_default(fields, "comparisons", Decoder::choice),
        both_languages: decoder
            .optional(fields, "both_languages", Decoder::truth)
            .unwrap_or(true),
        search: decoder.or_default(fields, "search", search),
        html: decoder.or_default(fields, "html", Decoder::choice),
        checks: decoder.or_default(fields, "checks", Checks::read),
        counterparts: decoder.or_default(fields, "counterparts", Counterparts::read),
        redirects: decoder.located(fields, "redirects", Decoder::path),
        feedback: decoder.optional(fields, "feedback", feedback),
        organisation: decoder.optional(fields, "organisation", Decoder::name),
        contact: decoder.optional(fields, "contact", Decoder::name),
    }
}

/// The title, which every language needs.
fn title(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Localised> {
    let title = decoder.words(item)?;
    let given_in = |code: &LanguageCode| match &item.node.value {
        Value::Mapping(entries) => entries.iter().any(|(key, _)| key.name == code.as_str()),
        _ => true,
    };
    for language in decoder.languages().iter().filter(|code| !given_in(code)) {
        let message = format!("`title` has no text in the language `{language}`");
        let help = format!("Add `{language}: …` to `title`.");
        decoder.fault(Code::MissingKey, item, message, help);
    }
    Some(title)
}

fn base_url(decoder: &mut Decoder<'_>, fields: &Fields<'_>) -> Option<String> {
    let Some(item) = fields.get("base_url") else {
        let message = "`base_url` is missing, so that the site has no canonical addresses, no sitemap and no feed";
        let place = Place::whole(decoder.path_of_source());
        let found = Diagnostic::new(Code::MissingBaseUrl, place, message);
        decoder
            .report(found.help("Add `base_url: https://…`, the address that the site will have."));
        return None;
    };
    let mut address = decoder.web_address(&item)?;
    if !address.ends_with('/') {
        address.push('/');
    }
    Some(address)
}

fn timezone(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<TimeZone> {
    let name = decoder.text(item)?;
    let known = TimeZoneDatabase::bundled();
    if let Ok(zone) = known.get(&name) {
        return Some(zone);
    }
    let help = match zone_with_city_like(&name) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => "Write an area and a city, for instance `Europe/London`, or `UTC`.".to_owned(),
    };
    decoder.fault(
        Code::InvalidValue,
        item,
        format!("`{name}` is not a time zone"),
        help,
    );
    None
}

/// Only cities are compared: the areas before them are few, and would make every zone look alike.
fn zone_with_city_like(written: &str) -> Option<String> {
    let city = |zone: &str| zone.rsplit('/').next().unwrap_or_default().to_owned();
    let zones = TimeZoneDatabase::bundled();
    let zones: Vec<String> = zones.available().map(|zone| zone.to_string()).collect();
    let cities: Vec<String> = zones.iter().map(|zone| city(zone)).collect();
    let near = nearest(&city(written), cities.iter().map(String::as_str))?.to_owned();
    let at = cities.iter().position(|city| *city == near)?;
    Some(zones[at].clone())
}

fn search(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<SearchRule> {
    match &item.node.value {
        Value::Bool(true) => Some(SearchRule::InForce),
        Value::Bool(false) => Some(SearchRule::Off),
        Value::Text(word) if word == "history" => Some(SearchRule::History),
        Value::Text(word) | Value::Number(word) => {
            decoder.refuse_word(item, word, &["true", "history", "false"]);
            None
        }
        _ => {
            decoder.wrong_type(item, "`true`, `history` or `false`");
            None
        }
    }
}

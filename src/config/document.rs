//! `document.yaml`: what holds for every version of a document.

use jiff::civil::Date;

use super::approved::Approved;
use super::decode::{Decoder, Item};
use super::keys::File;
use super::{ByLanguage, Localised, Located, ReviewEvery, yaml};
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::source::Source;

/// The name of the file.
pub const FILE: &str = "document.yaml";

/// `document.yaml` as meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentConfig {
    /// `owner`: who answers for the document.
    pub owner: Option<Localised>,
    /// `contact`: whom to ask.
    pub contact: Option<Localised>,
    /// `category`.
    pub category: Option<Localised>,
    /// `order`: its place among the sections and documents beside it, smallest first.
    pub order: Option<i64>,
    /// `slug`: its part of an address in each language, folded to `a`–`z`, `0`–`9` and hyphens.
    pub slug: ByLanguage<Located<String>>,
    /// `former_addresses`: addresses that lead here, from the language's folder, without `/` at
    /// either end (`policy/social-media`).
    pub former_addresses: ByLanguage<Vec<Located<String>>>,
    /// `review_every`.
    pub review_every: Option<ReviewEvery>,
    /// `languages`, where fewer than the site's are required.
    pub languages: Option<Located<Vec<LanguageCode>>>,
    /// `waiver`: one or several.
    pub waivers: Vec<Located<Waiver>>,
    /// `withdrawn`: one or several, as written.
    pub withdrawn: Vec<Located<Withdrawn>>,
    /// `reinstated`: one or several, as written.
    pub reinstated: Vec<Located<Reinstated>>,
    /// `replaced_by`: the ids of the documents that stand in its place.
    pub replaced_by: Vec<Located<String>>,
    /// `replaces`: the ids of the documents whose place it took.
    pub replaces: Vec<Located<String>>,
}

/// `waiver`: a language that the document may lack for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// `language`.
    pub language: LanguageCode,
    /// `until`: the last day of the waiver.
    pub until: Date,
    /// `reason`.
    pub reason: Option<Localised>,
    /// `approved`.
    pub approved: Option<Approved>,
}

/// `withdrawn`: nothing is in force from this day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// `on`: the first day on which nothing is in force.
    pub on: Date,
    /// `reason`.
    pub reason: Option<Localised>,
}

/// `reinstated`: in force again from this day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reinstated {
    /// `on`: the first day on which it is in force again.
    pub on: Date,
    /// `reason`.
    pub reason: Option<Localised>,
}

impl DocumentConfig {
    /// The languages that its texts are in: those of the site, unless it states fewer.
    pub fn languages_of<'a>(&'a self, site: &'a [LanguageCode]) -> &'a [LanguageCode] {
        self.languages.as_deref().map_or(site, Vec::as_slice)
    }

    /// The languages in which its texts should be there: its own, without those for which there is leave on a day.
    pub fn required_languages(&self, site: &[LanguageCode], on: Date) -> Vec<LanguageCode> {
        let is_waived = |language: &LanguageCode| {
            let waiver = self.last_waiver(language);
            waiver.is_some_and(|waiver| on <= waiver.until)
        };
        let own = self.languages_of(site).iter();
        own.filter(|language| !is_waived(language))
            .cloned()
            .collect()
    }

    /// Of the waivers for a language, the one that lasts longest.
    pub fn last_waiver(&self, language: &LanguageCode) -> Option<&Located<Waiver>> {
        let waivers = self.waivers.iter();
        let own = waivers.filter(|waiver| waiver.language == *language);
        own.max_by_key(|waiver| waiver.until)
    }
}

/// Reads a `document.yaml` of a site that has these languages.
pub fn read(
    source: &Source,
    languages: &[LanguageCode],
    findings: &mut Vec<Diagnostic>,
) -> DocumentConfig {
    let Some(root) = yaml::parse(source, 0..source.text().len(), findings) else {
        return DocumentConfig::default();
    };
    let mut decoder = Decoder::new(source, languages, findings);
    let fields = decoder.file(&root, File::Document);
    DocumentConfig {
        owner: decoder.optional(&fields, "owner", Decoder::name),
        contact: decoder.optional(&fields, "contact", Decoder::name),
        category: decoder.optional(&fields, "category", Decoder::words),
        order: decoder.optional(&fields, "order", Decoder::whole_number),
        slug: decoder.or_default(&fields, "slug", Decoder::slug),
        former_addresses: decoder.or_default(
            &fields,
            "former_addresses",
            Decoder::former_addresses,
        ),
        review_every: decoder.optional(&fields, "review_every", Decoder::review_every),
        languages: decoder.located(&fields, "languages", Decoder::language_list),
        waivers: decoder.one_or_several(&fields, "waiver", waiver),
        withdrawn: decoder.one_or_several(&fields, "withdrawn", withdrawn),
        reinstated: decoder.one_or_several(&fields, "reinstated", reinstated),
        replaced_by: decoder.one_or_several(&fields, "replaced_by", Decoder::document_id),
        replaces: decoder.one_or_several(&fields, "replaces", Decoder::document_id),
    }
}

fn waiver(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Waiver> {
    let fields = decoder.mapping(item, &["language", "until", "reason", "approved"])?;
    let language = decoder.required(&fields, "language", Decoder::language);
    let until = decoder.required(&fields, "until", Decoder::date);
    let reason = decoder.optional(&fields, "reason", Decoder::words);
    let approved = decoder.optional(&fields, "approved", Approved::read_or_name);
    Some(Waiver {
        language: language?,
        until: until?,
        reason,
        approved,
    })
}

fn withdrawn(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Withdrawn> {
    let fields = decoder.mapping(item, &["on", "reason"])?;
    let on = decoder.required(&fields, "on", Decoder::date);
    let reason = decoder.optional(&fields, "reason", Decoder::words);
    Some(Withdrawn { on: on?, reason })
}

fn reinstated(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Reinstated> {
    let fields = decoder.mapping(item, &["on", "reason"])?;
    let on = decoder.required(&fields, "on", Decoder::date);
    let reason = decoder.optional(&fields, "reason", Decoder::words);
    Some(Reinstated { on: on?, reason })
}

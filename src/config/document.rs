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
    /// The languages in which its texts should be there: those of the site, unless it states fewer, without those
    /// for which there is leave on a day.
    pub fn required_languages(&self, site: &[LanguageCode], on: Date) -> Vec<LanguageCode> {
        let stated = self.languages.as_ref();
        let stated = stated.map_or(site, |languages| &languages.value);
        let is_waived = |language: &LanguageCode| {
            let mut waivers = self.waivers.iter();
            waivers.any(|waiver| waiver.language == *language && on <= waiver.until)
        };
        let required = stated.iter().filter(|language| !is_waived(language));
        required.cloned().collect()
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
    let former = decoder.optional(&fields, "former_addresses", Decoder::former_addresses);
    DocumentConfig {
        owner: decoder.optional(&fields, "owner", Decoder::name),
        contact: decoder.optional(&fields, "contact", Decoder::name),
        category: decoder.optional(&fields, "category", Decoder::words),
        order: decoder.optional(&fields, "order", Decoder::whole_number),
        slug: decoder
            .optional(&fields, "slug", Decoder::slug)
            .unwrap_or_default(),
        former_addresses: former.unwrap_or_default(),
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

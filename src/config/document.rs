//! `document.yaml`: what holds for every version of a document.

use jiff::civil::Date;

use super::version::Approved;
use super::{ByLanguage, Localised, Located, ReviewEvery};
use crate::language::LanguageCode;

/// `document.yaml` as meant.
#[derive(Clone, Debug, Default)]
pub struct DocumentConfig {
    /// `owner`: who answers for the document.
    pub owner: Option<Localised>,
    /// `contact`: whom to ask.
    pub contact: Option<Localised>,
    /// `category`.
    pub category: Option<Localised>,
    /// `order`: its place among the sections and documents beside it, smallest first.
    pub order: Option<i64>,
    /// `slug`: its part of an address, as written, in each language.
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

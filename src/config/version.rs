//! `version.yaml`: what holds for one version, in every language.

use jiff::civil::Date;

use super::{ChangeKind, EffectiveFrom, Localised, Located, Status};
use crate::language::LanguageCode;

/// `version.yaml` as meant.
#[derive(Clone, Debug, Default)]
pub struct VersionConfig {
    /// `effective_from`, where it is stated; else it is in the folder's name.
    pub effective_from: Option<Located<EffectiveFrom>>,
    /// `published_on`: the day from which it can be read.
    pub published_on: Option<Located<Date>>,
    /// `status`.
    pub status: Option<Located<Status>>,
    /// `approved`.
    pub approved: Option<Located<Approved>>,
    /// `change`.
    pub change: Change,
    /// `review_by`: the day by which it is to be reviewed.
    pub review_by: Option<Located<Date>>,
    /// `reference`: the number of a case or request.
    pub reference: Option<Located<String>>,
    /// `removed`.
    pub removed: Option<Located<Removed>>,
    /// `corrects`: the languages that it corrects; the texts of the others are repeated.
    pub corrects: Option<Located<Vec<LanguageCode>>>,
    /// `seal`.
    pub seal: Option<Located<Seal>>,
}

/// `approved`: who agreed to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approved {
    /// `by`.
    pub by: Option<Localised>,
    /// `on`.
    pub on: Option<Date>,
    /// `reference`: of the minute or decision.
    pub reference: Option<String>,
}

/// `change`: what the version changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// `kind`.
    pub kind: Option<ChangeKind>,
    /// `note`: what changed and why, for readers.
    pub note: Option<Localised>,
}

/// `removed`: the text is no longer shown anywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// `on`.
    pub on: Date,
    /// `reason`.
    pub reason: Option<Localised>,
}

/// `seal`: the fingerprint that was recorded when the version was published, as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Seal(pub String);

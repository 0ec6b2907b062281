//! Duty words: what a text requires, advises, permits and forbids.
//!
//! A comparison says when one appears, goes or turns, and the languages of a version are held against
//! each other by them. English and Welsh are read closely, French and Irish for their plainest forms,
//! other languages not at all. What a modal verb means beyond that (*may* of a chance, not of a
//! permission) only a reader can tell; where in doubt, the word counts.

mod english;
mod french;
mod irish;
mod welsh;
mod words;

use std::ops::Range;

use super::{Known, LanguageCode};
use words::Words;

/// What a duty word says of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DutyKind {
    /// Required: *must*, *shall*, *rhaid*.
    Must,
    /// Forbidden: *must not*, *do not*, *rhaid peidio*, *peidiwch*.
    MustNot,
    /// Advised: *should*, *dylai*.
    Should,
    /// Advised against: *should not*, *ni ddylai*.
    ShouldNot,
    /// Permitted or possible: *may*, *can*, *cewch*, *gellir*.
    May,
    /// Not permitted or not possible: *may not*, *cannot*, *ni chewch*, *ni ellir*.
    MayNot,
    /// Left to choice: *need not*, *do not have to*, *nid oes rhaid*.
    NeedNot,
}

/// A duty word in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyWord {
    /// Where its words stand, in bytes, in order: two ranges for *rhaid i staff beidio*.
    pub ranges: Vec<Range<usize>>,
    /// What it says.
    pub kind: DutyKind,
    /// Its words in small letters with straight apostrophes, ` … ` where others stand between.
    pub form: String,
}

/// The duty words of a plain text, in the order of their first words.
///
/// Empty for a language whose duty words are not known.
pub fn occurrences(language: &LanguageCode, text: &str) -> Vec<DutyWord> {
    let Some(known) = language.known() else {
        return Vec::new();
    };
    let find = match known {
        Known::English => english::occurrences,
        Known::Welsh => welsh::occurrences,
        Known::French => french::occurrences,
        Known::Irish => irish::occurrences,
    };
    let mut found = find(&Words::of(language, text));
    found.sort_by_key(|duty| duty.ranges.first().map(|range| range.start));
    found
}

#[cfg(test)]
mod tests;

//! Fingerprints as the first seals have them: with the languages in the order that the site had then, and a name
//! that is written once as if it were written for each of the site's languages.
//!
//! Such a seal must hold for as long as nothing was edited, also on a site that has its languages in another order
//! by now, or has more. The seal does not say which it had: so each order that there can have been is tried.

use super::{Fingerprint, Languages, fingerprint_by, stated_by};
use crate::config::{ByLanguage, Localised};
use crate::hash::Hash;
use crate::language::LanguageCode;
use crate::model::version::Version;

/// Of how many languages each order is tried; of more, the site's own alone.
const MOST_LANGUAGES: usize = 5;

/// Whether a version had a fingerprint in the earlier form.
pub(in super::super) fn is_fingerprint(
    version: &Version,
    is_it: impl Fn(&Fingerprint) -> bool,
) -> bool {
    let texts = version.texts.iter().map(|(language, _)| language.clone());
    let named = texts
        .chain(named_by(approved_by(version)))
        .chain(named_by(version.config.change.note.as_ref()));
    let named = named.collect();
    has_order(version, named, |order| {
        is_it(&fingerprint_by(version, Languages::Listed(order)))
    })
}

/// Whether its approval had a hash in the earlier form.
pub(in super::super) fn is_approval(version: &Version, is_it: impl Fn(&Hash) -> bool) -> bool {
    let named = named_by(approved_by(version));
    has_order(version, named, |order| {
        is_it(&stated_by(version, Languages::Listed(order)).approval)
    })
}

/// Whether its note had a hash in the earlier form.
pub(in super::super) fn is_note(version: &Version, is_it: impl Fn(&Hash) -> bool) -> bool {
    let named = named_by(version.config.change.note.as_ref());
    has_order(version, named, |order| {
        is_it(&stated_by(version, Languages::Listed(order)).note)
    })
}

fn approved_by(version: &Version) -> Option<&Localised> {
    version.config.approved.as_ref()?.by.as_ref()
}

/// The languages that are written: an order without one of them would leave a value out of the hash.
fn named_by(text: Option<&Localised>) -> Vec<LanguageCode> {
    let text = text.filter(|text| text.for_every_language().is_none());
    let languages = text.into_iter().flat_map(ByLanguage::iter);
    languages.map(|(language, _)| language.clone()).collect()
}

/// Whether an order of languages that there can have been is the one that is looked for. All that are named are in
/// it, and of the others that the site has by now any.
fn has_order(
    version: &Version,
    named: Vec<LanguageCode>,
    is_it: impl Fn(&[LanguageCode]) -> bool,
) -> bool {
    let by = approved_by(version).into_iter().flat_map(ByLanguage::iter);
    let by = by.map(|(language, _)| language.clone());
    let texts = version.texts.iter().map(|(language, _)| language.clone());
    // A name that is written once stands for all, in the order of the site.
    let all = without_repeats(by.chain(texts).chain(named.iter().cloned()));
    let named = without_repeats(named.into_iter());
    is_it(&all) || (all.len() <= MOST_LANGUAGES && goes_on(&mut Vec::new(), &named, &all, &is_it))
}

fn without_repeats(languages: impl Iterator<Item = LanguageCode>) -> Vec<LanguageCode> {
    let mut each: Vec<LanguageCode> = Vec::new();
    for language in languages {
        if !each.contains(&language) {
            each.push(language);
        }
    }
    each
}

/// Whether an order that begins in a way is the one that is looked for.
fn goes_on(
    begun: &mut Vec<LanguageCode>,
    named: &[LanguageCode],
    all: &[LanguageCode],
    is_it: &impl Fn(&[LanguageCode]) -> bool,
) -> bool {
    let is_order = !begun.is_empty() && named.iter().all(|language| begun.contains(language));
    if is_order && is_it(begun) {
        return true;
    }
    for language in all {
        if !begun.contains(language) {
            begun.push(language.clone());
            if goes_on(begun, named, all, is_it) {
                return true;
            }
            begun.pop();
        }
    }
    false
}

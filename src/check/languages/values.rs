//! What YAML files tell readers: in each language, in the right one, and with the same values.

use super::subject::{Weight, languages_of, of_document_itself, of_section};
use super::{Extent, name, stated_otherwise};
use crate::config::document::DocumentConfig;
use crate::config::version::VersionConfig;
use crate::config::{Localised, Located};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageCode;
use crate::model::{Site, Version};
use crate::parity;

/// What is told in sentences, of one thing in every language. A contact may have another number in each.
const SENTENCES: [&str; 3] = ["note", "reason", "title"];

/// Values that one file states, and the languages that they are wanted in.
struct Stated<'a> {
    weight: Weight<'a>,
    languages: Vec<LanguageCode>,
    values: Vec<(&'static str, &'a Localised)>,
}

/// Finds values that a language lacks, or that are in another language than they claim.
pub(super) fn check(site: &Site, extent: Extent) -> Vec<Diagnostic> {
    all(site)
        .iter()
        .filter(|stated| stated.weight.is_within(extent))
        .flat_map(Stated::check)
        .collect()
}

/// The same in what a version states.
pub(super) fn check_version(
    version: &Version,
    weight: Weight<'_>,
    languages: Vec<LanguageCode>,
) -> Vec<Diagnostic> {
    let stated = Stated {
        weight,
        languages,
        values: values_of_version(&version.config),
    };
    stated.check()
}

impl Stated<'_> {
    fn check(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for (key, value) in &self.values {
            let Some((_, first)) = value.iter().next() else {
                continue;
            };
            for language in value.missing(&self.languages) {
                let missing = missing(key, first, language);
                found.push(self.weight.weigh(missing, language));
            }
            let mut is_wrong = false;
            for (language, words) in value.iter() {
                let wrong = in_another_language(key, (language, words), &self.languages);
                is_wrong |= wrong.is_some();
                found.extend(wrong.map(|found| self.weight.weigh(found, language)));
            }
            if SENTENCES.contains(key) && !is_wrong {
                found.extend(self.stated_otherwise(key, value));
            }
        }
        found
    }

    /// Where another language's words state other values than the first's.
    fn stated_otherwise(&self, key: &str, value: &Localised) -> Vec<Diagnostic> {
        let mut all = value.iter();
        let Some(first) = all.next() else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for other in all {
            let unlike = stated_otherwise(key, first, other).into_iter();
            found.extend(unlike.map(|found| self.weight.weigh(found, other.0)));
        }
        found
    }
}

fn missing(key: &str, first: &Located<String>, language: &LanguageCode) -> Diagnostic {
    let message = format!("`{key}` has no text in {}", name(language));
    Diagnostic::new(Code::Parity, first.place.clone(), message)
        .help(format!("Add `{language}: …` to `{key}`."))
}

fn in_another_language(
    key: &str,
    (language, words): (&LanguageCode, &Located<String>),
    languages: &[LanguageCode],
) -> Option<Diagnostic> {
    let other = parity::seems_to_be_in(words, language, languages)?;
    let message = format!(
        "this {key} for readers of {} seems to be in {}",
        name(language),
        name(&other)
    );
    let found = Diagnostic::new(Code::WrongLanguage, words.place.clone(), message);
    Some(found.help(format!("Write it in {}.", name(language))))
}

fn all(site: &Site) -> Vec<Stated<'_>> {
    let languages = site.config.language_codes();
    let config = &site.config;
    let mut all = vec![Stated {
        weight: of_section(site, 0),
        languages: languages.clone(),
        values: present([
            ("organisation", config.organisation.as_ref()),
            ("contact", config.contact.as_ref()),
            ("feedback", config.feedback.as_ref()),
        ]),
    }];
    for (at, section) in site.sections.iter().enumerate() {
        all.push(Stated {
            weight: of_section(site, at),
            languages: languages.clone(),
            values: present([("title", section.config.title.as_ref())]),
        });
    }
    for document in &site.documents {
        let languages = languages_of(site, document);
        let weight = of_document_itself(site, document);
        let versions = document.versions.iter();
        let of_versions = versions.map(|version| Stated {
            weight: weight.of_version(version),
            languages: languages.clone(),
            values: values_of_version(&version.config),
        });
        all.extend(of_versions);
        all.push(Stated {
            weight,
            languages,
            values: values_of_document(&document.config),
        });
    }
    all
}

fn present<'a, const N: usize>(
    values: [(&'static str, Option<&'a Localised>); N],
) -> Vec<(&'static str, &'a Localised)> {
    let present = values.into_iter();
    present
        .filter_map(|(key, value)| Some((key, value?)))
        .collect()
}

fn values_of_document(config: &DocumentConfig) -> Vec<(&'static str, &Localised)> {
    let mut values = present([
        ("owner", config.owner.as_ref()),
        ("contact", config.contact.as_ref()),
        ("category", config.category.as_ref()),
    ]);
    let waivers = config.waivers.iter().map(|waiver| waiver.reason.as_ref());
    let withdrawn = config.withdrawn.iter().map(|it| it.reason.as_ref());
    let reinstated = config.reinstated.iter().map(|it| it.reason.as_ref());
    let reasons = waivers.chain(withdrawn).chain(reinstated).flatten();
    values.extend(reasons.map(|reason| ("reason", reason)));
    values
}

fn values_of_version(config: &VersionConfig) -> Vec<(&'static str, &Localised)> {
    let approved = config.approved.as_ref();
    let removed = config.removed.as_ref();
    present([
        ("by", approved.and_then(|approved| approved.by.as_ref())),
        ("note", config.change.note.as_ref()),
        (
            "reason",
            removed.and_then(|removed| removed.reason.as_ref()),
        ),
    ])
}

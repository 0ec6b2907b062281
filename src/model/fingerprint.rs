//! The fingerprint of a version: a hash over all that readers are held to.
//!
//! It is the version's own: nothing of the site it lies in is part of it. Languages come in the order of their
//! codes, whatever the site's is, and a name that is written once for every language is hashed once, as written.
//! [`earlier_form`] knows how seals were made before that was so.

pub(super) mod earlier_form;

use super::text::{Attachment, Text};
use super::version::{Fingerprint, Version};
use crate::config::version::VersionConfig;
use crate::config::{ByLanguage, Localised};
use crate::hash::{Hash, Hasher};
use crate::language::LanguageCode;

/// The fingerprint of a version: over its texts, attachments, dates, approval and note.
///
/// Each part is written as `name length bytes`, so that no two versions give the same bytes by
/// running two parts into one. What is written down later (a seal, a removal) is not part of it.
pub(super) fn fingerprint(version: &Version) -> Fingerprint {
    fingerprint_by(version, Languages::ByCode)
}

fn fingerprint_by(version: &Version, languages: Languages<'_>) -> Fingerprint {
    let mut parts = Parts::new(languages);
    parts.add("canllaw", b"1");
    parts.texts(&version.texts);
    parts.attachments(&version.attachments);
    parts.dates(version);
    parts.approval(&version.config);
    parts.note(&version.config);
    parts.end()
}

/// What a version states beside its files, each with a hash of its own.
pub(super) struct Stated {
    pub dates: Hash,
    pub approval: Hash,
    pub note: Hash,
}

pub(super) fn stated(version: &Version) -> Stated {
    stated_by(version, Languages::ByCode)
}

fn stated_by(version: &Version, languages: Languages<'_>) -> Stated {
    let hash = |add: &dyn Fn(&mut Parts<'_>)| {
        let mut parts = Parts::new(languages);
        add(&mut parts);
        parts.end()
    };
    let config = &version.config;
    Stated {
        dates: hash(&|parts| parts.dates(version)),
        approval: hash(&|parts| parts.approval(config)),
        note: hash(&|parts| parts.note(config)),
    }
}

fn date(date: Option<jiff::civil::Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// Which languages are hashed, in which order.
#[derive(Clone, Copy)]
enum Languages<'a> {
    /// Those that there are, by their codes; what is written once for all of them, once.
    ByCode,
    /// Of these, in this order, those that there are.
    Listed(&'a [LanguageCode]),
}

struct Parts<'a> {
    hash: Hasher,
    languages: Languages<'a>,
}

impl<'a> Parts<'a> {
    fn new(languages: Languages<'a>) -> Self {
        Parts {
            hash: Hasher::default(),
            languages,
        }
    }

    fn end(self) -> Hash {
        self.hash.end()
    }

    fn add(&mut self, name: &str, bytes: &[u8]) {
        self.hash.add(format!("{name} {}\n", bytes.len()));
        self.hash.add(bytes);
        self.hash.add(b"\n");
    }

    fn texts(&mut self, texts: &ByLanguage<Text>) {
        self.each(texts, "text", |text| text.hash.as_ref());
    }

    fn attachments(&mut self, attachments: &[Attachment]) {
        for attachment in attachments {
            let name = format!("attachment {}", attachment.name);
            self.add(&name, attachment.hash.as_ref());
        }
    }

    fn dates(&mut self, version: &Version) {
        if let Some(effective) = version.effective_from() {
            self.add("effective after", date(effective.after).as_bytes());
            self.add("effective by", effective.by.to_string().as_bytes());
        }
        self.add("published on", date(version.published_on()).as_bytes());
    }

    fn approval(&mut self, config: &VersionConfig) {
        if let Some(approved) = &config.approved {
            self.localised("approved by", approved.by.as_ref());
            self.add("approved on", date(approved.on).as_bytes());
            let reference = approved.reference.as_deref().unwrap_or_default();
            self.add("approval reference", reference.as_bytes());
        }
    }

    fn note(&mut self, config: &VersionConfig) {
        self.localised("note", config.change.note.as_ref());
    }

    fn localised(&mut self, name: &str, text: Option<&Localised>) {
        let Some(text) = text else { return };
        match (self.languages, text.for_every_language()) {
            (Languages::ByCode, Some(written)) => self.add(name, written.value.as_bytes()),
            _ => self.each(text, name, |text| text.value.as_bytes()),
        }
    }

    fn each<T>(&mut self, values: &ByLanguage<T>, name: &str, bytes: impl Fn(&T) -> &[u8]) {
        let ordered: Vec<(&LanguageCode, &T)> = match self.languages {
            Languages::ByCode => {
                let mut ordered: Vec<_> = values.iter().collect();
                ordered.sort_by_key(|(language, _)| *language);
                ordered
            }
            Languages::Listed(listed) => {
                let given = |language| Some((language, values.get(language)?));
                listed.iter().filter_map(given).collect()
            }
        };
        for (language, value) in ordered {
            self.add(&format!("{name} {language}"), bytes(value));
        }
    }
}

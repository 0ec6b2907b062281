//! A version of a document: one edition, the same in every language.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::text::{Attachment, Text};
use super::version_id::VersionId;
use crate::config::version::VersionConfig;
use crate::config::{ByLanguage, EffectiveFrom};
use crate::language::LanguageCode;

#[cfg(test)]
std::thread_local! {
    /// How often this thread has looked for a text of a version: a measure of the work that a page is.
    pub(crate) static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// A version.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its id within its document.
    pub id: VersionId,
    /// Path of its folder from the site's folder.
    pub folder: String,
    /// When it takes effect, or what is known of that. Drafts need none.
    pub effective_from: Option<EffectiveFrom>,
    /// From when it can be read. Drafts have none.
    pub published_on: Option<Date>,
    /// Whether it is a draft, by its folder's name or its status.
    pub draft: bool,
    /// Its texts.
    pub texts: ByLanguage<Text>,
    /// The files that belong to it.
    pub attachments: Vec<Attachment>,
    /// What its `version.yaml` says.
    pub config: VersionConfig,
    /// Whether it was published and its texts, or what it states, have been changed since.
    pub edited: bool,
    /// SHA-256 over its texts, attachments, dates, approval and note.
    pub fingerprint: [u8; 32],
}

impl Version {
    /// The number of the correction; 0 for the version itself.
    pub fn correction(&self) -> u32 {
        self.id.correction()
    }

    /// The last day on which it can have begun to hold.
    pub fn begins_by(&self) -> Option<Date> {
        self.effective_from.as_ref().map(|effective| effective.by)
    }

    /// The day from which it could be read, where that is known: stated, or the day on which it
    /// took effect. Where neither is, [`Version::published_on`] is only the latest possible day.
    pub fn known_published_on(&self) -> Option<Date> {
        let stated = self.config.published_on.is_some();
        let effective = self.effective_from.as_ref().and_then(EffectiveFrom::date);
        self.published_on.filter(|_| stated || effective.is_some())
    }

    /// Whether it could be read on a day.
    pub fn is_published(&self, on: Date) -> bool {
        !self.draft && self.published_on.is_some_and(|published| published <= on)
    }

    /// Whether its text was removed.
    pub fn is_removed(&self) -> bool {
        self.config.removed.is_some()
    }

    /// The text in a language, unless it was removed or does not exist.
    pub fn text(&self, language: &LanguageCode) -> Option<&Text> {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.texts.get(language).filter(|_| !self.is_removed())
    }

    /// The files that a language's page of it lists: those without a language and those in that one.
    pub fn files<'v>(&'v self, language: &LanguageCode) -> impl Iterator<Item = &'v Attachment> {
        let is_shown = !self.is_removed();
        let files = self.attachments.iter().filter(move |_| is_shown);
        files.filter(|file| file.is_for(language))
    }

    /// The order of versions in time: by the latest day on which they can have begun, then by
    /// number; drafts last, by name.
    pub fn cmp_in_time(&self, other: &Version) -> Ordering {
        let key = |version: &Version| {
            (
                version.draft,
                version.begins_by().is_none(),
                version.begins_by(),
            )
        };
        key(self)
            .cmp(&key(other))
            .then_with(|| self.id.cmp_number(&other.id))
            .then_with(|| self.id.as_str().cmp(other.id.as_str()))
    }
}

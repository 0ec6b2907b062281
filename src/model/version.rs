//! A version of a document: one edition, the same in every language.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::text::{Attachment, Text};
use super::version_id::VersionId;
use crate::config::version::VersionConfig;
use crate::config::{ByLanguage, EffectiveFrom, Localised};
use crate::hash::Hash;
use crate::language::LanguageCode;

#[cfg(test)]
std::thread_local! {
    /// How often this thread has looked for a text of a version: a measure of the work that a page is.
    pub(crate) static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// The fingerprint of a version.
pub type Fingerprint = Hash;

/// From when a version holds and can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// Those of a draft, by its folder's name or its status: at most, from when it is to hold.
    Draft(Option<EffectiveFrom>),
    /// Those of every other version. Both may be days to come.
    Decided {
        /// When it takes effect, or what is known of that.
        effective_from: EffectiveFrom,
        /// From when it can be read.
        published_on: Date,
    },
}

impl Dates {
    /// From when it can be read. Of a draft no day is known.
    pub fn published_on(&self) -> Option<Date> {
        match *self {
            Dates::Draft(_) => None,
            Dates::Decided { published_on, .. } => Some(published_on),
        }
    }

    /// Whether it could be read on a day.
    pub fn is_published(&self, on: Date) -> bool {
        self.published_on().is_some_and(|published| published <= on)
    }
}

/// A version.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its id within its document.
    pub id: VersionId,
    /// Path of its folder from the site's folder.
    pub folder: String,
    /// From when it holds and can be read, or that it is a draft.
    pub dates: Dates,
    /// Its texts.
    pub texts: ByLanguage<Text>,
    /// The files that belong to it.
    pub attachments: Vec<Attachment>,
    /// What its `version.yaml` says.
    pub config: VersionConfig,
    /// See [`Version::fingerprint`].
    pub(super) fingerprint: Fingerprint,
}

impl Version {
    /// The fingerprint that readers are told: SHA-256 over its texts, attachments, dates, approval and note. That of
    /// its seal, where the seal holds and was made in an earlier form, or where its text was removed.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The number of the correction; 0 for the version itself.
    pub fn correction(&self) -> u32 {
        self.id.correction()
    }

    /// Whether it is a draft.
    pub fn is_draft(&self) -> bool {
        matches!(self.dates, Dates::Draft(_))
    }

    /// When it takes effect, or what is known of that. A draft need not say.
    pub fn effective_from(&self) -> Option<EffectiveFrom> {
        match self.dates {
            Dates::Draft(effective_from) => effective_from,
            Dates::Decided { effective_from, .. } => Some(effective_from),
        }
    }

    /// From when it can be read. Of a draft no day is known.
    pub fn published_on(&self) -> Option<Date> {
        self.dates.published_on()
    }

    /// The first day on which it can have begun to hold; `None` when nothing is known.
    pub fn begins_after(&self) -> Option<Date> {
        self.effective_from()?.earliest()
    }

    /// The last day on which it can have begun to hold.
    pub fn begins_by(&self) -> Option<Date> {
        Some(self.effective_from()?.by)
    }

    /// The day from which it could be read, where that is known: stated, or the day on which it
    /// took effect. Where neither is, [`Version::published_on`] is only the latest possible day.
    pub fn known_published_on(&self) -> Option<Date> {
        let is_stated = self.config.published_on.is_some();
        let is_exact = || self.effective_from().is_some_and(|it| it.date().is_some());
        self.published_on().filter(|_| is_stated || is_exact())
    }

    /// Whether it could be read on a day.
    pub fn is_published(&self, on: Date) -> bool {
        self.dates.is_published(on)
    }

    /// Whether its text was removed.
    pub fn is_removed(&self) -> bool {
        self.config.removed.is_some()
    }

    /// What is stated of it, unless its text was removed: a note or the number of a case may say what that said.
    pub fn described(&self) -> Option<&VersionConfig> {
        (!self.is_removed()).then_some(&self.config)
    }

    /// What changed and why, for readers.
    pub fn note(&self) -> Option<&Localised> {
        self.described()?.change.note.as_ref()
    }

    /// The number of a case or request.
    pub fn reference(&self) -> Option<String> {
        Some(self.described()?.reference.as_ref()?.value.clone())
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
                version.is_draft(),
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

//! What must say the same in every language: versions, documents, pages and sections.

use jiff::civil::Date;

use super::Extent;
use crate::config::document::DocumentConfig;
use crate::config::{ByLanguage, ParityRule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::language::LanguageCode;
use crate::model::{Attachment, Document, Site, Text, Version};

/// Texts, and the files beside them, that must say the same.
pub(super) struct Subject<'a> {
    /// The texts; none where they were removed.
    pub texts: Option<&'a ByLanguage<Text>>,
    /// The files beside them.
    pub attachments: &'a [Attachment],
    /// The version that they are of.
    pub version: Option<&'a Version>,
    /// The version before it.
    pub before: Option<&'a Version>,
    /// The languages that files are wanted in where there is no text.
    pub languages: Vec<LanguageCode>,
    /// What a difference weighs.
    pub weight: Weight<'a>,
}

/// What a difference between languages weighs.
#[derive(Clone, Copy)]
pub(super) struct Weight<'a> {
    rule: ParityRule,
    document: Option<&'a DocumentConfig>,
    on: Date,
    /// Whether a seal forbids to mend it.
    sealed: bool,
    /// Whether it is still being written: its page says what its languages lack.
    draft: bool,
}

impl Weight<'_> {
    /// The same in one of a document's versions.
    pub fn of_version(self, version: &Version) -> Self {
        Weight {
            sealed: version.is_sealed(),
            draft: version.is_draft(),
            ..self
        }
    }

    /// Whether differences are looked for at all.
    pub fn is_within(&self, extent: Extent) -> bool {
        match extent {
            Extent::WhereRequired => self.rule == ParityRule::Required && !self.draft,
            Extent::Everywhere => self.rule != ParityRule::Off,
        }
    }

    /// A finding about a language, weighed. Where there is leave for the language it does not stop a
    /// build; nor in a sealed version, which only a correction can mend.
    pub fn weigh(&self, found: Diagnostic, language: &LanguageCode) -> Diagnostic {
        let waiver = self
            .document
            .and_then(|config| config.last_waiver(language));
        let is_waived = waiver.is_some_and(|waiver| self.on <= waiver.until);
        let stops = self.rule == ParityRule::Required && !is_waived && !self.sealed;
        let found = found.severity(if stops {
            Severity::Error
        } else {
            Severity::Warning
        });
        match waiver {
            Some(waiver) if is_waived => found.related(
                waiver.place.clone(),
                format!("there is leave for it until {}", waiver.until),
            ),
            Some(waiver) => found.related(
                waiver.place.clone(),
                format!("the leave for it ended on {}", waiver.until),
            ),
            None => found,
        }
    }
}

/// Every part of a site that must say the same in its languages, but for documents that are not wanted,
/// each known by its index.
pub(super) fn all<'a>(site: &'a Site, is_wanted: &dyn Fn(usize) -> bool) -> Vec<Subject<'a>> {
    let sections = site
        .sections
        .iter()
        .enumerate()
        .map(|(at, section)| Subject {
            texts: Some(&section.landing),
            attachments: &section.attachments,
            version: None,
            before: None,
            languages: site.config.language_codes(),
            weight: of_section(site, at),
        });
    let pages = site.pages.iter().map(|page| Subject {
        texts: Some(&page.texts),
        attachments: &page.attachments,
        version: None,
        before: None,
        languages: site.config.language_codes(),
        weight: of_section(site, page.section),
    });
    let documents = site.documents.iter().enumerate();
    let documents = documents.filter(|(at, _)| is_wanted(*at));
    let documents = documents.flat_map(|(_, document)| of_document(site, document));
    sections.chain(pages).chain(documents).collect()
}

/// The versions of a document, and the files beside them.
pub(super) fn of_document<'a>(
    site: &'a Site,
    document: &'a Document,
) -> impl Iterator<Item = Subject<'a>> {
    let languages = languages_of(site, document);
    let weight = of_document_itself(site, document);
    let own = Subject {
        texts: None,
        attachments: &document.attachments,
        version: None,
        before: None,
        languages: languages.clone(),
        weight,
    };
    let versions = document.versions.iter().enumerate();
    let kept = versions.filter(|(_, version)| !version.is_removed());
    let versions = kept.map(move |(at, version)| Subject {
        texts: Some(&version.texts),
        attachments: &version.attachments,
        version: Some(version),
        before: before(document, at).filter(|before| !before.is_removed()),
        languages: languages.clone(),
        weight: weight.of_version(version),
    });
    std::iter::once(own).chain(versions)
}

/// A draft, as it is weighed once it can be read: from a day on.
pub(super) fn of_draft<'a>(
    site: &'a Site,
    document: &'a Document,
    draft: &'a Version,
    from: Date,
) -> Option<Subject<'a>> {
    let mut subjects = of_document(site, document);
    let of_draft = subjects.find(|subject| {
        let version = subject.version;
        version.is_some_and(|version| version.id == draft.id)
    })?;
    Some(Subject {
        weight: Weight {
            on: from,
            draft: false,
            ..of_draft.weight
        },
        ..of_draft
    })
}

/// What differences weigh in a section.
pub(super) fn of_section(site: &Site, section: usize) -> Weight<'_> {
    let stated = site.sections[section].config.parity;
    Weight {
        rule: stated.unwrap_or(site.config.parity),
        document: None,
        on: site.on(),
        sealed: false,
        draft: false,
    }
}

/// What differences weigh in what a document has for all its versions.
pub(super) fn of_document_itself<'a>(site: &'a Site, document: &'a Document) -> Weight<'a> {
    Weight {
        document: Some(&document.config),
        ..of_section(site, document.section)
    }
}

/// The languages that a document is to have.
pub(super) fn languages_of(site: &Site, document: &Document) -> Vec<LanguageCode> {
    let of_site = site.config.language_codes();
    document.config.languages_of(&of_site).to_vec()
}

/// The version that a version is held against: the one before it in time that was published by then, since a
/// later correction of an earlier version is no change that it made; for a draft the last one that is none.
fn before(document: &Document, at: usize) -> Option<&Version> {
    let (own, earlier) = (document.versions.get(at)?, document.versions.get(..at)?);
    let was_there =
        |version: &Version| own.is_draft() || version.published_on() <= own.published_on();
    let mut published = earlier.iter().filter(|version| !version.is_draft());
    published.rfind(|version| was_there(version))
}

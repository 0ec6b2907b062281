//! A document's folder → a document with its versions in the order of time.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use super::classified::DocumentFolder;
use super::dates::contradictions;
use super::missing_text::{self, missing_text};
use super::{Options, Reader, id_of, meant_text};
use crate::config::{self, ParityRule};
use crate::diagnostic::{Code, Diagnostic, Place, has_errors};
use crate::language::LanguageCode;
use crate::model::{Document, Version, text_name};
use crate::source::{Folder, Source};

impl Reader<'_> {
    /// Reads documents, several at once, and keeps their order.
    pub(super) fn documents(
        &self,
        folders: &[DocumentFolder<'_>],
        section: usize,
        parity: ParityRule,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Document> {
        let read: Vec<_> = folders
            .par_iter()
            .map(|folder| {
                let mut found = Vec::new();
                (self.document(folder, section, parity, &mut found), found)
            })
            .collect();
        let (documents, found): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        findings.extend(found.into_iter().flatten());
        documents
    }

    pub(super) fn document(
        &self,
        folder: &DocumentFolder<'_>,
        section: usize,
        parity: ParityRule,
        findings: &mut Vec<Diagnostic>,
    ) -> Document {
        let config_from = findings.len();
        let config = self
            .read_yaml(folder.folder, config::document::FILE, findings)
            .map(|source| config::document::read(&source, self.languages, findings))
            .unwrap_or_default();
        let is_at_fault = has_errors(&findings[config_from..]);
        let versions = folder.versions.iter();
        let read: Vec<_> = versions.map(|it| self.version(it, findings)).collect();
        let all_dated = read.iter().all(|it| it.is_dated);
        let mut versions: Vec<Version> = read.into_iter().map(|it| it.version).collect();
        versions.sort_by(Version::cmp_in_time);
        if folder.versions.is_empty() && !folder.has_misnamed {
            let message = "this document has no version";
            let found = Diagnostic::new(
                Code::EmptyVersion,
                Place::whole(&folder.folder.path),
                message,
            );
            findings.push(found.help("Make a folder in it, named as the day on which the text takes effect, with a text such as en.md."));
        }
        findings.extend(duplicates(&versions));
        findings.extend(contradictions(&config, &versions, all_dated));
        let document = Document {
            id: id_of(folder.folder),
            section,
            config,
            addresses: Default::default(),
            versions,
            attachments: self.attachments(&folder.folder.path, &folder.attachments, findings),
        };
        if !is_at_fault {
            // What its document.yaml states may be the leave for a text that seems to be missing.
            findings.extend(self.missing_texts(&document, folder, parity));
        }
        document
    }

    /// The source of a file of YAML, if the folder has it and it can be read.
    pub(super) fn read_yaml(
        &self,
        folder: &Folder,
        name: &str,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Source> {
        if !folder.files.iter().any(|file| file == name) {
            return None;
        }
        match self.root.read_text(&format!("{}/{name}", folder.path)) {
            Ok(source) => Some(source),
            Err(found) => {
                findings.push(*found);
                None
            }
        }
    }

    /// The findings for languages that versions are to have and lack.
    fn missing_texts(
        &self,
        document: &Document,
        folder: &DocumentFolder<'_>,
        parity: ParityRule,
    ) -> Vec<Diagnostic> {
        let on = self.options.on;
        let required = document.config.required_languages(self.languages, on);
        // A file that could not be read is there, and what is wrong with it is said of it.
        let has_file = |version: &Version, language: &LanguageCode| {
            let own = folder.of_version(version);
            own.is_some_and(|it| it.texts.iter().any(|text| text.language == *language))
        };
        // A version whose language came later has it in the correction that holds in its place.
        let is_corrected = |version: &Version, language: &LanguageCode| {
            let mut corrections = document.corrections_of(version);
            corrections.any(|it| it.is_published(on) && has_file(it, language))
        };
        let has_to_have = |version: &&Version| !version.texts.is_empty() && !version.is_removed();
        let mut found = Vec::new();
        for version in document.versions.iter().filter(has_to_have) {
            for language in version.texts.missing(&required) {
                if !has_file(version, language) && !is_corrected(version, language) {
                    let remedy = remedy(document, folder, version, language);
                    let lacking = missing_text("this version", &version.folder, language, parity);
                    found.push(missing_text::or_leave(lacking, document, language, &remedy));
                }
            }
        }
        found
    }
}

/// What to do about a text that a version lacks.
fn remedy(
    document: &Document,
    folder: &DocumentFolder<'_>,
    version: &Version,
    language: &LanguageCode,
) -> String {
    match document.next_correction(version) {
        Some(correction) if version.is_sealed() => format!(
            "The version is sealed: publish a correction `{correction}` that has its texts and {}",
            text_name(language)
        ),
        _ => {
            let own = folder.of_version(version);
            let meant = own.and_then(|it| meant_text::in_language(it.folder, language));
            missing_text::remedy(&version.folder, meant, language)
        }
    }
}

/// Versions of which it cannot be told which one holds.
fn duplicates(versions: &[Version]) -> impl Iterator<Item = Diagnostic> + '_ {
    let same = |pair: &&[Version]| {
        let (a, b) = (&pair[0], &pair[1]);
        !a.is_draft()
            && !b.is_draft()
            && a.begins_by() == b.begins_by()
            && (!a.id.is_numbered_with(&b.id) || a.id.cmp_number(&b.id) == Ordering::Equal)
    };
    versions.windows(2).filter(same).map(|pair| {
        let message = format!(
            "the versions `{}` and `{}` take effect on the same day, so that it cannot be told which holds",
            pair[0].id, pair[1].id
        );
        Diagnostic::new(Code::DuplicateVersion, Place::whole(&pair[1].folder), message)
            .help("Give one of them another date, or make it a correction by ending its folder's name in `.1`.")
            .related(Place::whole(&pair[0].folder), "the other version")
    })
}

/// Leaves out what may not be shown on the day: drafts and versions that are not published yet,
/// and documents of which nothing is left. Gives the paths below `content` of those that readers may see
/// later, with the day if there is one.
pub(super) fn keep_what_may_be_shown(
    documents: &mut Vec<Document>,
    options: Options,
) -> BTreeMap<String, Option<Date>> {
    let mut unpublished = BTreeMap::new();
    for document in documents.iter_mut() {
        // The texts of those that are left out were not read.
        let is_left_out =
            |version: &mut Version| !options.drafts && !version.is_published(options.on);
        let left_out: Vec<Version> = document.versions.extract_if(.., is_left_out).collect();
        document
            .versions
            .retain(|version| !version.texts.is_empty() || version.is_removed());
        for version in &left_out {
            let path = format!("{}/{}", document.id, version.id);
            unpublished.insert(path, version.published_on());
        }
        if document.versions.is_empty() && !left_out.is_empty() {
            let first = left_out.iter().filter_map(Version::published_on).min();
            unpublished.insert(document.id.clone(), first);
        }
    }
    documents.retain(|document| !document.versions.is_empty());
    unpublished
}

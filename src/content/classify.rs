//! What each folder of the content is: section, document, version or page.

use super::classified::{Classified, DocumentFolder, PageFolder, TextFile, VersionFolder};
use super::unread_yaml::{self, Holds};
use super::{meant_text, misplaced};
use crate::config;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::LanguageCode;
use crate::model::{VersionId, may_mean_versions, says_draft, text_name};
use crate::source::Folder;

/// Says what the content's folder and every folder below it are.
pub(super) fn classify<'a>(
    content: &'a Folder,
    languages: &[LanguageCode],
    findings: &mut Vec<Diagnostic>,
) -> Classified<'a> {
    let mut classifier = Classifier {
        languages,
        findings,
    };
    classifier.report_unknown_languages(content);
    classifier.section(content)
}

/// Says what the folders of one document are, if its folder still is one.
pub(super) fn classify_document<'a>(
    folder: &'a Folder,
    languages: &[LanguageCode],
    findings: &mut Vec<Diagnostic>,
) -> Option<DocumentFolder<'a>> {
    let mut classifier = Classifier {
        languages,
        findings,
    };
    classifier.report_unknown_languages(folder);
    classifier
        .is_meant_as_document(folder)
        .then(|| classifier.document(folder))
}

/// The files of YAML that say what a folder holds; they are no attachments.
const CONFIG_FILES: [&str; 3] = [
    config::section::FILE,
    config::document::FILE,
    config::version::FILE,
];

struct Classifier<'l, 'f> {
    languages: &'l [LanguageCode],
    findings: &'f mut Vec<Diagnostic>,
}

impl Classifier<'_, '_> {
    fn section<'a>(&mut self, folder: &'a Folder) -> Classified<'a> {
        self.findings
            .extend(unread_yaml::find(folder, Holds::Section));
        self.report_notes(folder);
        let mut section = Classified {
            folder,
            landing: self.texts(folder),
            sections: Vec::new(),
            documents: Vec::new(),
            pages: Vec::new(),
            attachments: self.files(folder),
        };
        for below in &folder.folders {
            self.place_folder(below, &mut section);
        }
        section
    }

    fn place_folder<'a>(&mut self, folder: &'a Folder, section: &mut Classified<'a>) {
        // A folder with a version in it is a document, but the content's folder is none.
        if self.is_version(folder) || self.is_meant_as_version(folder) {
            let texts = self.texts(folder);
            self.findings
                .push(misplaced::in_no_document(folder, &texts));
        } else if self.is_meant_as_document(folder) {
            section.documents.push(self.document(folder));
        } else if self.leads_to_document(folder) {
            section.sections.push(self.section(folder));
        } else if !self.texts(folder).is_empty() {
            self.page(folder, section);
        } else if self.leads_to_text(folder) {
            section.sections.push(self.section(folder));
        } else if is_empty(folder) {
            self.findings.push(empty_folder(&folder.path));
        } else {
            section.attachments.extend(self.all_files(folder));
        }
    }

    fn document<'a>(&mut self, folder: &'a Folder) -> DocumentFolder<'a> {
        let is_inner = |below: &Folder| !self.is_version(below) && self.is_document(below);
        // One with documents in it is meant as a section, which is said of those.
        if !folder.folders.iter().any(is_inner) {
            let unread = unread_yaml::find(folder, Holds::Document);
            self.findings.extend(unread);
        }
        self.report_notes(folder);
        self.findings.extend(
            self.texts(folder)
                .into_iter()
                .map(misplaced::beside_versions),
        );
        let mut document = DocumentFolder {
            folder,
            versions: Vec::new(),
            attachments: self.files(folder),
            has_misnamed: false,
        };
        for below in &folder.folders {
            if self.is_version(below) {
                self.findings
                    .extend(unread_yaml::find(below, Holds::Version));
                self.report_copies(below);
                let mut attachments = self.files(below);
                for in_it in &below.folders {
                    self.below_version(folder, below, in_it, "", &mut attachments);
                }
                document.versions.push(VersionFolder {
                    folder: below,
                    texts: self.texts(below),
                    attachments,
                });
            } else if self.leads_to_text(below) {
                document.has_misnamed = true;
                self.misnamed(folder, below, "", &mut document.attachments);
            } else {
                document.attachments.extend(self.all_files(below));
            }
        }
        document
    }

    /// A folder in a document's that is no version and leads to texts. Those are not meant as attachments, nor is
    /// what lies beside them.
    fn misnamed(
        &mut self,
        document: &Folder,
        folder: &Folder,
        above: &str,
        attachments: &mut Vec<String>,
    ) {
        if self.is_document(folder) {
            let version = document.folders.iter().find(|below| self.is_version(below));
            let found = misplaced::document_in_document(document, version, folder);
            self.findings.push(found);
            return;
        }
        if let Some((first, others)) = self.texts(folder).split_first() {
            let found = misplaced::in_no_version(document, folder, first, others);
            self.findings.push(found);
            return;
        }
        let own = format!("{above}{}/", folder.name);
        attachments.extend(self.files(folder).iter().map(|file| format!("{own}{file}")));
        for below in &folder.folders {
            if self.leads_to_text(below) {
                self.misnamed(document, below, &own, attachments);
            } else {
                let files = self.all_files(below);
                attachments.extend(files.iter().map(|file| format!("{own}{file}")));
            }
        }
    }

    /// A folder in a version's: its files are attachments, unless it is meant as a version itself. Then nothing
    /// in it is for readers yet.
    fn below_version(
        &mut self,
        document: &Folder,
        version: &Folder,
        folder: &Folder,
        above: &str,
        attachments: &mut Vec<String>,
    ) {
        if (may_mean_versions(&folder.name) || states_a_version(folder))
            && let Some((with_texts, first, others)) = self.first_texts(folder)
        {
            let found = misplaced::in_version(document, version, with_texts, &first, &others);
            self.findings.push(found);
            return;
        }
        let own = format!("{above}{}/", folder.name);
        attachments.extend(folder.files.iter().map(|file| format!("{own}{file}")));
        for below in &folder.folders {
            self.below_version(document, version, below, &own, attachments);
        }
    }

    /// The first folder with texts among a folder and those below it, and its texts: one, and the others.
    fn first_texts<'a>(&self, folder: &'a Folder) -> Option<(&'a Folder, TextFile, Vec<TextFile>)> {
        let mut texts = self.texts(folder).into_iter();
        match texts.next() {
            Some(first) => Some((folder, first, texts.collect())),
            None => folder
                .folders
                .iter()
                .find_map(|below| self.first_texts(below)),
        }
    }

    /// A page; pages in folders below it are pages of the same section.
    fn page<'a>(&mut self, folder: &'a Folder, section: &mut Classified<'a>) {
        let (with_texts, without): (Vec<_>, Vec<_>) = folder
            .folders
            .iter()
            .partition(|below| self.leads_to_text(below));
        self.findings.extend(unread_yaml::find(folder, Holds::Page));
        self.report_copies(folder);
        let mut attachments = self.files(folder);
        attachments.extend(without.into_iter().flat_map(|below| self.all_files(below)));
        section.pages.push(PageFolder {
            folder,
            texts: self.texts(folder),
            attachments,
        });
        for below in with_texts {
            self.place_folder(below, section);
        }
    }

    fn is_version(&self, folder: &Folder) -> bool {
        let named = VersionId::parse(&folder.name).map_or(true, |id| id.names_a_version());
        let holds_only_others = self.texts(folder).is_empty()
            && folder.folders.iter().any(|below| self.leads_to_text(below));
        (named || states_a_version(folder)) && !holds_only_others
    }

    fn is_document(&self, folder: &Folder) -> bool {
        folder
            .files
            .iter()
            .any(|file| file == config::document::FILE)
            || folder.folders.iter().any(|below| self.is_version(below))
    }

    /// Whether a folder that is no version is meant as one by its name: as a page, a draft or a text of another day
    /// would be there for everybody to read, and no version of anything.
    fn is_meant_as_version(&self, folder: &Folder) -> bool {
        let own = || !self.texts(folder).is_empty();
        let drafts = || self.leads_to_text(folder) && !self.leads_to_document(folder);
        may_mean_versions(&folder.name) && own() || says_draft(&folder.name) && drafts()
    }

    /// Whether a folder is a document, or would be one if what is in it were rightly named.
    fn is_meant_as_document(&self, folder: &Folder) -> bool {
        let mut below = folder.folders.iter();
        self.is_document(folder)
            || below.any(|below| self.is_meant_as_version(below))
                && !folder
                    .folders
                    .iter()
                    .any(|below| self.leads_to_document(below))
    }

    fn leads_to_document(&self, folder: &Folder) -> bool {
        self.is_document(folder)
            || folder
                .folders
                .iter()
                .any(|below| self.leads_to_document(below))
    }

    fn leads_to_text(&self, folder: &Folder) -> bool {
        !self.texts(folder).is_empty()
            || folder.folders.iter().any(|below| self.leads_to_text(below))
    }

    /// The texts of a folder, in the order of the site's languages.
    fn texts(&self, folder: &Folder) -> Vec<TextFile> {
        self.languages
            .iter()
            .map(|language| (language, text_name(language)))
            .filter(|(_, name)| folder.files.contains(name))
            .map(|(language, name)| TextFile {
                language: language.clone(),
                path: format!("{}/{name}", folder.path),
            })
            .collect()
    }

    /// The files of a folder that are neither texts nor YAML that says what it holds.
    fn files(&self, folder: &Folder) -> Vec<String> {
        let is_other = |file: &&String| {
            unread_yaml::meant(file).is_none()
                && language_of_text(file).is_none_or(|code| !self.languages.contains(&code))
        };
        folder.files.iter().filter(is_other).cloned().collect()
    }

    fn report_notes(&mut self, folder: &Folder) {
        let files = self.files(folder).into_iter();
        let notes = files.filter(|file| meant_text::is_markdown(file));
        self.findings
            .extend(notes.map(|file| misplaced::note(folder, &file)));
    }

    /// Says which files beside texts seem to be copies of them. One that stands for a text that is not there is spoken
    /// of with that.
    fn report_copies(&mut self, folder: &Folder) {
        for file in self.files(folder) {
            let Some(language) = meant_text::copy_in(&file, self.languages) else {
                continue;
            };
            let stands_for_text = !folder.files.contains(&text_name(language))
                && meant_text::in_language(folder, language) == Some(&file);
            let is_unknown = language_of_text(&file).is_some();
            if !stands_for_text && !is_unknown {
                self.findings.push(misplaced::copy(folder, &file, language));
            }
        }
    }

    /// The paths of all files in a folder of files and below it, with the folder's own name before them.
    fn all_files(&mut self, folder: &Folder) -> Vec<String> {
        unread_yaml::find_among_files(folder, self.findings);
        let mut files = Vec::new();
        folder.each_file(&mut |file| files.push(format!("{}/{file}", folder.name)));
        files
    }

    fn report_unknown_languages(&mut self, folder: &Folder) {
        for file in &folder.files {
            if let Some(code) = language_of_text(file)
                && code.language().len() == 2
                && !self.languages.contains(&code)
            {
                let place = Place::whole(format!("{}/{file}", folder.path));
                let known: Vec<&str> = self.languages.iter().map(LanguageCode::as_str).collect();
                let message = format!(
                    "`{file}` is named as a text in the language `{code}`, which site.yaml does not have"
                );
                let help = format!(
                    "Rename the file (the site's languages are {}), or add `{code}` to `languages` in site.yaml.",
                    known.join(", ")
                );
                self.findings
                    .push(Diagnostic::new(Code::UnknownLanguage, place, message).help(help));
            }
        }
        for below in &folder.folders {
            self.report_unknown_languages(below);
        }
    }
}

/// Whether a folder is a version by what it holds, whatever its name.
pub(super) fn states_a_version(folder: &Folder) -> bool {
    folder
        .files
        .iter()
        .any(|file| file == config::version::FILE)
}

/// Whether neither a folder nor one below it holds a file but YAML that says what it holds.
fn is_empty(folder: &Folder) -> bool {
    let mut files = folder.files.iter();
    !folder.is_unread
        && files.all(|file| CONFIG_FILES.contains(&file.as_str()))
        && folder.folders.iter().all(is_empty)
}

fn empty_folder(path: &str) -> Diagnostic {
    let message = "this folder has nothing in it that readers could see";
    Diagnostic::new(Code::EmptyFolder, Place::whole(path), message).help(
        "Put a text in it, for a document in a folder named as the day on which it takes effect (2024-04-01/en.md); or remove the folder.",
    )
}

/// The language that a file's name states, if it has the form of a text's name.
fn language_of_text(file: &str) -> Option<LanguageCode> {
    LanguageCode::parse(file.strip_suffix(".md")?)
}

//! A translation from an XLIFF file, into a draft.

mod languages;
mod refusal;

pub use refusal::NotImported;

use std::ops::Range;

use super::{DraftName, Refusal, find_document};
use crate::config;
use crate::diagnostic::{Code, Diagnostic};
use crate::exchange::{self, Doubtful, Exchanged, OtherBlock, Restructured};
use crate::hash::Hash;
use crate::language::LanguageCode;
use crate::model::{Document, Site, Version, below_content, text_name};
use crate::publish::atomic::{replace_file, restore_file};
use crate::publish::folders::make_folder;
use crate::source::{Root, Source};

/// Where a translation is put.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The document that it becomes a draft of.
    pub document: &'a str,
    /// The name of the draft.
    pub draft: &'a str,
    /// Whether it may stand in the place of a text that the draft alone has.
    pub replace: bool,
}

/// A translation that was put into a draft.
#[derive(Debug)]
pub struct Imported {
    /// The path of the text, from the site's folder.
    pub path: String,
    /// How many units have no translation, so that the source stands in their place.
    pub untranslated: usize,
    /// How many are marked as yet to be translated, though they say something of their own.
    pub pending: usize,
    /// Translations that do not have the codes of their source, or make other blocks than it has, each at its place
    /// in the file.
    pub doubtful: Vec<Diagnostic>,
}

/// Puts the translation that an XLIFF file holds into a draft of a document, which is made where it is not there
/// yet.
///
/// # Errors
/// When the file is none that a version of the document was exported to, what it was translated from says
/// something else by now, or a text would be lost.
pub fn import(
    root: &Root,
    site: &Site,
    request: Request<'_>,
    file: &Source,
) -> Result<Imported, NotImported> {
    let document = find_document(site, request.document)?;
    let name = DraftName::parse(Some(request.draft))?;
    let exchanged = exchange::read(file.text());
    let exchanged = exchanged.map_err(|error| NotImported::unreadable(file, error))?;
    let exchanged = languages::of_site(site, exchanged)?;
    let from = version_of(document, &exchanged)?;
    let draft = Draft {
        root,
        folder: format!("{}/{name}", document.folder()),
        name: name.to_string(),
        exchanged: &exchanged,
    };
    draft.hold_source(document, from)?;
    let before = draft.text_before(document, from);
    let rebuilt = exchange::rebuild(&exchanged, before.as_ref(), site.config.html);
    let rebuilt = rebuilt.map_err(NotImported::NotRebuilt)?;
    let target = draft.path(&exchanged.target_language);
    if !request.replace {
        draft.hold_target(document, &target, &rebuilt.text)?;
    }
    let based_on = document.version(from).map(|at| &document.versions[at]);
    let based_on = based_on.filter(|version| !version.is_draft()).map(|_| from);
    draft.write(&target, &rebuilt.text, based_on)?;
    let shown = root.locate(&target).display().to_string();
    let doubtful = rebuilt.doubtful.iter();
    let doubtful = doubtful.map(|it| without_codes(file, &shown, it));
    let restructured = rebuilt.restructured.iter();
    let restructured = restructured.map(|it| with_other_blocks(file, &shown, it));
    Ok(Imported {
        path: target,
        untranslated: rebuilt.untranslated,
        pending: rebuilt.pending,
        doubtful: doubtful.chain(restructured).collect(),
    })
}

/// The name of the version's folder that the file was made from, which must be one of the document's.
fn version_of<'e>(document: &Document, exchanged: &'e Exchanged) -> Result<&'e str, NotImported> {
    let below = below_content(&exchanged.path);
    let below = below.and_then(|path| path.strip_prefix(document.id.as_str()));
    let below = below.and_then(|path| path.strip_prefix('/'));
    let version = below.and_then(|path| path.rsplit_once('/'));
    match version {
        Some((version, _)) if !version.contains('/') => Ok(version),
        _ => Err(NotImported::OtherDocument {
            path: exchanged.path.clone(),
            document: document.id.clone(),
        }),
    }
}

/// The draft that a translation is put into.
struct Draft<'a> {
    root: &'a Root,
    /// Its folder, from the site's.
    folder: String,
    /// The name of that folder.
    name: String,
    exchanged: &'a Exchanged,
}

impl Draft<'_> {
    fn path(&self, language: &LanguageCode) -> String {
        format!("{}/{}", self.folder, text_name(language))
    }

    /// The text that was translated must be the draft's own, or that of a version where the draft has none.
    fn hold_source(&self, document: &Document, version: &str) -> Result<(), NotImported> {
        let language = &self.exchanged.source_language;
        let skeleton = Source::new(&self.exchanged.path, &*self.exchanged.skeleton);
        let is_same = |source: &Source| source.text().trim_end() == skeleton.text().trim_end();
        let own = self.path(language);
        let here = if self.root.has_file(&own) {
            match self.root.read_text(&own) {
                Ok(source) if is_same(&source) => return Ok(()),
                here => here.ok(),
            }
        } else {
            let texts = document.versions.iter();
            let texts = texts.filter_map(|version| version.text(language));
            let mut sources = texts.filter_map(|text| self.root.read_text(&text.path).ok());
            if sources.any(|source| is_same(&source)) {
                return Ok(());
            }
            self.root.read_text(&self.exchanged.path).ok()
        };
        let compared = match &here {
            Some(here) if here.path() == own => self.name.clone(),
            _ => version.to_owned(),
        };
        Err(NotImported::OtherSource {
            document: document.id.clone(),
            version: compared,
            from: language.clone(),
            to: self.exchanged.target_language.clone(),
            difference: here.map(|here| refusal::difference(&here, &skeleton)),
        })
    }

    /// The text that the translation will replace: the draft's; where that has none, that of the version that the
    /// file was made from, whatever that is called by now.
    fn text_before(&self, document: &Document, version: &str) -> Option<Source> {
        let language = &self.exchanged.target_language;
        let own = self.path(language);
        if self.root.has_file(&own) {
            return self.root.read_text(&own).ok();
        }
        let translated = Hash::of(&self.exchanged.skeleton);
        let is_same = |version: &&Version| {
            let source = version.text(&self.exchanged.source_language);
            source.is_some_and(|text| text.hash == translated)
        };
        let named = document.version(version).map(|at| &document.versions[at]);
        let made_from = named.or_else(|| document.versions.iter().rev().find(is_same))?;
        let text = made_from.text(language)?;
        self.root.read_text(&text.path).ok()
    }

    /// A text that says something else is not lost without a word, unless a version has it still: so does the
    /// one that `revise` copied.
    fn hold_target(
        &self,
        document: &Document,
        target: &str,
        text: &str,
    ) -> Result<(), NotImported> {
        let language = &self.exchanged.target_language;
        let is_in_a_version = |source: &Source| {
            let hash = Hash::of(source.text());
            let versions = document
                .versions
                .iter()
                .filter(|version| !version.is_draft());
            let mut texts = versions.filter_map(|version| version.text(language));
            texts.any(|text| text.hash == hash)
        };
        let is_kept = |source: Source| source.text() == text || is_in_a_version(&source);
        let is_free = !self.root.has_file(target) || self.root.read_text(target).is_ok_and(is_kept);
        if is_free {
            return Ok(());
        }
        Err(NotImported::HasText {
            language: language.clone(),
            path: target.to_owned(),
        })
    }

    /// Writes the translation, and beside it the text that was translated where the draft has none. A draft
    /// that is new says which version it was made from, and is made in one step.
    fn write(&self, target: &str, text: &str, based_on: Option<&str>) -> Result<(), Refusal> {
        let source = self.path(&self.exchanged.source_language);
        let source = Some(source).filter(|path| !self.root.has_file(path));
        if self.root.has_folder(&self.folder) {
            return self.write_into(source.as_deref(), target, text);
        }
        let mut files = Vec::new();
        files.extend(source.map(|path| (path, self.exchanged.skeleton.as_str())));
        files.push((target.to_owned(), text));
        let name = |path: &str| path[self.folder.len() + 1..].to_owned();
        let files = files.iter();
        let mut files: Vec<(String, Vec<u8>)> = files
            .map(|(path, text)| (name(path), text.as_bytes().to_vec()))
            .collect();
        if let Some(version) = based_on {
            let yaml = format!("based_on: {version}\n");
            files.push((config::version::FILE.to_owned(), yaml.into_bytes()));
        }
        Ok(make_folder(&self.root.locate(&self.folder), &files)?)
    }

    /// Each text is put there whole, the source first: a draft that has it alone lacks its translation, as before.
    /// Where the translation cannot be put there, the source is taken away again.
    fn write_into(&self, source: Option<&str>, target: &str, text: &str) -> Result<(), Refusal> {
        let source = source.map(|path| self.root.locate(path));
        if let Some(file) = &source {
            replace_file(file, self.exchanged.skeleton.as_bytes())?;
        }
        let written = replace_file(&self.root.locate(target), text.as_bytes());
        written.map_err(|fault| match source {
            Some(file) if restore_file(&file, None).is_err() => {
                Refusal::TextLeft { file, after: fault }
            }
            _ => fault.into(),
        })
    }
}

fn without_codes(file: &Source, target: &str, doubtful: &Doubtful) -> Diagnostic {
    let marks = doubtful.marks.iter().map(|it| {
        format!(
            "`{}` (source: {}, translation: {})",
            it.mark, it.in_source, it.in_target
        )
    });
    let message = format!(
        "the translation of unit {} does not have the codes of its source: {}",
        doubtful.unit,
        marks.collect::<Vec<_>>().join(", ")
    );
    finding(file, target, &doubtful.at, message)
}

fn with_other_blocks(file: &Source, target: &str, restructured: &Restructured) -> Diagnostic {
    let OtherBlock {
        source,
        translation,
        ..
    } = &restructured.other;
    let what = match (source, translation) {
        (Some(source), Some(translation)) if source == translation => {
            format!("a {translation} is no longer in the block that it was in")
        }
        (Some(source), Some(translation)) => {
            format!("there is a {translation} in the place of a {source}")
        }
        (_, Some(translation)) => format!("there is a {translation} that the source does not have"),
        (source, None) => format!("a {} is missing", source.unwrap_or("block")),
    };
    let message = format!(
        "with the translation of unit {} the text has other blocks than its source: {what}",
        restructured.unit
    );
    finding(file, target, &restructured.at, message)
}

fn finding(file: &Source, target: &str, at: &Range<usize>, message: String) -> Diagnostic {
    let help =
        format!("Put it right in {target}; or in this file, and import it again with --replace.");
    Diagnostic::new(Code::Parity, file.place(at.clone()), message).help(help)
}

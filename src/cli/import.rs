//! `canllaw import`: texts back from translators.

use std::path::{Path, PathBuf};

use clap::Args;

use super::load::{Drafts, Opened, open};
use super::{Outcome, SiteArgs, fault, not_found, refused, report};
use crate::authoring::DraftName;
use crate::diagnostic::{Code, Diagnostic, in_shell};
use crate::exchange::{self, Doubtful, Exchanged, ReadError, Rebuilt};
use crate::language::LanguageCode;
use crate::model::{Document, Site, sha256};
use crate::publish::PublishError;
use crate::publish::atomic::replace_file;
use crate::publish::folders::make_folder;
use crate::source::{Root, Source};

/// How much of a line is quoted, in characters.
const QUOTE_LENGTH: usize = 60;

/// Put a translation from an XLIFF file into a draft.
#[derive(Args)]
pub(super) struct Import {
    #[command(flatten)]
    site: SiteArgs,
    /// The document that it becomes a draft of
    #[arg(long = "as", value_name = "DOCUMENT")]
    document: String,
    /// The draft: a word such as april, or the name of its folder
    #[arg(long, value_name = "NAME", default_value = "draft")]
    draft: String,
    /// Put it in the place of a text of the draft that no version has
    #[arg(long)]
    replace: bool,
    /// The XLIFF file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Import {
    pub fn run(&self) -> Outcome {
        match self.import() {
            Ok(outcome) | Err(outcome) => outcome,
        }
    }

    fn import(&self) -> Result<Outcome, Outcome> {
        let Opened { root, loaded } = open(&self.site, Drafts::Read)?;
        let site = &loaded.site;
        let document = site
            .find_document(&self.document)
            .map_err(|missing| not_found(&missing))?;
        let name = DraftName::parse(Some(&self.draft)).map_err(|refusal| refused(&refusal))?;
        let file = self.read_file()?;
        let exchanged = exchange::read(file.text()).map_err(|error| unreadable(&file, &error))?;
        hold_languages(site, &exchanged)?;
        let from = version_of(document, &exchanged)?;
        let draft = Draft {
            root: &root,
            folder: format!("content/{}/{}", document.id, name),
            exchanged: &exchanged,
        };
        draft.hold_source(document, from)?;
        let rebuilt = exchange::rebuild(&exchanged, site.config.html).map_err(|found| {
            report::findings(&[*found]);
            Outcome::Findings
        })?;
        let target = draft.path(&exchanged.target_language);
        if !self.replace {
            draft.hold_target(document, &target, &rebuilt.text)?;
        }
        let based_on = document.version(from).map(|at| &document.versions[at]);
        let based_on = based_on.filter(|version| !version.draft).map(|_| from);
        draft
            .write(&target, &rebuilt.text, based_on)
            .map_err(|error| fault(&error.to_string(), &error.help()))?;
        told(&file, &root.locate(&target), &rebuilt);
        Ok(Outcome::Done)
    }

    /// The file, whose places are named by the path that was given.
    fn read_file(&self) -> Result<Source, Outcome> {
        let folder = self
            .file
            .parent()
            .filter(|path| !path.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let shown = self.file.display().to_string();
        let unread = |error: String| {
            let message = format!("`{shown}` cannot be read: {error}");
            fault(&message, "Check the path.")
        };
        let root = Root::open(folder).map_err(|error| unread(error.to_string()))?;
        let source = root
            .read_text(&name)
            .map_err(|found| unread(found.message))?;
        Ok(Source::new(shown, source.text()))
    }
}

/// Says why the file cannot be read, and where.
fn unreadable(file: &Source, error: &ReadError) -> Outcome {
    let Some(at) = error.at else {
        return fault(
            &error.to_string(),
            "Give a file that `canllaw export` made.",
        );
    };
    let place = file.place(at..at);
    let message = format!("{}:{}:{}: {error}", place.path, place.line, place.column);
    let help =
        "Save it in the translation tool once more, or ask for it again: nothing was written.";
    fault(&message, help)
}

fn hold_languages(site: &Site, exchanged: &Exchanged) -> Result<(), Outcome> {
    let (from, to) = (&exchanged.source_language, &exchanged.target_language);
    if from == to {
        let message = format!("the file says that it translates `{from}` into the same language");
        return Err(fault(
            &message,
            "Give a file whose `target-language` is the language of the translation.",
        ));
    }
    for language in [from, to] {
        if !site.languages().any(|code| code == language) {
            let message = format!("the site has no language `{language}`");
            return Err(fault(&message, "Add it to `languages` in site.yaml."));
        }
    }
    Ok(())
}

/// The name of the version's folder that the file was made from, which must be one of the document's.
fn version_of<'e>(document: &Document, exchanged: &'e Exchanged) -> Result<&'e str, Outcome> {
    let below = exchanged.path.strip_prefix("content/");
    let below = below.and_then(|path| path.strip_prefix(document.id.as_str()));
    let below = below.and_then(|path| path.strip_prefix('/'));
    let version = below.and_then(|path| path.rsplit_once('/'));
    match version {
        Some((version, _)) if !version.contains('/') => Ok(version),
        _ => {
            let message = format!(
                "the file was made from `{}`, which is no text of the document `{}`",
                exchanged.path, document.id
            );
            let help = "Name the document that it was made from with --as. If that has another name since, export it anew.";
            Err(fault(&message, help))
        }
    }
}

/// The draft that a translation is put into.
struct Draft<'a> {
    root: &'a Root,
    /// Its folder, from the site's.
    folder: String,
    exchanged: &'a Exchanged,
}

impl Draft<'_> {
    fn path(&self, language: &LanguageCode) -> String {
        format!("{}/{language}.md", self.folder)
    }

    /// The text that was translated must be the draft's own, or that of a version where the draft has none.
    fn hold_source(&self, document: &Document, version: &str) -> Result<(), Outcome> {
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
        let message = match here {
            Some(here) => difference(&here, &skeleton),
            None => format!(
                "no text of `{}` in `{language}` is what the file was translated from",
                document.id
            ),
        };
        let help = format!(
            "Export it anew: `canllaw export {} {} --format xliff --from {language} --to {}`. Or put the text back as it \
             was, import the file, and make the change again in both languages.",
            in_shell(&document.id),
            in_shell(version),
            self.exchanged.target_language
        );
        Err(fault(&message, &help))
    }

    /// A text that says something else is not lost without a word, unless a version has it still: so does the
    /// one that `revise` copied.
    fn hold_target(&self, document: &Document, target: &str, text: &str) -> Result<(), Outcome> {
        let language = &self.exchanged.target_language;
        let is_in_a_version = |source: &Source| {
            let hash = sha256(source.text().as_bytes());
            let versions = document.versions.iter().filter(|version| !version.draft);
            let mut texts = versions.filter_map(|version| version.text(language));
            texts.any(|text| text.hash == hash)
        };
        let is_kept = |source: Source| source.text() == text || is_in_a_version(&source);
        let is_free = !self.root.has_file(target) || self.root.read_text(target).is_ok_and(is_kept);
        if is_free {
            return Ok(());
        }
        let message = format!("the draft has a text in `{language}` already: {target}");
        let help = "Give --replace to put the translation in its place, or the name of another draft with --draft.";
        Err(fault(&message, help))
    }

    /// Writes the translation, and beside it the text that was translated where the draft has none. A draft
    /// that is new says which version it was made from.
    fn write(&self, target: &str, text: &str, based_on: Option<&str>) -> Result<(), PublishError> {
        let source = self.path(&self.exchanged.source_language);
        let mut files = Vec::new();
        if !self.root.has_file(&source) {
            files.push((source, self.exchanged.skeleton.as_str()));
        }
        files.push((target.to_owned(), text));
        if self.root.has_folder(&self.folder) {
            let mut files = files.iter();
            return files.try_for_each(|(path, text)| {
                replace_file(&self.root.locate(path), text.as_bytes())
            });
        }
        let name = |path: &str| path[self.folder.len() + 1..].to_owned();
        let files = files.iter();
        let mut files: Vec<(String, Vec<u8>)> = files
            .map(|(path, text)| (name(path), text.as_bytes().to_vec()))
            .collect();
        if let Some(version) = based_on {
            let yaml = format!("based_on: {version}\n");
            files.push(("version.yaml".to_owned(), yaml.into_bytes()));
        }
        make_folder(&self.root.locate(&self.folder), &files)
    }
}

/// The first line in which a text is not the one that was translated.
fn difference(here: &Source, translated: &Source) -> String {
    let (mut one, mut other) = (here.text().lines(), translated.text().lines());
    let mut line = 1;
    let (one, other) = loop {
        match (one.next(), other.next()) {
            (Some(one), Some(other)) if one == other => line += 1,
            (one, other) => break (one, other),
        }
    };
    let said = |text: Option<&str>| match text {
        Some(text) => {
            let cut: String = text.chars().take(QUOTE_LENGTH).collect();
            let dots = if cut.len() < text.len() { "…" } else { "" };
            format!("“{cut}{dots}”")
        }
        None => "not there".to_owned(),
    };
    format!(
        "{} is not the text that the file was translated from: line {line} is {} here, and {} in the file",
        here.path(),
        said(one),
        said(other)
    )
}

/// Says what was written, and what to look at.
fn told(file: &Source, target: &Path, rebuilt: &Rebuilt) {
    anstream::eprintln!("Written to {}.", target.display());
    if rebuilt.untranslated > 0 {
        anstream::eprintln!(
            "Without a translation, so that the source stands in their place: {}.",
            rebuilt.untranslated
        );
    }
    if rebuilt.pending > 0 {
        anstream::eprintln!(
            "Marked in the file as yet to be translated, with words that are not the source's, which were taken: {}.",
            rebuilt.pending
        );
    }
    let doubtful = rebuilt.doubtful.iter();
    let doubtful: Vec<Diagnostic> = doubtful.map(|it| finding(file, target, it)).collect();
    report::findings(&doubtful);
}

fn finding(file: &Source, target: &Path, doubtful: &Doubtful) -> Diagnostic {
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
    let help = format!(
        "Put it right in {}; or in this file, and import it again with --replace.",
        target.display()
    );
    let place = file.place(doubtful.at.clone());
    Diagnostic::new(Code::Parity, place, message).help(help)
}

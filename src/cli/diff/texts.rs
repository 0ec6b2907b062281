//! The two texts that `canllaw diff` was asked about.

use std::path::Path;

use super::Diff;
use crate::cli::load::{Drafts, Opened, open};
use crate::cli::{Outcome, fault, report};
use crate::config::RawHtmlRule;
use crate::content;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::markdown::tree::Tree;
use crate::model::{Document, Site, Version};
use crate::source::{Root, Source};

/// Two texts of one language.
pub(in crate::cli) struct Compared {
    pub old: ComparedText,
    pub new: ComparedText,
    pub language: LanguageCode,
}

/// A text and where it stands.
pub(in crate::cli) struct ComparedText {
    pub source: Source,
    pub tree: Tree,
}

/// Reads what was asked for.
///
/// # Errors
/// How the command ends, everything said, when there is nothing to compare.
pub(super) fn read(asked: &Diff) -> Result<Compared, Outcome> {
    if is_file(&asked.first) {
        files(asked)
    } else {
        versions(asked)
    }
}

fn is_file(argument: &str) -> bool {
    argument.ends_with(".md")
}

fn files(asked: &Diff) -> Result<Compared, Outcome> {
    let Some(second) = asked.second.as_deref().filter(|second| is_file(second)) else {
        let message = format!(
            "`{}` is a file, and there is no second one to compare it with",
            asked.first
        );
        return Err(fault(
            &message,
            "Give two files that end in .md, or a document's id.",
        ));
    };
    let stem = |path: &str| LanguageCode::parse(Path::new(path).file_stem()?.to_str()?);
    let language = match &asked.language {
        Some(written) => LanguageCode::parse(written).ok_or_else(|| no_language(written))?,
        None => stem(second)
            .or_else(|| stem(&asked.first))
            .unwrap_or_else(LanguageCode::english),
    };
    Ok(Compared {
        old: file(&asked.first)?,
        new: file(second)?,
        language,
    })
}

fn file(path: &str) -> Result<ComparedText, Outcome> {
    let given = Path::new(path);
    let folder = given
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let name = given
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let root = Root::open(folder.unwrap_or(Path::new("."))).map_err(|error| {
        fault(
            &format!("`{path}` cannot be read: {error}"),
            "Check the path.",
        )
    })?;
    let mut read = text(&root, name, RawHtmlRule::Sanitise)?;
    read.source = Source::new(path, read.source.text());
    Ok(read)
}

/// Reads a text of a folder.
///
/// # Errors
/// How the command ends, everything said, when it cannot be read.
pub(in crate::cli) fn text(
    root: &Root,
    path: &str,
    html: RawHtmlRule,
) -> Result<ComparedText, Outcome> {
    let mut findings = Vec::new();
    let read =
        content::read_text(root, path, html, &mut findings).map_err(|found: Box<Diagnostic>| {
            report::findings(&[*found]);
            Outcome::Fault
        })?;
    Ok(ComparedText {
        source: read.source,
        tree: read.tree,
    })
}

fn versions(asked: &Diff) -> Result<Compared, Outcome> {
    let Opened { root, loaded } = open(&asked.site, Drafts::Read)?;
    let site = &loaded.site;
    let id = asked.first.trim_matches('/');
    let document = site.document(id).ok_or_else(|| {
        let known: Vec<&str> = site
            .documents
            .iter()
            .map(|document| document.id.as_str())
            .collect();
        fault(
            &format!("there is no document `{id}`"),
            &format!("The documents are: {}", known.join(", ")),
        )
    })?;
    let language = language(asked, site)?;
    let (from, to) = pair(asked, site, document, &language)?;
    let side = |version: &Version| match version.text(&language) {
        Some(found) => text(&root, &found.path, site.config.html),
        None => Err(fault(
            &format!("the version `{}` has no text in `{language}`", version.id),
            "Ask for another --language.",
        )),
    };
    Ok(Compared {
        old: side(&document.versions[from])?,
        new: side(&document.versions[to])?,
        language,
    })
}

fn language(asked: &Diff, site: &Site) -> Result<LanguageCode, Outcome> {
    let found = match &asked.language {
        Some(written) => site.languages().find(|known| known.as_str() == written),
        None => site.languages().next(),
    };
    found
        .cloned()
        .ok_or_else(|| no_language(asked.language.as_deref().unwrap_or_default()))
}

fn no_language(written: &str) -> Outcome {
    fault(
        &format!("there is no language `{written}`"),
        "Give the code of one, such as en or cy.",
    )
}

/// The versions to compare: as asked, or the one in force and the one before it.
fn pair(
    asked: &Diff,
    site: &Site,
    document: &Document,
    language: &LanguageCode,
) -> Result<(usize, usize), Outcome> {
    let named = |id: &String| {
        document.version(id.trim_matches('/')).ok_or_else(|| {
            let known: Vec<&str> = document
                .versions
                .iter()
                .map(|version| version.id.as_str())
                .collect();
            fault(
                &format!("`{}` has no version `{id}`", document.id),
                &format!("Its versions are: {}", known.join(", ")),
            )
        })
    };
    let to = match &asked.third {
        Some(id) => named(id)?,
        None => document.shown(site.on).ok_or_else(|| {
            fault(
                &format!("no version of `{}` is in force", document.id),
                "Name two versions.",
            )
        })?,
    };
    let before = || {
        document
            .versions_in(language)
            .into_iter()
            .rfind(|&at| at < to)
    };
    let from = match &asked.second {
        Some(id) => named(id)?,
        None => before().ok_or_else(|| {
            fault(
                &format!(
                    "`{}` has no version before `{}`",
                    document.id, document.versions[to].id
                ),
                "Name two versions.",
            )
        })?,
    };
    Ok((from, to))
}

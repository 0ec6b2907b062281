//! The two texts that `canllaw diff` was asked about.

use std::path::Path;

use super::Diff;
use crate::cli::load::{ReadSite, read_site};
use crate::cli::{Outcome, fault, not_found, report, was_removed};
use canllaw::config::RawHtmlRule;
use canllaw::content;
use canllaw::diagnostic::{Code, Diagnostic};
use canllaw::language::LanguageCode;
use canllaw::markdown::tree::Tree;
use canllaw::model::{Document, Site, Version};
use canllaw::source::{Root, Source, read_given_text};

/// Two texts of one language.
pub(in crate::cli) struct Compared {
    pub old: ComparedText,
    pub new: ComparedText,
    pub language: LanguageCode,
    /// The site that they are versions in, where they are.
    pub versions: Option<Versions>,
}

/// Two versions of a document.
pub(in crate::cli) struct Versions {
    pub read: ReadSite,
    /// The document's id.
    pub document: String,
    /// Indices into the document's versions.
    pub from: usize,
    pub to: usize,
}

/// A text and where it stands.
pub(in crate::cli) struct ComparedText {
    pub source: Source,
    pub tree: Tree,
    /// The folder that its images are read from: the site's, or the one that holds a file which is in no site.
    pub root: Root,
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
    let language = match &asked.language {
        Some(written) => LanguageCode::parse(written).ok_or_else(|| no_language(written))?,
        None => language_in_name(second)
            .or_else(|| language_in_name(&asked.first))
            .unwrap_or_else(LanguageCode::english),
    };
    Ok(Compared {
        old: file(&asked.first)?,
        new: file(second)?,
        language,
        versions: None,
    })
}

/// The language that a file is named after: `cy.md`, `leave.cy.md`, `leave-cy.md`. Three letters are a word as often
/// as a language: `old.md` and `new.md` are neither; behind a hyphen two may be as well, `log-in.md`.
fn language_in_name(path: &str) -> Option<LanguageCode> {
    let stem = Path::new(path).file_stem()?.to_str()?;
    let code = LanguageCode::parse(stem.rsplit('.').next()?);
    let of_two_letters = code.filter(|code| code.language().len() == 2);
    of_two_letters.or_else(|| {
        let code = LanguageCode::parse(stem.rsplit(['-', '_']).next()?)?;
        code.known().is_some().then_some(code)
    })
}

fn file(path: &str) -> Result<ComparedText, Outcome> {
    let given = Path::new(path);
    let folder = given
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let root = Root::open(folder.unwrap_or(Path::new("."))).map_err(|error| {
        fault(
            &format!("`{path}` cannot be read: {error}"),
            "Check the path.",
        )
    })?;
    let source = read_given_text(given).map_err(|found| refused(*found))?;
    let mut findings = Vec::new();
    let read = content::read_source(source, RawHtmlRule::Sanitise, &mut findings);
    let read = read.map_err(|found| refused(*found))?;
    // What is lost in reading is not compared either.
    findings.retain(|found| matches!(found.code, Code::LostCells | Code::UnclosedComment));
    report::findings(&findings);
    Ok(ComparedText {
        source: read.source,
        tree: read.tree,
        root,
    })
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
    let read = content::read_text(root, path, html, &mut findings);
    let read = read.map_err(|found| refused(*found))?;
    Ok(ComparedText {
        source: read.source,
        tree: read.tree,
        root: root.clone(),
    })
}

fn refused(found: Diagnostic) -> Outcome {
    report::findings(&[found]);
    Outcome::Fault
}

fn versions(asked: &Diff) -> Result<Compared, Outcome> {
    let read = read_site(&asked.site)?;
    let ReadSite { root, site } = &read;
    let document = site.find_document(&asked.first);
    let document = document.map_err(|missing| not_found(&missing))?;
    let language = language(asked, site)?;
    let (from, to) = pair(asked, site, document, &language)?;
    let side = |version: &Version| match version.text(&language) {
        Some(found) => text(root, &found.path, site.config.html),
        None if version.is_removed() => Err(was_removed(version)),
        None => Err(fault(
            &format!("the version `{}` has no text in `{language}`", version.id),
            "Ask for another --language.",
        )),
    };
    let (old, new) = (
        side(&document.versions[from])?,
        side(&document.versions[to])?,
    );
    let document = document.id.clone();
    Ok(Compared {
        old,
        new,
        language,
        versions: Some(Versions {
            read,
            document,
            from,
            to,
        }),
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

/// The versions to compare: as asked, or the one in force and the one before it. A draft, or a version to come,
/// that is named alone is the newer one: what it changes is asked for.
fn pair(
    asked: &Diff,
    site: &Site,
    document: &Document,
    language: &LanguageCode,
) -> Result<(usize, usize), Outcome> {
    let named = |written: &String| {
        let found = document.find_version(written);
        found.map_err(|missing| not_found(&missing))
    };
    let first = asked.second.as_ref().map(named).transpose()?;
    let second = asked.third.as_ref().map(named).transpose()?;
    let (from, to) = match (first, second) {
        (Some(from), Some(to)) => (Some(from), to),
        (Some(alone), None) if is_to_come(&document.versions[alone], site) => {
            (base(site, document, alone, language), alone)
        }
        (first, _) => {
            let to = document
                .shown(site.on())
                .ok_or_else(|| no_version(document))?;
            (first.or_else(|| before(document, to, language)), to)
        }
    };
    Ok((from.ok_or_else(|| nothing_before(document, to))?, to))
}

/// Whether a version is a draft or has not begun.
fn is_to_come(version: &Version, site: &Site) -> bool {
    version.begins_by().is_none_or(|begins| begins > site.on()) || version.is_draft()
}

/// The version that a draft, or a version to come, was made from as it says; else the one that it follows.
fn base(
    site: &Site,
    document: &Document,
    version: usize,
    language: &LanguageCode,
) -> Option<usize> {
    let stated = document.versions[version].config.based_on.as_ref();
    let stated = stated.and_then(|stated| document.version(&stated.value));
    let base = stated.or_else(|| document.before(version, site.on()));
    base.filter(|&at| document.versions[at].text(language).is_some())
        .or_else(|| before(document, version, language))
}

/// The last version before another that has a text in a language.
fn before(document: &Document, version: usize, language: &LanguageCode) -> Option<usize> {
    let with_text = document.versions_in(language).into_iter();
    with_text.take_while(|&at| at < version).last()
}

fn no_version(document: &Document) -> Outcome {
    fault(
        &format!("`{}` has no version", document.id),
        "Make a folder in it, named as the day on which the text takes effect.",
    )
}

/// Says why there is nothing that a version could be compared with, and what there is.
fn nothing_before(document: &Document, to: usize) -> Outcome {
    let id = &document.versions[to].id;
    let mut before = document.versions[..to].iter();
    let message = match before.rfind(|version| version.is_removed()) {
        Some(removed) => format!(
            "the text of the version `{}`, which came before `{id}`, was removed",
            removed.id
        ),
        None => format!("`{}` has no version before `{id}`", document.id),
    };
    let there = document.versions.iter();
    let there: Vec<&str> = there
        .filter(|version| !version.is_removed())
        .map(|version| version.id.as_str())
        .collect();
    let help = match there[..] {
        [] | [_] => format!(
            "There is nothing to compare it with. It has: {}.",
            there.join(", ")
        ),
        _ => format!(
            "Name two versions that have a text. It has: {}.",
            there.join(", ")
        ),
    };
    fault(&message, &help)
}

#[cfg(test)]
mod tests {
    use super::language_in_name;

    #[test]
    fn the_name_of_a_file_says_its_language_where_it_can_be_nothing_else() {
        let named = |path| language_in_name(path).map(|code| code.to_string());
        assert_eq!(named("leave/cy.md").as_deref(), Some("cy"));
        assert_eq!(named("new.cy.md").as_deref(), Some("cy"));
        assert_eq!(named("leave/pt-BR.md").as_deref(), Some("pt-BR"));
        assert_eq!(named("leave-v2-cy.md").as_deref(), Some("cy"));
        assert_eq!(named("leave_cy.md").as_deref(), Some("cy"));
        assert_eq!(named("log-in.md"), None);
        assert_eq!(named("leave-v2.md"), None);
        assert_eq!(named("old.md"), None);
        assert_eq!(named("leave.md"), None);
    }
}

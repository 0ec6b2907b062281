//! What was edited in a sealed text, where Git has the text as it was sealed.

use std::path::Path;
use std::process::Command;

use super::diff::texts::{Compared, ComparedText, text};
use super::{Outcome, diff};
use canllaw::content::read_source;
use canllaw::diagnostic::{Code, Diagnostic};
use canllaw::hash::Hash;
use canllaw::language::LanguageCode;
use canllaw::model::{Edit, SealedPart, Site, Text, Version, text_name};
use canllaw::readable::readable_lines;
use canllaw::source::{Root, Source};

/// How many states of a file are looked through at most, newest first.
const STATES: &str = "200";

/// What was edited in each sealed text among the findings, for reading. Where Git is not there, or never had the
/// text, that is nothing: the finding says enough to go on.
pub(super) fn edits(root: &Root, site: &Site, findings: &[Diagnostic]) -> String {
    let mut shown = String::new();
    let is_broken = findings.iter().any(|found| found.code == Code::SealBroken);
    let documents = site.documents.iter().filter(|_| is_broken);
    for version in documents.flat_map(|document| &document.versions) {
        for (part, edit) in version.edits() {
            if let (Some(SealedPart::File(name)), Edit::Changed) = (part, edit) {
                shown.extend(shown_edit(root, site, version, &name));
            }
        }
    }
    shown
}

fn shown_edit(root: &Root, site: &Site, version: &Version, name: &str) -> Option<String> {
    let is_it = |(language, _): &(&LanguageCode, &Text)| text_name(language) == *name;
    let (language, now) = version.texts.iter().find(is_it)?;
    let is_sealed = |bytes: &str| version.is_sealed_text(name, &Hash::of(bytes));
    let (sealed, commit) = sealed_in_git(root.folder(), &now.path, is_sealed)?;
    let shown =
        compared(root, site, (language, now), &sealed).and_then(|compared| diff::shown(&compared));
    let path = readable_lines(&now.path);
    Some(format!(
        "{path} since it was sealed (as in Git at {commit}):\n{}\n",
        shown.ok()?
    ))
}

/// The text as it was sealed, from the history of its file, and the commit that has it.
fn sealed_in_git(
    folder: &Path,
    path: &str,
    is_sealed: impl Fn(&str) -> bool,
) -> Option<(String, String)> {
    let commits = git(folder, &["log", "--format=%h", "-n", STATES, "--", path])?;
    commits.lines().find_map(|commit| {
        let written = git(folder, &["show", &format!("{commit}:./{path}")])?;
        // As it is read from the disk: line ends and a byte order mark are no part of a text.
        let text = Source::new(path, written).text().to_owned();
        is_sealed(&text).then(|| (text, commit.to_owned()))
    })
}

/// What Git answers; nothing where there is none, or it refuses.
fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    let output = command
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .ok()?;
    let answer = output.status.success().then_some(output.stdout)?;
    String::from_utf8(answer).ok()
}

fn compared(
    root: &Root,
    site: &Site,
    (language, now): (&LanguageCode, &Text),
    sealed: &str,
) -> Result<Compared, Outcome> {
    let html = site.config.html;
    let mut ignored = Vec::new();
    let old = read_source(Source::new(&now.path, sealed), html, &mut ignored);
    let old = old.map_err(|_| Outcome::Findings)?;
    let new = text(root, &now.path, html)?;
    Ok(Compared {
        old: ComparedText {
            source: old.source,
            tree: old.tree,
            root: new.root.clone(),
        },
        new,
        language: language.clone(),
        versions: None,
    })
}

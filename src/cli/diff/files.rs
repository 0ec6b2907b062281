//! The files beside two texts that came, went or have other contents.

use super::texts::Compared;
use canllaw::diff::json::File;
use canllaw::model::FileChange;
use canllaw::page::labels::ThemeLabels;
use canllaw::readable::readable;

/// The files that differ; none between two files that are in no site.
pub(super) fn changed(compared: &Compared) -> Vec<FileChange<'_>> {
    let versions = compared.versions.as_ref();
    let found = versions.and_then(|versions| {
        let document = versions.read.site.document(&versions.document)?;
        let [old, new] = [versions.from, versions.to].map(|at| &document.versions[at]);
        Some(FileChange::between(old, new, &compared.language))
    });
    found.unwrap_or_default()
}

/// A line for each, with the paths of its files in the site.
pub(super) fn text(changes: &[FileChange<'_>], labels: &ThemeLabels<'_>) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let line = |change: &FileChange<'_>| {
        let files = [change.old, change.new].into_iter().flatten();
        let paths: Vec<&str> = files.map(|file| file.path.as_str()).collect();
        let line = format!("{}  {}", labels.file(change), paths.join(" → "));
        format!("  {}\n", readable(&line))
    };
    let lines: String = changes.iter().map(line).collect();
    format!("\n{}\n{lines}", labels.files_changed())
}

/// The same for programs.
pub(super) fn records<'a>(changes: &[FileChange<'a>]) -> Vec<File<'a>> {
    let record = |change: &FileChange<'a>| File {
        name: change.name(),
        kind: change.kind(),
        old: change.old.map(|file| file.path.as_str()),
        new: change.new.map(|file| file.path.as_str()),
    };
    changes.iter().map(record).collect()
}

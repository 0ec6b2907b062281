//! A site with a document of which drafts are made and published.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::{DAY, Run, Site, canllaw};

/// Runs the program on a site.
pub fn run(site: &Path, arguments: &[&str]) -> Run {
    let mut command = canllaw();
    command.args(arguments).arg("--site").arg(site);
    Run::of(command.args(["--on", DAY]))
}

/// Every file below a folder, by its path.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap();
            let path = path.to_str().unwrap().to_owned();
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    files
}

/// The document of which drafts are made.
pub const LEAVE: &str = "policy/leave";

/// A site in two languages with a document in force, which has an attachment.
pub fn with_leave() -> Site {
    Site::in_two_languages()
        .yaml(
            &format!("{LEAVE}/document.yaml"),
            "slug: {cy: absenoldeb}\n",
        )
        .yaml(
            &format!("{LEAVE}/2024-04-01/version.yaml"),
            "change: {note: {en: First., cy: Cyntaf.}}\napproved: {by: A committee}\n",
        )
        .text(
            &format!("{LEAVE}/2024-04-01/en.md"),
            "# Leave\n\nTwenty days.\n",
        )
        .text(
            &format!("{LEAVE}/2024-04-01/cy.md"),
            "# Absenoldeb\n\nUgain diwrnod.\n",
        )
        .text(&format!("{LEAVE}/2024-04-01/forms/form.en.pdf"), "form")
}

/// The same with a draft of it, ready to be published.
pub fn with_draft() -> Site {
    let site = with_leave();
    run(site.folder(), &["revise", LEAVE]).must_succeed();
    site.text(&format!("{LEAVE}/draft/en.md"), "# Leave\n\n21 days.\n")
        .text(
            &format!("{LEAVE}/draft/cy.md"),
            "# Absenoldeb\n\n21 diwrnod.\n",
        )
}

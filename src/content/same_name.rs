//! Names in one folder that differ only in Unicode's form, which nobody sees: many systems, and readers, take them
//! for one.

use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::composed;
use crate::source::Folder;

/// Finds them in a folder and in those below it.
pub(super) fn find(folder: &Folder, findings: &mut Vec<Diagnostic>) {
    let folders = folder.folders.iter().map(|below| &below.name);
    let mut first = HashMap::new();
    // Where all names are plain there is nothing to compare.
    for name in folder
        .files
        .iter()
        .chain(folders)
        .filter(|name| !name.is_ascii())
    {
        if let Some(other) = first.insert(composed(name), name) {
            findings.push(same(folder, name, other));
        }
    }
    for below in &folder.folders {
        find(below, findings);
    }
}

fn same(folder: &Folder, name: &str, other: &str) -> Diagnostic {
    let place = |name: &str| Place::whole(format!("{}/{name}", folder.path));
    let message = format!(
        "`{name}` is there twice, written with other Unicode signs that look the same, so that it cannot be told which is meant"
    );
    Diagnostic::new(Code::AddressCollision, place(name), message)
        .help("Rename one of the two, or remove it.")
        .related(place(other), "the other")
}

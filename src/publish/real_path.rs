//! Where a path leads, whether something is there yet or not.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// The absolute path without links and dots; what is not there yet is taken by name, below what is.
///
/// # Errors
/// When the path cannot be followed, or ends in a name that is none, like `..`, where nothing is.
pub(super) fn real(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        Err(fault) if fault.kind() == ErrorKind::NotFound => {}
        known => return known,
    }
    if let Ok(target) = fs::read_link(path) {
        return real(&folder_around(path).join(target));
    }
    let name = path.file_name().ok_or(ErrorKind::NotFound)?;
    Ok(real(folder_around(path))?.join(name))
}

/// The folder that a path lies in; the working folder for a bare name.
pub(super) fn folder_around(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

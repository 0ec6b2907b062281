//! A text that somebody named, in whichever folder: it belongs to no site.

use std::fs::{self, File};
use std::path::Path;

use super::{Source, not_a_file, text_of, unreadable};
use crate::diagnostic::Diagnostic;

/// Reads the text at a path as it was given, which findings name it by. A link may lead anywhere: who gave it says
/// what is to be read.
///
/// # Errors
/// A finding when the file cannot be read, is too large, or is not UTF-8.
pub fn read_given_text(path: &Path) -> Result<Source, Box<Diagnostic>> {
    let shown = path.display().to_string();
    let failed = |fault: std::io::Error| Box::new(unreadable(&shown, &fault));
    // Asked before it is opened: whoever opens a pipe waits for one who writes.
    let found = fs::metadata(path).map_err(failed)?;
    if !found.is_file() {
        return Err(Box::new(not_a_file(&shown)));
    }
    let file = File::open(path).map_err(failed)?;
    text_of(file, &found, &shown)
}

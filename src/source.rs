//! Files read, and places in them.
//!
//! The one home of reading: every other module gets text from here, as a [`Source`] that knows its
//! lines, or bytes for what is not text. Nothing outside the site's folder is read: a symlink or a
//! `..` that leads out is a finding.

#![allow(clippy::disallowed_methods, reason = "the one home of reading")]

mod folder;
mod given;
mod hashed;
mod inside;
mod open_file;
mod snapshot;

pub use folder::{Folder, Hidden, is_left_behind};
pub use given::read_given_text;
pub use hashed::Hashed;
pub use open_file::OpenFile;
pub use snapshot::{Snapshot, Stamp};

use hashed::KnownHashes;
use inside::Inside;

use std::fs;
use std::io::Read;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::bytes;
use crate::diagnostic::{Code, Diagnostic, Excerpt, Place};

/// The largest text that is read, in bytes. A larger one is a finding, never a crash.
pub const TEXT_LIMIT: u64 = 16 * 1024 * 1024;

/// The longest excerpt that a place keeps, in characters.
const EXCERPT_LIMIT: usize = 160;
/// How much of a longer line is shown before the place, in characters.
const EXCERPT_BEFORE: usize = 60;

/// A text that was read: UTF-8, no byte order mark, lines ended by LF.
#[derive(Clone, Debug)]
pub struct Source {
    path: String,
    text: String,
    /// Where each line begins: found when a place is first asked for, which of most texts none is.
    line_starts: OnceLock<Vec<usize>>,
}

impl Source {
    /// A source from text in memory. `path` is as it is to be shown.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Source {
            path: path.into(),
            text: with_plain_line_ends(text.into()),
            line_starts: OnceLock::new(),
        }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let ends = bytes::positions(self.text.as_bytes(), |byte| byte == b'\n');
            std::iter::once(0).chain(ends.map(|end| end + 1)).collect()
        })
    }

    /// Path from the site's folder, with `/` between its parts.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The 1-based line of a byte offset.
    pub fn line(&self, offset: usize) -> usize {
        self.line_starts().partition_point(|&start| start <= offset)
    }

    /// The 1-based lines of the first and the last byte of a range.
    pub fn lines(&self, range: &Range<usize>) -> [usize; 2] {
        let body = self.text.get(range.clone()).unwrap_or_default();
        let last = range.start + body.trim_end().len().saturating_sub(1);
        [self.line(range.start), self.line(last)]
    }

    /// The byte offset of a 1-based line and a 1-based column in characters, held to the text.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let Some(&start) = self.line_starts().get(line.saturating_sub(1)) else {
            return self.text.len();
        };
        let rest = &self.text[start..];
        rest.char_indices()
            .nth(column.saturating_sub(1))
            .map_or(self.text.len(), |(at, _)| start + at)
    }

    /// The place of a byte range, with its line as the excerpt. A range over several lines is cut
    /// at the end of its first one.
    pub fn place(&self, range: Range<usize>) -> Place {
        let start = floor_boundary(&self.text, range.start);
        let line = self.line(start);
        let line_start = self.line_starts()[line - 1];
        let line_text = self.text[line_start..].lines().next().unwrap_or_default();
        let line_end = line_start + line_text.len();
        let end = floor_boundary(&self.text, range.end.clamp(start, line_end.max(start)));
        let column = self.text[line_start..start].chars().count() + 1;
        let width = self.text[start..end].chars().count().max(1);
        Place {
            path: self.path.clone(),
            line,
            column,
            excerpt: Some(excerpt(line_text, column, width)),
            width,
        }
    }
}

/// A line, or of a long one what is around a stretch of it. `column` is 1-based, in characters.
fn excerpt(line: &str, column: usize, width: usize) -> Excerpt {
    let is_in_reach = column + width <= EXCERPT_LIMIT;
    let left_out = if is_in_reach || line.chars().count() <= EXCERPT_LIMIT {
        0
    } else {
        column.saturating_sub(EXCERPT_BEFORE)
    };
    let after = |text: &str, characters: usize| {
        let mut places = text.char_indices();
        places.nth(characters).map_or(text.len(), |(at, _)| at)
    };
    let rest = &line[after(line, left_out)..];
    let end = after(rest, EXCERPT_LIMIT);
    let mut text = if left_out > 0 { "…" } else { "" }.to_owned();
    text.push_str(&rest[..end]);
    if end < rest.len() {
        text.push('…');
    }
    Excerpt {
        text,
        column: column - left_out + usize::from(left_out > 0),
    }
}

fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn with_plain_line_ends(text: String) -> String {
    let text = match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if bytes::position(text.as_bytes(), |byte| byte == b'\r').is_some() {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}

/// The folder that a site is read from. Paths given to it are relative, with `/` between parts.
#[derive(Clone, Debug)]
pub struct Root {
    folder: PathBuf,
    canonical: PathBuf,
    inside: Inside,
    hashes: KnownHashes,
}

impl Root {
    /// Opens the folder of a site.
    ///
    /// # Errors
    /// When the folder is not there or cannot be read.
    pub fn open(folder: &Path) -> Result<Self, std::io::Error> {
        Ok(Root {
            folder: folder.to_owned(),
            canonical: folder.canonicalize()?,
            inside: Inside::of(folder),
            hashes: KnownHashes::default(),
        })
    }

    /// The folder as it was given.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder as the system knows it: absolute, without links on the way.
    pub fn real_folder(&self) -> &Path {
        &self.canonical
    }

    /// Where a path of the site is on the disk.
    pub fn locate(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Whether there is a file at a path.
    pub fn has_file(&self, path: &str) -> bool {
        self.locate(path).is_file()
    }

    /// Whether there is a folder at a path.
    pub fn has_folder(&self, path: &str) -> bool {
        self.locate(path).is_dir()
    }

    /// Reads a text.
    ///
    /// # Errors
    /// A finding when the file cannot be read, is too large, is not UTF-8, or lies outside the site.
    pub fn read_text(&self, path: &str) -> Result<Source, Box<Diagnostic>> {
        self.read_stamped_text(path).map(|(source, _)| source)
    }

    /// Reads a text, and says when it was last written, as [`Root::stamp`] does.
    ///
    /// # Errors
    /// As [`Root::read_text`].
    pub fn read_stamped_text(&self, path: &str) -> Result<(Source, Stamp), Box<Diagnostic>> {
        let (file, found) = self.open_file(path)?;
        let source = text_of(file, &found, path)?;
        Ok((source, Stamp::of(&found)))
    }

    /// When a file was last written, where there is one.
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        let found = fs::metadata(self.locate(path)).ok()?;
        Some(Stamp::of(&found))
    }

    /// Reads a file of any kind, whole.
    ///
    /// # Errors
    /// A finding when the file cannot be read, does not fit into memory, or lies outside the site.
    pub fn read_bytes(&self, path: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let (file, found) = self.open_file(path)?;
        bytes_of(file, &found, path, u64::MAX)
    }

    /// Looks whether a file can be read, and reads none of it.
    ///
    /// # Errors
    /// As [`Root::read_bytes`].
    pub fn look_at_file(&self, path: &str) -> Result<(), Box<Diagnostic>> {
        self.open_file(path).map(drop)
    }

    /// Opens a file of any kind, to be read piece by piece.
    ///
    /// # Errors
    /// As [`Root::look_at_file`].
    pub fn open_to_read(&self, path: &str) -> Result<OpenFile, Box<Diagnostic>> {
        let (file, found) = self.open_file(path)?;
        Ok(OpenFile::new(file, &found))
    }

    /// Opens what is at a path, if it is a file: whoever reads a pipe waits for one who writes.
    fn open_file(&self, path: &str) -> Result<(fs::File, fs::Metadata), Box<Diagnostic>> {
        let failed = |fault: std::io::Error| Box::new(unreadable(path, &fault));
        let file = match self.inside.open(path) {
            Some(file) => file,
            None => {
                self.hold_inside(path)?;
                let at = self.locate(path);
                if !fs::metadata(&at).map_err(failed)?.is_file() {
                    return Err(Box::new(not_a_file(path)));
                }
                fs::File::open(at).map_err(failed)?
            }
        };
        let found = file.metadata().map_err(failed)?;
        if !found.is_file() {
            return Err(Box::new(not_a_file(path)));
        }
        Ok((file, found))
    }

    fn hold_inside(&self, path: &str) -> Result<(), Box<Diagnostic>> {
        let real = self.locate(path).canonicalize();
        let real = real.map_err(|fault| Box::new(unreadable(path, &fault)))?;
        if real.starts_with(&self.canonical) {
            return Ok(());
        }
        let message = "this leads out of the site's folder";
        let found = Diagnostic::new(Code::UnsafePath, Place::whole(path), message);
        let what = if real.is_dir() { "folder" } else { "file" };
        Err(Box::new(found.help(format!(
            "Copy the {what} into the site instead of linking to it."
        ))))
    }
}

/// The text of an open file. `path` is as it is to be shown.
fn text_of(file: fs::File, found: &fs::Metadata, path: &str) -> Result<Source, Box<Diagnostic>> {
    match String::from_utf8(bytes_of(file, found, path, TEXT_LIMIT)?) {
        Ok(text) => Ok(Source::new(path, text)),
        Err(fault) => Err(Box::new(invalid_utf8(path, fault.as_bytes()))),
    }
}

fn bytes_of(
    file: fs::File,
    found: &fs::Metadata,
    path: &str,
    limit: u64,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let mut bytes = Vec::new();
    // One byte more than there is, so that the end is seen without another look.
    let room = found.len().min(limit).saturating_add(1);
    let room = usize::try_from(room).unwrap_or(usize::MAX);
    if bytes.try_reserve_exact(room).is_err() {
        return Err(Box::new(too_large_for_memory(path)));
    }
    let read = file.take(limit.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|fault| Box::new(unreadable(path, &fault)))?;
    if bytes.len() as u64 > limit {
        let message = format!("the file is larger than {} MiB", limit / (1024 * 1024));
        let found = Diagnostic::new(Code::TooLarge, Place::whole(path), message);
        return Err(Box::new(found.help("Split it into smaller documents.")));
    }
    Ok(bytes)
}

fn unreadable(path: &str, fault: &std::io::Error) -> Diagnostic {
    let message = match fault.kind() {
        std::io::ErrorKind::NotFound => "there is nothing at this path".to_owned(),
        std::io::ErrorKind::PermissionDenied => "you may not read this file".to_owned(),
        _ => format!("this cannot be read: {fault}"),
    };
    Diagnostic::new(Code::Unreadable, Place::whole(path), message)
        .help("Check that the file is there, and who may read it.")
}

fn too_large_for_memory(path: &str) -> Diagnostic {
    let message = "the file is larger than the memory of this machine";
    let found = Diagnostic::new(Code::TooLarge, Place::whole(path), message);
    found.help("Make it smaller, or put it elsewhere and link to it.")
}

fn not_a_file(path: &str) -> Diagnostic {
    let message = "this is not a file";
    Diagnostic::new(Code::Unreadable, Place::whole(path), message)
        .help("Put a file there that holds what is meant, or remove it.")
}

fn invalid_utf8(path: &str, bytes: &[u8]) -> Diagnostic {
    let valid = bytes
        .utf8_chunks()
        .next()
        .map_or(0, |chunk| chunk.valid().len());
    let before = String::from_utf8_lossy(&bytes[..valid]).into_owned();
    let line_end = bytes[valid..].iter().position(|&byte| byte == b'\n');
    let line_end = line_end.map_or(bytes.len(), |at| valid + at);
    let rest_of_line = String::from_utf8_lossy(&bytes[valid..line_end]);
    let source = Source::new(path, format!("{before}{rest_of_line}"));
    let at = source.text().len() - rest_of_line.len();
    let message = "this is not UTF-8: the file was saved in another encoding";
    Diagnostic::new(Code::InvalidUtf8, source.place(at..at + 1), message)
        .help("Open the file in your editor and save it as UTF-8.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_and_lines_from_one() {
        let source = Source::new("a.md", "\u{feff}tŷ\r\nrheolau'r tŷ\r\n");
        assert_eq!(source.text(), "tŷ\nrheolau'r tŷ\n");
        let at = source.text().rfind("tŷ").unwrap();
        let place = source.place(at..at + "tŷ".len());
        assert_eq!((place.line, place.column, place.width), (2, 11, 2));
        assert_eq!(place.excerpt.unwrap().text, "rheolau'r tŷ");
        assert_eq!(source.offset(2, 11), at);
        assert_eq!(source.lines(&(0..at)), [1, 2]);
    }

    #[test]
    fn of_a_long_line_what_is_around_the_place_is_shown() {
        let before = "o’r ".repeat(100);
        let source = Source::new("a.md", format!("{before}tŷ{}\n", " nesaf".repeat(100)));
        let place = source.place(before.len()..before.len() + "tŷ".len());
        assert_eq!((place.line, place.column, place.width), (1, 401, 2));
        let excerpt = place.excerpt.clone().unwrap();
        let [left, meant, right] = excerpt.around(&place);
        assert_eq!(meant, "tŷ");
        assert!(left.starts_with('…') && left.ends_with("o’r o’r "));
        assert!(right.starts_with(" nesaf") && right.ends_with('…'));
        assert!(excerpt.text.chars().count() <= EXCERPT_LIMIT + 2);

        let source = Source::new("a.md", "x".repeat(1000));
        let whole = source.place(0..1000).excerpt.unwrap();
        assert_eq!(
            (whole.column, whole.text.chars().count()),
            (1, EXCERPT_LIMIT + 1)
        );
    }

    #[test]
    fn a_place_at_the_end_of_a_text_is_held_to_it() {
        let source = Source::new("a.md", "one\n");
        let place = source.place(4..9);
        assert_eq!((place.line, place.column, place.width), (2, 1, 1));
    }

    #[test]
    fn bytes_that_are_no_text_are_located() {
        let found = invalid_utf8("a.md", b"one\ntwo \xff three\nfour");
        assert_eq!((found.place.line, found.place.column), (2, 5));
    }
}

//! The list of the files that a build wrote, kept in the output: what the next build may replace.
//!
//! Text, one file a line, by path:
//!
//! ```text
//! canllaw-manifest 1: 2 files
//! 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 4 cy/index.html
//! 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752 5 en/index.html
//! ```
//!
//! The fingerprint is SHA-256, the size is in bytes, and the path is the rest of the line. The count
//! shows a list that was cut short: taken as whole, it would make the files it lost look like
//! someone else's.

use std::fmt;
use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::{PublishError, output_path};

/// The name of the list, at the top of the output.
pub const FILE_NAME: &str = ".canllaw-manifest";

const TITLE: &str = "canllaw-manifest ";
const FORM: &str = "1";

/// The SHA-256 fingerprint of a file's bytes. Displayed as 64 small hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

/// One file of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Path from the output's folder, with `/` between its parts.
    pub path: Box<str>,
    /// Size in bytes.
    pub size: u64,
    /// Fingerprint of its bytes.
    pub digest: Digest,
}

/// The files of a build, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    entries: Vec<Entry>,
}

impl Manifest {
    /// A list of files, each of which has its own path.
    pub(super) fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Manifest { entries }
    }

    /// Reads the list of an output; `None` where there is none.
    ///
    /// # Errors
    /// When the list cannot be read, is damaged, or is of a form that is not known.
    pub fn read(output: &Path) -> Result<Option<Self>, PublishError> {
        let path = output.join(FILE_NAME);
        let damaged = |line, reason| PublishError::DamagedManifest {
            manifest: path.clone(),
            line,
            reason,
        };
        match fs::symlink_metadata(&path) {
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(fault) => return Err(PublishError::system("read", &path)(fault)),
            Ok(found) if !found.is_file() => return Err(damaged(1, "this is not a file")),
            Ok(_) => {}
        }
        let bytes = fs::read(&path).map_err(PublishError::system("read", &path))?;
        let text = String::from_utf8(bytes).map_err(|_| damaged(1, "this is not UTF-8"))?;
        if let Some(form) = newer_form(&text) {
            let manifest = path.clone();
            return Err(PublishError::NewerManifest { manifest, form });
        }
        let manifest = parse(&text).map_err(|(line, reason)| damaged(line, reason))?;
        Ok(Some(manifest))
    }

    /// The files, in the order of their paths' bytes.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The file at a path.
    pub fn find(&self, path: &str) -> Option<&Entry> {
        let at = self
            .entries
            .binary_search_by(|entry| (*entry.path).cmp(path))
            .ok()?;
        self.entries.get(at)
    }

    /// Whether a file lies in a folder, at any depth.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        let start = format!("{folder}/");
        let at = self.entries.partition_point(|entry| *entry.path < *start);
        self.entries
            .get(at)
            .is_some_and(|entry| entry.path.starts_with(&start))
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE}{FORM}: {} files", self.entries.len())?;
        for Entry { path, size, digest } in &self.entries {
            writeln!(f, "{digest} {size} {path}")?;
        }
        Ok(())
    }
}

type Damage = (usize, &'static str);

fn newer_form(text: &str) -> Option<String> {
    let (form, _) = text.strip_prefix(TITLE)?.split_once(':')?;
    let is_newer = form.parse::<u32>().is_ok_and(|form| form > 1);
    is_newer.then(|| form.to_owned())
}

fn parse(text: &str) -> Result<Manifest, Damage> {
    let body = text
        .strip_suffix('\n')
        .ok_or((text.split('\n').count(), "the end is missing"))?;
    let mut lines = body.split('\n');
    let count = lines
        .next()
        .and_then(declared_count)
        .ok_or((1, "this is not a list of canllaw's files"))?;
    let mut entries: Vec<Entry> = Vec::new();
    for (at, line) in lines.enumerate() {
        let entry = parse_entry(line).map_err(|reason| (at + 2, reason))?;
        if entries.last().is_some_and(|last| last.path >= entry.path) {
            return Err((at + 2, "the paths are not in order"));
        }
        entries.push(entry);
    }
    if entries.len() == count {
        Ok(Manifest { entries })
    } else {
        Err((1, "the number of files is not that of the lines below"))
    }
}

fn declared_count(first_line: &str) -> Option<usize> {
    let rest = first_line.strip_prefix(TITLE)?.strip_prefix(FORM)?;
    rest.strip_prefix(": ")?
        .strip_suffix(" files")?
        .parse()
        .ok()
}

fn parse_entry(line: &str) -> Result<Entry, &'static str> {
    let mut parts = line.splitn(3, ' ');
    let digest = parts.next().and_then(Digest::parse);
    let digest = digest.ok_or("this does not begin with a fingerprint")?;
    let size = parts.next().and_then(|size| size.parse().ok());
    let size = size.ok_or("the size is not a number")?;
    let path = parts.next().ok_or("the path is missing")?;
    match output_path::fault(path) {
        None => Ok(Entry {
            path: path.into(),
            size,
            digest,
        }),
        Some(_) => Err("this path cannot be one of the site's"),
    }
}

impl Digest {
    /// The fingerprint of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Digest(Sha256::digest(bytes).into())
    }

    /// The fingerprint of all that a hasher was given.
    pub(super) fn from_hasher(hasher: Sha256) -> Self {
        Digest(hasher.finalize().into())
    }

    /// The fingerprint's 32 bytes.
    pub fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// A fingerprint from its 64 small hexadecimal digits.
    pub fn parse(digits: &str) -> Option<Self> {
        let digits = digits.as_bytes();
        let mut digest = [0; 32];
        if digits.len() != 2 * digest.len() {
            return None;
        }
        for (byte, pair) in digest.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = 16 * nibble(pair[0])? + nibble(pair[1])?;
        }
        Some(Digest(digest))
    }
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests;

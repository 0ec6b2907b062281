//! The list of the files that a build wrote, kept in the output: what the next build may replace.
//!
//! Text, one path a line, in the order of their bytes:
//!
//! ```text
//! canllaw-manifest 2: 2 files
//! cy/index.html
//! en/index.html
//! ```
//!
//! The count shows a list that was cut short: taken as whole, it would make the files it lost look like
//! someone else's. In form 1, which is still read, a fingerprint and a size stood before each path.

use std::fmt;
use std::fs;
use std::path::Path;

use super::{PublishError, output_path};

/// The name of the list, at the top of the output.
pub const FILE_NAME: &str = ".canllaw-manifest";

const TITLE: &str = "canllaw-manifest ";

/// The newest form that is known, which is what is written.
const FORM: u32 = 2;

/// The files of a build, by their paths from the output's folder, with `/` between the parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    paths: Vec<Box<str>>,
}

impl Manifest {
    /// A list of files, each of which has its own path.
    pub(super) fn new(mut paths: Vec<Box<str>>) -> Self {
        paths.sort_unstable();
        Manifest { paths }
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

    /// The paths, in the order of their bytes.
    pub fn paths(&self) -> &[Box<str>] {
        &self.paths
    }

    /// Whether a file is one of the build's.
    pub fn has(&self, path: &str) -> bool {
        let found = self.paths.binary_search_by(|listed| (**listed).cmp(path));
        found.is_ok()
    }

    /// Whether a file lies in a folder, at any depth.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        let start = format!("{folder}/");
        let at = self.paths.partition_point(|path| **path < *start);
        self.paths
            .get(at)
            .is_some_and(|path| path.starts_with(&start))
    }
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{TITLE}{FORM}: {} files", self.paths.len())?;
        self.paths.iter().try_for_each(|path| writeln!(f, "{path}"))
    }
}

type Damage = (usize, &'static str);

fn newer_form(text: &str) -> Option<String> {
    let (form, _) = text.strip_prefix(TITLE)?.split_once(':')?;
    let is_newer = form.parse::<u32>().is_ok_and(|form| form > FORM);
    is_newer.then(|| form.to_owned())
}

fn parse(text: &str) -> Result<Manifest, Damage> {
    let body = text
        .strip_suffix('\n')
        .ok_or((text.split('\n').count(), "the end is missing"))?;
    let mut lines = body.split('\n');
    let (form, count) = lines
        .next()
        .and_then(parse_first_line)
        .ok_or((1, "this is not a list of canllaw's files"))?;
    let mut paths: Vec<Box<str>> = Vec::new();
    for (at, line) in lines.enumerate() {
        let path = parse_path(line, form).map_err(|reason| (at + 2, reason))?;
        if paths.last().is_some_and(|last| **last >= *path) {
            return Err((at + 2, "the paths are not in order"));
        }
        paths.push(path.into());
    }
    if paths.len() == count {
        Ok(Manifest { paths })
    } else {
        Err((1, "the number of files is not that of the lines below"))
    }
}

/// The form of a list, and how many files it says that it has.
fn parse_first_line(line: &str) -> Option<(u32, usize)> {
    let (form, rest) = line.strip_prefix(TITLE)?.split_once(": ")?;
    let count = rest.strip_suffix(" files")?;
    let form = form.parse().ok().filter(|form| (1..=FORM).contains(form))?;
    Some((form, count.parse().ok()?))
}

fn parse_path(line: &str, form: u32) -> Result<&str, &'static str> {
    let path = match form {
        1 => line.splitn(3, ' ').nth(2).ok_or("the path is missing")?,
        _ => line,
    };
    match output_path::fault(path) {
        None => Ok(path),
        Some(_) => Err("this path cannot be one of the site's"),
    }
}

#[cfg(test)]
mod tests;

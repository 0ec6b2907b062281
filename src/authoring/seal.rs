//! A seal: the fingerprint of a version, written down in its `version.yaml`.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::config::version::{self, Seal};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageCode;
use crate::publish::{PublishError, atomic};
use crate::source::{Root, Source};

use super::Refusal;

/// A `version.yaml` as it was before a seal was written into it.
#[must_use]
pub(super) struct Unsealed {
    file: PathBuf,
    /// Nothing where there was no such file.
    bytes: Option<Vec<u8>>,
}

impl Unsealed {
    /// Takes the seal out again, because of a fault that came after it: why nothing was done.
    pub fn put_back(self, after: PublishError) -> Refusal {
        match atomic::restore_file(&self.file, self.bytes.as_deref()) {
            Ok(()) => Refusal::NotPublished(after),
            Err(_) => Refusal::SealLeft {
                file: self.file,
                after,
            },
        }
    }
}

/// What is written into a `version.yaml`.
pub(super) struct Written {
    pub seal: Seal,
    /// From when readers can read the version, where the file does not say so yet.
    pub published_on: Option<Date>,
}

impl Written {
    /// The text of the file with it. Only lines of its own are added or changed.
    fn put_into(&self, text: &str) -> String {
        let mut text = text.to_owned();
        if let Some(day) = self.published_on {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(&format!("published_on: {day}\n"));
        }
        self.seal.put_into(&text)
    }
}

/// Writes a seal into the `version.yaml` of a version's folder, from the site's. Only the lines of what is written
/// change; the file is made where there is none. Gives what was there before.
///
/// # Errors
/// When the file cannot be read or written, or a line put into it would not be its seal.
pub(super) fn write_seal(
    root: &Root,
    folder: &str,
    written: &Written,
    languages: &[LanguageCode],
) -> Result<Unsealed, Refusal> {
    let path = format!("{folder}/version.yaml");
    let before = if root.has_file(&path) {
        Some(root.read_bytes(&path).map_err(|found| refused(*found))?)
    } else {
        None
    };
    let text = String::from_utf8_lossy(before.as_deref().unwrap_or_default());
    let sealed = written.put_into(&text);
    let source = Source::new(&path, sealed.as_str());
    let mut found = Vec::new();
    let mut read = |source: &Source| version::read(source, languages, &mut found);
    // A line of a longer text may look like one.
    let has_seal = read(&Source::new(&path, text.as_ref())).seal.is_some();
    let looks_so = text
        .lines()
        .filter(|line| line.starts_with("seal:"))
        .count();
    let config = read(&source);
    let is_its_seal = config.seal.map(|seal| seal.value).as_ref() == Some(&written.seal);
    let day = config.published_on.map(|day| day.value);
    let is_its_day = written.published_on.is_none() || day == written.published_on;
    if !is_its_seal || !is_its_day || looks_so != usize::from(has_seal) || !found.is_empty() {
        let message = "a line for the seal cannot be put into this file";
        let place = source.place(0..0);
        let found = Diagnostic::new(Code::InvalidYaml, place, message);
        return Err(refused(found.help("Write each key on a line of its own.")));
    }
    let file = root.locate(&path);
    atomic::replace_file(&file, sealed.as_bytes())?;
    Ok(Unsealed {
        file,
        bytes: before,
    })
}

/// Writes a seal into the `version.yaml` of a version that is published.
///
/// # Errors
/// When the file cannot be read or written, or a line put into it would not be its seal; the file is as it
/// was.
pub fn seal(
    root: &Root,
    folder: &str,
    seal: &Seal,
    languages: &[LanguageCode],
) -> Result<(), Refusal> {
    let written = Written {
        seal: seal.clone(),
        published_on: None,
    };
    write_seal(root, folder, &written, languages).map(|_: Unsealed| ())
}

fn refused(found: Diagnostic) -> Refusal {
    Refusal::File(Box::new(found))
}

//! A seal: the fingerprint of a version, written down in its `version.yaml`.

use std::path::PathBuf;

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

/// Writes a seal into the `version.yaml` of a version's folder, from the site's. Only the seal's own
/// line changes; the file is made where there is none. Gives what was there before.
///
/// # Errors
/// When the file cannot be read or written, or a line put into it would not be its seal.
pub(super) fn write_seal(
    root: &Root,
    folder: &str,
    seal: &Seal,
    languages: &[LanguageCode],
) -> Result<Unsealed, Refusal> {
    let path = format!("{folder}/version.yaml");
    let before = if root.has_file(&path) {
        Some(root.read_bytes(&path).map_err(|found| refused(*found))?)
    } else {
        None
    };
    let text = String::from_utf8_lossy(before.as_deref().unwrap_or_default());
    let sealed = seal.put_into(&text);
    let source = Source::new(&path, sealed.as_str());
    let mut found = Vec::new();
    let mut read = |source: &Source| version::read(source, languages, &mut found).seal;
    // A line of a longer text may look like one.
    let has_seal = read(&Source::new(&path, text.as_ref())).is_some();
    let looks_so = text
        .lines()
        .filter(|line| line.starts_with("seal:"))
        .count();
    let is_its_seal = read(&source).map(|seal| seal.value).as_ref() == Some(seal);
    if !is_its_seal || looks_so != usize::from(has_seal) || !found.is_empty() {
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
    write_seal(root, folder, seal, languages).map(|_: Unsealed| ())
}

fn refused(found: Diagnostic) -> Refusal {
    Refusal::File(Box::new(found))
}

//! A seal: the fingerprint of a version, written down in its `version.yaml`.

use crate::config::version::{self, Seal};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageCode;
use crate::publish::atomic;
use crate::source::{Root, Source};

use super::Refusal;

/// Writes a seal into the `version.yaml` of a version's folder, from the site's. Only the seal's own
/// line changes; the file is made where there is none.
///
/// # Errors
/// When the file cannot be read or written, or a line put into it would not be its seal.
pub fn write_seal(
    root: &Root,
    folder: &str,
    seal: &Seal,
    languages: &[LanguageCode],
) -> Result<(), Refusal> {
    let path = format!("{folder}/version.yaml");
    let text = if root.has_file(&path) {
        let bytes = root.read_bytes(&path).map_err(|found| refused(*found))?;
        String::from_utf8_lossy(&bytes).into_owned()
    } else {
        String::new()
    };
    let sealed = seal.put_into(&text);
    let source = Source::new(&path, sealed.as_str());
    let mut found = Vec::new();
    let read = version::read(&source, languages, &mut found);
    if read.seal.map(|seal| seal.value).as_ref() != Some(seal) || !found.is_empty() {
        let message = "a line for the seal cannot be put into this file";
        let place = source.place(0..0);
        let found = Diagnostic::new(Code::InvalidYaml, place, message);
        return Err(refused(found.help("Write each key on a line of its own.")));
    }
    Ok(atomic::replace_file(
        &root.locate(&path),
        sealed.as_bytes(),
    )?)
}

fn refused(found: Diagnostic) -> Refusal {
    Refusal::NotReady(vec![found])
}

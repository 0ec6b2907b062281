//! Files beside texts.

use super::Reader;
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::model::Attachment;

impl Reader<'_> {
    /// The files of a folder as attachments; `names` are paths below it.
    pub(super) fn attachments(
        &self,
        folder: &str,
        names: &[String],
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        for name in names {
            let path = format!("{folder}/{name}");
            match self.root.hash_file(&path) {
                Ok(hashed) => attachments.push(Attachment {
                    name: name.clone(),
                    language: self.language_of(name),
                    bytes: hashed.bytes,
                    hash: hashed.hash,
                    path,
                }),
                Err(found) => findings.push(*found),
            }
        }
        attachments
    }

    /// The language that a file's name states before its ending: `form.cy.pdf`.
    fn language_of(&self, name: &str) -> Option<LanguageCode> {
        let mut parts = name.rsplit('/').next()?.rsplit('.');
        let _ending = parts.next()?;
        let code = parts.next()?;
        parts.next()?;
        self.languages
            .iter()
            .find(|language| language.as_str() == code)
            .cloned()
    }
}

//! Files in pairs whose names have nothing in common: `leave-form.en.docx` and `ffurflen-gwyliau.cy.docx`.
//!
//! Each is named in its own language and by it, so that readers of both have a name that they understand. That they
//! are one form is told by the texts, which link to them in the same order.

use super::attachments::without_language;
use super::subject::Subject;
use crate::config::ByLanguage;
use crate::language::LanguageCode;
use crate::model::{Attachment, Text};
use crate::parity::{Aspect, Difference};

/// Files that stand for each other, the first of the first text.
pub(super) struct LoneFiles<'s>(Vec<[&'s Attachment; 2]>);

impl<'s> LoneFiles<'s> {
    /// Those of what is held against each other: files that have no counterpart by name, and to which the texts link.
    pub fn of(subject: &Subject<'s>) -> Self {
        let texts = subject.texts.into_iter().flat_map(ByLanguage::iter);
        let texts: Vec<(&LanguageCode, &Text)> = texts.collect();
        let Some((first, others)) = texts.split_first() else {
            return LoneFiles(Vec::new());
        };
        let of_other = |other: &(&LanguageCode, &Text)| {
            let ours = linked(subject.attachments, *first, other.0);
            let theirs = linked(subject.attachments, *other, first.0);
            let are_as_many = ours.len() == theirs.len();
            let pairs = ours
                .into_iter()
                .zip(theirs)
                .map(|(one, other)| [one, other]);
            pairs.filter(move |[one, other]| are_as_many && ending(one) == ending(other))
        };
        LoneFiles(others.iter().flat_map(of_other).collect())
    }

    /// The file of the first text that one of another language is the counterpart of.
    pub fn counterpart(&self, file: &Attachment) -> Option<&'s Attachment> {
        let mut pairs = self.0.iter();
        pairs
            .find(|[_, other]| other.path == file.path)
            .map(|[one, _]| *one)
    }

    /// Whether two links differ in this alone that one leads to such a file and the other to its counterpart.
    pub fn explain(&self, difference: &Difference) -> bool {
        let leads_to = |found: &Option<String>, file: &Attachment| {
            let target = found.as_deref().unwrap_or_default();
            named(target.trim_matches(['“', '”'])) == file.name
        };
        difference.aspect == Aspect::Link
            && self.0.iter().any(|[one, other]| {
                leads_to(&difference.left.found, one) && leads_to(&difference.right.found, other)
            })
    }
}

/// The files in its language that a text links to, each once, without those that have a counterpart in the other by
/// their names.
fn linked<'s>(
    files: &'s [Attachment],
    (language, text): (&LanguageCode, &Text),
    other: &LanguageCode,
) -> Vec<&'s Attachment> {
    let in_language = |file: &Attachment, language| file.language.as_ref() == Some(language);
    let mut found: Vec<&Attachment> = Vec::new();
    for link in text.links.iter().filter(|link| !link.is_image) {
        let is_it =
            |file: &&Attachment| in_language(file, language) && file.name == named(&link.target);
        let Some(file) = files.iter().find(is_it) else {
            continue;
        };
        let is_same = |there: &Attachment| {
            in_language(there, other) && without_language(there) == without_language(file)
        };
        if !files.iter().any(is_same) && !found.iter().any(|known| known.path == file.path) {
            found.push(file);
        }
    }
    found
}

/// The name of the file beside the text that an address leads to.
fn named(target: &str) -> &str {
    target.strip_prefix("./").unwrap_or(target)
}

fn ending(file: &Attachment) -> Option<&str> {
    Some(file.name.rsplit_once('.')?.1)
}

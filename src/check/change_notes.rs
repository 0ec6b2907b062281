//! What an author says of a version speaks of every change to a duty, a number, a date or a sum of money.

mod told;

use std::cell::OnceCell;

use rayon::prelude::*;

use crate::config::{ChangeKind, Located};
use crate::content::{ReadText, read_text};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::diff::{self, Change, Mentions};
use crate::language::LanguageCode;
use crate::model::{Document, Site, Version};
use crate::source::Root;
use told::told;

/// How many changes a finding shows.
const SHOWN: usize = 5;

/// Whether a site does not want to be built with a note that passes over a change. To find one, every text is
/// read anew, which is too much for a warning.
pub fn stop_the_build(site: &Site) -> bool {
    site.config.checks.severity(Code::SilentNote) == Some(Severity::Error)
}

/// Finds the notes that are silent on such a change.
pub fn check(root: &Root, site: &Site) -> Vec<Diagnostic> {
    let found: Vec<Vec<Diagnostic>> = site
        .documents
        .par_iter()
        .map(|document| check_document(root, site, document))
        .collect();
    found.into_iter().flatten().collect()
}

pub(super) fn check_document(root: &Root, site: &Site, document: &Document) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for language in site.languages() {
        let versions = document.versions_in(language);
        let versions = versions.iter().map(|&at| &document.versions[at]);
        // What comes after a draft is told from the version before it.
        let mut before: Option<Noted<'_>> = None;
        for version in versions {
            let after = Noted::of(version, language);
            if let Some(before) = &before {
                found.extend(after.check(before, root, site));
            }
            if !version.is_draft() {
                before = Some(after);
            }
        }
    }
    found
}

/// A version in one language, with what its author says changed.
struct Noted<'a> {
    version: &'a Version,
    language: &'a LanguageCode,
    /// Its text, once that was asked for.
    read: OnceCell<Option<ReadText>>,
}

impl<'a> Noted<'a> {
    fn of(version: &'a Version, language: &'a LanguageCode) -> Self {
        Noted {
            version,
            language,
            read: OnceCell::new(),
        }
    }

    /// What its author says changed.
    fn note(&self) -> Option<&'a Located<String>> {
        let note = self.version.config.change.note.as_ref()?;
        note.get(self.language)
    }

    fn is_editorial(&self) -> bool {
        self.version.config.change.kind == Some(ChangeKind::Editorial)
    }

    /// Its text. What can no longer be read was found when its facts were read.
    fn text(&self, root: &Root, site: &Site) -> Option<&ReadText> {
        let read = || {
            let text = self.version.text(self.language)?;
            read_text(root, &text.path, site.config.html, &mut Vec::new()).ok()
        };
        self.read.get_or_init(read).as_ref()
    }

    /// What its author is silent on of what changed from the version before.
    fn check(&self, before: &Noted<'_>, root: &Root, site: &Site) -> Option<Diagnostic> {
        let note = self.note();
        if note.is_none() && !self.is_editorial() {
            return None;
        }
        let (old, new) = (before.text(root, site)?, self.text(root, site)?);
        if old.source.text() == new.source.text() {
            return None;
        }
        let comparison = diff::compare(&old.tree, &new.tree, self.language);
        let written = note.map_or("", |note| note.value.as_str());
        let mentions = Mentions::of(written, &new.tree, self.language);
        let flagged = comparison
            .changes
            .iter()
            .filter(|change| !change.flags.is_empty());
        let silent: Vec<&Change> = flagged.filter(|change| !mentions.cover(change)).collect();
        (!silent.is_empty()).then(|| self.finding(&silent, old, new))
    }

    fn finding(&self, silent: &[&Change], old: &ReadText, new: &ReadText) -> Diagnostic {
        let note = self.note();
        let place = note.map_or_else(
            || Place::whole(format!("{}/version.yaml", self.version.folder)),
            |note| note.place.clone(),
        );
        let message = message(silent.len(), note.is_some());
        let found = Diagnostic::new(Code::SilentNote, place, message);
        let found = found.help(help(self.is_editorial()));
        let passage = |change: &Change| {
            let (passages, text) = if change.new.is_empty() {
                (&change.old, old)
            } else {
                (&change.new, new)
            };
            let span = passages
                .first()
                .map_or(0..0, |passage| passage.span.clone());
            text.source.place(span)
        };
        silent.iter().take(SHOWN).fold(found, |found, change| {
            found.related(passage(change), told(change, self.language))
        })
    }
}

fn message(count: usize, has_note: bool) -> String {
    let changes = match count {
        1 => "a change".to_owned(),
        count => format!("{count} changes"),
    };
    let what = "to a duty, a number, a date or a sum of money";
    if has_note {
        format!("the note on this version says nothing of {changes} {what}")
    } else {
        format!("this version is called editorial, and has {changes} {what}")
    }
}

fn help(is_editorial: bool) -> &'static str {
    if is_editorial {
        "Say in `change: {note: …}` what changed there; if the meaning changed, `kind` is `major`."
    } else {
        "Say in `change: {note: …}` what changed there: readers go by the note."
    }
}

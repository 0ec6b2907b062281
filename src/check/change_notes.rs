//! What an author says of a version speaks of every change to a duty, a number, a date or a sum of money.

use rayon::prelude::*;

use crate::config::ChangeKind;
use crate::content::{ReadText, read_text};
use crate::diagnostic::{Code, Diagnostic, Place, Severity};
use crate::diff::{self, Change, Mentions, Op};
use crate::language::LanguageCode;
use crate::model::{Document, Site, Version};
use crate::source::Root;

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
        let mut before: Option<&Version> = None;
        for version in versions {
            if let Some(before) = before {
                let step = Step {
                    before,
                    after: version,
                    language,
                };
                found.extend(step.check(root, site));
            }
            if !version.draft {
                before = Some(version);
            }
        }
    }
    found
}

/// A version and the one before it, in one language.
struct Step<'a> {
    before: &'a Version,
    after: &'a Version,
    language: &'a LanguageCode,
}

impl Step<'_> {
    fn check(&self, root: &Root, site: &Site) -> Option<Diagnostic> {
        let change = &self.after.config.change;
        let note = change
            .note
            .as_ref()
            .and_then(|note| note.get(self.language));
        let is_editorial = change.kind == Some(ChangeKind::Editorial);
        if note.is_none() && !is_editorial {
            return None;
        }
        let (old, new) = (
            self.read(root, site, self.before)?,
            self.read(root, site, self.after)?,
        );
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
        if silent.is_empty() {
            return None;
        }
        let place = note.map_or_else(
            || Place::whole(format!("{}/version.yaml", self.after.folder)),
            |note| note.place.clone(),
        );
        let found = Diagnostic::new(
            Code::SilentNote,
            place,
            message(silent.len(), note.is_some()),
        );
        let found = found.help(help(is_editorial));
        Some(silent.iter().take(SHOWN).fold(found, |found, change| {
            let passage = match change.new.first() {
                Some(passage) => new.source.place(passage.span.clone()),
                None => old.source.place(
                    change
                        .old
                        .first()
                        .map_or(0..0, |passage| passage.span.clone()),
                ),
            };
            found.related(passage, told(change))
        }))
    }

    /// What can no longer be read was found when its facts were read.
    fn read(&self, root: &Root, site: &Site, version: &Version) -> Option<ReadText> {
        let text = version.text(self.language)?;
        read_text(root, &text.path, site.config.html, &mut Vec::new()).ok()
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

/// What happened: "number: “5” → “8”".
fn told(change: &Change) -> String {
    let flags: Vec<&str> = change.flags.iter().map(|flag| flag.name()).collect();
    let side = |op: Op| {
        let edits = change.edits.iter().filter(|edit| edit.op == op);
        let words = edits.map(|edit| edit.text.trim());
        let words: Vec<&str> = words.filter(|words| !words.is_empty()).collect();
        shortened(&words.join(" … "))
    };
    let what = match (change.edits.is_empty(), change.new.is_empty()) {
        (true, true) => "removed".to_owned(),
        (true, false) => "added".to_owned(),
        _ => match (side(Op::Delete).as_str(), side(Op::Insert).as_str()) {
            ("", new) => format!("“{new}” came"),
            (old, "") => format!("“{old}” went"),
            (old, new) => format!("“{old}” → “{new}”"),
        },
    };
    format!("{}: {what}", flags.join(", "))
}

fn shortened(words: &str) -> String {
    const LONGEST: usize = 50;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

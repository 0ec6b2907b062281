//! The seal of a version: its fingerprint as it was when it was published, with a hash of each part, so
//! that an edit can be named.
//!
//! As text, one part a line:
//!
//! ```text
//! sha256:6b86…            the fingerprint
//! file en.md 0a1b…        each text and attachment
//! dates 2c3d…             what version.yaml states
//! approval 4e5f…
//! note 6071…
//! again 2026-11-23 The address in the footer was misprinted
//! ```
//!
//! The fingerprint alone is a seal too: then an edit is known, and not where it was made.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::content_path::text_name;
use super::fingerprint::{self, earlier_form};
use super::version::{Dates, Fingerprint, Version};
use crate::config::Located;
use crate::config::version::Seal;
use crate::hash::Hash;
use crate::language::LanguageCode;

/// How many hexadecimal digits tell one state of a part from another.
const DIGITS: usize = 16;
const ALGORITHM: &str = "sha256:";

/// A part of a version that a seal holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SealedPart {
    /// A text or an attachment, by its path below the version's folder.
    File(String),
    /// When it takes effect and was published.
    Dates,
    /// Who approved it, when, and where that is minuted.
    Approval,
    /// The note on the change.
    Note,
}

impl SealedPart {
    fn is_file(&self) -> bool {
        matches!(self, SealedPart::File(_))
    }
}

/// What was done to a sealed part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    /// It says something else.
    Changed,
    /// It was not there when the version was sealed.
    Added,
    /// It is no longer there.
    Removed,
}

/// A seal as it is read.
struct Record<'a> {
    fingerprint: &'a str,
    /// The hash of each part, where the seal has them.
    parts: BTreeMap<SealedPart, &'a str>,
}

impl Version {
    /// The seal that the version would have now.
    pub fn new_seal(&self) -> Seal {
        let mut lines = vec![format!("{ALGORITHM}{}", self.fingerprint)];
        for (part, hash) in self.parts() {
            lines.push(match part {
                SealedPart::File(name) => format!("file {name} {hash}"),
                SealedPart::Dates => format!("dates {hash}"),
                SealedPart::Approval => format!("approval {hash}"),
                SealedPart::Note => format!("note {hash}"),
            });
        }
        Seal(lines.join("\n"))
    }

    /// The same, with the day on which it was sealed again and the reason; those of earlier times stay.
    pub fn new_seal_again(&self, on: Date, reason: &str) -> Seal {
        let mut seal = self.new_seal();
        let old = self
            .config
            .seal
            .iter()
            .flat_map(|seal| seal.value.0.lines());
        let earlier = old.filter(|line| line.starts_with("again "));
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        let now = format!("again {on} {reason}");
        for line in earlier.map(str::to_owned).chain([now]) {
            seal.0.push('\n');
            seal.0.push_str(&line);
        }
        seal
    }

    /// Whether it is sealed, and as it was when it was. What is written down beside the seal later
    /// (that the document is withdrawn, that the text was removed) does not break it.
    pub fn is_sealed(&self) -> bool {
        self.config.seal.is_some() && self.edits().is_empty()
    }

    /// What was edited since the version was sealed; nothing where it is not sealed, is a draft, or its
    /// text was removed. Where the seal
    /// has no hashes of parts, an edit is said to be in none.
    pub fn edits(&self) -> Vec<(Option<SealedPart>, Edit)> {
        let is_held = !self.is_draft() && !self.is_removed();
        let seal = self.config.seal.as_ref().filter(|_| is_held);
        seal.map_or_else(Vec::new, |seal| self.edits_since(&seal.value))
    }

    /// What was edited since the version had a seal, or would have had it. What was not stated then is added.
    pub fn edits_since(&self, seal: &Seal) -> Vec<(Option<SealedPart>, Edit)> {
        let record = Record::read(&seal.0);
        let is_whole = record.fingerprint == self.fingerprint.to_string()
            || earlier_form::is_fingerprint(self, |it| it.to_string() == record.fingerprint);
        if is_whole {
            return Vec::new();
        }
        let now = self.parts();
        let names: BTreeSet<&SealedPart> = record.parts.keys().chain(now.keys()).collect();
        let edit = |part: &SealedPart| match (record.parts.get(part), now.get(part)) {
            (Some(old), Some(new)) => {
                let is_same = *old == new.as_str() || self.is_in_earlier_form(part, old);
                let is_new = !part.is_file() && *old == short(&Hash::of(""));
                let edit = if is_new { Edit::Added } else { Edit::Changed };
                (!is_same).then_some(edit)
            }
            (Some(_), None) => Some(Edit::Removed),
            (None, _) => Some(Edit::Added),
        };
        let edits = names
            .into_iter()
            .filter_map(|part| Some((Some(part.clone()), edit(part)?)));
        let edits: Vec<_> = edits.filter(|_| !record.parts.is_empty()).collect();
        if edits.is_empty() {
            vec![(None, Edit::Changed)]
        } else {
            edits
        }
    }

    /// Whether readers can not have read the version by a day, by the dates with which it was sealed. A day of
    /// publication that was not stated then, and is now, is not held against it.
    pub fn is_sealed_unread(&self, on: Date) -> bool {
        let Some(seal) = &self.config.seal else {
            return false;
        };
        let (Dates::Decided { effective_from, .. }, record) =
            (self.dates, Record::read(&seal.value.0))
        else {
            return false;
        };
        let sealed = record.parts.get(&SealedPart::Dates);
        let is_sealed = |version: &Version| {
            let now = short(&fingerprint::stated(version).dates);
            sealed.is_some_and(|sealed| *sealed == now)
        };
        if is_sealed(self) {
            return !self.is_published(on);
        }
        let unannounced = self.as_decided(effective_from, effective_from.by);
        effective_from.by > on && is_sealed(&unannounced)
    }

    /// The fingerprint that was written down when the version was sealed.
    pub fn sealed_fingerprint(&self) -> Option<Fingerprint> {
        let seal = self.config.seal.as_ref()?;
        Hash::parse(Record::read(&seal.value.0).fingerprint)
    }

    /// Whether a text is the one that was sealed.
    pub fn is_sealed_text(&self, file: &str, hash: &Hash) -> bool {
        let seal = self.config.seal.as_ref();
        seal.is_some_and(|seal| {
            let record = Record::read(&seal.value.0);
            record.parts.get(&SealedPart::File(file.to_owned())) == Some(&&*short(hash))
        })
    }

    /// Whether a version whose text was removed may have had one in a language: its file is there, or was when the
    /// version was sealed, or no file is there to tell.
    pub(super) fn may_have_had_text(&self, language: &LanguageCode) -> bool {
        let seal = self.config.seal.as_ref();
        let was_sealed = |seal: &Located<Seal>| {
            let part = SealedPart::File(text_name(language));
            Record::read(&seal.value.0).parts.contains_key(&part)
        };
        self.texts.is_empty() || self.texts.get(language).is_some() || seal.is_some_and(was_sealed)
    }

    /// Whether a part that is stated has a hash in the form in which the first seals were made.
    fn is_in_earlier_form(&self, part: &SealedPart, hash: &str) -> bool {
        let is_it = |found: &Hash| short(found) == hash;
        match part {
            SealedPart::Approval => earlier_form::is_approval(self, is_it),
            SealedPart::Note => earlier_form::is_note(self, is_it),
            SealedPart::File(_) | SealedPart::Dates => false,
        }
    }

    fn parts(&self) -> BTreeMap<SealedPart, String> {
        let texts = self.texts.iter();
        let texts = texts.map(|(language, text)| (text_name(language), &text.hash));
        let attachments = self.attachments.iter();
        let attachments = attachments.map(|file| (file.name.clone(), &file.hash));
        let files = texts.chain(attachments);
        let mut parts: BTreeMap<SealedPart, String> = files
            .map(|(name, hash)| (SealedPart::File(name), short(hash)))
            .collect();
        let stated = fingerprint::stated(self);
        parts.insert(SealedPart::Dates, short(&stated.dates));
        parts.insert(SealedPart::Approval, short(&stated.approval));
        parts.insert(SealedPart::Note, short(&stated.note));
        parts
    }
}

impl<'a> Record<'a> {
    /// Reads a seal as it is written; lines that say nothing known are left aside.
    fn read(text: &'a str) -> Record<'a> {
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default().trim();
        let part = |line: &'a str| {
            let (name, hash) = line.trim().rsplit_once(' ')?;
            let part = match name {
                "dates" => SealedPart::Dates,
                "approval" => SealedPart::Approval,
                "note" => SealedPart::Note,
                file => SealedPart::File(file.strip_prefix("file ")?.to_owned()),
            };
            Some((part, hash))
        };
        Record {
            fingerprint: first.strip_prefix(ALGORITHM).unwrap_or(first),
            parts: lines.filter_map(part).collect(),
        }
    }
}

fn short(hash: &Hash) -> String {
    format!("{hash:.DIGITS$}")
}

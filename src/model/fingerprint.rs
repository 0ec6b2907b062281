//! The fingerprint of a version: a hash over all that readers are held to.

use sha2::{Digest, Sha256};

use super::text::{Attachment, Text};
use super::version::Version;
use crate::config::version::VersionConfig;
use crate::config::{ByLanguage, EffectiveFrom, Localised};

/// SHA-256, 32 bytes.
pub type Fingerprint = [u8; 32];

/// The SHA-256 of bytes.
pub fn sha256(bytes: &[u8]) -> Fingerprint {
    Sha256::digest(bytes).into()
}

/// A hash as 64 hexadecimal digits.
pub fn hexadecimal(hash: &Fingerprint) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let halves = hash.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let mut digits = String::with_capacity(2 * hash.len());
    digits.extend(halves.map(|half| char::from(DIGITS[usize::from(half)])));
    digits
}

/// The fingerprint of a version: over its texts, attachments, dates, approval and note.
///
/// Each part is written as `name length bytes`, so that no two versions give the same bytes by
/// running two parts into one. What is written down later (a seal, a removal) is not part of it.
pub fn fingerprint(
    texts: &ByLanguage<Text>,
    attachments: &[Attachment],
    effective_from: Option<&EffectiveFrom>,
    published_on: Option<jiff::civil::Date>,
    config: &VersionConfig,
) -> Fingerprint {
    let mut parts = Parts(Sha256::new());
    parts.add("canllaw", b"1");
    for (language, text) in texts.iter() {
        parts.add(&format!("text {language}"), &text.hash);
    }
    for attachment in attachments {
        parts.add(&format!("attachment {}", attachment.name), &attachment.hash);
    }
    parts.dates(effective_from, published_on);
    parts.approval(config);
    parts.localised("note", config.change.note.as_ref());
    parts.0.finalize().into()
}

/// What a version states beside its files, each with a hash of its own: dates, approval, note.
pub(super) fn stated(version: &Version) -> [Fingerprint; 3] {
    let hash = |add: &dyn Fn(&mut Parts)| {
        let mut parts = Parts(Sha256::new());
        add(&mut parts);
        parts.0.finalize().into()
    };
    let config = &version.config;
    [
        hash(&|parts| parts.dates(version.effective_from().as_ref(), version.published_on())),
        hash(&|parts| parts.approval(config)),
        hash(&|parts| parts.localised("note", config.change.note.as_ref())),
    ]
}

fn date(date: Option<jiff::civil::Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

struct Parts(Sha256);

impl Parts {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        self.0.update(format!("{name} {}\n", bytes.len()));
        self.0.update(bytes);
        self.0.update(b"\n");
    }

    fn dates(
        &mut self,
        effective_from: Option<&EffectiveFrom>,
        published_on: Option<jiff::civil::Date>,
    ) {
        if let Some(effective) = effective_from {
            self.add("effective after", date(effective.after).as_bytes());
            self.add("effective by", effective.by.to_string().as_bytes());
        }
        self.add("published on", date(published_on).as_bytes());
    }

    fn approval(&mut self, config: &VersionConfig) {
        if let Some(approved) = &config.approved {
            self.localised("approved by", approved.by.as_ref());
            self.add("approved on", date(approved.on).as_bytes());
            let reference = approved.reference.as_deref().unwrap_or_default();
            self.add("approval reference", reference.as_bytes());
        }
    }

    fn localised(&mut self, name: &str, text: Option<&Localised>) {
        for (language, text) in text.into_iter().flat_map(ByLanguage::iter) {
            self.add(&format!("{name} {language}"), text.value.as_bytes());
        }
    }
}

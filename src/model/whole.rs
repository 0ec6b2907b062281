//! How a version is made: whole, with the fingerprint of what it holds.

use jiff::civil::Date;

use super::fingerprint::fingerprint;
use super::text::{Attachment, Text};
use super::version::{Dates, Fingerprint, Version};
use super::version_id::VersionId;
use crate::config::version::VersionConfig;
use crate::config::{ByLanguage, EffectiveFrom};

/// The files of a version.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// Its texts.
    pub texts: ByLanguage<Text>,
    /// The files that belong to it.
    pub attachments: Vec<Attachment>,
}

impl Version {
    /// A version with what it holds. `folder` is the path of its folder from the site's folder.
    pub fn new(
        id: VersionId,
        folder: String,
        dates: Dates,
        config: VersionConfig,
        held: Held,
    ) -> Version {
        let mut version = Version {
            id,
            folder,
            dates,
            texts: held.texts,
            attachments: held.attachments,
            config,
            fingerprint: Fingerprint::default(),
        };
        version.fingerprint = fingerprint(&version);
        if let Some(sealed) = version.fingerprint_that_holds() {
            version.fingerprint = sealed;
        }
        version
    }

    /// The same as a version that is no draft, not sealed yet.
    pub fn as_decided(&self, effective_from: EffectiveFrom, published_on: Date) -> Version {
        let dates = Dates::Decided {
            effective_from,
            published_on,
        };
        let config = VersionConfig {
            seal: None,
            ..self.config.clone()
        };
        let held = Held {
            texts: self.texts.clone(),
            attachments: self.attachments.clone(),
        };
        Version::new(self.id.clone(), self.folder.clone(), dates, config, held)
    }

    /// The fingerprint of its seal, where that is the one to tell. The files of what was removed may be gone too,
    /// some or all, or say something else: the seal alone still tells what was published. And readers go on being
    /// told the fingerprint of a seal that was made in an earlier form.
    fn fingerprint_that_holds(&self) -> Option<Fingerprint> {
        let sealed = self.sealed_fingerprint()?;
        let holds = self.is_removed() || !self.is_draft() && self.edits().is_empty();
        holds.then_some(sealed)
    }
}

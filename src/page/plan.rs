//! Which comparisons there are.
//!
//! The whole output grows in proportion to the number of texts: adjacent versions, and each version
//! to the one in force. A site may ask for none, for fewer, or for every pair. A draft is compared with
//! the version that it would replace, whatever the site asks for: that is what a draft is looked at for.

use crate::config::Comparisons;
use crate::language::LanguageCode;
use crate::model::{Document, Site};

/// The comparisons of a document in one language. Versions are indices into [`Document::versions`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The versions that have the language, in the order of time.
    pub versions: Vec<usize>,
    /// The version in force, where it has the language.
    pub current: Option<usize>,
    /// The first of the drafts, which stand behind all other versions.
    first_draft: usize,
    rule: Comparisons,
}

impl Plan {
    /// The comparisons of a document in a language.
    pub fn of(site: &Site, document: &Document, language: &LanguageCode) -> Plan {
        let rule = site.sections[document.section].config.comparisons;
        let current = document.in_force(site.on);
        Plan {
            versions: document.versions_in(language),
            current: current.filter(|&at| document.versions[at].text(language).is_some()),
            first_draft: document
                .versions
                .iter()
                .position(|version| version.draft)
                .unwrap_or(document.versions.len()),
            rule: rule.unwrap_or(site.config.comparisons),
        }
    }

    /// Whether there is a comparison of two versions, at an address that names both.
    pub fn has(&self, from: usize, to: usize) -> bool {
        let is_pair = from < to && self.versions.contains(&from) && self.versions.contains(&to);
        is_pair
            && match self.rule {
                _ if self.is_draft(to) => self.before(to) == Some(from),
                _ if self.is_draft(from) => false,
                Comparisons::None => false,
                Comparisons::Adjacent | Comparisons::ToCurrent => self.before(to) == Some(from),
                Comparisons::All => true,
            }
    }

    /// Whether a version is compared with the one in force, whichever that is.
    pub fn has_to_current(&self, from: usize) -> bool {
        matches!(self.rule, Comparisons::ToCurrent | Comparisons::All)
            && self.versions.contains(&from)
            && self.current.is_some_and(|current| from < current)
    }

    /// The versions that have a comparison with a version, in the order of time.
    pub fn compared_with(&self, to: usize) -> Vec<usize> {
        self.versions
            .iter()
            .copied()
            .filter(|&from| self.has(from, to))
            .collect()
    }

    /// Whether texts must be kept to be compared with more than the next version.
    pub fn needs_all(&self) -> bool {
        self.rule == Comparisons::All
    }

    /// The version before another among those that have the language; for a draft the version in
    /// force, or else the last that is none.
    pub fn before(&self, version: usize) -> Option<usize> {
        let earlier = |limit: usize| self.versions.iter().copied().rfind(|&at| at < limit);
        if self.is_draft(version) {
            self.current.or_else(|| earlier(self.first_draft))
        } else {
            earlier(version)
        }
    }

    /// The version after another among those that have the language: the first that is compared with
    /// it.
    pub fn after(&self, version: usize) -> Option<usize> {
        let mut later = self.versions.iter().copied().filter(|&at| at > version);
        later.find(|&at| self.before(at) == Some(version))
    }

    fn is_draft(&self, version: usize) -> bool {
        version >= self.first_draft
    }
}

//! What is wrong with a site, by the part that it was found in, so that a part can be read again alone.

use std::collections::{BTreeSet, HashMap};

use crate::check::Owner;
use crate::diagnostic::{self, Code, Diagnostic, Severity};
use crate::model::Site;

/// What is wrong with a site.
#[derive(Debug, Default)]
pub(super) struct Findings {
    /// With the theme.
    pub theme: Vec<Diagnostic>,
    /// With the site on the disk, where it could not be shown at all.
    pub behind: Vec<Diagnostic>,
    /// With the site as a whole: its settings, sections, pages, addresses.
    whole: Vec<Diagnostic>,
    /// With the files of documents.
    reading: HashMap<usize, Vec<Diagnostic>>,
    /// With what parts of the site say: links, approval.
    rules: HashMap<Owner, Vec<Diagnostic>>,
}

impl Findings {
    /// Takes what was found when a whole site was read.
    pub fn take_reading(&mut self, site: &Site, found: Vec<Diagnostic>) {
        for found in found {
            match document_of(site, &found) {
                Some(at) => self.reading.entry(at).or_default().push(found),
                None => self.whole.push(found),
            }
        }
    }

    /// Puts what was found in the files of a document in the place of what was before.
    pub fn set_reading(&mut self, document: usize, found: Vec<Diagnostic>) {
        put(&mut self.reading, document, found);
    }

    /// Puts what the rules find in a part of the site in the place of what they found before.
    pub fn set_rules(&mut self, owner: Owner, found: Vec<Diagnostic>) {
        put(&mut self.rules, owner, found);
    }

    /// The documents whose files have a fault that covers the pages.
    pub fn documents_at_fault(&self) -> Vec<usize> {
        let at_fault = self.reading.iter();
        let at_fault = at_fault.filter(|(_, found)| found.iter().any(covers));
        at_fault.map(|(&at, _)| at).collect()
    }

    /// What covers the pages, in the order of places.
    pub fn covering(&self) -> Vec<Diagnostic> {
        let covering = self.each().filter(|found| covers(found));
        sorted(covering.cloned().collect())
    }

    /// What was found in some documents and what covers the pages, in the order of places.
    pub fn about(&self, documents: &BTreeSet<usize>) -> Vec<Diagnostic> {
        let mut about = self.covering();
        for &at in documents {
            let reading = self.reading.get(&at).into_iter().flatten();
            let rules = self.rules.get(&Owner::Document(at)).into_iter().flatten();
            about.extend(reading.chain(rules).cloned());
        }
        sorted(about)
    }

    /// Whether what a part of the site says, as it is shown, has a fault that covers the pages.
    pub fn is_at_fault(&self, owner: Owner) -> bool {
        let found = self.rules.get(&owner);
        found.is_some_and(|found| found.iter().any(covers))
    }

    /// Everything, in the order of places.
    pub fn all(&self) -> Vec<Diagnostic> {
        sorted(self.each().cloned().collect())
    }

    fn each(&self) -> impl Iterator<Item = &Diagnostic> {
        let is_behind = !self.behind.is_empty();
        let reading = self.reading.values().flatten();
        let rules = self.rules.values().flatten();
        let shown = self.whole.iter().chain(reading).chain(rules);
        let shown = shown.filter(move |_| !is_behind);
        shown.chain(&self.behind).chain(&self.theme)
    }
}

fn sorted(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostic::sort(&mut found);
    found
}

fn put<K: std::hash::Hash + Eq>(
    map: &mut HashMap<K, Vec<Diagnostic>>,
    key: K,
    found: Vec<Diagnostic>,
) {
    if found.is_empty() {
        map.remove(&key);
    } else {
        map.insert(key, found);
    }
}

/// The document in whose folder something was found, unless it is a matter of the whole site: two parts
/// at one address, a slug that is not there.
fn document_of(site: &Site, found: &Diagnostic) -> Option<usize> {
    if matches!(found.code, Code::AddressCollision | Code::MissingSlug) {
        return None;
    }
    site.document_of_file(&found.place.path)
}

/// Whether a finding covers the pages. What a draft lacks until it is agreed does not: its page says so. Nor does
/// a note that passes over a change, which would cover the page at every edit of the text.
pub(in crate::preview) fn covers(found: &Diagnostic) -> bool {
    let leaves_the_page = matches!(
        found.code,
        Code::MissingText
            | Code::MissingApproval
            | Code::UnknownBase
            | Code::OutdatedBase
            | Code::Parity
            | Code::WrongLanguage
            | Code::SilentNote
            | Code::SealBroken
    );
    found.severity == Severity::Error && !leaves_the_page
}

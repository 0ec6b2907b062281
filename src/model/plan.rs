//! Which comparisons there are.
//!
//! The whole output grows in proportion to the number of texts: adjacent versions, and each version
//! to the one in force. Versions that were adjacent once stay so: what came between them later, a correction
//! of the first, takes no page away that somebody may have linked to. A site may ask for none, for fewer, or for
//! every pair. A draft is compared with the version that it would replace, and a version that readers cannot read
//! yet with the one before it, whatever the site asks for: that is what they are looked at for.

use std::ops::Range;

use jiff::civil::Date;

use super::document::Document;
use super::document_place::DocumentPlace;
use super::site::Site;
use super::tenure::TenureBegin;
use crate::config::Comparisons;
use crate::language::LanguageCode;

/// What a comparison joins: indices into [`Document::versions`].
#[derive(Clone, Copy, Debug)]
pub struct Pairing {
    /// The earlier version.
    pub from: usize,
    /// The later one.
    pub to: usize,
    /// Whether it is the comparison with the version in force, whichever that is.
    pub to_current: bool,
}

impl Pairing {
    /// Where it is in a language.
    pub fn address(self, site: &Site, document: &Document, language: &LanguageCode) -> String {
        let place = match self.to_current {
            true => DocumentPlace::ToCurrent(self.from),
            false => DocumentPlace::Comparison(self.from, self.to),
        };
        site.document_place_address(document, place, language)
    }

    /// Whether a language has this comparison.
    pub fn is_in(self, site: &Site, document: &Document, language: &LanguageCode) -> bool {
        let plan = ComparisonPlan::of(site, document, language);
        match self.to_current {
            true => plan.has_to_current(self.from),
            false => plan.has(self.from, self.to),
        }
    }

    /// Whether it is the step that the later version took, whichever languages have it: from the version before
    /// it, or from one that was so when the later of the two was published. What a version states of its change
    /// is true of that step, and of no longer way.
    pub fn is_own_step(self, site: &Site, document: &Document) -> bool {
        let Pairing { from, to, .. } = self;
        let between = from + 1..to;
        document.before(to, site.on()) == Some(from)
            || !document.versions[to].is_draft() && came_after(document, (from, to), between)
    }
}

/// The comparisons of a document in one language. Versions are indices into [`Document::versions`].
///
/// It keeps no list of them: it is made for each version of each page, and what it says of a version is
/// found beside that version, so that a document's pages do not each cost as much as it has versions.
#[derive(Clone, Copy, Debug)]
pub struct ComparisonPlan<'a> {
    /// The version in force, where it has the language.
    pub current: Option<usize>,
    document: &'a Document,
    language: &'a LanguageCode,
    /// The first of the drafts, which stand behind all other versions.
    first_draft: usize,
    rule: Comparisons,
    /// The day of the site.
    on: Date,
    /// Whether removed texts count as if they were there.
    with_removed: bool,
}

impl<'a> ComparisonPlan<'a> {
    /// The comparisons of a document in a language.
    pub fn of(site: &Site, document: &'a Document, language: &'a LanguageCode) -> Self {
        Self::counting(site, document, language, false)
    }

    /// The comparisons that there were before any text was removed. Which texts there were is known where their
    /// files are kept or the version is sealed; where no file is, there may have been one in every language.
    pub(super) fn before_removals(
        site: &Site,
        document: &'a Document,
        language: &'a LanguageCode,
    ) -> Self {
        Self::counting(site, document, language, true)
    }

    fn counting(
        site: &Site,
        document: &'a Document,
        language: &'a LanguageCode,
        with_removed: bool,
    ) -> Self {
        let rule = site.sections[document.section].config.comparisons;
        let plan = ComparisonPlan {
            current: None,
            document,
            language,
            first_draft: document
                .versions
                .partition_point(|version| !version.is_draft()),
            rule: rule.unwrap_or(site.config.comparisons),
            on: site.on(),
            with_removed,
        };
        let current = document.in_force(site.on());
        ComparisonPlan {
            current: current.filter(|&at| plan.has_language(at)),
            ..plan
        }
    }

    /// The versions that have the language, in the order of time.
    pub fn versions(self) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
        self.among(0..self.document.versions.len())
    }

    /// Whether a version has the language.
    pub fn has_language(self, version: usize) -> bool {
        let version = self.document.versions.get(version);
        version.is_some_and(|version| match version.is_removed() && self.with_removed {
            true => version.may_have_had_text(self.language),
            false => version.text(self.language).is_some(),
        })
    }

    /// Whether there is a comparison of two versions, at an address that names both.
    pub fn has(self, from: usize, to: usize) -> bool {
        let is_pair = from < to && self.has_language(from) && self.has_language(to);
        is_pair
            && match self.rule {
                _ if self.is_draft(to) => self.before(to) == Some(from),
                _ if self.is_draft(from) => false,
                Comparisons::None => self.is_unpublished(to) && self.before(to) == Some(from),
                Comparisons::Adjacent | Comparisons::ToCurrent => self.were_adjacent(from, to),
                Comparisons::All => true,
            }
    }

    /// Whether there is a comparison of two versions that are neighbours, or were so once: of those it is asked
    /// whether a change was made alike in every language.
    pub fn has_of_neighbours(self, from: usize, to: usize) -> bool {
        self.has(from, to) && (self.before(to) == Some(from) || self.were_adjacent(from, to))
    }

    /// Whether a version is compared with the one in force, whichever that is.
    pub fn has_to_current(self, from: usize) -> bool {
        matches!(self.rule, Comparisons::ToCurrent | Comparisons::All)
            && self.has_language(from)
            && self.current.is_some_and(|current| from < current)
    }

    /// The versions that were compared with the version in force on some day, whichever that was.
    pub(super) fn ever_compared_with_current(self) -> impl Iterator<Item = usize> + use<'a> {
        let is_asked_for = matches!(self.rule, Comparisons::ToCurrent | Comparisons::All);
        let mut versions = self.among(0..self.first_draft).rev();
        let last = versions.find(|&at| is_asked_for && self.has_been_in_force(at));
        self.among(0..last.unwrap_or(0))
    }

    fn has_been_in_force(self, version: usize) -> bool {
        let begun = match self.document.tenure(version).begin {
            TenureBegin::InEffect => self.document.versions[version].begins_by(),
            TenureBegin::Reinstated(day) => Some(day),
            TenureBegin::Never => None,
        };
        !self.is_unpublished(version) && begun.is_some_and(|day| day <= self.on)
    }

    /// The versions that have a comparison with a version, in the order of time.
    pub fn compared_with(self, to: usize) -> Vec<usize> {
        if self.needs_all() && !self.is_draft(to) {
            let earlier = self.among(0..to);
            return earlier.filter(|&from| self.has(from, to)).collect();
        }
        if self.is_draft(to) {
            let before = self.before(to).filter(|&from| self.has(from, to));
            return Vec::from_iter(before);
        }
        // What stands before one that was there when `to` was published was never beside it.
        let mut compared = Vec::new();
        for from in self.among(0..to).rev() {
            compared.extend(Some(from).filter(|&from| self.has(from, to)));
            if self.published_on(from) <= self.published_on(to) {
                break;
            }
        }
        compared.reverse();
        compared
    }

    /// Whether a version is compared with another that stands behind a place in time.
    pub fn is_compared_behind(self, from: usize, place: usize) -> bool {
        let mut behind = self.among(place + 1..self.first_draft);
        behind.any(|to| self.has(from, to))
    }

    /// Whether nothing stood between two versions that have the language once both were published.
    fn were_adjacent(self, from: usize, to: usize) -> bool {
        came_after(self.document, (from, to), self.among(from + 1..to))
    }

    fn published_on(self, version: usize) -> Option<Date> {
        self.document.versions[version].published_on()
    }

    /// Whether texts must be kept to be compared with more than the next version.
    pub fn needs_all(self) -> bool {
        self.rule == Comparisons::All
    }

    /// The version before another among those that have the language; for a draft the version in
    /// force, or else the last that is none.
    pub fn before(self, version: usize) -> Option<usize> {
        if self.is_draft(version) {
            self.before_drafts()
        } else {
            self.among(0..version).next_back()
        }
    }

    /// The version after another among those that have the language: the first that is compared with
    /// it.
    pub fn after(self, version: usize) -> Option<usize> {
        let next = self.next_published(version);
        next.or_else(|| self.draft_after(version, version))
    }

    /// Whether a version is the one before any that comes after a place in time.
    pub fn is_before_any_after(self, version: usize, place: usize) -> bool {
        let next = self.next_published(version);
        next.is_some_and(|next| next > place) || self.draft_after(version, place).is_some()
    }

    fn among(self, versions: Range<usize>) -> impl DoubleEndedIterator<Item = usize> + use<'a> {
        versions.filter(move |&at| self.has_language(at))
    }

    fn is_draft(self, version: usize) -> bool {
        version >= self.first_draft
    }

    fn is_unpublished(self, version: usize) -> bool {
        !self.document.versions[version].is_published(self.on)
    }

    /// The version that every draft is compared with.
    fn before_drafts(self) -> Option<usize> {
        self.current
            .or_else(|| self.among(0..self.first_draft).next_back())
    }

    /// The next version that is no draft, after one that has the language.
    fn next_published(self, version: usize) -> Option<usize> {
        let has_language = self.has_language(version);
        let mut later = self.among(version + 1..self.first_draft);
        later.next().filter(|_| has_language)
    }

    /// The first draft after a place in time, where it is compared with a version.
    fn draft_after(self, version: usize, place: usize) -> Option<usize> {
        if self.before_drafts() != Some(version) {
            return None;
        }
        let drafts = self.first_draft.max(place + 1)..self.document.versions.len();
        self.among(drafts).next()
    }
}

/// Whether each of some versions was published after both of two others were.
fn came_after(
    document: &Document,
    (from, to): (usize, usize),
    mut versions: impl Iterator<Item = usize>,
) -> bool {
    let published_on = |version: usize| document.versions[version].published_on();
    let since = published_on(from).max(published_on(to));
    versions.all(|version| published_on(version) > since)
}

//! A document: one policy, chapter or set of rules, with its versions; and which of them is in force.

use jiff::civil::Date;

use super::content_path::in_content;
use super::section::Section;
use super::text::Attachment;
use super::version::Version;
use crate::config::document::{DocumentConfig, Withdrawn};
use crate::config::{ByLanguage, Located};
use crate::language::LanguageCode;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its id: the path of its folder below `content`.
    pub id: String,
    /// Its section: an index into [`super::Content::sections`].
    pub section: usize,
    /// What its `document.yaml` says.
    pub config: DocumentConfig,
    /// Its address in each language, from the site's root: `en/policy/leave/`.
    pub addresses: ByLanguage<String>,
    /// Its versions in the order of time, drafts last; only those that this build may show.
    pub versions: Vec<Version>,
    /// Files beside its versions.
    pub attachments: Vec<Attachment>,
}

impl Document {
    /// The path of its folder from the site's folder.
    pub fn folder(&self) -> String {
        in_content(&self.id)
    }

    /// The version in force on a day, as it could be read on that day: an index into
    /// [`Document::versions`]. The latest effective date on or before the day, then the highest
    /// correction, among those published by then; none once withdrawn.
    pub fn in_force(&self, on: Date) -> Option<usize> {
        if self.withdrawal(on).is_some() {
            return None;
        }
        self.newest_begun(on)
    }

    /// The version to show at the document's own address: the one in force; else the last that was,
    /// for a document that is withdrawn; else the first to come; else the first draft.
    pub fn shown(&self, on: Date) -> Option<usize> {
        let withdrawn = self.withdrawal(on);
        withdrawn
            .and_then(|withdrawn| self.last_before(withdrawn.on))
            .or_else(|| self.newest_begun(on))
            .or_else(|| {
                self.versions
                    .iter()
                    .position(|version| version.is_published(on))
            })
            .or(if self.versions.is_empty() {
                None
            } else {
                Some(0)
            })
    }

    /// The version that was the last in force before a withdrawal; for one that precedes all versions, the
    /// first of them.
    pub fn last_before(&self, withdrawn_on: Date) -> Option<usize> {
        let eve = withdrawn_on.yesterday().ok();
        eve.and_then(|eve| self.newest_begun(eve))
            .or_else(|| self.versions.iter().position(|version| !version.is_draft()))
    }

    /// The version that a link in a text leads to, when that text took effect on a day: the version
    /// in force then, or the first if there was none yet.
    pub fn linked_from(&self, day: Date) -> Option<usize> {
        let begun = |version: &Version| !version.is_draft() && version.begins_by() <= Some(day);
        self.versions
            .iter()
            .rposition(begun)
            .or_else(|| self.versions.iter().position(|version| !version.is_draft()))
    }

    /// The withdrawal that holds on a day, if one does.
    pub fn withdrawal(&self, on: Date) -> Option<&Withdrawn> {
        let begun = self
            .config
            .withdrawn
            .iter()
            .filter(|withdrawn| withdrawn.on <= on);
        let last = begun.max_by_key(|withdrawn| withdrawn.on)?;
        let mut reinstated = self
            .config
            .reinstated
            .iter()
            .map(|reinstated| reinstated.on);
        let ended = reinstated.any(|day| last.on < day && day <= on);
        (!ended).then_some(&last.value)
    }

    /// The next withdrawal after a day.
    pub fn withdrawal_to_come(&self, on: Date) -> Option<&Withdrawn> {
        let to_come = self.config.withdrawn.iter().filter(|it| it.on > on);
        to_come.min_by_key(|it| it.on).map(|it| &it.value)
    }

    /// The day by which a version is to be reviewed: as stated, or counted from when it took effect. `sections`
    /// are those of the site.
    pub fn review_by(&self, version: &Version, sections: &[Section]) -> Option<Date> {
        let stated = version.config.review_by.as_ref().map(|date| date.value);
        let section = &sections[self.section].config;
        let every = self.config.review_every.or(section.review_every);
        let counted = || every?.after(version.begins_by()?);
        stated.or_else(counted)
    }

    /// The versions that have a text in a language, in the order of time.
    pub fn versions_in(&self, language: &LanguageCode) -> Vec<usize> {
        (0..self.versions.len())
            .filter(|&at| self.versions[at].text(language).is_some())
            .collect()
    }

    /// The version before another, whichever languages have it; for a draft the version in force, or else the
    /// last that is no draft.
    pub fn before(&self, version: usize, on: Date) -> Option<usize> {
        if self.versions[version].is_draft() {
            let last = || {
                self.versions
                    .iter()
                    .rposition(|version| !version.is_draft())
            };
            self.in_force(on).or_else(last)
        } else {
            version.checked_sub(1)
        }
    }

    /// The version after another: the first that comes right after it.
    pub fn after(&self, version: usize, on: Date) -> Option<usize> {
        let mut later = version + 1..self.versions.len();
        later.find(|&at| self.before(at, on) == Some(version))
    }

    /// The index of the version with an id.
    pub fn version(&self, id: &str) -> Option<usize> {
        self.versions
            .iter()
            .position(|version| version.id.as_str() == id)
    }

    /// The version that one of this document was made from, as stated, where the document does not have it.
    pub fn unknown_base<'v>(&self, version: &'v Version) -> Option<&'v Located<String>> {
        let stated = version.config.based_on.as_ref()?;
        self.version(&stated.value).is_none().then_some(stated)
    }

    /// The corrections of a version: those that hold from the same day and stand in its place.
    pub fn corrections_of(&self, version: &Version) -> impl Iterator<Item = &Version> {
        let begins_by = version.begins_by();
        let later = self
            .versions
            .iter()
            .skip_while(move |it| it.id != version.id);
        later
            .skip(1)
            .take_while(move |it| !it.is_draft() && it.begins_by() == begins_by)
    }

    /// A name that a correction of a version can have: it stands before all that hold from the same day, and
    /// no version has it. None where names of that form have no corrections.
    pub fn next_correction(&self, version: &Version) -> Option<String> {
        let base = version.id.base()?;
        let of_same = self.versions.iter().filter(|other| {
            let same_day = other.begins_by() == version.begins_by();
            other.id.base() == Some(base) || same_day && other.id.is_numbered_with(&version.id)
        });
        let highest = of_same.map(|other| other.id.number_after_dot()).max();
        Some(format!("{base}.{}", highest.unwrap_or(0) + 1))
    }

    /// The versions that are no drafts and have not begun by a day, in the order of time: of each day the one that
    /// stands in the place of the others.
    pub fn to_come(&self, on: Date) -> impl Iterator<Item = &Version> {
        let is_last_of_its_day = |at: usize| {
            let next = self.versions.get(at + 1);
            next.is_none_or(|next| {
                next.is_draft() || next.begins_by() != self.versions[at].begins_by()
            })
        };
        let of_days = (0..self.versions.len()).filter(move |&at| is_last_of_its_day(at));
        of_days
            .map(|at| &self.versions[at])
            .filter(move |version| !version.is_draft() && version.begins_by() > Some(on))
    }

    /// The version that a draft, or a version, was made from, as stated. What corrects a version and states none, or
    /// that version itself, was made from what that was made from.
    pub fn made_from<'v>(&'v self, version: &'v Version) -> Option<&'v Located<String>> {
        let before = self.versions.iter().take_while(|it| it.id != version.id);
        let of_same_day: Vec<&Version> = before
            .filter(|it| !it.is_draft() && !version.is_draft())
            .filter(|it| it.begins_by() == version.begins_by())
            .collect();
        let is_corrected =
            |stated: &Located<String>| of_same_day.iter().any(|it| it.id.as_str() == stated.value);
        let newest_first = std::iter::once(version).chain(of_same_day.iter().rev().copied());
        newest_first
            .filter_map(|it| it.config.based_on.as_ref())
            .find(|stated| !is_corrected(stated))
    }

    /// The versions that came after the one that a draft was made from, as stated, and that the draft would
    /// stand in the place of from a day on: those that have begun by then, in the order of time. What they
    /// changed it does not have. Of one whose text was removed there is nothing to take over. The same of a
    /// version to come; what it corrects it was made to replace.
    pub fn come_between(&self, draft: &Version, day: Date) -> Vec<&Version> {
        let stated = self.made_from(draft);
        let Some(base) = stated.and_then(|stated| self.version(&stated.value)) else {
            return Vec::new();
        };
        let after = self.versions[base + 1..].iter();
        after
            .take_while(|version| version.id != draft.id)
            .filter(|version| !version.is_draft() && !version.is_removed())
            .filter(|version| version.begins_by().is_some_and(|begun| begun <= day))
            .filter(|version| draft.is_draft() || version.begins_by() != draft.begins_by())
            .collect()
    }

    /// The last version in time of those that could be read on a day and have begun by then.
    pub(super) fn newest_begun(&self, on: Date) -> Option<usize> {
        self.newest(on, on)
    }

    /// The last version in time of those that were published by one day and have begun by another.
    pub(super) fn newest(&self, published_by: Date, begun_by: Date) -> Option<usize> {
        self.versions.iter().rposition(|version| {
            version.is_published(published_by) && version.begins_by() <= Some(begun_by)
        })
    }
}

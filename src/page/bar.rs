//! The version bar: which version this is, since when it holds, what came before and after.

use super::context::{Viewpoint, state, told_apart_by};
use super::frame::language_name;
use super::view::{
    Edited, PermanentAddress, RemovedView, StandIn, ThatDay, VersionBar, VersionFacts, VersionLink,
    WaiverView,
};
use crate::config::ChangeKind;
use crate::language::{LanguageCode, names};
use crate::model::{Document, DocumentPlace, EditedPart, Version, relative_to_written};

/// The comparisons that the page of a version leads to.
pub(super) struct Changes {
    /// That with the version before it that has the page's language.
    pub from_previous: Option<String>,
    /// The version that it is compared with, where that is an earlier one than the version before.
    pub since_earlier: Option<VersionLink>,
    /// That of this version with the one in force.
    pub to_current: Option<String>,
}

impl Viewpoint<'_> {
    /// The comparisons that the page of a version leads to.
    pub fn changes(&self, document: &Document, at: usize) -> Changes {
        let plan = self.plan(document);
        let from_previous = self.comparison_to(document, at);
        let compared = plan.before(at).filter(|_| from_previous.is_some());
        let before = document.before(at, self.site.on());
        Changes {
            from_previous,
            since_earlier: compared
                .filter(|&compared| Some(compared) != before)
                .map(|compared| self.version(document, compared)),
            to_current: plan
                .has_to_current(at)
                .then(|| self.href_to(document, DocumentPlace::ToCurrent(at))),
        }
    }

    /// The bar over a version, on its own page or on the document's.
    pub fn bar(&self, document: &Document, at: usize) -> VersionBar {
        let site = self.site;
        let version = &document.versions[at];
        let plan = self.plan(document);
        let in_force = document.in_force(site.on());
        let changes = self.changes(document, at);
        let coming = document.coming(site.on()).filter(|&coming| coming != at);
        VersionBar {
            state: state(document.standing(at, site.on())),
            guidance: self.is_guidance(document),
            begin: self.begin(version),
            tenure: self.tenure(document, at),
            corrected_on: self.corrected_on(version),
            corrected_in: self.corrected_in(document, at),
            translated_into: self.translated_into(document, at),
            told_apart_by: told_apart_by(document, at),
            previous: document
                .before(at, site.on())
                .map(|at| self.version(document, at)),
            next: document
                .after(at, site.on())
                .map(|at| self.version(document, at)),
            edited: site.edited(document, version).map(edited),
            changes_from_previous: changes.from_previous,
            changes_since_earlier: changes.since_earlier,
            changes_to_current: changes.to_current,
            in_force: in_force
                .filter(|&current| current != at)
                .map(|current| self.version_in_force(document, current)),
            in_force_is_unsure: document.in_force_is_unsure(site.on()),
            coming: coming.map(|coming| self.version(document, coming)),
            changes_to_coming: coming
                .and_then(|coming| self.comparison_of(document, plan, at, coming)),
            on_that_day: self.on_that_day(document, at),
            document: self.href(&site.document_address(document, self.language)),
            history: self.href(&site.history_address(document, self.language)),
            both_languages: site
                .has_both_languages(version)
                .then(|| self.href_to(document, DocumentPlace::BothLanguages(at))),
            stand_in: self.stand_in(document, version),
            withdrawn: self.withdrawn(document),
            to_be_withdrawn: self
                .withdrawal_to_come(document)
                .filter(|_| !document.is_replaced(at, site.on())),
            removed: self.removed(version),
            waiver: self.waiver(document, version),
        }
    }

    /// For a version that was replaced: all that was in force on a day on which it was. The day's own page
    /// where it has one; else the page that takes a day, which needs a script.
    fn on_that_day(&self, document: &Document, at: usize) -> Option<ThatDay> {
        let site = self.site;
        let is_old = document.is_replaced(at, site.on());
        let day = is_old.then(|| site.day_in_force(document, at)).flatten()?;
        if day > site.on() {
            return None;
        }
        let href = if site.day_pages().has(day) {
            self.href(&site.day_address(self.language, day))
        } else {
            relative_to_written(self.address, &site.any_day_link(self.language, day))
        };
        Some(ThatDay {
            day: self.date(day),
            href,
        })
    }

    /// The version in force, at the document's own address.
    fn version_in_force(&self, document: &Document, at: usize) -> VersionLink {
        let mut link = self.version(document, at);
        link.href = self.href(&self.site.document_address(document, self.language));
        link
    }

    fn stand_in(&self, document: &Document, version: &Version) -> Option<StandIn> {
        if version.is_removed() || version.text(self.language).is_some() {
            return None;
        }
        let (_, shown) = self.site.text_for(&version.texts, self.language)?;
        let newest = self.plan(document).versions().next_back();
        Some(StandIn {
            lang: shown.to_string(),
            name: self.name_of(&shown),
            newest: newest.map(|at| self.version(document, at)),
        })
    }

    /// The name of a language, for readers of this one where it is known.
    pub fn name_of(&self, language: &LanguageCode) -> String {
        names::name_in(language, self.language)
            .map_or_else(|| language_name(self.site, language), str::to_owned)
    }

    /// What the language of a title is called, where it is another than the page's.
    pub fn language_of_title(&self, title_lang: Option<&str>) -> Option<String> {
        let language = LanguageCode::parse(title_lang?)?;
        Some(self.name_of(&language))
    }

    fn removed(&self, version: &Version) -> Option<RemovedView> {
        let removed = version.config.removed.as_ref()?;
        Some(RemovedView {
            on: (removed.on <= self.site.on()).then(|| self.date(removed.on)),
            reason: self.stated(removed.reason.as_ref()),
        })
    }

    fn waiver(&self, document: &Document, version: &Version) -> Option<WaiverView> {
        let today = self.site.on();
        let waiver = document
            .config
            .waivers
            .iter()
            .find(|waiver| today <= waiver.until && version.text(&waiver.language).is_none())?;
        Some(WaiverView {
            lang: waiver.language.to_string(),
            name: self.name_of(&waiver.language),
            until: self.date(waiver.until),
            reason: self.stated(waiver.reason.as_ref()),
        })
    }

    /// Facts about a version, for the foot of its page.
    pub fn facts(&self, document: &Document, at: usize) -> VersionFacts {
        let version = &document.versions[at];
        let approved = version.described();
        let approved = approved.and_then(|described| described.approved.as_ref());
        let today = self.site.on();
        let standing = document.standing(at, today);
        let review_by = self.site.review_by(document, version);
        let review_by = review_by.filter(|_| !standing.is_past());
        VersionFacts {
            published_on: version.known_published_on().map(|date| self.date(date)),
            reference: version.reference(),
            approved_by: approved.and_then(|approved| self.stated(approved.by.as_ref())),
            approved_on: approved
                .and_then(|approved| approved.on)
                .map(|date| self.date(date)),
            approval_reference: approved.and_then(|approved| approved.reference.clone()),
            note: self.stated(version.note()),
            editorial: version.config.change.kind == Some(ChangeKind::Editorial),
            review_by: review_by.map(|date| self.date(date)),
            review_is_past: standing.is_in_force() && review_by.is_some_and(|by| by < today),
            owner: self.stated(document.config.owner.as_ref()),
            contact: self.stated(document.config.contact.as_ref()),
            category: self.stated(document.config.category.as_ref()),
            replaces: self.named_documents(&document.config.replaces),
            fingerprint: version.fingerprint().to_string(),
            permanent: (!document.is_unpublished(at, today))
                .then(|| self.permanent_address(document, version)),
        }
    }

    /// Where a version will always be.
    pub fn permanent_address(&self, document: &Document, version: &Version) -> PermanentAddress {
        let own = self.site.version_address(document, version, self.language);
        PermanentAddress {
            href: self.href(&own),
            address: self.site.as_whole_as_known(&own),
        }
    }
}

fn edited(part: EditedPart) -> Edited {
    match part {
        EditedPart::Text => Edited::Text,
        EditedPart::Files => Edited::Files,
        EditedPart::Statement => Edited::Statement,
    }
}

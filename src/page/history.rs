//! The history of a document.

use super::context::{Viewpoint, state, told_apart_by};
use super::counts::VersionCounts;
use super::frame::About;
use super::made::{Page, View};
use super::view::{HistoryEntry, HistoryView, PairedVersion, PairsView, SinceView};
use crate::config::ChangeKind;
use crate::language::LanguageCode;
use crate::model::{ComparisonPlan, Document, DocumentPlace, Site};

/// The history of a document in a language.
pub(super) fn history_page(
    site: &Site,
    document: &Document,
    language: &LanguageCode,
    counts: &VersionCounts,
) -> Page {
    let address = |language: &LanguageCode| site.history_address(document, language);
    let own = address(language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let link = view.document(document);
    let frame = view.frame(About {
        section: document.section,
        above: vec![link.clone()],
        is_section: false,
        subject: Some(document.id.clone()),
        feed: view.document_feed(document),
        title_lang: link.title_lang.clone(),
        ..About::whole_site(link.title.clone(), &address)
    });
    let newest_first = (0..document.versions.len()).rev();
    Page {
        in_sitemap: false,
        view: View::History(HistoryView {
            frame,
            document: document.id.clone(),
            document_title: link.title,
            document_href: link.href,
            guidance: view.is_guidance(document),
            in_force_is_unsure: document.in_force_is_unsure(site.on()),
            none_in_force: document.in_force(site.on()).is_none(),
            withdrawn: view.withdrawn(document),
            to_be_withdrawn: view.withdrawal_to_come(document),
            pairs: view.pairs(document),
            timeline: view.timeline(document, counts),
            versions: newest_first
                .map(|at| entry(view, document, at, counts))
                .collect(),
        }),
        address: own.clone(),
        language: language.clone(),
    }
}

fn entry(
    view: Viewpoint<'_>,
    document: &Document,
    at: usize,
    counts: &VersionCounts,
) -> HistoryEntry {
    let version = &document.versions[at];
    let (title, title_lang) = view.version_title(document, at);
    let changes = view.changes(document, at);
    HistoryEntry {
        id: version.id.to_string(),
        title,
        title_lang,
        href: view.href(&view.site.version_address(document, version, view.language)),
        state: state(document.standing(at, view.site.on())),
        begin: view.begin(version),
        tenure: view.tenure(document, at),
        corrected_on: view.corrected_on(version),
        corrected_in: view.corrected_in(document, at),
        translated_into: view.translated_into(document, at),
        told_apart_by: told_apart_by(document, at),
        published_on: version.known_published_on().map(|date| view.date(date)),
        note: view.stated(version.note()),
        editorial: version.config.change.kind == Some(ChangeKind::Editorial),
        removed: version.is_removed(),
        reference: version.reference(),
        has_text: version.text(view.language).is_some(),
        changes_from_previous: changes.from_previous,
        changes_since_earlier: changes.since_earlier,
        changes_to_current: changes.to_current,
        counts: counts.get(&(at, view.language.clone())).cloned(),
        files: view.count_of_file_changes(document, at),
    }
}

/// How many earlier versions a document's page offers to look back to; its history has them all.
const SINCE: usize = 40;

impl Viewpoint<'_> {
    /// What has changed since each earlier version until this one, newest first, where that is built.
    pub(super) fn since(&self, document: &Document, at: usize) -> Vec<SinceView> {
        let plan = self.plan(document);
        let earlier = plan.versions().rev();
        let earlier = earlier.filter(|&from| from < at);
        let since = |from: usize| {
            Some(SinceView {
                version: self.version(document, from),
                comparison: self.comparison_of(document, plan, from, at)?,
            })
        };
        earlier.filter_map(since).take(SINCE).collect()
    }

    /// The versions of which any two can be chosen; nothing where no two are compared.
    fn pairs(&self, document: &Document) -> Option<PairsView> {
        let plan = self.plan(document);
        let of_version = |at: usize| PairedVersion {
            id: document.versions[at].id.to_string(),
            begin: self.begin(&document.versions[at]),
            corrected_on: self.corrected_on(&document.versions[at]),
            told_apart_by: told_apart_by(document, at),
            previous: self.comparison_to(document, at),
            current: plan
                .current
                .and_then(|current| self.comparison_of(document, plan, at, current)),
            in_force: plan.current == Some(at),
        };
        let published = plan.versions();
        let published = published.filter(|&at| !document.versions[at].is_draft());
        let versions: Vec<PairedVersion> = published.map(of_version).collect();
        let are_compared = versions.iter().any(|version| version.previous.is_some());
        are_compared.then_some(PairsView {
            all: plan.needs_all(),
            versions,
        })
    }

    /// The comparison of two versions, where it is built.
    pub(super) fn comparison_of(
        &self,
        document: &Document,
        plan: ComparisonPlan<'_>,
        from: usize,
        to: usize,
    ) -> Option<String> {
        let place = if plan.has(from, to) {
            DocumentPlace::Comparison(from, to)
        } else if plan.current == Some(to) && plan.has_to_current(from) {
            DocumentPlace::ToCurrent(from)
        } else {
            return None;
        };
        Some(self.href_to(document, place))
    }

    /// The comparison that leads to a version from the one before it in this language.
    pub(super) fn comparison_to(&self, document: &Document, at: usize) -> Option<String> {
        let plan = self.plan(document);
        let from = plan.before(at).filter(|&from| plan.has(from, at))?;
        self.comparison_of(document, plan, from, at)
    }
}

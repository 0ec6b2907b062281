//! What changed on the whole site, newest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::context::Viewpoint;
use super::counts::VersionCounts;
use super::frame::About;
use super::made::{Page, View};
use super::view::{BeginView, ChangeItem, ChangeItemKind, ChangesView, MonthView, Tense, YearLink};
use crate::language::{LanguageCode, dates};
use crate::model::{Document, Event, Site, TenureBegin, Version, What};

/// How many changes the page without a year shows.
pub(super) const NEWEST: usize = 50;

/// The counts of every document, in the order of [`crate::model::Content::documents`].
pub(super) type SiteCounts = [VersionCounts];

/// An event as an entry of a page.
pub(super) fn item(view: Viewpoint<'_>, event: &Event, counts: &SiteCounts) -> ChangeItem {
    let document = &view.site.documents[event.document];
    let config = &document.config;
    let item = bare_item(view, event);
    match event.what {
        What::Version(at) => {
            let counts = counts.get(event.document);
            let own = counts.and_then(|counts| counts.get(&(at, view.language.clone())));
            ChangeItem {
                counts: own.cloned(),
                ..with_version(view, event, at, item)
            }
        }
        What::Removed(at) => {
            let removed = document.versions[at].config.removed.as_ref();
            ChangeItem {
                href: view.version(document, at).href,
                note: view.stated(removed.and_then(|it| it.reason.as_ref())),
                ..item
            }
        }
        What::Withdrawn => {
            let withdrawn = config.withdrawn.iter().find(|it| it.on == event.date);
            ChangeItem {
                note: view.stated(withdrawn.and_then(|it| it.reason.as_ref())),
                ..item
            }
        }
        What::Reinstated => {
            let reinstated = config.reinstated.iter().find(|it| it.on == event.date);
            ChangeItem {
                note: view.stated(reinstated.and_then(|it| it.reason.as_ref())),
                ..item
            }
        }
    }
}

/// What is said of every event.
fn bare_item(view: Viewpoint<'_>, event: &Event) -> ChangeItem {
    let document = &view.site.documents[event.document];
    let (title, title_lang) = match event.what {
        What::Version(at) => view.version_title(document, at),
        _ => view.title(document),
    };
    ChangeItem {
        kind: kind(document, event.what),
        date: view.date(event.date),
        date_is_latest: false,
        title,
        title_language: view.language_of_title(title_lang.as_deref()),
        title_lang,
        href: view.document(document).href,
        section: view.section(document.section),
        begin: BeginView::Undecided,
        begins_later: None,
        guidance: view.is_guidance(document),
        corrected_in: Vec::new(),
        translated_into: Vec::new(),
        note: None,
        comparison: None,
        counts: None,
        files: 0,
    }
}

/// With what is said of a version beside: from when it holds, and what changed.
fn with_version(view: Viewpoint<'_>, event: &Event, at: usize, item: ChangeItem) -> ChangeItem {
    let document = &view.site.documents[event.document];
    let version = &document.versions[at];
    ChangeItem {
        href: view.version(document, at).href,
        date_is_latest: is_latest(version, event.date),
        begin: view.tenure(document, at).begin,
        begins_later: begins_later(view, document, at),
        corrected_in: view.corrected_in(document, at),
        translated_into: view.translated_into(document, at),
        note: view.stated(version.note()),
        comparison: view.comparison_to(document, at),
        files: view.count_of_file_changes(document, at),
        ..item
    }
}

/// Whether the day from which a version could be read is only the latest possible one, or it is not known for
/// how long the version had held by then.
fn is_latest(version: &Version, day: Date) -> bool {
    let begin = version.effective_from();
    version.known_published_on().is_none()
        || begin.is_some_and(|begin| begin.after.is_none() && begin.by == day)
}

/// How the day is spoken of from which a version holds, where it could be read before that day: who
/// reads of the change must not take it to hold already.
fn begins_later(view: Viewpoint<'_>, document: &Document, at: usize) -> Option<Tense> {
    let version = &document.versions[at];
    let first_day = match document.tenure(at).begin {
        TenureBegin::Reinstated(day) => Some(day),
        TenureBegin::InEffect | TenureBegin::Never => version.begins_by(),
    };
    let is_later = version.published_on().is_some() && first_day > version.published_on();
    is_later.then(|| view.tenure(document, at).tense)
}

fn kind(document: &Document, what: What) -> ChangeItemKind {
    match what {
        What::Version(at) if document.versions[at].correction() > 0 => ChangeItemKind::Corrected,
        What::Version(0) => ChangeItemKind::New,
        What::Version(_) => ChangeItemKind::Changed,
        What::Removed(_) => ChangeItemKind::Removed,
        What::Withdrawn => ChangeItemKind::Withdrawn,
        What::Reinstated => ChangeItemKind::Reinstated,
    }
}

/// One page of what changed on the whole site: that of a year, or the newest.
pub(super) fn changes_page(
    site: &Site,
    language: &LanguageCode,
    title: &str,
    events: &[Event],
    counts: &SiteCounts,
    year: Option<i16>,
) -> Page {
    let mut years: Vec<i16> = events.iter().map(|event| event.date.year()).collect();
    years.dedup();
    let of_year = |event: &&Event| year.is_none_or(|year| event.date.year() == year);
    let limit = if year.is_some() { usize::MAX } else { NEWEST };
    let shown: Vec<&Event> = events.iter().filter(of_year).take(limit).collect();
    let pages = Pages {
        site,
        language,
        title,
        years: &years,
        counts,
    };
    pages.page(year, &shown)
}

/// The pages of what changed on the whole site: the newest, and one for each year.
pub(super) fn changes_pages(
    site: &Site,
    language: &LanguageCode,
    title: &str,
    events: &[Event],
    counts: &SiteCounts,
    emit: &mut dyn FnMut(Page),
) {
    let mut years: BTreeMap<Reverse<i16>, Vec<&Event>> = BTreeMap::new();
    for event in events {
        years
            .entry(Reverse(event.date.year()))
            .or_default()
            .push(event);
    }
    let all: Vec<i16> = years.keys().map(|year| year.0).collect();
    let newest: Vec<&Event> = events.iter().take(NEWEST).collect();
    let pages = Pages {
        site,
        language,
        title,
        years: &all,
        counts,
    };
    emit(pages.page(None, &newest));
    for (year, events) in &years {
        emit(pages.page(Some(year.0), events));
    }
}

struct Pages<'a> {
    site: &'a Site,
    language: &'a LanguageCode,
    title: &'a str,
    years: &'a [i16],
    counts: &'a SiteCounts,
}

impl Pages<'_> {
    fn page(&self, year: Option<i16>, events: &[&Event]) -> Page {
        let address = |language: &LanguageCode| match year {
            Some(year) => self.site.year_address(language, year),
            None => self.site.changes_address(language),
        };
        let own = address(self.language);
        let view = Viewpoint {
            site: self.site,
            language: self.language,
            address: &own,
        };
        let title = match year {
            Some(year) => format!("{}: {year}", self.title),
            None => self.title.to_owned(),
        };
        let years = self.years.iter().map(|&other| YearLink {
            year: other,
            href: view.href(&self.site.year_address(self.language, other)),
            current: year == Some(other),
        });
        Page {
            in_sitemap: year.is_none(),
            view: View::Changes(ChangesView {
                frame: view.frame(About::whole_site(title, &address)),
                year,
                years: years.collect(),
                months: self.months(view, events),
            }),
            address: own.clone(),
            language: self.language.clone(),
        }
    }

    fn months(&self, view: Viewpoint<'_>, events: &[&Event]) -> Vec<MonthView> {
        let month = |event: &&Event| (event.date.year(), event.date.month());
        events
            .chunk_by(|a, b| month(a) == month(b))
            .map(|events| {
                let date = events[0].date;
                MonthView {
                    title: dates::year_month(self.language, date),
                    iso: format!("{:04}-{:02}", date.year(), date.month()),
                    items: events
                        .iter()
                        .map(|event| item(view, event, self.counts))
                        .collect(),
                }
            })
            .collect()
    }
}

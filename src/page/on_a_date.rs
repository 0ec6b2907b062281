//! The site on a day: what was in force as it could be read then.
//!
//! One page takes a day and, by script, finds it in an index of intervals ([`index()`]). The days that readers
//! most often ask for have pages of their own, so that there is an answer without script: each year's end
//! up to the latest change, and the days of the latest changes. All of them say what
//! [`Document::on_a_day`] says.

mod entry;
mod index;

pub use index::{DayIndex, DocumentDays, index};

use jiff::civil::Date;

use super::context::{Context, Viewpoint};
use super::frame::About;
use super::view::{DayLink, DaySection, OnADateView};
use super::wording::Value;
use super::{Page, View};
use crate::language::LanguageCode;
use crate::model::{Document, Site};
use entry::Teller;

/// How many days of changes have pages, and how many ends of years: the newest.
const CHANGE_DAYS: usize = 12;
const YEAR_ENDS: usize = 30;

/// The days that have pages of their own, newest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Days {
    year_ends: Vec<Date>,
    changes: Vec<Date>,
}

impl Days {
    /// Those of a site. Nothing in them depends on the day of the build but through what happened until
    /// then, so that a page that is not out of date stays as it is.
    pub fn of(site: &Site) -> Days {
        let mut changes: Vec<Date> = site
            .documents
            .iter()
            .flat_map(|document| changes(document, site.on))
            .collect();
        changes.sort();
        changes.dedup();
        let year_ends = match (changes.first(), changes.last()) {
            (Some(first), Some(last)) => (first.year()..last.year())
                .rev()
                .take(YEAR_ENDS)
                .filter_map(|year| Date::new(year, 12, 31).ok())
                .collect(),
            _ => Vec::new(),
        };
        changes.reverse();
        changes.truncate(CHANGE_DAYS);
        Days { year_ends, changes }
    }

    /// Every day once.
    fn all(&self) -> impl Iterator<Item = Date> {
        let ends = self.year_ends.iter();
        let ends = ends.filter(|day| !self.changes.contains(day));
        self.changes.iter().chain(ends).copied()
    }
}

/// The days on which another version of a document came to hold, or none any more.
fn changes(document: &Document, until: Date) -> impl Iterator<Item = Date> {
    let intervals = document.intervals(until);
    let held = |at: usize| {
        (
            intervals[at].state.in_force,
            intervals[at].state.withdrawn_on,
        )
    };
    let days: Vec<Date> = (1..intervals.len())
        .filter(|&at| held(at) != held(at - 1))
        .filter_map(|at| intervals[at].from)
        .collect();
    days.into_iter().filter(move |&day| day <= until)
}

/// The pages of a language: the one that takes a day, and those of single days.
pub(super) fn on_a_date_pages(
    context: Context<'_>,
    language: &LanguageCode,
    emit: &mut dyn FnMut(Page),
) {
    let days = Days::of(context.site);
    emit(day_page(context, language, &days, None));
    for day in days.all() {
        emit(day_page(context, language, &days, Some(day)));
    }
}

/// The page at what comes below the address of the page that takes a day: a day, or nothing.
pub(super) fn on_a_date_page_at(
    context: Context<'_>,
    language: &LanguageCode,
    rest: &str,
) -> Option<Page> {
    let days = Days::of(context.site);
    if rest.is_empty() {
        return Some(day_page(context, language, &days, None));
    }
    let day = rest.parse().ok()?;
    let is_there = days.all().any(|known| known == day);
    is_there.then(|| day_page(context, language, &days, Some(day)))
}

fn day_page(context: Context<'_>, language: &LanguageCode, days: &Days, day: Option<Date>) -> Page {
    let site = context.site;
    let address = |language: &LanguageCode| match day {
        Some(day) => site.day_address(language, day),
        None => site.on_a_date_address(language),
    };
    let own = address(language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let teller = Teller {
        view,
        wording: context.wording,
    };
    let shown = day.map(|day| view.date(day));
    let title = match &shown {
        Some(date) => teller.text("on-a-date-day", &[("date", Value::Text(&date.text))]),
        None => teller.text("on-a-date-title", &[]),
    };
    let choose = view.href(&site.on_a_date_address(language));
    let frame = view.frame(About {
        noindex: day.is_some(),
        ..About::whole_site(title, &address)
    });
    let link = |other: &Date| DayLink {
        day: view.date(*other),
        href: view.href(&site.day_address(language, *other)),
        current: day == Some(*other),
    };
    Page {
        in_sitemap: day.is_none(),
        view: View::OnADate(OnADateView {
            frame,
            day: shown,
            choose,
            index: view.href(&site.day_index_address(language)),
            sections: sections(teller, day.unwrap_or(site.on)),
            year_ends: days.year_ends.iter().map(link).collect(),
            change_days: days.changes.iter().map(link).collect(),
        }),
        address: own.clone(),
        language: language.clone(),
    }
}

fn sections(teller: Teller<'_>, day: Date) -> Vec<DaySection> {
    let site = teller.view.site;
    let of_section = |at: usize| {
        let documents = teller.view.documents_in_order(at).into_iter();
        let entries = documents
            .filter_map(|document| teller.entry(document, &document.on_a_day(day, site.on)));
        DaySection {
            documents: entries.collect(),
            ..teller.view.day_section(at)
        }
    };
    let sections = (0..site.sections.len()).map(of_section);
    sections
        .filter(|section| !section.documents.is_empty())
        .collect()
}

impl Viewpoint<'_> {
    /// A section with the titles of those that it is in, and no documents yet.
    fn day_section(&self, at: usize) -> DaySection {
        let chain = self.site.sections_above(at).into_iter();
        let titles: Vec<String> = chain.map(|at| self.section(at).title).collect();
        DaySection {
            title: titles.join(" – "),
            href: self.section(at).href,
            documents: Vec::new(),
        }
    }
}

//! The site on a day: what was in force as it could be read then.
//!
//! One page takes a day and, by script, finds it in an index of intervals ([`index()`]). The days that readers
//! most often ask for have pages of their own ([`crate::model::DayPages`]), so that there is an answer without
//! script. All of them say what [`crate::model::Document::on_a_day`] says.

mod entry;
mod index;

pub use index::{DayIndex, DocumentDays, index};

use jiff::civil::Date;

use super::context::{Context, Viewpoint};
use super::frame::About;
use super::made::{Page, View};
use super::view::{DayEntry, DayLink, DaySection, OnADateView};
use super::wording::Value;
use crate::language::LanguageCode;
use entry::Teller;

/// The pages of a language: the one that takes a day, and those of single days.
pub(super) fn on_a_date_pages(
    context: Context<'_>,
    language: &LanguageCode,
    emit: &mut dyn FnMut(Page),
) {
    emit(on_a_date_page(context, language, None));
    for day in context.site.day_pages().all() {
        emit(on_a_date_page(context, language, Some(day)));
    }
}

/// The page that takes a day, or that of a day which has one.
pub(super) fn on_a_date_page(
    context: Context<'_>,
    language: &LanguageCode,
    day: Option<Date>,
) -> Page {
    let site = context.site;
    let days = site.day_pages();
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
    let link = |other: &Date| day_link(view, *other, day);
    let change = |other: &Date| DayLink {
        is_latest: days.is_latest_possible(*other),
        ..link(other)
    };
    let (sections, withdrawn) = told(teller, day.unwrap_or(site.on()));
    Page {
        in_sitemap: day.is_none(),
        view: View::OnADate(OnADateView {
            frame,
            day: shown,
            choose,
            index: view.href(&site.day_index_address(language)),
            sections,
            withdrawn,
            year_ends: days.year_ends.iter().map(link).collect(),
            change_days: days.changes.iter().map(change).collect(),
            earlier_change_days: days.earlier_changes.iter().map(change).collect(),
        }),
        address: own.clone(),
        language: language.clone(),
    }
}

/// A day that has a page, on the page of a day.
fn day_link(view: Viewpoint<'_>, to: Date, own: Option<Date>) -> DayLink {
    DayLink {
        day: view.date(to),
        is_latest: false,
        href: view.href(&view.site.day_address(view.language, to)),
        current: own == Some(to),
    }
}

/// What there is to say of each document on a day, by section; and, in a list of their own, the documents
/// that were withdrawn by then, so that they do not stand below the words "in force".
fn told(teller: Teller<'_>, day: Date) -> (Vec<DaySection>, Vec<DayEntry>) {
    let site = teller.view.site;
    let mut sections = Vec::new();
    let mut withdrawn = Vec::new();
    for at in 0..site.sections.len() {
        let documents = site.documents_in_order(at, teller.view.language);
        let entries = documents
            .filter_map(|document| teller.entry(document, day, &document.on_a_day(day, site.on())));
        let (gone, documents): (Vec<_>, Vec<_>) = entries.partition(DayEntry::is_withdrawn);
        withdrawn.extend(gone);
        if !documents.is_empty() {
            sections.push(DaySection {
                documents,
                ..teller.view.day_section(at)
            });
        }
    }
    (sections, withdrawn)
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

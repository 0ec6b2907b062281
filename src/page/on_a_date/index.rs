//! The index of intervals: for each document the days from which something else is known of it. It
//! grows with the number of versions, and never with the number of days.

use jiff::civil::Date;

use super::super::context::{Context, Viewpoint};
use super::super::view::{DayEntry, DaySection};
use super::entry::Teller;
use crate::language::{LanguageCode, dates};

/// All days of a site in one language. Addresses are relative to the page that takes a day.
#[derive(Clone, Debug)]
pub struct DayIndex {
    /// How the language writes a day, for the first of each month and for its other days: `{d}` and
    /// `{y}` stand for the day of the month and the year.
    pub days: [Vec<String>; 2],
    /// The sections that have documents, in their order; their own lists of documents are empty.
    pub sections: Vec<(DaySection, Vec<DocumentDays>)>,
}

/// A document on all days.
#[derive(Clone, Debug)]
pub struct DocumentDays {
    /// Where the document is.
    pub href: String,
    /// What is known of it from each day on, in the order of time; nothing where there is nothing to
    /// say of it. The first has no day.
    pub intervals: Vec<(Option<Date>, Option<DayEntry>)>,
}

/// The index of a language.
pub fn index(context: Context<'_>, language: &LanguageCode) -> DayIndex {
    let site = context.site;
    let address = site.on_a_date_address(language);
    let view = Viewpoint {
        site,
        language,
        address: &address,
    };
    let teller = Teller {
        view,
        wording: context.wording,
    };
    let of_section = |at: usize| {
        let documents = site.documents_in_order(at, language);
        let days = documents.map(|document| DocumentDays {
            href: view.document(document).href,
            intervals: document
                .intervals(site.on())
                .into_iter()
                .map(|it| {
                    let day = it.from.unwrap_or(Date::MIN);
                    (it.from, teller.entry(document, day, &it.state))
                })
                .collect(),
        });
        (view.day_section(at), days.collect::<Vec<_>>())
    };
    let sections = (0..site.sections.len()).map(of_section);
    DayIndex {
        days: [1, 22].map(|day| day_patterns(language, day)),
        sections: sections.filter(|(_, days)| !days.is_empty()).collect(),
    }
}

/// How a language writes one day of each month, with marks for day and year.
fn day_patterns(language: &LanguageCode, day: i8) -> Vec<String> {
    // A year that is no part of a day or a month.
    const YEAR: i16 = 4444;
    let number = if day == 1 { "" } else { "22" };
    (1..=12)
        .filter_map(|month| Date::new(YEAR, month, day).ok())
        .map(|date| {
            let words = dates::long_date(language, date).replace("4444", "{y}");
            if number.is_empty() {
                words
            } else {
                words.replacen(number, "{d}", 1)
            }
        })
        .collect()
}

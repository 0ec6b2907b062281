//! The index of intervals as JSON, for the script of the page that takes a day.
//!
//! ```text
//! {"schema": 1,
//!  "days": [[the first of each month, 12 of them], [its other days]],
//!  "sections": [[title, address, [[address of the document, [interval, …]], …]], …]}
//! ```
//!
//! An interval is `[first day or "", address, title, lines, language]`, or the day alone where there is
//! nothing to say. An address that begins with the document's is given without that part; `0` stands where
//! there is none, and for the title of the interval before. A line is `[kind, text]`, or
//! `[kind, text, address]`.

use serde_json::{Value, json};

use crate::page::on_a_date::{DayIndex, DocumentDays};
use crate::page::view::{DayEntry, DayLine};

/// The index as bytes.
pub fn day_index(index: &DayIndex) -> Vec<u8> {
    let sections = index.sections.iter().map(|(section, documents)| {
        let documents: Vec<Value> = documents.iter().map(document_days).collect();
        json!([section.title, section.href, documents])
    });
    let whole = json!({
        "schema": 1,
        "days": index.days,
        "sections": sections.collect::<Vec<_>>(),
    });
    let mut bytes = whole.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

fn document_days(days: &DocumentDays) -> Value {
    let mut title = String::new();
    let intervals = days.intervals.iter().map(|(from, entry)| {
        let from = from.map(|day| day.to_string()).unwrap_or_default();
        let Some(entry) = entry else {
            return json!([from]);
        };
        let is_same = entry.title == title;
        title.clone_from(&entry.title);
        interval(&from, entry, !is_same, &days.href)
    });
    json!([days.href, intervals.collect::<Vec<_>>()])
}

fn interval(from: &str, entry: &DayEntry, has_new_title: bool, document: &str) -> Value {
    let title = if has_new_title {
        json!(entry.title)
    } else {
        json!(0)
    };
    let lines: Vec<Value> = entry.lines.iter().map(|it| line(it, document)).collect();
    let address = entry.href.as_deref();
    let address = address.map_or(json!(0), |href| json!(below(document, href)));
    match &entry.title_lang {
        Some(lang) => json!([from, address, title, lines, lang]),
        None => json!([from, address, title, lines]),
    }
}

fn line(line: &DayLine, document: &str) -> Value {
    match &line.href {
        Some(href) => json!([line.kind, line.text, below(document, href)]),
        None => json!([line.kind, line.text]),
    }
}

/// An address without the document's own.
fn below<'a>(document: &str, href: &'a str) -> &'a str {
    href.strip_prefix(document).unwrap_or(href)
}

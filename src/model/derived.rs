//! What follows from a whole site and its day: worked out when it is first asked for, and then kept.

use std::sync::OnceLock;

use super::day_pages::DayPages;
use super::document::Document;
use super::reading_order::ReadingOrder;
use super::version::Version;
use crate::config::ByLanguage;
use crate::language::LanguageCode;

/// What follows from a whole site and its day.
#[derive(Debug, Default)]
pub(super) struct Derived {
    pub reading_orders: OnceLock<ByLanguage<ReadingOrder>>,
    pub day_pages: OnceLock<DayPages>,
}

/// Whether two states of a document have the same place in lists and the same days: what follows from a
/// whole site then stays as it is.
pub(super) fn is_listed_alike(one: &Document, other: &Document) -> bool {
    one.config == other.config
        && one.versions.len() == other.versions.len()
        && one
            .versions
            .iter()
            .zip(&other.versions)
            .all(|(one, other)| {
                one.id == other.id
                    && one.dates == other.dates
                    && one.config == other.config
                    && titles(one).eq(titles(other))
            })
}

/// What the texts of a version are listed by.
fn titles(version: &Version) -> impl Iterator<Item = (&LanguageCode, &str, Option<&str>)> {
    let texts = version.texts.iter();
    texts.map(|(language, text)| (language, text.title.as_str(), text.sort_key.as_deref()))
}

//! What follows from a whole site and its day: worked out when it is first asked for, and then kept.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::document::Document;
use super::version::Version;
use crate::language::LanguageCode;

/// Something that follows from a site. Whoever changes the site must make it be forgotten.
#[derive(Clone, Debug)]
pub(super) struct Derived<T>(OnceLock<(Date, T)>);

impl<T> Default for Derived<T> {
    fn default() -> Self {
        Derived(OnceLock::new())
    }
}

impl<T> Derived<T> {
    /// What was kept, or what is made now; `on` is the site's day.
    pub fn get_or_make(&self, on: Date, make: impl FnOnce() -> T) -> &T {
        let (day, made) = self.0.get_or_init(|| (on, make()));
        debug_assert_eq!(*day, on, "the site's day is changed by `Site::set_day`");
        made
    }

    /// Makes it be worked out anew when it is next asked for.
    pub fn forget(&mut self) {
        self.0.take();
    }
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

//! What happened to documents, as readers could see it.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::document::Document;
use super::site::Site;

/// Something that happened to a document, that readers could see from a day on.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// That day.
    pub date: Date,
    /// The document: an index into [`super::Content::documents`].
    pub document: usize,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A version could be read: its index.
    Version(usize),
    /// A version's text was removed: its index.
    Removed(usize),
    /// The document was withdrawn.
    Withdrawn,
    /// It was put in force again.
    Reinstated,
}

impl Site {
    /// Everything that happened up to the site's day, newest first.
    pub fn events(&self) -> Vec<Event> {
        let mut events: Vec<Event> = self.events_in_any_order().collect();
        let number = |event: &Event| match event.what {
            What::Version(at) | What::Removed(at) => at,
            What::Withdrawn | What::Reinstated => usize::MAX,
        };
        events.sort_by_key(|event| (Reverse(event.date), event.document, Reverse(number(event))));
        events
    }

    /// Whether anything happened in a year, up to the site's day.
    pub(super) fn has_events_in(&self, year: i16) -> bool {
        self.events_in_any_order()
            .any(|event| event.date.year() == year)
    }

    fn events_in_any_order(&self) -> impl Iterator<Item = Event> {
        let documents = self.documents.iter().enumerate();
        let events = documents.flat_map(|(at, document)| {
            let happened = of_versions(document, self.on()).chain(of_the_whole(document));
            happened.map(move |(date, what)| Event {
                date,
                document: at,
                what,
            })
        });
        events.filter(|event| event.date <= self.on())
    }
}

/// What happened to the versions of a document, those apart that cannot be read yet on a day.
fn of_versions(document: &Document, on: Date) -> impl Iterator<Item = (Date, What)> {
    let versions = document.versions.iter().enumerate();
    versions.flat_map(move |(at, version)| {
        let could_be_read = version.published_on().filter(|_| version.is_published(on));
        let removed = version.config.removed.as_ref();
        let could_be_read = could_be_read.map(|day| (day, What::Version(at)));
        could_be_read
            .into_iter()
            .chain(removed.map(|removed| (removed.on, What::Removed(at))))
    })
}

fn of_the_whole(document: &Document) -> impl Iterator<Item = (Date, What)> {
    let withdrawn = document.config.withdrawn.iter();
    let reinstated = document.config.reinstated.iter();
    let withdrawn = withdrawn.map(|it| (it.on, What::Withdrawn));
    withdrawn.chain(reinstated.map(|it| (it.on, What::Reinstated)))
}

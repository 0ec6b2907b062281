//! When a site no longer stands as it was built.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::document::Document;
use super::section::Section;
use super::version::Version;

/// The days on which pages become others though nothing is written, in the order of time. Of documents with every
/// version that they have, those to come as well; `drafts` says whether the pages show these already. Where
/// they do not, nothing changes on a day of a version before it is published, and readers are not told of it.
pub(crate) fn days_of_change(
    documents: &[Document],
    sections: &[Section],
    drafts: bool,
) -> Vec<Date> {
    let days = documents.iter().flat_map(|document| {
        let mut days = days_of_document(document, drafts);
        days.extend(reviews_missed(document, sections));
        days
    });
    let days: BTreeSet<Date> = days.collect();
    days.into_iter().collect()
}

fn days_of_document(document: &Document, drafts: bool) -> Vec<Date> {
    let is_shown_on = |version: &Version, day| drafts || version.is_published(day);
    let any_is_shown_on = |day| document.versions.iter().any(|it| is_shown_on(it, day));
    let config = &document.config;
    let mut days: Vec<Date> = Vec::new();
    days.extend(config.withdrawn.iter().map(|withdrawn| withdrawn.on));
    days.extend(config.reinstated.iter().map(|reinstated| reinstated.on));
    days.extend(
        config
            .waivers
            .iter()
            .filter_map(|waiver| waiver.until.tomorrow().ok()),
    );
    days.retain(|&day| any_is_shown_on(day));
    for version in document
        .versions
        .iter()
        .filter(|version| !version.is_draft())
    {
        let of_version = [
            version.published_on(),
            version.begins_by(),
            version.config.removed.as_ref().map(|removed| removed.on),
            version.begins_after(),
        ];
        let of_version = of_version.into_iter().flatten();
        days.extend(of_version.filter(|&day| is_shown_on(version, day)));
    }
    days
}

/// The days from which versions in force say that they were to be reviewed before.
fn reviews_missed(document: &Document, sections: &[Section]) -> impl Iterator<Item = Date> {
    let versions = document.versions.iter().enumerate();
    versions.filter_map(move |(at, version)| {
        let day = document.review_by(version, sections)?.tomorrow().ok()?;
        document.standing(at, day).is_in_force().then_some(day)
    })
}

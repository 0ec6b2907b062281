//! Until when a site may stand as it was built.

use jiff::ToSpan;
use jiff::civil::Date;

use super::document::Document;
use crate::config::EffectiveFrom;

/// The last day on which a build would give the same pages; none where nothing is to come. Of documents with
/// every version that they have, those to come as well.
pub(crate) fn stale_after(documents: &[Document], on: Date) -> Option<Date> {
    let mut days: Vec<Date> = Vec::new();
    for document in documents {
        let config = &document.config;
        days.extend(config.withdrawn.iter().map(|withdrawn| withdrawn.on));
        days.extend(config.reinstated.iter().map(|reinstated| reinstated.on));
        days.extend(
            config
                .waivers
                .iter()
                .filter_map(|waiver| waiver.until.tomorrow().ok()),
        );
        for version in document.versions.iter().filter(|version| !version.draft) {
            days.extend(version.published_on);
            days.extend(version.begins_by());
            days.extend(version.config.removed.as_ref().map(|removed| removed.on));
            let effective = version.effective_from.as_ref();
            days.extend(effective.and_then(EffectiveFrom::earliest));
        }
    }
    let next = days.into_iter().filter(|&day| day > on).min()?;
    next.checked_sub(1.day()).ok()
}

//! How much versions changed.

use std::collections::BTreeMap;

use super::view::{CountsView, KindCount};
use crate::diff::{Comparison, Kind};
use crate::language::LanguageCode;

/// How much each version, by its index, changed from the one before it in a language.
pub type VersionCounts = BTreeMap<(usize, LanguageCode), CountsView>;

/// How much a comparison shows.
pub(super) fn counts(comparison: &Comparison<'_>) -> CountsView {
    let counts = &comparison.counts;
    let kinds = counts.of_kinds().into_iter();
    let kinds = kinds.filter(|(_, count)| *count > 0);
    let name_of = |(kind, count): (Kind, usize)| KindCount {
        name: kind.name(),
        count,
    };
    CountsView {
        total: comparison.changes.len(),
        kinds: kinds.map(name_of).collect(),
        words_added: counts.words_added,
        words_removed: counts.words_removed,
    }
}

//! What was probably meant by a name that is not known.

/// The known name that is most like what was written; `None` when none is near enough to be meant.
/// Near is at most a third of its letters, and at most three, added, taken, changed or swapped.
pub fn nearest<'k>(written: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let plain = |name: &str| name.to_lowercase().replace(['-', ' '], "_");
    let written = plain(written);
    let limit = (written.chars().count() / 3).clamp(1, 3);
    known
        .map(|name| (strsim::osa_distance(&written, &plain(name)), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

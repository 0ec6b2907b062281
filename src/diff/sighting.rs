//! Whether something is in a text once, and so can be known again.

/// How often each of two texts, or two stretches of them, has something.
#[derive(Default)]
pub(super) struct Sightings {
    pub old: Sighting,
    pub new: Sighting,
}

/// How often something was seen, and where.
#[derive(Default)]
pub(super) enum Sighting {
    #[default]
    Never,
    Once(usize),
    Often,
}

impl Sighting {
    /// Sees it at a place.
    pub fn see(&mut self, at: usize) {
        *self = match self {
            Sighting::Never => Sighting::Once(at),
            _ => Sighting::Often,
        };
    }
}

//! Which blocks of either text stand in the other unchanged: they are kept for those.

use super::fingerprint::FingerprintMap;
use super::index::{Id, Index};
use super::model::Side;
use super::sighting::{Sighting, Sightings};

/// What of each text the other has unchanged.
pub(super) struct Reserved {
    new_of_old: Vec<There>,
    old_of_new: Vec<There>,
}

/// Where the other text has a block.
#[derive(Clone, Copy)]
enum There {
    Nowhere,
    /// There alone, and the text itself has no other like it.
    Once(Id),
    Somewhere,
}

impl Reserved {
    /// Of the blocks of two texts, at every depth.
    pub fn new(old: &Index<'_>, new: &Index<'_>) -> Self {
        let mut seen: FingerprintMap<Sightings> = FingerprintMap::default();
        seen.reserve(old.nodes.len());
        for (id, node) in old.nodes.iter().enumerate() {
            if node.weight > 0 {
                seen.entry(node.exact).or_default().old.see(id);
            }
        }
        let mut old_of_new = vec![There::Nowhere; new.nodes.len()];
        for (id, node) in new.nodes.iter().enumerate() {
            if let Some(sightings) = seen.get_mut(&node.exact) {
                sightings.new.see(id);
                old_of_new[id] = There::Somewhere;
            }
        }
        let mut new_of_old = vec![There::Nowhere; old.nodes.len()];
        for (id, node) in old.nodes.iter().enumerate() {
            new_of_old[id] = match seen.get(&node.exact) {
                None => There::Nowhere,
                Some(sightings) => match (&sightings.old, &sightings.new) {
                    (_, Sighting::Never) => There::Nowhere,
                    (Sighting::Once(_), &Sighting::Once(new)) => {
                        old_of_new[new] = There::Once(id);
                        There::Once(new)
                    }
                    _ => There::Somewhere,
                },
            };
        }
        Reserved {
            new_of_old,
            old_of_new,
        }
    }

    /// Whether the other text has a block unchanged. One without words may not be known.
    pub fn is_in_other(&self, side: Side, id: Id) -> bool {
        !matches!(self.there(side, id), There::Nowhere)
    }

    /// The counterpart of a block of one side that each text has once.
    pub fn alone_in_other(&self, side: Side, id: Id) -> Option<Id> {
        match self.there(side, id) {
            There::Once(counterpart) => Some(counterpart),
            There::Nowhere | There::Somewhere => None,
        }
    }

    fn there(&self, side: Side, id: Id) -> There {
        match side {
            Side::Old => self.new_of_old[id],
            Side::New => self.old_of_new[id],
        }
    }
}

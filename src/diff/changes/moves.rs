//! What each move's change says of the place that it left.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::headings::Headings;
use crate::diff::model::{Change, Entry, Relation};
use crate::markdown::tree::{Block, BlockKind};

/// Moves, as they are met on the way through the entries.
#[derive(Default)]
pub(super) struct Moves<'a> {
    /// By the move's number, the place that it left.
    left: BTreeMap<usize, Left<'a>>,
    come: Vec<Come<'a>>,
    /// The heading of the new text that each heading of the old became.
    became: HashMap<*const Block, *const Block>,
}

struct Left<'a> {
    /// What the headings above it say.
    said: Rc<[String]>,
    heading: Option<&'a Block>,
}

struct Come<'a> {
    number: usize,
    /// The index of its change.
    change: usize,
    heading: Option<&'a Block>,
}

impl<'a> Moves<'a> {
    /// Takes in an entry, which stands under these headings of the two texts. `change` is the index that its change
    /// will have.
    pub fn pass(
        &mut self,
        entry: &Entry<'a>,
        old: &Headings<'a>,
        new: &Headings<'a>,
        change: usize,
    ) {
        if let ([before], [now]) = (&entry.old[..], &entry.new[..])
            && is_heading(before)
            && is_heading(now)
        {
            let now = std::ptr::from_ref(*now);
            self.became.insert(std::ptr::from_ref(*before), now);
        }
        match (entry.relation, entry.old.first(), entry.new.first()) {
            (Relation::MovedAway(number), Some(block), _) => {
                let left = Left {
                    said: old.above(block),
                    heading: old.nearest(block),
                };
                self.left.insert(number, left);
            }
            (Relation::MovedHere(number), _, Some(block)) => self.come.push(Come {
                number,
                change,
                heading: new.nearest(block),
            }),
            _ => {}
        }
    }

    /// Says of the change of each move where it stood.
    pub fn tell(&self, changes: &mut [Change]) {
        for come in &self.come {
            let (Some(left), Some(change)) =
                (self.left.get(&come.number), changes.get_mut(come.change))
            else {
                continue;
            };
            change.moved_from = left.said.to_vec();
            change.stays_in_section = match (left.heading, come.heading) {
                (Some(before), Some(now)) => {
                    self.became.get(&std::ptr::from_ref(before)) == Some(&std::ptr::from_ref(now))
                }
                (None, None) => true,
                _ => false,
            };
        }
    }
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. })
}

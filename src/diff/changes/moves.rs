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
    /// The list or table around what is met: what moves within it stays in its section, whatever heading came or went
    /// above all of it.
    around: Option<*const Block>,
    /// The heading of the new text that each heading of the old became.
    became: HashMap<*const Block, *const Block>,
}

struct Left<'a> {
    /// What the headings above it say.
    said: Rc<[String]>,
    heading: Option<&'a Block>,
    around: Option<*const Block>,
}

struct Come<'a> {
    number: usize,
    /// The index of its change.
    change: usize,
    heading: Option<&'a Block>,
    around: Option<*const Block>,
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
                    heading: nearest(old, block),
                    around: self.around,
                };
                self.left.insert(number, left);
            }
            (Relation::MovedHere(number), _, Some(block)) => self.come.push(Come {
                number,
                change,
                heading: nearest(new, block),
                around: self.around,
            }),
            _ => {}
        }
    }

    /// Goes into an entry, and gives what is around it.
    pub fn enter(&mut self, entry: &Entry<'a>) -> Option<*const Block> {
        let around = self.around;
        let of_both = entry.new.first().filter(|_| !entry.old.is_empty());
        if let Some(block) = of_both.filter(|block| is_row(block)) {
            self.around = Some(std::ptr::from_ref(*block));
        }
        around
    }

    /// Comes out of an entry.
    pub fn leave(&mut self, around: Option<*const Block>) {
        self.around = around;
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
            let stays_in_row = come.around.is_some() && come.around == left.around;
            change.stays_in_section = match (left.heading, come.heading) {
                _ if stays_in_row => true,
                (Some(before), Some(now)) => {
                    self.became.get(&std::ptr::from_ref(before)) == Some(&std::ptr::from_ref(now))
                }
                (None, None) => true,
                _ => false,
            };
        }
    }
}

/// The heading that a block stands under. Footnotes stand behind all of them.
fn nearest<'a>(headings: &Headings<'a>, block: &Block) -> Option<&'a Block> {
    let is_footnote = matches!(block.kind, BlockKind::Footnote { .. });
    headings.nearest(block).filter(|_| !is_footnote)
}

/// Whether a block is a row of others: a list, a table.
fn is_row(block: &Block) -> bool {
    matches!(
        block.kind,
        BlockKind::List { .. } | BlockKind::Table { .. } | BlockKind::DefinitionList
    )
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. })
}

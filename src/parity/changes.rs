//! What changed in one language alone, from one version to another.

use std::collections::HashSet;
use std::ops::Range;

use super::difference::Side;
use super::meeting;
use crate::diff::{Change, Comparison, Kind};
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, Tree};

/// A text before and after: one language of two versions.
#[derive(Clone, Copy, Debug)]
pub struct Revision<'a> {
    /// The language of both.
    pub language: &'a LanguageCode,
    /// The text of the version.
    pub after: &'a Tree,
    /// The changes to it from the version before.
    pub comparison: &'a Comparison<'a>,
}

/// A block that changed in one language, while its counterpart in the other did not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoneChange {
    /// The language that changed.
    pub changed: Side,
    /// Where the block is in the new text of the language that changed, in bytes.
    pub span: Range<usize>,
    /// Where its counterpart is in the new text of the other language.
    pub counterpart: Range<usize>,
}

/// Finds the blocks that changed in one of two languages alone, in the order of the left text. What
/// one of the new texts lacks altogether is a difference of the texts and not told again.
pub fn lone_changes(left: Revision, right: Revision) -> Vec<LoneChange> {
    let ours = Touched::of(left.comparison, left.after);
    let theirs = Touched::of(right.comparison, right.after);
    let [one, other] = [left, right].map(|text| (text.language, text.after));
    let mut found = Vec::new();
    for (one, other) in meeting::pairs(one, other) {
        let (changed, span, counterpart) = if ours.itself(one) && theirs.is_as_it_was(other) {
            (Side::Left, one, other)
        } else if theirs.itself(other) && ours.is_as_it_was(one) {
            (Side::Right, other, one)
        } else {
            continue;
        };
        found.push(LoneChange {
            changed,
            span: span.span.clone(),
            counterpart: counterpart.span.clone(),
        });
    }
    found
}

/// Which blocks of a new text changed, and which were there before.
struct Touched {
    changed: HashSet<*const Block>,
    /// Blocks that hold a block which changed or is new.
    around: HashSet<*const Block>,
    known: HashSet<*const Block>,
}

impl Touched {
    fn of(comparison: &Comparison<'_>, new: &Tree) -> Touched {
        let mut touched = Touched {
            changed: HashSet::new(),
            around: HashSet::new(),
            known: HashSet::new(),
        };
        for pair in comparison.pairs() {
            touched.known.insert(pair.new);
            if pair.change.is_some_and(|at| says(&comparison.changes[at])) {
                touched.changed.insert(pair.new);
            }
        }
        for block in &new.blocks {
            touched.note_around(block);
        }
        touched
    }

    /// Marks the blocks around what changed; whether this one is, or is around, such a block.
    fn note_around(&mut self, block: &Block) -> bool {
        let mut is_within = false;
        for child in &block.children {
            is_within |= self.note_around(child);
        }
        let own: *const Block = block;
        if is_within {
            // A change is that of the innermost block that it is in.
            self.changed.remove(&own);
            self.around.insert(own);
        }
        is_within || self.changed.contains(&own) || !self.known.contains(&own)
    }

    /// Whether the block itself changed, and not only something within it.
    fn itself(&self, block: &Block) -> bool {
        let own: *const Block = block;
        self.changed.contains(&own)
    }

    /// Whether the block was there before, and nothing in it changed.
    fn is_as_it_was(&self, block: &Block) -> bool {
        let own: *const Block = block;
        self.known.contains(&own) && !self.changed.contains(&own) && !self.around.contains(&own)
    }
}

/// Whether a change is one of what the text says, rather than of its formatting or place.
fn says(change: &Change) -> bool {
    change.kinds.iter().any(|kind| {
        matches!(
            kind,
            Kind::Changed | Kind::Relinked | Kind::Relevelled | Kind::Retyped
        )
    })
}

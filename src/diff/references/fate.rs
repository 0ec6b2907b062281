//! Whether the words of a reference stayed where they were, or were written anew.

use std::ops::Range;

use crate::diff::model::{Edit, Entry, Inside, Op, Point, Side};
use crate::markdown::tree::Block;

/// What became of the words of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Both texts have them in this place.
    Stayed,
    /// One text alone has some of them.
    Altered,
    /// One text alone has all of them.
    Rewritten,
}

/// Tells of the words of one leaf.
pub(super) enum Fates {
    /// All of them have one.
    All(Fate),
    /// The stretches that the other text has, as bytes of the leaf's text.
    Kept(Vec<Range<usize>>),
}

impl Fates {
    /// Of the leaf with a number among those of a side of an entry.
    pub fn of(entry: &Entry<'_>, side: Side, number: usize, leaf: &Block) -> Self {
        match &entry.inside {
            Inside::Blocks => Fates::All(Fate::Stayed),
            Inside::Words(words) if !words.whole => {
                let ranges = words.edits.iter().filter_map(|edit| kept(edit, side));
                let own = ranges.filter(|range| range.start.leaf as usize == number);
                let bytes = own.map(|range| byte(leaf, range.start)..byte(leaf, range.end));
                Fates::Kept(joined(bytes))
            }
            _ => Fates::All(Fate::Rewritten),
        }
    }

    /// What became of a stretch of the leaf.
    pub fn of_stretch(&self, stretch: &Range<usize>) -> Fate {
        let kept = match self {
            Fates::All(fate) => return *fate,
            Fates::Kept(kept) => kept,
        };
        let holds = |kept: &Range<usize>| kept.start <= stretch.start && stretch.end <= kept.end;
        let meets = |kept: &Range<usize>| kept.start < stretch.end && stretch.start < kept.end;
        if kept.iter().any(holds) {
            Fate::Stayed
        } else if kept.iter().any(meets) {
            Fate::Altered
        } else {
            Fate::Rewritten
        }
    }
}

/// The stretch of a side that the other has too, be it with quotes of another shape.
fn kept(edit: &Edit, side: Side) -> Option<&Range<Point>> {
    let range = match side {
        Side::Old => &edit.old,
        Side::New => &edit.new,
    };
    (edit.op == Op::Equal || edit.typographic).then_some(range)
}

/// Stretches, those that touch as one.
fn joined(stretches: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if last.end == stretch.start => last.end = stretch.end,
            _ => joined.push(stretch),
        }
    }
    joined
}

/// Where a place is in the text of its leaf.
fn byte(leaf: &Block, place: Point) -> usize {
    let before = leaf.inlines.iter().take(place.inline as usize);
    let before: usize = before.map(|inline| inline.content.text().len()).sum();
    before + place.byte as usize
}

//! Lists and tables that a heading cut in two, or that were put together where one went: what stands under the same
//! heading as before stays, and what stands under another came there, or left there, however much more of it there is.

use crate::diff::align::{Aligner, Bead};
use crate::diff::index::{Id, Shape};
use crate::diff::model::Side;

/// Gives each list and table that is paired with one under another heading the one under its own, where that is
/// alone and shares contents with it.
pub(super) fn put_under_their_headings(
    aligner: &Aligner<'_, '_>,
    (olds, news): (&[Id], &[Id]),
    beads: &mut [Bead],
) {
    for at in 0..beads.len() {
        let Some((old, new)) = halves(aligner, (olds, news), &beads[at]) else {
            continue;
        };
        let other = [Side::Old, Side::New].into_iter().find_map(|side| {
            let is_other = |bead: &Bead| {
                let (other_old, other_new) = match (side, bead.old.len(), bead.new.len()) {
                    (Side::Old, 1, 0) => (olds[bead.old.start], new),
                    (Side::New, 0, 1) => (old, news[bead.new.start]),
                    _ => return false,
                };
                let shapes = (
                    aligner.old().node(other_old).shape,
                    aligner.new_side().node(other_new).shape,
                );
                shapes.0 == shapes.1
                    && aligner.headed().are_together(other_old, other_new)
                    && aligner.shared_contents(other_old, other_new) > 0
            };
            let loose = |&other: &usize| !beads[other].is_match();
            let before = (0..at).rev().take_while(loose);
            let after = (at + 1..beads.len()).take_while(loose);
            before
                .chain(after)
                .find(|&other| is_other(&beads[other]))
                .map(|other| (side, other))
        });
        if let Some((side, other)) = other {
            exchange(beads, at, side, other);
        }
    }
}

/// The list or table of each text that a bead pairs, where they stand under different headings.
fn halves(
    aligner: &Aligner<'_, '_>,
    (olds, news): (&[Id], &[Id]),
    bead: &Bead,
) -> Option<(Id, Id)> {
    if bead.old.len() != 1 || bead.new.len() != 1 {
        return None;
    }
    let (old, new) = (olds[bead.old.start], news[bead.new.start]);
    let shape = aligner.old().node(old).shape;
    let can_be_cut = matches!(shape, Shape::List | Shape::Table | Shape::Definitions);
    let is_cut = can_be_cut
        && aligner.new_side().node(new).shape == shape
        && !aligner.headed().are_together(old, new);
    is_cut.then_some((old, new))
}

/// Pairs what a match has of the other side with the one of this side that a loose bead has, in the order of both
/// texts. Nothing but loose beads lies between the two.
fn exchange(beads: &mut [Bead], matched: usize, side: Side, loose: usize) {
    let (first, last) = (matched.min(loose), matched.max(loose));
    let stretch = &mut beads[first..=last];
    let (old, new) = match side {
        Side::Old => (
            stretch[loose - first].old.start,
            stretch[matched - first].new.start,
        ),
        Side::New => (
            stretch[matched - first].old.start,
            stretch[loose - first].new.start,
        ),
    };
    let ends = |of: Side| {
        let places = stretch.iter().map(|bead| bead.of(of));
        let start = places
            .clone()
            .map(|place| place.start)
            .min()
            .unwrap_or_default();
        start..places.map(|place| place.end).max().unwrap_or(start)
    };
    let (olds, news) = (ends(Side::Old), ends(Side::New));
    let alone = |olds: std::ops::Range<usize>, news: std::ops::Range<usize>| {
        let (now, before) = (news.start, olds.end);
        let went = olds.map(move |old| Bead {
            old: old..old + 1,
            new: now..now,
        });
        went.chain(news.map(move |new| Bead {
            old: before..before,
            new: new..new + 1,
        }))
    };
    let ordered: Vec<Bead> = alone(olds.start..old, news.start..new)
        .chain([Bead::pair(old, new)])
        .chain(alone(old + 1..olds.end, new + 1..news.end))
        .collect();
    stretch.clone_from_slice(&ordered);
}

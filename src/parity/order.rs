//! Blocks that stand in another order in the other text.

use super::alignment::Step;
use super::likeness::Likeness;

/// A step of an alignment, and whether its right block stands at another place than the left one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    pub step: Step,
    pub moved: bool,
}

/// How far apart two blocks may be that are thought of as having changed places.
const REACH: usize = 8;

/// How far apart two blocks may be that are taken for one without much that tells them.
const NEAR: usize = 3;

/// What must speak for a change of places, over what speaks for the order that was found.
const GAIN: f64 = 1.0;

/// What two blocks that stand alone must have in common to be one block that moved.
const KINSHIP: f64 = 0.6;

/// How many pairs of blocks that stand alone are thought of at most; more are two texts that differ
/// altogether.
const LONE_PAIRS: usize = 100_000;

/// Finds, among aligned siblings, pairs that cross: two that changed places, one that was moved past
/// others. An alignment alone never has such pairs.
pub(super) fn with_moves(steps: &[Step], likeness: &Likeness) -> Vec<Placed> {
    let mut placed: Vec<Placed> = steps
        .iter()
        .map(|step| Placed {
            step: *step,
            moved: false,
        })
        .collect();
    exchange(&mut placed, likeness);
    join_lone(&mut placed, likeness);
    placed
}

/// Exchanges the right blocks of two pairs where that fits better.
fn exchange(placed: &mut [Placed], likeness: &Likeness) {
    for first in 0..placed.len() {
        let reach = (first + 1)..(first + 1 + REACH).min(placed.len());
        let gains = reach
            .filter_map(|second| Some((gain(placed[first], placed[second], likeness)?, second)));
        let best = gains.max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((gain, second)) = best
            && gain > GAIN
        {
            let right = placed[first].step.1;
            placed[first].step.1 = placed[second].step.1;
            placed[second].step.1 = right;
            placed[second].moved = true;
        }
    }
}

/// By how much two pairs would fit better with their right blocks exchanged.
fn gain(first: Placed, second: Placed, likeness: &Likeness) -> Option<f64> {
    let (i, j) = first.step.0.zip(first.step.1)?;
    let (k, l) = second.step.0.zip(second.step.1)?;
    if first.moved || second.moved || !likeness.are_alike(i, l) || !likeness.are_alike(k, j) {
        return None;
    }
    let straight = likeness.kinship(i, j) + likeness.kinship(k, l);
    let crossed = likeness.kinship(i, l) + likeness.kinship(k, j);
    Some(crossed - straight)
}

/// Makes pairs of blocks that stand alone, one in each text, and belong together. The pair stands
/// where the left one did.
fn join_lone(placed: &mut Vec<Placed>, likeness: &Likeness) {
    let lefts: Vec<usize> = lone(placed, |step| step.0);
    let mut rights: Vec<usize> = lone(placed, |step| step.1);
    if lefts.len().saturating_mul(rights.len()) > LONE_PAIRS {
        return;
    }
    let mut gone = vec![false; placed.len()];
    for at in lefts {
        let candidates = rights.iter().enumerate().filter_map(|(index, other)| {
            let kinship = kinship(placed, at, *other, likeness)?;
            Some((kinship, index))
        });
        let best = candidates.max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((_, index)) = best.filter(|(kinship, _)| *kinship > KINSHIP) {
            let other = rights.remove(index);
            placed[at].step.1 = placed[other].step.1;
            placed[at].moved = true;
            gone[other] = true;
        }
    }
    let mut gone = gone.into_iter();
    placed.retain(|_| gone.next() != Some(true));
}

/// The steps in which a block of one side stands alone.
fn lone(placed: &[Placed], side: fn(&Step) -> Option<usize>) -> Vec<usize> {
    let steps = placed.iter().enumerate();
    let alone = steps.filter(|(_, one)| one.step.0.is_none() || one.step.1.is_none());
    let of_side = alone.filter(|(_, one)| side(&one.step).is_some());
    of_side.map(|(at, _)| at).collect()
}

/// What two blocks that stand alone have in common, where they may be one.
fn kinship(placed: &[Placed], at: usize, other: usize, likeness: &Likeness) -> Option<f64> {
    let (i, j) = (placed[at].step.0?, placed[other].step.1?);
    let is_possible =
        likeness.are_alike(i, j) && (at.abs_diff(other) <= NEAR || likeness.is_telling(i, j));
    is_possible.then(|| likeness.kinship(i, j))
}

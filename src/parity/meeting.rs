//! Two texts' blocks brought together, at every depth.

use std::cmp::Ordering;
use std::ops::Range;

use super::alignment::{self, Step};
use super::evidence::Evidence;
use super::likeness::Likeness;
use super::order::{self, Placed};
use super::signs::Signs;
use crate::markdown::tree::{Block, BlockKind, Tree};

/// Blocks of either text of which it is declared that the other text is not meant to say the same, by their spans:
/// they may have no counterpart.
#[derive(Debug, Default)]
pub(super) struct Apart(pub [Vec<Range<usize>>; 2]);

impl Apart {
    fn mark(&self, blocks: &mut [Evidence], side: usize) {
        for evidence in blocks {
            evidence.may_stand_alone = self.0[side].contains(&evidence.block.span);
        }
    }
}

/// Blocks that correspond, or one that has no counterpart.
#[derive(Debug)]
pub(super) enum Meeting<'a> {
    Pair(Pair<'a>),
    Left(&'a Block),
    Right(&'a Block),
}

/// Two blocks that correspond.
#[derive(Debug)]
pub(super) struct Pair<'a> {
    pub left: &'a Block,
    pub right: &'a Block,
    /// Whether it stands at another place among its neighbours in the right text.
    pub moved: bool,
    /// Their children, brought together.
    pub inside: Vec<Meeting<'a>>,
}

/// The blocks of two texts that correspond, at every depth, each pair before those inside it.
pub fn pairs<'a>(left: &'a Tree, right: &'a Tree) -> Vec<(&'a Block, &'a Block)> {
    flat_pairs(&meet(&left.blocks, &right.blocks))
}

/// The pairs of `meetings`, and those inside them.
pub(super) fn flat_pairs<'a>(meetings: &[Meeting<'a>]) -> Vec<(&'a Block, &'a Block)> {
    let mut found = Vec::new();
    for meeting in meetings {
        if let Meeting::Pair(pair) = meeting {
            found.push((pair.left, pair.right));
            found.extend(flat_pairs(&pair.inside));
        }
    }
    found
}

/// Brings together blocks that stand beside each other.
pub(super) fn meet<'a>(left: &'a [Block], right: &'a [Block]) -> Vec<Meeting<'a>> {
    meet_but(&Apart::default(), left, right)
}

/// The same, where of some blocks it is declared that they may have no counterpart.
pub(super) fn meet_but<'a>(
    apart: &Apart,
    left: &'a [Block],
    right: &'a [Block],
) -> Vec<Meeting<'a>> {
    together(&placed(apart, left, right), left, right, &|left, right| {
        inside(apart, left, right)
    })
}

/// The same, when their evidence was gathered before; `signs` are those of both sides.
pub(super) fn meet_gathered<'a>(
    (left, of_left): (&'a [Block], &[Evidence]),
    (right, of_right): (&'a [Block], &[Evidence]),
    signs: &Signs,
) -> Vec<Meeting<'a>> {
    together(
        &placed_by(of_left, of_right, signs),
        left,
        right,
        &|left, right| inside(&Apart::default(), left, right),
    )
}

fn inside<'a>(apart: &Apart, left: &'a Block, right: &'a Block) -> Vec<Meeting<'a>> {
    match columns(left, right) {
        Some(columns) => rows_of(apart, left, right, &columns),
        None if left.children.is_empty() || right.children.is_empty() => Vec::new(),
        None => meet_but(apart, &left.children, &right.children),
    }
}

/// The rows of two tables, and in them the cells of the columns that correspond.
fn rows_of<'a>(
    apart: &Apart,
    left: &'a Block,
    right: &'a Block,
    columns: &[Step],
) -> Vec<Meeting<'a>> {
    let (left, right) = (&left.children, &right.children);
    together(&placed(apart, left, right), left, right, &|left, right| {
        // A column that one table lacks is one difference of the tables, not one of each row.
        let both: Vec<Placed> = columns
            .iter()
            .copied()
            .filter(|step| !is_alone(step))
            .map(|step| Placed { step, moved: false })
            .collect();
        together(&both, &left.children, &right.children, &|left, right| {
            meet_but(apart, &left.children, &right.children)
        })
    })
}

fn together<'a>(
    steps: &[Placed],
    left: &'a [Block],
    right: &'a [Block],
    inside: &dyn Fn(&'a Block, &'a Block) -> Vec<Meeting<'a>>,
) -> Vec<Meeting<'a>> {
    let meeting = |placed: &Placed| {
        let left = placed.step.0.and_then(|i| left.get(i));
        let right = placed.step.1.and_then(|j| right.get(j));
        let moved = placed.moved;
        match (left, right) {
            (Some(left), Some(right)) => {
                let inside = inside(left, right);
                Some(Meeting::Pair(Pair {
                    left,
                    right,
                    moved,
                    inside,
                }))
            }
            (Some(left), None) => Some(Meeting::Left(left)),
            (None, Some(right)) => Some(Meeting::Right(right)),
            (None, None) => None,
        }
    };
    steps.iter().filter_map(meeting).collect()
}

/// The columns of two tables that correspond; nothing where the blocks are no tables.
fn columns(left: &Block, right: &Block) -> Option<Vec<Step>> {
    let is_table = |block: &Block| matches!(block.kind, BlockKind::Table { .. });
    if !is_table(left) || !is_table(right) {
        return None;
    }
    let mut signs = Signs::default();
    let [left, right] = [left, right].map(|table| Evidence::of_columns(table, &mut signs));
    Some(if left.len() == right.len() {
        (0..left.len()).map(|i| (Some(i), Some(i))).collect()
    } else {
        aligned(left.iter().collect(), right.iter().collect(), &signs).0
    })
}

/// Which of the blocks of two texts, the items of two lists, the rows of two tables correspond, and which
/// of them stand in another order.
fn placed(apart: &Apart, left: &[Block], right: &[Block]) -> Vec<Placed> {
    let mut signs = Signs::default();
    let counts = [left.len(), right.len()];
    let mut left = Evidence::of_all(left, &mut signs);
    let mut right = Evidence::of_all(right, &mut signs);
    // Only the text that has more blocks can have one that the other is not meant to have.
    match counts[0].cmp(&counts[1]) {
        Ordering::Greater => apart.mark(&mut left, 0),
        Ordering::Less => apart.mark(&mut right, 1),
        Ordering::Equal => {}
    }
    placed_by(&left, &right, &signs)
}

fn placed_by(left: &[Evidence], right: &[Evidence], signs: &Signs) -> Vec<Placed> {
    let (steps, likeness) = aligned(left.iter().collect(), right.iter().collect(), signs);
    order::with_moves(&steps, &likeness)
}

/// Aligns siblings in their order.
pub(super) fn aligned<'a>(
    left: Vec<&'a Evidence<'a>>,
    right: Vec<&'a Evidence<'a>>,
    signs: &Signs,
) -> (Vec<Step>, Likeness<'a>) {
    let (lefts, rights) = (left.len(), right.len());
    let likeness = Likeness::new(left, right, signs);
    let steps = alignment::align(lefts, rights, |i, columns| likeness.worths(i, columns));
    let likeness = likeness.with_ratio_of(steps.iter().filter_map(|step| step.0.zip(step.1)));
    let steps = alignment::align(lefts, rights, |i, columns| likeness.worths(i, columns));
    (with_lone_neighbours_paired(&steps, &likeness), likeness)
}

/// Blocks that stand alone at the same place, as many and of the same kinds on both sides, are
/// pairs, unlike as they may be.
fn with_lone_neighbours_paired(steps: &[Step], likeness: &Likeness) -> Vec<Step> {
    let mut joined = Vec::with_capacity(steps.len());
    for run in steps.chunk_by(|one, other| is_alone(one) && is_alone(other)) {
        let lefts: Vec<usize> = run.iter().filter_map(|step| step.0).collect();
        let rights: Vec<usize> = run.iter().filter_map(|step| step.1).collect();
        let mut pairs = lefts.iter().zip(&rights);
        if lefts.len() == rights.len() && pairs.all(|(i, j)| likeness.are_alike(*i, *j)) {
            joined.extend(
                lefts
                    .into_iter()
                    .map(Some)
                    .zip(rights.into_iter().map(Some)),
            );
        } else {
            joined.extend_from_slice(run);
        }
    }
    joined
}

fn is_alone(step: &Step) -> bool {
    step.0.is_none() || step.1.is_none()
}

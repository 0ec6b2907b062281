//! Two texts' blocks brought together, at every depth.

use std::cmp::Ordering;
use std::ops::Range;

use super::alignment::{self, Sequence, Step};
use super::evidence::Evidence;
use super::labels::Lettering;
use super::likeness::Likeness;
use super::order::{self, Placed};
use super::signs::Signs;
use crate::language::LanguageCode;
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

/// What is known of two texts before their blocks are held against each other.
#[derive(Clone, Copy)]
pub(super) struct Wholes<'c> {
    letterings: [&'c Lettering; 2],
    apart: Option<&'c Apart>,
}

impl<'c> Wholes<'c> {
    /// How the texts letter their clauses.
    pub fn of(letterings: [&'c Lettering; 2]) -> Self {
        let apart = None;
        Wholes { letterings, apart }
    }

    /// The same, where of some blocks it is declared that they may have no counterpart.
    pub fn with(self, apart: &'c Apart) -> Self {
        let apart = Some(apart);
        Wholes { apart, ..self }
    }
}

/// The blocks of two texts that correspond, each in its language, at every depth, each pair before those inside it.
pub fn pairs<'a>(
    left: (&LanguageCode, &'a Tree),
    right: (&LanguageCode, &'a Tree),
) -> Vec<(&'a Block, &'a Block)> {
    let letterings = [left, right].map(|(language, tree)| Lettering::of(tree, language));
    let wholes = Wholes::of([&letterings[0], &letterings[1]]);
    flat_pairs(&meet(wholes, &left.1.blocks, &right.1.blocks))
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
pub(super) fn meet<'a>(
    wholes: Wholes<'_>,
    left: &'a [Block],
    right: &'a [Block],
) -> Vec<Meeting<'a>> {
    let placed = placed(wholes, left, right);
    together(&placed, left, right, &|left, right| {
        inside(wholes, left, right)
    })
}

/// The same, when their evidence was gathered before; `signs` are those of both sides.
pub(super) fn meet_gathered<'a>(
    wholes: Wholes<'_>,
    [(left, of_left), (right, of_right)]: [(&'a [Block], &[Evidence]); 2],
    signs: &Signs,
) -> Vec<Meeting<'a>> {
    let placed = placed_by(of_left, of_right, signs);
    together(&placed, left, right, &|left, right| {
        inside(wholes, left, right)
    })
}

fn inside<'a>(wholes: Wholes<'_>, left: &'a Block, right: &'a Block) -> Vec<Meeting<'a>> {
    match columns(wholes, left, right) {
        Some(columns) => rows_of(wholes, left, right, &columns),
        None if left.children.is_empty() || right.children.is_empty() => Vec::new(),
        None => meet(wholes, &left.children, &right.children),
    }
}

/// The rows of two tables, and in them the cells of the columns that correspond.
fn rows_of<'a>(
    wholes: Wholes<'_>,
    left: &'a Block,
    right: &'a Block,
    columns: &[Placed],
) -> Vec<Meeting<'a>> {
    let (lefts, rights) = (&left.children, &right.children);
    let rows = placed(wholes, lefts, rights);
    together(&rows, lefts, rights, &|left, right| {
        // A column that one table lacks, or has at another place, is one difference of the tables, not one of each
        // row: the first tells of it.
        let is_first = lefts.first().is_some_and(|first| std::ptr::eq(first, left));
        let both: Vec<Placed> = columns
            .iter()
            .filter(|placed| !is_alone(&placed.step))
            .map(|placed| Placed {
                moved: placed.moved && is_first,
                ..*placed
            })
            .collect();
        together(&both, &left.children, &right.children, &|left, right| {
            meet(wholes, &left.children, &right.children)
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
fn columns(wholes: Wholes<'_>, left: &Block, right: &Block) -> Option<Vec<Placed>> {
    let is_table = |block: &Block| matches!(block.kind, BlockKind::Table { .. });
    if !is_table(left) || !is_table(right) {
        return None;
    }
    let mut signs = Signs::default();
    let [ours, theirs] = wholes.letterings;
    let left = Evidence::of_columns(left, ours, &mut signs);
    let right = Evidence::of_columns(right, theirs, &mut signs);
    let (lefts, rights) = (left.iter().collect(), right.iter().collect());
    Some(if left.len() == right.len() {
        // Columns are few and short: without much that tells, each stands where it stands.
        let steps: Vec<Step> = (0..left.len()).map(|i| (Some(i), Some(i))).collect();
        order::with_moves(&steps, &Likeness::new(lefts, rights, &signs))
    } else {
        let (steps, _) = aligned(lefts, rights, &signs);
        let stays = |step| Placed { step, moved: false };
        steps.into_iter().map(stays).collect()
    })
}

/// Which of the blocks of two texts, the items of two lists, the rows of two tables correspond, and which
/// of them stand in another order.
fn placed(wholes: Wholes<'_>, left: &[Block], right: &[Block]) -> Vec<Placed> {
    let counts = [left.len(), right.len()];
    let mut signs = Signs::of_counts(&counts);
    let [ours, theirs] = wholes.letterings;
    let mut left = Evidence::of_all(left, ours, &mut signs);
    let mut right = Evidence::of_all(right, theirs, &mut signs);
    // Only the text that has more blocks can have one that the other is not meant to have.
    match (wholes.apart, counts[0].cmp(&counts[1])) {
        (Some(apart), Ordering::Greater) => apart.mark(&mut left, 0),
        (Some(apart), Ordering::Less) => apart.mark(&mut right, 1),
        _ => {}
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
    let (lefts, rights) = (sequence(&left), sequence(&right));
    let likeness = Likeness::new(left, right, signs);
    let steps = alignment::align(&lefts, &rights, |i, columns| likeness.worths(i, columns));
    let likeness = likeness.with_ratio_of(steps.iter().filter_map(|step| step.0.zip(step.1)));
    let steps = alignment::align(&lefts, &rights, |i, columns| likeness.worths(i, columns));
    (with_lone_neighbours_paired(&steps, &likeness), likeness)
}

/// Siblings, with the sections that their headings open.
fn sequence(siblings: &[&Evidence<'_>]) -> Sequence {
    let blocks: Vec<&Block> = siblings.iter().map(|evidence| evidence.block).collect();
    let sections = (0..blocks.len()).filter_map(|at| {
        let end = at + section_length(blocks[at..].iter().copied())?;
        Some(at..end)
    });
    Sequence {
        count: blocks.len(),
        sections: sections.collect(),
    }
}

/// How many blocks are a section: a heading that is no title, and all below it. Nothing where the first is none, or
/// nothing stands below it.
pub(super) fn section_length<'b>(mut blocks: impl Iterator<Item = &'b Block>) -> Option<usize> {
    let level = |block: &Block| match block.kind {
        BlockKind::Heading { level, title, .. } => Some(if title { 0 } else { level }),
        _ => None,
    };
    let own = level(blocks.next()?).filter(|level| *level > 0)?;
    let below = blocks.take_while(|block| level(block).is_none_or(|level| level > own));
    let length = 1 + below.count();
    (length > 1).then_some(length)
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

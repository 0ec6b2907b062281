//! Rows of blocks that correspond, for any number of languages and at every depth.

use super::alignment::{self, Step};
use super::evidence::Evidence;
use super::likeness::Likeness;
use crate::markdown::tree::{Block, BlockKind, Tree};

/// Blocks that say the same in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// For each text, in the order given: the index of its block in [`Tree::blocks`], or nothing
    /// where the text lacks it. At least one is there.
    pub cells: Vec<Option<usize>>,
}

/// The texts of a version side by side: rows of their top-level blocks. The cells of one text, from
/// the first row to the last, are all its blocks in their order.
pub fn align(texts: &[&Tree]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (language, text) in texts.iter().enumerate() {
        let known: Vec<&Block> = rows
            .iter()
            .filter_map(|row| first_block(row, texts))
            .collect();
        rows = siblings(&known, &text.blocks.iter().collect::<Vec<_>>())
            .into_iter()
            .map(|(row, block)| {
                let mut cells = match row {
                    Some(row) => std::mem::take(&mut rows[row].cells),
                    None => vec![None; language],
                };
                cells.push(block);
                Row { cells }
            })
            .collect();
    }
    rows
}

/// The block that stands for a row: that of the first language that has one.
fn first_block<'a>(row: &Row, texts: &[&'a Tree]) -> Option<&'a Block> {
    let mut cells = row.cells.iter().zip(texts);
    cells.find_map(|(cell, text)| text.blocks.get((*cell)?))
}

/// The blocks of two texts that correspond, at every depth, each pair before those inside it.
pub fn pairs<'a>(left: &'a Tree, right: &'a Tree) -> Vec<(&'a Block, &'a Block)> {
    let mut found = Vec::new();
    let left: Vec<_> = left.blocks.iter().collect();
    let right: Vec<_> = right.blocks.iter().collect();
    collect_pairs(&left, &right, &mut found);
    found
}

fn collect_pairs<'a>(
    left: &[&'a Block],
    right: &[&'a Block],
    found: &mut Vec<(&'a Block, &'a Block)>,
) {
    for (i, j) in siblings(left, right).into_iter().filter_map(both) {
        found.push((left[i], right[j]));
        collect_pairs_inside(left[i], right[j], found);
    }
}

fn collect_pairs_inside<'a>(
    left: &'a Block,
    right: &'a Block,
    found: &mut Vec<(&'a Block, &'a Block)>,
) {
    let (lefts, rights): (Vec<_>, Vec<_>) = (
        left.children.iter().collect(),
        right.children.iter().collect(),
    );
    let Some(columns) = columns(left, right) else {
        return collect_pairs(&lefts, &rights, found);
    };
    for (i, j) in siblings(&lefts, &rights).into_iter().filter_map(both) {
        found.push((lefts[i], rights[j]));
        for (column, other) in columns.iter().copied().filter_map(both) {
            let cell = lefts[i].children.get(column);
            found.extend(cell.zip(rights[j].children.get(other)));
        }
    }
}

/// The columns of two tables that correspond; nothing where the blocks are no tables.
pub(super) fn columns(left: &Block, right: &Block) -> Option<Vec<Step>> {
    let both_tables = [left, right].map(|block| matches!(block.kind, BlockKind::Table { .. }));
    if both_tables != [true, true] {
        return None;
    }
    let (left, right) = (Evidence::of_columns(left), Evidence::of_columns(right));
    Some(if left.len() == right.len() {
        (0..left.len()).map(|i| (Some(i), Some(i))).collect()
    } else {
        steps(&left, &right)
    })
}

/// Aligns siblings: the blocks of two texts, the items of two lists, the rows of two tables.
pub(super) fn siblings(left: &[&Block], right: &[&Block]) -> Vec<Step> {
    steps(&Evidence::of_all(left), &Evidence::of_all(right))
}

fn steps(left: &[Evidence], right: &[Evidence]) -> Vec<Step> {
    let likeness = Likeness::new(left, right);
    let steps = alignment::align(left.len(), right.len(), |i, j| likeness.worth(i, j));
    let likeness = likeness.with_ratio_of(steps.iter().copied().filter_map(both));
    let steps = alignment::align(left.len(), right.len(), |i, j| likeness.worth(i, j));
    with_lone_neighbours_paired(&steps, left, right)
}

/// Blocks that stand alone at the same place, as many and of the same kinds on both sides, are
/// pairs, unlike as they may be.
fn with_lone_neighbours_paired(steps: &[Step], left: &[Evidence], right: &[Evidence]) -> Vec<Step> {
    let kind = |evidence: &Evidence| std::mem::discriminant(&evidence.block.kind);
    let mut joined = Vec::with_capacity(steps.len());
    for run in steps.chunk_by(|one, other| is_alone(one) && is_alone(other)) {
        let lefts: Vec<usize> = run.iter().filter_map(|step| step.0).collect();
        let rights: Vec<usize> = run.iter().filter_map(|step| step.1).collect();
        let kinds = lefts.iter().map(|i| kind(&left[*i]));
        if kinds.eq(rights.iter().map(|j| kind(&right[*j]))) {
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

fn both(step: Step) -> Option<(usize, usize)> {
    step.0.zip(step.1)
}

fn is_alone(step: &Step) -> bool {
    step.0.is_none() || step.1.is_none()
}

#[cfg(test)]
mod tests;

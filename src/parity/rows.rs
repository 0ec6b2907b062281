//! Rows of blocks that correspond, for any number of languages.

use super::meeting::siblings;
use crate::markdown::tree::{Block, Tree};

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
        rows = siblings(known, &text.blocks)
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

#[cfg(test)]
mod tests;

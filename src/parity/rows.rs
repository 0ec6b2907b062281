//! Rows of blocks that correspond, for any number of languages.

use super::evidence::Evidence;
use super::meeting::aligned;
use super::signs::Signs;

/// Blocks that say the same in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// For each text, in the order given: the index of its block in [`crate::markdown::tree::Tree::blocks`],
    /// or nothing where the text lacks it. At least one is there.
    pub cells: Vec<Option<usize>>,
}

/// Aligns texts one after the other with the rows of those before them.
pub(super) fn align(texts: &[Vec<Evidence>], signs: &Signs) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (language, text) in texts.iter().enumerate() {
        let known = rows.iter().filter_map(|row| first_block(row, texts));
        let (steps, _) = aligned(known.collect(), text.iter().collect(), signs);
        rows = steps
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
fn first_block<'a>(row: &Row, texts: &'a [Vec<Evidence<'a>>]) -> Option<&'a Evidence<'a>> {
    let mut cells = row.cells.iter().zip(texts);
    cells.find_map(|(cell, text)| text.get((*cell)?))
}

#[cfg(test)]
mod tests;

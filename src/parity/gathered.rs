//! The evidence of the texts of a version, gathered once for all that is asked of them.

use super::evidence::Evidence;
use super::meeting::{self, flat_pairs};
use super::rows::{self, Row};
use super::signs::Signs;
use crate::markdown::tree::{Block, Tree};

/// Texts that should say the same, each in its language.
pub struct Gathered<'a> {
    trees: Vec<&'a Tree>,
    signs: Signs,
    /// Of each text, that of its outermost blocks.
    evidence: Vec<Vec<Evidence<'a>>>,
}

impl<'a> Gathered<'a> {
    /// Gathers the evidence of texts.
    pub fn of(trees: &[&'a Tree]) -> Self {
        let mut signs = Signs::default();
        let evidence = trees
            .iter()
            .map(|tree| Evidence::of_all(&tree.blocks, &mut signs));
        Gathered {
            trees: trees.to_vec(),
            evidence: evidence.collect(),
            signs,
        }
    }

    /// The blocks of two of the texts that correspond, at every depth, each pair before those inside it.
    pub fn pairs(&self, left: usize, right: usize) -> Vec<(&'a Block, &'a Block)> {
        let sides = [left, right].map(|text| (&*self.trees[text].blocks, &*self.evidence[text]));
        let [left, right] = sides;
        flat_pairs(&meeting::meet_gathered(left, right, &self.signs))
    }

    /// The texts side by side: rows of their outermost blocks. The cells of one text, from the first row to
    /// the last, are all its blocks in their order.
    pub fn rows(&self) -> Vec<Row> {
        rows::align(&self.evidence, &self.signs)
    }
}

//! The evidence of the texts of a version, gathered once for all that is asked of them.

use super::evidence::Evidence;
use super::labels::Lettering;
use super::meeting::{self, Wholes, flat_pairs};
use super::rows::{self, Row};
use super::signs::Signs;
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, Tree};

/// Texts that should say the same, each in its language.
pub struct Gathered<'a> {
    trees: Vec<&'a Tree>,
    letterings: Vec<Lettering>,
    signs: Signs,
    /// Of each text, that of its outermost blocks.
    evidence: Vec<Vec<Evidence<'a>>>,
}

impl<'a> Gathered<'a> {
    /// Gathers the evidence of texts, each in its language.
    pub fn of(texts: &[(&LanguageCode, &'a Tree)]) -> Self {
        let texts = texts.iter();
        let lettering = |(language, tree): &(&LanguageCode, &Tree)| Lettering::of(tree, language);
        let letterings: Vec<Lettering> = texts.clone().map(lettering).collect();
        let trees: Vec<&Tree> = texts.map(|(_, tree)| *tree).collect();
        let counts: Vec<usize> = trees.iter().map(|tree| tree.blocks.len()).collect();
        let mut signs = Signs::of_counts(&counts);
        let both = trees.iter().zip(&letterings);
        let evidence =
            both.map(|(tree, lettering)| Evidence::of_all(&tree.blocks, lettering, &mut signs));
        Gathered {
            evidence: evidence.collect(),
            trees,
            letterings,
            signs,
        }
    }

    /// The blocks of two of the texts that correspond, at every depth, each pair before those inside it.
    pub fn pairs(&self, left: usize, right: usize) -> Vec<(&'a Block, &'a Block)> {
        let both = [left, right];
        let letterings = both.map(|text| &self.letterings[text]);
        let sides = both.map(|text| (&*self.trees[text].blocks, &*self.evidence[text]));
        let wholes = Wholes::of(letterings);
        flat_pairs(&meeting::meet_gathered(wholes, sides, &self.signs))
    }

    /// The texts side by side: rows of their outermost blocks. The cells of one text, from the first row to
    /// the last, are all its blocks in their order.
    pub fn rows(&self) -> Vec<Row> {
        rows::align(&self.evidence, &self.signs)
    }
}

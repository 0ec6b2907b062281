//! What comparing has read of a text, kept for the text's next comparison: a version is compared with
//! the one before it, the one after it and the one in force.

use std::cell::OnceCell;

use super::index::Prints;
use super::words::Token;
use crate::markdown::tree::{Block, Content, Tree};

/// What is known of one text. It belongs to that text and its language, whatever it is compared with.
#[derive(Default)]
pub struct Memory {
    prints: OnceCell<Vec<Prints>>,
    tokens: OnceCell<Vec<OnceCell<Vec<Token>>>>,
}

impl Memory {
    /// The fingerprints of the blocks, in the order of the source.
    pub(super) fn prints(&self, read: impl FnOnce() -> Vec<Prints>) -> &[Prints] {
        self.prints.get_or_init(read)
    }

    /// The words of each block, read when they are asked for.
    pub(super) fn tokens(&self, blocks: usize) -> &[OnceCell<Vec<Token>>] {
        let nothing_read = || (0..blocks).map(|_| OnceCell::new()).collect();
        self.tokens.get_or_init(nothing_read)
    }
}

/// Whether what is read of a text depends on the text that it is compared with: the same footnote is
/// the same word, whatever its label in either.
pub(super) fn depends_on_the_other(tree: &Tree) -> bool {
    let mut has_footnotes = false;
    for block in &tree.blocks {
        block.walk(&mut |block| has_footnotes |= refers_to_footnote(block));
    }
    has_footnotes
}

fn refers_to_footnote(block: &Block) -> bool {
    let mut contents = block.inlines.iter().map(|inline| &inline.content);
    contents.any(|content| matches!(content, Content::FootnoteReference { .. }))
}

//! What blocks that stand elsewhere are found by: their words. Of a row that its table numbers, those of its other
//! cells: another place gives it another number.

use std::collections::HashMap;

use crate::diff::fingerprint::Fingerprint;
use crate::diff::index::{Id, Index, Shape};
use crate::diff::ordinals;

/// What a block is found by.
pub(super) struct Sign {
    /// Equal when the words are.
    pub words: u64,
    /// How many words there are.
    pub weight: usize,
}

/// The signs of the blocks of a text.
pub(super) struct Signs<'i, 'a> {
    index: &'i Index<'a>,
    /// Which tables number their rows: found out once, however many of their rows ask.
    are_numbered: HashMap<Id, bool>,
}

impl<'i, 'a> Signs<'i, 'a> {
    pub fn new(index: &'i Index<'a>) -> Self {
        Signs {
            index,
            are_numbered: HashMap::new(),
        }
    }

    pub fn of(&mut self, id: Id) -> Sign {
        let node = self.index.node(id);
        if node.shape == Shape::Row && self.is_numbered(node.parent) {
            return without_number(self.index, id);
        }
        Sign {
            words: node.words,
            weight: node.weight,
        }
    }

    fn is_numbered(&mut self, table: Option<Id>) -> bool {
        let Some(table) = table else { return false };
        let known = self.are_numbered.entry(table);
        *known.or_insert_with(|| ordinals::lead_of_rows(self.index.block(table)).is_some())
    }
}

fn without_number(index: &Index<'_>, row: Id) -> Sign {
    let cells = index.children(row).into_iter().skip(1);
    let (mut words, mut weight) = (Fingerprint::new(Shape::Row as u64), 0);
    for cell in cells.map(|cell| index.node(cell)) {
        words = words.number(cell.words);
        weight += cell.weight;
    }
    Sign {
        words: words.finish(),
        weight,
    }
}

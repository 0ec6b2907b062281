//! What a change of words tells.

use std::rc::Rc;

use super::{Op, TextEdit};
use crate::diff::word_count::count_words;

/// The words of both texts as plain text, and how many came and went. A copy takes no memory of its own.
#[derive(Clone, Debug)]
pub(in crate::diff) struct Told {
    pub edits: Rc<[TextEdit]>,
    pub words_added: usize,
    pub words_removed: usize,
}

impl Told {
    pub fn of(edits: Vec<TextEdit>) -> Self {
        let count = |op: Op| {
            let edits = edits.iter().filter(|edit| edit.op == op);
            edits.map(|edit| count_words(&edit.text)).sum()
        };
        Told {
            words_added: count(Op::Insert),
            words_removed: count(Op::Delete),
            edits: edits.into(),
        }
    }
}

impl Default for Told {
    fn default() -> Self {
        Told::of(Vec::new())
    }
}

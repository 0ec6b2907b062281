//! Where each numbered block stands among those around it, as a reference writes it: `3.1(b)`.

use std::collections::HashMap;

use crate::diff::model::Side;
use crate::diff::numbering::Sequences;
use crate::markdown::clause::{self, Addresses, Label};
use crate::markdown::tree::{Block, BlockKind, Tree};

/// The places of a text's blocks, by where they begin.
pub(super) struct Places {
    found: HashMap<usize, String>,
}

impl Places {
    pub fn of(tree: &Tree, side: Side, sequences: &Sequences) -> Self {
        let mut reader = Reader {
            sequences,
            side,
            addresses: Addresses::default(),
            found: HashMap::new(),
        };
        reader.read(&tree.blocks, false);
        Places {
            found: reader.found,
        }
    }

    /// The place of a block that has a number of its own, and no word before it.
    pub fn get(&self, block: &Block) -> Option<&str> {
        self.found.get(&block.span.start).map(String::as_str)
    }
}

struct Reader<'s> {
    sequences: &'s Sequences,
    side: Side,
    addresses: Addresses,
    found: HashMap<usize, String>,
}

impl Reader<'_> {
    fn read(&mut self, blocks: &[Block], is_within_item: bool) {
        for (at, block) in blocks.iter().enumerate() {
            match block.kind {
                BlockKind::Footnote { .. } => continue,
                BlockKind::List { .. } if !is_within_item => {
                    let before = self.addresses.clone();
                    self.read(&block.children, false);
                    // "3. Except:" and then, at the margin, "(a) to reply;".
                    if !blocks.get(at + 1).is_some_and(opens_items) {
                        self.addresses = before;
                    }
                    continue;
                }
                _ => {}
            }
            let label = self.place(block, is_within_item);
            let is_item = matches!(block.kind, BlockKind::ListItem { .. });
            let skip = usize::from(is_item && label);
            self.read(
                block.children.get(skip..).unwrap_or_default(),
                is_within_item || is_item,
            );
        }
    }

    /// Finds the place of a block by its own number; whether it has a label.
    fn place(&mut self, block: &Block, is_within_item: bool) -> bool {
        let level = match block.kind {
            BlockKind::Heading { shown, .. } => Some(shown),
            _ => None,
        };
        if let Some(label) = block.label.as_ref().and_then(|_| clause::of_block(block)) {
            self.addresses.address(&label, level);
            self.keep(block);
            return true;
        }
        let item = match block.kind {
            BlockKind::ListItem { number } if !is_within_item => number,
            _ => None,
        };
        if let Some(number) = item {
            self.addresses.address(&numbered(&number.to_string()), None);
            return false;
        }
        match self.sequences.written_number(self.side, block) {
            // What a paragraph opens with, "Rule 2.", is no number among those of clauses.
            Some((noun, written))
                if written.starts_with(|sign: char| sign.is_ascii_digit())
                    && (noun.is_none() || level.is_some()) =>
            {
                let number = numbered(written.trim_end_matches('.'));
                self.addresses.address(&number, level);
                if noun.is_none() {
                    self.keep(block);
                }
            }
            // "A2." is the number of no clause.
            Some((None, written)) if is_code(written) => {
                self.found.insert(block.span.start, written.to_owned());
            }
            _ => {
                if let Some(level) = level {
                    self.addresses.unlabelled_heading(level);
                }
            }
        }
        false
    }

    fn keep(&mut self, block: &Block) {
        let place = self.addresses.reference();
        self.found.insert(block.span.start, place);
    }
}

fn numbered(number: &str) -> Label {
    Label {
        written: number.to_owned(),
        number: Some(number.to_owned()),
        items: Vec::new(),
    }
}

/// Whether something is a letter and a number: "A2".
fn is_code(written: &str) -> bool {
    let number = written.strip_prefix(|sign: char| sign.is_ascii_uppercase());
    number.is_some_and(|number| number.parse::<u16>().is_ok())
}

/// Whether a block is the first of some items: "(a)".
fn opens_items(block: &Block) -> bool {
    let label = block.label.as_deref().unwrap_or_default();
    let item = label.trim_matches(|sign: char| !sign.is_alphanumeric());
    matches!(item, "a" | "i" | "1")
}

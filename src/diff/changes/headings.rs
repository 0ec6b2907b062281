//! The headings that the changes of a text stand under.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::diff::passages;
use crate::markdown::tree::{Block, BlockKind};

/// The headings above a place in a text.
#[derive(Default)]
pub(super) struct Headings<'a> {
    /// From the outermost, each with the level that it is shown at.
    above: Vec<(u8, &'a Block)>,
    /// What all of them say, once a change stands under them.
    said: OnceCell<Rc<[String]>>,
}

impl<'a> Headings<'a> {
    /// Goes on below a block, if it is a heading.
    pub fn pass(&mut self, block: &'a Block) {
        let Some(level) = level(block) else {
            return;
        };
        self.above.retain(|(above, _)| *above < level);
        self.above.push((level, block));
        self.said.take();
    }

    /// What the headings above a block of this place say, itself left out.
    pub fn above(&self, block: &Block) -> Rc<[String]> {
        match level(block) {
            Some(own) => self.say(own),
            None => Rc::clone(self.said.get_or_init(|| self.say(u8::MAX))),
        }
    }

    /// The nearest heading above a block of this place.
    pub fn nearest(&self, block: &Block) -> Option<&'a Block> {
        let own = level(block).unwrap_or(u8::MAX);
        let mut above = self.above.iter().rev();
        above
            .find(|(level, _)| *level < own)
            .map(|(_, heading)| *heading)
    }

    fn say(&self, own: u8) -> Rc<[String]> {
        let above = self.above.iter().filter(|(level, _)| *level < own);
        above
            .map(|(_, heading)| passages::leaf_text(heading))
            .collect()
    }
}

/// The level that a heading is shown at.
fn level(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Heading { shown, .. } => Some(shown),
        _ => None,
    }
}

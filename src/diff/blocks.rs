//! The blocks that an entry has of one text.

use std::ops::Deref;

use crate::markdown::tree::Block;

/// Blocks of one text, in order: a slice. Most often it is one, and takes no memory of its own then.
#[derive(Clone, Debug, Default)]
pub struct Blocks<'a>(Few<'a>);

#[derive(Clone, Debug, Default)]
enum Few<'a> {
    #[default]
    None,
    One(&'a Block),
    Several(Vec<&'a Block>),
}

impl<'a> Deref for Blocks<'a> {
    type Target = [&'a Block];

    fn deref(&self) -> &[&'a Block] {
        match &self.0 {
            Few::None => &[],
            Few::One(block) => std::slice::from_ref(block),
            Few::Several(blocks) => blocks,
        }
    }
}

impl<'a> From<&'a Block> for Blocks<'a> {
    fn from(block: &'a Block) -> Self {
        Blocks(Few::One(block))
    }
}

impl<'a> FromIterator<&'a Block> for Blocks<'a> {
    fn from_iter<T: IntoIterator<Item = &'a Block>>(blocks: T) -> Self {
        let mut blocks = blocks.into_iter();
        let (first, second) = (blocks.next(), blocks.next());
        Blocks(match (first, second) {
            (Some(first), Some(second)) => {
                Few::Several([first, second].into_iter().chain(blocks).collect())
            }
            (Some(one), None) => Few::One(one),
            (None, _) => Few::None,
        })
    }
}

impl<'b, 'a> IntoIterator for &'b Blocks<'a> {
    type Item = &'b &'a Block;
    type IntoIter = std::slice::Iter<'b, &'a Block>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

//! The words of a document in one language, numbered as they are met, and the bags of its blocks.
//!
//! The numbers depend on what was compared before: nothing that is shown may follow from their order.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::bags::Bag;
use super::fingerprint::{Fingerprint, FingerprintMap};
use super::index::{Id, Index};
use super::kept::Kept;
use super::words::WordId;

/// The words met so far, and the bags of lines, each word with the weight that it has by itself.
#[derive(Default)]
pub(super) struct Vocabulary {
    words: RefCell<Words>,
    lines: Kept<Rc<Bag>>,
}

#[derive(Default)]
struct Words {
    ids: FingerprintMap<WordId>,
    keys: Vec<u64>,
}

impl Vocabulary {
    /// The number of a word with a key.
    pub fn id(&self, key: u64) -> WordId {
        let Words { ids, keys } = &mut *self.words.borrow_mut();
        *ids.entry(key).or_insert_with(|| {
            keys.push(key);
            (keys.len() - 1) as WordId
        })
    }

    /// The key of a word.
    pub fn key(&self, id: WordId) -> u64 {
        self.words.borrow().keys[id as usize]
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.borrow().keys.len()
    }

    /// The bag of a line, by a fingerprint of all that it follows from.
    pub fn line(&self, print: Option<Fingerprint>, read: impl FnOnce() -> Bag) -> Rc<Bag> {
        self.lines
            .get_or_make(print, |bag| bag.len(), || Rc::new(read()))
    }
}

/// The bags of one text's blocks, made when they are asked for.
pub(super) struct TextBags {
    pub vocabulary: Rc<Vocabulary>,
    bags: Vec<OnceCell<Rc<Bag>>>,
}

impl TextBags {
    pub fn new(vocabulary: &Rc<Vocabulary>, blocks: usize) -> Self {
        TextBags {
            vocabulary: Rc::clone(vocabulary),
            bags: vec![OnceCell::new(); blocks],
        }
    }

    /// The bag of a block and all below it; `read` reads that of a line.
    pub fn of(&self, index: &Index<'_>, id: Id, read: &dyn Fn(Id) -> Rc<Bag>) -> &Rc<Bag> {
        self.bags[id].get_or_init(|| {
            if index.is_leaf(id) {
                return read(id);
            }
            let leaves = index.subtree(id).filter(|&id| index.is_leaf(id));
            let bags = leaves.map(|leaf| self.of(index, leaf, read).as_it_is());
            Rc::new(Bag::union(bags))
        })
    }
}

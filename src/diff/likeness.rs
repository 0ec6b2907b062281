//! How alike two blocks are: the share of their words that they have in common, rare words weighing
//! more than common ones (Dice's coefficient over weighted multisets of words).
//!
//! Weights are whole numbers, so that the result is the same on every machine.

use std::cell::OnceCell;
use std::rc::Rc;

use super::fingerprint::FingerprintMap;
use super::footnotes::Footnotes;
use super::index::{Id, Index};
use super::memory::BlockMemory;
use super::model::{Side, holds_words};
use super::words::{self, Class, Reading, Token};
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, BlockKind};

/// One, in the unit of [`Likenesses::of`]: thousandths.
pub(super) const ALIKE: u64 = 1000;

/// The words of a block and all below it, with their weights, sorted.
pub(super) struct Bag {
    words: Vec<(u64, u32)>,
    /// The weight of all of them.
    pub total: u64,
}

impl Bag {
    /// Of words and their weights.
    pub fn new(mut words: Vec<(u64, u32)>) -> Self {
        words.sort_unstable();
        let total = words.iter().map(|&(_, weight)| u64::from(weight)).sum();
        Bag { words, total }
    }

    /// The words of several.
    pub fn union<'b>(bags: impl Iterator<Item = &'b Bag>) -> Self {
        Bag::new(bags.flat_map(|bag| bag.words.iter().copied()).collect())
    }

    /// The weight of the words that both have, each as often as both have it.
    pub fn common(&self, other: &Bag) -> u64 {
        let (mut ours, mut theirs) = (self.words.as_slice(), other.words.as_slice());
        let mut common = 0;
        while let (Some(&(our, weight)), Some(&(their, _))) = (ours.first(), theirs.first()) {
            if our == their {
                common += u64::from(weight);
            }
            ours = &ours[usize::from(our <= their)..];
            theirs = &theirs[usize::from(their <= our)..];
        }
        common
    }

    /// The words' keys, equal ones together.
    pub fn words(&self) -> impl Iterator<Item = u64> + '_ {
        self.words.iter().map(|&(key, _)| key)
    }

    /// What a word weighs; nothing where it is not there.
    fn weight_of(&self, key: u64) -> u64 {
        let at = self.words.partition_point(|&(other, _)| other < key);
        let found = self.words.get(at).filter(|&&(other, _)| other == key);
        found.map_or(0, |&(_, weight)| u64::from(weight))
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// How alike two are, in thousandths.
    pub fn likeness(&self, other: &Bag) -> u64 {
        share(self.common(other), self.total + other.total)
    }
}

/// Twice the common weight over the weight of both, in thousandths.
pub(super) fn share(common: u64, both: u64) -> u64 {
    (2 * common * ALIKE).checked_div(both).unwrap_or(0)
}

/// The bags of two texts, made when they are asked for.
pub(super) struct Likenesses<'c, 'a> {
    pub old: &'c Index<'a>,
    pub new: &'c Index<'a>,
    pub language: &'c LanguageCode,
    pub footnotes: &'c Footnotes,
    pub memory: &'c BlockMemory,
    rarity: OnceCell<FingerprintMap<Found>>,
    old_bags: Vec<OnceCell<Bag>>,
    new_bags: Vec<OnceCell<Bag>>,
    old_tokens: Vec<OnceCell<Rc<[Token]>>>,
    new_tokens: Vec<OnceCell<Rc<[Token]>>>,
}

impl<'c, 'a> Likenesses<'c, 'a> {
    pub fn new(
        old: &'c Index<'a>,
        new: &'c Index<'a>,
        language: &'c LanguageCode,
        footnotes: &'c Footnotes,
        memory: &'c BlockMemory,
    ) -> Self {
        Likenesses {
            old,
            new,
            language,
            footnotes,
            memory,
            rarity: OnceCell::new(),
            old_bags: one_for_each(old),
            new_bags: one_for_each(new),
            old_tokens: one_for_each(old),
            new_tokens: one_for_each(new),
        }
    }

    /// The words of a block of the old text.
    pub fn old_bag(&self, id: Id) -> &Bag {
        self.old_bags[id].get_or_init(|| self.read_bag(Side::Old, id))
    }

    /// The words of a block of the new text.
    pub fn new_bag(&self, id: Id) -> &Bag {
        self.new_bags[id].get_or_init(|| self.read_bag(Side::New, id))
    }

    /// The blocks of a text.
    pub fn index(&self, side: Side) -> &'c Index<'a> {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// The words of a block of a text.
    pub fn bag(&self, side: Side, id: Id) -> &Bag {
        match side {
            Side::Old => self.old_bag(id),
            Side::New => self.new_bag(id),
        }
    }

    /// How alike two blocks are, in thousandths.
    pub fn of(&self, old: Id, new: Id) -> u64 {
        if self.old.node(old).words == self.new.node(new).words {
            return ALIKE;
        }
        self.old_bag(old).likeness(self.new_bag(new))
    }

    /// The words of a leaf, as the only one of its flow.
    pub fn tokens(&self, side: Side, id: Id) -> &[Token] {
        let (index, known) = match side {
            Side::Old => (self.old, &self.old_tokens),
            Side::New => (self.new, &self.new_tokens),
        };
        let block = index.block(id);
        known[id].get_or_init(|| self.memory.tokens(block, || self.read(side, block)))
    }

    /// The words of a leaf that follows another in its flow. Its label is words like any other there, as it
    /// is where the two are one.
    pub fn tokens_within(&self, side: Side, id: Id) -> Vec<Token> {
        let block = self.index(side).block(id);
        match block.label {
            Some(_) => self.read_with(side, block, None),
            None => self.tokens(side, id).to_vec(),
        }
    }

    /// The label that a leaf opens with, as the words of its bag have it, and what it weighs there.
    pub fn label(&self, side: Side, id: Id) -> Option<(u64, u64)> {
        let block = self.index(side).block(id);
        block.label.as_ref().filter(|_| holds_words(block))?;
        let mut tokens = self.tokens(side, id).iter();
        let label = tokens.find(|token| token.class == Class::Label)?;
        Some((label.caseless, self.bag(side, id).weight_of(label.caseless)))
    }

    fn read(&self, side: Side, block: &Block) -> Vec<Token> {
        self.read_with(side, block, block.label.as_deref())
    }

    fn read_with(&self, side: Side, block: &Block, label: Option<&str>) -> Vec<Token> {
        let footnotes = |label: &str| self.footnotes.key(side, label);
        let reading = Reading {
            language: self.language,
            footnotes: &footnotes,
            label,
        };
        let mut tokens = Vec::new();
        words::read(block, 0, &reading, &mut tokens);
        tokens
    }

    fn read_bag(&self, side: Side, id: Id) -> Bag {
        let index = self.index(side);
        let rarity = self.rarity.get_or_init(|| self.count());
        let mut bag = Vec::new();
        for id in index.subtree(id) {
            self.each_word(side, index, id, |key, weight| {
                let found_in = rarity.get(&key).map_or(1, |found| found.blocks);
                bag.push((key, weight * rarity_factor(found_in) / 10));
            });
        }
        Bag::new(bag)
    }

    /// In how many blocks that are not the same in both texts each word is found.
    fn count(&self) -> FingerprintMap<Found> {
        let mut found_in = FingerprintMap::default();
        for (side, index, other) in [
            (Side::Old, self.old, self.new),
            (Side::New, self.new, self.old),
        ] {
            let same: FingerprintMap<()> =
                other.nodes.iter().map(|node| (node.exact, ())).collect();
            for (id, node) in index.nodes.iter().enumerate() {
                if same.contains_key(&node.exact) {
                    continue;
                }
                self.each_word(side, index, id, |key, _| {
                    let found: &mut Found = found_in.entry(key).or_default();
                    found.count_in((side, id));
                });
            }
        }
        found_in
    }

    /// Gives the words of the block itself, with their plain weights.
    fn each_word(&self, side: Side, index: &Index<'a>, id: Id, mut take: impl FnMut(u64, u32)) {
        let block = index.block(id);
        match &block.kind {
            BlockKind::Code { text, .. } | BlockKind::Html { text, .. } => {
                for word in text.split_whitespace() {
                    take(words::folded_key(word), 60);
                }
            }
            _ if holds_words(block) => {
                let is_heading = matches!(block.kind, BlockKind::Heading { .. });
                for token in self.tokens(side, id) {
                    let weight = match token.class {
                        // It says where a section stands, not which one it is.
                        Class::Label if is_heading => LABEL_OF_HEADING,
                        _ => plain_weight(token),
                    };
                    take(token.caseless, weight);
                }
            }
            _ => {}
        }
    }
}

/// A place for what is found out of each block of a text.
fn one_for_each<T>(index: &Index<'_>) -> Vec<OnceCell<T>> {
    index.nodes.iter().map(|_| OnceCell::new()).collect()
}

/// In how many blocks a word was found, and in which at last.
#[derive(Default)]
struct Found {
    blocks: u32,
    last: Option<(Side, Id)>,
}

impl Found {
    fn count_in(&mut self, block: (Side, Id)) {
        if self.last != Some(block) {
            self.blocks += 1;
            self.last = Some(block);
        }
    }
}

/// What the label of a clause weighs.
const LABEL_WEIGHT: u32 = 150;

/// What the label of a heading weighs: less than the shortest heading's words.
const LABEL_OF_HEADING: u32 = 20;

/// What a word weighs by itself: a short word is mostly a common one.
pub(super) fn plain_weight(token: &Token) -> u32 {
    match token.class {
        Class::Word => match token.length {
            0..=1 => 20,
            2 => 30,
            3 => 50,
            _ => 100,
        },
        Class::Number | Class::Thing => 60,
        Class::Date | Class::Money | Class::Address => 120,
        Class::Label => LABEL_WEIGHT,
        Class::Punctuation => 5,
    }
}

/// Tenths of its weight that a word keeps when it is found in so many blocks.
fn rarity_factor(found_in: u32) -> u32 {
    match found_in {
        0..=3 => 10,
        4..=7 => 8,
        8..=15 => 6,
        16..=31 => 4,
        _ => 2,
    }
}

//! How alike two blocks are: the share of their words that they have in common, rare words weighing
//! more than common ones (Dice's coefficient over weighted multisets of words).
//!
//! Weights are whole numbers, so that the result is the same on every machine.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::bags::{ALIKE, Bag, InvertedIndex, Tally, Weighed, share};
use super::fingerprint::Fingerprint;
use super::footnotes::Footnotes;
use super::index::{Id, Index};
use super::memory::{BlockMemory, KnownText};
use super::model::{Side, holds_words};
use super::numbering::Sequences;
use super::rarity::Rarity;
use super::reserved::Reserved;
use super::vocabulary::{TextBags, Vocabulary};
use super::words::{self, Class, Reading, Token};
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, BlockKind};

/// The bags of two texts, made when they are asked for.
pub(super) struct Likenesses<'c, 'a> {
    pub old: &'c Index<'a>,
    pub new: &'c Index<'a>,
    pub language: &'c LanguageCode,
    pub footnotes: &'c Footnotes,
    pub sequences: &'c Sequences,
    pub memory: &'c BlockMemory,
    /// What each text has once, and what the other has at all.
    pub reserved: Reserved,
    /// For bags that are held against many others. Empty whenever nobody works with it.
    pub tally: RefCell<Tally>,
    /// For many bags at once. Whoever works with it fills it.
    inverted: RefCell<InvertedIndex>,
    /// What is known of each text's words, whatever it is compared with.
    known_old: Rc<TextBags>,
    known_new: Rc<TextBags>,
    /// What words keep of their weights, by how many blocks have them that are not the same in both texts.
    rarity: OnceCell<Rarity>,
    /// What the words of each block weigh by their rarity.
    old_totals: Vec<OnceCell<u64>>,
    new_totals: Vec<OnceCell<u64>>,
    old_tokens: Vec<OnceCell<Rc<Vec<Token>>>>,
    new_tokens: Vec<OnceCell<Rc<Vec<Token>>>>,
}

impl<'c, 'a> Likenesses<'c, 'a> {
    pub fn new(
        (old, known_old): (&'c Index<'a>, KnownText<'_, '_>),
        (new, known_new): (&'c Index<'a>, KnownText<'_, '_>),
        language: &'c LanguageCode,
        (footnotes, sequences): (&'c Footnotes, &'c Sequences),
        memory: &'c BlockMemory,
    ) -> Self {
        let vocabulary = memory.vocabulary();
        Likenesses {
            old,
            new,
            language,
            footnotes,
            sequences,
            memory,
            reserved: Reserved::new(old, new),
            tally: RefCell::default(),
            inverted: RefCell::default(),
            known_old: known_old.bags(&vocabulary, old.nodes.len()),
            known_new: known_new.bags(&vocabulary, new.nodes.len()),
            rarity: OnceCell::new(),
            old_totals: one_for_each(old),
            new_totals: one_for_each(new),
            old_tokens: one_for_each(old),
            new_tokens: one_for_each(new),
        }
    }

    /// The words of a block of the old text. Those of an item that is one paragraph are the paragraph's.
    pub fn old_bag(&self, id: Id) -> Weighed<'_> {
        self.weighed(Side::Old, self.old.innermost(id))
    }

    /// The words of a block of the new text.
    pub fn new_bag(&self, id: Id) -> Weighed<'_> {
        self.weighed(Side::New, self.new.innermost(id))
    }

    /// The blocks of a text.
    pub fn index(&self, side: Side) -> &'c Index<'a> {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// The words of a block of a text.
    pub fn bag(&self, side: Side, id: Id) -> Weighed<'_> {
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

    /// How alike two blocks are in what they say, whatever each is numbered with.
    pub fn of_words(&self, old: Id, new: Id) -> u64 {
        let (old_label, new_label) = (self.label(Side::Old, old), self.label(Side::New, new));
        let (Some((old_word, old_weight)), Some((new_word, new_weight))) = (old_label, new_label)
        else {
            return self.of(old, new);
        };
        let (old_bag, new_bag) = (self.old_bag(old), self.new_bag(new));
        let same = if old_word == new_word { old_weight } else { 0 };
        share(
            old_bag.common(new_bag.bag).saturating_sub(same),
            old_bag.total + new_bag.total - old_weight - new_weight,
        )
    }

    /// How alike each of some blocks of the new text is to each of some of the old, by the blocks of the new:
    /// nothing for two that cannot be one.
    pub fn of_each(
        &self,
        olds: &[Id],
        news: &[Id],
        can_be_one: impl Fn(Id, Id) -> bool,
    ) -> Vec<Vec<u64>> {
        // A block that can be none of the others is not read: its bag stays empty.
        let has_new = |&old: &Id| news.iter().any(|&new| can_be_one(old, new));
        let has_old = |&new: &Id| olds.iter().any(|&old| can_be_one(old, new));
        let none = Bag::default();
        let old_bags = olds.iter().map(|old| match has_new(old) {
            true => self.old_bag(*old),
            false => none.as_it_is(),
        });
        let new_bags = news.iter().map(|new| match has_old(new) {
            true => self.new_bag(*new),
            false => none.as_it_is(),
        });
        let (old_bags, new_bags): (Vec<Weighed<'_>>, Vec<Weighed<'_>>) =
            (old_bags.collect(), new_bags.collect());
        let mut alike = self.common(&old_bags, &new_bags);
        for ((row, &new), new_bag) in alike.iter_mut().zip(news).zip(new_bags) {
            for ((alike, &old), old_bag) in row.iter_mut().zip(olds).zip(&old_bags) {
                *alike = if !can_be_one(old, new) {
                    0
                } else if self.old.node(old).words == self.new.node(new).words {
                    ALIKE
                } else {
                    share(*alike, old_bag.total + new_bag.total)
                };
            }
        }
        alike
    }

    /// The weight of the words that each of some bags of the new text has in common with each of some of the
    /// old, by the bags of the new.
    pub fn common(&self, olds: &[Weighed<'_>], news: &[Weighed<'_>]) -> Vec<Vec<u64>> {
        let mut inverted = self.inverted.borrow_mut();
        inverted.fill(olds);
        let with_each = |new: &Weighed<'_>| {
            let mut common = vec![0; olds.len()];
            inverted.add_common(new.bag, &mut common);
            common
        };
        news.iter().map(with_each).collect()
    }

    /// The words of a leaf, as the only one of its flow.
    pub fn tokens(&self, side: Side, id: Id) -> &[Token] {
        let (index, known) = match side {
            Side::Old => (self.old, &self.old_tokens),
            Side::New => (self.new, &self.new_tokens),
        };
        let block = index.block(id);
        let read = || self.read(side, block);
        known[id].get_or_init(|| self.memory.tokens(index.line(id), read))
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

    /// The label that a leaf opens with, or the number of a heading in a sequence, as the words of its bag have it,
    /// and what it weighs there.
    pub fn label(&self, side: Side, id: Id) -> Option<(u64, u64)> {
        let block = self.index(side).block(id);
        let class = match block.label {
            Some(_) if holds_words(block) => Class::Label,
            None if self.sequences.is_numbered_heading(side, block) => Class::Number,
            _ => return None,
        };
        let mut tokens = self.tokens(side, id).iter();
        let label = tokens.find(|token| token.class == class)?;
        let word = self.vocabulary().id(label.caseless);
        Some((label.caseless, self.bag(side, id).weight_of(word)))
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

    /// The words of both texts, numbered.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.known_old.vocabulary
    }

    /// The words of a block, each by its rarity: weighed where they are, since the plain bag is kept for other
    /// comparisons, and a copy would be of use to this one alone.
    fn weighed(&self, side: Side, id: Id) -> Weighed<'_> {
        let rarity = self.rarity.get_or_init(|| self.read_rarity());
        let bag = self.plain_bag(side, id);
        let totals = match side {
            Side::Old => &self.old_totals,
            Side::New => &self.new_totals,
        };
        let total = totals[id].get_or_init(|| Weighed::total_of(bag, rarity));
        Weighed::new(bag, rarity, *total)
    }

    /// The words of a block with the weights that they have by themselves.
    fn plain_bag(&self, side: Side, id: Id) -> &Bag {
        let (index, known) = match side {
            Side::Old => (self.old, &self.known_old),
            Side::New => (self.new, &self.known_new),
        };
        known.of(index, id, &|leaf| {
            let read = || self.read_line(side, leaf);
            self.vocabulary().line(leaf_print(index, leaf), read)
        })
    }

    fn read_line(&self, side: Side, leaf: Id) -> Bag {
        let mut words = Vec::new();
        self.each_word(side, leaf, |key, weight| {
            words.push((self.vocabulary().id(key), weight));
        });
        Bag::new(words)
    }

    fn read_rarity(&self) -> Rarity {
        // By the words' numbers.
        let mut blocks = vec![0; self.vocabulary().len()];
        for (side, index) in [(Side::Old, self.old), (Side::New, self.new)] {
            for id in 0..index.nodes.len() {
                if index.is_leaf(id) && !self.reserved.is_in_other(side, id) {
                    let bag = self.plain_bag(side, id);
                    blocks.resize(self.vocabulary().len(), 0);
                    bag.words().for_each(|word| blocks[word as usize] += 1);
                }
            }
        }
        Rarity::by_blocks(blocks)
    }

    /// Gives the words of the block itself, with their plain weights.
    fn each_word(&self, side: Side, id: Id, mut take: impl FnMut(u64, u32)) {
        let block = self.index(side).block(id);
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

/// A fingerprint of all that the bag of a leaf follows from. None where it is not known from the leaf's line
/// alone.
fn leaf_print(index: &Index<'_>, leaf: Id) -> Option<Fingerprint> {
    let kind = &index.block(leaf).kind;
    // What these say is not in their lines.
    if matches!(kind, BlockKind::Code { .. } | BlockKind::Html { .. }) {
        return None;
    }
    let is_heading = matches!(kind, BlockKind::Heading { .. });
    Some(index.line(leaf)?.number(u64::from(is_heading)))
}

/// A place for what is found out of each block of a text.
fn one_for_each<T>(index: &Index<'_>) -> Vec<OnceCell<T>> {
    index.nodes.iter().map(|_| OnceCell::new()).collect()
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

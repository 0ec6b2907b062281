//! What comparing has found out, kept for the document's next comparison: a version is compared with the
//! one before it, the one after it and the one in force, and what changed in a block from one version to
//! the one in force changed as well from the next.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::fingerprint::Fingerprint;
use super::footnotes::Footnotes;
use super::index::{Index, LinePrint, Prints, prints};
use super::kept::{Kept, MOST_KEPT};
use super::model::{AttributeChange, Change, Flag, Note, Side, TextEdit, Words};
use super::numbering::{PassageNumbers, Sequence, sequence};
use super::vocabulary::{TextBags, Vocabulary};
use super::words::Token;
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, Content, Inline, Tree};

/// What is known of one text, whatever it is compared with.
#[derive(Default)]
pub struct TextMemory {
    prints: OnceCell<Vec<Prints>>,
    lines: OnceCell<Rc<[LinePrint]>>,
    bags: RefCell<Option<Rc<TextBags>>>,
    has_references: OnceCell<bool>,
    sequence: OnceCell<Rc<Sequence>>,
    miscounts: OnceCell<Vec<Note>>,
}

/// A text, and what is known of it.
#[derive(Clone, Copy)]
pub struct KnownText<'t, 'm> {
    /// The text.
    pub tree: &'t Tree,
    /// What is known of this text, and of no other.
    pub memory: &'m TextMemory,
}

impl<'t, 'm> KnownText<'t, 'm> {
    /// The same text with nothing known of it, where what is read of it depends on the one that it is compared
    /// with: the same footnote is the same word, whatever its label in either.
    pub(super) fn or_unknown(self, unknown: &'m TextMemory) -> Self {
        let is_reference =
            |inline: &Inline| matches!(inline.content, Content::FootnoteReference { .. });
        let depends_on_the_other = *self.memory.has_references.get_or_init(|| {
            let mut found = false;
            let mut look = |block: &Block| {
                found = found || block.inlines.iter().any(is_reference);
            };
            self.tree.walk(&mut look);
            found
        });
        match depends_on_the_other {
            true => KnownText {
                memory: unknown,
                ..self
            },
            false => self,
        }
    }

    /// Its blocks, laid out for comparing.
    pub(super) fn index(self, side: Side, footnotes: &Footnotes) -> Index<'t> {
        let TextMemory {
            prints: known,
            lines,
            ..
        } = self.memory;
        let prints = known.get_or_init(|| prints(self.tree, side, footnotes));
        let none = || prints.iter().map(|_| LinePrint::default()).collect();
        Index::new(self.tree, prints, Rc::clone(lines.get_or_init(none)))
    }

    /// The blocks that are numbered where they stand one after the other.
    pub(super) fn sequence(self, language: &LanguageCode) -> Rc<Sequence> {
        let read = || Rc::new(sequence(self.tree, language));
        Rc::clone(self.memory.sequence.get_or_init(read))
    }

    /// The notes on headings that count what is not there.
    pub(super) fn miscounts(self, read: impl FnOnce(&Tree) -> Vec<Note>) -> &'m [Note] {
        self.memory.miscounts.get_or_init(|| read(self.tree))
    }

    /// The bags of its blocks, so many, their words numbered by a vocabulary.
    pub(super) fn bags(self, vocabulary: &Rc<Vocabulary>, blocks: usize) -> Rc<TextBags> {
        let mut known = self.memory.bags.borrow_mut();
        let is_of_another = |known: &mut Rc<TextBags>| !Rc::ptr_eq(&known.vocabulary, vocabulary);
        known.take_if(is_of_another);
        let made = || Rc::new(TextBags::new(vocabulary, blocks));
        Rc::clone(known.get_or_insert_with(made))
    }
}

/// What is known of blocks and changes of one language, whatever texts they stand in.
#[derive(Default)]
pub struct BlockMemory {
    tokens: Kept<Rc<Vec<Token>>>,
    words: Kept<Rc<WordsOfBlocks>>,
    flags: Kept<Vec<Flag>>,
    vocabulary: RefCell<Rc<Vocabulary>>,
}

/// The words of some blocks, compared with those of others.
pub(super) struct WordsOfBlocks {
    pub words: Rc<Words>,
    pub attributes: Vec<AttributeChange>,
}

impl BlockMemory {
    /// The words of a block, by the fingerprint of its line.
    pub(super) fn tokens(
        &self,
        print: Option<Fingerprint>,
        read: impl FnOnce() -> Vec<Token>,
    ) -> Rc<Vec<Token>> {
        self.tokens
            .get_or_make(print, |tokens| tokens.len(), || Rc::new(read()))
    }

    /// The vocabulary that the next comparison goes by: another when it has too many words.
    pub(super) fn vocabulary(&self) -> Rc<Vocabulary> {
        let mut current = self.vocabulary.borrow_mut();
        if current.len() > MOST_KEPT {
            *current = Rc::default();
        }
        Rc::clone(&current)
    }

    /// What changed between the words of some blocks and of others, by the fingerprints of their lines.
    pub(super) fn words(
        &self,
        old: impl ExactSizeIterator<Item = Option<Fingerprint>>,
        new: impl ExactSizeIterator<Item = Option<Fingerprint>>,
        compare: impl FnOnce() -> WordsOfBlocks,
    ) -> Rc<WordsOfBlocks> {
        let add = |print: Option<Fingerprint>, line: Option<Fingerprint>| {
            Some(print?.number(line?.finish()))
        };
        let start = Fingerprint::new(old.len() as u64);
        let print = new.fold(old.fold(Some(start), add), add);
        self.words.get_or_make(
            print,
            |found| found.words.edits.len() + found.attributes.len(),
            || Rc::new(compare()),
        )
    }

    /// What a reader should look at in a change whose passages have these numbers.
    pub(super) fn flags(
        &self,
        change: &Change,
        numbers: &PassageNumbers,
        find: impl FnOnce() -> Vec<Flag>,
    ) -> Vec<Flag> {
        let print = change_print(change, numbers);
        self.flags.get_or_make(Some(print), Vec::len, find)
    }
}

/// A fingerprint of all that the flags of a change depend on.
fn change_print(change: &Change, numbers: &PassageNumbers) -> Fingerprint {
    let mut print = Fingerprint::new(change.kinds.len() as u64);
    for &kind in &change.kinds {
        print = print.number(kind as u64);
    }
    for (passages, numbers) in [&change.old, &change.new].into_iter().zip(numbers) {
        print = print.number(passages.len() as u64);
        for (passage, number) in passages.iter().zip(numbers) {
            print = print.bytes(passage.text.as_bytes());
            if let Some(place) = number {
                print = print.number(place.start as u64).number(place.end as u64);
            }
        }
    }
    let edit = |print: Fingerprint, edit: &TextEdit| {
        let print = print.number(edit.op as u64);
        print.bytes(edit.text.as_bytes())
    };
    change.edits.iter().fold(print, edit)
}

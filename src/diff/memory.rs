//! What comparing has found out, kept for the document's next comparison: a version is compared with the
//! one before it, the one after it and the one in force, and what changed in a block from one version to
//! the one in force changed as well from the next.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::fingerprint::Fingerprint;
use super::index::{Prints, mark_key};
use super::kept::{Kept, MOST_KEPT};
use super::model::{AttributeChange, Change, Flag, Note, TextEdit, Words};
use super::numbering::Sequence;
use super::vocabulary::{TextBags, Vocabulary};
use super::words::Token;
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

impl TextMemory {
    /// The fingerprints of the blocks, in the order of the source.
    pub(super) fn prints(&self, read: impl FnOnce() -> Vec<Prints>) -> &[Prints] {
        self.prints.get_or_init(read)
    }

    /// A place for the fingerprint of each of so many blocks' lines.
    pub(super) fn lines(&self, blocks: usize) -> Rc<[LinePrint]> {
        let none = || (0..blocks).map(|_| LinePrint::default()).collect();
        Rc::clone(self.lines.get_or_init(none))
    }

    /// Whether what is read of the text depends on the one that it is compared with: the same footnote is
    /// the same word, whatever its label in either.
    pub(super) fn depends_on_the_other(&self, tree: &Tree) -> bool {
        let is_reference =
            |inline: &Inline| matches!(inline.content, Content::FootnoteReference { .. });
        *self.has_references.get_or_init(|| {
            let mut found = false;
            tree.walk(&mut |block| found = found || block.inlines.iter().any(is_reference));
            found
        })
    }

    /// The blocks that are numbered where they stand one after the other.
    pub(super) fn sequence(&self, read: impl FnOnce() -> Sequence) -> Rc<Sequence> {
        Rc::clone(self.sequence.get_or_init(|| Rc::new(read())))
    }

    /// The notes on headings that count what is not there.
    pub(super) fn miscounts(&self, read: impl FnOnce() -> Vec<Note>) -> &[Note] {
        self.miscounts.get_or_init(read)
    }

    /// The bags of so many blocks, their words numbered by a vocabulary.
    pub(super) fn bags(&self, vocabulary: &Rc<Vocabulary>, blocks: usize) -> Rc<TextBags> {
        let mut known = self.bags.borrow_mut();
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

    /// What a reader should look at in a change.
    pub(super) fn flags(&self, change: &Change, find: impl FnOnce() -> Vec<Flag>) -> Vec<Flag> {
        self.flags
            .get_or_make(Some(change_print(change)), Vec::len, find)
    }
}

/// The fingerprint of a block's line, made when it is asked for.
#[derive(Default)]
pub(super) struct LinePrint(OnceCell<Option<Fingerprint>>);

impl LinePrint {
    pub fn of(&self, block: &Block) -> Option<Fingerprint> {
        *self.0.get_or_init(|| line_print(block))
    }
}

/// A fingerprint of the words of a block, with all that lies over them. None where a word is not known by the
/// block alone: a reference to a footnote.
fn line_print(block: &Block) -> Option<Fingerprint> {
    let label = block.label.as_deref().unwrap_or_default();
    let mut print = Fingerprint::new(0).bytes(label.as_bytes());
    print = print.number(block.marks.len() as u64);
    for mark in &block.marks {
        print = print.number(mark_key(mark));
    }
    for inline in &block.inlines {
        let kind = match &inline.content {
            Content::Text(_) => 0,
            Content::Code(_) => 1,
            Content::SoftBreak => 2,
            Content::HardBreak => 3,
            Content::Html(html) => {
                print = print.bytes(html.as_bytes());
                4
            }
            Content::Image { target, title, .. } => {
                print = print.bytes(target.as_bytes()).bytes(title.as_bytes());
                5
            }
            Content::FootnoteReference { .. } => return None,
        };
        print = print.number(kind).bytes(inline.content.text().as_bytes());
        print = print.number(inline.marks.len() as u64);
        for &mark in &inline.marks {
            print = print.number(mark as u64);
        }
    }
    Some(print.number(block.inlines.len() as u64))
}

/// A fingerprint of all that the flags of a change depend on.
fn change_print(change: &Change) -> Fingerprint {
    let mut print = Fingerprint::new(change.kinds.len() as u64);
    for &kind in &change.kinds {
        print = print.number(kind as u64);
    }
    for passages in [&change.old, &change.new] {
        print = print.number(passages.len() as u64);
        for passage in passages {
            print = print.bytes(passage.text.as_bytes());
        }
    }
    let edit = |print: Fingerprint, edit: &TextEdit| {
        let print = print.number(edit.op as u64);
        print.bytes(edit.text.as_bytes())
    };
    change.edits.iter().fold(print, edit)
}

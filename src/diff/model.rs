//! What a comparison says: one model, from which every form is made.
//!
//! A [`Comparison`] holds the merged text as [`Entry`]s, a tree in the order of the page, and the
//! same as a flat list of [`Change`]s for those who want to count, list and flag. An entry that
//! stands for a change carries its index.

mod change;
mod told;

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

pub use change::{
    Attribute, AttributeChange, Change, Counts, Flag, Format, FormatChange, Kind, Node, OneFormat,
    Passage, TextEdit,
};
pub(super) use told::Told;

use super::blocks::Blocks;
use crate::markdown::tree::{Block, BlockKind, Content};

/// The changes from one text to another.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The merged text, in the order of the page.
    pub entries: Vec<Entry<'a>>,
    /// The changes, in the order of the page.
    pub changes: Vec<Change>,
    /// How many there are of each kind.
    pub counts: Counts,
    /// What a reader or an author should know beside the changes.
    pub notes: Vec<Note>,
    /// How many parts are shown whole, before and after, because the proof did not hold for them.
    pub fallbacks: usize,
}

/// One part of the merged text: blocks of the old text, blocks of the new, and how they relate.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The blocks of the old text: none where it was added, several where it was joined.
    pub old: Blocks<'a>,
    /// The blocks of the new text: none where it was removed, several where it was split.
    pub new: Blocks<'a>,
    /// How the two relate.
    pub relation: Relation,
    /// What is inside.
    pub inside: Inside<'a>,
    /// What changed that is not words.
    pub attributes: Vec<AttributeChange>,
    /// The index in [`Comparison::changes`] of the change that this entry stands for.
    pub change: Option<usize>,
}

/// How the old and the new blocks of an entry relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// One block in both texts, in the same place.
    Kept,
    /// In the new text alone.
    Added,
    /// In the old text alone.
    Removed,
    /// In another place of the new text; what it holds is shown here. The number names the move.
    MovedHere(usize),
    /// The old place of a move; what it held is shown at the new place, where it is `MovedHere` with
    /// the same number.
    MovedAway(usize),
    /// One block became several, or blocks of another kind, with the same words.
    Split,
    /// Several blocks became one.
    Joined,
    /// One block became one or more of another kind.
    Retyped,
    /// Lists, definition lists or quotes whose contents run from one into the other: cut by what came
    /// between, or put together by what went. Their contents are entries in one row, with what stands
    /// between them.
    Regrouped,
}

/// What an entry holds.
#[derive(Clone, Debug)]
pub enum Inside<'a> {
    /// The blocks as they are; of `Kept` blocks, the same in both texts but for
    /// [`Entry::attributes`].
    Blocks,
    /// The blocks as they are before and after: raw HTML whose tags changed.
    BeforeAfter,
    /// Words between the tags of two blocks of raw HTML.
    Html(Vec<HtmlEdit>),
    /// Words of the leaves ([`leaves`]) of the old and the new blocks.
    Words(Rc<Words>),
    /// Lines of two blocks of code.
    Lines(Vec<LineEdit>),
    /// Entries for the blocks within.
    Entries(Vec<Entry<'a>>),
}

/// Words compared. What follows from them is the same wherever the same words are compared.
#[derive(Clone, Debug)]
pub struct Words {
    /// The stretches, in order; together they cover all leaves of both sides.
    pub edits: Vec<Edit>,
    /// Whether too little is alike for marks among the words: the text is shown before and after.
    pub whole: bool,
    /// What a change of them tells, once it was asked for.
    told: OnceCell<Told>,
}

/// A stretch of words that is in both texts, or in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// In which of them.
    pub op: Op,
    /// The stretch in the old blocks; empty for [`Op::Insert`]. It lies in one leaf.
    pub old: Range<Point>,
    /// The stretch in the new blocks; empty for [`Op::Delete`]. It lies in one leaf.
    pub new: Range<Point>,
    /// Whether it differs in typography alone: straight and curly quotes, or how accents are composed.
    pub typographic: bool,
}

/// What happened to a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// It is in both texts.
    Equal,
    /// It is in the old text alone.
    Delete,
    /// It is in the new text alone.
    Insert,
}

/// A place among the words of some blocks: the leaf, the inline within it, the byte within that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// Index into [`leaves`].
    pub leaf: u32,
    /// Index into [`Block::inlines`].
    pub inline: u32,
    /// Bytes into the inline's text.
    pub byte: u32,
}

impl Point {
    /// The first place of a leaf.
    pub(super) fn start_of(leaf: u32) -> Self {
        Point {
            leaf,
            inline: 0,
            byte: 0,
        }
    }

    /// The place after all of a leaf, which is that block.
    pub(super) fn after(leaf: u32, block: &Block) -> Self {
        Point {
            leaf,
            inline: block.inlines.len() as u32,
            byte: 0,
        }
    }
}

/// Lines of code that are in both texts, or in one. Lines are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineEdit {
    /// In which of them.
    pub op: Op,
    /// The lines of the old block.
    pub old: Range<usize>,
    /// The lines of the new block.
    pub new: Range<usize>,
}

/// A stretch of raw HTML that is in both texts, or words that are in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlEdit {
    /// In which of them.
    pub op: Op,
    /// The stretch in the HTML of the old block, in bytes.
    pub old: Range<usize>,
    /// The stretch in the HTML of the new block, in bytes.
    pub new: Range<usize>,
    /// Whether it differs in typography alone.
    pub typographic: bool,
}

/// One of the two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The old text.
    Old,
    /// The new text.
    New,
}

impl Side {
    /// The side that it is compared with.
    pub(super) fn other(self) -> Side {
        match self {
            Side::Old => Side::New,
            Side::New => Side::Old,
        }
    }
}

/// Something beside the changes that a reader or an author should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub what: Remark,
    /// The text that it speaks of.
    pub side: Side,
    /// Where in that text, in bytes.
    pub span: Range<usize>,
}

/// What a note says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A heading counts what its list does not have.
    CountMismatch {
        /// The number in the heading.
        stated: u64,
        /// How many items the list has.
        found: u64,
    },
    /// Quotes changed between straight and curly, and nothing else, in so many places.
    Typography {
        /// In how many words.
        places: usize,
    },
    /// Accents came to be composed in another way, and look as before, in so many places.
    Composition {
        /// In how many words.
        places: usize,
    },
    /// A reference to a numbered item or clause leads elsewhere since that was renumbered.
    StaleReference {
        /// The number that is referred to, as written.
        reference: String,
        /// The number that it has now.
        now: String,
    },
    /// A reference to a clause, a heading or a paragraph that was removed.
    RemovedTarget {
        /// The number that is referred to, as written.
        reference: String,
    },
    /// Words that came here went unchanged from another paragraph or item.
    Displaced {
        /// The words.
        words: String,
    },
    /// A reference leads to another footnote, and shows the same number.
    OtherFootnote {
        /// What the footnote said that it led to.
        old: String,
        /// What the one says that it leads to now.
        new: String,
    },
    /// So much of the text could not be aligned in detail within the bounded work.
    Coarse,
}

impl Remark {
    /// The stable name of what the note says.
    pub fn code(&self) -> &'static str {
        match self {
            Remark::CountMismatch { .. } => "count-mismatch",
            Remark::Typography { .. } => "typography",
            Remark::Composition { .. } => "composition",
            Remark::StaleReference { .. } => "stale-reference",
            Remark::RemovedTarget { .. } => "removed-target",
            Remark::Displaced { .. } => "displaced",
            Remark::OtherFootnote { .. } => "other-footnote",
            Remark::Coarse => "coarse",
        }
    }
}

/// Two blocks that correspond.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The block of the old text.
    pub old: &'a Block,
    /// The block of the new text.
    pub new: &'a Block,
    /// The index of the change that touches the block itself; of an item, its own words.
    pub change: Option<usize>,
}

impl<'a> Comparison<'a> {
    /// Whether the texts say the same, as far as a reader can see.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The blocks that correspond, each with the change that touches it: one block of the old text
    /// for each of the new that has one, parents before what they hold.
    pub fn pairs(&self) -> Vec<Pair<'a>> {
        let mut pairs = Vec::new();
        for entry in &self.entries {
            entry.collect_pairs(&mut pairs);
        }
        pairs
    }
}

impl<'a> Entry<'a> {
    /// The first line of an item, footnote or definition, whose change is the holder's own.
    pub(super) fn lead(&self) -> Option<&Entry<'a>> {
        let ([block], Inside::Entries(inside)) = (&*self.new, &self.inside) else {
            return None;
        };
        let leads = self.relation != Relation::Regrouped
            && matches!(
                block.kind,
                BlockKind::ListItem { .. } | BlockKind::Footnote { .. } | BlockKind::Definition
            );
        let first = inside.first().filter(|_| leads)?;
        let is_line =
            first.relation == Relation::Kept && !matches!(first.inside, Inside::Entries(_));
        is_line.then_some(first)
    }

    fn collect_pairs(&self, pairs: &mut Vec<Pair<'a>>) {
        if self.is_section() {
            // Its blocks are entries of their own.
        } else if self.relation == Relation::Regrouped {
            let containers = |block: &&&Block| !block.children.is_empty();
            let old = self.old.iter().find(containers);
            let new = self.new.iter().filter(containers);
            pairs.extend(old.into_iter().flat_map(|&old| {
                new.clone().map(move |&new| Pair {
                    old,
                    new,
                    change: self.change,
                })
            }));
        } else if let Some(&old) = self.old.first() {
            let parts = self.new.iter().filter(|new| !self.came_between(new));
            pairs.extend(parts.map(|&new| Pair {
                old,
                new,
                change: self.change,
            }));
        }
        match &self.inside {
            Inside::Entries(inside) => {
                for entry in inside {
                    entry.collect_pairs(pairs);
                }
            }
            Inside::Blocks => {
                for (old, new) in self.old.iter().zip(&self.new) {
                    collect_same(old, new, pairs);
                }
            }
            Inside::Words(_) | Inside::Lines(_) | Inside::Html(_) | Inside::BeforeAfter => {}
        }
    }
}

/// The blocks within two that are the same.
fn collect_same<'a>(old: &'a Block, new: &'a Block, pairs: &mut Vec<Pair<'a>>) {
    for (old, new) in old.children.iter().zip(&new.children) {
        pairs.push(Pair {
            old,
            new,
            change: None,
        });
        collect_same(old, new, pairs);
    }
}

impl Entry<'_> {
    /// Whether one of the new blocks is a heading that came between the parts of a paragraph, and no part of it.
    pub(super) fn came_between(&self, new: &Block) -> bool {
        let is_heading = |block: &Block| matches!(block.kind, BlockKind::Heading { .. });
        self.relation == Relation::Split && is_heading(new)
    }

    /// Whether it is a moved section: a heading, or a line in bold that stands for one, and what belongs
    /// to it.
    pub fn is_section(&self) -> bool {
        let heading = |block: &&Block| matches!(block.kind, BlockKind::Heading { .. });
        matches!(self.relation, Relation::MovedHere(_))
            && matches!(self.inside, Inside::Entries(_))
            && (self.new.len() > 1 || self.new.first().is_some_and(heading))
    }
}

impl Words {
    pub(super) fn new(edits: Vec<Edit>, whole: bool) -> Self {
        Words {
            edits,
            whole,
            told: OnceCell::new(),
        }
    }

    /// What a change of them tells; `read` makes it of the words' leaves.
    pub(super) fn told(&self, read: impl FnOnce() -> Told) -> Told {
        self.told.get_or_init(read).clone()
    }

    /// Whether any word went or came; typography aside.
    pub fn have_changed(&self) -> bool {
        self.edits
            .iter()
            .any(|edit| edit.op != Op::Equal && !edit.typographic)
    }
}

/// The blocks that hold words among some blocks and all below them, in order. [`Point::leaf`] counts
/// these.
pub fn leaves<'a>(blocks: &[&'a Block]) -> Vec<&'a Block> {
    let mut found = Vec::new();
    for block in blocks {
        block.walk(&mut |block| {
            if holds_words(block) {
                found.push(block);
            }
        });
    }
    found
}

/// Whether a block is a paragraph that is an image and nothing else.
pub(super) fn is_image(block: &Block) -> bool {
    let [inline] = block.inlines.as_slice() else {
        return false;
    };
    matches!(block.kind, BlockKind::Paragraph) && matches!(inline.content, Content::Image { .. })
}

/// Whether a block's content is a line of words, be it empty.
pub(super) fn holds_words(block: &Block) -> bool {
    match block.kind {
        BlockKind::Heading { .. }
        | BlockKind::Paragraph
        | BlockKind::TableCell
        | BlockKind::DefinitionTerm => true,
        _ => !block.inlines.is_empty(),
    }
}

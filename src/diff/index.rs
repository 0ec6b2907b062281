//! A tree laid out for comparing: its blocks in the order of the source, each with fingerprints.

mod lines;
mod prints;
mod spacing;

use std::cell::OnceCell;
use std::ops::{Deref, Range};
use std::rc::Rc;

use super::fingerprint::{Fingerprint, FingerprintMap, mixed};
use crate::markdown::tree::{Block, BlockKind, Tree};
pub(super) use lines::LinePrint;
pub(super) use prints::{Prints, mark_key, prints};

/// A block's place in an [`Index`].
pub(super) type Id = usize;

/// What a block is, as far as pairing goes: blocks of one shape can be each other's counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Shape {
    Heading,
    Paragraph,
    List,
    Item,
    Quote,
    Code,
    Table,
    Row,
    Cell,
    Rule,
    Html,
    Footnote,
    Definitions,
    Term,
    Definition,
}

impl Shape {
    pub fn of(block: &Block) -> Self {
        match block.kind {
            BlockKind::Heading { .. } => Shape::Heading,
            BlockKind::Paragraph => Shape::Paragraph,
            BlockKind::List { .. } => Shape::List,
            BlockKind::ListItem { .. } => Shape::Item,
            BlockKind::Quote => Shape::Quote,
            BlockKind::Code { .. } => Shape::Code,
            BlockKind::Table { .. } => Shape::Table,
            BlockKind::TableRow { .. } => Shape::Row,
            BlockKind::TableCell => Shape::Cell,
            BlockKind::Rule => Shape::Rule,
            BlockKind::Html { .. } => Shape::Html,
            BlockKind::Footnote { .. } => Shape::Footnote,
            BlockKind::DefinitionList => Shape::Definitions,
            BlockKind::DefinitionTerm => Shape::Term,
            BlockKind::Definition => Shape::Definition,
        }
    }

    /// Whether a container can be cut between its contents and be the same to a reader.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Shape::List | Shape::Item | Shape::Definitions | Shape::Quote
        )
    }
}

/// A block with what is known of it.
pub(super) struct Node<'a> {
    pub block: &'a Block,
    pub shape: Shape,
    pub parent: Option<Id>,
    /// How many blocks it and all below it are.
    pub size: usize,
    prints: Prints,
}

impl Node<'_> {
    /// The level that a heading is shown at.
    pub fn heading_level(&self) -> Option<u8> {
        match self.block.kind {
            BlockKind::Heading { shown, .. } => Some(shown),
            _ => None,
        }
    }
}

impl Deref for Node<'_> {
    type Target = Prints;

    fn deref(&self) -> &Prints {
        &self.prints
    }
}

/// The blocks of one tree, each before those below it.
pub(super) struct Index<'a> {
    pub nodes: Vec<Node<'a>>,
    roots: Vec<Id>,
    lines: Rc<[LinePrint]>,
    /// By the fingerprints of where the blocks are kept.
    ids: OnceCell<FingerprintMap<Id>>,
}

impl<'a> Index<'a> {
    /// Of a tree, of whose blocks these are the fingerprints, of all below them and of their lines.
    pub fn new(tree: &'a Tree, prints: &[Prints], lines: Rc<[LinePrint]>) -> Self {
        let mut nodes = Vec::with_capacity(prints.len());
        let mut roots = Vec::with_capacity(tree.blocks.len());
        for block in &tree.blocks {
            roots.push(add(&mut nodes, prints, block, None));
        }
        Index {
            lines,
            nodes,
            roots,
            ids: OnceCell::new(),
        }
    }

    /// The blocks at the top, and the footnotes after them.
    pub fn text_and_footnotes(&self) -> (&[Id], &[Id]) {
        let is_footnote = |&id: &Id| self.nodes[id].shape == Shape::Footnote;
        let footnotes = self.roots.iter().rev().take_while(|id| is_footnote(id));
        self.roots.split_at(self.roots.len() - footnotes.count())
    }

    pub fn node(&self, id: Id) -> &Node<'a> {
        &self.nodes[id]
    }

    pub fn block(&self, id: Id) -> &'a Block {
        self.nodes[id].block
    }

    /// A fingerprint of what a block's line says, with all that lies over it. None where that does not follow
    /// from the block alone.
    pub fn line(&self, id: Id) -> Option<Fingerprint> {
        self.lines[id].of(self.block(id))
    }

    /// Which one a block of the tree is.
    pub fn id_of(&self, block: &Block) -> Id {
        let ids = self.ids.get_or_init(|| {
            let blocks = self.nodes.iter().map(|node| place_print(node.block));
            blocks.zip(0..).collect()
        });
        ids[&place_print(block)]
    }

    /// The blocks directly within one.
    pub fn children(&self, id: Id) -> Vec<Id> {
        let end = id + self.nodes[id].size;
        let mut children = Vec::with_capacity(self.nodes[id].block.children.len());
        let mut at = id + 1;
        while at < end {
            children.push(at);
            at += self.nodes[at].size;
        }
        children
    }

    /// Whether a block has none below it. No others hold words.
    pub fn is_leaf(&self, id: Id) -> bool {
        self.nodes[id].size == 1
    }

    /// The block that holds all that one says: the last of a row of which each holds the next and nothing else.
    pub fn innermost(&self, id: Id) -> Id {
        let last = id + self.nodes[id].size - 1;
        let is_alone = |at: Id| self.nodes[at].parent == Some(at - 1);
        if (id + 1..=last).all(is_alone) {
            last
        } else {
            id
        }
    }

    /// A block and all below it.
    pub fn subtree(&self, id: Id) -> Range<Id> {
        id..id + self.nodes[id].size
    }
}

/// A fingerprint of where a block is kept, unlike that of any other: each step of it can be taken back.
fn place_print(block: &Block) -> u64 {
    mixed(std::ptr::from_ref(block).addr() as u64)
}

/// Adds a block and all below it to the nodes.
fn add<'a>(
    nodes: &mut Vec<Node<'a>>,
    prints: &[Prints],
    block: &'a Block,
    parent: Option<Id>,
) -> Id {
    let id = nodes.len();
    nodes.push(Node {
        block,
        shape: Shape::of(block),
        parent,
        size: 1,
        prints: prints[id],
    });
    for child in &block.children {
        add(nodes, prints, child, Some(id));
    }
    nodes[id].size = nodes.len() - id;
    id
}

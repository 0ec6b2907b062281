//! A tree laid out for comparing: its blocks in the order of the source, each with fingerprints.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::{Deref, Range};
use std::rc::Rc;

use super::fingerprint::{Fingerprint, FingerprintMap, mixed};
use super::footnotes::Footnotes;
use super::memory::{LinePrint, TextMemory};
use super::model::Side;
use super::words::with_straight_quotes;
use crate::bytes;
use crate::markdown::tree::{Block, BlockKind, Content, Inline, Mark, Tree};

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
    pub fn new(tree: &'a Tree, side: Side, footnotes: &Footnotes, memory: &TextMemory) -> Self {
        let prints = memory.prints(|| Printer::read(tree, side, footnotes));
        let mut nodes = Vec::with_capacity(prints.len());
        let mut roots = Vec::with_capacity(tree.blocks.len());
        for block in &tree.blocks {
            roots.push(add(&mut nodes, prints, block, None));
        }
        Index {
            lines: memory.lines(nodes.len()),
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

/// What says whether two blocks are equal, all below them included.
#[derive(Clone, Copy, Default)]
pub(super) struct Prints {
    /// Equal when everything that a reader sees is.
    pub strict: u64,
    /// Equal when words, formatting and targets are; numbers and levels are not looked at.
    pub exact: u64,
    /// Equal when the words are, quotes aside.
    pub words: u64,
    /// How many words there are.
    pub weight: usize,
}

struct Printer<'f> {
    prints: Vec<Prints>,
    side: Side,
    footnotes: &'f Footnotes,
    /// The words of the line that is being read.
    text: String,
}

/// [`Prints`] in the making.
#[derive(Clone, Copy)]
struct Making {
    strict: Fingerprint,
    exact: Fingerprint,
    words: Fingerprint,
    weight: usize,
}

impl Printer<'_> {
    /// The prints of all blocks, in the order of the source.
    fn read(tree: &Tree, side: Side, footnotes: &Footnotes) -> Vec<Prints> {
        let mut printer = Printer {
            prints: Vec::new(),
            side,
            footnotes,
            text: String::new(),
        };
        for block in &tree.blocks {
            printer.add(block);
        }
        printer.prints
    }

    fn add(&mut self, block: &Block) -> Prints {
        let at = self.prints.len();
        self.prints.push(Prints::default());
        let mut making = self.own(block, Shape::of(block));
        for child in &block.children {
            let child = self.add(child);
            making = Making {
                strict: making.strict.number(child.strict),
                exact: making.exact.number(child.exact),
                words: making.words.number(child.words),
                weight: making.weight + child.weight,
            };
        }
        self.prints[at] = Prints {
            strict: making.strict.number(making.exact.finish()).finish(),
            exact: making.exact.finish(),
            words: making.words.finish(),
            weight: making.weight,
        };
        self.prints[at]
    }

    fn own(&mut self, block: &Block, shape: Shape) -> Making {
        let kind = Fingerprint::new(shape as u64);
        let making = Making {
            strict: attributes(block, kind),
            exact: kind,
            words: kind,
            weight: 0,
        };
        match &block.kind {
            BlockKind::Code { text, .. } => Making {
                exact: kind.bytes(text.as_bytes()),
                words: kind.bytes(text.as_bytes()),
                weight: text.split_whitespace().count(),
                ..making
            },
            BlockKind::Html { html, text, .. } => Making {
                exact: kind.bytes(html.as_bytes()),
                words: kind.bytes(text.as_bytes()),
                weight: text.split_whitespace().count(),
                ..making
            },
            _ => self.line(&block.inlines, &block.marks, making),
        }
    }

    fn line(&mut self, inlines: &[Inline], marks: &[Mark], mut making: Making) -> Making {
        if inlines.is_empty() {
            return making;
        }
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let mut style = 0;
        for inline in inlines {
            let next = style_of(inline, marks);
            if next != style {
                style = next;
                making.exact = making.exact.number(text.len() as u64).number(style);
            }
            match &inline.content {
                Content::Text(words) | Content::Code(words) => push_spaced(&mut text, words),
                Content::SoftBreak => push_space(&mut text),
                Content::HardBreak => {
                    push_space(&mut text);
                    making.exact = making.exact.number(text.len() as u64).number(1);
                }
                Content::Image {
                    target,
                    title,
                    description,
                } => {
                    text.push('\u{fffc}');
                    making.words = making.words.number(1).bytes(description.as_bytes());
                    making.exact = making.exact.bytes(description.as_bytes());
                    making.exact = making.exact.bytes(target.as_bytes());
                    making.exact = making.exact.bytes(title.as_bytes());
                }
                Content::FootnoteReference { label, .. } => {
                    text.push('\u{fffc}');
                    let key = self.footnotes.key(self.side, label);
                    making.words = making.words.number(2).number(key);
                    making.exact = making.exact.number(key);
                }
                Content::Html(html) => {
                    text.push('\u{fffc}');
                    making.words = making.words.number(3).bytes(html.as_bytes());
                    making.exact = making.exact.bytes(html.as_bytes());
                }
            }
        }
        text.truncate(text.trim_end().len());
        making.weight = count_spaces(&text) + usize::from(!text.is_empty());
        let written = Fingerprint::new(0).bytes(text.as_bytes()).finish();
        making.exact = making.exact.number(written);
        making.words = match with_straight_quotes(&text) {
            Cow::Borrowed(_) => making.words.number(written),
            Cow::Owned(straight) => {
                let straight = Fingerprint::new(0).bytes(straight.as_bytes()).finish();
                making.words.number(straight)
            }
        };
        self.text = text;
        making
    }
}

/// What a reader sees of a block beside its words and formatting.
fn attributes(block: &Block, kind: Fingerprint) -> Fingerprint {
    match &block.kind {
        BlockKind::Heading { level, shown, .. } => {
            kind.number(u64::from(*level)).number(u64::from(*shown))
        }
        BlockKind::List { start, .. } => kind.number(start.map_or(0, |_| 1)),
        BlockKind::ListItem { number } => kind.number(number.map_or(0, |number| number + 1)),
        BlockKind::Code { language, .. } => {
            kind.bytes(language.as_deref().unwrap_or_default().as_bytes())
        }
        BlockKind::Table { alignments } => alignments
            .iter()
            .fold(kind, |kind, alignment| kind.number(*alignment as u64)),
        BlockKind::TableRow { header } => kind.number(u64::from(*header)),
        _ => kind,
    }
}

/// A number for the formatting of an inline; 0 for none.
fn style_of(inline: &Inline, marks: &[Mark]) -> u64 {
    let is_code = matches!(inline.content, Content::Code(_));
    if inline.marks.is_empty() && !is_code {
        return 0;
    }
    let mut each: Vec<u64> = inline
        .marks
        .iter()
        .map(|&mark| mark_key(&marks[mark]))
        .collect();
    each.sort_unstable();
    each.dedup();
    let start = Fingerprint::new(u64::from(is_code));
    each.into_iter().fold(start, Fingerprint::number).finish() | 1 << 63
}

/// Equal for marks that show alike.
pub(super) fn mark_key(mark: &Mark) -> u64 {
    match mark {
        Mark::Emphasis => Fingerprint::new(1),
        Mark::Strong => Fingerprint::new(2),
        Mark::Strikethrough => Fingerprint::new(3),
        Mark::Link { target, title } => Fingerprint::new(4)
            .bytes(target.as_bytes())
            .bytes(title.as_bytes()),
        Mark::Html { open, .. } => Fingerprint::new(5).bytes(open.as_bytes()),
    }
    .finish()
}

fn push_space(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

/// How many spaces a text has, counted in stretches for which a byte is enough, many at once.
fn count_spaces(text: &str) -> usize {
    let stretches = text.as_bytes().chunks(usize::from(u8::MAX));
    let in_stretch = |bytes: &[u8]| {
        let add = |count: u8, byte: &u8| count + u8::from(*byte == b' ');
        usize::from(bytes.iter().fold(0, add))
    };
    stretches.map(in_stretch).sum()
}

/// Adds words with one space for each stretch of white space.
fn push_spaced(text: &mut String, words: &str) {
    if is_single_spaced(words) {
        let starts_again = words.starts_with(' ') && (text.is_empty() || text.ends_with(' '));
        text.push_str(if starts_again { &words[1..] } else { words });
        return;
    }
    if words.starts_with(char::is_whitespace) {
        push_space(text);
    }
    for (at, word) in words.split_whitespace().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
    if words.ends_with(char::is_whitespace) {
        push_space(text);
    }
}

/// Whether the only white space of a text is single spaces.
fn is_single_spaced(text: &str) -> bool {
    // A fold, not a search: it looks at many bytes at once.
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let is_doubled = pairs.fold(false, |found, (a, b)| found | ((*a == b' ') & (*b == b' ')));
    !is_doubled && !bytes::has(text, |byte| matches!(byte, b'\t'..=b'\r')) && !has_wide_space(text)
}

/// Whether a text has white space beyond ASCII.
fn has_wide_space(text: &str) -> bool {
    // All of it begins with one of these bytes, and no other sign has them within.
    let begins_space = |byte: u8| matches!(byte, 0xc2 | 0xe1..=0xe3);
    let mut at = 0;
    while let Some(next) = bytes::position(&text.as_bytes()[at..], begins_space) {
        if text[at + next..].starts_with(char::is_whitespace) {
            return true;
        }
        at += next + 1;
    }
    false
}

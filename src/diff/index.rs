//! A tree laid out for comparing: its blocks in the order of the source, each with fingerprints.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::fingerprint::Fingerprint;
use super::footnotes::Footnotes;
use super::model::Side;
use super::words::fold_quote;
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
    /// Equal when everything that a reader sees is.
    pub strict: u64,
    /// Equal when words, formatting and targets are; numbers and levels are not looked at.
    pub exact: u64,
    /// Equal when the words are, quotes aside.
    pub words: u64,
    /// How many words it has, all below it included.
    pub weight: usize,
}

/// The blocks of one tree, each before those below it.
pub(super) struct Index<'a> {
    pub nodes: Vec<Node<'a>>,
    roots: Vec<Id>,
    ids: OnceCell<HashMap<*const Block, Id>>,
}

impl<'a> Index<'a> {
    pub fn new(tree: &'a Tree, side: Side, footnotes: &Footnotes) -> Self {
        let mut maker = Maker {
            nodes: Vec::new(),
            side,
            footnotes,
            text: String::new(),
        };
        let roots = tree
            .blocks
            .iter()
            .map(|block| maker.add(block, None))
            .collect();
        Index {
            nodes: maker.nodes,
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

    /// Which one a block of the tree is.
    pub fn id_of(&self, block: &Block) -> Id {
        let ids = self.ids.get_or_init(|| {
            let blocks = self.nodes.iter().map(|node| std::ptr::from_ref(node.block));
            blocks.zip(0..).collect()
        });
        ids[&std::ptr::from_ref(block)]
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

    /// A block and all below it.
    pub fn subtree(&self, id: Id) -> Range<Id> {
        id..id + self.nodes[id].size
    }
}

struct Maker<'a, 'f> {
    nodes: Vec<Node<'a>>,
    side: Side,
    footnotes: &'f Footnotes,
    /// The words of the line that is being read.
    text: String,
}

/// Three fingerprints of one thing, from the strictest.
#[derive(Clone, Copy)]
struct Prints {
    strict: Fingerprint,
    exact: Fingerprint,
    words: Fingerprint,
    weight: usize,
}

impl<'a> Maker<'a, '_> {
    fn add(&mut self, block: &'a Block, parent: Option<Id>) -> Id {
        let id = self.nodes.len();
        let shape = Shape::of(block);
        let mut prints = self.own(block, shape);
        self.nodes.push(Node {
            block,
            shape,
            parent,
            size: 1,
            strict: 0,
            exact: 0,
            words: 0,
            weight: 0,
        });
        for child in &block.children {
            let child = self.add(child, Some(id));
            let child = &self.nodes[child];
            prints = Prints {
                strict: prints.strict.number(child.strict),
                exact: prints.exact.number(child.exact),
                words: prints.words.number(child.words),
                weight: prints.weight + child.weight,
            };
        }
        let size = self.nodes.len() - id;
        let node = &mut self.nodes[id];
        node.size = size;
        node.strict = prints.strict.number(prints.exact.finish()).finish();
        node.exact = prints.exact.finish();
        node.words = prints.words.finish();
        node.weight = prints.weight;
        id
    }

    fn own(&mut self, block: &Block, shape: Shape) -> Prints {
        let kind = Fingerprint::new(shape as u64);
        let prints = Prints {
            strict: attributes(block, kind),
            exact: kind,
            words: kind,
            weight: 0,
        };
        match &block.kind {
            BlockKind::Code { text, .. } => Prints {
                exact: kind.bytes(text.as_bytes()),
                words: kind.bytes(text.as_bytes()),
                weight: text.split_whitespace().count(),
                ..prints
            },
            BlockKind::Html { html, text } => Prints {
                exact: kind.bytes(html.as_bytes()),
                words: kind.bytes(text.as_bytes()),
                weight: text.split_whitespace().count(),
                ..prints
            },
            _ => self.line(&block.inlines, &block.marks, prints),
        }
    }

    fn line(&mut self, inlines: &[Inline], marks: &[Mark], mut prints: Prints) -> Prints {
        if inlines.is_empty() {
            return prints;
        }
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let mut style = 0;
        for inline in inlines {
            let next = style_of(inline, marks);
            if next != style {
                style = next;
                prints.exact = prints.exact.number(text.len() as u64).number(style);
            }
            match &inline.content {
                Content::Text(words) | Content::Code(words) => push_spaced(&mut text, words),
                Content::SoftBreak => push_space(&mut text),
                Content::HardBreak => {
                    push_space(&mut text);
                    prints.exact = prints.exact.number(text.len() as u64).number(1);
                }
                Content::Image {
                    target,
                    title,
                    description,
                } => {
                    text.push('\u{fffc}');
                    prints.words = prints.words.number(1).bytes(description.as_bytes());
                    prints.exact = prints.exact.bytes(description.as_bytes());
                    prints.exact = prints.exact.bytes(target.as_bytes());
                    prints.exact = prints.exact.bytes(title.as_bytes());
                }
                Content::FootnoteReference { label, .. } => {
                    text.push('\u{fffc}');
                    let key = self.footnotes.key(self.side, label);
                    prints.words = prints.words.number(2).number(key);
                    prints.exact = prints.exact.number(key);
                }
                Content::Html(html) => {
                    text.push('\u{fffc}');
                    prints.words = prints.words.number(3).bytes(html.as_bytes());
                    prints.exact = prints.exact.bytes(html.as_bytes());
                }
            }
        }
        text.truncate(text.trim_end().len());
        let spaces = text.bytes().filter(|&byte| byte == b' ').count();
        prints.weight = spaces + usize::from(!text.is_empty());
        prints.exact = prints.exact.bytes(text.as_bytes());
        prints.words = if text.contains(|next| fold_quote(next) != next) {
            let folded: String = text.chars().map(fold_quote).collect();
            prints.words.bytes(folded.as_bytes())
        } else {
            prints.words.bytes(text.as_bytes())
        };
        self.text = text;
        prints
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

/// Adds words with one space for each stretch of white space.
fn push_spaced(text: &mut String, words: &str) {
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

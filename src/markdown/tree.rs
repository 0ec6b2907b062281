//! The block tree: what a text says, with the place of each part in its source.
//!
//! A text is a sequence of [`Block`]s. A block holds either words ([`Block::inlines`]) or other blocks
//! ([`Block::children`]). Words are flat: emphasis and links are [`Mark`]s over them rather than
//! levels of a tree, so that two texts can be compared word by word, and a mark that came or went is
//! a change of attribute and not of text.

use std::ops::Range;

/// A text as a tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// The blocks in the order of the source, the title first where the text has one, and the
    /// footnotes last, in the order in which they are first referred to.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is in the source, in bytes.
    pub span: Range<usize>,
    /// The address of the block within its page, without `#`; unique in its tree.
    pub anchor: Option<String>,
    /// Anchors of its counterparts, that lead here too.
    pub aliases: Vec<String>,
    /// The legal label that it opens with, as written: `5.2 i.`, `(a)`. It stands in the text as well.
    pub label: Option<String>,
    /// The words of a heading, paragraph, table cell or definition term.
    pub inlines: Vec<Inline>,
    /// What [`Inline::marks`] point at.
    pub marks: Vec<Mark>,
    /// The blocks within it: list items, rows, cells, paragraphs.
    pub children: Vec<Block>,
}

/// The kinds of blocks.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading.
    Heading {
        /// Its level as written, 1 to 6.
        level: u8,
        /// Its level on the page, 1 to 6.
        shown: u8,
        /// Whether it is the text's title (always shown at level 1, and the first block).
        title: bool,
        /// The `{#id}` that was written, if any.
        id: Option<String>,
    },
    /// A paragraph. In a tight list it is shown without its own element.
    Paragraph,
    /// A list; its children are [`BlockKind::ListItem`]s.
    List {
        /// The first number, for a numbered list.
        start: Option<u64>,
        /// Whether its items stand without space between them.
        tight: bool,
    },
    /// An item of a list.
    ListItem {
        /// Its number, in a numbered list.
        number: Option<u64>,
    },
    /// A block quote.
    Quote,
    /// A block of code; its children and inlines are empty.
    Code {
        /// The first word of the info string.
        language: Option<String>,
        /// The code, with its line ends.
        text: String,
    },
    /// A table; its children are [`BlockKind::TableRow`]s, the header first.
    Table {
        /// The alignment of each column.
        alignments: Vec<Alignment>,
    },
    /// A row of a table; its children are [`BlockKind::TableCell`]s.
    TableRow {
        /// Whether it is the header.
        header: bool,
    },
    /// A cell of a table.
    TableCell,
    /// A thematic break.
    Rule,
    /// Raw HTML, already made safe as the site's `html` rule says.
    Html {
        /// What is put on the page.
        html: String,
        /// The words that a reader sees of it.
        text: String,
        /// What the author wrote, without comments.
        written: String,
    },
    /// A footnote's text.
    Footnote {
        /// The label between `[^` and `]`.
        label: String,
        /// The number that the page shows, from 1, in the order of first references.
        number: usize,
    },
    /// A definition list; its children are terms and definitions.
    DefinitionList,
    /// A term that the definitions after it define.
    DefinitionTerm,
    /// A definition.
    Definition,
}

/// The alignment of a table's column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// None was written.
    None,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A run of words, or one thing that stands among words.
#[derive(Clone, Debug, PartialEq)]
pub struct Inline {
    /// What it is.
    pub content: Content,
    /// The marks over it, from the outermost in: indices into [`Block::marks`]. Neighbours with the
    /// same index lie under the same mark.
    pub marks: Vec<usize>,
    /// Where it is in the source, in bytes.
    pub span: Range<usize>,
}

/// What stands in a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Words as written, escapes and entities resolved.
    Text(String),
    /// Code in a line.
    Code(String),
    /// An image.
    Image {
        /// Its address as written.
        target: String,
        /// Its title, or nothing.
        title: String,
        /// Its description, as plain text.
        description: String,
    },
    /// A reference to a footnote.
    FootnoteReference {
        /// The label between `[^` and `]`.
        label: String,
        /// The number that the page shows.
        number: usize,
    },
    /// A line end in the source that is white space on the page.
    SoftBreak,
    /// A line end on the page.
    HardBreak,
    /// An HTML element that stands alone (such as `<wbr>`), already made safe.
    Html(String),
}

/// Something that lies over words.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Words struck through by the author.
    Strikethrough,
    /// A link.
    Link {
        /// Its address as written.
        target: String,
        /// Its title, or nothing.
        title: String,
    },
    /// An element of raw HTML around words, already made safe.
    Html {
        /// The element's name: `sub`.
        name: String,
        /// The start tag, whole: `<sub>`.
        open: String,
    },
}

impl BlockKind {
    /// What such a block is called in a sentence.
    pub fn noun(&self) -> &'static str {
        match self {
            BlockKind::Heading { title: true, .. } => "title",
            BlockKind::Heading { .. } => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::List { .. } => "list",
            BlockKind::ListItem { .. } => "list item",
            BlockKind::Quote => "quotation",
            BlockKind::Code { .. } => "block of code",
            BlockKind::Table { .. } => "table",
            BlockKind::TableRow { .. } => "row of a table",
            BlockKind::TableCell => "cell of a table",
            BlockKind::Rule => "rule",
            BlockKind::Html { .. } => "block of HTML",
            BlockKind::Footnote { .. } => "footnote",
            BlockKind::DefinitionList => "list of definitions",
            BlockKind::DefinitionTerm => "defined term",
            BlockKind::Definition => "definition",
        }
    }
}

impl Block {
    /// A block without words, children or anchor.
    pub fn new(kind: BlockKind, span: Range<usize>) -> Self {
        Block {
            kind,
            span,
            anchor: None,
            aliases: Vec::new(),
            label: None,
            inlines: Vec::new(),
            marks: Vec::new(),
            children: Vec::new(),
        }
    }

    /// The words of the block itself, without those of its children and without marks. Images give
    /// their descriptions, breaks a space, footnote references nothing.
    pub fn own_text(&self) -> String {
        match &self.kind {
            BlockKind::Code { text, .. } | BlockKind::Html { text, .. } => text.clone(),
            _ => self
                .inlines
                .iter()
                .map(|inline| inline.content.text())
                .collect(),
        }
    }

    /// Calls `visit` with this block and every block below it, in the order of the source.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        visit(self);
        for child in &self.children {
            child.walk(visit);
        }
    }
}

impl Content {
    /// The words that a reader sees, without marks.
    pub fn text(&self) -> &str {
        match self {
            Content::Text(text) | Content::Code(text) => text,
            Content::Image { description, .. } => description,
            Content::SoftBreak | Content::HardBreak => " ",
            Content::FootnoteReference { .. } | Content::Html(_) => "",
        }
    }
}

impl Tree {
    /// Calls `visit` with every block, in the order of the source.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Block)) {
        for block in &self.blocks {
            block.walk(visit);
        }
    }

    /// Where the last block ends in the source, footnotes aside.
    pub fn end(&self) -> usize {
        let ends = self.blocks.iter().map(|block| block.span.end);
        ends.max().unwrap_or(0)
    }

    /// The title, where the text has one.
    pub fn title(&self) -> Option<String> {
        self.blocks
            .first()
            .filter(|block| matches!(block.kind, BlockKind::Heading { title: true, .. }))
            .map(Block::own_text)
    }
}

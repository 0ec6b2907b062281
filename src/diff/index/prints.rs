//! Fingerprints of blocks.

use std::borrow::Cow;

use super::Shape;
use super::spacing::{count_spaces, push_space, push_spaced};
use crate::diff::fingerprint::Fingerprint;
use crate::diff::footnotes::Footnotes;
use crate::diff::model::Side;
use crate::diff::words::with_straight_quotes;
use crate::markdown::tree::{Block, BlockKind, Content, Inline, Mark, Tree};

/// What says whether two blocks are equal, all below them included.
#[derive(Clone, Copy, Default)]
pub(in crate::diff) struct Prints {
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

/// The prints of all blocks, in the order of the source.
pub(in crate::diff) fn prints(tree: &Tree, side: Side, footnotes: &Footnotes) -> Vec<Prints> {
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

impl Printer<'_> {
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
            self.push(&inline.content, &mut text, &mut making);
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

    /// Adds a piece of a line to its text, and what that does not hold to its prints.
    fn push(&self, content: &Content, text: &mut String, making: &mut Making) {
        match content {
            Content::Text(words) | Content::Code(words) => push_spaced(text, words),
            Content::SoftBreak => push_space(text),
            Content::HardBreak => {
                push_space(text);
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
pub(in crate::diff) fn mark_key(mark: &Mark) -> u64 {
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

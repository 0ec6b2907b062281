//! The inlines of a block as one text, and the places of its words.

use std::ops::Range;

use super::{Class, Gap, PlainWord, Reading, Token, keys};
use crate::diff::fingerprint::Fingerprint;
use crate::diff::model::Point;
use crate::markdown::tree::{Block, Content};

const THING: &str = "\u{fffc}";

/// The inlines of a block as one text. Things that are no text are U+FFFC in it.
pub(super) struct Line {
    pub text: String,
    starts: Vec<usize>,
    /// The inline that was last asked for.
    inline: usize,
}

impl Line {
    pub fn of(block: &Block) -> Self {
        let length = block.inlines.iter().map(|inline| inline.span.len()).sum();
        let mut text = String::with_capacity(length);
        let mut starts = Vec::with_capacity(block.inlines.len());
        for inline in &block.inlines {
            starts.push(text.len());
            text.push_str(match &inline.content {
                Content::Text(words) | Content::Code(words) => words,
                Content::SoftBreak => " ",
                Content::HardBreak => "\n",
                Content::Image { .. } | Content::FootnoteReference { .. } | Content::Html(_) => {
                    THING
                }
            });
        }
        Line {
            text,
            starts,
            inline: 0,
        }
    }

    /// The place of a byte of the text: within the inline that holds the byte. No byte before one that was
    /// asked for may be asked for.
    fn point(&mut self, leaf: u32, byte: usize) -> Point {
        let next = |inline: usize| self.starts.get(inline + 1);
        while next(self.inline).is_some_and(|&start| start <= byte) {
            self.inline += 1;
        }
        Point {
            leaf,
            inline: self.inline as u32,
            byte: (byte - self.starts[self.inline]) as u32,
        }
    }

    pub fn gap(&self, between: Range<usize>) -> Gap {
        match &self.text[between] {
            "" => Gap::None,
            between if between.contains('\n') => Gap::Break,
            _ => Gap::Space,
        }
    }

    pub fn token(
        &mut self,
        block: &Block,
        leaf: u32,
        word: &PlainWord,
        gap: Gap,
        reading: &Reading<'_>,
    ) -> Token {
        let start = self.point(leaf, word.range.start);
        let mut end = self.point(leaf, word.range.end - 1);
        end.byte += 1;
        let text = &self.text[word.range.clone()];
        let content = &block.inlines[start.inline as usize].content;
        let (key, exact, caseless) = match word.class {
            Class::Thing => {
                let key = thing_key(content, reading);
                (key, key, key)
            }
            _ => keys(text),
        };
        let length = if text.is_ascii() {
            text.len().min(MOST_LETTERS)
        } else {
            text.chars().take(MOST_LETTERS).count()
        };
        Token {
            start,
            end,
            key,
            exact,
            caseless,
            class: word.class,
            gap,
            length: length as u32,
        }
    }
}

/// As many letters of a word are counted.
const MOST_LETTERS: usize = 8;

fn thing_key(content: &Content, reading: &Reading<'_>) -> u64 {
    let kind = Fingerprint::new(1);
    match content {
        Content::Image { description, .. } => kind.number(1).bytes(description.as_bytes()),
        Content::FootnoteReference { label, .. } => {
            kind.number(2).number((reading.footnotes)(label))
        }
        Content::Html(html) => kind.number(3).bytes(html.as_bytes()),
        _ => kind.number(4),
    }
    .finish()
}

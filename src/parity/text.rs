//! A text as parity looks at it, and the way from its words back to their source.

use std::ops::Range;

use crate::language::LanguageCode;
use crate::markdown::tree::{Block, BlockKind, Tree};
use crate::source::Source;

/// One language's text of a version.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The language that it claims.
    pub language: &'a LanguageCode,
    /// The file.
    pub source: &'a Source,
    /// What was read from it.
    pub tree: &'a Tree,
}

/// The words of a block itself, with the place of each in the source.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// The words, as [`Block::own_text`] gives them.
    pub words: String,
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    /// Where it begins in the words.
    start: usize,
    span: Range<usize>,
    /// Whether the source has it letter for letter, so that places in it can be told.
    verbatim: bool,
}

impl Passage {
    /// The words of `block`, which is from `source`.
    pub fn of(block: &Block, source: &Source) -> Passage {
        let mut passage = Passage::default();
        match &block.kind {
            BlockKind::Code { text, .. } | BlockKind::Html { text, .. } => {
                passage.push(text, &block.span, source);
            }
            _ => {
                for inline in &block.inlines {
                    passage.push(inline.content.text(), &inline.span, source);
                }
            }
        }
        passage
    }

    /// Where its sentences stand in the words, roughly: one ends at a full stop, a question mark or an exclamation
    /// mark before a space.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        let words = &self.words;
        let mut ends: Vec<usize> = words
            .match_indices(['.', '?', '!'])
            .map(|(at, sign)| at + sign.len())
            .filter(|end| words[*end..].starts_with(char::is_whitespace))
            .collect();
        ends.push(words.len());
        let mut start = 0;
        let mut sentence = |end: usize| {
            let whole = &words[start..end];
            let lead = whole.len() - whole.trim_start().len();
            let range = start + lead..start + whole.trim_end().len().max(lead);
            start = end;
            range
        };
        ends.into_iter().map(&mut sentence).collect()
    }

    fn push(&mut self, words: &str, span: &Range<usize>, source: &Source) {
        let written = source.text().get(span.clone()).unwrap_or_default();
        let at = written.find(words).map(|at| span.start + at);
        self.pieces.push(Piece {
            start: self.words.len(),
            span: at.map_or(span.clone(), |at| at..at + words.len()),
            verbatim: at.is_some(),
        });
        self.words.push_str(words);
    }

    /// Where a range of the words is in the source, in bytes: exactly, or the whole piece that holds
    /// it where the source writes it otherwise.
    pub fn span(&self, range: Range<usize>) -> Range<usize> {
        let first = self.piece_at(range.start);
        let last = self.piece_at(range.end.saturating_sub(1).max(range.start));
        let (Some(first), Some(last)) = (first, last) else {
            return 0..0;
        };
        let start = match first.verbatim {
            true => first.span.start + (range.start - first.start),
            false => first.span.start,
        };
        let end = match last.verbatim {
            true => last.span.start + (range.end - last.start),
            false => last.span.end,
        };
        start..end.max(start)
    }

    fn piece_at(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces.get(after.checked_sub(1)?)
    }
}

//! Two texts held against each other, from the sequence of their blocks down to their words.

mod count;
mod html_shape;
mod sections;
mod sentences;
mod shape;
mod sorted;
mod tongue;
mod words;

use super::addresses::Addresses;
use super::declared::{self, Declared};
use super::difference::{Aspect, Difference, Side, Spot};
use super::labels::Lettering;
use super::meeting::{self, Meeting, Pair, Wholes};
use super::text::Text;
use crate::config::Counterparts;
use crate::markdown::tree::{Block, BlockKind};
use crate::source::Source;
use sections::Told;
use sentences::Ratio;
use shape::Levels;

/// What came of holding two texts against each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What differs, in the order in which the texts are read.
    pub differences: Vec<Difference>,
    /// What is declared to differ, and why.
    pub declared: Vec<Declared>,
}

/// Holds two texts of a version against each other. `counterparts` are the sites that are each
/// other's in the two languages.
pub fn compare(left: Text, right: Text, counterparts: &Counterparts) -> Outcome {
    let declarations = [left, right].map(|text| declared::declarations(&text));
    let apart = declared::apart(&declarations);
    let letterings = [left, right].map(|text| Lettering::of(text.tree, text.language));
    let wholes = Wholes::of([&letterings[0], &letterings[1]]).with(&apart);
    let meetings = meeting::meet(wholes, &left.tree.blocks, &right.tree.blocks);
    let pairs = meeting::flat_pairs(&meetings);
    let mut contrast = Contrast {
        left,
        right,
        addresses: Addresses::new(left, right, counterparts, &pairs),
        levels: Levels::of(&pairs),
        ratio: Ratio::of(&pairs),
        deeper: 0,
        letterings,
        differences: Vec::new(),
    };
    contrast.siblings(&meetings, [0, 0]);
    contrast.counts(&pairs);
    let mut differences = contrast.differences;
    tongue::told_once(&mut differences, left.tree, right.tree);
    let declared = declared::take_declared(&mut differences, &declarations);
    Outcome {
        differences,
        declared,
    }
}

/// Two texts, and what is found to differ between them.
struct Contrast<'a> {
    left: Text<'a>,
    right: Text<'a>,
    addresses: Addresses<'a>,
    letterings: [Lettering; 2],
    levels: Levels,
    /// How much longer the right text is.
    ratio: Ratio,
    /// By how many levels the heading before stands deeper in the right text.
    deeper: i16,
    differences: Vec<Difference>,
}

impl<'a> Contrast<'a> {
    /// Blocks that stand beside each other. `starts` is where they begin, in bytes, in either text.
    fn siblings(&mut self, meetings: &[Meeting<'a>], starts: [usize; 2]) {
        let mut ends = starts;
        let is_sorted =
            sorted::rows_are_sorted(meetings, [self.left.language, self.right.language]);
        for (meeting, told) in meetings.iter().zip(sections::told(meetings)) {
            match meeting {
                Meeting::Pair(pair) => {
                    self.pair(pair, is_sorted);
                    ends[0] = pair.left.span.end;
                    if !pair.moved {
                        ends[1] = pair.right.span.end;
                    }
                }
                Meeting::Left(block) | Meeting::Right(block)
                    if self.is_told_by_reference(block) => {}
                Meeting::Left(block) => {
                    self.alone(Side::Left, block, told, ends[1]);
                    ends[0] = block.span.end;
                }
                Meeting::Right(block) => {
                    self.alone(Side::Right, block, told, ends[0]);
                    ends[1] = block.span.end;
                }
            }
        }
    }

    /// A block that one text has alone; in the other it would be looked for before `end`, in bytes.
    fn alone(&mut self, side: Side, block: &Block, told: Told, end: usize) {
        let (aspect, noun) = match told {
            Told::Itself => (Aspect::Block, block.kind.noun()),
            Told::AsSection => (Aspect::Section, "section"),
            Told::WithSection => return,
        };
        let here = shape::spot(block, noun.to_owned());
        match side {
            Side::Left => self.push(aspect, here, gap(self.right.source, end)),
            Side::Right => self.push(aspect, gap(self.left.source, end), here),
        }
    }

    /// Whether a block is a footnote whose reference was found missing.
    fn is_told_by_reference(&self, block: &Block) -> bool {
        let BlockKind::Footnote { label, .. } = &block.kind else {
            return false;
        };
        let name = Some(words::quoted(label));
        self.differences.iter().any(|found| {
            found.aspect == Aspect::Footnote
                && [&found.left.found, &found.right.found].contains(&&name)
        })
    }

    /// `is_sorted` says of a row of a table that its place follows from the alphabet.
    fn pair(&mut self, pair: &Pair<'a>, is_sorted: bool) {
        if pair.moved && !is_sorted {
            let (left, right) = (shape::whole(pair.left), shape::whole(pair.right));
            self.push(Aspect::Order, left, right);
        }
        let known = self.differences.len();
        self.shape(pair.left, pair.right);
        if self.empty(pair.left, pair.right) {
            return;
        }
        self.html_shape(pair.left, pair.right);
        self.words(pair.left, pair.right);
        self.tongue(pair.left, pair.right);
        self.sentences(pair.left, pair.right, known);
        self.siblings(&pair.inside, [pair.left.span.start, pair.right.span.start]);
    }

    fn push(&mut self, aspect: Aspect, left: Spot, right: Spot) {
        self.differences.push(Difference {
            aspect,
            left,
            right,
        });
    }
}

/// Where a text lacks something: at the last character before `end`, in bytes.
fn gap(source: &Source, end: usize) -> Spot {
    let before = source.text().get(..end).unwrap_or_default().trim_end();
    let last = before.char_indices().next_back().map_or(0, |(at, _)| at);
    Spot {
        span: last..before.len(),
        found: None,
    }
}

#[cfg(test)]
mod tests;

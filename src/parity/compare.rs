//! Two texts held against each other, from the sequence of their blocks down to their words.

mod shape;
mod words;

use super::addresses::Addresses;
use super::difference::{Aspect, Difference, Spot};
use super::labels::Lettering;
use super::meeting::{self, Meeting, Pair};
use super::text::Text;
use crate::config::Counterparts;

/// What differs between two texts of a version, in the order in which they are read.
///
/// `counterparts` are the sites that are each other's in the two languages.
pub fn compare(left: Text, right: Text, counterparts: &Counterparts) -> Vec<Difference> {
    let meetings = meeting::meet(&left.tree.blocks, &right.tree.blocks);
    let pairs = meeting::flat_pairs(&meetings);
    let mut comparison = Comparison {
        left,
        right,
        addresses: Addresses::new(left, right, counterparts, &pairs),
        letterings: [left, right].map(|text| Lettering::of(text.tree, text.language)),
        differences: Vec::new(),
    };
    comparison.siblings(&meetings, [0, 0]);
    comparison.differences
}

struct Comparison<'a> {
    left: Text<'a>,
    right: Text<'a>,
    addresses: Addresses<'a>,
    letterings: [Lettering; 2],
    differences: Vec<Difference>,
}

impl<'a> Comparison<'a> {
    /// Blocks that stand beside each other. `starts` is where they begin, in bytes, in either text.
    fn siblings(&mut self, meetings: &[Meeting<'a>], starts: [usize; 2]) {
        let mut ends = starts;
        for meeting in meetings {
            match meeting {
                Meeting::Pair(pair) => {
                    self.pair(pair);
                    ends = [pair.left.span.end, pair.right.span.end];
                }
                Meeting::Left(block) => {
                    self.push(Aspect::Block, shape::whole(block), gap(ends[1]));
                    ends[0] = block.span.end;
                }
                Meeting::Right(block) => {
                    self.push(Aspect::Block, gap(ends[0]), shape::whole(block));
                    ends[1] = block.span.end;
                }
            }
        }
    }

    fn pair(&mut self, pair: &Pair<'a>) {
        self.shape(pair.left, pair.right);
        self.words(pair.left, pair.right);
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

/// Where a text lacks something: at the end of what comes before, in bytes.
fn gap(end: usize) -> Spot {
    Spot {
        span: end.saturating_sub(1)..end,
        found: None,
    }
}

//! What signs say of two blocks: those that both have for their being a pair, those that one lacks
//! against it.

use std::ops::Range;

use super::evidence::Evidence;
use super::signs::SignKind;

/// What the signs that two blocks share can add at most, and those that one lacks take away.
const SHARED_LIMIT: f64 = 4.0;
const LACKED_LIMIT: f64 = -1.5;

/// The signs of the blocks of two sides.
pub(super) struct SharedSigns {
    /// What each sign is worth, by its number.
    worths: Vec<Worth>,
    left: Vec<OfBlock>,
    right: Vec<OfBlock>,
    holders: Holders,
}

/// What a sign says of two blocks.
struct Worth {
    /// What it adds where both have it; 0 where one side lacks it altogether.
    shared: f64,
    /// What is taken away for a block that lacks it.
    lacked: f64,
}

/// The signs of a block.
struct OfBlock {
    /// The numbers of those that both sides have, in order, each with how often the block has it.
    counts: Vec<(u32, usize)>,
    /// What all of its signs, those of one side included, would take away from a pair that shares none.
    lacked: f64,
}

impl SharedSigns {
    /// Of the blocks of two sides. `kinds` says what each sign of either is a sign of, by its number.
    pub fn new(left: &[&Evidence], right: &[&Evidence], kinds: &[SignKind]) -> Self {
        let here = count_blocks(left, kinds.len());
        let there = count_blocks(right, kinds.len());
        let worth = |(kind, (here, there)): (&SignKind, (usize, usize))| Worth {
            shared: match here.min(there) {
                0 => 0.0,
                // A sign that few blocks have says more.
                _ => shared_weight(*kind) / here.max(there) as f64,
            },
            lacked: lacked_weight(*kind),
        };
        let counts = here.into_iter().zip(there);
        let worths: Vec<Worth> = kinds.iter().zip(counts).map(worth).collect();
        let of_blocks = |blocks: &[&Evidence]| -> Vec<OfBlock> {
            let of_block = |block: &&Evidence| OfBlock::new(block, &worths);
            blocks.iter().map(of_block).collect()
        };
        let (left, right) = (of_blocks(left), of_blocks(right));
        SharedSigns {
            holders: Holders::new(&right, worths.len()),
            left,
            right,
            worths,
        }
    }

    /// What they say of a left and a right block.
    pub fn of_pair(&self, left: usize, right: usize) -> f64 {
        let (left, right) = (&self.left[left], &self.right[right]);
        let mut found = Found::nothing(left, right);
        let (mut ours, mut theirs) = (left.counts.as_slice(), right.counts.as_slice());
        while let (Some(&(our, count)), Some(&(their, other))) = (ours.first(), theirs.first()) {
            if our == their {
                found.add(&self.worths[our as usize], count, other);
            }
            ours = &ours[usize::from(our <= their)..];
            theirs = &theirs[usize::from(their <= our)..];
        }
        found.sum()
    }

    /// What they say of a left block and each of some right ones. Only those that share something are
    /// looked at.
    pub fn of_row(&self, left: usize, right: Range<usize>) -> impl Iterator<Item = f64> {
        let ours = &self.left[left];
        let theirs = self.right[right.clone()].iter();
        let mut row: Vec<Found> = theirs.map(|theirs| Found::nothing(ours, theirs)).collect();
        for &(sign, count) in &ours.counts {
            for &(at, other) in self.holders.among(sign, &right) {
                row[at - right.start].add(&self.worths[sign as usize], count, other);
            }
        }
        row.into_iter().map(|found| found.sum())
    }
}

/// How many of the blocks have each sign, by its number.
fn count_blocks(blocks: &[&Evidence], signs: usize) -> Vec<usize> {
    let mut counts = vec![0; signs];
    for (sign, _) in blocks.iter().flat_map(|block| &block.signs) {
        counts[*sign as usize] += 1;
    }
    counts
}

impl OfBlock {
    fn new(block: &Evidence, worths: &[Worth]) -> Self {
        let worth = |sign: u32| &worths[sign as usize];
        let signs = block.signs.iter().copied();
        OfBlock {
            lacked: signs.clone().map(|(sign, _)| worth(sign).lacked).sum(),
            counts: signs
                .filter(|(sign, _)| worth(*sign).shared > 0.0)
                .collect(),
        }
    }
}

/// What was found of two blocks.
struct Found {
    shared: f64,
    lacked: f64,
}

impl Found {
    /// Of two blocks that share nothing.
    fn nothing(left: &OfBlock, right: &OfBlock) -> Self {
        Found {
            shared: 0.0,
            lacked: left.lacked + right.lacked,
        }
    }

    /// One more sign that both have, with how often either has it.
    fn add(&mut self, worth: &Worth, count: usize, other: usize) {
        self.shared += worth.shared * (count.min(other) as f64).sqrt();
        self.lacked -= 2.0 * worth.lacked;
    }

    fn sum(&self) -> f64 {
        self.shared.min(SHARED_LIMIT) + self.lacked.max(LACKED_LIMIT)
    }
}

/// Which right blocks have each sign, in their order, and how often: those of all signs one after the other.
struct Holders {
    /// Where those of each sign begin, by its number, and at last where all end.
    starts: Vec<usize>,
    blocks: Vec<(usize, usize)>,
}

impl Holders {
    fn new(blocks: &[OfBlock], signs: usize) -> Self {
        let all = || {
            let blocks = blocks.iter().enumerate();
            blocks.flat_map(|(at, block)| {
                let counts = block.counts.iter();
                counts.map(move |(sign, count)| (*sign as usize, (at, *count)))
            })
        };
        let mut starts = vec![0; signs + 1];
        for (sign, _) in all() {
            starts[sign + 1] += 1;
        }
        for sign in 0..signs {
            starts[sign + 1] += starts[sign];
        }
        let mut next = starts.clone();
        let mut blocks = vec![(0, 0); starts[signs]];
        for (sign, holder) in all() {
            blocks[next[sign]] = holder;
            next[sign] += 1;
        }
        Holders { starts, blocks }
    }

    /// Those of a sign that are among some blocks.
    fn among(&self, sign: u32, blocks: &Range<usize>) -> &[(usize, usize)] {
        let sign = sign as usize;
        let all = &self.blocks[self.starts[sign]..self.starts[sign + 1]];
        let before = |place: usize| all.partition_point(|(at, _)| *at < place);
        &all[before(blocks.start)..before(blocks.end)]
    }
}

fn shared_weight(kind: SignKind) -> f64 {
    match kind {
        SignKind::Id => 4.0,
        SignKind::Link | SignKind::Image | SignKind::Footnote => 1.5,
        SignKind::Label => 1.2,
        SignKind::Number => 1.0,
        SignKind::Duty => 0.6,
        SignKind::Word => 0.5,
        SignKind::Stem => 0.3,
    }
}

fn lacked_weight(kind: SignKind) -> f64 {
    match kind {
        SignKind::Id => -0.8,
        SignKind::Link | SignKind::Image | SignKind::Footnote => -0.3,
        SignKind::Number | SignKind::Label => -0.25,
        SignKind::Duty => -0.1,
        SignKind::Word | SignKind::Stem => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tree::{Block, BlockKind};

    fn with_signs(block: &Block, numbers: impl IntoIterator<Item = u32>) -> Evidence<'_> {
        let signs = numbers
            .into_iter()
            .map(|sign| (sign, 1 + sign as usize % 3));
        Evidence {
            block,
            length: 0,
            sentences: Vec::new(),
            points: Default::default(),
            signs: signs.collect(),
            may_stand_alone: false,
        }
    }

    #[test]
    fn a_row_says_what_its_pairs_say() {
        let kinds = [
            SignKind::Id,
            SignKind::Link,
            SignKind::Number,
            SignKind::Stem,
        ];
        let kinds: Vec<SignKind> = kinds.into_iter().cycle().take(24).collect();
        let block = Block::new(BlockKind::Paragraph, 0..0);
        let side = |step: usize| -> Vec<Evidence> {
            let blocks = 1..9;
            blocks
                .map(|at| with_signs(&block, (at..24).step_by(step)))
                .collect()
        };
        let (left, right) = (side(5), side(3));
        let [left, right] = [&left, &right].map(|side| side.iter().collect::<Vec<_>>());
        let signs = SharedSigns::new(&left, &right, &kinds);
        for left in 0..8 {
            for range in [0..8, 2..5, 4..4] {
                let row: Vec<f64> = signs.of_row(left, range.clone()).collect();
                let pairs: Vec<f64> = range.map(|right| signs.of_pair(left, right)).collect();
                assert_eq!(row, pairs);
            }
        }
    }
}

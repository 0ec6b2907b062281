//! How likely it is that two blocks of different languages say the same.

use std::ops::Range;

use super::evidence::Evidence;
use super::signs::{SignKind, Signs};
use crate::markdown::tree::{Block, BlockKind};

/// The variance of a translation's length, per character, that W. Gale and K. Church measured
/// ("A program for aligning sentences in bilingual corpora", 1993).
const LENGTH_VARIANCE: f64 = 6.8;

/// What the signs that two blocks share can add at most, and those that one lacks take away.
const SHARED_LIMIT: f64 = 4.0;
const LACKED_LIMIT: f64 = -1.5;

/// How many characters make a block that is like few others.
const TELLING: usize = 80;

/// Weighs the blocks of one text against those of another.
pub(super) struct Likeness<'a> {
    left: Vec<Weighed<'a>>,
    right: Vec<Weighed<'a>>,
    /// Of each sign, by its number, the right blocks that have it, where both sides do.
    holders: Holders,
    /// What each sign is worth, by its number.
    worths: Vec<Worth>,
    /// How many characters of the right text stand for one of the left.
    ratio: f64,
}

/// A block, with its signs as far as both sides have them.
struct Weighed<'a> {
    evidence: Evidence<'a>,
    /// What all of its signs, those of one side included, would take away from a pair that shares none.
    lacked: f64,
}

/// What a sign says of two blocks.
struct Worth {
    /// What it adds where both have it; 0 where one side lacks it altogether.
    shared: f64,
    /// What is taken away for a block that lacks it.
    lacked: f64,
}

impl<'a> Likeness<'a> {
    /// `left` and `right` are siblings, the blocks of a text or the items of a list, and `signs` those
    /// of both.
    pub fn new(left: Vec<Evidence<'a>>, right: Vec<Evidence<'a>>, signs: &Signs) -> Self {
        let [here, there] = [&left, &right].map(|side| count_blocks(side, signs));
        let kinds = signs.kinds().iter().zip(here.iter().zip(&there));
        let worth = |(kind, (here, there)): (&SignKind, (&usize, &usize))| Worth {
            shared: match *here.min(there) {
                0 => 0.0,
                // A sign that few blocks have says more.
                _ => shared_weight(*kind) / *here.max(there) as f64,
            },
            lacked: lacked_weight(*kind),
        };
        let worths: Vec<Worth> = kinds.map(worth).collect();
        let weighed = |blocks: Vec<Evidence<'a>>| -> Vec<Weighed<'a>> {
            let one = |evidence| Weighed::new(evidence, &worths);
            blocks.into_iter().map(one).collect()
        };
        let (left, right) = (weighed(left), weighed(right));
        Likeness {
            holders: Holders::new(&right, worths.len()),
            left,
            right,
            worths,
            ratio: 1.0,
        }
    }

    /// The same, with the lengths' ratio taken from pairs that were found.
    pub fn with_ratio_of(mut self, pairs: impl Iterator<Item = (usize, usize)>) -> Self {
        let (mut left, mut right) = (0, 0);
        for (i, j) in pairs {
            left += self.left[i].evidence.length;
            right += self.right[j].evidence.length;
        }
        if left.min(right) > 0 {
            self.ratio = (right as f64 / left as f64).clamp(0.5, 2.0);
        }
        self
    }

    /// What the pairs of a left block with each of some right blocks are worth: above 0 where they are
    /// better than two blocks alone; `None` where the two can be no pair.
    pub fn worths(&self, left: usize, right: Range<usize>) -> Vec<Option<f64>> {
        let signs = self.signs_of_row(left, right.clone());
        let ours = &self.left[left].evidence;
        let worth = |(theirs, signs): (&Weighed, SharedSigns)| {
            let theirs = &theirs.evidence;
            let shape = shape(ours.block, theirs.block)?;
            Some(shape + self.words(ours, theirs) + signs.sum())
        };
        self.right[right].iter().zip(signs).map(worth).collect()
    }

    /// What a pair is worth without what their kinds say: for two blocks of which it is known that they
    /// may be a pair.
    pub fn kinship(&self, left: usize, right: usize) -> f64 {
        let (ours, theirs) = (&self.left[left].evidence, &self.right[right].evidence);
        self.words(ours, theirs) + self.signs(left, right)
    }

    /// Whether two blocks are of one kind.
    pub fn are_alike(&self, left: usize, right: usize) -> bool {
        let kind = |weighed: &Weighed| std::mem::discriminant(&weighed.evidence.block.kind);
        kind(&self.left[left]) == kind(&self.right[right])
    }

    /// Whether there is enough to two blocks to know them again far from their place: a sentence, or
    /// signs that they share.
    pub fn is_telling(&self, left: usize, right: usize) -> bool {
        let length = |weighed: &Weighed| weighed.evidence.length;
        length(&self.left[left]).min(length(&self.right[right])) >= TELLING
            || self.signs(left, right) >= 1.0
    }

    fn words(&self, ours: &Evidence, theirs: &Evidence) -> f64 {
        self.length(ours, theirs) + self.sentences(ours, theirs) + points(ours, theirs)
    }

    /// Up to 0.6 for as many sentences with lengths that a translation would have.
    fn sentences(&self, left: &Evidence, right: &Evidence) -> f64 {
        let (ours, theirs) = (&left.sentences, &right.sentences);
        if ours.len() != theirs.len() {
            return (-0.2 * ours.len().abs_diff(theirs.len()) as f64).max(-0.6);
        }
        if ours.len() < 2 {
            return 0.0;
        }
        let deviation: f64 = ours
            .iter()
            .zip(theirs)
            .map(|(one, other)| (*one as f64 * self.ratio - *other as f64).abs())
            .sum();
        let whole = left.length.max(right.length) as f64;
        (0.6 - 1.8 * deviation / whole).max(-0.3)
    }

    /// 0.8 for lengths that a translation would have, falling with the distance in standard
    /// deviations.
    fn length(&self, left: &Evidence, right: &Evidence) -> f64 {
        let expected = left.length as f64 * self.ratio;
        let actual = right.length as f64;
        let mean = (expected + actual) / 2.0;
        if mean == 0.0 {
            return 0.8;
        }
        let deviation = (expected - actual).abs() / (LENGTH_VARIANCE * mean).sqrt();
        (0.8 - 0.35 * deviation).max(-2.0)
    }

    /// What the signs of two blocks say.
    fn signs(&self, left: usize, right: usize) -> f64 {
        let (left, right) = (&self.left[left], &self.right[right]);
        let mut found = SharedSigns::none(left, right);
        let (mut ours, mut theirs) = (
            left.evidence.signs.as_slice(),
            right.evidence.signs.as_slice(),
        );
        while let (Some(&(our, count)), Some(&(their, other))) = (ours.first(), theirs.first()) {
            if our == their {
                found.add(&self.worths[our as usize], count, other);
            }
            ours = &ours[usize::from(our <= their)..];
            theirs = &theirs[usize::from(their <= our)..];
        }
        found.sum()
    }

    /// The same for a left block and each of some right ones, without a look at those that share none.
    fn signs_of_row(&self, left: usize, right: Range<usize>) -> Vec<SharedSigns> {
        let ours = &self.left[left];
        let theirs = self.right[right.clone()].iter();
        let mut row: Vec<SharedSigns> = theirs
            .map(|theirs| SharedSigns::none(ours, theirs))
            .collect();
        for &(sign, count) in &ours.evidence.signs {
            for &(at, other) in self.holders.among(sign, &right) {
                row[at as usize - right.start].add(&self.worths[sign as usize], count, other);
            }
        }
        row
    }
}

impl<'a> Weighed<'a> {
    fn new(mut evidence: Evidence<'a>, worths: &[Worth]) -> Self {
        let lacked = evidence.signs.iter();
        let lacked = lacked.map(|(sign, _)| worths[*sign as usize].lacked).sum();
        let both_have = |sign: u32| worths[sign as usize].shared > 0.0;
        evidence.signs.retain(|(sign, _)| both_have(*sign));
        Weighed { evidence, lacked }
    }
}

/// What the signs of two blocks say: those that both have for the pair, those that one lacks against it.
struct SharedSigns {
    shared: f64,
    lacked: f64,
}

impl SharedSigns {
    /// Of two blocks that share none.
    fn none(left: &Weighed, right: &Weighed) -> Self {
        SharedSigns {
            shared: 0.0,
            lacked: left.lacked + right.lacked,
        }
    }

    /// One more, with how often either block has it.
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
    blocks: Vec<(u32, usize)>,
}

impl Holders {
    fn new(blocks: &[Weighed], signs: usize) -> Self {
        let all = || {
            let blocks = blocks.iter().enumerate();
            blocks.flat_map(|(at, block)| {
                let signs = block.evidence.signs.iter();
                signs.map(move |(sign, count)| (*sign as usize, (at as u32, *count)))
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
        let mut placed = vec![(0, 0); starts[signs]];
        for (sign, holder) in all() {
            placed[next[sign]] = holder;
            next[sign] += 1;
        }
        Holders {
            starts,
            blocks: placed,
        }
    }

    /// Those of a sign that are among some blocks.
    fn among(&self, sign: u32, blocks: &Range<usize>) -> &[(u32, usize)] {
        let sign = sign as usize;
        let all = &self.blocks[self.starts[sign]..self.starts[sign + 1]];
        let before = |place: usize| all.partition_point(|(at, _)| (*at as usize) < place);
        &all[before(blocks.start)..before(blocks.end)]
    }
}

fn shared_weight(kind: SignKind) -> f64 {
    match kind {
        SignKind::Id => 4.0,
        SignKind::Link | SignKind::Image | SignKind::Footnote => 1.5,
        SignKind::Label => 1.2,
        SignKind::Number => 1.0,
        SignKind::Word => 0.5,
        SignKind::Stem => 0.3,
    }
}

/// Up to 0.6 for the same points, less for those that one lacks.
fn points(left: &Evidence, right: &Evidence) -> f64 {
    let each = left
        .points
        .iter()
        .zip(right.points)
        .map(|(one, other)| match (*one, other) {
            (0, 0) => 0.0,
            (one, other) => {
                0.2 * (one.min(other).min(2) as f64) - 0.15 * (one.abs_diff(other).min(2) as f64)
            }
        });
    each.sum::<f64>().clamp(-0.6, 0.6)
}

/// How many of the blocks have each sign, by its number.
fn count_blocks(blocks: &[Evidence], signs: &Signs) -> Vec<usize> {
    let mut counts = vec![0; signs.kinds().len()];
    for (sign, _) in blocks.iter().flat_map(|block| &block.signs) {
        counts[*sign as usize] += 1;
    }
    counts
}

fn lacked_weight(kind: SignKind) -> f64 {
    match kind {
        SignKind::Id => -0.8,
        SignKind::Link | SignKind::Image | SignKind::Footnote => -0.3,
        SignKind::Number | SignKind::Label => -0.25,
        SignKind::Word | SignKind::Stem => 0.0,
    }
}

/// What two blocks' kinds and shapes say; `None` where the one never stands for the other.
fn shape(left: &Block, right: &Block) -> Option<f64> {
    use BlockKind as Kind;
    let children = || likeness_of_counts(left.children.len(), right.children.len());
    let shape = match (&left.kind, &right.kind) {
        (Kind::Heading { title: true, .. }, Kind::Heading { title: true, .. }) => 6.0,
        (Kind::Heading { level, .. }, Kind::Heading { level: other, .. }) => {
            if level == other {
                1.6
            } else {
                0.9
            }
        }
        (Kind::List { start, .. }, Kind::List { start: other, .. }) => {
            let same_numbering = start.is_some() == other.is_some();
            if same_numbering {
                1.2 + children()
            } else {
                0.6 + children()
            }
        }
        (Kind::Table { alignments }, Kind::Table { alignments: other }) => {
            1.2 + children() + likeness_of_counts(alignments.len(), other.len())
        }
        (Kind::TableRow { header }, Kind::TableRow { header: other }) if header != other => {
            return None;
        }
        (Kind::Footnote { .. }, Kind::Footnote { .. }) => 1.2,
        (Kind::ListItem { .. }, Kind::ListItem { .. }) => 0.6 + 0.4 * children(),
        (Kind::Code { .. }, Kind::Code { .. }) => 1.2,
        (Kind::Quote, Kind::Quote) | (Kind::DefinitionList, Kind::DefinitionList) => {
            0.8 + 0.4 * children()
        }
        (Kind::Html { .. }, Kind::Html { .. }) | (Kind::Rule, Kind::Rule) => 0.5,
        (one, other) if std::mem::discriminant(one) == std::mem::discriminant(other) => 1.0,
        (one, other) if is_prose(one) && is_prose(other) => -0.4,
        _ => return None,
    };
    Some(shape)
}

/// Whether the same words may stand in a block of another of these kinds.
fn is_prose(kind: &BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Heading { title: false, .. }
            | BlockKind::Paragraph
            | BlockKind::List { .. }
            | BlockKind::Quote
            | BlockKind::DefinitionList
            | BlockKind::Html { .. }
    )
}

/// 1 for equal counts, towards 0 the further they are apart.
fn likeness_of_counts(one: usize, other: usize) -> f64 {
    match one.max(other) {
        0 => 1.0,
        most => one.min(other) as f64 / most as f64,
    }
}

//! The table of a gap: the most that its blocks can gain up to each pair of places, and how.

use crate::diff::align::Bead;

/// How a cell of the table was reached.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Removed,
    Added,
    Pair,
    /// One old block, so many new ones.
    Split(u8),
    /// So many old blocks, one new one.
    Join(u8),
}

impl Way {
    /// How many old blocks and how many new ones it takes.
    fn blocks(self) -> (usize, usize) {
        match self {
            Way::Removed => (1, 0),
            Way::Added => (0, 1),
            Way::Pair => (1, 1),
            Way::Split(parts) => (1, usize::from(parts)),
            Way::Join(parts) => (usize::from(parts), 1),
        }
    }
}

/// A cell for each number of old blocks and of new ones, filled in the order of both.
pub(super) struct Table {
    olds: usize,
    news: usize,
    score: Vec<i64>,
    way: Vec<Way>,
}

impl Table {
    pub fn new(olds: usize, news: usize) -> Self {
        let cells = (olds + 1) * (news + 1);
        Table {
            olds,
            news,
            score: vec![0; cells],
            way: vec![Way::Added; cells],
        }
    }

    fn at(&self, old: usize, new: usize) -> usize {
        old * (self.news + 1) + new
    }

    /// Begins a cell: the last old block went or the last new one came, whichever leaves more.
    pub fn begin(&mut self, old: usize, new: usize) {
        let at = self.at(old, new);
        if old > 0 {
            self.score[at] = self.score[self.at(old - 1, new)];
            self.way[at] = Way::Removed;
        }
        if new > 0 {
            let score = self.score[self.at(old, new - 1)];
            if old == 0 || score >= self.score[at] {
                self.score[at] = score;
                self.way[at] = Way::Added;
            }
        }
    }

    /// Takes another way to a cell that was begun, where it gains more.
    pub fn offer(&mut self, (old, new): (usize, usize), way: Way, gain: i64) {
        let (olds, news) = way.blocks();
        let score = self.score[self.at(old - olds, new - news)] + gain;
        let at = self.at(old, new);
        if score > self.score[at] {
            self.score[at] = score;
            self.way[at] = way;
        }
    }

    /// The beads of the best way through the whole table.
    pub fn beads(&self) -> Vec<Bead> {
        let (mut old, mut new) = (self.olds, self.news);
        let mut beads = Vec::new();
        while old > 0 || new > 0 {
            let (olds, news) = self.way[self.at(old, new)].blocks();
            beads.push(Bead {
                old: old - olds..old,
                new: new - news..new,
            });
            (old, new) = (old - olds, new - news);
        }
        beads.reverse();
        beads
    }
}

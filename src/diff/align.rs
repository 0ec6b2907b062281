//! Siblings aligned: which blocks of the old text are which of the new, in one order.
//!
//! Blocks that are the same and alone of their kind hold the alignment ([`super::anchors`]); between
//! two of them the same is tried again, since what is found twice in a text is often found once in
//! a gap; what is left is aligned by likeness ([`super::gap`]).

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::anchors::{self, Candidate};
use super::columns::KnownColumns;
use super::fingerprint::{Fingerprint, FingerprintMap};
use super::gap;
use super::headed::Headed;
use super::index::{Id, Index, Node};
use super::likeness::Likenesses;
use super::model::Side;
use super::sighting::{Sighting, Sightings};

/// Blocks of the old text and what they are in the new: indices into the aligned slices. One side may
/// be empty; no side but one has several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bead {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

impl Bead {
    pub fn pair(old: usize, new: usize) -> Self {
        Bead {
            old: old..old + 1,
            new: new..new + 1,
        }
    }

    /// Which blocks of one side it has.
    pub fn of(&self, side: Side) -> &Range<usize> {
        match side {
            Side::Old => &self.old,
            Side::New => &self.new,
        }
    }

    pub fn is_match(&self) -> bool {
        !self.old.is_empty() && !self.new.is_empty()
    }
}

/// Siblings of one of the texts.
type Row<'r> = (Side, &'r [Id]);

/// The kind of the fingerprints of headings that say nothing but their numbers.
const BARE_HEADING: u64 = 0x6b61_7265;

/// Two texts and what is known across all of their blocks.
pub(super) struct Aligner<'c, 'a> {
    pub likenesses: Likenesses<'c, 'a>,
    /// The first block of the new text of a stretch that is compared in less detail than others.
    less_detail: Cell<Option<Id>>,
    /// The columns of the tables whose rows were paired.
    pub columns: KnownColumns,
    /// Under which headings blocks stand: found out when two of the same words ask.
    headed: OnceCell<Headed>,
}

/// Fewer words than this say too little to be known again elsewhere.
pub(super) const TELLING_WORDS: usize = 4;

impl<'c, 'a> Aligner<'c, 'a> {
    pub fn new(likenesses: Likenesses<'c, 'a>) -> Self {
        Aligner {
            likenesses,
            less_detail: Cell::new(None),
            columns: KnownColumns::default(),
            headed: OnceCell::new(),
        }
    }

    /// Notes that a stretch, of which this is the first block of the new text, is too long to be compared in
    /// every detail.
    pub fn note_less_detail(&self, first: Id) {
        let known = self.less_detail.get().unwrap_or(first);
        self.less_detail.set(Some(known.min(first)));
    }

    /// Where the new text is first compared in less detail: a span of its source.
    pub fn less_detail(&self) -> Option<Range<usize>> {
        let first = self.less_detail.get()?;
        Some(self.new_side().block(first).span.clone())
    }

    pub fn old(&self) -> &'c Index<'a> {
        self.likenesses.old
    }

    pub fn new_side(&self) -> &'c Index<'a> {
        self.likenesses.new
    }

    /// Under which headings blocks stand.
    pub fn headed(&self) -> &Headed {
        self.headed.get_or_init(|| Headed::new(&self.likenesses))
    }

    /// Whether two blocks are kept from being one by the headings that they stand under: not where each text has
    /// what they say once.
    pub fn are_apart(&self, old: Id, new: Id) -> bool {
        self.sole_counterpart_of_old(old) != Some(new) && self.headed().are_apart(old, new)
    }

    /// Whether one of two blocks stands elsewhere, unchanged, and says enough to be known again.
    pub fn is_kept_for_another(&self, old: Id, new: Id) -> bool {
        let tells = |node: &Node<'_>| node.weight >= TELLING_WORDS;
        self.sole_counterpart_of_old(old).is_some() && tells(self.old().node(old))
            || self.sole_counterpart_of_new(new).is_some() && tells(self.new_side().node(new))
    }

    /// The counterpart of a block that each text has once.
    pub fn sole_counterpart_of_old(&self, old: Id) -> Option<Id> {
        self.likenesses.reserved.alone_in_other(Side::Old, old)
    }

    /// The counterpart of a block that each text has once.
    pub fn sole_counterpart_of_new(&self, new: Id) -> Option<Id> {
        self.likenesses.reserved.alone_in_other(Side::New, new)
    }

    /// How many words two containers share in contents that each text has once.
    pub fn shared_contents(&self, old: Id, new: Id) -> usize {
        let theirs = self.new_side().subtree(new);
        let mut words = 0;
        let mut id = old + 1;
        while id < self.old().subtree(old).end {
            let node = self.old().node(id);
            let is_shared = self
                .sole_counterpart_of_old(id)
                .is_some_and(|there| theirs.contains(&there));
            words += if is_shared { node.weight } else { 0 };
            id += if is_shared { node.size } else { 1 };
        }
        words
    }

    /// Aligns two rows of siblings. The beads cover both, in order.
    pub fn align(&self, olds: &[Id], news: &[Id]) -> Vec<Bead> {
        let mut beads = Vec::with_capacity(olds.len().max(news.len()));
        let stretch = Stretch {
            old: 0..olds.len(),
            new: 0..news.len(),
        };
        self.align_stretch(olds, news, stretch, &mut beads);
        beads
    }

    fn align_stretch(&self, olds: &[Id], news: &[Id], stretch: Stretch, beads: &mut Vec<Bead>) {
        let mut todo = vec![Step::Align(stretch)];
        while let Some(step) = todo.pop() {
            let stretch = match step {
                Step::Align(stretch) => stretch,
                Step::Same(run) => {
                    let pairs = run.old.zip(run.new);
                    beads.extend(pairs.map(|(old, new)| Bead::pair(old, new)));
                    continue;
                }
            };
            if let Some(steps) = self.split_at_same(olds, news, &stretch) {
                todo.extend(steps.into_iter().rev());
            } else {
                gap::align(self, olds, news, &stretch, beads);
            }
        }
    }

    /// Cuts a stretch at what is the same on both sides; nothing when there is no such thing.
    fn split_at_same(&self, olds: &[Id], news: &[Id], stretch: &Stretch) -> Option<Vec<Step>> {
        if stretch.old.is_empty() || stretch.new.is_empty() {
            return None;
        }
        // Where the other text has none of them anywhere, there is nothing to look for.
        let are_in_other = || {
            let mut olds = olds[stretch.old.clone()].iter();
            olds.any(|&old| self.likenesses.reserved.is_in_other(Side::Old, old))
        };
        let exact = |row: Row<'_>, at| self.print(row, at);
        let by_words = |(side, row): Row<'_>, at: usize| self.node(side, row[at]).words;
        let runs = self
            .same_ends(olds, news, stretch)
            .or_else(|| are_in_other().then(|| self.anchors(olds, news, stretch, exact))?)
            .or_else(|| self.anchors(olds, news, stretch, by_words))?;
        Some(stretch.cut(runs))
    }

    /// What only blocks share that are the same. A heading that says nothing but its number is the same where what
    /// stands under it is: "Schedule 3" was "Schedule 2" where one was put in before it. What stands there more than
    /// once does not say which it is, as "Hours" under "Grade A" and under "Grade B".
    fn print(&self, (side, row): Row<'_>, at: usize) -> u64 {
        let node = self.node(side, row[at]);
        let sequences = self.likenesses.sequences;
        match row.get(at + 1) {
            Some(&under)
                if sequences.is_bare_heading(side, node.block) && self.tells(side, under) =>
            {
                let under = self.node(side, under);
                Fingerprint::new(BARE_HEADING).number(under.exact).finish()
            }
            _ => node.exact,
        }
    }

    /// Whether a block is not one of several that are the same.
    fn tells(&self, side: Side, id: Id) -> bool {
        let reserved = &self.likenesses.reserved;
        !reserved.is_in_other(side, id) || reserved.alone_in_other(side, id).is_some()
    }

    fn node(&self, side: Side, id: Id) -> &'c Node<'a> {
        self.likenesses.index(side).node(id)
    }

    /// What is the same at the start and at the end: runs of pairs.
    fn same_ends(&self, olds: &[Id], news: &[Id], stretch: &Stretch) -> Option<Vec<Stretch>> {
        let same = |&(old, new): &(usize, usize)| {
            self.print((Side::Old, olds), old) == self.print((Side::New, news), new)
                && !self.are_apart(olds[old], news[new])
        };
        let pairs = stretch.old.clone().zip(stretch.new.clone());
        let start = pairs.take_while(same).count();
        let left = stretch.after(start);
        let pairs = left.old.clone().rev().zip(left.new.clone().rev());
        let end = pairs.take_while(same).count();
        let mut runs = Vec::with_capacity(2);
        if start > 0 {
            runs.push(stretch.first(start));
        }
        if end > 0 {
            runs.push(left.last(end));
        }
        (!runs.is_empty()).then_some(runs)
    }

    /// What each side has once, in the order that both share.
    fn anchors(
        &self,
        olds: &[Id],
        news: &[Id],
        stretch: &Stretch,
        print: impl Fn(Row<'_>, usize) -> u64,
    ) -> Option<Vec<Stretch>> {
        let candidates = self.candidates(olds, news, stretch, print);
        let section_end = |candidate: &Candidate| {
            (
                section_end(self.old(), olds, candidate.old),
                section_end(self.new_side(), news, candidate.new),
            )
        };
        let is_edited = |old: usize, new: usize| {
            stretch.old.contains(&old)
                && stretch.new.contains(&new)
                && gap::is_edited(self, olds[old], news[new])
        };
        let kept = anchors::in_order(candidates, &section_end, &is_edited);
        let mut runs: Vec<Stretch> = Vec::new();
        for anchor in kept {
            match runs.last_mut() {
                Some(run) if (run.old.end, run.new.end) == (anchor.old, anchor.new) => run.grow(),
                _ => runs.push(Stretch::pair(anchor.old, anchor.new)),
            }
        }
        (!runs.is_empty()).then_some(runs)
    }

    /// What each side has once, in the order of the old one.
    fn candidates(
        &self,
        olds: &[Id],
        news: &[Id],
        stretch: &Stretch,
        print: impl Fn(Row<'_>, usize) -> u64,
    ) -> Vec<Candidate> {
        let print_of_old = |at: usize| print((Side::Old, olds), at);
        let mut seen: FingerprintMap<Sightings> = FingerprintMap::default();
        seen.reserve(stretch.old.len());
        for old in stretch.old.clone() {
            seen.entry(print_of_old(old)).or_default().old.see(old);
        }
        for new in stretch.new.clone() {
            if let Some(sightings) = seen.get_mut(&print((Side::New, news), new)) {
                sightings.new.see(new);
            }
        }
        let mut candidates = Vec::new();
        for old in stretch.old.clone() {
            let node = self.old().node(olds[old]);
            let tie = print_of_old(old);
            if let Some(Sightings {
                old: Sighting::Once(_),
                new: Sighting::Once(new),
            }) = seen.get(&tie)
                && node.weight > 0
                && !self.are_apart(olds[old], news[*new])
            {
                candidates.push(Candidate {
                    old,
                    new: *new,
                    weight: node.weight as u64,
                    level: node.heading_level(),
                    tie,
                });
            }
        }
        candidates
    }
}

/// Where the section of a heading ends: at the next heading that is not below it.
fn section_end(index: &Index<'_>, siblings: &[Id], heading: usize) -> usize {
    let level = index.node(siblings[heading]).heading_level();
    let ends = |at: &usize| {
        let next = index.node(siblings[*at]).heading_level();
        next.is_some() && next <= level
    };
    (heading + 1..siblings.len())
        .find(ends)
        .unwrap_or(siblings.len())
}

/// A stretch of siblings on each side.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

enum Step {
    Align(Stretch),
    /// As many blocks on each side, each the counterpart of the one in its place.
    Same(Stretch),
}

impl Stretch {
    fn pair(old: usize, new: usize) -> Stretch {
        Stretch {
            old: old..old + 1,
            new: new..new + 1,
        }
    }

    /// Takes in the next of each side.
    fn grow(&mut self) {
        self.old.end += 1;
        self.new.end += 1;
    }

    /// So many of each side, from the start.
    fn first(&self, length: usize) -> Stretch {
        Stretch {
            old: self.old.start..self.old.start + length,
            new: self.new.start..self.new.start + length,
        }
    }

    /// So many of each side, at the end.
    fn last(&self, length: usize) -> Stretch {
        Stretch {
            old: self.old.end - length..self.old.end,
            new: self.new.end - length..self.new.end,
        }
    }

    fn after(&self, length: usize) -> Stretch {
        Stretch {
            old: self.old.start + length..self.old.end,
            new: self.new.start + length..self.new.end,
        }
    }

    /// The runs of pairs, and the stretches between them.
    fn cut(&self, runs: Vec<Stretch>) -> Vec<Step> {
        let mut steps = Vec::with_capacity(2 * runs.len() + 1);
        let mut rest = self.clone();
        for run in runs {
            let between = Stretch {
                old: rest.old.start..run.old.start,
                new: rest.new.start..run.new.start,
            };
            rest = Stretch {
                old: run.old.end..self.old.end,
                new: run.new.end..self.new.end,
            };
            if !between.old.is_empty() || !between.new.is_empty() {
                steps.push(Step::Align(between));
            }
            steps.push(Step::Same(run));
        }
        steps.push(Step::Align(rest));
        steps
    }
}

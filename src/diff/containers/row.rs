//! What a sibling that stands on one side alone belongs to on the other.

use super::{FROM_ANOTHER, is_found};
use crate::diff::align::Bead;
use crate::diff::bags::{ALIKE, Weighed};
use crate::diff::fingerprint::FingerprintMap;
use crate::diff::index::{Id, Index, Shape};
use crate::diff::likeness::Likenesses;
use crate::diff::model::Side;

/// The siblings of one side, and where what they hold is found on the other.
pub(super) struct Row<'r, 'c, 'a> {
    likenesses: &'r Likenesses<'c, 'a>,
    side: Side,
    index: &'r Index<'a>,
    siblings: &'r [Id],
    other: &'r Index<'a>,
    other_siblings: &'r [Id],
}

/// What of one sibling is found in one of the other side.
#[derive(Clone, Copy)]
struct Link {
    /// Which of the other side.
    at: usize,
    /// How many words.
    weight: usize,
    /// Whether any of it lies deeper in the one than in the other.
    is_nested: bool,
}

impl<'r, 'c, 'a> Row<'r, 'c, 'a> {
    pub fn new(
        likenesses: &'r Likenesses<'c, 'a>,
        side: Side,
        siblings: &'r [Id],
        other_siblings: &'r [Id],
    ) -> Self {
        Row {
            likenesses,
            side,
            index: likenesses.index(side),
            siblings,
            other: likenesses.index(side.other()),
            other_siblings,
        }
    }

    /// The words of a block of this side.
    fn bag(&self, id: Id) -> Weighed<'_> {
        self.likenesses.bag(self.side, id)
    }

    /// The words of a block of the other side.
    fn other_bag(&self, id: Id) -> Weighed<'_> {
        self.likenesses.bag(self.side.other(), id)
    }

    /// What a loose sibling, alone in its bead, belongs to now: what most of its words stayed in, a match
    /// nearest to it, or the list that came or went beside it.
    pub fn partner<'b>(
        &self,
        loose: &Bead,
        beads: &'b [Bead],
        nearest: [Option<&'b Bead>; 2],
        list: Option<&'b Bead>,
    ) -> Option<&'b Bead> {
        let own = |bead: &Bead| bead.of(self.side).start;
        let others = |bead: &Bead| bead.of(self.side.other()).start;
        let sibling = own(loose);
        self.holder(sibling, beads)
            .or_else(|| {
                let mut nearest = nearest.into_iter().flatten();
                nearest.find(|bead| self.went_into(sibling, own(bead), others(bead)))
            })
            .or_else(|| list.filter(|list| self.is_part_of_one(sibling, others(list))))
    }

    /// The bead that most of a loose sibling's words belong to, when they stayed there.
    fn holder<'b>(&self, sibling: usize, beads: &'b [Bead]) -> Option<&'b Bead> {
        let links = self.links(sibling);
        let best = links.iter().max_by_key(|link| link.weight)?;
        let (here, there) = (self.siblings[sibling], self.other_siblings[best.at]);
        let weight = self.index.node(here).weight;
        let other_weight = self.other.node(there).weight;
        let side = self.side.other();
        let bead = beads.iter().find(|bead| bead.of(side).contains(&best.at))?;
        let found = best.weight.max(self.found_in(here, there));
        let is_most = |whole: usize| {
            found * 1000 >= whole * FROM_ANOTHER
                || is_found(self.bag(here), self.other_bag(there).bag)
        };
        let belongs = if bead.is_match() {
            is_most(weight)
        } else {
            // What stands elsewhere at the same depth has moved.
            best.is_nested && (is_most(weight) || is_most(other_weight))
        };
        belongs.then_some(bead)
    }

    /// Whether a loose sibling, edited, belongs now to the container beside it: whether `there` has
    /// most of its words besides those of its own counterpart.
    fn went_into(&self, loose: usize, counterpart: usize, there: usize) -> bool {
        let there = self.other_siblings[there];
        if !self.other.node(there).shape.is_open() {
            return false;
        }
        let bag = self.bag(self.siblings[loose]);
        let own = self.bag(self.siblings[counterpart]);
        let whole = self.other_bag(there);
        let tally = &mut *self.likenesses.tally.borrow_mut();
        tally.add(own.bag);
        let of_own = tally.common(whole);
        tally.add(bag.bag);
        let besides = tally.common(whole).saturating_sub(of_own);
        tally.remove(own.bag);
        tally.remove(bag.bag);
        bag.total > 0 && besides * ALIKE >= bag.total * FROM_ANOTHER as u64
    }

    /// Whether most of a paragraph's words are in one item of a list, which has more than these.
    fn is_part_of_one(&self, loose: usize, list: usize) -> bool {
        let here = self.siblings[loose];
        let bag = self.bag(here);
        let mut items = self.other.children(self.other_siblings[list]).into_iter();
        self.index.node(here).shape == Shape::Paragraph
            && items.any(|item| is_found(bag, self.other_bag(item).bag))
    }

    /// How many words of a sibling stand unchanged in one of the other side, be it more than once.
    fn found_in(&self, here: Id, there: Id) -> usize {
        let contents: FingerprintMap<()> = self
            .other
            .subtree(there)
            .map(|id| (self.other.node(id).exact, ()))
            .collect();
        let mut weight = 0;
        let mut id = here;
        while id < self.index.subtree(here).end {
            let node = self.index.node(id);
            let is_found = contents.contains_key(&node.exact);
            weight += if is_found { node.weight } else { 0 };
            id += if is_found { node.size } else { 1 };
        }
        weight
    }

    /// Where the contents of a sibling are found, themselves unchanged, on the other side.
    fn links(&self, sibling: usize) -> Vec<Link> {
        let whole = self.siblings[sibling];
        let mut links: Vec<Link> = Vec::new();
        let mut id = whole;
        while id < whole + self.index.node(whole).size {
            let Some((at, there)) = self.found(id) else {
                id += 1;
                continue;
            };
            let node = self.index.node(id);
            let depths = (
                depth(self.index, id, whole),
                depth(self.other, there, self.other_siblings[at]),
            );
            if let (Some(here), Some(there)) = depths
                && (here > 0 || there > 0)
            {
                let link = Link {
                    at,
                    weight: node.weight,
                    is_nested: here != there,
                };
                match links.iter_mut().find(|link| link.at == at) {
                    Some(known) => {
                        known.weight += link.weight;
                        known.is_nested |= link.is_nested;
                    }
                    None => links.push(link),
                }
            }
            id += node.size;
        }
        links
    }

    /// The counterpart of a block, with the place of the sibling that holds it.
    fn found(&self, id: Id) -> Option<(usize, Id)> {
        let there = self.likenesses.reserved.alone_in_other(self.side, id)?;
        let after = self.other_siblings.partition_point(|&start| start <= there);
        let at = after.checked_sub(1)?;
        let holder = self.other_siblings[at];
        (there < holder + self.other.node(holder).size).then_some((at, there))
    }
}

/// How many open containers lie around a block, the outermost of them `whole`; nothing when something
/// else lies around it.
fn depth(index: &Index<'_>, id: Id, whole: Id) -> Option<usize> {
    let mut depth = 0;
    let mut at = id;
    while at != whole {
        at = index.node(at).parent?;
        if !index.node(at).shape.is_open() {
            return None;
        }
        depth += 1;
    }
    Some(depth)
}

//! Lists, items, definition lists and quotes that were cut in two, put together or nested: by a
//! paragraph that came between their items, or went, or came to belong to one of them.
//!
//! What the containers hold is what a reader follows. So where most of what stands on one side alone
//! is found unchanged in a container that stays, or at another depth, all of these are taken as one
//! row of contents, with whatever stands between them, and aligned anew.

use std::cell::RefCell;
use std::ops::Range;

use super::align::{Aligner, Bead};
use super::bags::{ALIKE, Bag, Tally, Weighed};
use super::fingerprint::FingerprintMap;
use super::index::{Id, Index, Shape};

/// Stretches of siblings whose containers' contents belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// The least share of a loose block's words that are found unchanged in another, in thousandths.
const FROM_ANOTHER: usize = 600;

/// The groups among siblings that were aligned, in order.
pub(super) fn groups(
    aligner: &Aligner<'_, '_>,
    olds: &[Id],
    news: &[Id],
    beads: &[Bead],
) -> Vec<Group> {
    if beads.iter().all(Bead::is_match) {
        return Vec::new();
    }
    let likenesses = &aligner.likenesses;
    let old_to_new = Row {
        index: aligner.old(),
        siblings: olds,
        other: aligner.new_side(),
        other_siblings: news,
        counterpart: &|id| aligner.sole_counterpart_of_old(id),
        bag: &|id| likenesses.old_bag(id),
        other_bag: &|id| likenesses.new_bag(id),
        tally: &likenesses.tally,
    };
    let new_to_old = Row {
        index: aligner.new_side(),
        siblings: news,
        other: aligner.old(),
        other_siblings: olds,
        counterpart: &|id| aligner.sole_counterpart_of_new(id),
        bag: &|id| likenesses.new_bag(id),
        other_bag: &|id| likenesses.old_bag(id),
        tally: &likenesses.tally,
    };
    let runs = Runs::of(beads);
    let mut groups: Vec<Group> = Vec::new();
    let lists = lists_beside(aligner, olds, news, beads);
    for ((bead, neighbours), list) in beads.iter().zip(neighbours(beads.iter())).zip(lists) {
        let neighbours = || neighbours.into_iter().flatten();
        let partner = match (bead.old.len(), bead.new.len()) {
            (1, 0) => {
                let loose = bead.old.start;
                old_to_new
                    .partner(loose, |at| beads.iter().find(|bead| bead.new.contains(&at)))
                    .or_else(|| {
                        neighbours().find(|bead| {
                            old_to_new.went_into(loose, bead.old.start, bead.new.start)
                        })
                    })
                    .or(list.filter(|list| old_to_new.is_part_of_one(loose, list.new.start)))
            }
            (0, 1) => {
                let loose = bead.new.start;
                new_to_old
                    .partner(loose, |at| beads.iter().find(|bead| bead.old.contains(&at)))
                    .or_else(|| {
                        neighbours().find(|bead| {
                            new_to_old.went_into(loose, bead.new.start, bead.old.start)
                        })
                    })
                    .or(list.filter(|list| new_to_old.is_part_of_one(loose, list.old.start)))
            }
            _ => None,
        };
        let around = |partner: &Bead| match loose_together(partner, bead, &runs) {
            Some(group) => group,
            None => hull(partner, bead),
        };
        groups.extend(partner.map(|partner| widened(around(partner), beads)));
    }
    let mut groups = merged(groups, beads);
    for group in &mut groups {
        take_in_edited(aligner, olds, news, beads, group);
    }
    let mut groups = merged(groups, beads);
    groups.retain(|group| {
        let has_heading = |index: &Index<'_>, ids: &[Id]| {
            ids.iter().any(|&id| index.node(id).shape == Shape::Heading)
        };
        !has_heading(aligner.old(), &olds[group.old.clone()])
            && !has_heading(aligner.new_side(), &news[group.new.clone()])
    });
    groups
}

/// For each bead of one text alone the list of the other text alone that came or went beside it.
fn lists_beside<'b>(
    aligner: &Aligner<'_, '_>,
    olds: &[Id],
    news: &[Id],
    beads: &'b [Bead],
) -> Vec<Option<&'b Bead>> {
    let is_list = |bead: &Bead| match (bead.old.len(), bead.new.len()) {
        (1, 0) => aligner.old().node(olds[bead.old.start]).shape == Shape::List,
        (0, 1) => aligner.new_side().node(news[bead.new.start]).shape == Shape::List,
        _ => false,
    };
    let mut lists = vec![None; beads.len()];
    let mut start = 0;
    for run in beads.split_inclusive(Bead::is_match) {
        let mut found = run.iter().filter(|bead| is_list(bead));
        if let (Some(list), None) = (found.next(), found.next()) {
            for (place, bead) in lists[start..].iter_mut().zip(run) {
                let is_other = !bead.is_match() && bead.old.is_empty() != list.old.is_empty();
                *place = is_other.then_some(list);
            }
        }
        start += run.len();
    }
    lists
}

/// For each bead the matches nearest to it, before and after. Each bead is looked at twice, however many stand
/// between two matches.
fn neighbours<'b>(
    beads: impl DoubleEndedIterator<Item = &'b Bead> + Clone,
) -> Vec<[Option<&'b Bead>; 2]> {
    let nearest = |last: &mut Option<&'b Bead>, bead: &'b Bead| {
        let found = *last;
        *last = Some(bead).filter(|bead| bead.is_match()).or(found);
        Some(found)
    };
    let before = beads.clone().scan(None, nearest);
    let mut after: Vec<_> = beads.rev().scan(None, nearest).collect();
    after.reverse();
    before
        .zip(after)
        .map(|(before, after)| [before, after])
        .collect()
}

/// The siblings of one side, and where what they hold is found on the other.
struct Row<'r, 'a> {
    index: &'r Index<'a>,
    siblings: &'r [Id],
    other: &'r Index<'a>,
    other_siblings: &'r [Id],
    counterpart: &'r dyn Fn(Id) -> Option<Id>,
    bag: &'r dyn Fn(Id) -> Weighed<'r>,
    other_bag: &'r dyn Fn(Id) -> Weighed<'r>,
    tally: &'r RefCell<Tally>,
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

impl Row<'_, '_> {
    /// The bead that most of a loose sibling's words belong to, when they stayed there.
    fn partner<'b>(
        &self,
        sibling: usize,
        bead_of: impl Fn(usize) -> Option<&'b Bead>,
    ) -> Option<&'b Bead> {
        let links = self.links(sibling);
        let best = links.iter().max_by_key(|link| link.weight)?;
        let (here, there) = (self.siblings[sibling], self.other_siblings[best.at]);
        let weight = self.index.node(here).weight;
        let other_weight = self.other.node(there).weight;
        let bead = bead_of(best.at)?;
        let found = best.weight.max(self.found_in(here, there));
        let is_most = |whole: usize| {
            found * 1000 >= whole * FROM_ANOTHER
                || is_found((self.bag)(here), (self.other_bag)(there).bag)
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
        if !is_open(self.other.node(there).shape) {
            return false;
        }
        let bag = (self.bag)(self.siblings[loose]);
        let own = (self.bag)(self.siblings[counterpart]);
        let whole = (self.other_bag)(there);
        let tally = &mut *self.tally.borrow_mut();
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
        let bag = (self.bag)(here);
        let mut items = self.other.children(self.other_siblings[list]).into_iter();
        self.index.node(here).shape == Shape::Paragraph
            && items.any(|item| is_found(bag, (self.other_bag)(item).bag))
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
        let there = (self.counterpart)(id)?;
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
        if !is_open(index.node(at).shape) {
            return None;
        }
        depth += 1;
    }
    Some(depth)
}

/// Whether a container can be cut between its contents and be the same to a reader.
pub(super) fn is_open(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::List | Shape::Item | Shape::Definitions | Shape::Quote
    )
}

/// Which matches the blocks of each side alone stand between.
struct Runs {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Runs {
    fn of(beads: &[Bead]) -> Runs {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        let mut matches = 0;
        for bead in beads {
            matches += usize::from(bead.is_match());
            old.resize(bead.old.end.max(old.len()), matches);
            new.resize(bead.new.end.max(new.len()), matches);
        }
        Runs { old, new }
    }
}

/// The group of a block that went and one that came, with no match between them: what else went or came there is
/// none of theirs.
fn loose_together(one: &Bead, other: &Bead, runs: &Runs) -> Option<Group> {
    let (went, came) = match (
        one.old.len(),
        one.new.len(),
        other.old.len(),
        other.new.len(),
    ) {
        (1, 0, 0, 1) => (one, other),
        (0, 1, 1, 0) => (other, one),
        _ => return None,
    };
    (runs.old[went.old.start] == runs.new[came.new.start]).then(|| Group {
        old: went.old.clone(),
        new: came.new.clone(),
    })
}

fn hull(one: &Bead, other: &Bead) -> Group {
    Group {
        old: one.old.start.min(other.old.start)..one.old.end.max(other.old.end),
        new: one.new.start.min(other.new.start)..one.new.end.max(other.new.end),
    }
}

/// The group with all that is paired with a part of it.
fn widened(mut group: Group, beads: &[Bead]) -> Group {
    loop {
        let before = group.clone();
        for bead in beads {
            let touches = |range: &Range<usize>, part: &Range<usize>| {
                range.start < part.end && part.start < range.end
            };
            if touches(&group.old, &bead.old) || touches(&group.new, &bead.new) {
                let all = hull(
                    bead,
                    &Bead {
                        old: group.old.clone(),
                        new: group.new.clone(),
                    },
                );
                // What is on one side alone has an empty range at its place on the other.
                group = match (bead.old.is_empty(), bead.new.is_empty()) {
                    (true, _) => Group {
                        old: group.old,
                        new: all.new,
                    },
                    (_, true) => Group {
                        old: all.old,
                        new: group.new,
                    },
                    _ => all,
                };
            }
        }
        if group == before {
            return group;
        }
    }
}

/// Takes what stands loose next to a group into it, where most of its words are found in what the
/// group has of the other side.
fn take_in_edited(
    aligner: &Aligner<'_, '_>,
    olds: &[Id],
    news: &[Id],
    beads: &[Bead],
    group: &mut Group,
) {
    let likenesses = &aligner.likenesses;
    let olds_bag = Bag::union(
        olds[group.old.clone()]
            .iter()
            .map(|&id| likenesses.old_bag(id)),
    );
    let news_bag = Bag::union(
        news[group.new.clone()]
            .iter()
            .map(|&id| likenesses.new_bag(id)),
    );
    let belongs = |bead: &Bead| match (bead.old.len(), bead.new.len()) {
        (1, 0) => is_found(likenesses.old_bag(olds[bead.old.start]), &news_bag),
        (0, 1) => is_found(likenesses.new_bag(news[bead.new.start]), &olds_bag),
        _ => false,
    };
    let is_in = |bead: &Bead, group: &Group| {
        let lies_in = |part: &Range<usize>, whole: &Range<usize>| {
            part.is_empty() || whole.start <= part.start && part.end <= whole.end
        };
        lies_in(&bead.old, &group.old) && lies_in(&bead.new, &group.new)
    };
    let (Some(first), Some(last)) = (
        beads.iter().position(|bead| is_in(bead, group)),
        beads.iter().rposition(|bead| is_in(bead, group)),
    ) else {
        return;
    };
    let before = beads[..first].iter().rev();
    let after = beads[last + 1..].iter();
    for bead in before
        .take_while(|bead| belongs(bead))
        .chain(after.take_while(|bead| belongs(bead)))
    {
        *group = with_loose(group, bead);
    }
}

/// Whether most of some words are among others.
fn is_found(bag: Weighed<'_>, whole: &Bag) -> bool {
    bag.total > 0 && bag.common(whole) * ALIKE >= bag.total * FROM_ANOTHER as u64
}

/// The group with a bead of one side.
fn with_loose(group: &Group, bead: &Bead) -> Group {
    let (old, new) = (group.old.clone(), group.new.clone());
    if bead.old.is_empty() {
        Group {
            old,
            new: new.start.min(bead.new.start)..new.end.max(bead.new.end),
        }
    } else {
        Group {
            old: old.start.min(bead.old.start)..old.end.max(bead.old.end),
            new,
        }
    }
}

/// Groups that overlap, or stand in another order on each side, are one.
fn merged(mut groups: Vec<Group>, beads: &[Bead]) -> Vec<Group> {
    groups.sort_by_key(|group| (group.old.start, group.new.start));
    let mut merged: Vec<Group> = Vec::new();
    for mut group in groups {
        // What has grown may reach into one before the last, too.
        while let Some(last) = merged.pop_if(|last| meet(last, &group)) {
            let all = Group {
                old: last.old.start.min(group.old.start)..last.old.end.max(group.old.end),
                new: last.new.start.min(group.new.start)..last.new.end.max(group.new.end),
            };
            group = widened(all, beads);
        }
        merged.push(group);
    }
    merged
}

/// Whether one group, which begins before another in the old text, does not end before it in both.
fn meet(before: &Group, after: &Group) -> bool {
    after.old.start < before.old.end || after.new.start < before.new.end
}

/// Siblings with the contents of their containers in the containers' places.
pub(super) fn flattened(index: &Index<'_>, siblings: &[Id]) -> Vec<Id> {
    siblings
        .iter()
        .flat_map(|&id| match is_open(index.node(id).shape) {
            true => index.children(id),
            false => vec![id],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn matches_are_found_on_both_sides_and_each_bead_is_looked_at_twice() {
        let alone = |at: usize| Bead {
            old: at..at + 1,
            new: 1..1,
        };
        let mut beads: Vec<Bead> = vec![Bead::pair(0, 0)];
        beads.extend((1..400).map(alone));
        beads.push(Bead::pair(400, 1));
        let looked_at = Cell::new(0);
        let counted = beads.iter().inspect(|_| looked_at.set(looked_at.get() + 1));
        let found = neighbours(counted);
        assert_eq!(looked_at.get(), 2 * beads.len());
        let (first, last) = (beads.first(), beads.last());
        assert_eq!(found[0], [None, last]);
        assert!(found[1..400].iter().all(|found| *found == [first, last]));
        assert_eq!(found[400], [first, None]);
    }

    #[test]
    fn a_group_that_has_grown_takes_in_all_that_it_reaches() {
        let group = |old: Range<usize>, new: Range<usize>| Group { old, new };
        let apart = vec![group(0..1, 0..1), group(1..2, 1..2)];
        assert_eq!(merged(apart.clone(), &[]), apart);
        let bridged = [apart, vec![group(2..3, 0..1)]].concat();
        assert_eq!(merged(bridged, &[]), [group(0..3, 0..2)]);
    }
}

//! Lists, items, definition lists and quotes that were cut in two, put together or nested: by a
//! paragraph that came between their items, or went, or came to belong to one of them.
//!
//! What the containers hold is what a reader follows. So where most of what stands on one side alone
//! is found unchanged in a container that stays, or at another depth, all of these are taken as one
//! row of contents, with whatever stands between them, and aligned anew.

mod group;
mod row;

use std::ops::Range;

use super::align::{Aligner, Bead};
use super::bags::{ALIKE, Bag, Weighed};
use super::index::{Id, Index, Shape};
use super::model::Side;
pub(super) use group::Group;
use group::{Runs, around, merged, widened, with_loose};
use row::Row;

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
    let old_row = Row::new(likenesses, Side::Old, olds, news);
    let new_row = Row::new(likenesses, Side::New, news, olds);
    let runs = Runs::of(beads);
    let mut groups: Vec<Group> = Vec::new();
    let lists = lists_beside(aligner, olds, news, beads);
    for ((bead, nearest), list) in beads.iter().zip(neighbours(beads.iter())).zip(lists) {
        let partner = match (bead.old.len(), bead.new.len()) {
            (1, 0) => old_row.partner(bead, beads, nearest, list),
            (0, 1) => new_row.partner(bead, beads, nearest, list),
            _ => None,
        };
        groups.extend(partner.map(|partner| widened(around(partner, bead, &runs), beads)));
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

/// Siblings with the contents of their containers in the containers' places.
pub(super) fn flattened(index: &Index<'_>, siblings: &[Id]) -> Vec<Id> {
    siblings
        .iter()
        .flat_map(|&id| match index.node(id).shape.is_open() {
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
}

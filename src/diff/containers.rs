//! Lists, definition lists and quotes that were cut in two, or put together: by a paragraph that came
//! between their items, or went.
//!
//! The items are what a reader follows, so they are aligned as one row across the containers, with
//! whatever stands between these.

use std::ops::Range;

use super::align::{Aligner, Bead};
use super::index::{Id, Index, Shape};

/// Stretches of siblings whose containers' contents belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// The least share of a loose container's words that are found unchanged in another, in thousandths.
const FROM_ANOTHER: usize = 600;

/// The groups among siblings that were aligned, in order.
pub(super) fn groups(
    aligner: &Aligner<'_, '_>,
    olds: &[Id],
    news: &[Id],
    beads: &[Bead],
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for bead in beads {
        let group = match (bead.old.len(), bead.new.len()) {
            (0, 1) => other_part(aligner, olds, news, bead, beads),
            (1, 0) => other_whole(aligner, olds, news, bead, beads),
            _ => None,
        };
        if let Some(group) = group.map(|group| widened(group, beads)) {
            groups.push(group);
        }
    }
    merged(groups, beads)
}

/// Where a container that came took most of its words from another that stayed.
fn other_part(
    aligner: &Aligner<'_, '_>,
    olds: &[Id],
    news: &[Id],
    bead: &Bead,
    beads: &[Bead],
) -> Option<Group> {
    let counterpart = |id| aligner.sole_counterpart_of_new(id);
    let parent = donor(
        aligner.new_side(),
        news[bead.new.start],
        aligner.old(),
        &counterpart,
    )?;
    let place = olds.iter().position(|&id| id == parent)?;
    let its = beads.iter().find(|bead| bead.old.contains(&place))?;
    its.is_match().then(|| hull(its, bead))
}

/// Where a container that went gave most of its words to another that stayed.
fn other_whole(
    aligner: &Aligner<'_, '_>,
    olds: &[Id],
    news: &[Id],
    bead: &Bead,
    beads: &[Bead],
) -> Option<Group> {
    let counterpart = |id| aligner.sole_counterpart_of_old(id);
    let parent = donor(
        aligner.old(),
        olds[bead.old.start],
        aligner.new_side(),
        &counterpart,
    )?;
    let place = news.iter().position(|&id| id == parent)?;
    let its = beads.iter().find(|bead| bead.new.contains(&place))?;
    its.is_match().then(|| hull(its, bead))
}

/// The container of the other side that most of a container's contents are found in.
fn donor(
    side: &Index<'_>,
    container: Id,
    other: &Index<'_>,
    counterpart: &dyn Fn(Id) -> Option<Id>,
) -> Option<Id> {
    let node = side.node(container);
    if !is_open(node.shape) {
        return None;
    }
    let mut found: Option<Id> = None;
    let mut weight = 0;
    for child in side.children(container) {
        let Some(parent) = counterpart(child).and_then(|there| other.node(there).parent) else {
            continue;
        };
        if *found.get_or_insert(parent) == parent {
            weight += side.node(child).weight;
        }
    }
    let parent = found.filter(|&parent| other.node(parent).shape == node.shape)?;
    (weight * 1000 >= node.weight * FROM_ANOTHER).then_some(parent)
}

/// Whether a container can be cut between its contents and be the same to a reader.
pub(super) fn is_open(shape: Shape) -> bool {
    matches!(shape, Shape::List | Shape::Definitions | Shape::Quote)
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

/// Groups that overlap are one.
fn merged(mut groups: Vec<Group>, beads: &[Bead]) -> Vec<Group> {
    groups.sort_by_key(|group| (group.old.start, group.new.start));
    let mut merged: Vec<Group> = Vec::new();
    for group in groups {
        match merged.last_mut() {
            Some(last) if group.old.start < last.old.end || group.new.start < last.new.end => {
                let all = Group {
                    old: last.old.start..last.old.end.max(group.old.end),
                    new: last.new.start.min(group.new.start)..last.new.end.max(group.new.end),
                };
                *last = widened(all, beads);
            }
            _ => merged.push(group),
        }
    }
    merged
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

//! Items and rows that stand unchanged in a list or table that was put together anew.
//!
//! A list that went, or came, is one change as long as nothing in it is known from elsewhere. Where an
//! item or row that each text has once went with one list or table and came with another, the two are
//! opened and the item is shown as what it is: moved.

use std::collections::HashMap;

use super::align::Aligner;
use super::entries;
use super::index::{Id, Index, Shape};
use super::model::{Entry, Inside, Relation, Side};
use super::moves::KNOWN_WORDS;
use super::settle;
use crate::markdown::tree::BlockKind;

/// Finds the moves of items and rows among what went and what came. `moves` is how many there are
/// already.
pub(super) fn find<'a>(aligner: &Aligner<'_, 'a>, entries: &mut [Entry<'a>], moves: usize) {
    let mut loose = Loose::default();
    loose.gather(aligner, entries);
    let plan = Plan::new(aligner, &loose, moves);
    if !plan.moves.is_empty() {
        carry_out(aligner, &plan, entries);
    }
}

/// The items and rows of one side alone, as far as the entries tell.
#[derive(Default)]
struct Loose {
    old: Vec<Id>,
    new: Vec<Id>,
}

impl Loose {
    fn gather(&mut self, aligner: &Aligner<'_, '_>, entries: &[Entry<'_>]) {
        for entry in entries {
            match (entry.relation, &entry.inside) {
                (Relation::Removed, _) => self.old.extend(members(aligner.old(), entry, Side::Old)),
                (Relation::Added, _) => {
                    self.new
                        .extend(members(aligner.new_side(), entry, Side::New));
                }
                (Relation::Kept | Relation::Regrouped, Inside::Entries(inside)) => {
                    self.gather(aligner, inside);
                }
                _ => {}
            }
        }
    }
}

/// The items and rows among the blocks that an entry has of one side, and below them.
fn members<'e>(
    index: &'e Index<'_>,
    entry: &'e Entry<'_>,
    side: Side,
) -> impl Iterator<Item = Id> + 'e {
    blocks_of(entry, side)
        .iter()
        .flat_map(|block| index.subtree(index.id_of(block)))
        .filter(|&id| {
            matches!(
                index.block(id).kind,
                BlockKind::ListItem { .. } | BlockKind::TableRow { header: false }
            )
        })
}

fn blocks_of<'e, 'a>(entry: &'e Entry<'a>, side: Side) -> &'e [&'a crate::markdown::tree::Block] {
    match side {
        Side::Old => &entry.old,
        Side::New => &entry.new,
    }
}

/// A move that was found.
#[derive(Clone, Copy)]
struct Move {
    number: usize,
    old: Id,
    new: Id,
}

/// The moves, by their places in each text. None lies within another.
#[derive(Default)]
struct Plan {
    moves: Vec<Move>,
    of_old: HashMap<Id, usize>,
    of_new: HashMap<Id, usize>,
}

impl Plan {
    fn new(aligner: &Aligner<'_, '_>, loose: &Loose, moves: usize) -> Self {
        let mut plan = Plan::default();
        if loose.new.is_empty() {
            return plan;
        }
        let whole = |old: Id| aligner.sole_counterpart_of_old(old);
        let led = |old: Id| led_by_the_same(aligner, old);
        for counterpart in [&whole as &dyn Fn(Id) -> Option<Id>, &led] {
            for &old in &loose.old {
                let Some(new) = counterpart(old).filter(|new| loose.new.contains(new)) else {
                    continue;
                };
                if plan.is_free(aligner, old, new) && is_known(aligner, old, new) {
                    let number = moves + plan.moves.len();
                    plan.of_old.insert(old, plan.moves.len());
                    plan.of_new.insert(new, plan.moves.len());
                    plan.moves.push(Move { number, old, new });
                }
            }
        }
        plan
    }

    /// Whether two blocks lie in no move, and none in them.
    fn is_free(&self, aligner: &Aligner<'_, '_>, old: Id, new: Id) -> bool {
        let lie_apart = |index: &Index<'_>, one: Id, other: Id| {
            !index.subtree(one).contains(&other) && !index.subtree(other).contains(&one)
        };
        self.moves.iter().all(|known| {
            lie_apart(aligner.old(), known.old, old)
                && lie_apart(aligner.new_side(), known.new, new)
        })
    }

    fn touches(&self, side: Side, index: &Index<'_>, id: Id) -> bool {
        self.moves.iter().any(|known| {
            let place = match side {
                Side::Old => known.old,
                Side::New => known.new,
            };
            index.subtree(id).contains(&place)
        })
    }
}

/// The item whose first line is that of another, and is found nowhere else: a list came into it, or
/// went.
fn led_by_the_same(aligner: &Aligner<'_, '_>, old: Id) -> Option<Id> {
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    let is_item = |index: &Index<'_>, id: Id| index.node(id).shape == Shape::Item;
    let lead = old_index.children(old).first().copied();
    let there = aligner.sole_counterpart_of_old(lead.filter(|_| is_item(old_index, old))?)?;
    let new = new_index.node(there).parent?;
    (is_item(new_index, new) && new_index.children(new).first() == Some(&there)).then_some(new)
}

/// Whether two blocks say enough to be known again.
fn is_known(aligner: &Aligner<'_, '_>, old: Id, new: Id) -> bool {
    let (a, b) = (aligner.old().node(old), aligner.new_side().node(new));
    a.weight.min(b.weight) >= KNOWN_WORDS
}

fn carry_out<'a>(aligner: &Aligner<'_, 'a>, plan: &Plan, entries: &mut [Entry<'a>]) {
    for entry in entries {
        match (entry.relation, &mut entry.inside) {
            (Relation::Removed, _) => {
                let id = aligner.old().id_of(entry.old[0]);
                *entry = opened(aligner, plan, Side::Old, id);
            }
            (Relation::Added, _) => {
                let id = aligner.new_side().id_of(entry.new[0]);
                *entry = opened(aligner, plan, Side::New, id);
            }
            (Relation::Kept | Relation::Regrouped, Inside::Entries(inside)) => {
                carry_out(aligner, plan, inside);
            }
            _ => {}
        }
    }
}

/// The entry of a block that only one side has, opened down to what moved.
fn opened<'a>(aligner: &Aligner<'_, 'a>, plan: &Plan, side: Side, id: Id) -> Entry<'a> {
    let (index, moved) = match side {
        Side::Old => (aligner.old(), plan.of_old.get(&id)),
        Side::New => (aligner.new_side(), plan.of_new.get(&id)),
    };
    if let Some(&at) = moved {
        return place_of(aligner, plan.moves[at], side);
    }
    let mut entry = match side {
        Side::Old => entries::removed(index, id),
        Side::New => entries::added(index, id),
    };
    if plan.touches(side, index, id) {
        let children = index.children(id).into_iter();
        let inside = children.map(|child| opened(aligner, plan, side, child));
        entry.inside = Inside::Entries(inside.collect());
    }
    entry
}

/// The old place of a move, or the new one.
fn place_of<'a>(aligner: &Aligner<'_, 'a>, found: Move, side: Side) -> Entry<'a> {
    match side {
        Side::Old => Entry {
            relation: Relation::MovedAway(found.number),
            inside: Inside::Blocks,
            ..entries::removed(aligner.old(), found.old)
        },
        Side::New => {
            let mut entry = entries::pair(aligner, found.old, found.new);
            if let Inside::Entries(inside) = &mut entry.inside {
                settle::settle(aligner, inside);
            }
            entry.relation = Relation::MovedHere(found.number);
            entry
        }
    }
}

//! Items and rows that stand unchanged in a list or table that was put together anew.
//!
//! A list that went, or came, is one change as long as nothing in it is known from elsewhere. Where an
//! item or row went with one list or table and came with another, alone in having its words, the two are
//! opened and the item is shown as what it is: moved. So it is where a paragraph became an item of a list that
//! came, or an item of one that went a paragraph.

use std::collections::HashMap;

use super::align::Aligner;
use super::entries;
use super::fingerprint::{Fingerprint, FingerprintMap};
use super::gap;
use super::index::{Id, Index, Shape};
use super::model::{Entry, Inside, Relation, Side};
use super::moves::{KNOWN_WORDS, TELLING_WORDS, mutual_best};
use super::settle;
use super::table::SAME_ROW;
use crate::markdown::tree::{Block, BlockKind};

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

/// The items and rows of one side alone, as far as the entries tell, and the paragraphs.
#[derive(Default)]
struct Loose {
    old: Vec<Id>,
    new: Vec<Id>,
    old_paragraphs: Vec<Id>,
    new_paragraphs: Vec<Id>,
}

impl Loose {
    fn gather(&mut self, aligner: &Aligner<'_, '_>, entries: &[Entry<'_>]) {
        for entry in entries {
            match (entry.relation, &entry.inside) {
                (Relation::Removed, _) => {
                    let (index, side) = (aligner.old(), Side::Old);
                    self.old.extend(members(index, entry, side));
                    self.old_paragraphs.extend(paragraphs(index, entry, side));
                }
                (Relation::Added, _) => {
                    let (index, side) = (aligner.new_side(), Side::New);
                    self.new.extend(members(index, entry, side));
                    self.new_paragraphs.extend(paragraphs(index, entry, side));
                }
                (Relation::Kept | Relation::Regrouped, Inside::Entries(inside)) => {
                    self.gather(aligner, inside);
                }
                (_, Inside::Entries(inside)) if entry.is_section() => {
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

/// The paragraphs that an entry is, of those that say enough to be known again with other words.
fn paragraphs<'e>(
    index: &'e Index<'_>,
    entry: &'e Entry<'_>,
    side: Side,
) -> impl Iterator<Item = Id> + 'e {
    let blocks = blocks_of(entry, side).iter();
    let ids = blocks.map(|block| index.id_of(block));
    ids.filter(|&id| {
        let node = index.node(id);
        node.shape == Shape::Paragraph && node.weight >= TELLING_WORDS
    })
}

fn blocks_of<'e, 'a>(entry: &'e Entry<'a>, side: Side) -> &'e [&'a Block] {
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

/// The moves, by their places in each text.
#[derive(Default)]
struct Plan {
    moves: Vec<Move>,
    of_old: HashMap<Id, usize>,
    of_new: HashMap<Id, usize>,
}

impl Plan {
    fn new(aligner: &Aligner<'_, '_>, loose: &Loose, moves: usize) -> Self {
        let mut plan = Plan::default();
        for (sign, is_known) in [
            (whole as Sign, says_enough as Check),
            (lead as Sign, has_a_telling_lead as Check),
        ] {
            for (old, new) in loose.alone_with(aligner, sign) {
                if is_known(aligner, old, new) {
                    plan.add(aligner, (old, new), moves);
                }
            }
        }
        for pair in loose.across_lists(aligner) {
            plan.add(aligner, pair, moves);
        }
        plan
    }

    /// Adds a move where there is room for it, numbered from a number on.
    fn add(&mut self, aligner: &Aligner<'_, '_>, (old, new): (Id, Id), first_number: usize) {
        if self.has_room(aligner, old, new) {
            let number = first_number + self.moves.len();
            self.of_old.insert(old, self.moves.len());
            self.of_new.insert(new, self.moves.len());
            self.moves.push(Move { number, old, new });
        }
    }

    /// Whether two blocks lie in no move, and none in them, but in what one of them has besides the
    /// line that they share.
    fn has_room(&self, aligner: &Aligner<'_, '_>, old: Id, new: Id) -> bool {
        let (olds, news) = (aligner.old(), aligner.new_side());
        let is_line = |index: &Index<'_>, id: Id| index.node(id).size == 2;
        let lie_apart = |index: &Index<'_>, known: Id, id: Id, may_hold: bool| {
            !index.subtree(known).contains(&id) && (may_hold || !index.subtree(id).contains(&known))
        };
        self.moves.iter().all(|known| {
            lie_apart(olds, known.old, old, is_line(news, new))
                && lie_apart(news, known.new, new, is_line(olds, old))
        })
    }

    fn touches(&self, side: Side, index: &Index<'_>, id: Id) -> bool {
        let place = |known: &Move| match side {
            Side::Old => known.old,
            Side::New => known.new,
        };
        self.moves
            .iter()
            .any(|known| index.subtree(id).contains(&place(known)))
    }
}

/// What an item or row is known by.
type Sign = fn(&Index<'_>, Id) -> Option<u64>;

/// Whether two that have the same sign are one.
type Check = fn(&Aligner<'_, '_>, Id, Id) -> bool;

impl Loose {
    /// The pairs that are alone in having a sign, on both sides.
    fn alone_with(&self, aligner: &Aligner<'_, '_>, sign: Sign) -> Vec<(Id, Id)> {
        if self.old.is_empty() || self.new.is_empty() {
            return Vec::new();
        }
        let by_sign = |index: &Index<'_>, ids: &[Id]| {
            let mut found: FingerprintMap<Option<Id>> = FingerprintMap::default();
            for &id in ids {
                if let Some(sign) = sign(index, id) {
                    found
                        .entry(sign)
                        .and_modify(|known| *known = None)
                        .or_insert(Some(id));
                }
            }
            found
        };
        let olds = by_sign(aligner.old(), &self.old);
        let news = by_sign(aligner.new_side(), &self.new);
        let pair = |&old: &Id| {
            let sign = sign(aligner.old(), old)?;
            let is_alone = olds.get(&sign) == Some(&Some(old));
            let new = news.get(&sign).copied().flatten().filter(|_| is_alone)?;
            Some((old, new))
        };
        self.old.iter().filter_map(pair).collect()
    }

    /// Paragraphs that became items of a list that came, and items that became paragraphs, be it with other
    /// words: a label that the list needs.
    fn across_lists(&self, aligner: &Aligner<'_, '_>) -> Vec<(Id, Id)> {
        let lines = |index: &Index<'_>, ids: &[Id]| -> Vec<Id> {
            let is_line = |&id: &Id| gap::is_item_of_a_line(index.node(id));
            ids.iter().copied().filter(is_line).collect()
        };
        let old_items = lines(aligner.old(), &self.old);
        let new_items = lines(aligner.new_side(), &self.new);
        let mut pairs = mutual_best(aligner, &self.old_paragraphs, &new_items);
        pairs.extend(mutual_best(aligner, &old_items, &self.new_paragraphs));
        pairs
    }
}

fn whole(index: &Index<'_>, id: Id) -> Option<u64> {
    Some(index.node(id).words)
}

/// The first line of an item, the first cell of a row.
fn lead(index: &Index<'_>, id: Id) -> Option<u64> {
    let holds = index.node(id).shape as u64;
    let lead = index.node(index.children(id).first().copied()?);
    (lead.size == 1).then(|| Fingerprint::new(holds).number(lead.words).finish())
}

fn says_enough(aligner: &Aligner<'_, '_>, old: Id, _: Id) -> bool {
    aligner.old().node(old).weight >= KNOWN_WORDS
}

/// Whether two items begin with a line that says enough to be known again, whatever list came into one
/// of them or went; or two rows with a cell that each text has once.
fn has_a_telling_lead(aligner: &Aligner<'_, '_>, old: Id, new: Id) -> bool {
    let lead = old + 1;
    if aligner.old().node(old).shape == Shape::Item {
        return aligner.old().node(lead).weight >= KNOWN_WORDS;
    }
    let is_sole = aligner.sole_counterpart_of_old(lead) == Some(new + 1);
    is_sole && aligner.likenesses.of(old, new) >= SAME_ROW
}

fn carry_out<'a>(aligner: &Aligner<'_, 'a>, plan: &Plan, entries: &mut [Entry<'a>]) {
    for entry in entries {
        let is_section = entry.is_section();
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
            (_, Inside::Entries(inside)) if is_section => carry_out(aligner, plan, inside),
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
        return place_of(aligner, plan, plan.moves[at], side);
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
fn place_of<'a>(aligner: &Aligner<'_, 'a>, plan: &Plan, found: Move, side: Side) -> Entry<'a> {
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
                carry_out(aligner, plan, inside);
            }
            entry.relation = Relation::MovedHere(found.number);
            entry
        }
    }
}

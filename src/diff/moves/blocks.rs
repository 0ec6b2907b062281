//! Single blocks that went from one place and came to another.

mod known;
mod signs;

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::{KNOWN_WORDS, MOST_PAIRS, SAME_BLOCK, definitions};
use crate::diff::align::Aligner;
use crate::diff::bags::ALIKE;
use crate::diff::entries;
use crate::diff::gap;
use crate::diff::index::{Id, Shape};
use crate::diff::model::{Entry, Inside, Relation};
use crate::markdown::tree::Block;
use signs::Signs;

/// How much better than any other the best match must be, in thousandths.
const MARGIN: u64 = 150;
/// Fewer words than this say too little to be known again with other words.
pub(in crate::diff) const TELLING_WORDS: usize = 6;
/// Fewer items than this that two lists share say too little to know the list again.
const SHARED_MEMBERS: usize = 2;

/// Finds the blocks that moved, makes a move of each, numbered from a number on, and gives how many they are.
pub(super) fn find<'a>(
    aligner: &Aligner<'_, 'a>,
    entries: &mut [Entry<'a>],
    first_number: usize,
) -> usize {
    Finder { aligner }.find(entries, first_number)
}

/// Which lists and tables are each other's: found out once, however many of their items ask.
struct Lists<'e, 'a> {
    entries: &'e [Entry<'a>],
    /// Those that were paired.
    paired: OnceCell<HashSet<(Id, Id)>>,
    are_alike: HashMap<(Id, Id), bool>,
}

impl<'e, 'a> Lists<'e, 'a> {
    fn of(entries: &'e [Entry<'a>]) -> Self {
        Lists {
            entries,
            paired: OnceCell::new(),
            are_alike: HashMap::new(),
        }
    }

    /// Whether two were paired, or have most of their words in common.
    fn are_one(&mut self, aligner: &Aligner<'_, 'a>, old: Id, new: Id) -> bool {
        let paired = self.paired.get_or_init(|| {
            let mut paired = HashSet::new();
            collect_lists(aligner, self.entries, &mut paired);
            paired
        });
        let are_alike = || aligner.likenesses.of(old, new) >= ALIKE * 7 / 10;
        paired.contains(&(old, new)) || *self.are_alike.entry((old, new)).or_insert_with(are_alike)
    }
}

/// Adds the lists and tables that are paired in some entries and below them.
fn collect_lists(aligner: &Aligner<'_, '_>, entries: &[Entry<'_>], paired: &mut HashSet<(Id, Id)>) {
    for entry in entries {
        let is_paired = matches!(entry.relation, Relation::Kept | Relation::Regrouped);
        if !is_paired && !entry.is_section() {
            continue;
        }
        if let (true, [old], [new]) = (is_paired, &*entry.old, &*entry.new)
            && matches!(Shape::of(new), Shape::List | Shape::Table)
        {
            paired.insert((aligner.old().id_of(old), aligner.new_side().id_of(new)));
        }
        if let Inside::Entries(inside) = &entry.inside {
            collect_lists(aligner, inside, paired);
        }
    }
}

struct Finder<'f, 'c, 'a> {
    aligner: &'f Aligner<'c, 'a>,
}

impl<'a> Finder<'_, '_, 'a> {
    fn find(&self, entries: &mut [Entry<'a>], first_number: usize) -> usize {
        let mut gone = Vec::new();
        let mut come = Vec::new();
        collect(entries, &mut |entry| {
            match entry.relation {
                Relation::Removed => gone.push(self.aligner.old().id_of(entry.old[0])),
                Relation::Added => come.push(self.aligner.new_side().id_of(entry.new[0])),
                _ => {}
            };
        });
        let pairs = self.best_pairs(entries, &gone, &come);
        if pairs.is_empty() {
            return 0;
        }
        let mut number_of: HashMap<*const Block, (usize, Id, Id)> = HashMap::new();
        for (number, &(old, new)) in (first_number..).zip(&pairs) {
            let (a, b) = (
                self.aligner.old().block(old),
                self.aligner.new_side().block(new),
            );
            number_of.insert(std::ptr::from_ref(a), (number, old, new));
            number_of.insert(std::ptr::from_ref(b), (number, old, new));
        }
        collect(entries, &mut |entry| {
            let block = entry.old.first().or(entry.new.first());
            let Some(&(number, old, new)) =
                block.and_then(|&block| number_of.get(&std::ptr::from_ref(block)))
            else {
                return;
            };
            match entry.relation {
                Relation::Removed => {
                    entry.relation = Relation::MovedAway(number);
                    entry.inside = Inside::Blocks;
                }
                Relation::Added => {
                    *entry = entries::pair(self.aligner, old, new);
                    entry.relation = Relation::MovedHere(number);
                }
                _ => {}
            }
        });
        pairs.len()
    }

    /// Pairs of blocks that are each other's match, by far.
    fn best_pairs(&self, entries: &[Entry<'a>], gone: &[Id], come: &[Id]) -> Vec<(Id, Id)> {
        let mut pairs = self.same_words(entries, gone, come);
        pairs.extend(definitions::pairs(self.aligner, entries));
        pairs.extend(self.same_members(gone, come, &pairs));
        let (paired_old, paired_new): (HashSet<Id>, HashSet<Id>) = pairs.iter().copied().unzip();
        let can_move = |shape: Shape, weight: usize| {
            let stays = matches!(
                shape,
                Shape::Heading | Shape::Cell | Shape::Term | Shape::Definition
            );
            weight >= TELLING_WORDS && !stays
        };
        let gone: Vec<Id> = gone
            .iter()
            .copied()
            .filter(|&id| {
                let node = self.aligner.old().node(id);
                can_move(node.shape, node.weight) && !paired_old.contains(&id)
            })
            .collect();
        let come: Vec<Id> = come
            .iter()
            .copied()
            .filter(|&id| {
                let node = self.aligner.new_side().node(id);
                can_move(node.shape, node.weight) && !paired_new.contains(&id)
            })
            .collect();
        let best = mutual_best(self.aligner, &gone, &come).into_iter();
        pairs.extend(best.filter(|&(old, new)| known::is_known_again(self.aligner, old, new)));
        pairs.sort_unstable();
        pairs
    }

    /// Blocks with the same words, alone in having them among what went and among what came.
    fn same_words(&self, entries: &[Entry<'a>], gone: &[Id], come: &[Id]) -> Vec<(Id, Id)> {
        let mut old_signs = Signs::new(self.aligner.old());
        let mut new_signs = Signs::new(self.aligner.new_side());
        let mut by_words: HashMap<u64, (Vec<Id>, Vec<Id>)> = HashMap::new();
        for &id in gone {
            let words = old_signs.of(id).words;
            by_words.entry(words).or_default().0.push(id);
        }
        for &id in come {
            let words = new_signs.of(id).words;
            by_words.entry(words).or_default().1.push(id);
        }
        let mut lists = Lists::of(entries);
        let mut pairs = Vec::new();
        for &old in gone {
            let sign = old_signs.of(old);
            let shape = self.aligner.old().node(old).shape;
            if let Some(([_], [new])) = by_words
                .get(&sign.words)
                .map(|(olds, news)| (olds.as_slice(), news.as_slice()))
                && (sign.weight >= KNOWN_WORDS || self.in_same_list(old, *new, &mut lists))
                && sign.weight > 0
                && !matches!(shape, Shape::Cell | Shape::Term | Shape::Definition)
            {
                pairs.push((old, *new));
            }
        }
        pairs
    }

    /// Lists and tables that share items or rows which each text has once, at least half of those of the
    /// shorter of the two.
    fn same_members(&self, gone: &[Id], come: &[Id], found: &[(Id, Id)]) -> Vec<(Id, Id)> {
        let (old_index, new_index) = (self.aligner.old(), self.aligner.new_side());
        let is_row = |shape: Shape| matches!(shape, Shape::List | Shape::Table);
        let (paired_old, mut paired_new): (HashSet<Id>, HashSet<Id>) =
            found.iter().copied().unzip();
        let come: HashSet<Id> = come.iter().copied().collect();
        let mut pairs = Vec::new();
        for &old in gone {
            let shape = old_index.node(old).shape;
            if !is_row(shape) || paired_old.contains(&old) {
                continue;
            }
            let members = old_index.children(old);
            let counterparts = members
                .iter()
                .filter_map(|&member| self.aligner.sole_counterpart_of_old(member));
            let mut shared_with: BTreeMap<Id, usize> = BTreeMap::new();
            for holder in counterparts.filter_map(|member| new_index.node(member).parent) {
                *shared_with.entry(holder).or_default() += 1;
            }
            let Some((&new, &shared)) = shared_with.iter().max_by_key(|(_, shared)| **shared)
            else {
                continue;
            };
            let least = members.len().min(new_index.children(new).len()).div_ceil(2);
            let is_free = come.contains(&new)
                && !paired_new.contains(&new)
                && new_index.node(new).shape == shape;
            if is_free && shared >= least.max(SHARED_MEMBERS) {
                paired_new.insert(new);
                pairs.push((old, new));
            }
        }
        pairs
    }

    /// Whether two items or rows lie in lists or tables that are each other's counterpart.
    fn in_same_list(&self, old: Id, new: Id, lists: &mut Lists<'_, 'a>) -> bool {
        let (old_index, new_index) = (self.aligner.old(), self.aligner.new_side());
        let (Some(a), Some(b)) = (old_index.node(old).parent, new_index.node(new).parent) else {
            return false;
        };
        let is_item = matches!(old_index.node(old).shape, Shape::Item | Shape::Row);
        is_item && lists.are_one(self.aligner, a, b)
    }
}

/// Pairs of blocks that are each other's most alike, by far. Too many are not looked at.
pub(in crate::diff) fn mutual_best(
    aligner: &Aligner<'_, '_>,
    gone: &[Id],
    come: &[Id],
) -> Vec<(Id, Id)> {
    if gone.is_empty() || come.is_empty() || gone.len() * come.len() > MOST_PAIRS {
        return Vec::new();
    }
    let likenesses = &aligner.likenesses;
    let can_be_one = |old: Id, new: Id| {
        let (a, b) = (likenesses.old.node(old), likenesses.new.node(new));
        a.shape == b.shape || gap::crosses_list(a, b)
    };
    let likeness = likenesses.of_each(gone, come, can_be_one);
    let mut pairs = Vec::new();
    for i in 0..gone.len() {
        let Some((j, best, second)) = best_two(likeness.iter().map(|row| row[i])) else {
            continue;
        };
        let Some((back, _, second_back)) = best_two(likeness[j].iter().copied()) else {
            continue;
        };
        if back == i && best >= SAME_BLOCK && best >= second.max(second_back) + MARGIN {
            pairs.push((gone[i], come[j]));
        }
    }
    pairs
}

/// The place of the greatest, the greatest, and the next.
fn best_two(values: impl Iterator<Item = u64>) -> Option<(usize, u64, u64)> {
    let mut found: Option<(usize, u64, u64)> = None;
    for (at, value) in values.enumerate() {
        found = Some(match found {
            None => (at, value, 0),
            Some((_, best, _)) if value > best => (at, value, best),
            Some((place, best, second)) => (place, best, second.max(value)),
        });
    }
    found
}

/// Calls `visit` with every entry that is no moved section, or part of a moved block.
fn collect<'a>(entries: &mut [Entry<'a>], visit: &mut dyn FnMut(&mut Entry<'a>)) {
    for entry in entries {
        if entry.is_section() {
            if let Inside::Entries(inside) = &mut entry.inside {
                collect(inside, visit);
            }
            continue;
        }
        if matches!(entry.relation, Relation::MovedHere(_)) {
            continue;
        }
        let is_kept = matches!(entry.relation, Relation::Kept | Relation::Regrouped);
        visit(entry);
        if let (true, Inside::Entries(inside)) = (is_kept, &mut entry.inside) {
            collect(inside, visit);
        }
    }
}

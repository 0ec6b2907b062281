//! What was taken for gone and come, and only stands elsewhere.
//!
//! A false move is worse than a missed one. A section moves as one when its heading and most of what
//! it holds are found again; a block moves when what went and what came are each other's best match,
//! by far. Nothing is taken apart to make a move.

use std::collections::{BTreeMap, HashMap};

use super::align::Aligner;
use super::entries;
use super::gap;
use super::index::{Id, Shape};
use super::likeness::{ALIKE, Bag};
use super::model::{Entry, Inside, Relation};
use crate::markdown::tree::{Block, BlockKind, Inline, Mark};

/// The least likeness of two sections that are one, in thousandths.
const SAME_SECTION: u64 = 550;
/// The least likeness of two blocks that are one.
const SAME_BLOCK: u64 = 600;
/// How much better than any other the best match must be.
const MARGIN: u64 = 150;
/// Fewer words than this say too little to be known again with other words.
const TELLING_WORDS: usize = 6;
/// Fewer words than this say too little to be known again at all, outside their list or table.
pub(super) const KNOWN_WORDS: usize = 4;
/// Fewer items than this that two lists share say too little to know the list again.
const SHARED_MEMBERS: usize = 2;
/// The level of a line in bold that heads a clause: below all headings.
const BOLD_LEVEL: u8 = u8::MAX;
/// More pairs than this are compared by what is the same alone.
const MOST_PAIRS: usize = 40_000;

/// Finds the moves among the entries of a text, and gives how many they are.
pub(super) fn find<'a>(aligner: &Aligner<'_, 'a>, entries: &mut Vec<Entry<'a>>) -> usize {
    let mut finder = Finder { aligner, moves: 0 };
    finder.find_sections(entries);
    finder.find_blocks(entries);
    finder.moves
}

struct Finder<'f, 'c, 'a> {
    aligner: &'f Aligner<'c, 'a>,
    moves: usize,
}

/// A section among the entries, or a clause headed in bold: its heading's place, and the places of all that
/// belongs to it.
struct Section<'a> {
    entries: Vec<usize>,
    blocks: Vec<&'a Block>,
}

impl<'a> Finder<'_, '_, 'a> {
    /// Looks for sections that went from one place and came to another.
    fn find_sections(&mut self, entries: &mut Vec<Entry<'a>>) {
        let gone = sections(entries, Relation::Removed);
        let come = sections(entries, Relation::Added);
        let mut matches = Vec::new();
        for (i, old) in gone.iter().enumerate() {
            for (j, new) in come.iter().enumerate() {
                if let Some((likeness, weight)) = self.section_likeness(old, new) {
                    matches.push((likeness, weight, i, j));
                }
            }
        }
        matches
            .sort_by_key(|&(likeness, weight, i, j)| (std::cmp::Reverse((weight, likeness)), i, j));
        let mut taken_old: Vec<usize> = Vec::new();
        let mut taken_new: Vec<usize> = Vec::new();
        let mut plans = Vec::new();
        for (_, _, i, j) in matches {
            let (old, new) = (&gone[i], &come[j]);
            let is_free = !old.entries.iter().any(|at| taken_old.contains(at))
                && !new.entries.iter().any(|at| taken_new.contains(at));
            if is_free {
                taken_old.extend(&old.entries);
                taken_new.extend(&new.entries);
                plans.push((i, j));
            }
        }
        self.carry_out(entries, &gone, &come, &plans);
    }

    fn carry_out(
        &mut self,
        entries: &mut Vec<Entry<'a>>,
        gone: &[Section<'a>],
        come: &[Section<'a>],
        plans: &[(usize, usize)],
    ) {
        let mut drop = vec![false; entries.len()];
        for &(i, j) in plans {
            let (old, new) = (&gone[i], &come[j]);
            let number = self.next_move();
            let (old_ids, new_ids) = self.ids(old, new);
            let inside = entries::build(self.aligner, &old_ids, &new_ids);
            for &at in old.entries.iter().chain(&new.entries) {
                drop[at] = true;
            }
            let (from, to) = (old.entries[0], new.entries[0]);
            (drop[from], drop[to]) = (false, false);
            entries[from] = Entry {
                old: old.blocks.clone(),
                new: Vec::new(),
                relation: Relation::MovedAway(number),
                inside: Inside::Blocks,
                attributes: Vec::new(),
                change: None,
            };
            entries[to] = Entry {
                old: old.blocks.clone(),
                new: new.blocks.clone(),
                relation: Relation::MovedHere(number),
                inside: Inside::Entries(inside),
                attributes: Vec::new(),
                change: None,
            };
        }
        let mut drop = drop.into_iter();
        entries.retain(|_| !drop.next().unwrap_or(false));
    }

    fn ids(&self, old: &Section<'a>, new: &Section<'a>) -> (Vec<Id>, Vec<Id>) {
        let of = |index: &super::index::Index<'a>, section: &Section<'a>| {
            let blocks = section.blocks.iter();
            blocks.map(|block| index.id_of(block)).collect()
        };
        (
            of(self.aligner.old(), old),
            of(self.aligner.new_side(), new),
        )
    }

    fn next_move(&mut self) -> usize {
        self.moves += 1;
        self.moves - 1
    }

    /// How alike two sections are and how many words the old one has, if they are one.
    fn section_likeness(&self, old: &Section<'a>, new: &Section<'a>) -> Option<(u64, usize)> {
        let likenesses = &self.aligner.likenesses;
        let (old_ids, new_ids) = self.ids(old, new);
        let heading = likenesses.of(old_ids[0], new_ids[0]);
        if heading < SAME_BLOCK {
            return None;
        }
        let weight: usize = old_ids
            .iter()
            .map(|&id| likenesses.old.node(id).weight)
            .sum();
        let alike = Bag::union(old_ids.iter().map(|&id| likenesses.old_bag(id))).likeness(
            &Bag::union(new_ids.iter().map(|&id| likenesses.new_bag(id))),
        );
        (alike >= SAME_SECTION && weight >= KNOWN_WORDS).then_some((alike, weight))
    }

    /// Looks for single blocks that went from one place and came to another.
    fn find_blocks(&mut self, entries: &mut [Entry<'a>]) {
        let mut gone = Vec::new();
        let mut come = Vec::new();
        collect(entries, &mut |entry| {
            match entry.relation {
                Relation::Removed => gone.push(self.aligner.old().id_of(entry.old[0])),
                Relation::Added => come.push(self.aligner.new_side().id_of(entry.new[0])),
                _ => {}
            };
        });
        let pairs = self.best_pairs(&gone, &come);
        if pairs.is_empty() {
            return;
        }
        let mut number_of: HashMap<*const Block, (usize, Id, Id)> = HashMap::new();
        for (old, new) in pairs {
            let number = self.next_move();
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
    }

    /// Pairs of blocks that are each other's match, by far.
    fn best_pairs(&self, gone: &[Id], come: &[Id]) -> Vec<(Id, Id)> {
        let mut pairs = self.same_words(gone, come);
        pairs.extend(self.same_members(gone, come, &pairs));
        let is_free_old = |pairs: &[(Id, Id)], id: Id| !pairs.iter().any(|pair| pair.0 == id);
        let is_free_new = |pairs: &[(Id, Id)], id: Id| !pairs.iter().any(|pair| pair.1 == id);
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
                can_move(node.shape, node.weight) && is_free_old(&pairs, id)
            })
            .collect();
        let come: Vec<Id> = come
            .iter()
            .copied()
            .filter(|&id| {
                let node = self.aligner.new_side().node(id);
                can_move(node.shape, node.weight) && is_free_new(&pairs, id)
            })
            .collect();
        if gone.len() * come.len() <= MOST_PAIRS {
            pairs.extend(self.mutual_best(&gone, &come));
        }
        pairs.sort_unstable();
        pairs
    }

    /// Blocks with the same words, alone in having them among what went and among what came.
    fn same_words(&self, gone: &[Id], come: &[Id]) -> Vec<(Id, Id)> {
        let mut by_words: HashMap<u64, (Vec<Id>, Vec<Id>)> = HashMap::new();
        for &id in gone {
            let words = self.aligner.old().node(id).words;
            by_words.entry(words).or_default().0.push(id);
        }
        for &id in come {
            let words = self.aligner.new_side().node(id).words;
            by_words.entry(words).or_default().1.push(id);
        }
        let mut pairs = Vec::new();
        for &old in gone {
            let node = self.aligner.old().node(old);
            if let Some(([_], [new])) = by_words
                .get(&node.words)
                .map(|(olds, news)| (olds.as_slice(), news.as_slice()))
                && (node.weight >= KNOWN_WORDS || self.in_same_list(old, *new))
                && node.weight > 0
                && !matches!(node.shape, Shape::Cell | Shape::Term | Shape::Definition)
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
        let mut pairs = Vec::new();
        for &old in gone {
            let shape = old_index.node(old).shape;
            if !is_row(shape) || found.iter().any(|pair| pair.0 == old) {
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
                && !found.iter().chain(&pairs).any(|pair| pair.1 == new)
                && new_index.node(new).shape == shape;
            if is_free && shared >= least.max(SHARED_MEMBERS) {
                pairs.push((old, new));
            }
        }
        pairs
    }

    /// Whether two items or rows lie in lists or tables that are each other's counterpart, as far
    /// as their other items say.
    fn in_same_list(&self, old: Id, new: Id) -> bool {
        let (old_index, new_index) = (self.aligner.old(), self.aligner.new_side());
        let (Some(a), Some(b)) = (old_index.node(old).parent, new_index.node(new).parent) else {
            return false;
        };
        let is_item = matches!(old_index.node(old).shape, Shape::Item | Shape::Row);
        is_item && self.aligner.likenesses.of(a, b) >= ALIKE * 7 / 10
    }

    fn mutual_best(&self, gone: &[Id], come: &[Id]) -> Vec<(Id, Id)> {
        let likenesses = &self.aligner.likenesses;
        let likeness: Vec<Vec<u64>> = gone
            .iter()
            .map(|&old| {
                come.iter()
                    .map(|&new| {
                        let (a, b) = (likenesses.old.node(old), likenesses.new.node(new));
                        let may_be = a.shape == b.shape || gap::crosses_list(a, b);
                        if may_be { likenesses.of(old, new) } else { 0 }
                    })
                    .collect()
            })
            .collect();
        let mut pairs = Vec::new();
        for (i, row) in likeness.iter().enumerate() {
            let Some((j, best, second)) = best_two(row.iter().copied()) else {
                continue;
            };
            let Some((back, _, second_back)) = best_two(likeness.iter().map(|row| row[j])) else {
                continue;
            };
            if back == i && best >= SAME_BLOCK && best >= second.max(second_back) + MARGIN {
                pairs.push((gone[i], come[j]));
            }
        }
        pairs
    }
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

/// The sections that begin with a heading of one relation, as far as they are of that relation.
fn sections<'a>(entries: &[Entry<'a>], relation: Relation) -> Vec<Section<'a>> {
    fn own<'e, 'a>(entry: &'e Entry<'a>, relation: Relation) -> &'e [&'a Block] {
        if relation == Relation::Removed {
            &entry.old
        } else {
            &entry.new
        }
    }
    let mut found = Vec::new();
    for (start, entry) in entries.iter().enumerate() {
        let Some(level) = own(entry, relation).first().and_then(|block| level(block)) else {
            continue;
        };
        if entry.relation != relation {
            continue;
        }
        let mut section = Section {
            entries: vec![start],
            blocks: own(entry, relation).to_vec(),
        };
        for (at, entry) in entries.iter().enumerate().skip(start + 1) {
            let blocks = own(entry, relation);
            let ends = |block: &&Block| {
                self::level(block).is_some_and(|next| next <= level)
                    || matches!(block.kind, BlockKind::Footnote { .. })
            };
            match blocks.first() {
                None => continue,
                Some(block) if ends(block) => break,
                Some(_) if entry.relation != relation => break,
                Some(_) => {
                    section.entries.push(at);
                    section.blocks.extend(blocks);
                }
            }
        }
        // A line in bold that heads nothing is a paragraph like any other.
        if level < BOLD_LEVEL || section.blocks.len() > 1 {
            found.push(section);
        }
    }
    found
}

fn level(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Heading { shown, .. } => Some(shown),
        BlockKind::Paragraph if is_bold(block) => Some(BOLD_LEVEL),
        _ => None,
    }
}

/// Whether all words of a block are bold: it heads the clause below it.
fn is_bold(block: &Block) -> bool {
    let is_bold = |inline: &Inline| {
        let mut marks = inline
            .marks
            .iter()
            .filter_map(|&mark| block.marks.get(mark));
        marks.any(|mark| *mark == Mark::Strong)
    };
    !block.inlines.is_empty() && block.inlines.iter().all(is_bold)
}

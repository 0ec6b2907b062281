//! Sections that went from one place and came to another.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::HashMap;

use super::candidates::{self, HasWords};
use super::{KNOWN_WORDS, SAME_BLOCK};
use crate::diff::align::Aligner;
use crate::diff::bags::{Bag, Weighed, share};
use crate::diff::blocks::Blocks;
use crate::diff::entries;
use crate::diff::index::Id;
use crate::diff::likeness::Likenesses;
use crate::diff::model::{Entry, Inside, Relation, Side};
use crate::markdown::tree::{Block, BlockKind, Inline, Mark};

/// The least likeness of two sections that say the same, in thousandths.
const SAME_TAIL: u64 = 900;
/// The least likeness of two sections that are one, in thousandths.
const SAME_SECTION: u64 = 550;
/// The level of a line in bold that heads a clause: below all headings.
const BOLD_LEVEL: u8 = u8::MAX;

/// Finds the sections that moved, makes one entry of each at either place, and gives how many they are.
pub(super) fn find<'a>(aligner: &Aligner<'_, 'a>, entries: &mut Vec<Entry<'a>>) -> usize {
    let gone = stretches(entries, Relation::Removed);
    let come = stretches(entries, Relation::Added);
    if gone.is_empty() || come.is_empty() {
        return 0;
    }
    let likenesses = &aligner.likenesses;
    let known = |stretch| Section::new(stretch, likenesses, Side::Old);
    let gone: Vec<Section<'_, 'a>> = gone.into_iter().map(known).collect();
    let known = |stretch| Section::new(stretch, likenesses, Side::New);
    let come: Vec<Section<'_, 'a>> = come.into_iter().map(known).collect();
    let moved = moved(likenesses, &gone, &come, entries.len());
    carry_out(aligner, entries, &moved);
    moved.len()
}

/// A section among the entries, or a clause headed in bold: its heading's place, and the places of all that
/// belongs to it.
struct Stretch<'a> {
    places: Vec<usize>,
    blocks: Vec<&'a Block>,
}

/// A section of one side alone, with what it is known by.
struct Section<'b, 'a> {
    places: Vec<usize>,
    blocks: Vec<&'a Block>,
    /// Its blocks, the heading first.
    ids: Vec<Id>,
    /// The words of each of them.
    bags: Vec<Weighed<'b>>,
    /// The words of all of them: few sections are so much alike otherwise that it is asked for these.
    words: OnceCell<Bag>,
    /// The weight of all of them.
    total: u64,
    /// How many words it has.
    weight: usize,
}

impl<'b, 'a> Section<'b, 'a> {
    fn new(stretch: Stretch<'a>, likenesses: &'b Likenesses<'_, 'a>, side: Side) -> Self {
        let index = likenesses.index(side);
        let ids: Vec<Id> = stretch
            .blocks
            .iter()
            .map(|block| index.id_of(block))
            .collect();
        let bags: Vec<Weighed<'_>> = ids.iter().map(|&id| likenesses.bag(side, id)).collect();
        Section {
            total: bags.iter().map(|bag| bag.total).sum(),
            bags,
            words: OnceCell::new(),
            weight: ids.iter().map(|&id| index.node(id).weight).sum(),
            places: stretch.places,
            blocks: stretch.blocks,
            ids,
        }
    }

    /// Where the last of it stands.
    fn end(&self) -> usize {
        self.places.last().copied().unwrap_or_default()
    }
}

/// What of a section is one with another.
struct Moved<'s, 'a> {
    places: &'s [usize],
    blocks: &'s [&'a Block],
    ids: &'s [Id],
}

/// The sections of one side by where they end, and those of the other side that say the same.
struct Tails<'s, 'a> {
    sections: &'s [Section<'s, 'a>],
    by_end: HashMap<usize, Vec<usize>>,
    twins: HashMap<usize, Vec<&'s Section<'s, 'a>>>,
}

impl<'s, 'a> Tails<'s, 'a> {
    fn of(sections: &'s [Section<'s, 'a>]) -> Self {
        let mut by_end: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, section) in sections.iter().enumerate() {
            by_end.entry(section.end()).or_default().push(at);
        }
        Tails {
            sections,
            by_end,
            twins: HashMap::new(),
        }
    }

    /// A section without the last of those below it that stand outside of its counterpart: they were raised, or
    /// put below it.
    fn without_tail(
        &self,
        section: &'s Section<'s, 'a>,
        counterpart: &Section<'_, '_>,
    ) -> Moved<'s, 'a> {
        let stands_outside = |at: &&usize| {
            let is_within = |twin: &&Section<'_, '_>| counterpart.places.contains(&twin.places[0]);
            let twins = self.twins.get(at);
            twins.is_some_and(|twins| !twins.iter().any(is_within))
        };
        let ending = self.by_end.get(&section.end()).into_iter().flatten();
        let tails = ending.filter(stands_outside);
        let starts = tails.filter_map(|&at| {
            let start = self.sections[at].places[0];
            section.places.binary_search(&start).ok()
        });
        let end = starts.filter(|&start| start > 0).min();
        let end = end.unwrap_or(section.places.len());
        Moved {
            places: &section.places[..end],
            blocks: &section.blocks[..end],
            ids: &section.ids[..end],
        }
    }
}

/// The sections that are one, the old one and the new one: those first that have the most words.
fn moved<'s, 'a>(
    likenesses: &Likenesses<'_, 'a>,
    gone: &'s [Section<'s, 'a>],
    come: &'s [Section<'s, 'a>],
    places: usize,
) -> Vec<(Moved<'s, 'a>, Moved<'s, 'a>)> {
    let mut matches = Vec::new();
    let (mut old_side, mut new_side) = (Tails::of(gone), Tails::of(come));
    for (i, j) in candidates::pairs(gone, come) {
        if let Some(likeness) = likeness(likenesses, &gone[i], &come[j]) {
            matches.push((Reverse((gone[i].weight, likeness)), i, j));
            if likeness >= SAME_TAIL {
                old_side.twins.entry(i).or_default().push(&come[j]);
                new_side.twins.entry(j).or_default().push(&gone[i]);
            }
        }
    }
    matches.sort_unstable();
    let mut is_taken = (vec![false; places], vec![false; places]);
    let mut moved = Vec::new();
    for (_, i, j) in matches {
        let old = old_side.without_tail(&gone[i], &come[j]);
        let new = new_side.without_tail(&come[j], &gone[i]);
        let is_free = !old.places.iter().any(|&at| is_taken.0[at])
            && !new.places.iter().any(|&at| is_taken.1[at]);
        if is_free {
            old.places.iter().for_each(|&at| is_taken.0[at] = true);
            new.places.iter().for_each(|&at| is_taken.1[at] = true);
            moved.push((old, new));
        }
    }
    moved
}

impl HasWords for Section<'_, '_> {
    fn words(&self) -> &Bag {
        let all = || Bag::union(self.bags.iter().copied());
        self.words.get_or_init(all)
    }

    /// Whether they would be one if the shorter had nothing but what the longer has.
    fn may_be(&self, other: &Self) -> bool {
        share(self.total.min(other.total), self.total + other.total) >= SAME_SECTION
    }
}

/// How alike two sections are, if they are one.
fn likeness(
    likenesses: &Likenesses<'_, '_>,
    old: &Section<'_, '_>,
    new: &Section<'_, '_>,
) -> Option<u64> {
    if old.weight < KNOWN_WORDS || likenesses.of_words(old.ids[0], new.ids[0]) < SAME_BLOCK {
        return None;
    }
    Some(old.words().as_it_is().likeness(new.words().as_it_is()))
        .filter(|&alike| alike >= SAME_SECTION)
}

fn carry_out<'a>(
    aligner: &Aligner<'_, 'a>,
    entries: &mut Vec<Entry<'a>>,
    moved: &[(Moved<'_, 'a>, Moved<'_, 'a>)],
) {
    let mut drop = vec![false; entries.len()];
    for (number, (old, new)) in moved.iter().enumerate() {
        let inside = entries::build(aligner, old.ids, new.ids);
        for &at in old.places.iter().chain(new.places) {
            drop[at] = true;
        }
        let (from, to) = (old.places[0], new.places[0]);
        (drop[from], drop[to]) = (false, false);
        entries[from] = Entry {
            old: old.blocks.iter().copied().collect(),
            new: Blocks::default(),
            relation: Relation::MovedAway(number),
            inside: Inside::Blocks,
            attributes: Vec::new(),
            change: None,
        };
        entries[to] = Entry {
            old: old.blocks.iter().copied().collect(),
            new: new.blocks.iter().copied().collect(),
            relation: Relation::MovedHere(number),
            inside: Inside::Entries(inside),
            attributes: Vec::new(),
            change: None,
        };
    }
    let mut drop = drop.into_iter();
    entries.retain(|_| !drop.next().unwrap_or(false));
}

/// The sections that begin with a heading of one relation, as far as they are of that relation.
fn stretches<'a>(entries: &[Entry<'a>], relation: Relation) -> Vec<Stretch<'a>> {
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
        let mut section = Stretch {
            places: vec![start],
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
                    section.places.push(at);
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

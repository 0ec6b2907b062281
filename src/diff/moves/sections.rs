//! Sections that went from one place and came to another.

use std::cmp::Reverse;

use super::{KNOWN_WORDS, SAME_BLOCK, candidates};
use crate::diff::align::Aligner;
use crate::diff::entries;
use crate::diff::index::{Id, Index};
use crate::diff::likeness::{Bag, Likenesses, share};
use crate::diff::model::{Entry, Inside, Relation};
use crate::markdown::tree::{Block, BlockKind, Inline, Mark};

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
    let known = |stretch| Section::new(stretch, aligner.old(), |id| likenesses.old_bag(id));
    let gone: Vec<Section<'a>> = gone.into_iter().map(known).collect();
    let known = |stretch| Section::new(stretch, aligner.new_side(), |id| likenesses.new_bag(id));
    let come: Vec<Section<'a>> = come.into_iter().map(known).collect();
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
struct Section<'a> {
    places: Vec<usize>,
    blocks: Vec<&'a Block>,
    /// Its blocks, the heading first.
    ids: Vec<Id>,
    words: Bag,
    /// How many words it has.
    weight: usize,
}

impl<'a> Section<'a> {
    fn new<'b>(stretch: Stretch<'a>, index: &Index<'a>, bag: impl Fn(Id) -> &'b Bag) -> Self {
        let ids: Vec<Id> = stretch
            .blocks
            .iter()
            .map(|block| index.id_of(block))
            .collect();
        Section {
            words: Bag::union(ids.iter().map(|&id| bag(id))),
            weight: ids.iter().map(|&id| index.node(id).weight).sum(),
            places: stretch.places,
            blocks: stretch.blocks,
            ids,
        }
    }
}

/// The sections that are one, the old one and the new one: those first that have the most words.
fn moved<'s, 'a>(
    likenesses: &Likenesses<'_, 'a>,
    gone: &'s [Section<'a>],
    come: &'s [Section<'a>],
    places: usize,
) -> Vec<(&'s Section<'a>, &'s Section<'a>)> {
    let words = |sections: &'s [Section<'a>]| -> Vec<&'s Bag> {
        sections.iter().map(|section| &section.words).collect()
    };
    let mut matches = Vec::new();
    for (i, j) in candidates::pairs(&words(gone), &words(come), are_of_a_size) {
        if let Some(likeness) = likeness(likenesses, &gone[i], &come[j]) {
            matches.push((Reverse((gone[i].weight, likeness)), i, j));
        }
    }
    matches.sort_unstable();
    let mut is_taken = (vec![false; places], vec![false; places]);
    let mut moved = Vec::new();
    for (_, i, j) in matches {
        let (old, new) = (&gone[i], &come[j]);
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

/// Whether two sections would be one if the shorter had nothing but what the longer has.
fn are_of_a_size(old: &Bag, new: &Bag) -> bool {
    share(old.total.min(new.total), old.total + new.total) >= SAME_SECTION
}

/// How alike two sections are, if they are one.
fn likeness(likenesses: &Likenesses<'_, '_>, old: &Section<'_>, new: &Section<'_>) -> Option<u64> {
    if old.weight < KNOWN_WORDS || likenesses.of(old.ids[0], new.ids[0]) < SAME_BLOCK {
        return None;
    }
    Some(old.words.likeness(&new.words)).filter(|&alike| alike >= SAME_SECTION)
}

fn carry_out<'a>(
    aligner: &Aligner<'_, 'a>,
    entries: &mut Vec<Entry<'a>>,
    moved: &[(&Section<'a>, &Section<'a>)],
) {
    let mut drop = vec![false; entries.len()];
    for (number, (old, new)) in moved.iter().enumerate() {
        let inside = entries::build(aligner, &old.ids, &new.ids);
        for &at in old.places.iter().chain(&new.places) {
            drop[at] = true;
        }
        let (from, to) = (old.places[0], new.places[0]);
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

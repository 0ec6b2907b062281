//! Which items were set under another, or out of it: they carry the marks of that change.

use std::collections::{HashMap, HashSet};

use super::{Mark, Part, elements};
use crate::diff::index::Shape;
use crate::diff::model::{Entry, Inside};
use crate::diff::regrouping;
use crate::markdown::tree::Block;

/// What is still to be marked of a change.
#[derive(Default)]
pub(super) struct Marks<'p> {
    /// Its index.
    change: Option<usize>,
    /// The change, until an element stands for it.
    element: Option<&'p Entry<'p>>,
    /// The same, until its label stands somewhere.
    label: Option<&'p Entry<'p>>,
    /// The items that have another level now.
    relevelled: HashSet<*const Block>,
    /// Whether the first of these stands for the change.
    waits: bool,
    /// The numbers that items of the new text had, where they were others.
    old_numbers: HashMap<*const Block, u64>,
}

impl<'p> Marks<'p> {
    /// Of the change that an entry with these parts is, if one of its containers stands for it.
    pub fn of(marked: Option<&'p Entry<'p>>, parts: &[Part<'p>]) -> Self {
        let old_numbers = old_numbers(parts).collect();
        let Some(entry) = marked else {
            return Marks {
                old_numbers,
                ..Marks::default()
            };
        };
        let relevelled = match regrouping::are_items(entry) {
            true => relevelled(entry, parts),
            false => Vec::new(),
        };
        // Changes stand in the order in which they are told.
        let waits = relevelled.first().is_some_and(|&(first, item)| {
            let part = parts[first].entry;
            let is_itself = part.new.iter().any(|block| std::ptr::eq(*block, item));
            let comes_after = parts[..first].iter().any(|part| has_change(part.entry));
            let is_another = is_itself && part.change.is_some();
            !comes_after && !is_another
        });
        let items = relevelled.into_iter();
        Marks {
            change: entry.change,
            element: Some(entry),
            label: Some(entry),
            relevelled: items.map(|(_, item)| std::ptr::from_ref(item)).collect(),
            waits,
            old_numbers,
        }
    }

    /// The number that an item of the new text had, where it was another.
    pub fn old_number(&self, item: &Block) -> Option<u64> {
        self.old_numbers.get(&std::ptr::from_ref(item)).copied()
    }

    /// What a container carries that is opened next.
    pub fn of_container(&mut self, block: &Block) -> Option<Mark<'p>> {
        let is_relevelled = self.relevelled.contains(&std::ptr::from_ref(block));
        let stands = is_relevelled || !self.waits;
        let speaks = is_relevelled || self.relevelled.is_empty();
        let mark = Mark {
            element_of: self.element.take_if(|_| stands),
            part_of: self.change.filter(|_| is_relevelled),
            label: self.label.take_if(|_| speaks),
        };
        (is_relevelled || mark.element_of.is_some()).then_some(mark)
    }

    /// What a part carries that is an item itself.
    pub fn of_item(&mut self, part: &Part<'p>) -> Option<Mark<'p>> {
        let item = part.entry.new.first()?;
        let is_relevelled = self.relevelled.contains(&std::ptr::from_ref(*item));
        is_relevelled.then(|| self.of_container(item))?
    }
}

/// The items whose first lines are parts, with the numbers that they had, where these were others.
fn old_numbers<'p>(parts: &[Part<'p>]) -> impl Iterator<Item = (*const Block, u64)> {
    parts.iter().filter_map(|part| {
        let (old, new) = (part.old.last()?, part.new.last()?);
        let opens = |item: &Block, blocks: &[&Block]| {
            let first = item.children.first().zip(blocks.first());
            first.is_some_and(|(first, block)| std::ptr::eq(first, *block))
        };
        let are_lines = opens(old, &part.entry.old) && opens(new, &part.entry.new);
        let number = elements::old_number((old, new)).filter(|_| are_lines)?;
        Some((std::ptr::from_ref(*new), number))
    })
}

/// The items that have another level now, with the parts that they are or open with. What lies in one, and went with
/// it, is not told once more.
fn relevelled<'p>(entry: &Entry<'p>, parts: &[Part<'p>]) -> Vec<(usize, &'p Block)> {
    let (old, new) = (levels(&entry.old), levels(&entry.new));
    let mut steps: HashMap<*const Block, isize> = HashMap::new();
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let (Some(&before), Some(&now)) = (part.entry.old.first(), part.entry.new.first()) else {
            continue;
        };
        let level = |levels: &HashMap<_, isize>, block: &Block| {
            levels.get(&std::ptr::from_ref(block)).copied()
        };
        let (Some(from), Some(to)) = (level(&old, before), level(&new, now)) else {
            continue;
        };
        let items = part.new.iter().copied().chain([now]);
        let items: Vec<&'p Block> = items
            .filter(|block| Shape::of(block) == Shape::Item)
            .collect();
        let Some((&item, around)) = items.split_last() else {
            continue;
        };
        let step_of = |item: &&Block| steps.get(&std::ptr::from_ref(*item)).copied();
        let around = around.iter().rev().find_map(step_of);
        let is_known = step_of(&item).is_some();
        if from != to && !is_known && around != Some(to - from) {
            steps.insert(std::ptr::from_ref(item), to - from);
            found.push((at, item));
        }
    }
    found
}

/// In how many items each block lies, itself counted, of some blocks and all below them.
fn levels(blocks: &[&Block]) -> HashMap<*const Block, isize> {
    let mut levels = HashMap::new();
    let mut todo: Vec<(&Block, isize)> = blocks.iter().map(|block| (*block, 0)).collect();
    while let Some((block, around)) = todo.pop() {
        let level = around + isize::from(Shape::of(block) == Shape::Item);
        levels.insert(std::ptr::from_ref(block), level);
        todo.extend(block.children.iter().map(|child| (child, level)));
    }
    levels
}

/// Whether an entry is a change, or holds one.
fn has_change(entry: &Entry<'_>) -> bool {
    let holds = match &entry.inside {
        Inside::Entries(inside) => inside.iter().any(has_change),
        _ => false,
    };
    holds || entry.change.is_some()
}

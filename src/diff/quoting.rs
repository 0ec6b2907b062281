//! What came into a quote, or out of one, in a row of contents that containers were grouped anew for: that is told
//! by no paragraph that came or went beside it.

use std::collections::HashMap;

use super::index::Shape;
use super::model::{Entry, Inside, Node, Passage, Relation};
use super::passages;
use crate::markdown::tree::Block;

/// How many quotes lie around each block.
type Depths = HashMap<*const Block, usize>;

/// What came into a quote, or out of one.
pub(super) struct Quoting<'a> {
    old: Vec<&'a Block>,
    new: Vec<&'a Block>,
    /// Whether the first of it came into a quote.
    came_in: bool,
}

impl<'a> Quoting<'a> {
    /// What both texts have of a row, in a quote in one of them alone; nothing where there is none. What moved is
    /// told as that.
    pub fn of(entry: &Entry<'a>) -> Option<Quoting<'a>> {
        let (old, new) = (depths(&entry.old), depths(&entry.new));
        let has_quotes = |depths: &Depths| depths.values().any(|&depth| depth > 0);
        if !has_quotes(&old) && !has_quotes(&new) {
            return None;
        }
        let mut found = Quoting {
            old: Vec::new(),
            new: Vec::new(),
            came_in: false,
        };
        found.gather(entry, &old, &new);
        (!found.new.is_empty()).then_some(found)
    }

    fn gather(&mut self, entry: &Entry<'a>, old: &Depths, new: &Depths) {
        let Inside::Entries(row) = &entry.inside else {
            return;
        };
        for part in row {
            match part.relation {
                Relation::Regrouped => self.gather(part, old, new),
                Relation::Added
                | Relation::Removed
                | Relation::MovedAway(_)
                | Relation::MovedHere(_) => {}
                _ => self.take((&part.old, old), (&part.new, new)),
            }
        }
    }

    /// Takes what lies in more quotes than it did, or in fewer: where one block became several, or several one, those
    /// of them that do.
    fn take(
        &mut self,
        (old, of_old): (&[&'a Block], &Depths),
        (new, of_new): (&[&'a Block], &Depths),
    ) {
        let found = match (depth_of_all(old, of_old), depth_of_all(new, of_new)) {
            (Some(before), _) => not_within(before, new, of_new)
                .map(|(new, is_deeper)| (old.to_vec(), new, is_deeper)),
            (None, Some(now)) => {
                not_within(now, old, of_old).map(|(old, is_deeper)| (old, new.to_vec(), !is_deeper))
            }
            (None, None) => None,
        };
        if let Some((old, new, came_in)) = found {
            self.came_in |= self.new.is_empty() && came_in;
            self.old.extend(old);
            self.new.extend(new);
        }
    }

    /// What it became.
    pub fn node(&self, node_of: impl Fn(&Block) -> Node) -> Node {
        match self.new.first() {
            Some(block) if !self.came_in => node_of(block),
            _ => Node::Quote,
        }
    }

    /// Its passages in both texts, one for each of an entry's blocks that holds some of it.
    pub fn passages(&self, entry: &Entry<'a>) -> (Vec<Passage>, Vec<Passage>) {
        (
            passages_within(&entry.old, &self.old),
            passages_within(&entry.new, &self.new),
        )
    }
}

fn passages_within(holders: &[&Block], told: &[&Block]) -> Vec<Passage> {
    let passage = |holder: &&Block| {
        let is_within = |block: &&&Block| {
            holder.span.start <= block.span.start && block.span.end <= holder.span.end
        };
        let within: Vec<&Block> = told.iter().filter(is_within).copied().collect();
        (!within.is_empty()).then(|| passages::together(&within))
    };
    holders.iter().filter_map(passage).collect()
}

/// Those of some blocks that do not lie in so many quotes, if any, and whether the first of them lies in more.
fn not_within<'a>(
    quotes: usize,
    blocks: &[&'a Block],
    depths: &Depths,
) -> Option<(Vec<&'a Block>, bool)> {
    let depth = |block: &Block| depths.get(&std::ptr::from_ref(block)).copied();
    let is_other = |block: &&&'a Block| depth(block).is_some_and(|depth| depth != quotes);
    let others: Vec<&'a Block> = blocks.iter().filter(is_other).copied().collect();
    let first = depth(others.first()?)?;
    Some((others, first > quotes))
}

/// How many quotes lie around each of some blocks, where it is as many for all.
fn depth_of_all(blocks: &[&Block], depths: &Depths) -> Option<usize> {
    let mut found = blocks
        .iter()
        .map(|block| depths.get(&std::ptr::from_ref(*block)).copied());
    let first = found.next()??;
    found.all(|depth| depth == Some(first)).then_some(first)
}

/// How many quotes lie around some blocks and what the containers among them hold.
fn depths(blocks: &[&Block]) -> Depths {
    let mut found = Depths::new();
    let mut todo: Vec<(&Block, usize)> = blocks.iter().map(|block| (*block, 0)).collect();
    while let Some((block, depth)) = todo.pop() {
        found.insert(std::ptr::from_ref(block), depth);
        let shape = Shape::of(block);
        if shape.is_open() {
            let within = depth + usize::from(shape == Shape::Quote);
            todo.extend(block.children.iter().map(|child| (child, within)));
        }
    }
    found
}

//! Under which headings blocks stand, as far as each text has these once. Terms head what is said of them.
//!
//! What stands under a heading that the other text has elsewhere belongs to what stands under it there. So blocks
//! that are the same, or much alike, are not each other where both their headings are known and are others: two
//! sections that changed places keep what they hold.

use super::fingerprint::{Fingerprint, FingerprintMap};
use super::index::{Id, Index, Node, Shape};
use super::likeness::Likenesses;
use super::model::Side;
use super::sighting::{Sighting, Sightings};
use super::words::Class;

/// The headings of two texts, and what stands under them.
pub(super) struct Headed {
    old: Sections,
    new: Sections,
}

/// What stands under which heading of one text.
struct Sections {
    /// The heading next above each block; of a heading, the one whose section its own lies in.
    above: Vec<Option<Id>>,
    /// What both texts know each heading by: a number for those that each has once.
    known: Vec<Option<usize>>,
    /// What each heading says.
    said: Vec<u64>,
    /// What the innermost heading is known by, of those above each block that are.
    known_above: Vec<Option<usize>>,
}

impl Headed {
    pub fn new(likenesses: &Likenesses<'_, '_>) -> Self {
        let mut seen: FingerprintMap<Sightings> = FingerprintMap::default();
        for id in headings(likenesses.old) {
            if let Some(print) = print(likenesses, Side::Old, id) {
                seen.entry(print).or_default().old.see(id);
            }
        }
        for id in headings(likenesses.new) {
            if let Some(print) = print(likenesses, Side::New, id)
                && let Some(sightings) = seen.get_mut(&print)
            {
                sightings.new.see(id);
            }
        }
        let mut old = Sections::of(likenesses.old);
        let mut new = Sections::of(likenesses.new);
        for (number, sightings) in seen.into_values().enumerate() {
            if let (Sighting::Once(here), Sighting::Once(there)) = (sightings.old, sightings.new) {
                old.known[here] = Some(number);
                new.known[there] = Some(number);
            }
        }
        old.find_known();
        new.find_known();
        Headed { old, new }
    }

    /// Whether two blocks stand under headings that are not each other's counterpart, though both texts have both.
    /// Where one stands deeper than the other under the same heading, one between came or went.
    pub fn are_apart(&self, old: Id, new: Id) -> bool {
        let (Some(before), Some(now)) = (self.old.known_above[old], self.new.known_above[new])
        else {
            return false;
        };
        if before == now {
            return false;
        }
        let is_around = |sections: &Sections, block: Id, known: usize| {
            let mut around = sections.around(block);
            around.any(|heading| sections.known[heading] == Some(known))
        };
        !is_around(&self.new, new, before) && !is_around(&self.old, old, now)
    }

    /// Whether two blocks stand under the same heading, or before all headings of their texts. A heading that is known
    /// by nothing but its number is the same where it has the same.
    pub fn are_together(&self, old: Id, new: Id) -> bool {
        match (self.old.above[old], self.new.above[new]) {
            (Some(before), Some(now)) => match (self.old.known[before], self.new.known[now]) {
                (None, None) => self.old.said[before] == self.new.said[now],
                (known_before, known_now) => known_before == known_now,
            },
            (before, now) => before == now,
        }
    }
}

impl Sections {
    fn of(index: &Index<'_>) -> Self {
        let mut above = Vec::with_capacity(index.nodes.len());
        let mut around: Vec<(Option<u8>, Id)> = Vec::new();
        while above.len() < index.nodes.len() {
            let block = above.len();
            let node = index.node(block);
            let level = node.heading_level();
            if level.is_some() {
                let ends = |&mut (other, _): &mut (Option<u8>, Id)| other >= level;
                while around.pop_if(ends).is_some() {}
            }
            // Footnotes stand after all sections, and in none of them.
            let heading = around.last().map(|&(_, heading)| heading);
            let heading = heading.filter(|_| node.shape != Shape::Footnote);
            above.extend(std::iter::repeat_n(heading, node.size));
            if level.is_some() {
                around.push((level, block));
            }
        }
        put_under_terms(index, &mut above);
        Sections {
            known: vec![None; above.len()],
            known_above: vec![None; above.len()],
            said: index.nodes.iter().map(|node| node.words).collect(),
            above,
        }
    }

    /// The headings whose sections a block lies in, the innermost first.
    fn around(&self, block: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.above[block], |&heading| self.above[heading])
    }

    fn find_known(&mut self) {
        for block in 0..self.above.len() {
            // A heading stands before all that it is above.
            let heading = self.above[block];
            self.known_above[block] =
                heading.and_then(|heading| self.known[heading].or(self.known_above[heading]));
        }
    }
}

/// Puts what is said of each term in a list of definitions under it.
fn put_under_terms(index: &Index<'_>, above: &mut [Option<Id>]) {
    let lists = index.nodes.iter().enumerate();
    for (list, _) in lists.filter(|(_, node)| node.shape == Shape::Definitions) {
        let mut term = None;
        for child in index.children(list) {
            if index.node(child).shape == Shape::Term {
                term = Some(child);
            } else if term.is_some() {
                above[index.subtree(child)].fill(term);
            }
        }
    }
}

/// The headings that stand in no other block, and the terms of lists of definitions.
fn headings<'i>(index: &'i Index<'_>) -> impl Iterator<Item = Id> + 'i {
    let heads = |node: &Node<'_>| match node.shape {
        Shape::Heading => node.parent.is_none(),
        shape => shape == Shape::Term,
    };
    let blocks = index.nodes.iter().enumerate();
    blocks
        .filter(move |(_, node)| heads(node))
        .map(|(id, _)| id)
}

/// What a heading is known again by: its words, whatever number it has. Nothing where it has no other.
fn print(likenesses: &Likenesses<'_, '_>, side: Side, id: Id) -> Option<u64> {
    let node = likenesses.index(side).node(id);
    let sequences = likenesses.sequences;
    if node.weight == 0 || sequences.is_bare_heading(side, node.block) {
        return None;
    }
    let number = match sequences.is_numbered_heading(side, node.block) {
        true => Class::Number,
        false if node.block.label.is_some() => Class::Label,
        false => return Some(node.words),
    };
    let tokens = likenesses.tokens(side, id).iter();
    let number = tokens.clone().position(|token| token.class == number);
    let words = tokens.enumerate().filter(|&(at, _)| Some(at) != number);
    let print = words.fold(
        Fingerprint::new(Shape::Heading as u64),
        |print, (_, token)| print.number(token.key),
    );
    Some(print.finish())
}

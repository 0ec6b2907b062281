//! Containers that were cut, put together or nested: their contents in one row, each in the
//! containers of the text that it is written for.
//!
//! What the new text has opens and closes its own containers. What only the old text has stands
//! within those that are open around it, so that no item of the new text is written twice, and takes
//! what it needs besides from its own.

mod levels;

use super::words::stretches_of_leaves;
use super::{Page, elements, with_old_number};
use crate::diff::index::Shape;
use crate::diff::model::{Entry, Inside, Relation, Words};
use crate::markdown::tree::Block;
use levels::Marks;

/// One of the contents, with the containers that it lies in, from the outermost.
struct Part<'p> {
    entry: &'p Entry<'p>,
    old: Vec<&'p Block>,
    new: Vec<&'p Block>,
    /// Those of its further blocks in the new text.
    further: Vec<Vec<&'p Block>>,
}

impl Part<'_> {
    /// Whether what it became lies in more than one container.
    fn is_parted(&self) -> bool {
        let same = |further: &Vec<&Block>| {
            further.len() == self.new.len()
                && further
                    .iter()
                    .zip(&self.new)
                    .all(|(a, b)| std::ptr::eq(*a, *b))
        };
        !self.further.iter().all(same)
    }
}

/// A container that is open.
#[derive(Clone, Copy)]
struct Open<'p> {
    block: &'p Block,
    is_old: bool,
}

impl<'p> Page<'p> {
    /// Writes the contents of containers that run from one into the other. Around items there can be no
    /// element but their list: the first of them stands for the change, or the first that has another level now.
    pub(super) fn regrouped(&mut self, entry: &'p Entry<'p>) {
        let containers = || entry.new.iter().chain(&entry.old);
        if entry.change.is_none() {
            self.regrouped_parts(entry, None);
        } else if containers().any(|block| needs_container(block)) {
            self.regrouped_parts(entry, Some(entry));
        } else {
            self.in_change(entry, |page| page.regrouped_parts(entry, None));
        }
    }

    /// The same without an element around them; `marked` is the change that one of the containers stands for.
    fn regrouped_parts(&mut self, entry: &'p Entry<'p>, marked: Option<&'p Entry<'p>>) {
        let parts = parts(entry);
        let mut marks = Marks::of(marked, &parts);
        let mut open: Vec<Open<'p>> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            let wanted = if part.entry.new.is_empty() {
                let next = parts[at + 1..]
                    .iter()
                    .find(|next| !next.entry.new.is_empty());
                around_old(part, &open, next)
            } else {
                opened(&part.new, false)
            };
            self.reopen(&mut open, wanted, &mut marks);
            match &part.entry.inside {
                Inside::Words(words) if part.is_parted() => {
                    self.words_of_containers(part, words, &mut open);
                }
                _ => {
                    self.next_mark = marks.of_item(part);
                    self.entry(part.entry);
                }
            }
        }
        self.reopen(&mut open, Vec::new(), &mut marks);
    }

    /// Writes blocks whose words run from one into the other, each in its own containers. The first stands
    /// for the change, and all are known as parts of it.
    fn words_of_containers(&mut self, part: &Part<'p>, words: &'p Words, open: &mut Vec<Open<'p>>) {
        let entry = part.entry;
        let mut stretches = stretches_of_leaves(entry, words);
        for (at, &block) in entry.new.iter().enumerate() {
            self.next_mark = entry.change.map(Mark::part_of);
            if at > 0 {
                let wanted = opened(&part.further[at - 1], false);
                self.reopen(open, wanted, &mut Marks::default());
                self.words_block(entry, block, "", &mut stretches);
            } else if entry.change.is_none() || elements::takes_attributes(Shape::of(block)) {
                let attributes = self.change_attributes(entry);
                self.words_block(entry, block, &attributes, &mut stretches);
            } else {
                self.in_change(entry, |page| {
                    page.words_block(entry, block, "", &mut stretches);
                });
            }
        }
    }

    /// The attributes of an element that carries a mark.
    pub(super) fn attributes_of_mark(&self, mark: &Mark<'_>) -> String {
        let element = mark.element_of.map(|entry| self.change_attributes(entry));
        let part = mark
            .part_of
            .map(|change| format!("data-part=\"change-{}\"", self.number(change)));
        let attributes: Vec<String> = element.into_iter().chain(part).collect();
        attributes.join(" ")
    }

    /// Closes what is not wanted and opens what is, with their marks.
    fn reopen(&mut self, open: &mut Vec<Open<'p>>, wanted: Vec<Open<'p>>, marks: &mut Marks<'p>) {
        let same = |(a, b): &(&Open<'_>, &Open<'_>)| std::ptr::eq(a.block, b.block);
        let kept = open.iter().zip(&wanted).take_while(same).count();
        for container in open.drain(kept..).rev() {
            self.writer.close(container.block);
        }
        for container in &wanted[kept..] {
            let mark = marks.of_container(container.block);
            let marked = mark.as_ref().map(|mark| self.attributes_of_mark(mark));
            let number = marks.old_number(container.block).map(with_old_number);
            let attributes: Vec<String> = marked.into_iter().chain(number).collect();
            let attributes = attributes.join(" ");
            if container.is_old {
                self.without_ids(|page| page.writer.open(container.block, &attributes));
            } else {
                self.writer.open(container.block, &attributes);
            }
            if let Some(entry) = mark.and_then(|mark| mark.label) {
                self.label_of(entry, "span");
            }
        }
        *open = wanted;
    }
}

/// What an element carries of a change whose contents were grouped anew.
pub(super) struct Mark<'p> {
    /// The change that the element stands for.
    element_of: Option<&'p Entry<'p>>,
    /// The change that it is known as a part of, by its index.
    part_of: Option<usize>,
    /// The change whose label it opens with.
    label: Option<&'p Entry<'p>>,
}

impl<'p> Mark<'p> {
    fn part_of(change: usize) -> Self {
        Mark {
            element_of: None,
            part_of: Some(change),
            label: None,
        }
    }

    /// The change whose label the element opens with.
    pub fn label(&self) -> Option<&'p Entry<'p>> {
        self.label
    }
}

/// The contents of an entry, those of what was put together within it included.
fn parts<'p>(entry: &'p Entry<'p>) -> Vec<Part<'p>> {
    let Inside::Entries(inside) = &entry.inside else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    for part in inside {
        let within = if part.relation == Relation::Regrouped {
            self::parts(part)
        } else {
            vec![Part {
                entry: part,
                old: Vec::new(),
                new: Vec::new(),
                further: vec![Vec::new(); part.new.len().saturating_sub(1)],
            }]
        };
        parts.extend(within.into_iter().map(|mut part| {
            add_container(&mut part.old, &entry.old, &part.entry.old);
            add_container(&mut part.new, &entry.new, &part.entry.new);
            let blocks = part.entry.new.iter().skip(1);
            for (known, block) in part.further.iter_mut().zip(blocks) {
                add_container(known, &entry.new, std::slice::from_ref(block));
            }
            part
        }));
    }
    parts
}

/// Puts the container among `blocks` that holds a part before those that are known to hold it.
fn add_container<'p>(known: &mut Vec<&'p Block>, blocks: &[&'p Block], part: &[&'p Block]) {
    let Some(held) = known.first().or(part.first()).copied() else {
        return;
    };
    let holds = |block: &&&'p Block| block.children.iter().any(|child| std::ptr::eq(child, held));
    if let Some(container) = blocks.iter().find(holds) {
        known.insert(0, container);
    }
}

fn opened<'p>(blocks: &[&'p Block], is_old: bool) -> Vec<Open<'p>> {
    blocks.iter().map(|&block| Open { block, is_old }).collect()
}

/// The containers around what only the old text has: those that are open and stay open for what comes
/// next, and its own below these.
fn around_old<'p>(part: &Part<'p>, open: &[Open<'p>], next: Option<&Part<'p>>) -> Vec<Open<'p>> {
    let stays = |at: usize, block: &Block| match next {
        Some(next) => next
            .new
            .get(at)
            .is_some_and(|wanted| std::ptr::eq(*wanted, block)),
        None => at < part.old.len(),
    };
    let mut around: Vec<Open<'p>> = open
        .iter()
        .enumerate()
        .take_while(|(at, open)| open.is_old || stays(*at, open.block))
        .map(|(_, open)| *open)
        .take_while(|open| {
            !open.is_old || part.old.iter().any(|own| std::ptr::eq(*own, open.block))
        })
        .collect();
    let Some(&block) = part.entry.old.first() else {
        return around;
    };
    loop {
        let own = part.old.get(around.len()..).unwrap_or_default();
        let first = |own: &[&'p Block]| own.first().copied().unwrap_or(block);
        let is_deeper = around.len() > part.old.len();
        match around.last() {
            Some(last) => {
                // Rather some of its own are left out than that one is closed, and opened once more for what
                // comes next.
                let fits = |own: &&[&'p Block]| can_hold(last.block, first(own));
                let fitting = (0..=own.len()).map(|at| &own[at..]).find(fits);
                match fitting.filter(|_| !(is_deeper && is_row(last.block))) {
                    Some(own) => {
                        around.extend(opened(own, true));
                        return around;
                    }
                    None => around.pop(),
                };
            }
            None if needs_container(first(own)) => return among_items(part, block, open),
            None => return opened(own, true),
        }
    }
}

/// The containers around a block that only the old text has, among items whose list is open around all of
/// them.
fn among_items<'p>(part: &Part<'p>, block: &Block, open: &[Open<'p>]) -> Vec<Open<'p>> {
    let Some(at) = part.old.iter().position(|own| can_hold(own, block)) else {
        return Vec::new();
    };
    let own = part.old[at];
    if at == 0 || needs_container(own) {
        return opened(&[own], true);
    }
    // No list stands directly in another: its own stays in the item before, or is not needed.
    let before = open.first().filter(|open| !open.is_old);
    match before.filter(|before| can_hold(before.block, own)) {
        Some(before) => [vec![*before], opened(&[own], true)].concat(),
        None if Shape::of(block) == Shape::of(part.old[0]) => Vec::new(),
        None => opened(&part.old[..=at], true),
    }
}

fn is_row(container: &Block) -> bool {
    matches!(Shape::of(container), Shape::List | Shape::Definitions)
}

fn needs_container(block: &Block) -> bool {
    matches!(
        Shape::of(block),
        Shape::Item | Shape::Term | Shape::Definition
    )
}

/// Whether one element can stand directly in another.
fn can_hold(container: &Block, block: &Block) -> bool {
    match Shape::of(container) {
        Shape::List => Shape::of(block) == Shape::Item,
        Shape::Definitions => matches!(Shape::of(block), Shape::Term | Shape::Definition),
        _ => !needs_container(block),
    }
}

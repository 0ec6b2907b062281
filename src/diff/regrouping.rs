//! What it is to a reader that the contents of containers are grouped in another way.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::index::Shape;
use super::model::{Entry, Inside, Kind, Op, Relation, TextEdit};
use super::quoting::Quoting;
use crate::markdown::tree::Block;

/// The kind of change that an entry of [`Relation::Regrouped`] is: nothing where what came or went
/// between its contents tells it already.
pub(super) fn kind(entry: &Entry<'_>) -> Option<Kind> {
    let Inside::Entries(inside) = &entry.inside else {
        return None;
    };
    if became_all_of_one_kind(inside) || Quoting::of(entry).is_some() {
        return Some(Kind::Retyped);
    }
    let tells_its_kind = |part: &Entry<'_>| tells_its_kind(entry, part);
    if !inside.iter().any(is_nested) && inside.iter().any(tells_its_kind) {
        return None;
    }
    let blocks = || entry.old.iter().chain(&entry.new);
    let opens = |shape| blocks().any(|block| Shape::of(block) == shape);
    let is_mixed = opens(Shape::Item) || opens(Shape::Quote) && opens(Shape::List);
    let tells_itself = !is_mixed && !inside.iter().any(is_nested);
    if tells_itself && inside.iter().any(parts_items) {
        return None;
    }
    if is_told_within(entry) {
        return None;
    }
    let items_came = entry.new.len().cmp(&entry.old.len());
    if items_came != Ordering::Equal && stays_below_items(entry, inside) {
        return Some(split_or_joined(items_came));
    }
    // An item whose own line went while those below it rose is not what they were split from.
    let lost_its_line = is_mixed && inside.iter().any(has_line_of_one_text);
    if lost_its_line || keeps_as_many_items(entry, inside) {
        return Some(Kind::Retyped);
    }
    let came = regrouped(&entry.new, inside, Relation::Added);
    let went = regrouped(&entry.old, inside, Relation::Removed);
    Some(split_or_joined(came.cmp(&went)))
}

/// The kind of change that it is where there are more blocks than there were, or fewer.
fn split_or_joined(came: Ordering) -> Kind {
    match came {
        Ordering::Greater => Kind::Split,
        Ordering::Less => Kind::Joined,
        Ordering::Equal => Kind::Retyped,
    }
}

/// Whether what was grouped anew are items, and those below them neither rose into their row nor came from it.
fn stays_below_items(entry: &Entry<'_>, inside: &[Entry<'_>]) -> bool {
    let below = |blocks: &[&Block], loose: Relation| -> usize {
        let below = blocks.iter().flat_map(|block| &block.children);
        below
            .map(|block| items_that_stayed(block, inside, loose))
            .sum()
    };
    let (before, after) = (
        below(&entry.old, Relation::Removed),
        below(&entry.new, Relation::Added),
    );
    are_items(entry) && before > 0 && before == after
}

/// Whether items are neither split nor joined, those that came or went by themselves aside.
fn keeps_as_many_items(entry: &Entry<'_>, inside: &[Entry<'_>]) -> bool {
    let count = |blocks: &[&Block], loose: Relation| -> usize {
        let items = blocks.iter();
        items
            .map(|block| items_that_stayed(block, inside, loose))
            .sum()
    };
    let (before, after) = (
        count(&entry.old, Relation::Removed),
        count(&entry.new, Relation::Added),
    );
    are_items(entry) && before == after
}

/// Whether all that was grouped anew are items, and stay items.
pub(super) fn are_items(entry: &Entry<'_>) -> bool {
    let mut blocks = entry.old.iter().chain(&entry.new);
    blocks.all(|block| is_item(block))
}

/// How many items a block is or holds that neither came nor went by themselves.
fn items_that_stayed(block: &Block, inside: &[Entry<'_>], loose: Relation) -> usize {
    if is_item(block) && tells(inside, block, loose) {
        return 0;
    }
    let below = block.children.iter();
    let below: usize = below
        .map(|block| items_that_stayed(block, inside, loose))
        .sum();
    below + usize::from(is_item(block))
}

/// Whether what happened within blocks that were grouped anew tells it all: some of what they hold moved, be it
/// that a paragraph became an item or an item a paragraph, or was split or joined, and all else is held as it was.
fn is_told_within(entry: &Entry<'_>) -> bool {
    let mut told = Vec::new();
    let Inside::Entries(row) = &entry.inside else {
        return false;
    };
    let outlines = |blocks: &[&Block], told: &[&Block]| -> Vec<Outline> {
        let outlines = blocks.iter().filter_map(|block| outline(block, told));
        outlines.collect()
    };
    tell_themselves(row, &mut told)
        && !told.is_empty()
        && outlines(&entry.old, &told) == outlines(&entry.new, &told)
}

/// Gathers what moved, was split or joined among the parts of a row; false where something else happened to one.
fn tell_themselves<'a>(row: &[Entry<'a>], told: &mut Vec<&'a Block>) -> bool {
    row.iter().all(|part| match (part.relation, &part.inside) {
        (Relation::MovedAway(_) | Relation::Removed, _) => {
            told.extend(&part.old);
            true
        }
        (Relation::MovedHere(_) | Relation::Added, _) => {
            told.extend(&part.new);
            true
        }
        (Relation::Split | Relation::Joined, _) => {
            told.extend(part.old.iter().chain(&part.new));
            true
        }
        (Relation::Regrouped, Inside::Entries(row)) => tell_themselves(row, told),
        (Relation::Kept, Inside::Entries(row)) => {
            // What else happened within what stayed is told there.
            tell_themselves(row, told);
            true
        }
        (relation, _) => relation == Relation::Kept,
    })
}

/// What a block is and what it holds.
#[derive(PartialEq, Eq)]
struct Outline {
    shape: Shape,
    within: Vec<Outline>,
}

/// The outline of a block without what tells itself; nothing where all of it does.
fn outline(block: &Block, told: &[&Block]) -> Option<Outline> {
    if told.iter().any(|told| std::ptr::eq(*told, block)) {
        return None;
    }
    let within = block.children.iter();
    let within: Vec<Outline> = within.filter_map(|block| outline(block, told)).collect();
    let is_emptied = within.is_empty() && !block.children.is_empty();
    let shape = Shape::of(block);
    (!is_emptied).then_some(Outline { shape, within })
}

/// Whether the paragraphs of a row became the items of a list, or the items paragraphs, and no item stayed
/// one: that is one change of the row.
pub(super) fn became_all_of_one_kind(row: &[Entry<'_>]) -> bool {
    let mut with_items = row
        .iter()
        .filter(|part| !part.old.is_empty() && !part.new.is_empty())
        .filter(|part| part.old.iter().chain(&part.new).any(|block| is_item(block)));
    row.iter().any(crosses_list) && with_items.all(|part| crosses_list(part) || is_nested(part))
}

/// Whether a paragraph became an item, or an item a paragraph.
pub(super) fn crosses_list(part: &Entry<'_>) -> bool {
    let ([old], [new]) = (&*part.old, &*part.new) else {
        return false;
    };
    is_item(old) != is_item(new)
}

/// The paragraphs of a row that are all that an item holds: to a reader they are that item.
pub(super) fn lines_of_items<'a>(entry: &Entry<'a>) -> impl Iterator<Item = &'a Block> {
    let blocks = entry.old.iter().chain(&entry.new);
    let items = blocks.copied().filter(|block| is_item(block));
    items.filter_map(|item| match item.children.as_slice() {
        [line] => Some(line),
        _ => None,
    })
}

/// The parts of a row, those of what was grouped anew within it in its place.
pub(super) fn parts<'e, 'a>(row: &'e [Entry<'a>]) -> Vec<&'e Entry<'a>> {
    let parts = row
        .iter()
        .flat_map(|part| match (part.relation, &part.inside) {
            (Relation::Regrouped, Inside::Entries(row)) => parts(row),
            _ => vec![part],
        });
    parts.collect()
}

/// The first lines of items whose contents stand in one row, with the items, in both texts.
#[derive(Default)]
pub(super) struct Heads<'a> {
    old: HashMap<*const Block, &'a Block>,
    new: HashMap<*const Block, &'a Block>,
}

impl<'a> Heads<'a> {
    /// Takes in the items of an entry whose contents were grouped anew, and of what was within it.
    pub fn take_in(&mut self, entry: &Entry<'a>) {
        if let (Relation::Regrouped, Inside::Entries(row)) = (entry.relation, &entry.inside) {
            row.iter().for_each(|part| self.take_in(part));
        } else {
            return;
        }
        fn headed<'a>(blocks: &[&'a Block]) -> impl Iterator<Item = (*const Block, &'a Block)> {
            let items = blocks.iter().filter(|block| is_item(block));
            items.filter_map(|item| Some((std::ptr::from_ref(item.children.first()?), *item)))
        }
        self.old.extend(headed(&entry.old));
        self.new.extend(headed(&entry.new));
    }

    /// The item of each text whose first line a part of a row is, where it stayed one.
    pub fn items_of(&self, part: &Entry<'a>) -> Option<(&'a Block, &'a Block)> {
        let ([old], [new]) = (&*part.old, &*part.new) else {
            return None;
        };
        let old = self.old.get(&std::ptr::from_ref(*old))?;
        let new = self.new.get(&std::ptr::from_ref(*new))?;
        (part.relation == Relation::Kept).then_some((*old, *new))
    }
}

fn is_nested(part: &Entry<'_>) -> bool {
    part.relation == Relation::Regrouped
}

/// Whether a part of a row says by itself that an item became a paragraph, or took one in, or the reverse.
fn tells_its_kind(entry: &Entry<'_>, part: &Entry<'_>) -> bool {
    let blocks = || part.old.iter().chain(&part.new);
    let is_mixed = blocks().any(|block| is_item(block)) && !blocks().all(|block| is_item(block));
    let is_line = |block: &Block| lines_of_items(entry).any(|line| std::ptr::eq(line, block));
    let tells = match part.relation {
        // An item whose line went into another row is an item still.
        Relation::Retyped => !blocks().any(|block| is_line(block)),
        Relation::Split | Relation::Joined => true,
        _ => false,
    };
    is_mixed && tells
}

fn is_item(block: &Block) -> bool {
    Shape::of(block) == Shape::Item
}

/// Signs that are typed at the head of a line to make it look like an item.
const TYPED_BULLETS: &[char] = &[
    '-', '‐', '‑', '–', '—', '−', '•', '‣', '·', '∙', '◦', '▪', '■', '●', '○', '*',
];

/// Whether all that went or came is the sign that was typed at the head of a line where an item has its
/// own.
pub(super) fn is_typed_bullet(edits: &[TextEdit]) -> bool {
    let is_bullet = |text: &str| {
        let mut signs = text.trim().chars();
        signs
            .next()
            .is_some_and(|sign| TYPED_BULLETS.contains(&sign))
            && signs.next().is_none()
    };
    match edits {
        [first, rest @ ..] => {
            first.op != Op::Equal
                && is_bullet(&first.text)
                && rest.iter().all(|edit| edit.op == Op::Equal)
        }
        [] => false,
    }
}

/// How many of some blocks were grouped anew: what only one text has beside them is told by itself, and
/// nothing was split for it.
fn regrouped(blocks: &[&Block], inside: &[Entry<'_>], loose: Relation) -> usize {
    let is_told = |block: &&&Block| tells(inside, block, loose);
    blocks.len() - blocks.iter().filter(is_told).count()
}

/// Whether one of some entries, or of what was grouped anew among them, tells that a block came or went.
fn tells(entries: &[Entry<'_>], block: &Block, loose: Relation) -> bool {
    entries
        .iter()
        .any(|part| match (part.relation, &part.inside) {
            (Relation::Regrouped | Relation::Kept, Inside::Entries(inside)) => {
                tells(inside, block, loose)
            }
            (relation, _) => {
                let own = match (loose, relation) {
                    (Relation::Added, Relation::MovedHere(_)) => part.new.first(),
                    (Relation::Removed, Relation::MovedAway(_)) => part.old.first(),
                    _ if relation == loose => part.old.first().or(part.new.first()),
                    _ => None,
                };
                own.is_some_and(|own| std::ptr::eq(*own, block))
            }
        })
}

/// Whether items are neither split nor joined: some rose a level or were put below another, and they are
/// as many as they were.
pub(super) fn have_as_many_items(old: &[&Block], new: &[&Block]) -> bool {
    let count = |blocks: &[&Block]| blocks.iter().map(|block| items_of(block)).sum::<usize>();
    old.iter().chain(new).all(|block| is_item(block)) && count(old) == count(new)
}

/// How many items a block is or holds.
fn items_of(block: &Block) -> usize {
    let below = block.children.iter().map(items_of).sum::<usize>();
    below + usize::from(is_item(block))
}

/// Whether an item's own line is in one of the texts alone.
fn has_line_of_one_text(part: &Entry<'_>) -> bool {
    if let (Relation::Regrouped, Inside::Entries(inside)) = (part.relation, &part.inside) {
        return inside.iter().any(has_line_of_one_text);
    }
    let block = match part.relation {
        Relation::Removed => part.old.first(),
        Relation::Added => part.new.first(),
        _ => None,
    };
    block.is_some_and(|block| Shape::of(block) == Shape::Paragraph)
}

/// Whether something that came, went or changed stands between the items of a row, itself no item.
fn parts_items(part: &Entry<'_>) -> bool {
    let is_item = |shape| matches!(shape, Shape::Item | Shape::Term | Shape::Definition);
    let block = part.old.first().or(part.new.first());
    part.relation != Relation::Kept && block.is_some_and(|block| !is_item(Shape::of(block)))
}

//! What it is to a reader that the contents of containers are grouped in another way.

use super::index::Shape;
use super::model::{Entry, Inside, Kind, Op, Relation, TextEdit};
use crate::markdown::tree::Block;

/// The kind of change that an entry of [`Relation::Regrouped`] is: nothing where what came or went
/// between its contents tells it already.
pub(super) fn kind(entry: &Entry<'_>) -> Option<Kind> {
    let Inside::Entries(inside) = &entry.inside else {
        return None;
    };
    if became_all_of_one_kind(inside) {
        return Some(Kind::Retyped);
    }
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
    // An item whose own line went while those below it rose is not what they were split from.
    let lost_its_line = is_mixed && inside.iter().any(has_line_of_one_text);
    if lost_its_line || have_as_many_items(&entry.old, &entry.new) {
        return Some(Kind::Retyped);
    }
    let came = regrouped(&entry.new, inside, Relation::Added);
    let went = regrouped(&entry.old, inside, Relation::Removed);
    Some(match came.cmp(&went) {
        std::cmp::Ordering::Greater => Kind::Split,
        std::cmp::Ordering::Less => Kind::Joined,
        // What moved from beside a list into it, or out of it, tells by itself why the list is another.
        std::cmp::Ordering::Equal if is_moved_into(entry) => return None,
        std::cmp::Ordering::Equal => Kind::Retyped,
    })
}

/// Whether nothing happened to blocks that were grouped anew but that paragraphs moved among them to become
/// items, or items to become paragraphs.
fn is_moved_into(entry: &Entry<'_>) -> bool {
    let Inside::Entries(row) = &entry.inside else {
        return false;
    };
    if row.iter().any(is_nested) {
        let is_kept = |part: &Entry<'_>| part.relation == Relation::Kept;
        return row.iter().all(|part| is_kept(part) || is_moved_into(part));
    }
    let mut moved: Vec<&Block> = Vec::new();
    for part in row {
        match part.relation {
            Relation::MovedAway(_) => moved.extend(&part.old),
            Relation::MovedHere(_) => moved.extend(&part.new),
            Relation::Kept => {}
            _ => return false,
        }
    }
    let has_moved = |block: &Block| {
        let mut lines = std::iter::once(block).chain(&block.children);
        lines.any(|line| moved.iter().any(|moved| std::ptr::eq(*moved, line)))
    };
    let stayed = |blocks: &[&Block]| -> Vec<Shape> {
        let stayed = blocks.iter().filter(|block| !has_moved(block));
        stayed.map(|block| Shape::of(block)).collect()
    };
    let is_line = |block: &&Block| match Shape::of(block) {
        Shape::Item => block.children.len() == 1,
        shape => shape == Shape::Paragraph,
    };
    let mut blocks = entry.old.iter().chain(&entry.new);
    blocks.all(is_line) && stayed(&entry.old) == stayed(&entry.new)
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
    let ([old], [new]) = (part.old.as_slice(), part.new.as_slice()) else {
        return false;
    };
    is_item(old) != is_item(new)
}

fn is_nested(part: &Entry<'_>) -> bool {
    part.relation == Relation::Regrouped
}

/// Whether a part of a row says by itself that an item became a paragraph, or took one in, or the reverse.
fn tells_its_kind(part: &Entry<'_>) -> bool {
    let blocks = || part.old.iter().chain(&part.new);
    let is_mixed = blocks().any(|block| is_item(block)) && !blocks().all(|block| is_item(block));
    is_mixed
        && matches!(
            part.relation,
            Relation::Retyped | Relation::Split | Relation::Joined
        )
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
            (Relation::Regrouped, Inside::Entries(inside)) => tells(inside, block, loose),
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

//! Of which of the blocks beside it one block can have become several, and what that gains.

use super::PAIRED;
use super::blocks::{Blocks, PART_FROM_WHOLE};
use crate::diff::bags::{ALIKE, Tally, Weighed};
use crate::diff::index::Shape;

/// How many blocks one can become.
const MOST_PARTS: usize = 8;
/// How many paragraphs and lists one list can have been put together from.
const MOST_PARTS_OF_A_LIST: usize = 32;
/// The least share of a whole that its parts have together, and they of it.
const PARTS_TOGETHER: u64 = 650;
/// What each further part costs, in the unit of words' weights.
const PART_COST: i64 = 120;

/// The numbers of parts that one block can have become, the last of them before `end`, and what
/// each would gain.
pub(super) fn several(
    wholes: &Blocks<'_>,
    whole: usize,
    parts: &Blocks<'_>,
    end: usize,
    common: &[u64],
    tally: &mut Tally,
) -> Vec<(usize, i64)> {
    let mut found = Vec::new();
    let shape = wholes.shapes[whole];
    let bag = wholes.bags[whole];
    let most = if shape == Shape::List {
        MOST_PARTS_OF_A_LIST
    } else {
        MOST_PARTS
    };
    let (mut most_common, mut total, mut label) = (0, 0, 0);
    // From where on the tally has the parts.
    let mut tallied = end;
    for count in 1..=most.min(end) {
        let part = end - count;
        if !is_part(wholes, whole, parts, part, common[part]) {
            break;
        }
        most_common += common[part];
        total += parts.unlabelled[part];
        label = label.max(wholes.same_label(whole, parts, part));
        if bag.total * ALIKE < total * PARTS_TOGETHER {
            break;
        }
        // Together the parts have no more in common with the whole than each has by itself.
        let may_be_enough = most_common * ALIKE >= bag.total * PARTS_TOGETHER;
        // An item begins with an item's line.
        let begins = shape != Shape::Item || parts.shapes[part] == Shape::Item;
        if count == 1 || !may_be_enough || !begins {
            continue;
        }
        parts.bags[part..tallied]
            .iter()
            .for_each(|part| tally.add(part.bag));
        tallied = part;
        let common = tally.common(bag);
        // An item whose own line went is not what the items below it were split from.
        let enough = wholes.lines[whole].is_none_or(|line| is_enough(line, tally.common(line)))
            && common.saturating_sub(label) * ALIKE >= total * PARTS_TOGETHER
            && common * ALIKE >= bag.total * PARTS_TOGETHER;
        if enough {
            let cost = ((bag.total + total) * PAIRED / ALIKE) as i64;
            let gain = 2 * common as i64 - cost - PART_COST * (count as i64 - 1);
            found.push((count, gain));
        }
    }
    let together = &parts.bags[tallied..end];
    together.iter().for_each(|part| tally.remove(part.bag));
    found
}

/// Whether one block can be one of several that another became, with which it has so much in common.
fn is_part(
    wholes: &Blocks<'_>,
    whole: usize,
    parts: &Blocks<'_>,
    part: usize,
    common: u64,
) -> bool {
    if !parts.has_enough(part, common) {
        return false;
    }
    // What stands elsewhere as it was came from nothing here.
    if wholes.stands_elsewhere(whole, parts, part) || parts.stands_elsewhere(part, wholes, whole) {
        return false;
    }
    let (shape, bag) = (wholes.shapes[whole], wholes.bags[whole]);
    let fits = can_be_part(shape, parts.shapes[part])
        || wholes.are_lines[whole] && parts.shapes[part] == Shape::Paragraph;
    // A paragraph is no part of one that says nothing else. An item and a list may have been short of one
    // line alone.
    let is_all = shape == Shape::Paragraph && common * ALIKE >= bag.total * 950;
    // A clause that came under the label of another says nothing of it yet.
    let common = common - wholes.same_label(whole, parts, part).min(common);
    fits && !is_all
        && parts.lines[part].is_none_or(|line| is_enough(line, line.common(bag.bag)))
        && parts.unlabelled[part] > 0
        && parts.has_enough(part, common)
}

/// Whether so much in common with others is most of an item's own line.
fn is_enough(line: Weighed<'_>, common: u64) -> bool {
    common * ALIKE >= line.total * PART_FROM_WHOLE
}

/// Whether a block of one shape can have become several, one of which is of the other.
fn can_be_part(whole: Shape, part: Shape) -> bool {
    match whole {
        Shape::Paragraph => matches!(part, Shape::Paragraph | Shape::List | Shape::Quote),
        Shape::List => matches!(part, Shape::Paragraph | Shape::List),
        Shape::Item => part == Shape::Item,
        Shape::Definition => part == Shape::Definition,
        _ => false,
    }
}

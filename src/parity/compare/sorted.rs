//! Tables that each language sorts by its own alphabet: Cardiff, Newport, Swansea; *Abertawe, Caerdydd, Casnewydd*.

use std::cmp::Ordering;

use crate::language::LanguageCode;
use crate::language::order::Collator;
use crate::markdown::tree::{Block, BlockKind};
use crate::parity::meeting::Meeting;

/// Whether these are rows of which some stand in another order, and both languages have them in the order of their
/// alphabet, by their first cells.
pub(super) fn rows_are_sorted(meetings: &[Meeting<'_>], languages: [&LanguageCode; 2]) -> bool {
    let is_moved = |meeting: &Meeting<'_>| matches!(meeting, Meeting::Pair(pair) if pair.moved && is_row(pair.left));
    if !meetings.iter().any(is_moved) {
        return false;
    }
    let rows = |side: usize| {
        meetings
            .iter()
            .filter_map(move |meeting| row(meeting, side))
    };
    [0, 1]
        .into_iter()
        .all(|side| is_sorted(rows(side).collect(), languages[side]))
}

fn row<'a>(meeting: &Meeting<'a>, side: usize) -> Option<&'a Block> {
    let row = match (meeting, side) {
        (Meeting::Pair(pair), 0) => pair.left,
        (Meeting::Pair(pair), _) => pair.right,
        (Meeting::Left(block), 0) | (Meeting::Right(block), 1) => *block,
        _ => return None,
    };
    let is_header = matches!(row.kind, BlockKind::TableRow { header: true });
    (is_row(row) && !is_header).then_some(row)
}

fn is_row(block: &Block) -> bool {
    matches!(block.kind, BlockKind::TableRow { .. })
}

fn is_sorted(mut rows: Vec<&Block>, language: &LanguageCode) -> bool {
    rows.sort_by_key(|row| row.span.start);
    let collator = Collator::of(language);
    let name = |row: &Block| {
        row.children
            .first()
            .map_or_else(String::new, Block::own_text)
    };
    let names: Vec<String> = rows.into_iter().map(name).collect();
    let has_order = |pair: &[String]| collator.compare(&pair[0], &pair[1]) == Ordering::Less;
    names.windows(2).all(has_order)
}

//! Beads → entries: the merged text, before moves are looked for.

use std::ops::Range;
use std::rc::Rc;

use super::align::{Aligner, Bead};
use super::attributes;
use super::blocks::Blocks;
use super::code;
use super::containers::{self, Group};
use super::edits;
use super::flow::{self, Flow};
use super::html_words;
use super::index::{Id, Index, Shape};
use super::likeness::Likenesses;
use super::memory::WordsOfBlocks;
use super::model::{Entry, Inside, Relation, Side, holds_words};
use super::regrouping;
use super::table;
use crate::markdown::tree::{Block, BlockKind};

/// The entries for two rows of siblings.
pub(super) fn build<'a>(aligner: &Aligner<'_, 'a>, olds: &[Id], news: &[Id]) -> Vec<Entry<'a>> {
    let beads = aligner.align(olds, news);
    let groups = containers::groups(aligner, olds, news, &beads);
    let mut entries = Vec::with_capacity(beads.len());
    let mut groups = groups.into_iter().peekable();
    let mut done = (0, 0);
    for bead in beads {
        if let Some(group) = groups.next_if(|group| starts_in(&bead, group)) {
            // What went and what came before it.
            let went = olds.get(done.0..group.old.start).unwrap_or_default();
            let came = news.get(done.1..group.new.start).unwrap_or_default();
            entries.extend(went.iter().map(|&old| removed(aligner.old(), old)));
            entries.extend(came.iter().map(|&new| added(aligner.new_side(), new)));
            let (old, new) = (&olds[group.old.clone()], &news[group.new.clone()]);
            entries.push(regrouped(aligner, old, new));
            done = (group.old.end, group.new.end);
        }
        let is_done = |part: &Range<usize>, done: usize| part.is_empty() || part.end <= done;
        if is_done(&bead.old, done.0) && is_done(&bead.new, done.1) {
            continue;
        }
        done = (done.0.max(bead.old.end), done.1.max(bead.new.end));
        push_bead(
            aligner,
            &olds[bead.old.clone()],
            &news[bead.new.clone()],
            &bead,
            &mut entries,
        );
    }
    entries
}

/// Whether a bead is the first of a group.
fn starts_in(bead: &Bead, group: &Group) -> bool {
    let starts =
        |part: &Range<usize>, whole: &Range<usize>| !part.is_empty() && whole.contains(&part.start);
    starts(&bead.old, &group.old) || starts(&bead.new, &group.new)
}

/// Containers that were cut or put together, their contents in one row.
fn regrouped<'a>(aligner: &Aligner<'_, 'a>, olds: &[Id], news: &[Id]) -> Entry<'a> {
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    let old_row = containers::flattened(old_index, olds);
    let new_row = containers::flattened(new_index, news);
    Entry {
        old: olds.iter().map(|&id| old_index.block(id)).collect(),
        new: news.iter().map(|&id| new_index.block(id)).collect(),
        relation: Relation::Regrouped,
        inside: Inside::Entries(build(aligner, &old_row, &new_row)),
        attributes: Vec::new(),
        change: None,
    }
}

fn push_bead<'a>(
    aligner: &Aligner<'_, 'a>,
    olds: &[Id],
    news: &[Id],
    bead: &Bead,
    entries: &mut Vec<Entry<'a>>,
) {
    let (old_index, new_index) = (aligner.old(), aligner.new_side());
    match (olds, news) {
        ([old], [new]) => entries.push(pair(aligner, *old, *new)),
        _ if bead.is_match() && (is_list(old_index, olds) || is_list(new_index, news)) => {
            entries.push(regrouped(aligner, olds, news));
        }
        _ if bead.is_match() && (hold_list(old_index, olds) || hold_list(new_index, news)) => {
            entries.push(regrouped(aligner, olds, news));
        }
        // Which of them lies in a quote is told of each.
        _ if bead.is_match()
            && are_partly_quotes(old_index, olds) != are_partly_quotes(new_index, news) =>
        {
            entries.push(regrouped(aligner, olds, news));
        }
        _ if bead.is_match() && is_all_words(old_index, olds) && is_all_words(new_index, news) => {
            entries.push(flow(aligner, olds, news));
        }
        _ => {
            entries.extend(olds.iter().map(|&old| removed(old_index, old)));
            entries.extend(news.iter().map(|&new| added(new_index, new)));
        }
    }
}

/// Whether some blocks are one list.
fn is_list(index: &Index<'_>, ids: &[Id]) -> bool {
    matches!(ids, &[id] if index.node(id).shape == Shape::List)
}

/// Whether one of some blocks is an item with others below it.
fn hold_list(index: &Index<'_>, ids: &[Id]) -> bool {
    ids.iter().any(|&id| {
        let node = index.node(id);
        let is_list = |child: &Block| Shape::of(child) == Shape::List;
        node.shape == Shape::Item && node.block.children.iter().any(is_list)
    })
}

/// Whether some blocks are quotes beside others that are none.
fn are_partly_quotes(index: &Index<'_>, ids: &[Id]) -> bool {
    let is_quote = |&id: &Id| index.node(id).shape == Shape::Quote;
    ids.iter().any(is_quote) && !ids.iter().all(is_quote)
}

/// Whether all that some blocks hold are words: no code, no rule, no raw HTML.
fn is_all_words(index: &Index<'_>, ids: &[Id]) -> bool {
    ids.iter().all(|&id| {
        index.subtree(id).all(|id| {
            !matches!(
                index.node(id).shape,
                Shape::Code | Shape::Html | Shape::Rule | Shape::Table
            )
        })
    })
}

/// Two blocks that are each other's counterpart.
pub(super) fn pair<'a>(aligner: &Aligner<'_, 'a>, old: Id, new: Id) -> Entry<'a> {
    let (a, b) = (aligner.old().node(old), aligner.new_side().node(new));
    let mut entry = kept(a.block, b.block);
    // Rows that moved have their cells in the columns of their tables, which may be others.
    if a.strict == b.strict && a.shape != Shape::Row {
        return entry;
    }
    if a.shape != b.shape {
        return if is_all_words(aligner.old(), &[old]) && is_all_words(aligner.new_side(), &[new]) {
            flow(aligner, &[old], &[new])
        } else {
            entry.inside = Inside::BeforeAfter;
            entry.relation = Relation::Retyped;
            entry
        };
    }
    entry.attributes = attributes::of_blocks(a.block, b.block);
    entry.inside = match (&a.block.kind, &b.block.kind) {
        (BlockKind::Code { text: old, .. }, BlockKind::Code { text: new, .. }) if old != new => {
            Inside::Lines(code::compare(old, new))
        }
        (BlockKind::Html { html: old, .. }, BlockKind::Html { html: new, .. }) if old != new => {
            let edits = html_words::compare(old, new, aligner.likenesses.language);
            edits.map_or(Inside::BeforeAfter, Inside::Html)
        }
        (BlockKind::TableRow { .. }, _) => Inside::Entries(table::pair_cells(aligner, old, new)),
        (BlockKind::Table { .. }, _) => Inside::Entries(table::pair(aligner, old, new)),
        _ if a.exact == b.exact && a.block.children.is_empty() => Inside::Blocks,
        _ if holds_words(a.block) || holds_words(b.block) => {
            return words(&aligner.likenesses, entry, &[old], &[new]);
        }
        _ if !a.block.children.is_empty() || !b.block.children.is_empty() => {
            let (old, new) = (
                aligner.old().children(old),
                aligner.new_side().children(new),
            );
            Inside::Entries(build(aligner, &old, &new))
        }
        _ => Inside::Blocks,
    };
    entry
}

/// Blocks whose words run from one into the other: one that became several, several that became
/// one, or blocks of another shape.
fn flow<'a>(aligner: &Aligner<'_, 'a>, olds: &[Id], news: &[Id]) -> Entry<'a> {
    let old: Vec<&'a Block> = olds.iter().map(|&id| aligner.old().block(id)).collect();
    let new: Vec<&'a Block> = news
        .iter()
        .map(|&id| aligner.new_side().block(id))
        .collect();
    let shapes = |blocks: &[&Block]| -> Vec<Shape> {
        let mut shapes: Vec<Shape> = blocks.iter().map(|block| Shape::of(block)).collect();
        shapes.sort_unstable();
        shapes.dedup();
        shapes
    };
    // An item that took in the paragraph below it is an item still.
    let is_item = |blocks: &[&Block]| Shape::of(blocks[0]) == Shape::Item;
    let is_cut_item = old.len() != new.len() && is_item(&old) && is_item(&new);
    let has_other_shape = !is_cut_item && shapes(&old) != shapes(&new);
    let relation = if has_other_shape || regrouping::have_as_many_items(&old, &new) {
        Relation::Retyped
    } else if new.len() > 1 {
        Relation::Split
    } else {
        Relation::Joined
    };
    let entry = Entry {
        old: Blocks::default(),
        new: Blocks::default(),
        relation,
        inside: Inside::Blocks,
        attributes: Vec::new(),
        change: None,
    };
    words(&aligner.likenesses, entry, olds, news)
}

/// A paragraph and its parts, with what stands between them in one of the texts.
pub(super) fn parted<'a>(aligner: &Aligner<'_, 'a>, olds: &[Id], news: &[Id]) -> Entry<'a> {
    let relation = if news.len() > 1 {
        Relation::Split
    } else {
        Relation::Joined
    };
    Entry {
        relation,
        ..flow(aligner, olds, news)
    }
}

/// Fills an entry with the words of its blocks, compared.
fn words<'a>(
    likenesses: &Likenesses<'_, 'a>,
    mut entry: Entry<'a>,
    olds: &[Id],
    news: &[Id],
) -> Entry<'a> {
    let (old_leaves, new_leaves) = (
        flow::leaves(likenesses.old, olds),
        flow::leaves(likenesses.new, news),
    );
    let found = likenesses.memory.words(
        old_leaves.iter().map(|&id| likenesses.old.line(id)),
        new_leaves.iter().map(|&id| likenesses.new.line(id)),
        || {
            let old_flow = Flow::new(likenesses, Side::Old, &old_leaves);
            let new_flow = Flow::new(likenesses, Side::New, &new_leaves);
            let is_kept = |word: &str| super::flags::is_duty_word(likenesses.language, word);
            let compared = edits::compare(&old_flow, &new_flow, &is_kept);
            WordsOfBlocks {
                attributes: attributes::of_words(&old_flow, &new_flow, &compared.matches),
                words: Rc::new(compared.words),
            }
        },
    );
    entry.attributes.extend(found.attributes.iter().cloned());
    entry.inside = Inside::Words(Rc::clone(&found.words));
    entry.old = olds.iter().map(|&id| likenesses.old.block(id)).collect();
    entry.new = news.iter().map(|&id| likenesses.new.block(id)).collect();
    entry
}

/// Two blocks that are the same, as far as is known yet.
pub(super) fn kept<'a>(old: &'a Block, new: &'a Block) -> Entry<'a> {
    Entry {
        old: old.into(),
        new: new.into(),
        relation: Relation::Kept,
        inside: Inside::Blocks,
        attributes: Vec::new(),
        change: None,
    }
}

/// A block of the old text that the new one has not.
pub(super) fn removed<'a>(index: &Index<'a>, id: Id) -> Entry<'a> {
    Entry {
        old: index.block(id).into(),
        new: Blocks::default(),
        relation: Relation::Removed,
        inside: within(index, id, &removed),
        attributes: Vec::new(),
        change: None,
    }
}

/// A block of the new text that the old one has not.
pub(super) fn added<'a>(index: &Index<'a>, id: Id) -> Entry<'a> {
    Entry {
        old: Blocks::default(),
        new: index.block(id).into(),
        relation: Relation::Added,
        inside: within(index, id, &added),
        attributes: Vec::new(),
        change: None,
    }
}

/// An item with a list in it is more than one change: its parts are entries of their own.
fn within<'a>(
    index: &Index<'a>,
    id: Id,
    entry: &dyn Fn(&Index<'a>, Id) -> Entry<'a>,
) -> Inside<'a> {
    let node = index.node(id);
    let holds_list = node
        .block
        .children
        .iter()
        .any(|child| Shape::of(child) == Shape::List);
    if node.shape == Shape::Item && holds_list {
        let children = index.children(id);
        Inside::Entries(
            children
                .into_iter()
                .map(|child| entry(index, child))
                .collect(),
        )
    } else {
        Inside::Blocks
    }
}

//! The passages of both texts that a change is told of.

use super::told;
use super::whole::{is_opened, without_moves};
use crate::diff::index::Shape;
use crate::diff::model::{Entry, Inside, Passage, Relation};
use crate::diff::quoting::Quoting;
use crate::diff::{passages, regrouping};
use crate::markdown::tree::Block;

pub(super) fn passages_of(entry: &Entry<'_>) -> (Vec<Passage>, Vec<Passage>) {
    if let (Relation::Regrouped, Inside::Entries(row)) = (entry.relation, &entry.inside)
        && regrouping::became_all_of_one_kind(row)
    {
        return passages_of_another_kind(entry, row);
    }
    if entry.relation == Relation::Regrouped
        && let Some(quoting) = Quoting::of(entry)
    {
        return quoting.passages(entry);
    }
    // The words that are told to have changed are those of the first line.
    let is_of_lead = entry
        .lead()
        .is_some_and(|lead| entry.relation == Relation::Kept || told(lead).is_some());
    let side = |blocks: &[&Block]| -> Vec<Passage> {
        if entry.is_section() {
            return vec![passages::together(blocks)];
        }
        blocks
            .iter()
            .map(|block| match Shape::of(block) {
                _ if is_of_lead => Passage {
                    span: passages::span_without_lists(block),
                    text: block
                        .children
                        .first()
                        .map(|lead| passages::plain_text(&[lead]))
                        .unwrap_or_default(),
                },
                Shape::Item if entry.relation == Relation::Regrouped => passages::whole(block),
                // The words that are told of are those of the items below, too.
                Shape::Item if changes_words(entry) => passages::whole(block),
                Shape::Item => passages::without_lists(block),
                _ if is_opened(entry) => passage_of_opened(block, &without_moves(entry)),
                _ => passages::whole(block),
            })
            .collect()
    };
    (side(&entry.old), side(&entry.new))
}

/// The passage of a block that came or went, of which `own` did not move: where all of it did, no more than its
/// place.
fn passage_of_opened(block: &Block, own: &[&Block]) -> Passage {
    let start = block.span.start;
    let end = if own.is_empty() {
        start
    } else {
        block.span.end
    };
    Passage {
        span: start..end,
        text: passages::plain_text(own),
    }
}

/// The passages of a row whose parts became items or paragraphs: what came or went between them is told by
/// itself.
fn passages_of_another_kind(entry: &Entry<'_>, row: &[Entry<'_>]) -> (Vec<Passage>, Vec<Passage>) {
    let both = || {
        row.iter()
            .filter(|part| !part.old.is_empty() && !part.new.is_empty())
    };
    let old: Vec<&Block> = both().flat_map(|part| part.old.iter().copied()).collect();
    let new: Vec<&Block> = both().flat_map(|part| part.new.iter().copied()).collect();
    let side = |blocks: &[&Block], told: &[&Block]| {
        let passage = |block: &&Block| {
            let is_in = |told: &&&Block| {
                let mut within = std::iter::once(*block).chain(&block.children);
                within.any(|within| std::ptr::eq(within, **told))
            };
            let within: Vec<&Block> = told.iter().filter(is_in).copied().collect();
            let passage = Passage {
                span: block.span.clone(),
                text: passages::plain_text(&within),
            };
            (!within.is_empty()).then_some(passage)
        };
        blocks.iter().filter_map(passage).collect()
    };
    (side(&entry.old, &old), side(&entry.new, &new))
}

fn changes_words(entry: &Entry<'_>) -> bool {
    matches!(&entry.inside, Inside::Words(words) if words.have_changed())
}

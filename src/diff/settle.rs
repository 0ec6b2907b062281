//! What went and what came between two neighbours that stayed: where the one took the other's place,
//! they are shown as before and after.

use super::align::Aligner;
use super::entries;
use super::index::{Id, Node, Shape};
use super::model::{Entry, Inside, Relation};

/// The least likeness of two blocks that alone lie between two neighbours, in thousandths. It is
/// little: where one thing went and one came in its place, a reader wants them side by side.
const TOOK_ITS_PLACE: u64 = 60;
/// Texts of so few words need not be alike to be one in the other's place.
const FEW_WORDS: usize = 4;
/// The least likeness of two among several.
const TOOK_A_PLACE: u64 = 240;
/// More pairs than this are left as they are.
const MOST_PAIRS: usize = 10_000;

/// Pairs what took each other's place, in these entries and all below them.
pub(super) fn settle<'a>(aligner: &Aligner<'_, 'a>, entries: &mut Vec<Entry<'a>>) {
    for entry in entries.iter_mut() {
        if let (
            Relation::Kept | Relation::MovedHere(_) | Relation::Regrouped,
            Inside::Entries(inside),
        ) = (entry.relation, &mut entry.inside)
        {
            settle(aligner, inside);
        }
    }
    let is_loose =
        |entry: &Entry<'_>| matches!(entry.relation, Relation::Removed | Relation::Added);
    let has_both = entries
        .iter()
        .any(|entry| entry.relation == Relation::Removed)
        && entries
            .iter()
            .any(|entry| entry.relation == Relation::Added);
    if !has_both {
        return;
    }
    let mut settled = Vec::with_capacity(entries.len());
    let mut loose: Vec<Entry<'a>> = Vec::new();
    for entry in entries.drain(..) {
        if is_loose(&entry) {
            loose.push(entry);
            continue;
        }
        settled.extend(settle_run(aligner, std::mem::take(&mut loose)));
        settled.push(entry);
    }
    settled.extend(settle_run(aligner, loose));
    *entries = settled;
}

fn settle_run<'a>(aligner: &Aligner<'_, 'a>, run: Vec<Entry<'a>>) -> Vec<Entry<'a>> {
    let (gone, come): (Vec<_>, Vec<_>) = run
        .iter()
        .partition::<Vec<&Entry<'a>>, _>(|entry| entry.relation == Relation::Removed);
    let olds: Vec<Id> = gone
        .iter()
        .map(|entry| aligner.old().id_of(entry.old[0]))
        .collect();
    let news: Vec<Id> = come
        .iter()
        .map(|entry| aligner.new_side().id_of(entry.new[0]))
        .collect();
    if olds.is_empty() || news.is_empty() || olds.len() * news.len() > MOST_PAIRS {
        return run;
    }
    let least = if olds.len() == 1 && news.len() == 1 {
        TOOK_ITS_PLACE
    } else {
        TOOK_A_PLACE
    };
    let likeness = |i: usize, j: usize| likeness(aligner, olds[i], news[j], least);
    let pairs = super::table::in_sequence(olds.len(), news.len(), least, likeness);
    if pairs
        .iter()
        .all(|(old, new)| old.is_none() || new.is_none())
    {
        return run;
    }
    pairs
        .into_iter()
        .filter_map(|pair| match pair {
            (Some(i), Some(j)) => {
                let mut entry = entries::pair(aligner, olds[i], news[j]);
                if let Inside::Entries(inside) = &mut entry.inside {
                    settle(aligner, inside);
                }
                Some(entry)
            }
            (Some(i), None) => Some(entries::removed(aligner.old(), olds[i])),
            (None, Some(j)) => Some(entries::added(aligner.new_side(), news[j])),
            (None, None) => None,
        })
        .collect()
}

/// How alike two blocks are that may have taken each other's place; nothing for two that cannot.
fn likeness(aligner: &Aligner<'_, '_>, old: Id, new: Id, least: u64) -> u64 {
    let (a, b) = (aligner.old().node(old), aligner.new_side().node(new));
    if a.shape != b.shape || matches!(a.shape, Shape::Cell | Shape::Row | Shape::Rule) {
        return 0;
    }
    let alike = aligner.likenesses.of(old, new);
    let is_alone = least == TOOK_ITS_PLACE;
    let is_short = a.weight <= FEW_WORDS && b.weight <= FEW_WORDS;
    let took_its_place = is_alone && (is_short || same_level(a, b));
    if same_label(a, b) || took_its_place {
        alike.max(least)
    } else {
        alike
    }
}

fn same_label(old: &Node<'_>, new: &Node<'_>) -> bool {
    old.block.label.is_some() && old.block.label == new.block.label
}

fn same_level(old: &Node<'_>, new: &Node<'_>) -> bool {
    let level = super::align::heading_level(old);
    level.is_some() && level == super::align::heading_level(new)
}

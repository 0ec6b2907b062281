//! What went and what came between two neighbours that stayed: where the one took the other's place,
//! they are shown as before and after.

use super::align::Aligner;
use super::entries;
use super::gap;
use super::index::{Id, Node, Shape};
use super::model::{Entry, Inside, Relation, Side};

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
    let mut run: Vec<Entry<'a>> = Vec::new();
    for entry in entries.drain(..) {
        // Footnotes stand after all else.
        let goes_on = run
            .last()
            .is_none_or(|last| is_footnote(last) == is_footnote(&entry));
        if !goes_on {
            settled.extend(settle_run(aligner, std::mem::take(&mut run)));
        }
        if is_of_one_place(&entry) {
            run.push(entry);
            continue;
        }
        settled.extend(settle_run(aligner, std::mem::take(&mut run)));
        settled.push(entry);
    }
    settled.extend(settle_run(aligner, run));
    *entries = settled;
}

fn is_footnote(entry: &Entry<'_>) -> bool {
    let block = entry.old.first().or(entry.new.first());
    block.is_some_and(|block| Shape::of(block) == Shape::Footnote)
}

/// Whether an entry has a place in one of the texts alone. What moved does not part what lies on both
/// sides of it: in the other direction it would stand elsewhere.
fn is_of_one_place(entry: &Entry<'_>) -> bool {
    matches!(
        entry.relation,
        Relation::Removed | Relation::Added | Relation::MovedAway(_) | Relation::MovedHere(_)
    )
}

fn settle_run<'a>(aligner: &Aligner<'_, 'a>, run: Vec<Entry<'a>>) -> Vec<Entry<'a>> {
    let (old_places, new_places): (Vec<_>, Vec<_>) = run
        .iter()
        .partition(|entry| matches!(entry.relation, Relation::Removed | Relation::MovedAway(_)));
    let loose = |places: &[&Entry<'a>], relation: Relation| -> Vec<usize> {
        let is_loose = |&at: &usize| places[at].relation == relation;
        (0..places.len()).filter(is_loose).collect()
    };
    let gone = loose(&old_places, Relation::Removed);
    let come = loose(&new_places, Relation::Added);
    if gone.is_empty() || come.is_empty() || gone.len() * come.len() > MOST_PAIRS {
        return run;
    }
    let olds: Vec<Id> = gone
        .iter()
        .map(|&at| aligner.old().id_of(old_places[at].old[0]))
        .collect();
    let news: Vec<Id> = come
        .iter()
        .map(|&at| aligner.new_side().id_of(new_places[at].new[0]))
        .collect();
    let least = if olds.len() == 1 && news.len() == 1 {
        TOOK_ITS_PLACE
    } else {
        TOOK_A_PLACE
    };
    let likeness = |i: usize, j: usize| likeness(aligner, olds[i], news[j], least);
    let pairs: Vec<(usize, usize)> =
        super::table::in_sequence(olds.len(), news.len(), least, likeness)
            .into_iter()
            .filter_map(|(old, new)| old.zip(new))
            .collect();
    if pairs.is_empty() {
        return run;
    }
    let mut settled = Vec::with_capacity(run.len());
    let mut done = (0, 0);
    for (i, j) in pairs {
        let (old, new) = (gone[i], come[j]);
        settled.extend(old_places[done.0..old].iter().copied().cloned());
        settled.extend(new_places[done.1..new].iter().copied().cloned());
        let mut entry = entries::pair(aligner, olds[i], news[j]);
        if let Inside::Entries(inside) = &mut entry.inside {
            settle(aligner, inside);
        }
        settled.push(entry);
        done = (old + 1, new + 1);
    }
    settled.extend(old_places[done.0..].iter().copied().cloned());
    settled.extend(new_places[done.1..].iter().copied().cloned());
    settled
}

/// How alike two blocks are that may have taken each other's place; nothing for two that cannot.
fn likeness(aligner: &Aligner<'_, '_>, old: Id, new: Id, least: u64) -> u64 {
    let (a, b) = (aligner.old().node(old), aligner.new_side().node(new));
    if gap::crosses_list(a, b) {
        let alike = aligner.likenesses.of(old, new);
        return if alike >= TOOK_A_PLACE { alike } else { 0 };
    }
    if a.shape != b.shape || matches!(a.shape, Shape::Cell | Shape::Row | Shape::Rule) {
        return 0;
    }
    let alike = aligner.likenesses.of(old, new);
    let is_alone = least == TOOK_ITS_PLACE;
    let is_short = a.weight <= FEW_WORDS && b.weight <= FEW_WORDS;
    let took_its_place = is_alone && (is_short || same_level(a, b));
    let reserved = &aligner.likenesses.reserved;
    let is_elsewhere = reserved.alone_in_other(Side::Old, old).is_some()
        || reserved.alone_in_other(Side::New, new).is_some();
    if (same_label(a, b) || took_its_place) && !is_elsewhere {
        alike.max(least)
    } else {
        alike
    }
}

fn same_label(old: &Node<'_>, new: &Node<'_>) -> bool {
    old.block.label.is_some() && old.block.label == new.block.label
}

fn same_level(old: &Node<'_>, new: &Node<'_>) -> bool {
    let level = old.heading_level();
    level.is_some() && level == new.heading_level()
}

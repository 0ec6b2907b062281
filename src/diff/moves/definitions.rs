//! Terms that went from one place and came to another, each with what is said of it.

use std::collections::HashMap;

use crate::diff::align::Aligner;
use crate::diff::index::{Id, Shape};
use crate::diff::model::{Entry, Inside, Relation, Side};
use crate::markdown::tree::Block;

/// The least likeness of what is said of a term in both texts, in thousandths.
const SAME_DEFINITION: u64 = 300;

/// A term of one text alone, with its definitions.
struct Defined {
    term: Id,
    definitions: Vec<Id>,
}

/// The terms that are alone in having their words among those that went and those that came, where what is said of
/// them is much the same: each a pair, and each of its definitions another.
pub(super) fn pairs(aligner: &Aligner<'_, '_>, entries: &[Entry<'_>]) -> Vec<(Id, Id)> {
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    collect(aligner, entries, &mut gone, &mut come);
    let mut by_words: HashMap<u64, (Vec<&Defined>, Vec<&Defined>)> = HashMap::new();
    for defined in &gone {
        let words = aligner.old().node(defined.term).words;
        by_words.entry(words).or_default().0.push(defined);
    }
    for defined in &come {
        let words = aligner.new_side().node(defined.term).words;
        by_words.entry(words).or_default().1.push(defined);
    }
    let mut pairs = Vec::new();
    for sides in by_words.into_values() {
        let (&[old], &[new]) = (&sides.0[..], &sides.1[..]) else {
            continue;
        };
        let definitions = || old.definitions.iter().zip(&new.definitions);
        let are_alike =
            |(&old, &new): (&Id, &Id)| aligner.likenesses.of(old, new) >= SAME_DEFINITION;
        if old.definitions.len() == new.definitions.len() && definitions().all(are_alike) {
            pairs.push((old.term, new.term));
            pairs.extend(definitions().map(|(&old, &new)| (old, new)));
        }
    }
    pairs
}

/// Gathers the terms of each text alone from lists of definitions that were paired.
fn collect(
    aligner: &Aligner<'_, '_>,
    entries: &[Entry<'_>],
    gone: &mut Vec<Defined>,
    come: &mut Vec<Defined>,
) {
    for entry in entries {
        let is_paired = matches!(entry.relation, Relation::Kept | Relation::Regrouped);
        let Inside::Entries(inside) = &entry.inside else {
            continue;
        };
        if entry.relation == Relation::Kept && holds_terms(entry) {
            gone.extend(defined(aligner, inside, Side::Old));
            come.extend(defined(aligner, inside, Side::New));
        } else if is_paired || entry.is_section() {
            collect(aligner, inside, gone, come);
        }
    }
}

fn holds_terms(entry: &Entry<'_>) -> bool {
    let mut blocks = entry.old.iter().chain(&entry.new);
    blocks.any(|block| Shape::of(block) == Shape::Definitions)
}

/// The terms that one text alone has, each with all that it says of it.
fn defined(aligner: &Aligner<'_, '_>, inside: &[Entry<'_>], side: Side) -> Vec<Defined> {
    let (index, own) = match side {
        Side::Old => (aligner.old(), Relation::Removed),
        Side::New => (aligner.new_side(), Relation::Added),
    };
    let mut found: Vec<Defined> = Vec::new();
    let mut is_open = false;
    for entry in inside {
        let blocks: &[&Block] = match side {
            Side::Old => &entry.old,
            Side::New => &entry.new,
        };
        let Some(block) = blocks.first() else {
            continue;
        };
        let is_own = entry.relation == own;
        match Shape::of(block) {
            Shape::Term => {
                is_open = is_own;
                if is_own {
                    found.push(Defined {
                        term: index.id_of(block),
                        definitions: Vec::new(),
                    });
                }
            }
            Shape::Definition if is_open && is_own => {
                if let Some(last) = found.last_mut() {
                    last.definitions.push(index.id_of(block));
                }
            }
            // What is said of the term stayed, of another.
            _ if is_open => {
                found.pop();
                is_open = false;
            }
            _ => {}
        }
    }
    found.retain(|defined| !defined.definitions.is_empty());
    found
}

//! What has another number than it had.

use std::collections::BTreeSet;

use super::lists::{Lists, Numbers, note};
use super::places::Places;
use super::reading::{Meant, Target};
use crate::diff::model::{Entry, Inside, Relation, Side};
use crate::diff::numbering::Sequences;
use crate::language::referring::{Part, Referring};
use crate::markdown::tree::{Block, BlockKind, Tree};

/// The numbers of the old text that something of the new text had.
pub(super) struct Renumbered {
    items: Lists,
    /// Of clauses and of headings with numbers alone, as references write them: `1.2`, `1.2(b)`, and `(b)` too.
    places: Numbers,
    /// Of headings and paragraphs with a word before their numbers: "schedule 2", "appendix B", "rule 3".
    named: Numbers,
    /// The words before those.
    nouns: BTreeSet<String>,
    /// All numbers that are others now.
    changed: BTreeSet<String>,
}

impl Renumbered {
    pub fn of(
        entries: &[Entry<'_>],
        (old, new): (&Tree, &Tree),
        sequences: &Sequences,
        words: &Referring<'_>,
    ) -> Self {
        let mut collector = Collector {
            sequences,
            words,
            old: Places::of(old, Side::Old, sequences),
            new: Places::of(new, Side::New, sequences),
            found: Renumbered {
                items: Lists::of(new),
                places: Numbers::new(),
                named: Numbers::new(),
                nouns: BTreeSet::new(),
                changed: BTreeSet::new(),
            },
        };
        collector.collect(entries);
        let mut found = collector.found;
        found.changed = found.all_changed();
        found
    }

    fn all_changed(&self) -> BTreeSet<String> {
        let numbers = self.items.all().chain(&self.places);
        let named = self.named.iter().map(|(name, now)| {
            let number = name.rsplit(' ').next();
            (number.unwrap_or_default(), now)
        });
        let all = numbers.map(|(number, now)| (number.as_str(), now));
        let changed = all.chain(named).filter(|(number, now)| {
            let is_another = |now: &String| now != number;
            now.as_ref().is_some_and(is_another)
        });
        changed.map(|(number, _)| number.to_owned()).collect()
    }

    /// The numbers that are others now.
    pub fn changed(&self) -> &BTreeSet<String> {
        &self.changed
    }

    /// Whether headings have a word before their numbers.
    pub fn is_noun(&self, name: &str) -> bool {
        self.nouns.contains(name)
    }

    /// The number of today of what a noun and a number name at a place of the new text, be it another or the same. Of
    /// what has no number of its own it is that of what it is in: "1.2(b)" is within 1.2. Nothing where that is not
    /// known.
    pub fn now(&self, place: usize, meant: &Meant, target: &Target<'_>) -> Option<String> {
        let number = target.number();
        let ends = number.char_indices().filter(|(_, sign)| *sign == '(');
        let mut ends: Vec<usize> = ends.map(|(end, _)| end).filter(|end| *end > 0).collect();
        ends.push(number.len());
        let found = ends.into_iter().rev().find_map(|end| {
            let now = self.look_up(place, meant, &number[..end])?;
            Some(now.as_ref().map(|now| now.clone() + &number[end..]))
        });
        found?
    }

    /// The same of a number as it stands, if anything had it.
    fn look_up(&self, at: usize, meant: &Meant, number: &str) -> Option<&Option<String>> {
        let is_place = number.contains('(');
        let noun = meant.names.iter().find(|name| self.is_noun(name));
        if let Some(noun) = noun.filter(|_| !is_place) {
            return self.named.get(&name(noun, number));
        }
        let (item, place) = (self.items.now(at, number), self.places.get(number));
        match meant.part? {
            Part::Annex => None,
            _ if is_place => place,
            Part::Item => item,
            Part::Clause => place,
            Part::ClauseOrItem => match (item, place) {
                (Some(item), Some(place)) if item != place => Some(&None),
                _ => item.or(place),
            },
        }
    }
}

struct Collector<'c> {
    sequences: &'c Sequences,
    words: &'c Referring<'c>,
    old: Places,
    new: Places,
    found: Renumbered,
}

impl Collector<'_> {
    fn collect(&mut self, entries: &[Entry<'_>]) {
        for entry in entries {
            if let ([old], [new]) = (&*entry.old, &*entry.new) {
                self.see(old, new);
                if let (Relation::Kept, Inside::Blocks) = (entry.relation, &entry.inside) {
                    self.see_within(old, new);
                }
            }
            if let Inside::Entries(inside) = &entry.inside {
                self.collect(inside);
            }
        }
    }

    /// The same of what is below blocks that say the same.
    fn see_within(&mut self, old: &Block, new: &Block) {
        if old.children.len() != new.children.len() {
            return;
        }
        for (old, new) in old.children.iter().zip(&new.children) {
            self.see(old, new);
            self.see_within(old, new);
        }
    }

    fn see(&mut self, old: &Block, new: &Block) {
        self.found.items.see(old, new);
        let named = (self.named(Side::Old, old), self.named(Side::New, new));
        if let (Some((noun, before)), Some((noun_now, after))) = named
            && noun == noun_now
        {
            note(&mut self.found.named, &name(&noun, &before), &after);
            self.found.nouns.insert(noun);
        }
        if let (Some(before), Some(after)) = (self.old.get(old), self.new.get(new)) {
            note(&mut self.found.places, before, after);
            for (before, after) in places_within(before, after) {
                note(&mut self.found.places, before, after);
            }
        }
    }

    /// The word and the number of a heading, "schedule" and "2", among others of its kind or alone, or of a paragraph
    /// among others.
    fn named(&self, side: Side, block: &Block) -> Option<(String, String)> {
        let is_heading = match block.kind {
            BlockKind::Heading { title, .. } => !title,
            BlockKind::Paragraph => false,
            _ => return None,
        };
        if let Some((noun, written)) = self.sequences.written_number(side, block) {
            return Some((noun?.to_lowercase(), written.to_owned()));
        }
        if !is_heading {
            return None;
        }
        let text = block.own_text();
        let mut words = text.split_whitespace();
        let noun = words.next()?;
        let number = words.next()?.trim_end_matches(['.', ':', ',', ')']);
        let is_number = number.starts_with(|first: char| first.is_ascii_digit());
        let is_noun = is_number && self.words.noun(noun).is_some();
        is_noun.then(|| (noun.to_lowercase(), number.to_owned()))
    }
}

/// What may be said of a place without what it is in, before and after: "(b)(i)" and "(i)" of "3.1(b)(i)".
fn places_within<'p>(before: &'p str, after: &'p str) -> impl Iterator<Item = (&'p str, &'p str)> {
    let ends = |place: &'p str| {
        let inner = place.rmatch_indices('(').filter(|(at, _)| *at > 0);
        inner.map(move |(at, _)| &place[at..])
    };
    ends(before).zip(ends(after))
}

/// What something is called that has a word before its number.
fn name(noun: &str, number: &str) -> String {
    [noun, " ", number].concat()
}

//! What has another number than it had.

use std::collections::BTreeSet;

use super::gone::Gone;
use super::lists::{Lists, Numbers, note};
use super::places::Places;
use super::reading::Meant;
use crate::diff::model::{Entry, Inside, Relation, Side};
use crate::diff::numbering::Sequences;
use crate::diff::regrouping::Heads;
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
    gone: Gone,
    /// All numbers that are others now, or nobody's.
    changed: BTreeSet<String>,
}

impl Renumbered {
    pub fn of<'c>(
        entries: &[Entry<'c>],
        (old, new): (&Tree, &Tree),
        sequences: &'c Sequences,
        words: &'c Referring<'c>,
    ) -> Self {
        let mut collector = Collector {
            heads: Heads::default(),
            sequences,
            words,
            old: Places::of(old, Side::Old, sequences),
            new: Places::of(new, Side::New, sequences),
            found: Renumbered {
                items: Lists::of(new),
                places: Numbers::new(),
                named: Numbers::new(),
                nouns: BTreeSet::new(),
                gone: Gone::default(),
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
        let changed = changed.map(|(number, _)| number);
        changed.chain(self.gone.all()).map(str::to_owned).collect()
    }

    /// The numbers that are others now, or nobody's.
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
    pub fn now(&self, place: usize, meant: &Meant, number: &str) -> Option<String> {
        let found = from_within(number).find_map(|part| {
            let now = self.look_up(place, meant, part)?;
            Some(now.as_ref().map(|now| now.clone() + &number[part.len()..]))
        });
        found?
    }

    /// Whether what a noun and a number name, or what that is in, was removed.
    pub fn is_gone(&self, place: usize, meant: &Meant, number: &str) -> bool {
        let mut parts = from_within(number);
        let known = parts.find_map(|part| match self.look_up(place, meant, part) {
            Some(_) => Some(false),
            None => self.was_removed(meant, part).then_some(true),
        });
        known == Some(true)
    }

    fn was_removed(&self, meant: &Meant, number: &str) -> bool {
        let noun = meant.names.iter().find(|name| self.is_noun(name));
        match (noun, meant.part) {
            (Some(noun), _) if !number.contains('(') => self.gone.has_named(&name(noun, number)),
            (_, Some(Part::Clause | Part::ClauseOrItem)) => self.gone.has_place(number),
            _ => false,
        }
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

/// A number, and what it is in: "1.2(b)" and "1.2".
fn from_within(number: &str) -> impl Iterator<Item = &str> {
    let ends = number.rmatch_indices('(').map(|(end, _)| end);
    let ends = ends.filter(|end| *end > 0);
    std::iter::once(number.len())
        .chain(ends)
        .map(|end| &number[..end])
}

struct Collector<'c> {
    heads: Heads<'c>,
    sequences: &'c Sequences,
    words: &'c Referring<'c>,
    old: Places,
    new: Places,
    found: Renumbered,
}

impl<'c> Collector<'c> {
    fn collect(&mut self, entries: &[Entry<'c>]) {
        for entry in entries {
            if let Some((old, new)) = self.heads.items_of(entry) {
                self.see(old, new);
            }
            if let ([old], [new]) = (&*entry.old, &*entry.new) {
                self.see(old, new);
                if let (Relation::Kept, Inside::Blocks) = (entry.relation, &entry.inside) {
                    self.see_within(old, new);
                }
            }
            match entry.relation {
                Relation::Removed => self.see_one_sided(Side::Old, &entry.old),
                Relation::Added => self.see_one_sided(Side::New, &entry.new),
                _ if entry.old.len() != entry.new.len() => {
                    self.see_one_sided(Side::New, &entry.new);
                }
                _ => {}
            }
            if let Inside::Entries(inside) = &entry.inside {
                if entry.relation == Relation::Regrouped {
                    self.heads.take_in(entry);
                }
                self.collect(inside);
            }
        }
    }

    /// Notes the numbers of what one text alone has.
    fn see_one_sided(&mut self, side: Side, blocks: &[&Block]) {
        for block in blocks {
            block.walk(&mut |block| {
                let places = match side {
                    Side::Old => &self.old,
                    Side::New => &self.new,
                };
                let place = places.get(block).map(str::to_owned);
                let named = self.named(side, block);
                let written = match side {
                    Side::Old => self.found.gone.removed(),
                    Side::New => self.found.gone.come(),
                };
                written.places.extend(place);
                if let Some((noun, number)) = named {
                    written.named.insert(name(&noun, &number));
                    self.found.nouns.insert(noun);
                }
            });
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
        let written = words.next()?;
        let number = written.trim_end_matches(['.', ':', ',', ')']);
        let is_closed = written.ends_with(':') || words.next().is_none_or(is_dash);
        let is_letter = is_closed && number.len() == 1 && number.as_bytes()[0].is_ascii_uppercase();
        let is_number = is_letter || number.starts_with(|first: char| first.is_ascii_digit());
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

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "\u{2013}" | "\u{2014}")
}

/// What something is called that has a word before its number.
fn name(noun: &str, number: &str) -> String {
    [noun, " ", number].concat()
}

//! References to numbered items and clauses that lead elsewhere since those were renumbered, or to nothing since they
//! were removed: "see item 4", when the fourth item is now the fifth.

mod elsewhere;
mod fate;
mod gone;
mod line;
mod lists;
mod places;
mod reading;
mod renumbered;
mod together;

use std::ops::Range;

use super::index::Shape;
use super::model::{
    Change, Entry, Inside, Kind, Node, Note, Passage, Relation, Remark, Side, leaves,
};
use super::numbering::Sequences;
use crate::language::LanguageCode;
use crate::language::referring::Referring;
use crate::markdown::tree::{Block, BlockKind, Tree};
use elsewhere::OwnText;
use fate::{Fate, Fates};
use line::Line;
use reading::{Reference, references};
use renumbered::Renumbered;
use together::Renamed;

/// The notes on references of the new text that say what the old text said, of what now has another
/// number.
pub(super) fn stale(
    entries: &[Entry<'_>],
    changes: &[Change],
    (old, new): (&Tree, &Tree),
    sequences: &Sequences,
    language: &LanguageCode,
) -> Vec<Note> {
    if !changes.iter().any(may_renumber) {
        return Vec::new();
    }
    let words = Referring::of(language);
    let numbers = Renumbered::of(entries, (old, new), sequences, &words);
    let starts = Starts::of(&numbers);
    if starts.are_none() {
        return Vec::new();
    }
    let is_noun = |name: &str| numbers.is_noun(name);
    let mut finder = Finder {
        starts,
        numbers: &numbers,
        words: &words,
        own: OwnText::new(&words, &new.title().unwrap_or_default(), &is_noun),
        notes: Vec::new(),
    };
    finder.visit(entries);
    finder.notes
}

/// Whether something may have another number now, or have left one. In a heading it may be a word like any other: "Article 4"; of a
/// clause that was edited it is one of the words that changed.
fn may_renumber(change: &Change) -> bool {
    let has = |kind: Kind| change.kinds.contains(&kind);
    has(Kind::Renumbered)
        || has(Kind::Removed) && opens_with_number(change)
        || has(Kind::Changed) && (change.node == Node::Heading || opens_otherwise(change))
}

/// Whether something stands where clauses have their numbers that may be one: "1.2", "(b)", "Annex A".
fn opens_with_number(change: &Change) -> bool {
    let opening = change
        .old
        .first()
        .map_or("", |passage| passage.text.as_str());
    let mut signs = opening
        .chars()
        .take_while(|sign| *sign != '\n')
        .take(LONGEST_OPENING);
    change.node == Node::Heading || signs.any(|sign| sign.is_ascii_digit() || sign == '(')
}

/// Whether what stands where clauses have their numbers is another word than it was: "1.2", "Rule 2.".
fn opens_otherwise(change: &Change) -> bool {
    let opening = |passages: &[Passage]| -> Option<[Option<String>; 2]> {
        let mut words = passages.first()?.text.split_whitespace();
        Some([(); 2].map(|()| words.next().map(str::to_owned)))
    };
    opening(&change.old) != opening(&change.new)
}

/// Which bytes those numbers begin with that are others now.
struct Starts([bool; 256]);

impl Starts {
    fn of(numbers: &Renumbered) -> Self {
        let mut starts = Starts([false; 256]);
        let firsts = numbers
            .changed()
            .iter()
            .filter_map(|number| number.bytes().next());
        firsts.for_each(|first| starts.0[usize::from(first)] = true);
        starts
    }

    fn are_none(&self) -> bool {
        !self.0.contains(&true)
    }

    fn have(&self, byte: u8) -> bool {
        self.0[usize::from(byte)]
    }
}

/// In signs: as long as a noun and a number are.
const LONGEST_OPENING: usize = 24;

struct Finder<'f> {
    numbers: &'f Renumbered,
    /// The first bytes of the numbers that are looked for.
    starts: Starts,
    words: &'f Referring<'f>,
    own: OwnText<'f>,
    notes: Vec<Note>,
}

impl Finder<'_> {
    fn visit(&mut self, entries: &[Entry<'_>]) {
        for entry in entries {
            match (&entry.inside, entry.relation) {
                (Inside::Entries(inside), _) => self.visit(inside),
                (_, Relation::Added | Relation::Removed | Relation::MovedAway(_)) => {}
                _ => self.look_at(entry),
            }
        }
    }

    /// References that both texts have in one place.
    fn look_at(&mut self, entry: &Entry<'_>) {
        let Some(block) = entry.new.first() else {
            return;
        };
        if matches!(Shape::of(block), Shape::Code | Shape::Html) {
            return;
        }
        let new = leaves(&entry.new);
        let may_refer = |block: &&&Block| !is_code(block) && self.may_refer(block);
        if new.iter().find(may_refer).is_none() {
            return;
        }
        let mut found = Vec::new();
        for (number, leaf) in new.into_iter().enumerate() {
            if !is_code(leaf) {
                let fates = Fates::of(entry, Side::New, number, leaf);
                self.find_stale(leaf, &Line::of(leaf), &fates, &mut found);
            }
        }
        if found.iter().any(|reference| reference.stale.is_some()) {
            self.tell(entry, found);
        }
    }

    /// Tells of those that are out of date and stand as they stood. What was written anew may stand elsewhere in the
    /// block: it is held against what went, in order where they are as many.
    fn tell(&mut self, entry: &Entry<'_>, found: Vec<Found<'_>>) {
        let mut gone = Vec::new();
        for (number, leaf) in leaves(&entry.old).into_iter().enumerate() {
            if !is_code(leaf) {
                let fates = Fates::of(entry, Side::Old, number, leaf);
                self.find_rewritten(&Line::of(leaf), &fates, &mut gone);
            }
        }
        let is_rewritten = |found: &&Found<'_>| found.fate == Fate::Rewritten;
        let are_as_many = found.iter().filter(is_rewritten).count() == gone.len();
        let mut gone_in_order = gone.clone().into_iter();
        for Found { fate, stale } in found {
            let counterpart = match fate {
                Fate::Rewritten => gone_in_order.next(),
                Fate::Stayed | Fate::Altered => None,
            };
            let Some(stale) = stale else { continue };
            let is_there = match fate {
                Fate::Stayed => true,
                Fate::Altered => false,
                Fate::Rewritten if are_as_many => {
                    counterpart.is_some_and(|written| written.contains(&stale.reference))
                }
                Fate::Rewritten => take(&mut gone, &stale.reference),
            };
            if is_there {
                self.notes.push(Note {
                    what: stale.remark(),
                    side: Side::New,
                    span: stale.block.span.clone(),
                });
            }
        }
    }

    /// Finds the references of a line of the new text, and of what has another number now, which it is.
    fn find_stale<'b>(
        &self,
        block: &'b Block,
        line: &Line,
        fates: &Fates,
        found: &mut Vec<Found<'b>>,
    ) {
        for reference in self.references(line) {
            if !self.own.has(line, &reference) {
                continue;
            }
            let now = self.now(block.span.start, line, &reference);
            let end = now.as_ref().map_or(reference.end(), |(end, _)| *end);
            let stale = |stretch: Range<usize>, now| Stale {
                block,
                reference: line.text[stretch].to_owned(),
                now,
            };
            let removed = || self.removed(block.span.start, &reference);
            found.push(Found {
                fate: fates.of_stretch(&(reference.start..end)),
                stale: match now {
                    Some((end, now)) => Some(stale(reference.start..end, Some(now))),
                    None => removed().map(|stretch| stale(stretch, None)),
                },
            });
        }
    }

    /// Finds the references of a line of the old text that were written anew, each as far as it may be taken.
    fn find_rewritten(&self, line: &Line, fates: &Fates, found: &mut Vec<Vec<String>>) {
        let references = self.references(line).into_iter();
        for reference in references.filter(|reference| self.own.has(line, reference)) {
            if fates.of_stretch(&(reference.start..reference.end())) == Fate::Rewritten {
                let ends = reference.sure().iter().map(|target| target.range.end);
                found.push(
                    ends.map(|end| line.text[reference.start..end].to_owned())
                        .collect(),
                );
            }
        }
    }

    fn references<'l>(&self, line: &'l Line) -> Vec<Reference<'l>> {
        references(line, self.words, &|name| self.numbers.is_noun(name))
    }

    /// Where a reference ends, as far as it is known what its numbers are today, and these numbers; nothing where they
    /// are what they were, or mean the same together.
    fn now(&self, place: usize, line: &Line, reference: &Reference<'_>) -> Option<(usize, String)> {
        let look_up = |number: &str| self.numbers.now(place, &reference.meant, number);
        let mut row: Vec<Renamed> = Vec::new();
        for target in reference.sure() {
            let before = target.number();
            let Some(now) = look_up(&before) else {
                break;
            };
            let join = row.last().map(|last| last.range.end..target.range.start);
            row.push(Renamed {
                range: target.range.clone(),
                before,
                now,
                items_alone: target
                    .is_short()
                    .then(|| line.text[target.range.clone()].matches('(').count()),
                ends_stretch: join.is_some_and(|join| self.words.is_up_to(&line.text[join])),
            });
        }
        let end = row.last()?.range.end;
        let is_told = together::are_to_be_told(&row, look_up);
        is_told.then(|| (end, written_now(line, &row)))
    }

    /// Where the first number of a reference stands whose clause was removed, from the noun on if it is the first.
    fn removed(&self, place: usize, reference: &Reference<'_>) -> Option<Range<usize>> {
        let is_gone = |number: &str| self.numbers.is_gone(place, &reference.meant, number);
        let at = reference
            .sure()
            .iter()
            .position(|target| is_gone(&target.number()))?;
        let range = &reference.sure()[at].range;
        Some(match at {
            0 => reference.start..range.end,
            _ => range.clone(),
        })
    }

    /// Whether a block may have the number of something that was renumbered: few have.
    fn may_refer(&self, block: &Block) -> bool {
        let mut inlines = block.inlines.iter();
        inlines.any(|inline| self.may_have_number(inline.content.text()))
    }

    /// The same of a part of a block's text.
    fn may_have_number(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let begins = |at: usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        let may_be_number = |at: usize| {
            let Some(target) = reading::target(text, at) else {
                return false;
            };
            // What ends a part may go on in the next.
            let number = target.number();
            target.range.end == text.len() || self.has_changed(&number)
        };
        let mut starts = bytes.iter().enumerate();
        starts.any(|(at, byte)| self.starts.have(*byte) && begins(at) && may_be_number(at))
    }

    /// Whether a number, or what it is in, is another now.
    fn has_changed(&self, number: &str) -> bool {
        let changed = self.numbers.changed();
        let mut ends = number.match_indices('(').map(|(end, _)| end);
        changed.contains(number) || ends.any(|end| changed.contains(&number[..end]))
    }
}

/// The numbers of today, as those of a line are written.
fn written_now(line: &Line, row: &[Renamed]) -> String {
    let mut written = String::new();
    let mut last: Option<&Renamed> = None;
    for number in row {
        if let Some(last) = last {
            written += &line.text[last.range.end..number.range.start];
        }
        let around = last.zip(number.items_alone);
        let around = around.map(|(last, items)| reading::around_items(&last.now, items));
        let now = around.and_then(|around| number.now.strip_prefix(around.as_str()));
        let now = now.unwrap_or(&number.now);
        written += &match line.text[number.range.clone()].contains(' ') {
            true => now.replace('(', " ("),
            false => now.to_owned(),
        };
        last = Some(number);
    }
    written
}

fn is_code(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Code { .. } | BlockKind::Html { .. })
}

/// Takes a reference that is written so out of some.
fn take(references: &mut Vec<Vec<String>>, written: &str) -> bool {
    let at = references
        .iter()
        .position(|reference| reference.iter().any(|known| known == written));
    at.map(|at| references.remove(at)).is_some()
}

/// A reference of the new text.
struct Found<'b> {
    fate: Fate,
    /// What is out of date of it.
    stale: Option<Stale<'b>>,
}

/// A reference that is out of date.
struct Stale<'b> {
    block: &'b Block,
    reference: String,
    /// The number of today; nothing where what had it was removed.
    now: Option<String>,
}

impl Stale<'_> {
    fn remark(&self) -> Remark {
        let reference = self.reference.clone();
        match self.now.clone() {
            Some(now) => Remark::StaleReference { reference, now },
            None => Remark::RemovedTarget { reference },
        }
    }
}

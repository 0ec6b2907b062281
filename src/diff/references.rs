//! References to numbered items and clauses that lead elsewhere since those were renumbered: "see
//! item 4", when the fourth item is now the fifth.

mod elsewhere;
mod fate;
mod line;
mod lists;
mod places;
mod reading;
mod renumbered;

use super::index::Shape;
use super::model::{Change, Entry, Inside, Kind, Node, Note, Relation, Remark, Side, leaves};
use super::numbering::Sequences;
use crate::language::LanguageCode;
use crate::language::referring::Referring;
use crate::markdown::tree::{Block, BlockKind, Tree};
use elsewhere::OwnText;
use fate::{Fate, Fates};
use line::Line;
use reading::{Reference, references};
use renumbered::Renumbered;

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

/// Whether something has another number now. In a heading it may be a word like any other: "Article 4".
fn may_renumber(change: &Change) -> bool {
    let has = |kind: Kind| change.kinds.contains(&kind);
    has(Kind::Renumbered) || change.node == Node::Heading && has(Kind::Changed)
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
                    what: Remark::StaleReference {
                        reference: stale.reference,
                        now: stale.now,
                    },
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
            found.push(Found {
                fate: fates.of_stretch(&(reference.start..end)),
                stale: now.map(|(end, now)| Stale {
                    block,
                    reference: line.text[reference.start..end].to_owned(),
                    now,
                }),
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
    /// are what they were.
    fn now(&self, place: usize, line: &Line, reference: &Reference<'_>) -> Option<(usize, String)> {
        let mut now = String::new();
        let (mut end, mut is_another) = (None, false);
        for target in reference.sure() {
            let Some(number) = self.numbers.now(place, &reference.meant, target) else {
                break;
            };
            if let Some(end) = end {
                now += &line.text[end..target.range.start];
            }
            let written = &line.text[target.range.clone()];
            is_another |= number != target.number();
            now += &match written.contains(' ') {
                true => number.replace('(', " ("),
                false => number,
            };
            end = Some(target.range.end);
        }
        end.filter(|_| is_another).map(|end| (end, now))
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
    now: String,
}

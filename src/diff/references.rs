//! References to numbered items and clauses that lead elsewhere since those were renumbered: "see
//! item 4", when the fourth item is now the fifth.

mod elsewhere;
mod line;
mod lists;
mod places;
mod reading;
mod renumbered;

use super::index::Shape;
use super::model::{Change, Entry, Inside, Kind, Node, Note, Relation, Remark, Side, holds_words};
use super::numbering::Sequences;
use crate::language::LanguageCode;
use crate::language::referring::Referring;
use crate::markdown::tree::{Block, BlockKind, Tree};
use elsewhere::OwnText;
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

    /// References that both texts have.
    fn look_at(&mut self, entry: &Entry<'_>) {
        let Some(block) = entry.new.first() else {
            return;
        };
        if matches!(Shape::of(block), Shape::Code | Shape::Html) {
            return;
        }
        let mut found = Vec::new();
        for block in &*entry.new {
            visit_words(block, &mut |block| {
                if self.may_refer(block) {
                    self.find_stale(block, &Line::of(block), &mut found);
                }
            });
        }
        if found.is_empty() {
            return;
        }
        let mut before = Vec::new();
        for block in &*entry.old {
            visit_words(block, &mut |block| {
                self.find_written(&Line::of(block), &mut before);
            });
        }
        for stale in found {
            if before.contains(&stale.reference) {
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

    /// Finds the references of a line to what has another number now.
    fn find_stale<'b>(&self, block: &'b Block, line: &Line, found: &mut Vec<Stale<'b>>) {
        for reference in self.references(line) {
            if let Some((end, now)) = self.now(block.span.start, line, &reference)
                && self.own.has(line, &reference)
            {
                found.push(Stale {
                    block,
                    reference: line.text[reference.start..end].to_owned(),
                    now,
                });
            }
        }
    }

    /// Finds the references of a line, as far as each may be taken.
    fn find_written(&self, line: &Line, found: &mut Vec<String>) {
        let references = self.references(line).into_iter();
        for reference in references.filter(|reference| self.own.has(line, reference)) {
            let ends = reference.sure().iter().map(|target| target.range.end);
            found.extend(ends.map(|end| line.text[reference.start..end].to_owned()));
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

/// Visits the blocks that hold words, a block and those below it, but for code and raw HTML.
fn visit_words<'b>(block: &'b Block, visit: &mut impl FnMut(&'b Block)) {
    block.walk(&mut |block| {
        let is_code = matches!(block.kind, BlockKind::Code { .. } | BlockKind::Html { .. });
        if !is_code && holds_words(block) {
            visit(block);
        }
    });
}

/// A reference that is out of date.
struct Stale<'b> {
    block: &'b Block,
    reference: String,
    now: String,
}

//! Numbers that changed because something before them came or went.

mod runs;
mod sequences;

use std::ops::Range;

use super::index::Shape;
use super::model::{Attribute, AttributeChange, Change, Entry, Kind, Op, Passage, Relation, Side};
use crate::markdown::clause;
use crate::markdown::tree::{Block, Content, Inline};
pub(super) use runs::{Run, of_items, of_parts, of_rows};
pub(super) use sequences::{Sequence, Sequences, sequence};

/// The label of a clause, before and after, where the label is all that changed of its words. The same
/// number with other signs around it, "4.1." and "4.1", is a change of formatting. The series is that of the label.
pub(super) fn label_change<'a>(
    entry: &Entry<'a>,
    change: &Change,
    sequences: &Sequences,
) -> Option<(Series<'a>, AttributeChange)> {
    if change.kinds != [Kind::Changed] {
        return None;
    }
    change_of_labels(&labels(entry, sequences)?, change)
}

/// The same for a clause that moved, and has the label of its new place.
pub(super) fn label_of_moved(
    entry: &Entry<'_>,
    change: &Change,
    sequences: &Sequences,
) -> Option<AttributeChange> {
    if change.kinds != [Kind::Moved, Kind::Changed] {
        return None;
    }
    let (_, labels) = change_of_labels(&labels_of_both(entry, sequences)?, change)?;
    Some(labels).filter(|labels| labels.name == Attribute::Number)
}

/// The label before and after, where it is all that changed of the words.
fn change_of_labels<'a>(
    labels: &Labels<'a>,
    change: &Change,
) -> Option<(Series<'a>, AttributeChange)> {
    labels.are_all_of(change).then(|| {
        let name = if is_same_number(labels.before.written, labels.after.written) {
            Attribute::Formatting
        } else {
            Attribute::Number
        };
        let [before, after] = [labels.before, labels.after].map(|label| label.written.to_owned());
        let change = AttributeChange::new(name, Some(before), Some(after));
        (labels.series(), change)
    })
}

/// The label of a clause, before and after.
pub(super) fn labels<'a>(entry: &Entry<'a>, sequences: &Sequences) -> Option<Labels<'a>> {
    if entry.relation != Relation::Kept {
        return None;
    }
    labels_of_both(entry, sequences)
}

fn labels_of_both<'a>(entry: &Entry<'a>, sequences: &Sequences) -> Option<Labels<'a>> {
    let part = entry.lead().unwrap_or(entry);
    Some(Labels {
        before: label_of(part.old.first()?, &sequences.old)?,
        after: label_of(part.new.first()?, &sequences.new)?,
    })
}

/// The label of a clause, before and after.
pub(super) struct Labels<'a> {
    before: Label<'a>,
    after: Label<'a>,
}

/// What a block is numbered with.
#[derive(Clone, Copy)]
struct Label<'a> {
    written: &'a str,
    /// Of a number that is none but for its sequence, the words before it: "Section" of "Section 2: Duties".
    lead: Option<&'a str>,
}

/// What counts clauses of one sort, so that those of one run are of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// `5.2`, `10.`: one sequence through the text.
    Clause,
    /// `(a)`, `b.`: one sequence in each clause.
    Item,
}

/// What counts some clauses together: "Question 2" is no more the next of "Appendix 1" than of "1.1".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Series<'a> {
    pub sort: Sort,
    /// The words before their numbers.
    lead: Option<&'a str>,
    /// Whether they are letters that stand twice, as those behind "(z)" do.
    are_doubled: bool,
}

impl<'a> Labels<'a> {
    /// Whether a clause has the label that it had.
    pub fn are_same(&self) -> bool {
        self.before.written == self.after.written
    }

    /// The series of the label that the clause has now.
    pub fn series(&self) -> Series<'a> {
        Series {
            sort: self.sort(),
            lead: self.after.lead,
            are_doubled: [self.before, self.after]
                .iter()
                .all(|label| is_doubled(label.written)),
        }
    }

    fn sort(&self) -> Sort {
        let written = self.after.written;
        let opens_with_number = written.starts_with(|sign: char| sign.is_ascii_digit());
        if opens_with_number || written.starts_with(|sign: char| sign.is_ascii_uppercase()) {
            Sort::Clause
        } else {
            Sort::Item
        }
    }

    /// Whether they are all that changed of the words.
    fn are_all_of(&self, change: &Change) -> bool {
        if let Some(lead) = self.before.lead.or(self.after.lead) {
            return self.stand_alone_in(change, lead);
        }
        // Further on only the whole label names the clause: "8" may be any number.
        let mut is_head = true;
        change.edits.iter().all(|edit| {
            let label = match edit.op {
                Op::Equal => {
                    is_head = false;
                    return true;
                }
                Op::Delete => self.before.written,
                Op::Insert => self.after.written,
            };
            edit.text.trim() == label || (is_head && is_label(&edit.text, label))
        })
    }

    /// Whether nothing changed but one number, behind some words.
    fn stand_alone_in(&self, change: &Change, lead: &str) -> bool {
        let of_op = |op: Op| change.edits.iter().filter(move |edit| edit.op == op);
        let is_one = |op: Op, label: &str| of_op(op).map(|edit| edit.text.trim()).eq([label]);
        let kept_before = change.edits.iter().take_while(|edit| edit.op == Op::Equal);
        kept_before
            .map(|edit| edit.text.trim())
            .eq((!lead.is_empty()).then_some(lead))
            && is_one(Op::Delete, self.before.written)
            && is_one(Op::Insert, self.after.written)
    }
}

/// Whether a label is a letter that stands twice, "(bb)": no Roman number, and no letter of the Welsh alphabet.
fn is_doubled(label: &str) -> bool {
    let letters = label.trim_matches(|sign: char| !sign.is_alphanumeric());
    match letters.as_bytes() {
        [one, other] => one == other && one.is_ascii_lowercase() && !b"dfilvx".contains(one),
        _ => false,
    }
}

/// Whether two labels say the same but for the points and brackets in them: "4.1." and "4.1", "a)" and "(a)".
fn is_same_number(before: &str, after: &str) -> bool {
    fn parts(label: &str) -> impl Iterator<Item = &str> {
        let parts = label.split(|sign: char| !sign.is_alphanumeric());
        parts.filter(|part| !part.is_empty())
    }
    parts(before).eq(parts(after))
}

/// The label of a clause, or what numbers words that are no list: "10." of "10. Support", "b." among "a."
/// and "c.", "2" of a heading after one with "1". No address is made of these, but where all that changed is
/// that it is another, its clause was renumbered.
fn label_of<'a>(block: &'a Block, sequence: &Sequence) -> Option<Label<'a>> {
    let plain = |written| Label {
        written,
        lead: None,
    };
    if let Some(written) = block.label.as_deref() {
        return Some(plain(written));
    }
    let text = first_text(block)?;
    ordinal(text)
        .map(plain)
        .or_else(|| numbered(text, sequence.get(&block.span.start)?))
}

/// The number that has a place in a text, as a label.
fn numbered<'a>(text: &'a str, place: &Range<usize>) -> Option<Label<'a>> {
    let written = text.get(place.clone())?;
    let is_bare = written.ends_with(|sign: char| sign.is_ascii_alphanumeric());
    let lead = text.get(..place.start)?.trim();
    Some(Label {
        written,
        lead: is_bare.then_some(lead),
    })
}

impl Sequences {
    /// What a block is numbered with by its author, and the word before it: nothing and `5.2`, "10." of "10. Support"
    /// or "2" of a heading after one with "1"; "Appendix" and "B", "Rule" and "2" of headings and paragraphs among others.
    /// Not the letters of paragraphs, which are words elsewhere: "see a doctor".
    pub fn written_number<'a>(
        &self,
        side: Side,
        block: &'a Block,
    ) -> Option<(Option<&'a str>, &'a str)> {
        let none = Sequence::default();
        let sequence = match side {
            _ if !self.can_be_named(side, block) => &none,
            side => self.of_side(side),
        };
        let label = label_of(block, sequence)?;
        let noun = label.lead.and_then(|lead| lead.split_whitespace().last());
        let noun = noun.filter(|noun| noun.contains(char::is_alphabetic));
        Some((noun, label.written))
    }

    /// Where each passage of a change has a number that it has for its place among others alone, in the old text and
    /// in the new: "Section 2: Duties".
    pub fn numbers_of(&self, change: &Change) -> PassageNumbers {
        let of_side = |side: Side, passages: &[Passage]| {
            let sequence = self.of_side(side);
            let number = |passage: &Passage| {
                let place = sequence.get(&passage.span.start)?;
                passage.text.get(place.clone()).and(Some(place.clone()))
            };
            passages.iter().map(number).collect()
        };
        [
            of_side(Side::Old, &change.old),
            of_side(Side::New, &change.new),
        ]
    }

    /// Whether a block of a text is a heading that says nothing but its number among others: "Schedule 2", "Part II".
    pub fn is_bare_heading(&self, side: Side, block: &Block) -> bool {
        let sequence = self.of_side(side);
        let is_bare = |place: &Range<usize>| {
            let rest = first_text(block).and_then(|text| text.get(place.end..));
            let is_word = |sign: char| sign.is_alphanumeric();
            rest.is_some_and(|rest| !rest.contains(is_word)) && block.inlines.len() == 1
        };
        Shape::of(block) == Shape::Heading && sequence.get(&block.span.start).is_some_and(is_bare)
    }
}

fn first_text(block: &Block) -> Option<&str> {
    Some(first_inline(block)?.1.content.text())
}

/// The first part of a block's words that is seen, and which of all it is.
fn first_inline(block: &Block) -> Option<(usize, &Inline)> {
    let seen = |(_, inline): &(usize, &Inline)| !matches!(inline.content, Content::Html(_));
    block.inlines.iter().enumerate().find(seen)
}

/// Where the passages of a change have numbers that are none but for their sequences, in the old text and in the new.
pub(super) type PassageNumbers = [Vec<Option<Range<usize>>>; 2];

/// Whether what went or came is a label, with the full stop after it or without.
pub(super) fn is_label(words: &str, label: &str) -> bool {
    let words = words.trim();
    words == label || Some(words) == label.strip_suffix('.')
}

/// What a text is numbered with at its head, as a clause or otherwise; empty where it is not.
pub(super) fn opening_label(text: &str) -> &str {
    match clause::of_text(text) {
        Some(label) => &text[..label.written.len()],
        None => ordinal(text).unwrap_or_default(),
    }
}

/// `10.` before a capital, or alone; not that of a day, "10. Mai 2020".
fn ordinal(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix('.')?;
    let words = rest.trim_start();
    let stands_apart = words.len() < rest.len() || rest.is_empty();
    let begins_sentence = !words.starts_with(|next: char| next.is_lowercase() || next.is_numeric());
    let is_year = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let is_day = words.split_whitespace().nth(1).is_some_and(is_year);
    let is_ordinal = (1..=3).contains(&digits) && stands_apart && begins_sentence && !is_day;
    is_ordinal.then(|| &text[..=digits])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_whatever_signs_stand_around_it() {
        for (before, after) in [
            ("4.1.", "4.1"),
            ("a)", "(a)"),
            ("5.2 (a)", "5.2(a)"),
            ("10.", "10."),
        ] {
            assert!(is_same_number(before, after), "{before} {after}");
        }
        for (before, after) in [("4.1", "4.2"), ("4.1", "41"), ("(a)", "(b)"), ("4", "4.1")] {
            assert!(!is_same_number(before, after), "{before} {after}");
        }
    }

    #[test]
    fn a_text_opens_with_the_number_of_its_clause_or_with_none() {
        for (text, label) in [
            ("10. Support", "10."),
            ("7.", "7."),
            ("8.3 Add-On Software", "8.3"),
            ("(a) the employee", "(a)"),
            ("10. “Support” means", "10."),
            ("10. Mai 2020 an", ""),
            ("10. and 11. apply", ""),
            ("2017. A year", ""),
            ("10.5 million", ""),
            ("10 days", ""),
            ("", ""),
        ] {
            assert_eq!(opening_label(text), label, "{text}");
        }
    }
}

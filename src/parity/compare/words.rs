//! What two blocks that correspond state and lead to.

use std::ops::Range;

use super::Contrast;
use crate::markdown::tree::{Block, Content, Mark};
use crate::parity::difference::{Aspect, Side, Spot};
use crate::parity::facts::{self, FoundFact};
use crate::parity::references;
use crate::parity::text::Passage;

impl<'a> Contrast<'a> {
    /// What differs in the words of two blocks themselves, their children aside.
    pub(super) fn words(&mut self, left: &'a Block, right: &'a Block) {
        self.facts(left, right);
        self.links(left, right);
        self.images(left, right);
        self.footnotes(left, right);
    }

    fn facts(&mut self, left: &Block, right: &Block) {
        let passages = [
            Passage::of(left, self.left.source),
            Passage::of(right, self.right.source),
        ];
        let mut ours = facts::find_facts(self.left.language, &passages[0].words);
        let mut theirs = facts::find_facts(self.right.language, &passages[1].words);
        if let (Some(one), Some(other)) = (&left.label, &right.label) {
            // Labels are held against each other as such.
            ours.retain(|fact| !is_of_label(fact, one, &passages[0].words));
            theirs.retain(|fact| !is_of_label(fact, other, &passages[1].words));
        }
        for (one, other) in facts::mismatches(&ours, &theirs) {
            let Some(fact) = one.or(other) else { continue };
            let aspect = facts::aspect(&fact.fact);
            let left = fact_spot((one, other), &passages[0], left);
            let right = fact_spot((other, one), &passages[1], right);
            self.push(aspect, left, right);
        }
        self.lettered(left, right, &passages);
    }

    /// References whose numbers are the same and whose letters are not.
    fn lettered(&mut self, left: &Block, right: &Block, passages: &[Passage; 2]) {
        let is_of_label = |range: &Range<usize>, block: &Block, words: &str| {
            let label = block.label.as_ref();
            label.is_some_and(|label| words.starts_with(label) && range.end <= label.len())
        };
        let read = |language, block, passage: &Passage| {
            let mut found = references::lettered(language, &passage.words);
            found.retain(|one| !is_of_label(&one.range, block, &passage.words));
            found
        };
        let ours = read(self.left.language, left, &passages[0]);
        let theirs = read(self.right.language, right, &passages[1]);
        let [lettering, other] = &self.letterings;
        let found = references::unlike((&ours, lettering), (&theirs, other));
        for (one, other) in found {
            let spot = |range: &Range<usize>, passage: &Passage| Spot {
                span: passage.span(range.clone()),
                found: passage.words.get(range.clone()).map(quoted),
            };
            let spots = [
                spot(&one.range, &passages[0]),
                spot(&other.range, &passages[1]),
            ];
            let [one, other] = spots;
            self.push(Aspect::Reference, one, other);
        }
    }

    fn links(&mut self, left: &Block, right: &Block) {
        let (mut ours, mut theirs) = (links(left), links(right));
        self.links_to_other_language((left, &mut ours), (right, &mut theirs));
        let addresses = &self.addresses;
        let found = unmatched(ours, theirs, |one, other| addresses.same(one, other));
        for (one, other) in found {
            self.push(
                Aspect::Link,
                thing_spot(one, left),
                thing_spot(other, right),
            );
        }
    }

    /// Says which links lead where those of the other text do, though that is in the language of that text, and takes
    /// them away. Where either text leads to what is in the other's language, both mean to.
    fn links_to_other_language<'b>(
        &mut self,
        (left, ours): (&Block, &mut Vec<Thing<'b>>),
        (right, theirs): (&Block, &mut Vec<Thing<'b>>),
    ) {
        let addresses = &self.addresses;
        let is_other = |side: Side, link: &Thing| addresses.leads_to_other_language(side, link.1);
        let [of_left, of_right] = [(Side::Left, &*ours), (Side::Right, &*theirs)]
            .map(|(side, links)| links.iter().any(|link| is_other(side, link)));
        if of_left == of_right {
            return;
        }
        let (side, wrong, right_ones) = match of_left {
            true => (Side::Left, ours, theirs),
            false => (Side::Right, theirs, ours),
        };
        let mut told = Vec::new();
        wrong.retain(|link| {
            let mut others = right_ones.iter();
            let at = others.position(|other| other.1 == link.1 && is_other(side, link));
            told.extend(at.map(|at| (link.clone(), right_ones.remove(at))));
            at.is_none()
        });
        for (link, _) in told {
            let (one, other) = match side {
                Side::Left => (thing_spot(Some(link), left), lacking(right)),
                Side::Right => (lacking(left), thing_spot(Some(link), right)),
            };
            self.push(Aspect::LinkLanguage, one, other);
        }
    }

    fn images(&mut self, left: &Block, right: &Block) {
        let addresses = &self.addresses;
        let found = unmatched(images(left), images(right), |one, other| {
            addresses.same(one, other)
        });
        for (one, other) in found {
            self.push(
                Aspect::Image,
                thing_spot(one, left),
                thing_spot(other, right),
            );
        }
        let described = |block: &Block| -> Vec<(Range<usize>, bool)> {
            let images = block
                .inlines
                .iter()
                .filter_map(|inline| match &inline.content {
                    Content::Image { description, .. } => {
                        Some((inline.span.clone(), !description.trim().is_empty()))
                    }
                    _ => None,
                });
            images.collect()
        };
        for ((span, one), (other_span, other)) in described(left).into_iter().zip(described(right))
        {
            if one != other {
                let spot = |span, is_there: bool| Spot {
                    span,
                    found: is_there.then(|| "description".to_owned()),
                };
                self.push(
                    Aspect::Description,
                    spot(span, one),
                    spot(other_span, other),
                );
            }
        }
    }

    fn footnotes(&mut self, left: &Block, right: &Block) {
        let (ours, theirs) = (footnote_references(left), footnote_references(right));
        if ours.len() == theirs.len() {
            return;
        }
        for (one, other) in unmatched(ours, theirs, |one, other| one == other) {
            if one.is_none() || other.is_none() {
                self.push(
                    Aspect::Footnote,
                    thing_spot(one, left),
                    thing_spot(other, right),
                );
            }
        }
    }
}

/// Whether a fact is the number of the label that some words open with.
fn is_of_label(fact: &FoundFact, label: &str, words: &str) -> bool {
    words.starts_with(label) && fact.range.end <= label.len()
}

/// Where a fact stands beside the `other` that is not the same.
fn fact_spot(
    (fact, other): (Option<&FoundFact>, Option<&FoundFact>),
    passage: &Passage,
    block: &Block,
) -> Spot {
    match fact {
        Some(fact) => {
            let range = fact.range_beside(other);
            Spot {
                span: passage.span(range.clone()),
                found: passage.words.get(range).map(quoted),
            }
        }
        None => lacking(block),
    }
}

/// Something in a line: its place, and what tells it from others.
type Thing<'a> = (Range<usize>, &'a str);

fn thing_spot(thing: Option<Thing>, block: &Block) -> Spot {
    match thing {
        Some((span, name)) => Spot {
            span,
            found: Some(quoted(name)),
        },
        None => lacking(block),
    }
}

/// Something as a text has it, set off from a finding's own words.
pub(super) fn quoted(words: &str) -> String {
    format!("“{words}”")
}

fn lacking(block: &Block) -> Spot {
    Spot {
        span: block.span.clone(),
        found: None,
    }
}

fn links(block: &Block) -> Vec<Thing<'_>> {
    let links = block.marks.iter().enumerate().filter_map(|(index, mark)| {
        let Mark::Link { target, .. } = mark else {
            return None;
        };
        let mut under = block
            .inlines
            .iter()
            .filter(|inline| inline.marks.contains(&index));
        let first = under.next()?;
        let end = under.next_back().unwrap_or(first).span.end;
        Some((first.span.start..end, target.as_str()))
    });
    links.collect()
}

fn images(block: &Block) -> Vec<Thing<'_>> {
    let images = block
        .inlines
        .iter()
        .filter_map(|inline| match &inline.content {
            Content::Image { target, .. } => Some((inline.span.clone(), target.as_str())),
            _ => None,
        });
    images.collect()
}

fn footnote_references(block: &Block) -> Vec<Thing<'_>> {
    let references = block
        .inlines
        .iter()
        .filter_map(|inline| match &inline.content {
            Content::FootnoteReference { label, .. } => Some((inline.span.clone(), label.as_str())),
            _ => None,
        });
    references.collect()
}

/// Things that have no counterpart: side by side in their order, then those left over. The order
/// within a block is the language's own.
fn unmatched<'a>(
    left: Vec<Thing<'a>>,
    mut right: Vec<Thing<'a>>,
    same: impl Fn(&str, &str) -> bool,
) -> Vec<(Option<Thing<'a>>, Option<Thing<'a>>)> {
    let mut left: Vec<_> = left
        .into_iter()
        .filter(|(_, one)| {
            let at = right.iter().position(|(_, other)| same(one, other));
            at.map(|at| right.remove(at)).is_none()
        })
        .map(Some)
        .collect();
    let mut right: Vec<_> = right.into_iter().map(Some).collect();
    let count = left.len().max(right.len());
    left.resize(count, None);
    right.resize(count, None);
    left.into_iter().zip(right).collect()
}

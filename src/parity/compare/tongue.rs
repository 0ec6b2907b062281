//! Blocks that are in the other text's language, or the same in both.

use std::ops::Range;

use super::{Contrast, shape};
use crate::language::dates::find_dates;
use crate::language::{Known, LanguageCode};
use crate::markdown::tree::{Block, BlockKind, Tree};
use crate::parity::difference::{Aspect, Difference, Side, Spot};
use crate::parity::text::Passage;
use crate::parity::wrong_language::{
    is_copied_sentence, is_copy_of, is_running_text, seems_to_be_in,
};

impl<'a> Contrast<'a> {
    /// Says whether one of two blocks that correspond is in the language of the other.
    pub(super) fn tongue(&mut self, left: &'a Block, right: &'a Block) {
        let is_code = |block: &Block| matches!(block.kind, BlockKind::Code { .. });
        if is_code(left) || is_code(right) {
            return;
        }
        let (ours, theirs) = (left.own_text(), right.own_text());
        let (here, there) = (self.left.language, self.right.language);
        let is_copy = ours.trim() == theirs.trim();
        if is_wrong(&ours, here, there, is_copy) {
            self.push(
                Aspect::WrongLanguage,
                shape::whole(left),
                counterpart(right),
            );
        } else if is_wrong(&theirs, there, here, is_copy) {
            self.push(
                Aspect::WrongLanguage,
                counterpart(left),
                shape::whole(right),
            );
        } else if is_copy {
            if is_running_text(&ours) {
                self.push(Aspect::Identical, shape::whole(left), shape::whole(right));
            }
        } else {
            self.copied_sentences(left, right);
        }
        self.ampersand(left, right);
    }

    /// Sentences that stand in both of two blocks which are not the same, and are in the language of one.
    fn copied_sentences(&mut self, left: &Block, right: &Block) {
        let ours = Passage::of(left, self.left.source);
        let theirs = Passage::of(right, self.right.source);
        let (here, there) = (self.left.language, self.right.language);
        let in_theirs = theirs.sentences();
        for range in ours.sentences() {
            let words = &ours.words[range.clone()];
            // What is in quotation marks is quoted in both.
            let is_quoted = words.contains(['“', '”', '"', '«', '‘']);
            let mut others = in_theirs.iter();
            let same = others.find(|other| theirs.words[(*other).clone()] == *words);
            let Some(other) = same.filter(|_| !is_quoted) else {
                continue;
            };
            let spot = |passage: &Passage, range: &Range<usize>| Spot {
                span: passage.span(range.clone()),
                found: Some("sentence".to_owned()),
            };
            if is_copied_sentence(words, here, there) {
                self.push(
                    Aspect::WrongLanguage,
                    spot(&ours, &range),
                    counterpart(right),
                );
            } else if is_copied_sentence(words, there, here) {
                self.push(
                    Aspect::WrongLanguage,
                    counterpart(left),
                    spot(&theirs, other),
                );
            }
        }
    }

    /// `&` for *a* or *ac*, unless it is part of a name that both texts have.
    fn ampersand(&mut self, left: &Block, right: &Block) {
        let is_welsh = |language: &LanguageCode| language.known() == Some(Known::Welsh);
        if is_welsh(self.left.language) {
            let spot = ampersand_of(&Passage::of(left, self.left.source), &right.own_text());
            spot.into_iter()
                .for_each(|spot| self.push(Aspect::Ampersand, spot, counterpart(right)));
        }
        if is_welsh(self.right.language) {
            let spot = ampersand_of(&Passage::of(right, self.right.source), &left.own_text());
            spot.into_iter()
                .for_each(|spot| self.push(Aspect::Ampersand, counterpart(left), spot));
        }
    }
}

fn is_wrong(words: &str, claimed: &LanguageCode, other: &LanguageCode, is_copy: bool) -> bool {
    is_copy && (is_copy_of(words, claimed, other) || has_dates_of(words, claimed, other))
        || seems_to_be_in(words, claimed, std::slice::from_ref(other)).is_some()
}

/// Whether a few words hold a date that only the other language writes so ("From 3 March 2021").
fn has_dates_of(words: &str, claimed: &LanguageCode, other: &LanguageCode) -> bool {
    find_dates(other, words).len() > find_dates(claimed, words).len()
}

/// The other block, as the place that a finding refers to.
fn counterpart(block: &Block) -> Spot {
    Spot {
        span: block.span.clone(),
        found: None,
    }
}

/// The first `&` between words that the other text does not have as well.
fn ampersand_of(passage: &Passage, other: &str) -> Option<Spot> {
    let words = &passage.words;
    let found = words.match_indices(" & ").find(|(at, _)| {
        let before = words[..*at].rsplit(' ').next().unwrap_or_default();
        let after = words[at + 3..].split(' ').next().unwrap_or_default();
        !other.contains(&format!("{before} & {after}"))
    })?;
    Some(Spot {
        span: passage.span(found.0 + 1..found.0 + 2),
        found: Some("“&”".to_owned()),
    })
}

/// Makes one finding of a text that is in the wrong language for the most part.
pub(super) fn told_once(differences: &mut Vec<Difference>, left: &Tree, right: &Tree) {
    for (tree, side) in [(left, Side::Left), (right, Side::Right)] {
        let is_of_side = |found: &Difference| {
            found.aspect == Aspect::WrongLanguage && side.of(found).found.is_some()
        };
        let foreign = differences
            .iter()
            .filter(|found| is_of_side(found))
            .map(|found| side.of(found).span.len());
        let mut whole = 0;
        tree.walk(&mut |block| {
            whole += if block.inlines.is_empty() {
                0
            } else {
                block.span.len()
            }
        });
        if foreign.clone().count() < 2 || foreign.sum::<usize>() * 2 < whole {
            continue;
        }
        let mut is_first = true;
        differences.retain_mut(|found| {
            if !is_of_side(found) {
                return found.aspect != Aspect::Identical;
            }
            let spot = match side {
                Side::Left => &mut found.left,
                Side::Right => &mut found.right,
            };
            spot.found = Some("text".to_owned());
            std::mem::take(&mut is_first)
        });
    }
}

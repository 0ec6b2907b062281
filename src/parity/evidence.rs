//! What a block shows whatever its language.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::markdown::tree::{Block, BlockKind, Content, Inline, Mark};

/// How many letters two words of different languages must share at their beginning to be taken for
/// relatives: four, as M. Simard, G. Foster and P. Isabelle found to work ("Using cognates to align
/// sentences in bilingual corpora", 1992).
const COGNATE_LETTERS: usize = 4;

/// One thing that a translation keeps.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sign {
    /// An explicit `{#id}`.
    Id(String),
    /// The last part of a link's target, without a language's own spelling of the way to it.
    Link(String),
    /// The file name of an image.
    Image(String),
    /// The label of a footnote, or of a reference to one.
    Footnote(String),
    /// A number, by its digits.
    Number(String),
    /// The place of a legal label among its siblings: `5.2`, or the lettering's position.
    Label(String),
    /// A whole word that the other text has too.
    Word(String),
    /// The beginning of a word.
    Stem(String),
}

/// A block, weighed for alignment.
#[derive(Clone, Debug)]
pub(super) struct Evidence<'a> {
    /// The block.
    pub block: &'a Block,
    /// Its words' length in characters, children included.
    pub length: usize,
    /// The length of each of its sentences.
    pub sentences: Vec<usize>,
    /// How often it has each of [`POINTS`].
    pub points: [usize; POINTS.len()],
    /// Its signs, sorted, each with how often the block has it.
    pub signs: Vec<(Sign, usize)>,
}

/// Points that translators keep: each group counts as one.
const POINTS: [&[char]; 6] = [
    &[':'],
    &[';'],
    &['('],
    &['?'],
    &['“', '«', '"', '‘'],
    &['–', '—'],
];

impl<'a> Evidence<'a> {
    /// The evidence of each of a row of siblings.
    pub fn of_all(blocks: impl IntoIterator<Item = &'a Block>) -> Vec<Evidence<'a>> {
        let one = |block: &'a Block| Evidence::gather(block, std::iter::once(block));
        blocks.into_iter().map(one).collect()
    }

    /// The evidence of each column of a table; the cell at its top stands for it.
    pub fn of_columns(table: &'a Block) -> Vec<Evidence<'a>> {
        let tops = table.children.first().map_or(&[][..], |row| &row.children);
        let cells = |at: usize| {
            let rows = table.children.iter();
            rows.filter_map(move |row| row.children.get(at))
        };
        let columns = tops.iter().enumerate();
        columns
            .map(|(at, top)| Evidence::gather(top, cells(at)))
            .collect()
    }

    fn gather(block: &'a Block, parts: impl Iterator<Item = &'a Block>) -> Evidence<'a> {
        let mut evidence = Evidence {
            block,
            length: 0,
            sentences: Vec::new(),
            points: [0; POINTS.len()],
            signs: Vec::new(),
        };
        let mut signs = HashMap::new();
        for part in parts {
            part.walk(&mut |part| {
                let text = part.own_text();
                evidence.add_words(&text);
                let mut add = |sign| *signs.entry(sign).or_insert(0) += 1;
                signs_of_words(&text, &mut add);
                signs_of_block(part, &mut add);
            });
        }
        evidence.signs = signs.into_iter().collect();
        evidence.signs.sort();
        evidence
    }

    fn add_words(&mut self, text: &str) {
        let lengths = sentences(text).map(|sentence| sentence.chars().count());
        self.sentences.extend(lengths);
        self.length += text.chars().count();
        for (count, points) in self.points.iter_mut().zip(POINTS) {
            *count += text.matches(points).count();
        }
    }
}

/// Sentences, roughly: up to a full stop, question mark or exclamation mark before a space.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut ended = false;
    let ends = move |c: char| {
        let splits = ended && c.is_whitespace();
        ended = matches!(c, '.' | '?' | '!');
        splits
    };
    let sentences = text.split(ends);
    sentences.filter(|sentence| !sentence.trim().is_empty())
}

fn signs_of_block(block: &Block, add: &mut impl FnMut(Sign)) {
    match &block.kind {
        BlockKind::Heading { id: Some(id), .. } => add(Sign::Id(id.clone())),
        BlockKind::Footnote { label, .. } => add(Sign::Footnote(label.clone())),
        _ => {}
    }
    if let Some(label) = &block.label {
        add(Sign::Label(label.to_lowercase()));
    }
    for mark in &block.marks {
        if let Mark::Link { target, .. } = mark {
            add(Sign::Link(last_part(target)));
        }
    }
    block
        .inlines
        .iter()
        .for_each(|inline| signs_of_inline(inline, add));
}

fn signs_of_inline(inline: &Inline, add: &mut impl FnMut(Sign)) {
    match &inline.content {
        Content::Image { target, .. } => add(Sign::Image(last_part(target))),
        Content::FootnoteReference { label, .. } => add(Sign::Footnote(label.clone())),
        _ => {}
    }
}

fn signs_of_words(text: &str, add: &mut impl FnMut(Sign)) {
    for word in text.unicode_words() {
        if word.chars().any(|c| c.is_ascii_digit()) {
            add(Sign::Number(digits(word)));
            continue;
        }
        let word = folded(word);
        if word.chars().count() >= COGNATE_LETTERS {
            add(Sign::Stem(word.chars().take(COGNATE_LETTERS).collect()));
            add(Sign::Word(word));
        }
    }
}

/// The digits of a number, without leading noughts and without what groups or splits them: `1,000`
/// and `1 000` are one number, `9am` and `9h` too.
fn digits(word: &str) -> String {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

/// A word without capitals and accents.
fn folded(word: &str) -> String {
    word.nfd()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What languages' addresses of one thing most often have in common: the last part, without a
/// language's own ending.
fn last_part(target: &str) -> String {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or_default();
    let fragment = target.split_once('#').map_or("", |(_, fragment)| fragment);
    let stem = last.split('.').next().unwrap_or_default();
    format!("{stem}#{fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_their_digits() {
        assert_eq!(digits("1,000"), digits("1000"));
        assert_eq!(digits("08"), "8");
    }

    #[test]
    fn an_address_in_a_language_has_the_same_last_part() {
        assert_eq!(last_part("log.en.csv"), last_part("log.cy.csv"));
        assert_ne!(last_part("../a#b"), last_part("../a#c"));
    }
}

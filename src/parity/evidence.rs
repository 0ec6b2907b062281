//! What a block shows whatever its language.

use unicode_segmentation::UnicodeSegmentation;

use super::labels::Lettering;
use super::signs::{SignKind, Signs};
use crate::markdown::tree::{Block, BlockKind, Content, Inline, Mark};

/// A block, weighed for alignment.
#[derive(Clone, Debug)]
pub(super) struct Evidence<'a> {
    /// The block.
    pub block: &'a Block,
    /// Its words' length in characters, children included.
    pub length: usize,
    /// The length of each of its sentences.
    pub sentences: Vec<usize>,
    /// How often it has points of each group.
    pub points: [usize; POINTS],
    /// The numbers of its signs, in order, each with how often the block has it.
    pub signs: Vec<(u32, usize)>,
    /// Whether it is declared that it may have no counterpart.
    pub may_stand_alone: bool,
}

/// How many groups of points there are that translators keep.
const POINTS: usize = 6;

/// Which of the groups of points a character belongs to.
fn group_of_point(c: char) -> Option<usize> {
    match c {
        ':' => Some(0),
        ';' => Some(1),
        '(' => Some(2),
        '?' => Some(3),
        '“' | '«' | '"' | '‘' => Some(4),
        '–' | '—' => Some(5),
        _ => None,
    }
}

impl<'a> Evidence<'a> {
    /// The evidence of each of a row of siblings. `lettering` is that of their text.
    pub fn of_all(
        blocks: impl IntoIterator<Item = &'a Block>,
        lettering: &Lettering,
        signs: &mut Signs,
    ) -> Vec<Evidence<'a>> {
        let one = |block: &'a Block| {
            let parts = std::iter::once(block);
            Evidence::gather(block, parts, lettering, signs)
        };
        blocks.into_iter().map(one).collect()
    }

    /// The evidence of each column of a table; the cell at its top stands for it.
    pub fn of_columns(
        table: &'a Block,
        lettering: &Lettering,
        signs: &mut Signs,
    ) -> Vec<Evidence<'a>> {
        let tops = table.children.first().map_or(&[][..], |row| &row.children);
        let cells = |at: usize| {
            let rows = table.children.iter();
            rows.filter_map(move |row| row.children.get(at))
        };
        let columns = tops.iter().enumerate();
        columns
            .map(|(at, top)| Evidence::gather(top, cells(at), lettering, signs))
            .collect()
    }

    fn gather(
        block: &'a Block,
        parts: impl Iterator<Item = &'a Block>,
        lettering: &Lettering,
        signs: &mut Signs,
    ) -> Evidence<'a> {
        let mut evidence = Evidence {
            block,
            length: 0,
            sentences: Vec::new(),
            points: [0; POINTS],
            signs: Vec::new(),
            may_stand_alone: false,
        };
        let mut numbers: Vec<u32> = Vec::new();
        for part in parts {
            part.walk(&mut |part| {
                let text = part.own_text();
                evidence.add_words(&text);
                for word in text.unicode_words() {
                    numbers.extend(signs.of_word(word).into_iter().flatten());
                }
                if let Some(language) = lettering.language() {
                    numbers.extend(signs.of_words(language, &text));
                }
                if let Some(place) = lettering.place(part) {
                    numbers.push(signs.number(SignKind::Label, place.name()));
                }
                signs_of_block(part, &mut |kind, name| {
                    numbers.push(signs.number(kind, name));
                });
            });
        }
        numbers.sort_unstable();
        let same = numbers.chunk_by(|one, other| one == other);
        evidence.signs = same.map(|same| (same[0], same.len())).collect();
        evidence
    }

    /// Counts characters, points and sentences. A sentence ends, roughly, at a full stop, a question mark
    /// or an exclamation mark before a space, which belongs to none.
    fn add_words(&mut self, text: &str) {
        let mut sentence = 0;
        let mut has_words = false;
        let mut may_end = false;
        for c in text.chars() {
            self.length += 1;
            if let Some(group) = group_of_point(c) {
                self.points[group] += 1;
            }
            if may_end && c.is_whitespace() {
                self.sentences.extend(has_words.then_some(sentence));
                (sentence, has_words) = (0, false);
            } else {
                sentence += 1;
                has_words |= !c.is_whitespace();
            }
            may_end = matches!(c, '.' | '?' | '!');
        }
        self.sentences.extend(has_words.then_some(sentence));
    }
}

fn signs_of_block(block: &Block, add: &mut impl FnMut(SignKind, String)) {
    match &block.kind {
        BlockKind::Heading { id: Some(id), .. } => add(SignKind::Id, id.clone()),
        BlockKind::Footnote { label, .. } => add(SignKind::Footnote, label.clone()),
        _ => {}
    }
    for mark in &block.marks {
        if let Mark::Link { target, .. } = mark {
            add(SignKind::Link, last_part(target));
        }
    }
    block
        .inlines
        .iter()
        .for_each(|inline| signs_of_inline(inline, add));
}

fn signs_of_inline(inline: &Inline, add: &mut impl FnMut(SignKind, String)) {
    match &inline.content {
        Content::Image { target, .. } => add(SignKind::Image, last_part(target)),
        Content::FootnoteReference { label, .. } => add(SignKind::Footnote, label.clone()),
        _ => {}
    }
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
    fn sentences_end_before_a_space() {
        let mut block = Block::new(BlockKind::Paragraph, 0..0);
        block.inlines.push(Inline {
            content: Content::Text("Ask first. Then (at 9.30) go!  No? ".to_owned()),
            marks: Vec::new(),
            span: 0..0,
        });
        let evidence = Evidence::of_all([&block], &Lettering::default(), &mut Signs::default());
        assert_eq!(evidence[0].sentences, [10, 18, 4]);
        assert_eq!(evidence[0].points, [0, 0, 1, 1, 0, 0]);
    }

    #[test]
    fn an_address_in_a_language_has_the_same_last_part() {
        assert_eq!(last_part("log.en.csv"), last_part("log.cy.csv"));
        assert_ne!(last_part("../a#b"), last_part("../a#c"));
    }
}

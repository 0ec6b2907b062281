//! The blocks between two anchors, aligned by likeness.
//!
//! Dynamic programming over beads (after Gale and Church, *A Program for Aligning Sentences in
//! Bilingual Corpora*, 1993): a block goes, comes, stays, becomes several, or several become one.
//! What is maximised is the weight of the words that stay, less what pairing unlike blocks costs.
//! A gap whose table would be too much work is first cut at the pairs that share the most rare
//! words, and at its middle where there are none.

mod blocks;
mod halves;
mod parts;
mod table;

use super::align::{Aligner, Bead, Stretch};
use super::bags::{ALIKE, share};
use super::coarse::{self, Cut};
use super::index::{Id, Node, Shape};
use super::model::{Side, holds_words};
use super::words::Token;
use crate::markdown::tree::Block;
use blocks::{Blocks, is_relabelled};
use parts::several;
use table::{Table, Way};

/// The least likeness of two blocks of one shape that are paired for their words alone.
const PAIRED: u64 = 300;
/// The least likeness of two blocks of different shapes.
const RETYPED: u64 = 600;
/// What each word is worth that two unlike containers share in contents found nowhere else.
const SHARED_WORD: i64 = 20;
/// How many words may be looked at for one table.
const TABLE_WORK: usize = 6_000_000;

/// Aligns a stretch in which no block is the same on both sides and alone in being so.
pub(super) fn align(
    aligner: &Aligner<'_, '_>,
    olds: &[Id],
    news: &[Id],
    stretch: &Stretch,
    beads: &mut Vec<Bead>,
) {
    let mut todo = vec![stretch.clone()];
    while let Some(stretch) = todo.pop() {
        let gap = Gap {
            aligner,
            olds: &olds[stretch.old.clone()],
            news: &news[stretch.new.clone()],
        };
        if gap.olds.is_empty() || gap.news.is_empty() {
            push_unpaired(&stretch, beads);
        } else if gap.is_one_edited_line() {
            beads.push(Bead::pair(stretch.old.start, stretch.new.start));
        } else if gap.olds.len() + gap.news.len() == 2 || gap.work() <= TABLE_WORK {
            let mut found = gap.best();
            halves::put_under_their_headings(aligner, (gap.olds, gap.news), &mut found);
            beads.extend(found.into_iter().map(|bead| Bead {
                old: bead.old.start + stretch.old.start..bead.old.end + stretch.old.start,
                new: bead.new.start + stretch.new.start..bead.new.end + stretch.new.start,
            }));
        } else {
            let (old, new) = match coarse::cut(aligner, gap.olds, gap.news) {
                Cut::AtPair(old, new) => (old, new),
                Cut::AtMiddle(old, new) => {
                    aligner.note_less_detail(gap.news[0]);
                    (old, new)
                }
            };
            let (old, new) = (stretch.old.start + old, stretch.new.start + new);
            todo.push(Stretch {
                old: old..stretch.old.end,
                new: new..stretch.new.end,
            });
            todo.push(Stretch {
                old: stretch.old.start..old,
                new: stretch.new.start..new,
            });
        }
    }
}

fn push_unpaired(stretch: &Stretch, beads: &mut Vec<Bead>) {
    beads.extend(stretch.old.clone().map(|old| Bead {
        old: old..old + 1,
        new: stretch.new.start..stretch.new.start,
    }));
    beads.extend(stretch.new.clone().map(|new| Bead {
        old: stretch.old.end..stretch.old.end,
        new: new..new + 1,
    }));
}

/// A stretch that is aligned by one table, or cut first.
struct Gap<'g, 'c, 'a> {
    aligner: &'g Aligner<'c, 'a>,
    olds: &'g [Id],
    news: &'g [Id],
}

impl Gap<'_, '_, '_> {
    /// Whether there is one line of words on each side, and at their ends most of the words are the
    /// same: nothing needs weighing then.
    fn is_one_edited_line(&self) -> bool {
        let ([old], [new]) = (self.olds, self.news) else {
            return false;
        };
        let likenesses = &self.aligner.likenesses;
        let (a, b) = (likenesses.old.node(*old), likenesses.new.node(*new));
        let is_line = |node: &Node<'_>| node.size == 1 && holds_words(node.block);
        if a.shape != b.shape
            || !is_line(a)
            || !is_line(b)
            || self.is_reserved(*old, *new)
            || self.aligner.are_apart(*old, *new)
        {
            return false;
        }
        let old = likenesses.tokens(Side::Old, *old);
        let new = likenesses.tokens(Side::New, *new);
        let same = |(a, b): &(&Token, &Token)| a.key == b.key;
        let start = old.iter().zip(new).take_while(same).count();
        let (old_rest, new_rest) = (&old[start..], &new[start..]);
        let end = old_rest.iter().rev().zip(new_rest.iter().rev());
        let end = end.take_while(same).count();
        4 * (start + end) >= old.len() + new.len()
    }

    /// How many words a table over all pairs looks at.
    fn work(&self) -> usize {
        let likenesses = &self.aligner.likenesses;
        let old: usize = self
            .olds
            .iter()
            .map(|&id| likenesses.old_bag(id).bag.len() + 4)
            .sum();
        let new: usize = self
            .news
            .iter()
            .map(|&id| likenesses.new_bag(id).bag.len() + 4)
            .sum();
        old * self.news.len() + new * self.olds.len()
    }

    /// The best beads, as indices into the gap.
    fn best(&self) -> Vec<Bead> {
        let likenesses = &self.aligner.likenesses;
        let olds = Blocks::new(likenesses, Side::Old, self.olds);
        let news = Blocks::new(likenesses, Side::New, self.news);
        let tally = &mut *likenesses.tally.borrow_mut();
        // What each new block has in common with each old one, and the same by old blocks.
        let transposed = likenesses.common(&olds.bags, &news.bags);
        let row = |old: usize| transposed.iter().map(|of_new| of_new[old]).collect();
        let common: Vec<Vec<u64>> = (0..olds.bags.len()).map(row).collect();
        let mut table = Table::new(self.olds.len(), self.news.len());
        for old in 0..=self.olds.len() {
            for new in 0..=self.news.len() {
                table.begin(old, new);
                if old == 0 || new == 0 {
                    continue;
                }
                let cell = (old, new);
                let (of_old, of_new) = (&common[old - 1], &transposed[new - 1]);
                let pair = self.pair_gain((&olds, old - 1), (&news, new - 1), of_old[new - 1]);
                if let Some(gain) = pair {
                    table.offer(cell, Way::Pair, gain + 1);
                }
                // Few pairs have enough in common for one to be a part of the other.
                if news.has_enough(new - 1, of_old[new - 1]) && self.may_be_part(cell) {
                    for (parts, gain) in several(&olds, old - 1, &news, new, of_old, tally) {
                        table.offer(cell, Way::Split(parts as u8), gain);
                    }
                }
                if olds.has_enough(old - 1, of_new[old - 1]) && self.may_be_part(cell) {
                    for (parts, gain) in several(&news, new - 1, &olds, old, of_new, tally) {
                        table.offer(cell, Way::Join(parts as u8), gain);
                    }
                }
            }
        }
        table.beads()
    }

    /// What pairing two blocks gains that have so much in common; nothing where they are no pair.
    fn pair_gain(
        &self,
        (olds, old): (&Blocks<'_>, usize),
        (news, new): (&Blocks<'_>, usize),
        common: u64,
    ) -> Option<i64> {
        let (old_id, new_id) = (self.olds[old], self.news[new]);
        let likenesses = &self.aligner.likenesses;
        let (a, b) = (likenesses.old.node(old_id), likenesses.new.node(new_id));
        let both = olds.bags[old].total + news.bags[new].total;
        if self.aligner.are_apart(old_id, new_id) {
            return None;
        }
        if a.exact == b.exact {
            // The same words in the same place are worth more than any likeness.
            return Some(2 * both as i64 + 200);
        }
        if a.words == b.words || is_relabelled((olds, old), (news, new), common) {
            return Some(both as i64 + 100);
        }
        if self.is_reserved(old_id, new_id) {
            return None;
        }
        let crosses = crosses_list(a, b);
        let least = match a.shape == b.shape || crosses {
            true => PAIRED,
            false => RETYPED,
        };
        if (crosses || may_be(a.shape, b.shape)) && share(common, both) >= least {
            let bonus = match (&a.block.label, &b.block.label) {
                (Some(a), Some(b)) if a == b => 100,
                _ => 0,
            };
            return Some(2 * common as i64 - (both * PAIRED / ALIKE) as i64 + bonus);
        }
        let shared = match a.shape == b.shape {
            true => self.aligner.shared_contents(old_id, new_id),
            false => 0,
        };
        (shared > 0).then_some(SHARED_WORD * shared as i64)
    }

    /// Whether one of the last blocks up to two places can be a part of the other, by the headings above them.
    fn may_be_part(&self, (old, new): (usize, usize)) -> bool {
        !self
            .aligner
            .are_apart(self.olds[old - 1], self.news[new - 1])
    }

    /// Whether one of two blocks stands, unchanged, elsewhere. An item is kept for another where its
    /// line is.
    fn is_reserved(&self, old: Id, new: Id) -> bool {
        let (a, b) = (
            self.aligner.old().node(old),
            self.aligner.new_side().node(new),
        );
        if !crosses_list(a, b) {
            return self.aligner.is_kept_for_another(old, new);
        }
        let line = |id: Id, node: &Node<'_>| id + usize::from(node.shape == Shape::Item);
        let (old_line, new_line) = (line(old, a), line(new, b));
        self.aligner.sole_counterpart_of_old(old_line) != Some(new_line)
            && (self.aligner.is_kept_for_another(old, new)
                || self.aligner.is_kept_for_another(old_line, new_line))
    }
}

/// Whether two blocks of one shape are alike enough to be one in other words.
pub(super) fn is_edited(aligner: &Aligner<'_, '_>, old: Id, new: Id) -> bool {
    let (a, b) = (aligner.old().node(old), aligner.new_side().node(new));
    a.shape == b.shape
        && a.shape != Shape::Heading
        && !aligner.is_kept_for_another(old, new)
        && !aligner.are_apart(old, new)
        && aligner.likenesses.of(old, new) >= PAIRED
}

/// Whether a block is an item that holds one paragraph and nothing else.
pub(super) fn is_item_of_a_line(node: &Node<'_>) -> bool {
    let is_paragraph = |block: &Block| Shape::of(block) == Shape::Paragraph;
    node.shape == Shape::Item && node.size == 2 && node.block.children.iter().all(is_paragraph)
}

/// Whether one of two blocks is a paragraph and the other an item that holds no more than one.
pub(super) fn crosses_list(old: &Node<'_>, new: &Node<'_>) -> bool {
    let is_paragraph = |node: &Node<'_>| node.shape == Shape::Paragraph;
    is_paragraph(old) && is_item_of_a_line(new) || is_item_of_a_line(old) && is_paragraph(new)
}

/// Whether a block can be another's counterpart, by their shapes.
fn may_be(old: Shape, new: Shape) -> bool {
    use Shape::{Definitions, Heading, List, Paragraph, Quote};
    if old == new {
        return true;
    }
    let is_text = |shape| matches!(shape, Heading | Paragraph | List | Quote | Definitions);
    is_text(old) && is_text(new)
}

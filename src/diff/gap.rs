//! The blocks between two anchors, aligned by likeness.
//!
//! Dynamic programming over beads (after Gale and Church, *A Program for Aligning Sentences in
//! Bilingual Corpora*, 1993): a block goes, comes, stays, becomes several, or several become one.
//! What is maximised is the weight of the words that stay, less what pairing unlike blocks costs.
//! A gap whose table would be too much work is first cut at the pairs that share the most rare
//! words, and at its middle where there are none.

use super::align::{Aligner, Bead, Stretch};
use super::bags::{ALIKE, Tally, Weighed, share};
use super::coarse::{self, Cut};
use super::index::{Id, Node, Shape};
use super::likeness::Likenesses;
use super::model::{Side, holds_words};
use super::words::Token;
use crate::markdown::tree::Block;

/// The least likeness of two blocks of one shape that are paired for their words alone.
const PAIRED: u64 = 300;
/// The least likeness of two blocks of different shapes.
const RETYPED: u64 = 600;
/// How many blocks one can become.
const MOST_PARTS: usize = 8;
/// How many paragraphs and lists one list can have been put together from.
const MOST_PARTS_OF_A_LIST: usize = 32;
/// The least share of each part that comes from the whole.
const PART_FROM_WHOLE: u64 = 600;
/// The least share of a whole that its parts have together, and they of it.
const PARTS_TOGETHER: u64 = 650;
/// What each further part costs, in the unit of words' weights.
const PART_COST: i64 = 120;
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
            let found = gap.best();
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

struct Gap<'g, 'c, 'a> {
    aligner: &'g Aligner<'c, 'a>,
    olds: &'g [Id],
    news: &'g [Id],
}

/// How a cell of the table was reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Removed,
    Added,
    Pair,
    /// One old block, so many new ones.
    Split(u8),
    /// So many old blocks, one new one.
    Join(u8),
}

/// Blocks of one side, laid out for many comparisons.
struct Blocks<'g> {
    bags: Vec<Weighed<'g>>,
    shapes: Vec<Shape>,
    /// The own lines of items that have a list below them.
    lines: Vec<Option<Weighed<'g>>>,
    /// Which of them are items of one paragraph.
    are_lines: Vec<bool>,
    /// The labels that they open with, and what those weigh.
    labels: Vec<Option<(u64, u64)>>,
    /// What they weigh without these.
    unlabelled: Vec<u64>,
}

impl<'g> Blocks<'g> {
    fn new(likenesses: &'g Likenesses<'_, '_>, side: Side, ids: &[Id]) -> Self {
        let index = likenesses.index(side);
        let bag = |id| likenesses.bag(side, id);
        let line = |&id: &Id| {
            let node = index.node(id);
            let is_list = |child: &Block| Shape::of(child) == Shape::List;
            let nests = node.shape == Shape::Item && node.block.children.iter().any(is_list);
            // What lies directly below a block comes right after it.
            nests.then(|| bag(id + 1))
        };
        let labels: Vec<_> = ids.iter().map(|&id| likenesses.label(side, id)).collect();
        let bags: Vec<Weighed<'_>> = ids.iter().map(|&id| bag(id)).collect();
        let each = bags.iter().zip(&labels);
        Blocks {
            unlabelled: each
                .map(|(bag, label)| bag.total - label.map_or(0, |(_, weight)| weight))
                .collect(),
            labels,
            bags,
            shapes: ids.iter().map(|&id| index.node(id).shape).collect(),
            lines: ids.iter().map(line).collect(),
            are_lines: ids
                .iter()
                .map(|&id| is_item_of_a_line(index.node(id)))
                .collect(),
        }
    }

    /// Whether so much in common with a whole is enough of a part: in the whole its label is words.
    fn has_enough(&self, at: usize, common: u64) -> bool {
        common * ALIKE >= self.unlabelled[at] * PART_FROM_WHOLE
    }

    /// What the label that a block opens with weighs, where another opens with the same.
    fn same_label(&self, at: usize, others: &Blocks<'_>, other: usize) -> u64 {
        match (self.labels[at], others.labels[other]) {
            (Some((own, weight)), Some((theirs, _))) if own == theirs => weight,
            _ => 0,
        }
    }
}

struct Table {
    columns: usize,
    score: Vec<i64>,
    way: Vec<Way>,
}

impl Table {
    fn at(&self, old: usize, new: usize) -> usize {
        old * self.columns + new
    }

    fn offer(&mut self, old: usize, new: usize, score: i64, way: Way) {
        let at = self.at(old, new);
        if score > self.score[at] {
            self.score[at] = score;
            self.way[at] = way;
        }
    }
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
        if a.shape != b.shape || !is_line(a) || !is_line(b) || self.is_reserved(*old, *new) {
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
        let columns = self.news.len() + 1;
        let mut table = Table {
            columns,
            score: vec![0; columns * (self.olds.len() + 1)],
            way: vec![Way::Added; columns * (self.olds.len() + 1)],
        };
        for old in 0..=self.olds.len() {
            for new in 0..=self.news.len() {
                let at = table.at(old, new);
                if old > 0 {
                    table.score[at] = table.score[table.at(old - 1, new)];
                    table.way[at] = Way::Removed;
                }
                if new > 0 {
                    let score = table.score[table.at(old, new - 1)];
                    let way = Way::Added;
                    if old == 0 || score >= table.score[at] {
                        table.score[at] = score;
                        table.way[at] = way;
                    }
                }
                if old == 0 || new == 0 {
                    continue;
                }
                self.offer_pair(&mut table, &olds, &news, &common, (old, new));
                let (of_old, of_new) = (&common[old - 1], &transposed[new - 1]);
                // Few pairs have enough in common for one to be a part of the other.
                if news.has_enough(new - 1, of_old[new - 1]) {
                    for (parts, gain) in several(&olds, old - 1, &news, new, of_old, tally) {
                        let score = table.score[table.at(old - 1, new - parts)] + gain;
                        table.offer(old, new, score, Way::Split(parts as u8));
                    }
                }
                if olds.has_enough(old - 1, of_new[old - 1]) {
                    for (parts, gain) in several(&news, new - 1, &olds, old, of_new, tally) {
                        let score = table.score[table.at(old - parts, new - 1)] + gain;
                        table.offer(old, new, score, Way::Join(parts as u8));
                    }
                }
            }
        }
        beads(&table, self.olds.len(), self.news.len())
    }

    fn offer_pair(
        &self,
        table: &mut Table,
        olds: &Blocks<'_>,
        news: &Blocks<'_>,
        common: &[Vec<u64>],
        (old, new): (usize, usize),
    ) {
        let (old_id, new_id) = (self.olds[old - 1], self.news[new - 1]);
        let likenesses = &self.aligner.likenesses;
        let (a, b) = (likenesses.old.node(old_id), likenesses.new.node(new_id));
        let both = olds.bags[old - 1].total + news.bags[new - 1].total;
        let gain = if a.exact == b.exact {
            // The same words in the same place are worth more than any likeness.
            2 * both as i64 + 200
        } else if a.words == b.words
            || is_relabelled((olds, old - 1), (news, new - 1), common[old - 1][new - 1])
        {
            both as i64 + 100
        } else if self.is_reserved(old_id, new_id) {
            return;
        } else {
            let common = common[old - 1][new - 1];
            let crosses = crosses_list(a, b);
            let least = match a.shape == b.shape || crosses {
                true => PAIRED,
                false => RETYPED,
            };
            let bonus = match (&a.block.label, &b.block.label) {
                (Some(a), Some(b)) if a == b => 100,
                _ => 0,
            };
            if (crosses || may_be(a.shape, b.shape)) && share(common, both) >= least {
                2 * common as i64 - (both * PAIRED / ALIKE) as i64 + bonus
            } else if a.shape == b.shape {
                match self.aligner.shared_contents(old_id, new_id) {
                    0 => return,
                    words => SHARED_WORD * words as i64,
                }
            } else {
                return;
            }
        };
        let score = table.score[table.at(old - 1, new - 1)] + gain;
        table.offer(old, new, score + 1, Way::Pair);
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

/// Whether two blocks say the same under other labels, where they have so much in common.
fn is_relabelled(
    (olds, old): (&Blocks<'_>, usize),
    (news, new): (&Blocks<'_>, usize),
    common: u64,
) -> bool {
    let (Some((own, _)), Some((theirs, _))) = (olds.labels[old], news.labels[new]) else {
        return false;
    };
    let words = olds.unlabelled[old];
    own != theirs && words > 0 && words == news.unlabelled[new] && common == words
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

/// The numbers of parts that one block can have become, the last of them before `end`, and what
/// each would gain.
fn several(
    wholes: &Blocks<'_>,
    whole: usize,
    parts: &Blocks<'_>,
    end: usize,
    common: &[u64],
    tally: &mut Tally,
) -> Vec<(usize, i64)> {
    let mut found = Vec::new();
    let shape = wholes.shapes[whole];
    let bag = wholes.bags[whole];
    let most = if shape == Shape::List {
        MOST_PARTS_OF_A_LIST
    } else {
        MOST_PARTS
    };
    let (mut most_common, mut total, mut label) = (0, 0, 0);
    // From where on the tally has the parts.
    let mut tallied = end;
    for count in 1..=most.min(end) {
        let part = end - count;
        if !is_part(wholes, whole, parts, part, common[part]) {
            break;
        }
        most_common += common[part];
        total += parts.unlabelled[part];
        label = label.max(wholes.same_label(whole, parts, part));
        if bag.total * ALIKE < total * PARTS_TOGETHER {
            break;
        }
        // Together the parts have no more in common with the whole than each has by itself.
        let may_be_enough = most_common * ALIKE >= bag.total * PARTS_TOGETHER;
        // An item begins with an item's line.
        let begins = shape != Shape::Item || parts.shapes[part] == Shape::Item;
        if count == 1 || !may_be_enough || !begins {
            continue;
        }
        parts.bags[part..tallied]
            .iter()
            .for_each(|part| tally.add(part.bag));
        tallied = part;
        let common = tally.common(bag);
        // An item whose own line went is not what the items below it were split from.
        let enough = wholes.lines[whole].is_none_or(|line| is_enough(line, tally.common(line)))
            && common.saturating_sub(label) * ALIKE >= total * PARTS_TOGETHER
            && common * ALIKE >= bag.total * PARTS_TOGETHER;
        if enough {
            let cost = ((bag.total + total) * PAIRED / ALIKE) as i64;
            let gain = 2 * common as i64 - cost - PART_COST * (count as i64 - 1);
            found.push((count, gain));
        }
    }
    let together = &parts.bags[tallied..end];
    together.iter().for_each(|part| tally.remove(part.bag));
    found
}

/// Whether one block can be one of several that another became, with which it has so much in common.
fn is_part(
    wholes: &Blocks<'_>,
    whole: usize,
    parts: &Blocks<'_>,
    part: usize,
    common: u64,
) -> bool {
    if !parts.has_enough(part, common) {
        return false;
    }
    let (shape, bag) = (wholes.shapes[whole], wholes.bags[whole]);
    let fits = can_be_part(shape, parts.shapes[part])
        || wholes.are_lines[whole] && parts.shapes[part] == Shape::Paragraph;
    // A paragraph is no part of one that says nothing else. An item and a list may have been short of one
    // line alone.
    let is_all = shape == Shape::Paragraph && common * ALIKE >= bag.total * 950;
    // A clause that came under the label of another says nothing of it yet.
    let common = common - wholes.same_label(whole, parts, part).min(common);
    fits && !is_all
        && parts.lines[part].is_none_or(|line| is_enough(line, line.common(bag.bag)))
        && parts.unlabelled[part] > 0
        && parts.has_enough(part, common)
}

/// Whether so much in common with others is most of an item's own line.
fn is_enough(line: Weighed<'_>, common: u64) -> bool {
    common * ALIKE >= line.total * PART_FROM_WHOLE
}

/// Whether a block of one shape can have become several, one of which is of the other.
fn can_be_part(whole: Shape, part: Shape) -> bool {
    match whole {
        Shape::Paragraph => matches!(part, Shape::Paragraph | Shape::List | Shape::Quote),
        Shape::List => matches!(part, Shape::Paragraph | Shape::List),
        Shape::Item => part == Shape::Item,
        Shape::Definition => part == Shape::Definition,
        _ => false,
    }
}

fn beads(table: &Table, olds: usize, news: usize) -> Vec<Bead> {
    let (mut old, mut new) = (olds, news);
    let mut beads = Vec::new();
    while old > 0 || new > 0 {
        let (old_parts, new_parts) = match table.way[table.at(old, new)] {
            Way::Removed => (1, 0),
            Way::Added => (0, 1),
            Way::Pair => (1, 1),
            Way::Split(parts) => (1, usize::from(parts)),
            Way::Join(parts) => (usize::from(parts), 1),
        };
        beads.push(Bead {
            old: old - old_parts..old,
            new: new - new_parts..new,
        });
        (old, new) = (old - old_parts, new - new_parts);
    }
    beads.reverse();
    beads
}

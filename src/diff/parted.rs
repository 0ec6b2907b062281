//! A paragraph that headings or pictures came to part, and paragraphs that became one where these went.
//!
//! Parts that stand side by side are paired when blocks are aligned. Here what stands between them is in one of the
//! texts alone. It is shown among the words of the paragraph, so that what stayed is not told as gone from one
//! place and come in another.

use super::align::Aligner;
use super::bags::ALIKE;
use super::entries;
use super::index::{Id, Shape};
use super::model::{Entry, Inside, Op, Relation, Side, is_image, leaves};
use super::pieces::text_between;
use crate::markdown::tree::Block;

/// The least share of a part's words that the whole has besides those of the other parts, and of the whole's that
/// its parts have, in thousandths.
const FROM_WHOLE: u64 = 650;
/// How many entries before a paragraph, and behind it, may be parts of it or stand between these.
const REACH: usize = 16;

/// Finds such paragraphs among entries, and in the sections among them.
pub(super) fn find<'a>(aligner: &Aligner<'_, 'a>, entries: &mut Vec<Entry<'a>>) {
    for entry in entries.iter_mut().filter(|entry| entry.is_section()) {
        if let Inside::Entries(inside) = &mut entry.inside {
            find(aligner, inside);
        }
    }
    for side in [Side::New, Side::Old] {
        let mut at = 0;
        while at < entries.len() {
            let row = Row {
                aligner,
                entries,
                side,
            };
            if let Some((taken, parted)) = row.parted(at) {
                at = put_together(entries, at, &taken, parted);
            }
            at += 1;
        }
    }
}

/// Puts one entry in the place of those that it was made of, and says where it is. Between them stands what is in the
/// text of the whole alone: it stays before the whole, or behind it.
fn put_together<'a>(
    entries: &mut Vec<Entry<'a>>,
    whole: usize,
    taken: &[usize],
    parted: Entry<'a>,
) -> usize {
    let (first, last) = (taken[0], taken[taken.len() - 1]);
    let kept = |at: &usize| !taken.contains(at);
    let before: Vec<_> = (first..whole)
        .filter(kept)
        .map(|at| entries[at].clone())
        .collect();
    let behind: Vec<_> = (whole..=last)
        .filter(kept)
        .map(|at| entries[at].clone())
        .collect();
    let place = first + before.len();
    let together = before.into_iter().chain([parted]).chain(behind);
    entries.splice(first..=last, together);
    place
}

/// Entries in which the parts of a paragraph are looked for, in the text of one side.
struct Row<'r, 'c, 'a> {
    aligner: &'r Aligner<'c, 'a>,
    entries: &'r [Entry<'a>],
    side: Side,
}

impl<'a> Row<'_, '_, 'a> {
    /// The entries, in their order, of which one paragraph and its parts are made, and what they are together.
    fn parted(&self, at: usize) -> Option<(Vec<usize>, Entry<'a>)> {
        let whole = self.whole(&self.entries[at])?;
        let directions: [Vec<usize>; 2] = [
            self.around(at + 1..self.entries.len()),
            self.around((0..at).rev()),
        ];
        let is_divider = |&at: &usize| is_divider(self.block(at));
        if !directions.iter().flatten().any(is_divider) {
            return None;
        }
        let taken = self.parts(at, whole, &directions)?;
        if !taken.iter().any(is_divider) {
            return None;
        }
        let index = self.aligner.likenesses.index(self.side);
        let blocks = taken
            .iter()
            .flat_map(|&at| own(&self.entries[at], self.side));
        let parts: Vec<Id> = blocks.map(|block| index.id_of(block)).collect();
        let parted = match self.side {
            Side::New => entries::parted(self.aligner, &[whole], &parts),
            Side::Old => entries::parted(self.aligner, &parts, &[whole]),
        };
        self.parts_stayed(&parted).then_some((taken, parted))
    }

    /// The paragraph that may be a whole, where an entry has one: some of its words are in its text alone.
    fn whole(&self, entry: &Entry<'a>) -> Option<Id> {
        let [whole] = own(entry, self.side.other()) else {
            return None;
        };
        let is_alone = is_alone(entry, self.side.other());
        let has_words = matches!(&entry.inside, Inside::Words(words) if words.have_changed());
        let is_kept = matches!(
            entry.relation,
            Relation::Kept | Relation::Split | Relation::Joined
        );
        let is_paragraph = |block: &&Block| Shape::of(block) == Shape::Paragraph;
        let are_paragraphs = own(entry, self.side).iter().all(is_paragraph);
        let index = self.aligner.likenesses.index(self.side.other());
        (is_paragraph(whole) && are_paragraphs && (is_alone || is_kept && has_words))
            .then(|| index.id_of(whole))
    }

    /// What stands next to a whole, from it on, and may be parts of it or stand between these.
    fn around(&self, places: impl Iterator<Item = usize>) -> Vec<usize> {
        let is_own = |at: &usize| !is_alone(&self.entries[*at], self.side.other());
        let may_be = |&at: &usize| {
            let entry = &self.entries[at];
            let is_line =
                |block: &&Block| matches!(Shape::of(block), Shape::Heading | Shape::Paragraph);
            is_alone(entry, self.side) && own(entry, self.side).iter().all(is_line)
        };
        let own = places.take(REACH).filter(is_own);
        own.take_while(may_be).collect()
    }

    /// The parts of a whole with what stands between them, and the entry of the whole, in their order.
    fn parts(&self, at: usize, whole: Id, directions: &[Vec<usize>; 2]) -> Option<Vec<usize>> {
        let likenesses = &self.aligner.likenesses;
        let index = likenesses.index(self.side);
        let bag = |block: &Block| likenesses.bag(self.side, index.id_of(block));
        let whole = likenesses.bag(self.side.other(), whole);
        let tally = &mut *likenesses.tally.borrow_mut();
        let mut tallied: Vec<&Block> = own(&self.entries[at], self.side).to_vec();
        tallied.iter().for_each(|part| tally.add(bag(part).bag));
        let mut taken = vec![at];
        for places in directions {
            let mut between = Vec::new();
            for &place in places {
                let block = self.block(place);
                if is_divider(block) {
                    between.push(place);
                    continue;
                }
                let part = bag(block);
                let common = tally.common(whole);
                tally.add(part.bag);
                tallied.push(block);
                let besides = tally.common(whole) - common;
                if part.total == 0 || besides * ALIKE < part.total * FROM_WHOLE {
                    tally.remove(part.bag);
                    tallied.pop();
                    break;
                }
                taken.append(&mut between);
                taken.push(place);
            }
        }
        let is_enough = tally.common(whole) * ALIKE >= whole.total * FROM_WHOLE;
        tallied.iter().for_each(|part| tally.remove(bag(part).bag));
        taken.sort_unstable();
        (is_enough && tallied.len() > 1).then_some(taken)
    }

    /// Whether most of each part stands in the whole, and in the order of the parts.
    fn parts_stayed(&self, parted: &Entry<'_>) -> bool {
        let Inside::Words(words) = &parted.inside else {
            return false;
        };
        let leaves = leaves(own(parted, self.side));
        let mut kept = vec![0; leaves.len()];
        for edit in words.edits.iter().filter(|edit| edit.op == Op::Equal) {
            let stretch = match self.side {
                Side::Old => &edit.old,
                Side::New => &edit.new,
            };
            kept[stretch.start.leaf as usize] += text_between(&leaves, stretch).len();
        }
        let mut leaves = leaves.iter().zip(kept);
        !words.whole
            && leaves.all(|(leaf, kept)| is_divider(leaf) || 3 * kept >= 2 * leaf.own_text().len())
    }

    fn block(&self, at: usize) -> &'a Block {
        own(&self.entries[at], self.side)[0]
    }
}

/// What an entry has of the text of a side.
fn own<'e, 'a>(entry: &'e Entry<'a>, side: Side) -> &'e [&'a Block] {
    match side {
        Side::Old => &entry.old,
        Side::New => &entry.new,
    }
}

/// Whether an entry is in the text of a side alone.
fn is_alone(entry: &Entry<'_>, side: Side) -> bool {
    entry.relation
        == match side {
            Side::Old => Relation::Removed,
            Side::New => Relation::Added,
        }
}

/// Whether a block can stand between the parts of a paragraph without being one.
fn is_divider(block: &Block) -> bool {
    Shape::of(block) == Shape::Heading || is_image(block)
}

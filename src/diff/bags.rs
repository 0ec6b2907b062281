//! The words of blocks, counted and weighed, so that what blocks have in common is found without their texts.

use super::rarity::{ALL_RARE, Rarity};
use super::words::WordId;

/// A word of a bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    id: WordId,
    weight: u32,
    /// How often the bag has it with this weight.
    count: u32,
    /// How often the bag has it with smaller weights.
    lighter: u32,
}

/// The words of a block and all below it, with their weights.
#[derive(Clone, Debug, Default)]
pub(super) struct Bag {
    /// Each word once with each weight that it has, sorted.
    words: Vec<Word>,
    /// The weight of all of them.
    pub total: u64,
    length: usize,
}

impl Bag {
    /// Of words and their weights.
    pub fn new(words: impl IntoIterator<Item = (WordId, u32)>) -> Self {
        let words = words.into_iter();
        Bag::counted(words.map(|(id, weight)| numbered(id, weight)).collect())
    }

    /// The words of several, with the weights that they have there.
    pub fn union<'b>(bags: impl IntoIterator<Item = Weighed<'b>>) -> Self {
        let mut words = Vec::new();
        for bag in bags {
            words.reserve(bag.bag.length);
            for word in bag.words() {
                let number = numbered(word.id, word.weight);
                words.extend(std::iter::repeat_n(number, word.count as usize));
            }
        }
        Bag::counted(words)
    }

    /// Of words as they are [`numbered`], each as often as it is there.
    fn counted(mut words: Vec<u64>) -> Self {
        words.sort_unstable();
        let mut bag = Bag::default();
        for same in words.chunk_by(|one, next| one == next) {
            bag.push((same[0] >> 32) as WordId, same[0] as u32, same.len() as u32);
        }
        bag
    }

    /// Adds a word that comes after all others, or the last of them with a greater weight.
    fn push(&mut self, id: WordId, weight: u32, count: u32) {
        self.total += u64::from(weight) * u64::from(count);
        self.length += count as usize;
        let lighter = match self.words.last_mut() {
            Some(last) if last.id == id => last.lighter + last.count,
            _ => 0,
        };
        self.words.push(Word {
            id,
            weight,
            count,
            lighter,
        });
    }

    /// The words, each once.
    pub fn words(&self) -> impl Iterator<Item = WordId> + '_ {
        let lightest = self.words.iter().filter(|word| word.lighter == 0);
        lightest.map(|word| word.id)
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.length
    }

    /// The same words, each with the weight that it has here.
    pub fn as_it_is(&self) -> Weighed<'_> {
        Weighed {
            bag: self,
            rarity: &ALL_RARE,
            total: self.total,
        }
    }
}

/// A bag of which each word weighs what its rarity leaves of its weight.
#[derive(Clone, Copy)]
pub(super) struct Weighed<'b> {
    pub bag: &'b Bag,
    rarity: &'b Rarity,
    /// The weight of all of its words.
    pub total: u64,
}

impl<'b> Weighed<'b> {
    /// A bag whose words weigh so much by their rarity, by [`Weighed::total_of`].
    pub fn new(bag: &'b Bag, rarity: &'b Rarity, total: u64) -> Self {
        Weighed { bag, rarity, total }
    }

    /// What all words of a bag weigh by their rarity.
    pub fn total_of(bag: &Bag, rarity: &Rarity) -> u64 {
        let weight =
            |word: &Word| u64::from(rarity.weigh(word.id, word.weight)) * u64::from(word.count);
        bag.words.iter().map(weight).sum()
    }

    fn words(self) -> impl Iterator<Item = Word> {
        self.bag.words.iter().map(move |&word| Word {
            weight: self.rarity.weigh(word.id, word.weight),
            ..word
        })
    }

    /// The weight of the words that a bag has too, each as often as both have it.
    pub fn common(self, other: &Bag) -> u64 {
        let mut theirs = other.words.as_slice();
        let mut common = 0;
        for word in self.words() {
            let before = theirs.iter().take_while(|their| their.id < word.id).count();
            theirs = &theirs[before..];
            let same = theirs.iter().take_while(|their| their.id == word.id);
            common += word.common(same.map(|their| their.count).sum());
        }
        common
    }

    /// What a word weighs; nothing where it is not there.
    pub fn weight_of(self, id: WordId) -> u64 {
        let words = &self.bag.words;
        let at = words.partition_point(|word| word.id < id);
        let found = words.get(at).filter(|word| word.id == id);
        found.map_or(0, |word| u64::from(self.rarity.weigh(id, word.weight)))
    }

    /// How alike two are, in thousandths.
    pub fn likeness(self, other: Weighed<'_>) -> u64 {
        share(self.common(other.bag), self.total + other.total)
    }
}

/// A word and its weight as one number, which sorts as they do and takes less time.
fn numbered(id: WordId, weight: u32) -> u64 {
    u64::from(id) << 32 | u64::from(weight)
}

impl Word {
    /// The weight of what it has in common with a bag that has the word so often: the lightest first.
    fn common(&self, theirs: u32) -> u64 {
        let count = theirs.saturating_sub(self.lighter).min(self.count);
        u64::from(self.weight) * u64::from(count)
    }
}

/// One, in the unit of likeness: thousandths.
pub(super) const ALIKE: u64 = 1000;

/// Twice the common weight over the weight of both, in thousandths.
pub(super) fn share(common: u64, both: u64) -> u64 {
    (2 * common * ALIKE).checked_div(both).unwrap_or(0)
}

/// How often some bags have each word: laid out so that many others are quickly held against them.
#[derive(Default)]
pub(super) struct Tally {
    /// By the words' numbers; of those after the last none is there.
    counts: Vec<u32>,
}

impl Tally {
    /// Adds the words of a bag.
    pub fn add(&mut self, bag: &Bag) {
        let end = bag.words.last().map_or(0, |last| last.id as usize + 1);
        if self.counts.len() < end {
            self.counts.resize(end, 0);
        }
        for word in &bag.words {
            self.counts[word.id as usize] += word.count;
        }
    }

    /// Takes the words of a bag out again.
    pub fn remove(&mut self, bag: &Bag) {
        for word in &bag.words {
            self.counts[word.id as usize] -= word.count;
        }
    }

    /// The weight of the words of a bag that are there, each as often as it is.
    pub fn common(&self, bag: Weighed<'_>) -> u64 {
        let count = |word: &Word| self.counts.get(word.id as usize).copied();
        let words = bag.words();
        words
            .map(|word| word.common(count(&word).unwrap_or(0)))
            .sum()
    }
}

/// Several bags laid out by their words (an inverted index), so that another is held against all of them
/// with one look at each word that it has.
#[derive(Default)]
pub(super) struct InvertedIndex {
    /// By the words' numbers: the posting that a word's list begins with.
    first: Vec<Link>,
    postings: Vec<Posting>,
}

/// Which posting follows: its place and one, or zero at the end of a list.
type Link = u32;

/// A word of one of the bags.
struct Posting {
    word: Word,
    bag: u32,
    next: Link,
}

impl InvertedIndex {
    /// Takes in bags, in the place of those that it had.
    pub fn fill(&mut self, bags: &[Weighed<'_>]) {
        for posting in self.postings.drain(..) {
            self.first[posting.word.id as usize] = 0;
        }
        let last = bags.iter().filter_map(|bag| bag.bag.words.last());
        let words = last.map(|word| word.id as usize + 1).max().unwrap_or(0);
        if self.first.len() < words {
            self.first.resize(words, 0);
        }
        for (bag, words) in (0..).zip(bags) {
            for word in words.words() {
                let first = &mut self.first[word.id as usize];
                let next = *first;
                self.postings.push(Posting { word, bag, next });
                *first = self.postings.len() as Link;
            }
        }
    }

    /// Adds to each number the weight of the words that the bag in its place has in common with another, each
    /// as often as both have it.
    pub fn add_common(&self, other: &Bag, common: &mut [u64]) {
        for weights in other.words.chunk_by(|one, next| one.id == next.id) {
            let Some(heaviest) = weights.last() else {
                continue;
            };
            let count = heaviest.lighter + heaviest.count;
            let first = self.first.get(heaviest.id as usize);
            let mut link = first.copied().unwrap_or(0);
            while let Some(at) = link.checked_sub(1) {
                let posting = &self.postings[at as usize];
                common[posting.bag as usize] += posting.word.common(count);
                link = posting.next;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_two_bags_have_in_common_is_the_same_however_it_is_asked() {
        let bags = [
            vec![],
            vec![(1, 20), (2, 100), (2, 100), (5, 60)],
            vec![(5, 150), (2, 100), (5, 60), (9, 30)],
            vec![(5, 60), (5, 60), (5, 60), (2, 10), (7, 10)],
        ]
        .map(Bag::new);
        let expected = [[0, 0, 0, 0], [0, 280, 160, 160], [0, 160, 340, 310]];
        for (bag, expected) in bags.iter().zip(expected) {
            for (other, expected) in bags.iter().zip(expected) {
                let mut tally = Tally::default();
                tally.add(&bags[3]);
                tally.add(other);
                tally.remove(&bags[3]);
                assert_eq!(bag.as_it_is().common(other), expected);
                assert_eq!(tally.common(bag.as_it_is()), expected);
            }
        }
    }

    #[test]
    fn a_bag_has_the_same_in_common_with_each_of_several_at_once() {
        let bags = [
            vec![(1, 20), (2, 100), (2, 100), (5, 60)],
            vec![(5, 150), (2, 100), (5, 60), (9, 30)],
            vec![(5, 60), (5, 60), (5, 60), (2, 10), (7, 10)],
            vec![],
        ]
        .map(Bag::new);
        let mut index = InvertedIndex::default();
        index.fill(&[1, 1, 3].map(|at| bags[at].as_it_is()));
        let each: Vec<Weighed<'_>> = bags.iter().map(Bag::as_it_is).collect();
        index.fill(&each);
        for other in &bags {
            let mut common = [0; 4];
            index.add_common(other, &mut common);
            assert_eq!(common, [0, 1, 2, 3].map(|at| each[at].common(other)));
        }
    }

    #[test]
    fn the_union_of_bags_has_the_words_of_all_of_them() {
        let (one, other) = (vec![(3, 20), (1, 60), (3, 20)], vec![(1, 150), (3, 20)]);
        let both = Bag::new(one.iter().chain(&other).copied());
        let union = Bag::union([Bag::new(one).as_it_is(), Bag::new(other).as_it_is()]);
        assert_eq!(union.words, both.words);
        assert_eq!((union.total, union.len()), (270, 5));
        assert_eq!(union.words().collect::<Vec<_>>(), [1, 3]);
        assert_eq!(union.as_it_is().weight_of(1), 60);
    }

    #[test]
    fn words_that_many_blocks_have_weigh_less_and_are_as_many() {
        let bag = Bag::new([(0, 100), (1, 100), (1, 50), (2, 100)]);
        let rarity = Rarity::by_blocks(vec![3, 4]);
        let total = Weighed::total_of(&bag, &rarity);
        let weighed = Weighed::new(&bag, &rarity, total);
        assert_eq!(total, 100 + 80 + 40 + 100);
        assert_eq!((weighed.weight_of(1), weighed.weight_of(2)), (40, 100));
        assert_eq!(weighed.common(&bag), total);
        let union = Bag::union([weighed, weighed]);
        assert_eq!((union.total, union.len()), (2 * total, 8));
    }
}

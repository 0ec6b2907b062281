//! Which sections that went are held against which that came.

use super::MOST_PAIRS;
use crate::diff::bags::Bag;

/// In more sections than this a word says too little of which one it is.
const FEW_SECTIONS: usize = 16;
/// With so many sections one is held against, where not every pair is looked at.
const MOST_CANDIDATES: usize = 16;

/// Pairs of what went and what came, in order: each with each, unless they are too many. Then each that went
/// with those that share the most words with it that few have.
pub(super) fn pairs<S: HasWords>(gone: &[S], come: &[S]) -> Vec<(usize, usize)> {
    if gone.len().saturating_mul(come.len()) <= MOST_PAIRS {
        let each = (0..gone.len()).flat_map(|i| (0..come.len()).map(move |j| (i, j)));
        return each.filter(|&(i, j)| gone[i].may_be(&come[j])).collect();
    }
    let telling = TellingWords::of(come.iter().map(S::words));
    let mut shared = vec![0; come.len()];
    let mut pairs = Vec::new();
    for (i, section) in gone.iter().enumerate() {
        let mut found = telling.sharing(section.words(), &mut shared);
        found.retain(|&(_, j)| section.may_be(&come[j]));
        found.sort_unstable_by_key(|&(words, j)| (std::cmp::Reverse(words), j));
        found.truncate(MOST_CANDIDATES);
        found.sort_unstable_by_key(|&(_, j)| j);
        pairs.extend(found.into_iter().map(|(_, j)| (i, j)));
    }
    pairs
}

/// A section, as far as it is held against others here.
pub(super) trait HasWords {
    /// Its words.
    fn words(&self) -> &Bag;

    /// Whether two may be one, as far as can be told without looking at their words.
    fn may_be(&self, other: &Self) -> bool;
}

/// The words that few sections have, and which ones have them.
struct TellingWords {
    /// By the words' numbers; of those after the last none is there.
    sections: Vec<Vec<usize>>,
}

impl TellingWords {
    fn of<'b>(bags: impl Iterator<Item = &'b Bag>) -> Self {
        let mut sections: Vec<Vec<usize>> = Vec::new();
        for (at, bag) in bags.enumerate() {
            for word in bag.words().map(|word| word as usize) {
                if sections.len() <= word {
                    sections.resize(word + 1, Vec::new());
                }
                let known = &mut sections[word];
                // One too many is enough to know that they are not few.
                if known.len() <= FEW_SECTIONS {
                    known.push(at);
                }
            }
        }
        for known in &mut sections {
            if known.len() > FEW_SECTIONS {
                known.clear();
            }
        }
        TellingWords { sections }
    }

    /// The sections that share such words with another, each after how many. `shared` has a zero for each
    /// section, before and after.
    fn sharing(&self, bag: &Bag, shared: &mut [usize]) -> Vec<(usize, usize)> {
        let mut touched = Vec::new();
        let telling = bag
            .words()
            .filter_map(|word| self.sections.get(word as usize));
        for &section in telling.flatten() {
            if shared[section] == 0 {
                touched.push(section);
            }
            shared[section] += 1;
        }
        let take = |section| (std::mem::take(&mut shared[section]), section);
        touched.into_iter().map(take).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sections of which each has ten words that all have, and three of its own.
    fn sections(numbers: impl Iterator<Item = u32>) -> Vec<Bag> {
        let common = 0..10;
        let own = |number: u32| (0..3).map(move |word| 1000 + 3 * number + word);
        numbers
            .map(|number| {
                let words = common.clone().chain(own(number));
                Bag::new(words.map(|word| (word, 10)))
            })
            .collect()
    }

    impl HasWords for Bag {
        fn words(&self) -> &Bag {
            self
        }

        fn may_be(&self, _: &Bag) -> bool {
            true
        }
    }

    #[test]
    fn few_sections_are_held_each_against_each() {
        let (gone, come) = (sections(0..3), sections(7..9));
        let each = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)];
        assert_eq!(pairs(&gone, &come), each);
    }

    #[test]
    fn of_many_sections_those_are_held_against_each_other_that_share_what_few_have() {
        let count = 2000;
        let (gone, come) = (sections(0..count), sections((0..count).rev()));
        let last = gone.len() - 1;
        let reversed: Vec<_> = (0..gone.len()).map(|at| (at, last - at)).collect();
        assert_eq!(pairs(&gone, &come), reversed);
    }

    #[test]
    fn the_pairs_of_many_sections_grow_with_their_number_and_not_with_its_square() {
        // Each word is in as many sections as it may be to tell, and each section shares such words with
        // more sections than it is held against.
        let count = 125 * FEW_SECTIONS as u32;
        let multipliers = [1, 3, 7, 9, 11, 13, 17, 19];
        let words = |at: u32| {
            let group = |by: u32| by * 1000 + at * by % count / FEW_SECTIONS as u32;
            multipliers.map(|by| (group(by), 10)).to_vec()
        };
        let sections: Vec<Bag> = (0..count).map(|at| Bag::new(words(at))).collect();
        let found = pairs(&sections, &sections);
        assert_eq!(found.len(), MOST_CANDIDATES * sections.len());
        assert!((0..sections.len()).all(|at| found.contains(&(at, at))));
    }

    #[test]
    fn many_sections_that_all_have_the_same_words_are_not_held_against_each_other() {
        let same = sections(std::iter::repeat_n(0, 2000));
        assert_eq!(pairs(&same, &same), []);
    }
}

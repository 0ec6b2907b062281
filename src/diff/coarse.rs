//! Where a gap is cut that is too large for one table.

use super::align::Aligner;
use super::bags::Weighed;
use super::fingerprint::FingerprintMap;
use super::index::Id;

/// The least likeness of a pair that a gap is cut at, in thousandths.
const LIKE_ENOUGH: u64 = 500;

/// Where a gap is cut: indices into its rows, not at the same end of both.
pub(super) enum Cut {
    /// Before two blocks that are each other's counterpart.
    AtPair(usize, usize),
    /// In the middle, where nothing says what belongs together.
    AtMiddle(usize, usize),
}

/// The start of the pair of blocks nearest to the middle that are each the first with some word that the
/// other row has once too; without one, the middle.
pub(super) fn cut(aligner: &Aligner<'_, '_>, olds: &[Id], news: &[Id]) -> Cut {
    let likenesses = &aligner.likenesses;
    let mut new_of_word: FingerprintMap<Option<usize>> = FingerprintMap::default();
    // Not in the order of their numbers, which depend on what was compared before.
    let words = |bag: Weighed<'_>| -> Vec<u64> {
        let vocabulary = likenesses.vocabulary();
        let mut words: Vec<u64> = bag.bag.words().map(|word| vocabulary.key(word)).collect();
        words.sort_unstable();
        words
    };
    for (new, &id) in news.iter().enumerate() {
        for word in words(likenesses.new_bag(id)) {
            new_of_word
                .entry(word)
                .and_modify(|place| *place = None)
                .or_insert(Some(new));
        }
    }
    let mut old_of_word: FingerprintMap<usize> = FingerprintMap::default();
    for &id in olds {
        for word in words(likenesses.old_bag(id)) {
            *old_of_word.entry(word).or_insert(0) += 1;
        }
    }
    let middle = olds.len() / 2;
    let mut by_nearness: Vec<usize> = (0..olds.len()).collect();
    by_nearness.sort_by_key(|&old| old.abs_diff(middle));
    for old in by_nearness {
        let rare = words(likenesses.old_bag(olds[old]))
            .into_iter()
            .filter(|word| old_of_word.get(word) == Some(&1))
            .find_map(|word| new_of_word.get(&word).copied().flatten());
        if let Some(new) = rare
            && (old, new) != (0, 0)
            && likenesses.of(olds[old], news[new]) >= LIKE_ENOUGH
        {
            return Cut::AtPair(old, new);
        }
    }
    Cut::AtMiddle(olds.len().div_ceil(2), news.len().div_ceil(2))
}

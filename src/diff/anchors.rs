//! Blocks that are the same in both texts and stand in the same order: what an alignment hangs on.
//!
//! Among the things that each text has once, those are kept whose loss would need the most moves: a
//! section that stands elsewhere is one move, whatever it holds; a stretch without a heading is as
//! many as it has blocks. This is patience sorting with weights, over stretches that stay together.

/// Something that each side has once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub old: usize,
    pub new: usize,
    /// How many words it has.
    pub weight: u64,
    /// The level of a heading, counted from the outermost.
    pub level: Option<u8>,
    /// A number that only equal things share; it settles ties alike in both directions.
    pub tie: u64,
}

/// A stretch of candidates that follow each other on both sides.
struct Run {
    candidates: std::ops::Range<usize>,
    first_new: usize,
    last_new: usize,
    value: Value,
}

/// What it is worth to keep something in its place: first the moves that are saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Value {
    moves: u64,
    weight: u64,
    tie: u64,
}

impl Value {
    fn plus(self, other: Value) -> Value {
        Value {
            moves: self.moves + other.moves,
            weight: self.weight + other.weight,
            tie: self.tie.wrapping_add(other.tie >> 20),
        }
    }
}

/// What a heading weighs more than its words, against words of blocks that could have moved instead.
const HEADING_STAYS: u64 = 10_000;

/// Where the section of the heading at a place ends, on each side.
pub(super) type SectionEnd<'s> = &'s dyn Fn(&Candidate) -> (usize, usize);

/// Whether what stands at a place of each side is one in other words.
pub(super) type IsEdited<'s> = &'s dyn Fn(usize, usize) -> bool;

/// The best set of candidates that are in the same order on both sides, in that order.
pub(super) fn in_order(
    mut candidates: Vec<Candidate>,
    section_end: SectionEnd<'_>,
    is_edited: IsEdited<'_>,
) -> Vec<Candidate> {
    candidates.sort_unstable_by_key(|candidate| candidate.old);
    if candidates.is_sorted_by_key(|candidate| candidate.new) {
        return candidates;
    }
    let runs = runs(&candidates, section_end, is_edited);
    let kept = heaviest_increasing(&runs);
    kept.into_iter()
        .flat_map(|run| candidates[runs[run].candidates.clone()].iter().copied())
        .collect()
}

fn runs(
    candidates: &[Candidate],
    section_end: SectionEnd<'_>,
    is_edited: IsEdited<'_>,
) -> Vec<Run> {
    let mut by_new: Vec<usize> = (0..candidates.len()).collect();
    by_new.sort_unstable_by_key(|&at| candidates[at].new);
    let mut rank = vec![0; candidates.len()];
    for (place, &at) in by_new.iter().enumerate() {
        rank[at] = place;
    }
    let neighbours = Neighbours {
        candidates,
        by_new: &by_new,
        rank: &rank,
        is_edited,
    };
    let mut runs = Vec::new();
    let mut start = 0;
    for end in 1..=candidates.len() {
        if end < candidates.len() && rank[end] == rank[end - 1] + 1 {
            continue;
        }
        runs.push(Run {
            candidates: start..end,
            first_new: rank[start],
            last_new: rank[end - 1],
            value: value(&neighbours, start..end, section_end),
        });
        start = end;
    }
    runs
}

/// Candidates in the order of each side, and what stands between them.
struct Neighbours<'s> {
    candidates: &'s [Candidate],
    by_new: &'s [usize],
    /// The place of each in the order of the new side.
    rank: &'s [usize],
    is_edited: IsEdited<'s>,
}

impl Neighbours<'_> {
    fn next_old(&self, at: usize) -> Option<&Candidate> {
        self.candidates.get(at + 1)
    }

    fn next_new(&self, at: usize) -> Option<&Candidate> {
        let next = self.by_new.get(self.rank[at] + 1);
        next.map(|&next| &self.candidates[next])
    }

    /// How many blocks beside a candidate of a run stay with it in other words: they would have to move as well.
    fn edited_beside(&self, at: usize, is_first: bool) -> u64 {
        let Candidate { old, new, .. } = self.candidates[at];
        let is_free = self.next_old(at).is_none_or(|next| next.old > old + 1)
            && self.next_new(at).is_none_or(|next| next.new > new + 1);
        let after = is_free && (self.is_edited)(old + 1, new + 1);
        let last_old = at.checked_sub(1).map(|last| self.candidates[last].old);
        let last_new = self.rank[at].checked_sub(1);
        let last_new = last_new.map(|last| self.candidates[self.by_new[last]].new);
        let is_free =
            old > 0 && new > 0 && last_old < old.checked_sub(1) && last_new < new.checked_sub(1);
        let before = is_first && is_free && (self.is_edited)(old - 1, new - 1);
        u64::from(after) + u64::from(before)
    }
}

/// The moves that a stretch would take: one for each section in it that lies in no other, and one for
/// each block that is in no such section, with those beside it that were edited. A section counts as one only if no
/// other stretch has a part of it, on either side.
fn value(
    neighbours: &Neighbours<'_>,
    stretch: std::ops::Range<usize>,
    section_end: SectionEnd<'_>,
) -> Value {
    let mut value = Value::default();
    let mut section: Option<usize> = None;
    let last = stretch.end - 1;
    let (next_old, next_new) = (neighbours.next_old(last), neighbours.next_new(last));
    for at in stretch.clone() {
        let candidate = &neighbours.candidates[at];
        let mut weight = candidate.weight;
        let is_inside = section.is_some_and(|end| candidate.old < end);
        let counts = !is_inside;
        let mut moves = u64::from(counts);
        if counts && candidate.level.is_some() {
            let (old_end, new_end) = section_end(candidate);
            let is_whole = next_old.is_none_or(|next| next.old >= old_end)
                && next_new.is_none_or(|next| next.new >= new_end);
            section = is_whole.then_some(old_end);
            if !is_whole {
                // A heading leaves its section only when nothing else explains the order.
                weight += HEADING_STAYS;
            }
        } else if counts {
            moves += neighbours.edited_beside(at, at == stretch.start);
        }
        value = value.plus(Value {
            moves,
            weight,
            tie: candidate.tie,
        });
    }
    value
}

/// The indices of the runs with the greatest value together whose new places rise, by a tree of
/// prefix maxima (Fenwick).
fn heaviest_increasing(runs: &[Run]) -> Vec<usize> {
    let width = runs.iter().map(|run| run.last_new + 1).max().unwrap_or(0);
    let mut best: Vec<Option<(Value, usize)>> = vec![None; width + 1];
    let mut before = vec![None; runs.len()];
    for (at, run) in runs.iter().enumerate() {
        let chain = longest_below(&best, run.first_new);
        before[at] = chain.map(|(_, last)| last);
        let value = chain.map_or(Value::default(), |(value, _)| value);
        raise(&mut best, run.last_new, (value.plus(run.value), at));
    }
    let mut chain = Vec::new();
    let mut last = longest_below(&best, width).map(|(_, last)| last);
    while let Some(at) = last {
        chain.push(at);
        last = before[at];
    }
    chain.reverse();
    chain
}

fn longest_below(best: &[Option<(Value, usize)>], place: usize) -> Option<(Value, usize)> {
    let mut found: Option<(Value, usize)> = None;
    let mut at = place;
    while at > 0 {
        if let Some(here) = best[at]
            && found.is_none_or(|found| here.0 > found.0)
        {
            found = Some(here);
        }
        at &= at - 1;
    }
    found
}

fn raise(best: &mut [Option<(Value, usize)>], place: usize, with: (Value, usize)) {
    let mut at = place + 1;
    while at < best.len() {
        if best[at].is_none_or(|here| with.0 > here.0) {
            best[at] = Some(with);
        }
        at += at & at.wrapping_neg();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(new_places: &[usize], levels: &[Option<u8>]) -> Vec<usize> {
        let candidates = new_places
            .iter()
            .zip(levels)
            .enumerate()
            .map(|(old, (&new, &level))| Candidate {
                old,
                new,
                weight: 10,
                level,
                tie: old as u64,
            })
            .collect();
        // In these tests each section goes on to the next heading of its level.
        let next = |from: usize, place: &dyn Fn(usize) -> usize| {
            let after = (0..levels.len()).filter(|&at| levels[at].is_some());
            let mut places: Vec<usize> = after.map(place).collect();
            places.push(levels.len());
            places
                .into_iter()
                .filter(|&end| end > from)
                .min()
                .unwrap_or(from)
        };
        let section_end = |candidate: &Candidate| {
            (
                next(candidate.old, &|old| old),
                next(candidate.new, &|old| new_places[old]),
            )
        };
        let kept = in_order(candidates, &section_end, &|_, _| false);
        kept.iter().map(|kept| kept.old).collect()
    }

    #[test]
    fn one_moved_block_is_left_out_and_the_rest_stays() {
        assert_eq!(kept(&[1, 2, 3, 0], &[None; 4]), [0, 1, 2]);
    }

    #[test]
    fn a_long_section_that_passes_two_short_ones_is_the_one_that_moved() {
        let levels = [Some(2), None, None, None, Some(2), Some(2)];
        assert_eq!(kept(&[2, 3, 4, 5, 0, 1], &levels), [4, 5]);
    }

    #[test]
    fn a_block_that_passes_a_part_of_its_section_is_the_one_that_moved() {
        let levels = [None, Some(2), None, None];
        assert_eq!(kept(&[2, 0, 1, 3], &levels), [1, 2, 3]);
    }

    #[test]
    fn what_an_edited_block_stands_beside_is_what_stays() {
        let candidate = |old, new| Candidate {
            old,
            new,
            weight: 10,
            level: None,
            tie: new as u64,
        };
        // In the first place of the old text, the second of the new; an edited block comes after it.
        let candidates = vec![candidate(0, 1), candidate(2, 0)];
        let kept = |is_edited: IsEdited<'_>| {
            let kept = in_order(candidates.clone(), &|_| (0, 0), is_edited);
            kept.iter().map(|kept| kept.old).collect::<Vec<usize>>()
        };
        assert_eq!(kept(&|old, new| (old, new) == (1, 2)), [0]);
        assert_eq!(kept(&|old, new| (old, new) == (1, 3)), kept(&|_, _| false));
    }
}

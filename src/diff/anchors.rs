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

/// The best set of candidates that are in the same order on both sides, in that order.
pub(super) fn in_order(
    mut candidates: Vec<Candidate>,
    section_end: SectionEnd<'_>,
) -> Vec<Candidate> {
    candidates.sort_unstable_by_key(|candidate| candidate.old);
    if candidates.is_sorted_by_key(|candidate| candidate.new) {
        return candidates;
    }
    let runs = runs(&candidates, section_end);
    let kept = heaviest_increasing(&runs);
    kept.into_iter()
        .flat_map(|run| candidates[runs[run].candidates.clone()].iter().copied())
        .collect()
}

fn runs(candidates: &[Candidate], section_end: SectionEnd<'_>) -> Vec<Run> {
    let mut by_new: Vec<usize> = (0..candidates.len()).collect();
    by_new.sort_unstable_by_key(|&at| candidates[at].new);
    let mut rank = vec![0; candidates.len()];
    for (place, &at) in by_new.iter().enumerate() {
        rank[at] = place;
    }
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
            value: value(
                &candidates[start..end],
                candidates.get(end),
                by_new.get(rank[end - 1] + 1).map(|&at| &candidates[at]),
                section_end,
            ),
        });
        start = end;
    }
    runs
}

/// The moves that a stretch would take: one for each section in it that lies in no other, and one for
/// each block that is in no such section. A section counts as one only if no other stretch has a part
/// of it, on either side.
fn value(
    candidates: &[Candidate],
    next_old: Option<&Candidate>,
    next_new: Option<&Candidate>,
    section_end: SectionEnd<'_>,
) -> Value {
    let mut value = Value::default();
    let mut section: Option<usize> = None;
    for candidate in candidates {
        let mut weight = candidate.weight;
        let is_inside = section.is_some_and(|end| candidate.old < end);
        let counts = !is_inside;
        if counts && candidate.level.is_some() {
            let (old_end, new_end) = section_end(candidate);
            let is_whole = next_old.is_none_or(|next| next.old >= old_end)
                && next_new.is_none_or(|next| next.new >= new_end);
            section = is_whole.then_some(old_end);
            if !is_whole {
                // A heading leaves its section only when nothing else explains the order.
                weight += HEADING_STAYS;
            }
        }
        value = value.plus(Value {
            moves: u64::from(counts),
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
        let kept = in_order(candidates, &section_end);
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
}

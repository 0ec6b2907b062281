//! The longest common subsequence of two rows of fingerprints, in the time that their difference
//! asks for.
//!
//! Myers, *An O(ND) Difference Algorithm and Its Variations* (1986), the greedy form with its trace
//! kept. When more than a bounded number of differences are found the rest counts as different.

use std::ops::Range;

/// A stretch that both rows have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// How many differences are followed.
const MOST_DIFFERENCES: usize = 1_500;

/// The stretches that both rows have, in order.
pub(super) fn common_runs(old: &[u64], new: &[u64]) -> Vec<Run> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let end = old[start..]
        .iter()
        .rev()
        .zip(new[start..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (old_end, new_end) = (old.len() - end, new.len() - end);
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    let middle = middle_pairs(&old[start..old_end], &new[start..new_end]);
    pairs.extend(middle.into_iter().map(|(a, b)| (a + start, b + start)));
    pairs.extend((0..end).map(|at| (old_end + at, new_end + at)));
    runs(&pairs)
}

fn runs(pairs: &[(usize, usize)]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for &(a, b) in pairs {
        match runs.last_mut() {
            Some(last) if last.old.end == a && last.new.end == b => {
                last.old.end += 1;
                last.new.end += 1;
            }
            _ => runs.push(Run {
                old: a..a + 1,
                new: b..b + 1,
            }),
        }
    }
    runs
}

/// The furthest place on each diagonal, for each number of differences.
fn middle_pairs(old: &[u64], new: &[u64]) -> Vec<(usize, usize)> {
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let most = (old.len() + new.len()).min(MOST_DIFFERENCES);
    let offset = most + 1;
    let mut furthest = vec![0_usize; 2 * offset + 1];
    let mut trace: Vec<Vec<usize>> = Vec::new();
    for differences in 0..=most {
        trace.push(furthest[offset - differences..=offset + differences].to_vec());
        for step in 0..=differences {
            let diagonal = offset + 2 * step - differences;
            let goes_down = step == 0
                || (step < differences && furthest[diagonal - 1] < furthest[diagonal + 1]);
            let mut a = if goes_down {
                furthest[diagonal + 1]
            } else {
                furthest[diagonal - 1] + 1
            };
            // `a - b` is the diagonal's number; below zero it has no place yet.
            let Some(mut b) = (a + offset).checked_sub(diagonal) else {
                furthest[diagonal] = a;
                continue;
            };
            while a < old.len() && b < new.len() && old[a] == new[b] {
                (a, b) = (a + 1, b + 1);
            }
            furthest[diagonal] = a;
            if a >= old.len() && b >= new.len() {
                return walk_back(&trace, (old.len(), new.len()), differences);
            }
        }
    }
    Vec::new()
}

fn walk_back(
    trace: &[Vec<usize>],
    (mut a, mut b): (usize, usize),
    differences: usize,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for differences in (1..=differences).rev() {
        // The row holds the diagonals from -differences to +differences before this round.
        let row = &trace[differences];
        let at = |diagonal: isize| row[(diagonal + differences as isize) as usize];
        let diagonal = a as isize - b as isize;
        let low = -(differences as isize);
        let goes_down =
            diagonal == low || (diagonal != -low && at(diagonal - 1) < at(diagonal + 1));
        let before = if goes_down {
            diagonal + 1
        } else {
            diagonal - 1
        };
        let before_a = at(before);
        let before_b = (before_a as isize - before) as usize;
        let start = if goes_down {
            (before_a, before_b + 1)
        } else {
            (before_a + 1, before_b)
        };
        while a > start.0 && b > start.1 {
            (a, b) = (a - 1, b - 1);
            pairs.push((a, b));
        }
        (a, b) = (before_a, before_b);
    }
    while a > 0 && b > 0 {
        (a, b) = (a - 1, b - 1);
        pairs.push((a, b));
    }
    pairs.reverse();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(old: &[u64], new: &[u64]) -> usize {
        let runs = common_runs(old, new);
        for run in &runs {
            assert_eq!(old[run.old.clone()], new[run.new.clone()]);
        }
        runs.iter().map(|run| run.old.len()).sum()
    }

    #[test]
    fn as_much_as_possible_is_common() {
        assert_eq!(length(&[1, 2, 3, 1, 2, 2, 1], &[3, 2, 1, 2, 1, 3]), 4);
        assert_eq!(length(&[1, 1, 1, 2, 1, 1], &[1, 1, 1, 1]), 4);
        assert_eq!(length(&[1, 2], &[3, 4]), 0);
        assert_eq!(length(&[], &[3]), 0);
        assert_eq!(length(&[5, 1, 2, 3], &[1, 9, 2, 3, 7]), 3);
    }
}

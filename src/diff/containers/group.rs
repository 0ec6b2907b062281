//! Stretches of siblings on both sides, and how they grow together.

use std::ops::Range;

use crate::diff::align::Bead;

/// Stretches of siblings whose containers' contents belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::diff) struct Group {
    pub old: Range<usize>,
    pub new: Range<usize>,
}

/// The group of two beads that belong together.
pub(super) fn around(one: &Bead, other: &Bead, runs: &Runs) -> Group {
    loose_together(one, other, runs).unwrap_or_else(|| hull(one, other))
}

/// Which matches the blocks of each side alone stand between.
pub(super) struct Runs {
    old: Vec<usize>,
    new: Vec<usize>,
}

impl Runs {
    pub fn of(beads: &[Bead]) -> Runs {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        let mut matches = 0;
        for bead in beads {
            matches += usize::from(bead.is_match());
            old.resize(bead.old.end.max(old.len()), matches);
            new.resize(bead.new.end.max(new.len()), matches);
        }
        Runs { old, new }
    }
}

/// The group of a block that went and one that came, with no match between them: what else went or came there is
/// none of theirs.
fn loose_together(one: &Bead, other: &Bead, runs: &Runs) -> Option<Group> {
    let (went, came) = match (
        one.old.len(),
        one.new.len(),
        other.old.len(),
        other.new.len(),
    ) {
        (1, 0, 0, 1) => (one, other),
        (0, 1, 1, 0) => (other, one),
        _ => return None,
    };
    (runs.old[went.old.start] == runs.new[came.new.start]).then(|| Group {
        old: went.old.clone(),
        new: came.new.clone(),
    })
}

fn hull(one: &Bead, other: &Bead) -> Group {
    Group {
        old: one.old.start.min(other.old.start)..one.old.end.max(other.old.end),
        new: one.new.start.min(other.new.start)..one.new.end.max(other.new.end),
    }
}

/// The group with all that is paired with a part of it.
pub(super) fn widened(mut group: Group, beads: &[Bead]) -> Group {
    loop {
        let before = group.clone();
        for bead in beads {
            let touches = |range: &Range<usize>, part: &Range<usize>| {
                range.start < part.end && part.start < range.end
            };
            if touches(&group.old, &bead.old) || touches(&group.new, &bead.new) {
                let all = hull(
                    bead,
                    &Bead {
                        old: group.old.clone(),
                        new: group.new.clone(),
                    },
                );
                // What is on one side alone has an empty range at its place on the other.
                group = match (bead.old.is_empty(), bead.new.is_empty()) {
                    (true, _) => Group {
                        old: group.old,
                        new: all.new,
                    },
                    (_, true) => Group {
                        old: all.old,
                        new: group.new,
                    },
                    _ => all,
                };
            }
        }
        if group == before {
            return group;
        }
    }
}

/// The group with a bead of one side.
pub(super) fn with_loose(group: &Group, bead: &Bead) -> Group {
    let (old, new) = (group.old.clone(), group.new.clone());
    if bead.old.is_empty() {
        Group {
            old,
            new: new.start.min(bead.new.start)..new.end.max(bead.new.end),
        }
    } else {
        Group {
            old: old.start.min(bead.old.start)..old.end.max(bead.old.end),
            new,
        }
    }
}

/// Groups that overlap, or stand in another order on each side, are one.
pub(super) fn merged(mut groups: Vec<Group>, beads: &[Bead]) -> Vec<Group> {
    groups.sort_by_key(|group| (group.old.start, group.new.start));
    let mut merged: Vec<Group> = Vec::new();
    for mut group in groups {
        // What has grown may reach into one before the last, too.
        while let Some(last) = merged.pop_if(|last| meet(last, &group)) {
            let all = Group {
                old: last.old.start.min(group.old.start)..last.old.end.max(group.old.end),
                new: last.new.start.min(group.new.start)..last.new.end.max(group.new.end),
            };
            group = widened(all, beads);
        }
        merged.push(group);
    }
    merged
}

/// Whether one group, which begins before another in the old text, does not end before it in both.
fn meet(before: &Group, after: &Group) -> bool {
    after.old.start < before.old.end || after.new.start < before.new.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_has_grown_takes_in_all_that_it_reaches() {
        let group = |old: Range<usize>, new: Range<usize>| Group { old, new };
        let apart = vec![group(0..1, 0..1), group(1..2, 1..2)];
        assert_eq!(merged(apart.clone(), &[]), apart);
        let bridged = [apart, vec![group(2..3, 0..1)]].concat();
        assert_eq!(merged(bridged, &[]), [group(0..3, 0..2)]);
    }
}

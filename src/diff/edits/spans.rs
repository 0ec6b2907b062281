//! Matches → stretches of both texts.
//!
//! White space belongs to one stretch or another: to what stays wherever both texts have it, so that
//! what went and what came are words.

use std::ops::Range;

use super::Matches;
use crate::diff::flow::Flow;
use crate::diff::model::{Edit, Op, Point};
use crate::diff::pieces::pieces;
use crate::diff::words::{Gap, Token, fold_quote};

/// A stretch, as ranges of words.
struct Group {
    op: Op,
    old: Range<usize>,
    new: Range<usize>,
}

/// The stretches, in order: what went before what came.
pub(super) fn edits(old: &Flow<'_>, new: &Flow<'_>, matches: &Matches) -> Vec<Edit> {
    let groups = groups(old, new, matches);
    let old_spans = spans(old, new, &groups, Op::Delete);
    let new_spans = spans(new, old, &groups, Op::Insert);
    let mut edits = Vec::with_capacity(groups.len());
    for (at, group) in groups.iter().enumerate() {
        let edit = Edit {
            op: group.op,
            old: old_spans[at].clone(),
            new: new_spans[at].clone(),
            typographic: false,
        };
        if group.op == Op::Equal {
            split_typography(old, new, group, edit, &mut edits);
        } else {
            edits.push(edit);
        }
    }
    edits
}

fn groups(old: &Flow<'_>, new: &Flow<'_>, matches: &Matches) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut from = (0, 0);
    let end = (old.tokens.len(), new.tokens.len());
    for (index, to) in matches.iter().copied().chain([end]).enumerate() {
        if from != to {
            push_changed(old, new, from, to, &mut groups);
        }
        if index == matches.len() {
            break;
        }
        let (i, j) = to;
        let continues = groups.last().is_some_and(|last| {
            last.op == Op::Equal
                && last.old.end == i
                && last.new.end == j
                && old.tokens[i - 1].start.leaf == old.tokens[i].start.leaf
                && new.tokens[j - 1].start.leaf == new.tokens[j].start.leaf
        });
        match groups.last_mut() {
            Some(last) if continues => {
                last.old.end = i + 1;
                last.new.end = j + 1;
            }
            _ => groups.push(Group {
                op: Op::Equal,
                old: i..i + 1,
                new: j..j + 1,
            }),
        }
        from = (i + 1, j + 1);
    }
    groups
}

fn push_changed(
    old: &Flow<'_>,
    new: &Flow<'_>,
    from: (usize, usize),
    to: (usize, usize),
    groups: &mut Vec<Group>,
) {
    for range in by_leaf(&old.tokens, from.0..to.0) {
        groups.push(Group {
            op: Op::Delete,
            old: range,
            new: from.1..from.1,
        });
    }
    for range in by_leaf(&new.tokens, from.1..to.1) {
        groups.push(Group {
            op: Op::Insert,
            old: to.0..to.0,
            new: range,
        });
    }
}

fn by_leaf(tokens: &[Token], range: Range<usize>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = range.start;
    for end in range.start + 1..=range.end {
        if end == range.end || tokens[end].start.leaf != tokens[start].start.leaf {
            ranges.push(start..end);
            start = end;
        }
    }
    ranges
}

/// The stretch of each group on one side, white space included; `own` is the op of what only this
/// side has. A group that the side has not is empty, at the place where it would be.
fn spans(side: &Flow<'_>, other: &Flow<'_>, groups: &[Group], own: Op) -> Vec<Range<Point>> {
    let here = |group: &Group| match own {
        Op::Delete => group.old.clone(),
        _ => group.new.clone(),
    };
    let mut spans: Vec<Range<Point>> = Vec::with_capacity(groups.len());
    let mut last: Option<usize> = None;
    for (at, group) in groups.iter().enumerate() {
        let words = here(group);
        if words.is_empty() {
            let before = last.map_or(Point::default(), |last| spans[last].end);
            let place = line_that_goes_on(side, other, groups, at, own)
                .filter(|line| *line > before.leaf)
                .map_or(before, Point::start_of);
            spans.push(place..place);
            continue;
        }
        let first = &side.tokens[words.start];
        let mut start = Point::start_of(first.start.leaf);
        if let Some(last) = last {
            let before = &side.tokens[words.start - 1];
            if before.start.leaf == first.start.leaf {
                let earlier = spaces_go_back(side, other, groups, (last, at), own);
                start = if earlier { first.start } else { before.end };
                spans[last].end = start;
            } else {
                spans[last].end = side.leaf_end(before.start.leaf);
            }
        }
        spans.push(start..side.tokens[words.end - 1].end);
        last = Some(at);
    }
    if let Some(last) = last {
        spans[last].end = side.leaf_end(spans[last].end.leaf);
    }
    spans
}

/// The line of one side that begins with what the other side alone has at the start of its own line:
/// what comes next stays, in both lines.
fn line_that_goes_on(
    side: &Flow<'_>,
    other: &Flow<'_>,
    groups: &[Group],
    at: usize,
    own: Op,
) -> Option<u32> {
    let sides = |group: &Group| match own {
        Op::Delete => (group.old.start, group.new.clone()),
        _ => (group.new.start, group.old.clone()),
    };
    let leaf = |at: usize| other.tokens[at].start.leaf;
    let (_, words) = sides(&groups[at]);
    if words.start == 0 || leaf(words.start - 1) == leaf(words.start) {
        return None;
    }
    let next = groups[at..].iter().find(|group| group.op == Op::Equal)?;
    let (stays_here, stays_there) = sides(next);
    let goes_on = stays_there.start == words.end && leaf(words.end) == leaf(words.start);
    goes_on.then(|| side.tokens[stays_here].start.leaf)
}

/// Whether white space between two neighbouring groups of one side belongs to the earlier.
fn spaces_go_back(
    side: &Flow<'_>,
    other: &Flow<'_>,
    groups: &[Group],
    (earlier, later): (usize, usize),
    own: Op,
) -> bool {
    let here = |group: &Group| match own {
        Op::Delete => group.old.clone(),
        _ => group.new.clone(),
    };
    let there = |group: &Group| match own {
        Op::Delete => group.new.clone(),
        _ => group.old.clone(),
    };
    let is_spaced = |flow: &Flow<'_>, at: usize| {
        flow.tokens
            .get(at)
            .is_some_and(|token| token.gap != Gap::None)
    };
    let (before, after) = (&groups[earlier], &groups[later]);
    match (before.op == Op::Equal, after.op == Op::Equal) {
        (true, false) => {
            // What the other side has instead, and what stays after both.
            let replaced = region(groups, later)
                .find(|&at| groups[at].op != Op::Equal && groups[at].op != own);
            if let Some(replaced) = replaced {
                return is_spaced(other, there(&groups[replaced]).start);
            }
            let spaced_there = is_spaced(other, there(before).end);
            let spaced_after = is_spaced(side, here(after).end);
            let stays_after = groups
                .get(later + 1)
                .is_some_and(|next| next.op == Op::Equal);
            spaced_there && stays_after && !spaced_after
        }
        (false, true) => {
            let replaced = region(groups, earlier)
                .rfind(|&at| groups[at].op != Op::Equal && groups[at].op != own);
            let spaced_there = is_spaced(other, there(after).start);
            match replaced {
                Some(_) => !spaced_there,
                None => !(spaced_there && there(after).start > 0),
            }
        }
        _ => false,
    }
}

/// The groups of change around one, without what stays on both sides of them.
fn region(groups: &[Group], at: usize) -> Range<usize> {
    let start = (0..at)
        .rev()
        .take_while(|&before| groups[before].op != Op::Equal)
        .last()
        .unwrap_or(at);
    let end = (at..groups.len())
        .take_while(|&after| groups[after].op != Op::Equal)
        .last()
        .unwrap_or(at);
    start..end + 1
}

/// Cuts a stretch that stays at the signs that are written differently in the two texts.
fn split_typography(
    old: &Flow<'_>,
    new: &Flow<'_>,
    group: &Group,
    edit: Edit,
    edits: &mut Vec<Edit>,
) {
    let mut rest = edit;
    for (i, j) in group.old.clone().zip(group.new.clone()) {
        let (a, b) = (&old.tokens[i], &new.tokens[j]);
        if a.exact == b.exact {
            continue;
        }
        for (gone, come) in differing(old, a, new, b) {
            if rest.old.start < gone.start || rest.new.start < come.start {
                edits.push(Edit {
                    op: Op::Equal,
                    old: rest.old.start..gone.start,
                    new: rest.new.start..come.start,
                    typographic: false,
                });
            }
            edits.push(Edit {
                op: Op::Delete,
                old: gone.clone(),
                new: come.start..come.start,
                typographic: true,
            });
            edits.push(Edit {
                op: Op::Insert,
                old: gone.end..gone.end,
                new: come.clone(),
                typographic: true,
            });
            rest.old.start = gone.end;
            rest.new.start = come.end;
        }
    }
    if rest.old.start < rest.old.end || rest.new.start < rest.new.end {
        edits.push(rest);
    }
}

/// The signs that differ in two words that count as the same; the words as wholes, where they
/// have not the same number of signs.
fn differing(
    old: &Flow<'_>,
    a: &Token,
    new: &Flow<'_>,
    b: &Token,
) -> Vec<(Range<Point>, Range<Point>)> {
    let (ours, theirs) = (characters(old, a), characters(new, b));
    let is_parallel = ours.len() == theirs.len()
        && ours
            .iter()
            .zip(&theirs)
            .all(|(ours, theirs)| fold_quote(ours.1) == fold_quote(theirs.1));
    if !is_parallel {
        return vec![(a.start..a.end, b.start..b.end)];
    }
    ours.into_iter()
        .zip(theirs)
        .filter(|(ours, theirs)| ours.1 != theirs.1)
        .map(|(ours, theirs)| (ours.0, theirs.0))
        .collect()
}

/// The characters of a word, each with its stretch.
pub(in crate::diff) fn characters(flow: &Flow<'_>, token: &Token) -> Vec<(Range<Point>, char)> {
    let leaf = flow.leaves[token.start.leaf as usize];
    let mut characters = Vec::new();
    for piece in pieces(leaf, &(token.start..token.end)) {
        let text = leaf.inlines[piece.inline].content.text();
        let Some(text) = text.get(piece.bytes.clone()) else {
            continue;
        };
        for (at, character) in text.char_indices() {
            let start = Point {
                leaf: token.start.leaf,
                inline: piece.inline as u32,
                byte: (piece.bytes.start + at) as u32,
            };
            let mut end = start;
            end.byte += character.len_utf8() as u32;
            characters.push((start..end, character));
        }
    }
    characters
}

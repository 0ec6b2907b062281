//! Links and pictures that stand in the place of others: no word of theirs stayed that the change could lie over.
//!
//! The words tell that another thing is named; what they do not show is where it leads.

use std::ops::Range;

use super::change;
use super::style::{LinkTo, Style};
use crate::diff::edits::Matches;
use crate::diff::flow::Flow;
use crate::diff::model::{Attribute, AttributeChange};
use crate::markdown::tree::{Content, Inline};

/// What changed of links and pictures among the words that did not stay, in their order.
///
/// Those that stand between the same two words that stayed are each other's counterparts: first what leads to the
/// same, then, where as many are left in both texts, the others in their order.
pub(super) fn compare(old: &Flow<'_>, new: &Flow<'_>, matches: &Matches) -> Vec<AttributeChange> {
    let mut found = Vec::new();
    compare_redescribed(old, new, matches, &mut found);
    for (gone, come) in replaced(old, new, matches) {
        let links = [links_within(old, &gone), links_within(new, &come)];
        for (before, after) in counterparts(links, |link| link.target) {
            found.extend(link_change([Some(before), Some(after)]));
        }
        let pictures = [pictures_within(old, &gone), pictures_within(new, &come)];
        for (before, after) in counterparts(pictures, address) {
            // What is the same picture was found above.
            if address(before) != address(after) {
                found.extend(compare_pictures(before, after));
            }
        }
    }
    found
}

/// The stretches of words that did not stay, by the words that stand in the same place.
fn replaced(
    old: &Flow<'_>,
    new: &Flow<'_>,
    matches: &Matches,
) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let ends = (old.tokens.len(), new.tokens.len());
    let mut from = (0, 0);
    let next = matches.iter().copied().chain([ends]);
    let stretches = next.map(move |next| {
        let stretch = (from.0..next.0, from.1..next.1);
        from = (next.0 + 1, next.1 + 1);
        stretch
    });
    stretches.filter(|(gone, come)| !gone.is_empty() && !come.is_empty())
}

/// What stands in the place of what.
fn counterparts<T: Copy, K: PartialEq>(
    [old, new]: [Vec<T>; 2],
    leads_to: impl Fn(T) -> K,
) -> Vec<(T, T)> {
    let mut pairs = Vec::new();
    let mut come = new;
    let mut gone = old;
    gone.retain(|&before| {
        let same = come
            .iter()
            .position(|&after| leads_to(after) == leads_to(before));
        pairs.extend(same.map(|at| (before, come.remove(at))));
        same.is_none()
    });
    if gone.len() == come.len() {
        pairs.extend(gone.into_iter().zip(come));
    }
    pairs
}

/// The links that lie over some words and over none beside them.
fn links_within<'f>(flow: &Flow<'f>, words: &Range<usize>) -> Vec<LinkTo<'f>> {
    let link_at = |at: usize| {
        let token = flow.tokens.get(at)?;
        let marked = flow.inline(token.start);
        let inline = marked.filter(|inline| !inline.marks.is_empty())?;
        Style::of(flow.leaves[token.start.leaf as usize], inline).link
    };
    let before = words.start.checked_sub(1).and_then(link_at);
    let after = link_at(words.end);
    let mut links: Vec<LinkTo<'f>> = words.clone().filter_map(link_at).collect();
    links.dedup();
    links.retain(|&link| Some(link) != before && Some(link) != after);
    links
}

fn pictures_within<'f>(flow: &Flow<'f>, words: &Range<usize>) -> Vec<&'f Inline> {
    let tokens = flow.tokens[words.clone()].iter();
    let inlines = tokens.filter_map(|token| flow.inline(token.start));
    inlines.filter(|inline| address(inline).is_some()).collect()
}

/// What changed from one link to another; one of them may not be there.
pub(super) fn link_change([before, after]: [Option<LinkTo<'_>>; 2]) -> Option<AttributeChange> {
    let target = |link: Option<LinkTo<'_>>| link.map(|link| link.target.to_owned());
    let title = |link: Option<LinkTo<'_>>| link.map(|link| link.title.to_owned());
    if target(before) != target(after) {
        let change = AttributeChange::new(Attribute::Link, target(before), target(after));
        return Some(change);
    }
    (title(before) != title(after))
        .then(|| AttributeChange::new(Attribute::Title, title(before), title(after)))
}

/// Pictures that have another description: each is a word that has no match.
fn compare_redescribed(
    old: &Flow<'_>,
    new: &Flow<'_>,
    matches: &Matches,
    found: &mut Vec<AttributeChange>,
) {
    let is_matched_old = |at| matches.iter().any(|&(old, _)| old == at);
    let is_matched_new = |at| matches.iter().any(|&(_, new)| new == at);
    let come: Vec<&Inline> = pictures(new)
        .filter(|&(at, _)| !is_matched_new(at))
        .map(|(_, picture)| picture)
        .collect();
    for (_, before) in pictures(old).filter(|&(at, _)| !is_matched_old(at)) {
        let same = |after: &&&Inline| address(after) == address(before);
        if let Some(after) = come.iter().find(same) {
            found.extend(compare_pictures(before, after));
        }
    }
}

/// The pictures among some words, each with its place among them.
fn pictures<'f, 'a>(flow: &'f Flow<'a>) -> impl Iterator<Item = (usize, &'a Inline)> + use<'f, 'a> {
    let tokens = flow.tokens.iter().enumerate();
    let inlines = tokens.filter_map(|(at, token)| Some((at, flow.inline(token.start)?)));
    inlines.filter(|(_, inline)| address(inline).is_some())
}

/// The address of a picture.
fn address(inline: &Inline) -> Option<&str> {
    match &inline.content {
        Content::Image { target, .. } => Some(target),
        _ => None,
    }
}

/// What changed from one picture to another, beside its description; nothing where one of them is none.
pub(super) fn compare_pictures(before: &Inline, after: &Inline) -> Vec<AttributeChange> {
    let (
        Content::Image { target, title, .. },
        Content::Image {
            target: new_target,
            title: new_title,
            ..
        },
    ) = (&before.content, &after.content)
    else {
        return Vec::new();
    };
    let target = (target != new_target)
        .then(|| change(Attribute::Image, target.clone(), new_target.clone()));
    let title =
        (title != new_title).then(|| change(Attribute::Title, title.clone(), new_title.clone()));
    target.into_iter().chain(title).collect()
}

//! Numbers that changed because something before them came or went.

use super::index::Shape;
use super::model::{
    Attribute, AttributeChange, Change, Entry, Inside, Kind, Op, Passage, Relation,
};
use super::passages;
use crate::markdown::clause;
use crate::markdown::tree::{Block, BlockKind, Content, Inline};

/// Items of one list that stand one after the other and have other numbers.
pub(super) struct Run<'a> {
    /// The entry that the run is marked on: its first without a change of its own, or its first.
    pub marked_at: usize,
    old: Vec<&'a Block>,
    new: Vec<&'a Block>,
}

impl Run<'_> {
    /// The numbers, before and after.
    pub fn attribute(&self) -> AttributeChange {
        let (old, new) = (numbers(&self.old), numbers(&self.new));
        AttributeChange::new(Attribute::Number, Some(old), Some(new))
    }

    /// The items, before and after.
    pub fn passages(&self) -> (Vec<Passage>, Vec<Passage>) {
        (
            vec![passages::together(&self.old)],
            vec![passages::together(&self.new)],
        )
    }
}

/// The runs among the entries of a list. What came or went between two items does not part them.
pub(super) fn runs<'a>(items: &[Entry<'a>]) -> Vec<Run<'a>> {
    let mut runs: Vec<(Run<'a>, bool)> = Vec::new();
    let mut is_open = false;
    for (at, item) in items.iter().enumerate() {
        if item.relation != Relation::Kept {
            continue;
        }
        let ([old], [new]) = (item.old.as_slice(), item.new.as_slice()) else {
            continue;
        };
        let (Some(before), Some(after)) = (number(old), number(new)) else {
            continue;
        };
        if before == after {
            is_open = false;
            continue;
        }
        let is_free = !has_own_change(item);
        match runs.last_mut() {
            Some((run, is_marked)) if is_open => {
                run.old.push(old);
                run.new.push(new);
                if is_free && !*is_marked {
                    run.marked_at = at;
                    *is_marked = true;
                }
            }
            _ => {
                let run = Run {
                    marked_at: at,
                    old: vec![old],
                    new: vec![new],
                };
                runs.push((run, is_free));
            }
        }
        is_open = true;
    }
    runs.into_iter().map(|(run, _)| run).collect()
}

/// The label of a clause, before and after, where the label is all that changed of its words.
pub(super) fn label_change(entry: &Entry<'_>, change: &Change) -> Option<AttributeChange> {
    if entry.relation != Relation::Kept || change.kinds != [Kind::Changed] {
        return None;
    }
    let part = super::changes::lead(entry).unwrap_or(entry);
    let before = label_of(part.old.first()?)?;
    let after = label_of(part.new.first()?)?;
    // Further on only the whole label names the clause: "8" may be any number.
    let mut is_head = true;
    let only_labels = change.edits.iter().all(|edit| {
        let label = match edit.op {
            Op::Equal => {
                is_head = false;
                return true;
            }
            Op::Delete => before,
            Op::Insert => after,
        };
        edit.text.trim() == label || (is_head && is_label(&edit.text, label))
    });
    only_labels.then(|| {
        let (before, after) = (before.to_owned(), after.to_owned());
        AttributeChange::new(Attribute::Number, Some(before), Some(after))
    })
}

/// Whether a clause has the label that it had.
pub(super) fn kept_label(entry: &Entry<'_>) -> bool {
    let part = super::changes::lead(entry).unwrap_or(entry);
    let old = part.old.first().and_then(|block| label_of(block));
    let new = part.new.first().and_then(|block| label_of(block));
    entry.relation == Relation::Kept && new.is_some() && old == new
}

/// The label of a clause, or the number in words that are no list: "10." of "10. Support". No address is
/// made of such a number, but where all that changed is that it is another, its clause was renumbered.
fn label_of(block: &Block) -> Option<&str> {
    let written = block.label.as_deref();
    written.or_else(|| {
        let seen = |inline: &&Inline| !matches!(inline.content, Content::Html(_));
        ordinal(block.inlines.iter().find(seen)?.content.text())
    })
}

/// Whether what went or came is a label, with the full stop after it or without.
pub(super) fn is_label(words: &str, label: &str) -> bool {
    let words = words.trim();
    words == label || Some(words) == label.strip_suffix('.')
}

/// What a text is numbered with at its head, as a clause or otherwise; empty where it is not.
pub(super) fn opening_label(text: &str) -> &str {
    match clause::of_text(text) {
        Some(label) => &text[..label.written.len()],
        None => ordinal(text).unwrap_or_default(),
    }
}

/// `10.` before a capital, or alone; not that of a day, "10. Mai 2020".
fn ordinal(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix('.')?;
    let words = rest.trim_start();
    let stands_apart = words.len() < rest.len() || rest.is_empty();
    let begins_sentence = !words.starts_with(|next: char| next.is_lowercase() || next.is_numeric());
    let is_year = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let is_day = words.split_whitespace().nth(1).is_some_and(is_year);
    let is_ordinal = (1..=3).contains(&digits) && stands_apart && begins_sentence && !is_day;
    is_ordinal.then(|| &text[..=digits])
}

fn number(block: &Block) -> Option<u64> {
    match block.kind {
        BlockKind::ListItem { number } => number,
        _ => None,
    }
}

fn has_own_change(item: &Entry<'_>) -> bool {
    let has_change = |entry: &Entry<'_>| {
        !entry.attributes.is_empty()
            || match &entry.inside {
                Inside::Words(words) => words.have_changed(),
                Inside::Lines(_) | Inside::BeforeAfter => true,
                Inside::Blocks | Inside::Entries(_) => false,
            }
    };
    debug_assert!(item.new.iter().all(|block| Shape::of(block) == Shape::Item));
    has_change(item) || super::changes::lead(item).is_some_and(has_change)
}

/// `4`, or `4–7`.
fn numbers(items: &[&Block]) -> String {
    let first = items.first().and_then(|item| number(item)).unwrap_or(0);
    let last = items.last().and_then(|item| number(item)).unwrap_or(0);
    if first == last {
        first.to_string()
    } else {
        format!("{first}–{last}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_opens_with_the_number_of_its_clause_or_with_none() {
        for (text, label) in [
            ("10. Support", "10."),
            ("7.", "7."),
            ("8.3 Add-On Software", "8.3"),
            ("(a) the employee", "(a)"),
            ("10. “Support” means", "10."),
            ("10. Mai 2020 an", ""),
            ("10. and 11. apply", ""),
            ("2017. A year", ""),
            ("10.5 million", ""),
            ("10 days", ""),
            ("", ""),
        ] {
            assert_eq!(opening_label(text), label, "{text}");
        }
    }
}

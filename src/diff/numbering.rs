//! Numbers that changed because something before them came or went.

mod runs;

use std::collections::BTreeSet;
use std::rc::Rc;

use super::index::Shape;
use super::memory::TextMemory;
use super::model::{Attribute, AttributeChange, Change, Entry, Kind, Op, Relation};
use crate::markdown::clause;
use crate::markdown::tree::{Block, Content, Inline, Tree};
pub(super) use runs::{Run, of_items, of_rows};

/// The label of a clause, before and after, where the label is all that changed of its words. The same
/// number with other signs around it, "4.1." and "4.1", is a change of formatting.
pub(super) fn label_change(
    entry: &Entry<'_>,
    change: &Change,
    lettered: &Lettered,
) -> Option<AttributeChange> {
    if entry.relation != Relation::Kept || change.kinds != [Kind::Changed] {
        return None;
    }
    let (before, after) = labels(entry, lettered)?;
    let name = if is_same_number(before, after) {
        Attribute::Formatting
    } else {
        Attribute::Number
    };
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
        AttributeChange::new(name, Some(before), Some(after))
    })
}

/// Whether a clause has the label that it had.
pub(super) fn kept_label(entry: &Entry<'_>, lettered: &Lettered) -> bool {
    let labels = labels(entry, lettered);
    entry.relation == Relation::Kept && labels.is_some_and(|(before, after)| before == after)
}

/// The label of a clause, before and after.
fn labels<'a>(entry: &Entry<'a>, lettered: &Lettered) -> Option<(&'a str, &'a str)> {
    let part = super::changes::lead(entry).unwrap_or(entry);
    let before = label_of(part.old.first()?, &lettered.old)?;
    let after = label_of(part.new.first()?, &lettered.new)?;
    Some((before, after))
}

/// Whether two labels say the same but for the points and brackets in them: "4.1." and "4.1", "a)" and "(a)".
fn is_same_number(before: &str, after: &str) -> bool {
    fn parts(label: &str) -> impl Iterator<Item = &str> {
        let parts = label.split(|sign: char| !sign.is_alphanumeric());
        parts.filter(|part| !part.is_empty())
    }
    parts(before).eq(parts(after))
}

/// The label of a clause, or what numbers words that are no list: "10." of "10. Support", "b." among "a."
/// and "c.". No address is made of these, but where all that changed is that it is another, its clause was
/// renumbered.
fn label_of<'a>(block: &'a Block, lettered: &LetteredBlocks) -> Option<&'a str> {
    let written = block.label.as_deref();
    written.or_else(|| {
        let text = first_text(block)?;
        let is_lettered = || lettered.contains(&block.span.start);
        ordinal(text).or_else(|| is_lettered().then(|| letter(text)).flatten())
    })
}

/// What a block is numbered with by its author: the label of a clause, "10." of "10. Support".
pub(super) fn written_number(block: &Block) -> Option<&str> {
    label_of(block, &LetteredBlocks::default())
}

fn first_text(block: &Block) -> Option<&str> {
    let seen = |inline: &&Inline| !matches!(inline.content, Content::Html(_));
    Some(block.inlines.iter().find(seen)?.content.text())
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

/// `b.`, `ch.`, `iv.`, small, with the point.
fn letter(text: &str) -> Option<&str> {
    let item = clause::stopped_item(text)?;
    Some(&text[..=item.len()])
}

/// Where the paragraphs begin that letters number: "a." and then "b.".
pub(super) type LetteredBlocks = BTreeSet<usize>;

/// The lettered paragraphs of both texts. A letter alone proves nothing ("c. 1850"), so there are two or
/// more of one sequence, with no heading between them.
#[derive(Default)]
pub(super) struct Lettered {
    old: Rc<LetteredBlocks>,
    new: Rc<LetteredBlocks>,
}

impl Lettered {
    /// Of two texts and what is known of them.
    pub fn of((old, of_old): (&Tree, &TextMemory), (new, of_new): (&Tree, &TextMemory)) -> Self {
        let of_text = |tree: &Tree, memory: &TextMemory| {
            memory.lettered(|| {
                let mut found = LetteredBlocks::new();
                find_lettered(&tree.blocks, &mut found);
                found
            })
        };
        Lettered {
            old: of_text(old, of_old),
            new: of_text(new, of_new),
        }
    }
}

fn find_lettered(siblings: &[Block], found: &mut LetteredBlocks) {
    let mut last: Option<(usize, &str)> = None;
    for block in siblings {
        find_lettered(&block.children, found);
        if Shape::of(block) == Shape::Heading {
            last = None;
        }
        if block.label.is_some() || Shape::of(block) != Shape::Paragraph {
            continue;
        }
        // Most paragraphs begin with a capital, and to read them all takes long.
        let small = first_text(block).filter(|text| text.starts_with(char::is_lowercase));
        let Some(item) = small.and_then(clause::stopped_item) else {
            continue;
        };
        let start = block.span.start;
        if let Some((before, last)) = last
            && clause::follows(last, item)
        {
            found.extend([before, start]);
        }
        last = Some((start, item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{ParseOptions, parse};
    use crate::source::Source;

    #[test]
    fn a_number_is_the_same_whatever_signs_stand_around_it() {
        for (before, after) in [
            ("4.1.", "4.1"),
            ("a)", "(a)"),
            ("5.2 (a)", "5.2(a)"),
            ("10.", "10."),
        ] {
            assert!(is_same_number(before, after), "{before} {after}");
        }
        for (before, after) in [("4.1", "4.2"), ("4.1", "41"), ("(a)", "(b)"), ("4", "4.1")] {
            assert!(!is_same_number(before, after), "{before} {after}");
        }
    }

    #[test]
    fn a_letter_numbers_a_paragraph_where_it_is_one_of_a_sequence() {
        let found = |text: &str| {
            let source = Source::new("en.md", text);
            let parsed = parse(&source, 0, None, &ParseOptions::default());
            let mut found = LetteredBlocks::new();
            find_lettered(&parsed.tree.blocks, &mut found);
            let starts = found.iter().map(|&start| &text[start..start + 3]);
            starts.map(str::trim).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("a. One\n\nb. Two\n\nMore\n\nc. Three\n"), "a. b. c.");
        assert_eq!(found("c. Un\n\nch. Dau\n\nd. Tri\n"), "c. ch. d.");
        for none in [
            "c. 1850 the hall was built.\n\nIt burnt down.\n",
            "a. One\n\n## Two\n\nb. Two\n",
            "a. One\n\nd. Four\n",
            "A. Smith spoke.\n\nB. Jones replied.\n",
            "M. Dupont\n\nN. Martin\n",
            "E. coli is tested for.\n\nF. Lee does it.\n",
            "e.g. this\n\nf.g. that\n",
        ] {
            assert_eq!(found(none), "", "{none}");
        }
    }

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

//! References that lead to another footnote now, and show the number that they had: nobody sees from the page what
//! changed.

use super::model::{Entry, Inside, Note, Op, Point, Remark, Side, leaves};
use super::passages;
use super::pieces::pieces;
use crate::markdown::tree::{Block, BlockKind, Content, Tree};
use std::ops::Range;

/// The notes on such references.
pub(super) fn find(entries: &[Entry<'_>], old: &Tree, new: &Tree) -> Vec<Note> {
    let mut notes = Vec::new();
    visit(entries, &mut |gone, (come, block)| {
        let what = text_of(old, gone)
            .zip(text_of(new, come))
            .filter(|(old, new)| old != new);
        notes.extend(what.map(|(old, new)| Note {
            what: Remark::OtherFootnote { old, new },
            side: Side::New,
            span: block.span.clone(),
        }));
    });
    notes
}

/// Visits the references that came in the place of others and show the same number: the label of the one that went, and
/// that of the one that came, with its block.
fn visit(entries: &[Entry<'_>], found: &mut dyn FnMut(&str, (&str, &Block))) {
    for entry in entries {
        let words = match &entry.inside {
            Inside::Entries(inside) => {
                visit(inside, found);
                continue;
            }
            Inside::Words(words) => words,
            _ => continue,
        };
        for edits in words.edits.windows(2) {
            let [gone, come] = edits else { continue };
            if (gone.op, come.op) != (Op::Delete, Op::Insert) {
                continue;
            }
            let (old, new) = (leaves(&entry.old), leaves(&entry.new));
            let (old, new) = (
                old[gone.old.start.leaf as usize],
                new[come.new.start.leaf as usize],
            );
            let pairs = references(old, &gone.old).zip(references(new, &come.new));
            for ((gone, before), (come, now)) in pairs {
                if before == now {
                    found(gone, (come, new));
                }
            }
        }
    }
}

/// The references to footnotes in a stretch of a leaf, each with the number that it shows.
fn references<'b>(
    leaf: &'b Block,
    stretch: &Range<Point>,
) -> impl Iterator<Item = (&'b str, usize)> {
    pieces(leaf, stretch).filter_map(move |piece| match &leaf.inlines[piece.inline].content {
        Content::FootnoteReference { label, number } => Some((label.as_str(), *number)),
        _ => None,
    })
}

/// What the footnote of a label says.
fn text_of(tree: &Tree, label: &str) -> Option<String> {
    let is_meant = |block: &&Block| matches!(&block.kind, BlockKind::Footnote { label: own, .. } if own == label);
    let footnote = tree.blocks.iter().find(is_meant)?;
    Some(passages::plain_text(&[footnote]).replace('\n', " "))
}

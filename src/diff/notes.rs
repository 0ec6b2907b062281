//! What a reader or an author should know beside the changes.

use std::ops::Range;

use super::index::Shape;
use super::memory::TextMemory;
use super::model::{Change, Entry, Inside, Note, Op, Remark, Side};
use super::{displaced, passages, references};
use crate::language::LanguageCode;
use crate::language::counting::leading_count;
use crate::markdown::tree::{Block, BlockKind, Tree};

/// The notes on a comparison.
pub(super) fn find(
    entries: &[Entry<'_>],
    changes: &[Change],
    (new, of_new): (&Tree, &TextMemory),
    language: &LanguageCode,
) -> Vec<Note> {
    let mut notes: Vec<Note> = typography(entries).into_iter().collect();
    let miscounts = of_new.miscounts(|| miscounts(new, language));
    notes.extend_from_slice(miscounts);
    notes.extend(references::stale(entries, changes, language));
    notes.extend(displaced::find(changes));
    notes
}

/// That a text is compared in less detail from a place on.
pub(super) fn less_detail(span: Range<usize>) -> Note {
    Note {
        what: Remark::Coarse,
        side: Side::New,
        span,
    }
}

/// One note for all places where quotes alone changed, at the first of them.
fn typography(entries: &[Entry<'_>]) -> Option<Note> {
    let mut places = 0;
    let mut first = None;
    count_typography(entries, &mut |block| {
        places += 1;
        first.get_or_insert_with(|| block.span.clone());
    });
    first.map(|span| Note {
        what: Remark::Typography { places },
        side: Side::New,
        span,
    })
}

fn count_typography(entries: &[Entry<'_>], visit: &mut dyn FnMut(&Block)) {
    for entry in entries {
        match &entry.inside {
            Inside::Entries(inside) => count_typography(inside, visit),
            Inside::Words(words) => {
                let typographic = words.edits.iter().filter(|edit| edit.typographic);
                for _ in typographic.filter(|edit| edit.op == Op::Insert) {
                    if let Some(block) = entry.new.first() {
                        visit(block);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Headings that count what the one list below them does not have.
fn miscounts(tree: &Tree, language: &LanguageCode) -> Vec<Note> {
    let mut notes = Vec::new();
    for (at, block) in tree.blocks.iter().enumerate() {
        let BlockKind::Heading { shown, .. } = block.kind else {
            continue;
        };
        // Few sections have one list, and to find out whether a heading counts takes longer.
        let Some(found) = counted(section_below(&tree.blocks[at + 1..], shown)) else {
            continue;
        };
        let heading = passages::leaf_text(block);
        if let Some((_, stated)) = leading_count(language, &heading)
            && found != stated
        {
            notes.push(Note {
                what: Remark::CountMismatch { stated, found },
                side: Side::New,
                span: block.span.clone(),
            });
        }
    }
    notes
}

fn section_below(blocks: &[Block], level: u8) -> &[Block] {
    let ends = |block: &Block| match block.kind {
        BlockKind::Heading { shown, .. } => shown <= level,
        BlockKind::Footnote { .. } => true,
        _ => false,
    };
    let end = blocks.iter().position(ends).unwrap_or(blocks.len());
    &blocks[..end]
}

/// How many items the one list of a section has; nothing for a section with several lists, or with
/// headings of its own, which may be what is counted.
fn counted(section: &[Block]) -> Option<u64> {
    let has_headings = section
        .iter()
        .any(|block| Shape::of(block) == Shape::Heading);
    let mut lists = section
        .iter()
        .filter(|block| Shape::of(block) == Shape::List);
    let list = lists.next()?;
    (!has_headings && lists.next().is_none()).then_some(list.children.len() as u64)
}

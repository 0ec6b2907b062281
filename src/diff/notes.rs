//! What a reader or an author should know beside the changes.

use std::ops::Range;

use super::html_words::html_of;
use super::index::Shape;
use super::memory::KnownText;
use super::model::{Change, Entry, Inside, Note, Remark, Side, leaves};
use super::numbering::Sequences;
use super::pieces::text_between;
use super::words::have_same_signs;
use super::{displaced, other_footnotes, passages, references};
use crate::language::LanguageCode;
use crate::language::counting::leading_count;
use crate::markdown::tree::{Block, BlockKind, Tree};

/// The notes on a comparison.
pub(super) fn find(
    entries: &[Entry<'_>],
    changes: &[Change],
    old: &Tree,
    new: KnownText<'_, '_>,
    sequences: &Sequences,
    language: &LanguageCode,
) -> Vec<Note> {
    let mut notes: Vec<Note> = typography(entries).collect();
    let miscounts = new.miscounts(|tree| miscounts(tree, language));
    notes.extend_from_slice(miscounts);
    notes.extend(references::stale(
        entries,
        changes,
        (old, new.tree),
        sequences,
        language,
    ));
    notes.extend(displaced::find(changes));
    notes.extend(other_footnotes::find(entries, old, new.tree));
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

/// One note for all places where quotes alone changed, at the first of them, and one for those where accents are
/// composed in another way.
fn typography(entries: &[Entry<'_>]) -> impl Iterator<Item = Note> {
    let (mut quotes, mut accents) = (Places::default(), Places::default());
    visit_typography(entries, &mut |block, have_same_signs| {
        let places = if have_same_signs {
            &mut accents
        } else {
            &mut quotes
        };
        places.add(block);
    });
    let quotes = quotes.note(|places| Remark::Typography { places });
    let accents = accents.note(|places| Remark::Composition { places });
    quotes.into_iter().chain(accents)
}

/// How many places there are of a kind, and the first of them.
#[derive(Default)]
struct Places {
    count: usize,
    first: Option<Range<usize>>,
}

impl Places {
    fn add(&mut self, block: &Block) {
        self.count += 1;
        self.first.get_or_insert_with(|| block.span.clone());
    }

    fn note(self, what: impl FnOnce(usize) -> Remark) -> Option<Note> {
        self.first.map(|span| Note {
            what: what(self.count),
            side: Side::New,
            span,
        })
    }
}

/// Visits the blocks of words that are typeset in another way, with whether the words have the same signs even so.
fn visit_typography(entries: &[Entry<'_>], visit: &mut dyn FnMut(&Block, bool)) {
    for entry in entries {
        match (&entry.inside, entry.new.first()) {
            (Inside::Entries(inside), _) => visit_typography(inside, visit),
            (Inside::Words(words), Some(block)) => {
                let mut typographic = words.edits.iter().filter(|edit| edit.typographic);
                while let (Some(gone), Some(come)) = (typographic.next(), typographic.next()) {
                    let before = text_between(&leaves(&entry.old), &gone.old);
                    let after = text_between(&leaves(&entry.new), &come.new);
                    visit(block, have_same_signs(&before, &after));
                }
            }
            (Inside::Html(edits), Some(block)) => {
                let [old, new] = [&entry.old, &entry.new].map(|blocks| html_of(blocks.first()));
                let mut typographic = edits.iter().filter(|edit| edit.typographic);
                while let (Some(gone), Some(come)) = (typographic.next(), typographic.next()) {
                    let (before, after) = (&old[gone.old.clone()], &new[come.new.clone()]);
                    visit(block, have_same_signs(before, after));
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

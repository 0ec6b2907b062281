//! Two block trees → what changed from one to the other.
//!
//! What the reader is owed, in this order: no change goes unshown; what belongs together is paired; as
//! little as possible is marked.
//!
//! 1. [`index`] lays each tree out with fingerprints of words, formatting and attributes; [`memory`]
//!    keeps what is known of texts and blocks for the document's next comparison, as far as there is room
//!    ([`kept`]).
//! 2. The titles are a pair ([`titles`]). [`align`] pairs the other blocks: what is the same and alone
//!    in being so holds ([`anchors`], [`reserved`]), what stands under other headings is another ([`headed`]),
//!    what lies between is aligned by likeness ([`gap`],
//!    [`likeness`]: by the words of [`bags`], numbered in a [`vocabulary`]), and lists and tables
//!    ([`table`]) within as the text itself.
//! 3. [`entries`] makes the merged text of it; words are compared in [`edits`], formatting and levels
//!    in [`attributes`].
//! 4. [`moves`] finds what only stands elsewhere; [`settle`] pairs what took another's place; [`parted`] puts
//!    together the parts of a paragraph that headings came between; [`members`] finds what stands unchanged in a
//!    list or table that was put together anew.
//! 5. [`proof`] holds the merged text against both trees.
//! 6. [`changes`] lists the changes, [`numbering`] and [`flags`] say what they mean, [`notes`] what is to be
//!    known beside them ([`displaced`]: sentences that stand elsewhere now; [`other_footnotes`]), and [`origins`] which part of
//!    the old text each part of the new one is.
//!
//! Work is bounded by counting, never by the clock, so that a comparison is the same on every machine.

mod align;
mod anchors;
mod attributes;
mod bags;
mod blocks;
pub mod cell_names;
mod changes;
mod coarse;
mod code;
mod columns;
mod containers;
mod displaced;
mod edits;
mod entries;
mod fingerprint;
mod flags;
mod flow;
mod footnotes;
mod gap;
mod headed;
pub mod html;
mod html_words;
mod index;
pub mod json;
mod kept;
mod likeness;
mod members;
mod memory;
mod mention;
mod model;
mod moves;
mod notes;
mod numbering;
mod ordinals;
mod origins;
mod other_footnotes;
mod parted;
mod passages;
mod pieces;
mod proof;
mod quoting;
mod rarity;
mod references;
mod regrouping;
mod reserved;
mod sequence;
mod settle;
mod sighting;
mod table;
pub mod terminal;
mod titles;
mod vocabulary;
mod word_count;
mod words;

pub use blocks::Blocks;
pub use model::{
    Attribute, AttributeChange, Change, Comparison, Counts, Edit, Entry, Flag, Format,
    FormatChange, HtmlEdit, Inside, Kind, LineEdit, Node, Note, OneFormat, Op, Pair, Passage,
    Point, Relation, Remark, Side, TextEdit, Words, leaves,
};

pub use memory::{BlockMemory, KnownText, TextMemory};
pub use mention::Mentions;
pub use origins::{Origin, parts};
pub use pieces::{Piece, piece_text, pieces};

use crate::language::LanguageCode;
use crate::markdown::tree::Tree;
use align::Aligner;
use footnotes::Footnotes;
use likeness::Likenesses;
use numbering::Sequences;

/// Compares two texts of one language.
pub fn compare<'a>(old: &'a Tree, new: &'a Tree, language: &LanguageCode) -> Comparison<'a> {
    let [of_old, of_new] = [TextMemory::default(), TextMemory::default()];
    let old = KnownText {
        tree: old,
        memory: &of_old,
    };
    let new = KnownText {
        tree: new,
        memory: &of_new,
    };
    compare_again(old, new, &BlockMemory::default(), language)
}

/// Compares two texts of one language, of which each may have been compared before, as others of its
/// document: what was found out then is in the memories and is not worked out again.
pub fn compare_again<'a>(
    old: KnownText<'a, '_>,
    new: KnownText<'a, '_>,
    of_blocks: &BlockMemory,
    language: &LanguageCode,
) -> Comparison<'a> {
    let footnotes = Footnotes::new(old.tree, new.tree);
    let unknown = [TextMemory::default(), TextMemory::default()];
    let (old, new) = (old.or_unknown(&unknown[0]), new.or_unknown(&unknown[1]));
    let old_index = old.index(Side::Old, &footnotes);
    let new_index = new.index(Side::New, &footnotes);
    let sequences = Sequences {
        old: old.sequence(language),
        new: new.sequence(language),
    };
    let likenesses = Likenesses::new(
        (&old_index, old),
        (&new_index, new),
        language,
        (&footnotes, &sequences),
        of_blocks,
    );
    let aligner = Aligner::new(likenesses);
    let mut entries = merged(&aligner);
    let fallbacks = if proof::holds(&entries, old.tree, new.tree) {
        0
    } else {
        proof::fall_back(&mut entries, old.tree, new.tree)
    };
    let mut changes = changes::list(&mut entries, sequences.clone());
    flags::set(&mut changes, &sequences, language, of_blocks);
    let mut notes = notes::find(&entries, &changes, old.tree, new, &sequences, language);
    notes.extend(aligner.less_detail().map(notes::less_detail));
    notes.sort_by_key(|note| (note.side, note.span.start));
    let counts = changes::count(&changes);
    Comparison {
        entries,
        changes,
        counts,
        notes,
        fallbacks,
    }
}

/// The merged text; footnotes after all else.
fn merged<'a>(aligner: &Aligner<'_, 'a>) -> Vec<Entry<'a>> {
    let (old, new) = (aligner.old(), aligner.new_side());
    let (old_text, old_footnotes) = old.text_and_footnotes();
    let (new_text, new_footnotes) = new.text_and_footnotes();
    let mut entries = match (old_text, new_text) {
        ([old_title, old_rest @ ..], [new_title, new_rest @ ..])
            if titles::are_counterparts(aligner, *old_title, *new_title) =>
        {
            let mut entries = vec![entries::pair(aligner, *old_title, *new_title)];
            entries.extend(entries::build(aligner, old_rest, new_rest));
            entries
        }
        _ => entries::build(aligner, old_text, new_text),
    };
    entries.extend(entries::build(aligner, old_footnotes, new_footnotes));
    let moves = moves::find(aligner, &mut entries);
    settle::settle(aligner, &mut entries);
    parted::find(aligner, &mut entries);
    members::find(aligner, &mut entries, moves);
    entries
}

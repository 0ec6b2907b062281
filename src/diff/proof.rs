//! The proof of a comparison: accepting all changes gives the new text, rejecting all gives the old,
//! and everything that differs is marked.
//!
//! The merged text is walked twice. What each walk yields is held against the tree itself, block by
//! block and word by word, with nothing taken from the fingerprints that the alignment used. Where an
//! entry at the top does not stand the proof, its blocks are shown whole, before and after.

use std::collections::BTreeMap;
use std::ops::Range;

use super::blocks::Blocks;
use super::html_words::{self, html_of};
use super::index::Shape;
use super::model::{Attribute, Edit, Entry, Inside, LineEdit, Op, Point, Relation, Side, leaves};
use super::pieces::parts_between;
use crate::markdown::tree::{Block, BlockKind, Content, Inline, Mark, Tree};

/// Whether a merged text stands for both of its texts.
pub(super) fn holds(entries: &[Entry<'_>], old: &Tree, new: &Tree) -> bool {
    covers(entries, old, Side::Old)
        && covers(entries, new, Side::New)
        && entries.iter().all(entry_holds)
        && moves_hold(entries)
}

/// Whether each move has one old place and one new one, for the same blocks.
fn moves_hold(entries: &[Entry<'_>]) -> bool {
    let mut away = BTreeMap::new();
    let mut here = BTreeMap::new();
    collect_moves(entries, &mut away, &mut here);
    away == here
}

type Moves = BTreeMap<usize, Vec<*const Block>>;

fn collect_moves(entries: &[Entry<'_>], away: &mut Moves, here: &mut Moves) {
    for entry in entries {
        let old = || {
            entry
                .old
                .iter()
                .map(|block| std::ptr::from_ref(*block))
                .collect()
        };
        match entry.relation {
            Relation::MovedAway(number) => away.insert(number, old()),
            Relation::MovedHere(number) => here.insert(number, old()),
            _ => None,
        };
        if let Inside::Entries(inside) = &entry.inside {
            collect_moves(inside, away, here);
        }
    }
}

/// Whether what one side has of the entries is that side's text, each block once and in order.
fn covers(entries: &[Entry<'_>], tree: &Tree, side: Side) -> bool {
    are_same(side_blocks(entries, side), &tree.blocks)
}

/// Whether blocks are these very ones, in this order.
fn are_same<'a>(
    found: impl Iterator<Item = &'a Block>,
    expected: impl IntoIterator<Item = &'a Block>,
) -> bool {
    let expected = expected.into_iter().map(std::ptr::from_ref);
    found.map(std::ptr::from_ref).eq(expected)
}

/// The blocks that one side has of some entries, in its own order.
fn side_blocks<'e, 'a>(
    entries: &'e [Entry<'a>],
    side: Side,
) -> impl Iterator<Item = &'a Block> + use<'e, 'a> {
    entries
        .iter()
        .flat_map(move |entry| match (side, entry.relation) {
            // What moved stands, for the old text, at its old place.
            (Side::Old, Relation::MovedHere(_)) | (Side::New, Relation::MovedAway(_)) => &[],
            (Side::Old, _) => &*entry.old,
            (Side::New, _) => &*entry.new,
        })
        .copied()
}

/// Whether an entry shows all that its blocks say, and marks all in which they differ.
pub(super) fn entry_holds(entry: &Entry<'_>) -> bool {
    let whole_sides = match entry.relation {
        Relation::Added => entry.old.is_empty() && !entry.new.is_empty(),
        Relation::Removed | Relation::MovedAway(_) => entry.new.is_empty() && !entry.old.is_empty(),
        _ => !entry.old.is_empty() && !entry.new.is_empty(),
    };
    whole_sides
        && match &entry.inside {
            Inside::Blocks => match entry.relation {
                Relation::Added | Relation::Removed | Relation::MovedAway(_) => true,
                _ => blocks_hold(entry),
            },
            Inside::BeforeAfter => entry.relation != Relation::Added,
            Inside::Words(words) => words_hold(entry, &words.edits),
            Inside::Lines(lines) => lines_hold(entry, lines),
            Inside::Html(edits) => {
                let [old, new] = [&entry.old, &entry.new].map(|blocks| html_of(blocks.first()));
                html_words::hold(old, new, edits) && tells_addresses(entry)
            }
            Inside::Entries(inside) => inside_holds(entry, inside),
        }
}

/// Two blocks shown once: they are the same, or the same but for attributes that are listed.
fn blocks_hold(entry: &Entry<'_>) -> bool {
    entry.old.len() == entry.new.len()
        && entry
            .old
            .iter()
            .zip(&entry.new)
            .all(|(old, new)| is_same(old, new, !entry.attributes.is_empty()))
}

/// Whether what changed in the tags around words of raw HTML is listed.
fn tells_addresses(entry: &Entry<'_>) -> bool {
    let both = entry.old.first().zip(entry.new.first());
    both.is_some_and(|(old, new)| super::attributes::of_blocks(old, new) == entry.attributes)
}

fn inside_holds(entry: &Entry<'_>, inside: &[Entry<'_>]) -> bool {
    let side = |blocks: &[&Block], side: Side| {
        let found = side_blocks(inside, side);
        if entry.is_section() {
            are_same(found, blocks.iter().copied())
        } else if entry.relation == Relation::Regrouped {
            are_same(found, contents(blocks))
        } else {
            are_same(found, blocks.iter().flat_map(|block| &block.children))
        }
    };
    let own = entry.is_section()
        || entry.relation == Relation::Regrouped
        || entry
            .old
            .iter()
            .zip(&entry.new)
            .all(|(old, new)| has_same_frame(old, new, !entry.attributes.is_empty()));
    let old = entry.old.is_empty() || side(&entry.old, Side::Old);
    let new = entry.new.is_empty() || side(&entry.new, Side::New);
    own && old && new && inside.iter().all(entry_holds)
}

/// Blocks with the contents of containers in the containers' places.
fn contents<'a>(blocks: &[&'a Block]) -> Vec<&'a Block> {
    let mut contents = Vec::new();
    for &block in blocks {
        if Shape::of(block).is_open() {
            contents.extend(&block.children);
        } else {
            contents.push(block);
        }
    }
    contents
}

/// Edits cover all words of both sides in order, and what they call equal is.
fn words_hold(entry: &Entry<'_>, edits: &[Edit]) -> bool {
    let (old, new) = (leaves(&entry.old), leaves(&entry.new));
    let mut old_at = Point::default();
    let mut new_at = Point::default();
    for edit in edits {
        let has_old = edit.op != Op::Insert;
        let has_new = edit.op != Op::Delete;
        let skips =
            |leaves: &[&Block], from: Point, to: Point| from > to || !is_blank(leaves, &(from..to));
        if has_old && skips(&old, old_at, edit.old.start)
            || has_new && skips(&new, new_at, edit.new.start)
        {
            return false;
        }
        old_at = if has_old { edit.old.end } else { old_at };
        new_at = if has_new { edit.new.end } else { new_at };
        if edit.op == Op::Equal && !is_equal_text(&old, &new, edit) {
            return false;
        }
    }
    let rest = |leaves: &[&Block], from: Point| {
        let end = Point {
            leaf: leaves.len().saturating_sub(1) as u32,
            inline: leaves.last().map_or(0, |leaf| leaf.inlines.len()) as u32,
            byte: 0,
        };
        leaves.is_empty() || is_blank(leaves, &(from..end))
    };
    rest(&old, old_at) && rest(&new, new_at) && formats_hold(entry, &old, &new, edits)
}

/// Whether there is nothing but white space between two places.
fn is_blank(leaves: &[&Block], range: &Range<Point>) -> bool {
    parts_between(leaves, range).all(|part| part.trim_start().is_empty())
}

fn is_equal_text(old: &[&Block], new: &[&Block], edit: &Edit) -> bool {
    let before = || parts_between(old, &edit.old);
    let after = || parts_between(new, &edit.new);
    let is_sign = |next: &char| !next.is_whitespace();
    before().eq(after())
        || before()
            .flat_map(str::chars)
            .filter(is_sign)
            .eq(after().flat_map(str::chars).filter(is_sign))
}

/// What of the marks around words an entry tells by its attributes.
struct TellsMarks {
    links: bool,
    formatting: bool,
}

impl TellsMarks {
    const NOTHING: TellsMarks = TellsMarks {
        links: false,
        formatting: false,
    };

    fn of(entry: &Entry<'_>) -> Self {
        let tells = |names: &[Attribute]| {
            let mut attributes = entry.attributes.iter();
            attributes.any(|attribute| names.contains(&attribute.name))
        };
        TellsMarks {
            links: tells(&[Attribute::Link, Attribute::Image, Attribute::Title]),
            formatting: tells(&[Attribute::Formatting]),
        }
    }
}

/// Where words that stay lie in another link or under other formatting, some attribute says so. That the words are
/// equal is known.
fn formats_hold<'b>(
    entry: &Entry<'_>,
    old: &[&'b Block],
    new: &[&'b Block],
    edits: &[Edit],
) -> bool {
    let told = TellsMarks::of(entry);
    edits
        .iter()
        .filter(|edit| edit.op == Op::Equal)
        .all(|edit| {
            let leaf =
                |leaves: &[&'b Block], range: &Range<Point>| leaves[range.start.leaf as usize];
            let (before, after) = (leaf(old, &edit.old), leaf(new, &edit.new));
            are_plain(before, &edit.old) && are_plain(after, &edit.new)
                || marks(before, &edit.old, &told) == marks(after, &edit.new, &told)
        })
}

/// Whether a stretch lies in one leaf, and has words without any formatting and nothing else.
fn are_plain(leaf: &Block, range: &Range<Point>) -> bool {
    let is_plain = |inline: &Inline| {
        let content = &inline.content;
        inline.marks.is_empty()
            && matches!(
                content,
                Content::Text(_) | Content::SoftBreak | Content::HardBreak
            )
    };
    let mut pieces = super::pieces::pieces(leaf, range);
    range.start.leaf == range.end.leaf && pieces.all(|piece| is_plain(&leaf.inlines[piece.inline]))
}

/// What is not told of the marks around each character between two places, white space aside, in stretches.
fn marks(leaf: &Block, range: &Range<Point>, told: &TellsMarks) -> Vec<(String, usize)> {
    let mut stretches: Vec<(String, usize)> = Vec::new();
    for piece in super::pieces::pieces(leaf, range) {
        let inline = &leaf.inlines[piece.inline];
        let text = super::pieces::piece_text(leaf, &piece);
        let length = match inline.content {
            Content::Text(_) | Content::Code(_) => {
                text.chars().filter(|next| !next.is_whitespace()).count()
            }
            Content::SoftBreak | Content::HardBreak => 0,
            _ => 1,
        };
        if length == 0 {
            continue;
        }
        let marks = marks_of(leaf, inline, told);
        match stretches.last_mut() {
            Some(last) if last.0 == marks => last.1 += length,
            _ => stretches.push((marks, length)),
        }
    }
    stretches
}

fn marks_of(leaf: &Block, inline: &Inline, told: &TellsMarks) -> String {
    let is_told = |mark: &&Mark| match mark {
        Mark::Link { .. } => told.links,
        _ => told.formatting,
    };
    let marks = inline.marks.iter().map(|&mark| &leaf.marks[mark]);
    let mut marks: Vec<String> = marks
        .filter(|mark| !is_told(mark))
        .map(|mark| format!("{mark:?}"))
        .collect();
    marks.sort_unstable();
    marks.dedup();
    match &inline.content {
        Content::Code(_) if !told.formatting => marks.push("code".to_owned()),
        Content::Image { target, title, .. } if !told.links => {
            marks.push(format!("{target:?} {title:?}"));
        }
        _ => {}
    }
    marks.join(" ")
}

fn lines_hold(entry: &Entry<'_>, edits: &[LineEdit]) -> bool {
    let lines = |blocks: &[&Block]| match blocks.first().map(|block| &block.kind) {
        Some(BlockKind::Code { text, .. }) => text.lines().map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let (old, new): (Vec<String>, Vec<String>) = (lines(&entry.old), lines(&entry.new));
    let (mut old_at, mut new_at) = (0, 0);
    for edit in edits {
        if edit.op != Op::Insert {
            if edit.old.start != old_at || edit.old.end > old.len() {
                return false;
            }
            old_at = edit.old.end;
        }
        if edit.op != Op::Delete {
            if edit.new.start != new_at || edit.new.end > new.len() {
                return false;
            }
            new_at = edit.new.end;
        }
        if edit.op == Op::Equal && old[edit.old.clone()] != new[edit.new.clone()] {
            return false;
        }
    }
    old_at == old.len() && new_at == new.len()
}

/// Whether two blocks are of one kind and agree in what is not their contents; numbers of items
/// aside, whose changes are folded.
fn has_same_frame(old: &Block, new: &Block, attributes_listed: bool) -> bool {
    if Shape::of(old) != Shape::of(new) {
        return false;
    }
    attributes_listed || super::attributes::of_blocks(old, new).is_empty()
}

/// Whether two blocks say the same, all below them included.
fn is_same(old: &Block, new: &Block, attributes_listed: bool) -> bool {
    let content = match (&old.kind, &new.kind) {
        (BlockKind::Code { text: a, .. }, BlockKind::Code { text: b, .. }) => a == b,
        (BlockKind::Html { html: a, .. }, BlockKind::Html { html: b, .. }) => a.trim() == b.trim(),
        _ => is_same_line(old, new),
    };
    has_same_frame(old, new, attributes_listed)
        && content
        && old.children.len() == new.children.len()
        && old
            .children
            .iter()
            .zip(&new.children)
            .all(|(old, new)| is_same(old, new, false))
}

fn is_same_line(old: &Block, new: &Block) -> bool {
    let is_written_alike = old.marks == new.marks
        && old.inlines.len() == new.inlines.len()
        && old
            .inlines
            .iter()
            .zip(&new.inlines)
            .all(|(old, new)| old.content == new.content && old.marks == new.marks);
    if is_written_alike {
        return true;
    }
    let whole = |leaf: &Block| {
        let end = Point {
            leaf: 0,
            inline: leaf.inlines.len() as u32,
            byte: 0,
        };
        Point::default()..end
    };
    let edit = Edit {
        op: Op::Equal,
        old: whole(old),
        new: whole(new),
        typographic: false,
    };
    let told = TellsMarks::NOTHING;
    is_equal_text(&[old], &[new], &edit)
        && marks(old, &edit.old, &told) == marks(new, &edit.new, &told)
}

/// Shows whole, before and after, what the proof does not hold for. Gives how often.
pub(super) fn fall_back<'a>(entries: &mut Vec<Entry<'a>>, old: &'a Tree, new: &'a Tree) -> usize {
    if !covers(entries, old, Side::Old) || !covers(entries, new, Side::New) {
        let removed = old.blocks.iter().map(removed);
        *entries = removed.chain(new.blocks.iter().map(added)).collect();
        return 1;
    }
    let (held, failed): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry_holds(entry));
    let fallbacks = failed.len();
    let (mut away, mut here) = (Moves::new(), Moves::new());
    collect_moves_of(&held, &mut away, &mut here);
    let is_whole = |number: usize| away.get(&number) == here.get(&number);
    let mut proven = Vec::with_capacity(entries.len());
    for mut entry in std::mem::take(entries) {
        if entry_holds(&entry) {
            undo_moves(std::slice::from_mut(&mut entry), &is_whole);
            proven.push(entry);
            continue;
        }
        let is_new_place = matches!(entry.relation, Relation::MovedHere(_));
        let gone = entry.old.iter().filter(|_| !is_new_place);
        proven.extend(gone.map(|block| removed(block)));
        proven.extend(entry.new.iter().map(|block| added(block)));
    }
    *entries = proven;
    fallbacks.max(1)
}

fn collect_moves_of(entries: &[&Entry<'_>], away: &mut Moves, here: &mut Moves) {
    for entry in entries {
        collect_moves(std::slice::from_ref(*entry), away, here);
    }
}

/// Takes back the moves that have lost one of their places.
fn undo_moves(entries: &mut [Entry<'_>], is_whole: &dyn Fn(usize) -> bool) {
    for entry in entries {
        match entry.relation {
            Relation::MovedAway(number) if !is_whole(number) => {
                entry.relation = Relation::Removed;
            }
            Relation::MovedHere(number) if !is_whole(number) => {
                entry.relation = Relation::Added;
                entry.old = Blocks::default();
                entry.attributes.clear();
                entry.inside = Inside::Blocks;
            }
            _ => {}
        }
        if let Inside::Entries(inside) = &mut entry.inside {
            undo_moves(inside, is_whole);
        }
    }
}

fn removed(block: &Block) -> Entry<'_> {
    alone(block.into(), Blocks::default(), Relation::Removed)
}

fn added(block: &Block) -> Entry<'_> {
    alone(Blocks::default(), block.into(), Relation::Added)
}

fn alone<'a>(old: Blocks<'a>, new: Blocks<'a>, relation: Relation) -> Entry<'a> {
    Entry {
        old,
        new,
        relation,
        inside: Inside::Blocks,
        attributes: Vec::new(),
        change: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::compare;
    use crate::language::LanguageCode;
    use crate::markdown::{ParseOptions, parse};
    use crate::source::Source;

    fn tree(text: &str) -> Tree {
        let source = Source::new("en.md", text);
        parse(&source, 0, None, &ParseOptions::default()).tree
    }

    #[test]
    fn a_link_that_is_told_excuses_no_formatting_that_is_not() {
        let old = tree("# T\n\n**Ask** [your manager](a) first.\n");
        let new = tree("# T\n\nAsk [your manager](b) first.\n");
        let english = LanguageCode::parse("en").unwrap();
        let comparison = compare(&old, &new, &english);
        assert!(holds(&comparison.entries, &old, &new));
        for untold in [Attribute::Formatting, Attribute::Link] {
            let mut entries = comparison.entries.clone();
            for entry in &mut entries {
                entry.attributes.retain(|told| told.name != untold);
            }
            assert!(!holds(&entries, &old, &new), "{untold:?}");
        }
    }
}

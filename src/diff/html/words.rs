//! Words that stayed, went and came, under their marks.

use std::ops::Range;

use super::Page;
use super::pictures::Pictures;
use crate::diff::code;
use crate::diff::html_words::html_of;
use crate::diff::index::Shape;
use crate::diff::model::{Edit, Entry, HtmlEdit, LineEdit, Op, Words, holds_words, leaves};
use crate::diff::pieces::{Piece, piece_text, pieces};
use crate::markdown::tree::{Block, BlockKind, Content, Mark};

/// A stretch of one leaf on the page.
pub(super) struct Stretch<'p> {
    pub op: Op,
    typographic: bool,
    pub leaf: &'p Block,
    pub pieces: Vec<Piece>,
}

impl<'p> Stretch<'p> {
    pub fn marks(&self, piece: &Piece) -> Vec<&'p Mark> {
        let leaf = self.leaf;
        let inline = &leaf.inlines[piece.inline];
        inline
            .marks
            .iter()
            .filter_map(|&mark| leaf.marks.get(mark))
            .collect()
    }

    fn first_marks(&self) -> Vec<&'p Mark> {
        self.pieces
            .first()
            .map(|piece| self.marks(piece))
            .unwrap_or_default()
    }

    fn last_marks(&self) -> Vec<&'p Mark> {
        self.pieces
            .last()
            .map(|piece| self.marks(piece))
            .unwrap_or_default()
    }

    /// The marks that lie over all of it.
    fn common_marks(&self) -> Vec<&'p Mark> {
        let mut each = self.pieces.iter().map(|piece| self.marks(piece));
        let first = each.next().unwrap_or_default();
        each.fold(first, |common, marks| shared(&common, &marks))
    }
}

/// The outermost marks that two places share.
fn shared<'p>(one: &[&'p Mark], other: &[&'p Mark]) -> Vec<&'p Mark> {
    let alike = one.iter().zip(other).take_while(|(a, b)| a == b);
    alike.map(|(mark, _)| *mark).collect()
}

impl<'p> Page<'p> {
    /// The new blocks of an entry with the words of both sides in their leaves.
    pub(super) fn words(&mut self, entry: &'p Entry<'p>, words: &'p Words, attributes: &str) {
        let mut stretches = stretches_of_leaves(entry, words);
        for (at, &block) in entry.new.iter().enumerate() {
            let attributes = if at == 0 { attributes } else { "" };
            self.words_block(entry, block, attributes, &mut stretches);
        }
    }

    /// One of the blocks; `stretches` are those of its leaves and of all that follow.
    pub(super) fn words_block(
        &mut self,
        entry: &'p Entry<'p>,
        block: &'p Block,
        attributes: &str,
        stretches: &mut Stretches<'p>,
    ) {
        self.open(block, attributes);
        self.label_if(!attributes.is_empty(), entry);
        if holds_words(block) {
            self.line(&stretches.next().unwrap_or_default());
        }
        for child in &block.children {
            self.words_block(entry, child, "", stretches);
        }
        self.writer.close(block);
    }

    fn line(&mut self, stretches: &[Stretch<'p>]) {
        let pictures = Pictures::of(stretches, &self.links);
        let mut open: Vec<&'p Mark> = Vec::new();
        for (at, stretch) in stretches.iter().enumerate() {
            if stretch.op == Op::Equal {
                self.pieces(stretch, &pictures);
                open = stretch.last_marks();
                continue;
            }
            let common = stretch.common_marks();
            let before = shared(&common, &open);
            let after = stretches[at + 1..]
                .iter()
                .find(|next| next.op == Op::Equal)
                .map(|next| shared(&common, &next.first_marks()))
                .unwrap_or_default();
            let outer = if after.len() > before.len() {
                after
            } else {
                before
            };
            self.writer.marks_to(&outer);
            self.changed(stretch, &outer, &pictures);
            open = outer;
        }
        self.writer.marks_to(&[]);
    }

    fn changed(&mut self, stretch: &Stretch<'p>, outer: &[&'p Mark], pictures: &Pictures<'p>) {
        let tag = match stretch.op {
            Op::Delete => "del",
            _ => "ins",
        };
        self.start_mark(tag, stretch.op, stretch.typographic);
        if stretch.op == Op::Delete {
            self.without_ids(|page| page.pieces(stretch, pictures));
        } else {
            self.pieces(stretch, pictures);
        }
        self.writer.marks_to(outer);
        self.end_mark(tag, stretch.op, stretch.typographic);
        self.described(pictures, stretch, outer);
    }

    fn start_mark(&mut self, tag: &str, op: Op, typographic: bool) {
        if typographic {
            self.writer
                .raw_parts(format_args!("<{tag} class=\"typographic\">"));
        } else {
            self.hidden(op, 0);
            self.start_tag(tag);
        }
    }

    fn end_mark(&mut self, tag: &str, op: Op, typographic: bool) {
        self.end_tag(tag);
        if !typographic {
            self.hidden(op, 1);
        }
    }

    /// What is heard before words that changed (0) and after them (1).
    fn hidden(&mut self, op: Op, end: usize) {
        let texts = match op {
            Op::Delete => &self.repeated.deletion,
            _ => &self.repeated.insertion,
        };
        self.writer.raw(&texts[end]);
    }

    fn pieces(&mut self, stretch: &Stretch<'p>, pictures: &Pictures<'p>) {
        for piece in &stretch.pieces {
            self.writer.marks_to(&stretch.marks(piece));
            if self.description(pictures, stretch, piece) {
                continue;
            }
            let content = &stretch.leaf.inlines[piece.inline].content;
            let text = piece_text(stretch.leaf, piece);
            match content {
                Content::Text(_) => self.writer.text(text),
                Content::Code(_) => {
                    self.writer.raw("<code>");
                    self.writer.text(text);
                    self.writer.raw("</code>");
                }
                content => self.writer.content(content),
            }
        }
    }

    /// A block of code, line by line.
    pub(super) fn lines(&mut self, entry: &'p Entry<'p>, edits: &[LineEdit]) {
        let (Some(&old), Some(&new)) = (entry.old.first(), entry.new.first()) else {
            return;
        };
        debug_assert_eq!(Shape::of(new), Shape::Code);
        self.open(new, "");
        for edit in edits {
            match edit.op {
                Op::Equal => self.code_lines(new, &edit.new),
                Op::Insert => self.wrapped("ins", |page| page.code_lines(new, &edit.new)),
                Op::Delete => self.wrapped("del", |page| page.code_lines(old, &edit.old)),
            }
        }
        self.writer.close(new);
    }

    /// A block of raw HTML, with the words between its tags.
    pub(super) fn html_words(&mut self, entry: &Entry<'_>, edits: &[HtmlEdit]) {
        let [old, new] = [&entry.old, &entry.new].map(|blocks| html_of(blocks.first()));
        for edit in edits {
            let (tag, html) = match edit.op {
                Op::Equal => {
                    self.writer.html(&new[edit.new.clone()]);
                    continue;
                }
                Op::Delete => ("del", &old[edit.old.clone()]),
                Op::Insert => ("ins", &new[edit.new.clone()]),
            };
            self.start_mark(tag, edit.op, edit.typographic);
            self.writer.raw(html);
            self.end_mark(tag, edit.op, edit.typographic);
        }
    }

    fn code_lines(&mut self, block: &Block, range: &Range<usize>) {
        let BlockKind::Code { text, .. } = &block.kind else {
            return;
        };
        for line in code::lines(text).get(range.clone()).unwrap_or_default() {
            self.writer.text(line);
            self.writer.raw("\n");
        }
    }
}

/// The stretches of each leaf of an entry's new blocks.
pub(super) type Stretches<'p> = std::vec::IntoIter<Vec<Stretch<'p>>>;

pub(super) fn stretches_of_leaves<'p>(entry: &'p Entry<'p>, words: &'p Words) -> Stretches<'p> {
    let old = leaves(&entry.old);
    let new = leaves(&entry.new);
    let mut stretches: Vec<Vec<Stretch<'p>>> = new.iter().map(|_| Vec::new()).collect();
    for edit in &words.edits {
        let leaf = edit.new.start.leaf as usize;
        if let Some(stretches) = stretches.get_mut(leaf) {
            stretches.push(stretch(&old, &new, edit));
        }
    }
    stretches.into_iter()
}

fn stretch<'p>(old: &[&'p Block], new: &[&'p Block], edit: &Edit) -> Stretch<'p> {
    let (leaves, range) = match edit.op {
        Op::Delete => (old, &edit.old),
        Op::Equal | Op::Insert => (new, &edit.new),
    };
    let leaf = leaves[range.start.leaf as usize];
    Stretch {
        op: edit.op,
        typographic: edit.typographic,
        leaf,
        pieces: pieces(leaf, range).collect(),
    }
}

//! The elements around a change: its id, its kinds, its label.

use super::{Label, Page};
use crate::diff::index::Shape;
use crate::diff::model::{Attribute, AttributeChange, Change, Entry, Kind, Relation};
use crate::markdown::tree::{Block, BlockKind};

/// Whether a block's own element stands for its change. Others get an element around them, so that
/// the label is no part of a heading, a table or code.
pub(super) fn takes_attributes(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Item | Shape::Row | Shape::Cell | Shape::Footnote | Shape::Term | Shape::Definition
    )
}

impl<'p> Page<'p> {
    /// `id`, `data-change` and, of a move, `data-moved-from`; nothing for what is no change.
    pub(super) fn change_attributes(&self, entry: &Entry<'_>) -> String {
        let Some(at) = entry.change else {
            return String::new();
        };
        let number = self.number(at);
        let mut attributes = "id=\"change-".to_owned();
        attributes += &number;
        attributes += "\" class=\"change\" data-change=\"";
        for (nth, kind) in self.changes[at].kinds.iter().enumerate() {
            attributes += if nth > 0 { " " } else { "" };
            attributes += kind.name();
        }
        attributes.push('"');
        if matches!(entry.relation, Relation::MovedHere(_)) {
            attributes += &format!(" data-moved-from=\"moved-{number}\"");
        }
        if is_whole(entry) {
            attributes += " data-whole";
        }
        attributes
    }

    /// `id` and `data-moved-from` of what moved with a change that stands before it; nothing for all else.
    pub(super) fn attributes_of_part(&self, entry: &Entry<'_>) -> String {
        let Relation::MovedHere(number) = entry.relation else {
            return String::new();
        };
        let part = self
            .change_of_move
            .get(&number)
            .map(|&part| self.number_of_part(part));
        part.map_or_else(String::new, |part| {
            format!("id=\"change-{part}\" data-moved-from=\"moved-{part}\"")
        })
    }

    /// An element around a change, with its label.
    pub(super) fn in_change(&mut self, entry: &'p Entry<'p>, write: impl FnOnce(&mut Self)) {
        let attributes = self.change_attributes(entry);
        self.writer.raw("<div ");
        self.writer.raw(&attributes);
        self.writer.raw(">\n");
        self.label_of(entry, "p");
        write(self);
        self.writer.raw("</div>\n");
    }

    pub(super) fn label_if(&mut self, wanted: bool, entry: &Entry<'_>) {
        if wanted {
            self.label_of(entry, "span");
        }
    }

    /// The label of an entry's change, in an element of its own.
    pub(super) fn label_of(&mut self, entry: &Entry<'_>, tag: &str) {
        let Some(at) = entry.change else { return };
        self.writer.raw("<");
        self.writer.raw(tag);
        self.writer.raw(" class=\"change-label\" data-aside>");
        let changes = self.changes;
        let change = &changes[at];
        for (nth, label) in self.texts(change).into_iter().enumerate() {
            if nth > 0 {
                self.writer.raw(" ");
            }
            let moved = nth == 0 && change.kinds.contains(&Kind::Moved);
            if moved {
                let number = self.number(at);
                self.writer
                    .raw_parts(format_args!("<a href=\"#moved-{number}\">"));
                self.writer.text(&label);
                self.writer.raw("</a>");
            } else {
                self.writer.raw("<span>");
                self.writer.text(&label);
                self.writer.raw("</span>");
            }
        }
        let flags = change.flags.iter();
        for flag in flags.filter_map(|flag| self.labels.flag(*flag)) {
            self.writer.raw(" <span class=\"flag\">");
            self.writer.text(&flag);
            self.writer.raw("</span>");
        }
        self.steps(at);
        self.end_tag(tag);
        self.writer.raw(" ");
    }

    /// The ways to the change before and the one after.
    fn steps(&mut self, at: usize) {
        let before = at.checked_sub(1);
        let after = Some(at + 1).filter(|&after| after < self.changes.len());
        for (to, end) in [before, after].into_iter().zip(&self.repeated.steps) {
            let Some(to) = to else { continue };
            self.writer.raw(" <a class=\"step\" href=\"#change-");
            self.writer.raw(&self.number(to));
            self.writer.raw("\"");
            self.writer.raw(end);
        }
    }

    /// A label that leads to the element of a change.
    pub(super) fn link_label(&mut self, label: &str, change: usize) {
        self.writer.raw_parts(format_args!(
            "<a class=\"change-label\" href=\"#change-{}\" data-aside>",
            self.number(change)
        ));
        self.writer.text(label);
        self.writer.raw("</a>");
    }

    /// What a change's label says, the move first.
    fn texts(&self, change: &Change) -> Vec<String> {
        let mut texts = Vec::new();
        if change.kinds.contains(&Kind::Moved) {
            let from = change.heading_before();
            texts.push(self.labels.label(&Label::MovedHere { from }));
        }
        let says_type = |attribute: &AttributeChange| attribute.name == Attribute::Type;
        for &kind in &change.kinds {
            let told_otherwise = match kind {
                Kind::Moved
                | Kind::Relevelled
                | Kind::Relinked
                | Kind::Restyled
                | Kind::Renumbered => true,
                Kind::Retyped => change.attributes.iter().any(says_type),
                _ => false,
            };
            if !told_otherwise {
                texts.push(self.labels.label(&Label::of_kind(kind, change)));
            }
        }
        for attribute in &change.attributes {
            texts.push(self.labels.label(&Label::Attribute(attribute)));
        }
        texts
    }
}

/// The number of an item in the old text, where the new one has given it another: what shows the old text by
/// itself needs it.
pub(super) fn old_number((old, new): (&Block, &Block)) -> Option<u64> {
    let number = |block: &Block| match block.kind {
        BlockKind::ListItem { number } => number,
        _ => None,
    };
    let (old, new) = (number(old), number(new));
    old.filter(|_| new.is_some() && old != new)
}

/// Whether an entry's words are shown before and after.
fn is_whole(entry: &Entry<'_>) -> bool {
    use crate::diff::model::Inside;
    let own = |entry: &Entry<'_>| match &entry.inside {
        Inside::Words(words) => words.whole,
        _ => false,
    };
    own(entry) || entry.lead().is_some_and(own)
}

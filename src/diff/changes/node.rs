//! What an entry or a block is to a reader.

use crate::diff::index::Shape;
use crate::diff::model::{Entry, Node, Relation, is_image};
use crate::diff::quoting::Quoting;
use crate::markdown::tree::Block;

/// What an entry is, by its new blocks where there are some.
pub(super) fn node(entry: &Entry<'_>) -> Node {
    if entry.is_section() {
        return Node::Section;
    }
    if entry.relation == Relation::Regrouped
        && let Some(quoting) = Quoting::of(entry)
    {
        return quoting.node(node_of);
    }
    let old_shape = entry.old.first().map(|block| Shape::of(block));
    let blocks = if entry.new.is_empty() {
        &entry.old
    } else {
        &entry.new
    };
    let other = blocks
        .iter()
        .find(|block| Some(Shape::of(block)) != old_shape)
        .filter(|_| entry.relation == Relation::Retyped);
    other
        .or(blocks.first())
        .map_or(Node::Paragraph, |block| node_of(block))
}

/// What a block is to a reader.
fn node_of(block: &Block) -> Node {
    match Shape::of(block) {
        Shape::Heading => Node::Heading,
        _ if is_image(block) => Node::Image,
        Shape::Paragraph => Node::Paragraph,
        Shape::List => Node::List,
        Shape::Item => Node::ListItem,
        Shape::Quote => Node::Quote,
        Shape::Code => Node::Code,
        Shape::Table => Node::Table,
        Shape::Row => Node::TableRow,
        Shape::Cell => Node::TableCell,
        Shape::Rule => Node::Rule,
        Shape::Html => Node::Html,
        Shape::Footnote => Node::Footnote,
        Shape::Definitions | Shape::Term | Shape::Definition => Node::Definition,
    }
}

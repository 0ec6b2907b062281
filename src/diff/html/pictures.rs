//! Pictures that stayed and have another description.
//!
//! A change of the description alone would be two pictures that look the same. So the picture stands
//! once, as what both texts have, and its old and its new description stand before it as words. A picture that
//! was drawn anew at its path is another one.

use super::words::Stretch;
use super::{BothLinks, Label, Page};
use crate::diff::model::Op;
use crate::diff::pieces::Piece;
use crate::hash::Hash;
use crate::markdown::html::LinkResolver;
use crate::markdown::tree::{Block, Content, Mark};

/// The pictures of a line that only one of the texts has.
#[derive(Default)]
pub(super) struct Pictures<'p> {
    old: Vec<Picture<'p>>,
    new: Vec<Picture<'p>>,
}

#[derive(Clone, Copy)]
struct Picture<'p> {
    target: &'p str,
    hash: Option<Hash>,
    description: &'p str,
}

impl<'p> Picture<'p> {
    fn of(leaf: &'p Block, piece: &Piece, links: &dyn LinkResolver) -> Option<Self> {
        match &leaf.inlines[piece.inline].content {
            Content::Image {
                target,
                description,
                ..
            } => Some(Picture {
                target,
                hash: links.image_hash(target),
                description,
            }),
            _ => None,
        }
    }

    fn is_same(&self, other: &Picture<'_>) -> bool {
        (self.target, self.hash) == (other.target, other.hash)
    }
}

impl<'p> Pictures<'p> {
    /// The pictures among the stretches of a line.
    pub fn of(stretches: &[Stretch<'p>], links: &BothLinks<'_>) -> Self {
        let of = |op: Op| {
            let links = links.of(op);
            let those = stretches.iter().filter(move |stretch| stretch.op == op);
            let pictures = those.flat_map(|stretch| {
                let leaf = stretch.leaf;
                let pieces = stretch.pieces.iter();
                pieces.filter_map(move |piece| Picture::of(leaf, piece, links))
            });
            pictures.collect()
        };
        Pictures {
            old: of(Op::Delete),
            new: of(Op::Insert),
        }
    }

    /// The description of a piece, if that is a picture which both texts have, described otherwise.
    fn redescribed(
        &self,
        stretch: &Stretch<'p>,
        piece: &Piece,
        links: &BothLinks<'_>,
    ) -> Option<&'p str> {
        let others = match stretch.op {
            Op::Equal => return None,
            Op::Delete => &self.new,
            Op::Insert => &self.old,
        };
        let own = Picture::of(stretch.leaf, piece, links.of(stretch.op))?;
        let same = |other: &&Picture<'_>| other.is_same(&own);
        let mut same = others.iter().filter(same).peekable();
        let is_other =
            same.peek().is_some() && same.all(|other| other.description != own.description);
        is_other.then_some(own.description)
    }
}

impl<'p> Page<'p> {
    /// Writes the description of a picture that has another one, and says whether it was such a picture.
    pub(super) fn description(
        &mut self,
        pictures: &Pictures<'p>,
        stretch: &Stretch<'p>,
        piece: &Piece,
    ) -> bool {
        let Some(description) = pictures.redescribed(stretch, piece, &self.links) else {
            return false;
        };
        if description.is_empty() {
            let text = self.labels.label(&Label::NoDescription);
            self.writer.raw("<span class=\"description\" data-aside>");
            self.writer.text(&text);
        } else {
            self.writer.raw("<span class=\"description\">");
            self.writer.text(description);
        }
        self.writer.raw("</span>");
        true
    }

    /// Writes the pictures whose new descriptions are in a stretch, without these.
    pub(super) fn described(
        &mut self,
        pictures: &Pictures<'p>,
        stretch: &Stretch<'p>,
        outer: &[&'p Mark],
    ) {
        for piece in &stretch.pieces {
            let content = &stretch.leaf.inlines[piece.inline].content;
            let Content::Image { target, title, .. } = content else {
                continue;
            };
            let is_redescribed = pictures.redescribed(stretch, piece, &self.links).is_some();
            if stretch.op == Op::Insert && is_redescribed {
                self.writer.marks_to(&stretch.marks(piece));
                self.writer.content(&Content::Image {
                    target: target.clone(),
                    title: title.clone(),
                    description: String::new(),
                });
                self.writer.marks_to(outer);
            }
        }
    }
}

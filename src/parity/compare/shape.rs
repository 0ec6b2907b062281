//! Kinds, levels and shapes of two blocks that correspond.

use super::Contrast;
use crate::markdown::tree::{Block, BlockKind};
use crate::parity::difference::{Aspect, Spot};
use crate::parity::labels::{self, Lettering, Place};

impl<'a> Contrast<'a> {
    /// What differs in the shape of two blocks, their children aside.
    pub(super) fn shape(&mut self, left: &'a Block, right: &'a Block) {
        use BlockKind::{Heading, List, Table};
        if let Some((aspect, one, other)) = match (&left.kind, &right.kind) {
            (Heading { .. }, Heading { .. }) => {
                let [level, other] = [left, right].map(|block| self.levels.of_block(block));
                // A run of headings that stand deeper by as much is one fault.
                let deeper = i16::from(other) - i16::from(level);
                let before = std::mem::replace(&mut self.deeper, deeper);
                (level != other && deeper != before)
                    .then(|| (Aspect::HeadingLevel, level.to_string(), other.to_string()))
            }
            (List { start, .. }, List { start: other, .. }) if start != other => {
                Some((Aspect::Numbering, numbering(*start), numbering(*other)))
            }
            (Table { alignments }, Table { alignments: other })
                if alignments.len() != other.len() =>
            {
                let columns = |count| format!("{count} columns");
                Some((
                    Aspect::Columns,
                    columns(alignments.len()),
                    columns(other.len()),
                ))
            }
            (one, other) if std::mem::discriminant(one) != std::mem::discriminant(other) => Some((
                Aspect::Kind,
                with_article(one.noun()),
                with_article(other.noun()),
            )),
            _ => None,
        } {
            self.push(aspect, spot(left, one), spot(right, other));
        }
        self.label(left, right);
    }

    /// A block that is empty on one side: the bullet is there, its words are still to be written. Says whether it is.
    pub(super) fn empty(&mut self, left: &Block, right: &Block) -> bool {
        let is_of_one_kind =
            std::mem::discriminant(&left.kind) == std::mem::discriminant(&right.kind);
        let is_found = is_of_one_kind && is_empty(left) != is_empty(right);
        if is_found {
            let spot = |block: &Block| Spot {
                span: block.span.clone(),
                found: Some(block.kind.noun().to_owned()).filter(|_| !is_empty(block)),
            };
            let aspect = match left.kind {
                BlockKind::TableCell => Aspect::Cell,
                _ => Aspect::Empty,
            };
            self.push(aspect, spot(left), spot(right));
        }
        is_found
    }

    fn label(&mut self, left: &Block, right: &Block) {
        let [ours, theirs] = &self.letterings;
        if labels::same((left, ours), (right, theirs)) {
            return;
        }
        // Where both are written alike, the place in the alphabet tells them apart.
        let is_written_alike = left.label == right.label;
        let label = |block: &Block, lettering: &Lettering| {
            let label = block.label.as_ref()?;
            let letter = lettering.place(block).and_then(Place::letter);
            Some(match letter.filter(|_| is_written_alike) {
                Some(letter) => format!("“{label}”, letter {letter} of its alphabet"),
                None => format!("“{label}”"),
            })
        };
        let spot = |block: &Block, lettering: &Lettering| Spot {
            span: block.span.clone(),
            found: label(block, lettering),
        };
        let (one, other) = (spot(left, ours), spot(right, theirs));
        self.push(Aspect::Label, one, other);
    }
}

/// Which of a heading's levels are held against each other: as written, unless the texts open
/// differently (the one with a title of its own, the other with a heading) and agree as shown.
#[derive(Clone, Copy)]
pub(super) enum Levels {
    Written,
    Shown,
}

impl Levels {
    /// The levels to hold against each other, where these pairs correspond.
    pub(super) fn of(pairs: &[(&Block, &Block)]) -> Levels {
        let headings = pairs
            .iter()
            .filter(|(left, right)| is_heading(left) && is_heading(right));
        let differing = |levels: Levels| {
            let differs =
                |(left, right): &&(&Block, &Block)| levels.of_block(left) != levels.of_block(right);
            headings.clone().filter(differs).count()
        };
        let lowered = |(left, right): &(&Block, &Block)| lowered_by(left) != lowered_by(right);
        let open_differently =
            headings.clone().filter(|pair| lowered(pair)).count() * 2 > headings.clone().count();
        if open_differently && differing(Levels::Shown) < differing(Levels::Written) {
            Levels::Shown
        } else {
            Levels::Written
        }
    }

    fn of_block(self, block: &Block) -> u8 {
        match (&block.kind, self) {
            (BlockKind::Heading { title: true, .. }, _) => 1,
            (BlockKind::Heading { level, .. }, Levels::Written) => *level,
            (BlockKind::Heading { shown, .. }, Levels::Shown) => *shown,
            _ => 0,
        }
    }
}

/// By how many levels a heading is shown lower than it was written.
fn lowered_by(block: &Block) -> u8 {
    match block.kind {
        BlockKind::Heading { level, shown, .. } => shown.saturating_sub(level),
        _ => 0,
    }
}

fn is_heading(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. })
}

fn numbering(start: Option<u64>) -> String {
    match start {
        Some(first) => format!("is numbered from {first}"),
        None => "has no numbers".to_owned(),
    }
}

fn is_empty(block: &Block) -> bool {
    block.inlines.is_empty() && block.children.is_empty()
}

/// A block as what one text has.
pub(super) fn whole(block: &Block) -> Spot {
    spot(block, block.kind.noun().to_owned())
}

/// What one text has in the place of a block.
pub(super) fn spot(block: &Block, found: String) -> Spot {
    Spot {
        span: block.span.clone(),
        found: Some(found),
    }
}

fn with_article(noun: &str) -> String {
    format!("a {noun}")
}

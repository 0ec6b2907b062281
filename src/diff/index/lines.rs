//! Fingerprints of the lines of blocks.

use std::cell::OnceCell;

use super::mark_key;
use crate::diff::fingerprint::Fingerprint;
use crate::markdown::tree::{Block, Content};

/// The fingerprint of a block's line, made when it is asked for.
#[derive(Default)]
pub(in crate::diff) struct LinePrint(OnceCell<Option<Fingerprint>>);

impl LinePrint {
    pub fn of(&self, block: &Block) -> Option<Fingerprint> {
        *self.0.get_or_init(|| line_print(block))
    }
}

/// A fingerprint of the words of a block, with all that lies over them. None where a word is not known by the
/// block alone: a reference to a footnote.
fn line_print(block: &Block) -> Option<Fingerprint> {
    let label = block.label.as_deref().unwrap_or_default();
    let mut print = Fingerprint::new(0).bytes(label.as_bytes());
    print = print.number(block.marks.len() as u64);
    for mark in &block.marks {
        print = print.number(mark_key(mark));
    }
    for inline in &block.inlines {
        let kind = match &inline.content {
            Content::Text(_) => 0,
            Content::Code(_) => 1,
            Content::SoftBreak => 2,
            Content::HardBreak => 3,
            Content::Html(html) => {
                print = print.bytes(html.as_bytes());
                4
            }
            Content::Image { target, title, .. } => {
                print = print.bytes(target.as_bytes()).bytes(title.as_bytes());
                5
            }
            Content::FootnoteReference { .. } => return None,
        };
        print = print.number(kind).bytes(inline.content.text().as_bytes());
        print = print.number(inline.marks.len() as u64);
        for &mark in &inline.marks {
            print = print.number(mark as u64);
        }
    }
    Some(print.number(block.inlines.len() as u64))
}

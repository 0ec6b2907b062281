//! Text → block tree → HTML.
//!
//! 1. [`front_matter`] finds where the body begins.
//! 2. [`parse`] reads the body. `put_in` lets the parser see it as it is meant: which colons begin a
//!    definition (`definitions`), what follows a comment on its line (`comments`). `build` turns the parser's
//!    events into blocks, `run` the words within a block (`inline_html` reads the tags among them); then what
//!    depends on the whole text is settled: the title and the levels of headings (`title`), the numbers of
//!    `footnotes`, raw HTML (`sanitise`), labels ([`clause`]) and [`anchors`]. `typed` finds what was meant as
//!    Markdown and is none.
//! 3. [`links`] says what a text leads to, [`anchors`] where it can be led to, and [`html`] writes it,
//!    with its code coloured by [`highlight`].

pub mod anchors;
pub(crate) mod between_tags;
mod build;
pub mod clause;
mod comments;
mod definitions;
pub(crate) mod escape;
pub mod footnotes;
pub mod front_matter;
pub mod highlight;
pub mod html;
mod inline_html;
mod link_definitions;
pub mod links;
mod plain;
mod put_in;
mod run;
mod sanitise;
mod tag;
pub(crate) mod targets;
mod title;
pub mod tree;
mod typed;
mod written;

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::Source;
pub use link_definitions::{LinkDefinition, link_definitions};
pub(crate) use title::opening_end;
pub use title::says_the_same;
use tree::{Block, BlockKind, Tree};
pub use written::written_words;

/// What becomes of raw HTML in a text (`html` in `site.yaml`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RawHtml {
    /// What is harmless is kept.
    #[default]
    Sanitise,
    /// It is shown as the text that it is.
    Escape,
    /// It is kept as written.
    Trust,
}

/// How texts are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ParseOptions {
    /// What becomes of raw HTML.
    pub html: RawHtml,
}

/// A title that was given outside the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenTitle {
    /// The title, as plain text.
    pub text: String,
    /// Where it is in the source, in bytes.
    pub span: Range<usize>,
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// Its blocks.
    pub tree: Tree,
    /// What was wrong with it.
    pub findings: Vec<Diagnostic>,
}

/// Reads a text from `body_start` (a byte offset) on: CommonMark with tables, footnotes, strikethrough,
/// heading attributes and definition lists; nothing typed is changed on the way.
///
/// With a `title`, the first block is a heading made of it, unless the body opens with a level-one
/// heading that says the same.
pub fn parse(
    source: &Source,
    body_start: usize,
    title: Option<GivenTitle>,
    options: &ParseOptions,
) -> Parsed {
    let build::Built {
        mut blocks,
        mut footnotes,
        findings,
    } = build::build(source, body_start, options.html);
    blocks
        .iter_mut()
        .chain(&mut footnotes)
        .for_each(take_attributes);
    let lower = title::settle(&mut blocks, &footnotes, title);
    for footnote in &mut footnotes {
        title::show_lower(footnote, lower);
    }
    footnotes::number(&mut blocks, footnotes);
    settle_html(&mut blocks, options.html, lower);
    anchors::assign(&mut blocks);
    Parsed {
        tree: Tree { blocks },
        findings,
    }
}

fn take_attributes(block: &mut Block) {
    title::take_attributes(block);
    block.children.iter_mut().for_each(take_attributes);
}

/// Makes raw HTML safe; a block of which nothing is left goes.
fn settle_html(blocks: &mut Vec<Block>, rule: RawHtml, lower: u8) {
    blocks.retain_mut(|block| {
        settle_html(&mut block.children, rule, lower);
        let BlockKind::Html {
            html,
            text,
            written,
        } = &mut block.kind
        else {
            return true;
        };
        *written = std::mem::take(html);
        (*html, *text) = sanitise::block(written, rule, lower);
        !html.is_empty()
    });
}

#[cfg(test)]
mod tests;

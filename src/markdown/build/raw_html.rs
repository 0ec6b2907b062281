//! Blocks of raw HTML: parted by blank lines as the parser has them, whole as a reader sees them.

use std::ops::Range;

use super::Builder;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::RawHtml;
use crate::markdown::run::Run;
use crate::markdown::sanitise::{self, LeftOpen};
use crate::markdown::tree::{Block, BlockKind, Content};

impl Builder<'_> {
    /// Raw HTML stays as written here, without comments; it is made safe once the heading levels are known.
    pub(super) fn close_html(
        &mut self,
        mut block: Block,
        raw: &str,
        pieces: &[(usize, Range<usize>)],
    ) {
        self.report_unclosed_comment(&block, raw, pieces);
        let plain = sanitise::without_comments(raw);
        if plain.trim().is_empty() {
            return;
        }
        if self.html == RawHtml::Escape {
            self.attach(paragraph_of(&plain, &block.span));
            return;
        }
        let before = std::mem::take(&mut self.left_open);
        let goes_on = before.awaits_rows() && self.html_before().is_some();
        let around = if goes_on { before } else { LeftOpen::default() };
        let Some(left_open) = around.after(&plain) else {
            return self.too_large(
                block.span,
                "HTML elements lie in each other too deeply here",
            );
        };
        self.left_open = left_open;
        if self.html == RawHtml::Sanitise
            && let Some((at, name)) = sanitise::refused(raw)
        {
            let span = source_span(pieces, at).unwrap_or(block.span.clone());
            self.refuse(&name, span);
        }
        match self.html_before().filter(|_| goes_on) {
            Some(before) => append_html(before, &plain, block.span.end),
            None => {
                block.kind = raw_html(plain.into_owned());
                self.attach(block);
            }
        }
    }

    /// A comment without an end hides all that comes after it in its block: of one that opens the block, all that
    /// comes after it in the text.
    fn report_unclosed_comment(
        &mut self,
        block: &Block,
        raw: &str,
        pieces: &[(usize, Range<usize>)],
    ) {
        let Some((at, end)) = sanitise::unclosed_comment(raw) else {
            return;
        };
        let hides = match raw[..at.start].trim().is_empty() {
            true => "what comes after it in the text",
            false => "what comes after it, up to the next blank line,",
        };
        let message =
            format!("a comment begins here and is never ended, so that {hides} is shown to nobody");
        let span = source_span(pieces, at).unwrap_or(block.span.clone());
        let found = Diagnostic::new(Code::UnclosedComment, self.source.place(span), message).help(
            format!("End it with `{end}`. If it was not meant as a comment, put a backslash before the `<`."),
        );
        self.built.findings.push(found);
    }

    /// The block of HTML that was closed last, if nothing stands between it and what comes next. A table or list
    /// that it leaves open goes on there: a blank line parts blocks of Markdown, not rows.
    fn html_before(&mut self) -> Option<&mut Block> {
        let from = self.open.last().map_or(0, |open| open.closed_before);
        let before = self.closed.get_mut(from..)?.last_mut()?;
        matches!(before.kind, BlockKind::Html { .. }).then_some(before)
    }
}

/// Raw HTML that is not made safe yet.
pub(super) fn raw_html(html: String) -> BlockKind {
    BlockKind::Html {
        html,
        text: String::new(),
        written: String::new(),
    }
}

/// Lets a block of HTML go on with more of it, up to a byte of the source.
fn append_html(block: &mut Block, more: &str, end: usize) {
    if let BlockKind::Html { html, .. } = &mut block.kind {
        html.push('\n');
        html.push_str(more);
        block.span.end = end;
    }
}

/// Raw HTML shown as the text that it is, line by line.
fn paragraph_of(raw: &str, span: &Range<usize>) -> Block {
    let mut run = Run::default();
    for (at, line) in raw.trim_end().lines().enumerate() {
        if at > 0 {
            run.content(Content::SoftBreak, span.clone());
        }
        run.text(line.trim_start(), span.clone());
    }
    let mut block = Block::new(BlockKind::Paragraph, span.clone());
    run.finish(&mut block);
    block
}

/// Where a range of a block of raw HTML is in the source; the block may be in a quote, with its lines apart.
fn source_span(pieces: &[(usize, Range<usize>)], at: Range<usize>) -> Option<Range<usize>> {
    let (offset, span) = pieces.iter().rfind(|(offset, _)| *offset <= at.start)?;
    let start = span.start + (at.start - offset);
    Some(start..(start + at.len()).min(span.end.max(start)))
}

//! Two blocks of raw HTML with the same tags: the words between them compared.
//!
//! Between two tags marks can stand around words as they do in any line. Where the tags are others, nothing is known
//! of which words belong together. The address of a link or a picture makes no other tag: it is told as such.

use std::borrow::Cow;
use std::ops::Range;

use super::edits;
use super::flags;
use super::flow::Flow;
use super::model::{Edit, HtmlEdit, Op, Point, TextEdit};
use super::words::{self, Reading};
use crate::language::LanguageCode;
use crate::markdown::between_tags::{self, Stretch};
use crate::markdown::targets;
use crate::markdown::tree::{Block, BlockKind, Content, Inline};

/// The words that went, came and stayed; nothing where the tags are others, or marks cannot stand around the words.
pub(super) fn compare(old: &str, new: &str, language: &LanguageCode) -> Option<Vec<HtmlEdit>> {
    let (olds, news) = (between_tags::stretches(old), between_tags::stretches(new));
    if !tags(old, &olds).eq(tags(new, &news)) {
        targets::exchanged(old, new)?;
    }
    let mut edits = Vec::new();
    let mut from = (0, 0);
    for (a, b) in olds.into_iter().zip(news) {
        let (before, after) = (&old[a.range.clone()], &new[b.range.clone()]);
        if is_same(before, after) {
            continue;
        }
        if !b.takes_elements {
            return None;
        }
        push(
            &mut edits,
            equal(from.0..a.range.start, from.1..b.range.start),
        );
        let within = |range: Range<usize>, start: usize| start + range.start..start + range.end;
        for edit in between(before, after, language) {
            let edit = HtmlEdit {
                old: within(edit.old, a.range.start),
                new: within(edit.new, b.range.start),
                ..edit
            };
            push(&mut edits, edit);
        }
        // White space in the place of words is in none of the parts.
        from = edits
            .last()
            .map_or(from, |last| (last.old.end, last.new.end));
    }
    push(&mut edits, equal(from.0..old.len(), from.1..new.len()));
    Some(edits)
}

/// Whether edits cover two blocks of raw HTML in order, what they call equal is, and what they mark are words.
pub(super) fn hold(old: &str, new: &str, edits: &[HtmlEdit]) -> bool {
    let (mut old_at, mut new_at) = (0, 0);
    let each_holds = edits.iter().all(|edit| {
        let follows = edit.old.start == old_at && edit.new.start == new_at;
        (old_at, new_at) = (edit.old.end, edit.new.end);
        let texts = old.get(edit.old.clone()).zip(new.get(edit.new.clone()));
        let holds = texts.is_some_and(|(before, after)| match edit.op {
            Op::Equal => is_shown_alike(before, after),
            Op::Delete => after.is_empty() && !before.contains('<'),
            Op::Insert => before.is_empty() && !after.contains('<'),
        });
        follows && holds
    });
    each_holds && old_at == old.len() && new_at == new.len()
}

/// What edits tell, as plain text; nothing where no word went or came. Quotes of another shape are no change.
pub(super) fn text_edits(old: &str, new: &str, edits: &[HtmlEdit]) -> Option<Vec<TextEdit>> {
    let is_change = |edit: &HtmlEdit| edit.op != Op::Equal && !edit.typographic;
    if !edits.iter().any(is_change) {
        return None;
    }
    let mut texts: Vec<TextEdit> = Vec::new();
    for edit in edits {
        let (op, html) = match (edit.op, edit.typographic) {
            (Op::Delete, true) => continue,
            (Op::Delete, false) => (Op::Delete, &old[edit.old.clone()]),
            (Op::Insert, false) => (Op::Insert, &new[edit.new.clone()]),
            _ => (Op::Equal, &new[edit.new.clone()]),
        };
        let text = between_tags::said(html);
        match texts.last_mut().filter(|last| last.op == op) {
            Some(last) => last.text += &text,
            None if text.is_empty() => {}
            None => texts.push(TextEdit::of_words(op, text)),
        }
    }
    Some(texts)
}

/// The HTML of a block of it.
pub(super) fn html_of<'a>(block: Option<&&'a Block>) -> &'a str {
    match block.map(|block| &block.kind) {
        Some(BlockKind::Html { html, .. }) => html,
        _ => "",
    }
}

/// The tags, each as it is written.
fn tags<'h>(html: &'h str, stretches: &[Stretch]) -> impl Iterator<Item = &'h str> {
    let between = stretches.windows(2);
    between.map(move |pair| &html[pair[0].range.end..pair[1].range.start])
}

/// Whether two texts say the same, white space aside.
fn is_same(before: &str, after: &str) -> bool {
    before == after || before.split_whitespace().eq(after.split_whitespace())
}

/// All of a text but its white space, of which tags may have some beside them or not.
fn signs(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|next| !next.is_whitespace())
}

/// Whether two stretches of HTML say the same between the same tags, the addresses of links and pictures aside.
fn is_shown_alike(before: &str, after: &str) -> bool {
    let words = |html| between_tags::said(html);
    signs(before).eq(signs(after))
        || targets::exchanged(before, after).is_some()
            && signs(&words(before)).eq(signs(&words(after)))
}

fn push(edits: &mut Vec<HtmlEdit>, edit: HtmlEdit) {
    if !edit.old.is_empty() || !edit.new.is_empty() {
        edits.push(edit);
    }
}

fn equal(old: Range<usize>, new: Range<usize>) -> HtmlEdit {
    HtmlEdit {
        op: Op::Equal,
        old,
        new,
        typographic: false,
    }
}

/// The words between two tags compared, in bytes of these.
fn between(before: &str, after: &str, language: &LanguageCode) -> Vec<HtmlEdit> {
    let (old_line, new_line) = (line(before), line(after));
    let (old, new) = (flow(&old_line, language), flow(&new_line, language));
    let is_kept = |word: &str| flags::is_duty_word(language, word);
    let compared = edits::compare(&old, &new, &is_kept);
    let mut from = (0, 0);
    let part = |edit: &Edit| {
        let to = match edit.op {
            Op::Equal => (byte(&old_line, edit.old.end), byte(&new_line, edit.new.end)),
            Op::Delete => (byte(&old_line, edit.old.end), from.1),
            Op::Insert => (from.0, byte(&new_line, edit.new.end)),
        };
        let part = HtmlEdit {
            op: edit.op,
            old: from.0..to.0,
            new: from.1..to.1,
            typographic: edit.typographic,
        };
        from = to;
        part
    };
    compared.words.edits.iter().map(part).collect()
}

/// Words as those of a paragraph. An entity, one sign in several, stands among them as a thing that is whole.
fn line(text: &str) -> Block {
    let mut line = Block::new(BlockKind::Paragraph, 0..text.len());
    let mut push = |span: Range<usize>, content: fn(String) -> Content| {
        if !span.is_empty() {
            line.inlines.push(Inline {
                content: content(text[span.clone()].to_owned()),
                marks: Vec::new(),
                span,
            });
        }
    };
    let mut start = 0;
    for entity in between_tags::entities(text) {
        push(start..entity.start, Content::Text);
        start = entity.end;
        push(entity, Content::Html);
    }
    push(start..text.len(), Content::Text);
    line
}

/// The byte of a text that a place in its line is.
fn byte(line: &Block, place: Point) -> usize {
    match line.inlines.get(place.inline as usize) {
        Some(inline) => match &inline.content {
            Content::Html(_) if place.byte > 0 => inline.span.end,
            _ => inline.span.start + place.byte as usize,
        },
        None => line.span.end,
    }
}

fn flow<'f>(line: &'f Block, language: &LanguageCode) -> Flow<'f> {
    let reading = Reading {
        language,
        footnotes: &|_| 0,
        label: None,
    };
    let mut tokens = Vec::new();
    words::read(line, 0, &reading, &mut tokens);
    Flow {
        leaves: vec![line],
        tokens: Cow::Owned(tokens),
    }
}

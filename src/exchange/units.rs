//! A text taken apart: the words of each block, and where they stand.

use std::ops::Range;

use crate::config::front_matter::Entry;
use crate::content::ReadText;
use crate::markdown::front_matter::body_start;
use crate::markdown::tree::{Block, BlockKind, Content};
use crate::markdown::written_words;
use crate::source::Source;

/// A part of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Words, as written.
    Words(String),
    /// What stands between words and is none: `**`, `](../leave)`, as written.
    Code(String),
}

/// Where a unit stands in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The words of a block, in bytes.
    Body(Range<usize>),
    /// The value of a key of the front matter: all after the key's colon, in bytes.
    FrontMatter(Range<usize>),
}

/// A unit and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Placed<'a> {
    pub place: Place,
    /// The block; nothing for a value of the front matter that is no block.
    pub block: Option<&'a Block>,
    /// What it is: `heading`, `paragraph`.
    pub kind: &'static str,
    pub pieces: Vec<Piece>,
}

/// What the pieces are together, as written.
pub fn raw(pieces: &[Piece]) -> String {
    let written = pieces.iter().map(|piece| match piece {
        Piece::Words(written) | Piece::Code(written) => written.as_str(),
    });
    written.collect()
}

/// The units of a text, in order.
pub(super) fn units(read: &ReadText) -> Vec<Placed<'_>> {
    let mut units = Vec::new();
    let (source, matter) = (&read.source, &read.front_matter);
    if let Some(title) = &matter.title {
        let first = read.tree.blocks.first();
        let block = first.filter(|block| is_title(block) && !is_in_body(block, source, title));
        units.push(value("title", title, block));
    }
    if let Some(summary) = &matter.summary {
        units.push(value("summary", summary, None));
    }
    let title = units.first().and_then(|title| title.block);
    let words = written_words(source.text(), body_start(source));
    for block in &read.tree.blocks {
        if !title.is_some_and(|title| std::ptr::eq(title, block)) {
            block.walk(&mut |block| units.extend(unit(block, source, &words)));
        }
    }
    units
}

fn is_title(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { title: true, .. })
}

/// Whether a title is a heading of the body rather than the front matter's own.
fn is_in_body(block: &Block, source: &Source, title: &Entry) -> bool {
    source.line(block.span.start) != title.place.line
}

/// A value of the front matter: what it says, however YAML writes it.
fn value<'a>(kind: &'static str, entry: &Entry, block: Option<&'a Block>) -> Placed<'a> {
    Placed {
        place: Place::FrontMatter(entry.written.clone()),
        block,
        kind,
        pieces: vec![Piece::Words(entry.value.clone())],
    }
}

/// The unit of a block with words of its own, of a text whose words stand at some places.
fn unit<'a>(block: &'a Block, source: &Source, words: &[Range<usize>]) -> Option<Placed<'a>> {
    let kind = match &block.kind {
        BlockKind::Heading { .. } => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::TableCell => "cell",
        BlockKind::DefinitionTerm => "term",
        BlockKind::Code { .. } => "code",
        BlockKind::Html { .. } => "html",
        _ => return None,
    };
    if block.own_text().trim().is_empty() {
        return None;
    }
    let text = source.text();
    let words = within(&block.span, words);
    let span = match kind {
        "code" => code_span(words, text)?,
        _ => content_span(block, words, text)?,
    };
    let pieces = match kind {
        // Its words may be for readers: the names of settings, what to write in a letter.
        "code" => lines(&span, words, text, Pieces::words),
        "html" => {
            let mut tags = Tags::default();
            lines(&span, words, text, |pieces, line| tags.part(pieces, line))
        }
        _ => pieces(block, span.clone(), source),
    };
    Some(Placed {
        place: Place::Body(span),
        block: Some(block),
        kind,
        pieces,
    })
}

/// The stretches of words within a block.
fn within<'w>(block: &Range<usize>, words: &'w [Range<usize>]) -> &'w [Range<usize>] {
    let first = words.partition_point(|stretch| stretch.end <= block.start);
    let rest = &words[first..];
    &rest[..rest.partition_point(|stretch| stretch.end <= block.end)]
}

/// Where the words of a block stand, without the marks that make it what it is.
fn content_span(block: &Block, words: &[Range<usize>], text: &str) -> Option<Range<usize>> {
    let (start, end) = (words.first()?.start, words.last()?.end);
    let written = text.get(start..end)?;
    let start = end - written.trim_start().len();
    let mut written = text.get(start..end)?.trim_end();
    if let BlockKind::Heading { id, .. } = &block.kind
        && written.ends_with('}')
        && (id.is_some() || !block.own_text().trim_end().ends_with('}'))
    {
        written = written[..written.rfind('{')?].trim_end();
    }
    (!written.is_empty()).then(|| start..start + written.len())
}

/// Where code stands: from its first line to its last that says something, whose end is left out.
fn code_span(lines: &[Range<usize>], text: &str) -> Option<Range<usize>> {
    let says = |line: &&Range<usize>| !text[(*line).clone()].trim().is_empty();
    let last = lines.iter().rev().find(says)?;
    let end = last.start + text[last.clone()].trim_end_matches('\n').len();
    Some(lines.first()?.start..end)
}

/// The lines of code or of raw HTML, each taken as its kind asks. What stands between them, such as the `>` of a
/// quotation around them, is code: without it they would leave what they stand in.
fn lines(
    span: &Range<usize>,
    lines: &[Range<usize>],
    text: &str,
    mut take: impl FnMut(&mut Pieces, &str),
) -> Vec<Piece> {
    let mut pieces = Pieces(Vec::new());
    let mut at = span.start;
    for line in lines {
        let (start, end) = (line.start.max(at), line.end.min(span.end));
        if start < end {
            pieces.code(&text[at..start]);
            take(&mut pieces, &text[start..end]);
            at = end;
        }
    }
    pieces.0
}

/// The words of a block, and what stands between them; together all that is written there.
fn pieces(block: &Block, span: Range<usize>, source: &Source) -> Vec<Piece> {
    let text = source.text();
    let mut pieces = Pieces(Vec::new());
    let mut at = span.start;
    for inline in &block.inlines {
        let (mut start, end) = (inline.span.start.max(at), inline.span.end.min(span.end));
        // The backslash of a sign that stands for itself is a part of the words.
        if matches!(inline.content, Content::Text(_)) && start > at && text[..start].ends_with('\\')
        {
            start -= 1;
        }
        let (Some(before), Some(written)) = (text.get(at..start), text.get(start..end)) else {
            continue;
        };
        pieces.between(before);
        match &inline.content {
            Content::Text(_) | Content::SoftBreak => pieces.words(written),
            Content::Image { .. } => pieces.image(written),
            _ => pieces.code(written),
        }
        at = end;
    }
    pieces.between(text.get(at..span.end).unwrap_or_default());
    pieces.0
}

/// Raw HTML, line by line: what stands in `<…>` is code.
#[derive(Default)]
struct Tags {
    /// Whether a tag has begun and not ended yet.
    within: bool,
}

impl Tags {
    fn part(&mut self, pieces: &mut Pieces, line: &str) {
        let mut rest = line;
        while !rest.is_empty() {
            let end = match self.within {
                true => rest.find('>').map(|end| end + 1),
                false => rest.find('<'),
            };
            let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
            match self.within {
                true => pieces.code(part),
                false => pieces.words(part),
            }
            self.within ^= end.is_some();
            rest = after;
        }
    }
}

struct Pieces(Vec<Piece>);

impl Pieces {
    /// White space between words is no code.
    fn between(&mut self, written: &str) {
        if written.trim().is_empty() {
            self.words(written);
        } else {
            self.code(written);
        }
    }

    fn words(&mut self, written: &str) {
        match self.0.last_mut() {
            _ if written.is_empty() => {}
            Some(Piece::Words(before)) => before.push_str(written),
            _ => self.0.push(Piece::Words(written.to_owned())),
        }
    }

    fn code(&mut self, written: &str) {
        match self.0.last_mut() {
            _ if written.is_empty() => {}
            Some(Piece::Code(before)) => before.push_str(written),
            _ => self.0.push(Piece::Code(written.to_owned())),
        }
    }

    /// An image's description is words.
    fn image(&mut self, written: &str) {
        let parts = written
            .strip_prefix("![")
            .and_then(|rest| rest.split_once("]("));
        match parts {
            Some((description, rest)) => {
                self.code("![");
                self.words(description);
                self.code(&format!("]({rest}"));
            }
            None => self.code(written),
        }
    }
}

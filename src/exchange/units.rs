//! A text taken apart: the words of each block, and where they stand.

use std::ops::Range;

use crate::config::front_matter::Entry;
use crate::content::ReadText;
use crate::markdown::tree::{Block, BlockKind, Content};
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
    for block in &read.tree.blocks {
        if !units.iter().any(|unit| is_same(unit.block, block)) {
            block.walk(&mut |block| units.extend(unit(block, source)));
        }
    }
    units
}

fn is_same(one: Option<&Block>, other: &Block) -> bool {
    one.is_some_and(|one| std::ptr::eq(one, other))
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

fn unit<'a>(block: &'a Block, source: &Source) -> Option<Placed<'a>> {
    let kind = match &block.kind {
        BlockKind::Heading { .. } => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::TableCell => "cell",
        BlockKind::DefinitionTerm => "term",
        BlockKind::Code { .. } => "code",
        BlockKind::Html { .. } => "html",
        _ => return None,
    };
    let words = block.own_text();
    if words.trim().is_empty() {
        return None;
    }
    let span = content_span(block, source)?;
    let written = source.text().get(span.clone())?;
    let pieces = match kind {
        // Its words may be for readers: the names of settings, what to write in a letter.
        "code" => vec![Piece::Words(written.to_owned())],
        "html" => tags_apart(written),
        _ => pieces(block, span.clone(), source),
    };
    Some(Placed {
        place: Place::Body(span),
        block: Some(block),
        kind,
        pieces,
    })
}

/// Where the words of a block stand, without the marks that make it what it is.
fn content_span(block: &Block, source: &Source) -> Option<Range<usize>> {
    let written = source.text().get(block.span.clone())?;
    let mut start = block.span.start + (written.len() - written.trim_start().len());
    let mut end = block.span.start + written.trim_end().len();
    if let BlockKind::Heading { id, .. } = &block.kind {
        let text = source.text();
        let hashes = text[start..end]
            .bytes()
            .take_while(|byte| *byte == b'#')
            .count();
        if hashes > 0 {
            start += hashes;
            start += text[start..end].len() - text[start..end].trim_start().len();
            if id.is_some() && text[start..end].ends_with('}') {
                end = start + text[start..end].rfind('{')?;
                end = start + text[start..end].trim_end().len();
            }
            let without_hashes = text[start..end].trim_end_matches('#');
            if without_hashes.ends_with(' ') {
                end = start + without_hashes.trim_end().len();
            }
        } else if let Some(line) = text[start..end].rfind('\n') {
            end = start + text[start..start + line].trim_end().len();
        }
    }
    if matches!(block.kind, BlockKind::Code { .. }) {
        let code = source.text().get(start..end)?;
        if code.starts_with("```") || code.starts_with("~~~") {
            let (fence, rest) = code.split_once('\n')?;
            let last = rest.rsplit('\n').next()?;
            let is_fence = last.trim_start().starts_with(['`', '~']);
            let inner = rest.len() - if is_fence { last.len() } else { 0 };
            let inner = rest.get(..inner)?.trim_end_matches('\n');
            start += fence.len() + 1;
            end = start + inner.len();
        }
    }
    if matches!(block.kind, BlockKind::TableCell) {
        let cell = source.text().get(start..end)?;
        let bare = cell.trim_matches('|').trim();
        start += cell.find(bare)?;
        end = start + bare.len();
    }
    (start < end).then_some(start..end)
}

/// The words of a block, and what stands between them; together all that is written there.
fn pieces(block: &Block, span: Range<usize>, source: &Source) -> Vec<Piece> {
    let text = source.text();
    let mut pieces = Pieces(Vec::new());
    let mut at = span.start;
    for inline in &block.inlines {
        let (start, end) = (inline.span.start.max(at), inline.span.end.min(span.end));
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

/// Raw HTML: what stands in `<…>` is code.
fn tags_apart(written: &str) -> Vec<Piece> {
    let mut pieces = Pieces(Vec::new());
    let mut rest = written;
    while let Some(start) = rest.find('<') {
        let (words, tag) = rest.split_at(start);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        pieces.words(words);
        pieces.code(&tag[..end]);
        rest = &tag[end..];
    }
    pieces.words(rest);
    pieces.0
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

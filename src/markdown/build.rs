//! The parser's events become blocks.

mod lost_cells;
mod raw_html;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::RawHtml;
use super::plain;
use super::put_in::ForParser;
use super::run::Run;
use super::sanitise::LeftOpen;
use super::tree::{Alignment, Block, BlockKind, Content, Mark};
use super::typed;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;
use raw_html::raw_html;

/// How deeply blocks may lie in each other. More is a finding; what lies deeper is left out.
const DEPTH_LIMIT: usize = 64;

/// The blocks of a text, before titles, footnote numbers and anchors are settled.
pub(super) struct Built {
    /// The blocks outside footnotes.
    pub blocks: Vec<Block>,
    /// The footnotes, in the order of the source, their numbers still 0.
    pub footnotes: Vec<Block>,
    /// What was wrong.
    pub findings: Vec<Diagnostic>,
}

/// Reads the text from `body_start` (a byte offset) on.
pub(super) fn build(source: &Source, body_start: usize, html: RawHtml) -> Built {
    let mut builder = Builder {
        source,
        html,
        open: Vec::new(),
        closed: Vec::new(),
        run: None,
        spare_run: Run::default(),
        implicit: false,
        skipped: 0,
        pieces: Vec::new(),
        left_open: LeftOpen::default(),
        built: Built {
            blocks: Vec::new(),
            footnotes: Vec::new(),
            findings: Vec::new(),
        },
    };
    each_event(source.text(), body_start, |event, span| {
        builder.event(event, span);
    });
    builder.close_implicit();
    builder.built.blocks = builder.closed;
    builder.built
}

/// Gives each event of the parser in the body of a text, with where it stands in the text.
pub(super) fn each_event(
    text: &str,
    body_start: usize,
    mut take: impl FnMut(Event<'_>, Range<usize>),
) {
    let body = text.get(body_start..).unwrap_or_default();
    let read = ForParser::new(body, options());
    for (event, span) in Parser::new_ext(read.text(), options()).into_offset_iter() {
        let span = on_boundaries(body, read.written(&span));
        take(event, span.start + body_start..span.end + body_start);
    }
}

/// A span that ends within a character, where the parser took part of one for white space, is widened.
fn on_boundaries(text: &str, mut span: Range<usize>) -> Range<usize> {
    span.end = span.end.min(text.len());
    while !text.is_char_boundary(span.start) {
        span.start -= 1;
    }
    while !text.is_char_boundary(span.end) {
        span.end += 1;
    }
    span
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
}

struct Builder<'s> {
    source: &'s Source,
    html: RawHtml,
    /// The blocks that are open, the outermost first.
    open: Vec<Open>,
    /// The blocks that are closed and whose parents are not: each parent takes its own at once, so that no
    /// list of children has more room than it needs.
    closed: Vec<Block>,
    /// The words of the innermost open block, if it holds words.
    run: Option<Run>,
    /// Room for the words of the next block.
    spare_run: Run,
    /// Whether the innermost open block is a paragraph that the source only implies (in a tight list).
    implicit: bool,
    /// How many elements are open beyond the limit of depth.
    skipped: usize,
    /// Where the parts of the innermost block of raw HTML are: offset in its text, span in the source.
    pieces: Vec<(usize, Range<usize>)>,
    /// What the block of raw HTML that was closed last left open.
    left_open: LeftOpen,
    built: Built,
}

/// A block that is open.
struct Open {
    block: Block,
    /// How many blocks were closed before it was opened: those that come after are its children.
    closed_before: usize,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => self.text(&text, span),
            Event::Code(text) => {
                let content = Content::Code(plain::words(&text).into_owned());
                self.words(&span).content(content, span);
            }
            Event::SoftBreak => self.words(&span).content(Content::SoftBreak, span),
            Event::HardBreak => self.words(&span).content(Content::HardBreak, span),
            Event::FootnoteReference(label) => {
                let content = Content::FootnoteReference {
                    label: label.into_string(),
                    number: 0,
                };
                self.words(&span).content(content, span);
            }
            Event::Html(html) => self.text(&html, span),
            Event::InlineHtml(html) => {
                let rule = self.html;
                self.words(&span).raw_html(&html, rule, span);
            }
            Event::Rule => {
                self.close_implicit();
                self.attach(Block::new(BlockKind::Rule, span));
            }
            // These belong to extensions that are off.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, span),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        match tag {
            Tag::Emphasis => self.words(&span).open(Mark::Emphasis, span),
            Tag::Strong => self.words(&span).open(Mark::Strong, span),
            Tag::Strikethrough => self.words(&span).open(Mark::Strikethrough, span),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let target = match link_type {
                    pulldown_cmark::LinkType::Email => format!("mailto:{dest_url}"),
                    _ => plain::address(&dest_url),
                };
                let title = plain::words(&title).into_owned();
                self.words(&span).open(Mark::Link { target, title }, span);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                let (target, title) = (plain::address(&dest_url), plain::words(&title));
                self.words(&span).start_image(&target, &title, span);
            }
            block => {
                self.close_implicit();
                match self.kind(block) {
                    Some(_) if self.open.len() >= DEPTH_LIMIT => self.too_deep(span),
                    Some(kind) => self.open_block(kind, span),
                    None => self.skipped = 1,
                }
            }
        }
    }

    /// The kind of block that a tag opens.
    fn kind(&mut self, tag: Tag<'_>) -> Option<BlockKind> {
        Some(match tag {
            Tag::Paragraph => {
                self.note_loose_list();
                BlockKind::Paragraph
            }
            Tag::Heading { level, .. } => heading(level),
            Tag::BlockQuote(_) => BlockKind::Quote,
            Tag::CodeBlock(kind) => BlockKind::Code {
                language: language(&kind),
                text: String::new(),
            },
            Tag::HtmlBlock => raw_html(String::new()),
            Tag::List(start) => BlockKind::List { start, tight: true },
            Tag::Item => BlockKind::ListItem {
                number: self.item_number(),
            },
            Tag::FootnoteDefinition(label) => BlockKind::Footnote {
                label: label.into_string(),
                number: 0,
            },
            Tag::DefinitionList => BlockKind::DefinitionList,
            Tag::DefinitionListTitle => BlockKind::DefinitionTerm,
            Tag::DefinitionListDefinition => BlockKind::Definition,
            Tag::Table(alignments) => BlockKind::Table {
                alignments: alignments.into_iter().map(alignment).collect(),
            },
            Tag::TableHead => BlockKind::TableRow { header: true },
            Tag::TableRow => BlockKind::TableRow { header: false },
            Tag::TableCell => BlockKind::TableCell,
            _ => return None,
        })
    }

    fn open_block(&mut self, kind: BlockKind, span: Range<usize>) {
        if let BlockKind::Heading { .. }
        | BlockKind::Paragraph
        | BlockKind::TableCell
        | BlockKind::DefinitionTerm = kind
        {
            self.run = Some(std::mem::take(&mut self.spare_run));
        }
        self.push_open(Block::new(kind, span));
    }

    fn push_open(&mut self, block: Block) {
        let closed_before = self.closed.len();
        self.open.push(Open {
            block,
            closed_before,
        });
    }

    fn end(&mut self, tag: TagEnd, span: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.words(&span).close();
            }
            TagEnd::Image => self.words(&span).end_image(),
            _ => {
                self.close_implicit();
                self.close_block();
            }
        }
    }

    fn close_block(&mut self) {
        let Some(Open {
            mut block,
            closed_before,
        }) = self.open.pop()
        else {
            return;
        };
        block.children = self.closed.drain(closed_before..).collect();
        if let Some(mut run) = self.run.take() {
            run.finish(&mut block);
            self.report(&mut run);
            self.spare_run = run;
        }
        match &mut block.kind {
            BlockKind::Html { html, .. } => {
                let raw = std::mem::take(html);
                let pieces = std::mem::take(&mut self.pieces);
                self.close_html(block, &raw, &pieces);
            }
            // A paragraph of tags alone, all of which were left out, is no paragraph.
            BlockKind::Paragraph if block.inlines.is_empty() => {}
            _ => {
                let found = typed::find(&block, self.source);
                self.built.findings.extend(found);
                self.report_lost_cells(&block);
                self.attach(block);
            }
        }
    }

    fn attach(&mut self, block: Block) {
        match block.kind {
            BlockKind::Footnote { .. } => self.built.footnotes.push(block),
            _ => self.closed.push(block),
        }
    }

    /// The words of the innermost block; a paragraph is opened where the source only implies one.
    fn words(&mut self, span: &Range<usize>) -> &mut Run {
        if self.run.is_none() {
            self.push_open(Block::new(BlockKind::Paragraph, span.clone()));
            self.implicit = true;
        }
        if self.implicit
            && let Some(Open { block, .. }) = self.open.last_mut()
        {
            block.span.end = block.span.end.max(span.end);
        }
        let spare = &mut self.spare_run;
        self.run.get_or_insert_with(|| std::mem::take(spare))
    }

    fn close_implicit(&mut self) {
        if std::mem::take(&mut self.implicit) {
            self.close_block();
        }
    }

    fn text(&mut self, text: &str, span: Range<usize>) {
        match self.open.last_mut().map(|open| &mut open.block.kind) {
            Some(BlockKind::Code { text: code, .. }) => code.push_str(&plain::lines(text)),
            Some(BlockKind::Html { html, .. }) => {
                self.pieces.push((html.len(), span));
                html.push_str(&plain::lines(text));
            }
            _ => self.words(&span).text(&plain::words(text), span),
        }
    }

    /// A list with a paragraph of its own in an item has space between its items.
    fn note_loose_list(&mut self) {
        if let [.., list, item] = self.open.as_mut_slice()
            && let (BlockKind::List { tight, .. }, BlockKind::ListItem { .. }) =
                (&mut list.block.kind, &item.block.kind)
        {
            *tight = false;
        }
    }

    fn item_number(&self) -> Option<u64> {
        let list = self.open.last()?;
        match list.block.kind {
            BlockKind::List {
                start: Some(start), ..
            } => {
                let items = self.closed.len() - list.closed_before;
                Some(start.saturating_add(items as u64))
            }
            _ => None,
        }
    }

    fn too_deep(&mut self, span: Range<usize>) {
        self.skipped = 1;
        let message = format!("blocks lie in each other more than {DEPTH_LIMIT} deep here");
        self.too_large(span, &message);
    }

    /// Reports what is nested too deeply, once for a text.
    fn too_large(&mut self, span: Range<usize>, message: &str) {
        if !self
            .built
            .findings
            .iter()
            .any(|known| known.code == Code::TooLarge)
        {
            let found = Diagnostic::new(Code::TooLarge, self.source.place(span), message)
                .help("Bring what is inside further out.");
            self.built.findings.push(found);
        }
    }

    fn report(&mut self, run: &mut Run) {
        if let Some(span) = run.too_deep.take() {
            self.too_large(span, "emphasis or links lie in each other too deeply here");
        }
        if let Some((span, name)) = run.refused.take() {
            self.refuse(&name, span);
        }
    }

    fn refuse(&mut self, name: &str, span: Range<usize>) {
        let message = format!("`{name}` is raw HTML that cannot be shown here, and was left out");
        let found = Diagnostic::new(Code::RefusedHtml, self.source.place(span), message).help(
            "Write it in Markdown, or remove it. If the words were not meant as HTML, put a backslash before the `<`.",
        );
        self.built.findings.push(found);
    }
}

fn heading(level: HeadingLevel) -> BlockKind {
    let level = level as u8;
    BlockKind::Heading {
        level,
        shown: level,
        title: false,
        id: None,
    }
}

fn language(kind: &CodeBlockKind<'_>) -> Option<String> {
    let CodeBlockKind::Fenced(info) = kind else {
        return None;
    };
    let mut words = info.split(|c: char| c.is_whitespace() || c == ',');
    words.find(|word| !word.is_empty()).map(str::to_owned)
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

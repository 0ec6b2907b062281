//! The block tree → HTML.
//!
//! A [`Writer`] writes whole trees, single blocks, or parts of them: a page of a text calls
//! [`Writer::blocks`]; a comparison opens and closes blocks itself and puts its own elements between
//! ([`Writer::open`], [`Writer::marks_to`], [`Writer::text`], [`Writer::raw`], [`Writer::close`]).
//!
//! What is put on the page beside the text itself (footnote numbers and the links back, targets of other
//! texts' anchors) carries `data-aside`. Without those, and white space aside, the text of the HTML is what
//! [`Block::own_text`] says; an image stands for its description.
//!
//! ```
//! use canllaw::markdown::html::{Options, PlainLinks, Writer};
//! use canllaw::markdown::{ParseOptions, parse};
//! use canllaw::source::Source;
//!
//! let source = Source::new("en.md", "You *must* ask.");
//! let tree = parse(&source, 0, None, &ParseOptions::default()).tree;
//! let options = Options::default();
//!
//! let mut writer = Writer::new(&PlainLinks, &options);
//! writer.blocks(&tree.blocks);
//! assert_eq!(writer.finish(), "<p>You <em>must</em> ask.</p>\n");
//!
//! // A comparison puts an element around words; marks are closed before it and opened again within.
//! let paragraph = &tree.blocks[0];
//! let emphasis = [&paragraph.marks[0]];
//! let mut writer = Writer::new(&PlainLinks, &options);
//! writer.open(paragraph, "data-change=\"changed\"");
//! writer.marks_to(&[]);
//! writer.text("You ");
//! writer.raw("<ins>");
//! writer.marks_to(&emphasis);
//! writer.text("must");
//! writer.marks_to(&[]);
//! writer.raw("</ins>");
//! writer.text(" ask.");
//! writer.close(paragraph);
//! assert_eq!(writer.finish(), "<p data-change=\"changed\">You <ins><em>must</em></ins> ask.</p>\n");
//! ```

mod block;
mod table;
mod words;

use crate::hash::Hash;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::{self, Write as _};

use super::escape;
use super::links;
use super::tree::{Alignment, Block, BlockKind, Mark};
use block::Open;
pub use table::CellStyle;

/// Where a link leads on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Href {
    /// To this address.
    To(String),
    /// Nowhere: its words are shown as text.
    Text,
}

/// Says where the links of a text lead on the page that is written.
pub trait LinkResolver {
    /// Where a link leads; `target` is as written in the text.
    fn resolve(&self, target: &str) -> Href;

    /// Where an image is. [`Href::Text`] shows its description instead.
    fn resolve_image(&self, target: &str) -> Href {
        self.resolve(target)
    }

    /// SHA-256 of an image's file, where that is known: two texts can each have another at one path.
    fn image_hash(&self, _target: &str) -> Option<Hash> {
        None
    }
}

/// Links as they are written; what is refused, or leads to a document that only a site knows, is text.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainLinks;

impl LinkResolver for PlainLinks {
    fn resolve(&self, target: &str) -> Href {
        if links::is_refused(target) || target.starts_with("doc:") {
            Href::Text
        } else {
            Href::To(target.to_owned())
        }
    }
}

/// A short note of the page beside a block: real text, an aside, maybe a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note<'a> {
    /// Its class.
    pub class: &'static str,
    /// What it says.
    pub text: Cow<'a, str>,
    /// Where it leads.
    pub href: Option<String>,
    /// What it says to who does not see where it stands, if more is needed.
    pub label: Option<String>,
    /// The language that it says something in, where that is not the page's.
    pub lang: Option<&'a str>,
}

/// Says which notes stand beside a block. They stand before the words of a paragraph or an item, and
/// before the whole of what is no line of words.
pub trait Notes {
    /// The notes beside a block, in their order.
    fn notes(&self, block: &Block) -> Vec<Note<'_>>;
}

/// What a page says around a text, in the page's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The name of the footnotes: "Footnotes".
    pub footnotes: String,
    /// The name of the link from a footnote back to where it is referred to: "Back to reference {n}".
    pub back: String,
}

/// How HTML is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether blocks have their ids; without them ids of raw HTML go, and footnotes are not linked.
    pub ids: bool,
    /// Whether of the ids there are only those of footnotes and of what refers to them.
    pub footnotes_alone: bool,
    /// Whether code is coloured.
    pub highlight: bool,
    /// Names that with `-` and a number are ids of the page's own, so that the text takes none of them:
    /// `change` keeps `change-1`.
    pub reserved: Vec<String>,
    /// Whether paragraphs, items, tables and the like that have no anchor are numbered: `p--12`. Those with
    /// an anchor are counted too.
    pub numbered: bool,
    /// What every id begins with, where several texts share a page; nothing where the text is alone.
    pub prefix: String,
    /// How many levels lower than on a page of its own the headings stand.
    pub lower: u8,
    /// Whether what raw HTML lets readers fold is unfolded.
    pub unfolded: bool,
    /// What the page says around the text.
    pub words: Words,
}

impl Default for Options {
    /// With ids and colours, in English.
    fn default() -> Self {
        let words = Words {
            footnotes: "Footnotes".to_owned(),
            back: "Back to reference {n}".to_owned(),
        };
        Options {
            ids: true,
            footnotes_alone: false,
            highlight: true,
            reserved: Vec::new(),
            numbered: false,
            prefix: String::new(),
            lower: 0,
            unfolded: false,
            words,
        }
    }
}

impl Options {
    /// Whether blocks other than footnotes have ids.
    fn names_blocks(&self) -> bool {
        self.ids && !self.footnotes_alone
    }

    /// Whether the text may take an id.
    fn allows(&self, id: &str) -> bool {
        let of = |name: &String| {
            let number = id
                .strip_prefix(name.as_str())
                .and_then(|rest| rest.strip_prefix('-'));
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        self.names_blocks() && !self.reserved.iter().any(of)
    }
}

/// Writes blocks as HTML.
pub struct Writer<'t> {
    out: String,
    links: &'t dyn LinkResolver,
    options: &'t Options,
    /// The blocks that are open, the outermost first.
    open: Vec<Open<'t>>,
    /// The marks that are open, the outermost first, with the tags that close them.
    marks: Vec<(&'t Mark, Cow<'static, str>)>,
    /// How often each footnote was referred to so far, by its number.
    references: HashMap<usize, usize>,
    /// Aliases of a row, which can stand only in its first cell.
    row_aliases: Vec<&'t str>,
    in_footnotes: bool,
    /// Whether footnotes were begun before, perhaps in a part that stands apart.
    has_footnotes: bool,
    /// How many blocks that are numbered were opened so far.
    numbered: usize,
    /// What stands beside blocks that are written whole.
    notes: Option<&'t dyn Notes>,
}

impl<'t> Writer<'t> {
    /// A writer that has written nothing yet.
    pub fn new(links: &'t dyn LinkResolver, options: &'t Options) -> Self {
        Writer {
            out: String::new(),
            links,
            options,
            open: Vec::new(),
            marks: Vec::new(),
            references: HashMap::new(),
            row_aliases: Vec::new(),
            in_footnotes: false,
            has_footnotes: false,
            numbered: 0,
            notes: None,
        }
    }

    /// With notes beside the blocks that are written whole.
    #[must_use]
    pub fn with_notes(mut self, notes: &'t dyn Notes) -> Self {
        self.notes = Some(notes);
        self
    }

    /// With room for about so much of a text, so that what is written needs not be moved as it grows: the
    /// bytes that it has in the source.
    #[must_use]
    pub fn with_room(mut self, bytes: usize) -> Self {
        self.out.reserve(bytes + bytes / 2);
        self
    }

    /// Writes blocks, with all that is in them.
    pub fn blocks(&mut self, blocks: &'t [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    /// Writes a block, with all that is in it.
    pub fn block(&mut self, block: &'t Block) {
        let notes = self.notes.map(|notes| notes.notes(block));
        let notes = notes.unwrap_or_default();
        let (before, within): (&[Note<'_>], &[Note<'_>]) = match block.kind {
            BlockKind::Paragraph
            | BlockKind::ListItem { .. }
            | BlockKind::Footnote { .. }
            | BlockKind::DefinitionTerm
            | BlockKind::Definition => (&[], &notes),
            _ => (&notes, &[]),
        };
        before.iter().for_each(|note| self.note(note));
        self.open(block, "");
        within.iter().for_each(|note| self.note(note));
        self.contents(block);
        self.close(block);
    }

    fn note(&mut self, note: &Note<'_>) {
        let (start, end) = match note.href {
            Some(_) => ("<a class=\"", "</a> "),
            None => ("<span class=\"", "</span> "),
        };
        self.raw(start);
        self.raw(note.class);
        self.raw("\"");
        if let Some(href) = &note.href {
            self.attribute("href", href);
        }
        if let Some(label) = &note.label {
            self.attribute("aria-label", label);
        }
        if let Some(lang) = note.lang {
            self.attribute("lang", lang);
        }
        self.raw(" data-aside>");
        self.text(&note.text);
        self.raw(end);
    }

    /// Writes what is between the tags of a block: its words, its code or HTML, the blocks in it.
    pub fn contents(&mut self, block: &'t Block) {
        match &block.kind {
            BlockKind::Code { language, text } => self.code(text, language.as_deref()),
            BlockKind::Html { html, .. } => self.html(html),
            _ => {
                self.inlines(block, 0..block.inlines.len());
                self.blocks(&block.children);
            }
        }
    }

    /// Writes HTML of the caller's own, as it is: it must be well-formed where it stands.
    pub fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    /// The same for HTML that is put together as it is written: `format_args!("<p id=\"p-{number}\">")`.
    pub fn raw_parts(&mut self, html: fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.out.write_fmt(html);
    }

    /// Writes words, escaped, under the marks that are open.
    pub fn text(&mut self, words: &str) {
        escape::text(&mut self.out, words);
    }

    /// Writes an attribute within a start tag of the caller's own: a space, its name, its value escaped.
    pub fn attribute(&mut self, name: &str, value: &str) {
        escape::attribute(&mut self.out, name, value);
    }

    /// Writes an id of the text within a start tag.
    fn id(&mut self, id: &str) {
        self.raw(" id=\"");
        escape::value(&mut self.out, &self.options.prefix);
        escape::value(&mut self.out, id);
        self.raw("\"");
    }

    /// Writes what comes next in another way: what only an older text has takes no ids, and its links are
    /// its own.
    pub fn switch(&mut self, options: &'t Options, links: &'t dyn LinkResolver) {
        self.options = options;
        self.links = links;
    }

    /// Gives what was written since the last time, to stand apart on the same page: what comes next takes
    /// no id twice.
    pub fn take_written(&mut self) -> String {
        self.marks_to(&[]);
        self.end_footnotes();
        std::mem::take(&mut self.out)
    }

    /// Gives what was written.
    pub fn finish(mut self) -> String {
        self.take_written()
    }
}

/// The class for an alignment, if it needs one.
fn alignment_class(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::None => None,
        Alignment::Left => Some("align-left"),
        Alignment::Center => Some("align-center"),
        Alignment::Right => Some("align-right"),
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod strict;
#[cfg(test)]
mod tests;

//! The tags of blocks.

use std::fmt::Write as _;

use super::table::TablePart;
use super::{Href, Writer, escape};
use crate::markdown::anchors;
use crate::markdown::highlight;
use crate::markdown::tag::{self, Edit};
use crate::markdown::tree::{Alignment, Block, BlockKind};

/// A block that is open: how it is closed, and what the blocks in it must know.
pub(super) struct Open<'t> {
    close: &'static str,
    pub within: Within<'t>,
}

/// What the blocks within a block must know.
pub(super) enum Within<'t> {
    /// Blocks that need know nothing.
    Blocks,
    /// Items of a list; whether they stand close together.
    List { tight: bool },
    /// Blocks of an item or a definition whose only words stand without an element of their own.
    Item { bare_words: bool },
    /// Rows of a table.
    Table {
        alignments: &'t [Alignment],
        part: TablePart,
    },
    /// Cells of a row.
    Row { header: bool, column: usize },
}

impl<'t> Writer<'t> {
    /// The number of a block that is counted, where it needs an id of its own.
    fn number_of(&mut self, block: &Block) -> Option<usize> {
        let in_item = matches!(
            self.open.last().map(|open| &open.within),
            Some(Within::Item { .. })
        );
        let counted = match block.kind {
            BlockKind::Paragraph => !in_item,
            BlockKind::ListItem { .. } | BlockKind::Table { .. } | BlockKind::Code { .. } => true,
            _ => false,
        };
        self.numbered += usize::from(counted);
        (counted && self.options.numbered && block.anchor.is_none()).then_some(self.numbered)
    }

    /// Writes the start of a block: its tags, its id, the targets of its aliases. `attributes` are put on
    /// its element as they are (`data-change="moved" id="change-1"`); an `id` among them takes the
    /// element, and the block's own becomes a target within.
    pub fn open(&mut self, block: &'t Block, attributes: &str) {
        self.marks_to(&[]);
        if self.open.is_empty() && !matches!(block.kind, BlockKind::Footnote { .. }) {
            self.end_footnotes();
        }
        match &block.kind {
            BlockKind::Heading { shown, .. } => self.heading(block, *shown, attributes),
            BlockKind::Paragraph => self.paragraph(block, attributes),
            BlockKind::List { start, tight } => {
                self.list(block, *start, *tight, attributes);
            }
            BlockKind::ListItem { number } => self.item(block, *number, attributes),
            BlockKind::Quote => self.element(block, "<blockquote", "</blockquote>\n", attributes),
            BlockKind::Code { language, .. } => {
                self.code_block(block, language.as_deref(), attributes);
            }
            BlockKind::Table { alignments } => self.table(block, alignments, attributes),
            BlockKind::TableRow { header } => self.row(block, *header, attributes),
            BlockKind::TableCell => {
                let style = self.next_cell();
                self.open_cell(block, style, attributes);
            }
            BlockKind::Rule => self.rule(block, attributes),
            BlockKind::Html { .. } => self.html_block(block, attributes),
            BlockKind::Footnote { number, .. } => self.footnote(block, *number, attributes),
            BlockKind::DefinitionList => self.outer_element(block, "<dl", "</dl>\n", attributes),
            BlockKind::DefinitionTerm => self.element(block, "<dt", "</dt>\n", attributes),
            BlockKind::Definition => self.definition(block, attributes),
        }
    }

    /// Writes the end of the block that was opened last.
    pub fn close(&mut self, block: &'t Block) {
        self.marks_to(&[]);
        let Some(open) = self.open.pop() else { return };
        match open.within {
            Within::Table {
                part: TablePart::Head,
                ..
            } => self.raw("</thead>\n"),
            Within::Table {
                part: TablePart::Body,
                ..
            } => self.raw("</tbody>\n"),
            _ => {}
        }
        if let BlockKind::Footnote { number, .. } = block.kind {
            self.back_references(block, number);
        }
        self.raw(open.close);
    }

    pub(super) fn push(&mut self, close: &'static str, within: Within<'t>) {
        self.open.push(Open { close, within });
    }

    /// Writes a start tag from `<name` on, with the block's id and the caller's attributes, and gives the
    /// aliases that have to be put within.
    pub(super) fn tag(&mut self, block: &'t Block, start: &str, attributes: &str) -> Vec<&'t str> {
        let attributes = attributes.trim();
        let id_is_taken = attributes.starts_with("id=") || attributes.contains(" id=");
        let number = self.number_of(block);
        self.raw(start);
        let mut targets = Vec::new();
        let allowed = |id: &&String| self.options.allows(id);
        let is_linked = matches!(block.kind, BlockKind::Footnote { .. })
            && self.options.ids
            && self.options.footnotes_alone;
        let anchor = block.anchor.as_ref();
        match anchor.filter(|id| is_linked || allowed(id)) {
            Some(anchor) if id_is_taken => targets.push(anchor.as_str()),
            Some(anchor) => self.id(anchor),
            None => {
                if let Some(number) = number.filter(|_| !id_is_taken) {
                    self.id_of_number(number);
                }
            }
        }
        targets.extend(block.aliases.iter().filter(allowed).map(String::as_str));
        if !attributes.is_empty() {
            self.raw(" ");
            self.raw(attributes);
        }
        self.raw(">");
        targets
    }

    /// Writes the id of a block that has nothing but its number.
    fn id_of_number(&mut self, number: usize) {
        self.raw(" id=\"");
        escape::value(&mut self.out, &self.options.prefix);
        let _ = write!(self.out, "p--{number}\"");
    }

    pub(super) fn targets(&mut self, ids: &[&str]) {
        for id in ids {
            self.raw("<span class=\"alias\"");
            self.id(id);
            self.raw(" data-aside></span>");
        }
    }

    /// An element that can hold the targets of its aliases.
    fn element(&mut self, block: &'t Block, start: &str, close: &'static str, attributes: &str) {
        let targets = self.tag(block, start, attributes);
        self.targets(&targets);
        self.push(close, Within::Blocks);
    }

    /// An element that cannot: they stand before it.
    pub(super) fn outer_element(
        &mut self,
        block: &'t Block,
        start: &str,
        close: &'static str,
        attributes: &str,
    ) {
        let before = self.out.len();
        let targets = self.tag(block, start, attributes);
        if !targets.is_empty() {
            let tag = self.out.split_off(before);
            self.targets(&targets);
            self.raw(&tag);
        }
        self.push(close, Within::Blocks);
    }

    fn heading(&mut self, block: &'t Block, level: u8, attributes: &str) {
        const TAGS: [(&str, &str); 6] = [
            ("<h1", "</h1>\n"),
            ("<h2", "</h2>\n"),
            ("<h3", "</h3>\n"),
            ("<h4", "</h4>\n"),
            ("<h5", "</h5>\n"),
            ("<h6", "</h6>\n"),
        ];
        let level = level.saturating_add(self.options.lower);
        let (start, close) = TAGS[usize::from(level.clamp(1, 6)) - 1];
        self.element(block, start, close, attributes);
    }

    fn paragraph(&mut self, block: &'t Block, attributes: &str) {
        let bare = match self.open.last_mut().map(|open| &mut open.within) {
            Some(Within::Item { bare_words }) => std::mem::take(bare_words),
            _ => false,
        };
        match (bare, attributes.trim().is_empty()) {
            (false, _) => self.element(block, "<p", "</p>\n", attributes),
            (true, false) => self.element(block, "<div", "</div>\n", attributes),
            (true, true) => {
                let own = block.anchor.iter().chain(&block.aliases);
                let own = own.filter(|id| self.options.allows(id));
                self.targets(&own.map(String::as_str).collect::<Vec<_>>());
                self.push("", Within::Blocks);
            }
        }
    }

    fn list(&mut self, block: &'t Block, start: Option<u64>, tight: bool, attributes: &str) {
        let (tag, close) = match start {
            Some(_) => ("<ol", "</ol>\n"),
            None => ("<ul", "</ul>\n"),
        };
        self.outer_element(block, tag, close, attributes);
        self.raw("\n");
        self.within(Within::List { tight });
    }

    fn item(&mut self, block: &'t Block, number: Option<u64>, attributes: &str) {
        let bare_words = matches!(
            self.open.last(),
            Some(Open {
                within: Within::List { tight: true },
                ..
            })
        );
        match number {
            Some(number) => self.element(
                block,
                &format!("<li value=\"{number}\""),
                "</li>\n",
                attributes,
            ),
            None => self.element(block, "<li", "</li>\n", attributes),
        }
        self.within(Within::Item { bare_words });
    }

    fn definition(&mut self, block: &'t Block, attributes: &str) {
        self.element(block, "<dd", "</dd>\n", attributes);
        self.within(Within::Item {
            bare_words: block.children.len() == 1,
        });
    }

    pub(super) fn within(&mut self, within: Within<'t>) {
        if let Some(open) = self.open.last_mut() {
            open.within = within;
        }
    }

    fn rule(&mut self, block: &'t Block, attributes: &str) {
        self.outer_element(block, "<hr", "\n", attributes);
    }

    fn code_block(&mut self, block: &'t Block, language: Option<&str>, attributes: &str) {
        self.outer_element(block, "<pre tabindex=\"0\"", "</code></pre>\n", attributes);
        self.raw("<code");
        if let Some(language) = language {
            escape::attribute(&mut self.out, "class", &format!("language-{language}"));
        }
        self.raw(">");
    }

    pub(super) fn code(&mut self, code: &str, language: Option<&str>) {
        let language = language.filter(|_| self.options.highlight);
        highlight::write(&mut self.out, code, language);
    }

    fn html_block(&mut self, block: &'t Block, attributes: &str) {
        let has_target =
            self.options.names_blocks() && (block.anchor.is_some() || !block.aliases.is_empty());
        if has_target || !attributes.trim().is_empty() {
            self.element(block, "<div", "</div>\n", attributes);
        } else {
            self.push("\n", Within::Blocks);
        }
    }

    /// Writes raw HTML that is safe already, all of a block or a stretch of it: its links are resolved as the text's
    /// are.
    pub fn html(&mut self, html: &str) {
        let (links, options) = (self.links, self.options);
        let href = |href| match href {
            Href::To(address) => Edit::Set(address),
            Href::Text => Edit::Drop,
        };
        let edited = tag::edit_attributes(html, |element, attribute| {
            match (element, &*attribute.name) {
                ("a", "href") => href(links.resolve(&attribute.value())),
                ("img", "src") => href(links.resolve_image(&attribute.value())),
                (_, "id") if !options.allows(&attribute.value()) => Edit::Drop,
                (_, "id") if !options.prefix.is_empty() => {
                    Edit::Set(format!("{}{}", options.prefix, attribute.value()))
                }
                (_, "for" | "headers" | "aria-labelledby" | "aria-describedby")
                    if !options.prefix.is_empty() =>
                {
                    let value = attribute.value();
                    let ids = value.split_whitespace();
                    let ids = ids.map(|id| format!("{}{id}", options.prefix));
                    Edit::Set(ids.collect::<Vec<_>>().join(" "))
                }
                _ => Edit::Keep,
            }
        });
        let lowered = tag::lower_headings(&edited, options.lower);
        match options.unfolded {
            true => self.raw(&tag::unfold(&lowered)),
            false => self.raw(&lowered),
        }
    }

    fn footnote(&mut self, block: &'t Block, number: usize, attributes: &str) {
        if !self.in_footnotes {
            self.in_footnotes = true;
            self.raw("<section class=\"footnotes\"");
            // A landmark is named once: those that stand apart from the first only go on.
            if !std::mem::replace(&mut self.has_footnotes, true) {
                self.raw(" role=\"doc-endnotes\"");
                escape::attribute(&mut self.out, "aria-label", &self.options.words.footnotes);
            }
            self.raw(">\n<ol>\n");
        }
        self.element(
            block,
            &format!("<li value=\"{number}\""),
            "</li>\n",
            attributes,
        );
    }

    pub(super) fn end_footnotes(&mut self) {
        if std::mem::take(&mut self.in_footnotes) {
            self.raw("</ol>\n</section>\n");
        }
    }

    /// The links from a footnote to every place that refers to it.
    fn back_references(&mut self, block: &Block, number: usize) {
        let (Some(anchor), true) = (&block.anchor, self.options.ids) else {
            return;
        };
        for nth in 1..=self.references.get(&number).copied().unwrap_or(0) {
            let which = if nth == 1 {
                number.to_string()
            } else {
                format!("{number}.{nth}")
            };
            let id = anchors::reference_id(anchor, nth);
            let label = self.options.words.back.replace("{n}", &which);
            let _ = write!(
                self.out,
                "<a href=\"#{}{id}\" class=\"footnote-back\" role=\"doc-backlink\"",
                self.options.prefix
            );
            escape::attribute(&mut self.out, "aria-label", &label);
            self.raw(" data-aside>↩\u{fe0e}</a>\n");
        }
    }
}

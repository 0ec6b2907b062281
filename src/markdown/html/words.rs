//! The words within a block, and the marks over them.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use super::{Href, Writer, escape};
use crate::markdown::anchors;
use crate::markdown::tree::{Block, Content, Mark};

impl<'t> Writer<'t> {
    /// Writes inlines of a block (a range of their indices) under their marks, and closes the marks.
    pub fn inlines(&mut self, block: &'t Block, range: Range<usize>) {
        for inline in block.inlines.get(range).unwrap_or_default() {
            let marks = inline
                .marks
                .iter()
                .filter_map(|&index| block.marks.get(index));
            self.switch_marks(marks, |one, other| std::ptr::eq(one, other));
            self.content(&inline.content);
        }
        self.marks_to(&[]);
    }

    /// Opens and closes marks until exactly these lie over what comes next, the outermost first. Marks that
    /// are the same stay open.
    pub fn marks_to(&mut self, marks: &[&'t Mark]) {
        self.switch_marks(marks.iter().copied(), |one, other| one == other);
    }

    fn switch_marks(
        &mut self,
        wanted: impl Iterator<Item = &'t Mark>,
        same: fn(&Mark, &Mark) -> bool,
    ) {
        let mut kept = 0;
        for mark in wanted {
            if self
                .marks
                .get(kept)
                .is_none_or(|(open, _)| !same(open, mark))
            {
                self.close_marks(kept);
                self.open_mark(mark);
            }
            kept += 1;
        }
        self.close_marks(kept);
    }

    fn close_marks(&mut self, kept: usize) {
        while self.marks.len() > kept {
            if let Some((_, close)) = self.marks.pop() {
                self.out.push_str(&close);
            }
        }
    }

    fn open_mark(&mut self, mark: &'t Mark) {
        let close = match mark {
            Mark::Emphasis => self.simple_mark("<em>", "</em>"),
            Mark::Strong => self.simple_mark("<strong>", "</strong>"),
            Mark::Strikethrough => self.simple_mark("<s>", "</s>"),
            Mark::Link { target, title } => match self.links.resolve(target) {
                Href::To(address) => {
                    self.raw("<a");
                    escape::attribute(&mut self.out, "href", &address);
                    self.title(title);
                    self.simple_mark(">", "</a>")
                }
                Href::Text => Cow::Borrowed(""),
            },
            Mark::Html { name, open } => {
                self.raw(open);
                Cow::Owned(format!("</{name}>"))
            }
        };
        self.marks.push((mark, close));
    }

    fn simple_mark(&mut self, open: &str, close: &'static str) -> Cow<'static, str> {
        self.raw(open);
        Cow::Borrowed(close)
    }

    fn title(&mut self, title: &str) {
        if !title.is_empty() {
            escape::attribute(&mut self.out, "title", title);
        }
    }

    /// Writes one thing that stands among words, under the marks that are open.
    pub fn content(&mut self, content: &Content) {
        match content {
            Content::Text(words) => self.text(words),
            Content::Code(code) => {
                self.raw("<code>");
                self.text(code);
                self.raw("</code>");
            }
            Content::Image {
                target,
                title,
                description,
            } => self.image(target, title, description),
            Content::FootnoteReference { label, number } => self.footnote_reference(label, *number),
            Content::SoftBreak => self.raw("\n"),
            Content::HardBreak => self.raw("<br>\n"),
            Content::Html(html) => self.html(html),
        }
    }

    fn image(&mut self, target: &str, title: &str, description: &str) {
        let Href::To(address) = self.links.resolve_image(target) else {
            return self.text(description);
        };
        self.raw("<img loading=\"lazy\" decoding=\"async\"");
        escape::attribute(&mut self.out, "src", &address);
        escape::attribute(&mut self.out, "alt", description);
        self.title(title);
        self.raw(">");
    }

    fn footnote_reference(&mut self, label: &str, number: usize) {
        let nth = self.references.entry(number).or_default();
        // One without an id is not led back to.
        *nth += usize::from(self.options.ids);
        let prefix = &self.options.prefix;
        let footnote = anchors::footnote_id(label, number);
        let id = anchors::reference_id(&footnote, *nth);
        // A link within a link is none: there the number alone can be led to.
        let in_link = self.marks.iter().any(|(_, close)| close == "</a>");
        self.raw("<sup class=\"footnote-reference\" data-aside");
        let _ = match (self.options.ids, in_link) {
            (false, _) => write!(self.out, ">{number}"),
            (true, true) => write!(self.out, " id=\"{prefix}{id}\">{number}"),
            (true, false) => write!(
                self.out,
                "><a href=\"#{prefix}{footnote}\" id=\"{prefix}{id}\" role=\"doc-noteref\">{number}</a>"
            ),
        };
        self.raw("</sup>");
    }
}

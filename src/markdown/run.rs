//! Collects the words of one block: text, marks over it, and the tags of raw HTML within the line.

use std::ops::Range;

use super::RawHtml;
use super::inline_html::{self, RawInline};
use super::sanitise;
use super::tree::{Block, Content, Inline, Mark};

/// How many marks may lie over each other. What is nested more deeply keeps its words and loses the
/// marks beyond.
const MARK_LIMIT: usize = 32;

/// How many open tags are looked at for the one that an end tag belongs to.
const TAG_LIMIT: usize = 64;

/// The words of one block while they are read. One is used for block after block, so that its lists keep
/// their room.
#[derive(Default)]
pub(super) struct Run {
    inlines: Vec<Inline>,
    marks: Vec<Mark>,
    /// Indices of the marks that lie over what comes next, the outermost first.
    over: Vec<usize>,
    open: Vec<Open>,
    image: Option<Image>,
    /// Where a block-level tag stood, that parts the words before it from those after it.
    parting: Option<Range<usize>>,
    /// Marks whose tag had no partner: they are taken off at the end.
    unmatched: Vec<usize>,
    /// The first tag that was left out: where it stands, and its name.
    pub refused: Option<(Range<usize>, String)>,
    /// Where marks were nested too deeply.
    pub too_deep: Option<Range<usize>>,
}

/// Something that was opened and not yet closed.
struct Open {
    /// The mark that it laid over the words, if any.
    mark: Option<usize>,
    /// The element's name, where a tag of raw HTML opened it.
    tag: Option<String>,
    /// How many inlines stood before it.
    start: usize,
    span: Range<usize>,
}

struct Image {
    target: String,
    title: String,
    description: String,
    span: Range<usize>,
    depth: usize,
}

impl Run {
    /// Adds words; neighbours under the same marks become one run.
    pub fn text(&mut self, text: &str, span: Range<usize>) {
        if !text.trim().is_empty() {
            self.part();
        }
        if let Some(image) = &mut self.image {
            image.description.push_str(text);
            return;
        }
        if let Some(last) = self.inlines.last_mut()
            && let Content::Text(words) = &mut last.content
            && last.marks == self.over
        {
            words.push_str(text);
            last.span.end = span.end;
        } else if !text.is_empty() {
            self.push(Content::Text(text.to_owned()), span);
        }
    }

    /// Adds something that is not words alone.
    pub fn content(&mut self, content: Content, span: Range<usize>) {
        match &mut self.image {
            Some(image) => image.description.push_str(content.text()),
            None => {
                self.part();
                if matches!(content, Content::SoftBreak | Content::HardBreak) {
                    self.trim_end();
                }
                self.push(content, span);
            }
        }
    }

    /// Takes white space off the end of a line, which Markdown does not count.
    fn trim_end(&mut self) {
        let Some(last) = self.inlines.last_mut() else {
            return;
        };
        let Content::Text(words) = &mut last.content else {
            return;
        };
        let kept = words.trim_end_matches([' ', '\t']).len();
        words.truncate(kept);
        if kept == 0 {
            self.inlines.pop();
        }
    }

    /// Puts a line end where a block-level tag was left out, so that the words around it stay apart.
    fn part(&mut self) {
        if let Some(span) = self.parting.take()
            && self.image.is_none()
            && !self.inlines.is_empty()
        {
            self.push(Content::HardBreak, span);
        }
    }

    fn push(&mut self, content: Content, span: Range<usize>) {
        let marks = self.over.clone();
        self.inlines.push(Inline {
            content,
            marks,
            span,
        });
    }

    /// Opens a mark of Markdown.
    pub fn open(&mut self, mark: Mark, span: Range<usize>) {
        if self.image.is_none() {
            self.lay(Some(mark), None, span);
        }
    }

    /// Closes the innermost mark of Markdown, and with it the tags within it that have no partner.
    pub fn close(&mut self) {
        if self.image.is_some() {
            return;
        }
        while let Some(open) = self.open.pop() {
            self.lift(&open);
            if open.tag.is_none() {
                return;
            }
            self.unmatched(open);
        }
    }

    /// Begins an image; words up to [`Run::end_image`] are its description.
    pub fn start_image(&mut self, target: &str, title: &str, span: Range<usize>) {
        match &mut self.image {
            Some(image) => image.depth += 1,
            None => {
                self.image = Some(Image {
                    target: target.to_owned(),
                    title: title.to_owned(),
                    description: String::new(),
                    span,
                    depth: 0,
                });
            }
        }
    }

    /// Ends an image.
    pub fn end_image(&mut self) {
        match self.image.take() {
            Some(mut image) if image.depth > 0 => {
                image.depth -= 1;
                self.image = Some(image);
            }
            Some(Image {
                target,
                title,
                description,
                span,
                ..
            }) => {
                self.push(
                    Content::Image {
                        target,
                        title,
                        description,
                    },
                    span,
                );
            }
            None => {}
        }
    }

    /// Adds a tag of raw HTML. Tags pair up within the same marks of Markdown.
    pub fn raw_html(&mut self, raw: &str, rule: RawHtml, span: Range<usize>) {
        if rule == RawHtml::Escape {
            return self.text(&sanitise::without_comments(raw), span);
        }
        if self.image.is_some() {
            return;
        }
        match inline_html::read(raw, rule) {
            RawInline::Nothing => {}
            RawInline::Alone(content) => self.push(content, span),
            RawInline::Open { name, mark, id } => {
                if let Some(id) = id {
                    let target = Content::Html(inline_html::target(&id));
                    self.push(target, span.clone());
                }
                self.lay(mark, Some(name), span);
            }
            RawInline::Close { name } => {
                self.note_parting(&name, &span);
                self.close_tag(&name, span);
            }
            RawInline::Refused { name, mut content } => {
                self.refuse(span.clone(), &name);
                self.note_parting(&name, &span);
                if let Some(content) = content.take() {
                    self.push(content, span);
                } else if !super::tag::is_void(&name) {
                    self.lay(hiding_mark(&name), Some(name), span);
                }
            }
        }
    }

    fn note_parting(&mut self, name: &str, span: &Range<usize>) {
        if sanitise::parts_words(name) {
            self.parting.get_or_insert_with(|| span.clone());
        }
    }

    fn lay(&mut self, mark: Option<Mark>, tag: Option<String>, span: Range<usize>) {
        let mark = match mark {
            Some(_) if self.over.len() >= MARK_LIMIT => {
                self.too_deep.get_or_insert_with(|| span.clone());
                None
            }
            mark => mark,
        };
        if mark.is_some() {
            self.part();
        }
        let mark = mark.map(|mark| {
            self.marks.push(mark);
            self.over.push(self.marks.len() - 1);
            self.marks.len() - 1
        });
        self.open.push(Open {
            mark,
            tag,
            start: self.inlines.len(),
            span,
        });
    }

    fn lift(&mut self, open: &Open) {
        if open.mark.is_some() {
            self.over.pop();
        }
    }

    fn close_tag(&mut self, name: &str, span: Range<usize>) {
        let within = self.open.iter().rev().take_while(|open| open.tag.is_some());
        let mut names = within.take(TAG_LIMIT).map(|open| open.tag.as_deref());
        let Some(depth) = names.position(|tag| tag == Some(name)) else {
            return self.refuse(span, &format!("/{name}"));
        };
        for _ in 0..=depth {
            let Some(open) = self.open.pop() else { return };
            self.lift(&open);
            if open.tag.as_deref() == Some(name) {
                if inline_html::hides_contents(name) {
                    self.inlines.truncate(open.start);
                    self.unmatched.extend(open.mark);
                }
                return;
            }
            self.unmatched(open);
        }
    }

    fn unmatched(&mut self, open: Open) {
        self.unmatched.extend(open.mark);
        if let Some(tag) = &open.tag {
            self.refuse(open.span, tag);
        }
    }

    fn refuse(&mut self, span: Range<usize>, name: &str) {
        if self
            .refused
            .as_ref()
            .is_none_or(|(first, _)| span.start < first.start)
        {
            self.refused = Some((span, name.to_owned()));
        }
    }

    /// Ends the run: its words and marks are the block's, and it is ready for those of another.
    pub fn finish(&mut self, block: &mut Block) {
        self.end_image();
        self.trim_end();
        while let Some(open) = self.open.pop() {
            self.unmatched(open);
        }
        let mut marks: Vec<Mark> = self.marks.drain(..).collect();
        let mut inlines: Vec<Inline> = self.inlines.drain(..).collect();
        let mut changed = drop_nested_links(&marks, &mut inlines);
        if !self.unmatched.is_empty() {
            take_off(&self.unmatched, &mut marks, &mut inlines);
            changed = true;
        }
        if changed {
            inlines = joined(inlines);
        }
        block.marks = marks;
        block.inlines = inlines;
        self.unmatched.clear();
        self.over.clear();
        self.image = None;
        self.parting = None;
    }
}

/// A mark that keeps what an element hides apart from the words before it, until it is taken out.
fn hiding_mark(name: &str) -> Option<Mark> {
    inline_html::hides_contents(name).then(|| Mark::Html {
        name: name.to_owned(),
        open: String::new(),
    })
}

/// A link within a link (which only raw HTML can make) is no link. Gives whether there was one.
fn drop_nested_links(marks: &[Mark], inlines: &mut [Inline]) -> bool {
    let is_link = |index: &usize| matches!(marks[*index], Mark::Link { .. });
    let mut changed = false;
    for inline in inlines {
        if inline.marks.iter().filter(|index| is_link(index)).count() > 1 {
            let mut seen = false;
            inline
                .marks
                .retain(|index| !is_link(index) || !std::mem::replace(&mut seen, true));
            changed = true;
        }
    }
    changed
}

/// Takes marks off the words that they lie over.
fn take_off(unmatched: &[usize], marks: &mut Vec<Mark>, inlines: &mut [Inline]) {
    let mut dropped = vec![false; marks.len()];
    for &index in unmatched {
        dropped[index] = true;
    }
    let mut kept = 0;
    let new_index = |is_dropped: &bool| {
        kept += usize::from(!is_dropped);
        (!is_dropped).then(|| kept - 1)
    };
    let place: Vec<Option<usize>> = dropped.iter().map(new_index).collect();
    let mut is_dropped = dropped.iter();
    marks.retain(|_| is_dropped.next() == Some(&false));
    for inline in inlines {
        inline.marks = inline
            .marks
            .iter()
            .filter_map(|&index| place[index])
            .collect();
    }
}

/// Joins words that have become one run.
fn joined(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        if let Some(last) = joined.last_mut()
            && last.marks == inline.marks
            && let (Content::Text(words), Content::Text(more)) =
                (&mut last.content, &inline.content)
        {
            words.push_str(more);
            last.span.end = inline.span.end;
        } else {
            joined.push(inline);
        }
    }
    joined
}

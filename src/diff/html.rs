//! A comparison as HTML: the inside of its `<article data-diff>`.
//!
//! All removed text is inside `<del>`, all added text inside `<ins>`; labels and hidden start and end
//! texts stand beside them and carry `data-aside`. Each change has one element, `id="change-N"` with
//! N from 1, with its kinds in `data-change`. What moved stands at its new place with
//! `data-moved-from`; its old place is an element with `data-moved-to` that holds a label. So, without
//! `ins` and asides, and each moved block put back, the article is the old text; without `del`, asides
//! and old places it is the new.

mod columns;
mod elements;
mod labels;
mod parts;
mod pictures;
mod regrouped;
mod rows;
mod words;

use std::collections::HashMap;

use columns::Columns;
use labels::Repeated;
pub use labels::{Label, Labels};
pub use parts::{Part, write_parts};
use regrouped::Mark;

use super::index::Shape;
use super::model::{Change, Comparison, Entry, Inside, Op, Relation};
use crate::markdown::html::{CellStyle, LinkResolver, Options, Writer};
use crate::markdown::tree::{Block, BlockKind};

/// Where the links of two texts lead.
#[derive(Clone, Copy)]
pub struct BothLinks<'l> {
    /// Those of what only the old text has.
    pub old: &'l dyn LinkResolver,
    /// Those of all else.
    pub new: &'l dyn LinkResolver,
}

impl<'l> BothLinks<'l> {
    /// The same for both texts.
    pub fn alike(links: &'l dyn LinkResolver) -> Self {
        BothLinks {
            old: links,
            new: links,
        }
    }

    fn of(&self, op: Op) -> &'l dyn LinkResolver {
        match op {
            Op::Delete => self.old,
            Op::Equal | Op::Insert => self.new,
        }
    }
}

/// Writes the inside of a comparison's article. What both texts or the new one have is written as
/// `options` say; what only the old one has takes no ids.
pub fn write(
    comparison: &Comparison<'_>,
    labels: &dyn Labels,
    links: BothLinks<'_>,
    options: &Options,
) -> String {
    let both = BothOptions::of(options);
    let mut page = Page::new(comparison, labels, links, &both, "");
    let blocks = comparison.entries.iter().flat_map(|entry| &entry.new);
    let bytes = blocks.map(|block| block.span.end).max();
    page.writer = page.writer.with_room(bytes.unwrap_or(0));
    page.entries(&comparison.entries);
    page.writer.finish()
}

/// What the ids of a comparison's changes begin with, before `-` and a number; `name` is as for
/// [`write_parts`], or nothing for a comparison that is alone on its page.
pub fn ids_of_changes(name: &str) -> [String; 2] {
    let separator = if name.is_empty() { "" } else { "-" };
    ["change", "moved"].map(|of| format!("{of}{separator}{name}"))
}

/// How what both texts or the new one have is written, and what the old one alone has.
struct BothOptions {
    new: Options,
    old: Options,
}

impl BothOptions {
    fn of(options: &Options) -> BothOptions {
        let mut new = options.clone();
        new.reserved.extend(ids_of_changes(""));
        // No change is folded away.
        new.unfolded = true;
        let old = Options {
            ids: false,
            ..new.clone()
        };
        BothOptions { new, old }
    }
}

/// What moved: a change, or of a term's what is said of it.
#[derive(Clone, Copy)]
struct PartOfMove {
    change: usize,
    /// Which part of the change it is: the first is the element of the change.
    nth: usize,
}

struct Page<'p> {
    writer: Writer<'p>,
    links: BothLinks<'p>,
    changes: &'p [Change],
    /// What stands before a change's number in its id.
    name: &'p str,
    /// The change that each move is, by the move's number.
    change_of_move: HashMap<usize, PartOfMove>,
    labels: &'p dyn Labels,
    repeated: Repeated,
    options: &'p Options,
    old_options: &'p Options,
    /// How many of the things being written only the old text has.
    old_depth: usize,
    /// The label of a row, which can stand only in its first cell.
    pending_label: Option<&'p Entry<'p>>,
    /// The style of the cell that is written next.
    next_style: Option<CellStyle>,
    /// The columns of the table that is open, where both texts have it.
    table: Option<Columns<'p>>,
    /// The number that the item which is opened next had in the old text, where it was another.
    old_number: Option<u64>,
    /// What the element that is opened next carries of a change around it.
    next_mark: Option<Mark<'p>>,
}

impl<'p> Page<'p> {
    fn new(
        comparison: &'p Comparison<'_>,
        labels: &'p dyn Labels,
        links: BothLinks<'p>,
        options: &'p BothOptions,
        name: &'p str,
    ) -> Self {
        let mut page = Page {
            writer: Writer::new(links.new, &options.new),
            links,
            changes: &comparison.changes,
            name,
            change_of_move: HashMap::new(),
            labels,
            repeated: Repeated::of(labels),
            options: &options.new,
            old_options: &options.old,
            old_depth: 0,
            pending_label: None,
            next_style: None,
            table: None,
            old_number: None,
            next_mark: None,
        };
        page.collect_moves(&comparison.entries);
        page
    }

    /// The part of an id that tells a change from others, from its index.
    fn number(&self, change: usize) -> String {
        let number = (change + 1).to_string();
        match self.name {
            "" => number,
            name => name.to_owned() + &number,
        }
    }

    fn collect_moves(&mut self, entries: &[Entry<'_>]) {
        let mut last: Option<PartOfMove> = None;
        for entry in entries {
            last = match (entry.relation, entry.change, last) {
                (Relation::MovedHere(_), Some(change), _) => Some(PartOfMove { change, nth: 0 }),
                // A definition, whose move is its term's.
                (Relation::MovedHere(_), None, Some(PartOfMove { change, nth })) => {
                    let nth = nth + 1;
                    Some(PartOfMove { change, nth })
                }
                (Relation::MovedAway(_) | Relation::Removed, ..) => last,
                _ => None,
            };
            if let (Relation::MovedHere(number), Some(part)) = (entry.relation, last) {
                self.change_of_move.insert(number, part);
            }
            if let Inside::Entries(inside) = &entry.inside {
                self.collect_moves(inside);
            }
        }
    }

    /// The part of an id that tells what moved from all else.
    fn number_of_part(&self, part: PartOfMove) -> String {
        let number = self.number(part.change);
        match part.nth {
            0 => number,
            nth => format!("{number}-{}", nth + 1),
        }
    }

    fn entries(&mut self, entries: &'p [Entry<'p>]) {
        for entry in entries {
            self.entry(entry);
        }
    }

    fn entry(&mut self, entry: &'p Entry<'p>) {
        match entry.relation {
            Relation::MovedAway(number) => self.old_place(entry, number),
            Relation::Added | Relation::Removed => self.one_sided(entry),
            Relation::Regrouped => self.regrouped(entry),
            _ if entry.is_section() => self.section(entry),
            _ => self.two_sided(entry),
        }
    }

    /// Where something stood that is elsewhere now.
    fn old_place(&mut self, entry: &'p Entry<'p>, number: usize) {
        let Some(&part) = self.change_of_move.get(&number) else {
            return;
        };
        let change = part.change;
        let Some(&block) = entry.old.first() else {
            return;
        };
        let attributes = format!(
            "id=\"moved-{0}\" class=\"moved-away\" data-moved-to=\"change-{0}\"",
            self.number_of_part(part)
        );
        let label = self.labels.label(&Label::MovedAway {
            to: self.changes[change].heading_now(),
        });
        self.without_ids(|page| match block.kind {
            BlockKind::ListItem { .. }
            | BlockKind::Footnote { .. }
            | BlockKind::DefinitionTerm
            | BlockKind::Definition => {
                page.writer.open(block, &attributes);
                page.link_label(&label, change);
                page.writer.close(block);
            }
            BlockKind::TableRow { .. } => page.old_row(block, &attributes, &label, change),
            _ => {
                page.writer.raw_parts(format_args!("<p {attributes}>"));
                page.link_label(&label, change);
                page.writer.raw("</p>\n");
            }
        });
    }

    /// A moved section, as one element.
    fn section(&mut self, entry: &'p Entry<'p>) {
        let attributes = self.change_attributes(entry);
        self.writer
            .raw_parts(format_args!("<section {attributes}>\n"));
        self.label_of(entry, "p");
        if let Inside::Entries(inside) = &entry.inside {
            self.entries(inside);
        }
        self.writer.raw("</section>\n");
    }

    /// What only one of the texts has.
    fn one_sided(&mut self, entry: &'p Entry<'p>) {
        let is_added = entry.relation == Relation::Added;
        let blocks = if is_added { &entry.new } else { &entry.old };
        for (at, &block) in blocks.iter().enumerate() {
            let change = entry.change.filter(|_| at == 0);
            if is_added {
                self.one_sided_block(entry, block, change.is_some(), "ins");
            } else {
                self.without_ids(|page| {
                    page.one_sided_block(entry, block, change.is_some(), "del");
                });
            }
        }
    }

    fn one_sided_block(
        &mut self,
        entry: &'p Entry<'p>,
        block: &'p Block,
        is_marked: bool,
        tag: &str,
    ) {
        let shape = Shape::of(block);
        let inside = match &entry.inside {
            Inside::Entries(inside) => Some(inside),
            _ => None,
        };
        if elements::takes_attributes(shape) {
            if is_marked && self.is_old_place_of_column(entry) {
                self.old_header(entry, block);
                return;
            }
            let attributes = if is_marked {
                self.change_attributes(entry)
            } else {
                String::new()
            };
            self.open(block, &attributes);
            match (shape, inside) {
                (Shape::Row, _) => self.one_sided_row(entry, block, is_marked, tag),
                (_, Some(inside)) => {
                    self.label_if(is_marked, entry);
                    self.entries(inside);
                }
                _ => {
                    self.label_if(is_marked, entry);
                    self.wrapped(tag, |page| page.writer.contents(block));
                }
            }
            self.writer.close(block);
            return;
        }
        let write = |page: &mut Self| match inside {
            // A list or table with something that moved.
            Some(inside) => {
                page.open(block, "");
                page.entries(inside);
                page.writer.close(block);
            }
            None => page.wrapped(tag, |page| page.writer.block(block)),
        };
        if is_marked {
            self.in_change(entry, write);
        } else {
            write(self);
        }
    }

    /// What both texts have.
    fn two_sided(&mut self, entry: &'p Entry<'p>) {
        let Some(&block) = entry.new.first() else {
            return;
        };
        let shape = Shape::of(block);
        let both = entry.old.first().zip(entry.new.first());
        self.old_number = both.and_then(|(old, new)| elements::old_number((old, new)));
        if entry.change.is_none() {
            let attributes = self.attributes_of_part(entry);
            self.content(entry, &attributes);
        } else if elements::takes_attributes(shape) {
            let attributes = self.change_attributes(entry);
            self.content(entry, &attributes);
        } else {
            self.in_change(entry, |page| page.content(entry, ""));
        }
    }

    /// The blocks of an entry, marked; `attributes` go on the first of their elements, with the label
    /// inside.
    fn content(&mut self, entry: &'p Entry<'p>, attributes: &str) {
        match &entry.inside {
            Inside::Words(words) => self.words(entry, words, attributes),
            Inside::BeforeAfter => {
                self.without_ids(|page| {
                    for block in &entry.old {
                        page.wrapped("del", |page| page.writer.block(block));
                    }
                });
                for block in &entry.new {
                    self.wrapped("ins", |page| page.writer.block(block));
                }
            }
            Inside::Lines(lines) => self.lines(entry, lines),
            Inside::Html(edits) => {
                if let Some(&block) = entry.new.first() {
                    self.block(entry, block, attributes, |page| {
                        page.html_words(entry, edits);
                    });
                }
            }
            Inside::Blocks => {
                for (at, &block) in entry.new.iter().enumerate() {
                    let attributes = if at == 0 { attributes } else { "" };
                    self.block(entry, block, attributes, |page| page.writer.contents(block));
                }
            }
            Inside::Entries(inside) => {
                if let Some(&block) = entry.new.first() {
                    self.block(entry, block, attributes, |page| page.entries(inside));
                }
            }
        }
    }

    /// A block of the new text with the label of its change, if its element carries it.
    fn block(
        &mut self,
        entry: &'p Entry<'p>,
        block: &'p Block,
        attributes: &str,
        contents: impl FnOnce(&mut Self),
    ) {
        self.open(block, attributes);
        if Shape::of(block) == Shape::Row {
            self.row(entry, block, !attributes.is_empty());
        } else {
            self.label_if(!attributes.is_empty(), entry);
            let around = std::mem::replace(&mut self.table, Columns::of(entry));
            contents(self);
            self.table = around;
        }
        self.writer.close(block);
    }

    /// Opens a block; the first cell of a row takes the row's label.
    fn open(&mut self, block: &'p Block, attributes: &str) {
        let mark = self.next_mark.take();
        match self.next_style.take() {
            Some(style) if Shape::of(block) == Shape::Cell => {
                self.writer.open_cell(block, style, attributes);
            }
            _ => match (self.old_number.take(), &mark) {
                (None, None) => self.writer.open(block, attributes),
                (number, mark) => {
                    let mark = mark.as_ref().map(|mark| self.attributes_of_mark(mark));
                    let number = number.map(with_old_number);
                    let own = Some(attributes.to_owned()).filter(|own| !own.is_empty());
                    let all: Vec<String> = own.into_iter().chain(mark).chain(number).collect();
                    self.writer.open(block, &all.join(" "));
                }
            },
        }
        if let Some(entry) = mark.and_then(|mark| mark.label()) {
            self.label_of(entry, "span");
        }
        if Shape::of(block) == Shape::Cell
            && let Some(row) = self.pending_label.take()
        {
            self.label_of(row, "span");
        }
    }

    /// Writes what only the old text has.
    fn without_ids(&mut self, write: impl FnOnce(&mut Self)) {
        self.old_depth += 1;
        self.writer.switch(self.old_options, self.links.old);
        write(self);
        self.old_depth -= 1;
        if self.old_depth == 0 {
            self.writer.switch(self.options, self.links.new);
        }
    }

    fn wrapped(&mut self, tag: &str, write: impl FnOnce(&mut Self)) {
        self.start_tag(tag);
        write(self);
        self.end_tag(tag);
    }

    fn start_tag(&mut self, tag: &str) {
        self.writer.raw("<");
        self.writer.raw(tag);
        self.writer.raw(">");
    }

    fn end_tag(&mut self, tag: &str) {
        self.writer.raw("</");
        self.writer.raw(tag);
        self.writer.raw(">");
    }
}

/// Says what number an item had in the old text.
fn with_old_number(number: u64) -> String {
    format!("data-old-value=\"{number}\"")
}

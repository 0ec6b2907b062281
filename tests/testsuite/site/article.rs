//! What an article says, read by its marks: `ins`, `del`, `data-aside`, `data-moved-from`,
//! `data-moved-to`. Nothing here knows how a comparison was made.

use std::collections::HashMap;

use scraper::{ElementRef, Node};

/// A text of a version, a comparison, or the languages side by side.
pub struct Article<'a> {
    element: ElementRef<'a>,
}

/// Which text of a comparison is read. The article of one version reads the same on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// All changes rejected.
    Old,
    /// All changes accepted.
    New,
}

/// The smallest piece of structure that has words of its own: a heading, a paragraph, an item
/// without the list nested in it, a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The element's name; `li` for a paragraph of an item, so that items with and without space
    /// between them are alike.
    pub name: String,
    /// Its own words with all changes rejected, a space between each two.
    pub old: String,
    /// Its own words with all changes accepted, a space between each two.
    pub new: String,
    /// Whether some of its own words are in `ins` or `del`.
    pub marked: bool,
}

/// Elements that begin a block of their own.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

impl<'a> Article<'a> {
    /// The article in an element.
    pub fn new(element: ElementRef<'a>) -> Self {
        Article { element }
    }

    /// The value of one of its marks.
    pub fn mark(&self, name: &str) -> Option<&'a str> {
        self.element.attr(name)
    }

    /// Its text on one side, without white space: each moved block at its place on that side.
    pub fn text(&self, side: Side) -> String {
        let mut reader = Reader {
            side,
            moved: moved_blocks(self.element),
            text: String::new(),
        };
        reader.read_inside(self.element);
        reader.text
    }

    /// Where languages stand side by side: the text in the cells of one on a side, in order, without
    /// white space.
    pub fn cells(&self, language: &str, side: Side) -> String {
        let mut reader = Reader {
            side,
            moved: moved_blocks(self.element),
            text: String::new(),
        };
        let mut cells: Vec<ElementRef<'_>> = self.element.child_elements().collect();
        cells.reverse();
        while let Some(element) = cells.pop() {
            match element.attr("lang") {
                Some(lang) if lang == language => reader.read_inside(element),
                Some(_) => {}
                None => cells.extend(
                    element
                        .child_elements()
                        .collect::<Vec<_>>()
                        .into_iter()
                        .rev(),
                ),
            }
        }
        reader.text
    }

    /// Its blocks with words of their own, in the order of the page.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::new("article")];
        gather(self.element, Marked::default(), 0, &mut blocks);
        for block in &mut blocks {
            for side in [&mut block.old, &mut block.new] {
                *side = side.split_whitespace().collect::<Vec<_>>().join(" ");
            }
        }
        blocks.retain(|block| !block.old.is_empty() || !block.new.is_empty());
        blocks
    }
}

fn is_aside(element: ElementRef<'_>) -> bool {
    element.attr("data-aside").is_some()
}

fn moved_blocks(article: ElementRef<'_>) -> HashMap<&str, ElementRef<'_>> {
    let moved = article.descendent_elements();
    let moved = moved.filter(|element| element.attr("data-moved-from").is_some());
    moved
        .filter_map(|element| Some((element.attr("id")?, element)))
        .collect()
}

struct Reader<'a> {
    side: Side,
    moved: HashMap<&'a str, ElementRef<'a>>,
    text: String,
}

impl<'a> Reader<'a> {
    fn read_inside(&mut self, element: ElementRef<'a>) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.text.extend(text.split_whitespace()),
                Node::Element(_) => self.read(ElementRef::wrap(child).unwrap()),
                _ => {}
            }
        }
    }

    fn read(&mut self, element: ElementRef<'a>) {
        match (element.value().name(), self.side) {
            ("ins", Side::Old) | ("del", Side::New) => return,
            ("img", _) => self
                .text
                .extend(element.attr("alt").unwrap_or_default().split_whitespace()),
            _ => {}
        }
        if let Some(id) = element.attr("data-moved-to") {
            self.read_old_place(element, id);
        } else if !is_aside(element)
            && (self.side == Side::New || element.attr("data-moved-from").is_none())
        {
            self.read_inside(element);
        }
    }

    fn read_old_place(&mut self, place: ElementRef<'a>, id: &str) {
        let labels = Article::new(place).blocks();
        assert!(labels.is_empty(), "an old place holds words: {labels:?}");
        if self.side == Side::Old {
            let moved = self.moved.get(id).copied();
            self.read_inside(moved.unwrap_or_else(|| panic!("nothing moved has the id {id}")));
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Marked {
    inserted: bool,
    deleted: bool,
}

impl Block {
    fn new(name: &str) -> Self {
        Block {
            name: name.to_owned(),
            old: String::new(),
            new: String::new(),
            marked: false,
        }
    }

    fn add(&mut self, text: &str, marked: Marked) {
        if !marked.inserted {
            self.old.push_str(text);
        }
        if !marked.deleted {
            self.new.push_str(text);
        }
        self.marked |= !text.trim().is_empty() && (marked.inserted || marked.deleted);
    }
}

fn gather(element: ElementRef<'_>, marked: Marked, block: usize, blocks: &mut Vec<Block>) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            blocks[block].add(text, marked);
        }
        let Some(child) = ElementRef::wrap(child).filter(|child| !is_aside(*child)) else {
            continue;
        };
        let name = child.value().name();
        let marked = Marked {
            inserted: marked.inserted || name == "ins",
            deleted: marked.deleted || name == "del",
        };
        let mut block = block;
        if BLOCKS.contains(&name) {
            let of_item = name == "p" && blocks[block].name == "li";
            blocks.push(Block::new(if of_item { "li" } else { name }));
            block = blocks.len() - 1;
        } else if name == "img" {
            blocks[block].add(child.attr("alt").unwrap_or_default(), marked);
        }
        gather(child, marked, block, blocks);
    }
}

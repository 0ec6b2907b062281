//! Cleaned HTML, written as it fits the page, and its words.

use crate::markdown::anchors;
use crate::markdown::escape;
use crate::markdown::tag::{self, Piece, Tag};

/// Writes cleaned HTML once more, with its headings `lower` levels lower, and gives it with the words that
/// a reader sees of it.
pub(super) fn fit(cleaned: &str, lower: u8) -> (String, String) {
    let mut page = Page {
        lower,
        links: Vec::new(),
        html: String::with_capacity(cleaned.len()),
        text: String::new(),
    };
    for piece in tag::pieces(cleaned) {
        page.piece(&piece);
    }
    (page.html.trim().to_owned(), page.text.trim().to_owned())
}

/// Writes cleaned HTML as it fits the page, and gathers its words.
struct Page {
    /// How many levels lower headings are shown.
    lower: u8,
    /// The links that are open, and whether each is shown: a link within a link is none.
    links: Vec<bool>,
    html: String,
    text: String,
}

impl Page {
    fn piece(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Text(text) => {
                self.html.push_str(text);
                self.words(&tag::decode(text));
            }
            Piece::Start(tag) => self.start(tag),
            Piece::End(name, _) => self.end(name),
            Piece::Opaque(_) | Piece::Comment(_) => {}
        }
    }

    /// White space as the page shows it: one space, or none after another.
    fn words(&mut self, words: &str) {
        for character in words.chars() {
            if !character.is_ascii_whitespace() {
                self.text.push(character);
            } else if !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    fn boundary(&mut self, name: &str) {
        if !is_in_line(name) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.truncate(self.text.trim_end_matches(' ').len());
            self.text.push('\n');
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        self.boundary(&tag.name);
        if tag.name == "a" {
            let shown = !self.links.contains(&true);
            self.links.push(shown);
            if !shown {
                return;
            }
        }
        if tag.name == "table" {
            self.html
                .push_str("<div class=\"table-scroll\" data-table>");
        }
        if tag.name == "img"
            && let Some(description) = tag.attribute("alt")
        {
            self.words(&description);
        }
        self.html.push('<');
        self.name(&tag.name);
        self.attributes(tag);
        self.html.push('>');
    }

    fn end(&mut self, name: &str) {
        self.boundary(name);
        if name == "a" && self.links.pop() == Some(false) {
            return;
        }
        self.html.push_str("</");
        self.name(name);
        self.html.push('>');
        if name == "table" {
            self.html.push_str("</div>");
        }
    }

    fn name(&mut self, name: &str) {
        match shown_as(name) {
            Some(element) => self.html.push_str(element),
            None => match heading_level(name) {
                Some(level) => self
                    .html
                    .push_str(&format!("h{}", (level + self.lower).min(6))),
                None => self.html.push_str(name),
            },
        }
    }

    fn attributes(&mut self, tag: &Tag<'_>) {
        let mut has_id = false;
        for attribute in tag.attributes() {
            let value = attribute.value();
            match (&*attribute.name, &*tag.name) {
                ("id", _) | ("name", "a") if !has_id => {
                    if let Some(id) = anchors::safe_id(&value) {
                        escape::attribute(&mut self.html, "id", &id);
                        has_id = true;
                    }
                }
                ("id" | "name", _) => {}
                ("align", _) => self.alignment(&value),
                ("style", element) => self.style(element, &value),
                ("type", _) if !matches!(&*value, "1" | "a" | "A" | "i" | "I") => {}
                ("src", "img") => {
                    escape::attribute(&mut self.html, "src", &value);
                    self.html.push_str(" loading=\"lazy\" decoding=\"async\"");
                }
                (name, _) => escape::attribute(&mut self.html, name, &value),
            }
        }
        if tag.name == "img" && tag.attribute("alt").is_none() {
            self.html.push_str(" alt=\"\"");
        }
    }

    fn alignment(&mut self, value: &str) {
        let class = match value.trim().to_ascii_lowercase().as_str() {
            "right" | "end" => "align-right",
            "center" => "align-center",
            "left" | "start" => "align-left",
            _ => return,
        };
        escape::attribute(&mut self.html, "class", class);
    }

    fn style(&mut self, element: &str, style: &str) {
        for declaration in style.split(';') {
            let Some((property, value)) = declaration.split_once(':') else {
                continue;
            };
            match (property.trim(), element) {
                ("text-align", _) => self.alignment(value),
                ("list-style-type", "ol") => {
                    if let Some(kind) = list_type(value.trim()) {
                        escape::attribute(&mut self.html, "type", kind);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The `type` of a list from the CSS counter style.
fn list_type(style: &str) -> Option<&'static str> {
    Some(match style {
        "decimal" => "1",
        "lower-alpha" | "lower-latin" => "a",
        "upper-alpha" | "upper-latin" => "A",
        "lower-roman" => "i",
        "upper-roman" => "I",
        _ => return None,
    })
}

/// The element that stands for one that is obsolete, or that means something else on the page.
fn shown_as(name: &str) -> Option<&'static str> {
    Some(match name {
        "ins" => "u",
        "del" | "strike" => "s",
        "tt" => "code",
        "acronym" => "abbr",
        "big" | "font" => "span",
        "center" | "section" | "article" | "aside" => "div",
        _ => return None,
    })
}

/// The level of a heading element.
fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Whether an element stands among words, so that it does not part them.
fn is_in_line(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}

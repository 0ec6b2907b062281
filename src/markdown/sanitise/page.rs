//! Cleaned HTML, written as it fits the page, and its words.

use crate::markdown::anchors;
use crate::markdown::between_tags::Said;
use crate::markdown::escape;
use crate::markdown::tag::{self, Attribute, Piece, Tag};

/// Writes HTML, cleaned from `raw`, once more, with its headings `lower` levels lower, and gives it with the words that
/// a reader sees of it.
///
/// `details` that the block leaves open are unfolded: Markdown stands between their tags, in blocks of its
/// own, and could not be folded with them.
pub(super) fn fit(cleaned: &str, raw: &str, lower: u8) -> (String, String) {
    let mut page = Page {
        lower,
        open: Vec::new(),
        in_link: false,
        unfolded: is_left_open(raw, "details"),
        html: String::with_capacity(cleaned.len()),
        said: Said::default(),
    };
    for piece in tag::pieces(cleaned) {
        page.piece(&piece);
    }
    (
        page.html.trim().to_owned(),
        page.said.text.trim().to_owned(),
    )
}

/// Writes cleaned HTML as it fits the page, and gathers its words.
struct Page {
    /// How many levels lower headings are shown.
    lower: u8,
    /// The elements that are open, the outermost first.
    open: Vec<Open>,
    /// Whether a link is open.
    in_link: bool,
    /// Whether what `details` hold is shown at once.
    unfolded: bool,
    html: String,
    said: Said,
}

/// An element that is open.
enum Open {
    /// One that needs no care, with the name that it has on the page.
    Plain(String),
    /// A list. What it holds between its items is put into the item before, which waits for its end tag.
    List {
        name: &'static str,
        item_waits: bool,
    },
    /// An item of the list that is open around it.
    Item,
    /// A link that is shown; a link within it is not.
    Link,
    /// An element of which only the contents are shown.
    Dropped,
}

/// Whether raw HTML has more start tags than end tags of an element.
fn is_left_open(raw: &str, element: &str) -> bool {
    let mut open = 0;
    for piece in tag::pieces(raw) {
        match piece {
            Piece::Start(tag) if tag.name == element => open += 1,
            Piece::End(name, _) if name == element => open -= 1,
            _ => {}
        }
    }
    open > 0
}

impl Page {
    fn piece(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Text(text) => {
                let waits = matches!(
                    self.open.last(),
                    Some(Open::List {
                        item_waits: true,
                        ..
                    })
                );
                if waits && !text.trim().is_empty() && !self.html.ends_with("<br>") {
                    self.html.push_str("<br>");
                }
                self.html.push_str(text);
                self.said.words(&tag::decode(text));
            }
            Piece::Start(tag) => self.start(tag),
            Piece::End(name, _) => self.end(name),
            Piece::Opaque(_) | Piece::Comment(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        self.said.boundary(&tag.name);
        let open = self.opened(&tag.name);
        match &open {
            Open::Dropped => {}
            Open::Plain(name) => self.tag(name, tag),
            Open::List { name, .. } => self.tag(name, tag),
            Open::Item => self.tag("li", tag),
            Open::Link => self.tag("a", tag),
        }
        if !tag::is_void(&tag.name) {
            self.open.push(open);
        }
    }

    /// What an element is on the page, where it stands.
    fn opened(&mut self, name: &str) -> Open {
        match name {
            "ol" => Open::List {
                name: "ol",
                item_waits: false,
            },
            "ul" => Open::List {
                name: "ul",
                item_waits: false,
            },
            "li" if matches!(self.open.last(), Some(Open::List { .. })) => {
                self.end_item();
                Open::Item
            }
            // An item without a list is none.
            "li" => Open::Plain("div".to_owned()),
            "a" if std::mem::replace(&mut self.in_link, true) => Open::Dropped,
            "a" => Open::Link,
            "details" | "summary" if self.unfolded => Open::Plain("div".to_owned()),
            _ => Open::Plain(match heading_level(name) {
                Some(level) => format!("h{}", (level + self.lower).min(6)),
                None => shown_as(name).unwrap_or(name).to_owned(),
            }),
        }
    }

    fn tag(&mut self, name: &str, tag: &Tag<'_>) {
        if name == "table" {
            self.html
                .push_str("<div class=\"table-scroll\" data-table>");
        }
        if let (true, Some(description)) = (name == "img", tag.attribute("alt")) {
            self.said.words(&description);
        }
        self.html.push('<');
        self.html.push_str(name);
        self.attributes(name, tag);
        self.html.push('>');
    }

    fn end(&mut self, name: &str) {
        self.said.boundary(name);
        match self.open.pop() {
            Some(Open::Plain(name)) => {
                self.html.push_str(&format!("</{name}>"));
                if name == "table" {
                    self.html.push_str("</div>");
                }
            }
            Some(Open::List { name, item_waits }) => {
                let item = if item_waits { "</li>" } else { "" };
                self.html.push_str(&format!("{item}</{name}>"));
            }
            Some(Open::Item) => {
                if let Some(Open::List { item_waits, .. }) = self.open.last_mut() {
                    *item_waits = true;
                }
            }
            Some(Open::Link) => {
                self.in_link = false;
                self.html.push_str("</a>");
            }
            Some(Open::Dropped) | None => {}
        }
    }

    /// Ends the item of the innermost list that waits for its end tag.
    fn end_item(&mut self) {
        if let Some(Open::List { item_waits, .. }) = self.open.last_mut()
            && std::mem::take(item_waits)
        {
            self.html.push_str("</li>");
        }
    }

    fn attributes(&mut self, element: &str, tag: &Tag<'_>) {
        let mut written: Vec<(String, String)> = Vec::new();
        for attribute in tag.attributes() {
            for (name, value) in on_page(element, &attribute) {
                if !written.iter().any(|(known, _)| *known == name) {
                    written.push((name, value));
                }
            }
        }
        if element == "img" {
            if !written.iter().any(|(name, _)| name == "alt") {
                written.push(("alt".to_owned(), String::new()));
            }
            written.extend(
                [("loading", "lazy"), ("decoding", "async")]
                    .map(|(name, value)| (name.to_owned(), value.to_owned())),
            );
        }
        for (name, value) in &written {
            escape::attribute(&mut self.html, name, value);
        }
    }
}

/// What an attribute is on the page, for an element that has its name there.
fn on_page(element: &str, attribute: &Attribute<'_>) -> Vec<(String, String)> {
    let value = attribute.value();
    let one = |name: &str, value: Option<String>| {
        value
            .map(|value| (name.to_owned(), value))
            .into_iter()
            .collect()
    };
    match (&*attribute.name, element) {
        ("id", _) | ("name", "a") => one("id", anchors::safe_id(&value)),
        ("align", _) => one("class", alignment_class(&value)),
        ("style", _) => style(element, &value),
        ("type", _) if !matches!(&*value, "1" | "a" | "A" | "i" | "I") => Vec::new(),
        ("value" | "open", "div") => Vec::new(),
        (name, _) => one(name, Some(value.clone().into_owned())),
    }
}

fn alignment_class(value: &str) -> Option<String> {
    let class = match value.trim().to_ascii_lowercase().as_str() {
        "right" | "end" => "align-right",
        "center" => "align-center",
        "left" | "start" => "align-left",
        _ => return None,
    };
    Some(class.to_owned())
}

/// Styles are attributes and classes on the page, so that it needs no style of its own.
fn style(element: &str, style: &str) -> Vec<(String, String)> {
    let declaration = |declaration: &str| {
        let (property, value) = declaration.split_once(':')?;
        match (property.trim(), element) {
            ("text-align", _) => Some(("class".to_owned(), alignment_class(value)?)),
            ("list-style-type", "ol") => {
                Some(("type".to_owned(), list_type(value.trim())?.to_owned()))
            }
            _ => None,
        }
    };
    style.split(';').filter_map(declaration).collect()
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

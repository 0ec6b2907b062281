//! Blocks of raw HTML, made safe.
//!
//! [`ammonia`] takes out what is not allowed. What is left is written once more, so that it fits the
//! page: headings at the text's levels, `ins` and `del` (which belong to comparisons) as `u` and `s`,
//! lettered lists by `type` and not by style, tables that can scroll.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::RawHtml;
use super::anchors;
use super::escape;
use super::links;
use super::tag::{self, Attribute, Edit, Piece, Tag};

/// Elements that are kept. What is written as another element is in [`shown_as`].
const ELEMENTS: [&str; 72] = [
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "data",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
    "section",
    "article",
    "aside",
];

/// Elements that go with their contents.
const HIDDEN: [&str; 9] = [
    "script", "style", "template", "noscript", "iframe", "object", "textarea", "select", "title",
];

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let of = |names: &[&'static str]| names.iter().copied().collect::<HashSet<_>>();
    let attributes = HashMap::from([
        ("a", of(&["href", "name", "hreflang"])),
        ("bdo", of(&["dir"])),
        ("col", of(&["span"])),
        ("colgroup", of(&["span"])),
        ("data", of(&["value"])),
        ("details", of(&["open"])),
        ("img", of(&["alt", "height", "src", "width"])),
        ("li", of(&["value"])),
        ("ol", of(&["start", "type", "reversed"])),
        ("td", of(&["colspan", "rowspan"])),
        ("th", of(&["colspan", "rowspan", "scope"])),
        ("time", of(&["datetime"])),
    ]);
    let mut cleaner = ammonia::Builder::empty();
    cleaner
        .tags(of(&ELEMENTS))
        .clean_content_tags(of(&HIDDEN))
        .tag_attributes(attributes)
        .generic_attributes(of(&["align", "dir", "id", "lang", "style", "title"]))
        .filter_style_properties(of(&["list-style-type", "text-align"]))
        .url_schemes(links::SAFE_SCHEMES.iter().copied().collect())
        .link_rel(None);
    cleaner
});

/// Raw HTML without its comments, which are neither shown nor compared.
pub(super) fn without_comments(raw: &str) -> Cow<'_, str> {
    if !raw.contains("<!") && !raw.contains("<?") {
        return Cow::Borrowed(raw);
    }
    let pieces = tag::pieces(raw).filter(|piece| !matches!(piece, Piece::Comment(_)));
    Cow::Owned(pieces.map(|piece| piece.raw()).collect())
}

/// The first thing in raw HTML that is not allowed: where it is, in bytes, and its name.
pub(super) fn refused(raw: &str) -> Option<(Range<usize>, String)> {
    let mut at = 0;
    for piece in tag::pieces(raw) {
        let range = at..at + piece.raw().len();
        at = range.end;
        if let Piece::Start(tag) = piece {
            if !ELEMENTS.contains(&&*tag.name) {
                return Some((range, tag.name.into_owned()));
            }
            if let Some(attribute) = tag.attributes().find(is_refused) {
                return Some((range, attribute.name.into_owned()));
            }
        }
    }
    None
}

fn is_refused(attribute: &Attribute<'_>) -> bool {
    match &*attribute.name {
        "href" | "src" => links::is_refused(&attribute.value()),
        name => name.starts_with("on"),
    }
}

/// A start tag with every entity resolved that serialised HTML does not need.
pub(super) fn tag_with_plain_entities(tag: &Tag<'_>) -> String {
    CLEANER.clean(tag.raw).to_string()
}

/// A tag of a site that trusts its authors, its id made harmless.
pub(super) fn trusted_tag(tag: &Tag<'_>) -> String {
    tag::edit_attributes(tag.raw, |_, attribute| safe_id(attribute)).into_owned()
}

/// The same without an id.
pub(super) fn trusted_tag_without_id(tag: &Tag<'_>) -> String {
    let edited = tag::edit_attributes(tag.raw, |_, attribute| match &*attribute.name {
        "id" => Edit::Drop,
        _ => Edit::Keep,
    });
    renamed_trusted(&edited)
}

fn safe_id(attribute: &Attribute<'_>) -> Edit {
    if attribute.name != "id" {
        return Edit::Keep;
    }
    match anchors::safe_id(&attribute.value()) {
        Some(id) if id == attribute.raw => Edit::Keep,
        Some(id) => Edit::Set(id),
        None => Edit::Drop,
    }
}

/// Raw HTML as it is put on the page, and the words that a reader sees of it. `lower` is how many
/// levels lower its headings are shown.
pub(super) fn block(raw: &str, rule: RawHtml, lower: u8) -> (String, String) {
    let cleaned = CLEANER.clean(raw).to_string();
    let mut page = Page {
        lower,
        html: String::with_capacity(cleaned.len()),
        text: String::new(),
    };
    for piece in tag::pieces(&cleaned) {
        page.piece(&piece);
    }
    let text = page.text.trim().to_owned();
    match rule {
        RawHtml::Trust => {
            let edited = tag::edit_attributes(raw, |_, attribute| safe_id(attribute));
            (renamed_trusted(&edited).trim_end().to_owned(), text)
        }
        _ => (page.html.trim().to_owned(), text),
    }
}

/// `ins` and `del` belong to comparisons, even where authors are trusted.
fn renamed_trusted(html: &str) -> String {
    let mut renamed = String::with_capacity(html.len());
    for piece in tag::pieces(html) {
        let raw = piece.raw();
        let (name, slash) = match &piece {
            Piece::Start(tag) => (&*tag.name, ""),
            Piece::End(name, _) => (&**name, "/"),
            _ => ("", ""),
        };
        match name {
            "ins" | "del" => {
                let element = if name == "ins" { "u" } else { "s" };
                renamed.push_str(&format!(
                    "<{slash}{element}{}",
                    &raw[1 + slash.len() + name.len()..]
                ));
            }
            _ => renamed.push_str(raw),
        }
    }
    renamed
}

/// Writes cleaned HTML as it fits the page, and gathers its words.
struct Page {
    lower: u8,
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

/// Whether raw HTML has a heading of level one.
pub(super) fn has_level_one_heading(raw: &str) -> bool {
    raw.contains("<h1") || raw.contains("<H1")
}

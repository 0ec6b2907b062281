//! Raw HTML within a line: which tags mean something, and what is kept of them.
//!
//! What is kept is written anew from an allow-list of elements and attributes, so that it is safe
//! whatever was written.

use std::borrow::Cow;

use super::RawHtml;
use super::anchors;
use super::escape;
use super::links;
use super::sanitise;
use super::tag::{self, Piece, Tag};
use super::tree::{Content, Mark};

/// What a tag within a line comes to.
pub(super) enum RawInline {
    /// Nothing that is shown: a comment.
    Nothing,
    /// Something that stands alone.
    Alone(Content),
    /// The start of an element, with the mark that it lays over its words if it lays one, and its id.
    Open {
        name: String,
        mark: Option<Mark>,
        id: Option<String>,
    },
    /// The end of an element.
    Close { name: String },
    /// A tag that is not allowed, with what stands in its place.
    Refused {
        name: String,
        content: Option<Content>,
    },
}

/// Elements whose contents are no words for a reader.
pub(super) fn hides_contents(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "template" | "noscript" | "iframe" | "object" | "textarea" | "select"
    )
}

/// An empty element that a link can lead to.
pub(super) fn target(id: &str) -> String {
    format!("<span id=\"{id}\"></span>")
}

/// Reads one tag.
pub(super) fn read(raw: &str, rule: RawHtml) -> RawInline {
    match tag::pieces(raw).next() {
        Some(Piece::Start(tag)) if rule == RawHtml::Trust => trusted(&tag),
        Some(Piece::Start(tag)) if tag.raw.contains('&') => {
            let plain = sanitise::tag_with_plain_entities(&tag);
            match tag::pieces(&plain).next() {
                Some(Piece::Start(plain)) => start(&plain),
                _ => RawInline::Refused {
                    name: tag.name.into_owned(),
                    content: None,
                },
            }
        }
        Some(Piece::Start(tag)) => start(&tag),
        Some(Piece::End(name, _)) if name == "br" => RawInline::Alone(Content::HardBreak),
        Some(Piece::End(name, _)) => RawInline::Close {
            name: name.into_owned(),
        },
        _ => RawInline::Nothing,
    }
}

fn start(tag: &Tag<'_>) -> RawInline {
    let mark = match &*tag.name {
        "br" => return RawInline::Alone(Content::HardBreak),
        "wbr" => return RawInline::Alone(Content::Html("<wbr>".to_owned())),
        "img" => return image(tag),
        "a" => link(tag),
        "b" | "strong" => Some(Mark::Strong),
        "i" | "em" => Some(Mark::Emphasis),
        "s" | "del" | "strike" => Some(Mark::Strikethrough),
        name => match shown_as(name) {
            Some(element) => Some(element_mark(element, tag)),
            None => {
                return RawInline::Refused {
                    name: name.to_owned(),
                    content: None,
                };
            }
        },
    };
    RawInline::Open {
        name: tag.name.to_string(),
        mark,
        id: id(tag),
    }
}

/// The element that an element of raw HTML is shown as, where it is one of those that may stand in a line.
fn shown_as(name: &str) -> Option<&'static str> {
    const KEPT: [&str; 20] = [
        "abbr", "bdi", "bdo", "cite", "code", "data", "dfn", "kbd", "mark", "q", "rp", "rt",
        "ruby", "samp", "small", "span", "sub", "sup", "time", "u",
    ];
    match name {
        "ins" => Some("u"),
        "tt" => Some("code"),
        "acronym" => Some("abbr"),
        "var" => Some("var"),
        "font" | "center" | "big" => Some("span"),
        _ => KEPT.into_iter().find(|&kept| kept == name),
    }
}

fn element_mark(element: &'static str, tag: &Tag<'_>) -> Mark {
    let mut open = format!("<{element}");
    for attribute in tag.attributes() {
        let (name, value) = (&attribute.name, attribute.value());
        let kept = match &**name {
            "lang" | "title" => true,
            "dir" => matches!(&*value, "ltr" | "rtl" | "auto"),
            "datetime" => element == "time",
            "value" => element == "data",
            _ => false,
        };
        if kept && !open.contains(&format!(" {name}=")) {
            escape::attribute(&mut open, name, &value);
        }
    }
    open.push('>');
    Mark::Html {
        name: element.to_owned(),
        open,
    }
}

fn link(tag: &Tag<'_>) -> Option<Mark> {
    let target = tag.attribute("href")?.trim().to_owned();
    let title = tag
        .attribute("title")
        .map(Cow::into_owned)
        .unwrap_or_default();
    Some(Mark::Link { target, title })
}

fn image(tag: &Tag<'_>) -> RawInline {
    let text = |name| tag.attribute(name).map(Cow::into_owned).unwrap_or_default();
    let target = text("src").trim().to_owned();
    if target.is_empty() || links::is_refused(&target) {
        let description = text("alt");
        let content = (!description.is_empty()).then_some(Content::Text(description));
        return RawInline::Refused {
            name: tag.name.to_string(),
            content,
        };
    }
    RawInline::Alone(Content::Image {
        target,
        title: text("title"),
        description: text("alt"),
    })
}

fn id(tag: &Tag<'_>) -> Option<String> {
    let named = || (tag.name == "a").then(|| tag.attribute("name")).flatten();
    tag.attribute("id")
        .or_else(named)
        .and_then(|id| anchors::safe_id(&id))
}

/// A tag of a site that trusts its authors: kept as written, but for its id, which is made harmless,
/// and for `ins` and `del`, which belong to comparisons.
fn trusted(tag: &Tag<'_>) -> RawInline {
    if let "a" | "b" | "strong" | "i" | "em" | "s" | "del" | "strike" | "br" = &*tag.name {
        return start(tag);
    }
    if tag::is_void(&tag.name) {
        return RawInline::Alone(Content::Html(sanitise::trusted_tag(tag)));
    }
    let name = match &*tag.name {
        "ins" => "u",
        name => name,
    };
    let open = sanitise::trusted_tag_without_id(tag);
    RawInline::Open {
        name: tag.name.to_string(),
        mark: Some(Mark::Html {
            name: name.to_owned(),
            open,
        }),
        id: id(tag),
    }
}

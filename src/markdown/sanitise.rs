//! Blocks of raw HTML, made safe.
//!
//! [`ammonia`] takes out what is not allowed. What is left is written once more, so that it fits the
//! page: headings at the text's levels, `ins` and `del` (which belong to comparisons) as `u` and `s`,
//! lettered lists by `type` and not by style, tables that can scroll.

mod page;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::RawHtml;
use super::anchors;
use super::links;
use super::tag::{self, Attribute, Edit, Piece, Tag};

/// Elements that are kept. What is written as another element is in `page`.
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

/// What begins in raw HTML as a comment, or what is treated alike, and has no end: where it begins, in bytes, and
/// what would end it.
pub(super) fn unclosed_comment(raw: &str) -> Option<(Range<usize>, &'static str)> {
    let at = raw.len() - tag::pieces(raw).last()?.raw().len();
    let opening = ["<!--", "<![CDATA[", "<!", "<?"];
    let opening = opening.into_iter().find(|it| raw[at..].starts_with(it))?;
    let end = tag::missing_end(&raw[at..])?;
    Some((at..at + opening.len(), end))
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
    let (html, text) = page::fit(&cleaned, raw, lower);
    match rule {
        RawHtml::Trust => {
            let edited = tag::edit_attributes(raw, |_, attribute| safe_id(attribute));
            (renamed_trusted(&edited).trim_end().to_owned(), text)
        }
        _ => (html, text),
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

/// How deeply elements may lie in each other in a block of raw HTML.
pub(super) const DEPTH_LIMIT: usize = 256;

/// What raw HTML leaves open at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOpen {
    /// How many elements; those whose end tag may be left out are not counted.
    elements: usize,
    /// How many of them are made of rows or items: tables and lists.
    with_rows: usize,
}

impl LeftOpen {
    /// Whether what follows may be a row or an item, which is none by itself.
    pub fn awaits_rows(self) -> bool {
        self.with_rows > 0
    }

    /// What is left open after more raw HTML; nothing where elements would lie in each other too deeply.
    pub fn after(self, raw: &str) -> Option<LeftOpen> {
        let mut open = self;
        for piece in tag::pieces(raw) {
            match piece {
                Piece::Start(tag) if counts(&tag.name) => {
                    open.elements += 1;
                    open.with_rows += usize::from(has_rows(&tag.name));
                }
                Piece::End(name, _) if counts(&name) => {
                    open.elements = open.elements.saturating_sub(1);
                    let rows = usize::from(has_rows(&name));
                    open.with_rows = open.with_rows.saturating_sub(rows);
                }
                _ => {}
            }
            if open.elements > DEPTH_LIMIT {
                return None;
            }
        }
        Some(open)
    }
}

/// Whether an element has an end tag that may not be left out.
fn counts(name: &str) -> bool {
    !tag::is_void(name)
        && !matches!(
            name,
            "li" | "p" | "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "dt" | "dd"
        )
}

fn has_rows(name: &str) -> bool {
    matches!(name, "table" | "ul" | "ol" | "dl")
}

/// Whether raw HTML has a heading of level one.
pub(super) fn has_level_one_heading(raw: &str) -> bool {
    raw.contains("<h1") || raw.contains("<H1")
}

/// Whether an element is a block of its own (a list's item, a cell), so that the words before and after
/// its tags do not belong together.
pub(super) fn parts_words(name: &str) -> bool {
    ELEMENTS.contains(&name) && !tag::is_in_line(name)
}

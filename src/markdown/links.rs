//! The links of a text, and which addresses are refused.

use std::ops::Range;

use super::tag::{self, Piece};
use super::tree::{Block, BlockKind, Content, Mark, Tree};
use crate::bytes;

/// The kinds of address that a link may have. `doc:` leads to a document of the same site.
pub(super) const SAFE_SCHEMES: [&str; 16] = [
    "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sip", "sips", "xmpp", "geo", "news",
    "webcal", "msteams", "callto", "doc",
];

/// Whether an address is of a kind that can do harm (`javascript:`, `data:`, `file:`, or any kind that is
/// not known to be harmless). Read as a browser reads it: control characters, white space, letter case and
/// entities make no difference.
pub fn is_refused(target: &str) -> bool {
    let is_safe = |scheme: &str| {
        let mut safe = SAFE_SCHEMES.into_iter();
        safe.any(|safe| safe.eq_ignore_ascii_case(scheme))
    };
    if !may_have_scheme(target) {
        return false;
    }
    match plain_scheme(target) {
        Some(scheme) => !is_safe(scheme),
        None => scheme(target).is_some_and(|scheme| !is_safe(&scheme)),
    }
}

/// The scheme of an address that has nothing hidden in it.
fn plain_scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    is_scheme(scheme).then_some(scheme)
}

fn is_scheme(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// Whether an address has a colon, or an entity that may stand for one.
fn may_have_scheme(target: &str) -> bool {
    bytes::has(target, |byte| matches!(byte, b':' | b'&'))
}

/// The scheme of an address, in lower case; `None` for one that is relative.
pub fn scheme(target: &str) -> Option<String> {
    if !may_have_scheme(target) {
        return None;
    }
    if let Some(scheme) = plain_scheme(target) {
        return Some(scheme.to_ascii_lowercase());
    }
    let decoded = tag::decode(target)
        .replace("&colon;", ":")
        .replace("&Tab;", "")
        .replace("&NewLine;", "");
    let unseen = |c: &char| !c.is_control() && !c.is_whitespace();
    let plain: String = decoded.chars().filter(unseen).collect();
    let (scheme, _) = plain.split_once(':')?;
    is_scheme(scheme).then(|| scheme.to_ascii_lowercase())
}

/// A link or an image in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkUse {
    /// Its address as written.
    pub target: String,
    /// Where it is in the source, in bytes: the words of a link, an image, or a block of raw HTML.
    pub span: Range<usize>,
    /// Whether it is an image's address.
    pub is_image: bool,
}

/// Every link and image of a text, in the order of the tree, those in raw HTML too.
pub fn collect(tree: &Tree) -> Vec<LinkUse> {
    let mut found = Vec::new();
    tree.walk(&mut |block| {
        links_of_words(block, &mut found);
        if let BlockKind::Html { html, .. } = &block.kind {
            links_of_html(html, &block.span, &mut found);
        }
    });
    found
}

fn links_of_words(block: &Block, found: &mut Vec<LinkUse>) {
    let mut spans: Vec<Option<Range<usize>>> = vec![None; block.marks.len()];
    for inline in &block.inlines {
        for &index in &inline.marks {
            let span = spans[index].get_or_insert_with(|| inline.span.clone());
            span.end = inline.span.end;
        }
    }
    for (mark, span) in block.marks.iter().zip(spans) {
        if let (Mark::Link { target, .. }, Some(span)) = (mark, span) {
            found.push(LinkUse {
                target: target.clone(),
                span,
                is_image: false,
            });
        }
    }
    for inline in &block.inlines {
        match &inline.content {
            Content::Image { target, .. } => {
                found.push(LinkUse {
                    target: target.clone(),
                    span: inline.span.clone(),
                    is_image: true,
                });
            }
            Content::Html(html) => links_of_html(html, &inline.span, found),
            _ => {}
        }
    }
}

fn links_of_html(html: &str, span: &Range<usize>, found: &mut Vec<LinkUse>) {
    for piece in tag::pieces(html) {
        let Piece::Start(tag) = piece else { continue };
        let (name, is_image) = match &*tag.name {
            "a" => ("href", false),
            "img" => ("src", true),
            _ => continue,
        };
        if let Some(target) = tag.attribute(name) {
            found.push(LinkUse {
                target: target.into_owned(),
                span: span.clone(),
                is_image,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_run_programs_are_refused_however_they_are_written() {
        for bad in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " \u{1}javascript:x",
            "java\tscript:x",
            "java\nscript:x",
            "javascript&colon;x",
            "javascript&#58;x",
            "&#x6a;avascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "view-source:x",
            "java&Tab;script:x",
        ] {
            assert!(is_refused(bad), "{bad:?}");
        }
        for good in [
            "",
            "#a",
            "a.md",
            "../leave/",
            "/x?y=a:b",
            "https://example.org/a:b",
            "mailto:a@example.org",
            "tel:+44",
            "//example.org",
            "doc:policy/leave#x",
            "?a:b",
            "a/b:c",
            "R&D",
        ] {
            assert!(!is_refused(good), "{good:?}");
        }
    }
}

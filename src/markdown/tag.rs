//! Raw HTML, cut into tags and text.
//!
//! This reads tags as a browser's tokeniser does, far enough to find them, their names and their
//! attributes. What is safe is not decided here.

mod edit;
mod entity;

use std::borrow::Cow;

pub(super) use edit::{Edit, edit_attributes, lower_headings, unfold};
pub(super) use entity::decode;

/// A piece of HTML, in the order of the source. All pieces together are the whole of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// Text, as written: with its entities.
    Text(&'a str),
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag's name, in lower case, and the tag as written.
    End(Cow<'a, str>, &'a str),
    /// The contents of `script` or `style`, which are no words.
    Opaque(&'a str),
    /// A comment, a declaration or a processing instruction.
    Comment(&'a str),
}

impl<'a> Piece<'a> {
    /// The piece as written.
    pub fn raw(&self) -> &'a str {
        match self {
            Piece::Text(raw) | Piece::End(_, raw) | Piece::Opaque(raw) | Piece::Comment(raw) => raw,
            Piece::Start(tag) => tag.raw,
        }
    }
}

/// A start tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// The element's name, in lower case.
    pub name: Cow<'a, str>,
    /// What stands between the name and `>`.
    inside: &'a str,
    /// The whole tag as written.
    pub raw: &'a str,
}

/// Elements that have no end tag.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether an element stands among words, so that it does not part them.
pub(super) fn is_in_line(name: &str) -> bool {
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

/// The pieces of a stretch of HTML.
pub(super) fn pieces(html: &str) -> Pieces<'_> {
    Pieces {
        rest: html,
        from_last_end: html.rfind('>').map(|at| html.len() - at),
        opaque: None,
    }
}

/// Iterator over the pieces of a stretch of HTML.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    /// How many bytes the last `>` stands before the end: no tag that begins behind it ends.
    from_last_end: Option<usize>,
    opaque: Option<&'static str>,
}

impl<'a> Pieces<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    fn markup(&mut self) -> Option<Piece<'a>> {
        let rest = self.rest;
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let length = comment_length(rest);
            return Some(Piece::Comment(self.take(length)));
        }
        let (closing, name_start) = match rest.as_bytes().get(1) {
            Some(b'/') => (true, 2),
            _ => (false, 1),
        };
        if !rest[name_start..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let may_end = self.from_last_end.is_some_and(|from| from < rest.len());
        let length = may_end.then(|| tag_length(rest))??;
        let raw = self.take(length);
        let inner = raw[name_start..length - 1].trim_end_matches('/');
        let name_end = inner
            .find(|c: char| c.is_ascii_whitespace() || c == '/')
            .unwrap_or(inner.len());
        let name = lower_case(&inner[..name_end]);
        if closing {
            return Some(Piece::End(name, raw));
        }
        self.opaque = ["script", "style"]
            .into_iter()
            .find(|&opaque| opaque == name);
        Some(Piece::Start(Tag {
            name,
            inside: &inner[name_end..],
            raw,
        }))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some(name) = self.opaque.take() {
            let length = find_end_tag(self.rest, name);
            if length > 0 {
                return Some(Piece::Opaque(self.take(length)));
            }
        }
        if self.rest.starts_with('<')
            && let Some(piece) = self.markup()
        {
            return Some(piece);
        }
        let after_first = usize::from(self.rest.starts_with('<'));
        let length = self.rest[after_first..]
            .find('<')
            .map_or(self.rest.len(), |at| at + after_first);
        Some(Piece::Text(self.take(length)))
    }
}

fn comment_length(rest: &str) -> usize {
    if rest.starts_with("<!-->") {
        return 5;
    }
    let (skip, end) = comment_ends(rest);
    rest[skip..]
        .find(end)
        .map_or(rest.len(), |at| skip + at + end.len())
}

/// What would end the comment, declaration or instruction that `rest` opens with, if nothing does.
pub(super) fn missing_end(rest: &str) -> Option<&'static str> {
    let (skip, end) = comment_ends(rest);
    let is_closed = rest.starts_with("<!-->") || rest[skip..].contains(end);
    (!is_closed).then_some(end)
}

/// How long the opening of a comment, a declaration or an instruction is, and what ends it.
fn comment_ends(rest: &str) -> (usize, &'static str) {
    if rest.starts_with("<!--") {
        (4, "-->")
    } else if rest.starts_with("<![CDATA[") {
        (9, "]]>")
    } else {
        (2, ">")
    }
}

/// The length of the tag that `rest` opens with, quoted attributes minded; `None` when it never ends.
fn tag_length(rest: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

fn find_end_tag(rest: &str, name: &str) -> usize {
    rest.match_indices("</")
        .find(|(at, _)| {
            let after = rest.as_bytes().get(at + 2..at + 2 + name.len());
            after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes()))
        })
        .map_or(rest.len(), |(at, _)| at)
}

impl<'a> Tag<'a> {
    /// The attributes in their order.
    pub fn attributes(&self) -> Attributes<'a> {
        Attributes { rest: self.inside }
    }

    /// The value of an attribute, the first of that name.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes()
            .find(|found| found.name == name)
            .map(|found| found.value())
    }
}

/// An attribute of a tag.
pub(super) struct Attribute<'a> {
    /// Its name, in lower case.
    pub name: Cow<'a, str>,
    /// Its value as written, without quotes.
    pub raw: &'a str,
}

impl<'a> Attribute<'a> {
    /// Its value, entities resolved.
    pub fn value(&self) -> Cow<'a, str> {
        decode(self.raw)
    }
}

/// Iterator over the attributes of a tag.
pub(super) struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        let space = |c: char| c.is_ascii_whitespace();
        let rest = self.rest.trim_start_matches(|c: char| space(c) || c == '/');
        if rest.is_empty() {
            self.rest = rest;
            return None;
        }
        // A name may begin with `=`, oddly; that keeps this from standing still.
        let name_end = rest
            .char_indices()
            .skip(1)
            .find(|&(_, c)| space(c) || c == '=' || c == '/')
            .map_or(rest.len(), |(at, _)| at);
        let name = lower_case(&rest[..name_end]);
        let after_name = rest[name_end..].trim_start_matches(space);
        let Some(value) = after_name.strip_prefix('=') else {
            self.rest = after_name;
            return Some(Attribute { name, raw: "" });
        };
        let value = value.trim_start_matches(space);
        let quote = value.chars().next().filter(|&c| c == '"' || c == '\'');
        let (raw, after) = match quote {
            Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            None => value.split_at(value.find(space).unwrap_or(value.len())),
        };
        self.rest = after;
        Some(Attribute { name, raw })
    }
}

fn lower_case(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_cut_into_pieces_that_are_the_whole_of_it() {
        let html =
            "a < b<!-- > --><A Href='x>y' b=c d>t&amp;</a ><script>if (a<b) x</SCRIPT><br/><";
        let found: Vec<Piece> = pieces(html).collect();
        let kinds: Vec<String> = found
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => format!("text {text}"),
                Piece::Start(tag) => format!("start {}", tag.name),
                Piece::End(name, _) => format!("end {name}"),
                Piece::Opaque(text) => format!("opaque {text}"),
                Piece::Comment(_) => "comment".to_owned(),
            })
            .collect();
        let expected = [
            "text a ",
            "text < b",
            "comment",
            "start a",
            "text t&amp;",
            "end a",
            "start script",
            "opaque if (a<b) x",
            "end script",
            "start br",
            "text <",
        ];
        assert_eq!(kinds, expected);
        let Piece::Start(tag) = &found[3] else {
            panic!()
        };
        let attributes: Vec<_> = tag
            .attributes()
            .map(|found| format!("{}={}", found.name, found.raw))
            .collect();
        assert_eq!(attributes, ["href=x>y", "b=c", "d="]);
    }
}

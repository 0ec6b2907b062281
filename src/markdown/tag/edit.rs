//! Changes the attributes of HTML, and leaves the rest as written.

use std::borrow::Cow;

use super::{Attribute, Piece, Tag, pieces};
use crate::markdown::escape;

/// What becomes of an attribute.
pub(in crate::markdown) enum Edit {
    /// It stays as written.
    Keep,
    /// It goes.
    Drop,
    /// It gets this value.
    Set(String),
}

/// Edits the attributes of every start tag: `edit` is given the element's name and the attribute.
pub(in crate::markdown) fn edit_attributes<'h>(
    html: &'h str,
    mut edit: impl FnMut(&str, &Attribute<'_>) -> Edit,
) -> Cow<'h, str> {
    let mut edited: Option<String> = None;
    let mut at = 0;
    for piece in pieces(html) {
        let raw = piece.raw();
        if let Piece::Start(tag) = &piece
            && let Some(changed) = edit_tag(tag, &mut edit)
        {
            edited
                .get_or_insert_with(|| html[..at].to_owned())
                .push_str(&changed);
        } else if let Some(edited) = &mut edited {
            edited.push_str(raw);
        }
        at += raw.len();
    }
    edited.map_or(Cow::Borrowed(html), Cow::Owned)
}

fn edit_tag(tag: &Tag<'_>, edit: &mut impl FnMut(&str, &Attribute<'_>) -> Edit) -> Option<String> {
    let mut changed = false;
    let mut written = format!("<{}", tag.name);
    for attribute in tag.attributes() {
        match edit(&tag.name, &attribute) {
            Edit::Keep => {
                let raw = attribute.raw.replace('"', "&quot;");
                written.push_str(&format!(" {}=\"{raw}\"", attribute.name));
            }
            Edit::Drop => changed = true,
            Edit::Set(value) => {
                changed = true;
                escape::attribute(&mut written, &attribute.name, &value);
            }
        }
    }
    written.push('>');
    changed.then_some(written)
}

/// Unfolds every `details`.
pub(in crate::markdown) fn unfold(html: &str) -> Cow<'_, str> {
    const NAME: &str = "<details";
    let is_folded = |piece: &Piece<'_>| match piece {
        Piece::Start(tag) => tag.name == "details" && tag.attribute("open").is_none(),
        _ => false,
    };
    if !pieces(html).any(|piece| is_folded(&piece)) {
        return Cow::Borrowed(html);
    }
    let mut unfolded = String::with_capacity(html.len() + " open".len());
    for piece in pieces(html) {
        let (name, rest) = match is_folded(&piece) {
            true => piece.raw().split_at(NAME.len()),
            false => ("", piece.raw()),
        };
        unfolded.push_str(name);
        unfolded.push_str(if name.is_empty() { "" } else { " open" });
        unfolded.push_str(rest);
    }
    Cow::Owned(unfolded)
}

/// Puts every heading some levels lower, level six at the lowest.
pub(in crate::markdown) fn lower_headings(html: &str, levels: u8) -> Cow<'_, str> {
    if levels == 0 {
        return Cow::Borrowed(html);
    }
    let mut lowered = String::with_capacity(html.len());
    for piece in pieces(html) {
        let (opening, name) = match &piece {
            Piece::Start(tag) => ("<", &*tag.name),
            Piece::End(name, _) => ("</", &**name),
            _ => ("", ""),
        };
        match heading_level(name) {
            Some(level) => {
                let level = level.saturating_add(levels).min(6);
                let rest = &piece.raw()[opening.len() + name.len()..];
                lowered.push_str(&format!("{opening}h{level}{rest}"));
            }
            None => lowered.push_str(piece.raw()),
        }
    }
    Cow::Owned(lowered)
}

fn heading_level(name: &str) -> Option<u8> {
    let digit = name.strip_prefix('h')?;
    let level = digit.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

//! What changed beside the words of a block: its level or its kind; and links, pictures and formatting, over words
//! that stayed or in the place of others.

mod over_words;
mod replaced;
mod style;

use super::edits::Matches;
use super::flow::Flow;
use super::model::{Attribute, AttributeChange, Kind};
use crate::markdown::targets::{self, Exchanged};
use crate::markdown::tree::{Alignment, Block, BlockKind};

/// The kind of change that an attribute's change is.
pub(super) fn kind_of(attribute: Attribute) -> Kind {
    match attribute {
        Attribute::Link | Attribute::Image => Kind::Relinked,
        Attribute::Level => Kind::Relevelled,
        Attribute::Type => Kind::Retyped,
        Attribute::Number => Kind::Renumbered,
        Attribute::Title
        | Attribute::Formatting
        | Attribute::LineBreak
        | Attribute::CodeLanguage
        | Attribute::Alignment
        | Attribute::Html => Kind::Restyled,
    }
}

/// What changed of two blocks beside their words.
pub(super) fn of_blocks(old: &Block, new: &Block) -> Vec<AttributeChange> {
    let found = match (&old.kind, &new.kind) {
        (
            BlockKind::Heading { level, shown, .. },
            BlockKind::Heading {
                level: new_level,
                shown: new_shown,
                ..
            },
        ) => {
            // One of the two differs alone where a title is written in another way.
            let changed = level != new_level && shown != new_shown;
            changed.then(|| change(Attribute::Level, level.to_string(), new_level.to_string()))
        }
        (BlockKind::List { start: old, .. }, BlockKind::List { start: new, .. }) => (old.is_some()
            != new.is_some())
        .then(|| change(Attribute::Type, list_name(*old), list_name(*new))),
        (BlockKind::Code { language: old, .. }, BlockKind::Code { language: new, .. }) => (old
            != new)
            .then(|| AttributeChange::new(Attribute::CodeLanguage, old.clone(), new.clone())),
        (BlockKind::Table { alignments: old }, BlockKind::Table { alignments: new }) => {
            (old.len() == new.len() && old != new).then(|| {
                change(
                    Attribute::Alignment,
                    alignments_as_written(old),
                    alignments_as_written(new),
                )
            })
        }
        (
            BlockKind::Html {
                html: old,
                written: old_written,
                ..
            },
            BlockKind::Html {
                html: new,
                written: new_written,
                ..
            },
        ) => {
            // Other words within the same tags are told as words.
            if tags(old).eq(tags(new)) {
                return Vec::new();
            }
            if let Some(addresses) = targets::exchanged(old, new) {
                return addresses.into_iter().map(of_address).collect();
            }
            Some(of_html((old, old_written), (new, new_written)))
        }
        _ => None,
    };
    found.into_iter().collect()
}

/// The change of raw HTML, as shown and as written on each side. What is written alike can be shown otherwise, below
/// another title.
fn of_html((old, old_written): (&str, &str), (new, new_written): (&str, &str)) -> AttributeChange {
    let (old, new) = if old_written == new_written {
        (old, new)
    } else {
        (old_written, new_written)
    };
    let quoted = |html: &str| html.trim().to_owned();
    change(Attribute::Html, quoted(old), quoted(new))
}

/// The change of a link or a picture in raw HTML.
fn of_address(address: Exchanged) -> AttributeChange {
    let name = match address.is_picture {
        true => Attribute::Image,
        false => Attribute::Link,
    };
    change(name, address.old, address.new)
}

/// The tags of HTML that was sanitised, one after the other.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let after_signs = html.split('<').skip(1);
    after_signs.filter_map(|after| Some(after.split_once('>')?.0))
}

fn change(name: Attribute, old: String, new: String) -> AttributeChange {
    AttributeChange::new(name, Some(old), Some(new))
}

fn list_name(start: Option<u64>) -> String {
    match start {
        Some(_) => "1.".to_owned(),
        None => "-".to_owned(),
    }
}

fn alignments_as_written(alignments: &[Alignment]) -> String {
    let each: Vec<&str> = alignments
        .iter()
        .map(|alignment| match alignment {
            Alignment::None => "---",
            Alignment::Left => ":--",
            Alignment::Center => ":-:",
            Alignment::Right => "--:",
        })
        .collect();
    each.join(" | ")
}

/// What changed beside the words of two rows of words, of which those of `matches` stayed.
pub(super) fn of_words(old: &Flow<'_>, new: &Flow<'_>, matches: &Matches) -> Vec<AttributeChange> {
    let mut found = over_words::compare(old, new, matches);
    found.extend(replaced::compare(old, new, matches));
    found
}

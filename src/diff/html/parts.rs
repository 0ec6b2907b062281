//! A comparison as HTML in parts, each by itself.

use super::{BothLinks, BothOptions, Labels, Page};
use crate::diff::model::{Comparison, Entry, Inside};
use crate::markdown::html::Options;
use crate::markdown::tree::Block;

/// One entry of a comparison by itself, to be set beside what says the same in another language.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// The first of its blocks that the new text has; nothing where all were removed or moved away.
    pub new: Option<&'a Block>,
    /// The entry with its marks, as [`super::write()`] writes it.
    pub html: String,
    /// Whether something in it changed.
    pub is_changed: bool,
}

/// Writes the entries of a comparison, each by itself. `name` tells the comparison from others on the
/// same page: its changes have the ids `change-{name}-N`. Where several stand on one page, the options keep
/// the ids of all of them ([`super::ids_of_changes`]) from the texts.
pub fn write_parts<'a>(
    comparison: &Comparison<'a>,
    labels: &dyn Labels,
    links: BothLinks<'_>,
    options: &Options,
    name: &str,
) -> Vec<Part<'a>> {
    let both = BothOptions::of(options);
    let name = format!("{name}-");
    let mut page = Page::new(comparison, labels, links, &both, &name);
    let entries = comparison.entries.iter().map(|entry| {
        page.entry(entry);
        Part {
            new: first_new_block(entry),
            html: page.writer.take_written(),
            is_changed: is_changed(entry),
        }
    });
    entries.collect()
}

fn first_new_block<'a>(entry: &Entry<'a>) -> Option<&'a Block> {
    entry.new.first().copied().or_else(|| match &entry.inside {
        Inside::Entries(inside) => inside.iter().find_map(first_new_block),
        _ => None,
    })
}

fn is_changed(entry: &Entry<'_>) -> bool {
    let inside = match &entry.inside {
        Inside::Entries(inside) => inside.as_slice(),
        _ => &[],
    };
    entry.change.is_some() || inside.iter().any(is_changed)
}

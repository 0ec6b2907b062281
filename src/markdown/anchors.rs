//! Addresses within a page: what each block is linked to by.
//!
//! A block's anchor is its clause's label, else its `{#id}`, else the slug of the heading's own words.
//! Repeats get `-2`, `-3` in the order of the text. No anchor holds `--`, save those of footnotes with odd
//! labels (`fn-…`): whoever makes ids for the page around a text can keep clear by writing one.

mod id;

use std::collections::{HashMap, HashSet};

use super::clause::{self, Addresses};
use super::tag::{self, Edit, Piece};
use super::tree::{Block, BlockKind, Content, Tree};

pub use id::{safe_id, slug};

/// Every anchor of a text: blocks' own and their aliases, and the ids of raw HTML.
pub fn all(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    tree.walk(&mut |block| {
        found.extend(block.anchor.iter().chain(&block.aliases).cloned());
        if let BlockKind::Html { html, .. } = &block.kind {
            found.extend(ids(html));
        }
        for inline in &block.inlines {
            if let Content::Html(html) = &inline.content {
                found.extend(ids(html));
            }
        }
    });
    found
}

/// The id of a footnote, from its label and number.
pub(super) fn footnote_id(label: &str, number: usize) -> String {
    let slug = slug(label).unwrap_or_default();
    if slug == label.to_lowercase() {
        format!("fn-{slug}")
    } else {
        format!("fn-{slug}--{number}")
    }
}

/// The id of the n-th reference to a footnote, from 1.
pub(super) fn reference_id(footnote: &str, nth: usize) -> String {
    let of = footnote.strip_prefix("fn-").unwrap_or(footnote);
    match nth {
        0 | 1 => format!("fnref-{of}"),
        _ => format!("fnref-{of}-{nth}"),
    }
}

/// Gives blocks their labels and anchors, and takes ids of raw HTML away that are taken.
pub(super) fn assign(blocks: &mut [Block]) {
    let mut taken = Taken::default();
    for block in blocks.iter_mut() {
        taken.footnotes(block);
    }
    let mut addresses = Addresses::default();
    for block in blocks.iter_mut() {
        labels_and_ids(block, &mut addresses, &mut taken);
    }
    for block in blocks.iter_mut() {
        slugs(block, &mut taken);
    }
    for block in blocks.iter_mut() {
        ids_of_html(block, &mut taken);
    }
}

/// The ids that are taken, and the last number given to each that repeats.
#[derive(Default)]
struct Taken {
    ids: HashSet<String>,
    last: HashMap<String, usize>,
}

impl Taken {
    /// The id itself if it is free, else with the first number that is.
    fn unique(&mut self, id: String) -> String {
        if self.ids.insert(id.clone()) {
            return id;
        }
        let last = self.last.entry(id.clone()).or_insert(1);
        loop {
            *last += 1;
            let numbered = format!("{id}-{last}");
            if self.ids.insert(numbered.clone()) {
                return numbered;
            }
        }
    }

    fn footnotes(&mut self, block: &mut Block) {
        if let BlockKind::Footnote { label, number } = &block.kind {
            block.anchor = Some(self.unique(footnote_id(label, *number)));
        }
        for inline in &block.inlines {
            if let Content::FootnoteReference { label, number } = &inline.content {
                self.unique(reference_id(&footnote_id(label, *number), 1));
            }
        }
        for child in &mut block.children {
            self.footnotes(child);
        }
    }
}

fn labels_and_ids(block: &mut Block, addresses: &mut Addresses, taken: &mut Taken) {
    let label = clause::of_block(block);
    let (heading, id) = match &block.kind {
        BlockKind::Heading { shown, id, .. } => (Some(*shown), id.as_deref().and_then(safe_id)),
        _ => (None, None),
    };
    match &label {
        Some(label) => {
            block.anchor = Some(taken.unique(addresses.address(label, heading)));
            block.label = Some(label.written.clone());
            block
                .aliases
                .extend(id.filter(|id| taken.ids.insert(id.clone())));
        }
        None => {
            if let Some(level) = heading {
                addresses.unlabelled_heading(level);
            }
            if let Some(id) = id {
                block.anchor = Some(taken.unique(id));
            }
        }
    }
    if matches!(block.kind, BlockKind::Footnote { .. }) {
        return;
    }
    // The first paragraph of a labelled item is the item's words: the label is given once.
    let skip = usize::from(matches!(block.kind, BlockKind::ListItem { .. }) && label.is_some());
    for child in block.children.iter_mut().skip(skip) {
        labels_and_ids(child, addresses, taken);
    }
}

fn slugs(block: &mut Block, taken: &mut Taken) {
    if matches!(block.kind, BlockKind::Heading { .. }) && block.anchor.is_none() {
        let slug = slug(&block.own_text()).unwrap_or_else(|| "section".to_owned());
        block.anchor = Some(taken.unique(slug));
    }
    for child in &mut block.children {
        slugs(child, taken);
    }
}

fn ids_of_html(block: &mut Block, taken: &mut Taken) {
    if let BlockKind::Html { html, .. } = &mut block.kind {
        drop_taken_ids(html, taken);
    }
    for inline in &mut block.inlines {
        if let Content::Html(html) = &mut inline.content {
            drop_taken_ids(html, taken);
        }
    }
    for child in &mut block.children {
        ids_of_html(child, taken);
    }
}

fn drop_taken_ids(html: &mut String, taken: &mut Taken) {
    if !html.contains("id") {
        return;
    }
    let edited = tag::edit_attributes(html, |_, attribute| {
        if attribute.name != "id" || taken.ids.insert(attribute.value().into_owned()) {
            Edit::Keep
        } else {
            Edit::Drop
        }
    });
    if let std::borrow::Cow::Owned(edited) = edited {
        *html = edited;
    }
}

fn ids(html: &str) -> Vec<String> {
    if !html.contains("id") {
        return Vec::new();
    }
    let id = |piece: Piece<'_>| match piece {
        Piece::Start(tag) => Some(tag.attribute("id")?.into_owned()),
        _ => None,
    };
    tag::pieces(html).filter_map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{ParseOptions, parse};
    use crate::source::Source;

    fn anchors(text: &str) -> Vec<String> {
        all(&parse(
            &Source::new("en.md", text),
            0,
            None,
            &ParseOptions::default(),
        )
        .tree)
    }

    #[test]
    fn an_anchor_is_the_label_else_the_id_else_the_slug() {
        let text = "# Leave\n## Leave {#carry over}\n## Leave\n## 5.2 Carry over {#own}\n\n(a) one\n\n- (b) two\n\n## Leave {#leave-2}\n";
        assert_eq!(
            anchors(text),
            [
                "leave",
                "leave-carry-over",
                "leave-3",
                "5.2",
                "own",
                "5.2-a",
                "5.2-b",
                "leave-2"
            ]
        );
    }

    #[test]
    fn ids_of_raw_html_are_anchors_where_they_are_free() {
        let text = "# Leave\n\n<div id=\"leave\">a <b id=\"x y\">b</b></div>\n\nc <a name=\"z\"></a><span id=\"x-y\">d</span>\n";
        assert_eq!(anchors(text), ["leave", "x-y", "z"]);
    }

    #[test]
    fn footnotes_have_ids_of_their_own() {
        assert_eq!(
            anchors("a[^1] b[^A b]\n\n# Fn 1\n\n[^1]: x\n[^A b]: y\n"),
            ["fn-1-2", "fn-1", "fn-a-b--2"]
        );
    }
}

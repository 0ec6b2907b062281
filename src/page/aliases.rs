//! Anchors that a block answers to besides its own: those of its counterparts in earlier versions
//! and in the other languages, so that a link keeps working when "5 things" becomes "6 things" or
//! when the reader switches language.

use std::collections::{BTreeMap, HashSet};

use crate::markdown::anchors;
use crate::markdown::tree::{Block, Tree};
use crate::model::{Document, Site};

/// What the ids of places of differences begin with. No anchor of a text holds `--`.
pub(super) const PLACE: &str = "parity--";

/// Whether an id of a block is that of the place of a difference: the draft's own, which no later version
/// takes over.
fn is_place_of_difference(id: &str) -> bool {
    id.starts_with(PLACE)
}

/// For blocks of one tree, by the bytes at which they begin: anchors that lead there too.
#[derive(Debug, Default)]
pub(super) struct Aliases(BTreeMap<(usize, usize), Vec<String>>);

impl Aliases {
    /// Takes from the block of an earlier version, or of another language, what it answers to.
    pub fn take(&mut self, from: &Block, to: &Block) {
        let names = from.anchor.iter().chain(&from.aliases);
        let is_new =
            |name: &&String| to.anchor.as_ref() != Some(*name) && !is_place_of_difference(name);
        let mut names = names.filter(is_new).peekable();
        if names.peek().is_some() {
            self.0.entry(key(to)).or_default().extend(names.cloned());
        }
    }

    /// Gives the blocks of a tree their aliases. A page's own anchors win, those of raw HTML too, and of
    /// two blocks that would answer to the same name, the first one does.
    pub fn give(self, tree: &mut Tree) {
        if self.0.is_empty() {
            return;
        }
        let mut taken: HashSet<String> = anchors::all(tree).into_iter().collect();
        for block in &mut tree.blocks {
            self.give_block(block, &mut taken);
        }
    }

    fn give_block(&self, block: &mut Block, taken: &mut HashSet<String>) {
        if let Some(names) = self.0.get(&key(block)) {
            let free = names.iter().filter(|name| taken.insert((*name).clone()));
            let free: Vec<String> = free.cloned().collect();
            block.aliases.extend(free);
        }
        for child in &mut block.children {
            self.give_block(child, taken);
        }
    }
}

fn key(block: &Block) -> (usize, usize) {
    (block.span.start, block.span.end)
}

/// Gives the first block those of some anchors that nothing in the tree answers to: a link to what
/// is gone leads to the top of the page.
pub(super) fn stand_at_top<'a>(tree: &mut Tree, anchors: impl Iterator<Item = &'a str>) {
    let mut anchors = anchors.peekable();
    if anchors.peek().is_none() {
        return;
    }
    let names: HashSet<String> = anchors::all(tree).into_iter().collect();
    let mut gone: Vec<String> = anchors
        .filter(|anchor| !names.contains(*anchor))
        .map(str::to_owned)
        .collect();
    gone.sort_unstable();
    if let Some(first) = tree.blocks.first_mut() {
        first.aliases.extend(gone);
    }
}

/// The anchors of a document that some text of the site links to, each with the first version that shows
/// it: found once for all versions. What the places of a removed text were called went with it.
#[derive(Debug)]
pub(super) struct LinkedPlaces<'a>(Vec<(&'a str, usize)>);

impl<'a> LinkedPlaces<'a> {
    pub fn of(site: &'a Site, document: &Document) -> Self {
        let mut sought: HashSet<&str> = site.linked_anchors.of(&document.id).collect();
        let mut found = Vec::new();
        for (at, version) in document.versions.iter().enumerate() {
            if sought.is_empty() {
                break;
            }
            if version.is_removed() {
                continue;
            }
            let anchors = version.texts.iter().flat_map(|(_, text)| &text.anchors);
            for anchor in anchors {
                found.extend(sought.take(anchor.as_str()).map(|anchor| (anchor, at)));
            }
        }
        // What is made of them is not to depend on the order in which texts have them.
        found.sort_unstable();
        LinkedPlaces(found)
    }

    /// Those that a version or an earlier one had.
    pub fn had_by(&self, version: usize) -> impl Iterator<Item = &'a str> {
        let anchors = self.0.iter();
        anchors
            .filter(move |(_, first)| *first <= version)
            .map(|(anchor, _)| *anchor)
    }
}

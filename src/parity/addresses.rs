//! Whether two links lead to the same thing, each in its own language.

mod languages;
mod relative;

use std::collections::HashSet;

use super::difference::Side;
use super::text::Text;
use crate::config::Counterparts;
use crate::language::slug;
use crate::markdown::links::scheme;
use crate::markdown::tree::{Block, Tree};
use relative::Way;

/// What is known of where the links of two texts lead.
pub(super) struct Addresses<'a> {
    left: Text<'a>,
    right: Text<'a>,
    counterparts: &'a Counterparts,
    anchors: [HashSet<&'a str>; 2],
    /// Anchors of blocks that correspond.
    pairs: HashSet<(&'a str, &'a str)>,
}

impl<'a> Addresses<'a> {
    /// `pairs` are the blocks of the two texts that correspond.
    pub fn new(
        left: Text<'a>,
        right: Text<'a>,
        counterparts: &'a Counterparts,
        pairs: &[(&'a Block, &'a Block)],
    ) -> Self {
        let anchor = |block: &'a Block| block.anchor.as_deref();
        Addresses {
            left,
            right,
            counterparts,
            anchors: [anchors(left.tree), anchors(right.tree)],
            pairs: pairs
                .iter()
                .filter_map(|(one, other)| anchor(one).zip(anchor(other)))
                .collect(),
        }
    }

    /// Whether `left`, in the left text, leads to what `right` leads to in the right one.
    pub fn same(&self, left: &str, right: &str) -> bool {
        match (left.strip_prefix('#'), right.strip_prefix('#')) {
            (Some(left), Some(right)) => self.same_anchor(left, right),
            (None, None) => self.same_elsewhere(left, right),
            _ => false,
        }
    }

    /// Whether an address in one of the texts leads to what is in the language of the other: a file that is named by
    /// it, or a site that has a counterpart.
    pub fn leads_to_other_language(&self, side: Side, target: &str) -> bool {
        let (here, there) = match side {
            Side::Left => (self.left, self.right),
            Side::Right => (self.right, self.left),
        };
        match way(&here, target) {
            Some(_) => relative::is_file_in(target, there.language.as_str()),
            None => self
                .counterparts
                .is_for_another(here.language, there.language, target),
        }
    }

    /// Anchors within the texts are the same where their blocks correspond. Where one leads to a block
    /// that the other text lacks, or neither is there, that is another fault than this.
    fn same_anchor(&self, left: &str, right: &str) -> bool {
        let [lefts, rights] = &self.anchors;
        match (found_in(lefts, left), found_in(rights, right)) {
            (Some(left), Some(right)) => self.pairs.contains(&(left, right)),
            (Some(left), None) => !self.pairs.iter().any(|(paired, _)| *paired == left),
            (None, Some(right)) => !self.pairs.iter().any(|(_, paired)| *paired == right),
            (None, None) => true,
        }
    }

    fn same_elsewhere(&self, left: &str, right: &str) -> bool {
        match (way(&self.left, left), way(&self.right, right)) {
            (Some(one), Some(other)) => one.leads_to_same(&other),
            (None, None) => self.same_outside(left, right),
            _ => false,
        }
    }

    fn same_outside(&self, left: &str, right: &str) -> bool {
        let (here, there) = (self.left.language, self.right.language);
        let languages = [here.language(), there.language()];
        let declared = self
            .counterparts
            .are_counterparts((here, left), (there, right));
        declared || languages::same_but_for_language(left, right, languages)
    }
}

/// A relative or `doc:` address, resolved; nothing for one that leads to another site.
fn way(text: &Text, target: &str) -> Option<Way> {
    match scheme(target).as_deref() {
        Some("doc") => Some(Way::of_document(target.split_once(':')?.1)),
        Some(_) => None,
        None if target.starts_with("//") => None,
        None => Some(Way::of_relative(target, text)),
    }
}

fn anchors(tree: &Tree) -> HashSet<&str> {
    let mut anchors = HashSet::new();
    tree.walk(&mut |block| anchors.extend(block.anchor.as_deref()));
    anchors
}

/// The anchor that a link means: as written, or as a heading's words are folded.
fn found_in<'a>(anchors: &HashSet<&'a str>, written: &str) -> Option<&'a str> {
    let decoded = relative::percent_decoded(written);
    let known = |anchor: &str| anchors.get(anchor).copied();
    known(written)
        .or_else(|| known(&decoded))
        .or_else(|| known(&slug::fold(&decoded)))
}

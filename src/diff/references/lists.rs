//! What became of the numbers of items, list by list: within a list "step 3" is one of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::markdown::tree::{Block, BlockKind, Tree};

/// What became of each number: nothing where two things disagree that have it.
pub(super) type Numbers = BTreeMap<String, Option<String>>;

/// Notes what a number became; two that disagree say nothing.
pub(super) fn note(numbers: &mut Numbers, before: &str, after: &str) {
    numbers
        .entry(before.to_owned())
        .and_modify(|known| {
            if known.as_deref() != Some(after) {
                *known = None;
            }
        })
        .or_insert_with(|| Some(after.to_owned()));
}

/// The items of all lists.
pub(super) struct Lists {
    /// Where each list of the new text stands, in order, with the numbers of its items.
    lists: Vec<(Range<usize>, Numbers)>,
    /// The numbers of all.
    all: Numbers,
}

impl Lists {
    /// The lists of the new text, of whose items nothing is noted yet.
    pub fn of(new: &Tree) -> Self {
        let mut lists = Vec::new();
        new.walk(&mut |block| {
            if matches!(block.kind, BlockKind::List { .. }) {
                lists.push((block.span.clone(), Numbers::new()));
            }
        });
        Lists {
            lists,
            all: Numbers::new(),
        }
    }

    /// Notes the numbers of an item in both texts.
    pub fn see(&mut self, old: &Block, new: &Block) {
        let (
            BlockKind::ListItem {
                number: Some(before),
            },
            BlockKind::ListItem {
                number: Some(after),
            },
        ) = (&old.kind, &new.kind)
        else {
            return;
        };
        let (before, after) = (before.to_string(), after.to_string());
        let list = self.around(new.span.start).next();
        if let Some(list) = list {
            note(&mut self.lists[list].1, &before, &after);
        }
        note(&mut self.all, &before, &after);
    }

    /// What became of a number that is named at a place of the new text: in the list that the place is in, or else in
    /// any.
    pub fn now(&self, place: usize, number: &str) -> Option<&Option<String>> {
        let own = self
            .around(place)
            .find_map(|list| self.lists[list].1.get(number));
        own.or_else(|| self.all.get(number))
    }

    /// What became of all numbers, a number more than once where lists disagree.
    pub fn all(&self) -> impl Iterator<Item = (&String, &Option<String>)> {
        self.lists.iter().flat_map(|(_, numbers)| numbers)
    }

    /// The lists that a place of the new text is in, from the innermost.
    fn around(&self, place: usize) -> impl Iterator<Item = usize> {
        let count = self.lists.partition_point(|(list, _)| list.start <= place);
        let before = (0..count).rev();
        before.filter(move |list| self.lists[*list].0.end > place)
    }
}

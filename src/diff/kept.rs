//! Things that are found out once and asked for again, by fingerprints of what they follow from.

use std::cell::{Cell, RefCell};

use super::fingerprint::{Fingerprint, FingerprintMap};

/// How many things of a sort are kept, with their parts: words, edits, flags.
pub(super) const MOST_KEPT: usize = 100_000;

/// Things by their fingerprints. When they are too many they are let go, and made again when they are
/// asked for: memory does not grow with the number of versions.
pub(super) struct Kept<T> {
    things: RefCell<FingerprintMap<T>>,
    parts: Cell<usize>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Kept {
            things: RefCell::default(),
            parts: Cell::new(0),
        }
    }
}

impl<T: Clone> Kept<T> {
    /// The thing with a fingerprint; one without is made each time. `parts` says how many parts it has.
    pub fn get_or_make(
        &self,
        print: Option<Fingerprint>,
        parts: impl FnOnce(&T) -> usize,
        make: impl FnOnce() -> T,
    ) -> T {
        let Some(print) = print.map(Fingerprint::finish) else {
            return make();
        };
        if let Some(known) = self.things.borrow().get(&print) {
            return known.clone();
        }
        let made = make();
        let mut things = self.things.borrow_mut();
        let own = 1 + parts(&made);
        if self.parts.get() + own > MOST_KEPT {
            things.clear();
            self.parts.set(0);
        }
        self.parts.set(self.parts.get() + own);
        things.insert(print, made.clone());
        made
    }
}

//! Trees that are kept from when the facts of their texts are read until their pages are made.

use std::collections::HashMap;

use parking_lot::Mutex;

use crate::markdown::tree::Tree;
use crate::source::Stamp;

/// Trees of texts by the paths of their files, as many as there is room for.
#[derive(Debug, Default)]
pub struct KeptTrees(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    trees: HashMap<String, KeptTree>,
    /// How many bytes further texts may have.
    room: usize,
}

/// A tree that was kept.
#[derive(Clone, Debug)]
pub struct KeptTree {
    /// The tree.
    pub tree: Tree,
    /// When its file was last written by the time that it was read.
    pub stamp: Stamp,
}

impl KeptTrees {
    /// Keeps trees of texts that have so many bytes in all. A tree takes several times what its text does.
    pub fn with_room(bytes: usize) -> Self {
        let kept = Kept {
            trees: HashMap::new(),
            room: bytes,
        };
        KeptTrees(Mutex::new(kept))
    }

    /// Keeps none.
    pub fn none() -> Self {
        KeptTrees::default()
    }

    /// Keeps the tree of a text of so many bytes, if there is room.
    pub(super) fn keep(&self, path: &str, bytes: usize, tree: KeptTree) {
        let mut kept = self.0.lock();
        if let Some(room) = kept.room.checked_sub(bytes) {
            kept.room = room;
            kept.trees.insert(path.to_owned(), tree);
        }
    }

    /// Gives the tree of a text away, where it was kept: who needs it once more reads the text again.
    pub fn take(&self, path: &str) -> Option<KeptTree> {
        self.0.lock().trees.remove(path)
    }

    /// Gives a copy of the tree of a text, where it was kept, for who needs it once more.
    pub fn copy(&self, path: &str) -> Option<KeptTree> {
        self.0.lock().trees.get(path).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Root;

    #[test]
    fn trees_are_kept_while_there_is_room_and_given_away_once() {
        let folder = tempfile::tempdir().unwrap();
        let stamp = Root::open(folder.path()).unwrap().stamp("").unwrap();
        let tree = || KeptTree {
            tree: Tree::default(),
            stamp,
        };
        let kept = KeptTrees::with_room(10);
        for (path, bytes) in [("a", 4), ("b", 7), ("c", 6)] {
            kept.keep(path, bytes, tree());
        }
        assert!(kept.copy("a").is_some() && kept.copy("b").is_none());
        let given = ["a", "b", "c", "a"].map(|path| kept.take(path).is_some());
        assert_eq!(given, [true, false, true, false]);

        let none = KeptTrees::none();
        none.keep("a", 1, tree());
        assert!(none.take("a").is_none());
    }
}

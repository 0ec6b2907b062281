//! What is at the paths of the content. A name may be written in more than one of Unicode's forms (`ŷ`, or `y` and
//! its accent), which nobody sees: paths are compared in the composed one.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::link::Indexed;

/// A path as it is compared with others.
pub fn composed(path: &str) -> Cow<'_, str> {
    if path.is_ascii() || is_nfc_quick(path.chars()) == IsNormalized::Yes {
        Cow::Borrowed(path)
    } else {
        Cow::Owned(path.nfc().collect())
    }
}

/// The index of a site's content, by paths below it.
#[derive(Clone, Debug, Default)]
pub(super) struct PathIndex(HashMap<String, Indexed>);

impl PathIndex {
    pub fn get(&self, path: &str) -> Option<Indexed> {
        self.0.get(&*composed(path)).copied()
    }

    pub fn insert(&mut self, path: &str, indexed: Indexed) {
        self.0.insert(composed(path).into_owned(), indexed);
    }

    /// Takes a path out where that is what it leads to: another part of the site may have it as well, which is a
    /// finding.
    pub fn remove(&mut self, path: &str, indexed: Indexed) {
        if self.get(path) == Some(indexed) {
            self.0.remove(&*composed(path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::composed;

    #[test]
    fn two_forms_of_a_name_are_one() {
        assert_eq!(composed("p/ty\u{302}"), "p/tŷ");
        assert_eq!(composed("p/tŷ"), "p/tŷ");
        assert_ne!(composed("p/ty"), "p/tŷ");
    }
}

//! Which places of the documents some text of the site links to.

use std::collections::{BTreeMap, HashMap};

/// The anchors that texts of a site link to, by document, each with the number of those links: so that
/// one text can be taken out and put in again without asking all the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkedAnchors(HashMap<String, BTreeMap<String, usize>>);

impl LinkedAnchors {
    /// Counts one more link to an anchor of the document with an id.
    pub fn add(&mut self, document: &str, anchor: &str) {
        let anchors = self.0.entry(document.to_owned()).or_default();
        *anchors.entry(anchor.to_owned()).or_default() += 1;
    }

    /// Counts one link less.
    pub fn remove(&mut self, document: &str, anchor: &str) {
        let Some(anchors) = self.0.get_mut(document) else {
            return;
        };
        match anchors.get_mut(anchor) {
            Some(count) if *count > 1 => *count -= 1,
            Some(_) => {
                anchors.remove(anchor);
            }
            None => {}
        }
        if anchors.is_empty() {
            self.0.remove(document);
        }
    }

    /// The anchors of a document that are linked to, in the order of their names.
    pub fn of(&self, document: &str) -> impl Iterator<Item = &str> {
        let anchors = self.0.get(document).into_iter().flat_map(BTreeMap::keys);
        anchors.map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_linked_until_its_last_link_is_gone() {
        let mut linked = LinkedAnchors::default();
        linked.add("policy/leave", "carry-over");
        linked.add("policy/leave", "carry-over");
        linked.remove("policy/leave", "carry-over");
        assert_eq!(
            linked.of("policy/leave").collect::<Vec<_>>(),
            ["carry-over"]
        );
        linked.remove("policy/leave", "carry-over");
        linked.remove("policy/leave", "carry-over");
        assert_eq!(linked, LinkedAnchors::default());
    }
}

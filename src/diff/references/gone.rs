//! The numbers of what the new text has no more.

use std::collections::BTreeSet;

/// Numbers of removed clauses, headings and paragraphs that nothing which came has.
#[derive(Default)]
pub(super) struct Gone {
    gone: Written,
    /// Of what came, or was split or joined: it may say what was removed in other words.
    came: Written,
}

/// Numbers, as references write them.
#[derive(Default)]
pub(super) struct Written {
    pub places: BTreeSet<String>,
    /// With the word before each: "schedule 2".
    pub named: BTreeSet<String>,
}

impl Gone {
    /// What the numbers of removed blocks are noted among.
    pub fn removed(&mut self) -> &mut Written {
        &mut self.gone
    }

    /// What those of blocks that came are noted among.
    pub fn come(&mut self) -> &mut Written {
        &mut self.came
    }

    pub fn has_place(&self, number: &str) -> bool {
        self.gone.places.contains(number) && !self.came.places.contains(number)
    }

    pub fn has_named(&self, name: &str) -> bool {
        self.gone.named.contains(name) && !self.came.named.contains(name)
    }

    /// All of them, without the words before them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let places = self.gone.places.iter().map(String::as_str);
        let named = self.gone.named.iter();
        places.chain(named.filter_map(|name| name.rsplit(' ').next()))
    }
}

//! What the pages that are open are told: one line of JSON a change, over one connection.

use serde::Serialize;

use super::state::Reloaded;

/// The state of the preview, as open pages learn of it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Notice {
    /// Counts the states: a page of an earlier one is out of date.
    pub generation: u64,
    /// How many findings cover the pages.
    pub faults: usize,
    /// The page that was edited, by language; first in that of its file.
    pub pages: Vec<(String, String)>,
}

impl Notice {
    /// For pages that are open when something was read.
    pub fn after(reloaded: &Reloaded) -> Notice {
        Notice {
            generation: reloaded.generation,
            faults: reloaded.covering,
            pages: reloaded.pages.clone(),
        }
    }

    /// As a line of JSON.
    pub fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

//! Whether what a text is put in, a quote or a list, is told where it changed.

use std::collections::HashMap;

use canllaw::diff::{Comparison, Entry, Inside};
use canllaw::markdown::tree::{Block, BlockKind, Tree};

/// The kinds of containers around each block, from the outermost.
type Around = HashMap<*const Block, String>;

/// What both texts have in containers of other kinds, with no change on it or on what holds it.
pub fn faults(comparison: &Comparison<'_>, old: &Tree, new: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let (old, new) = (around(old), around(new));
    untold(&comparison.entries, &old, &new, &mut faults);
    faults
}

fn untold(entries: &[Entry<'_>], old: &Around, new: &Around, faults: &mut Vec<String>) {
    for entry in entries {
        if entry.change.is_some() && !entry.is_section() {
            continue;
        }
        if let Inside::Entries(inside) = &entry.inside {
            untold(inside, old, new, faults);
        } else if let ([before, ..], [now, ..]) = (&*entry.old, &*entry.new) {
            let (was_in, is_in) = (
                &old[&std::ptr::from_ref(*before)],
                &new[&std::ptr::from_ref(*now)],
            );
            if was_in != is_in {
                let text = now.own_text();
                faults.push(format!(
                    "untold: {text:?} stood in {was_in:?}, now in {is_in:?}"
                ));
            }
        }
    }
}

fn around(tree: &Tree) -> Around {
    let mut found = Around::new();
    let mut todo: Vec<(&Block, String)> = tree
        .blocks
        .iter()
        .map(|block| (block, String::new()))
        .collect();
    while let Some((block, around)) = todo.pop() {
        let within = match block.kind {
            BlockKind::Quote => format!("{around} quote"),
            BlockKind::List { .. } => format!("{around} list"),
            _ => around.clone(),
        };
        todo.extend(block.children.iter().map(|child| (child, within.clone())));
        found.insert(std::ptr::from_ref(block), around);
    }
    found
}

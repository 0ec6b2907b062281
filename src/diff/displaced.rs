//! Sentences that one change took out of a paragraph and another put in elsewhere.
//!
//! What moves is whole blocks: these are shown where they went and where they came. That nothing in them changed
//! is said in a note.

use super::fingerprint::FingerprintMap;
use super::model::{Change, Kind, Node, Note, Op, Remark, Side};
use super::passages::count_words;
use super::words;

/// Fewer words than this say too little to be known again.
const TELLING_WORDS: usize = 6;

/// The notes on words that one text has in one change, the other in another, and neither anywhere else among what
/// changed.
pub(super) fn find(changes: &[Change]) -> Vec<Note> {
    let (gone, come) = (
        stretches(changes, Op::Delete),
        stretches(changes, Op::Insert),
    );
    let is_part = |stretch: &Stretch<'_>| !stretch.is_whole;
    if !gone.iter().chain(&come).any(is_part) {
        return Vec::new();
    }
    let gone = alone(gone);
    let mut found: Vec<(&Stretch<'_>, &Stretch<'_>)> = Vec::new();
    let come = alone(come);
    for (key, come) in &come {
        let gone = gone.get(key).and_then(Option::as_ref);
        found.extend(gone.zip(come.as_ref()));
    }
    found.retain(|(gone, come)| gone.change != come.change && !(gone.is_whole && come.is_whole));
    found.sort_unstable_by_key(|(_, come)| (come.change, come.text));
    let notes = found.into_iter();
    notes
        .filter_map(|(_, come)| note(&changes[come.change], come.text))
        .collect()
}

fn note(change: &Change, words: &str) -> Option<Note> {
    let words = words.trim().to_owned();
    let span = change.new.first()?.span.clone();
    Some(Note {
        what: Remark::Displaced { words },
        side: Side::New,
        span,
    })
}

/// Words that a change took out or put in.
struct Stretch<'c> {
    change: usize,
    text: &'c str,
    /// Whether they are a block that went or came.
    is_whole: bool,
}

/// What went with the changes, or came, and says enough to be known again.
fn stretches(changes: &[Change], op: Op) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        let mut push = |text, is_whole| {
            let stretch = Stretch {
                change: at,
                text,
                is_whole,
            };
            found.extend((count_words(text) >= TELLING_WORDS).then_some(stretch));
        };
        let whole = match op {
            Op::Delete if change.kinds == [Kind::Removed] => change.old.as_slice(),
            Op::Insert if change.kinds == [Kind::Added] => change.new.as_slice(),
            _ => &[],
        };
        if matches!(change.node, Node::Paragraph | Node::ListItem) {
            whole.iter().for_each(|passage| push(&passage.text, true));
        }
        let edits = change.edits.iter().filter(|edit| edit.op == op);
        edits.for_each(|edit| push(&edit.text, false));
    }
    found
}

/// The stretches by their words; nothing for words that several have.
fn alone(stretches: Vec<Stretch<'_>>) -> FingerprintMap<Option<Stretch<'_>>> {
    let mut alone: FingerprintMap<Option<Stretch<'_>>> = FingerprintMap::default();
    for stretch in stretches {
        let each: Vec<&str> = stretch.text.split_whitespace().collect();
        let joined = each.join(" ");
        let bare = joined.trim_matches(|sign: char| !sign.is_alphanumeric());
        alone
            .entry(words::folded_key(bare))
            .and_modify(|known| *known = None)
            .or_insert(Some(stretch));
    }
    alone
}

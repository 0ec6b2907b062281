//! Sentences that one change took out of a paragraph and another put in elsewhere.
//!
//! What moves is whole blocks: these are shown where they went and where they came. That nothing in them changed
//! is said in a note.

use super::fingerprint::{Fingerprint, FingerprintMap};
use super::model::{Change, Kind, Node, Note, Op, Remark, Side};
use super::word_count::has_words;
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
    let openings = |stretches: &[Stretch<'_>]| -> FingerprintMap<()> {
        let each = stretches.iter();
        each.map(|stretch| (opening(stretch.text), ())).collect()
    };
    let (of_gone, of_come) = (openings(&gone), openings(&come));
    let gone = alone(gone, &of_come);
    let mut found: Vec<(&Stretch<'_>, &Stretch<'_>)> = Vec::new();
    let come = alone(come, &of_gone);
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
            found.extend(has_words(text, TELLING_WORDS).then_some(stretch));
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

/// Equal for stretches of the same words, and seldom for others.
fn opening(text: &str) -> u64 {
    let bare = text.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    // The sign that follows the last of several words is none of them.
    let first = bare.split_whitespace().take(TELLING_WORDS / 2);
    let add = |print: Fingerprint, word: &str| print.number(words::folded_key(word));
    first.fold(Fingerprint::new(0), add).finish()
}

/// The stretches by their words, as far as one of the other text opens like them; nothing for words that
/// several have.
fn alone<'c>(
    mut stretches: Vec<Stretch<'c>>,
    openings: &FingerprintMap<()>,
) -> FingerprintMap<Option<Stretch<'c>>> {
    stretches.retain(|stretch| openings.contains_key(&opening(stretch.text)));
    let mut alone: FingerprintMap<Option<Stretch<'c>>> = FingerprintMap::default();
    let mut joined = String::new();
    for stretch in stretches {
        joined.clear();
        for word in stretch.text.split_whitespace() {
            joined.extend((!joined.is_empty()).then_some(' '));
            joined.push_str(word);
        }
        let bare = joined.trim_matches(|sign: char| !sign.is_alphanumeric());
        alone
            .entry(words::folded_key(bare))
            .and_modify(|known| *known = None)
            .or_insert(Some(stretch));
    }
    alone
}

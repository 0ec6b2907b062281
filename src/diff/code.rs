//! Two blocks of code, line by line.

use super::fingerprint::Fingerprint;
use super::model::{LineEdit, Op};
use super::sequence;

/// The lines that went, came and stayed.
pub(super) fn compare(old: &str, new: &str) -> Vec<LineEdit> {
    let prints = |text: &str| -> Vec<u64> {
        lines(text)
            .iter()
            .map(|line| Fingerprint::new(0).bytes(line.as_bytes()).finish())
            .collect()
    };
    let (old, new) = (prints(old), prints(new));
    let mut edits = Vec::new();
    let mut from = (0, 0);
    for run in sequence::common_runs(&old, &new) {
        push_changed(&mut edits, from, (run.old.start, run.new.start));
        from = (run.old.end, run.new.end);
        edits.push(LineEdit {
            op: Op::Equal,
            old: run.old,
            new: run.new,
        });
    }
    push_changed(&mut edits, from, (old.len(), new.len()));
    edits
}

/// The lines of a block of code, without their ends.
pub fn lines(text: &str) -> Vec<&str> {
    text.lines().collect()
}

fn push_changed(edits: &mut Vec<LineEdit>, from: (usize, usize), to: (usize, usize)) {
    if from.0 < to.0 {
        edits.push(LineEdit {
            op: Op::Delete,
            old: from.0..to.0,
            new: from.1..from.1,
        });
    }
    if from.1 < to.1 {
        edits.push(LineEdit {
            op: Op::Insert,
            old: to.0..to.0,
            new: from.1..to.1,
        });
    }
}

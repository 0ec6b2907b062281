//! What went and came in an entry, as a change tells it.

use crate::diff::code;
use crate::diff::html_words::{self, html_of};
use crate::diff::model::{Entry, Inside, LineEdit, Op, Relation, TextEdit, Told, leaves};
use crate::diff::passages;
use crate::markdown::tree::{Block, BlockKind};

/// The words of an entry that went and came, where some did.
pub(in crate::diff) fn told(entry: &Entry<'_>) -> Option<Told> {
    match &entry.inside {
        Inside::Words(words) if words.have_changed() => Some(words.told(|| {
            let (old, new) = (leaves(&entry.old), leaves(&entry.new));
            Told::of(passages::text_edits(&old, &new, &words.edits))
        })),
        Inside::Lines(lines) => Some(Told::of(line_edits(entry, lines))),
        Inside::Html(edits) => {
            let [old, new] = [&entry.old, &entry.new].map(|blocks| html_of(blocks.first()));
            html_words::text_edits(old, new, edits).map(Told::of)
        }
        Inside::BeforeAfter => before_and_after(entry).map(Told::of),
        _ => None,
    }
}

fn before_and_after(entry: &Entry<'_>) -> Option<Vec<TextEdit>> {
    let old = passages::plain_text(&entry.old);
    let new = passages::plain_text(&entry.new);
    let is_same = old.split_whitespace().eq(new.split_whitespace());
    if is_same && entry.relation == Relation::Kept {
        return None;
    }
    let edit = |op, text: String| (!text.is_empty()).then(|| TextEdit::of_words(op, text));
    let edits = code::compare(&old, &new).into_iter().filter_map(|lines| {
        let (text, range) = match lines.op {
            Op::Delete => (&old, lines.old),
            Op::Equal | Op::Insert => (&new, lines.new),
        };
        edit(lines.op, code::lines(text)[range].join("\n") + "\n")
    });
    Some(edits.collect())
}

fn line_edits(entry: &Entry<'_>, lines: &[LineEdit]) -> Vec<TextEdit> {
    let text = |block: Option<&&Block>, range: &std::ops::Range<usize>| match block.map(|b| &b.kind)
    {
        Some(BlockKind::Code { text, .. }) => code::lines(text)[range.clone()].join("\n") + "\n",
        _ => String::new(),
    };
    lines
        .iter()
        .map(|edit| {
            let text = match edit.op {
                Op::Delete => text(entry.old.first(), &edit.old),
                Op::Equal | Op::Insert => text(entry.new.first(), &edit.new),
            };
            TextEdit::of_words(edit.op, text)
        })
        .collect()
}

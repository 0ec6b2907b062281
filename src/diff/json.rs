//! A comparison as JSON, in the form that `canllaw diff --format json` gives.

use std::borrow::Cow;

use serde::Serialize;

use super::model::{
    Attribute, AttributeChange, Change, Comparison, Counts, Flag, Kind, Node, Note, Op, Passage,
    Side, TextEdit,
};
use crate::source::Source;

/// One of the two texts, as the document names it.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// Where it was read, with its lines.
    pub source: &'a Source,
    /// Its title, if it has one.
    pub title: Option<&'a str>,
}

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    schema: u32,
    old: Named<'a>,
    new: Named<'a>,
    counts: Counts,
    notes: Vec<NoteRecord>,
    changes: Vec<ChangeRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<File<'a>>,
}

/// A file beside the texts that came, went or has other contents.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct File<'a> {
    /// Its name below the folder of its text.
    pub name: &'a str,
    /// What happened to it: `added`, `removed` or `changed`.
    pub kind: &'a str,
    /// The path of the file beside the old text, where there is one.
    pub old: Option<&'a str>,
    /// The path of the file beside the new text.
    pub new: Option<&'a str>,
}

impl<'a> Document<'a> {
    /// The same with the files that differ.
    pub fn with_files(self, files: Vec<File<'a>>) -> Self {
        Document { files, ..self }
    }
}

#[derive(Debug, Serialize)]
struct Named<'a> {
    path: &'a str,
    title: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct NoteRecord {
    code: &'static str,
    side: Side,
    lines: [usize; 2],
    message: String,
}

#[derive(Debug, Serialize)]
struct ChangeRecord<'a> {
    kinds: &'a [Kind],
    node: Node,
    section: &'a [String],
    old: Vec<PassageRecord<'a>>,
    new: Vec<PassageRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    edits: Vec<&'a TextEdit>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    attributes: Cow<'a, [AttributeChange]>,
    flags: &'a [Flag],
}

#[derive(Debug, Serialize)]
struct PassageRecord<'a> {
    lines: [usize; 2],
    text: &'a str,
}

/// Makes the document. `message` words a note in the reader's language.
pub fn document<'a>(
    comparison: &'a Comparison<'_>,
    old: Text<'a>,
    new: Text<'a>,
    message: &dyn Fn(&Note) -> String,
) -> Document<'a> {
    let note = |note: &Note| {
        let source = match note.side {
            Side::Old => old.source,
            Side::New => new.source,
        };
        NoteRecord {
            code: note.what.code(),
            side: note.side,
            lines: source.lines(&note.span),
            message: message(note),
        }
    };
    Document {
        schema: 1,
        old: Named {
            path: old.source.path(),
            title: old.title,
        },
        new: Named {
            path: new.source.path(),
            title: new.title,
        },
        counts: comparison.counts,
        notes: comparison.notes.iter().map(note).collect(),
        changes: comparison
            .changes
            .iter()
            .map(|change| record(change, old.source, new.source))
            .collect(),
        files: Vec::new(),
    }
}

fn record<'a>(change: &'a Change, old: &Source, new: &Source) -> ChangeRecord<'a> {
    // What is no words, the mark of a footnote, has no place in a plain text: it is told as an attribute.
    let has_words = |edit: &&TextEdit| !edit.text.is_empty();
    ChangeRecord {
        kinds: &change.kinds,
        node: change.node,
        section: &change.section,
        old: passages(&change.old, old),
        new: passages(&change.new, new),
        edits: change.edits.iter().filter(has_words).collect(),
        attributes: attributes(change),
        flags: &change.flags,
    }
}

/// What changed that is not words: with it the marks of footnotes, which are links, that went and came where no
/// words did.
fn attributes(change: &Change) -> Cow<'_, [AttributeChange]> {
    let mut marks: Vec<AttributeChange> = Vec::new();
    let mut has_gone = false;
    for edit in &*change.edits {
        let mark = edit.written.as_deref().map(str::trim);
        let mark = mark.filter(|mark| edit.text.is_empty() && mark.starts_with("[^"));
        let Some(mark) = mark.map(str::to_owned) else {
            has_gone = false;
            continue;
        };
        match (edit.op, marks.last_mut()) {
            (Op::Equal, _) => {}
            (Op::Insert, Some(last)) if has_gone => last.new = Some(mark),
            (Op::Insert, _) => marks.push(AttributeChange::new(Attribute::Link, None, Some(mark))),
            (Op::Delete, _) => marks.push(AttributeChange::new(Attribute::Link, Some(mark), None)),
        }
        has_gone = edit.op == Op::Delete;
    }
    match marks.is_empty() {
        true => Cow::Borrowed(&change.attributes),
        false => Cow::Owned([&change.attributes[..], &marks[..]].concat()),
    }
}

fn passages<'a>(passages: &'a [Passage], source: &Source) -> Vec<PassageRecord<'a>> {
    passages
        .iter()
        .map(|passage| PassageRecord {
            lines: source.lines(&passage.span),
            text: &passage.text,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::compare;
    use crate::language::LanguageCode;
    use crate::markdown::{ParseOptions, parse};

    #[test]
    fn the_mark_of_a_footnote_is_told_as_a_link() {
        let told = |old: &str, new: &str| {
            let read = |words: &str| {
                let text = format!("# T\n\n{words}\n\n[^a]: One.\n\n[^b]: Two.\n\nEnd.[^a] [^b]\n");
                let source = Source::new("en.md", text);
                parse(&source, 0, None, &ParseOptions::default()).tree
            };
            let (old, new) = (read(old), read(new));
            let language = LanguageCode::parse("en").unwrap();
            let comparison = compare(&old, &new, &language);
            let changes = comparison.changes.iter();
            let told = changes.flat_map(|change| attributes(change).into_owned());
            let told = told.map(|told| (told.name, told.old, told.new));
            told.collect::<Vec<_>>()
        };
        let mark = |mark: &str| Some(mark.to_owned());
        let (without, with) = ("Go home early.", "Go home[^a] early.");
        let came = vec![(Attribute::Link, None, mark("[^a]"))];
        assert_eq!(told(without, with), came);
        let went = vec![(Attribute::Link, mark("[^a]"), None)];
        assert_eq!(told(with, without), went);
        let exchanged = vec![(Attribute::Link, mark("[^a]"), mark("[^b]"))];
        assert_eq!(told(with, "Go home[^b] early."), exchanged);
    }
}

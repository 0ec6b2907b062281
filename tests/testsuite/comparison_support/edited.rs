//! Real texts as somebody edits them: lines that go, come again, change places, lie deeper, and words that others
//! take the place of.

use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;

/// The most lines of a text that are taken.
const MOST_LINES: usize = 120;

/// What authors put among the lines of a text.
const PUT_IN: [&str; 16] = [
    "",
    "<div>",
    "</div>",
    "<b>",
    "<p>One <b>two</b> three.</p>",
    "<details><summary>More</summary>",
    "<table><tr><td>a</td><td>b &amp; c</td></tr></table>",
    "[^n1]: A note.",
    "> A quotation.",
    "1. one",
    "- two",
    "| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |",
    "## 3 Heading",
    "## Appendix B",
    "5.2 (a) Staff must not.",
    "```\ncode\n```",
];

/// What takes the place of a word.
const WORDS: [&str; 12] = [
    "10",
    "15",
    "must",
    "should",
    "**strong**",
    "[link](other.md)",
    "e\u{301}",
    "“quoted”",
    "\"quoted\"",
    "`code`",
    "[^n1]",
    "£5",
];

/// One thing that an author does to the lines of a text.
#[derive(Clone, Debug)]
pub enum Edit {
    TakeOut(Index),
    Repeat(Index, Index),
    Move {
        from: Index,
        lines: usize,
        to: Index,
    },
    ChangeWord(Index, Index, usize),
    PutIn(Index, usize),
    Indent(Index),
    Outdent(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Edit::TakeOut),
        (at(), at()).prop_map(|(line, to)| Edit::Repeat(line, to)),
        (at(), 1..12_usize, at()).prop_map(|(from, lines, to)| Edit::Move { from, lines, to }),
        (at(), at(), 0..WORDS.len()).prop_map(|(line, at, word)| Edit::ChangeWord(line, at, word)),
        (at(), 0..PUT_IN.len()).prop_map(|(to, what)| Edit::PutIn(to, what)),
        at().prop_map(Edit::Indent),
        at().prop_map(Edit::Outdent),
    ]
}

/// Some edits, as many as an author makes between two versions.
pub fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec(edit(), 1..12)
}

impl Edit {
    fn make(&self, lines: &mut Vec<String>) {
        let last = lines.len();
        let place = |index: &Index| index.index(last + 1);
        if last == 0 {
            return;
        }
        match self {
            Edit::TakeOut(line) => {
                lines.remove(line.index(last));
            }
            Edit::Repeat(line, to) => {
                let line = lines[line.index(last)].clone();
                lines.insert(place(to), line);
            }
            Edit::Move {
                from,
                lines: count,
                to,
            } => {
                let from = from.index(last);
                let moved: Vec<String> = lines.drain(from..last.min(from + count)).collect();
                let to = to.index(lines.len() + 1);
                lines.splice(to..to, moved);
            }
            Edit::ChangeWord(line, at, word) => {
                let line = &mut lines[line.index(last)];
                let mut words: Vec<&str> = line.split(' ').collect();
                let at = at.index(words.len());
                words[at] = WORDS[*word];
                *line = words.join(" ");
            }
            Edit::PutIn(to, what) => lines.insert(place(to), PUT_IN[*what].to_owned()),
            Edit::Indent(line) => lines[line.index(last)].insert_str(0, "  "),
            Edit::Outdent(line) => {
                let line = &mut lines[line.index(last)];
                *line = line.trim_start().to_owned();
            }
        }
    }
}

/// The lines of a file from one on, and the same after some edits.
pub fn before_and_after(file: &Path, first: Index, edits: &[Edit]) -> (String, String) {
    let written = std::fs::read_to_string(file).unwrap_or_default();
    let lines: Vec<String> = written.lines().map(str::to_owned).collect();
    let first = first.index(lines.len().saturating_sub(MOST_LINES) + 1);
    let last = lines.len().min(first + MOST_LINES);
    let old = &lines[first..last];
    let mut new = old.to_vec();
    for edit in edits {
        edit.make(&mut new);
    }
    // The title is given apart, so that no line is taken for front matter.
    let text = |lines: &[String]| format!("# Title\n\n{}\n", lines.join("\n"));
    (text(old), text(&new))
}

//! A comparison as text for a terminal: each change under the headings that it stands under, with its
//! lines in both sources, its label, and its words.
//!
//! What went stands in `[-…-]`, what came in `{+…+}`; with colour also red and struck through, green and
//! underlined. Lines are wrapped between words. Long stretches of words that stay
//! are cut in the middle.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Effects, Style};

use super::cell_names::{self, CellName};
use super::html::{Label, Labels};
use super::model::{Attribute, Change, Comparison, Kind, Node, Note, Op, Passage, Side, TextEdit};
use crate::readable::{readable, readable_lines, width};
use crate::source::Source;

/// How the text is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The columns of the terminal.
    pub width: usize,
    /// Whether colours may be used.
    pub colour: bool,
}

/// More characters than this on each side of what changed are left out.
const CONTEXT: usize = 40;
/// Where a change's own lines begin, in columns.
const INDENT: usize = 4;
/// Where the line begins that says what happened.
const HEAD_INDENT: usize = 2;
/// Narrower than this is not worth wrapping for.
const LEAST_WIDTH: usize = 24;

/// Writes a comparison. The sources say the lines; labels are in the reader's language.
pub fn write(
    comparison: &Comparison<'_>,
    old: &Source,
    new: &Source,
    labels: &dyn Labels,
    layout: Layout,
) -> String {
    let mut page = Page {
        out: String::new(),
        labels,
        layout,
    };
    let cells = cell_names::names(comparison);
    let mut section: Option<&[String]> = None;
    for (at, change) in comparison.changes.iter().enumerate() {
        if section != Some(&*change.section) {
            page.section(&change.section, section.is_some());
            section = Some(&change.section);
        }
        page.change(change, cells.get(&at), [old, new]);
    }
    page.out
}

/// Writes what a reader should know beside the changes: a line each, with its place.
pub fn notes(
    comparison: &Comparison<'_>,
    old: &Source,
    new: &Source,
    message: &dyn Fn(&Note) -> String,
) -> String {
    let line = |note: &Note| {
        let (source, arrow) = match note.side {
            Side::Old => (old, " →"),
            Side::New => (new, ""),
        };
        let [line, _] = source.lines(&note.span);
        format!("! {}  {line}{arrow}\n", readable(&message(note)))
    };
    let lines: String = comparison.notes.iter().map(line).collect();
    match lines.is_empty() {
        true => lines,
        false => format!("\n{lines}"),
    }
}

struct Page<'p> {
    out: String,
    labels: &'p dyn Labels,
    layout: Layout,
}

/// Some words in one style, as a terminal can show them.
struct Run {
    text: String,
    op: Op,
}

impl Run {
    fn new(text: &str, op: Op) -> Self {
        let text = readable_lines(text).into_owned();
        Run { text, op }
    }

    /// Whether a line may end between this run and the next: not within a word of which a part changed.
    fn parts_from(&self, next: &Run) -> bool {
        self.text.ends_with(char::is_whitespace)
            || next.text.starts_with(char::is_whitespace)
            || (self.op != Op::Equal && next.op != Op::Equal)
    }
}

/// A text in words, each with the white space after it; the first one with that before it too.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let start = text.len() - text.trim_start_matches(' ').len();
    let first = text[start..].find(char::is_whitespace);
    let first = first.map_or(text.len(), |at| start + at);
    let (head, rest) = text.split_at(first);
    std::iter::once(head)
        .chain(rest.split_inclusive(char::is_whitespace))
        .filter(|piece| !piece.is_empty())
}

/// How far a line was written.
#[derive(Default)]
struct Line {
    /// Columns after the indent.
    column: usize,
    /// Whether the text itself ends the line here.
    ends: bool,
}

impl Page<'_> {
    fn section(&mut self, section: &[String], is_next: bool) {
        if is_next {
            self.out.push('\n');
        }
        if !section.is_empty() {
            let path = section.join(" › ");
            self.styled(&readable(&path), Style::new().bold());
            self.out.push('\n');
        }
    }

    fn change(&mut self, change: &Change, cell: Option<&CellName>, [old, new]: [&Source; 2]) {
        let place = match (lines(&change.old, old), lines(&change.new, new)) {
            (Some(old), Some(new)) => format!("{old} → {new}"),
            (Some(old), None) => format!("{old} →"),
            (None, Some(new)) => format!("→ {new}"),
            (None, None) => String::new(),
        };
        let bold = Style::new().effects(Effects::BOLD);
        let mut head = vec![(self.labels_of(change).join("; "), bold)];
        let flags = self.flags_of(change).into_iter();
        head.extend(flags.map(|flags| (flags, AnsiColor::Yellow.on_default())));
        head.push((place, AnsiColor::BrightBlack.on_default()));
        self.head(&head);
        let mut runs = runs(change, old, new);
        if let Some(cell) = cell {
            runs.insert(0, Run::new(&place_in_table(cell), Op::Equal));
        }
        if runs.iter().any(|run| !run.text.is_empty()) {
            self.wrapped(&runs, change.node == Node::Code);
        }
    }

    /// The line that says what happened and where, wrapped under itself.
    fn head(&mut self, parts: &[(String, Style)]) {
        let room = self.layout.width.max(LEAST_WIDTH);
        let mut column = HEAD_INDENT;
        self.out.push_str(&" ".repeat(HEAD_INDENT));
        for (nth, (text, style)) in parts.iter().enumerate() {
            // The place stands apart from what happened there.
            let gap = if nth + 1 == parts.len() { 2 } else { 1 };
            for (at, word) in readable_lines(text)
                .split([' ', '\n'])
                .filter(|word| !word.is_empty())
                .enumerate()
            {
                let space = match (nth, at) {
                    (0, 0) => 0,
                    (_, 0) => gap,
                    _ => 1,
                };
                let length = width(word);
                if column + space + length > room && column > INDENT {
                    self.out.push('\n');
                    self.out.push_str(&" ".repeat(INDENT));
                    column = INDENT;
                } else {
                    self.out.push_str(&" ".repeat(space));
                    column += space;
                }
                self.styled(word, *style);
                column += length;
            }
        }
        self.out.push('\n');
    }

    fn labels_of(&self, change: &Change) -> Vec<String> {
        let mut texts = Vec::new();
        let has_type = change
            .attributes
            .iter()
            .any(|attribute| attribute.name == Attribute::Type);
        for &kind in &change.kinds {
            let from = change.heading_before();
            let label = match kind {
                Kind::Moved => Some(Label::MovedHere { from }),
                Kind::Relevelled | Kind::Relinked | Kind::Restyled | Kind::Renumbered => None,
                Kind::Retyped if has_type => None,
                kind => Some(Label::of_kind(kind, change)),
            };
            texts.extend(label.map(|label| self.labels.label(&label)));
        }
        for attribute in &change.attributes {
            texts.push(self.labels.label(&Label::Attribute(attribute)));
        }
        texts
    }

    /// What a reader of policies should look at, in one pair of brackets.
    fn flags_of(&self, change: &Change) -> Option<String> {
        let names: Vec<String> = change
            .flags
            .iter()
            .filter_map(|flag| self.labels.flag(*flag))
            .collect();
        (!names.is_empty()).then(|| format!("[{}]", names.join(", ")))
    }

    /// Writes runs, broken between words where a line is full, each line indented. What lines of code begin with
    /// is part of them.
    fn wrapped(&mut self, runs: &[Run], is_code: bool) {
        let room = self.layout.width.max(LEAST_WIDTH) - INDENT;
        let mut line = Line::default();
        for (at, run) in runs.iter().enumerate() {
            let (open, close) = self.marks(run.op);
            let mark = Self::mark_width(run.op);
            let before = at.checked_sub(1).map(|before| &runs[before]);
            let mut may_break = before.is_some_and(|before| before.parts_from(run));
            let mut is_open = false;
            for piece in pieces(&run.text) {
                let length = width(piece.trim_end());
                let signs = if is_open { mark } else { 2 * mark };
                let is_full = may_break && line.column + length + signs > room;
                if line.column > 0 && (is_full || line.ends) {
                    self.trim_end();
                    if std::mem::take(&mut is_open) {
                        self.out.push_str(&close);
                    }
                    self.out.push('\n');
                    line = Line::default();
                }
                let shown = piece.trim_end_matches('\n');
                let shown = match line.column {
                    0 if !is_code => shown.trim_start(),
                    _ => shown,
                };
                line.ends = piece.contains('\n');
                may_break = piece.ends_with(char::is_whitespace);
                if shown.is_empty() {
                    continue;
                }
                if line.column == 0 {
                    self.out.push_str(&" ".repeat(INDENT));
                }
                if !std::mem::replace(&mut is_open, true) {
                    self.out.push_str(&open);
                    line.column += mark;
                }
                self.out.push_str(shown);
                line.column += width(shown);
            }
            if is_open {
                self.out.push_str(&close);
                line.column += mark;
            }
        }
        self.trim_end();
        self.out.push('\n');
    }

    fn trim_end(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
    }

    /// How many columns the sign before words of one kind takes, and the one after them.
    fn mark_width(op: Op) -> usize {
        if op == Op::Equal { 0 } else { 2 }
    }

    /// What stands before and after words of one kind. The signs stand there in colour too: not every
    /// terminal strikes through or underlines.
    fn marks(&self, op: Op) -> (String, String) {
        let (style, before, after) = match op {
            Op::Equal => return (String::new(), String::new()),
            Op::Delete => (
                AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH),
                "[-",
                "-]",
            ),
            Op::Insert => (
                AnsiColor::Green.on_default().effects(Effects::UNDERLINE),
                "{+",
                "+}",
            ),
        };
        if self.layout.colour {
            (
                format!("{}{before}", style.render()),
                format!("{after}{}", style.render_reset()),
            )
        } else {
            (before.to_owned(), after.to_owned())
        }
    }

    fn styled(&mut self, text: &str, style: Style) {
        if self.layout.colour && !text.is_empty() {
            let _ = write!(self.out, "{}{text}{}", style.render(), style.render_reset());
        } else {
            self.out.push_str(text);
        }
    }
}

/// The lines of some passages: `30`, `30-32`.
fn lines(passages: &[Passage], source: &Source) -> Option<String> {
    let each = passages.iter().map(|passage| source.lines(&passage.span));
    let [first, last] = each.reduce(|one, other| [one[0].min(other[0]), one[1].max(other[1])])?;
    Some(if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    })
}

/// Which row and which column a cell is in, as it stands before what the cell says.
fn place_in_table(cell: &CellName) -> String {
    let names = std::iter::once(&cell.row).chain(&cell.column);
    let names: Vec<String> = names.map(|name| shortened(name, true, false)).collect();
    format!("{}: ", names.join(" · "))
}

/// What is shown of a change: its edits, or the passage.
fn runs(change: &Change, old: &Source, new: &Source) -> Vec<Run> {
    if !change.edits.is_empty() {
        let last = change.edits.len() - 1;
        let shown = |(at, edit): (usize, &TextEdit)| match edit.op {
            Op::Equal => Run::new(&shortened(&edit.text, at > 0, at < last), edit.op),
            _ => Run::new(edit.as_written(), edit.op),
        };
        return change.edits.iter().enumerate().map(shown).collect();
    }
    let op = match change.kinds.as_slice() {
        [Kind::Added, ..] => Op::Insert,
        [Kind::Removed, ..] => Op::Delete,
        _ => Op::Equal,
    };
    let text = match (change.new.first(), change.old.first()) {
        (Some(passage), _) => said(passage, new),
        (None, Some(passage)) => said(passage, old),
        (None, None) => String::new(),
    };
    let text = match change.node {
        Node::TableRow | Node::TableColumn => text.replace('\n', " | "),
        _ => text,
    };
    let text = match op {
        Op::Equal => shortened(&text, true, false),
        _ => text,
    };
    vec![Run::new(&text, op)]
}

/// What a passage says; as written, where it has no words: a rule, a picture without a description.
fn said(passage: &Passage, source: &Source) -> String {
    if passage.text.is_empty() {
        let written = source.text().get(passage.span.clone());
        return written.unwrap_or_default().trim().to_owned();
    }
    passage.text.clone()
}

/// The words next to what changed: the first of them, the last of them, or both.
fn shortened(text: &str, keeps_start: bool, keeps_end: bool) -> String {
    let characters: Vec<char> = text.chars().collect();
    let kept = CONTEXT * (usize::from(keeps_start) + usize::from(keeps_end));
    if characters.len() <= kept + CONTEXT / 2 {
        return text.to_owned();
    }
    let mut start = if keeps_start { CONTEXT } else { 0 };
    while start > 0 && start < characters.len() && !characters[start].is_whitespace() {
        start -= 1;
    }
    let mut end = characters.len() - if keeps_end { CONTEXT } else { 0 };
    while end < characters.len() && !characters[end - 1].is_whitespace() {
        end += 1;
    }
    let head: String = characters[..start].iter().collect();
    let tail: String = characters[end..].iter().collect();
    format!("{head} … {tail}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::LanguageCode;
    use crate::markdown::{ParseOptions, parse};

    fn shown(old: &str, new: &str, layout: Layout) -> String {
        let (old, new) = (Source::new("old.md", old), Source::new("new.md", new));
        let tree = |source: &Source| parse(source, 0, None, &ParseOptions::default()).tree;
        let (old_tree, new_tree) = (tree(&old), tree(&new));
        let language = LanguageCode::parse("en").unwrap();
        let comparison = crate::diff::compare(&old_tree, &new_tree, &language);
        let labels = |label: &Label<'_>| match label {
            Label::Kind(kind, _) => kind.name().to_owned(),
            other => format!("{other:?}"),
        };
        write(&comparison, &old, &new, &labels, layout)
    }

    #[test]
    fn a_cell_that_changed_is_told_with_its_row_and_its_column() {
        let table = |days: &str| {
            format!("| Service | Days | Hours |\n|---|---|---|\n| Under 5 years | {days} | 8 |\n")
        };
        let layout = Layout {
            width: 80,
            colour: false,
        };
        let told = shown(&table("25"), &table("27"), layout);
        assert!(
            told.contains("    Under 5 years · Days: [-25-]{+27+}\n"),
            "{told}"
        );
    }

    #[test]
    fn changes_stand_under_their_headings_with_lines_and_words() {
        let old = "# Rules\n\n## 5 things\n\n1. Ask first.\n";
        let new = "# Rules\n\n## 6 things\n\n1. Ask first.\n2. Lock the door when you go.\n";
        let layout = Layout {
            width: 26,
            colour: false,
        };
        let expected = "Rules\n  changed  3 → 3\n    [-5-]{+6+} things\n\nRules › 6 things\n  added  → 6\n    {+Lock the door when+}\n    {+you go.+}\n";
        assert_eq!(shown(old, new, layout), expected);
    }

    #[test]
    fn colour_is_never_alone() {
        let layout = Layout {
            width: 80,
            colour: true,
        };
        let text = shown("You must ask.\n", "You may ask.\n", layout);
        assert!(
            text.contains("\u{1b}[") && text.contains("[-must-]"),
            "{text}"
        );
    }

    #[test]
    fn nothing_of_a_text_steers_the_terminal() {
        let layout = Layout {
            width: 80,
            colour: false,
        };
        let old = "# A\u{202e}\n\n## \u{2066}Part\n\nYou must ask.\n";
        let new = "# A\u{202e}\n\n## \u{2066}Part\n\nYou may \u{202e}ask.\n\n```\n\td\n```\n";
        let text = shown(old, new, layout);
        assert!(!text.contains(['\u{202e}', '\u{2066}', '\t']), "{text:?}");
        assert!(text.starts_with("A\u{fffd} › \u{fffd}Part\n"), "{text}");
        assert!(text.contains("{+    d+}"), "{text}");
    }

    #[test]
    fn wide_signs_take_two_columns() {
        let layout = Layout {
            width: 26,
            colour: false,
        };
        let text = shown("a\n", "a\n\n規則規則 規則規則 規則規則\n", layout);
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(lines, ["    {+規則規則 規則規則+}", "    {+規則規則+}"]);
    }

    #[test]
    fn a_head_that_is_too_long_goes_on_below_itself() {
        let new = "[Ask](https://a.example/a/long/address) first, and ask again.\n";
        let layout = Layout {
            width: 40,
            colour: false,
        };
        let text = shown("Ask first, and ask again.\n", new, layout);
        let overlong = text.lines().filter(|line| line.chars().count() > 40);
        // An address is not cut.
        assert!(
            overlong.clone().all(|line| line.contains("https:")),
            "{text}"
        );
        assert!(text.lines().count() > 3, "{text}");
    }
}

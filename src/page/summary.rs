//! The summary of a comparison: its changes in groups, each a line with links to them.

mod sections;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::view::{SummaryItem, SummaryLine};
use crate::diff::cell_names::{self, CellName};
use crate::diff::{Attribute, Change, Comparison, Flag, Kind, Node, Op, Passage, TextEdit};

/// How many characters of a passage name it in the summary.
const NAME_LENGTH: usize = 60;

/// Whether a change belongs to a group.
type Holds = fn(&Change) -> bool;

/// The groups, in the order in which they are shown. A change is in the first that fits.
const GROUPS: [(&str, Holds); 13] = [
    ("summary-heading", |change| {
        change.node == Node::Heading && is(change, Kind::Changed)
    }),
    ("summary-added", |change| is(change, Kind::Added)),
    ("summary-removed", |change| is(change, Kind::Removed)),
    ("summary-moved", |change| is(change, Kind::Moved)),
    ("summary-split", |change| is(change, Kind::Split)),
    ("summary-joined", |change| is(change, Kind::Joined)),
    ("summary-retyped", |change| is(change, Kind::Retyped)),
    ("summary-reworded", |change| is(change, Kind::Changed)),
    ("summary-relevelled", |change| is(change, Kind::Relevelled)),
    ("summary-images", |change| {
        is(change, Kind::Relinked) && !has(change, Attribute::Link)
    }),
    ("summary-relinked", |change| is(change, Kind::Relinked)),
    ("summary-restyled", |change| is(change, Kind::Restyled)),
    ("summary-renumbered", |change| is(change, Kind::Renumbered)),
];

/// The summary of a comparison.
pub(super) fn summary(comparison: &Comparison<'_>) -> Vec<SummaryLine> {
    let group_of = |change: &Change| GROUPS.iter().position(|(_, holds)| holds(change));
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); GROUPS.len()];
    for (at, change) in comparison.changes.iter().enumerate() {
        if let Some(group) = group_of(change) {
            groups[group].push(at);
        }
    }
    let items = Items::of(comparison);
    let lines = GROUPS
        .iter()
        .zip(groups)
        .filter(|(_, changes)| !changes.is_empty());
    lines
        .map(|((key, _), changes)| SummaryLine {
            key: (*key).to_owned(),
            count: changes.len(),
            items: items.of_changes(&changes),
        })
        .collect()
}

/// What is needed to name changes.
struct Items<'c, 'a> {
    comparison: &'c Comparison<'a>,
    /// By the places of changes, what the cell is called that changed.
    cells: BTreeMap<usize, CellName>,
    /// By the places of headings, those of what came or went with them.
    sections: BTreeMap<usize, Vec<usize>>,
    /// The places of the latter.
    under: BTreeSet<usize>,
}

impl<'c, 'a> Items<'c, 'a> {
    fn of(comparison: &'c Comparison<'a>) -> Self {
        let sections = sections::whole(comparison);
        Items {
            comparison,
            cells: cell_names::names(comparison),
            under: sections.values().flatten().copied().collect(),
            sections,
        }
    }

    /// Items for the changes at some places. What came or went with its heading is below that.
    fn of_changes(&self, changes: &[usize]) -> Vec<SummaryItem> {
        let own = changes.iter().filter(|at| !self.under.contains(at));
        own.map(|&at| self.with_section(at)).collect()
    }

    fn with_section(&self, at: usize) -> SummaryItem {
        let heading = self.alone(at);
        let Some(under) = self.sections.get(&at) else {
            return heading;
        };
        let all = std::iter::once(&at).chain(under);
        let flags = all.flat_map(|&at| &self.comparison.changes[at].flags);
        let flags: BTreeSet<&Flag> = flags.collect();
        SummaryItem {
            flags: flags.into_iter().map(flag_name).collect(),
            within: under.iter().map(|&at| self.alone(at)).collect(),
            ..heading
        }
    }

    fn alone(&self, at: usize) -> SummaryItem {
        item(at, &self.comparison.changes[at], self.cells.get(&at))
    }
}

fn flag_name(flag: &Flag) -> String {
    flag.name().to_owned()
}

fn is(change: &Change, kind: Kind) -> bool {
    change.kinds.contains(&kind)
}

fn has(change: &Change, name: Attribute) -> bool {
    change
        .attributes
        .iter()
        .any(|attribute| attribute.name == name)
}

fn item(at: usize, change: &Change, cell: Option<&CellName>) -> SummaryItem {
    let is_heading = change.node == Node::Heading && is(change, Kind::Changed);
    let side = |passages: &[Passage]| {
        let passage = passages.first()?;
        let line = line_that_differs(change)
            .map_or_else(|| in_a_line(&passage.text, change.node), Cow::Borrowed);
        Some(match cell {
            Some(cell) => in_table(cell, line.trim()),
            None => name(&line, change.node),
        })
    };
    SummaryItem {
        id: format!("change-{}", at + 1),
        text: side(&change.new)
            .or_else(|| side(&change.old))
            .unwrap_or_default(),
        before: is_heading.then(|| changed_words(change, Op::Delete, &change.old)),
        after: is_heading.then(|| changed_words(change, Op::Insert, &change.new)),
        flags: change.flags.iter().map(flag_name).collect(),
        within: Vec::new(),
    }
}

/// What a cell says, after its row and its column.
fn in_table(cell: &CellName, text: &str) -> String {
    let names = std::iter::once(&cell.row).chain(&cell.column);
    let mut parts: Vec<String> = names
        .map(|name| first_words(name, NAME_LENGTH / 2))
        .collect();
    parts.push(start(text));
    parts.join(" · ")
}

/// The words of a heading on one side of a change: of one that counts the count ("5" → "6"), the heading otherwise,
/// of a long one what is around the change.
fn changed_words(change: &Change, side: Op, passages: &[Passage]) -> String {
    match &change.edits[..] {
        [] => passages
            .first()
            .map(|passage| start(passage.text.trim()))
            .unwrap_or_default(),
        [gone, come, rest]
            if (gone.op, come.op) == (Op::Delete, Op::Insert) && counts(change, &rest.text) =>
        {
            let count = if side == Op::Delete { gone } else { come };
            name(&count.text, change.node)
        }
        edits => around_change(edits, side),
    }
}

/// Whether what changed in a heading is a count of what the rest of it names: "5 things", and not "2.4 Duties".
fn counts(change: &Change, rest: &str) -> bool {
    change.flags.contains(&Flag::Number) && rest.trim_start().starts_with(char::is_lowercase)
}

/// What one of two texts says, or of a long one its words around the first place where they differ.
fn around_change(edits: &[TextEdit], side: Op) -> String {
    let mut text = String::new();
    let mut changed_at = None;
    for edit in edits {
        if edit.op != Op::Equal {
            changed_at.get_or_insert(text.len());
        }
        if edit.op == Op::Equal || edit.op == side {
            text.push_str(&edit.text);
        }
    }
    let text = text.trim_end();
    let changed_at = changed_at.unwrap_or(0).min(text.len());
    let (before, all) = (text[..changed_at].chars().count(), text.chars().count());
    if before <= NAME_LENGTH / 2 || all <= NAME_LENGTH {
        return start(text.trim_start());
    }
    // What comes before it fills what room is left.
    let left_out = (before - NAME_LENGTH / 3).min(all - NAME_LENGTH);
    let from = text.char_indices().nth(left_out).map_or(0, |(at, _)| at);
    let space = text[from..changed_at].find(char::is_whitespace);
    let from = space.map_or(from, |space| from + space);
    ["…", &start(text[from..].trim_start())].concat()
}

/// What a passage of several lines says in one: of a section its heading, of a row and a column their cells, of
/// anything else the first line, which goes on.
fn in_a_line(text: &str, node: Node) -> Cow<'_, str> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let mut others = lines.peekable();
    match node {
        _ if others.peek().is_none() => Cow::Borrowed(first),
        Node::Section | Node::Heading => Cow::Borrowed(first),
        Node::TableRow | Node::TableColumn => {
            let cells: Vec<&str> = std::iter::once(first).chain(others).collect();
            Cow::Owned(cells.join(" · "))
        }
        _ => Cow::Owned([first.trim_end_matches(':'), " …"].concat()),
    }
}

/// Of a block of code that changed, the first line that did: as it is now, or as it was where it has gone.
fn line_that_differs(change: &Change) -> Option<&str> {
    let ([old], [new]) = (&change.old[..], &change.new[..]) else {
        return None;
    };
    if change.node != Node::Code || !is(change, Kind::Changed) {
        return None;
    }
    let mut old: Vec<&str> = old.text.lines().map(str::trim).collect();
    let mut new: Vec<&str> = new.text.lines().map(str::trim).collect();
    let is_same = |(old, new): &(&&str, &&str)| old == new;
    let before = old.iter().zip(&new).take_while(is_same).count();
    old.drain(..before);
    new.drain(..before);
    let after = old.iter().rev().zip(new.iter().rev());
    let after = after.take_while(is_same).count();
    old.truncate(old.len() - after);
    new.truncate(new.len() - after);
    new.into_iter().chain(old).find(|line| !line.is_empty())
}

/// What a passage is called: what comes before its colon or dash, or its first words; a heading is a name already,
/// and a colon in code is a part of it.
fn name(text: &str, node: Node) -> String {
    let text = text.trim();
    let is_name = matches!(node, Node::Section | Node::Heading | Node::Code);
    match label(text).filter(|_| !is_name) {
        Some(label) => label.to_owned(),
        None => start(text),
    }
}

/// A text, or the first words of a long one.
fn start(text: &str) -> String {
    first_words(text, NAME_LENGTH)
}

/// A text, or those of its words that have room in so many characters.
fn first_words(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    // What would have led on to the next words leads nowhere here.
    let leads_on = |sign: char| sign.is_whitespace() || ",;:·–—([“‘".contains(sign);
    [text[..cut].trim_end_matches(leads_on), "…"].concat()
}

/// What comes before the first colon, or in a passage without one before the first dash, where that is short.
fn label(text: &str) -> Option<&str> {
    let (colon, dash) = (": ", " – ");
    let mut before_dash = None;
    for (at, letter) in text.char_indices().take(NAME_LENGTH / 2 + 1) {
        let begins = |sign: &str| text[at..].starts_with(sign);
        match letter {
            // "{: datetime=…" is a sign of the source's own.
            ':' if begins(colon) && !text[..at].ends_with('{') => return Some(&text[..at]),
            ' ' if before_dash.is_none() && begins(dash) => before_dash = Some(&text[..at]),
            _ => {}
        }
    }
    before_dash.filter(|_| !text.contains(colon))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_passage_do_not_run_together() {
        let called = |text: &str, node: Node| name(&in_a_line(text, node), node);
        for (text, node, expected) in [
            ("Wear a badge", Node::ListItem, "Wear a badge"),
            ("Leave\nEverybody has leave.", Node::Section, "Leave"),
            ("4\nReport losses", Node::TableRow, "4 · Report losses"),
            ("Keep records\nLock up", Node::List, "Keep records …"),
            ("You may:\nuse the car park", Node::ListItem, "You may …"),
            ("Security: look after devices", Node::ListItem, "Security"),
            ("Appendix A: Forms", Node::Heading, "Appendix A: Forms"),
            ("fee: 20", Node::Code, "fee: 20"),
            (
                "From 27 June {: .date}",
                Node::Paragraph,
                "From 27 June {: .date}",
            ),
        ] {
            assert_eq!(called(text, node), expected);
        }
        let long = format!("{}\nand more", "word ".repeat(20));
        assert!(called(&long, Node::Quote).ends_with("word…"));
    }

    #[test]
    fn what_is_cut_off_does_not_end_with_a_sign_that_leads_on() {
        let row = "LinkedIn · Vacancies and what it is like to work for us · Monday to Friday";
        assert_eq!(
            name(row, Node::TableRow),
            "LinkedIn · Vacancies and what it is like to work for us…"
        );
    }

    #[test]
    fn of_a_long_heading_what_is_around_the_change_is_shown() {
        let edit = |op, text: &str| TextEdit {
            op,
            text: text.to_owned(),
            written: None,
        };
        let edits = [
            edit(
                Op::Equal,
                "When members of staff may use the telephones of the council for private ",
            ),
            edit(Op::Delete, "calls"),
            edit(Op::Insert, "emergencies"),
            edit(Op::Equal, " and when they may not"),
        ];
        assert_eq!(
            around_change(&edits, Op::Delete),
            "…of the council for private calls and when they may not"
        );
        assert_eq!(
            around_change(&edits, Op::Insert),
            "…the council for private emergencies and when they may not"
        );
        assert_eq!(
            around_change(
                &[edit(Op::Equal, "Payroll: "), edit(Op::Insert, "claims")],
                Op::Delete
            ),
            "Payroll:"
        );
    }
}

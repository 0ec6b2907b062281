//! Entries → changes: the flat list, in the order of the page, each tied to the one entry that
//! stands for it.

mod definitions;
mod edits;
mod headings;
mod label_runs;
mod moved_columns;
mod moves;
mod node;
mod passages_of;
mod rows;
mod whole;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use super::attributes::kind_of;
use super::index::Shape;
use super::model::{Change, Counts, Entry, Inside, Kind, Relation, TextEdit};
use super::numbering::{self, Run, Sequences};
use super::regrouping::{self, Heads};
use crate::markdown::tree::Block;
pub(super) use edits::told;
use headings::Headings;
use label_runs::LabelRuns;
use moves::Moves;
use node::node;
use passages_of::passages_of;

/// Lists the changes and numbers the entries and the moves.
pub(super) fn list<'a>(entries: &mut [Entry<'a>], sequences: Sequences) -> Vec<Change> {
    let mut lister = Lister {
        sequences,
        ..Lister::default()
    };
    lister.visit_all(entries, Holder::Text);
    lister.moves.tell(&mut lister.changes);
    lister.changes
}

/// Counts what was listed.
pub(super) fn count(changes: &[Change]) -> Counts {
    let mut counts = Counts::default();
    for change in changes {
        for kind in &change.kinds {
            *match kind {
                Kind::Added => &mut counts.added,
                Kind::Removed => &mut counts.removed,
                Kind::Moved => &mut counts.moved,
                Kind::Split => &mut counts.split,
                Kind::Joined => &mut counts.joined,
                Kind::Retyped => &mut counts.retyped,
                Kind::Changed => &mut counts.changed,
                Kind::Relevelled => &mut counts.relevelled,
                Kind::Relinked => &mut counts.relinked,
                Kind::Restyled => &mut counts.restyled,
                Kind::Renumbered => &mut counts.renumbered,
            } += 1;
        }
        counts.words_added += change.words_added;
        counts.words_removed += change.words_removed;
    }
    counts
}

/// What the entries being visited lie in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holder {
    /// The text, a section, a quote, an item's further blocks.
    Text,
    /// Containers that were cut, put together or nested.
    Regrouped,
    /// The same, where paragraphs became items or items paragraphs and what holds them tells it.
    Retyped,
    /// An item, footnote or definition: what its first line says is the holder's own.
    Lead,
    /// An item that came or went, whose own lines are part of its change.
    Whole,
    /// A list or table that came or went, but for what moved.
    Opened,
    /// The first row of a table: a cell that came or went stands for its column.
    FirstRow,
    /// Another row.
    Row,
    /// A table of both texts, for a row that came from elsewhere: a cell that only one of its forms has is in none of
    /// the table's columns.
    OtherTable,
    /// A row that stood in another table.
    RowFromElsewhere,
}

#[derive(Default)]
struct Lister<'a> {
    changes: Vec<Change>,
    old_headings: Headings<'a>,
    new_headings: Headings<'a>,
    moves: Moves<'a>,
    label_runs: LabelRuns<'a>,
    sequences: Sequences,
    /// Paragraphs that are an item's only one, where what items hold stands in one row.
    lines_of_items: HashSet<*const Block>,
    /// Items there that have other numbers, by the block of the new text that each run of them is marked on.
    runs: HashMap<*const Block, Run<'a>>,
    /// The change of the term that was met last, where it moved.
    moved_term: Option<usize>,
    /// Cells that say something else than they did where their columns stood, and what they were.
    cells_of_moved_columns: HashMap<*const Block, &'a Block>,
}

impl<'a> Lister<'a> {
    fn visit_all(&mut self, entries: &mut [Entry<'a>], holder: Holder) {
        for (at, entry) in entries.iter_mut().enumerate() {
            let holder = match holder {
                Holder::Lead if at > 0 => Holder::Text,
                holder => holder,
            };
            self.visit(entry, holder, None);
        }
    }

    fn visit(&mut self, entry: &mut Entry<'a>, holder: Holder, run: Option<&Run>) {
        self.pass_headings(entry, 0..1);
        let change = self.change(entry, holder, run);
        let change = self.fold_labels(entry, change);
        let change = self.fold_definition(entry, change);
        // A paragraph stands above the headings that parted it.
        self.pass_headings(entry, 1..usize::MAX);
        let (old, new) = (&self.old_headings, &self.new_headings);
        if change.is_some() || !matches!(entry.relation, Relation::MovedHere(_)) {
            self.moves.pass(entry, old, new, self.changes.len());
        }
        if entry.relation == Relation::Regrouped {
            let lines = regrouping::lines_of_items(entry);
            self.lines_of_items.extend(lines.map(std::ptr::from_ref));
            if !matches!(holder, Holder::Regrouped | Holder::Retyped) {
                self.find_runs(entry);
            }
        }
        if let Some(change) = change {
            let is_term = definitions::is_moved_term(entry);
            self.moved_term = is_term.then_some(self.changes.len());
            entry.change = Some(self.changes.len());
            self.changes.push(change);
        }
        let around = self.moves.enter(entry);
        self.visit_inside(entry, holder);
        self.moves.leave(around);
    }

    #[allow(
        clippy::too_many_lines,
        reason = "a table: what each kind of entry is to what lies in it"
    )]
    fn visit_inside(&mut self, entry: &mut Entry<'a>, holder: Holder) {
        let shape = entry
            .new
            .first()
            .or(entry.old.first())
            .map(|block| Shape::of(block));
        let relation = entry.relation;
        if matches!(relation, Relation::MovedAway(_)) {
            return;
        }
        let is_section = entry.is_section();
        let tells_number = entry
            .change
            .is_some_and(|at| self.changes[at].kinds.contains(&Kind::Renumbered));
        let Inside::Entries(inside) = &mut entry.inside else {
            return;
        };
        match (relation, shape) {
            _ if is_section => self.visit_all(inside, Holder::Text),
            (Relation::Regrouped, _) => {
                let is_told =
                    holder == Holder::Retyped || regrouping::became_all_of_one_kind(inside);
                let holder = if is_told {
                    Holder::Retyped
                } else {
                    Holder::Regrouped
                };
                self.visit_parts(inside, holder);
            }
            (Relation::Added | Relation::Removed, _)
                if holder == Holder::Opened || shape != Some(Shape::Item) =>
            {
                self.visit_all(inside, Holder::Opened);
            }
            (Relation::Added | Relation::Removed, _) => self.visit_all(inside, Holder::Whole),
            (_, Some(Shape::List)) => {
                let runs = numbering::of_items(inside);
                self.visit_items(inside, &runs, Holder::Text);
            }
            (_, Some(Shape::Table)) => {
                let runs = numbering::of_rows((&entry.old, &entry.new), inside);
                self.visit_rows(inside, &entry.old, &runs);
            }
            (_, Some(Shape::Item | Shape::Footnote | Shape::Definition)) => {
                self.visit_all(inside, Holder::Lead);
            }
            (_, Some(Shape::Row)) => {
                let told = usize::from(tells_number);
                let is_from_elsewhere = matches!(holder, Holder::OtherTable | Holder::Opened);
                let holder = if is_from_elsewhere {
                    Holder::RowFromElsewhere
                } else {
                    Holder::Row
                };
                self.visit_all(&mut inside[told..], holder);
            }
            _ => self.visit_all(inside, Holder::Text),
        }
    }

    /// Finds which items have other numbers where containers were grouped anew: one run, however they are grouped.
    fn find_runs(&mut self, entry: &Entry<'a>) {
        let mut heads = Heads::default();
        heads.take_in(entry);
        let Inside::Entries(row) = &entry.inside else {
            return;
        };
        let parts = regrouping::parts(row);
        for run in numbering::of_parts(&heads, &parts) {
            let marked = parts[run.marked_at].new.first();
            let marked = marked.map(|block| std::ptr::from_ref(*block));
            self.runs.extend(marked.map(|block| (block, run)));
        }
    }

    fn visit_parts(&mut self, parts: &mut [Entry<'a>], holder: Holder) {
        for part in parts {
            let block = part.new.first().filter(|_| part.relation == Relation::Kept);
            let run = block.and_then(|block| self.runs.remove(&std::ptr::from_ref(*block)));
            self.visit(part, holder, run.as_ref());
        }
    }

    fn visit_items(&mut self, items: &mut [Entry<'a>], runs: &[Run<'_>], holder: Holder) {
        for (at, item) in items.iter_mut().enumerate() {
            let run = runs.iter().find(|run| run.marked_at == at);
            self.visit(item, holder, run);
        }
    }

    /// Keeps the headings among some of an entry's blocks, under which what follows stands.
    fn pass_headings(&mut self, entry: &Entry<'a>, places: Range<usize>) {
        if entry.is_section() || entry.relation == Relation::Regrouped {
            return;
        }
        fn among<'b, 'a>(
            blocks: &'b [&'a Block],
            places: &Range<usize>,
        ) -> impl Iterator<Item = &'b &'a Block> {
            blocks.iter().skip(places.start).take(places.len())
        }
        if !matches!(entry.relation, Relation::MovedHere(_)) {
            among(&entry.old, &places).for_each(|block| self.old_headings.pass(block));
        }
        among(&entry.new, &places).for_each(|block| self.new_headings.pass(block));
    }

    /// The headings above an entry, itself left out.
    fn section(&self, entry: &Entry<'_>) -> Rc<[String]> {
        match (entry.new.first(), entry.old.first()) {
            (Some(new), _) => self.new_headings.above(new),
            (None, Some(old)) => self.old_headings.above(old),
            (None, None) => Rc::default(),
        }
    }

    /// The change that an entry stands for, if any.
    fn change(&self, entry: &Entry<'a>, holder: Holder, run: Option<&Run>) -> Option<Change> {
        match entry.relation {
            Relation::MovedAway(_) => return None,
            Relation::Added | Relation::Removed => return self.whole_change(entry, holder),
            _ => {}
        }
        let mut kinds = self.kinds_of_relation(entry, holder);
        let told_by_holder = holder == Holder::Lead
            && entry.relation == Relation::Kept
            && !matches!(entry.inside, Inside::Entries(_));
        let source = if told_by_holder { None } else { Some(entry) };
        let lead = entry.lead();
        let mut attributes = Vec::new();
        let mut told_words = None;
        for part in source.into_iter().chain(lead) {
            attributes.extend(part.attributes.iter().cloned());
            let is_told = |words: &[TextEdit]| {
                holder == Holder::Retyped && regrouping::is_typed_bullet(words)
            };
            if let Some(words) = told(part).filter(|words| !is_told(&words.edits)) {
                kinds.push(Kind::Changed);
                told_words = Some(words);
            }
        }
        kinds.extend(attributes.iter().map(|attribute| kind_of(attribute.name)));
        if let Some(run) = run {
            kinds.push(Kind::Renumbered);
            attributes.extend(run.attributes());
        }
        kinds.sort_unstable();
        kinds.dedup();
        if kinds.is_empty() {
            return None;
        }
        let words = told_words.unwrap_or_default();
        let (node, passages) = match run {
            Some(run) if kinds == [Kind::Renumbered] => (run.node(), run.passages()),
            _ => (node(entry), passages_of(entry)),
        };
        Some(Change {
            words_added: words.words_added,
            words_removed: words.words_removed,
            edits: words.edits,
            attributes,
            stays_items: entry.relation == Relation::Regrouped && regrouping::are_items(entry),
            ..Change::new(kinds, node, self.section(entry), passages)
        })
    }

    /// What happened to a block of both texts, its words and attributes aside.
    fn kinds_of_relation(&self, entry: &Entry<'_>, holder: Holder) -> Vec<Kind> {
        let mut kinds = Vec::new();
        match entry.relation {
            Relation::MovedHere(_) => {
                kinds.push(Kind::Moved);
                let is_retyped = holder != Holder::Retyped
                    && regrouping::crosses_list(entry)
                    && !self.is_item_in_both(entry);
                kinds.extend(is_retyped.then_some(Kind::Retyped));
            }
            Relation::Split | Relation::Joined => {
                let is_split = entry.relation == Relation::Split;
                kinds.push(if is_split { Kind::Split } else { Kind::Joined });
                let is_retyped = holder != Holder::Retyped && self.became_items(entry);
                kinds.extend(is_retyped.then_some(Kind::Retyped));
            }
            // What holds it has told it already.
            Relation::Retyped if holder == Holder::Retyped => {}
            Relation::Retyped if self.stays_item(entry) => {}
            Relation::Regrouped if matches!(holder, Holder::Regrouped | Holder::Retyped) => {}
            Relation::Retyped => kinds.push(Kind::Retyped),
            Relation::Regrouped => kinds.extend(regrouping::kind(entry)),
            Relation::Kept | Relation::Added | Relation::Removed | Relation::MovedAway(_) => {}
        }
        kinds
    }

    /// Whether a part of a row that is an item in one text and a paragraph in the other is an item's line there.
    fn is_item_in_both(&self, entry: &Entry<'_>) -> bool {
        let mut blocks = entry.old.iter().chain(&entry.new);
        blocks.any(|block| self.lines_of_items.contains(&std::ptr::from_ref(*block)))
    }

    /// Whether a part of a row is an item's line in one text and in the other an item, or a list of that alone.
    fn stays_item(&self, entry: &Entry<'_>) -> bool {
        let is_item = |block: &&Block| match Shape::of(block) {
            Shape::Item => true,
            Shape::List => block.children.len() == 1,
            _ => false,
        };
        let mut blocks = entry.old.iter().chain(&entry.new);
        blocks.any(is_item) && self.is_item_in_both(entry)
    }

    /// Whether paragraphs became all that items hold, or the reverse.
    fn became_items(&self, entry: &Entry<'_>) -> bool {
        let is_line = |block: &&Block| self.lines_of_items.contains(&std::ptr::from_ref(*block));
        let (old, new) = (entry.old.iter(), entry.new.iter());
        let all_are = |mut blocks: std::slice::Iter<'_, &Block>, are: bool| {
            blocks.all(|block| is_line(block) == are)
        };
        all_are(old.clone(), false) && all_are(new.clone(), true)
            || all_are(old, true) && all_are(new, false)
    }

    /// Clauses of one sort that have nothing but another label are one change, from the first of them to the last
    /// before one that kept its label; those that have their number in another form are one of their own.
    fn fold_labels(&mut self, entry: &Entry<'a>, change: Option<Change>) -> Option<Change> {
        // Where no change is open to be folded into, what stands between says nothing.
        if self.label_runs.are_open() {
            self.label_runs
                .pass(entry, change.is_some(), &self.sequences);
        }
        let mut change = change?;
        if let Some(label) = numbering::label_of_moved(entry, &change, &self.sequences) {
            change.kinds = vec![Kind::Moved, Kind::Renumbered];
            change.attributes.push(label);
            change.words_added = 0;
            change.words_removed = 0;
            return Some(change);
        }
        let found = numbering::label_change(entry, &change, &self.sequences);
        let Some((series, labels)) = found else {
            return Some(change);
        };
        let (kind, next) = (kind_of(labels.name), self.changes.len());
        if let Some(at) = self.label_runs.fold(kind, change.node, series, next) {
            let run = &mut self.changes[at];
            run.old.append(&mut change.old);
            run.new.append(&mut change.new);
            run.attributes.push(labels);
            run.edits = Rc::default();
            return None;
        }
        change.kinds = vec![kind];
        change.attributes.push(labels);
        change.words_added = 0;
        change.words_removed = 0;
        Some(change)
    }
}

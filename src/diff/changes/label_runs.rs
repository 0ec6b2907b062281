//! Clauses with nothing but another label: which of them are one change.

use super::node;
use crate::diff::index::Shape;
use crate::diff::model::{Entry, Kind, Node};
use crate::diff::numbering::{self, Labels, Sequences, Series, Sort};

/// The changes that clauses with another label are being folded into.
#[derive(Default)]
pub(super) struct LabelRuns<'a> {
    /// Of those that have another number: each series has its own.
    renumbered: Vec<LabelRun<'a>>,
    /// Of those that have the same number, with other signs around it.
    restyled: Option<(Node, usize)>,
}

struct LabelRun<'a> {
    node: Node,
    series: Series<'a>,
    change: usize,
}

impl<'a> LabelRuns<'a> {
    /// Whether a clause can be folded into a change.
    pub fn are_open(&self) -> bool {
        !self.renumbered.is_empty() || self.restyled.is_some()
    }

    /// Ends what an entry ends: items are counted anew in each clause, and what comes after a label that was
    /// kept is another run.
    pub fn pass(&mut self, entry: &Entry<'a>, has_change: bool, sequences: &Sequences) {
        let labels = numbering::labels(entry, sequences);
        let is_kept = !has_change && labels.as_ref().is_some_and(Labels::are_same);
        let series = labels.map(|labels| labels.series());
        let is_heading = is_heading(entry);
        if is_kept && is_heading {
            *self = LabelRuns::default();
        } else if is_kept {
            let node = node(entry);
            self.restyled = None;
            self.renumbered
                .retain(|run| run.node != node || Some(run.series) != series);
        }
        if is_heading || series.is_some_and(|series| series.sort == Sort::Clause) {
            self.renumbered.retain(|run| run.series.sort != Sort::Item);
        }
    }

    /// The change that a clause with another label is folded into. Where there is none, the next one is open from
    /// here on.
    pub fn fold(
        &mut self,
        kind: Kind,
        node: Node,
        series: Series<'a>,
        next: usize,
    ) -> Option<usize> {
        if kind == Kind::Renumbered {
            let mut runs = self.renumbered.iter();
            let open = runs.find(|run| run.node == node && run.series == series);
            let open = open.map(|run| run.change);
            if open.is_none() {
                let change = next;
                self.renumbered.push(LabelRun {
                    node,
                    series,
                    change,
                });
            }
            return open;
        }
        self.renumbered.clear();
        let open = self.restyled.filter(|(of, _)| *of == node);
        if open.is_none() {
            self.restyled = Some((node, next));
        }
        open.map(|(_, change)| change)
    }
}

fn is_heading(entry: &Entry<'_>) -> bool {
    let block = entry.new.first().or(entry.old.first());
    block.is_some_and(|block| Shape::of(block) == Shape::Heading)
}

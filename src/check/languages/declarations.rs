//! Differences that texts declare, over all pairs of their languages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::reading::Read;
use super::{DeclaredDifference, Languages};
use crate::diagnostic::{Code, Diagnostic};
use crate::parity::{Declared, Side};

/// The declarations of the texts of a version: one may be about several pairs of languages.
#[derive(Default)]
pub(super) struct Declarations(BTreeMap<(String, usize), Declaration>);

struct Declaration {
    block: Range<usize>,
    difference: DeclaredDifference,
}

impl Declarations {
    /// Adds what was found declared between two texts.
    pub fn add(&mut self, declared: Vec<Declared>, (left, right): (&Read<'_>, &Read<'_>)) {
        for one in declared {
            let source = match one.side {
                Side::Left => &left.text.source,
                Side::Right => &right.text.source,
            };
            let key = (source.path().to_owned(), one.span.start);
            let entry = self.0.entry(key).or_insert_with(|| Declaration {
                block: one.block.clone(),
                difference: DeclaredDifference {
                    place: source.place(one.span.clone()),
                    reason: one.reason.clone(),
                    excuses: 0,
                },
            });
            entry.difference.excuses += one.differences.len();
        }
    }

    /// Whether a difference at either of two places is declared.
    pub fn excuse(&mut self, places: &[(&Read<'_>, &Range<usize>); 2]) -> bool {
        let mut is_excused = false;
        for (key, declaration) in &mut self.0 {
            let is_here = places.iter().any(|(read, span)| {
                key.0 == read.text.source.path() && declaration.block.contains(&span.start)
            });
            if is_here && !is_excused {
                declaration.difference.excuses += 1;
                is_excused = true;
            }
        }
        is_excused
    }

    /// Lists those that excuse something; each of the others is a finding.
    pub fn report(self, found: &mut Languages) {
        let all = self.0.into_values().map(|one| one.difference);
        let (used, unused): (Vec<_>, Vec<_>) = all.partition(|declared| declared.excuses > 0);
        found.declared.extend(used);
        found.findings.extend(unused.into_iter().map(|declared| {
            let message = "this declares a difference, and the texts do not differ here";
            Diagnostic::new(Code::Parity, declared.place, message).help(
                "Remove the comment, or put it right above the block that is meant to differ.",
            )
        }));
    }
}

//! What other rules found in texts, so that the languages are not held against each other over it.

use std::collections::{HashMap, HashSet};

use crate::content::ReadText;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::markdown::front_matter::body_start;
use crate::model::Site;
use crate::parity::{self, Aspect, Difference, Side};

/// The places and texts of which something else is said already.
pub(super) struct Known<'a> {
    /// The lines on which a link leads to nothing. Of such a link it is enough to say so: where it should
    /// lead in the other language nobody can tell.
    broken_links: HashSet<(&'a str, usize)>,
    /// The texts that could not be understood as they are written, each with the last line of which that is said.
    at_fault: HashMap<&'a str, usize>,
}

impl<'a> Known<'a> {
    /// What is known from the findings that the site does not keep to itself.
    pub fn from(site: &Site, findings: &'a [Diagnostic]) -> Self {
        let is_told = |found: &&Diagnostic| {
            matches!(found.code, Code::BrokenLink | Code::BrokenAnchor)
                && site.config.checks.severity(found.code).is_some()
        };
        let broken = findings.iter().filter(is_told).map(|found| &found.place);
        let mut at_fault: HashMap<&str, usize> = HashMap::new();
        for found in findings.iter().filter(|found| is_of_reading(found)) {
            let last = at_fault.entry(&found.place.path).or_default();
            *last = found.place.line.max(*last);
        }
        Known {
            broken_links: broken
                .map(|place| (place.path.as_str(), place.line))
                .collect(),
            at_fault,
        }
    }

    /// Whether something of a text could not be understood.
    pub fn has_fault_in(&self, text: &ReadText) -> bool {
        self.at_fault.contains_key(text.source.path())
    }

    /// Whether what a text says could not be understood: more than its front matter, or its title.
    pub fn has_fault_in_body(&self, text: &ReadText) -> bool {
        let source = &text.source;
        let body = source.line(body_start(source));
        let last = self.at_fault.get(source.path());
        last.is_some_and(|line| *line >= body || text.tree.title().is_none())
    }

    /// Whether a difference is a link that leads to nothing on one of the sides.
    pub fn tells(
        &self,
        difference: &Difference,
        left: &parity::Text,
        right: &parity::Text,
    ) -> bool {
        let is_broken = |text: &parity::Text, side: Side| {
            let line = text.source.line(side.of(difference).span.start);
            self.broken_links.contains(&(text.source.path(), line))
        };
        difference.aspect == Aspect::Link
            && (is_broken(left, Side::Left) || is_broken(right, Side::Right))
    }
}

/// Whether a finding says that a file is not written as it must be, and not that a rule of the site is not kept.
fn is_of_reading(found: &Diagnostic) -> bool {
    found.severity == Severity::Error && !found.code.is_adjustable() && found.code != Code::Parity
}

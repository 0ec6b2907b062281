//! `checks`: what each finding weighs on this site.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Severity};

/// The findings to which a site gives another weight than their own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks(BTreeMap<Code, Option<Severity>>);

impl Checks {
    /// Findings with the weights that the site gives them, without those that it turned off.
    pub fn apply(&self, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let weigh = |found: Diagnostic| match self.0.get(&found.code) {
            None => Some(found),
            Some(severity) => severity.map(|severity| found.severity(severity)),
        };
        findings.into_iter().filter_map(weigh).collect()
    }

    /// The weight of a code on this site; `None` when it is turned off.
    pub fn severity(&self, code: Code) -> Option<Severity> {
        let own = Some(code.default_severity());
        self.0.get(&code).copied().unwrap_or(own)
    }
}

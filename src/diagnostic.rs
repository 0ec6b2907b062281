//! What is wrong, where, and what to do.
//!
//! A [`Diagnostic`] is a value: whoever finds a fault makes one and goes on, so that one run reports
//! every fault there is. Nothing here prints; the command line renders them once, at the edge.
//!
//! The place is resolved when the diagnostic is made ([`crate::source::Source::place`]), so that a
//! diagnostic keeps one line of its file and not the file.

mod code;
mod nearest;
mod shell;

pub use code::Code;
pub use nearest::nearest;
pub use shell::in_shell;

use serde::Serialize;

/// How much a finding weighs. A build stops at errors and goes on with warnings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth mending; the site can be published.
    Warning,
    /// The site cannot be published as it is.
    Error,
}

/// Where something is: a file, and in it a stretch of one line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path from the site's folder, with `/` between its parts.
    pub path: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
    /// What is shown of the line, where the place lies in a text that could be read.
    pub excerpt: Option<Excerpt>,
    /// How many characters of the line the place covers; at least 1.
    pub width: usize,
}

/// What is shown of a line: all of it, or of a long one what is around the place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Excerpt {
    /// The text, with `…` where something was left out.
    pub text: String,
    /// The 1-based column, in characters of the text, at which the place begins.
    pub column: usize,
}

impl Excerpt {
    /// What comes before the place, what lies in it, and what comes after.
    pub fn around(&self, place: &Place) -> [&str; 3] {
        let (before, rest) = split_at_character(&self.text, self.column - 1);
        let (meant, after) = split_at_character(rest, place.width);
        [before, meant, after]
    }
}

fn split_at_character(text: &str, characters: usize) -> (&str, &str) {
    let mut places = text.char_indices();
    text.split_at(places.nth(characters).map_or(text.len(), |(at, _)| at))
}

impl Place {
    /// A whole file or folder, where no line of it is meant.
    pub fn whole(path: impl Into<String>) -> Self {
        Place {
            path: path.into(),
            line: 1,
            column: 1,
            excerpt: None,
            width: 1,
        }
    }
}

/// Another place that a finding speaks of: the first of two equal keys, the text it is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub place: Place,
    /// What is there, in plain words.
    pub message: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the kind of finding.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in plain words, without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// A finding with the severity that its code has unless the site says otherwise.
    pub fn new(code: Code, place: Place, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            severity: code.default_severity(),
            place,
            message: message.into(),
            help: String::new(),
            related: Vec::new(),
        }
    }

    /// The same finding, with what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same finding, with one more place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related {
            place,
            message: message.into(),
        });
        self
    }

    /// The same finding as an error or a warning.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}

/// Puts findings in the order of their places and drops what is said twice.
pub fn sort(findings: &mut Vec<Diagnostic>) {
    findings.sort_by(|a, b| {
        (&a.place, a.code.as_str(), &a.message).cmp(&(&b.place, b.code.as_str(), &b.message))
    });
    findings.dedup();
}

/// Whether any of them stops a build.
pub fn has_errors(findings: &[Diagnostic]) -> bool {
    findings
        .iter()
        .any(|found| found.severity == Severity::Error)
}

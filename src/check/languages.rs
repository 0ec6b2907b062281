//! The languages of each version, page and section say the same.
//!
//! 1. [`subject`] lists what must say the same in every language, and what a difference weighs there.
//! 2. [`texts`] holds the texts against each other, [`changes`] what changed in them since the version
//!    before; [`declarations`] gathers what they declare to differ.
//! 3. [`attachments`] wants files in pairs; [`values`] wants what YAML files tell readers in each
//!    language.

mod attachments;
mod changes;
mod declarations;
mod known;
mod lone_files;
mod reading;
mod subject;
mod texts;
mod values;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::config::Located;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::language::LanguageCode;
use crate::language::names::name_in;
use crate::model::{Document, Site, Version};
use crate::parity;
use crate::source::Root;
use known::Known;
use subject::Subject;

/// Which parts of a site have their languages held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Those where parity is required, drafts aside: what a build must know.
    WhereRequired,
    /// All but those where parity is off.
    Everywhere,
}

/// What came of holding the languages of a site against each other.
#[derive(Clone, Debug, Default)]
pub struct Languages {
    /// What differs without leave.
    pub findings: Vec<Diagnostic>,
    /// What is declared to differ.
    pub declared: Vec<DeclaredDifference>,
    /// Texts that are on the disk no longer what the site knows of them, by the paths of files beside which
    /// they lie: what is found of them is not of the site as it was read.
    pub outdated: Vec<String>,
}

/// A difference that a text declares, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredDifference {
    /// Where it is declared.
    pub place: Place,
    /// Why, as written.
    pub reason: String,
    /// How many differences it excuses.
    pub excuses: usize,
}

impl Languages {
    fn join(mut self, other: Languages) -> Languages {
        self.findings.extend(other.findings);
        self.declared.extend(other.declared);
        self.outdated.extend(other.outdated);
        self
    }
}

/// Holds the languages of a whole site against each other. `known` is what other rules found: of a
/// link that leads to nothing it is not said that it leads elsewhere in the other language.
pub fn check(root: &Root, site: &Site, extent: Extent, known: &[Diagnostic]) -> Languages {
    check_where(root, site, extent, known, &|_| true)
}

/// The same without some documents: `is_wanted` says of a document, by its index, whether its texts and
/// attachments are looked at. What YAML files say is looked at in all.
pub fn check_where(
    root: &Root,
    site: &Site,
    extent: Extent,
    known: &[Diagnostic],
    is_wanted: &dyn Fn(usize) -> bool,
) -> Languages {
    let known = Known::from(site, known);
    let subjects = subject::all(site, is_wanted);
    let mut found = check_subjects(root, site, &subjects, extent, &known);
    found.findings.extend(values::check(site, extent));
    found
        .declared
        .sort_by(|one, other| one.place.cmp(&other.place));
    found
}

/// What a build will find in the languages of a draft once it is a version that readers can read, from a day
/// on. `known` is what other rules found.
pub fn check_draft(
    root: &Root,
    site: &Site,
    document: &Document,
    draft: &Version,
    from: Date,
    known: &[Diagnostic],
) -> Vec<Diagnostic> {
    let subject = subject::of_draft(site, document, draft, from);
    let is_looked_at = |subject: &Subject<'_>| subject.weight.is_within(Extent::WhereRequired);
    let Some(subject) = subject.filter(is_looked_at) else {
        return Vec::new();
    };
    let mut found = texts::check(root, site, &subject, &Known::from(site, known)).findings;
    found.extend(attachments::check(site, &subject));
    found.extend(values::check_version(
        draft,
        subject.weight,
        subject.languages,
    ));
    found
}

fn check_subjects(
    root: &Root,
    site: &Site,
    subjects: &[Subject<'_>],
    extent: Extent,
    known: &Known<'_>,
) -> Languages {
    subjects
        .par_iter()
        .filter(|subject| subject.weight.is_within(extent))
        .map(|subject| {
            let mut found = texts::check(root, site, subject, known);
            found.findings.extend(attachments::check(site, subject));
            found
        })
        .collect::<Vec<_>>()
        .into_iter()
        .fold(Languages::default(), Languages::join)
}

/// The findings that two languages' words for readers do not state the same values. `what` they are: "note".
fn stated_otherwise(
    what: &str,
    left: (&LanguageCode, &Located<String>),
    right: (&LanguageCode, &Located<String>),
) -> Vec<Diagnostic> {
    let unlike = parity::stated_otherwise((left.0, left.1), (right.0, right.1));
    let finding = |unlike: parity::Unlike| {
        let (here, there) = match unlike.side() {
            parity::Side::Left => (left, right),
            parity::Side::Right => (right, left),
        };
        let that = format!("the {} {what}", name(there.0));
        let found = Diagnostic::new(Code::Parity, here.1.place.clone(), unlike.message(&that));
        found
            .help("See which of the two is right, and correct the other.")
            .related(there.1.place.clone(), that)
    };
    unlike.into_iter().map(finding).collect()
}

/// A language as a finding names it: "Welsh", or its code where its name is not known.
fn name(language: &LanguageCode) -> String {
    let english = LanguageCode::english();
    name_in(language, &english).map_or_else(|| format!("`{language}`"), str::to_owned)
}

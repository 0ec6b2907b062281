//! The same changes in every language, from one version to the next.

use std::cell::OnceCell;
use std::ops::Range;

use super::declarations::Declarations;
use super::name;
use super::reading::Read;
use super::subject::Weight;
use crate::config::Located;
use crate::content::ReadText;
use crate::diagnostic::{Code, Diagnostic};
use crate::diff::{self, Comparison};
use crate::language::LanguageCode;
use crate::model::Version;
use crate::parity::{self, Difference, LoneChange, Revision, Side};

/// One language of a version, and of the version before.
pub(super) struct Step<'a> {
    before: &'a Read<'a>,
    after: &'a Read<'a>,
    /// Made when it is first asked for.
    comparison: OnceCell<Comparison<'a>>,
}

impl<'a> Step<'a> {
    pub fn new(before: &'a Read<'a>, after: &'a Read<'a>) -> Self {
        let comparison = OnceCell::new();
        Step {
            before,
            after,
            comparison,
        }
    }

    fn language(&self) -> &LanguageCode {
        self.after.language
    }

    fn comparison(&self) -> &Comparison<'a> {
        self.comparison.get_or_init(|| {
            let (before, after) = (&self.before.text.tree, &self.after.text.tree);
            diff::compare(before, after, self.after.language)
        })
    }

    fn revision(&self) -> Revision<'_> {
        Revision {
            language: self.after.language,
            after: &self.after.text.tree,
            comparison: self.comparison(),
        }
    }

    /// Whether readers are told the same: another way to write it down, such as lines that break elsewhere, is no
    /// change.
    fn is_unchanged(&self) -> bool {
        let [before, after] = [&self.before.text, &self.after.text];
        let told = |text: &ReadText| {
            let (title, summary) = (&text.front_matter.title, &text.front_matter.summary);
            [title, summary].map(|said| said.as_ref().map(|said| said.value.clone()))
        };
        before.source.text() == after.source.text()
            || told(before) == told(after) && self.comparison().changes.is_empty()
    }

    /// Whether a difference lies in something that changed.
    fn has_changed_at(&self, side: Side, differences: &[Difference]) -> bool {
        let lacks = |difference: &Difference| side.of(difference).found.is_none();
        self.comparison().changes.iter().any(|change| {
            let was_removed = change.new.is_empty() && differences.iter().any(lacks);
            let mut passages = change.new.iter();
            was_removed || passages.any(|passage| is_told(side, &passage.span, differences))
        })
    }
}

/// Whether a difference was found within a stretch of one of the texts.
fn is_told(side: Side, span: &Range<usize>, differences: &[Difference]) -> bool {
    let spots = differences.iter().map(|difference| side.of(difference));
    let mut found = spots.filter(|spot| spot.found.is_some());
    found.any(|spot| span.contains(&spot.span.start))
}

/// Finds what changed in one of two languages alone. What the version declares to correct may; where
/// the texts differ now, that was said and is enough.
pub(super) fn check(
    version: &Version,
    [left, right]: [Step<'_>; 2],
    differences: &[Difference],
    weight: &Weight<'_>,
    declarations: &mut Declarations,
) -> Vec<Diagnostic> {
    let corrected = version.config.corrects.as_ref();
    let corrects =
        |language: &LanguageCode| corrected.is_some_and(|languages| languages.contains(language));
    let mut found = Vec::new();
    for (side, changed, other) in [(Side::Left, &left, &right), (Side::Right, &right, &left)] {
        if let Some(corrected) = corrected
            && corrects(other.language())
            && !corrects(changed.language())
            && !changed.is_unchanged()
        {
            found.push(weight.weigh(not_corrected(corrected, changed), changed.language()));
            return found;
        }
        if !changed.is_unchanged() && other.is_unchanged() {
            if !corrects(changed.language()) && !changed.has_changed_at(side, differences) {
                found.push(weight.weigh(text_alone(changed, other), other.language()));
            }
            return found;
        }
    }
    for lone in parity::lone_changes(left.revision(), right.revision()) {
        let (changed, other, there) = match lone.changed {
            Side::Left => (&left, &right, Side::Right),
            Side::Right => (&right, &left, Side::Left),
        };
        let places = [
            (changed.after, &lone.span),
            (other.after, &lone.counterpart),
        ];
        let is_told = is_told(lone.changed, &lone.span, differences)
            || is_told(there, &lone.counterpart, differences);
        if !is_told && !corrects(changed.language()) && !declarations.excuse(&places) {
            found.push(weight.weigh(block_alone(&lone, changed, other), other.language()));
        }
    }
    found
}

fn text_alone(changed: &Step<'_>, other: &Step<'_>) -> Diagnostic {
    let (this, that) = (name(changed.language()), name(other.language()));
    let message = format!(
        "only the {this} text changed since the version before: the {that} text is the same, word for word"
    );
    Diagnostic::new(Code::Parity, changed.after.start(), message)
        .help(help(changed.language(), &that))
        .related(other.after.start(), format!("the {that} text, unchanged"))
        .related(changed.before.start(), "the version before")
}

fn block_alone(lone: &LoneChange, changed: &Step<'_>, other: &Step<'_>) -> Diagnostic {
    let (this, that) = (name(changed.language()), name(other.language()));
    let message = format!(
        "this changed in the {this} text since the version before, and its counterpart in the {that} text did not"
    );
    let place = |step: &Step<'_>, span: &Range<usize>| step.after.text.source.place(span.clone());
    Diagnostic::new(Code::Parity, place(changed, &lone.span), message)
        .help(help(changed.language(), &that))
        .related(
            place(other, &lone.counterpart),
            format!("the counterpart in the {that} text, unchanged"),
        )
}

fn help(changed: &LanguageCode, that: &str) -> String {
    format!(
        "Change the {that} text too. If this version only corrects the {} text, say so in its version.yaml: `corrects: {{languages: [{changed}]}}`.",
        name(changed)
    )
}

fn not_corrected(corrected: &Located<Vec<LanguageCode>>, changed: &Step<'_>) -> Diagnostic {
    let this = name(changed.language());
    let message = format!("the {this} text changed too, and this does not name it");
    Diagnostic::new(Code::Parity, corrected.place.clone(), message)
        .help(format!(
            "Repeat the {this} text of the version before, or name `{}` here too.",
            changed.language()
        ))
        .related(changed.after.start(), format!("the {this} text"))
}

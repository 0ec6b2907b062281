//! The texts of a version, a page or a section against each other.

use super::changes::{self, Step};
use super::declarations::Declarations;
use super::known::Known;
use super::lone_files::LoneFiles;
use super::reading::{Read, is_as_known, read};
use super::subject::Subject;
use super::{Languages, name, stated_otherwise};
use crate::config::{ByLanguage, Counterparts};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::LanguageCode;
use crate::markdown::tree::{Block, BlockKind};
use crate::model::{Site, Text};
use crate::parity;
use crate::source::Root;

/// Holds the first language's text against each of the others, and what changed in them since the
/// version before. Texts of which one is at fault are not, unless it is so in its front matter alone: what the others
/// have and it lacks follows from that.
pub(super) fn check(
    root: &Root,
    site: &Site,
    subject: &Subject<'_>,
    known: &Known<'_>,
) -> Languages {
    let mut found = Languages::default();
    let Some(own) = subject.texts else {
        return found;
    };
    let texts = read(root, site, own);
    if !is_as_known(own, &texts) {
        found.outdated.extend(path_of(own));
    }
    let is_at_fault = |read: &Read<'_>| known.has_fault_in_body(&read.text);
    if texts.iter().any(is_at_fault) {
        return found;
    }
    let Some((first, others)) = texts.split_first() else {
        return found;
    };
    if others.is_empty() {
        let languages = site.config.language_codes();
        let wrong = in_another_language(first, &languages);
        let weighed = wrong.map(|found| subject.weight.weigh(found, first.language));
        found.findings.extend(weighed);
        return found;
    }
    let before = subject
        .before
        .map(|version| read(root, site, &version.texts))
        .filter(|texts| !texts.iter().any(is_at_fault));
    if let (Some(version), Some(before)) = (subject.before, &before)
        && !is_as_known(&version.texts, before)
    {
        found.outdated.extend(path_of(own));
    }
    let mut pairs = Pairs {
        subject,
        known,
        counterparts: &site.config.counterparts,
        lone_files: LoneFiles::of(subject),
        before: before.as_deref(),
        declarations: Declarations::default(),
    };
    for other in others {
        found.findings.extend(pairs.check(first, other));
    }
    found.findings.extend(texts.iter().flat_map(not_declared));
    pairs.declarations.report(&mut found);
    found
}

/// The texts of one version, page or section, held against each other two by two.
struct Pairs<'a> {
    subject: &'a Subject<'a>,
    known: &'a Known<'a>,
    counterparts: &'a Counterparts,
    lone_files: LoneFiles<'a>,
    /// The texts of the version before.
    before: Option<&'a [Read<'a>]>,
    declarations: Declarations,
}

impl Pairs<'_> {
    /// What differs between two texts, and what changed in one of them alone.
    fn check(&mut self, first: &Read<'_>, other: &Read<'_>) -> Vec<Diagnostic> {
        if let Some(one) = title_alone(first, other) {
            return vec![self.subject.weight.weigh(one, other.language)];
        }
        let (left, right) = (first.as_parity(), other.as_parity());
        let mut outcome = parity::compare(left, right, self.counterparts);
        outcome.differences.retain(|difference| {
            !self.known.tells(difference, &left, &right) && !self.lone_files.explain(difference)
        });
        let differences = outcome.differences.iter();
        let differences = differences.map(|difference| difference.to_diagnostic(&left, &right));
        let is_understood = |read: &Read<'_>| !self.known.has_fault_in(&read.text);
        let summaries = match is_understood(first) && is_understood(other) {
            true => summaries(first, other),
            false => Vec::new(),
        };
        let here = differences.chain(summaries);
        let weight = &self.subject.weight;
        let mut found: Vec<Diagnostic> = here
            .map(|found| weight.weigh(found, other.language))
            .collect();
        self.declarations.add(outcome.declared, (first, other));
        let steps = [step(self.before, first), step(self.before, other)];
        if let ([Some(left), Some(right)], Some(version)) = (steps, self.subject.version) {
            found.extend(changes::check(
                version,
                [left, right],
                &outcome.differences,
                weight,
                &mut self.declarations,
            ));
        }
        found
    }
}

/// Comments of a text that were meant to declare a difference and do not: what they stand above is held against the
/// other texts as if they were not there.
fn not_declared(read: &Read<'_>) -> Vec<Diagnostic> {
    let faulty = parity::declare_nothing(&read.as_parity()).into_iter();
    let finding = |(comment, fault)| {
        let message = format!("this comment declares no difference: it {fault}");
        Diagnostic::new(Code::Parity, read.text.source.place(comment), message)
            .help("Write `<!-- parity: the reason -->`, or take the comment out.")
    };
    faulty.map(finding).collect()
}

/// The finding that one of two texts says nothing below its title: somebody has still to write it, and that each part
/// of the other has no counterpart need not be said as well.
fn title_alone(first: &Read<'_>, other: &Read<'_>) -> Option<Diagnostic> {
    let parts = |read: &Read<'_>| {
        let blocks = read.text.tree.blocks.iter();
        let is_title =
            |block: &&Block| matches!(block.kind, BlockKind::Heading { title: true, .. });
        blocks.filter(|block| !is_title(block)).count()
    };
    let (empty, full) = match (parts(first), parts(other)) {
        (0, FEW_PARTS..) => (first, other),
        (FEW_PARTS.., 0) => (other, first),
        _ => return None,
    };
    let (here, there) = (name(empty.language), name(full.language));
    let message =
        format!("this text has a title alone, and the {there} text goes on below its title");
    let help = format!(
        "Write the {here} text. While there is none, take the file out: readers are told so then, and see the {there} text."
    );
    let found = Diagnostic::new(Code::Parity, empty.start(), message).help(help);
    Some(found.related(full.start(), format!("the {there} text")))
}

/// Fewer parts that one text lacks are each told.
const FEW_PARTS: usize = 2;

/// The path of the first of some texts.
fn path_of(texts: &ByLanguage<Text>) -> Option<String> {
    texts.iter().next().map(|(_, text)| text.path.clone())
}

/// A text and the one before it in its language, where there is one.
fn step<'a>(before: Option<&'a [Read<'a>]>, after: &'a Read<'a>) -> Option<Step<'a>> {
    let of_language = |read: &&Read<'_>| read.language == after.language;
    let before = before?.iter().find(of_language)?;
    Some(Step::new(before, after))
}

/// The finding that a text which stands alone is in another language than it claims.
fn in_another_language(read: &Read<'_>, languages: &[LanguageCode]) -> Option<Diagnostic> {
    let mut words = String::new();
    read.text.tree.walk(&mut |block| {
        if !matches!(block.kind, BlockKind::Code { .. }) {
            words.push_str(&block.own_text());
            words.push(' ');
        }
    });
    let other = parity::seems_to_be_in(&words, read.language, languages)?;
    let first = read.text.tree.blocks.first()?;
    let message = format!(
        "this text is named as {}, and seems to be in {}",
        name(read.language),
        name(&other)
    );
    let place = read.text.source.place(first.span.clone());
    Some(
        Diagnostic::new(Code::WrongLanguage, place, message).help(format!(
            "Rename the file as {other}.md, or write the text in {}.",
            name(read.language)
        )),
    )
}

/// The summaries of front matter: in both texts or in none, each in its language, and the same values in both.
fn summaries(left: &Read<'_>, right: &Read<'_>) -> Vec<Diagnostic> {
    let summary = |read: &Read<'_>| read.text.front_matter.summary.clone();
    match (summary(left), summary(right)) {
        (Some(_), None) => vec![summary_alone(left, right)],
        (None, Some(_)) => vec![summary_alone(right, left)],
        (None, None) => Vec::new(),
        (Some(one), Some(other)) => {
            let sides = [(left, right), (right, left)].into_iter();
            let wrong: Vec<Diagnostic> = sides
                .filter_map(|(one, other)| summary_in_another_language(one, other))
                .collect();
            match wrong.is_empty() {
                true => {
                    stated_otherwise("summary", (left.language, &one), (right.language, &other))
                }
                false => wrong,
            }
        }
    }
}

fn summary_alone(with: &Read<'_>, without: &Read<'_>) -> Diagnostic {
    let there = name(without.language);
    let message = format!("this summary has no counterpart in the {there} text");
    let place = match &with.text.front_matter.summary {
        Some(summary) => summary.place.clone(),
        None => with.text.source.place(0..0),
    };
    Diagnostic::new(Code::Parity, place, message)
        .help(format!(
            "Add `summary:` to the front matter of the {there} text."
        ))
        .related(
            without.text.source.place(0..0),
            format!("the {there} text lacks it here"),
        )
}

fn summary_in_another_language(one: &Read<'_>, other: &Read<'_>) -> Option<Diagnostic> {
    let summary = one.text.front_matter.summary.as_ref()?;
    let others = std::slice::from_ref(other.language);
    parity::seems_to_be_in(summary, one.language, others)?;
    let message = format!("this summary seems to be in {}", name(other.language));
    let found = Diagnostic::new(Code::WrongLanguage, summary.place.clone(), message);
    Some(found.help(format!("Write it in {}.", name(one.language))))
}

//! A file of Fluent messages: its faults located, its messages with the variables that they use.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use fluent_syntax::parser::{ErrorKind, ParserError};

use super::plain::Plain;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Source;

/// Parses a file. What cannot be understood is reported and left out.
pub(super) fn parse(source: &Source, findings: &mut Vec<Diagnostic>) -> FluentResource {
    let resource = match FluentResource::try_new(source.text().to_owned()) {
        Ok(resource) => resource,
        Err((resource, faults)) => {
            findings.extend(faults.iter().map(|fault| grammar_fault(source, fault)));
            resource
        }
    };
    findings.extend(repeated(source, &resource));
    resource
}

/// Each message with the variables that its text uses, and where in the file it first does.
pub(super) fn variables(resource: &FluentResource) -> BTreeMap<String, BTreeMap<String, usize>> {
    let with_text = messages(resource)
        .filter_map(|message| Some((message.id.name.to_owned(), message.value.as_ref()?)));
    let variables = with_text.map(|(key, pattern)| {
        let mut names = BTreeMap::new();
        in_pattern(pattern, &mut |inline| {
            if let InlineExpression::VariableReference { id } = inline {
                let at = offset_within(resource.source(), id.name);
                names.entry(id.name.to_owned()).or_insert(at);
            }
        });
        (key, names)
    });
    variables.collect()
}

/// What a text takes from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference<'r> {
    /// Another message.
    Message(&'r str),
    /// A term, by its name without the `-`.
    Term(&'r str),
    /// A function.
    Function(&'r str),
}

/// Everything that texts refer to, terms' own included, and where.
pub(super) fn references(resource: &FluentResource) -> Vec<(Reference<'_>, Range<usize>)> {
    let patterns = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => message.value.as_ref(),
        Entry::Term(term) => Some(&term.value),
        _ => None,
    });
    let mut found = Vec::new();
    for pattern in patterns {
        in_pattern(pattern, &mut |inline| {
            let (reference, name) = match inline {
                InlineExpression::MessageReference { id, .. } => {
                    (Reference::Message(id.name), id.name)
                }
                InlineExpression::TermReference { id, .. } => (Reference::Term(id.name), id.name),
                InlineExpression::FunctionReference { id, .. } => {
                    (Reference::Function(id.name), id.name)
                }
                _ => return,
            };
            let at = offset_within(resource.source(), name);
            found.push((reference, at..at + name.len()));
        });
    }
    found
}

/// The names of the terms.
pub(super) fn terms(resource: &FluentResource) -> impl Iterator<Item = &str> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Term(term) => Some(term.id.name),
        _ => None,
    })
}

/// The keys of the messages, and where they stand.
pub(super) fn keys(resource: &FluentResource) -> impl Iterator<Item = (&str, Range<usize>)> {
    messages(resource).map(|message| {
        let at = offset_within(resource.source(), message.id.name);
        (message.id.name, at..at + message.id.name.len())
    })
}

/// Each message as words and variables, where it is nothing else.
pub(super) fn plain(resource: &FluentResource) -> impl Iterator<Item = (String, Option<Plain>)> {
    messages(resource).map(|message| {
        let plain = message.value.as_ref().and_then(Plain::of);
        (message.id.name.to_owned(), plain)
    })
}

fn messages(resource: &FluentResource) -> impl Iterator<Item = &Message<&str>> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    })
}

/// Visits every expression within a pattern, outer ones first.
fn in_pattern<'p>(
    pattern: &'p Pattern<&'p str>,
    visit: &mut dyn FnMut(&'p InlineExpression<&'p str>),
) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { .. } => {}
            PatternElement::Placeable { expression } => in_expression(expression, visit),
        }
    }
}

fn in_expression<'p>(
    expression: &'p Expression<&'p str>,
    visit: &mut dyn FnMut(&'p InlineExpression<&'p str>),
) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, visit),
        Expression::Select { selector, variants } => {
            in_inline(selector, visit);
            for variant in variants {
                in_pattern(&variant.value, visit);
            }
        }
    }
}

fn in_inline<'p>(
    inline: &'p InlineExpression<&'p str>,
    visit: &mut dyn FnMut(&'p InlineExpression<&'p str>),
) {
    visit(inline);
    match inline {
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                in_inline(argument, visit);
            }
        }
        InlineExpression::Placeable { expression } => in_expression(expression, visit),
        _ => {}
    }
}

fn repeated(source: &Source, resource: &FluentResource) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    messages(resource)
        .map(|message| message.id.name)
        .filter(|name| !seen.insert(*name))
        .map(|name| {
            let at = offset_within(resource.source(), name);
            let message = format!("the string `{name}` is given twice in this file");
            Diagnostic::new(
                Code::ThemeString,
                source.place(at..at + name.len()),
                message,
            )
            .help("Keep one of them.")
        })
        .collect()
}

/// The byte offset of a part within the text that it was borrowed from.
fn offset_within(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

fn grammar_fault(source: &Source, fault: &ParserError) -> Diagnostic {
    let message = match &fault.kind {
        ErrorKind::ExpectedToken(token) => format!("this string needs a `{token}` here"),
        ErrorKind::MissingDefaultVariant => {
            "one of the forms must be the default, with `*` before it".to_owned()
        }
        ErrorKind::MissingValue | ErrorKind::ExpectedMessageField { .. } => {
            "this string has no text".to_owned()
        }
        ErrorKind::UnbalancedClosingBrace => "this `}` closes nothing".to_owned(),
        other => format!("this string does not follow Fluent's grammar: {other}"),
    };
    Diagnostic::new(
        Code::ThemeString,
        source.place(range_of(source, fault)),
        message,
    )
    .help("A string is written `key = text`; `{ $name }` puts a value in.")
}

/// Where the fault is: where the parser stumbled, but not beyond the end of the faulty message.
fn range_of(source: &Source, fault: &ParserError) -> Range<usize> {
    let message = fault.slice.clone().unwrap_or(fault.pos.clone());
    let text = source.text().get(message.clone()).unwrap_or_default();
    let end = message.start + text.trim_end().len();
    let start = fault
        .pos
        .start
        .min(end.saturating_sub(1).max(message.start));
    start..fault.pos.end.clamp(start, end.max(start))
}

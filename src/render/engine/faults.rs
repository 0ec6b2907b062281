//! The template engine's faults as findings: which template, which line, what is wrong, what to do.

use std::ops::Range;

use tera::{ErrorKind, ReportError, Tera};

use super::{Engine, Templates};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::source::Source;

/// Where the templates lie that are built in.
const BUILT_IN: &str = "themes/default/";

const HELP: &str = "Correct the template. Without a file of this name in the site's theme the built-in one is used.";

/// The finding for the template of texts' pages, where such a page has no text.
pub(super) fn without_article(template: &str, templates: &Templates) -> Diagnostic {
    let message = "a page that is made with this template has no `<article>`, and so no text";
    finding(place_of(template, template, templates), message)
}

/// The first fault in a template's own grammar, whatever the other templates are.
pub(super) fn in_grammar(name: &str, source: &Source) -> Option<Diagnostic> {
    let fault = Tera::new().add_raw_template(name, source.text()).err()?;
    match fault.kind() {
        ErrorKind::SyntaxError(report) => {
            let place = source.place(report.span().range.clone());
            Some(finding(place, report.message()))
        }
        _ => None,
    }
}

/// What makes a set of templates unusable.
pub(super) fn findings(fault: &tera::Error, templates: &Templates) -> Vec<Diagnostic> {
    if let ErrorKind::Msg(reports) = fault.kind() {
        let found: Vec<_> = reports
            .split("\n\n")
            .filter_map(|report| from_report(report, templates))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    vec![from_kind(fault, "", templates)]
}

/// What went wrong while a template was rendered.
pub(super) fn while_rendering(fault: &tera::Error, template: &str, engine: &Engine) -> Diagnostic {
    let ErrorKind::RenderingError(report) = fault.kind() else {
        return from_kind(fault, template, &engine.templates);
    };
    let at = &report.span().range;
    let at = match engine.places.get(report.filename()) {
        Some(places) => places.as_written(at),
        None => at.clone(),
    };
    reported(report, at, &engine.templates)
}

fn from_kind(fault: &tera::Error, template: &str, templates: &Templates) -> Diagnostic {
    match fault.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            reported(report, report.span().range.clone(), templates)
        }
        ErrorKind::MissingParent { current, parent } => {
            let message = format!("there is no template `{parent}` to extend");
            finding(place_of(current, parent, templates), &message)
        }
        ErrorKind::CircularExtend {
            tpl,
            inheritance_chain,
        } => circular(tpl, inheritance_chain, templates),
        ErrorKind::CircularInclude { tpl, .. } => finding(
            place_of(tpl, tpl, templates),
            "this template includes itself",
        ),
        ErrorKind::TemplateNotFound(name) => {
            let message = format!("there is no template `{name}`");
            finding(place_of(template, name, templates), &message)
        }
        other => finding(place_of(template, template, templates), &other.to_string()),
    }
}

/// A template that extends one that extends it: said of the site's own, since the built-in ones do not.
fn circular(template: &str, chain: &[String], templates: &Templates) -> Diagnostic {
    let is_own = |name: &&str| {
        let source = templates.get(*name);
        source.is_some_and(|source| !source.path().starts_with(BUILT_IN))
    };
    let names = || chain.iter().map(String::as_str).chain([template]);
    let at = names().find(is_own).unwrap_or(template);
    let text = templates.get(at).map_or("", Source::text);
    let named = names().find(|name| quoted(text, name).is_some());
    let named = named.unwrap_or(at);
    let message = match named == at {
        true => "this template extends itself".to_owned(),
        false => format!("this template extends `{named}`, which itself extends this one"),
    };
    finding(place_of(at, named, templates), &message)
}

/// One report of several that the engine gives as one text: `error: MESSAGE`, then a line
/// `--> TEMPLATE:LINE:COLUMN`.
fn from_report(report: &str, templates: &Templates) -> Option<Diagnostic> {
    let message = report.lines().next()?.strip_prefix("error: ")?;
    let locus = report
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut parts = locus.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let source = templates.get(parts.next()?)?;
    let width = report
        .lines()
        .last()?
        .chars()
        .filter(|mark| *mark == '^')
        .count();
    let start = source.offset(line, column);
    let end = source.offset(line, column + width);
    Some(finding(source.place(start..end), message))
}

/// What a report says, at a place of the template that it names.
fn reported(report: &ReportError, at: Range<usize>, templates: &Templates) -> Diagnostic {
    let place = match templates.get(report.filename()) {
        Some(source) => source.place(at),
        None => Place::whole(report.filename()),
    };
    finding(place, report.message())
}

fn finding(place: Place, message: &str) -> Diagnostic {
    Diagnostic::new(Code::ThemeTemplate, place, in_plain_words(message)).help(HELP)
}

/// Where a template names another one; the whole template where it does not.
fn place_of(template: &str, named: &str, templates: &Templates) -> Place {
    let Some(source) = templates.get(template) else {
        return Place::whole(template);
    };
    match quoted(source.text(), named) {
        Some(at) => source.place(at),
        None => Place::whole(source.path()),
    }
}

fn quoted(text: &str, name: &str) -> Option<Range<usize>> {
    ['"', '\'', '`']
        .into_iter()
        .map(|quote| format!("{quote}{name}{quote}"))
        .find_map(|written| text.find(&written).map(|at| at..at + written.len()))
}

/// The engine's messages, reworded where a theme's author would not understand them.
fn in_plain_words(message: &str) -> String {
    let message = message.trim_end_matches('.');
    if let Some(what) = message.strip_prefix("Unknown ") {
        return format!("there is no {what}");
    }
    if let Some((what, known)) = message.split_once(" is not defined. Available ") {
        let known = known.split_once(": ").map_or(known, |(_, names)| names);
        return format!("{} is not there; there are: {known}", uncapitalised(what));
    }
    if let Some((found, expected)) = message
        .strip_prefix("Found ")
        .and_then(|rest| rest.split_once(" but expected "))
    {
        return format!("{found} is here where {expected} belongs");
    }
    match message {
        "Tried to render a variable that is undefined" => {
            "this value is not among the data of the page".to_owned()
        }
        "Unexpected end of input" => {
            "the template ends before something in it is closed".to_owned()
        }
        other => uncapitalised(other),
    }
}

fn uncapitalised(message: &str) -> String {
    let mut letters = message.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

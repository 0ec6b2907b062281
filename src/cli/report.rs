//! Findings for reading: each with its place, the line that is meant, and what to do.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write, stderr};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::adapter::strip_bytes;
use anstream::{AutoStream, ColorChoice};

use crate::check::languages::DeclaredDifference;
use crate::diagnostic::{Code, Diagnostic, Place, Severity};

/// How many findings of one code a terminal shows.
const SHOWN_OF_A_CODE: usize = 20;

/// Writes findings to standard error, and how many there are. A standard error that is closed hears
/// nothing.
pub(super) fn findings(findings: &[Diagnostic]) {
    let limit = if stderr().is_terminal() {
        SHOWN_OF_A_CODE
    } else {
        usize::MAX
    };
    // Thousands of findings, each of many small pieces, go out in few writes: without colours already,
    // since the stream that takes them out would write the pieces between them one by one.
    let mut text = Vec::new();
    let _ = write_findings(&mut text, findings, limit);
    if AutoStream::choice(&stderr()) == ColorChoice::Never {
        text = strip_bytes(&text).into_vec();
    }
    let _ = anstream::stderr().write_all(&text);
}

fn write_findings(out: &mut impl Write, findings: &[Diagnostic], limit: usize) -> io::Result<()> {
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    for found in findings {
        let count = seen.entry(found.code).or_default();
        *count += 1;
        if *count <= limit {
            writeln!(out, "{}\n", render(found))?;
        }
    }
    for (code, count) in seen.iter().filter(|(_, count)| **count > limit) {
        writeln!(
            out,
            "… and {} more of {code}; `canllaw check --format json` lists them all.\n",
            count - limit
        )?;
    }
    write_counts(out, findings)
}

/// Lists on standard error what texts declare to differ between their languages, and why.
pub(super) fn declared(declared: &[DeclaredDifference]) {
    for one in declared {
        let Place { path, line, .. } = &one.place;
        let differences = match one.excuses {
            1 => "1 difference".to_owned(),
            count => format!("{count} differences"),
        };
        anstream::eprintln!("{path}:{line}: {differences} declared: {}", one.reason);
    }
    if !declared.is_empty() {
        anstream::eprintln!();
    }
}

fn write_counts(out: &mut impl Write, findings: &[Diagnostic]) -> io::Result<()> {
    let errors = findings
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .count();
    let warnings = findings.len() - errors;
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "Errors: {errors}. Warnings: {warnings}.")
}

/// The word that begins the message of a fault, in its colour.
pub(super) fn error_word() -> String {
    let style = anstyle::AnsiColor::BrightRed.on_default().bold();
    format!("{style}error{style:#}")
}

fn render(found: &Diagnostic) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&found.message).id(found.code.as_str());
    let mut group = title.element(origin(&found.place));
    if let Some(snippet) = annotated(&found.place, AnnotationKind::Primary, None) {
        group = group.element(snippet);
    }
    for related in &found.related {
        group = match annotated(
            &related.place,
            AnnotationKind::Context,
            Some(&related.message),
        ) {
            Some(snippet) => group.element(origin(&related.place)).element(snippet),
            None => group
                .element(Level::NOTE.message(&related.message))
                .element(origin(&related.place)),
        };
    }
    if !found.help.is_empty() {
        group = group.element(Level::HELP.message(&found.help));
    }
    let report: &[Group<'_>] = &[group];
    Renderer::styled().render(report)
}

fn origin(place: &Place) -> Origin<'_> {
    let origin = Origin::path(&place.path);
    match place.excerpt {
        Some(_) => origin.line(place.line).char_column(place.column),
        None => origin,
    }
}

fn annotated<'a>(
    place: &'a Place,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let excerpt = place.excerpt.as_ref()?;
    let [before, meant, _] = excerpt.around(place);
    let start = before.len();
    let annotation = kind.span(start..start + meant.len()).label(label);
    let snippet = Snippet::source(&excerpt.text).line_start(place.line);
    Some(snippet.annotation(annotation))
}

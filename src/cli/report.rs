//! Findings for reading: each with its place, the line that is meant, and what to do.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write, stderr};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
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
    // Thousands of findings, each of many small pieces, go out in few writes: without colours already where
    // none are shown, since the stream that takes them out would write the pieces between them one by one.
    let renderer = match AutoStream::choice(&stderr()) {
        ColorChoice::Never => Renderer::plain(),
        _ => Renderer::styled(),
    };
    let mut text = Vec::new();
    let _ = write_findings(&mut text, findings, limit, &renderer);
    let _ = anstream::stderr().write_all(&text);
}

fn write_findings(
    out: &mut impl Write,
    findings: &[Diagnostic],
    limit: usize,
    renderer: &Renderer,
) -> io::Result<()> {
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    for found in findings {
        let count = seen.entry(found.code).or_default();
        *count += 1;
        if *count <= limit {
            writeln!(out, "{}\n", render(found, renderer))?;
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

fn render(found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&found.message).id(found.code.as_str());
    let mut group = match annotated(&found.place, AnnotationKind::Primary, None) {
        Some(snippet) => title.element(snippet),
        None => title.element(origin(&found.place)),
    };
    for related in &found.related {
        group = match annotated(
            &related.place,
            AnnotationKind::Context,
            Some(&related.message),
        ) {
            Some(snippet) => group.element(snippet),
            None => group
                .element(Level::NOTE.message(&related.message))
                .element(origin(&related.place)),
        };
    }
    if !found.help.is_empty() {
        group = group.element(Level::HELP.message(&found.help));
    }
    let report: &[Group<'_>] = &[group];
    let related = found.related.iter().map(|related| &related.place);
    let places = std::iter::once(&found.place).chain(related);
    with_columns_of_files(renderer.render(report), places)
}

/// The renderer counts columns in what it is shown of a line; here they become those of the file.
fn with_columns_of_files<'p>(
    mut report: String,
    places: impl Iterator<Item = &'p Place>,
) -> String {
    let mut from = report.find("--> ").unwrap_or_default();
    for place in places {
        let Some(excerpt) = &place.excerpt else {
            continue;
        };
        let Place { path, line, .. } = place;
        let shown = format!("{path}:{line}:{}", excerpt.column);
        if let Some(at) = report[from..].find(&shown) {
            let range = from + at..from + at + shown.len();
            let meant = format!("{path}:{line}:{}", place.column);
            from = range.start + meant.len();
            report.replace_range(range, &meant);
        }
    }
    report
}

fn origin(place: &Place) -> Origin<'_> {
    Origin::path(&place.path)
}

fn annotated<'a>(
    place: &'a Place,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Option<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let excerpt = place.excerpt.as_ref()?;
    let [before, meant, after] = excerpt.around(place);
    let annotation = kind
        .span(before.len()..before.len() + meant.len())
        .label(label);
    Some(
        Snippet::source(before + &meant + &after)
            .line_start(place.line)
            .path(&place.path)
            .annotation(annotation),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn what_is_meant_is_shown_however_long_its_line_is() {
        let before = "gair ".repeat(60);
        let line = format!("{before}[x](../leave) {}", "gair ".repeat(60));
        let at = before.len() + "[x](".len();
        let place = Source::new("a.md", line).place(at..at + "../leave".len());
        let found = Diagnostic::new(Code::BrokenLink, place, "it leads to nothing");
        let written = render(&found, &Renderer::plain());
        let lines: Vec<&str> = written.lines().collect();
        assert_eq!(lines[1].trim(), "--> a.md:1:305", "{written}");
        let column = |line: &str, what: &str| line.find(what).map(|at| line[..at].chars().count());
        let meant = column(lines[3], "../leave");
        assert!(meant.is_some(), "{written}");
        assert_eq!(column(lines[4], "^^^^^^^^"), meant, "{written}");
    }

    #[test]
    fn columns_are_those_of_the_files_for_every_place_of_a_finding() {
        let line = "gair ".repeat(60) + "dyletswydd " + &"gair ".repeat(60);
        let at = line.find("dyletswydd").unwrap();
        let place = |file: &str| Source::new(file, line.as_str()).place(at..at + 10);
        let found = Diagnostic::new(Code::BrokenLink, place("a.md"), "it is here")
            .related(place("b.md"), "and here");
        let colours = render(&found, &Renderer::styled());
        let plain = render(&found, &Renderer::plain());
        for file in ["a.md", "b.md"] {
            let header = format!("{file}:1:301");
            assert_eq!(plain.matches(&header).count(), 1, "{plain}");
            assert_eq!(colours.matches(&header).count(), 1, "{colours}");
        }
    }
}

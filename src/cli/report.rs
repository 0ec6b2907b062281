//! Findings for reading: each with its place, the line that is meant, and what to do.

mod finding;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Write as _, stderr, stdout};
use std::os::fd::AsFd;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use finding::Layout;

use super::terminal::terminal_width;
use canllaw::check::languages::DeclaredDifference;
use canllaw::diagnostic::{Code, Diagnostic, Place, Severity};
use canllaw::readable::readable_lines;

/// How many findings of one code a terminal shows.
const SHOWN_OF_A_CODE: usize = 20;

/// Writes findings to standard error, and how many there are. A standard error that is closed hears
/// nothing.
pub(super) fn findings(findings: &[Diagnostic]) {
    let (limit, layout) = limit_and_layout(&stderr());
    let text = report(findings, limit, layout);
    let _ = if layout.colour {
        anstream::stderr().write_all(text.as_bytes())
    } else {
        // Nothing in it is to be taken out.
        stderr().write_all(text.as_bytes())
    };
}

/// The same as the result of a command, for standard output.
pub(super) fn as_result(findings: &[Diagnostic]) -> String {
    let (limit, layout) = limit_and_layout(&stdout());
    report(findings, limit, layout)
}

/// How many findings of one code are shown, and how each is laid out.
fn limit_and_layout(stream: &(impl RawStream + AsFd)) -> (usize, Layout) {
    let limit = if stream.is_terminal() {
        SHOWN_OF_A_CODE
    } else {
        usize::MAX
    };
    let layout = Layout {
        width: terminal_width(stream),
        colour: AutoStream::choice(stream) != ColorChoice::Never,
    };
    (limit, layout)
}

fn report(findings: &[Diagnostic], limit: usize, layout: Layout) -> String {
    let mut out = String::new();
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    for found in findings {
        let count = seen.entry(found.code).or_default();
        *count += 1;
        if *count <= limit {
            finding::write(&mut out, found, layout);
            out.push('\n');
        }
    }
    for (code, count) in seen.iter().filter(|(_, count)| **count > limit) {
        let _ = writeln!(
            out,
            "… and {} more of {code}; `canllaw check --format json` lists them all.\n",
            count - limit
        );
    }
    write_counts(&mut out, findings);
    out
}

/// What texts declare to differ between their languages, and why, a line for each.
pub(super) fn declared(declared: &[DeclaredDifference]) -> String {
    let mut out = String::new();
    for one in declared {
        let Place { path, line, .. } = &one.place;
        let differences = match one.excuses {
            1 => "1 difference".to_owned(),
            count => format!("{count} differences"),
        };
        let told = format!("{path}:{line}: {differences} declared: {}", one.reason);
        let _ = writeln!(out, "{}", readable_lines(&told));
    }
    if !declared.is_empty() {
        out.push('\n');
    }
    out
}

fn write_counts(out: &mut String, findings: &[Diagnostic]) {
    let errors = findings
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .count();
    let warnings = findings.len() - errors;
    if !findings.is_empty() {
        let _ = writeln!(out, "Errors: {errors}. Warnings: {warnings}.");
    }
}

/// The word that begins the message of a fault, in its colour.
pub(super) fn error_word() -> String {
    let style = anstyle::AnsiColor::BrightRed.on_default().bold();
    format!("{style}error{style:#}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use canllaw::source::Source;

    fn lines_of(found: &Diagnostic, layout: Layout) -> Vec<String> {
        let report = report(std::slice::from_ref(found), 1, layout);
        report.lines().map(str::to_owned).collect()
    }

    fn long_line(file: &str) -> Place {
        let before = "gair ".repeat(60) + "[x](";
        let line = format!("{before}../leave) {}", "gair ".repeat(60));
        Source::new(file, line).place(before.len()..before.len() + "../leave".len())
    }

    #[test]
    fn a_finding_has_its_place_the_line_and_what_to_do() {
        let source = Source::new("cy.md", "# Tŷ\n\nGweler [x](../leave) heddiw.\n");
        let at = source.text().find("../leave").unwrap();
        let other = Source::new("en.md", "See [x](../leave).\n");
        let found = Diagnostic::new(
            Code::BrokenLink,
            source.place(at..at + "../leave".len()),
            "it leads to nothing\nat all",
        )
        .severity(Severity::Warning)
        .related(other.place(8..16), "and here")
        .related(Place::whole("leave.md"), "there was a text")
        .help("Correct it.");
        let expected = "\
warning[broken-link]: it leads to nothing
                      at all
 --> cy.md:3:12
  |
3 | Gweler [x](../leave) heddiw.
  |            ^^^^^^^^
  |
 ::: en.md:1:9
  |
1 | See [x](../leave).
  |         -------- and here
  |
  = note: there was a text
 --> leave.md
  = help: Correct it.

Errors: 0. Warnings: 1.";
        assert_eq!(lines_of(&found, Layout::default()).join("\n"), expected);
    }

    #[test]
    fn what_is_meant_is_shown_however_long_its_line_is() {
        let found = Diagnostic::new(Code::BrokenLink, long_line("a.md"), "it leads to nothing");
        for width in [None, Some(40), Some(80)] {
            let colour = false;
            let lines = lines_of(&found, Layout { width, colour });
            assert_eq!(lines[1].trim(), "--> a.md:1:305", "{lines:#?}");
            let column = |line: &str, what| line.find(what).map(|at| line[..at].chars().count());
            let meant = column(&lines[3], "../leave");
            assert!(meant.is_some(), "{lines:#?}");
            assert_eq!(column(&lines[4], "^^^^^^^^"), meant, "{lines:#?}");
            let longest = lines[2..5].iter().map(|line| line.chars().count()).max();
            assert!(longest <= Some(width.unwrap_or(usize::MAX)), "{lines:#?}");
        }
    }

    #[test]
    fn colours_change_no_character() {
        let found = Diagnostic::new(Code::BrokenLink, long_line("a.md"), "it is here")
            .related(long_line("b.md"), "and here")
            .help("Correct it.");
        let written = |colour| {
            report(
                std::slice::from_ref(&found),
                1,
                Layout {
                    width: None,
                    colour,
                },
            )
        };
        let coloured = written(true);
        assert!(coloured.contains('\x1b'));
        assert_eq!(
            anstream::adapter::strip_str(&coloured).to_string(),
            written(false)
        );
    }
}

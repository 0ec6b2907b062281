//! One finding as text: the message, each place with its line and what is meant in it, and what to do.
//!
//! The form is that of compilers, which editors and other programs know how to read:
//!
//! ```text
//! warning[broken-link]: `../leave` leads to nothing
//!  --> content/policy/pay/2026-04-01/en.md:7:12
//!   |
//! 7 | Ask for [leave](../leave) in good time.
//!   |                 ^^^^^^^^
//!   |
//!   = help: Correct the path.
//! ```

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use canllaw::diagnostic::{Diagnostic, Place, Severity};
use canllaw::readable::{ShownLine, readable, width};

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const EMPHASIS: Style = Style::new().bold();
const FRAME: Style = AnsiColor::BrightBlue.on_default().bold();

/// For what a report is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layout {
    /// Columns of the terminal, to which excerpts are cut; `None` where there is no terminal.
    pub width: Option<usize>,
    /// Whether colours are shown.
    pub colour: bool,
}

/// Writes a finding to the end of `out`, with a line end.
pub(super) fn write(out: &mut String, found: &Diagnostic, layout: Layout) {
    let places = std::iter::once(&found.place)
        .chain(found.related.iter().map(|related| &related.place))
        .filter(|place| place.excerpt.is_some());
    let gutter = places.map(|place| digits(place.line)).max().unwrap_or(0);
    Report {
        out,
        layout,
        gutter,
    }
    .finding(found);
}

fn digits(number: usize) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}

struct Report<'a> {
    out: &'a mut String,
    layout: Layout,
    /// How wide the column of line numbers is.
    gutter: usize,
}

impl Report<'_> {
    fn finding(&mut self, found: &Diagnostic) {
        let (word, style) = match found.severity {
            Severity::Error => ("error", ERROR),
            Severity::Warning => ("warning", WARNING),
        };
        let code = found.code.as_str();
        self.painted(style, |out| {
            out.push_str(word);
            out.push('[');
            out.push_str(code);
            out.push(']');
        });
        let indent = word.len() + code.len() + "[]: ".len();
        self.painted(EMPHASIS, |out| {
            out.push_str(": ");
            several_lines(out, &found.message, indent);
        });
        self.out.push('\n');
        self.place(&found.place, "-->", '^', style, None);
        for related in &found.related {
            if related.place.excerpt.is_none() {
                self.remark("note", &related.message);
                self.place(&related.place, "-->", '-', FRAME, None);
            } else {
                self.place(&related.place, ":::", '-', FRAME, Some(&related.message));
            }
        }
        if !found.help.is_empty() {
            self.remark("help", &found.help);
        }
    }

    /// Where something is, and where it lies in a text that line, with marks below what is meant.
    fn place(&mut self, place: &Place, arrow: &str, mark: char, style: Style, label: Option<&str>) {
        self.spaces(self.gutter);
        self.painted(FRAME, |out| out.push_str(arrow));
        let Some(excerpt) = &place.excerpt else {
            let _ = writeln!(self.out, " {}", readable(&place.path));
            return;
        };
        let Place { line, column, .. } = *place;
        let _ = writeln!(self.out, " {}:{line}:{column}", readable(&place.path));
        let room = self
            .layout
            .width
            .map(|width| width.saturating_sub(self.gutter + " | ".len()));
        let shown = ShownLine::new(excerpt.around(place), room);
        self.bar();
        self.out.push('\n');

        self.spaces(self.gutter - digits(line));
        self.painted(FRAME, |out| {
            let _ = write!(out, "{line} |");
        });
        self.out.push(' ');
        self.out.extend(shown.parts());
        self.out.push('\n');

        self.bar();
        self.spaces(1 + width(&shown.before));
        self.painted(style, |out| {
            out.extend(std::iter::repeat_n(mark, width(&shown.meant).max(1)));
            if let Some(label) = label {
                out.push(' ');
                out.push_str(&readable(label));
            }
        });
        self.out.push('\n');
        self.bar();
        self.out.push('\n');
    }

    /// `= help: …`
    fn remark(&mut self, word: &str, text: &str) {
        self.spaces(self.gutter);
        self.painted(FRAME, |out| out.push_str(" = "));
        self.painted(EMPHASIS, |out| out.push_str(word));
        self.out.push_str(": ");
        several_lines(self.out, text, self.gutter + " = : ".len() + word.len());
        self.out.push('\n');
    }

    fn bar(&mut self) {
        self.spaces(self.gutter + 1);
        self.painted(FRAME, |out| out.push('|'));
    }

    fn spaces(&mut self, count: usize) {
        self.out.extend(std::iter::repeat_n(' ', count));
    }

    fn painted(&mut self, style: Style, text: impl FnOnce(&mut String)) {
        if self.layout.colour {
            let _ = write!(self.out, "{style}");
            text(self.out);
            let _ = write!(self.out, "{style:#}");
        } else {
            text(self.out);
        }
    }
}

/// Text whose lines after the first stand below its start.
fn several_lines(out: &mut String, text: &str, indent: usize) {
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
        }
        out.push_str(&readable(line));
    }
}

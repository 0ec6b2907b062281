//! `canllaw check`.

use clap::{Args, ValueEnum};

use super::load::{Drafts, Opened, open_to};
use super::{Outcome, SiteArgs, report, results, sealed};
use crate::check::languages::{DeclaredDifference, Extent};
use crate::diagnostic::{Diagnostic, Place, has_errors};

/// Report what is wrong with the content, and write nothing.
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    site: SiteArgs,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading, with the lines that are meant
    Human,
    /// For programs
    Json,
}

impl Check {
    pub fn run(&self) -> Outcome {
        let Opened { root, mut loaded } =
            match open_to(&self.site, Drafts::Read, Extent::Everywhere) {
                Ok(opened) => opened,
                Err(outcome) => return outcome,
            };
        loaded.check_beyond_build(&root);
        let findings = loaded.findings;
        match self.format {
            Format::Human => {
                report::declared(&loaded.declared);
                report::findings(&findings);
                sealed::show_edits(&root, &loaded.site, &findings);
                if findings.is_empty() {
                    anstream::eprintln!("Nothing to report.");
                }
            }
            Format::Json => {
                let written = format!("{}\n", json(&findings, &loaded.declared));
                if let Err(outcome) = results::to_stdout(&written) {
                    return outcome;
                }
            }
        }
        if has_errors(&findings) {
            Outcome::Findings
        } else {
            Outcome::Done
        }
    }
}

fn json(findings: &[Diagnostic], declared: &[DeclaredDifference]) -> serde_json::Value {
    let findings: Vec<_> = findings.iter().map(finding_json).collect();
    let declared: Vec<_> = declared.iter().map(declared_json).collect();
    serde_json::json!({ "schema": 1, "findings": findings, "declared": declared })
}

fn declared_json(declared: &DeclaredDifference) -> serde_json::Value {
    let value = serde_json::json!({ "reason": declared.reason, "excuses": declared.excuses });
    with_place(&declared.place, value)
}

fn finding_json(found: &Diagnostic) -> serde_json::Value {
    let related = found.related.iter().map(|related| {
        with_place(
            &related.place,
            serde_json::json!({ "message": related.message }),
        )
    });
    let related: Vec<_> = related.collect();
    with_place(
        &found.place,
        serde_json::json!({
            "code": found.code.as_str(),
            "severity": found.severity,
            "message": found.message,
            "help": found.help,
            "related": related,
        }),
    )
}

fn with_place(place: &Place, mut value: serde_json::Value) -> serde_json::Value {
    value["path"] = place.path.as_str().into();
    value["line"] = place.line.into();
    value["column"] = place.column.into();
    value
}

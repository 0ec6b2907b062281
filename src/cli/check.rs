//! `canllaw check`.

use clap::{Args, ValueEnum};

use super::load::{CheckedSite, Unopened, check_site};
use super::{Outcome, SiteArgs, report, results, sealed};
use canllaw::check::languages::{DeclaredDifference, Extent};
use canllaw::diagnostic::{Diagnostic, Place, has_errors};

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
        let checked = check_site(&self.site, Extent::Everywhere);
        let CheckedSite { root, mut loaded } = match checked {
            Ok(checked) => checked,
            Err(Unopened::Found(found)) => return self.say(&found, &[], &String::new),
            Err(unopened) => return unopened.say(),
        };
        loaded.check_beyond_build(&root);
        let edits = || sealed::edits(&root, &loaded.site, &loaded.findings);
        self.say(&loaded.findings, &loaded.languages.declared, &edits)
    }

    /// Says what was found, which is the result of this command; `edits` says, for reading, what was edited in
    /// sealed texts.
    fn say(
        &self,
        findings: &[Diagnostic],
        declared: &[DeclaredDifference],
        edits: &dyn Fn() -> String,
    ) -> Outcome {
        let written = match self.format {
            Format::Human => {
                let found = match findings {
                    [] => "Nothing to report.\n".to_owned(),
                    found => report::as_result(found),
                };
                report::declared(declared) + &found + &edits()
            }
            Format::Json => format!("{}\n", json(findings, declared)),
        };
        if let Err(outcome) = results::to_stdout(&written) {
            return outcome;
        }
        if has_errors(findings) {
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

//! `canllaw status`.

use clap::{Args, ValueEnum};
use jiff::{ToSpan, civil::Date};

use super::load::{CheckedSite, check_site};
use super::terminal::{terminal_width, wrapped};
use super::{Outcome, SiteArgs, fault, report, results, say};
use canllaw::check::languages::Extent;
use canllaw::diagnostic::{Code, Diagnostic, Severity};
use canllaw::model::Standing;
use canllaw::readable::readable;
use canllaw::status::{DocumentStatus, LanguageStatus, TextStatus, VersionStatus, status};

/// Say how each document stands: in force, coming, not published yet, drafts, languages, review.
#[derive(Args)]
pub(super) struct Status {
    #[command(flatten)]
    site: SiteArgs,
    /// Only documents that are to be reviewed within so many days, or should have been
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(..=36_500))]
    due: Option<u32>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading
    Human,
    /// For programs
    Json,
    /// For a spreadsheet
    Csv,
}

impl Status {
    pub fn run(&self) -> Outcome {
        let CheckedSite { loaded, .. } = match check_site(&self.site, Extent::Everywhere) {
            Ok(checked) => checked,
            Err(unopened) => return unopened.say(),
        };
        let site = &loaded.site;
        let mut documents = status(site, &loaded.languages.findings);
        if let Some(days) = self.due {
            let until = site.on().saturating_add(i64::from(days).days());
            documents.retain(|document| document.review_by.is_some_and(|day| day <= until));
        }
        let mut findings = loaded.findings.iter();
        if findings.any(|found| found.code == Code::EmptySite) {
            return fault("the site has no document", "Write a first text.");
        }
        let written = match self.format {
            Format::Human => human(&documents, site.on()),
            Format::Json => {
                let value = serde_json::json!({ "schema": 1, "documents": documents });
                format!("{value}\n")
            }
            Format::Csv => match csv(&documents, site.on()) {
                Ok(text) => text,
                Err(error) => return fault(&error.to_string(), ""),
            },
        };
        match results::to_stdout(&written) {
            Ok(()) => outcome(&loaded.findings),
            Err(outcome) => outcome,
        }
    }
}

/// How it ends: what is told may be wrong where a file of YAML is at fault, since that is read without it. That
/// languages differ in what such a file tells readers is counted with the other differences.
fn outcome(findings: &[Diagnostic]) -> Outcome {
    let is_of_facts = |found: &&Diagnostic| {
        found.severity == Severity::Error
            && found.code != Code::Parity
            && found.place.path.ends_with(".yaml")
    };
    let faults: Vec<Diagnostic> = findings.iter().filter(is_of_facts).cloned().collect();
    if faults.is_empty() {
        return Outcome::Done;
    }
    report::findings(&faults);
    say("What is said above leaves out what these files state.");
    Outcome::Findings
}

/// The column at which the lines of versions begin after their word.
const VERSIONS_FROM: usize = 14;

fn human(documents: &[DocumentStatus], today: Date) -> String {
    let mut out = String::new();
    for document in documents {
        let head = format!("{}  {}", document.id, document.title);
        out.push_str(&format!("{}\n", readable(&head)));
        for version in &document.versions {
            let (word, more) = (word(version.standing), remark(version));
            let line = format!("  {word:<11} {}{more}", version_line(version));
            // In a pipe each version has one line.
            let columns = terminal_width(std::io::stdout()).unwrap_or(usize::MAX);
            out.push_str(&wrapped(&line, columns, VERSIONS_FROM));
            out.push('\n');
        }
        let is_withdrawn = document.withdrawn_by(today).is_some();
        if document.in_force().is_none() && !is_withdrawn {
            out.push_str("  nothing is in force\n");
        }
        if let Some(day) = document.withdrawn_on {
            let from = if is_withdrawn { "" } else { "from " };
            out.push_str(&format!("  withdrawn   {from}{day}\n"));
        }
        if let Some(day) = document.review_by {
            let late = if day < today { " (overdue)" } else { "" };
            out.push_str(&format!("  review      by {day}{late}\n"));
        }
    }
    out
}

/// What a version is, in a word for the lines of both forms.
fn word(standing: Standing) -> &'static str {
    match standing {
        Standing::InForce | Standing::MayBeReplaced => "in force",
        Standing::MayHold | Standing::Coming => "coming",
        Standing::Superseded => "superseded",
        Standing::Corrected => "corrected",
        Standing::Withdrawn => "withdrawn",
        Standing::Unpublished => "unpublished",
        Standing::Draft => "draft",
    }
}

/// What is said of a version beside its languages.
fn remark(version: &VersionStatus) -> String {
    match (version.standing, version.published_on) {
        (Standing::Unpublished, Some(day)) => format!("  published on {day}"),
        (Standing::MayBeReplaced, _) => "  may have been replaced already".to_owned(),
        (Standing::MayHold, _) => "  may be in force already".to_owned(),
        _ => String::new(),
    }
}

fn version_line(version: &VersionStatus) -> String {
    let mut parts = vec![version.id.clone()];
    parts.extend(version.languages.iter().map(language_words));
    if version.differences > 0 {
        parts.push(format!("differences: {}", version.differences));
    }
    if version.sealed {
        parts.push("sealed".to_owned());
    }
    readable(&parts.join("  ")).into_owned()
}

fn language_words(language: &LanguageStatus) -> String {
    let code = &language.language;
    match (language.text, language.waived_until) {
        (TextStatus::Present, _) => code.clone(),
        (TextStatus::Removed, _) => format!("{code}: removed"),
        (TextStatus::Missing, Some(day)) => format!("{code}: missing, with leave until {day}"),
        (TextStatus::Missing, None) => format!("{code}: missing"),
    }
}

/// One line a version; one for a document of which no version is in force or to come.
fn csv(documents: &[DocumentStatus], today: Date) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "document",
        "title",
        "version",
        "state",
        "effective_by",
        "languages",
        "missing",
        "differences",
        "sealed",
        "withdrawn_on",
        "review_by",
        "published_on",
    ])?;
    for document in documents {
        if document.versions.is_empty() {
            let state = document.withdrawn_by(today).map_or("", |_| "withdrawn");
            let withdrawn_on = iso(document.withdrawn_on);
            let (id, title) = (document.id.as_str(), document.title.as_str());
            let record = [
                id,
                title,
                "",
                state,
                "",
                "",
                "",
                "",
                "",
                &withdrawn_on,
                "",
                "",
            ];
            writer.write_record(record)?;
        }
        for version in &document.versions {
            writer.write_record(record(document, version))?;
        }
    }
    let bytes = writer
        .into_inner()
        .map_err(|fault| csv::Error::from(fault.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A version's line of the spreadsheet.
fn record(document: &DocumentStatus, version: &VersionStatus) -> [String; 12] {
    let with = |text: TextStatus| {
        let languages = version.languages.iter();
        let with = languages.filter(|language| language.text == text);
        let codes: Vec<&str> = with.map(|language| &*language.language).collect();
        codes.join(" ")
    };
    let review_by = document
        .review_by
        .filter(|_| version.standing.is_in_force());
    let sealed = if version.sealed { "yes" } else { "no" };
    [
        document.id.clone(),
        document.title.clone(),
        version.id.clone(),
        word(version.standing).to_owned(),
        iso(version.effective_by),
        with(TextStatus::Present),
        with(TextStatus::Missing),
        version.differences.to_string(),
        sealed.to_owned(),
        iso(document.withdrawn_on),
        iso(review_by),
        iso(version.published_on),
    ]
}

/// A day as a spreadsheet reads it; nothing where there is none.
fn iso(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

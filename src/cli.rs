//! The commands: the edge at which the program reads the clock and the environment, and prints.
//!
//! Results go to standard output, everything else to standard error. Exit status: 0 done, 1 findings
//! (the content is at fault), 2 the call or the machine is at fault.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the commands are the edge: they print, and read the clock"
)]

mod build;
mod check;
mod clock;
mod diff;
mod explain;
mod export;
mod import;
mod load;
mod new;
mod progress;
mod publish;
mod report;
mod results;
mod revise;
mod seal;
mod sealed;
mod serve;
mod status;
mod terminal;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;

use canllaw::authoring::Refusal;
use canllaw::config::parse_date;
use canllaw::model::{NotFound, Version};
use canllaw::readable::readable_lines;

/// Turns versioned Markdown of policies, handbooks and house rules into a bilingual static site that
/// shows what is in force, what was in force on any day, and what changed.
#[derive(Parser)]
#[command(name = "canllaw", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the site
    Build(build::Build),
    /// Show the site in a browser while it is being written
    Serve(serve::Serve),
    /// Make a small site to start from
    New(new::New),
    /// Make a draft of a document, in every language, from the version in force
    Revise(revise::Revise),
    /// Make a version of a draft: checked and sealed
    Publish(publish::Publish),
    /// Report what is wrong with the content, and write nothing
    Check(check::Check),
    /// Show what changed between two versions of a document, or between two files
    Diff(diff::Diff),
    /// Record the fingerprint of a version, so that a later edit is seen
    Seal(seal::SealVersion),
    /// Say how each document stands: in force, coming, drafts, languages, review
    Status(status::Status),
    /// Write a version for translation tools, with what the version before had
    Export(export::Export),
    /// Put a translation from an XLIFF file into a draft
    Import(import::Import),
    /// Say what the code of a finding means
    Explain(explain::Explain),
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// It did what was asked.
    Done,
    /// The content is at fault.
    Findings,
    /// The call or the machine is at fault.
    Fault,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::Findings => 1,
            Outcome::Fault => 2,
        })
    }
}

/// Where a command finds its site, and for which day.
#[derive(Args, Clone, Debug)]
struct SiteArgs {
    /// The site's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    site: PathBuf,
    /// The day to take as today, such as 2026-11-22 [default: today in the site's time zone]
    #[arg(long, value_name = "DATE", value_parser = date_argument)]
    on: Option<Date>,
}

/// A day as an argument.
fn date_argument(written: &str) -> Result<Date, String> {
    parse_date(written).map_err(|wrong| {
        format!("{wrong}; write a day of the calendar as year-month-day, such as 2026-11-22")
    })
}

/// Runs the command that the program was called with.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Build(command) => command.run(),
        Command::Serve(command) => command.run(),
        Command::New(command) => command.run(),
        Command::Revise(command) => command.run(),
        Command::Publish(command) => command.run(),
        Command::Check(command) => command.run(),
        Command::Diff(command) => command.run(),
        Command::Seal(command) => command.run(),
        Command::Status(command) => command.run(),
        Command::Export(command) => command.run(),
        Command::Import(command) => command.run(),
        Command::Explain(command) => command.run(),
    };
    outcome.into()
}

/// Says why nothing was written, and how the command ends: the content is at fault, or the call.
fn refused(refusal: &Refusal) -> Outcome {
    report::findings(refusal.findings());
    let outcome = fault(&refusal.to_string(), &refusal.help());
    match refusal {
        Refusal::NotReady(_) | Refusal::File(_) => Outcome::Findings,
        _ => outcome,
    }
}

/// Says that there is nothing with the name that was given, and how the command ends.
fn not_found(missing: &NotFound) -> Outcome {
    fault(&missing.to_string(), &missing.help())
}

/// Says that a version's text was removed, and how the command ends.
fn was_removed(version: &Version) -> Outcome {
    fault(
        &Refusal::Removed(version.id.to_string()).to_string(),
        "Name another version.",
    )
}

/// Says why a command could not be carried out, and what to do.
fn fault(message: &str, help: &str) -> Outcome {
    let (message, help) = (readable_lines(message), readable_lines(help));
    anstream::eprintln!("{}: {message}", report::error_word());
    if !help.is_empty() {
        anstream::eprintln!("  {help}");
    }
    Outcome::Fault
}

/// Says something to who reads along: it goes to standard error, whatever the names are that it holds.
fn say(words: &str) {
    anstream::eprintln!("{}", readable_lines(words));
}

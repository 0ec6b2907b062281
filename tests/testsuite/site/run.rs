//! What a run of the program gave.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::rc::Rc;

use tempfile::TempDir;

use super::Output;

/// A run of the program that ended.
pub struct Run {
    /// The exit status; nothing when a signal ended it.
    pub status: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Run {
    /// Runs a command to its end.
    pub fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        Run {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs a command, whose standard output goes where the test put it, to its end.
    pub fn of_child(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::null()).spawn().unwrap();
        let output = child.wait_with_output().unwrap();
        Run {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Fails the test, with what the program said, unless it ended with status 0.
    pub fn must_succeed(&self) {
        self.must_exit_with(0);
    }

    /// Fails the test, with what the program said, unless it ended with a status.
    pub fn must_exit_with(&self, status: i32) {
        assert_eq!(
            self.status,
            Some(status),
            "the exit status; standard error:\n{}",
            self.stderr
        );
    }
}

/// A build that ended, and its output.
pub struct Built {
    run: Run,
    output: Output,
    /// Keeps the output until the test ends.
    _home: Rc<TempDir>,
}

impl Built {
    pub(super) fn new(run: Run, output: PathBuf, home: Rc<TempDir>) -> Self {
        Built {
            run,
            output: Output::at(output),
            _home: home,
        }
    }

    /// What the program said.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// What it wrote.
    pub fn output(&self) -> &Output {
        &self.output
    }
}

/// A check that ended, and what it found.
pub struct Checked {
    run: Run,
    findings: Vec<Finding>,
}

impl Checked {
    pub(super) fn new(run: Run) -> Self {
        let report: serde_json::Value = serde_json::from_str(&run.stdout)
            .unwrap_or_else(|fault| panic!("{fault}\n{}\n{}", run.stdout, run.stderr));
        assert_eq!(report["schema"], 1);
        let findings = report["findings"].as_array().unwrap();
        let findings = findings.iter().map(Finding::read).collect();
        Checked { run, findings }
    }

    /// What the program said.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// What it found.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings of a code.
    pub fn of_code(&self, code: &str) -> Vec<&Finding> {
        let of_code = |finding: &&Finding| finding.code == code;
        self.findings.iter().filter(of_code).collect()
    }
}

/// A finding as `check --format json` writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its stable name.
    pub code: String,
    /// `error` or `warning`.
    pub severity: String,
    /// The file, from the site's folder.
    pub path: String,
    /// 1-based line.
    pub line: u64,
    /// 1-based column, in characters.
    pub column: u64,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Finding {
    fn read(value: &serde_json::Value) -> Self {
        let text = |key: &str| match &value[key] {
            serde_json::Value::String(text) => text.clone(),
            other => panic!("{key} is {other}, not a text, in {value}"),
        };
        let number = |key: &str| value[key].as_u64().unwrap();
        assert!(value["related"].is_array(), "no related in {value}");
        Finding {
            code: text("code"),
            severity: text("severity"),
            path: text("path"),
            line: number("line"),
            column: number("column"),
            message: text("message"),
            help: text("help"),
        }
    }
}

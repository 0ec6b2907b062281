//! Texts that go out to translators as XLIFF and come back.

use std::fs;
use std::path::{Path, PathBuf};

use super::{DAY, Run, Site, canllaw};

/// Runs a command on a site.
pub fn run(site: &Site, arguments: &[&str]) -> Run {
    let mut command = canllaw();
    command.args(arguments).args(["--on", DAY, "--site"]);
    Run::of(command.arg(site.folder()))
}

/// Exports into a file beside the site.
pub fn export(site: &Site, arguments: &[&str]) -> PathBuf {
    let file = site.folder().join("../exchange.xlf");
    let output = file.to_str().unwrap();
    let all = [
        &["export", "--format", "xliff", "--output", output],
        arguments,
    ]
    .concat();
    run(site, &all).must_succeed();
    file
}

/// A file of a site.
pub fn read(site: &Site, path: &str) -> String {
    fs::read_to_string(site.folder().join(path)).unwrap()
}

/// The file with translations, each behind the source that it translates.
pub fn translate(file: &Path, translations: &[(&str, &str)]) {
    let mut text = fs::read_to_string(file).unwrap();
    for (source, target) in translations {
        let source = format!("<source>{source}</source>");
        assert!(text.contains(&source), "{source}\n{text}");
        text = text.replace(&source, &format!("{source}\n<target>{target}</target>"));
    }
    fs::write(file, text).unwrap();
}

/// Imports a file.
pub fn import(site: &Site, file: &Path, more: &[&str]) -> Run {
    let all = [&["import", file.to_str().unwrap()], more].concat();
    run(site, &all)
}

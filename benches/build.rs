//! How long a build takes beside a program that only reads the same texts, renders them with
//! pulldown-cmark and writes them: the ratio of CPU seconds, medians of five in one run.
//!
//! `CANLLAW_CORPORA=FOLDER cargo bench --bench build` (Linux: it reads `/proc`). Each folder in FOLDER
//! is a site. Called with two folders, this program is the one that is compared with.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

const RUNS: usize = 5;

/// How often a site is only rendered for one measurement: the system counts in hundredths of a second, of which
/// that takes few.
const RENDERS: usize = 20;

fn main() {
    let folders: Vec<PathBuf> = env::args_os()
        .skip(1)
        .map(PathBuf::from)
        .filter(|path| path.is_dir())
        .collect();
    if let [site, output] = &folders[..] {
        render_only(site, output);
        return;
    }
    let Some(corpora) = env::var_os("CANLLAW_CORPORA") else {
        println!("SKIPPED: CANLLAW_CORPORA names no folder of sites");
        return;
    };
    // Nothing is taken away before the end: some file systems are slow to make files for a minute after
    // many were, which would be measured as the build's.
    let output = tempfile::tempdir().expect("a folder to write to");
    for (number, site) in sites(Path::new(&corpora)).iter().enumerate() {
        let folder = output.path().join(number.to_string());
        fs::create_dir(&folder).expect("a folder to write to");
        measure(site, &folder);
    }
}

fn sites(corpora: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(corpora)
        .expect("the folder of sites")
        .flatten();
    let mut sites: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.join("site.yaml").is_file())
        .collect();
    sites.sort();
    sites
}

fn measure(site: &Path, output: &Path) {
    let mut builds = Vec::new();
    let mut renders = Vec::new();
    for run in 0..RUNS {
        let folder = output.join(format!("build-{run}"));
        let mut build = Command::new(env!("CARGO_BIN_EXE_canllaw"));
        build
            .args(["build", "--on", "2026-11-23", "--site"])
            .arg(site)
            .arg("--output")
            .arg(folder);
        builds.push(cpu_seconds(&mut build));
        let rendered: f64 = (0..RENDERS)
            .map(|render| {
                let folder = output.join(format!("render-{run}-{render}"));
                fs::create_dir(&folder).expect("a folder to write to");
                let mut render = Command::new(env::current_exe().expect("this program"));
                cpu_seconds(render.arg(site).arg(folder))
            })
            .sum();
        renders.push(rendered / RENDERS as f64);
    }
    let (build, render) = (median(&mut builds), median(&mut renders));
    let name = site.file_name().unwrap_or_default().to_string_lossy();
    println!(
        "{name}: build {build:.2} s, render only {render:.3} s, ratio {:.1}",
        build / render
    );
}

/// The CPU seconds, user and system, of a program that is run to its end.
fn cpu_seconds(command: &mut Command) -> f64 {
    let before = waited_for();
    let status = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("the program to start");
    assert!(status.success(), "{command:?}");
    waited_for() - before
}

/// CPU seconds of all children so far that were waited for: fields 16 and 17 of `/proc/self/stat`, in
/// hundredths of a second.
fn waited_for() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("/proc");
    let after_name = stat.rsplit_once(')').expect("the program's name").1;
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    let hundredths = |at: usize| fields[at].parse::<f64>().expect("a number");
    (hundredths(13) + hundredths(14)) / 100.0
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Reads every text of a site, renders it and writes it.
fn render_only(site: &Path, output: &Path) {
    let texts = walkdir::WalkDir::new(site.join("content"))
        .into_iter()
        .flatten();
    let texts = texts.filter(|entry| entry.path().extension().is_some_and(|end| end == "md"));
    for (number, entry) in texts.enumerate() {
        let text = fs::read_to_string(entry.path()).expect("a text");
        let mut html = String::new();
        let parser = pulldown_cmark::Parser::new_ext(&text, pulldown_cmark::Options::all());
        pulldown_cmark::html::push_html(&mut html, parser);
        fs::write(output.join(format!("{number}.html")), html).expect("a page");
    }
}

//! What is no file, or may not be read, is one finding where it lies; nothing waits for it.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::site::refusal::{at, good, refused};
use crate::site::{Run, Site, canllaw};

fn pipe(path: &Path) {
    let mode = rustix::fs::Mode::from_raw_mode(0o600);
    if path.exists() {
        fs::remove_file(path).unwrap();
    }
    rustix::fs::mknodat(rustix::fs::CWD, path, rustix::fs::FileType::Fifo, mode, 0).unwrap();
}

/// The findings as code and path.
fn told(site: &Site) -> Vec<(String, String)> {
    let checked = site.check();
    let found = checked.findings().iter();
    found.map(|it| (it.code.clone(), it.path.clone())).collect()
}

fn unreadable(path: &str) -> Vec<(String, String)> {
    vec![("unreadable".to_owned(), path.to_owned())]
}

#[test]
fn a_pipe_is_not_waited_for() {
    for path in [
        "content/policy/leave/2024-04-01/en.md",
        "content/policy/leave/2024-04-01/form.pdf",
        "content/policy/leave/2024-04-01/version.yaml",
        "content/policy/leave/document.yaml",
        "content/policy/section.yaml",
        "static/list.txt",
    ] {
        let spoil = |site: Site| {
            let site = site.file("static/.keep", "");
            pipe(&site.folder().join(path));
            site
        };
        refused(spoil, &at("unreadable", path, 1, 1));
        assert_eq!(told(&spoil(good())), unreadable(path));
    }
}

#[test]
fn a_file_of_the_site_that_may_not_be_read_is_found_in_reading() {
    let path = "static/list.txt";
    let site = good().file(path, "list");
    let Some(_guard) = Closed::of(site.folder().join(path)) else {
        return;
    };
    assert_eq!(told(&site), unreadable(path));
    let built = site.try_build();
    built.run().must_exit_with(1);
    let said = &built.run().stderr;
    assert!(said.contains("who may read it"), "{said}");
}

#[test]
fn a_folder_that_may_not_be_read_is_not_said_to_hold_nothing() {
    for folder in [
        "content/policy/leave/2024-04-01",
        "content/policy/leave/v3",
        "content/policy/papers",
    ] {
        let site = good().file(&format!("{folder}/en.md"), "# Leave\n\nTen.\n");
        let Some(_guard) = Closed::of(site.folder().join(folder)) else {
            return;
        };
        assert_eq!(told(&site), unreadable(folder));
    }
}

/// A file or folder that nobody may read, until it is let go.
struct Closed(PathBuf);

impl Closed {
    /// Nothing where whoever runs the tests may read everything.
    fn of(path: PathBuf) -> Option<Self> {
        fs::set_permissions(&path, Permissions::from_mode(0o000)).unwrap();
        let may_read = File::open(&path).is_ok();
        Some(Closed(path)).filter(|_| !may_read)
    }
}

impl Drop for Closed {
    fn drop(&mut self) {
        fs::set_permissions(&self.0, Permissions::from_mode(0o755)).unwrap();
    }
}

/// Runs the program with no more memory than some mebibytes.
#[cfg(target_os = "linux")]
fn with_memory(mebibytes: u64, site: &Site, arguments: &[&str]) -> Run {
    let mut command = Command::new("sh");
    let limited = format!("ulimit -v {}; exec \"$0\" \"$@\"", mebibytes * 1024);
    command.args(["-c", &limited, env!("CARGO_BIN_EXE_canllaw")]);
    Run::of(command.args(arguments).arg("--site").arg(site.folder()))
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_larger_than_memory_is_hashed_and_where_it_is_needed_whole_a_finding() {
    let path = "content/policy/leave/2024-04-01/talk.mp4";
    let site = good().file(path, "");
    let talk = File::options().write(true).open(site.folder().join(path));
    talk.unwrap().set_len(900 << 20).unwrap();
    with_memory(800, &site, &["check"]).must_succeed();
    let refused = with_memory(800, &site, &["revise", "policy/leave"]);
    refused.must_exit_with(1);
    let told = "error[too-large]: the file is larger than the memory of this machine";
    assert!(refused.stderr.contains(told), "{}", refused.stderr);
    assert!(!site.folder().join("content/policy/leave/draft").exists());
}

#[test]
fn a_file_that_is_named_to_be_compared_may_be_a_link() {
    let site = good()
        .file("there/b.md", "# Leave\n\nTwenty days.\n")
        .file("here/a.md", "# Leave\n\nThirty days.\n")
        .symlink("here/b.md", Path::new("../there/b.md"));
    let compared =
        Run::of(
            canllaw()
                .current_dir(site.folder())
                .args(["diff", "here/a.md", "here/b.md"]),
        );
    compared.must_succeed();
    assert!(compared.stdout.contains("Twenty"), "{}", compared.stdout);
    let none =
        Run::of(
            canllaw()
                .current_dir(site.folder())
                .args(["diff", "here/a.md", "here/c.md"]),
        );
    none.must_exit_with(2);
    assert!(none.stderr.contains("here/c.md"), "{}", none.stderr);
}

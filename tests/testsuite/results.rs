//! Results that cannot be written, and results that go where no file is.
#![cfg(target_os = "linux")]

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::FileTypeExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::site::leave::{LEAVE, with_leave};
use crate::site::{DAY, Run, Site, canllaw};

fn command(site: &Site, arguments: &[&str]) -> Command {
    let mut command = canllaw();
    command.args(arguments).arg("--site").arg(site.folder());
    command.args(["--on", DAY]);
    command
}

const DIFF: &[&str] = &["diff", LEAVE, "2020-01-01", "2024-04-01"];
const EXPORT: &[&str] = &["export", LEAVE, "2024-04-01", "--format", "xliff"];

fn site() -> Site {
    with_leave()
        .text(
            &format!("{LEAVE}/2020-01-01/en.md"),
            "# Leave\n\nTwo days.\n",
        )
        .text(
            &format!("{LEAVE}/2024-04-01/en.md"),
            "# Leave\n\nTen days.\n",
        )
}

#[test]
fn what_a_code_means_is_broken_between_words() {
    let mut command = canllaw();
    let run = Run::of(command.args(["explain", "parity"]));
    run.must_succeed();
    let longest = run.stdout.lines().map(|line| line.chars().count()).max();
    assert!(longest.is_some_and(|it| it <= 80), "{}", run.stdout);
    assert!(
        run.stdout.contains("It is an error where"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_result_for_which_there_is_no_room_is_a_fault_that_is_told() {
    let full = || OpenOptions::new().write(true).open("/dev/full").unwrap();
    let site = site();
    let revise = ["revise", LEAVE];
    let commands = [
        &["status"] as &[&str],
        &["check"],
        &["check", "--format", "json"],
        DIFF,
        EXPORT,
        &revise,
    ];
    let explain = |code: &[&str]| {
        let mut command = canllaw();
        command.arg("explain").args(code);
        command
    };
    let commands = commands.iter().map(|it| command(&site, it));
    for mut command in commands.chain([explain(&[]), explain(&["parity"])]) {
        let run = Run::of_child(command.stdout(full()).stderr(Stdio::piped()));
        run.must_exit_with(2);
        let told = "the result cannot be written to standard output: No space left";
        assert!(run.stderr.contains(told), "{command:?}\n{}", run.stderr);
        assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    }
}

#[test]
fn what_check_finds_is_its_result() {
    let site = site().text(
        "policy/leave/2024-04-01/cy.md",
        "# Absenoldeb\n\n[x](../no)\n",
    );
    let run = Run::of_child(
        command(&site, &["check"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped()),
    );
    run.must_exit_with(1);
    assert!(run.stdout.contains("error[broken-link]"), "{}", run.stdout);
    assert!(!run.stderr.contains("broken-link"), "{}", run.stderr);
}

#[test]
fn what_is_lost_in_reading_is_told_beside_a_comparison_of_files() {
    let table =
        |fee: &str| format!("# Fees\n\n| Service | Fee |\n|---|---|\n| Copy | £5 | {fee} |\n");
    let site = Site::empty()
        .file("old.md", table("£10"))
        .file("new.md", table("£50"));
    let files = ["old.md", "new.md"].map(|file| site.folder().join(file));
    let run = Run::of(canllaw().arg("diff").args(files));
    run.must_succeed();
    assert_eq!(
        run.stderr.matches("warning[lost-cells]").count(),
        2,
        "{}",
        run.stderr
    );
}

#[test]
fn the_code_that_may_be_meant_is_named() {
    let mut command = canllaw();
    let run = Run::of_child(
        command
            .args(["explain", "broken-anchr"])
            .stderr(Stdio::piped()),
    );
    run.must_exit_with(2);
    let told = "Did you mean `broken-anchor`?";
    assert!(run.stderr.contains(told), "{}", run.stderr);
}

#[test]
fn who_stops_reading_has_read_enough() {
    let site = site();
    let mut command = command(&site, &["status"]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let run = Run::of_child(command.stdout(writer).stderr(Stdio::piped()));
    run.must_succeed();
    assert_eq!(run.stderr, "");
}

#[test]
fn a_result_is_written_into_a_pipe_that_stays_one() {
    let site = site();
    let pipe = site.folder().join("../pipe");
    let mode = rustix::fs::Mode::from_raw_mode(0o600);
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, mode, 0).unwrap();
    let link = site.folder().join("../link");
    std::os::unix::fs::symlink("pipe", &link).unwrap();
    for (arguments, part) in [(DIFF, "Ten"), (EXPORT, "<xliff")] {
        for path in [&pipe, &link] {
            let path = path.to_str().unwrap();
            let expected = Run::of(&mut command(&site, arguments));
            // Open for reading and writing, so that neither side waits for the other.
            let mut both = OpenOptions::new()
                .read(true)
                .write(true)
                .open(&pipe)
                .unwrap();
            Run::of(command(&site, arguments).args(["--output", path])).must_succeed();
            assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
            assert!(expected.stdout.contains(part), "{}", expected.stdout);
            assert_eq!(read(&mut both, expected.stdout.len()), expected.stdout);
        }
    }
    let through = Run::of(command(&site, EXPORT).args(["--output", "/proc/self/fd/1"]));
    through.must_succeed();
    assert!(through.stdout.contains("<xliff"), "{}", through.stdout);
}

#[test]
fn a_link_to_a_file_stays_and_the_file_is_replaced() {
    let site = site();
    let file = site.folder().join("../out.xlf");
    fs::write(&file, "earlier").unwrap();
    let link = site.folder().join("../link.xlf");
    std::os::unix::fs::symlink("out.xlf", &link).unwrap();
    let output = ["--output", link.to_str().unwrap()];
    Run::of(command(&site, EXPORT).args(output)).must_succeed();
    assert_eq!(fs::read_link(&link).unwrap(), Path::new("out.xlf"));
    assert!(fs::read_to_string(&file).unwrap().contains("<xliff"));
}

fn read(from: &mut File, length: usize) -> String {
    use std::io::Read;
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

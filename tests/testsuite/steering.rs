//! What a text, a title or a name says never steers the terminal of whoever reads about it.

use crate::site::{DAY, Run, Site, canllaw};

/// What retitles a terminal, and clears it.
const STEERS: &str = "\x1b]0;taken\x07\x1b[2J";

/// A mark that turns the direction of all that follows on its line. Other signs that a terminal obeys are no part of
/// a text once it is read.
const TURNS: &str = "\u{202e}";

/// A site of which a title, the words of both versions, a file and a declared reason steer a terminal.
fn steering() -> Site {
    let text = |title: &str, days: &str| {
        format!(
            "---\ntitle: {title}{TURNS}\n---\n## Part {TURNS}\n\n<!-- parity: so{STEERS} it is -->\n\n{days} days {TURNS}off.\n"
        )
    };
    let site = Site::in_two_languages().yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\n",
    );
    let versions = [("2024-04-01", "20", "20"), ("2025-04-01", "21", "22")];
    versions.into_iter().fold(site, |site, (version, en, cy)| {
        let at = |file: &str| format!("policy/leave/{version}/{file}");
        site.text(&at("en.md"), text("Leave", en))
            .text(&at("cy.md"), text("Absenoldeb", cy))
            .text(&at(&format!("form{TURNS}.txt")), version)
    })
}

/// Runs a command as on a terminal with colours, which what is no terminal does not take out.
fn run(site: &Site, arguments: &[&str]) -> Run {
    let mut command = canllaw();
    command.args(arguments).env("CLICOLOR_FORCE", "1");
    if arguments[0] != "explain" {
        command.args(["--on", DAY, "--site"]);
        command.arg(site.folder());
    }
    Run::of(&mut command)
}

#[test]
fn nothing_that_is_said_steers_the_terminal() {
    let site = steering();
    for arguments in [
        &["status"][..],
        &["check"],
        &["diff", "policy/leave"],
        &["diff", "policy/leave", "2024-04-01\x07"],
        &["seal", "policy/leave/\x1b]0;taken\x07"],
        &["import", "no\x1b]0;taken\x07.xlf", "--as", "policy/leave"],
        &["explain", "no\x1b]0;taken\x07"],
    ] {
        let run = run(&site, arguments);
        let said = format!("{}{}", run.stdout, run.stderr);
        let is_steered = ["\x1b]", "\x1b[2J", "\x07", TURNS].map(|sign| said.contains(sign));
        assert_eq!(is_steered, [false; 4], "{arguments:?}: {said:?}");
        assert!(said.contains(['␇', '\u{fffd}']), "{arguments:?}: {said:?}");
    }
}

#[test]
fn a_comparison_in_a_file_has_no_sign_that_a_terminal_obeys() {
    let site = steering();
    let file = site.folder().join("../o.txt");
    let output = file.to_str().unwrap();
    run(&site, &["diff", "policy/leave", "--output", output]).must_succeed();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("[-20-]{+21+} days \u{fffd}off."), "{text:?}");
    assert!(!text.contains(TURNS), "{text:?}");
}

//! How documents stand: `canllaw status`.

use crate::site::{DAY, Run, Site, canllaw};

fn site_of_leave() -> Site {
    Site::in_two_languages()
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\nreview_every: 12 months\nwaiver: {language: cy, until: 2026-12-31}\n",
        )
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\n20 days.\n")
        .text("policy/leave/2020-01-01/cy.md", "# Absenoldeb\n\n20 diwrnod.\n")
        .text("policy/leave/2026-01-01/en.md", "# Leave\n\n25 days.\n")
        .text("policy/leave/2026-01-01/cy.md", "# Absenoldeb\n\n28 diwrnod.\n")
        .text("policy/leave/2027-01-01/en.md", "# Leave\n\n26 days.\n")
        .yaml("policy/leave/2027-01-01/version.yaml", "published_on: 2026-11-01\n")
        .text("policy/leave/draft/en.md", "# Leave\n\n27 days.\n")
        .yaml("policy/old/document.yaml", "slug: {en: old, cy: hen}\nwithdrawn: {on: 2025-01-01}\n")
        .text("policy/old/2020-01-01/en.md", "# Old\n\nGone.\n")
}

fn status(site: &Site, more: &[&str]) -> String {
    let mut command = canllaw();
    command
        .args(["status", "--on", DAY, "--site"])
        .arg(site.folder())
        .args(more);
    let run = Run::of(&mut command);
    run.must_succeed();
    run.stdout
}

#[test]
fn documents_are_shown_with_their_languages() {
    let shown = status(&site_of_leave(), &[]);
    let expected = "\
policy/leave  Leave
  in force    2026-01-01  en  cy  differences: 1
  coming      2027-01-01  en  cy: missing, with leave until 2026-12-31
  draft       draft  en  cy: missing, with leave until 2026-12-31
  review      by 2027-01-01
policy/old  Old
  withdrawn   2025-01-01
";
    assert_eq!(shown, expected);
}

#[test]
fn reviews_that_are_due_are_picked_out() {
    let site = site_of_leave();
    assert!(status(&site, &["--due", "30"]).is_empty());
    assert!(status(&site, &["--due", "60"]).starts_with("policy/leave"));
    let late = Run::of(
        canllaw()
            .args(["status", "--on", "2027-01-02", "--due", "0", "--site"])
            .arg(site.folder()),
    );
    assert!(
        !late.stdout.contains("(overdue)"),
        "another version holds by then"
    );
}

#[test]
fn programs_and_spreadsheets_read_it_too() {
    let site = site_of_leave();
    let json: serde_json::Value =
        serde_json::from_str(&status(&site, &["--format", "json"])).unwrap();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["documents"][0]["in_force"]["differences"], 1);
    assert_eq!(
        json["documents"][0]["drafts"][0]["languages"][1]["text"],
        "missing"
    );
    let lines = status(&site, &["--format", "csv"]);
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(
        lines[2],
        "policy/leave,Leave,2027-01-01,coming,2027-01-01,en,cy,0,no,,,2026-11-01"
    );
    assert_eq!(lines[4], "policy/old,Old,,withdrawn,,,,,,2025-01-01,,");
}

#[test]
fn what_a_file_at_fault_states_is_said_to_be_missing() {
    let site = site_of_leave().yaml("policy/old/document.yaml", "withdrawn: 2025-01-01\n");
    let run = Run::of(
        canllaw()
            .args(["status", "--on", DAY, "--site"])
            .arg(site.folder()),
    );
    run.must_exit_with(1);
    assert!(
        run.stdout.contains("in force    2020-01-01"),
        "{}",
        run.stdout
    );
    for told in [
        "content/policy/old/document.yaml:1:12",
        "leaves out what these files state",
    ] {
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
}

#[test]
fn days_that_no_review_is_planned_for_are_refused() {
    let mut command = canllaw();
    let command = command.args(["status", "--due", "4000000000"]);
    Run::of(command).must_exit_with(2);
}

#[test]
fn a_version_that_may_hold_already_is_told_as_that() {
    let site = Site::in_english()
        .text("policy/leave/2024-01-01/en.md", "# Leave\n\nWords.\n")
        .text("policy/leave/2026/en.md", "# Leave\n\nOther words.\n")
        .yaml(
            "policy/leave/2026/version.yaml",
            "effective_from: {after: 2026-01-01, by: 2026-12-31}\npublished_on: 2025-12-01\n",
        );
    let run = Run::of(
        canllaw()
            .args(["status", "--on", DAY, "--site"])
            .arg(site.folder()),
    );
    run.must_succeed();
    for told in [
        "  in force    2024-01-01  en  may have been replaced already\n",
        "  coming      2026  en  may be in force already\n",
    ] {
        assert!(run.stdout.contains(told), "{}", run.stdout);
    }
}

#[test]
fn a_version_that_is_published_later_is_no_draft() {
    let site = Site::in_english()
        .text("policy/leave/2024-01-01/en.md", "# Leave\n\nWords.\n")
        .text("policy/leave/2027-04-01/en.md", "# Leave\n\nOther words.\n")
        .yaml(
            "policy/leave/2027-04-01/version.yaml",
            "published_on: 2027-03-01\n",
        );
    let shown = status(&site, &[]);
    let told = "  unpublished 2027-04-01  en  published on 2027-03-01\n";
    assert!(shown.contains(told), "{shown}");
    assert!(!shown.contains("draft"), "{shown}");
    let lines = status(&site, &["--format", "csv"]);
    let line = "policy/leave,Leave,2027-04-01,unpublished,2027-04-01,en,,0,no,,,2027-03-01";
    assert!(lines.lines().any(|it| it == line), "{lines}");
}

#[test]
fn a_withdrawal_to_come_is_told_with_its_day() {
    let site = Site::in_english()
        .text("policy/leave/2024-01-01/en.md", "# Leave\n\nWords.\n")
        .yaml(
            "policy/leave/document.yaml",
            "withdrawn: [{on: 2027-02-01, reason: Old.}]\n",
        );
    let shown = status(&site, &[]);
    let expected = "\
policy/leave  Leave
  in force    2024-01-01  en
  withdrawn   from 2027-02-01
";
    assert_eq!(shown, expected);
    let json = status(&site, &["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["documents"][0]["withdrawn_on"], "2027-02-01");
    assert_eq!(json["documents"][0]["in_force"]["id"], "2024-01-01");
    let csv = status(&site, &["--format", "csv"]);
    let line = "policy/leave,Leave,2024-01-01,in force,2024-01-01,en,,0,no,2027-02-01,,2024-01-01";
    assert_eq!(csv.lines().nth(1), Some(line));
}

//! Days that contradict each other, and faults that would otherwise bring a second finding.

use crate::site::Site;
use crate::site::refusal::{at, good, refused};

/// The site with nothing wrong, but for what its document says, and the codes that are found then.
fn found_of_leave(states: &str, versions: &[(&str, &str)]) -> Vec<(String, u64, String)> {
    let site = good().yaml(
        "policy/leave/document.yaml",
        &format!("slug: {{en: leave, cy: absenoldeb}}\n{states}"),
    );
    let site = versions.iter().fold(site, |site, (id, states)| {
        site.text(&format!("policy/leave/{id}/en.md"), "# Leave\n\nDays.\n")
            .text(
                &format!("policy/leave/{id}/cy.md"),
                "# Absenoldeb\n\nDyddiau.\n",
            )
            .yaml(&format!("policy/leave/{id}/version.yaml"), states)
    });
    let checked = site.check();
    let errors = checked.findings().iter();
    let errors = errors.filter(|found| found.severity == "error");
    errors
        .map(|found| (found.code.clone(), found.line, found.message.clone()))
        .collect()
}

/// One finding of dates that contradict each other, at a line, that says this.
fn contradicts(states: &str, versions: &[(&str, &str)], line: u64, says: &str) {
    let found = found_of_leave(states, versions);
    assert_eq!(found.len(), 1, "{states} {versions:?}: {found:?}");
    let (code, at, message) = &found[0];
    assert_eq!((code.as_str(), *at), ("contradictory-dates", line));
    assert!(message.contains(says), "{message}");
}

#[test]
fn another_month_or_year_than_the_folders() {
    for (folder, yaml, told) in [
        (
            "2025-06",
            "effective_from: 2024-06-15\n",
            "says 2024-06-15, but",
        ),
        (
            "2025",
            "effective_from: {after: 2026-01-01, by: 2026-03-01}\n",
            "between 2026-01-01 and 2026-03-01",
        ),
        (
            "2025.1",
            "effective_from: {by: 2024-12-31}\npublished_on: 2026-01-01\n",
            "by 2024-12-31",
        ),
    ] {
        let site = good()
            .yaml(&format!("policy/leave/{folder}/version.yaml"), yaml)
            .text(
                &format!("policy/leave/{folder}/en.md"),
                "# Leave\n\n22 days.\n",
            );
        let checked = site.check();
        let found = checked.of_code("invalid-date");
        assert_eq!(found.len(), 1, "{found:?}");
        let found = &found[0];
        assert_eq!((found.line, found.column), (1, 17));
        assert_eq!(found.severity, "warning");
        assert!(found.message.contains(told), "{found:?}");
        assert!(
            found
                .message
                .ends_with(&format!("name says {}", folder.trim_end_matches(".1"))),
            "{found:?}"
        );
    }
    // What can be right is left as it is: a range that meets the month, and an edition that came out in its year.
    for (folder, yaml) in [
        (
            "2025-06",
            "effective_from: {after: 2020-01-01, by: 2030-06-30}\n",
        ),
        ("2025-06", "effective_from: 2025-06-30\n"),
        (
            "2025",
            "effective_from: 2026-01-01\npublished_on: 2025-12-01\n",
        ),
    ] {
        let site = good()
            .yaml(&format!("policy/leave/{folder}/version.yaml"), yaml)
            .text(
                &format!("policy/leave/{folder}/en.md"),
                "# Leave\n\n22 days.\n",
            );
        assert!(
            site.check().of_code("invalid-date").is_empty(),
            "{folder} {yaml}"
        );
    }
}

#[test]
fn a_withdrawal_and_a_reinstatement_on_one_day() {
    refused(
        |site| {
            site.yaml(
                "policy/leave/document.yaml",
                "slug: {en: leave, cy: absenoldeb}\nwithdrawn: {on: 2025-01-01}\nreinstated: {on: 2025-01-01}\n",
            )
        },
        &at(
            "contradictory-dates",
            "content/policy/leave/document.yaml",
            3,
            13,
        ),
    );
}

#[test]
fn withdrawals_and_reinstatements_that_do_not_take_turns() {
    contradicts(
        "reinstated: {on: 2025-01-01}\n",
        &[],
        2,
        "nothing says that it was withdrawn before that",
    );
    contradicts(
        "reinstated: {on: 2025-01-01}\nwithdrawn: {on: 2025-06-01}\n",
        &[],
        2,
        "nothing says that it was withdrawn before that",
    );
    contradicts(
        "withdrawn: {on: 2025-01-01}\nreinstated:\n- {on: 2025-06-01}\n- {on: 2025-08-01}\n",
        &[],
        5,
        "was reinstated before that already",
    );
    contradicts(
        "withdrawn:\n- {on: 2025-01-01}\n- {on: 2025-03-01}\nreinstated: {on: 2025-06-01}\n",
        &[],
        4,
        "was withdrawn before that already",
    );
    let in_turn =
        "withdrawn:\n- {on: 2025-06-01}\n- {on: 2021-03-01}\nreinstated:\n- {on: 2022-06-01}\n";
    assert_eq!(found_of_leave(in_turn, &[]), []);
}

#[test]
fn a_withdrawal_before_the_first_version() {
    contradicts(
        "withdrawn: {on: 2019-12-31}\n",
        &[],
        2,
        "cannot have held or been read before 2020-01-01",
    );
    let by = ("2018-01-01", "effective_from: {by: 2018-01-01}\n");
    let read_before = ("2018-01-01", "published_on: 2017-06-01\n");
    let read_later = ("2016-01-01", "published_on: 2022-06-01\n");
    for first in [by, read_before, read_later] {
        let found = found_of_leave("withdrawn: {on: 2017-12-31}\n", &[first]);
        assert_eq!(found, [], "{first:?} may have been withdrawn then");
    }
}

#[test]
fn a_correction_before_what_it_corrects() {
    contradicts(
        "",
        &[("2024-04-01.1", "published_on: 2024-03-01\n")],
        1,
        "`2024-04-01`, which it corrects, was not published before 2024-04-01",
    );
    contradicts(
        "",
        &[
            ("2024-04-01.1", "published_on: 2024-06-01\n"),
            ("2024-04-01.2", "published_on: 2024-05-01\n"),
        ],
        1,
        "`2024-04-01.1`, which it corrects, was not published before 2024-06-01",
    );
    let announced = [
        ("2025-04-01", "published_on: 2025-01-01\n"),
        ("2025-04-01.1", "published_on: 2025-02-01\n"),
    ];
    let not_known = [
        ("2018-01-01", "effective_from: {by: 2018-01-01}\n"),
        (
            "2018-01-01.1",
            "effective_from: {by: 2018-01-01}\npublished_on: 2017-06-01\n",
        ),
    ];
    for versions in [announced, not_known] {
        assert_eq!(found_of_leave("", &versions), [], "{versions:?}");
    }
}

/// The only finding of a site that has one fault, beside what its languages say differently for it.
fn only_finding(site: &Site) -> (String, String) {
    let checked = site.check();
    let found = checked.findings().iter();
    let found: Vec<_> = found.filter(|found| found.code != "parity").collect();
    assert_eq!(found.len(), 1, "{found:?}");
    (found[0].code.clone(), found[0].path.clone())
}

#[test]
fn one_fault_is_one_finding() {
    let utf_16 = "\u{feff}# Leave\n".encode_utf16();
    let utf_16: Vec<u8> = utf_16.flat_map(u16::to_le_bytes).collect();
    let text = "content/policy/leave/2024-04-01/en.md";
    let site = good().file(text, &utf_16);
    assert_eq!(
        only_finding(&site),
        ("invalid-utf8".to_owned(), text.to_owned())
    );

    let page = "content/about/en.md";
    let site = good()
        .file(page, &utf_16)
        .text("about/cy.md", "# Amdanom\n");
    let codes: Vec<String> = site
        .check()
        .findings()
        .iter()
        .map(|found| found.code.clone())
        .collect();
    assert!(codes.contains(&"invalid-utf8".to_owned()), "{codes:?}");
    assert!(!codes.contains(&"missing-text".to_owned()), "{codes:?}");

    let states = "content/policy/leave/v3/version.yaml";
    for (yaml, code) in [
        (
            "effective_from: {after: 2025-06-01, by: 2025-01-01}\n",
            "invalid-date",
        ),
        ("effective_from: 2025-02-30\n", "invalid-date"),
        ("effective_form: 2025-02-20\n", "unknown-key"),
    ] {
        let site = good()
            .text("policy/leave/v3/en.md", "# Leave\n\nDays.\n")
            .text("policy/leave/v3/cy.md", "# Absenoldeb\n\nDyddiau.\n")
            .yaml("policy/leave/v3/version.yaml", yaml);
        assert_eq!(only_finding(&site), (code.to_owned(), states.to_owned()));
    }

    let site = good().text(
        "policy/leave/2024-04-01/en.md",
        "---\ntitle: \"\"\n---\n\nTwenty-one days.\n",
    );
    assert_eq!(
        only_finding(&site),
        ("invalid-value".to_owned(), text.to_owned())
    );
}

#[test]
fn the_texts_of_a_version_without_a_day_are_looked_through_in_the_same_run() {
    for (folder, yaml, dated) in [
        ("2021-01-01.1", "reference: A\n", "missing-date"),
        ("v3", "reference: A\n", "missing-date"),
        ("2021-02-30", "reference: A\n", "invalid-date"),
        (
            "2021",
            "effective_from: {after: 2021-03-01}\n",
            "missing-key",
        ),
    ] {
        let site = good()
            .yaml(&format!("policy/leave/{folder}/version.yaml"), yaml)
            .text(
                &format!("policy/leave/{folder}/en.md"),
                "See the [form](form.pdf).\n",
            );
        let checked = site.check();
        let found = checked.findings().iter();
        let mut codes: Vec<&str> = found.map(|found| found.code.as_str()).collect();
        codes.sort_unstable();
        assert_eq!(
            codes,
            ["broken-link", dated, "missing-text", "missing-title"],
            "{folder} {:#?}",
            checked.findings()
        );
    }
}

#[test]
fn a_text_that_was_removed_before_it_was_there() {
    contradicts(
        "",
        &[(
            "2020-01-01",
            "removed: {on: 2019-01-01, reason: {en: Gone., cy: Wedi mynd.}}\n",
        )],
        1,
        "removed on 2019-01-01, but the version cannot have held or been read before 2020-01-01",
    );
    let published = "published_on: 2018-12-01\nremoved: {on: 2019-01-01, reason: {en: Gone., cy: Wedi mynd.}}\n";
    assert_eq!(found_of_leave("", &[("2020-01-01", published)]), []);
}

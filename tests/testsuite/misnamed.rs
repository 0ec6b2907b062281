//! Files and folders whose names are nearly those of a text and of a version: what they are meant as is named.

use crate::site::refusal::{at, refused};

#[test]
fn a_version_whose_folder_is_named_as_no_day_may_be_meant_as_one() {
    let found = refused(
        |site| {
            site.text(
                "policy/leave/2025-4-1/en.md",
                "# Leave\n\nTwenty-two days.\n",
            )
            .yaml("policy/leave/2025-4-1/version.yaml", "reference: A 1\n")
        },
        &at("missing-date", "content/policy/leave/2025-4-1", 1, 1),
    );
    assert!(found.help.contains("`2025-04-01`"), "{}", found.help);
}

#[test]
fn a_version_whose_files_are_no_texts_by_their_names() {
    for (files, help) in [
        (
            &["EN.md", "cymraeg.md"] as &[&str],
            "Rename EN.md to en.md and cymraeg.md to cy.md.",
        ),
        (
            &["pay.md"],
            "Rename pay.md after the language that it is in: en.md or cy.md.",
        ),
    ] {
        let found = refused(
            |site| {
                files.iter().fold(site, |site, name| {
                    site.file(&format!("content/policy/pay/2020-01-01/{name}"), "# Pay\n")
                })
            },
            &at("empty-version", "content/policy/pay/2020-01-01", 1, 1),
        );
        assert_eq!(found.help, help);
    }
}

//! The same input and the same `--on` give the same bytes, wherever and however often.

use std::collections::BTreeMap;

use crate::site::{DAY, Output, Run, Site, canllaw, project};

#[test]
fn two_builds_are_the_same() {
    let first = Site::example();
    let second = Site::example();
    let first = first.build().output().snapshot();
    assert!(first.len() > 50, "only {} files", first.len());
    assert_eq!(first, second.build().output().snapshot());
}

#[test]
fn a_build_over_an_earlier_one_is_the_same() {
    let site = Site::copy_of_example();
    let fresh = site.build().output().snapshot();
    let site = site
        .text("policy/gone/2020-01-01/en.md", "# Gone\n\nText.\n")
        .text("policy/gone/2020-01-01/cy.md", "# Wedi mynd\n\nTestun.\n")
        .yaml(
            "policy/gone/document.yaml",
            "slug: {en: gone, cy: wedi-mynd}\n",
        );
    assert_ne!(site.build().output().snapshot(), fresh);
    let site = site.without("content/policy/gone");
    assert_eq!(site.build().output().snapshot(), fresh);
}

#[test]
fn neither_folder_is_in_the_output() {
    let site = Site::copy_of_example();
    let copied = site.build().output().snapshot();
    let home = tempfile::tempdir().unwrap();
    let output = home.path().join("elsewhere");
    let run = Run::of(
        canllaw()
            .current_dir(project())
            .args(["build", "--on", DAY, "--output"])
            .arg(&output),
    );
    run.must_succeed();
    assert_eq!(Output::at(output).snapshot(), copied);
}

#[test]
fn the_clock_of_the_machine_is_not_in_the_output() {
    let zones = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"];
    let built = zones.map(|zone| {
        let site = Site::example();
        Run::of(
            site.build_command()
                .env("TZ", zone)
                .env("LANG", "cy_GB.UTF-8"),
        )
        .must_succeed();
        Output::at(site.output_folder()).snapshot()
    });
    assert_eq!(built[0], built[1]);
    assert_eq!(built[0], built[2]);
}

#[test]
fn files_that_did_not_change_keep_their_times() {
    let site = Site::copy_of_example();
    let built = site.build();
    let times = |output: &Output| {
        let time = |path: String| {
            let file = std::fs::metadata(output.folder().join(&path)).unwrap();
            (path, file.modified().unwrap())
        };
        output
            .files()
            .into_iter()
            .map(time)
            .collect::<BTreeMap<_, _>>()
    };
    let before = times(built.output());
    let site = site.replaced(
        "content/contact/en.md",
        "nobody reads",
        "nobody at all reads",
    );
    let after = times(site.build().output());
    assert_eq!(
        before["cy/contact/index.html"],
        after["cy/contact/index.html"]
    );
    assert_ne!(
        before["en/contact/index.html"],
        after["en/contact/index.html"]
    );
}

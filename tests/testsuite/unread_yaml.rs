//! A file of YAML that is not read, since its name or its folder is another, is spoken of: what it states would be
//! passed over, and the file published.

use crate::site::Site;
use crate::site::refusal::{at, good, refused};

const VERSION: &str = "policy/leave/2024-04-01";

#[test]
fn a_name_that_is_not_quite_right_is_to_be_mended() {
    for (path, name) in [
        ("policy/leave/2024-04-01/version.yml", "version.yaml"),
        ("policy/leave/2024-04-01/Version.yaml", "version.yaml"),
        ("policy/pay/document.yml", "document.yaml"),
        ("policy/sections.yaml", "section.yaml"),
    ] {
        let file = format!("content/{path}");
        let found = refused(
            |site| {
                let site = site
                    .without("content/policy/section.yaml")
                    .text("policy/pay/2020-01-01/en.md", "# Pay\n\nMonthly.\n")
                    .text("policy/pay/2020-01-01/cy.md", "# Cyflog\n\nMisol.\n");
                site.yaml(path, "order: 3\n")
            },
            &at("unread-yaml", &file, 1, 1),
        );
        assert_eq!(found.help, format!("Rename it to {name}."));
        assert!(found.message.contains(&format!("`{name}`")), "{found:?}");
    }
    // Where the right one is there too, renaming would lose that.
    let file = format!("content/{VERSION}/version.yml");
    let found = refused(
        |site| {
            site.yaml(&format!("{VERSION}/version.yaml"), "reference: A 1\n")
                .yaml(&format!("{VERSION}/version.yml"), "reference: A 2\n")
        },
        &at("unread-yaml", &file, 1, 1),
    );
    assert!(
        found.help.contains("put what this file states into that"),
        "{found:?}"
    );
}

#[test]
fn a_file_in_a_folder_of_another_kind_is_to_be_moved() {
    for (path, belongs, is) in [
        (
            "policy/leave/2024-04-01/document.yaml",
            "the folder of a document",
            "a version's",
        ),
        (
            "policy/leave/2024-04-01/section.yaml",
            "the folder of a section",
            "a version's",
        ),
        (
            "policy/leave/version.yaml",
            "the folder of a version",
            "a document's",
        ),
        (
            "policy/leave/section.yaml",
            "the folder of a section",
            "a document's",
        ),
        (
            "policy/version.yaml",
            "the folder of a version",
            "a section's",
        ),
        ("about/section.yaml", "the folder of a section", "a page's"),
        (
            "policy/forms/section.yaml",
            "the folder of a section",
            "one of files",
        ),
        ("site.yaml", "beside `content`", "a section's"),
    ] {
        let file = format!("content/{path}");
        let found = refused(
            |site| {
                site.text("about/en.md", "# About\n\nWho we are.\n")
                    .text("about/cy.md", "# Amdanom\n\nPwy ydym.\n")
                    .text("policy/forms/request.pdf", "form")
                    .yaml(path, "order: 1\n")
            },
            &at("unread-yaml", &file, 1, 1),
        );
        for told in [belongs, is] {
            assert!(found.message.contains(told), "{told}: {found:?}");
        }
        assert!(
            found.help.starts_with("Move it to where it belongs"),
            "{found:?}"
        );
    }
}

#[test]
fn yaml_of_other_names_and_what_lies_below_a_version_are_files_for_readers() {
    let site = good()
        .yaml(&format!("{VERSION}/openapi.yaml"), "openapi: 3.1.0\n")
        .yaml(&format!("{VERSION}/annex/section.yaml"), "a: part\n");
    assert_eq!(site.check().of_code("unread-yaml").len(), 0);
    let built = site.build();
    for name in ["openapi.yaml", "annex/section.yaml"] {
        assert!(
            built.output().has(&format!("files/{VERSION}/{name}")),
            "{name}"
        );
    }
}

#[test]
fn a_site_whose_own_file_ends_otherwise_is_told_its_name() {
    let site = Site::empty().file("site.yml", "title: Rules\nlanguages: [en]\n");
    let checked = site.check();
    assert_eq!(
        checked.of_code("unreadable")[0].help,
        "Rename site.yml to site.yaml."
    );
}

#[test]
fn a_folder_in_the_place_of_a_file_states_nothing() {
    let path = "content/policy/leave/document.yaml";
    let site = good()
        .without(path)
        .file(&format!("{path}/notes.txt"), "Ours.\n");
    let checked = site.check();
    let found = checked.of_code("unread-yaml");
    let told: Vec<&str> = found.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(told, [path]);
}

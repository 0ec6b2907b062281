//! The files beside the texts of two versions: what a comparison says of them.

use std::process::Output;

use crate::site::{Built, DAY, Page, Site, canllaw};

const TEXT: &str =
    "# Leave\n\nAsk your manager, as in this picture.\n\n![The way to ask](way.svg)\n";
const OLD: &str = "content/policy/leave/2023-04-01";
const NEW: &str = "content/policy/leave/2024-04-01";

fn picture(shape: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><{shape}/></svg>")
}

/// Two versions with one text, whose picture differs and whose forms came and went.
fn the_same_text() -> Site {
    let mut site = Site::in_two_languages();
    for version in [OLD, NEW] {
        for language in ["en", "cy"] {
            site = site.file(&format!("{version}/{language}.md"), TEXT);
        }
        site = site.file(&format!("{version}/rules.txt"), "as ever");
    }
    site.file(&format!("{OLD}/way.svg"), picture("path"))
        .file(&format!("{NEW}/way.svg"), picture("circle"))
        .file(&format!("{OLD}/form.en.txt"), "Form")
        .file(&format!("{OLD}/form.cy.txt"), "Ffurflen")
        .file(&format!("{NEW}/help.cy.txt"), "Cymorth")
}

fn comparison(built: &Built, address: &str) -> Page {
    built.output().page(address)
}

fn listed(page: &Page) -> Vec<String> {
    let items = page.select(".comparison-files li").into_iter();
    items
        .map(|item| {
            let words = item.text().collect::<String>();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn a_page_lists_the_files_that_differ_and_leads_to_both() {
    let built = the_same_text().build();
    let page = comparison(&built, "en/policy/leave/changes/2023-04-01/2024-04-01/");
    assert!(page.contains("The text is the same in both versions."));
    assert_eq!(
        listed(&page),
        [
            "Removed: form.en.txt 4 bytes",
            "Changed: way.svg (Before: way.svg 53 bytes → After: way.svg 55 bytes)"
        ]
    );
    for file in [
        "2023-04-01/form.en.txt",
        "2023-04-01/way.svg",
        "2024-04-01/way.svg",
    ] {
        let address = format!("files/policy/leave/{file}");
        assert!(
            page.leads_to(&address) && built.output().has(&address),
            "{file}"
        );
    }
    assert!(!page.contains("rules.txt") && !page.contains("form.cy.txt"));

    let welsh = built.output().pages().into_iter().find(|address| {
        address.starts_with("cy/") && address.ends_with("/newidiadau/2023-04-01/2024-04-01/")
    });
    let welsh = comparison(&built, &welsh.unwrap());
    let names: Vec<String> = listed(&welsh);
    assert!(
        names[0].starts_with("Dilëwyd: form.cy.txt")
            && names[1].starts_with("Ychwanegwyd: help.cy.txt"),
        "{names:?}"
    );
}

#[test]
fn they_are_listed_beside_changes_of_the_text_and_not_where_they_stayed() {
    let changed =
        the_same_text().file(&format!("{NEW}/en.md"), TEXT.replace("manager", "director"));
    let page = comparison(
        &changed.build(),
        "en/policy/leave/changes/2023-04-01/2024-04-01/",
    );
    assert_eq!(
        (listed(&page).len(), page.select("[data-change]").len()),
        (2, 1)
    );

    let alike = the_same_text()
        .file(&format!("{NEW}/way.svg"), picture("path"))
        .file(&format!("{NEW}/form.en.txt"), "Form");
    let page = comparison(
        &alike.build(),
        "en/policy/leave/changes/2023-04-01/2024-04-01/",
    );
    assert_eq!(page.select(".comparison-files").len(), 0);
}

fn diff(site: &Site, arguments: &[&str]) -> Output {
    canllaw()
        .args(["diff", "policy/leave", "--exit-code", "--on", DAY, "--site"])
        .arg(site.folder())
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn the_command_names_them_and_counts_them_as_changes() {
    let site = the_same_text();
    let output = diff(&site, &[]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(
        text,
        format!(
            "\nFiles added, removed or changed\n  Removed  {OLD}/form.en.txt\n  Changed  {OLD}/way.svg → {NEW}/way.svg\n"
        )
    );
}

#[test]
fn programs_get_their_names_and_paths() {
    let site = the_same_text();
    let output = diff(&site, &["--format", "json", "--language", "cy"]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["changes"], serde_json::json!([]));
    let (old, new) = (format!("{OLD}/way.svg"), format!("{NEW}/way.svg"));
    assert_eq!(
        value["files"],
        serde_json::json!([
            { "name": "form.cy.txt", "kind": "removed", "old": format!("{OLD}/form.cy.txt"), "new": null },
            { "name": "help.cy.txt", "kind": "added", "old": null, "new": format!("{NEW}/help.cy.txt") },
            { "name": "way.svg", "kind": "changed", "old": old, "new": new },
        ])
    );
    let circulated = diff(&site, &["--format", "html"]);
    let page = Page::parse("", std::str::from_utf8(&circulated.stdout).unwrap());
    assert_eq!(listed(&page).len(), 2);
}

/// What a list says of how many files differ.
const TWO_FILES: &str = "Files added, removed or changed: 2";

#[test]
fn wherever_changes_are_counted_files_are_too() {
    let built = the_same_text().build();
    for address in ["en/policy/leave/changes/", "en/changes/", "en/"] {
        let page = built.output().page(address);
        assert!(
            page.contains("Changes: 0") && page.contains(TWO_FILES),
            "{address}"
        );
    }
    let alike = the_same_text()
        .file(&format!("{NEW}/way.svg"), picture("path"))
        .file(&format!("{NEW}/form.en.txt"), "Form");
    let history = alike.build().output().page("en/policy/leave/changes/");
    assert!(!history.contains("Files added"));
}

#[test]
fn the_page_of_all_languages_lists_the_files_of_each() {
    let built = the_same_text().build();
    let addresses = built.output().pages().into_iter();
    let of_all: Vec<Page> = addresses
        .filter(|address| address.starts_with("en/") && address.contains("2023-04-01/2024-04-01/"))
        .map(|address| built.output().page(&address))
        .filter(|page| page.select(".side-by-side").len() == 1)
        .collect();
    let names: Vec<String> = listed(&of_all[0]);
    let named = |name: &str| names.iter().filter(|item| item.contains(name)).count();
    assert_eq!(names.len(), 4, "{names:?}");
    for name in ["form.cy.txt", "form.en.txt", "help.cy.txt", "way.svg"] {
        assert_eq!(named(name), 1, "{name} in {names:?}");
    }
}

#[test]
fn the_panel_of_a_draft_lists_them() {
    let draft = "content/policy/leave/draft";
    let mut site = the_same_text().argument("--drafts");
    for language in ["en", "cy"] {
        site = site.file(&format!("{draft}/{language}.md"), TEXT);
    }
    let site = site.file(&format!("{draft}/way.svg"), picture("rect"));
    let page = site.build().output().page("en/policy/leave/draft/");
    assert!(page.contains("The text is the same as in the version in force."));
    let listed = listed(&page);
    assert!(listed[0].starts_with("Removed: rules.txt"), "{listed:?}");
    assert!(listed[1].starts_with("Changed: way.svg"), "{listed:?}");
}

//! A text in a document's folder and in none of its versions is spoken of, and never published as a file.

use crate::site::refusal::{at, good, refused};
use crate::site::{Checked, Finding, Site};

fn misplaced(checked: &Checked) -> Vec<&Finding> {
    checked.of_code("misplaced-text")
}

#[test]
fn a_folder_that_is_nearly_named_as_a_version_is_no_attachment() {
    for (folder, meant) in [
        ("Draft", "draft"),
        ("DRAFT-april", "draft-april"),
        ("draft2", "draft-2"),
        ("2023-4-1", "2023-04-01"),
        ("2023_04_01", "2023-04-01"),
        ("2023.04.01", "2023-04-01"),
        ("2023-04-01-new", "2023-04-01"),
        ("2023-01-01 ", "2023-01-01"),
        ("v3-final", "v3"),
    ] {
        let text = format!("content/policy/leave/{folder}/en.md");
        let found = refused(
            |site| {
                site.file(&text, "# Leave\n\nNot for readers yet.\n")
                    .text(&format!("policy/leave/{folder}/form.pdf"), "form")
            },
            &at("misplaced-text", &text, 1, 1),
        );
        let advice = format!("Rename the folder to `{meant}`.");
        assert!(found.help.starts_with(&advice), "{found:?}");
        assert!(found.message.contains(&format!("`{folder}`")), "{found:?}");
    }
}

#[test]
fn a_name_that_is_taken_or_may_mean_anything_is_not_proposed() {
    for folder in ["2024-04-01-new", "01-02-2023", "english"] {
        let text = format!("content/policy/leave/{folder}/cy.md");
        let found = refused(
            |site| site.file(&text, "# Absenoldeb\n\nDeg.\n"),
            &at("misplaced-text", &text, 1, 1),
        );
        assert!(found.help.starts_with("Rename the folder. "), "{found:?}");
        assert!(found.help.contains("2024-04-01, with .1"), "{found:?}");
    }
}

#[test]
fn a_folder_with_several_texts_is_one_finding() {
    let site = good()
        .text("policy/leave/Draft/en.md", "# Leave\n\nTen.\n")
        .text("policy/leave/Draft/cy.md", "# Absenoldeb\n\nDeg.\n");
    let checked = site.check();
    let found = misplaced(&checked);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].path, "content/policy/leave/Draft/en.md");
    let alone = Site::in_english()
        .yaml("policy/pay/document.yaml", "order: 2\n")
        .text("policy/pay/Draft/en.md", "# Pay\n\nMonthly.\n");
    let told = alone.check();
    let codes: Vec<&str> = told.findings().iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["misplaced-text"], "{:#?}", told.findings());
}

#[test]
fn a_first_document_whose_folders_are_all_misnamed_is_no_set_of_pages() {
    for (folder, advice) in [
        ("Draft", "Rename the folder to `draft`."),
        ("1-4-2026", "Rename the folder. "),
        ("2026-4-1", "Rename the folder to `2026-04-01`."),
        ("20250901", "Rename the folder to `2025-09-01`."),
        ("1 April 2025", "Rename the folder to `2025-04-01`."),
        ("Ebrill 2026", "Rename the folder. "),
        ("drafts/april", "Move the text into a version's folder. "),
    ] {
        let text = format!("content/policy/pay/{folder}/en.md");
        let pay = |site: Site| site.file(&text, "# Pay\n\nNot for readers yet.\n");
        let found = refused(pay, &at("misplaced-text", &text, 1, 1));
        assert!(found.help.starts_with(advice), "{found:?}");
        assert!(found.help.contains("meant as a page"), "{found:?}");
    }
}

#[test]
fn a_draft_beside_documents_is_no_page() {
    let text = "content/policy/Draft 2/en.md";
    let draft = |site: Site| site.file(text, "# Pay\n\nNot for readers yet.\n");
    let found = refused(draft, &at("misplaced-text", text, 1, 1));
    assert!(
        found.help.contains("`content/policy/leave/draft-2`"),
        "{found:?}"
    );
}

#[test]
fn a_text_further_down_is_to_be_moved_up() {
    let text = "content/policy/leave/older/DRAFT/en.md";
    let found = refused(
        |site| {
            site.file(text, "# Leave\n\nTen.\n")
                .text("policy/leave/older/list.csv", "a,b\n")
        },
        &at("misplaced-text", text, 1, 1),
    );
    let advice = "Move the folder to `content/policy/leave/draft`.";
    assert!(found.help.starts_with(advice), "{found:?}");
}

#[test]
fn a_version_beside_documents_does_not_make_files_of_them() {
    let site = good().text("policy/2021-01-01/en.md", "# Leave\n\nTen.\n");
    let checked = site.check();
    let found = misplaced(&checked);
    let [one] = found[..] else {
        panic!("{:#?}", checked.findings());
    };
    assert_eq!(
        (&*one.severity, &*one.path),
        ("error", "content/policy/leave")
    );
    let errors = checked.findings().iter();
    let errors = errors.filter(|found| found.severity == "error");
    assert_eq!(errors.count(), 1, "{:#?}", checked.findings());
    let report = site.try_build().run().stderr.clone();
    assert!(report.contains("--> content/policy/2021-01-01"), "{report}");
}

#[test]
fn a_folder_of_files_stays_one_of_attachments() {
    let site = good()
        .text("policy/leave/forms/request.pdf", "form")
        .text("policy/leave/forms/README.md", "# Forms\n")
        .text("policy/leave/forms/2023-4-1/notes.md", "# Notes\n")
        .text("policy/leave/2024-04-01/annex/table.md", "# Table\n");
    assert!(misplaced(&site.check()).is_empty());
    let built = site.build();
    for (path, words) in [
        ("forms/request.pdf", "form"),
        ("forms/README.md", "# Forms"),
        ("forms/2023-4-1/notes.md", "# Notes"),
        ("2024-04-01/annex/table.md", "# Table"),
    ] {
        let text = built.output().text(&format!("files/policy/leave/{path}"));
        assert!(text.contains(words), "{path}");
    }
}

#[test]
fn where_the_rule_is_lowered_nothing_of_the_folder_is_published_either() {
    let site = good()
        .setting("checks: {misplaced-text: warn}\n")
        .text("policy/leave/papers/Draft/en.md", "# Leave\n\nUntold.\n")
        .text("policy/leave/papers/Draft/table.csv", "Untold\n")
        .text("policy/leave/papers/open/table.csv", "Foretold\n");
    let built = site.build();
    assert!(built.run().stderr.contains("warning[misplaced-text]"));
    assert_eq!(built.output().files_with("Untold"), Vec::<String>::new());
    assert_eq!(
        built.output().files_with("Foretold"),
        ["files/policy/leave/papers/open/table.csv"]
    );
}

#[test]
fn a_draft_or_another_version_in_a_versions_folder_is_no_attachment() {
    for (below, meant) in [
        ("draft", "draft"),
        ("2027-01-01", "2027-01-01"),
        ("DRAFT-april", "draft-april"),
        ("Drafft", "draft"),
        ("papers/2027_1_1", "2027-01-01"),
    ] {
        let text = format!("content/policy/leave/2024-04-01/{below}/en.md");
        let found = refused(
            |site| {
                let name = format!("policy/leave/2024-04-01/{below}/form.pdf");
                site.file(&text, "# Leave\n\nUntold.\n").text(&name, "form")
            },
            &at("misplaced-text", &text, 1, 1),
        );
        assert!(found.message.contains("`2024-04-01`"), "{found:?}");
        let advice = format!("Move the folder to `content/policy/leave/{meant}`.");
        assert!(found.help.starts_with(&advice), "{found:?}");
    }
    // What a version.yaml makes a version, and what lies in a folder of drafts, are meant as versions too.
    for (below, yaml) in [("next", "reference: A 1\n"), ("drafts/april", "")] {
        let folder = format!("policy/leave/2024-04-01/{below}");
        let text = format!("content/{folder}/cy.md");
        let found = refused(
            |site| {
                let site = site.file(&text, "# Absenoldeb\n\nDeg.\n");
                match yaml {
                    "" => site,
                    yaml => site.yaml(&format!("{folder}/version.yaml"), yaml),
                }
            },
            &at("misplaced-text", &text, 1, 1),
        );
        let advice = "Move the folder out of the version, into `content/policy/leave`";
        assert!(found.help.starts_with(advice), "{found:?}");
    }
}

#[test]
fn nothing_of_a_draft_in_a_versions_folder_is_published_where_the_rule_is_lowered() {
    let draft = "policy/leave/2024-04-01/draft";
    let site = good()
        .setting("checks: {misplaced-text: warn}\n")
        .text(&format!("{draft}/en.md"), "# Leave\n\nUntold.\n")
        .text(&format!("{draft}/cy.md"), "# Absenoldeb\n\nUntold.\n")
        .text(&format!("{draft}/annex/table.csv"), "Untold\n")
        .text(
            "policy/leave/2024-04-01/annex/en.md",
            "# Annex\n\nForetold.\n",
        );
    assert_eq!(misplaced(&site.check()).len(), 1);
    let built = site.build();
    assert_eq!(built.output().files_with("Untold"), Vec::<String>::new());
    // Files that readers fetch may be called as texts are, in a folder that no version is meant by.
    let annex = "files/policy/leave/2024-04-01/annex/en.md";
    assert_eq!(built.output().files_with("Foretold"), [annex]);
}

#[test]
fn notes_beside_documents_are_said_to_be_published() {
    let notes = [
        "README.md",
        "policy/notes.markdown",
        "policy/leave/draft.en.md",
    ];
    let site = notes.iter().fold(good(), |site, name| {
        site.text(name, "Ask the union first.\n")
    });
    let checked = site.check();
    checked.run().must_succeed();
    let found = misplaced(&checked);
    let places: Vec<&str> = found.iter().map(|it| it.path.as_str()).collect();
    let expected = [
        "README.md",
        "policy/leave/draft.en.md",
        "policy/notes.markdown",
    ];
    assert_eq!(places, expected.map(|name| format!("content/{name}")));
    let built = site.build();
    for (found, name) in found.iter().zip(expected) {
        assert_eq!(found.severity, "warning");
        assert!(built.output().has(&format!("files/{name}")), "{name}");
        assert!(
            found.message.contains(&format!("`/files/{name}`")),
            "{found:?}"
        );
    }
    // Beside the texts of a version or a page, and in a folder of files, one is meant to be fetched.
    let site = good()
        .text("policy/leave/2024-04-01/notes.md", "Notes.\n")
        .text("policy/forms/README.md", "Forms.\n")
        .text("about/en.md", "# About\n\nUs.\n")
        .text("about/cy.md", "# Amdanom\n\nNi.\n")
        .text("about/notes.md", "Notes.\n");
    assert!(misplaced(&site.check()).is_empty());
}

#[test]
fn a_version_directly_below_the_content_is_no_page() {
    for (folder, files) in [
        ("draft", &["en.md"][..]),
        ("draft-april", &["en.md", "cy.md"]),
        ("2027-01-01", &["cy.md", "en.md"]),
        ("v3", &["en.md"]),
        ("spring", &["en.md", "version.yaml"]),
    ] {
        let first = format!("content/{folder}/en.md");
        let spoil = |site: Site| {
            files.iter().fold(site, |site, file| {
                let contents = if file.ends_with("yaml") {
                    "effective_from: 2027-01-01\n"
                } else {
                    "# Leave\n\nTen.\n"
                };
                site.file(&format!("content/{folder}/{file}"), contents)
            })
        };
        let found = refused(spoil, &at("misplaced-text", &first, 1, 1));
        let to = format!("`content/policy/leave/{folder}`");
        assert!(found.help.contains(&to), "{found:?}");
        assert_eq!(found.help.contains("version.yaml"), folder == "spring");
    }
    // What is a version's name may also be that of a section.
    good()
        .text("2027/leave/2024-04-01/en.md", "# Leave\n\nTen.\n")
        .build();
}

/// Editors and programs leave copies of a text beside it. As files they are there for everybody to read.
#[test]
fn a_copy_of_a_text_is_spoken_of() {
    let copies = [
        "Copy of en.md",
        "EN.md",
        "cy-old.md",
        "en (copy).md",
        "en.markdown",
        "en.txt",
    ];
    let others = ["energy.md", "form.en.md", "en-transcript.txt", "ends.txt"];
    for folder in ["content/policy/leave/2024-04-01", "content/about"] {
        let mut site = good()
            .text("about/en.md", "# About us\n\nWe are here.\n")
            .text("about/cy.md", "# Amdanom ni\n\nRydym yma.\n");
        for file in copies.iter().chain(&others) {
            site = site.file(&format!("{folder}/{file}"), "Old.\n");
        }
        let checked = site.check();
        let found = misplaced(&checked).into_iter();
        let found: Vec<&str> = found
            .inspect(|it| assert!(it.severity == "warning", "{it:?}"))
            .map(|it| it.path.rsplit('/').next().unwrap())
            .collect();
        assert_eq!(found, copies, "{folder}");
    }
}

#[test]
fn a_text_under_another_name_is_one_finding() {
    let text = "content/policy/leave/2024-04-01/cy.md";
    let other = "content/policy/leave/2024-04-01/CY.md";
    let site = good().without(text).file(other, "# Absenoldeb\n\nDeg.\n");
    let checked = site.check();
    assert_eq!(checked.of_code("missing-text").len(), 1);
    assert_eq!(misplaced(&checked).len(), 0);
}

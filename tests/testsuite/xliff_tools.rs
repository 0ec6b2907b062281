//! What translation tools make of a file beside the translation: names of languages, white space, an encoding.

use std::fs;
use std::path::Path;

use crate::site::Site;
use crate::site::translation::{export, import, read, translate};

const ENGLISH: &str = "# Leave\n\nAsk first.\n\n- one\n";

fn leave() -> Site {
    Site::in_two_languages()
        .setting("parity: off\n")
        .text("policy/leave/2024-04-01/en.md", ENGLISH)
}

#[test]
fn a_language_with_a_region_is_the_one_language_of_the_site_that_is_meant() {
    for (from, to) in [("en-GB", "cy-GB"), ("en", "cy-GB"), ("en-GB", "cy")] {
        let site = leave();
        let file = export(&site, &["policy/leave"]);
        translate(&file, &[("one", "un")]);
        edit(
            &file,
            "source-language=\"en\"",
            &format!("source-language=\"{from}\""),
        );
        edit(
            &file,
            "target-language=\"cy\"",
            &format!("target-language=\"{to}\""),
        );
        import(&site, &file, &["--as", "policy/leave"]).must_succeed();
        let text = read(&site, "content/policy/leave/draft/cy.md");
        assert!(text.ends_with("- un\n"), "{text}");
    }
}

#[test]
fn a_language_that_may_be_either_of_two_is_refused_with_both() {
    let site = Site::empty()
        .file(
            "site.yaml",
            "title: T\nlanguages: [{code: en, name: English}, {code: pt-PT, name: A}, {code: pt-BR, name: B}]\nparity: off\n",
        )
        .text("policy/leave/2024-04-01/en.md", ENGLISH);
    let file = export(&site, &["policy/leave", "--to", "pt-PT"]);
    edit(&file, "target-language=\"pt-PT\"", "target-language=\"pt\"");
    let run = import(&site, &file, &["--as", "policy/leave"]);
    run.must_exit_with(2);
    assert!(run.stderr.contains("`pt-PT` or `pt-BR`"), "{}", run.stderr);
    edit(&file, "target-language=\"pt\"", "target-language=\"pt-AO\"");
    let run = import(&site, &file, &["--as", "policy/leave"]);
    run.must_exit_with(2);
    assert!(run.stderr.contains("no language `pt-AO`"), "{}", run.stderr);
}

#[test]
fn white_space_at_the_ends_of_a_translation_is_the_tools() {
    let english = "# Leave\n\nAsk first.\n\n- one\n- two[^a]\n\n| Days |\n|---|\n| all |\n\n```\ncode\n```\n\n[^a]: A note.\n";
    let site = leave().text("policy/leave/2024-04-01/en.md", english);
    let file = export(&site, &["policy/leave"]);
    translate(
        &file,
        &[
            ("Leave", "\n        Gwyliau\n      "),
            ("Ask first.", "\n        Gofynnwch gyntaf.\n      "),
            ("one", "    un\n"),
            ("all", " pawb\n"),
            ("code", "cod\n      "),
            ("A note.", "\n\n        Nodyn.\n"),
        ],
    );
    let run = import(&site, &file, &["--as", "policy/leave"]);
    run.must_succeed();
    let expected = english
        .replace("Leave", "Gwyliau")
        .replace("Ask first.", "Gofynnwch gyntaf.")
        .replace("one", "un")
        .replace("all", "pawb")
        .replace("code", "cod")
        .replace("A note.", "Nodyn.");
    assert_eq!(read(&site, "content/policy/leave/draft/cy.md"), expected);
    assert!(!run.stderr.contains("warning"), "{}", run.stderr);
}

#[test]
fn white_space_alone_is_no_translation() {
    let site = leave().text("policy/leave/2024-04-01/en.md", "# Leave\n\nAsk first.\n");
    let file = export(&site, &["policy/leave"]);
    translate(&file, &[("Leave", "Gwyliau"), ("Ask first.", "\n   ")]);
    let run = import(&site, &file, &["--as", "policy/leave"]);
    run.must_succeed();
    assert_eq!(
        read(&site, "content/policy/leave/draft/cy.md"),
        "# Gwyliau\n\nAsk first.\n"
    );
    assert!(
        run.stderr.contains("stands in their place: 1."),
        "{}",
        run.stderr
    );
}

#[test]
fn a_file_in_another_encoding_is_refused_with_how_to_save_it() {
    let site = leave();
    let file = export(&site, &["policy/leave"]);
    let text = fs::read_to_string(&file).unwrap();
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    fs::write(&file, bytes).unwrap();
    let run = import(&site, &file, &["--as", "policy/leave"]);
    run.must_exit_with(2);
    assert!(
        run.stderr.contains("saved in another encoding"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("save it as UTF-8"), "{}", run.stderr);
    assert!(!run.stderr.contains("Check the path"), "{}", run.stderr);
}

/// Replaces a string of a file.
fn edit(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(old), "{old}\n{text}");
    fs::write(file, text.replace(old, new)).unwrap();
}

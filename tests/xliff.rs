//! Texts for translators: out as XLIFF 1.2, and back without a loss.

mod site;

use std::fs;
use std::path::PathBuf;

use site::{Run, Site};

fn run(site: &Site, arguments: &[&str]) -> Run {
    let mut command = site::canllaw();
    command.args(arguments).args(["--on", site::DAY, "--site"]);
    Run::of(command.arg(site.folder()))
}

/// Exports into a file beside the site.
fn export(site: &Site, arguments: &[&str]) -> PathBuf {
    let file = site.folder().join("../exchange.xlf");
    let output = file.to_str().unwrap();
    let all = [
        &["export", "--format", "xliff", "--output", output],
        arguments,
    ]
    .concat();
    run(site, &all).must_succeed();
    file
}

fn read(site: &Site, path: &str) -> String {
    fs::read_to_string(site.folder().join(path)).unwrap()
}

#[test]
fn every_text_of_the_example_comes_back_as_it_was() {
    for (document, version) in [
        ("policy/using-social-media", "2017-08-09"),
        ("policy/using-social-media", "2020"),
        ("policy/security", "2017-08-09"),
        ("handbook/security", "2020"),
        ("house-rules/official-channels", "2021-03-01"),
    ] {
        for (from, to) in [("en", "cy"), ("cy", "en")] {
            let site = Site::copy_of_example();
            let file = export(&site, &["--from", from, "--to", to, document, version]);
            let file = file.to_str().unwrap();
            run(&site, &["import", file, "--as", document]).must_succeed();
            for language in [from, to] {
                let was = read(
                    &site,
                    &format!("content/{document}/{version}/{language}.md"),
                );
                let is = read(&site, &format!("content/{document}/draft/{language}.md"));
                assert_eq!(
                    without_quotes(&is),
                    without_quotes(&was),
                    "{document}/{version} in {language}"
                );
            }
        }
    }
}

/// The front matter's values come back in quotes, whether they had some or not.
fn without_quotes(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let value = ["title: \"", "summary: \""]
            .iter()
            .find(|key| line.starts_with(**key));
        match value {
            Some(_) => line.replacen(": \"", ": ", 1).replace("\"\n", "\n"),
            None => line.to_owned(),
        }
    });
    lines.collect()
}

const ENGLISH: &str = "# Leave *now*\n\nSee [the form](../form) & ask **first**.\n\n| Days | Who |\n|---|---|\n| 5 | All a\\|b |\n\n- one\n  line\n\n> Quoted\n> twice.\n\n```\ncode\n```\n";

fn leave() -> Site {
    Site::in_two_languages()
        .setting("parity: off\n")
        .text("policy/leave/2024-04-01/en.md", ENGLISH)
        .text("policy/form/2024-04-01/en.md", "# Form\n\nText.\n")
}

#[test]
fn words_are_units_and_what_is_no_word_is_code() {
    let site = leave();
    let file = export(&site, &["policy/leave"]);
    let text = fs::read_to_string(file).unwrap();
    for part in [
        "<source>Leave <ph id=\"1\">*</ph>now<ph id=\"2\">*</ph></source>",
        "<source>See <ph id=\"1\">[</ph>the form<ph id=\"2\">](../form)</ph> &amp; ask <ph id=\"3\">**</ph>first<ph id=\"4\">**</ph>.</source>",
        "source-language=\"en\" target-language=\"cy\"",
        "original=\"content/policy/leave/2024-04-01/en.md\"",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(text.contains("<source>code</source>"));
    assert_eq!(text.matches("<trans-unit ").count(), 9);
    assert!(!text.contains("<target"));
}

#[test]
fn a_translation_takes_the_place_of_its_words_alone() {
    let site = leave();
    let file = export(&site, &["policy/leave"]);
    let text = fs::read_to_string(&file).unwrap();
    let translated = text
        .replace("first<ph id=\"4\">**</ph>.</source>", "first<ph id=\"4\">**</ph>.</source>\n<target>Gofynnwch <ph id=\"3\">**</ph>yn gyntaf<ph id=\"4\">**</ph>; gweler <ph id=\"1\">[</ph>y ffurflen<ph id=\"2\">](../form)</ph> &amp;#39; &lt;.</target>")
        .replace("<source>Days</source>", "<source>Days</source>\n<target>Dyddiau | nosau</target>");
    fs::write(&file, translated).unwrap();
    let imported = run(
        &site,
        &["import", file.to_str().unwrap(), "--as", "policy/leave"],
    );
    imported.must_succeed();
    assert!(imported.stderr.contains(": 7."), "{}", imported.stderr);
    let welsh = read(&site, "content/policy/leave/draft/cy.md");
    let expected = ENGLISH
        .replace(
            "See [the form](../form) & ask **first**.",
            "Gofynnwch **yn gyntaf**; gweler [y ffurflen](../form) &#39; <.",
        )
        .replace("| Days |", "| Dyddiau \\| nosau |");
    assert_eq!(welsh, expected);
    assert_eq!(read(&site, "content/policy/leave/draft/en.md"), ENGLISH);
}

#[test]
fn the_version_before_is_a_match_with_its_score() {
    let site = leave()
        .text(
            "policy/leave/2024-04-01/en.md",
            "# Leave\n\nAsk your manager first.\n\nThe same.\n",
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            "# Absenoldeb\n\nGofynnwch i’ch rheolwr.\n\nYr un fath.\n",
        )
        .text(
            "policy/leave/draft/en.md",
            "# Leave\n\nAsk your line manager first.\n\nThe same.\n",
        )
        .text(
            "policy/leave/draft/cy.md",
            "# Absenoldeb\n\nGofynnwch i’ch rheolwr.\n\nYr un fath.\n",
        );
    let text = fs::read_to_string(export(&site, &["policy/leave"])).unwrap();
    assert!(text.contains("<target state=\"needs-review-translation\">Gofynnwch i’ch rheolwr.</target>\n<alt-trans match-quality=\"88%\" origin=\"2024-04-01\">\n<source>Ask your manager first.</source>"), "{text}");
    assert!(
        text.contains(
            "<target state=\"translated\">Yr un fath.</target>\n<alt-trans match-quality=\"100%\""
        ),
        "{text}"
    );
}

#[test]
fn what_is_no_xliff_is_refused() {
    let site = leave();
    for text in [
        "",
        "words",
        "<a><b></a>",
        "<xliff version=\"1.2\"><file/></xliff>",
    ] {
        let site = leave();
        let file = site.folder().join("../other.xlf");
        fs::write(&file, text).unwrap();
        let refused = run(
            &site,
            &["import", file.to_str().unwrap(), "--as", "policy/leave"],
        );
        refused.must_exit_with(2);
        assert!(!site.folder().join("content/policy/leave/draft").exists());
    }
    run(&site, &["import", "no/such.xlf", "--as", "policy/leave"]).must_exit_with(2);
}

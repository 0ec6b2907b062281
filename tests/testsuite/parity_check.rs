//! What `check` says where the languages of a site do not say the same, and what stops a build.

use crate::site::{Checked, Finding, Site};

const ENGLISH: &str = "# Leave\n\nYou have 25 days of leave a year.\n\n## How to ask\n\nAsk your manager first.\n\n- by e-mail, to hr@rules.example\n- by letter\n";
const WELSH: &str = "# Absenoldeb\n\nMae gennych 25 diwrnod o absenoldeb y flwyddyn.\n\n## Sut i ofyn\n\nGofynnwch i’ch rheolwr yn gyntaf.\n\n- drwy e-bost, at hr@rules.example\n- drwy lythyr\n";

fn leave() -> Site {
    Site::in_two_languages()
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\n",
        )
        .text("policy/leave/2024-04-01/en.md", ENGLISH)
        .text("policy/leave/2024-04-01/cy.md", WELSH)
}

fn required(site: Site) -> Site {
    site.setting("parity: required\n")
}

/// The findings about languages.
fn findings(checked: &Checked) -> Vec<&Finding> {
    let mut found = checked.of_code("parity");
    found.extend(checked.of_code("wrong-language"));
    found
}

fn assert_finds_one<'a>(checked: &'a Checked, path: &str, line: u64, words: &str) -> &'a Finding {
    let found = findings(checked);
    let [one] = found[..] else {
        panic!("{found:#?}");
    };
    assert_eq!((one.path.as_str(), one.line), (path, line), "{one:#?}");
    assert!(one.message.contains(words), "{one:#?}");
    one
}

#[test]
fn texts_that_say_the_same_are_no_finding() {
    assert_eq!(findings(&leave().check()), Vec::<&Finding>::new());
    required(leave()).build();
}

#[test]
fn a_text_that_has_its_title_alone_is_one_finding() {
    for (welsh, line) in [("# Absenoldeb\n", 1), ("---\ntitle: Absenoldeb\n---\n", 2)] {
        let site = leave().text("policy/leave/2024-04-01/cy.md", welsh);
        let checked = site.check();
        let path = "content/policy/leave/2024-04-01/cy.md";
        let found = assert_finds_one(&checked, path, line, "a title alone");
        assert!(found.message.contains("English"), "{found:#?}");
    }
}

#[test]
fn a_text_with_a_fault_of_its_own_is_not_held_against_the_other() {
    let faulty = [
        "---\ntitle: Leave: annual\n---\n\nYou have 25 days of leave a year.\n",
        "---\ntitel: Leave\n---\n\nTen.\n",
        "You have 30 days.\n",
        "",
    ];
    for english in faulty {
        // The version after it changed in one language alone, as far as can be told.
        let site = leave()
            .text("policy/leave/2024-04-01/en.md", english)
            .text("policy/leave/2025-04-01/en.md", ENGLISH)
            .text("policy/leave/2025-04-01/cy.md", WELSH)
            .text("contact/en.md", english)
            .text("contact/cy.md", WELSH);
        let checked = required(site).check();
        checked.run().must_exit_with(1);
        assert_eq!(findings(&checked), Vec::<&Finding>::new(), "{english}");
        let paths: Vec<&str> = checked.findings().iter().map(|it| &*it.path).collect();
        let expected = ["contact", "policy/leave/2024-04-01"];
        let expected = expected.map(|folder| format!("content/{folder}/en.md"));
        assert_eq!(paths, expected, "{:#?}", checked.findings());
    }
}

#[test]
fn a_fault_in_the_front_matter_hides_no_difference_below_it() {
    for fault in [
        "sumary: All of it",
        "sort_key: [1]",
        "summary: [All of it]",
        "title: Leave: annual",
    ] {
        let english = format!("---\n{fault}\n---\n{ENGLISH}").replace("25", "28");
        let site = leave().text("policy/leave/2024-04-01/en.md", english).text(
            "policy/leave/2024-04-01/cy.md",
            format!("---\nsummary: Y cyfan\n---\n{WELSH}"),
        );
        let checked = required(site).check();
        let path = "content/policy/leave/2024-04-01/cy.md";
        assert_finds_one(&checked, path, 6, "“25”");
        // And the fault itself.
        assert_eq!(checked.findings().len(), 2, "{:#?}", checked.findings());
    }
}

#[test]
fn a_difference_names_both_places_and_weighs_what_parity_says() {
    let differing = || leave().replaced("content/policy/leave/2024-04-01/cy.md", "25", "28");
    let path = "content/policy/leave/2024-04-01/cy.md";
    let checked = differing().check();
    let found = assert_finds_one(&checked, path, 3, "“28”");
    assert_eq!(found.severity, "warning");
    assert!(
        checked
            .run()
            .stdout
            .contains("content/policy/leave/2024-04-01/en.md")
    );
    differing().build();

    let checked = required(differing()).check();
    assert_eq!(
        assert_finds_one(&checked, path, 3, "“28”").severity,
        "error"
    );
    let built = required(differing()).try_build();
    built.run().must_exit_with(1);
    assert!(
        built.run().stderr.contains("error[parity]"),
        "{}",
        built.run().stderr
    );

    let off = differing().setting("parity: off\n").check();
    assert_eq!(findings(&off), Vec::<&Finding>::new());
}

#[test]
fn a_section_has_its_own_rule() {
    let site = leave()
        .replaced("content/policy/leave/2024-04-01/cy.md", "25", "28")
        .yaml(
            "policy/section.yaml",
            "title: {en: Policy, cy: Polisi}\nslug: {en: policy, cy: polisi}\nparity: required\n",
        );
    site.try_build().run().must_exit_with(1);
}

#[test]
fn drafts_and_versions_to_come_are_held_too() {
    for version in ["draft", "2030-01-01"] {
        let site = leave()
            .text(&format!("policy/leave/{version}/en.md"), ENGLISH)
            .text(
                &format!("policy/leave/{version}/cy.md"),
                WELSH.replace("- drwy lythyr\n", ""),
            );
        let path = format!("content/policy/leave/{version}/en.md");
        assert_finds_one(&site.check(), &path, 10, "list item");
    }
}

#[test]
fn pages_and_sections_are_held_too() {
    let site = leave()
        .text("about/en.md", "# About\n\nSee [leave](../policy/leave).\n")
        .text("about/cy.md", "# Amdanom\n\nGweler absenoldeb.\n")
        .text("policy/en.md", "All policies, from 2024.\n")
        .text("policy/cy.md", "Pob polisi, o 2023.\n");
    let checked = site.check();
    let places: Vec<_> = findings(&checked)
        .iter()
        .map(|found| (found.path.clone(), found.line))
        .collect();
    let expected = [("content/about/en.md", 3), ("content/policy/cy.md", 1)];
    assert_eq!(places, expected.map(|(path, line)| (path.to_owned(), line)));
}

#[test]
fn a_declared_difference_is_listed_with_its_reason_and_is_no_finding() {
    let declared = WELSH.replace(
        "Mae gennych 25",
        "<!-- parity: staff in Wales have three more -->\n\nMae gennych 28",
    );
    let site = required(leave().text("policy/leave/2024-04-01/cy.md", &declared));
    let checked = site.check();
    assert_eq!(findings(&checked), Vec::<&Finding>::new());
    let report: serde_json::Value = serde_json::from_str(&checked.run().stdout).unwrap();
    let one = &report["declared"][0];
    assert_eq!(one["reason"], "staff in Wales have three more");
    assert_eq!(one["path"], "content/policy/leave/2024-04-01/cy.md");
    assert_eq!((&one["line"], &one["excuses"]), (&3.into(), &1.into()));
    site.build();

    let needless = WELSH.replace("Mae gennych 25", "<!-- parity: no -->\n\nMae gennych 25");
    let site = required(leave().text("policy/leave/2024-04-01/cy.md", &needless));
    let checked = site.check();
    let path = "content/policy/leave/2024-04-01/cy.md";
    assert_finds_one(&checked, path, 3, "do not differ");
}

#[test]
fn a_waiver_holds_until_its_last_day() {
    let waived = |day: &str| {
        required(leave())
            .replaced("content/policy/leave/2024-04-01/cy.md", "25", "28")
            .yaml(
                "policy/leave/document.yaml",
                "slug: {en: leave, cy: absenoldeb}\nwaiver: {language: cy, until: 2026-11-23, reason: {en: In translation, cy: Wrthi’n cyfieithu}}\n",
            )
            .on(day)
    };
    let on_its_last_day = waived("2026-11-23");
    assert_eq!(findings(&on_its_last_day.check())[0].severity, "warning");
    on_its_last_day.build();
    let after = waived("2026-11-24");
    assert_eq!(findings(&after.check())[0].severity, "error");
    assert!(after.check().run().stdout.contains("ended on 2026-11-23"));
    after.try_build().run().must_exit_with(1);
}

#[test]
fn files_come_in_pairs() {
    let site = leave()
        .text("policy/leave/2024-04-01/form.en.csv", "a")
        .text("policy/leave/2024-04-01/table.csv", "a");
    let path = "content/policy/leave/2024-04-01/form.en.csv";
    let checked = site.check();
    let found = assert_finds_one(&checked, path, 1, "Welsh");
    assert!(found.help.contains("`form.cy.csv`") && found.help.contains("`form.csv`"));

    let site = site.text("policy/leave/2024-04-01/form.cy.csv", "a");
    let path = "content/policy/leave/2024-04-01/form.cy.csv";
    assert_finds_one(&site.check(), path, 1, "byte for byte");
    let site = site.text("policy/leave/2024-04-01/form.cy.csv", "b");
    assert_eq!(findings(&site.check()), Vec::<&Finding>::new());
}

#[test]
fn what_yaml_files_tell_readers_is_there_in_each_language() {
    let site = leave().yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\nowner: Jo Thomas\ncategory: {en: Guidance}\n",
    );
    let path = "content/policy/leave/document.yaml";
    assert_finds_one(&site.check(), path, 3, "`category` has no text in Welsh");

    let note = "change:\n  note:\n    en: The number of days changed for everybody who works here.\n    cy: The number of days changed for everybody who works here.\n";
    let site = leave().yaml("policy/leave/2024-04-01/version.yaml", note);
    let path = "content/policy/leave/2024-04-01/version.yaml";
    let checked = site.check();
    let found = assert_finds_one(&checked, path, 4, "English");
    assert_eq!(found.code, "wrong-language");
}

#[test]
fn a_note_states_the_same_in_each_language() {
    let note = "change:\n  note:\n    en: From 5 to 6 days, since 1 April 2024.\n    cy: O 5 i 7 diwrnod, ers 1 Ebrill 2024.\n";
    let site = leave().yaml("policy/leave/2024-04-01/version.yaml", note);
    let path = "content/policy/leave/2024-04-01/version.yaml";
    let checked = site.check();
    let found = assert_finds_one(&checked, path, 4, "“7”; in the English note it is “6”");
    assert_eq!(found.code, "parity");
}

#[test]
fn a_summary_states_the_same_in_each_language() {
    let summary = |words: &str, text: &str| format!("---\nsummary: {words}\n---\n{text}");
    let site = leave()
        .text(
            "policy/leave/2024-04-01/en.md",
            summary("You get 25 days.", ENGLISH),
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            summary("Cewch 30 diwrnod.", WELSH),
        );
    let path = "content/policy/leave/2024-04-01/cy.md";
    let told = "“30”; in the English summary it is “25”";
    assert_finds_one(&site.check(), path, 2, told);
}

#[test]
fn summaries_are_held_too() {
    let front = "---\nsummary: How much leave there is.\n---\n";
    let site = leave().text("policy/leave/2024-04-01/en.md", format!("{front}{ENGLISH}"));
    let path = "content/policy/leave/2024-04-01/en.md";
    assert_finds_one(&site.check(), path, 2, "summary");
}

#[test]
fn a_text_in_another_language_than_its_name_says_is_told() {
    let site = leave()
        .without("content/policy/leave/2024-04-01/en.md")
        .text(
            "policy/leave/2024-04-01/cy.md",
            "# Leave\n\nEvery member of staff has the right to take leave each year.\n",
        );
    let checked = site.check();
    let path = "content/policy/leave/2024-04-01/cy.md";
    let found = assert_finds_one(&checked, path, 1, "English");
    assert_eq!(found.code, "wrong-language");
}

/// The site with a form beside each text, to which it links.
fn with_forms(english: &str, welsh: &str) -> Site {
    let folder = "policy/leave/2024-04-01";
    leave()
        .text(
            &format!("{folder}/en.md"),
            format!("{ENGLISH}\nUse [the form]({english}).\n"),
        )
        .text(
            &format!("{folder}/cy.md"),
            format!("{WELSH}\nDefnyddiwch [y ffurflen]({welsh}).\n"),
        )
        .text(&format!("{folder}/{english}"), "the form in English")
        .text(&format!("{folder}/{welsh}"), "the form in Welsh")
}

#[test]
fn a_file_in_two_languages_has_a_name_in_each() {
    for (english, welsh) in [
        ("form.en.docx", "form.cy.docx"),
        ("leave-form.en.docx", "ffurflen-absenoldeb.cy.docx"),
    ] {
        let site = required(with_forms(english, welsh));
        assert_eq!(findings(&site.check()), Vec::<&Finding>::new());
    }
    let checked = with_forms("leave-form.docx", "ffurflen.docx").check();
    let path = "content/policy/leave/2024-04-01/cy.md";
    let found = assert_finds_one(&checked, path, 12, "this link leads to");
    assert!(
        found.help.contains("`form.en.docx` and `ffurflen.cy.docx`"),
        "{found:?}"
    );
    let unlinked = leave().text("policy/leave/2024-04-01/ffurflen.cy.docx", "the form");
    let path = "content/policy/leave/2024-04-01/ffurflen.cy.docx";
    assert_finds_one(&unlinked.check(), path, 1, "no counterpart in English");
}

#[test]
fn a_comment_that_declares_nothing_is_told() {
    for (comment, fault) in [
        ("<!-- parity -->", "gives no reason"),
        ("<!-- parity: -->", "gives no reason"),
        ("<!-- pairity: the law -->", "does not begin with `parity:`"),
        ("<!-- Parity: the law -->", "does not begin with `parity:`"),
    ] {
        let text = format!("{WELSH}\n{comment}\n\n~~~\n<!-- parity -->\n~~~\n");
        let english = format!("{ENGLISH}\n~~~\n<!-- parity -->\n~~~\n");
        let site = leave()
            .text("policy/leave/2024-04-01/en.md", english)
            .text("policy/leave/2024-04-01/cy.md", text);
        let path = "content/policy/leave/2024-04-01/cy.md";
        assert_finds_one(&site.check(), path, 12, fault);
    }
}

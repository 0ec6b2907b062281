//! The same changes in every language, from one version to the next.

use crate::site::Site;

const ENGLISH: &str = "# Leave\n\nAsk your manager first.\n\n## 2 things to remember\n\n1. Take a break.\n2. Tell your team.\n\nThe team answers every question.\n";
const WELSH: &str = "# Absenoldeb\n\nGofynnwch i’ch rheolwr yn gyntaf.\n\n## 2 beth i’w cofio\n\n1. Cymerwch seibiant.\n2. Dywedwch wrth eich tîm.\n\nMae’r tîm yn ateb pob cwestiwn.\n";

/// A document whose second version has these texts.
fn changed(english: &str, welsh: &str) -> Site {
    Site::in_two_languages()
        .setting("parity: required\n")
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\n",
        )
        .text("policy/leave/2020-01-01/en.md", ENGLISH)
        .text("policy/leave/2020-01-01/cy.md", WELSH)
        .text("policy/leave/2024-01-01/en.md", english)
        .text("policy/leave/2024-01-01/cy.md", welsh)
}

/// The lines of the findings in the second version, with what each says.
fn findings(site: &Site) -> Vec<(String, u64, String)> {
    let checked = site.check();
    let found = checked.of_code("parity").into_iter();
    found
        .map(|found| (found.path.clone(), found.line, found.message.clone()))
        .collect()
}

fn assert_finds_one(site: &Site, path: &str, line: u64, words: &str) {
    let found = findings(site);
    let [(at, on, message)] = &found[..] else {
        panic!("{found:#?}");
    };
    assert_eq!((at.as_str(), *on), (path, line), "{message}");
    assert!(message.contains(words), "{message}");
}

#[test]
fn the_same_change_in_both_is_no_finding() {
    let english = ENGLISH
        .replace("2 things", "3 things")
        .replace("team.\n", "team.\n3. Leave a note.\n")
        .replace("manager", "line manager");
    let welsh = WELSH
        .replace("2 beth", "3 pheth")
        .replace("eich tîm.\n", "eich tîm.\n3. Gadewch nodyn.\n")
        .replace("rheolwr", "rheolwr llinell");
    assert_eq!(findings(&changed(&english, &welsh)), []);
}

#[test]
fn a_change_in_one_language_alone_is_found_in_its_block() {
    let english = ENGLISH
        .replace("your team", "your whole team")
        .replace("every question", "each question");
    let welsh = WELSH.replace("pob cwestiwn", "pob un cwestiwn");
    let path = "content/policy/leave/2024-01-01/en.md";
    assert_finds_one(&changed(&english, &welsh), path, 8, "Welsh");
    let site = changed(&english, &welsh);
    site.try_build().run().must_exit_with(1);
}

#[test]
fn a_text_that_was_forgotten_is_one_finding() {
    let english = ENGLISH
        .replace("your team", "your whole team")
        .replace("every question", "each question")
        .replace("manager", "line manager");
    let path = "content/policy/leave/2024-01-01/en.md";
    assert_finds_one(&changed(&english, WELSH), path, 1, "only the English text");
}

#[test]
fn a_version_may_declare_that_it_corrects_a_language() {
    let welsh = WELSH.replace("Cymerwch", "Dylech gymryd");
    let declared = |site: Site, languages: &str| {
        site.yaml(
            "policy/leave/2024-01-01/version.yaml",
            &format!("corrects: {{languages: [{languages}]}}\n"),
        )
    };
    let path = "content/policy/leave/2024-01-01/cy.md";
    assert_finds_one(&changed(ENGLISH, &welsh), path, 1, "only the Welsh text");
    assert_eq!(findings(&declared(changed(ENGLISH, &welsh), "cy")), []);
    declared(changed(ENGLISH, &welsh), "cy").build();

    let english = ENGLISH.replace("Take", "You should take");
    let path = "content/policy/leave/2024-01-01/version.yaml";
    let site = declared(changed(&english, &welsh), "cy");
    assert_finds_one(&site, path, 1, "the English text changed too");
    assert_eq!(findings(&declared(changed(&english, &welsh), "cy, en")), []);
}

#[test]
fn formatting_and_quotes_are_no_changes_of_what_is_said() {
    let english = ENGLISH.replace("break", "*break*");
    let welsh = WELSH.replace("i’ch", "i'ch").replace("pob", "bob un");
    let english = english.replace("every question", "every single question");
    assert_eq!(findings(&changed(&english, &welsh)), []);
}

#[test]
fn lines_that_break_elsewhere_and_other_bullets_are_no_changes() {
    let english = ENGLISH
        .replace("manager first", "manager\nfirst")
        .replace("your team", "your  team")
        .replace("2. Tell", "2) Tell")
        .replace("1. Take", "1) Take");
    let site = changed(&english, WELSH);
    assert_eq!(findings(&site), []);
    site.build();
}

#[test]
fn a_summary_that_changed_in_one_language_alone_is_found() {
    let summed_up = |text: &str, summary: &str| format!("---\nsummary: {summary}\n---\n\n{text}");
    let welsh = summed_up(WELSH, "Sut i ofyn.");
    let site = changed(&summed_up(ENGLISH, "Whom to ask."), &welsh)
        .text(
            "policy/leave/2020-01-01/en.md",
            summed_up(ENGLISH, "How to ask."),
        )
        .text("policy/leave/2020-01-01/cy.md", &welsh);
    let path = "content/policy/leave/2024-01-01/en.md";
    assert_finds_one(&site, path, 5, "only the English text");
}

#[test]
fn a_declared_difference_covers_changes_too() {
    let english = ENGLISH
        .replace(
            "Ask your manager",
            "<!-- parity: the English lagged behind -->\n\nAsk your line manager",
        )
        .replace("every question", "each question");
    let welsh = WELSH.replace("pob cwestiwn", "pob un cwestiwn");
    assert_eq!(findings(&changed(&english, &welsh)), []);
}

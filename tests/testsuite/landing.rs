//! The text of a section's own page, below the section's title.

use crate::site::{Output, Site};

/// The headings of a page, with their levels.
fn headings(output: &Output, address: &str) -> Vec<String> {
    let page = output.page(address);
    let headings = page.select("main h1, .landing h2, .landing h3");
    let headings = headings.into_iter().map(|heading| {
        let words: String = heading.text().collect();
        format!("{} {}", heading.value().name(), words.trim())
    });
    headings.collect()
}

fn with_landing(text: &str) -> Site {
    Site::in_two_languages()
        .setting("parity: off\n")
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nDays.\n")
        .file("content/policy/en.md", text)
}

#[test]
fn the_sections_title_is_not_repeated() {
    let built = with_landing("# policy\n\nText.\n\n## Part\n").build();
    let seen = headings(built.output(), "en/policy/");
    assert_eq!(seen, ["h1 Policy", "h2 Part"]);
}

#[test]
fn another_heading_is_shown_and_all_a_level_lower() {
    let built = with_landing("# Before you read\n\nText.\n\n## Part\n").build();
    let seen = headings(built.output(), "en/policy/");
    assert_eq!(seen, ["h1 Policy", "h2 Before you read", "h3 Part"]);
    let built = with_landing("# Before you read\n\nText.\n\n# And then\n").build();
    let seen = headings(built.output(), "en/policy/");
    assert_eq!(seen, ["h1 Policy", "h2 Before you read", "h2 And then"]);
}

#[test]
fn the_sections_in_a_section_are_named_on_the_pages_above_it() {
    let mut site = Site::in_two_languages();
    for document in ["people/leave", "people/absence/sickness", "it/passwords"] {
        let folder = format!("policy/{document}");
        let slug = document.rsplit('/').next().unwrap();
        site = site
            .yaml(
                &format!("{folder}/document.yaml"),
                &format!("slug: {{en: {slug}, cy: {slug}}}\n"),
            )
            .text(&format!("{folder}/2020-01-01/en.md"), "# Rule\n\nDays.\n")
            .text(
                &format!("{folder}/2020-01-01/cy.md"),
                "# Rheol\n\nDyddiau.\n",
            );
    }
    for (section, welsh) in [
        ("people", "pobl"),
        ("people/absence", "absenoldeb"),
        ("it", "tg"),
    ] {
        let slug = section.rsplit('/').next().unwrap();
        site = site.yaml(
            &format!("policy/{section}/section.yaml"),
            &format!(
                "title: {{en: In {slug}, cy: Yn {welsh}}}\nslug: {{en: {slug}, cy: {welsh}}}\n"
            ),
        );
    }
    let built = site.build();
    let named = |address: &str| -> Vec<String> {
        let page = built.output().page(address);
        let links = page.select("main ul > .more");
        let line = |link: &scraper::ElementRef<'_>| link.text().collect::<String>();
        links.iter().map(line).collect()
    };
    assert_eq!(named("en/"), ["In it 1 document", "In people 2 documents"]);
    assert_eq!(named("cy/"), ["Yn tg 1 ddogfen", "Yn pobl 2 ddogfen"]);
    assert_eq!(named("en/policy/"), ["In absence 1 document"]);
}

#[test]
fn a_text_that_a_language_lacks_is_missed_and_another_stands_in_with_a_notice() {
    let site = |parity: &str| {
        Site::in_two_languages()
            .setting(&format!("parity: {parity}\n"))
            .text("policy/leave/2020-01-01/en.md", "# Leave\n\n5 days.\n")
            .text("policy/leave/2020-01-01/cy.md", "# Gwyliau\n\n5 diwrnod.\n")
            .yaml("policy/leave/document.yaml", "slug: {cy: gwyliau}\n")
            .file("content/policy/en.md", "Call 5 before you travel.\n")
            .file(
                "content/cy.md",
                "---\nsummary: Crynodeb\n---\n# Rheolau\n\nCroeso.\n",
            )
    };
    site("required").try_build().run().must_exit_with(1);
    let site = site("warn");
    let checked = site.check();
    let missing = checked.of_code("missing-text");
    let paths: Vec<&str> = missing.iter().map(|found| &*found.path).collect();
    assert_eq!(paths, ["content", "content/policy"]);

    let built = site.build();
    for (address, text) in [
        ("cy/polisi/", "Call 5 before you travel."),
        ("en/", "Croeso."),
    ] {
        let page = built.output().page(address);
        let words: String = page.only(".landing").text().collect();
        assert_eq!(words.trim(), text, "{address}");
        assert_ne!(page.only(".landing").attr("lang"), Some(&*page.lang()));
        page.only(".notice-language");
    }
    let home = built.output().page("cy/");
    assert_eq!(headings(built.output(), "cy/"), ["h1 Rheolau"]);
    assert!(home.contains("Crynodeb") && home.contains("Croeso."));
    assert!(home.select(".notice-language").is_empty());
}

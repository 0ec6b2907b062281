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

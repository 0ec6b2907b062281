//! The summary beside a comparison: what its lines are called, what stands below others, and how changes are counted.

use crate::site::{Page, Site};

/// The page of the comparison of two texts of one document.
fn comparison(old: &str, new: &str) -> Page {
    let built = Site::in_english()
        .text("policy/leave/2022-04-01/en.md", old)
        .text("policy/leave/2023-04-01/en.md", new)
        .build();
    built
        .output()
        .page("en/policy/leave/changes/2022-04-01/2023-04-01/")
}

/// What the elements say that a selector finds.
fn texts(page: &Page, selector: &str) -> Vec<String> {
    let elements = page.select(selector).into_iter();
    elements.map(|element| element.text().collect()).collect()
}

#[test]
fn a_cell_that_changed_is_named_with_its_row_and_column() {
    let table = |head: &str, first: &str, second: &str| {
        format!(
            "# Leave\n\n| Grade | {head} |\n|---|---|\n| 1 to 4 | {first} |\n| Chief officers of the council and their deputies | {second} |\n| | 20 days |\n\n| Service | Full pay | Half pay |\n|---|---|---|\n| First year | {first} | {second} |\n"
        )
    };
    let page = comparison(
        &table("Leave", "23 days", "30 days"),
        &table("Leave in all", "24 days", "31 days").replace("20 days", "21 days"),
    );
    let expected = [
        "Leave in all",
        "1 to 4 · 24 days",
        "Chief officers of the council… · 31 days",
        "21 days",
        "First year · Full pay · 24 days",
        "First year · Half pay · 31 days",
    ];
    assert_eq!(texts(&page, ".summary li a"), expected);
}

#[test]
fn what_came_or_went_with_its_heading_stands_below_it_in_the_summary() {
    let text = |parts: &[&str]| format!("# Leave\n\n{}\n", parts.join("\n\n"));
    let first = "## Annual leave\n\nEverybody has 25 days.";
    let gone = "## Jury service\n\nTell your manager.\n\nYou are paid as usual.";
    let come = "## Carers\n\nYou must give notice.\n\n### Proof\n\nNo proof is asked for.";
    let last = "## Sick leave\n\nTelephone on the first day.";
    let half = "## From the second week\n\nA doctor certifies it.";
    let page = comparison(
        &text(&[first, gone, last, "A doctor certifies it."]),
        &text(&[first, come, last, half]),
    );
    assert_eq!(
        texts(&page, ".summary dd > ul > li > a"),
        ["Carers", "From the second week", "Jury service"]
    );
    assert_eq!(
        texts(&page, ".summary li li > a"),
        [
            "You must give notice.",
            "Proof",
            "No proof is asked for.",
            "Tell your manager.",
            "You are paid as usual."
        ]
    );
    assert_eq!(texts(&page, ".summary dt"), ["Added: 5", "Removed: 3"]);
    assert_eq!(texts(&page, ".summary dd > ul > li > .flag"), ["duty"]);
}

#[test]
fn a_heading_that_changed_is_named_unless_it_counts() {
    let old = "# Leave\n\n## 4 Return to work\n\nYour manager meets you.\n\n## 5 things to remember\n\nThese are they.\n\n## Days in 2024\n\nThere are 25.\n";
    let new = old
        .replace("## 4 Return", "### 3.1 Return")
        .replace("5 things", "6 things")
        .replace("in 2024", "in 2025");
    let page = comparison(old, &new);
    let (was, is) = (texts(&page, ".summary .was"), texts(&page, ".summary .is"));
    assert_eq!(was, ["4 Return to work", "5", "Days in 2024"]);
    assert_eq!(is, ["3.1 Return to work", "6", "Days in 2025"]);
}

#[test]
fn the_counts_name_every_kind_of_change() {
    let old = "# Leave\n\nAsk in writing. You are told within a week.\n\nSee [the guide](https://example.org/a).\n\n1. Say when.\n2. Say who.\n";
    let new = "# Leave\n\nAsk in writing.\n\nYou are told within a week.\n\nSee [the guide](https://example.org/b).\n\n1. Say why.\n2. Say when.\n3. Say who.\n";
    let page = comparison(old, new);
    let expected = [
        "Changes: 4",
        "Added: 1",
        "Split: 1",
        "Link changed: 1",
        "Renumbered: 1",
        "Words added: 2",
        "Words removed: 0",
    ];
    assert_eq!(texts(&page, ".counts li"), expected);
}

#[test]
fn a_long_summary_is_folded_and_still_leads_to_every_change() {
    let rules = |word: &str| {
        let rule = |at: usize| {
            format!("Rule {at} on the matter of {at} says that staff {word} ask first.\n\n")
        };
        (1..=30).map(rule).collect::<String>()
    };
    let page = comparison(
        &format!("# Rules\n\n{}", rules("must")),
        &format!("# Rules\n\n{}", rules("may")),
    );
    assert_eq!(page.select(".summary li").len(), 30);
    assert_eq!(page.select(".summary details li").len(), 22);
    assert_eq!(page.select(".summary .flag-duty").len(), 30);
    assert_eq!(page.select("article .change-label > .flag").len(), 30);
    let steps = page.attributes("article .step", "href");
    assert_eq!(steps.len(), 58);
}

#[test]
fn a_block_of_code_is_called_after_the_line_that_changed() {
    let code = |lines: &str| format!("# Fees\n\nText.\n\n```yaml\n{lines}\n```\n");
    let named = |old: &str, new: &str| texts(&comparison(&code(old), &code(new)), ".summary li a");
    let old = "name: Alice\nfee: 20\nroom: 4\n\nfloor: 2";
    let edited = "name: Alice\nfee: 25\nroom: 4\n\nfloor: 2";
    let shorter = "name: Alice\nroom: 4\n\nfloor: 2";
    assert_eq!(named(old, edited), ["fee: 25"]);
    assert_eq!(named(old, shorter), ["fee: 20"]);
    assert_eq!(named(shorter, old), ["fee: 20"]);
}

#[test]
fn a_picture_in_the_place_of_another_is_no_link() {
    let text = |picture: &str, guide: &str| {
        format!("# Leave\n\nSee ![the form]({picture}).\n\nRead [the guide]({guide}).\n")
    };
    let (old, new) = (
        text("https://example.org/a.png", "https://example.org/1"),
        text("https://example.org/b.png", "https://example.org/2"),
    );
    let page = comparison(&old, &new);
    assert_eq!(
        texts(&page, ".summary dt"),
        ["Image changed: 1", "Link changed: 1"]
    );
}

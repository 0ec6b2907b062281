//! A version that could be read before it holds: what lists, feeds and comparisons say of it; and what lists
//! say of documents that will hold or ceased to.

use crate::site::Output;
use crate::site::tenure::{PERHAPS, leave};

/// What a list of changes says of each, the newest first.
fn listed_changes(output: &Output, address: &str) -> Vec<String> {
    let page = output.page(address);
    let items = page.select(".change-item").into_iter();
    let words = items.map(|item| item.text().collect::<Vec<_>>().join(" "));
    words
        .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// Two versions of which the second could be read three months before it takes effect.
const TO_COME: [(&str, &str); 2] = [
    ("2022-04-01", ""),
    (
        "2027-01-01",
        "published_on: 2026-10-01\nchange: {note: {en: Thirty days., cy: Deg ar hugain.}}\n",
    ),
];

#[test]
fn a_change_that_could_be_read_before_it_holds_is_told_with_the_day_from_which_it_does() {
    let built = leave(&TO_COME, "").build();
    let output = built.output();
    for address in ["en/", "en/changes/", "en/changes/2026/"] {
        let said = listed_changes(output, address);
        assert!(said[0].contains("In force from 1 January 2027"), "{said:?}");
    }
    let said = listed_changes(output, "en/changes/");
    assert!(!said[1].contains("In force"), "{said:?}");
    for address in ["cy/", "cy/newidiadau/"] {
        let said = listed_changes(output, address);
        assert!(said[0].contains("Mewn grym o 1 Ionawr 2027"), "{said:?}");
    }
    for (feed, summary) in [
        (
            "en/changes/feed.xml",
            "In force from: 1 January 2027. Thirty days.",
        ),
        (
            "en/policy/leave/changes/feed.xml",
            "In force from: 1 January 2027. Thirty days.",
        ),
        (
            "cy/newidiadau/feed.xml",
            "Mewn grym o: 1 Ionawr 2027. Deg ar hugain.",
        ),
    ] {
        let feed = output.text(feed);
        assert!(feed.contains(&format!(">{summary}<")), "{feed}");
        assert_eq!(feed.matches("<summary").count(), 1, "{feed}");
    }
}

#[test]
fn a_change_to_guidance_is_said_to_be_current_from_a_day() {
    let site = leave(&TO_COME, "").replaced(
        "content/policy/section.yaml",
        "title:",
        "term: current\ntitle:",
    );
    let built = site.build();
    let said = listed_changes(built.output(), "en/changes/");
    assert!(said[0].contains("Current from 1 January 2027"), "{said:?}");
    let feed = built.output().text("cy/newidiadau/feed.xml");
    assert!(feed.contains("Yn gyfredol o: 1 Ionawr 2027."), "{feed}");
}

#[test]
fn a_change_that_never_came_to_hold_is_not_told_as_if_it_had() {
    let versions = [TO_COME[0], TO_COME[1]];
    let built = leave(&versions, "withdrawn: {on: 2026-11-01}\n").build();
    let said = listed_changes(built.output(), "en/changes/");
    assert!(
        said[1].contains("Was to take effect 1 January 2027"),
        "{said:?}"
    );
    let feed = built.output().text("en/changes/feed.xml");
    assert!(
        feed.contains("Was to take effect: 1 January 2027. Thirty days."),
        "{feed}"
    );
}

/// The badge beside the newer version of a comparison, where there is one.
fn badge_after(output: &Output, address: &str) -> Option<String> {
    let page = output.page(address);
    let badge = page.select(".from-to-new .badge").into_iter().next();
    badge.map(|badge| badge.text().collect())
}

#[test]
fn a_comparison_with_a_version_to_come_says_that_it_does_not_hold() {
    let versions = [("2020-01-01", ""), TO_COME[0], TO_COME[1]];
    let built = leave(&versions, "").build();
    let output = built.output();
    for (root, coming) in [
        ("en/policy/leave/changes/", "Coming"),
        ("cy/polisi/absenoldeb/newidiadau/", "I ddod"),
    ] {
        let both = if coming == "Coming" {
            "both-languages"
        } else {
            "dwyieithog"
        };
        for below in [String::new(), format!("{both}/")] {
            let to_come = format!("{root}2022-04-01/2027-01-01/{below}");
            assert_eq!(badge_after(output, &to_come).as_deref(), Some(coming));
            let past = format!("{root}2020-01-01/2022-04-01/{below}");
            assert_eq!(badge_after(output, &past), None, "{past}");
        }
    }
    let current = badge_after(output, "en/policy/leave/changes/2020-01-01/current/");
    assert_eq!(current.as_deref(), Some("In force"));

    let built = leave(&PERHAPS, "").build();
    let may_hold = format!("en/policy/leave/changes/{}/{}/", PERHAPS[0].0, PERHAPS[1].0);
    assert_eq!(
        badge_after(built.output(), &may_hold).as_deref(),
        Some("May already be in force")
    );
}

/// What a list of documents says beside the only one.
fn listed(output: &Output, address: &str) -> String {
    let page = output.page(address);
    let words: String = page.only(".document-facts").text().collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_list_of_documents_says_when_one_will_hold_or_ceased_to() {
    let says = |versions: &[(&str, &str)], states: &str, english: &str, welsh: &str| {
        let built = leave(versions, states).build();
        for address in ["en/", "en/policy/"] {
            assert_eq!(listed(built.output(), address), english);
        }
        for address in ["cy/", "cy/polisi/"] {
            assert_eq!(listed(built.output(), address), welsh);
        }
        built
    };
    says(
        &TO_COME[1..],
        "",
        "Coming In force from: 1 January 2027",
        "I ddod Mewn grym o: 1 Ionawr 2027",
    );
    says(
        &TO_COME[..1],
        "withdrawn: {on: 2024-05-01}\n",
        "Withdrawn Withdrawn on: 1 May 2024",
        "Wedi’i thynnu’n ôl Dyddiad tynnu’n ôl: 1 Mai 2024",
    );
    let built = says(
        &TO_COME,
        "",
        "In force since: 1 April 2022 New version: 1 January 2027: Leave",
        "Mewn grym ers: 1 Ebrill 2022 Y fersiwn newydd: 1 Ionawr 2027: Absenoldeb",
    );
    let list = built.output().page("cy/polisi/");
    assert!(list.leads_to("cy/polisi/absenoldeb/2027-01-01/"));
}

#[test]
fn a_list_of_documents_leads_from_a_withdrawn_one_to_what_stands_in_its_place() {
    let site = leave(
        &TO_COME[..1],
        "withdrawn: {on: 2024-05-01}\nreplaced_by: policy/time-off\n",
    );
    let built = site
        .yaml(
            "policy/time-off/document.yaml",
            "slug: {en: time-off, cy: amser}\n",
        )
        .text("policy/time-off/2024-05-01/en.md", "# Time off\n\nTen.\n")
        .text("policy/time-off/2024-05-01/cy.md", "# Amser\n\nDeg.\n")
        .build();
    for (list, label, href) in [
        ("en/", "In its place: Time off", "policy/time-off/"),
        ("cy/", "Yn ei lle: Amser", "polisi/amser/"),
    ] {
        let page = built.output().page(list);
        let words: String = page.only(".replaced-by").text().collect();
        assert_eq!(words, label);
        assert_eq!(page.attributes(".replaced-by a", "href"), [href]);
    }
}

#[test]
fn what_a_version_to_come_will_change_is_a_link_away_from_the_one_that_it_replaces() {
    let built = leave(&TO_COME, "").build();
    for (root, changes, words) in [
        (
            "en/policy/leave/",
            "changes/",
            "See what the new version changes",
        ),
        (
            "cy/polisi/absenoldeb/",
            "newidiadau/",
            "Beth y mae’r fersiwn newydd yn ei newid",
        ),
    ] {
        for (below, up) in [("", ""), ("2022-04-01/", "../")] {
            let page = built.output().page(&format!("{root}{below}"));
            let link = page.only(".notice-coming .notice-links a");
            assert_eq!(link.text().collect::<String>(), words);
            assert_eq!(
                link.attr("href").unwrap(),
                format!("{up}{changes}2022-04-01/2027-01-01/")
            );
        }
    }
    let without = leave(&TO_COME, "").setting("comparisons: none\n").build();
    let page = without.output().page("en/policy/leave/");
    assert!(page.select(".notice-coming .notice-links").is_empty());
}

#[test]
fn a_version_that_was_published_for_a_document_withdrawn_before_is_spoken_of() {
    let versions = [("2020-01-01", ""), ("2022-05-01", ""), ("2024-05-01", "")];
    let withdrawn = "withdrawn: {on: 2022-03-01}\n";
    let found_of = |states: &str| {
        let checked = leave(&versions, states).check();
        let found = checked.of_code("contradictory-dates").into_iter();
        let found = found.map(|found| (found.severity.clone(), found.message.clone()));
        found.collect::<Vec<_>>()
    };
    let found = found_of(withdrawn);
    assert_eq!(found.len(), 2, "{found:?}");
    for ((severity, message), version) in found.iter().zip(["2022-05-01", "2024-05-01"]) {
        assert_eq!(severity, "warning");
        assert!(message.contains(version), "{message}");
        assert!(message.contains("is never in force"), "{message}");
    }
    // Reinstated, the last of them holds; one that was there when the document was withdrawn is past mending.
    let reinstated = format!("{withdrawn}reinstated: {{on: 2024-05-01}}\n");
    assert_eq!(found_of(&reinstated).len(), 1);
    let there_before = [
        ("2020-01-01", ""),
        ("2022-05-01", "published_on: 2022-01-01\n"),
    ];
    let checked = leave(&there_before, withdrawn).check();
    assert!(checked.of_code("contradictory-dates").is_empty());
}

#[test]
fn a_version_that_the_withdrawal_forestalls_is_not_announced() {
    let versions = [
        ("2020-01-01", ""),
        ("2027-03-01", "published_on: 2026-01-01\n"),
    ];
    let withdrawn = "withdrawn: {on: 2027-01-31}\n";
    let site = leave(&versions, withdrawn);
    let built = site.build();
    let output = built.output();
    let page = output.page("en/policy/leave/");
    assert!(page.contains("This document will be withdrawn."));
    for address in [
        "en/policy/leave/",
        "en/policy/leave/2020-01-01/",
        "en/policy/",
    ] {
        let page = output.page(address);
        assert!(!page.contains("New version"), "{address}");
    }
    let history = output.page("en/policy/leave/changes/");
    assert!(!history.contains("Coming"), "{}", history.words());
    assert!(history.contains("Was to take effect"));
    let checked = site.check();
    let found = checked.of_code("contradictory-dates");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].severity.as_str(), found[0].line), ("warning", 2));
    assert!(found[0].message.contains("will never be in force"));

    // Reinstated, it holds.
    let states = format!("{withdrawn}reinstated: {{on: 2027-06-01}}\n");
    let site = leave(&versions, &states);
    let page = site.build();
    let page = page.output().page("en/policy/leave/");
    assert!(page.contains("New version"), "{}", page.words());
    assert_eq!(site.check().of_code("contradictory-dates").len(), 0);
}

#[test]
fn where_nothing_is_in_force_no_link_says_that_it_leads_there() {
    let versions = [
        ("2030-01-01", "published_on: 2026-01-01\n"),
        ("2031-01-01", "published_on: 2026-02-01\n"),
    ];
    let built = leave(&versions, "").build();
    for address in [
        "en/policy/leave/changes/",
        "en/policy/leave/changes/2030-01-01/2031-01-01/",
    ] {
        let page = built.output().page(address);
        assert!(!page.contains("Read the version in force"), "{address}");
        assert!(page.contains("Read the document"), "{address}");
    }
}

#[test]
fn a_document_names_in_its_withdrawal_what_says_that_it_replaces_it() {
    let site = leave(&[("2020-01-01", "")], "withdrawn: {on: 2024-05-01}\n")
        .text("policy/time-off/2024-05-01/en.md", "# Time off\n\nDays.\n")
        .text(
            "policy/time-off/2024-05-01/cy.md",
            "# Amser i ffwrdd\n\nDyddiau.\n",
        )
        .yaml(
            "policy/time-off/document.yaml",
            "slug: {en: time-off, cy: amser}\nreplaces: [policy/leave]\n",
        );
    let built = site.build();
    for address in ["en/policy/leave/", "en/policy/leave/2020-01-01/"] {
        let page = built.output().page(address);
        let notice: String = page.only(".notice-gone").text().collect();
        assert!(notice.contains("Time off"), "{address}: {notice}");
    }
    let list = built.output().page("en/policy/");
    let replaced: String = list.only(".replaced-by").text().collect();
    assert!(replaced.contains("Time off"), "{replaced}");
}

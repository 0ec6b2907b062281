//! From when until when each version of a document holds: what its history and its pages say.

use crate::site::tenure::{PERHAPS, leave};
use crate::site::{Built, Output};

/// What the history says of each version, the oldest first: its state and from when until when it holds.
fn told(output: &Output) -> Vec<String> {
    let page = output.page("en/policy/leave/changes/");
    let versions = page.select("li.version");
    let told = versions.into_iter().rev().map(|version| {
        let words = |css: &str| {
            let selector = scraper::Selector::parse(css).unwrap();
            let found = version.select(&selector);
            let texts = found.map(|it| it.text().collect::<String>().trim().to_owned());
            texts.collect::<Vec<_>>()
        };
        let facts = words("dl dt").into_iter().zip(words("dl dd"));
        let facts = facts.filter(|(label, _)| label != "Published on");
        let facts = facts.map(|(label, value)| format!("{label} {value}"));
        let state = words("h2 .badge").remove(0);
        [state]
            .into_iter()
            .chain(facts)
            .collect::<Vec<_>>()
            .join("; ")
    });
    told.collect()
}

fn tells(versions: &[(&str, &str)], states: &str, expected: &[&str]) -> Built {
    let built = leave(versions, states).build();
    assert_eq!(told(built.output()), expected, "{versions:?} {states}");
    built
}

const TWO: [(&str, &str); 2] = [("2024-01-01", ""), ("2026-06-01", "")];

#[test]
fn a_version_holds_until_the_eve_of_the_next() {
    tells(
        &TWO,
        "",
        &[
            "Replaced; In force from 1 January 2024; In force until 31 May 2026",
            "In force; In force since 1 June 2026",
        ],
    );
}

#[test]
fn a_withdrawal_between_two_versions_ends_the_first() {
    tells(
        &TWO,
        "withdrawn: {on: 2025-01-01}\nreinstated: {on: 2026-06-01}\n",
        &[
            "Replaced; In force from 1 January 2024; In force until 31 December 2024",
            "In force; In force since 1 June 2026",
        ],
    );
}

#[test]
fn a_withdrawal_from_which_the_document_was_reinstated_is_told_within_the_time_of_a_version() {
    let built = tells(
        &TWO,
        "withdrawn: {on: 2024-06-01}\nreinstated: {on: 2025-03-01}\n",
        &[
            "Replaced; In force from 1 January 2024; Withdrawn 1 June 2024 – 28 February 2025; \
             In force until 31 May 2026",
            "In force; In force since 1 June 2026",
        ],
    );
    let history = built.output().page("en/policy/leave/changes/");
    assert_eq!(history.select(".timeline .t-bar").len(), 3);
    assert_eq!(history.select(".timeline .t-gone").len(), 1);

    let built = tells(
        &TWO[..1],
        "withdrawn: {on: 2024-06-01}\nreinstated: {on: 2025-03-01}\n",
        &[
            "In force; In force from 1 January 2024; Withdrawn 1 June 2024 – 28 February 2025; \
           In force since 1 March 2025",
        ],
    );
    let list = built.output().page("en/policy/");
    let said: String = list.only(".holds").text().collect();
    assert_eq!(said, "In force since: 1 March 2025");
}

#[test]
fn a_withdrawal_to_come_ends_the_version_that_will_hold_until_then() {
    let states = "withdrawn: {on: 2027-03-01, reason: {en: Merged., cy: Unwyd.}}\n";
    let built = tells(
        &TWO,
        states,
        &[
            "Replaced; In force from 1 January 2024; In force until 31 May 2026",
            "In force; In force since 1 June 2026; In force until 28 February 2027",
        ],
    );
    for (page, words) in [
        (
            "en/policy/leave/",
            "This document will be withdrawn. To be withdrawn on 1 March 2027 Reason Merged.",
        ),
        (
            "en/policy/leave/changes/",
            "This document will be withdrawn. To be withdrawn on 1 March 2027 Reason Merged.",
        ),
        (
            "cy/polisi/absenoldeb/",
            "Bydd y ddogfen hon yn cael ei thynnu’n ôl. I’w thynnu’n ôl ar 1 Mawrth 2027 Rheswm Unwyd.",
        ),
    ] {
        let page = built.output().page(page);
        assert!(page.contains(words), "{words}: {}", page.words());
    }
    let old = built.output().page("en/policy/leave/2024-01-01/");
    assert!(old.select(".notice-gone").is_empty());
}

#[test]
fn a_withdrawal_to_come_does_not_end_what_is_replaced_or_reinstated() {
    tells(
        &[
            ("2024-01-01", ""),
            ("2027-01-01", "published_on: 2026-10-01\n"),
        ],
        "withdrawn: {on: 2027-03-01}\nreinstated: {on: 2027-09-01}\n",
        &[
            "In force; In force since 1 January 2024; In force until 31 December 2026",
            "Coming; In force from 1 January 2027; Withdrawn 1 March 2027 – 31 August 2027",
        ],
    );
}

#[test]
fn every_page_says_the_same_of_the_day_since_when_a_reinstated_document_holds() {
    let built = leave(
        &TWO[..1],
        "withdrawn: {on: 2024-06-01}\nreinstated: {on: 2025-03-01}\n",
    )
    .build();
    let fact = scraper::Selector::parse("dl.pairs > div").unwrap();
    for (address, label, since, other) in [
        (
            "en/policy/leave/",
            "In force since",
            "1 March 2025",
            "In force from",
        ),
        (
            "en/policy/leave/changes/",
            "In force since",
            "1 March 2025",
            "In force from",
        ),
        (
            "cy/polisi/absenoldeb/",
            "Mewn grym ers",
            "1 Mawrth 2025",
            "Mewn grym o",
        ),
    ] {
        let page = built.output().page(address);
        let facts: Vec<String> = page
            .select("main")
            .iter()
            .flat_map(|main| main.select(&fact))
            .map(|fact| fact.text().collect())
            .collect();
        let since_when = facts.iter().filter(|it| it.starts_with(label));
        assert_eq!(since_when.collect::<Vec<_>>(), [&format!("{label}{since}")]);
        assert!(facts.iter().any(|it| it.starts_with(other)), "{facts:?}");
    }
}

#[test]
fn a_version_that_takes_effect_while_the_document_is_withdrawn_holds_once_it_is_reinstated() {
    let built = tells(
        &TWO,
        "withdrawn: {on: 2025-01-01}\nreinstated: {on: 2026-09-01}\n",
        &[
            "Replaced; In force from 1 January 2024; In force until 31 December 2024",
            "In force; In force since 1 September 2026",
        ],
    );
    for list in ["en/", "en/policy/"] {
        let page = built.output().page(list);
        let said: String = page.only(".holds").text().collect();
        assert_eq!(said, "In force since: 1 September 2026", "{list}");
    }
}

#[test]
fn a_version_that_takes_effect_while_the_document_is_withdrawn_for_good_never_holds() {
    let versions = [
        ("2024-01-01", ""),
        ("2026-06-01", ""),
        ("2027-01-01", "published_on: 2026-11-01\n"),
    ];
    let built = tells(
        &versions,
        "withdrawn: {on: 2025-01-01}\n",
        &[
            "Withdrawn; In force from 1 January 2024; In force until 31 December 2024",
            "Withdrawn; Was to take effect 1 June 2026",
            "Withdrawn; Was to take effect 1 January 2027",
        ],
    );
    let page = built.output().page("en/policy/leave/");
    assert!(
        page.contains("What 2024-01-01 says."),
        "the last text in force is shown"
    );
    assert!(!page.contains("A new version will replace this one"));
    assert!(
        !built
            .output()
            .page("en/policy/leave/2024-01-01/")
            .contains("A new version")
    );
}

#[test]
fn a_version_to_come_is_told_of_while_the_document_is_withdrawn_until_then() {
    let versions = [
        ("2024-01-01", ""),
        ("2027-01-01", "published_on: 2026-11-01\n"),
    ];
    let built = tells(
        &versions,
        "withdrawn: {on: 2025-01-01}\nreinstated: {on: 2027-01-01}\n",
        &[
            "Withdrawn; In force from 1 January 2024; In force until 31 December 2024",
            "Coming; In force from 1 January 2027",
        ],
    );
    let page = built.output().page("en/policy/leave/");
    assert!(page.contains("A new version will replace this one"));
}

#[test]
fn a_version_that_is_corrected_before_it_takes_effect_never_holds() {
    let versions = [
        ("2020-01-01", ""),
        ("2024-01-01", "published_on: 2023-12-01\n"),
        ("2024-01-01.1", "published_on: 2023-12-15\n"),
    ];
    let expected = [
        "Replaced; In force from 1 January 2020; In force until 31 December 2023",
        "Corrected since; Was to take effect 1 January 2024",
        "In force; In force since 1 January 2024",
    ];
    let built = tells(&versions, "", &expected);
    let first = built.output().page("en/policy/leave/2020-01-01/");
    assert!(
        first.leads_to("en/policy/leave/2024-01-01.1/"),
        "to the text that took its place"
    );

    let early = leave(&versions, "").on("2023-12-20").build();
    assert_eq!(
        told(early.output()),
        [
            "In force; In force since 1 January 2020; In force until 31 December 2023",
            "Corrected since; Was to take effect 1 January 2024",
            "Coming; In force from 1 January 2024",
        ]
    );
    let document = early.output().page("en/policy/leave/");
    assert!(
        document.leads_to("en/policy/leave/2024-01-01.1/"),
        "to the text that will hold"
    );
    assert!(!document.leads_to("en/policy/leave/2024-01-01/"));
}

#[test]
fn a_version_that_is_corrected_before_it_can_have_begun_never_holds() {
    let states = |published: &str| {
        format!(
            "effective_from: {{after: 2027-01-01, by: 2027-12-31}}\npublished_on: {published}\n"
        )
    };
    let (first, second) = (states("2026-06-01"), states("2026-09-01"));
    let built = tells(
        &[("2020-01-01", ""), ("2027", &first), ("2027.1", &second)],
        "",
        &[
            "In force; In force since 1 January 2020; To be replaced 2027 (exact day not known)",
            "Corrected since; Was to take effect 2027 (exact day not known)",
            "Coming; In force from 2027 (exact day not known)",
        ],
    );
    let page = built.output().page("en/policy/leave/");
    assert!(page.leads_to("en/policy/leave/2027.1/") && !page.leads_to("en/policy/leave/2027/"));
}

#[test]
fn a_correction_of_a_version_in_force_holds_from_the_day_on_which_it_can_be_read() {
    tells(
        &[
            ("2024-01-01", ""),
            ("2024-01-01.1", "published_on: 2024-03-01\n"),
        ],
        "",
        &[
            "Corrected since; In force from 1 January 2024; In force until 29 February 2024",
            "In force; In force since 1 January 2024",
        ],
    );
}

#[test]
fn a_version_that_is_corrected_on_its_first_day_has_no_last_one() {
    let versions = [
        ("2020-01-01", ""),
        ("2024-01-01", ""),
        ("2024-01-01.2", "published_on: 2024-01-01\n"),
    ];
    let built = tells(
        &versions,
        "",
        &[
            "Replaced; In force from 1 January 2020; In force until 31 December 2023",
            "Corrected since; In force from 1 January 2024",
            "In force; In force since 1 January 2024",
        ],
    );
    for old in ["2020-01-01", "2024-01-01"] {
        let page = built.output().page(&format!("en/policy/leave/{old}/"));
        assert!(page.leads_to("en/policy/leave/2024-01-01.2/"), "{old}");
    }
}

#[test]
fn a_correction_of_an_old_version_does_not_lengthen_its_time() {
    tells(
        &[
            ("2024-01-01", ""),
            ("2024-01-01.1", "published_on: 2026-07-01\n"),
            ("2026-06-01", ""),
        ],
        "",
        &[
            "Replaced; In force from 1 January 2024; In force until 31 May 2026",
            "Replaced; In force from 1 January 2024; In force until 31 May 2026",
            "In force; In force since 1 June 2026",
        ],
    );
}

#[test]
fn a_start_that_is_not_known_is_the_end_of_no_day() {
    tells(
        &[
            ("2017-08-09", "effective_from: {by: 2017-08-09}\n"),
            (
                "2020",
                "effective_from: {after: 2020-01-01, by: 2020-12-31}\n",
            ),
            ("2021-02-01", ""),
        ],
        "withdrawn: {on: 2025-01-01}\n",
        &[
            "Replaced; In force by 9 August 2017 (start not known); Replaced 2020 (exact day not known)",
            "Replaced; In force from 2020 (exact day not known); In force until 31 January 2021",
            "Withdrawn; In force from 1 February 2021; In force until 31 December 2024",
        ],
    );
}

#[test]
fn a_version_that_may_hold_already_is_told_as_that_and_so_is_the_one_before_it() {
    let built = tells(
        &PERHAPS,
        "",
        &[
            "May already have been replaced; In force since 1 January 2024; \
             Replaced, or to be replaced 2026 (exact day not known)",
            "May already be in force; In force from 2026 (exact day not known)",
        ],
    );
    let output = built.output();
    let says = |address: &str, words: &str| {
        let page = output.page(address);
        assert!(page.contains(words), "{address}: {}", page.words());
    };
    says(
        "en/policy/leave/",
        "A new version may already have replaced this one.",
    );
    says("en/policy/leave/", "What 2024-01-01 says.");
    says(
        "en/policy/leave/2026/",
        "This version may already be in force.",
    );
    for page in ["2026/", "changes/"] {
        let page = format!("en/policy/leave/{page}");
        says(&page, "Read the last version known to have been in force");
    }
    says(
        "cy/polisi/absenoldeb/2026/",
        "Efallai fod y fersiwn hon eisoes mewn grym.",
    );
    for list in ["en/", "en/policy/", "en/a-z/", "en/policy/book/"] {
        says(list, "May already have been replaced");
    }
    says(
        "en/on-a-date/",
        "May already have been replaced by the version: 2026",
    );
    for address in ["en/policy/leave/", "en/policy/leave/2026/", "en/policy/"] {
        let page = output.page(address);
        for told in ["not in force yet", "will replace", "Coming"] {
            assert!(!page.contains(told), "{address} says “{told}”");
        }
    }
    let states = output.document("policy/leave")["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| version["state"].clone())
        .collect::<Vec<_>>();
    assert_eq!(states, ["in-force", "coming"], "what others read is fixed");
}

#[test]
fn before_the_first_day_on_which_it_may_begin_a_version_is_coming() {
    let site = leave(&PERHAPS, "").on("2025-12-31");
    assert_eq!(
        told(site.build().output()),
        [
            "In force; In force since 1 January 2024; To be replaced 2026 (exact day not known)",
            "Coming; In force from 2026 (exact day not known)",
        ]
    );
    assert_eq!(
        site.build().output().site_json()["stale_after"],
        "2025-12-31"
    );
}

#[test]
fn the_first_version_of_a_document_may_hold_already() {
    let built = tells(
        &[(
            "2027-01-01",
            "effective_from: {by: 2027-01-01}\npublished_on: 2026-11-01\n",
        )],
        "",
        &["May already be in force; In force by 1 January 2027 (start not known)"],
    );
    for list in ["en/", "en/policy/", "en/a-z/"] {
        let page = built.output().page(list);
        assert!(page.contains("May already be in force"), "{list}");
    }
}

#[test]
fn of_a_version_that_may_hold_already_the_text_as_corrected_may() {
    let correction =
        "effective_from: {after: 2026-01-01, by: 2026-12-31}\npublished_on: 2026-05-01\n";
    let versions = [PERHAPS[0], PERHAPS[1], ("2026.1", correction)];
    let built = leave(&versions, "").build();
    let states: Vec<String> = told(built.output())
        .iter()
        .map(|told| told.split(';').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        states,
        [
            "May already have been replaced",
            "Corrected since",
            "May already be in force"
        ]
    );
    let page = built.output().page("en/on-a-date/");
    assert!(page.leads_to("en/policy/leave/2026.1/"));
}

#[test]
fn a_version_does_not_hold_before_the_one_that_it_follows_may() {
    let versions = [
        PERHAPS[0],
        (
            "v2",
            "effective_from: {after: 2026-12-01, by: 2026-12-31}\npublished_on: 2025-12-01\n",
        ),
        (
            "v3",
            "effective_from: {after: 2026-01-01, by: 2027-12-31}\npublished_on: 2025-12-01\n",
        ),
    ];
    let states: Vec<String> = told(leave(&versions, "").build().output())
        .iter()
        .map(|told| told.split(';').next().unwrap().to_owned())
        .collect();
    assert_eq!(states, ["In force", "Coming", "Coming"]);
}

#[test]
fn a_withdrawal_before_a_version_need_have_begun_is_not_told_within_its_time() {
    let versions = [
        ("2023-01-01", ""),
        (
            "2027-01-01",
            "effective_from: {by: 2027-01-01}\npublished_on: 2026-10-01\n",
        ),
    ];
    tells(
        &versions,
        "withdrawn: {on: 2024-06-01}\nreinstated: {on: 2025-03-01}\n",
        &[
            "May already have been replaced; In force from 1 January 2023; \
             Withdrawn 1 June 2024 – 28 February 2025; In force since 1 March 2025; \
             Replaced, or to be replaced by 1 January 2027 (exact day not known)",
            "May already be in force; In force by 1 January 2027 (start not known)",
        ],
    );
}

#[test]
fn a_version_replaced_before_the_document_was_withdrawn_says_both() {
    let versions = [
        ("2015-01-01", ""),
        ("2018-01-01", ""),
        ("2018-01-01.1", "published_on: 2019-01-01\n"),
    ];
    let built = tells(
        &versions,
        "withdrawn: {on: 2024-05-01, reason: {en: Old., cy: Hen.}}\n",
        &[
            "Replaced; In force from 1 January 2015; In force until 31 December 2017",
            "Corrected since; In force from 1 January 2018; In force until 31 December 2018",
            "Withdrawn; In force from 1 January 2018; In force until 30 April 2024",
        ],
    );
    let output = built.output();
    for (root, withdrawn, old, last_day) in [
        (
            "en/policy/leave/",
            "This document has been withdrawn.",
            "This is an old version. Another has replaced it.",
            "31 December 2017",
        ),
        (
            "cy/polisi/absenoldeb/",
            "Mae’r ddogfen hon wedi’i thynnu’n ôl.",
            "Y fersiwn a’i disodlodd",
            "31 Rhagfyr 2017",
        ),
    ] {
        let page = output.page(&format!("{root}2015-01-01/"));
        for words in [withdrawn, old, last_day] {
            assert!(page.contains(words), "{words}: {}", page.words());
        }
        let links = page.attributes(".notice-old a", "href");
        for link in ["../2018-01-01/", "../"] {
            assert!(links.contains(&link.to_owned()), "{link}: {links:?}");
        }
        let last = output.page(&format!("{root}2018-01-01.1/"));
        assert!(last.select(".notice-old").is_empty());
    }
}

#[test]
fn a_version_replaced_on_the_day_of_the_withdrawal_was_ended_by_it() {
    let built = leave(
        &[("2020-01-01", ""), ("2024-05-01", "")],
        "withdrawn: {on: 2024-05-01}\n",
    )
    .build();
    let states: Vec<String> = told(built.output())
        .iter()
        .map(|told| told.split(';').next().unwrap().to_owned())
        .collect();
    assert_eq!(states, ["Withdrawn", "Withdrawn"]);
}

#[test]
fn the_changes_in_all_languages_of_a_withdrawn_document_say_that_it_is() {
    let built = leave(&TWO, "withdrawn: {on: 2026-07-01}\n").build();
    for (address, said) in [
        (
            "en/policy/leave/changes/2024-01-01/2026-06-01/both-languages/",
            "This document has been withdrawn.",
        ),
        (
            "cy/polisi/absenoldeb/newidiadau/2024-01-01/2026-06-01/dwyieithog/",
            "Mae’r ddogfen hon wedi’i thynnu’n ôl.",
        ),
    ] {
        assert!(built.output().page(address).contains(said), "{address}");
    }
}

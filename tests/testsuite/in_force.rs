//! Which version holds on a day, and that every page says no more than is known.

use crate::site::{Output, Page, Site};
use scraper::ElementRef;

/// A site with one document in two languages, and texts for its versions.
struct Leave(Site);

impl Leave {
    fn new() -> Self {
        Leave(Site::in_two_languages().yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\n",
        ))
    }

    /// With a version in both languages.
    fn version(self, id: &str) -> Self {
        let english = format!("# Leave\n\nWhat {id} says.\n");
        let welsh = format!("# Absenoldeb\n\nYr hyn a ddywed {id}.\n");
        Leave(
            self.0
                .text(&format!("policy/leave/{id}/en.md"), english)
                .text(&format!("policy/leave/{id}/cy.md"), welsh),
        )
    }

    /// With a version in both languages that states something of itself.
    fn version_that_states(self, id: &str, yaml: &str) -> Self {
        let leave = self.version(id);
        Leave(
            leave
                .0
                .yaml(&format!("policy/leave/{id}/version.yaml"), yaml),
        )
    }

    /// With a document that states something of itself.
    fn states(self, yaml: &str) -> Self {
        Leave(self.0.yaml(
            "policy/leave/document.yaml",
            &format!("slug: {{en: leave, cy: absenoldeb}}\n{yaml}"),
        ))
    }

    /// The version that the document's page shows when the site is built for a day.
    fn shown_on(self, day: &str) -> (Self, String) {
        let site = self.0.on(day);
        let shown = {
            let built = site.build();
            let english = shown_at(built.output(), "en/policy/leave/");
            assert_eq!(english, shown_at(built.output(), "cy/polisi/absenoldeb/"));
            english
        };
        (Leave(site), shown)
    }

    fn shows(mut self, days: &[(&str, &str)]) {
        for (day, expected) in days {
            let shown;
            (self, shown) = self.shown_on(day);
            assert_eq!(&shown, expected, "on {day}");
        }
    }
}

fn shown_at(output: &Output, address: &str) -> String {
    output
        .page(address)
        .article()
        .mark("data-version")
        .unwrap()
        .to_owned()
}

fn states(output: &Output) -> Vec<(String, String)> {
    let document = output.document("policy/leave");
    let versions = document["versions"].as_array().unwrap().clone();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    versions
        .iter()
        .map(|version| (text(&version["id"]), text(&version["state"])))
        .collect()
}

fn days(page: &Page) -> Vec<String> {
    page.attributes("main time", "datetime")
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

#[test]
fn the_latest_version_that_has_begun_holds() {
    Leave::new()
        .version("2020-01-01")
        .version("2022-06-30")
        .version("2023-01-01")
        .shows(&[
            ("2020-01-01", "2020-01-01"),
            ("2022-06-29", "2020-01-01"),
            ("2022-06-30", "2022-06-30"),
            ("2026-01-01", "2023-01-01"),
        ]);
}

#[test]
fn the_highest_correction_that_could_be_read_holds() {
    Leave::new()
        .version("2020-01-01")
        .version_that_states("2020-01-01.2", "published_on: 2020-02-01\n")
        .version_that_states("2020-01-01.10", "published_on: 2020-03-01\n")
        .shows(&[
            ("2020-01-31", "2020-01-01"),
            ("2020-02-01", "2020-01-01.2"),
            ("2020-02-29", "2020-01-01.2"),
            ("2020-03-01", "2020-01-01.10"),
        ]);
}

#[test]
fn a_correction_of_an_old_version_does_not_come_into_force() {
    let leave = Leave::new()
        .version("2020-01-01")
        .version("2022-01-01")
        .version_that_states("2020-01-01.1", "published_on: 2023-01-01\n");
    let (leave, shown) = leave.shown_on("2024-01-01");
    assert_eq!(shown, "2022-01-01");
    let state = |id: &str, state: &str| (id.to_owned(), state.to_owned());
    assert_eq!(
        states(leave.0.build().output()),
        [
            state("2020-01-01", "superseded"),
            state("2020-01-01.1", "superseded"),
            state("2022-01-01", "in-force"),
        ]
    );
}

#[test]
fn versions_with_numbers_are_in_the_order_of_their_dates() {
    Leave::new()
        .version_that_states("v10", "effective_from: 2022-01-01\n")
        .version_that_states("v9", "effective_from: 2021-01-01\n")
        .version_that_states("v2.1", "effective_from: 2020-01-01\n")
        .shows(&[
            ("2020-05-01", "v2.1"),
            ("2021-05-01", "v9"),
            ("2022-05-01", "v10"),
        ]);
}

#[test]
fn corrections_of_one_day_are_told_apart() {
    let published = "published_on: 2018-12-11\n";
    let leave = Leave::new()
        .version("2018-12-11")
        .version_that_states("2018-12-11.2", published)
        .version_that_states("2018-12-11.3", published);
    let built = leave.0.build();
    let output = built.output();
    let second = "11 Rhagfyr 2018, cywirwyd ar 11 Rhagfyr 2018, fersiwn 2018-12-11.2";
    let third = "11 Rhagfyr 2018, cywirwyd ar 11 Rhagfyr 2018, fersiwn 2018-12-11.3";
    let all = |page: &Page, css: &str| -> Vec<String> {
        page.select(css).into_iter().map(text_of).collect()
    };
    let comparison = "cy/polisi/absenoldeb/newidiadau/2018-12-11.2/2018-12-11.3/";
    let comparison = output.page(comparison);
    assert_eq!(all(&comparison, ".from-to dd a"), [second, third]);
    let history = output.page("cy/polisi/absenoldeb/newidiadau/");
    let headings = all(&history, "li.version h2 a");
    assert_eq!(headings, [third, second, "11 Rhagfyr 2018"]);
    let choices = all(&history, "#pair-before option");
    assert_eq!(choices, ["11 Rhagfyr 2018", second, third]);
    let rows = all(&history, ".t-name").join("; ");
    assert!(rows.contains("fersiwn 2018-12-11.3 ·"), "{rows}");
    let older = output.page("en/policy/leave/2018-12-11.2/");
    let replaced_by = all(&older, ".notice dd a");
    let third = "11 December 2018, corrected on 11 December 2018, version 2018-12-11.3";
    assert_eq!(replaced_by, [third]);
    let title = all(&older, "title").remove(0);
    assert!(title.contains("version 2018-12-11.2"), "{title}");
}

#[test]
fn a_version_to_come_is_shown_as_coming() {
    let leave = Leave::new()
        .version("2020-01-01")
        .version_that_states("2027-04-01", "published_on: 2026-11-01\n");
    let (leave, shown) = leave.shown_on("2026-11-23");
    assert_eq!(shown, "2020-01-01");
    let built = leave.0.build();
    let output = built.output();
    let state = |id: &str, state: &str| (id.to_owned(), state.to_owned());
    assert_eq!(
        states(output),
        [
            state("2020-01-01", "in-force"),
            state("2027-04-01", "coming")
        ]
    );

    for (document, coming) in [
        ("en/policy/leave/", "en/policy/leave/2027-04-01/"),
        ("cy/polisi/absenoldeb/", "cy/polisi/absenoldeb/2027-04-01/"),
    ] {
        // Right at midnight without a build: until when it holds, and what comes then.
        let page = output.page(document);
        assert!(page.leads_to(coming), "{document}");
        assert!(
            days(&page)
                .iter()
                .any(|day| day == "2027-03-31" || day == "2027-04-01"),
            "{:?}",
            days(&page)
        );
        let page = output.page(coming);
        assert!(days(&page).contains(&"2027-04-01".to_owned()));
        assert!(page.leads_to(document), "{coming}");
    }
    assert!(
        output
            .page("en/policy/leave/2027-04-01/")
            .contains("This version is not in force yet.")
    );
}

#[test]
fn a_document_that_only_comes_is_not_shown_as_in_force() {
    let leave = Leave::new().version_that_states("2027-04-01", "published_on: 2026-11-01\n");
    let (leave, shown) = leave.shown_on("2026-11-23");
    assert_eq!(shown, "2027-04-01");
    let built = leave.0.build();
    assert!(built.output().document("policy/leave")["in_force"].is_null());
    assert!(
        built
            .output()
            .page("en/policy/leave/")
            .contains("This version is not in force yet.")
    );
}

#[test]
fn an_old_version_says_that_it_is_old() {
    let (leave, _) = Leave::new()
        .version("2020-01-01")
        .version("2022-06-30")
        .shown_on("2026-11-23");
    let built = leave.0.build();
    for (address, document, changes) in [
        (
            "en/policy/leave/2020-01-01/",
            "en/policy/leave/",
            "en/policy/leave/changes/2020-01-01/2022-06-30/",
        ),
        (
            "cy/polisi/absenoldeb/2020-01-01/",
            "cy/polisi/absenoldeb/",
            "cy/polisi/absenoldeb/newidiadau/2020-01-01/2022-06-30/",
        ),
    ] {
        let page = built.output().page(address);
        let found = days(&page);
        for day in ["2020-01-01", "2022-06-29"] {
            assert!(
                found.iter().any(|other| other == day),
                "{day} on {address}: {found:?}"
            );
        }
        let newest = format!("{document}2022-06-30/");
        assert!(
            page.leads_to(&newest) || page.leads_to(document),
            "{address}"
        );
        let current = changes.replace(
            "2022-06-30",
            if address.starts_with("en") {
                "current"
            } else {
                "cyfredol"
            },
        );
        assert!(
            page.leads_to(changes) || page.leads_to(&current),
            "{address}"
        );
        assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
    }
    let english = built.output().page("en/policy/leave/2020-01-01/");
    assert!(
        english.contains("This is an old version."),
        "{}",
        english.words()
    );
}

#[test]
fn no_page_claims_more_than_is_known() {
    let (leave, shown) = Leave::new()
        .version_that_states(
            "2017-08-09",
            "effective_from: {by: 2017-08-09}\npublished_on: 2017-08-09\n",
        )
        .version_that_states(
            "2020",
            "effective_from: {after: 2020-01-01, by: 2020-12-31}\n",
        )
        .shown_on("2026-11-23");
    assert_eq!(shown, "2020");
    let built = leave.0.build();
    let output = built.output();
    let old = output.page("en/policy/leave/2017-08-09/");
    assert!(old.contains("by 9 August 2017"), "{}", old.words());
    assert!(old.contains("start not known"), "{}", old.words());
    assert!(
        output
            .page("cy/polisi/absenoldeb/2017-08-09/")
            .contains("9 Awst 2017")
    );
    for address in output.pages() {
        let words = output.page(&address).words();
        for claim in [
            "since 9 August 2017",
            "since: 9 August 2017",
            "from 9 August 2017",
            "since 31 December 2020",
        ] {
            assert!(!words.contains(claim), "{claim} on {address}");
        }
    }
    let new = output.page("en/policy/leave/2020/");
    assert!(
        new.contains("2020 (exact day not known)"),
        "{}",
        new.words()
    );
    // That it was published by the end of that year is how builds order it, and not known either.
    assert!(!new.contains("31 December 2020"), "{}", new.words());
}

#[test]
fn a_span_of_days_is_named_by_its_first_and_its_last() {
    let leave = Leave::new().version_that_states(
        "spring",
        "effective_from: {after: 2020-03-05, by: 2020-05-31}\npublished_on: 2020-06-02\n",
    );
    let page = leave.0.build().output().page("en/policy/leave/");
    assert!(
        page.contains("between 5 March 2020 and 31 May 2020"),
        "{}",
        page.words()
    );
    assert!(
        page.contains("Published on 2 June 2020"),
        "{}",
        page.words()
    );
}

#[test]
fn versions_with_unknown_days_are_in_the_order_of_the_latest_possible_one() {
    Leave::new()
        .version_that_states("early", "effective_from: {by: 2018-05-01}\n")
        .version_that_states(
            "late",
            "effective_from: {after: 2018-01-01, by: 2018-12-31}\n",
        )
        .version("2018-07-01")
        .shows(&[
            ("2018-05-01", "early"),
            ("2018-07-01", "2018-07-01"),
            ("2018-12-31", "late"),
        ]);
}

const WITHDRAWN: &str = "\
withdrawn:
  on: 2025-01-01
  reason: {en: The law changed., cy: Newidiodd y gyfraith.}
replaced_by: policy/time-off
";

fn with_its_replacement(leave: Leave) -> Leave {
    Leave(
        leave
            .0
            .yaml(
                "policy/time-off/document.yaml",
                "slug: {en: time-off, cy: amser-rhydd}\n",
            )
            .text(
                "policy/time-off/2025-01-01/en.md",
                "# Time off\n\nThirty days.\n",
            )
            .text(
                "policy/time-off/2025-01-01/cy.md",
                "# Amser rhydd\n\nDeg diwrnod ar hugain.\n",
            ),
    )
}

#[test]
fn a_withdrawn_document_keeps_its_texts_under_a_banner() {
    let leave = Leave::new()
        .version("2020-01-01")
        .version("2022-01-01")
        .states(WITHDRAWN);
    let leave = with_its_replacement(leave);
    let (leave, shown) = leave.shown_on("2026-11-23");
    assert_eq!(shown, "2022-01-01");
    let built = leave.0.build();
    let output = built.output();
    assert!(output.document("policy/leave")["in_force"].is_null());
    assert!(states(output).iter().all(|(_, state)| state == "withdrawn"));
    for (root, reason, replacement, changes) in [
        (
            "en/policy/leave/",
            "The law changed.",
            "en/policy/time-off/",
            "changes/2020-01-01/2022-01-01/",
        ),
        (
            "cy/polisi/absenoldeb/",
            "Newidiodd y gyfraith.",
            "cy/polisi/amser-rhydd/",
            "newidiadau/2020-01-01/2022-01-01/",
        ),
    ] {
        for below in ["", "2020-01-01/", "2022-01-01/", changes] {
            let page = output.page(&format!("{root}{below}"));
            assert!(page.contains(reason), "{}", page.address());
            assert!(page.leads_to(replacement), "{}", page.address());
            assert!(
                days(&page).contains(&"2025-01-01".to_owned()),
                "{}",
                page.address()
            );
        }
        assert!(
            !output.text("sitemap.xml").contains(&format!("/{root}<")),
            "{root} is not in force"
        );
    }
}

#[test]
fn a_document_is_in_force_until_it_is_withdrawn_and_again_when_reinstated() {
    let reinstated = format!(
        "{WITHDRAWN}reinstated:\n  on: 2025-06-01\n  reason: {{en: It did not., cy: Ni wnaeth.}}\n"
    );
    let leave = with_its_replacement(Leave::new().version("2020-01-01").states(&reinstated));
    let mut site = leave.0;
    for (day, notice) in [
        ("2024-12-31", Some("This document will be withdrawn.")),
        ("2025-01-01", Some("This document has been withdrawn.")),
        ("2025-05-31", Some("This document has been withdrawn.")),
        ("2025-06-01", None),
    ] {
        site = site.on(day);
        let built = site.build();
        let in_force = !notice.is_some_and(|notice| notice.contains("has been"));
        let stated = &built.output().document("policy/leave")["in_force"];
        assert_eq!(stated == "2020-01-01", in_force, "on {day}: {stated}");
        let page = built.output().page("en/policy/leave/");
        let told = page.contains("The law changed.");
        assert_eq!(told, notice.is_some(), "on {day}");
        assert!(
            notice.is_none_or(|notice| page.contains(notice)),
            "on {day}"
        );
    }
}

#[test]
fn the_comparison_with_the_version_in_force_names_it() {
    let site = Leave::new()
        .version("2020-01-01")
        .version("2022-01-01")
        .version("2024-01-01")
        .0;
    let built = site.build();
    let page = built
        .output()
        .page("en/policy/leave/changes/2020-01-01/current/");
    let article = page.article();
    assert_eq!(article.mark("data-from"), Some("2020-01-01"));
    assert_eq!(article.mark("data-to"), Some("2024-01-01"));
    let welsh = built
        .output()
        .page("cy/polisi/absenoldeb/newidiadau/2020-01-01/cyfredol/");
    assert_eq!(welsh.article().mark("data-to"), Some("2024-01-01"));
}

#[test]
fn comparisons_are_as_many_as_asked_for() {
    let mut leave = Leave::new();
    for year in 2020..2024 {
        leave = leave.version(&format!("{year}-01-01"));
    }
    let mut site = leave.0;
    for (rule, expected) in [
        ("none", 0),
        ("adjacent", 3),
        ("to-current", 3 + 3),
        ("all", 6 + 3),
    ] {
        site = site.yaml(
            "policy/section.yaml",
            &format!("title: {{en: Policy, cy: Polisi}}\nslug: {{en: policy, cy: polisi}}\ncomparisons: {rule}\n"),
        );
        let built = site.build();
        let pages = built.output().pages();
        let comparisons = pages.iter().filter(|page| {
            page.starts_with("en/policy/leave/changes/2") && !page.ends_with("/both-languages/")
        });
        assert_eq!(comparisons.count(), expected, "{rule}");
    }
}

#[test]
fn guidance_is_current_and_policy_is_in_force() {
    let leave = Leave::new().version("2020-01-01");
    let policy = leave.0.build().output().page("en/policy/leave/").words();
    assert!(policy.contains("In force"), "{policy}");
    let site = leave.0.yaml(
        "policy/section.yaml",
        "title: {en: Policy, cy: Polisi}\nslug: {en: policy, cy: polisi}\nterm: current\n",
    );
    let guidance = site.build().output().page("en/policy/leave/");
    assert!(
        !guidance.words().contains("n force"),
        "{}",
        guidance.words()
    );
    assert!(text_of(guidance.only("main")).contains("Current"));
}

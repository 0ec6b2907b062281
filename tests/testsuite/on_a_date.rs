//! What was in force on a day: the pages of days, and the index that the page's script reads.

use std::collections::BTreeSet;

use crate::site::{Output, Site, resolve};
use serde_json::Value;

/// A site with one document, and what its versions state of themselves.
fn leave(versions: &[(&str, &str)]) -> Site {
    let texts = Site::in_english();
    versions.iter().fold(texts, |site, (id, yaml)| {
        let site = site.text(
            &format!("policy/leave/{id}/en.md"),
            format!("# Leave\n\nWhat {id} says.\n"),
        );
        if yaml.is_empty() {
            site
        } else {
            site.yaml(&format!("policy/leave/{id}/version.yaml"), yaml)
        }
    })
}

fn index(output: &Output) -> Value {
    serde_json::from_str(&output.text("en/on-a-date/days.json")).unwrap()
}

/// The intervals of the only document: `2020-01-01 → 2020-01-01/: In force since: 1 January 2020`.
fn intervals(output: &Output) -> Vec<String> {
    let index = index(output);
    let documents = &index["sections"][0][2];
    assert_eq!(documents.as_array().unwrap().len(), 1);
    let line = |line: &Value| {
        let text = line[1].as_str().unwrap().to_owned();
        match line[2].as_str() {
            Some(href) => format!("{text} ({href})"),
            None => text,
        }
    };
    let interval = |interval: &Value| {
        let from = interval[0].as_str().unwrap();
        let Some(lines) = interval[3].as_array() else {
            return format!("{from} → nothing");
        };
        let lines: Vec<String> = lines.iter().map(line).collect();
        let href = interval[1].as_str().unwrap_or("no text");
        format!("{from} → {href}: {}", lines.join("; "))
    };
    let intervals = documents[0][1].as_array().unwrap();
    intervals.iter().map(interval).collect()
}

#[test]
fn a_version_holds_until_the_next() {
    let site = leave(&[("2020-01-01", ""), ("2022-07-01", "")]);
    assert_eq!(
        intervals(site.build().output()),
        [
            " → nothing",
            "2020-01-01 → 2020-01-01/: In force since: 1 January 2020",
            "2022-07-01 → 2022-07-01/: In force since: 1 July 2022",
        ]
    );
}

#[test]
fn a_start_that_is_not_known_is_never_nothing() {
    let site = leave(&[
        ("2017-08-09", "effective_from: {by: 2017-08-09}\n"),
        (
            "2020",
            "effective_from: {after: 2020-01-01, by: 2020-12-31}\n",
        ),
    ]);
    assert_eq!(
        intervals(site.build().output()),
        [
            " → 2017-08-09/: In force by 9 August 2017; start not known",
            "2017-08-09 → 2017-08-09/: In force by 9 August 2017; start not known",
            "2020-01-01 → 2017-08-09/: In force by 9 August 2017; start not known; \
             May already have been replaced by the version: 2020 (2020/)",
            "2020-12-31 → 2020/: In force since: 2020 (exact day not known)",
        ]
    );
}

#[test]
fn what_was_corrected_later_is_offered_beside_what_could_be_read() {
    let site = leave(&[
        ("2020-01-01", ""),
        ("2020-01-01.1", "published_on: 2020-03-01\n"),
        ("2021-01-01", "published_on: 2021-02-01\n"),
    ]);
    assert_eq!(
        intervals(site.build().output()),
        [
            " → nothing",
            "2020-01-01 → 2020-01-01/: In force since: 1 January 2020; \
             The text as corrected on 1 March 2020 (2020-01-01.1/)",
            "2020-03-01 → 2020-01-01.1/: In force since: 1 January 2020",
            "2021-01-01 → 2020-01-01.1/: In force since: 1 January 2020; \
             The version published on 1 February 2021, which holds from an earlier day (2021-01-01/)",
            "2021-02-01 → 2021-01-01/: In force since: 1 January 2021",
        ]
    );
}

#[test]
fn a_withdrawn_document_says_so_until_it_is_reinstated() {
    let site = leave(&[("2020-01-01", "")]).yaml(
        "policy/leave/document.yaml",
        "withdrawn: {on: 2021-05-01, reason: Old.}\nreinstated: {on: 2022-01-01, reason: Needed.}\n",
    );
    assert_eq!(
        intervals(site.build().output()),
        [
            " → nothing",
            "2020-01-01 → 2020-01-01/: In force since: 1 January 2020",
            "2021-05-01 → 2020-01-01/: Withdrawn on: 1 May 2021",
            "2022-01-01 → 2020-01-01/: In force since: 1 January 2022",
        ]
    );
    let built = site.build();
    let says = |page: &str, words: &str| {
        let page = built.output().page(page);
        assert!(page.contains(words), "{words}: {}", page.words());
    };
    says("en/on-a-date/", "In force since: 1 January 2022");
    says("en/on-a-date/2022-01-01/", "In force since: 1 January 2022");
    says("en/on-a-date/2020-12-31/", "In force since: 1 January 2020");
}

#[test]
fn a_withdrawal_to_come_is_told_of_the_days_from_it_on_alone() {
    let site = leave(&[("2020-01-01", "")]).yaml(
        "policy/leave/document.yaml",
        "withdrawn: {on: 2027-02-01, reason: Old.}\nreinstated: {on: 2027-09-01, reason: Needed.}\n",
    );
    let built = site.build();
    assert_eq!(
        intervals(built.output()),
        [
            " → nothing",
            "2020-01-01 → 2020-01-01/: In force since: 1 January 2020",
            "2027-02-01 → 2020-01-01/: Withdrawn on: 1 February 2027",
            "2027-09-01 → 2020-01-01/: In force since: 1 September 2027",
        ]
    );
    let today = built.output().page("en/on-a-date/");
    assert!(today.contains("In force since: 1 January 2020"));
    let output = built.output().snapshot();
    assert!(!output.contains_key("en/on-a-date/2027-02-01/index.html"));
}

#[test]
fn a_day_that_is_only_the_latest_possible_one_is_called_that() {
    let site = leave(&[
        (
            "2017-08-09",
            "effective_from: {by: 2017-08-09}\npublished_on: 2017-08-09\n",
        ),
        (
            "2020",
            "effective_from: {after: 2020-01-01, by: 2020-12-31}\n",
        ),
        ("2022-02-02", ""),
    ]);
    let built = site.build();
    let said = |address: &str, css: &str| -> Vec<String> {
        let page = built.output().page(address);
        let found = page.select(css).into_iter();
        found.map(|it| it.text().collect::<String>()).collect()
    };
    let expected = ["2 February 2022", "by 31 December 2020", "by 9 August 2017"];
    let days = said("en/on-a-date/", "nav.years h2 + ul a");
    assert_eq!(days, expected);
    assert_eq!(said("en/changes/", ".change-date"), expected);
}

#[test]
fn withdrawn_documents_stand_in_a_list_of_their_own() {
    let site = leave(&[("2020-01-01", "")])
        .yaml(
            "policy/leave/document.yaml",
            "withdrawn: {on: 2021-05-01, reason: Old.}\n",
        )
        .text("policy/pay/2021-05-01/en.md", "# Pay\n\nMonthly.\n");
    let built = site.build();
    for address in ["en/on-a-date/", "en/on-a-date/2021-05-01/"] {
        let page = built.output().page(address);
        let parts = page.select("section.day > :is(h2, h3), section.day .document-title");
        let parts = parts
            .into_iter()
            .map(|part| part.text().collect::<String>());
        let parts: Vec<String> = parts.skip(1).collect();
        let expected = ["Policy", "Pay", "Withdrawn documents", "Leave"];
        assert_eq!(parts, expected, "{address}");
    }
}

#[test]
fn the_day_of_a_withdrawn_document_leads_to_the_text_that_was_last_in_force() {
    let site = leave(&[("2020-01-01", ""), ("2022-06-01", "")]).yaml(
        "policy/leave/document.yaml",
        "withdrawn: {on: 2021-05-01, reason: Old.}\nreinstated: {on: 2022-07-01, reason: Needed.}\n",
    );
    assert_eq!(
        intervals(site.build().output()),
        [
            " → nothing",
            "2020-01-01 → 2020-01-01/: In force since: 1 January 2020",
            "2021-05-01 → 2020-01-01/: Withdrawn on: 1 May 2021",
            "2022-07-01 → 2022-06-01/: In force since: 1 July 2022",
        ]
    );
}

#[test]
fn what_is_not_published_yet_is_on_no_day() {
    let site = leave(&[
        ("2020-01-01", ""),
        ("2027-01-01", "published_on: 2026-12-01\n"),
        ("draft", ""),
    ]);
    let site = site.on("2026-11-23");
    let until_then = intervals(site.build().output());
    assert_eq!(until_then.len(), 2, "{until_then:?}");
    let site = site.on("2026-12-01");
    let then = intervals(site.build().output());
    assert_eq!(
        then[2],
        "2027-01-01 → 2027-01-01/: In force since: 1 January 2027"
    );
}

#[test]
fn days_have_pages_for_readers_without_scripts() {
    let site = leave(&[("2018-06-01", ""), ("2020-02-01", "")]);
    let built = site.build();
    let output = built.output();
    for day in ["2018-06-01", "2018-12-31", "2019-12-31", "2020-02-01"] {
        let address = format!("en/on-a-date/{day}/");
        let page = output.page(&address);
        let version = if day < "2020-02-01" {
            "2018-06-01"
        } else {
            "2020-02-01"
        };
        let links = page.attributes("main .documents a", "href");
        assert_eq!(links, [format!("../../policy/leave/{version}/")], "{day}");
    }
    let days = output.pages().into_iter();
    let days = days.filter(|page| page.starts_with("en/on-a-date/2"));
    assert_eq!(days.count(), 4);
}

/// Where the notice on an old version leads to see all that was in force beside it, and its words.
fn seen_then(output: &Output, version: &str) -> String {
    let page = output.page(&format!("en/policy/leave/{version}/"));
    let link = page.only(".notice-old a[href*='on-a-date']");
    let words: String = link.text().collect();
    let href = link.attr("href").unwrap();
    if !href.contains('?') {
        let (address, _) = resolve(page.address(), href).unwrap();
        assert!(output.has(&address), "{address}");
    }
    format!("{words} ({href})")
}

#[test]
fn an_old_version_leads_to_a_day_on_which_it_was_in_force() {
    let site = leave(&[
        ("2018-06-01", ""),
        ("2020-02-01", "published_on: 2020-03-01\n"),
        ("2020-02-01.1", "published_on: 2020-04-01\n"),
        ("2021-01-01", ""),
    ]);
    let built = site.build();
    let of = |version| seen_then(built.output(), version);
    assert_eq!(
        of("2018-06-01"),
        "See everything in force on 1 June 2018 (../../../on-a-date/2018-06-01/)"
    );
    // Neither could be read, or held, on the day from which it was to hold.
    assert_eq!(
        of("2020-02-01"),
        "See everything in force on 1 March 2020 (../../../on-a-date/2020-03-01/)"
    );
    assert_eq!(
        of("2020-02-01.1"),
        "See everything in force on 1 April 2020 (../../../on-a-date/2020-04-01/)"
    );
}

#[test]
fn an_old_version_that_a_reinstatement_brought_into_force_leads_to_a_day_after_that() {
    let versions = [("2020-01-01", ""), ("2021-08-01", ""), ("2024-01-01", "")];
    let site = leave(&versions).yaml(
        "policy/leave/document.yaml",
        "withdrawn: {on: 2021-05-01}\nreinstated: {on: 2022-06-01}\n",
    );
    let built = site.build();
    assert_eq!(
        seen_then(built.output(), "2021-08-01"),
        "See everything in force on 1 June 2022 (../../../on-a-date/2022-06-01/)"
    );
}

#[test]
fn an_old_version_finds_another_day_where_that_of_its_change_has_no_page() {
    let monthly: Vec<String> = (1..=12)
        .map(|month| format!("2024-{month:02}-01"))
        .collect();
    let earlier = ["2019-03-01", "2020-05-01", "2020-07-01"];
    let ids = earlier
        .into_iter()
        .chain(monthly.iter().map(String::as_str));
    let ids: Vec<(&str, &str)> = ids.map(|id| (id, "")).collect();
    let built = leave(&ids).build();
    let of = |version| seen_then(built.output(), version);
    assert_eq!(
        of("2019-03-01"),
        "See everything in force on 31 December 2019 (../../../on-a-date/2019-12-31/)"
    );
    // On no end of a year and no day of the latest changes.
    assert_eq!(
        of("2020-05-01"),
        "See everything in force on 1 May 2020 (../../../on-a-date/2020-05-01/)"
    );
    assert_eq!(
        of("2020-07-01"),
        "See everything in force on 31 December 2020 (../../../on-a-date/2020-12-31/)"
    );
    let days = built.output().page("en/on-a-date/");
    let headings = days.select("nav.years h2, nav.years h3").into_iter();
    let headings: Vec<String> = headings.map(|it| it.text().collect()).collect();
    assert_eq!(
        headings,
        [
            "Days of the latest changes",
            "Some days of earlier changes",
            "Ends of years"
        ]
    );
    assert!(days.leads_to("en/on-a-date/2020-05-01/"));
}

#[test]
fn an_old_version_of_which_no_day_has_a_page_leads_to_the_page_that_takes_a_day() {
    let ids = monthly(60);
    let ids: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "")).collect();
    let built = leave(&ids).build();
    let old = &ids[..ids.len() - 1];
    let seen = old.iter().map(|(id, _)| seen_then(built.output(), id));
    let (without, with): (Vec<String>, Vec<String>) = seen.partition(|it| it.contains('?'));
    // Of the twelve latest changes the last is of the version that holds.
    assert_eq!(with.len(), 11 + 4 + 12, "{with:?}");
    assert_eq!(
        without[0],
        "See everything in force on 1 January 1960 (../../../on-a-date/?date=1960-01-01)"
    );
}

/// Whether a page is one that leads on to another.
fn leads_on(output: &Output, address: &str) -> bool {
    let page = output.page(address);
    !page.select("meta[http-equiv=refresh]").is_empty()
}

/// An address never changes on its own: a day whose page goes with time leads on to the page that takes a day.
#[test]
fn a_day_that_had_a_page_leads_to_the_page_that_takes_a_day() {
    let ids = monthly(60);
    let ids: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "")).collect();
    let mut site = leave(&ids);
    let mut had = BTreeSet::new();
    for on in ["1960-07-01", "1962-08-15", "1964-02-01"] {
        site = site.on(on);
        let pages = site.build().output().pages().into_iter();
        had.extend(pages.filter(|page| page.starts_with("en/on-a-date/")));
    }
    site = site.on("2026-12-01");
    let built = site.build();
    let map = built.output().text("redirects/nginx.map");
    let mut gone = 0;
    for address in had {
        if !leads_on(built.output(), &address) {
            continue;
        }
        gone += 1;
        let day = address.trim_end_matches('/').rsplit('/').next().unwrap();
        let to = built.output().page(&address).attributes("main a", "href");
        assert_eq!(to, [format!("../?date={day}")]);
        let line = format!("\"/{address}\" \"https://rules.example/en/on-a-date/?date={day}\";\n");
        assert!(map.contains(&line), "{line}{map}");
    }
    assert!(gone > 5, "{gone} days went");
}

/// The ids of versions, one for each month since 1960.
fn monthly(versions: i32) -> Vec<String> {
    (0..versions)
        .map(|at| format!("{}-{:02}-01", 1960 + at / 12, at % 12 + 1))
        .collect()
}

/// However old a site is and however much has changed, the number of days that have pages is bounded,
/// and the index grows with the versions.
#[test]
fn the_number_of_days_with_pages_is_bounded() {
    let size = |versions: i32| {
        let ids = monthly(versions);
        let ids: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "")).collect();
        let site = leave(&ids).replaced(
            "site.yaml",
            "languages: [en]",
            "languages: [en]\ncomparisons: none\nsearch: false",
        );
        let built = site.build();
        let pages = built.output().pages().into_iter();
        let days = pages
            .filter(|page| page.starts_with("en/on-a-date/"))
            .filter(|page| !leads_on(built.output(), page))
            .count();
        (days, built.output().text("en/on-a-date/days.json").len())
    };
    let (_, small) = size(60);
    let (days, large) = size(480);
    assert!(days <= 1 + 12 + 12 + 30, "{days} pages");
    assert!(large < small * 9, "{small} bytes → {large} bytes");
}

//! A document's versions on an axis of time, and the choice of two to compare.

use crate::site::{Page, Site};

/// A site with a document of these versions, and what each states of itself.
fn leave(versions: &[(&str, &str)]) -> Site {
    versions
        .iter()
        .fold(Site::in_english(), |site, (id, yaml)| {
            let text = format!("# Leave\n\nWhat {id} says.\n");
            let site = site.text(&format!("policy/leave/{id}/en.md"), text);
            if yaml.is_empty() {
                site
            } else {
                site.yaml(&format!("policy/leave/{id}/version.yaml"), yaml)
            }
        })
}

fn history(site: &Site) -> Page {
    site.build().output().page("en/policy/leave/changes/")
}

/// A place on the axis as a number.
fn place(written: &str) -> f64 {
    written.strip_suffix('%').unwrap().parse().unwrap()
}

fn places(page: &Page, css: &str, name: &str) -> Vec<f64> {
    let written = page.attributes(css, name);
    written.iter().map(|written| place(written)).collect()
}

#[test]
fn bars_follow_each_other_and_end_with_the_axis() {
    let page = history(&leave(&[
        ("2018-01-01", ""),
        ("2020-01-01", ""),
        ("2020-01-01.1", "published_on: 2021-01-01\n"),
    ]));
    let from = places(&page, ".timeline .t-bar", "x");
    let width = places(&page, ".timeline .t-bar", "width");
    assert_eq!(from.len(), 3);
    for at in 0..2 {
        assert!(
            (from[at] + width[at] - from[at + 1]).abs() < 0.02,
            "{from:?} {width:?}"
        );
    }
    assert!((from[2] + width[2] - 100.0).abs() < 0.02);
    let ratio = width[0] / width[1];
    assert!(
        (ratio - 730.0 / 366.0).abs() < 0.02,
        "two years and one: {ratio}"
    );
    assert_eq!(
        page.select(".timeline svg.t-mark").len(),
        1,
        "one correction"
    );
}

#[test]
fn no_year_is_marked_so_near_an_edge_that_its_number_is_cut_off() {
    let page = history(&leave(&[("2018-01-20", ""), ("2023-03-10", "")]));
    let marked = places(&page, ".t-years text", "x");
    assert!(marked.len() > 2, "{marked:?}");
    let is_whole = |place: &f64| (5.8..=94.2).contains(place);
    assert!(marked.iter().all(is_whole), "{marked:?}");
    let anchors = page.attributes(".t-years text", "text-anchor");
    assert!(anchors.iter().all(|anchor| anchor == "middle"));
}

#[test]
fn what_is_not_known_is_drawn_as_such() {
    let page = history(&leave(&[
        ("2017-08-09", "effective_from: {by: 2017-08-09}\n"),
        (
            "2020",
            "effective_from: {after: 2020-01-01, by: 2020-12-31}\n",
        ),
        ("2022-01-01", ""),
    ]));
    let rows = page.select(".timeline a");
    let perhaps = scraper::Selector::parse(".t-perhaps").unwrap();
    let counts: Vec<usize> = rows
        .iter()
        .map(|row| row.select(&perhaps).count())
        .collect();
    assert_eq!(counts, [2, 1, 0]);
    assert!(
        places(&page, ".t-perhaps", "x1")[0].abs() < 0.01,
        "from the beginning of the axis"
    );
}

#[test]
fn what_is_withdrawn_ends_and_what_is_to_come_is_marked() {
    let withdrawn = leave(&[("2018-01-01", ""), ("2020-01-01", "")]).yaml(
        "policy/leave/document.yaml",
        "withdrawn: {on: 2022-01-01, reason: Old.}\n",
    );
    let page = history(&withdrawn);
    let end = places(&page, ".timeline .t-gone", "x");
    let (from, width) = (
        places(&page, ".t-bar", "x")[1],
        places(&page, ".t-bar", "width")[1],
    );
    assert!((from + width - end[0]).abs() < 0.02 && end[0] < 95.0);

    let coming = history(&leave(&[
        ("2018-01-01", ""),
        ("2030-01-01", "published_on: 2026-01-01\n"),
    ]));
    assert_eq!(
        coming.attributes(".timeline a", "class"),
        ["t-in-force", "t-coming"]
    );
}

#[test]
fn a_version_of_a_withdrawn_document_begins_when_that_is_reinstated() {
    let page = history(&leave(&[("2018-01-01", ""), ("2022-01-01", "")]).yaml(
        "policy/leave/document.yaml",
        "withdrawn: {on: 2020-01-01}\nreinstated: {on: 2024-01-01}\n",
    ));
    let from = places(&page, ".timeline .t-bar", "x");
    let width = places(&page, ".timeline .t-bar", "width");
    let year = width[0] / 2.0;
    assert!(
        (from[1] - from[0] - 6.0 * year).abs() < 0.1,
        "{from:?} {width:?}"
    );
    assert!(page.select(".t-perhaps").is_empty(), "both days are known");
}

#[test]
fn one_version_needs_no_timeline_and_no_choice() {
    let page = history(&leave(&[("2018-01-01", "")]));
    assert!(page.select(".timeline").is_empty() && page.select(".pair-form").is_empty());
}

#[test]
fn every_pair_that_can_be_chosen_is_built_where_all_are() {
    let site = leave(&[
        ("2018-01-01", ""),
        ("2019-01-01", ""),
        ("2020-01-01", ""),
        ("2021-01-01", ""),
    ])
    .replaced(
        "site.yaml",
        "languages: [en]",
        "languages: [en]\ncomparisons: all",
    );
    let built = site.build();
    let page = built.output().page("en/policy/leave/changes/");
    assert_eq!(page.select(".pair-form[data-all]").len(), 1);
    let ids = page.attributes("#pair-before option", "value");
    assert_eq!(ids.len(), 4);
    for (at, from) in ids.iter().enumerate() {
        for to in &ids[at + 1..] {
            assert!(
                built
                    .output()
                    .has(&format!("en/policy/leave/changes/{from}/{to}/")),
                "{from} {to}"
            );
        }
    }
}

/// Until the site says that it is out of date, a later build has the same pages, feeds and index.
#[test]
fn a_day_later_nothing_has_changed() {
    let site = leave(&[
        ("2018-01-01", ""),
        (
            "2020",
            "effective_from: {after: 2020-01-01, by: 2020-12-31}\n",
        ),
        (
            "2027-03-01",
            "effective_from: {after: 2027-02-01, by: 2027-03-01}\npublished_on: 2026-01-01\n",
        ),
    ]);
    let without_record = |site: &Site| {
        let built = site.build();
        let mut files = built.output().snapshot();
        files.retain(|path, _| path != "site.json" && path != ".canllaw-manifest");
        let stale_after = built.output().site_json()["stale_after"].clone();
        (files, stale_after)
    };
    let site = site.on("2026-11-23");
    let (first, stale_after) = without_record(&site);
    assert_eq!(
        stale_after, "2027-01-31",
        "the day before the next version may begin"
    );
    let site = site.on("2027-01-31");
    assert_eq!(without_record(&site), (first.clone(), stale_after));
    let site = site.on("2027-02-01");
    assert_ne!(without_record(&site).0, first);
}

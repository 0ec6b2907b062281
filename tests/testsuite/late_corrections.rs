//! Corrections of a version that are published when later versions are there already.

use crate::site::Site;
use crate::site::leave::run;
use crate::site::tenure::leave;

const LEAVE: &str = "content/policy/leave";

fn version(site: Site, id: &str, days: [&str; 2], yaml: &str) -> Site {
    let folder = format!("{LEAVE}/{id}");
    let [en, cy] = days;
    site.file(&format!("{folder}/en.md"), format!("# Leave\n\n{en}\n"))
        .file(
            &format!("{folder}/cy.md"),
            format!("# Absenoldeb\n\n{cy}\n"),
        )
        .file(&format!("{folder}/version.yaml"), yaml)
}

#[test]
fn one_of_one_language_leaves_the_next_version_as_it_was() {
    let site = Site::in_two_languages().setting("parity: required\n");
    let site = version(
        site,
        "2024-04-01",
        ["Staff have twenty dais of leave.", "Ugain diwrnod."],
        "",
    );
    let site = version(
        site,
        "2025-04-01",
        ["Staff have twenty dais of leave.", "Ugain diwrnod."],
        "",
    );
    site.build();
    let corrected = version(
        site,
        "2024-04-01.1",
        ["Staff have twenty days of leave.", "Ugain diwrnod."],
        "published_on: 2026-01-10\ncorrects: {languages: [en]}\n",
    );
    corrected.build();
    // One that was there before it did change something.
    let before = corrected.replaced(
        &format!("{LEAVE}/2024-04-01.1/version.yaml"),
        "2026-01-10",
        "2024-06-10",
    );
    assert!(before.try_build().run().stderr.contains("parity"));
}

#[test]
fn a_version_to_come_that_would_undo_one_is_told_of() {
    let site = version(
        Site::in_two_languages(),
        "2024-04-01",
        ["Five days.", "Pum diwrnod."],
        "",
    );
    let site = version(
        site,
        "2027-01-01",
        ["Five days, or more.", "Pum diwrnod, neu ragor."],
        "based_on: 2024-04-01\n",
    );
    assert!(site.check().of_code("outdated-base").is_empty());
    let site = version(
        site,
        "2024-04-01.1",
        ["Six days.", "Chwe diwrnod."],
        "published_on: 2026-10-10\n",
    );
    let checked = site.check();
    let [found] = checked.of_code("outdated-base")[..] else {
        panic!("{:?}", checked.findings());
    };
    assert_eq!(
        (found.path.as_str(), found.line),
        ("content/policy/leave/2027-01-01/version.yaml", 1)
    );
    let came = "`2024-04-01.1` came after `2024-04-01`, from which this version was made";
    assert!(found.message.contains(came), "{}", found.message);
    assert!(
        found.help.contains("Carry it over into this version"),
        "{}",
        found.help
    );
    // A correction of it, made from what came between, takes its place on the first day.
    let mended = version(
        site,
        "2027-01-01.1",
        ["Six days, or more.", "Chwe diwrnod, neu ragor."],
        "published_on: 2026-11-01\nbased_on: 2024-04-01.1\n",
    );
    assert!(mended.check().of_code("outdated-base").is_empty());
    // What has begun has undone it: nobody can act on it any more.
    let begun = mended.without(&format!("{LEAVE}/2027-01-01.1"));
    assert!(
        !begun
            .on("2027-02-01")
            .check()
            .run()
            .stderr
            .contains("outdated-base")
    );
}

#[test]
fn a_version_that_is_undone_by_a_correction_of_one_to_come_is_told_of_when_it_is_published() {
    let site = version(
        Site::in_two_languages(),
        "2024-04-01",
        ["Five days.", "Pum diwrnod."],
        "",
    );
    let site = version(
        site,
        "2027-04-01",
        ["Five days, or moor.", "Pum diwrnod, neu ragor."],
        "based_on: 2024-04-01\n",
    );
    let site = version(
        site,
        "2027-04-01.1",
        ["Five days, or more.", "Pum diwrnod, neu ragor."],
        "published_on: 2027-03-01\n",
    );
    let revised = run(site.folder(), &["revise", "policy/leave"]);
    revised.must_succeed();
    let told = "The version 2027-04-01.1 takes effect on 2027-04-01";
    assert!(revised.stderr.contains(told), "{}", revised.stderr);
    assert!(revised.stderr.contains("--from 2027-04-01.1"));
    let site = version(
        site,
        "draft",
        ["Six days.", "Chwe diwrnod."],
        "based_on: 2024-04-01\n",
    );
    let arguments = ["publish", "policy/leave", "--effective", "2027-02-01"];
    let published = run(site.folder(), &arguments);
    published.must_succeed();
    let told = "`2027-02-01` came after `2024-04-01`, from which this version was made";
    assert!(published.stderr.contains(told), "{}", published.stderr);
    let yaml = format!("{LEAVE}/2027-04-01.1/version.yaml");
    let checked = site.check();
    let [found] = checked.of_code("outdated-base")[..] else {
        panic!("{:?}", checked.findings());
    };
    assert_eq!((&found.path, found.line), (&yaml, 1));
    // What is in it is said in it.
    let carried = site.file(&yaml, "published_on: 2027-03-01\nbased_on: 2027-02-01\n");
    assert!(carried.check().of_code("outdated-base").is_empty());
    // A correction that was made from what it corrects was made from what that was.
    let corrected = carried.file(&yaml, "published_on: 2027-03-01\nbased_on: 2027-04-01\n");
    assert_eq!(corrected.check().of_code("outdated-base").len(), 1);
}

/// The comparisons of versions in English, and those of all languages: `2024-04-01/2025-04-01`, and the same with
/// `/both-languages`.
fn compared(site: &Site) -> Vec<String> {
    let built = site.build();
    let below = |address: &String| {
        let rest = address.strip_prefix("en/policy/leave/changes/")?;
        let rest = rest.trim_end_matches('/');
        rest.contains('/').then(|| rest.to_owned())
    };
    built.output().pages().iter().filter_map(below).collect()
}

#[test]
fn none_takes_away_the_comparison_of_versions_that_stood_beside_each_other() {
    let mut site = Site::in_two_languages();
    let mut ever = Vec::new();
    for (id, yaml) in [
        ("2024-04-01", ""),
        ("2025-04-01", ""),
        ("2026-04-01", ""),
        ("2024-04-01.1", "published_on: 2026-05-01\n"),
        ("2025-04-01.1", "published_on: 2026-06-01\n"),
        ("2024-04-01.2", "published_on: 2026-07-01\n"),
    ] {
        site = version(site, id, [id, id], yaml);
        let now = compared(&site);
        for pair in &ever {
            assert!(now.contains(pair), "{pair:?} went with {id}: {now:?}");
        }
        ever = now;
    }
    let has = |pair: &str| ever.iter().any(|known| known == pair);
    for pair in ["2024-04-01/2025-04-01", "2024-04-01.1/2025-04-01"] {
        assert!(has(pair), "{pair}: {ever:?}");
        assert!(has(&format!("{pair}/both-languages")), "{pair}: {ever:?}");
    }
    // What never stood beside another is compared with none but the version in force.
    for pair in ["2024-04-01/2025-04-01.1", "2024-04-01/2026-04-01"] {
        assert!(!has(pair), "{pair}: {ever:?}");
    }
    let page = site
        .build()
        .output()
        .page("en/policy/leave/changes/2024-04-01/2025-04-01/");
    assert!(page.leads_to("en/policy/leave/changes/2024-04-01/2025-04-01/both-languages/"));
}

#[test]
fn a_translation_that_comes_later_is_not_said_to_correct_anything() {
    let states = "published_on: 2020-02-01\n";
    let site = leave(&[("2020-01-01", ""), ("2020-01-01.1", states)], "")
        .without("content/policy/leave/2020-01-01/cy.md")
        .text(
            "policy/leave/2020-01-01.1/en.md",
            "# Leave\n\nWhat 2020-01-01 says.\n",
        );
    let built = site.build();
    for (address, label, language) in [
        ("en/policy/leave/", "Translated into", "Welsh"),
        ("cy/polisi/absenoldeb/", "Iaith y cyfieithiad", "Cymraeg"),
        ("en/policy/leave/changes/", "Translated into", "Welsh"),
        ("en/changes/", "Translated into", "Welsh"),
        (
            "en/policy/leave/changes/2020-01-01/2020-01-01.1/",
            "Translated into",
            "Welsh",
        ),
    ] {
        let page = built.output().page(address);
        let fact = page.select("dl.pairs > div").into_iter().find(|fact| {
            let words: String = fact.text().collect();
            words.contains(label) && words.contains(language)
        });
        assert!(fact.is_some(), "{address}: {}", page.words());
        assert!(!page.contains("Corrected in") && !page.contains("Iaith y cywiriad"));
    }
    let page = built.output().page("en/policy/leave/");
    assert!(page.contains("Translated on") && !page.contains("Corrected on"));
    // Whoever changes the other language as well has corrected it.
    let corrected = site.text(
        "policy/leave/2020-01-01.1/en.md",
        "# Leave\n\nWhat 2020-01-01 said.\n",
    );
    let page = corrected.build().output().page("en/policy/leave/");
    assert!(page.contains("Corrected on") && !page.contains("Translated"));
}

#[test]
fn a_correction_of_one_language_says_so_to_readers_of_each() {
    let corrects = |languages: &str| {
        let states = format!("published_on: 2020-02-01\ncorrects: {{languages: [{languages}]}}\n");
        leave(&[("2020-01-01", ""), ("2020-01-01.1", &states)], "")
            .text(
                "policy/leave/2020-01-01.1/en.md",
                "# Leave\n\nWhat 2020-01-01 says.\n",
            )
            .build()
    };
    let pages = [
        ("en/policy/leave/", "Corrected in", "Welsh"),
        ("en/policy/leave/2020-01-01.1/", "Corrected in", "Welsh"),
        ("en/policy/leave/changes/", "Corrected in", "Welsh"),
        (
            "en/policy/leave/changes/2020-01-01/2020-01-01.1/",
            "Corrected in",
            "Welsh",
        ),
        ("en/changes/", "Corrected in", "Welsh"),
        ("cy/polisi/absenoldeb/", "Iaith y cywiriad", "Cymraeg"),
        ("cy/newidiadau/", "Iaith y cywiriad", "Cymraeg"),
    ];
    let of_welsh = corrects("cy");
    let of_both = corrects("en, cy");
    for (address, label, language) in pages {
        let page = of_welsh.output().page(address);
        let facts = page.select("main dl.pairs div").into_iter();
        let facts: Vec<String> = facts.map(|fact| fact.text().collect()).collect();
        let told = facts.iter().filter(|fact| fact.starts_with(label));
        let told: Vec<&String> = told.collect();
        assert_eq!(told.len(), 1, "{address}: {facts:?}");
        assert!(told[0].contains(language), "{address}: {told:?}");
        assert!(!of_both.output().page(address).contains(label), "{address}");
    }
    for (feed, told) in [
        (
            "en/changes/feed.xml",
            "<summary>Corrected in: Welsh</summary>",
        ),
        (
            "cy/newidiadau/feed.xml",
            "<summary>Iaith y cywiriad: Cymraeg</summary>",
        ),
    ] {
        let of_welsh = of_welsh.output().text(feed);
        assert_eq!(of_welsh.matches(told).count(), 1, "{of_welsh}");
        assert!(!of_both.output().text(feed).contains(told), "{feed}");
    }
}

//! What is not published, or was removed, is nowhere in the output.

use crate::site::refusal::good;
use crate::site::{Finding, Preview, Run, Site, canllaw};

/// A document in two languages whose newest version is published later.
fn with_a_version_to_be_published() -> Site {
    Site::in_two_languages()
        .yaml("policy/leave/document.yaml", "slug: {en: leave, cy: absenoldeb}\n")
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nTwenty days.\n")
        .text("policy/leave/2020-01-01/cy.md", "# Absenoldeb\n\nUgain diwrnod.\n")
        .yaml(
            "policy/leave/2027-04-01/version.yaml",
            "published_on: 2026-12-24\nreference: UNSEEN-7\nchange: {note: {en: Unseen note., cy: Nodyn unseen.}}\n",
        )
        .text(
            "policy/leave/2027-04-01/en.md",
            "---\ntitle: Leave unseen\nsummary: Unseen in short.\n---\n\n## Unseen heading\n\nUnseen days.\n",
        )
        .text("policy/leave/2027-04-01/cy.md", "# Absenoldeb unseen\n\nDiwrnodau unseen.\n")
        .file("content/policy/leave/2027-04-01/form.en.txt", "Unseen form.")
}

#[test]
fn an_unpublished_version_is_nowhere() {
    let site = with_a_version_to_be_published().on("2026-12-23");
    let built = site.build();
    assert_eq!(built.output().files_with("unseen"), Vec::<String>::new());
    assert_eq!(
        built.output().files_with("2027-04-01"),
        Vec::<String>::new()
    );
}

#[test]
fn on_its_day_it_is_there() {
    let site = with_a_version_to_be_published().on("2026-12-24");
    let built = site.build();
    let files = built.output().files_with("unseen");
    for expected in [
        "en/policy/leave/2027-04-01/index.html",
        "cy/polisi/absenoldeb/2027-04-01/index.html",
        "files/policy/leave/2027-04-01/form.en.txt",
        "site.json",
    ] {
        assert!(
            files.iter().any(|file| file == expected),
            "{expected} in {files:#?}"
        );
    }
}

#[test]
fn a_document_that_is_not_published_at_all_is_nowhere() {
    let site = with_a_version_to_be_published()
        .yaml(
            "policy/unborn/document.yaml",
            "owner: {en: Unborn team, cy: Tîm unborn}\n",
        )
        .text("policy/unborn/2027-01-01/en.md", "# Unborn\n\nText.\n")
        .text("policy/unborn/2027-01-01/cy.md", "# Unborn\n\nTestun.\n");
    let built = site.build();
    assert_eq!(built.output().files_with("unborn"), Vec::<String>::new());
}

#[test]
fn a_draft_is_nowhere() {
    let site = with_a_version_to_be_published()
        .text(
            "policy/leave/draft/en.md",
            "# Leave undrafted\n\nUndrafted days.\n",
        )
        .text("policy/leave/draft-april/cy.md", "# Absenoldeb undrafted\n")
        .yaml("policy/leave/2025-01-01/version.yaml", "status: draft\n")
        .text(
            "policy/leave/2025-01-01/en.md",
            "# Leave undrafted\n\nUndrafted too.\n",
        );
    let built = site.build();
    assert_eq!(built.output().files_with("undrafted"), Vec::<String>::new());
    let published = built.output().page("en/policy/leave/");
    assert_eq!(published.article().mark("data-version"), Some("2020-01-01"));
}

#[test]
fn drafts_are_there_when_asked_for() {
    let site = with_a_version_to_be_published()
        .text(
            "policy/leave/draft/en.md",
            "# Leave undrafted\n\nUndrafted days.\n",
        )
        .argument("--drafts");
    let built = site.build();
    let page = built.output().page("en/policy/leave/draft/");
    assert!(page.contains("Undrafted days."));
    assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
    assert!(!built.output().files_with("Unseen days.").is_empty());
}

#[test]
fn nothing_of_a_site_with_drafts_is_for_search_engines() {
    let site = with_a_version_to_be_published().text(
        "policy/pay/draft/en.md",
        "# Pay undrafted\n\nUndrafted pay.\n",
    );
    let built = site.build();
    assert!(built.output().text("robots.txt").contains("Sitemap:"));
    let with_drafts = site.argument("--drafts").build();
    let output = with_drafts.output();
    let indexed = output.files().into_iter().filter(|path| {
        let of_pagefind = path.starts_with("pagefind/");
        path.ends_with(".html") && !of_pagefind && !output.text(path).contains("noindex")
    });
    assert_eq!(indexed.collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(output.text("robots.txt"), "User-agent: *\nDisallow: /\n");
    assert!(!output.has("sitemap.xml"));
}

/// A document whose middle version held what must not be shown any more.
fn with_a_version(version_yaml: &str) -> Site {
    Site::in_two_languages()
        .yaml("policy/leave/document.yaml", "slug: {en: leave, cy: absenoldeb}\n")
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nTwenty days.\n\nAsk your manager.\n")
        .text("policy/leave/2020-01-01/cy.md", "# Absenoldeb\n\nUgain diwrnod.\n\nGofynnwch i’ch rheolwr.\n")
        .yaml("policy/leave/2021-01-01/version.yaml", version_yaml)
        .text(
            "policy/leave/2021-01-01/en.md",
            "---\ntitle: Leave of Erasmus\nsummary: Erasmus in short.\n---\n\n## What Erasmus did\n\nErasmus had twenty days.\n",
        )
        .text("policy/leave/2021-01-01/cy.md", "# Absenoldeb Erasmus\n\n## Erasmus\n\nCafodd Erasmus ugain diwrnod.\n")
        .file("content/policy/leave/2021-01-01/form.txt", "Erasmus signed here.")
        .text("policy/leave/2022-01-01/en.md", "# Leave\n\n## What he did\n\nTwenty-one days.\n")
        .text("policy/leave/2022-01-01/cy.md", "# Absenoldeb\n\n## Ef\n\nUn diwrnod ar hugain.\n")
}

const REMOVED: &str = "\
removed:
  on: 2022-05-05
  reason: {en: It held personal data., cy: Roedd ynddo ddata personol.}
";

#[test]
fn a_removed_text_is_nowhere() {
    // What is stated of the version may say what its text said.
    let stated = "\
change: {note: {en: Erasmus is named., cy: Enwir Erasmus.}}
reference: Case of Erasmus
approved: {by: {en: Friends of Erasmus, cy: Ffrindiau Erasmus}, on: 2020-12-01, reference: Erasmus 1}
";
    for site in [
        with_a_version(REMOVED),
        with_a_version(&format!("{stated}{REMOVED}")),
    ] {
        let built = site.build();
        assert_eq!(built.output().files_with("erasmus"), Vec::<String>::new());
    }
}

#[test]
fn a_text_that_was_not_removed_is_in_many_places() {
    let site = with_a_version("reference: A 1\n");
    let files = site.build().output().files_with("erasmus");
    assert!(files.len() > 6, "{files:#?}");
}

#[test]
fn a_removed_version_keeps_its_address_its_dates_and_its_fingerprint() {
    let site = with_a_version(REMOVED);
    let built = site.build();
    let version = &built.output().document("policy/leave")["versions"][1];
    assert_eq!(version["id"], "2021-01-01");
    let fingerprint = version["fingerprint"].as_str().unwrap();
    assert!(!fingerprint.is_empty());

    for (address, reason) in [
        ("en/policy/leave/2021-01-01/", "It held personal data."),
        (
            "cy/polisi/absenoldeb/2021-01-01/",
            "Roedd ynddo ddata personol.",
        ),
    ] {
        let page = built.output().page(address);
        assert!(
            page.contains(reason) && page.contains(fingerprint),
            "{address}"
        );
        let days = page.attributes("time", "datetime");
        for day in ["2021-01-01", "2022-05-05"] {
            assert!(
                days.iter().any(|found| found == day),
                "{day} on {address}: {days:?}"
            );
        }
    }
}

const REMOVED_FOLDER: &str = "content/policy/leave/2021-01-01";

/// The document with its middle version sealed.
fn sealed() -> Site {
    let site = with_a_version("reference: A 1\n");
    let mut seal = canllaw();
    seal.args(["seal", "policy/leave/2021-01-01", "--site"]);
    Run::of(seal.arg(site.folder())).must_succeed();
    site
}

/// The fingerprint of the middle version that a build publishes.
fn fingerprint(site: &Site) -> serde_json::Value {
    let built = site.build();
    built.output().document("policy/leave")["versions"][1]["fingerprint"].clone()
}

/// What the sealed version states once its text is removed.
fn yaml_of_removed(site: &Site) -> String {
    let path = site.folder().join(REMOVED_FOLDER).join("version.yaml");
    let sealed = std::fs::read_to_string(path).unwrap();
    format!("{sealed}\n{REMOVED}")
}

type Spoil = fn(Site) -> Site;

#[test]
fn what_becomes_of_the_files_of_a_removed_version_does_not_touch_its_fingerprint() {
    let cases: [Spoil; 4] = [
        |site| site.without("content/policy/leave/2021-01-01/en.md"),
        |site| {
            let text = "# Leave\n\n[taken out]\n";
            site.text("policy/leave/2021-01-01/en.md", text)
        },
        |site| site.text("policy/leave/2021-01-01/en.md", ""),
        |site| site.without("content/policy/leave/2021-01-01/form.txt"),
    ];
    for (at, spoil) in cases.into_iter().enumerate() {
        let site = sealed().setting("parity: required\n");
        let before = fingerprint(&site);
        let yaml = yaml_of_removed(&site);
        let site = spoil(site.file(&format!("{REMOVED_FOLDER}/version.yaml"), yaml));
        let checked = site.check();
        let found = checked.findings().iter();
        let own: Vec<_> = found
            .filter(|it| it.path.starts_with(REMOVED_FOLDER))
            .collect();
        assert!(own.is_empty(), "{at}: {own:#?}");
        assert_eq!(fingerprint(&site), before, "{at}");
        let built = site.build();
        let page = built.output().page("en/policy/leave/2021-01-01/");
        assert!(page.contains(before.as_str().unwrap()), "{at}");
        // The text was there, whatever became of its file: so were its comparisons.
        let compared = "en/policy/leave/changes/2020-01-01/2021-01-01/";
        assert!(built.output().has(compared), "{at}");
    }
}

#[test]
fn the_files_of_a_removed_version_may_be_gone() {
    let folder = REMOVED_FOLDER;
    let site = sealed();
    let before = fingerprint(&site);
    let yaml = yaml_of_removed(&site);
    let site = site
        .without(folder)
        .file(&format!("{folder}/version.yaml"), yaml);
    let checked = site.check();
    let own = checked
        .findings()
        .iter()
        .filter(|it| it.path.starts_with(folder));
    assert_eq!(own.collect::<Vec<_>>(), Vec::<&Finding>::new());
    assert_eq!(fingerprint(&site), before);
    let page = site.build().output().page("en/policy/leave/2021-01-01/");
    assert!(page.contains("It held personal data."));
    assert!(page.contains(before.as_str().unwrap()));
}

#[test]
fn a_text_whose_removal_is_said_to_come_is_out_at_once_and_no_page_says_when() {
    let yaml = "removed: {on: 2027-01-01, reason: {en: Personal data., cy: Data personol.}}\n";
    let site = with_a_version(yaml).on("2026-11-23");
    let checked = site.check();
    let found = checked.of_code("removal-to-come");
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].severity.as_str(), found[0].line),
        ("warning", 1),
        "{found:?}"
    );
    let built = site.build();
    assert_eq!(built.output().files_with("erasmus"), Vec::<String>::new());
    let page = built.output().page("en/policy/leave/2021-01-01/");
    assert!(page.contains("The text of this version has been removed."));
    assert!(!page.contains("2027"), "{}", page.words());

    let site = site.on("2027-01-01");
    assert_eq!(site.check().of_code("removal-to-come").len(), 0);
    let page = site.build().output().page("en/policy/leave/2021-01-01/");
    assert!(page.contains("1 January 2027"), "{}", page.words());
}

#[test]
fn a_removed_version_is_called_as_the_document_is_and_only_said_to_be_removed() {
    let built = with_a_version(REMOVED).build();
    let page = built.output().page("cy/polisi/absenoldeb/2021-01-01/");
    let heading: String = page.only("h1").text().collect();
    assert_eq!(heading.trim(), "Absenoldeb");
    let history = built.output().page("cy/polisi/absenoldeb/newidiadau/");
    assert!(history.contains("Mae testun y fersiwn hon wedi’i dynnu ymaith."));
    let missing = "Nid yw’r fersiwn hon ar gael yn Gymraeg.";
    assert!(!history.contains(missing));
}

#[test]
fn versions_around_a_removed_one_are_compared_with_each_other() {
    let built = with_a_version(REMOVED).build();
    let page = built
        .output()
        .page("en/policy/leave/changes/2020-01-01/2022-01-01/");
    assert_eq!(page.select("article").len(), 1);
}

/// Where a text was compared, or set beside the other language, that is removed now.
const GONE: [&str; 6] = [
    "2021-01-01/both-languages/",
    "changes/2020-01-01/2021-01-01/",
    "changes/2020-01-01/2021-01-01/both-languages/",
    "changes/2021-01-01/2022-01-01/",
    "changes/2021-01-01/2022-01-01/both-languages/",
    "changes/2021-01-01/current/",
];

#[test]
fn every_address_that_a_removed_text_had_leads_to_the_page_that_says_so() {
    const ROOT: &str = "en/policy/leave/";
    let pages = |site: &Site| -> Vec<String> {
        let files = site.build().output().files();
        let own = files.into_iter().filter(|file| file.starts_with(ROOT));
        own.filter(|file| file.ends_with(".html")).collect()
    };
    let shown = with_a_version("reference: A 1\n");
    let removed = with_a_version(REMOVED);
    let gone = with_a_version(REMOVED)
        .without("content/policy/leave/2021-01-01/en.md")
        .without("content/policy/leave/2021-01-01/cy.md");
    let addresses = pages(&shown);
    for site in [&removed, &gone] {
        let now = pages(site);
        let lost: Vec<&String> = addresses.iter().filter(|it| !now.contains(it)).collect();
        assert_eq!(lost, Vec::<&String>::new());
        let built = site.build();
        let map = built.output().text("redirects/nginx.map");
        for address in GONE.map(|below| format!("{ROOT}{below}")) {
            let page = built.output().page(&address);
            assert_eq!(page.select("meta[http-equiv=refresh]").len(), 1);
            assert!(page.leads_to(&format!("{ROOT}2021-01-01/")), "{address}");
            let line = format!("\"/{address}\" \"https://rules.example/{ROOT}2021-01-01/\";");
            assert!(map.contains(&line), "{line}\n{map}");
        }
    }
}

/// Comparisons with the version in force, below a document's address in each language.
const TO_CURRENT: [&str; 2] = [
    "cy/polisi/absenoldeb/newidiadau/2020-01-01/cyfredol/",
    "en/policy/leave/changes/2020-01-01/current/",
];

#[test]
fn a_comparison_with_what_is_in_force_leads_to_the_history_once_nothing_is() {
    const SLUG: &str = "slug: {en: leave, cy: absenoldeb}\n";
    let document = |site: Site, states: &str| {
        let states = format!("{SLUG}former_addresses: {{en: policy/holidays}}\n{states}");
        site.yaml("policy/leave/document.yaml", &states)
    };
    let shown = document(with_a_version("reference: A 1\n"), "").build();
    for address in TO_CURRENT {
        assert_eq!(shown.output().page(address).select("article").len(), 1);
    }
    let withdrawn = document(
        with_a_version("reference: A 1\n"),
        "withdrawn: {on: 2024-01-01}\n",
    );
    let removed = document(with_a_version("reference: A 1\n"), "").yaml(
        "policy/leave/2022-01-01/version.yaml",
        "removed: {on: 2025-01-01}\n",
    );
    let in_english = document(with_a_version("reference: A 1\n"), "")
        .text("policy/leave/2023-01-01/en.md", "# Leave\n\nNo days.\n");
    for (site, lost) in [
        (withdrawn, &TO_CURRENT[..]),
        (removed, &TO_CURRENT[..]),
        (in_english, &TO_CURRENT[..1]),
    ] {
        let built = site.build();
        let map = built.output().text("redirects/nginx.map");
        for address in lost {
            let page = built.output().page(address);
            assert_eq!(
                page.select("meta[http-equiv=refresh]").len(),
                1,
                "{address}"
            );
            let history = address.split("2020-01-01").next().unwrap();
            assert!(page.leads_to(history), "{address}");
            let from = format!("\"/{address}\" ");
            assert_eq!(map.matches(&from).count(), 1, "{map}");
        }
        let former = "en/policy/holidays/changes/2020-01-01/current/";
        assert!(built.output().has(former));
        let preview = Preview::of(site.folder());
        assert_eq!(preview.get(&format!("/{}", lost[0])).status, 200);
    }
}

#[test]
fn the_addresses_of_a_removed_text_lead_on_below_a_former_address_and_in_the_preview() {
    let site = with_a_version(REMOVED).yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\nformer_addresses: {en: policy/holidays}\n",
    );
    let former = "en/policy/holidays/changes/2020-01-01/2021-01-01/";
    let built = site.build();
    let page = built.output().page(former);
    assert!(page.leads_to("en/policy/leave/2021-01-01/"));

    let preview = Preview::of(site.folder());
    for address in [former, "en/policy/leave/changes/2020-01-01/2021-01-01/"] {
        let response = preview.get(&format!("/{address}"));
        assert!(response.text().contains("2021-01-01/\""), "{address}");
        assert_eq!(response.status, 200, "{address}");
    }
}

#[test]
fn what_programs_leave_beside_an_open_file_is_no_attachment() {
    let site = good();
    let folder = "policy/leave/2024-04-01";
    let site = site.text(&format!("{folder}/form.pdf"), "form");
    let left = [
        "~$Contract.docx",
        ".hidden",
        "en.md~",
        "en.md.bak",
        "en.md.orig",
        "en.md.rej",
        "#en.md#",
        "Thumbs.db",
        "desktop.ini",
        "~$forms/form.docx",
    ];
    let site = left.iter().fold(site, |site, name| {
        site.text(&format!("{folder}/{name}"), "left by a program")
    });
    let built = site.build();
    let published = |name: &str| {
        let files = built.output().snapshot();
        files.keys().any(|file| file.ends_with(name))
    };
    assert!(published("form.pdf"));
    for name in left {
        assert!(!published(name), "{name}");
    }
}

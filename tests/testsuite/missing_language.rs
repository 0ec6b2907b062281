//! What readers of a language are told of versions that it lacks.

use crate::site::Site;
use scraper::ElementRef;

fn text_of(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().trim().to_owned()
}

/// A document whose newest version lacks Welsh.
fn without_welsh() -> Site {
    let slugs = "slug: {en: leave, cy: absenoldeb}\n";
    let site = Site::in_two_languages().yaml("policy/leave/document.yaml", slugs);
    let both = ["2020-01-01", "2022-01-01"];
    let site = both.iter().fold(site, |site, id| {
        site.text(
            &format!("policy/leave/{id}/en.md"),
            format!("# Leave\n\nWhat {id} says.\n"),
        )
        .text(
            &format!("policy/leave/{id}/cy.md"),
            format!("# Absenoldeb\n\nYr hyn a ddywed {id}.\n"),
        )
    });
    site.text(
        "policy/leave/2024-01-01/en.md",
        "# Leave\n\nEnglish alone.\n",
    )
}

#[test]
fn a_text_that_does_not_exist_has_a_marked_stand_in() {
    let site = without_welsh();
    let built = site.build();
    let output = built.output();
    for address in ["cy/polisi/absenoldeb/", "cy/polisi/absenoldeb/2024-01-01/"] {
        let page = output.page(address);
        assert_eq!(page.lang(), "cy");
        assert_eq!(page.article().mark("lang"), Some("en"), "{address}");
        assert!(page.contains("English alone."));
        assert!(
            page.leads_to("cy/polisi/absenoldeb/2022-01-01/"),
            "the newest text in Welsh, from {address}"
        );
        assert_eq!(page.select("link[rel=canonical]").len(), 0, "{address}");
        assert_eq!(
            page.attributes("meta[name=robots]", "content"),
            ["noindex"],
            "{address}"
        );
    }
    for address in output.pages() {
        let page = output.page(&address);
        for named in page.attributes("link[rel=alternate][hreflang=cy]", "href") {
            assert_ne!(
                named, "https://rules.example/cy/polisi/absenoldeb/",
                "{address} names a stand-in"
            );
        }
    }
    assert!(
        !output
            .text("sitemap.xml")
            .contains("https://rules.example/cy/polisi/absenoldeb/")
    );
    let checked = site.check();
    assert_eq!(
        checked.of_code("missing-text")[0].path,
        "content/policy/leave/2024-01-01"
    );
    assert_eq!(checked.of_code("missing-text")[0].severity, "warning");
}

#[test]
fn a_text_that_must_be_there_stops_the_build_unless_there_is_leave() {
    let site = without_welsh().setting("parity: required\n");
    assert_eq!(site.try_build().run().status, Some(1));
    assert_eq!(site.check().of_code("missing-text")[0].severity, "error");
    let waiver = |until: &str| {
        format!(
            "slug: {{en: leave, cy: absenoldeb}}\nwaiver:\n  language: cy\n  until: {until}\n  reason: {{en: The translator is ill., cy: Mae’r cyfieithydd yn sâl.}}\n"
        )
    };
    let site = site.yaml("policy/leave/document.yaml", &waiver("2026-12-31"));
    assert_eq!(site.check().of_code("missing-text").len(), 0);
    let site = site.yaml("policy/leave/document.yaml", &waiver("2026-11-22"));
    let checked = site.check();
    let missing = checked.of_code("missing-text");
    assert_eq!(missing.len(), 1);
    let told = &checked.run().stdout;
    assert!(
        told.contains("the leave for it ended on 2026-11-22"),
        "{told}"
    );
    assert!(
        missing[0].help.contains("let the `waiver` last longer"),
        "{told}"
    );

    // The language comes with a correction, since the version itself may be sealed by then.
    let site = site
        .text("policy/leave/2024-01-01.1/en.md", "# Leave\n\nDays.\n")
        .text(
            "policy/leave/2024-01-01.1/cy.md",
            "# Absenoldeb\n\nDyddiau.\n",
        )
        .yaml(
            "policy/leave/2024-01-01.1/version.yaml",
            "published_on: 2026-11-20\ncorrects: {languages: [cy]}\n",
        );
    assert_eq!(site.check().of_code("missing-text").len(), 0);
    site.build();
}

#[test]
fn a_file_that_is_meant_as_the_missing_text_is_named() {
    for name in [
        "CY.md",
        "cy.markdown",
        "Welsh.md",
        "cymraeg.txt",
        "cym.md",
        "wel.txt",
        "cy.md.txt",
    ] {
        let path = format!("content/policy/leave/2024-01-01/{name}");
        let site = without_welsh().file(&path, "# Absenoldeb\n");
        let checked = site.check();
        let help = &checked.of_code("missing-text")[0].help;
        assert!(
            help.starts_with(&format!("Rename {path} to cy.md")),
            "{help}"
        );
    }
    let site = without_welsh().file("content/policy/leave/2024-01-01/cyflog.md", "# Cyflog\n");
    let checked = site.check();
    let help = &checked.of_code("missing-text")[0].help;
    assert!(
        help.starts_with("Add content/policy/leave/2024-01-01/cy.md"),
        "{help}"
    );
}

#[test]
fn leave_to_be_missing_is_told_below_the_state_and_names_what_may_be_missing() {
    let waiver = "slug: {en: leave, cy: absenoldeb}\n\
        waiver: {language: cy, until: 2026-12-31, reason: {en: Illness., cy: Salwch.}}\n";
    let built = without_welsh()
        .yaml("policy/leave/document.yaml", waiver)
        .build();
    let page = built.output().page("en/policy/leave/");
    let words = page.words();
    let at = |part: &str| {
        words
            .find(part)
            .unwrap_or_else(|| panic!("{part}: {words}"))
    };
    assert!(at("In force since") < at("The text may be missing for now: Welsh"));
    assert!(at("The text may be missing for now") < at("English alone."));
}

#[test]
fn side_by_side_no_single_language_is_said_to_be_shown() {
    let config = "title: {en: Rules, cy: Rheolau, ga: Rialacha}\nbase_url: https://rules.example/\n\
        languages: [{code: en, name: English}, {code: cy, name: Cymraeg}, {code: ga, name: Gaeilge}]\n";
    let built = without_welsh()
        .file("site.yaml", config)
        .text("policy/leave/2024-01-01/ga.md", "# Saoire\n\nGaeilge.\n")
        .build();
    let shown = "Iaith a ddangosir";
    let version = "cy/polisi/absenoldeb/2024-01-01/";
    assert!(built.output().page(version).contains(shown));
    let beside = built.output().page(&format!("{version}dwyieithog/"));
    assert!(!beside.contains(shown), "{}", beside.words());
    assert!(beside.contains("Nid yw’r testun hwn ar gael yn Gymraeg."));
}

#[test]
fn a_comparison_joins_versions_that_both_have_the_language() {
    let site = without_welsh().text(
        "policy/leave/2025-01-01/en.md",
        "# Leave\n\nEnglish again.\n",
    );
    let site = site.text(
        "policy/leave/2025-01-01/cy.md",
        "# Absenoldeb\n\nCymraeg eto.\n",
    );
    let built = site.build();
    let output = built.output();
    assert!(output.has("en/policy/leave/changes/2022-01-01/2024-01-01/"));
    assert!(output.has("cy/polisi/absenoldeb/newidiadau/2022-01-01/2025-01-01/"));
    assert!(!output.has("cy/polisi/absenoldeb/newidiadau/2022-01-01/2024-01-01/"));
    assert!(!output.has("cy/polisi/absenoldeb/newidiadau/2024-01-01/cyfredol/"));
    // A comparison that a language lacks leads to that language's history.
    let english = output.page("en/policy/leave/changes/2022-01-01/2024-01-01/");
    assert!(english.leads_to("cy/polisi/absenoldeb/newidiadau/"));
}

#[test]
fn the_version_before_is_the_same_in_every_language() {
    let site = without_welsh()
        .text("policy/leave/2025-01-01/en.md", "# Leave\n\nAgain.\n")
        .text("policy/leave/2025-01-01/cy.md", "# Absenoldeb\n\nEto.\n");
    let built = site.build();
    let output = built.output();
    let facts = |address: &str| -> Vec<String> {
        let page = output.page(address);
        let labels = page.select(".bar dl dt").into_iter().map(text_of);
        let values = page.select(".bar dl dd").into_iter().map(text_of);
        let facts = labels.zip(values);
        facts
            .map(|(label, value)| format!("{label}: {value}"))
            .collect()
    };
    let english = facts("en/policy/leave/2025-01-01/");
    assert_eq!(
        english[1..],
        [
            "Version before: 1 January 2024",
            "What changed: Changes from the version before",
        ]
    );
    let welsh = facts("cy/polisi/absenoldeb/2025-01-01/");
    assert_eq!(
        welsh[1..],
        [
            "Y fersiwn flaenorol: 1 Ionawr 2024",
            "Newidiadau ers fersiwn gynharach: 1 Ionawr 2022",
        ]
    );
    let history = output.page("cy/polisi/absenoldeb/newidiadau/");
    let links = history.select("li.version .version-links a");
    let links: Vec<String> = links.into_iter().map(text_of).collect();
    assert_eq!(
        links,
        [
            "1 Ionawr 2025: Newidiadau ers fersiwn gynharach: 1 Ionawr 2022",
            "1 Ionawr 2022: Newidiadau ers y fersiwn flaenorol",
            "1 Ionawr 2022: Beth a newidiodd ers hynny",
            "1 Ionawr 2020: Beth a newidiodd ers hynny",
        ],
        "each link says first which version it is about"
    );
}

//! The languages' comparisons side by side: each column is that language's own comparison.

use crate::site::{Side, Site, project, resolve};

/// Holds every such page of a site against the comparisons that its columns lead to; gives how many.
fn columns_are_comparisons(site: &Site) -> usize {
    let built = site.build();
    let output = built.output();
    let mut pages = 0;
    for address in output.pages() {
        let page = output.page(&address);
        if page
            .select("article.pairs-of-text [data-change]")
            .is_empty()
        {
            continue;
        }
        pages += 1;
        for column in page.select(".columns a") {
            let language = column.attr("hreflang").unwrap();
            let (comparison, _) = resolve(&address, column.attr("href").unwrap()).unwrap();
            let comparison = output.page(&comparison);
            for side in [Side::Old, Side::New] {
                assert_eq!(
                    page.article().cells(language, side),
                    comparison.article().text(side),
                    "{address}: {language}"
                );
            }
        }
        let ids = page.ids();
        let mut once = ids.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{address}: an id stands twice");
    }
    pages
}

const ENGLISH: &str = "# Leave\n\nEverybody has 25 days.\n\n## Asking\n\nAsk in good time.\n\n## Pay\n\nPay goes on.\n";
const WELSH: &str = "# Gwyliau\n\nMae gan bawb 25 diwrnod.\n\n## Gofyn\n\nGofynnwch mewn da bryd.\n\n## Tâl\n\nMae’r tâl yn parhau.\n";

#[test]
fn each_column_is_the_comparison_of_its_language() {
    assert!(columns_are_comparisons(&Site::example()) > 8);
    let site = Site::at(&project().join("tests/sites/edits"));
    columns_are_comparisons(&site);
}

#[test]
fn what_was_changed_in_one_language_alone_is_said() {
    let site = Site::in_two_languages()
        .text("policy/leave/2022-04-01/en.md", ENGLISH)
        .text("policy/leave/2022-04-01/cy.md", WELSH)
        .text(
            "policy/leave/2023-04-01/en.md",
            ENGLISH
                .replace("25 days", "28 days")
                .replace("good time", "writing"),
        )
        .text(
            "policy/leave/2023-04-01/cy.md",
            WELSH.replace("25 diwrnod", "28 diwrnod"),
        );
    assert_eq!(columns_are_comparisons(&site), 2);
    let built = site.build();
    let comparison = built
        .output()
        .page("en/policy/leave/changes/2022-04-01/2023-04-01/");
    let address = "en/policy/leave/changes/2022-04-01/2023-04-01/both-languages/";
    assert!(comparison.leads_to(address));
    let page = built.output().page(address);
    let said = page.select(".row-note");
    assert_eq!(said.len(), 1, "the days were changed in both");
    let row = said[0]
        .next_siblings()
        .find_map(scraper::ElementRef::wrap)
        .unwrap();
    let row: String = row.text().collect();
    assert!(
        row.contains("Ask in") && row.contains("Gofynnwch mewn da bryd"),
        "{row}"
    );
}

/// A version whose texts have footnotes, the second of them in the older version alone.
fn with_footnotes() -> Site {
    let english =
        "Ask first.[^a] Ask again.[^a] Pay goes on.[^b]\n\n[^a]: In writing.\n[^b]: Since 2020.\n";
    let welsh = "Gofynnwch.[^a] Gofynnwch eto.[^a] Mae’r tâl yn parhau.[^b]\n\n[^a]: Yn ysgrifenedig.\n[^b]: Ers 2020.\n";
    let new = |text: &str| {
        text.replace(".[^b]", ".[^c] A [^d]")
            .replace("[^b]: ", "[^c]: \\* ")
            + "[^d]: D.\n"
    };
    Site::in_two_languages()
        .text(
            "policy/leave/2022-04-01/en.md",
            format!("# Leave\n\n{english}"),
        )
        .text(
            "policy/leave/2022-04-01/cy.md",
            format!("# Gwyliau\n\n{welsh}"),
        )
        .text(
            "policy/leave/2023-04-01/en.md",
            format!("# Leave\n\n{}", new(english)),
        )
        .text(
            "policy/leave/2023-04-01/cy.md",
            format!("# Gwyliau\n\n{}", new(welsh)),
        )
}

#[test]
fn footnotes_are_led_to_and_back_in_every_column() {
    let site = with_footnotes();
    assert_eq!(columns_are_comparisons(&site), 2);
    let built = site.build();
    for address in [
        "en/policy/leave/changes/2022-04-01/2023-04-01/both-languages/",
        "cy/polisi/leave/newidiadau/2022-04-01/2023-04-01/dwyieithog/",
    ] {
        let page = built.output().page(address);
        let ids = page.ids();
        for language in ["en", "cy"] {
            let of = |css: &str| page.attributes(&format!(".cell[lang={language}] {css}"), "href");
            let (references, back) = (of("a[role=doc-noteref]"), of("a[role=doc-backlink]"));
            assert_eq!(
                (references.len(), back.len()),
                (4, 4),
                "{address}: {language}"
            );
            for link in references.iter().chain(&back) {
                assert!(
                    ids.iter().any(|id| id.as_str() == &link[1..]),
                    "{address}: {link}"
                );
            }
        }
    }
}

#[test]
fn each_language_has_one_landmark_of_footnotes() {
    let built = with_footnotes().build();
    for address in [
        "en/policy/leave/2023-04-01/both-languages/",
        "en/policy/leave/changes/2022-04-01/2023-04-01/both-languages/",
    ] {
        let page = built.output().page(address);
        let mut names = page.attributes("[role=doc-endnotes]", "aria-label");
        names.sort();
        assert_eq!(names, ["Footnotes", "Troednodiadau"], "{address}");
        assert!(page.select(".footnotes li").len() > 3, "{address}");
    }
}

#[test]
fn a_language_without_the_version_stands_in_no_column() {
    let site = Site::in_two_languages()
        .text("policy/leave/2022-04-01/en.md", ENGLISH)
        .text("policy/leave/2023-04-01/en.md", ENGLISH.replace("25", "28"))
        .text("policy/leave/2023-04-01/cy.md", WELSH);
    assert_eq!(columns_are_comparisons(&site), 0);
}

#[test]
fn a_heading_named_as_a_change_of_any_language_leaves_the_name_to_the_change() {
    let headings = "## One {#change-en-1}\n\nOne.\n\n## Two {#change-cy-1}\n\nTwo.\n\n## Three {#moved-en-2}\n\nThree.\n";
    let mut site = Site::in_two_languages();
    for (language, text) in [("en", ENGLISH), ("cy", WELSH)] {
        let text = format!("{text}\n{headings}");
        let changed = text.replace("25", "28");
        site = site
            .text(&format!("policy/leave/2022-04-01/{language}.md"), text)
            .text(&format!("policy/leave/2023-04-01/{language}.md"), changed);
    }
    assert_eq!(columns_are_comparisons(&site), 2);
    let built = site.build();
    let address = "en/policy/leave/changes/2022-04-01/2023-04-01/both-languages/";
    let page = built.output().page(address);
    for id in ["change-en-1", "change-cy-1"] {
        let named = page.only(&format!("[id={id}]"));
        assert!(named.attr("data-change").is_some(), "{id}");
    }
}

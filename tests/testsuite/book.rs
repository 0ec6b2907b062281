//! A section as a book: every document that is in force, on one page whose ids are there once.

use std::collections::BTreeSet;

use crate::site::{Page, Site};

/// Chapters that have the same headings, clauses, footnotes and ids of raw HTML.
fn handbook() -> Site {
    let text = |title: &str, more: &str| {
        format!(
            "# {title}\n\n## Scope\n\n5.2 Everybody.[^a]\n\n<div id=\"own\"><h2>Own</h2></div>\n\n{more}\n\n[^a]: A note.\n"
        )
    };
    Site::in_english()
        .yaml("policy/leave/document.yaml", "order: 2\n")
        .text("policy/leave/2020-01-01/en.md", text("Leave", "[Here](#scope), [there](../../pay#5.2), [all of it](../../pay), [gone](../../old)."))
        .text("policy/leave/2024-01-01/en.md", text("Leave anew", "[Scope](#scope)"))
        .yaml("policy/pay/document.yaml", "order: 1\n")
        .text("policy/pay/2019-01-01/en.md", text("Pay", "[Pinned](../../leave/2020-01-01)"))
        .yaml("policy/old/document.yaml", "withdrawn: {on: 2023-01-01}\n")
        .text("policy/old/2018-01-01/en.md", text("Old", ""))
        .text("policy/next/2030-01-01/en.md", text("Next", ""))
        .yaml("policy/next/2030-01-01/version.yaml", "published_on: 2020-01-01\n")
        .yaml("policy/travel/section.yaml", "title: Travel\n")
        .text("policy/travel/leave/2020-01-01/en.md", text("Leave to travel", "[Up](../../../leave#5.2)"))
}

fn book(site: &Site) -> Page {
    site.build().output().page("en/policy/book/")
}

fn versions(page: &Page) -> Vec<String> {
    let articles = page.attributes("article", "data-document").into_iter();
    articles
        .zip(page.attributes("article", "data-version"))
        .map(|(document, version)| format!("{document} {version}"))
        .collect()
}

#[test]
fn the_chapters_are_what_is_in_force_on_the_day() {
    assert_eq!(
        versions(&book(&handbook())),
        [
            "policy/pay 2019-01-01",
            "policy/leave 2024-01-01",
            "policy/travel/leave 2020-01-01"
        ]
    );
    assert_eq!(
        versions(&book(&handbook().on("2022-06-01"))),
        [
            "policy/pay 2019-01-01",
            "policy/leave 2020-01-01",
            "policy/old 2018-01-01",
            "policy/travel/leave 2020-01-01"
        ]
    );
}

#[test]
fn a_chapter_whose_text_was_removed_says_so() {
    let removed = handbook()
        .yaml(
            "policy/secret/2021-01-01/version.yaml",
            "removed: {on: 2022-01-01, reason: Personal data.}\n",
        )
        .text("policy/secret/2019-01-01/en.md", "# Secret\n\nWords.\n");
    let page = book(&removed);
    let words = |css: &str| -> Vec<String> {
        let found = page.select(css).into_iter();
        found.map(|element| element.text().collect()).collect()
    };
    assert!(words(".book-contents a").contains(&"Secret".to_owned()));
    assert_eq!(words("#chapter-secret h2"), ["Secret"]);
    let said = words("#chapter-secret > p").concat();
    assert!(
        said.contains("text of this version has been removed"),
        "{said}"
    );
    assert!(
        versions(&page)
            .iter()
            .all(|version| !version.contains("secret"))
    );
}

#[test]
fn every_id_is_there_once_and_every_link_within_leads_to_one() {
    let page = book(&handbook().on("2022-06-01"));
    let ids = page.ids();
    let known: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "{ids:?}");
    for wanted in ["leave--5.2", "travel.leave--5.2", "leave--own", "pay--fn-a"] {
        assert!(known.contains(&wanted.to_owned()), "{wanted} in {ids:?}");
    }
    let within = page.attributes("a[href^='#']", "href");
    assert!(within.len() > 20, "{within:?}");
    for link in within {
        assert!(known.contains(&link[1..].to_owned()), "{link}");
    }
}

#[test]
fn links_to_chapters_lead_to_places_in_the_book() {
    let page = book(&handbook().on("2022-06-01"));
    let of = |document: &str| {
        page.attributes(
            &format!("article[data-document='{document}'] p > a"),
            "href",
        )
    };
    assert_eq!(
        of("policy/leave"),
        ["#leave--scope", "#pay--5.2", "#chapter-pay", "#chapter-old"]
    );
    assert_eq!(of("policy/pay"), ["../leave/2020-01-01/"]);
    assert_eq!(of("policy/travel/leave"), ["#leave--5.2"]);
    // Once it is withdrawn it is no chapter, and the link leads to its page.
    let page = book(&handbook().replaced(
        "content/policy/leave/2024-01-01/en.md",
        "(#scope)",
        "(../../old)",
    ));
    assert_eq!(
        page.attributes("article[data-document='policy/leave'] p > a", "href"),
        ["../old/"]
    );
}

#[test]
fn a_link_to_what_only_an_earlier_version_called_so_leads_to_the_documents_own_page() {
    let renamed =
        |title: &str| format!("# Leave\n\n## {title}\n\nKeep five days. [Up](#old-name)\n");
    let site = Site::in_english()
        .text("policy/leave/2020-01-01/en.md", renamed("Old name"))
        .text("policy/leave/2021-01-01/en.md", renamed("New name"))
        .text(
            "policy/pay/2020-01-01/en.md",
            "# Pay\n\nSee [there](../../leave#old-name).\n",
        );
    let links = book(&site);
    let of = |document: &str| {
        links.attributes(
            &format!("article[data-document='{document}'] p > a"),
            "href",
        )
    };
    assert_eq!(of("policy/leave"), ["../leave/#old-name"]);
    assert_eq!(of("policy/pay"), ["../leave/#old-name"]);
    let own = site.build().output().page("en/policy/leave/");
    assert!(own.ids().contains(&"old-name".to_owned()));
}

#[test]
fn headings_stand_below_the_title_of_the_book() {
    let page = book(&handbook());
    let words = |css: &str| -> Vec<String> {
        let found = page.select(css).into_iter();
        found
            .map(|element| element.text().collect::<String>())
            .collect()
    };
    assert_eq!(words("h1").len(), 1);
    assert_eq!(words("h2"), ["Pay", "Leave anew", "Leave to travel"]);
    assert_eq!(words("h3"), ["Scope", "Own"].repeat(3));
}

/// The ways to the documents beside a document: `prev ../pay/ Pay`.
fn beside(page: &Page) -> Vec<String> {
    let links = page.select("main nav a[rel]").into_iter();
    links
        .map(|link| {
            let attribute = |name: &str| link.attr(name).unwrap_or_default();
            let lang = link.attr("lang").map(|lang| format!(" ({lang})"));
            format!(
                "{} {} {}{}",
                attribute("rel"),
                attribute("href"),
                link.text().collect::<String>(),
                lang.unwrap_or_default()
            )
        })
        .collect()
}

#[test]
fn a_document_in_force_leads_to_those_before_and_after_it_in_the_book() {
    let built = handbook().build();
    let of = |address: &str| beside(&built.output().page(&format!("en/policy/{address}/")));
    assert_eq!(of("pay"), ["next ../leave/ Leave anew"]);
    assert_eq!(
        of("leave"),
        ["prev ../pay/ Pay", "next ../travel/leave/ Leave to travel"]
    );
    assert_eq!(of("travel/leave"), ["prev ../../leave/ Leave anew"]);
    for elsewhere in ["leave/2020-01-01", "leave/2024-01-01", "old", "next"] {
        assert_eq!(of(elsewhere), [""; 0], "{elsewhere}");
    }
    let built = handbook().on("2022-06-01").build();
    let page = built.output().page("en/policy/leave/");
    assert_eq!(beside(&page), ["prev ../pay/ Pay", "next ../old/ Old"]);
    let label = page.attributes("main nav.around", "aria-label");
    assert_eq!(label, ["Previous and next document"]);
}

#[test]
fn the_order_is_that_of_each_language_and_a_title_says_which_it_is_in() {
    let site = Site::in_two_languages()
        .setting("parity: off\n")
        .text("policy/a/2020-01-01/en.md", "# Animals\n")
        .text("policy/a/2020-01-01/cy.md", "# Zoo\n")
        .text("policy/b/2020-01-01/en.md", "# Bees\n")
        .text("policy/c/2020-01-01/en.md", "# Cats\n")
        .text("policy/c/2020-01-01/cy.md", "# Cathod\n");
    let built = site.build();
    let of = |address: &str| beside(&built.output().page(address));
    assert_eq!(of("en/policy/a/"), ["next ../b/ Bees"]);
    assert_eq!(
        of("en/policy/b/"),
        ["prev ../a/ Animals", "next ../c/ Cats"]
    );
    assert_eq!(
        of("cy/polisi/c/"),
        ["prev ../b/ Bees (en)", "next ../a/ Zoo"]
    );
    assert_eq!(of("cy/polisi/a/"), ["prev ../c/ Cathod"]);
    let book = built.output().page("cy/polisi/llyfr/");
    assert_eq!(
        versions(&book),
        [
            "policy/b 2020-01-01",
            "policy/c 2020-01-01",
            "policy/a 2020-01-01"
        ]
    );
}

#[test]
fn a_document_that_is_alone_in_its_book_leads_to_none() {
    let site = Site::in_english()
        .text("policy/leave/2020-01-01/en.md", "# Leave\n")
        .yaml("rules/section.yaml", "title: Rules\n")
        .text("rules/pay/2020-01-01/en.md", "# Pay\n");
    let page = site.build().output().page("en/policy/leave/");
    assert_eq!(page.select("main nav").len(), 0);
}

#[test]
fn a_section_in_which_nothing_holds_has_no_book() {
    let site = Site::in_english()
        .text("policy/next/2030-01-01/en.md", "# Next\n")
        .yaml(
            "policy/next/2030-01-01/version.yaml",
            "published_on: 2020-01-01\n",
        );
    let built = site.build();
    assert!(!built.output().has("en/policy/book/"));
    assert!(
        !built
            .output()
            .page("en/policy/")
            .leads_to("en/policy/book/")
    );
}

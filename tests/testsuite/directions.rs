//! Languages that are written in another direction than the page which has them.

use crate::site::{Page, Site};

/// A site in Arabic and English, the Arabic with the English words of the theme.
fn in_arabic_and_english() -> Site {
    let site = "\
title: {ar: القواعد, en: Rules}
base_url: https://rules.example/
languages:
  - {code: ar, name: العربية, words: {changes: taghyirat, current: hali, book: kitab, both-languages: lughatan, on-a-date: fi-tarikh, a-z: a-y, search: bahth}}
  - {code: en, name: English}
";
    Site::empty()
        .file("site.yaml", site)
        .file(
            "themes/default/strings/ar.ftl",
            include_str!("../../themes/default/strings/en.ftl"),
        )
        .yaml(
            "policy/section.yaml",
            "title: {ar: السياسات, en: Policy}\nslug: {ar: siyasat, en: policy}\n",
        )
        .yaml(
            "policy/leave/document.yaml",
            "slug: {ar: ijaza, en: leave}\n",
        )
        .text("policy/leave/2024-01-01/en.md", "# Leave\n\nTwenty days.\n")
        .text(
            "policy/leave/2024-01-01/ar.md",
            "# الإجازات\n\nعشرون يوما.\n",
        )
}

#[test]
fn what_is_written_the_other_way_says_so_and_nothing_else_does() {
    let built = in_arabic_and_english().build();
    let directions = |address: &str, selector: &str| -> Vec<(String, String)> {
        let page = built.output().page(address);
        let said = page.select(selector);
        let said = said.iter().map(|element| {
            let of = |name| element.attr(name).unwrap_or_default().to_owned();
            (of("lang"), of("dir"))
        });
        said.collect()
    };
    let expected = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        let own = |&(lang, dir): &(&str, &str)| (lang.to_owned(), dir.to_owned());
        pairs.iter().map(own).collect()
    };
    let arabic = "ar/siyasat/ijaza/2024-01-01/lughatan/";
    let english = "en/policy/leave/2024-01-01/both-languages/";
    for selector in [".row:first-child > .cell", ".columns li"] {
        let mut said = directions(arabic, selector);
        said.sort();
        assert_eq!(said, expected(&[("ar", ""), ("en", "ltr")]), "{selector}");
        let mut said = directions(english, selector);
        said.sort();
        assert_eq!(said, expected(&[("ar", "rtl"), ("en", "")]), "{selector}");
    }
    assert_eq!(directions("", "html"), expected(&[("ar", "rtl")]));
    assert_eq!(
        directions("", ".door"),
        expected(&[("ar", ""), ("en", "ltr")])
    );
}

/// The elements of a page that name their language, with their direction, each once.
fn spoken(page: &Page, selector: &str) -> Vec<(String, Option<String>)> {
    let elements = page.select(selector).into_iter();
    let said = elements.filter_map(|element| {
        let lang = element.attr("lang")?.to_owned();
        Some((lang, element.attr("dir").map(str::to_owned)))
    });
    said.collect()
}

/// Where a language lacks a text, one that is written the other way may stand in.
#[test]
fn what_stands_in_says_how_it_is_written() {
    let site = in_arabic_and_english()
        .without("content/policy/leave/2024-01-01/en.md")
        .text("policy/leave/2025-01-01/ar.md", "# الإجازات\n\nشهر.\n")
        .text("policy/pay/2024-01-01/en.md", "# Pay\n\nMonthly.\n")
        .yaml("policy/pay/document.yaml", "slug: {ar: rawatib, en: pay}\n")
        .text("contact/ar.md", "# اتصل\n\nهنا.\n");
    let built = site.build();
    let output = built.output();
    let rtl = Some("rtl".to_owned());
    for (address, selector) in [
        ("en/policy/leave/", "article"),
        ("en/policy/leave/2024-01-01/", "article"),
        ("en/policy/book/", "article"),
        ("en/contact/", "article"),
        ("en/policy/", "main [lang]"),
        ("en/", "main [lang]"),
        ("en/changes/", "main [lang]"),
        ("en/policy/leave/changes/", "main [lang]"),
        ("en/a-z/", "main [lang]"),
        ("en/on-a-date/", "main [lang]"),
        ("en/on-a-date/2024-01-01/", "main [lang]"),
        ("en/policy/pay/", "a[rel][lang]"),
    ] {
        let said = spoken(&output.page(address), selector);
        let arabic: Vec<_> = said.iter().filter(|(lang, _)| lang == "ar").collect();
        assert!(!arabic.is_empty(), "{address} {selector}: {said:?}");
        for (_, dir) in arabic {
            assert_eq!(*dir, rtl, "{address} {selector}");
        }
    }
    let english = output.page("ar/siyasat/rawatib/");
    let said = spoken(&english, "article");
    assert_eq!(said, [("en".to_owned(), Some("ltr".to_owned()))]);
    // Its own direction a page says once.
    let own = output.page("ar/siyasat/ijaza/");
    assert_eq!(spoken(&own, "article"), []);
}

#[test]
fn an_address_reads_from_left_to_right() {
    let built = in_arabic_and_english().build();
    let direction = |address: &str| {
        let page = built.output().page(address);
        let links = page.select(".facts a");
        let permanent = |words: String| words.starts_with("https://rules.example/");
        let link = links.iter().find(|link| permanent(link.text().collect()));
        link.unwrap().attr("dir").map(str::to_owned)
    };
    assert_eq!(direction("ar/siyasat/ijaza/").as_deref(), Some("ltr"));
    assert_eq!(direction("en/policy/leave/"), None);
}

#[test]
fn each_letter_of_another_script_has_a_name_of_its_own() {
    let built = in_arabic_and_english()
        .yaml("policy/pay/document.yaml", "slug: {ar: rawatib, en: pay}\n")
        .text("policy/pay/2024-01-01/en.md", "# Pay\n\nMonthly.\n")
        .text("policy/pay/2024-01-01/ar.md", "# نظام\n\nهنا.\n")
        .build();
    let page = built.output().page("ar/a-y/");
    let headings = page.attributes(".letter h2", "id");
    assert_eq!(headings.len(), 2);
    assert_ne!(headings[0], headings[1]);
    let links = page.attributes(".letters a", "href");
    let leads: Vec<_> = links
        .iter()
        .map(|link| link.trim_start_matches('#'))
        .collect();
    assert_eq!(leads, headings);
}

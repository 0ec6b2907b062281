//! Titles in another language than their page, where a text does not exist in that one.

use crate::site::Site;
use scraper::ElementRef;

/// The language of an element's words: its own, or that of the next one around it which states one.
fn language_of(element: ElementRef<'_>) -> String {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    let mut stated = std::iter::once(element)
        .chain(around)
        .filter_map(|element| element.attr("lang"));
    stated.next().unwrap_or_default().to_owned()
}

#[test]
fn wherever_a_title_stands_in_it_is_marked_with_its_language() {
    let site = Site::in_two_languages()
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nTen days.\n")
        .text("policy/leave/2020-01-01/cy.md", "# Absenoldeb\n\nDeg.\n")
        .yaml(
            "policy/travel/document.yaml",
            "slug: {en: travel, cy: teithio}\nreplaces: policy/leave\n",
        )
        .text(
            "policy/travel/2022-01-01/en.md",
            "# Travel\n\nSecond class.\n",
        )
        .text(
            "policy/travel/2022-01-01/cy.md",
            "# Teithio\n\nYr ail ddosbarth.\n",
        )
        .text(
            "policy/travel/2024-01-01/en.md",
            "# Travel\n\nFirst class.\n",
        )
        .text("about/en.md", "# Travel office\n\nThird floor.\n")
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\nreplaces: policy/travel\n\
             withdrawn: {on: 2025-01-01}\nreplaced_by: policy/travel\n",
        );
    let built = site.on("2026-11-23").build();
    let output = built.output();
    let mut seen = 0;
    for address in output.pages() {
        let page = output.page(&address);
        for element in page.select("body *") {
            let own = element
                .children()
                .filter_map(|child| child.value().as_text());
            let says = |words: &str| own.clone().any(|text| text.contains(words));
            if says("Travel") {
                seen += 1;
                let words: String = element.text().collect();
                assert_eq!(language_of(element), "en", "{address}: {words}");
            }
        }
    }
    assert!(seen > 20, "{seen}");
    for (address, lists) in [
        ("cy/", 2),
        ("cy/polisi/", 1),
        ("cy/newidiadau/", 1),
        ("cy/a-y/", 1),
        ("en/", 0),
        ("en/policy/", 0),
        ("en/changes/", 0),
        ("en/a-z/", 0),
    ] {
        let page = output.page(address);
        let named = page.select("main .category").into_iter();
        let named: Vec<String> = named.map(|name| name.text().collect()).collect();
        assert_eq!(named, vec!["Iaith: Saesneg"; lists], "{address}");
    }
    let door = output.page("id/policy/travel/");
    let welsh = door.only("section[lang=cy]");
    let words: String = welsh.text().collect();
    assert!(
        words.contains("Nid yw’r testun hwn ar gael yn Gymraeg."),
        "{words}"
    );
    let english: String = door.only("section[lang=en]").text().collect();
    assert!(!english.contains("not available"), "{english}");
}

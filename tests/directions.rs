//! Languages that are written in another direction than the page which has them.

mod site;

use site::Site;

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
            include_str!("../themes/default/strings/en.ftl"),
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

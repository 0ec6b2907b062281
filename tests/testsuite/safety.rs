//! Nothing that a text, a title, a value of YAML or a file's name holds can run in a browser.
//!
//! `tests/browser/safety.test.mjs` opens the same pages in a browser and waits for something to run.

use crate::site::{Output, Page, Site, project};
use scraper::ElementRef;

/// Elements that run or fetch something, or change how the rest of the page is read.
const REFUSED: &[&str] = &[
    "applet", "base", "embed", "frame", "frameset", "iframe", "math", "object", "style", "template",
];

/// Attributes that take an address.
const ADDRESSES: &[&str] = &[
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "longdesc",
    "ping",
    "poster",
    "src",
    "srcset",
    "xlink:href",
];

/// Schemes that do nothing but lead somewhere.
const HARMLESS: &[&str] = &["http", "https", "mailto", "tel"];

/// What could run on a page, as lines to read.
fn dangers(page: &Page) -> Vec<String> {
    let of_element = |element: ElementRef<'_>| {
        let name = element.value().name();
        let mut found = Vec::new();
        if REFUSED.contains(&name) || (name == "script" && !is_own_script(element)) {
            found.push(format!("{}: {}", page.address(), element.html()));
        }
        for (attribute, value) in element.value().attrs() {
            if is_danger(attribute, value) {
                found.push(format!("{}: {name} {attribute}={value:?}", page.address()));
            }
        }
        found
    };
    page.elements().flat_map(of_element).collect()
}

/// A script of the theme: a file of the site's own, with nothing written inside.
fn is_own_script(script: ElementRef<'_>) -> bool {
    let source = script.attr("src").unwrap_or_default();
    source
        .trim_start_matches("../")
        .trim_start_matches("./")
        .trim_start_matches('/')
        .starts_with("assets/")
        && script.text().all(|text| text.trim().is_empty())
}

fn is_danger(attribute: &str, value: &str) -> bool {
    let scheme: String = value
        .chars()
        .filter(|character| !character.is_ascii_control() && *character != ' ')
        .collect();
    let scheme = scheme
        .split_once(':')
        .map(|(scheme, _)| scheme.to_lowercase());
    let leads_to_harm = scheme.is_some_and(|scheme| {
        let is_scheme = !scheme.contains(['/', '?', '#']);
        is_scheme && !HARMLESS.contains(&scheme.as_str())
    });
    attribute.starts_with("on")
        || matches!(attribute, "style" | "srcdoc")
        || (ADDRESSES.contains(&attribute) && leads_to_harm)
}

fn all_dangers(output: &Output) -> Vec<String> {
    let pages = output.pages();
    assert!(pages.len() > 10, "{pages:?}");
    pages
        .iter()
        .flat_map(|address| dangers(&output.page(address)))
        .collect()
}

fn hostile() -> Site {
    Site::at(&project().join("tests/sites/hostile"))
}

#[test]
fn nothing_of_a_hostile_site_can_run() {
    let site = hostile();
    assert_eq!(all_dangers(site.build().output()), Vec::<String>::new());
}

#[test]
fn nothing_of_the_example_can_run() {
    let site = Site::example();
    assert_eq!(all_dangers(site.build().output()), Vec::<String>::new());
}

#[test]
fn what_tried_to_run_is_shown_as_typed() {
    let site = hostile();
    let built = site.build();
    let version = built.output().page("en/policy/trap/2020-01-01/");
    for words in [
        "Trap <script>window.ran = 'title'</script>",
        "<script>window.ran = 'owner'</script>",
        "<script>window.ran = 'reference'</script>",
        "let a = \"</code></pre><script>window.ran = 'code'</script>\";",
    ] {
        assert!(version.contains(words), "{words} in {}", version.words());
    }
}

#[test]
fn nothing_can_run_from_feeds_and_records() {
    let site = hostile();
    let built = site.build();
    let files = built.output().files();
    for path in files.iter().filter(|path| path.ends_with(".xml")) {
        let text = built.output().text(path);
        assert!(
            !text.contains("<script") && !text.contains("<img"),
            "{path}: {text}"
        );
        assert!(!text.contains("]]>"), "{path}: {text}");
    }
    let titles = &built.output().document("policy/trap")["titles"];
    assert_eq!(
        titles["en"],
        "Trap <script>window.ran = 'new title'</script>"
    );
}

#[test]
fn nothing_of_a_name_can_run() {
    let site = Site::in_english()
        .text("policy/leave/2024-04-01/en.md", "# Leave\n\nText.\n")
        .file(
            "content/policy/leave/2024-04-01/\"><img src=x onerror=alert(1)>.txt",
            "a",
        )
        .file(
            "content/policy/leave/2024-04-01/a' onclick='alert(1).txt",
            "a",
        )
        .file("content/policy/leave/2024-04-01/javascript:alert(1)", "a")
        .text(
            "policy/<img src=x onerror=alert(1)>/2024-04-01/en.md",
            "# Other\n\nText.\n",
        )
        .yaml(
            "policy/leave/\"><svg onload=alert(1)>/version.yaml",
            "effective_from: 2025-01-01\n",
        )
        .text(
            "policy/leave/\"><svg onload=alert(1)>/en.md",
            "# Leave\n\nMore text.\n",
        );
    assert_eq!(all_dangers(site.build().output()), Vec::<String>::new());
}

#[test]
fn what_can_run_would_be_seen() {
    for html in [
        "<script>alert(1)</script>",
        "<script src=https://evil.example/a.js></script>",
        "<p onclick=alert(1)>",
        "<a href=' java\nscript:alert(1)'>",
        "<a href=data:text/html,x>",
        "<iframe src=a></iframe>",
        "<p style=color:red>",
        "<base href=//evil.example>",
    ] {
        assert!(!dangers(&Page::parse("", html)).is_empty(), "{html}");
    }
    let harmless =
        "<script src=../assets/a.js></script><a href='mailto:a@b.example'>a</a><a href=a/b:c>b</a>";
    assert_eq!(dangers(&Page::parse("", harmless)), Vec::<String>::new());
}

//! What a build writes is what a text may link to from the site's root, and nothing else is.

use std::collections::BTreeSet;

use crate::site::refusal::good;
use crate::site::{Finding, Site};

/// Where the page lies whose links are looked at.
const LINKING: &str = "content/signposts/en.md";

/// Whatever kinds of pages there are: drafts apart, which readers do not see.
fn site_of_all_kinds() -> Site {
    good()
        .setting("comparisons: all\nsearch: history\n")
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\nformer_addresses: {en: policy/time off, cy: polisi/gwyliau}\n\
             withdrawn: {on: 2025-06-01}\nreinstated: {on: 2025-09-01}\n",
        )
        .text("policy/leave/2024-04-01.1/en.md", "# Leave\n\nTwenty-two days.\n")
        .yaml("policy/leave/2024-04-01.1/version.yaml", "published_on: 2025-01-02\n")
        .file("content/policy/leave/2024-04-01.1/a form.en.pdf", "%PDF-1.4\n")
        .text("policy/pay/2021/en.md", "# Pay\n\nMonthly.\n")
        .yaml("policy/pay/2021/version.yaml", "effective_from: {by: 2021-12-31}\n")
        .file("static/crest.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n")
        .file("static/old/index.html", "<!doctype html><title>Old</title>\n")
}

/// The site with a page that links to addresses.
fn linking<'a>(site: Site, addresses: impl Iterator<Item = &'a String>) -> Site {
    let lines = addresses.map(|address| format!("[x](</{address}>)\n\n"));
    let text = format!("# Signposts\n\n{}", lines.collect::<String>());
    site.file(LINKING, text)
        .text("signposts/cy.md", "# Arwyddbyst\n")
}

/// The addresses that a build writes, those of the theme's files and of the search engine's apart.
fn written_by_build(site: &Site) -> BTreeSet<String> {
    let built = site.build();
    let is_of_program = |file: &String| {
        let first = file.split('/').next().unwrap();
        ["assets", "pagefind", "redirects"].contains(&first) || first.starts_with('.')
    };
    let files = built.output().files().into_iter();
    let files = files.filter(|file| !is_of_program(file));
    let address = |file: String| match file.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
        _ => file,
    };
    files.map(address).collect()
}

/// Which addresses a check finds broken on the linking page.
fn broken(site: &Site) -> BTreeSet<String> {
    let checked = site.check();
    let found = checked.of_code("broken-link").into_iter();
    let on_page = found.filter(|it| it.path == LINKING);
    let written = |it: &Finding| it.message.split('`').nth(1).unwrap()[1..].to_owned();
    on_page.map(written).collect()
}

/// An address that is one letter off.
fn one_off(address: &str) -> String {
    let end = address.trim_end_matches('/').len();
    format!("{}z{}", &address[..end], &address[end..])
}

fn holds(site: Site) -> usize {
    let site = linking(site, [].into_iter());
    let written = written_by_build(&site);
    let wrong: BTreeSet<String> = written.iter().map(|address| one_off(address)).collect();
    let site = linking(site, written.iter().chain(&wrong));
    assert_eq!(broken(&site), wrong);
    written.len()
}

#[test]
fn everything_that_a_build_writes_can_be_linked_to_and_nothing_else() {
    assert!(holds(site_of_all_kinds()) > 80);
    assert!(holds(Site::copy_of_example()) > 100);
}

//! The search of a site: the same bytes in every build, and a site for the browser tests in which
//! every form of many Welsh nouns stands on a page of its own.

use std::fs;
use std::path::PathBuf;

use crate::site::{Site, copy_tree};
use canllaw::language::LanguageCode;
use canllaw::language::mutation::mutated_forms;
use serde_json::json;

/// Nouns in their radical form, one a line.
const NOUNS: &str = include_str!("../welsh_nouns.txt");

/// The folder that the browser tests read: the built site, and `forms.json` with the forms of each
/// noun and the page that holds each.
fn for_browser() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("search")
}

/// A site with a page for each form of each noun, and the forms with their pages.
fn site_of_forms() -> (Site, serde_json::Value) {
    let welsh = LanguageCode::parse("cy").unwrap();
    let mut site = Site::in_two_languages()
        .setting("parity: off\nsearch: history\n")
        .text("one/en.md", "# First\n\nThis is our policy on leave.\n")
        .text("two/en.md", "# Second\n\nAll policies are here.\n")
        .text("three/en.md", "# Third\n\nAsk your café manager.\n")
        .text("house/cy.md", "# Enw hir\n\n## Cyn hynny\n\nYma y mae.\n\n## Wedyn\n\nMynd i’r swyddfeydd ac o’r storfeydd.\n")
        .yaml("policy/past/document.yaml", "slug: {en: past, cy: gynt}\n")
        .text("policy/past/2019-01-01/en.md", "# Past\n\nWrite with quills.\n")
        .text("policy/past/2020-01-01/en.md", "# Past\n\nWrite with pens.\n");
    let mut nouns = Vec::new();
    let mut page = 0;
    for noun in NOUNS.lines() {
        let mut forms = Vec::new();
        for form in mutated_forms(&welsh, noun) {
            page += 1;
            let text = format!("# {page}\n\n{form}\n");
            site = site.text(&format!("n{page}/cy.md"), text);
            forms.push(json!({ "form": form, "page": format!("cy/n{page}/") }));
        }
        nouns.push(forms);
    }
    (site, json!(nouns))
}

#[test]
fn a_site_of_welsh_nouns_has_the_same_search_files_every_time() {
    let (site, forms) = site_of_forms();
    let first = site.build();
    let files: Vec<String> = first.output().files();
    let searched: Vec<&String> = files
        .iter()
        .filter(|path| path.starts_with("pagefind/"))
        .collect();
    assert!(searched.len() > 400, "{}", searched.len());
    let read = |path: &str| fs::read(site.output_folder().join(path)).unwrap();
    let bytes: Vec<Vec<u8>> = searched.iter().map(|path| read(path)).collect();
    fs::remove_dir_all(site.output_folder()).unwrap();
    let second = site.build();
    assert_eq!(second.output().files(), files);
    for (path, before) in searched.iter().zip(&bytes) {
        assert!(read(path) == *before, "{path}");
    }
    publish(&site, &forms);
}

/// Puts the site where the browser tests find it.
fn publish(site: &Site, forms: &serde_json::Value) {
    let folder = for_browser();
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    copy_tree(&site.output_folder(), &folder.join("public"));
    fs::write(folder.join("forms.json"), forms.to_string()).unwrap();
}

#[test]
fn a_site_may_have_no_search() {
    let built = Site::in_english()
        .setting("search: false\n")
        .text("policy/leave/2024-04-01/en.md", "# Leave\n\nTwenty days.\n")
        .build();
    let files = built.output().files();
    assert!(!files.iter().any(|path| path.starts_with("pagefind/")));
    assert!(!files.iter().any(|path| path.starts_with("en/search/")));
    let home = built.output().page("en/");
    assert!(home.select("form").is_empty());
}

/// How many texts each index of a site has, by its folder.
fn index_sizes(output: &crate::site::Output) -> Vec<(String, u64)> {
    let entries = output.files().into_iter();
    let entries = entries.filter_map(|path| {
        let folder = path.strip_suffix("/pagefind-entry.json")?.to_owned();
        let entry: serde_json::Value = serde_json::from_str(&output.text(&path)).unwrap();
        let count = entry["languages"]["en"]["page_count"].as_u64();
        Some((folder, count.unwrap_or_default()))
    });
    entries.collect()
}

#[test]
fn what_readers_may_read_is_searched_and_nothing_else() {
    let built = Site::in_english()
        .setting("search: history\n")
        .text("policy/leave/2019-01-01/en.md", "# Leave\n\nXyzzyhidden.\n")
        .yaml(
            "policy/leave/2019-01-01/version.yaml",
            "removed: {on: 2021-01-01, reason: {en: Personal data}}\n",
        )
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nTwenty days.\n")
        .text("policy/leave/2030-01-01/en.md", "# Leave\n\nThirty days.\n")
        .yaml(
            "policy/leave/2030-01-01/version.yaml",
            "published_on: 2026-01-01\n",
        )
        .text("policy/leave/2031-01-01/en.md", "# Leave\n\nXyzzyhidden.\n")
        .yaml(
            "policy/leave/2031-01-01/version.yaml",
            "published_on: 2030-06-01\n",
        )
        .text("policy/leave/draft/en.md", "# Leave\n\nXyzzyhidden.\n")
        .text(
            "policy/hybrid/2030-01-01/en.md",
            "# Hybrid working\n\nAt home.\n",
        )
        .yaml(
            "policy/hybrid/2030-01-01/version.yaml",
            "published_on: 2026-01-01\n",
        )
        .text("policy/study/2020-01-01/en.md", "# Study leave\n\nGone.\n")
        .yaml(
            "policy/study/document.yaml",
            "withdrawn: {on: 2024-01-01}\n",
        )
        .argument("--drafts")
        .build();
    assert_eq!(
        index_sizes(built.output()),
        [
            // Leave in force, and hybrid working, of which nothing is yet.
            ("pagefind/en/1".to_owned(), 2),
            // Leave to come, and study leave.
            ("pagefind/en/history-1".to_owned(), 2),
        ]
    );
}

#[test]
fn the_list_of_all_documents_has_the_letters_of_the_language() {
    let mut site = Site::in_two_languages().setting("parity: off\n");
    for (name, english, welsh) in [
        ("a", "Children", "Chwarae teg"),
        ("b", "City", "Cwynion"),
        ("c", "House", "Llety"),
        ("d", "Living", "Lwfansau"),
        ("e", "4 rules", "Bangor"),
        ("f", "Zoo", "---\nsort_key: Ban|gor\n---\n# Bangor Uchaf"),
    ] {
        site = site
            .yaml(
                &format!("policy/{name}/document.yaml"),
                &format!("slug: {{en: {name}, cy: {name}}}\n"),
            )
            .text(
                &format!("policy/{name}/2020-01-01/en.md"),
                format!("# {english}\n\nText.\n"),
            );
        let welsh = if welsh.starts_with("---") {
            format!("{welsh}\n\nTestun.\n")
        } else {
            format!("# {welsh}\n\nTestun.\n")
        };
        site = site.text(&format!("policy/{name}/2020-01-01/cy.md"), welsh);
    }
    let built = site.build();
    let listed = |address: &str| -> Vec<String> {
        let page = built.output().page(address);
        let titles = page.select(".letter h2, .letter-documents a");
        titles
            .iter()
            .map(|element| element.text().collect())
            .collect()
    };
    assert_eq!(
        listed("en/a-z/"),
        [
            "0–9", "4 rules", "C", "Children", "City", "H", "House", "L", "Living", "Z", "Zoo"
        ]
    );
    assert_eq!(
        listed("cy/a-y/"),
        [
            "B",
            "Bangor",
            "Bangor Uchaf",
            "C",
            "Cwynion",
            "Ch",
            "Chwarae teg",
            "L",
            "Lwfansau",
            "Ll",
            "Llety"
        ]
    );
}

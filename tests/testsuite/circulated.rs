//! `canllaw diff --format html`: one file that needs nothing beside itself.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::site::{DAY, Page, Site, canllaw, has_scheme, project};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

fn run(arguments: &[&str], paths: &[&Path]) -> Output {
    canllaw().args(arguments).args(paths).output().unwrap()
}

fn page(output: &Output) -> Page {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{errors}");
    Page::parse("", std::str::from_utf8(&output.stdout).unwrap())
}

/// What the page would fetch, and where it leads that it is not.
fn outside(page: &Page) -> Vec<String> {
    let fetched = [
        "link[href]",
        "script",
        "img:not([src^='data:'])",
        "iframe",
        "[style]",
    ];
    let mut found: Vec<String> = fetched
        .iter()
        .flat_map(|css| page.select(css).into_iter().map(|element| element.html()))
        .collect();
    let leads = page.attributes("a", "href").into_iter();
    found.extend(leads.filter(|href| !href.starts_with('#') && !has_scheme(href)));
    found
}

#[test]
fn two_files_become_one_page() {
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &[u8]| {
        let path = home.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    write("map.png", b"\x89PNG");
    let old = write(
        "old.cy.md",
        "# Rheolau\n\nRhaid gofyn i'r [rheolwr](../rheolwr) erbyn 5 Mai 2024.\n".as_bytes(),
    );
    let new = write(
        "new.cy.md",
        "# Rheolau\n\nRhaid i chi beidio â gofyn i'r [rheolwr](../rheolwr) erbyn 6 Mai 2024.\n\n![Map](map.png) [Y we](https://a.example/)\n".as_bytes(),
    );
    let page = page(&run(&["diff", "--format", "html"], &[&old, &new]));
    assert_eq!(outside(&page), Vec::<String>::new());
    assert_eq!(page.lang(), "cy");
    assert!(page.contains("Beth a newidiodd") && page.contains("dyletswydd"));
    assert_eq!(
        page.attributes("article img", "src"),
        ["data:image/png;base64,iVBORw=="]
    );
    assert!(
        page.attributes("article a", "href")
            .contains(&"https://a.example/".to_owned())
    );
    assert_eq!(
        page.attributes("article [data-change]", "id"),
        ["change-1", "change-2"]
    );
    let style = page.only("style").text().collect::<String>();
    assert!(style.contains("ins") && style.len() > 10_000 && !style.contains("@import"));
}

#[test]
fn versions_of_a_document_lead_back_to_the_site() {
    let site = Site::copy_of_example();
    let output = canllaw()
        .args(["diff", "policy/using-social-media", "2017-08-09", "2020"])
        .args([
            "--language",
            "cy",
            "--format",
            "html",
            "--on",
            DAY,
            "--site",
        ])
        .arg(site.folder())
        .output()
        .unwrap();
    let page = page(&output);
    assert_eq!(outside(&page), Vec::<String>::new());
    let article = page.only("article[data-diff]");
    assert_eq!(article.attr("data-from"), Some("2017-08-09"));
    assert_eq!(article.attr("data-to"), Some("2020"));
    assert!(page.contains("9 Awst 2017"), "{}", page.words());
    let summary = page.attributes(".summary a", "href");
    let changes = page.attributes("article [data-change]", "id");
    assert_eq!(summary.len(), changes.len());
    for href in summary {
        assert!(
            changes.contains(&href.trim_start_matches('#').to_owned()),
            "{href}"
        );
    }
}

/// An image file and the address that holds it.
fn image(name: &str) -> (Vec<u8>, String) {
    let bytes = format!("image {name}").into_bytes();
    let address = format!("data:image/png;base64,{}", STANDARD.encode(&bytes));
    (bytes, address)
}

#[test]
fn images_of_two_files_are_those_beside_each() {
    let home = tempfile::tempdir().unwrap();
    let images = ["old", "new", "gone"].map(image);
    let write = |path: &str, contents: &[u8]| {
        let path = home.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, contents).unwrap();
        path
    };
    write("old/my photo.png", &images[0].0);
    write("new/my photo.png", &images[1].0);
    write("old/gone.png", &images[2].0);
    write("secret.png", b"not to be read");
    let same = "# Rules\n\n![Photo](./my%20photo.png?v=2#a)\n\n![Out](../secret.png)\n\n![Out](/secret.png)\n";
    let old = write(
        "old/rules.md",
        format!("{same}\nThe ![Plan](gone.png) is here.\n").as_bytes(),
    );
    let new = write("new/rules.md", same.as_bytes());
    let page = page(&run(&["diff", "--format", "html"], &[&old, &new]));
    let [_, (_, photo), (_, gone)] = images;
    assert_eq!(page.attributes("article img", "src"), [photo, gone]);
}

#[test]
fn images_and_links_of_versions_are_those_that_the_site_shows() {
    let images = ["document", "static", "old", "new", "gone", "other"].map(image);
    let bytes = images.clone().map(|(bytes, _)| bytes);
    let same = "# Leave\n\n![Chart](../chart.png)\n\n![Logo](/logo%201.png)\n\n![Plan](my%20plan.png)\n\n![Other](../2021-01-01/only.png)\n";
    let removed =
        "\nThe ![Map](gone.png) is in [the form](../../form), at [its place](#map).\n\n## Map\n";
    let form = "# Form\n\nText.\n";
    let site = Site::in_english()
        .text("policy/form/2020-01-01/en.md", form)
        .text("policy/form/2022-01-01/en.md", form)
        .text("policy/leave/2021-01-01/en.md", format!("{same}{removed}"))
        .text("policy/leave/2023-01-01/en.md", same)
        .text("policy/leave/chart.png", &bytes[0])
        .file("static/logo 1.png", &bytes[1])
        .text("policy/leave/2021-01-01/my plan.png", &bytes[2])
        .text("policy/leave/2023-01-01/my plan.png", &bytes[3])
        .text("policy/leave/2021-01-01/gone.png", &bytes[4])
        .text("policy/leave/2021-01-01/only.png", &bytes[5]);
    let output = canllaw()
        .args(["diff", "policy/leave", "--format", "html", "--on", DAY])
        .arg("--site")
        .arg(site.folder())
        .output()
        .unwrap();
    let page = page(&output);
    let [document, logo, _, new, gone, other] = images.map(|(_, address)| address);
    assert_eq!(
        page.attributes("article img", "src"),
        [document, logo, new, other, gone]
    );
    let links = page.attributes("article a", "href");
    for leads in [
        // As on the page of the comparison: what the old text linked to, as it was then.
        "https://rules.example/en/policy/form/2020-01-01/",
        "https://rules.example/en/policy/leave/2021-01-01/#map",
    ] {
        assert!(links.iter().any(|link| link == leads), "{leads}\n{links:?}");
    }
}

#[test]
fn the_result_goes_to_a_file_and_a_fault_leaves_that_as_it_was() {
    let case = project().join("tests/comparison_cases/08-must-to-must-not");
    let [old, new] = ["old.en.md", "new.en.md"].map(|name| case.join(name));
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("draft.html");
    for format in ["html", "json", "text"] {
        let output = run(
            &[
                "diff",
                "--exit-code",
                "--format",
                format,
                "--output",
                file.to_str().unwrap(),
            ],
            &[&old, &new],
        );
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        assert!(
            fs::read_to_string(&file).unwrap().contains("not"),
            "{format}"
        );
    }
    let before = fs::read(&file).unwrap();
    let absent = case.join("absent.md");
    let output = run(
        &["diff", "--output", file.to_str().unwrap()],
        &[&old, &absent],
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read(&file).unwrap(), before);
    let nowhere = home.path().join("no/such/folder.html");
    let output = run(
        &["diff", "--output", nowhere.to_str().unwrap()],
        &[&old, &new],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("folder.html"));
}

#[test]
fn ids_of_the_text_give_way_to_those_of_changes() {
    let home = tempfile::tempdir().unwrap();
    let [old, new] = [("old.md", "two"), ("new.md", "three")].map(|(name, word)| {
        let path = home.path().join(name);
        let text = format!(
            "# Rules\n\n## Change 1\n\nOne {word} four five.\n\n<p id=\"change-1\">x</p>\n"
        );
        fs::write(&path, text).unwrap();
        path
    });
    let page = page(&run(&["diff", "--format", "html"], &[&old, &new]));
    let ids = page.ids();
    assert_eq!(
        ids.iter().filter(|id| *id == "change-1").count(),
        1,
        "{ids:?}"
    );
    assert_eq!(page.only("#change-1").attr("data-change"), Some("changed"));
}

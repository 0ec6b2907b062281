//! The preview while something is at fault: what it shows, what it says, and that it goes by itself.

use std::fs;

use crate::site::{Page, Preview, Site, canllaw, of_site};

#[test]
fn a_page_that_cannot_be_made_says_so_in_the_words_of_its_language() {
    let titles = "title: {en: R, cy: R, fr: R, ga: R}\n";
    let languages = "languages: [{code: en}, {code: cy}, {code: fr}, {code: ga}]\n";
    let mut site = Site::empty().file("site.yaml", format!("{titles}{languages}"));
    let words = [
        ("en", "This page cannot be shown"),
        ("cy", "Ni ellir dangos y dudalen hon"),
        ("fr", "Cette page ne peut pas être affichée"),
        ("ga", "Ní féidir an leathanach seo a thaispeáint"),
    ];
    for (language, _) in words {
        site = site.text(&format!("leave/2024-01-01/{language}.md"), "# Rule\n");
    }
    let broken = "{{ nothing.there }}";
    let site = site.file("themes/default/templates/text.html", broken);
    let assert_words = |site: &Site| {
        let preview = Preview::of(site.folder());
        for (language, title) in words {
            let answer = preview.get(&format!("/{language}/leave/"));
            assert_eq!(answer.status, 500);
            let page = Page::parse("", &answer.text());
            assert_eq!(page.lang(), language);
            assert_eq!(page.only("h1").text().collect::<String>(), title);
            assert!(page.contains("text.html"), "{}", page.words());
        }
    };
    assert_words(&site);
    // The theme's own page for it is broken too.
    assert_words(&site.file("themes/default/templates/preview-failure.html", broken));
}

/// What the cover of a page says that is below it; nothing where nothing is at fault.
fn said_to_be_below(preview: &Preview, page: &str) -> Option<&'static str> {
    let answer = preview.get(page);
    assert_eq!(answer.status, 200, "{page}");
    let html = answer.text();
    html.contains("canllaw-faults-title").then(|| {
        let (whole, now) = ("as it was last whole", "as its files are now");
        match (
            html.contains("page as it was last whole"),
            html.contains(now),
        ) {
            (true, false) => whole,
            (false, true) => now,
            _ => panic!("{html}"),
        }
    })
}

#[test]
fn a_page_loaded_anew_under_a_fault_shows_the_text_that_was_last_whole() {
    let text = "policy/a/2024-01-01/en.md";
    let other = "policy/b/2024-01-01/en.md";
    let yaml = "policy/a/2024-01-01/version.yaml";
    let site = Site::in_english()
        .text(text, "# A\n\nOne.\n")
        .text(other, "# B\n\nOne.\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let page = "/en/policy/a/2024-01-01/";
    assert!(preview.get(page).text().contains("One."));

    // Saved whole, and looked at by nobody.
    let whole = "# A two\n\nTwo.\n";
    let mut site = site.text(text, whole);
    notices.until(|_| preview.get("/site.json").text().contains("A two"));
    type Fault<'a> = (&'a str, &'a dyn Fn(Site) -> Site);
    let faults: [Fault<'_>; 4] = [
        ("front matter", &|site| {
            site.text(text, "---\ntitle: x\n\nBroken.\n")
        }),
        ("an encoding", &|site| {
            site.text(text, b"# A\n\nBroken \xff.\n")
        }),
        ("no file", &|site| {
            let site = site.yaml(yaml, "nota: x\n");
            site.without(&format!("content/{text}"))
        }),
        ("a setting, and a text", &|site| {
            let site = site.yaml(yaml, "nota: x\n");
            site.text(text, "# A\n\nBroken.\n")
        }),
    ];
    for (what, fault) in faults {
        site = fault(site);
        notices.until(|notice| notice["faults"] != 0);
        println!("{what}");
        let html = of_site(&preview.get(page).text());
        assert!(html.contains("Two.") && !html.contains("Broken"), "{html}");
        assert_eq!(
            said_to_be_below(&preview, page),
            Some("as it was last whole"),
            "{what}"
        );
        site = site.text(text, whole).yaml(yaml, "");
        notices.until(|notice| notice["faults"] == 0);
        assert_eq!(said_to_be_below(&preview, page), None);
    }
}

#[test]
fn a_page_that_is_not_as_it_was_last_whole_does_not_say_so() {
    let linking = |to: &str| format!("# A\n\nOne, [see]({to}).\n");
    let other = "policy/b/2024-01-01/en.md";
    let text = "policy/a/2024-01-01/en.md";
    let site = Site::in_english()
        .text(text, linking("../../b"))
        .text(other, "# B\n\nOne.\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let (page, other_page) = ("/en/policy/a/2024-01-01/", "/en/policy/b/2024-01-01/");

    // The links of a text are followed once it is shown.
    let site = site.text(text, linking("../../c"));
    notices.until(|notice| notice["faults"] != 0);
    assert_eq!(
        said_to_be_below(&preview, page),
        Some("as its files are now")
    );
    assert_eq!(
        said_to_be_below(&preview, "/en/"),
        Some("as it was last whole")
    );
    let open_page = preview.get("/.canllaw/faults/en?below=now").text();
    assert!(open_page.contains("as its files are now"), "{open_page}");
    let site = site.text(text, linking("../../b"));
    notices.until(|notice| notice["faults"] == 0);

    // A text that nobody had looked at.
    let site = site
        .yaml("policy/b/2024-01-01/version.yaml", "nota: x\n")
        .text(other, "# B\n\nTwo.\n");
    notices.until(|notice| notice["faults"] != 0);
    assert_eq!(
        said_to_be_below(&preview, other_page),
        Some("as its files are now")
    );

    // Nothing was whole when the preview began.
    let late = Preview::of(site.folder());
    let _read_whole = late.notices();
    assert_eq!(
        said_to_be_below(&late, "/en/"),
        Some("as its files are now")
    );
}

#[test]
fn a_fault_of_the_theme_comes_and_goes_while_the_site_is_at_fault() {
    let string = "themes/default/strings/en.ftl";
    for broken in [
        "title: [\n",
        "title: House rules\nlanguages: [en]\nnota: x\n",
    ] {
        let mut site = Site::in_english().text("policy/a/2024-01-01/en.md", "# A\n");
        let whole = fs::read_to_string(site.folder().join("site.yaml")).unwrap();
        let preview = Preview::of(site.folder());
        let mut notices = preview.notices();
        site = site.file("site.yaml", broken);
        notices.until(|notice| notice["faults"] == 1);
        site = site.file(string, "home = { $x\n");
        notices.until(|notice| notice["faults"] == 2);
        let cover = preview.get("/.canllaw/faults/en").text();
        assert!(cover.contains("strings/en.ftl"), "{cover}");
        site = site.file(string, "home = Front page\n");
        notices.until(|notice| notice["faults"] == 1);
        assert!(preview.get("/en/policy/").text().contains("Front page"));
        site = site.file("site.yaml", whole);
        notices.until(|notice| notice["faults"] == 0);
        drop(site);
    }
}

#[test]
fn former_addresses_are_watched_when_their_folder_was_away() {
    let file = "data/old/addresses.csv";
    let whole = "from,to,language\nold/a,doc:policy/a,en\n";
    let site = Site::in_english()
        .setting(&format!("redirects: {file}\n"))
        .file(file, whole)
        .text("policy/a/2024-01-01/en.md", "# A\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let at_rest = preview.get("/.canllaw/faults/en").text();
    assert_eq!(at_rest, "");
    for folder in ["data/old", "data"] {
        let (here, away) = (site.folder().join(folder), site.folder().join("away"));
        fs::rename(&here, &away).unwrap();
        notices.until(|notice| notice["faults"] != 0);
        fs::rename(&away, &here).unwrap();
        notices.until(|notice| notice["faults"] == 0);
        let path = site.folder().join(file);
        fs::write(&path, "from,to,language\nold/a\n").unwrap();
        notices.until(|notice| notice["faults"] != 0);
        fs::write(&path, whole).unwrap();
        notices.until(|notice| notice["faults"] == 0);
    }
}

#[test]
fn a_link_that_another_edit_breaks_is_a_fault_until_that_is_mended() {
    let site = Site::in_english()
        .text("policy/a/2024-01-01/en.md", "# A\n\n[b](../../b#place)\n")
        .text("policy/b/2024-01-01/en.md", "# B\n\n## Place\n\nHere.\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let site = site.text(
        "policy/b/2024-01-01/en.md",
        "# B\n\n## Elsewhere\n\nHere.\n",
    );
    notices.until(|notice| notice["faults"] == 1);
    assert!(
        preview
            .get("/.canllaw/faults/en")
            .text()
            .contains("policy/a/2024-01-01/en.md")
    );
    let site = site.text("policy/b/2024-01-01/en.md", "# B\n\n## Place\n\nHere.\n");
    notices.until(|notice| notice["faults"] == 0);
    drop(site);
}

/// The codes that the page on how the site stands lists.
fn listed(preview: &Preview) -> Vec<String> {
    let html = preview.get("/.canllaw/status/en").text();
    Page::parse("", &html).attributes(".canllaw-findings > li", "data-code")
}

#[test]
fn the_page_on_how_the_site_stands_names_the_site_and_leads_to_it() {
    let site = Site::in_english().text("policy/a/2024-01-01/en.md", "# A\n\nOne.\n");
    let preview = Preview::of(site.folder());
    let html = preview.get("/.canllaw/status/en").text();
    let page = Page::parse("", &html);
    let link = page.only(".canllaw-status > p > a");
    assert_eq!(link.attr("href"), Some("/en/"));
    assert!(!link.text().collect::<String>().is_empty());
}

#[test]
fn a_sealed_text_that_is_edited_is_listed_until_the_edit_is_undone_and_covers_nothing() {
    let (text, whole) = ("policy/a/2024-01-01/en.md", "# A\n\nOne.\n");
    let site = Site::in_english().text(text, whole);
    let mut command = canllaw();
    command.args(["seal", "policy/a/2024-01-01", "--site"]);
    let sealed = command.arg(site.folder()).output().unwrap();
    assert!(sealed.status.success());
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    assert_eq!(listed(&preview), [""; 0]);

    let page = "/en/policy/a/2024-01-01/";
    let site = site.text(text, "# A\n\nTwo.\n");
    let notice = notices.until(|_| preview.get(page).text().contains("Two."));
    assert_eq!(notice["faults"], 0);
    assert_eq!(listed(&preview), ["seal-broken"]);
    // As found when the whole site is read.
    assert_eq!(listed(&Preview::of(site.folder())), ["seal-broken"]);

    let _site = site.text(text, whole);
    notices.until(|_| preview.get(page).text().contains("One."));
    assert_eq!(listed(&preview), [""; 0]);
}

#[test]
fn what_is_no_seal_is_a_fault_until_it_is_taken_away() {
    let yaml = "policy/a/2024-01-01/version.yaml";
    let site = Site::in_english().text("policy/a/2024-01-01/en.md", "# A\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let site = site.yaml(yaml, "seal: hello\n");
    notices.until(|notice| notice["faults"] == 1);
    assert_eq!(listed(&preview), ["invalid-value"]);
    let _site = site.yaml(yaml, "");
    notices.until(|notice| notice["faults"] == 0);
    assert_eq!(listed(&preview), [""; 0]);
}

#[test]
fn a_link_from_what_readers_see_to_a_draft_is_listed_and_covers_nothing() {
    let linking = |to: &str| format!("# A\n\nOne, [see]({to}).\n");
    let text = "policy/a/2024-01-01/en.md";
    let site = Site::in_english()
        .text(text, linking("../draft/en.md"))
        .text("policy/a/draft/en.md", "# A\n\nTwo.\n")
        .text("policy/b/2024-01-01/en.md", "# B\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    assert_eq!(listed(&preview), ["broken-link"]);
    // The preview shows the draft to which it leads.
    let page = "/en/policy/a/2024-01-01/";
    assert_eq!(said_to_be_below(&preview, page), None);

    let site = site.text(text, linking("../../b"));
    notices.until(|_| listed(&preview).is_empty());

    let site = site.setting("checks: {broken-link: off}\n");
    let quiet = site.text(text, linking("../draft/en.md"));
    let unwanted = Preview::of(quiet.folder());
    assert_eq!(listed(&unwanted), [""; 0]);
}

#[test]
fn a_file_that_is_removed_is_missed_at_once_by_the_texts_that_link_to_it() {
    let site = Site::in_english()
        .file("static/form.txt", "Name:")
        .text("policy/a/2024-01-01/en.md", "# A\n\n[form](/form.txt)\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    assert_eq!(preview.get("/form.txt").status, 200);
    assert_eq!(listed(&preview), [""; 0]);
    let site = site.without("static/form.txt");
    notices.until(|notice| notice["faults"] != 0);
    assert_eq!(listed(&preview), ["broken-link"]);
    let _site = site.file("static/form.txt", "Name:");
    notices.until(|notice| notice["faults"] == 0);
    assert_eq!(preview.get("/form.txt").status, 200);
}

#[test]
fn where_a_file_was_removed_nothing_is_found() {
    let site = Site::in_english()
        .file("static/form.txt", "Name:")
        .text("policy/a/2024-01-01/en.md", "# A\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let _site = site.without("static/form.txt");
    notices.until(|_| preview.get("/form.txt").status == 404);
}

#[test]
fn a_site_whose_folder_is_removed_and_made_again_is_watched_again() {
    let (text, page) = ("content/policy/a/2024-01-01/en.md", "/en/policy/a/");
    let site = Site::in_english().text("policy/a/2024-01-01/en.md", "# A\n\nOne.\n");
    let settings = fs::read(site.folder().join("site.yaml")).unwrap();
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    fs::remove_dir_all(site.folder()).unwrap();
    notices.until(|notice| notice["faults"] != 0);
    let site = site.file(text, "# A\n\nTwo.\n").file("site.yaml", settings);
    notices.until(|_| preview.get(page).text().contains("Two."));
    for edit in ["Three.", "Four."] {
        fs::write(site.folder().join(text), format!("# A\n\n{edit}\n")).unwrap();
        notices.until(|_| preview.get(page).text().contains(edit));
    }
}

#[test]
fn the_terminal_says_that_what_was_wrong_is_mended() {
    let text = "policy/a/2024-01-01/en.md";
    let site = Site::in_english().text(text, "# A\n\nOne.\n");
    let log = tempfile::NamedTempFile::new().unwrap();
    let mut command = canllaw();
    let command = command.arg("serve").arg("--site").arg(site.folder());
    let command = command.args(["--on", "2026-11-22", "--address", "127.0.0.1:0"]);
    let preview = Preview::start_and_hear(command, log.reopen().unwrap());
    let mut notices = preview.notices();
    let site = site.text(text, "---\ntitle: x\n\nBroken.\n");
    notices.until(|notice| notice["faults"] != 0);
    let said = || fs::read_to_string(log.path()).unwrap();
    assert!(!said().contains("Mended"), "{}", said());
    let _kept = site.text(text, "# A\n\nTwo.\n");
    notices.until(|notice| notice["faults"] == 0);
    // The terminal is told after the pages.
    let patience = std::time::Instant::now();
    while !said().ends_with("Mended: the pages show the files as they are.\n") {
        assert!(patience.elapsed().as_secs() < 60, "{}", said());
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

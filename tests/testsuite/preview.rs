//! The preview: the same pages as a build, a moment after each save, and nothing for anybody else.

use std::fs;
use std::path::Path;

use crate::site::{Output, Page, Preview, Run, Site, canllaw, of_site};

/// Fails unless the preview answers every file of a build with the same bytes.
fn assert_same_pages(preview: &Preview, output: &Output) {
    let mut pages = 0;
    for path in output.files() {
        // Its links begin at the site's root, which for the preview is the server's; the other lists the
        // files of a build, the two after that are for search engines and web servers, and what
        // is searched is what was published.
        let is_of_build = ["404.html", ".canllaw-manifest", "sitemap.xml", "site.json"];
        let is_index = path.starts_with("pagefind/");
        if is_of_build.contains(&path.as_str()) || path.starts_with("redirects/") || is_index {
            continue;
        }
        let answer = preview.get(&format!("/{}", path.trim_end_matches("index.html")));
        assert_eq!(answer.status, 200, "{path}");
        if path.ends_with(".html") {
            assert_eq!(of_site(&answer.text()), output.text(&path), "{path}");
            pages += 1;
        } else {
            assert_eq!(answer.body, output.bytes(&path), "{path}");
        }
    }
    assert!(pages > 20, "{pages} pages");
}

fn with_drafts(site: Site) -> Site {
    let folder = "policy/using-social-media";
    let read = |language: &str| {
        let path = site
            .folder()
            .join(format!("content/{folder}/2020/{language}.md"));
        fs::read_to_string(path).unwrap()
    };
    let (english, welsh) = (read("en"), read("cy"));
    // The drafts part from the version in force at other places.
    let opening = english.replacen("# Introduction\n", "# Introduction\n\nThis is new.\n", 1);
    site.text(&format!("{folder}/draft/en.md"), opening)
        .text(&format!("{folder}/draft/cy.md"), &welsh)
        .text(
            &format!("{folder}/draft-april/en.md"),
            english.replace("must", "should"),
        )
        .text(
            &format!("{folder}/draft-april/cy.md"),
            format!("{welsh}\n\nRhaid cofnodi pob cwyn.\n"),
        )
        .argument("--drafts")
}

#[test]
fn each_page_is_the_one_that_a_build_makes() {
    let site = with_drafts(Site::copy_of_example());
    let built = site.build();
    let preview = Preview::of(site.folder());
    assert_same_pages(&preview, built.output());
}

#[test]
fn after_each_edit_the_pages_are_those_of_a_build() {
    // One language is edited alone here, which a build of the example would refuse.
    let example = Site::copy_of_example().replaced("site.yaml", "parity: required", "parity: warn");
    let mut site = with_drafts(example);
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let draft = "policy/using-social-media/draft/en.md";
    let other = "handbook/security/2020/en.md";
    type Edit<'a> = (&'a str, Box<dyn Fn(Site) -> Site + 'a>);
    let edits: Vec<Edit<'_>> = vec![
        (
            "a paragraph",
            Box::new(|site: Site| {
                append(
                    site,
                    draft,
                    "\n\n## A new heading {#new}\n\nYou must not do this.\n",
                )
            }),
        ),
        (
            "a link to a place of another document",
            Box::new(|site: Site| {
                append(
                    site,
                    other,
                    "\n\nSee [this](doc:policy/using-social-media).\n",
                )
            }),
        ),
        (
            "a note",
            Box::new(|site: Site| {
                site.yaml(
                    "policy/using-social-media/draft/version.yaml",
                    "change: {note: {en: More}}\n",
                )
            }),
        ),
        (
            "a version with another title, which pages beside it name",
            Box::new(|site: Site| {
                site.text("policy/security/2024-01-01/en.md", "# Safety\n\nNew.\n")
                    .text(
                        "policy/security/2024-01-01/cy.md",
                        "# Diogelwch\n\nNewydd.\n",
                    )
            }),
        ),
        (
            "a version less",
            Box::new(|site: Site| site.without("content/policy/using-social-media/draft-april")),
        ),
        (
            "a string",
            Box::new(|site: Site| {
                site.file("themes/default/strings/en.ftl", "home = Front page\n")
            }),
        ),
        (
            "a setting of the site",
            Box::new(|site: Site| {
                let yaml = fs::read_to_string(site.folder().join("site.yaml")).unwrap();
                site.file(
                    "site.yaml",
                    yaml.replacen("feedback@canllaw", "others@canllaw", 1),
                )
            }),
        ),
    ];
    for (what, edit) in edits {
        site = edit(site);
        let built = site.build();
        notices.until(|_| is_current(&preview, built.output()));
        println!("{what}");
        assert_same_pages(&preview, built.output());
    }
}

#[test]
fn until_when_the_site_may_stand_is_that_of_a_build_after_each_edit_and_on_each_day() {
    let text = |site: Site, version: &str| {
        let path = format!("policy/a/{version}/en.md");
        site.text(&path, format!("# A\n\n{version}.\n"))
    };
    let site = Site::in_english().argument("--drafts");
    let mut site = text(text(site, "2024-01-01"), "2030-01-01");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let record =
        |at: &str| -> serde_json::Value { serde_json::from_slice(&preview.get(at).body).unwrap() };
    // How many parts of comparisons are shown whole is known only when all are made.
    let built = |site: &Site| {
        let mut json = site.build().output().site_json();
        assert_eq!(
            json.as_object_mut().unwrap().remove("fallbacks"),
            Some(0.into())
        );
        json
    };
    assert_eq!(record("/site.json"), built(&site));
    assert_eq!(record("/site.json")["stale_after"], "2029-12-31");
    type Edit<'a> = (&'a str, &'a dyn Fn(Site) -> Site);
    let edits: [Edit<'_>; 3] = [
        ("2027-12-31", &|site| text(site, "2028-01-01")),
        ("2027-06-30", &|site| {
            let yaml = "published_on: 2027-07-01\n";
            site.yaml("policy/a/2028-01-01/version.yaml", yaml)
        }),
        ("2027-02-28", &|site| {
            let yaml = "withdrawn: {on: 2027-03-01, reason: Done}\n";
            site.yaml("policy/a/document.yaml", yaml)
        }),
    ];
    for (stale_after, edit) in edits {
        site = edit(site);
        notices.until(|_| record("/site.json")["stale_after"] == stale_after);
        assert_eq!(record("/site.json"), built(&site));
    }
    let site = site.on("2027-05-01");
    let later = built(&site);
    assert_eq!(later["stale_after"], "2027-06-30");
    assert_eq!(record("/on/2027-05-01/site.json"), later);
    assert_eq!(record("/site.json")["stale_after"], "2027-02-28");
}

/// Whether the preview shows the home page and the draft as built: an edit may come as several notices.
fn is_current(preview: &Preview, output: &Output) -> bool {
    output.files().iter().all(|path| {
        !path.ends_with("index.html") || {
            let answer = preview.get(&format!("/{}", path.trim_end_matches("index.html")));
            answer.status == 200 && of_site(&answer.text()) == output.text(path)
        }
    })
}

fn append(site: Site, path: &str, more: &str) -> Site {
    let text = fs::read_to_string(site.folder().join("content").join(path)).unwrap();
    site.text(path, format!("{text}{more}"))
}

#[test]
fn a_fault_keeps_the_last_whole_page_and_goes_when_it_is_mended() {
    let site = with_drafts(Site::copy_of_example());
    let yaml = "policy/using-social-media/draft/version.yaml";
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let page = "/en/policy/using-social-media/draft/";
    let before = of_site(&preview.get(page).text());

    let site = site.yaml(yaml, "change:\n  nota: {en: More}\n");
    let notice = notices.until(|notice| notice["faults"] != 0);
    assert_eq!(notice["faults"], 1);
    assert_eq!(of_site(&preview.get(page).text()), before);
    for (language, words) in [
        ("en", "nota"),
        ("cy", "Nid oes ystyr i’r allwedd hon yn y ffeil hon."),
    ] {
        let cover = preview.get(&format!("/.canllaw/faults/{language}")).text();
        for part in [
            words,
            "draft/version.yaml",
            "<mark>nota</mark>",
            "^^^^",
            "data-code=\"unknown-key\"",
        ] {
            assert!(cover.contains(part), "{part} is not in {cover}");
        }
    }

    let _site = site.yaml(yaml, "change:\n  note: {en: More}\n");
    notices.until(|notice| notice["faults"] == 0);
    assert_eq!(preview.get("/.canllaw/faults/en").text(), "");
    assert_ne!(of_site(&preview.get(page).text()), before);
}

#[test]
fn a_page_that_cannot_be_made_says_why_and_looks_again() {
    let site = with_drafts(Site::copy_of_example());
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let page = "/en/policy/using-social-media/draft/";
    let draft = "policy/using-social-media/draft/en.md";

    let site = site.text(draft, "---\ntitle: <b>x</b>\nhello\n");
    let notice = notices.until(|notice| notice["faults"] != 0);
    let answer = preview.get(page);
    assert_eq!(answer.status, 500);
    let html = answer.text();
    let generation = format!("data-generation=\"{}\"", notice["generation"]);
    for part in [
        "/.canllaw/preview.js",
        generation.as_str(),
        "id=\"canllaw-cover\"",
        "class=\"canllaw-lost\"",
        "draft/en.md</code> <span>Line 1, column 1<",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }

    let _site = site.text(draft, "# Using social media\n\nMended.\n");
    notices.until(|notice| notice["faults"] == 0);
    assert_eq!(preview.get(page).status, 200);
}

#[test]
fn a_published_text_that_is_edited_is_shown_as_that() {
    let site = Site::in_english().text("policy/a/2024-01-01/en.md", "# A\n\nOne.\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let page = "/en/policy/a/2024-01-01/";
    assert!(!preview.get(page).text().contains("notice-edited"));
    let site = site.text("policy/a/2024-01-01/en.md", "# A\n\nTwo.\n");
    notices.until(|_| preview.get(page).text().contains("Two."));
    assert!(preview.get(page).text().contains("notice-edited"));
    let site = site.text("policy/a/2024-01-01/en.md", "# A\n\nOne.\n");
    notices.until(|_| preview.get(page).text().contains("One."));
    assert!(!preview.get(page).text().contains("notice-edited"));
    drop(site);
}

#[test]
fn what_was_edited_of_a_published_version_is_named() {
    let version = "policy/a/2024-01-01";
    let yaml = &format!("{version}/version.yaml");
    let site = Site::in_two_languages()
        .setting("parity: off\n")
        .text(&format!("{version}/en.md"), "# A\n\nOne.\n")
        .text(&format!("{version}/cy.md"), "# A\n\nUn.\n")
        .yaml(yaml, "reference: A1\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let mut expect = |reference: &str, said: [Option<&str>; 2]| {
        let pages = ["en/policy", "cy/polisi"].map(|section| format!("/{section}/a/2024-01-01/"));
        notices.until(|_| preview.get(&pages[0]).text().contains(reference));
        for (page, said) in pages.iter().zip(said) {
            let html = preview.get(page).text();
            let page = Page::parse("", &html);
            let titles = page.select(".notice-edited > .notice-title");
            let title = titles.first().map(|title| title.text().collect::<String>());
            assert_eq!(title.as_deref(), said, "{reference}");
        }
    };
    // What is missing may be added: nobody was shown anything else before.
    let site = site.yaml(
        yaml,
        "reference: A2\nchange: {note: {en: New, cy: Newydd}}\n",
    );
    expect("A2", [None, None]);
    let site = site.yaml(yaml, "reference: A3\nchange: {note: {en: Old, cy: Hen}}\n");
    expect(
        "A3",
        [
            Some(
                "This version has been published, and what is stated of it has been changed since.",
            ),
            Some("Cyhoeddwyd y fersiwn hon, ac mae’r hyn a nodir amdani wedi’i newid ers hynny."),
        ],
    );
    let site = site
        .file(&format!("content/{version}/form.txt"), "Name:")
        .yaml(yaml, "reference: A4\n");
    expect(
        "A4",
        [
            Some("This version has been published, and its files have been changed since."),
            Some("Cyhoeddwyd y fersiwn hon, ac mae ei ffeiliau wedi’u newid ers hynny."),
        ],
    );
    let _site = site
        .text(&format!("{version}/cy.md"), "# A\n\nDau.\n")
        .yaml(yaml, "reference: A5\n");
    expect(
        "A5",
        [
            Some("This version has been published, and its text has been changed since."),
            Some("Cyhoeddwyd y fersiwn hon, ac mae ei thestun wedi’i newid ers hynny."),
        ],
    );
}

#[test]
fn an_edit_that_was_sealed_with_its_reason_is_no_longer_without_a_trace() {
    let site = Site::in_english().text("policy/a/2024-01-01/en.md", "# A\n\nOne.\n");
    let seal = |arguments: &[&str]| {
        let mut command = canllaw();
        command.args(["seal", "policy/a/2024-01-01", "--site"]);
        let sealed = command.arg(site.folder()).args(arguments).output();
        assert!(sealed.unwrap().status.success());
    };
    seal(&[]);
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let page = "/en/policy/a/2024-01-01/";
    fs::write(
        site.folder().join("content/policy/a/2024-01-01/en.md"),
        "# A\n\nTwo.\n",
    )
    .unwrap();
    notices.until(|_| preview.get(page).text().contains("Two."));
    assert!(preview.get(page).text().contains("notice-edited"));
    seal(&["--note", "A slip of the pen."]);
    notices.until(|_| !preview.get(page).text().contains("notice-edited"));
}

#[test]
fn the_site_is_shown_as_on_any_day() {
    let site = Site::in_english()
        .text("policy/a/2024-01-01/en.md", "# A\n\nOld.\n")
        .text("policy/a/2030-01-01/en.md", "# A\n\nNew.\n")
        .text("policy/b/2028-01-01/en.md", "# B\n")
        .file("static/old/index.html", "An old page.");
    let preview = Preview::of(site.folder());
    let page = |path: &str| preview.get(path).text();
    assert!(page("/en/policy/a/").contains("Old."));
    assert!(page("/on/2030-01-01/en/policy/a/").contains("New."));
    assert!(page("/en/policy/a/").contains("Old."));
    let beside = "rel=\"next\"";
    assert!(!page("/en/policy/a/").contains(beside));
    assert!(page("/on/2030-01-01/en/policy/a/").contains(beside));
    assert!(!page("/en/policy/a/").contains(beside));
    let chosen = preview.get("/.canllaw/on?at=en%2Fpolicy%2Fa%2F&date=2030-01-01");
    assert_eq!(chosen.status, 303);
    assert_eq!(
        chosen.header("location"),
        Some("/on/2030-01-01/en/policy/a/")
    );
    for (path, to) in [("old", "old/"), ("en/policy/a", "en/policy/a/")] {
        let answer = preview.get(&format!("/on/2030-01-01/{path}"));
        let on_that_day = format!("/on/2030-01-01/{to}");
        assert_eq!(answer.header("location"), Some(&*on_that_day));
    }
    let elsewhere = preview.get("/.canllaw/on?at=%2F%2Frebound.example%2F");
    assert_eq!(elsewhere.header("location"), Some("/rebound.example/"));
}

#[test]
fn nobody_else_is_answered_and_nothing_leads_outside() {
    let site = Site::in_english()
        .file("outside.txt", "secret")
        .file("static/inside.txt", "public")
        .text("policy/a/2024-01-01/en.md", "# A\n\nOne.\n")
        .text("policy/a/2024-01-01/form.pdf", "form");
    let preview = Preview::of(site.folder());
    let own = preview.address().to_string();
    for host in ["rebound.example", "", "127.0.0.1:1", "rebound.example:80"] {
        let answer = preview.ask("GET", "/en/", host);
        assert!(
            matches!(answer.status, 400 | 421),
            "{host}: {}",
            answer.status
        );
        assert!(!answer.text().contains("House rules"));
        assert_eq!(
            preview.ask("GET", "/.canllaw/events", host).status,
            answer.status
        );
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "PATCH"] {
        assert!(preview.ask(method, "/en/", &own).status >= 400, "{method}");
    }
    assert_eq!(preview.ask("HEAD", "/en/", &own).body, b"");
    for path in [
        "/../outside.txt",
        "/outside.txt",
        "/site.yaml",
        "/content/policy/a/2024-01-01/en.md",
        "/assets/../../outside.txt",
        "/static/inside.txt",
        "/files/../outside.txt",
        "/files/policy/a/2024-01-01/..%2f..%2f..%2f..%2f..%2foutside.txt",
        "/files/policy/a/2024-01-01/en.md",
        "/%2e%2e/outside.txt",
        "/..%5coutside.txt",
        "//etc/passwd",
        "/on/2024-01-01/../../outside.txt",
        "/.canllaw/../outside.txt",
        "/%ff%fe",
        "/\0",
    ] {
        let answer = preview.get(path);
        assert!(
            matches!(answer.status, 400 | 404),
            "{path}: {}",
            answer.status
        );
        assert!(
            !answer.body.windows(6).any(|part| part == b"secret"),
            "{path}"
        );
    }
    assert_eq!(preview.get("/inside.txt").text(), "public");
    assert_eq!(
        preview.get("/files/policy/a/2024-01-01/form.pdf").text(),
        "form"
    );
    let policy = preview
        .get("/en/")
        .header("content-security-policy")
        .map(str::to_owned);
    assert!(policy.unwrap().starts_with("default-src 'self'"));
}

#[test]
fn an_address_that_is_taken_is_a_fault_and_no_address_is_the_next_that_is_free() {
    let site = Site::in_english().text("policy/a/2024-01-01/en.md", "# A\n\nOne.\n");
    let first = Preview::of(site.folder());
    let mut taken = canllaw();
    taken
        .args(["serve", "--address", &first.address().to_string(), "--site"])
        .arg(site.folder());
    let run = Run::of(&mut taken);
    run.must_exit_with(2);
    assert!(
        run.stderr.contains(&first.address().to_string()),
        "{}",
        run.stderr
    );

    let start = || {
        let mut command = canllaw();
        Preview::start(command.arg("serve").arg("--site").arg(site.folder()))
    };
    let (one, two) = (start(), start());
    assert_ne!(one.address(), two.address());
    assert!(one.address().ip().is_loopback() && two.address().ip().is_loopback());
}

#[test]
fn polling_sees_a_save_too() {
    let site = Site::in_english().text("policy/a/2024-01-01/en.md", "# A\n\nOne.\n");
    let preview = Preview::with(site.folder(), &["--poll"]);
    let mut notices = preview.notices();
    let site = site.text("policy/a/2024-01-01/en.md", "# A\n\nTwo, and more words.\n");
    notices.until(|_| preview.get("/en/policy/a/").text().contains("Two"));
    drop(site);
}

#[test]
#[cfg(target_os = "linux")]
fn many_saves_and_faults_of_files_end_in_the_state_on_disk() {
    use std::os::unix::fs::PermissionsExt;

    let mut site = with_drafts(Site::copy_of_example());
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let draft = site
        .folder()
        .join("content/policy/using-social-media/draft/en.md");
    let other = site.folder().join("content/handbook/security/2020/cy.md");
    let text = fs::read_to_string(&draft).unwrap();
    let welsh = fs::read_to_string(&other).unwrap();
    let save = |path: &Path, text: &str| fs::write(path, text).unwrap();
    let round = |rounds: std::ops::Range<usize>| {
        for number in rounds {
            save(&draft, &format!("{text}\n\nSave {number}.\n"));
            match number % 5 {
                0 => save(&other, ""),
                1 => fs::remove_file(&other).unwrap(),
                2 => {
                    save(&other, &welsh);
                    fs::rename(&other, other.with_extension("bak")).unwrap();
                }
                3 => {
                    fs::rename(other.with_extension("bak"), &other).unwrap();
                    fs::set_permissions(&other, fs::Permissions::from_mode(0o000)).unwrap();
                }
                _ => {
                    fs::set_permissions(&other, fs::Permissions::from_mode(0o644)).unwrap();
                    save(&other, &welsh);
                }
            }
        }
    };
    let has = |number: usize| {
        let page = preview.get("/en/policy/using-social-media/draft/").text();
        page.contains(&format!("Save {number}."))
    };
    round(0..250);
    notices.until(|notice| notice["faults"] == 0 && has(249));
    let early = memory(preview.id());
    round(250..500);
    notices.until(|notice| notice["faults"] == 0 && has(499));
    let late = memory(preview.id());
    site = site.without("content/policy/using-social-media/draft-april");
    let built = site.build();
    notices.until(|_| is_current(&preview, built.output()));
    assert_same_pages(&preview, built.output());
    // What is kept between pages is kept up to a limit, which these saves do not come near.
    assert!(late < early + 32 * 1024, "{early} KiB, then {late} KiB");
}

/// The memory that a process has in use, in KiB.
#[cfg(target_os = "linux")]
fn memory(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.unwrap()
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .unwrap()
}

//! Where pages are, and that what led to them once still does.

use crate::site::{DAY, Side, Site, resolve};

fn two_versions() -> Site {
    Site::in_two_languages()
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\n",
        )
        .text(
            "policy/leave/2020-01-01/en.md",
            "# Leave\n\n## 5 things\n\nTwenty days.\n",
        )
        .text(
            "policy/leave/2020-01-01/cy.md",
            "# Absenoldeb\n\n## 5 peth\n\nUgain diwrnod.\n",
        )
        .text(
            "policy/leave/2024-04-01/en.md",
            "# Leave\n\n## 6 things\n\nTwenty-one days.\n",
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            "# Absenoldeb\n\n## 6 pheth\n\nUn diwrnod ar hugain.\n",
        )
}

#[test]
fn a_slug_that_is_missing_is_told_with_what_addresses_say() {
    let site = Site::in_two_languages()
        .text("policy/Rheolau tŷ/2024-04-01/en.md", "# House rules\n")
        .text("policy/Rheolau tŷ/2024-04-01/cy.md", "# Rheolau’r tŷ\n");
    let checked = site.check();
    let found = checked.of_code("missing-slug");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].message.ends_with("`rheolau-ty`"), "{found:#?}");
    assert!(
        found[0].help.ends_with("in its document.yaml."),
        "{found:#?}"
    );
    site.build().output().page("cy/polisi/rheolau-ty/");
}

#[test]
fn no_slug_is_asked_for_in_a_language_that_a_document_does_not_have() {
    let site = Site::in_two_languages()
        .text("policy/pay/document.yaml", "languages: [en]\n")
        .text("policy/pay/2024-04-01/en.md", "# Pay\n");
    assert!(site.check().of_code("missing-slug").is_empty());
}

#[test]
fn every_kind_of_page_has_its_address_in_every_language() {
    let built = two_versions()
        .text("about/en.md", "# About\n")
        .text("about/cy.md", "# Ynghylch\n")
        .build();
    for address in [
        "",
        "404.html",
        "site.json",
        "sitemap.xml",
        "robots.txt",
        "id/policy/leave/",
        "en/",
        "en/policy/",
        "en/policy/leave/",
        "en/policy/leave/2020-01-01/",
        "en/policy/leave/2020-01-01/both-languages/",
        "en/policy/leave/changes/",
        "en/policy/leave/changes/2020-01-01/2024-04-01/",
        "en/policy/leave/changes/2020-01-01/current/",
        "en/about/",
        "en/changes/",
        "en/changes/2024/",
        "en/changes/feed.xml",
        "cy/",
        "cy/polisi/",
        "cy/polisi/absenoldeb/",
        "cy/polisi/absenoldeb/2020-01-01/",
        "cy/polisi/absenoldeb/2020-01-01/dwyieithog/",
        "cy/polisi/absenoldeb/newidiadau/",
        "cy/polisi/absenoldeb/newidiadau/2020-01-01/2024-04-01/",
        "cy/polisi/absenoldeb/newidiadau/2020-01-01/cyfredol/",
        "cy/about/",
        "cy/newidiadau/",
        "cy/newidiadau/2024/",
        "cy/newidiadau/feed.xml",
    ] {
        assert!(built.output().has(address), "{address:?}");
    }
}

#[test]
fn words_and_slugs_are_those_of_the_site() {
    let site = two_versions()
        .replaced(
            "site.yaml",
            "name: Cymraeg}",
            "name: Cymraeg, words: {changes: hanes}}",
        )
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: Time & leave, cy: Tŷ a gŵyl}\n",
        );
    let built = site.build();
    assert!(built.output().has("en/policy/time-leave/changes/"));
    assert!(
        built
            .output()
            .has("cy/polisi/ty-a-gwyl/hanes/2020-01-01/2024-04-01/")
    );
}

#[test]
fn the_smallest_site_is_a_site() {
    let site = Site::empty()
        .file("site.yaml", "title: Rules\nlanguages: [en]\n")
        .text("policy/leave/2024-04-01/en.md", "# Leave\n\nTwenty days.\n");
    let built = site.build();
    let page = built.output().page("en/policy/leave/");
    assert_eq!(page.lang(), "en");
    assert!(page.contains("Twenty days."));
    assert_eq!(page.select("link[rel=canonical], link[hreflang]").len(), 0);
    assert!(!built.output().has("sitemap.xml") && !built.output().has("en/changes/feed.xml"));
    assert_eq!(site.check().of_code("missing-base-url").len(), 1);
}

#[test]
fn canonical_and_alternate_addresses_are_whole() {
    let built = two_versions().build();
    let page = built.output().page("en/policy/leave/");
    assert_eq!(
        page.attributes("link[rel=canonical]", "href"),
        ["https://rules.example/en/policy/leave/"]
    );
    assert_eq!(
        page.attributes("link[rel=alternate][hreflang=cy]", "href"),
        ["https://rules.example/cy/polisi/absenoldeb/"]
    );
    // Pages that name each other: else search engines believe neither.
    for address in ["", "en/", "cy/"] {
        let page = built.output().page(address);
        for (lang, named) in [("x-default", ""), ("en", "en/"), ("cy", "cy/")] {
            let links = page.attributes(&format!("link[hreflang={lang}]"), "href");
            assert_eq!(
                links,
                [format!("https://rules.example/{named}")],
                "{address}"
            );
        }
    }
    let sitemap = built.output().text("sitemap.xml");
    assert!(sitemap.contains("<loc>https://rules.example/cy/polisi/absenoldeb/</loc>"));
    assert!(!sitemap.contains("2020-01-01"), "{sitemap}");
}

#[test]
fn old_versions_and_comparisons_are_not_indexed() {
    let built = two_versions().build();
    for (address, noindex) in [
        ("en/policy/leave/", false),
        ("en/policy/leave/2020-01-01/", true),
        ("en/policy/leave/changes/2020-01-01/2024-04-01/", true),
        ("cy/polisi/absenoldeb/newidiadau/2020-01-01/cyfredol/", true),
    ] {
        let robots = built
            .output()
            .page(address)
            .attributes("meta[name=robots]", "content");
        assert_eq!(robots == ["noindex"], noindex, "{address}");
    }
}

#[test]
fn every_page_leads_to_itself_in_the_other_language() {
    let built = two_versions().build();
    for (english, welsh) in [
        ("en/", "cy/"),
        ("en/policy/", "cy/polisi/"),
        ("en/policy/leave/", "cy/polisi/absenoldeb/"),
        (
            "en/policy/leave/2020-01-01/",
            "cy/polisi/absenoldeb/2020-01-01/",
        ),
        (
            "en/policy/leave/2020-01-01/both-languages/",
            "cy/polisi/absenoldeb/2020-01-01/dwyieithog/",
        ),
        (
            "en/policy/leave/changes/",
            "cy/polisi/absenoldeb/newidiadau/",
        ),
        (
            "en/policy/leave/changes/2020-01-01/2024-04-01/",
            "cy/polisi/absenoldeb/newidiadau/2020-01-01/2024-04-01/",
        ),
        (
            "en/policy/leave/changes/2020-01-01/current/",
            "cy/polisi/absenoldeb/newidiadau/2020-01-01/cyfredol/",
        ),
        ("en/changes/", "cy/newidiadau/"),
    ] {
        for (from, to, hreflang) in [(english, welsh, "cy"), (welsh, english, "en")] {
            let page = built.output().page(from);
            let links = page.attributes(&format!("a[hreflang={hreflang}]"), "href");
            let leads =
                |link: &String| resolve(from, link).is_some_and(|(address, _)| address == to);
            assert!(links.iter().any(leads), "{from} → {to}: {links:?}");
        }
    }
}

#[test]
fn former_addresses_lead_to_the_new_ones() {
    let site = two_versions().yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\nformer_addresses: [policy/holidays]\n",
    );
    let built = site.build();
    for below in [
        "",
        "2020-01-01/",
        "changes/",
        "changes/2020-01-01/2024-04-01/",
        "changes/2020-01-01/current/",
    ] {
        let page = built.output().page(&format!("en/policy/holidays/{below}"));
        assert!(
            page.leads_to(&format!("en/policy/leave/{below}")),
            "{below}"
        );
        assert_eq!(page.select("meta[http-equiv=refresh]").len(), 1, "{below}");
    }
}

#[test]
fn an_id_leads_to_the_document_in_every_language() {
    let built = two_versions().build();
    let page = built.output().page("id/policy/leave/");
    assert!(page.leads_to("en/policy/leave/") && page.leads_to("cy/polisi/absenoldeb/"));
}

#[test]
fn site_json_has_the_shape_that_others_rely_on() {
    let built = two_versions().build();
    let site = built.output().site_json();
    assert_eq!(site["schema"], 1);
    assert_eq!(site["built_on"], DAY);
    assert_eq!(site["fallbacks"], 0);
    assert!(
        site["stale_after"].is_null(),
        "nothing will change: {}",
        site["stale_after"]
    );
    let document = built.output().document("policy/leave");
    assert_eq!(
        document["titles"],
        serde_json::json!({"en": "Leave", "cy": "Absenoldeb"})
    );
    assert_eq!(document["in_force"], "2024-04-01");
    let version = &document["versions"][0];
    assert_eq!(version["id"], "2020-01-01");
    assert_eq!(version["published_on"], "2020-01-01");
    assert_eq!(version["state"], "superseded");
    assert!(version["fingerprint"].as_str().unwrap().len() >= 32);
    let text = &version["texts"]["cy"];
    assert_eq!(text["title"], "Absenoldeb");
    assert_eq!(text["path"], "content/policy/leave/2020-01-01/cy.md");
    assert!(
        text["address"]
            .as_str()
            .unwrap()
            .ends_with("cy/polisi/absenoldeb/2020-01-01/")
    );
}

#[test]
fn a_site_is_stale_after_the_day_before_something_changes() {
    let site = two_versions()
        .yaml(
            "policy/leave/2027-04-01/version.yaml",
            "published_on: 2026-12-01\n",
        )
        .text("policy/leave/2027-04-01/en.md", "# Leave\n\nThirty days.\n")
        .text(
            "policy/leave/2027-04-01/cy.md",
            "# Absenoldeb\n\nDeg diwrnod ar hugain.\n",
        );
    assert_eq!(
        site.build().output().site_json()["stale_after"],
        "2026-11-30"
    );
    let site = site.on("2026-12-01");
    assert_eq!(
        site.build().output().site_json()["stale_after"],
        "2027-03-31"
    );
    let removed = "published_on: 2026-12-01\nremoved: {on: 2027-05-05}\n";
    let site = site
        .yaml("policy/leave/2027-04-01/version.yaml", removed)
        .on("2027-04-01");
    assert_eq!(
        site.build().output().site_json()["stale_after"],
        "2027-05-04"
    );
}

#[test]
fn a_review_that_was_missed_is_said_from_the_day_after_it() {
    let label = |site: &Site| -> Vec<String> {
        let page = site.build().output().page("en/policy/leave/");
        let labels = page.select(".facts dt");
        let labels = labels.iter().map(|label| label.text().collect::<String>());
        labels.filter(|label| label.contains("reviewed")).collect()
    };
    let site = Site::in_english()
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nTwenty days.\n")
        .yaml(
            "policy/leave/2020-01-01/version.yaml",
            "review_by: 2027-03-31\n",
        )
        .on("2027-03-31");
    assert_eq!(
        site.build().output().site_json()["stale_after"],
        "2027-03-31"
    );
    assert_eq!(label(&site), ["To be reviewed by"]);
    let site = site.on("2027-04-01");
    assert!(site.build().output().site_json()["stale_after"].is_null());
    assert_eq!(label(&site), ["Was to be reviewed by"]);
}

/// Nor does it tell of what readers cannot read yet.
#[test]
fn a_day_on_which_nothing_of_a_version_can_be_read_makes_no_site_stale() {
    let stale_after = |site: &Site| site.build().output().site_json()["stale_after"].clone();
    let published_late = "published_on: 2027-04-16\n";
    let mut site = two_versions()
        .yaml("policy/leave/2027-03-11/version.yaml", published_late)
        .text("policy/leave/2027-03-11/en.md", "# Leave\n\nThirty days.\n")
        .text(
            "policy/leave/2027-03-11/cy.md",
            "# Absenoldeb\n\nDeg diwrnod ar hugain.\n",
        )
        .yaml(
            "policy/pay/document.yaml",
            "slug: {en: pay, cy: cyflog}\nwithdrawn: {on: 2027-01-01}\nreinstated: {on: 2027-02-01}\n",
        )
        .yaml("policy/pay/2026-12-01/version.yaml", published_late)
        .text("policy/pay/2026-12-01/en.md", "# Pay\n\nMonthly.\n")
        .text("policy/pay/2026-12-01/cy.md", "# Cyflog\n\nBob mis.\n");
    for day in ["2026-11-23", "2026-12-01", "2027-01-01", "2027-04-15"] {
        site = site.on(day);
        assert_eq!(stale_after(&site), "2027-04-15", "built on {day}");
    }
    // Who sees drafts is told by them what each day makes of them.
    let with_drafts = site.on("2026-11-23").argument("--drafts");
    assert_eq!(stale_after(&with_drafts), "2026-11-30");
}

#[test]
fn a_document_has_a_title_in_site_json_where_the_text_in_force_was_removed() {
    let removed = "removed: {on: 2025-01-01, reason: {en: Private., cy: Preifat.}}\n";
    let site = two_versions().yaml("policy/leave/2024-04-01/version.yaml", removed);
    let built = site.build();
    assert_eq!(
        built.output().document("policy/leave")["titles"],
        serde_json::json!({"en": "Leave", "cy": "Absenoldeb"})
    );
}

#[test]
fn an_anchor_keeps_working_in_the_next_version_and_in_the_other_language() {
    let built = two_versions().build();
    let has = |address: &str, anchor: &str| {
        let ids = built.output().page(address).ids();
        assert!(
            ids.iter().any(|id| id == anchor),
            "{anchor} on {address}: {ids:?}"
        );
    };
    has("en/policy/leave/2020-01-01/", "5-things");
    has("en/policy/leave/", "6-things");
    has("en/policy/leave/", "5-things");
    has("cy/polisi/absenoldeb/", "6-pheth");
    has("cy/polisi/absenoldeb/", "6-things");
    has("en/policy/leave/", "6-pheth");
}

#[test]
fn clauses_have_their_labels_as_anchors() {
    let text = "# Leave\n\n5.2 The rules are:\n\n5.2 i. ask first;\n\n5.2 ii. write it down.\n\n## Next\n\n(a) One.\n\n(b) Two.\n";
    let built = Site::in_english()
        .text("policy/leave/2024-04-01/en.md", text)
        .build();
    let page = built.output().page("en/policy/leave/");
    let ids = page.ids();
    for anchor in ["5.2", "5.2-i", "5.2-ii"] {
        assert!(ids.iter().any(|id| id == anchor), "{anchor} in {ids:?}");
    }
    assert!(
        page.contains("5.2 i. ask first;"),
        "the label as written: {}",
        page.words()
    );
}

/// A document that links to another, in two versions of each.
fn linking(link: &str) -> Site {
    Site::in_english()
        .text("policy/pay/2018-01-01/en.md", "# Pay\n\nOld pay.\n")
        .text(
            "policy/pay/2023-01-01/en.md",
            "# Pay\n\n## Bonus\n\nNew pay.\n",
        )
        .text(
            "policy/leave/2020-01-01/en.md",
            format!("# Leave\n\nSee [the other]({link}).\n"),
        )
        .text(
            "policy/leave/2024-04-01/en.md",
            format!("# Leave\n\nNow see [the other]({link}).\n"),
        )
}

#[test]
fn a_link_leads_to_what_was_in_force_when_its_version_took_effect() {
    for link in ["../../pay", "../../pay/", "doc:policy/pay"] {
        let built = linking(link).build();
        let old = built.output().page("en/policy/leave/2020-01-01/");
        assert!(old.leads_to("en/policy/pay/2018-01-01/"), "{link}");
        let new = built.output().page("en/policy/leave/");
        assert!(new.leads_to("en/policy/pay/"), "{link}");
    }
}

#[test]
fn a_link_to_a_version_is_pinned() {
    for link in ["../../pay/2018-01-01/", "../../pay/2018-01-01/en.md"] {
        let built = linking(link).build();
        assert!(
            built
                .output()
                .page("en/policy/leave/")
                .leads_to("en/policy/pay/2018-01-01/"),
            "{link}"
        );
    }
}

#[test]
fn a_link_keeps_its_anchor() {
    let built = linking("doc:policy/pay#bonus").build();
    let page = built.output().page("en/policy/leave/");
    let links = page.attributes("article a", "href");
    assert!(
        links.iter().any(|link| link.ends_with("pay/#bonus")),
        "{links:?}"
    );
}

#[test]
fn the_languages_side_by_side_are_the_texts() {
    let built = Site::example().build();
    let output = built.output();
    let pages = output.pages();
    let mut seen = 0;
    for address in pages
        .iter()
        .filter(|page| page.ends_with("/both-languages/") && !page.contains("/changes/"))
    {
        let page = output.page(address);
        if !page.select("meta[http-equiv=refresh]").is_empty() {
            continue; // A former address.
        }
        let article = page.article();
        assert!(article.mark("data-both").is_some());
        let english = address.strip_suffix("both-languages/").unwrap();
        let welsh = page.attributes("main a[hreflang=cy]", "href");
        let welsh = resolve(address, welsh.last().unwrap()).unwrap().0;
        for (language, text) in [("en", english), ("cy", welsh.as_str())] {
            let of_version = output.page(text).article().text(Side::New);
            assert_eq!(
                article.cells(language, Side::New),
                of_version,
                "{language} of {address}"
            );
            seen += 1;
        }
    }
    assert!(seen > 10, "{seen} texts");
}

#[test]
fn attachments_are_where_the_page_says() {
    let site = two_versions()
        .file("content/policy/leave/2024-04-01/form.en.txt", "Form")
        .file("content/policy/leave/2024-04-01/form.cy.txt", "Ffurflen")
        .file(
            "content/policy/leave/2024-04-01/map.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        );
    let built = site.build();
    let english = built.output().page("en/policy/leave/");
    assert!(english.leads_to("files/policy/leave/2024-04-01/form.en.txt"));
    assert!(english.leads_to("files/policy/leave/2024-04-01/map.svg"));
    let welsh = built.output().page("cy/polisi/absenoldeb/");
    assert!(welsh.leads_to("files/policy/leave/2024-04-01/form.cy.txt"));
    assert_eq!(
        built
            .output()
            .text("files/policy/leave/2024-04-01/form.cy.txt"),
        "Ffurflen"
    );
}

#[test]
fn files_of_the_site_are_copied_as_they_are() {
    let site = two_versions()
        .file("static/brand/logo.svg", "<svg/>")
        .file("static/.well-known/a.txt", "a");
    let built = site.build();
    assert_eq!(built.output().text("brand/logo.svg"), "<svg/>");
    assert_eq!(built.output().text(".well-known/a.txt"), "a");
}

#[test]
fn a_document_offers_what_has_changed_since_each_earlier_version() {
    let site = |rule: &str| {
        let site = Site::in_english().replaced(
            "site.yaml",
            "languages: [en]",
            &format!("languages: [en]\ncomparisons: {rule}"),
        );
        ["2020-01-01", "2021-01-01", "2022-01-01"]
            .iter()
            .fold(site, |site, day| {
                let text = format!("# Leave\n\nAs from {day}.\n");
                site.text(&format!("policy/leave/{day}/en.md"), text)
            })
    };
    let since = |rule: &str| {
        let site = site(rule);
        let built = site.build();
        let page = built.output().page("en/policy/leave/");
        page.attributes(".changes-since a", "href")
    };
    let to_current = [
        "changes/2021-01-01/2022-01-01/",
        "changes/2020-01-01/current/",
        "changes/",
    ];
    assert_eq!(since("to-current"), to_current);
    let all = [
        "changes/2021-01-01/2022-01-01/",
        "changes/2020-01-01/2022-01-01/",
        "changes/",
    ];
    assert_eq!(since("all"), all);
    assert_eq!(
        since("adjacent"),
        ["changes/2021-01-01/2022-01-01/", "changes/"]
    );
    assert_eq!(since("none"), Vec::<String>::new());
}

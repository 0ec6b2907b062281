//! What the pages of drafts, and of versions that nobody can read yet, say of them.

use crate::site::Site;

#[test]
fn what_is_not_published_yet_holds_from_its_day_and_not_since() {
    let words = [
        ("en", "In force from"),
        ("cy", "Mewn grym o"),
        ("fr", "Entrée en vigueur"),
        ("ga", "I bhfeidhm ó"),
    ];
    let mut site = Site::empty()
        .file(
            "site.yaml",
            "title: {en: R, cy: R, fr: R, ga: R}\nlanguages: [{code: en}, {code: cy}, {code: fr}, {code: ga}]\n",
        )
        .yaml("leave/draft/version.yaml", "effective_from: 2028-01-01\n")
        .yaml("leave/2029-01-01/version.yaml", "published_on: 2026-01-01\n")
        .argument("--drafts")
        .on("2026-06-01");
    let versions = ["draft", "2027-01-01", "2029-01-01"];
    for version in versions {
        for (language, _) in words {
            site = site.text(&format!("leave/{version}/{language}.md"), "# Rule\n");
        }
    }
    let built = site.build();
    for version in versions {
        for (language, words) in words {
            let page = built.output().page(&format!("{language}/leave/{version}/"));
            let label = page.only(".bar dl > div:first-child dt");
            assert_eq!(
                label.text().collect::<String>(),
                words,
                "{language}/{version}"
            );
        }
    }
}

#[test]
fn a_version_that_will_be_published_is_no_draft() {
    let mut site = Site::in_english()
        .yaml(
            "leave/2027-04-01/version.yaml",
            "published_on: 2027-03-01\n",
        )
        .argument("--drafts")
        .on("2026-11-23");
    for (version, days) in [
        ("2024-04-01", "Twenty"),
        ("2027-04-01", "Thirty"),
        ("draft", "Forty"),
    ] {
        let text = format!("# Leave\n\n{days} days.\n");
        site = site.text(&format!("leave/{version}/en.md"), text);
    }
    let built = site.build();
    let page = |address: &str| built.output().page(&format!("en/leave/{address}"));
    let mark = |address: &str| {
        let page = page(address);
        page.only(".draft-mark").text().collect::<String>()
    };
    for address in ["2027-04-01/", "changes/2024-04-01/2027-04-01/"] {
        assert_eq!(mark(address), "NOT PUBLISHED YET", "{address}");
        assert!(!page(address).words().to_lowercase().contains("draft"));
    }
    let version = page("2027-04-01/");
    assert!(version.contains("This version is not published yet. It is not in force."));
    assert!(
        version
            .only("title")
            .text()
            .collect::<String>()
            .starts_with("NOT PUBLISHED YET")
    );
    assert!(
        version
            .only(".bar .badge")
            .text()
            .any(|words| words == "Not published yet")
    );
    for address in ["draft/", "changes/2024-04-01/draft/"] {
        assert_eq!(mark(address), "DRAFT", "{address}");
    }
}

#[test]
fn a_site_of_which_nothing_may_be_read_yet_is_not_called_empty() {
    let site = Site::in_english()
        .text("policy/leave/2027-04-01/en.md", "# Leave\n\nDays.\n")
        .yaml(
            "policy/leave/2027-04-01/version.yaml",
            "published_on: 2027-03-01\n",
        )
        .on("2026-11-23");
    let refused = site.try_build();
    refused.run().must_exit_with(1);
    let told = &refused.run().stderr;
    assert!(told.contains("[empty-site]"), "{told}");
    assert!(
        told.contains("nothing of the site before 2027-03-01"),
        "{told}"
    );
    assert!(!told.contains("no document"), "{told}");

    let drafts = Site::in_english()
        .text("policy/leave/draft/en.md", "# Leave\n\nDays.\n")
        .try_build();
    let told = &drafts.run().stderr;
    assert!(told.contains("the site has drafts alone"), "{told}");
}

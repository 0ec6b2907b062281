//! The Atom feeds of a site, its sections and its documents.

use crate::site::Site;

#[test]
fn the_feed_has_the_newest_changes() {
    let mut site = Site::in_english();
    for day in 1..=60 {
        let date = jiff::civil::date(2024, 1, 1).saturating_add(jiff::Span::new().days(day));
        site = site.text(
            &format!("policy/leave/{date}/en.md"),
            format!("# Leave\n\n{day} days.\n"),
        );
    }
    let built = site.build();
    let feed = built.output().text("en/changes/feed.xml");
    assert_eq!(feed.matches("<entry>").count(), 50);
    assert!(
        feed.contains("2024-03-01") && !feed.contains("2024-01-05"),
        "{feed}"
    );
}

/// XML has no way to write them, and one of them makes a whole feed unreadable.
#[test]
fn a_feed_has_no_sign_that_xml_has_not() {
    let built = Site::in_english()
        .yaml(
            "policy/leave/2024-04-01/version.yaml",
            "change: {note: \"New\\vrule \\U0001F600.\"}\n",
        )
        .text(
            "policy/leave/2024-04-01/en.md",
            "# Leave\u{FFFE} taken\n\nTwenty days.\n",
        )
        .build();
    for address in [
        "en/changes/feed.xml",
        "en/policy/feed.xml",
        "en/policy/leave/changes/feed.xml",
    ] {
        let feed = built.output().text(address);
        let unfit =
            |c: char| c < ' ' && !"\t\n\r".contains(c) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
        assert!(!feed.contains(unfit), "{address}: {feed:?}");
        assert!(feed.contains("New rule \u{1F600}."), "{address}: {feed:?}");
        assert!(feed.contains("Leave  taken: "), "{address}: {feed:?}");
    }
}

/// The addresses that the entries of a feed lead to.
fn entries(feed: &str) -> Vec<String> {
    let entries = feed.split("<entry>").skip(1);
    let link = |entry: &str| {
        let after = entry.split("<link href=\"").nth(1).unwrap();
        after.split('"').next().unwrap().to_owned()
    };
    entries.map(link).collect()
}

#[test]
fn sections_and_documents_have_feeds_of_their_own() {
    let site = Site::in_english()
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nTwenty days.\n")
        .text("policy/leave/2021-01-01/en.md", "# Leave\n\nThirty days.\n")
        .yaml("policy/travel/section.yaml", "title: Travel\n")
        .text(
            "policy/travel/rail/2022-01-01/en.md",
            "# Rail\n\nStandard.\n",
        )
        .yaml("handbook/section.yaml", "title: Handbook\n")
        .text("handbook/keys/2023-01-01/en.md", "# Keys\n\nReturn them.\n");
    let built = site.build();
    let output = built.output();
    let of = |address: &str| {
        let feed = output.text(&format!("en/{address}feed.xml"));
        entries(&feed)
            .iter()
            .map(|link| link.replace("https://rules.example/en/", ""))
            .collect::<Vec<_>>()
    };
    let leave = ["policy/leave/2021-01-01/", "policy/leave/2020-01-01/"];
    let rail = "policy/travel/rail/2022-01-01/";
    assert_eq!(of("policy/leave/changes/"), leave);
    assert_eq!(of("policy/travel/"), [rail]);
    assert_eq!(of("policy/"), [rail, leave[0], leave[1]]);
    assert_eq!(of("handbook/"), ["handbook/keys/2023-01-01/"]);
    assert_eq!(of("changes/").len(), 4);
    for (address, feed) in [
        ("en/policy/leave/", "changes/feed.xml"),
        ("en/policy/leave/changes/", "feed.xml"),
        ("en/policy/", "feed.xml"),
    ] {
        let page = output.page(address);
        let told = page.attributes("link[type='application/atom+xml']", "href");
        assert!(told.contains(&feed.to_owned()), "{address}: {told:?}");
    }
    for address in ["en/policy/leave/changes/", "en/policy/"] {
        let links = output.page(address).attributes("main a", "href");
        assert!(
            links.contains(&"feed.xml".to_owned()),
            "{address}: {links:?}"
        );
    }
}

//! What keeps a draft from being published, and what is told of one that was.

use crate::site::leave::{LEAVE, files, run, with_draft};
use crate::site::{DAY, Site};

#[test]
fn a_draft_that_is_not_ready_is_left_as_it_is_with_every_reason() {
    let with = |change: fn(Site) -> Site| change(with_draft());
    type Case = (
        &'static str,
        fn(Site) -> Site,
        &'static [&'static str],
        &'static str,
    );
    let cases: &[Case] = &[
        (
            "a fault",
            |site| {
                site.text(
                    "policy/leave/draft/en.md",
                    "# Leave\n\n[no](../../nothing)\n",
                )
            },
            &["broken-link"],
            "2027-01-01",
        ),
        (
            "a language",
            |site| site.without("content/policy/leave/draft/cy.md"),
            &["missing-text"],
            "2027-01-01",
        ),
        (
            "an approval, and the languages agree no more",
            |site| {
                site.yaml("policy/section.yaml", "title: {en: Policy, cy: Polisi}\nslug: {en: policy, cy: polisi}\napproval: required\nparity: required\n")
                    .yaml("policy/leave/draft/version.yaml", "approved: {by: A committee}\n")
                    .text("policy/leave/draft/cy.md", "# Absenoldeb\n\n22 diwrnod.\n")
                    .yaml("policy/leave/2024-04-01/version.yaml", "approved: {by: A committee, on: 2024-01-01, reference: A1}\n")
            },
            &["missing-approval", "on, reference", "parity"],
            "2027-01-01",
        ),
        (
            "a day that is past",
            |site| site,
            &["missing-date", "published_on"],
            "2026-01-01",
        ),
        (
            "a document that is withdrawn",
            |site| {
                site.yaml(
                    "policy/leave/document.yaml",
                    "slug: {cy: absenoldeb}\nwithdrawn: {on: 2026-03-01}\n",
                )
            },
            &[
                "contradictory-dates",
                "write `reinstated: {on: 2027-01-01}`",
            ],
            "2027-01-01",
        ),
        (
            "a status and a date that do not fit",
            |site| {
                site.yaml(
                    "policy/leave/draft/version.yaml",
                    "status: draft\neffective_from: 2027-02-01\n",
                )
            },
            &["invalid-value", "invalid-date"],
            "2027-01-01",
        ),
    ];
    for (what, change, words, day) in cases {
        let site = with(*change);
        let before = files(site.folder());
        let refused = run(site.folder(), &["publish", LEAVE, "--effective", day]);
        refused.must_exit_with(1);
        for word in *words {
            assert!(
                refused.stderr.contains(word),
                "{what}: {word}\n{}",
                refused.stderr
            );
        }
        assert_eq!(files(site.folder()), before, "{what}");
    }
    let site = with(|site| site);
    for arguments in [
        ["publish", LEAVE, "--effective", "2024-04-01"],
        ["publish", "policy/leaf", "--effective", "2027-01-01"],
        ["publish", LEAVE, "--effective", "2027-02-30"],
    ] {
        run(site.folder(), &arguments).must_exit_with(2);
    }
}

/// A draft without Welsh, for which there is leave until a day.
fn with_leave_for_welsh(until: &str) -> Site {
    let waiver = format!(
        "slug: {{cy: absenoldeb}}\nwaiver: {{language: cy, until: {until}, reason: {{en: Urgent, cy: Brys}}}}\n"
    );
    with_draft()
        .without("content/policy/leave/draft/cy.md")
        .yaml(&format!("{LEAVE}/document.yaml"), &waiver)
        .setting("parity: required\n")
}

#[test]
fn a_language_may_be_missing_with_leave() {
    let site = with_leave_for_welsh("2027-01-01");
    let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
    run(site.folder(), &arguments).must_succeed();
    site.on("2027-01-01").build();
}

/// A draft in a site that wants its languages to match, with everything in both.
fn with_languages_that_match() -> Site {
    with_draft()
        .setting("parity: required\n")
        .text(
            &format!("{LEAVE}/draft/forms/form.cy.pdf"),
            "the form in Welsh",
        )
        .yaml(
            &format!("{LEAVE}/draft/version.yaml"),
            "change: {note: {en: A day more., cy: Diwrnod ychwanegol.}}\n",
        )
}

#[test]
fn what_would_stop_the_build_with_the_version_stops_the_publishing() {
    type Case = (&'static str, fn(Site) -> Site, &'static str);
    let cases: [Case; 4] = [
        (
            "a value in one language",
            |site| {
                site.yaml(
                    "policy/leave/draft/version.yaml",
                    "change: {note: {en: A day more.}}\n",
                )
            },
            "`note` has no text in Welsh",
        ),
        (
            "a file in one language",
            |site| site.without("content/policy/leave/draft/forms/form.cy.pdf"),
            "form.en.pdf",
        ),
        (
            "a change in one language",
            |site| {
                site.text(
                    "policy/leave/draft/en.md",
                    "# Leave\n\nTwenty days, as agreed with the unions.\n",
                )
                .text(
                    "policy/leave/draft/cy.md",
                    "# Absenoldeb\n\nUgain diwrnod.\n",
                )
            },
            "only the English text changed",
        ),
        (
            "a number",
            |site| site.text("policy/leave/draft/cy.md", "# Absenoldeb\n\n22 diwrnod.\n"),
            "21",
        ),
    ];
    let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
    for (what, change, told) in cases {
        let site = change(with_languages_that_match());
        let refused = run(site.folder(), &arguments);
        refused.must_exit_with(1);
        assert!(
            refused.stderr.contains("parity") && refused.stderr.contains(told),
            "{what}: {}",
            refused.stderr
        );
        // With leave for the language a build only warns.
        let waiver = "slug: {cy: absenoldeb}\nwaiver: {language: cy, until: 2027-06-01, reason: {en: Urgent, cy: Brys}}\n";
        let site = site.yaml(&format!("{LEAVE}/document.yaml"), waiver);
        run(site.folder(), &arguments).must_succeed();
        site.on("2027-01-01").build();
    }
    run(with_languages_that_match().folder(), &arguments).must_succeed();
}

#[test]
fn leave_that_ends_before_readers_can_read_the_version_is_none() {
    type Case = (&'static str, &'static str, &'static str);
    let cases: [Case; 3] = [
        ("2026-12-31", "", "2027-01-01"),
        ("2026-12-31", "published_on: 2027-03-01\n", "2027-03-01"),
        // Published in the past, it is read from today.
        ("2026-11-22", "published_on: 2026-11-01\n", DAY),
    ];
    for (until, yaml, first_read) in cases {
        let site = with_leave_for_welsh(until).yaml(&format!("{LEAVE}/draft/version.yaml"), yaml);
        let before = files(site.folder());
        let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
        let refused = run(site.folder(), &arguments);
        refused.must_exit_with(1);
        assert_eq!(files(site.folder()), before, "{until}");
        for told in [
            "missing-text".to_owned(),
            format!("ends on {until}, and readers can read the version from {first_read}"),
            format!("last until {first_read} or longer"),
        ] {
            assert!(refused.stderr.contains(&told), "{told}\n{}", refused.stderr);
        }
    }

    // Readers may read it before it takes effect: leave need not last longer than until then.
    let site = with_leave_for_welsh("2026-12-01").yaml(
        &format!("{LEAVE}/draft/version.yaml"),
        "published_on: 2026-12-01\n",
    );
    let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
    run(site.folder(), &arguments).must_succeed();
    site.on("2026-12-01").build();
}

#[test]
fn each_language_that_a_draft_lacks_is_told() {
    let site = with_draft()
        .replaced(
            "site.yaml",
            "  - {code: cy, name: Cymraeg}\n",
            "  - {code: cy, name: Cymraeg}\n  - {code: ga, name: Gaeilge}\n",
        )
        .without("content/policy/leave/draft/cy.md");
    let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
    let refused = run(site.folder(), &arguments);
    refused.must_exit_with(1);
    for language in ["cy", "ga"] {
        let told = format!("the draft has no text in the language `{language}`");
        assert!(refused.stderr.contains(&told), "{}", refused.stderr);
    }
}

/// The same with another version, which takes effect on a day.
fn with_version_between(site: Site, day: &str) -> Site {
    let folder = format!("{LEAVE}/{day}");
    site.text(&format!("{folder}/en.md"), "# Leave\n\n25 days.\n")
        .text(&format!("{folder}/cy.md"), "# Absenoldeb\n\n25 diwrnod.\n")
}

#[test]
fn a_draft_that_would_undo_what_came_between_is_not_published() {
    let site = with_version_between(with_draft(), "2026-03-01");
    let site = with_version_between(site, "2026-12-01");
    let before = files(site.folder());
    let publish = |site: &Site, day: &str| {
        let arguments = ["publish", LEAVE, "--effective", day];
        run(site.folder(), &arguments)
    };
    let refused = publish(&site, "2027-01-01");
    refused.must_exit_with(1);
    assert_eq!(files(site.folder()), before);
    for told in [
        "outdated-base",
        "policy/leave/draft/version.yaml:1:11",
        "`2026-03-01`, `2026-12-01` came after `2024-04-01`",
        "canllaw diff policy/leave 2024-04-01 2026-12-01",
        "`based_on: 2026-12-01`",
    ] {
        assert!(refused.stderr.contains(told), "{told}\n{}", refused.stderr);
    }

    // Before the second takes effect the draft would undo the first alone, and says so.
    let site = site.yaml(
        &format!("{LEAVE}/draft/version.yaml"),
        "based_on: 2024-04-01\n",
    );
    let refused = publish(&site, "2026-11-30");
    refused.must_exit_with(1);
    let told = "`based_on: 2026-03-01`";
    assert!(refused.stderr.contains(told), "{}", refused.stderr);
    let site = site.yaml(
        &format!("{LEAVE}/draft/version.yaml"),
        "based_on: 2026-03-01\n",
    );
    publish(&site, "2027-01-01").must_exit_with(1);
    publish(&site, "2026-11-30").must_succeed();
}

#[test]
fn a_draft_made_from_the_newest_is_published_and_so_is_one_of_a_site_that_does_not_mind() {
    let newest = with_version_between(with_draft(), "2026-03-01").yaml(
        &format!("{LEAVE}/draft/version.yaml"),
        "based_on: 2026-03-01\n",
    );
    let unasked =
        with_version_between(with_draft(), "2026-03-01").setting("checks: {outdated-base: off}\n");
    // A text that was removed cannot be taken over.
    let removed = with_version_between(with_draft(), "2026-03-01").yaml(
        &format!("{LEAVE}/2026-03-01/version.yaml"),
        "removed: {on: 2026-04-01, reason: {en: Names, cy: Enwau}}\n",
    );
    for site in [newest, unasked, removed] {
        let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
        run(site.folder(), &arguments).must_succeed();
    }
}

#[test]
fn check_warns_of_a_draft_whose_version_was_replaced_and_its_page_does() {
    let site = with_draft().argument("--drafts");
    let notices = |site: &Site| {
        let page = site.build().output().page("en/policy/leave/draft/");
        page.select(".draft-panel .notice").len()
    };
    assert!(site.check().of_code("outdated-base").is_empty());
    assert_eq!(notices(&site), 0);

    // One that is still to come may come after the draft.
    let site = with_version_between(site, "2026-12-01");
    assert!(site.check().of_code("outdated-base").is_empty());
    assert_eq!(notices(&site), 0);
    let yaml = format!("{LEAVE}/draft/version.yaml");
    let dated = site.yaml(&yaml, "based_on: 2024-04-01\neffective_from: 2027-01-01\n");
    assert_eq!(dated.check().of_code("outdated-base").len(), 1);
    assert_eq!(notices(&dated), 1);

    let site = dated.yaml(&yaml, "based_on: 2024-04-01\n").on("2026-12-01");
    let checked = site.check();
    let found = checked.of_code("outdated-base");
    assert_eq!(found.len(), 1, "{:#?}", checked.findings());
    assert_eq!(found[0].severity, "warning");
    assert_eq!(notices(&site), 1);
}

#[test]
fn a_draft_that_links_to_itself_by_its_name_is_not_ready() {
    let links = [
        ("../draft/en.md#leave", "./en.md#leave"),
        ("../../leave/draft/", "./"),
        ("../draft/forms/form.en.pdf", "./forms/form.en.pdf"),
        ("doc:policy/leave/draft#leave", "./#leave"),
        ("/en/policy/leave/draft/#leave", "./#leave"),
        (
            "/files/policy/leave/draft/forms/form.en.pdf",
            "./forms/form.en.pdf",
        ),
    ];
    let text = |links: &[&str]| {
        let lines = links.iter().map(|link| format!("[See]({link}).\n"));
        format!("# Leave\n\n21 days.\n\n{}", lines.collect::<String>())
    };
    let draft = format!("{LEAVE}/draft/en.md");
    let site = with_draft().text(&draft, text(&links.map(|link| link.0)));
    let before = files(site.folder());
    let publish = |site: &Site| {
        let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
        run(site.folder(), &arguments)
    };
    let refused = publish(&site);
    refused.must_exit_with(1);
    assert_eq!(files(site.folder()), before);
    assert_eq!(refused.stderr.matches("broken-link").count(), links.len());
    for (at, (written, instead)) in links.iter().enumerate() {
        let told = [
            format!("`{written}` would lead to nothing"),
            format!("{draft}:{}:7", at + 5),
            format!("Write `{instead}`, which"),
        ];
        for told in told {
            assert!(refused.stderr.contains(&told), "{told}\n{}", refused.stderr);
        }
    }

    let site = site.text(&draft, text(&links.map(|link| link.1)));
    publish(&site).must_succeed();
    let checked = run(site.folder(), &["check"]);
    assert!(!checked.stdout.contains("broken"), "{}", checked.stdout);
}

#[test]
fn a_draft_that_links_to_what_it_changes_is_told_to_leave_that_out() {
    let text = "# Leave\n\n21 days: [see](/en/policy/leave/changes/2024-04-01/draft/).\n";
    let site = with_draft().text(&format!("{LEAVE}/draft/en.md"), text);
    let refused = run(site.folder(), &["publish", LEAVE, "--effective", DAY]);
    refused.must_exit_with(1);
    let told = [
        "`/en/policy/leave/changes/2024-04-01/draft/` would lead to nothing",
        "Take the link out: readers find that page from the version's own.",
    ];
    for told in told {
        assert!(refused.stderr.contains(told), "{told}\n{}", refused.stderr);
    }
}

#[test]
fn links_of_other_texts_to_the_draft_are_told_with_what_to_write_for_them() {
    let (other, page) = ("policy/sick/2024-01-01/en.md", "about/en.md");
    let site = with_draft()
        .text(other, "# Sick\n\nSee [leave](../../leave/draft/#leave).\n")
        .text(
            page,
            "# About\n\nSee [leave](doc:policy/leave/draft) and [all](../policy/leave).\n",
        );
    let done = run(site.folder(), &["publish", LEAVE, "--effective", DAY]);
    done.must_succeed();
    assert_eq!(
        done.stderr.matches("leads to nothing now").count(),
        2,
        "{}",
        done.stderr
    );
    for told in [
        "policy/sick/2024-01-01/en.md:3:13",
        "Write `../../leave/2026-11-23/#leave`; or `doc:policy/leave`",
        "about/en.md:3:13",
        "Write `doc:policy/leave/2026-11-23`;",
    ] {
        assert!(done.stderr.contains(told), "{told}\n{}", done.stderr);
    }
    let site = site
        .text(
            other,
            "# Sick\n\nSee [leave](../../leave/2026-11-23/#leave).\n",
        )
        .text(
            page,
            "# About\n\nSee [leave](doc:policy/leave/2026-11-23).\n",
        );
    let checked = run(site.folder(), &["check"]);
    assert!(!checked.stdout.contains("broken"), "{}", checked.stdout);
}

#[test]
fn no_text_is_told_to_link_to_what_its_readers_may_not_see_yet() {
    let (other, coming) = (
        "policy/sick/2024-01-01/en.md",
        "policy/sick/2027-02-01/en.md",
    );
    let text = |link: &str| format!("# Sick\n\nSee [leave]({link}).\n");
    let site = with_draft()
        .text(other, text("../../leave/draft/#leave"))
        .text(coming, text("../../leave/draft/#leave"));
    let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
    let done = run(site.folder(), &arguments);
    done.must_succeed();
    for told in [
        "Write `doc:policy/leave`, which leads to the version in force: readers may not see this one before 2027-01-01.",
        "Write `../../leave/2027-01-01/#leave`; or `doc:policy/leave`",
    ] {
        assert_eq!(
            done.stderr.matches(told).count(),
            1,
            "{told}\n{}",
            done.stderr
        );
    }
    let site = site
        .text(other, text("doc:policy/leave"))
        .text(coming, text("../../leave/2027-01-01/#leave"));
    assert!(site.check().of_code("broken-link").is_empty());

    // Of a document that nobody can read yet there is nothing to link to.
    let site = with_draft()
        .without("content/policy/leave/2024-04-01")
        .text("policy/leave/draft/version.yaml", "")
        .text(other, text("../../leave/draft/"));
    let done = run(site.folder(), &arguments);
    done.must_succeed();
    let told = "Leave the link out until 2027-01-01";
    assert!(done.stderr.contains(told), "{}", done.stderr);
}

#[test]
fn a_correction_is_advised_under_a_name_that_no_version_has() {
    let advised = |site: &Site, day: &str| {
        let refused = run(site.folder(), &["publish", LEAVE, "--effective", day]);
        refused.must_exit_with(2);
        refused.stderr
    };
    let with_version = |site: Site, name: &str, yaml: &str| {
        let folder = format!("{LEAVE}/{name}");
        site.yaml(&format!("{folder}/version.yaml"), yaml)
            .text(&format!("{folder}/en.md"), "# Leave\n\n20 days.\n")
            .text(&format!("{folder}/cy.md"), "# Absenoldeb\n\n20 diwrnod.\n")
    };
    let site = with_draft();
    let told = advised(&site, "2024-04-01");
    assert!(told.contains("to `2024-04-01.1`"), "{told}");
    let published = "published_on: 2024-05-01\n";
    let site = with_version(site, "2024-04-01.1", published);
    let site = with_version(site, "2024-04-01.3", published);
    let told = advised(&site, "2024-04-01");
    assert!(told.contains("to `2024-04-01.4`"), "{told}");

    // A version of another name has no corrections by number.
    let site = with_version(site, "easter", "effective_from: 2025-04-20\n");
    let told = advised(&site, "2025-04-20");
    assert!(
        !told.contains("easter.1") && told.contains("another day"),
        "{told}"
    );
}

/// The draft and its version, without the file that Welsh has no counterpart of.
fn without_forms() -> Site {
    with_draft()
        .without("content/policy/leave/2024-04-01/forms")
        .without("content/policy/leave/draft/forms")
}

#[test]
fn a_language_that_is_still_missing_does_not_stop_a_build_of_drafts() {
    let coming = |site: Site| {
        site.without("content/policy/leave/draft").text(
            &format!("{LEAVE}/2027-01-01/en.md"),
            "# Leave\n\n23 days.\n",
        )
    };
    let without_welsh = |site: Site| site.without("content/policy/leave/draft/cy.md");
    let cases: [(&str, &dyn Fn(Site) -> Site); 2] =
        [("draft", &without_welsh), ("2027-01-01", &coming)];
    for (version, spoil) in cases {
        let site = spoil(without_forms()).setting("parity: required\n");
        let checked = site.check();
        checked.run().must_exit_with(1);
        assert_eq!(checked.of_code("missing-text")[0].severity, "error");
        site.build();

        let built = site.argument("--drafts").build();
        let told = &built.run().stderr;
        assert!(told.contains("warning[missing-text]"), "{told}");
        for address in ["en/policy/leave", "cy/polisi/absenoldeb"] {
            let address = format!("{address}/{version}/");
            assert!(built.output().has(&address), "{address}");
        }
    }
    // What readers may see already stops it as ever.
    let site = without_forms()
        .setting("parity: required\n")
        .without("content/policy/leave/2024-04-01/cy.md");
    let built = site.argument("--drafts").try_build();
    built.run().must_exit_with(1);
}

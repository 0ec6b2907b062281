//! Bad input gets a located error and exit status 1, and the earlier output stands untouched.

use std::path::Path;

use crate::site::Site;
use crate::site::refusal::{at, good, refused};

#[test]
fn an_unknown_key() {
    let found = refused(
        |site| site.yaml("policy/leave/document.yaml", "order: 1\nownr: HR\n"),
        &at("unknown-key", "content/policy/leave/document.yaml", 2, 1),
    );
    assert!(
        found.help.contains("owner"),
        "the nearest known key: {found:?}"
    );
}

#[test]
fn an_unknown_key_in_each_file_of_yaml() {
    let key = "colour: red\n";
    refused(
        |site| site.setting(key),
        &at("unknown-key", "site.yaml", 6, 1),
    );
    refused(
        |site| {
            site.yaml(
                "policy/section.yaml",
                &format!("title: {{en: Policy, cy: Polisi}}\n{key}"),
            )
        },
        &at("unknown-key", "content/policy/section.yaml", 2, 1),
    );
    refused(
        |site| site.yaml("policy/leave/2020-01-01/version.yaml", key),
        &at(
            "unknown-key",
            "content/policy/leave/2020-01-01/version.yaml",
            1,
            1,
        ),
    );
    refused(
        |site| {
            site.text(
                "policy/leave/2020-01-01/en.md",
                format!("---\ntitle: Leave\n{key}---\nText.\n"),
            )
        },
        &at("unknown-key", "content/policy/leave/2020-01-01/en.md", 3, 1),
    );
}

#[test]
fn an_unknown_key_below_another() {
    refused(
        |site| {
            site.yaml(
                "policy/leave/2020-01-01/version.yaml",
                "change:\n  kind: major\n  not: New.\n",
            )
        },
        &at(
            "unknown-key",
            "content/policy/leave/2020-01-01/version.yaml",
            3,
            3,
        ),
    );
}

#[test]
fn a_duplicate_key() {
    refused(
        |site| {
            site.yaml(
                "policy/leave/document.yaml",
                "order: 1\ncontact: a@b.example\norder: 2\n",
            )
        },
        &at("duplicate-key", "content/policy/leave/document.yaml", 3, 1),
    );
}

#[test]
fn a_value_of_the_wrong_type() {
    refused(
        |site| site.yaml("policy/leave/document.yaml", "order: first\n"),
        &at("wrong-type", "content/policy/leave/document.yaml", 1, 8),
    );
    refused(
        |site| site.yaml("policy/section.yaml", "title: [Policy, Polisi]\n"),
        &at("wrong-type", "content/policy/section.yaml", 1, 8),
    );
}

#[test]
fn an_impossible_date() {
    refused(
        |site| {
            site.yaml(
                "policy/leave/2020-01-01/version.yaml",
                "published_on: 2021-02-29\n",
            )
        },
        &at(
            "invalid-date",
            "content/policy/leave/2020-01-01/version.yaml",
            1,
            15,
        ),
    );
    refused(
        |site| site.text("policy/leave/2021-02-29/en.md", "# Leave\n"),
        &at("invalid-date", "content/policy/leave/2021-02-29", 1, 1),
    );
}

#[test]
fn another_date_than_the_folders() {
    refused(
        |site| {
            site.yaml(
                "policy/leave/2020-01-01/version.yaml",
                "effective_from: 2020-01-02\n",
            )
        },
        &at(
            "invalid-date",
            "content/policy/leave/2020-01-01/version.yaml",
            1,
            17,
        ),
    );
}

#[test]
fn bytes_that_are_no_text() {
    refused(
        |site| {
            site.text(
                "policy/leave/2020-01-01/en.md",
                b"# Leave\n\nT\xc5\xb7 \xff\n",
            )
        },
        &at(
            "invalid-utf8",
            "content/policy/leave/2020-01-01/en.md",
            3,
            4,
        ),
    );
}

#[test]
fn a_file_of_yaml_that_cannot_be_read_is_not_said_to_lack_anything() {
    const SECTION: &str = "policy/section.yaml";
    const DOCUMENT: &str = "policy/leave/document.yaml";
    let spoilt: [(&str, &[u8]); 5] = [
        (
            SECTION,
            b"title: {en: Policy, cy: Polisi}\nslug: {en: policy\n",
        ),
        (
            SECTION,
            b"title: {en: Policy, cy: Polisi}\nslug: {cy: polisi\xff}\n",
        ),
        (
            DOCUMENT,
            b"slug: {en: leave, cy: absenoldeb}\nlanguages: [en\n",
        ),
        (
            DOCUMENT,
            b"slug: {en: leave, cy: absenoldeb}\nlanguages: [en]\nowner: \xff\n",
        ),
        (
            DOCUMENT,
            b"slug: {en: leave, cy: absenoldeb}\nlanguages: [en]\n\torder: 1\n",
        ),
    ];
    for (file, bytes) in spoilt {
        let mut site = good().file(&format!("content/{file}"), bytes);
        if file == DOCUMENT {
            site = site.without("content/policy/leave/2024-04-01/cy.md");
        }
        let checked = site.check();
        let found = checked.findings().iter();
        let told: Vec<(&str, &str)> = found
            .map(|it| (it.severity.as_str(), it.path.as_str()))
            .collect();
        let path = format!("content/{file}");
        assert_eq!(
            told,
            [("error", path.as_str())],
            "{:#?}",
            checked.findings()
        );
    }
}

#[test]
fn a_folder_of_which_readers_see_nothing_is_spoken_of() {
    let site = good().yaml(
        "policy/hours/section.yaml",
        "title: {en: Hours, cy: Oriau}\n",
    );
    let empty = site.folder().join("content/policy/pay/part-time");
    std::fs::create_dir_all(empty).unwrap();
    let checked = site.check();
    checked.run().must_succeed();
    let found = checked.of_code("empty-folder");
    let told: Vec<(&str, &str)> = found
        .iter()
        .map(|it| (it.severity.as_str(), it.path.as_str()))
        .collect();
    let expected = ["content/policy/hours", "content/policy/pay"].map(|path| ("warning", path));
    assert_eq!(told, expected);
    assert_eq!(
        site.build().output().files_with("Oriau"),
        Vec::<String>::new()
    );
}

#[test]
fn a_site_whose_only_text_cannot_be_read_is_not_called_empty() {
    let site = Site::in_english().text("policy/leave/2020-01-01/en.md", b"# T\xff\n");
    let checked = site.check();
    assert_eq!(checked.of_code("invalid-utf8").len(), 1);
    assert_eq!(checked.of_code("empty-site").len(), 0);
}

#[test]
fn a_text_without_a_title() {
    refused(
        |site| site.text("policy/leave/2020-01-01/en.md", "Twenty days.\n"),
        &at(
            "missing-title",
            "content/policy/leave/2020-01-01/en.md",
            1,
            1,
        ),
    );
}

#[test]
fn two_versions_of_one_date() {
    refused(
        |site| {
            site.yaml(
                "policy/leave/v2/version.yaml",
                "effective_from: 2024-04-01\n",
            )
            .text("policy/leave/v2/en.md", "# Leave\n\nTwenty-two days.\n")
            .text(
                "policy/leave/v2/cy.md",
                "# Absenoldeb\n\nDau ddiwrnod ar hugain.\n",
            )
            .yaml(
                "policy/leave/v2.0/version.yaml",
                "effective_from: 2024-04-01\n",
            )
            .text("policy/leave/v2.0/en.md", "# Leave\n\nTwenty-three days.\n")
            .text(
                "policy/leave/v2.0/cy.md",
                "# Absenoldeb\n\nTri diwrnod ar hugain.\n",
            )
        },
        &at("duplicate-version", "content/policy/leave/v2.0", 1, 1),
    );
    let numbered = |site: Site, id: &str| {
        site.yaml(
            &format!("policy/leave/{id}/version.yaml"),
            "effective_from: 2024-05-01\npublished_on: 2024-05-01\n",
        )
        .text(&format!("policy/leave/{id}/en.md"), "# Leave\n\nTwo.\n")
    };
    let of_two_numbers = numbered(numbered(good(), "v2"), "v3").check();
    assert_eq!(
        of_two_numbers.of_code("duplicate-version")[0].path,
        "content/policy/leave/v3"
    );
    let and_its_correction = numbered(numbered(good(), "v2"), "v2.1").check();
    assert_eq!(and_its_correction.of_code("duplicate-version").len(), 0);
    let site = good()
        .yaml(
            "policy/leave/spring/version.yaml",
            "effective_from: 2024-04-01\n",
        )
        .text("policy/leave/spring/en.md", "# Leave\n\nTwenty-two days.\n");
    let checked = site.check();
    assert_eq!(
        checked.of_code("duplicate-version").len(),
        1,
        "{:#?}",
        checked.findings()
    );
}

#[test]
fn a_correction_without_its_published_date() {
    refused(
        |site| {
            site.text(
                "policy/leave/2024-04-01.1/en.md",
                "# Leave\n\nTwenty-two days.\n",
            )
            .text(
                "policy/leave/2024-04-01.1/cy.md",
                "# Absenoldeb\n\nDau ddiwrnod ar hugain.\n",
            )
        },
        &at("missing-date", "content/policy/leave/2024-04-01.1", 1, 1),
    );
}

#[test]
fn a_version_without_its_date() {
    refused(
        |site| site.text("policy/leave/v3/en.md", "# Leave\n\nTwenty-two days.\n"),
        &at("missing-date", "content/policy/leave/v3", 1, 1),
    );
}

#[test]
fn a_language_that_the_site_does_not_have() {
    refused(
        |site| site.text("policy/leave/2020-01-01/fr.md", "# Congé\n"),
        &at(
            "unknown-language",
            "content/policy/leave/2020-01-01/fr.md",
            1,
            1,
        ),
    );
}

#[test]
fn a_language_that_is_named_wrongly_is_one_fault() {
    for (written, help) in [
        ("CY", "Write `cy`."),
        ("cy_GB", "Write `cy-GB`."),
        ("welsh", "Write its code"),
        ("en", "Remove one of the two."),
    ] {
        let site = good().replaced("site.yaml", "code: cy", &format!("code: {written}"));
        let checked = site.check();
        let found = checked.findings();
        let codes: Vec<(&str, &str)> = found
            .iter()
            .map(|it| (it.code.as_str(), it.path.as_str()))
            .filter(|(code, _)| *code != "missing-text")
            .collect();
        assert_eq!(
            codes,
            [("invalid-value", "site.yaml")],
            "{written}: {found:#?}"
        );
        let fault = checked.of_code("invalid-value")[0];
        assert!(fault.help.starts_with(help), "{fault:?}");
    }
}

#[test]
fn a_language_whose_words_are_not_known() {
    refused(
        |site| {
            site.replaced(
                "site.yaml",
                "  - {code: cy, name: Cymraeg}\n",
                "  - {code: cy, name: Cymraeg}\n  - {code: br, name: Brezhoneg}\n",
            )
        },
        &at("unknown-words", "site.yaml", 6, 12),
    );
}

#[test]
fn a_document_without_a_text() {
    refused(
        |site| site.yaml("policy/pay/2020-01-01/version.yaml", "reference: A 1\n"),
        &at("empty-version", "content/policy/pay/2020-01-01", 1, 1),
    );
    refused(
        |site| site.yaml("policy/pay/document.yaml", "order: 2\n"),
        &at("empty-version", "content/policy/pay", 1, 1),
    );
}

#[test]
fn a_draft_of_a_version_that_is_not_there() {
    let draft = |base: &str| {
        let yaml = format!("change: {{note: {{en: More., cy: Mwy.}}}}\nbased_on: {base}\n");
        good()
            .yaml("policy/leave/draft/version.yaml", &yaml)
            .text("policy/leave/draft/en.md", "# Leave\n\n21 days.\n")
            .text("policy/leave/draft/cy.md", "# Absenoldeb\n\n21 diwrnod.\n")
            .argument("--drafts")
    };
    let notice = |site: &Site| {
        let built = site.build();
        [("en", "policy"), ("cy", "polisi")].map(|(language, section)| {
            let document = if language == "en" {
                "leave"
            } else {
                "absenoldeb"
            };
            let address = format!("{language}/{section}/{document}/draft/");
            let page = built.output().page(&address);
            (
                page.contains("2019-01-01"),
                page.select(".draft-panel .notice").len(),
            )
        })
    };
    let site = draft("2019-01-01");
    let checked = site.check();
    let found = checked.of_code("unknown-base");
    assert_eq!(found.len(), 1, "{:#?}", checked.findings());
    let place = (found[0].path.as_str(), found[0].line, found[0].column);
    assert_eq!(place, ("content/policy/leave/draft/version.yaml", 2, 11));
    assert_eq!(found[0].severity, "warning");
    assert!(found[0].help.contains("2020-01-01"), "{found:?}");
    assert_eq!(notice(&site), [(true, 1); 2]);

    let site = draft("2024-04-01");
    assert!(site.check().of_code("unknown-base").is_empty());
    assert_eq!(notice(&site), [(false, 0); 2]);
}

#[test]
fn a_symlink_out_of_the_site() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.md");
    std::fs::write(&secret, "# Secret\n").unwrap();
    refused(
        |site| site.symlink("content/policy/leave/2020-01-01/notes.md", &secret),
        &at(
            "unsafe-path",
            "content/policy/leave/2020-01-01/notes.md",
            1,
            1,
        ),
    );
    refused(
        |site| site.symlink("content/policy/outside", outside.path()),
        &at("unsafe-path", "content/policy/outside", 1, 1),
    );
    refused(
        |site| site.symlink("static/passwords.txt", Path::new("/etc/passwd")),
        &at("unsafe-path", "static/passwords.txt", 1, 1),
    );
}

#[test]
fn a_top_folder_that_is_a_symlink_out_of_the_site_is_one_finding() {
    let outside = tempfile::tempdir().unwrap();
    for name in ["a", "b/c", "b/d"] {
        let path = outside.path().join(name);
        std::fs::create_dir_all(&path).unwrap();
        std::fs::write(path.join("en.md"), "# Outside\n").unwrap();
    }
    for (path, setting) in [("static", ""), ("themes/ours", "theme: ours\n")] {
        let site = good().setting(setting).symlink(path, outside.path());
        let checked = site.check();
        let found = checked.of_code("unsafe-path");
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].path, path);
        assert!(found[0].help.contains("the folder"), "{found:#?}");
    }
}

#[test]
fn input_beyond_the_limits_ends_in_a_finding() {
    let deep = format!("# Leave\n\n{}deep\n", ">".repeat(20_000));
    refused(
        |site| site.text("policy/leave/2020-01-01/en.md", deep),
        &at("too-large", "content/policy/leave/2020-01-01/en.md", 3, 65),
    );
}

#[test]
fn all_is_told_in_one_run() {
    let site = good()
        .yaml(
            "policy/leave/document.yaml",
            "ownr: HR\norder: 1\norder: 2\n",
        )
        .text("policy/leave/2020-01-01/en.md", "Twenty days.\n")
        .text("policy/leave/2020-01-01/fr.md", "# Congé\n")
        .text(
            "policy/leave/2024-04-01/en.md",
            "# Leave\n\n[Pay](../../pay)\n",
        );
    let checked = site.check();
    for code in [
        "unknown-key",
        "duplicate-key",
        "missing-title",
        "unknown-language",
        "broken-link",
    ] {
        assert_eq!(
            checked.of_code(code).len(),
            1,
            "{code} in {:#?}",
            checked.findings()
        );
    }
    assert_eq!(site.try_build().run().status, Some(1));
}

#[test]
fn a_finding_shows_its_line_and_what_to_do() {
    let site = good().yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\nownr: HR\n",
    );
    let built = site.try_build();
    snapbox::assert_data_eq!(
        built.run().stderr.as_str(),
        snapbox::str![[r#"
error[unknown-key]: [..]`ownr`[..]
[..]--> content/policy/leave/document.yaml:2:1
...
2 [..] ownr: HR
[..]^^^^[..]
...
"#]]
    );
}

#[test]
fn a_site_that_cannot_be_read_is_told_to_programs_too() {
    for (site, code, line) in [
        (good().without("site.yaml"), "unreadable", 1),
        (
            good().file("site.yaml", "title: House rules\nlanguages: [en\n"),
            "invalid-yaml",
            2,
        ),
    ] {
        let checked = site.check();
        checked.run().must_exit_with(1);
        assert_eq!(checked.run().stderr, "");
        let [found] = checked.findings() else {
            panic!("{:#?}", checked.findings());
        };
        assert_eq!(
            (found.code.as_str(), found.path.as_str(), found.line),
            (code, "site.yaml", line)
        );
    }
}

//! Seals: what holds a version as it was published, what breaks that, and the ways out.

use std::fs;

use crate::site::{DAY, Finding, Run, Site, canllaw};

const YAML: &str = "# Approved in the spring.\napproved: {by: The board, on: 2024-03-01, reference: B 24/7}\nchange:\n  note: {en: Two more days., cy: Deuddydd yn fwy.}\n";

fn leave() -> Site {
    Site::in_two_languages()
        .yaml(
            "policy/leave/document.yaml",
            "slug: {en: leave, cy: absenoldeb}\n",
        )
        .text("policy/leave/2024-04-01/en.md", "# Leave\n\nTwenty days.\n")
        .text(
            "policy/leave/2024-04-01/cy.md",
            "# Absenoldeb\n\nUgain diwrnod.\n",
        )
        .text("policy/leave/2024-04-01/form.csv", "a,b\n")
        .yaml("policy/leave/2024-04-01/version.yaml", YAML)
}

fn seal(site: &Site, more: &[&str]) -> Run {
    let mut command = canllaw();
    command
        .args(["seal", "policy/leave/2024-04-01", "--on", DAY, "--site"])
        .arg(site.folder())
        .args(more);
    Run::of(&mut command)
}

fn sealed() -> Site {
    let site = leave();
    seal(&site, &[]).must_succeed();
    site
}

fn yaml(site: &Site) -> String {
    fs::read_to_string(
        site.folder()
            .join("content/policy/leave/2024-04-01/version.yaml"),
    )
    .unwrap()
}

fn broken(site: &Site) -> Vec<Finding> {
    let checked = site.check();
    checked
        .of_code("seal-broken")
        .into_iter()
        .cloned()
        .collect()
}

#[test]
fn a_seal_changes_its_own_lines_alone_and_holds() {
    let site = sealed();
    let text = yaml(&site);
    assert!(text.starts_with(YAML), "{text}");
    assert!(
        text[YAML.len()..].starts_with("seal: |-\n  sha256:"),
        "{text}"
    );
    assert_eq!(broken(&site), []);
    let built = site.build();
    let fingerprint = built.output().document("policy/leave")["versions"][0]["fingerprint"].clone();
    assert!(text.contains(fingerprint.as_str().unwrap()), "{text}");
    seal(&site, &[]).must_succeed();
    assert_eq!(yaml(&site), text);
}

type Edit = fn(Site) -> Site;

#[test]
fn a_file_that_cannot_hold_a_seal_is_left_alone() {
    for yaml in [
        "{reference: A 1}\n",
        "  reference: A 1\n",
        "reference: A 1\n...\n",
        "reference: \"six\nseal: no\"\n",
    ] {
        let path = "policy/leave/2024-04-01/version.yaml";
        let site = leave().yaml(path, yaml);
        let refused = seal(&site, &[]);
        refused.must_exit_with(1);
        assert!(
            refused.stderr.contains("a line for the seal cannot be put"),
            "{}",
            refused.stderr
        );
        let file = site.folder().join("content").join(path);
        assert_eq!(fs::read_to_string(file).unwrap(), yaml);
    }
}

#[test]
fn an_edit_is_an_error_that_says_what_was_touched() {
    let folder = "content/policy/leave/2024-04-01";
    let edits: [(&str, Edit); 6] = [
        ("`en.md` was changed", |site| {
            site.replaced("content/policy/leave/2024-04-01/en.md", "Twenty", "Thirty")
        }),
        ("`form.csv` was changed", |site| {
            site.text("policy/leave/2024-04-01/form.csv", "a,c\n")
        }),
        ("`more.csv` was added", |site| {
            site.text("policy/leave/2024-04-01/more.csv", "a\n")
        }),
        ("`cy.md` was removed", |site| {
            site.without("content/policy/leave/2024-04-01/cy.md")
        }),
        ("its approval was changed", |site| {
            site.replaced(
                "content/policy/leave/2024-04-01/version.yaml",
                "B 24/7",
                "B 24/8",
            )
        }),
        ("the note on the change was changed", |site| {
            site.replaced(
                "content/policy/leave/2024-04-01/version.yaml",
                "Two more",
                "Three more",
            )
        }),
    ];
    for (words, edit) in edits {
        let site = edit(sealed());
        let found = broken(&site);
        let [one] = &found[..] else {
            panic!("{words}: {found:#?}");
        };
        assert_eq!(one.path, format!("{folder}/version.yaml"), "{words}");
        assert!(one.message.ends_with(words), "{words}: {}", one.message);
        assert!(one.help.contains("2024-04-01.1") && one.help.contains("canllaw seal"));
        let built = site.try_build();
        built.run().must_exit_with(1);
        assert!(built.run().stderr.contains("error[seal-broken]"));
    }
}

#[test]
fn line_ends_are_no_edit() {
    let site = sealed().text(
        "policy/leave/2024-04-01/en.md",
        "\u{feff}# Leave\r\n\r\nTwenty days.\r\n",
    );
    assert_eq!(broken(&site), []);
}

#[test]
fn withdrawal_and_removal_do_not_break_a_seal() {
    let site = sealed().yaml(
        "policy/leave/document.yaml",
        "slug: {en: leave, cy: absenoldeb}\nwithdrawn: {on: 2025-01-01}\n",
    );
    assert_eq!(broken(&site), []);
    let site = sealed();
    let removed = format!("{}removed: {{on: 2025-01-01}}\n", yaml(&site));
    let site = site
        .yaml("policy/leave/2024-04-01/version.yaml", &removed)
        .text("policy/leave/2024-04-01/en.md", "# Leave\n\n(removed)\n");
    assert_eq!(broken(&site), []);
}

#[test]
fn a_version_is_sealed_again_with_a_note_alone() {
    let site = sealed().replaced("content/policy/leave/2024-04-01/en.md", "Twenty", "20");
    seal(&site, &[]).must_exit_with(2);
    assert_eq!(broken(&site).len(), 1);
    seal(&site, &["--note", "Numbers are in digits"]).must_succeed();
    assert_eq!(broken(&site), []);
    assert!(yaml(&site).contains("again 2026-11-23 Numbers are in digits"));
    let site = site.replaced("content/policy/leave/2024-04-01/en.md", "20", "21");
    seal(&site, &["--note", "A slip"]).must_succeed();
    assert!(yaml(&site).contains("Numbers are in digits\n  again 2026-11-23 A slip\n"));
}

#[test]
fn a_fingerprint_alone_is_a_seal() {
    let site = leave();
    let built = site.build();
    let fingerprint = built.output().document("policy/leave")["versions"][0]["fingerprint"].clone();
    let fingerprint = fingerprint.as_str().unwrap();
    let with = |seal: &str| format!("{YAML}seal: {seal}\n");
    let site = site.yaml(
        "policy/leave/2024-04-01/version.yaml",
        &with(&format!("sha256:{fingerprint}")),
    );
    assert_eq!(broken(&site), []);
    let site = site.replaced("content/policy/leave/2024-04-01/en.md", "Twenty", "20");
    assert_eq!(broken(&site).len(), 1);
}

#[test]
fn what_is_no_seal_is_not_said_to_be_a_broken_one() {
    for seal in ["abc", "sha256:12ab", "yes it is"] {
        let written = format!("{YAML}seal: {seal}\n");
        let site = leave().yaml("policy/leave/2024-04-01/version.yaml", &written);
        assert_eq!(broken(&site), []);
        let checked = site.check();
        checked.run().must_exit_with(1);
        let found = checked.of_code("invalid-value");
        assert_eq!(found.len(), 1, "{seal}: {:#?}", checked.findings());
        let path = "content/policy/leave/2024-04-01/version.yaml";
        let line = written.lines().count() as u64;
        assert_eq!((found[0].path.as_str(), found[0].line), (path, line));
        assert!(found[0].help.contains("sha256:"), "{found:?}");
    }
}

#[test]
fn what_does_not_agree_is_not_sealed() {
    let site = leave().setting("parity: required\n").text(
        "policy/leave/2024-04-01/cy.md",
        "# Absenoldeb\n\nUgain diwrnod.\n\nGofynnwch yn gyntaf i’ch rheolwr.\n",
    );
    seal(&site, &[]).must_exit_with(1);
    assert_eq!(yaml(&site), YAML);
    let nothing = Run::of(
        canllaw()
            .args(["seal", "policy/none/2020-01-01", "--site"])
            .arg(site.folder()),
    );
    nothing.must_exit_with(2);
}

#[test]
fn what_was_edited_is_shown_where_git_has_the_sealed_text() {
    let site = sealed();
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        command.arg("-C").arg(site.folder()).args([
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@rules.example",
            "-c",
            "commit.gpgsign=false",
        ]);
        Run::of(command.args(arguments)).must_succeed();
    };
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "Sealed"]);
    let site = site.replaced("content/policy/leave/2024-04-01/en.md", "Twenty", "Thirty");
    let built = site.try_build();
    let said = &built.run().stderr;
    assert!(said.contains("[-Twenty-]{+Thirty+} days"), "{said}");
}

fn with_languages(site: Site, codes: &[&str]) -> Site {
    let name = |code: &str| match code {
        "en" => "English",
        "cy" => "Cymraeg",
        _ => "Français",
    };
    let listed = codes
        .iter()
        .map(|code| format!("  - {{code: {code}, name: {}}}\n", name(code)));
    let listed: String = listed.collect();
    let yaml =
        "title: {en: House rules, cy: Rheolau}\nbase_url: https://rules.example/\nlanguages:\n";
    site.file("site.yaml", format!("{yaml}{listed}"))
}

fn fingerprint(site: &Site) -> String {
    let built = site.build();
    let document = built.output().document("policy/leave");
    document["versions"][0]["fingerprint"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn the_languages_of_the_site_are_no_part_of_a_seal() {
    let site = sealed();
    let sealed = fingerprint(&site);
    for codes in [&["cy", "en"][..], &["en", "cy", "fr"], &["fr", "cy", "en"]] {
        let site = with_languages(self::sealed(), codes);
        assert_eq!(broken(&site), [], "{codes:?}");
        // The theme has no words in French, and makes no site of it.
        if !codes.contains(&"fr") {
            assert_eq!(fingerprint(&site), sealed, "{codes:?}");
        }
    }
}

#[test]
fn a_site_of_one_language_that_adds_another_breaks_no_seal() {
    let path = "policy/leave/2024-04-01/version.yaml";
    let site = Site::in_english()
        .text("policy/leave/2024-04-01/en.md", "# Leave\n\nTwenty days.\n")
        .yaml(
            path,
            "approved: {by: The board}\nchange: {note: Two more days.}\n",
        );
    seal(&site, &[]).must_succeed();
    let site = with_languages(site, &["cy", "en"]).replaced(
        &format!("content/{path}"),
        "note: Two more days.",
        "note: {en: Two more days.}",
    );
    assert_eq!(broken(&site), []);
    let site = site.replaced(
        &format!("content/{path}"),
        "The board",
        "{en: The board, cy: Y bwrdd}",
    );
    assert_eq!(
        broken(&site).len(),
        1,
        "what readers are told is another thing now"
    );
}

/// The seal of [`leave`] as the first versions of the program made it.
const EARLIER: &str = "\
seal: |-
\x20 sha256:12c91b667c4cfc61827d7d5d75195609067825ccb832ea352f792ff5d07422d9
\x20 file cy.md 07be502737d1f266
\x20 file en.md 346c7f06a6e0cdce
\x20 file form.csv 5be08c9684a1d25e
\x20 dates 8987b38ed14dae23
\x20 approval cd32ec38b0a50693
\x20 note 4e812066a319cdf3
";

#[test]
fn a_seal_that_was_made_in_the_earlier_form_holds_until_something_is_edited() {
    let path = "policy/leave/2024-04-01/version.yaml";
    let sealed = || leave().yaml(path, &format!("{YAML}{EARLIER}"));
    let told = EARLIER.split_once("sha256:").unwrap().1;
    for codes in [&["en", "cy"][..], &["cy", "en"], &["fr", "cy", "en"]] {
        let site = with_languages(sealed(), codes);
        assert_eq!(broken(&site), [], "{codes:?}");
        if !codes.contains(&"fr") {
            assert!(told.starts_with(&fingerprint(&site)), "{codes:?}");
        }
    }
    let en = "content/policy/leave/2024-04-01/en.md";
    let yaml = &format!("content/{path}");
    let edits: [(&str, &dyn Fn(Site) -> Site); 4] = [
        (": `en.md` was changed", &|site| {
            site.replaced(en, "Twenty", "Thirty")
        }),
        (": its approval was changed", &|site| {
            site.replaced(yaml, "The board", "The council")
        }),
        (": the note on the change was changed", &|site| {
            site.replaced(yaml, "Two more", "Three more")
        }),
        (": `fr.md` was added", &|site| {
            site.text("policy/leave/2024-04-01/fr.md", "# Congé\n\nVingt jours.\n")
        }),
    ];
    for codes in [["cy", "en", "fr"], ["fr", "en", "cy"]] {
        for (words, edit) in edits {
            let found = broken(&edit(with_languages(sealed(), &codes)));
            let [one] = &found[..] else {
                panic!("{words}: {found:#?}");
            };
            let message = &one.message;
            assert!(
                message.ends_with(&format!("after it was sealed{words}")),
                "{words}: {message}"
            );
        }
    }
}

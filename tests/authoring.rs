//! The commands that write content: a site to start from, a draft, a version from a draft.

mod site;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use canllaw::authoring::Refusal;
use canllaw::authoring::publish::{Published, Request, publish};
use canllaw::build::{self, Loaded};
use canllaw::content::{self, Options, Reading};
use canllaw::source::Root;
use site::{DAY, Run, Site, canllaw};

fn run(site: &Path, arguments: &[&str]) -> Run {
    let mut command = canllaw();
    command.args(arguments).arg("--site").arg(site);
    Run::of(command.args(["--on", DAY]))
}

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap();
            let path = path.to_str().unwrap().to_owned();
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    files
}

const LEAVE: &str = "policy/leave";

/// A site in two languages with a document in force, which has an attachment.
fn with_leave() -> Site {
    Site::in_two_languages()
        .yaml(
            &format!("{LEAVE}/document.yaml"),
            "slug: {cy: absenoldeb}\n",
        )
        .yaml(
            &format!("{LEAVE}/2024-04-01/version.yaml"),
            "change: {note: {en: First., cy: Cyntaf.}}\napproved: {by: A committee}\n",
        )
        .text(
            &format!("{LEAVE}/2024-04-01/en.md"),
            "# Leave\n\nTwenty days.\n",
        )
        .text(
            &format!("{LEAVE}/2024-04-01/cy.md"),
            "# Absenoldeb\n\nUgain diwrnod.\n",
        )
        .text(&format!("{LEAVE}/2024-04-01/forms/form.en.pdf"), "form")
}

/// The same with a draft of it, ready to be published.
fn with_draft() -> Site {
    let site = with_leave();
    run(site.folder(), &["revise", LEAVE]).must_succeed();
    site.text(&format!("{LEAVE}/draft/en.md"), "# Leave\n\n21 days.\n")
        .text(
            &format!("{LEAVE}/draft/cy.md"),
            "# Absenoldeb\n\n21 diwrnod.\n",
        )
}

#[test]
fn a_site_to_start_from_builds_without_a_fault_and_says_nothing_twice() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("handbook");
    let new = |folder: &Path| Run::of(canllaw().arg("new").arg(folder));
    new(&folder).must_succeed();
    let site = Site::at(&folder).on("2100-01-01").argument("--drafts");
    let built = site.build();
    let stderr = &built.run().stderr;
    assert!(stderr.contains("Errors: 0. Warnings: 1."), "{stderr}");
    assert!(stderr.contains("missing-base-url"), "{stderr}");
    let draft = built
        .output()
        .text("en/handbook/how-this-site-works/draft/index.html");
    assert!(draft.contains("draft-panel"), "{draft}");
    assert_eq!(draft.matches("draft-parity-what").count(), 0, "{draft}");

    let before = files(&folder);
    new(&folder).must_exit_with(2);
    assert_eq!(files(&folder), before);
}

#[test]
fn a_draft_has_the_texts_and_files_of_the_version_in_force_and_nothing_else_of_it() {
    let site = with_leave();
    let made = run(site.folder(), &["revise", LEAVE]);
    made.must_succeed();
    assert_eq!(made.stdout.trim(), "content/policy/leave/draft");
    let folder = site.folder().join("content").join(LEAVE);
    let mut version = files(&folder.join("2024-04-01"));
    let mut draft = files(&folder.join("draft"));
    version.remove("version.yaml");
    let yaml = draft.remove("version.yaml").unwrap();
    assert_eq!(String::from_utf8(yaml).unwrap(), "based_on: 2024-04-01\n");
    assert_eq!(draft, version);

    let again = run(site.folder(), &["revise", LEAVE]);
    again.must_exit_with(2);
    run(
        site.folder(),
        &["revise", "content/policy/leave/", "--name", "april"],
    )
    .must_succeed();
    assert!(folder.join("draft-april/cy.md").is_file());
    for name in ["../out", "", "a b", "a/b"] {
        run(site.folder(), &["revise", LEAVE, "--name", name]).must_exit_with(2);
    }
    let unknown = run(site.folder(), &["revise", "policy/leaf"]);
    unknown.must_exit_with(2);
    assert!(
        unknown.stderr.contains("policy/leave"),
        "{}",
        unknown.stderr
    );
    run(site.folder(), &["revise", LEAVE, "--from", "2020"]).must_exit_with(2);
}

#[test]
fn a_draft_becomes_the_version_of_its_day_sealed() {
    let site = with_draft();
    let yaml = "# Kept as it is.\nchange:\n  note: {en: One more., cy: Un arall.}\n";
    let site = site.yaml(&format!("{LEAVE}/draft/version.yaml"), yaml);
    let done = run(
        site.folder(),
        &["publish", LEAVE, "--effective", "2027-01-01"],
    );
    done.must_succeed();
    assert_eq!(done.stdout.trim(), "content/policy/leave/2027-01-01");
    let folder = site.folder().join("content").join(LEAVE);
    assert!(!folder.join("draft").exists());
    let written = fs::read_to_string(folder.join("2027-01-01/version.yaml")).unwrap();
    let seal = written.strip_prefix(yaml).unwrap();
    assert!(
        seal.starts_with("seal: |-\n  sha256:") && seal.contains("\n  file cy.md "),
        "{seal}"
    );

    // The seal is the fingerprint that readers are shown.
    let site = site.on("2027-01-01");
    let built = site.build();
    let document = built.output().document(LEAVE);
    let versions = document["versions"].as_array().unwrap();
    let version = versions.iter().find(|it| it["id"] == "2027-01-01").unwrap();
    let fingerprint = version["fingerprint"].as_str().unwrap();
    assert_eq!(
        seal.lines().nth(1),
        Some(format!("  sha256:{fingerprint}").as_str())
    );
}

#[test]
fn a_draft_that_is_not_ready_is_left_as_it_is_with_every_reason() {
    let with = |change: fn(Site) -> Site| change(with_draft());
    let draft = "policy/leave/draft";
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
    let _ = draft;
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

#[test]
fn of_several_drafts_one_is_named() {
    let site = with_draft();
    run(site.folder(), &["revise", LEAVE, "--name", "april"]).must_succeed();
    let publish = |more: &[&str]| {
        run(
            site.folder(),
            &[&["publish", LEAVE, "--effective", "2027-01-01"], more].concat(),
        )
    };
    publish(&[]).must_exit_with(2);
    publish(&["--draft", "may"]).must_exit_with(2);
    publish(&["--draft", "april"]).must_succeed();
    let folder = site.folder().join("content").join(LEAVE);
    assert!(folder.join("draft").is_dir() && !folder.join("draft-april").exists());
}

/// Whether a document's folder has the draft, whole, or the version, whole; fails on anything else.
fn assert_one_of_both(folder: &Path, texts: &BTreeMap<String, Vec<u8>>) -> bool {
    let without_yaml = |name: &str| {
        let mut files = files(&folder.join(name));
        files.retain(|path, _| path != "version.yaml" && !path.starts_with(".canllaw-"));
        files
    };
    let (draft, version) = (without_yaml("draft"), without_yaml("2027-01-01"));
    let published = draft.is_empty();
    let whole = if published { &version } else { &draft };
    assert_eq!(whole, texts);
    assert!(draft.is_empty() || version.is_empty(), "both are there");
    if published {
        let yaml = fs::read_to_string(folder.join("2027-01-01/version.yaml")).unwrap();
        assert!(yaml.contains("\nseal: |-\n  sha256:"), "{yaml}");
    }
    published
}

fn texts_of_draft(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let mut texts = files(&site.folder().join("content").join(LEAVE).join("draft"));
    texts.remove("version.yaml");
    texts
}

#[test]
fn a_draft_that_links_to_itself_by_its_name_is_not_ready() {
    let links = [
        ("../draft/en.md#leave", "./en.md#leave"),
        ("../../leave/draft/", "./"),
        ("../draft/forms/form.en.pdf", "./forms/form.en.pdf"),
        ("doc:policy/leave/draft#leave", "./#leave"),
        ("/en/policy/leave/draft/#leave", "./#leave"),
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
    assert!(!checked.stderr.contains("broken"), "{}", checked.stderr);
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
    let done = run(
        site.folder(),
        &["publish", LEAVE, "--effective", "2026-11-23"],
    );
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
    assert!(!checked.stderr.contains("broken"), "{}", checked.stderr);
}

/// Publishes the draft; `before_step` is called before each step on the disk.
fn publish_with(site: &Site, before_step: &mut dyn FnMut()) -> Result<Published, Refusal> {
    let root = Root::open(site.folder()).unwrap();
    let mut found = Vec::new();
    let config = content::read_config(&root, &mut found).unwrap();
    let options = Options {
        on: DAY.parse().unwrap(),
        drafts: true,
        reading: Reading::Whole,
    };
    let Loaded {
        site: loaded,
        findings,
        ..
    } = build::load(&root, config, options, found);
    let request = Request {
        document: LEAVE,
        draft: None,
        effective: "2027-01-01".parse().unwrap(),
    };
    publish(&root, &loaded, &findings, request, before_step)
}

#[test]
fn before_each_step_there_is_the_draft_or_the_version() {
    let site = with_draft();
    let texts = texts_of_draft(&site);
    let folder = site.folder().join("content").join(LEAVE);
    let mut steps = 0;
    publish_with(&site, &mut || {
        steps += 1;
        assert!(!assert_one_of_both(&folder, &texts), "step {steps}");
    })
    .unwrap();
    assert_eq!(steps, 2);
    assert!(assert_one_of_both(&folder, &texts));
}

#[test]
fn a_draft_that_cannot_take_its_name_is_as_it_was() {
    let with_yaml = with_draft().text(&format!("{LEAVE}/draft/version.yaml"), "# As typed.\r\n");
    let without_yaml = with_draft().without("content/policy/leave/draft/version.yaml");
    for site in [with_yaml, without_yaml] {
        let before = files(site.folder());
        let taken = site.folder().join("content").join(LEAVE).join("2027-01-01");
        let mut steps = 0;
        let refused = publish_with(&site, &mut || {
            steps += 1;
            if steps == 2 {
                fs::write(&taken, "someone's").unwrap();
            }
        })
        .unwrap_err();
        assert_eq!(fs::read_to_string(&taken).unwrap(), "someone's");
        fs::remove_file(&taken).unwrap();
        assert_eq!(files(site.folder()), before);
        let (message, help) = (refused.to_string(), refused.help());
        assert!(
            message.ends_with("2027-01-01: something has that name already"),
            "{message}"
        );
        assert!(help.starts_with("The draft is as it was."), "{help}");
        assert!(help.contains("2027-01-01 away"), "{help}");
        assert!(!help.contains("output"), "{help}");
    }
}

#[test]
fn a_seal_that_cannot_be_taken_out_again_is_told_of() {
    let site = with_draft();
    let draft = site.folder().join("content").join(LEAVE).join("draft");
    let mut steps = 0;
    let refused = publish_with(&site, &mut || {
        steps += 1;
        if steps == 2 {
            // A folder that is away can be neither renamed nor written in.
            fs::rename(&draft, draft.with_extension("away")).unwrap();
        }
    })
    .unwrap_err();
    let (message, help) = (refused.to_string(), refused.help());
    assert!(
        message.contains("there is nothing there; and the seal"),
        "{message}"
    );
    assert!(
        help.starts_with("Take `seal:`") && help.contains("version.yaml"),
        "{help}"
    );
}

#[test]
fn what_has_the_name_of_the_version_is_left_alone() {
    let site = with_draft().text(&format!("{LEAVE}/2027-01-01"), "someone's");
    let before = files(site.folder());
    let refused = run(
        site.folder(),
        &["publish", LEAVE, "--effective", "2027-01-01"],
    );
    refused.must_exit_with(2);
    assert!(refused.stderr.contains("another day"), "{}", refused.stderr);
    assert_eq!(files(site.folder()), before);
}

#[test]
fn killed_at_any_moment_it_leaves_the_draft_or_the_version() {
    const MOMENTS: u32 = 24;
    let command = |site: &Site| {
        let mut command = canllaw();
        command
            .args([
                "publish",
                LEAVE,
                "--effective",
                "2027-01-01",
                "--on",
                DAY,
                "--site",
            ])
            .arg(site.folder())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    };
    let start = std::time::Instant::now();
    command(&with_draft()).status().unwrap();
    let takes = start.elapsed();
    let mut killed = 0;
    for moment in 0..MOMENTS {
        let site = with_draft();
        let texts = texts_of_draft(&site);
        let mut child = command(&site).spawn().unwrap();
        // The moment is the point here: no outcome depends on what the program has reached by then.
        std::thread::sleep(takes * moment / MOMENTS);
        child.kill().unwrap();
        killed += u32::from(!child.wait().unwrap().success());
        let folder = site.folder().join("content").join(LEAVE);
        if !assert_one_of_both(&folder, &texts) {
            assert!(
                command(&site).status().unwrap().success(),
                "it can be done again"
            );
            assert!(assert_one_of_both(&folder, &texts));
        }
    }
    assert!(killed > 0, "nothing was killed");
}

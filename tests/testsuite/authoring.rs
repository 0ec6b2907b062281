//! The commands that write content: a site to start from, a draft, a version from a draft.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::site::leave::{LEAVE, files, run, with_draft, with_leave};
use crate::site::{DAY, Run, Site, canllaw};
use canllaw::authoring::Refusal;
use canllaw::authoring::publish::{Published, Request, publish};
use canllaw::build::{self, Loaded};
use canllaw::content::{self, Options, Reading};
use canllaw::source::Root;

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

    let revise = ["revise", "handbook/how-this-site-works", "--site"];
    let revised = Run::of(canllaw().args(revise).arg(&folder));
    revised.must_exit_with(2);
    let told = "there is a draft already, `content/handbook/how-this-site-works/draft`";
    assert!(revised.stderr.contains(told), "{}", revised.stderr);
    assert!(
        revised.stderr.contains("Edit that draft"),
        "{}",
        revised.stderr
    );
    for language in ["en", "cy"] {
        let text = folder.join(format!(
            "content/handbook/how-this-site-works/draft/{language}.md"
        ));
        let text = fs::read_to_string(text).unwrap();
        let said = [
            "unless there is a draft already",
            "oni bai bod drafft yno’n barod",
        ];
        assert!(said.iter().any(|said| text.contains(said)), "{text}");
    }

    let before = files(&folder);
    let refused = new(&folder);
    refused.must_exit_with(2);
    let told = format!("{} is there already, and is not empty", folder.display());
    assert!(refused.stderr.contains(&told), "{}", refused.stderr);
    assert!(
        refused
            .stderr
            .contains("Name a folder that is not there yet")
    );
    assert_eq!(files(&folder), before);
    let within_file = new(&folder.join("site.yaml/handbook"));
    within_file.must_exit_with(2);
    let told = "Choose another name: a file stands where";
    assert!(within_file.stderr.contains(told), "{}", within_file.stderr);
}

#[test]
fn a_command_that_is_told_can_be_typed_as_it_stands() {
    let home = tempfile::tempdir().unwrap();
    let new = |name: &str| Run::of(canllaw().current_dir(home.path()).args(["new", name]));
    for (name, typed) in [
        ("handbook", "canllaw serve --site handbook --open\n"),
        ("our rules", "canllaw serve --site 'our rules' --open\n"),
        ("Nia's", "canllaw serve --site \"Nia's\" --open\n"),
    ] {
        let made = new(name);
        made.must_succeed();
        assert_eq!(made.stdout, typed);
    }
    let site = with_leave().text("policy/sick leave/2024-04-01/en.md", "# Sick\n\nRest.\n");
    let arguments = ["publish", "policy/sick leave", "--effective", "2027-01-01"];
    let refused = run(site.folder(), &arguments);
    refused.must_exit_with(2);
    let told = "canllaw revise 'policy/sick leave'";
    assert!(refused.stderr.contains(told), "{}", refused.stderr);
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
        published: None,
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

#[test]
fn every_command_takes_the_name_of_a_document_as_it_is_typed() {
    let site = with_leave().text(
        &format!("{LEAVE}/2020-01-01/en.md"),
        "# Leave\n\nTwo days.\n",
    );
    for (at, document) in [
        LEAVE,
        "/policy/leave",
        "content/policy/leave/",
        "./content/policy/leave",
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("d{at}");
        let version = format!("{document}/2020-01-01").replace("//", "/");
        for arguments in [
            &["revise", document, "--name", &name] as &[&str],
            &["diff", document, "2020-01-01/", "2024-04-01"],
            &["export", document, "2024-04-01/", "--format", "xliff"],
            &["seal", &version],
        ] {
            run(site.folder(), arguments).must_succeed();
        }
    }
}

#[test]
fn what_is_not_there_is_told_in_one_way_with_what_is_near() {
    let mut site = with_leave();
    for number in 10..40 {
        let path = format!("policy/rule-{number}/2024-04-01/en.md");
        site = site.text(&path, "# Rule\n\nA rule.\n");
    }
    let wrong = "policy/leaves";
    let sealed = format!("{wrong}/2024-04-01");
    for arguments in [
        &["revise", wrong] as &[&str],
        &["diff", wrong],
        &["export", wrong, "--format", "xliff"],
        &["publish", wrong, "--effective", "2027-01-01"],
        &["seal", &sealed],
    ] {
        let refused = run(site.folder(), arguments);
        refused.must_exit_with(2);
        let told = &refused.stderr;
        assert!(
            told.contains("there is no document `policy/leaves`"),
            "{told}"
        );
        assert!(told.contains("for instance policy/leave."), "{told}");
        assert!(
            told.contains("and 20 more") && !told.contains("rule-39"),
            "{told}"
        );
    }
    for arguments in [
        &["revise", "leave"] as &[&str],
        &["seal", "leave/2024-04-01"],
    ] {
        let refused = run(site.folder(), arguments);
        refused.must_exit_with(2);
        let told = &refused.stderr;
        assert!(told.contains("there is no document `leave`"), "{told}");
        assert!(told.contains("Did you mean `policy/leave`?"), "{told}");
    }
    let refused = run(site.folder(), &["seal", LEAVE]);
    refused.must_exit_with(2);
    let told = &refused.stderr;
    assert!(told.contains("`policy/leave` is a document"), "{told}");
    assert!(told.contains("such as policy/leave/2024-04-01."), "{told}");
    let sealed = format!("{LEAVE}/2024");
    for arguments in [
        &["revise", LEAVE, "--from", "2024"] as &[&str],
        &["diff", LEAVE, "2024", "2024-04-01"],
        &["export", LEAVE, "2024", "--format", "xliff"],
        &["seal", &sealed],
    ] {
        let refused = run(site.folder(), arguments);
        refused.must_exit_with(2);
        let told = &refused.stderr;
        assert!(
            told.contains("the document `policy/leave` has no version `2024`"),
            "{told}"
        );
        assert!(told.contains("It has: 2024-04-01."), "{told}");
    }
}

#[test]
fn a_removed_text_is_called_so_by_every_command() {
    let site = with_leave()
        .text(
            &format!("{LEAVE}/2020-01-01/en.md"),
            "# Leave\n\nTwo days.\n",
        )
        .yaml(
            &format!("{LEAVE}/2020-01-01/version.yaml"),
            "removed: {on: 2026-01-01, reason: {en: Names., cy: Enwau.}}\n",
        );
    for arguments in [
        &["revise", LEAVE, "--from", "2020-01-01"] as &[&str],
        &["diff", LEAVE],
        &["diff", LEAVE, "2020-01-01"],
        &["export", LEAVE, "2020-01-01", "--format", "xliff"],
    ] {
        let refused = run(site.folder(), arguments);
        refused.must_exit_with(2);
        let told = &refused.stderr;
        assert!(
            told.contains("the text of the version `2020-01-01`"),
            "{told}"
        );
        assert!(told.contains("was removed"), "{told}");
        assert!(!told.contains("--language"), "{told}");
    }
}

#[test]
fn a_site_to_start_from_is_put_into_the_folder_in_which_one_stands() {
    let home = tempfile::tempdir().unwrap();
    for (name, hidden) in [("empty", None), ("repository", Some(".git/HEAD"))] {
        let folder = home.path().join(name);
        fs::create_dir(&folder).unwrap();
        if let Some(file) = hidden {
            fs::create_dir(folder.join(".git")).unwrap();
            fs::write(folder.join(file), "ref").unwrap();
        }
        // Whoever stands in the folder stands in it still.
        let script = "\"$0\" new . && ls site.yaml";
        let mut shell = std::process::Command::new("sh");
        shell.current_dir(&folder).args(["-c", script]);
        let made = Run::of(shell.arg(env!("CARGO_BIN_EXE_canllaw")));
        made.must_succeed();
        assert!(made.stdout.ends_with("site.yaml\n"), "{}", made.stdout);
        Site::at(&folder).on("2100-01-01").build();
        if let Some(file) = hidden {
            assert_eq!(fs::read_to_string(folder.join(file)).unwrap(), "ref");
        }
        let names = fs::read_dir(&folder).unwrap().count();
        assert_eq!(
            names,
            2 + usize::from(hidden.is_some()),
            "nothing else is left"
        );
    }
    let folder = home.path().join("letters");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("letter.txt"), "mine").unwrap();
    let refused = Run::of(canllaw().current_dir(&folder).args(["new", "."]));
    refused.must_exit_with(2);
    assert!(
        refused.stderr.contains("is not empty"),
        "{}",
        refused.stderr
    );
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn what_lies_beside_a_document_under_a_name_like_our_own_stays() {
    let site = with_leave()
        .text(
            &format!("{LEAVE}/.canllaw-notes/todo.txt"),
            "Ask the union.",
        )
        .text(&format!("{LEAVE}/draft-april/.canllaw-list"), "One.");
    run(site.folder(), &["revise", LEAVE]).must_succeed();
    let effective = [
        "publish",
        LEAVE,
        "--draft",
        "draft",
        "--effective",
        "2027-01-01",
    ];
    run(site.folder(), &effective).must_succeed();
    let folder = site.folder().join("content").join(LEAVE);
    assert!(folder.join(".canllaw-notes/todo.txt").is_file());
    assert!(folder.join("draft-april/.canllaw-list").is_file());
}

#[test]
fn several_may_begin_drafts_of_a_document_at_once() {
    let site = with_leave();
    for round in 0..4 {
        let names: Vec<String> = ["a", "b", "c"]
            .map(|name| format!("{name}{round}"))
            .to_vec();
        std::thread::scope(|scope| {
            for name in &names {
                let folder = site.folder();
                scope.spawn(move || run(folder, &["revise", LEAVE, "--name", name]).must_succeed());
            }
        });
        for name in &names {
            let draft = site.folder().join(format!("content/{LEAVE}/draft-{name}"));
            assert!(draft.join("forms/form.en.pdf").is_file(), "{name}");
        }
    }
}

#[test]
fn a_version_that_cannot_be_sealed_is_not_called_a_draft() {
    let site = with_leave().yaml(
        &format!("{LEAVE}/2024-04-01/version.yaml"),
        "{published_on: 2024-04-01}\n",
    );
    let refused = run(site.folder(), &["seal", "policy/leave/2024-04-01"]);
    refused.must_exit_with(1);
    let heard = &refused.stderr;
    assert!(
        heard.contains("a line for the seal cannot be put"),
        "{heard}"
    );
    assert!(heard.contains("nothing was written"), "{heard}");
    assert!(!heard.contains("draft"), "{heard}");
}

//! What is no fault of the content: a wrong call, a folder that is not ours, a rule that a site lowers.

use crate::site::{Run, Site, canllaw};

fn leave() -> Site {
    Site::in_two_languages()
        .text("policy/leave/2020-01-01/en.md", "# Leave\n\nTwenty days.\n")
        .text(
            "policy/leave/2020-01-01/cy.md",
            "# Absenoldeb\n\nUgain diwrnod.\n",
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            "# Absenoldeb\n\nUn diwrnod ar hugain.\n",
        )
        .text(
            "policy/leave/2024-04-01/en.md",
            "# Leave\n\nTwenty-one days.\n",
        )
}

#[test]
fn a_wrong_call_is_no_finding() {
    let run = Run::of(canllaw().args(["build", "--on", "yesterday"]));
    run.must_exit_with(2);
    let run = Run::of(canllaw().args(["build", "--site", "no/such/folder"]));
    run.must_exit_with(2);
    assert!(run.stderr.contains("no/such/folder"), "{}", run.stderr);
}

#[test]
fn a_text_that_is_not_there_is_named_as_it_was_asked_for() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("drafts")).unwrap();
    std::fs::write(home.path().join("new.md"), "# Leave\n").unwrap();
    let mut diff = canllaw();
    diff.current_dir(home.path());
    let run = Run::of(diff.args(["diff", "drafts/old.md", "new.md"]));
    run.must_exit_with(2);
    assert!(run.stderr.contains("--> drafts/old.md"), "{}", run.stderr);
}

#[test]
fn a_folder_that_canllaw_did_not_write_is_refused() {
    let site = leave();
    let folder = site.output_folder();
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("thesis.txt"), "Years of work.").unwrap();
    let built = site.try_build();
    built.run().must_exit_with(2);
    assert_eq!(built.output().files(), ["thesis.txt"]);
}

#[test]
fn lowered_rules_are_warnings() {
    let site = leave().setting("checks:\n  broken-link: warn\n").text(
        "policy/leave/2024-04-01/en.md",
        "# Leave\n\nSee [sick pay](../../sick-pay) first.\n",
    );
    let built = site.build();
    let page = built.output().page("en/policy/leave/");
    assert!(page.contains("See sick pay first."));
    assert!(
        !page
            .select("a")
            .iter()
            .any(|link| link.text().any(|text| text == "sick pay"))
    );
    let checked = site.check();
    checked.run().must_succeed();
    assert_eq!(checked.of_code("broken-link")[0].severity, "warning");
}

//! `check` reports a note that passes over a change to a duty, a number, a date or a sum of money.

use crate::site::{Checked, Preview, Site};

const OLD: &str = "# Leave\n\n## Carrying over\n\nYou may keep 5 days until June.\n\n## Asking\n\nYou must ask your manager first.\n";

/// More days, of which the note says nothing.
fn with_a_silent_note() -> Site {
    Site::in_english()
        .text("policy/leave/2023-04-01/en.md", OLD)
        .text("policy/leave/2024-04-01/en.md", OLD.replace('5', "8"))
        .yaml(
            "policy/leave/2024-04-01/version.yaml",
            "change: {note: Spelling.}\n",
        )
}

fn checked(note: &str, change: impl Fn(&str) -> String) -> Checked {
    Site::in_english()
        .text("policy/leave/2023-04-01/en.md", OLD)
        .text("policy/leave/2024-04-01/en.md", change(OLD))
        .yaml("policy/leave/2024-04-01/version.yaml", note)
        .check()
}

#[test]
fn a_note_that_is_silent_is_found_at_its_line_with_what_it_passes_over() {
    let both = |text: &str| text.replace('5', "8").replace("must", "may");
    let checked = checked("change:\n  kind: major\n  note: Spelling.\n", both);
    let [found] = checked.of_code("silent-note")[..] else {
        panic!("{:?}", checked.findings());
    };
    assert_eq!(found.severity, "warning");
    assert_eq!(found.path, "content/policy/leave/2024-04-01/version.yaml");
    assert_eq!((found.line, found.column), (3, 9));
    assert!(found.message.contains("2 changes"), "{}", found.message);
    assert!(!found.help.is_empty());
}

#[test]
fn a_note_that_speaks_of_it_is_right_and_so_is_none() {
    let number = |text: &str| text.replace('5', "8");
    for right in [
        "change: {note: More days can be carried over.}\n",
        "change: {note: Eight rather than five.}\n",
        "change: {kind: major}\n",
    ] {
        let checked = checked(right, number);
        assert!(checked.of_code("silent-note").is_empty(), "{right}");
    }
    // What has no flag needs no word.
    let wording = |text: &str| text.replace("your manager", "whoever manages you");
    let checked = checked("change: {note: Spelling.}\n", wording);
    assert!(checked.of_code("silent-note").is_empty());
}

#[test]
fn a_duty_that_turned_is_not_editorial() {
    let duty = |text: &str| text.replace("must ask", "need not ask");
    let checked = checked("change: {kind: editorial}\n", duty);
    let [found] = checked.of_code("silent-note")[..] else {
        panic!("{:?}", checked.findings());
    };
    assert!(found.message.contains("editorial"), "{}", found.message);
}

#[test]
fn a_site_that_weighs_it_as_an_error_is_not_built_with_one() {
    let site = with_a_silent_note().setting("checks: {silent-note: error}\n");
    assert_eq!(site.check().of_code("silent-note").len(), 1);
    let refused = site.try_build();
    refused.run().must_exit_with(1);
    assert!(refused.run().stderr.contains("error[silent-note]"));
    let mended = site.yaml(
        "policy/leave/2024-04-01/version.yaml",
        "change: {note: Eight days rather than five.}\n",
    );
    mended.build();
}

#[test]
fn a_site_can_turn_it_off_and_a_build_does_not_look() {
    let site = with_a_silent_note();
    assert_eq!(site.check().of_code("silent-note").len(), 1);
    site.build();
    let site = site.setting("checks: {silent-note: off}\n");
    assert!(site.check().of_code("silent-note").is_empty());
}

#[test]
fn a_preview_tells_of_what_would_stop_the_build_and_forgets_it_once_it_is_mended() {
    let site = with_a_silent_note().setting("checks: {silent-note: error}\n");
    let preview = Preview::of(site.folder());
    let mut notices = preview.notices();
    let tells = || {
        let status = preview.get("/.canllaw/status/en").text();
        status.contains("the note on this version says nothing of a change")
    };
    // The page stays to be read: what is wrong is a matter of the note alone.
    assert!(tells());
    assert!(
        !preview
            .get("/en/policy/leave/")
            .text()
            .contains("canllaw-faults-title")
    );
    site.yaml(
        "policy/leave/2024-04-01/version.yaml",
        "change: {note: Eight days rather than five.}\n",
    );
    notices.until(|_| !tells());
}

#[test]
fn what_is_told_of_a_change_is_the_words_that_count() {
    let old = "# Rules\n\nA representative of a project in a public space is bound by the rules of it, which maintainers \
               may define further.\n";
    let new = "# Rules\n\nEach person who speaks for the community in a public space is bound by the rules of it, which \
               maintainers define further.\n";
    let checked = Site::in_english()
        .text("policy/leave/2023-04-01/en.md", old)
        .text("policy/leave/2024-04-01/en.md", new)
        .yaml(
            "policy/leave/2024-04-01/version.yaml",
            "change: {note: Wording.}\n",
        )
        .check();
    let told = checked.run().stderr.clone() + &checked.run().stdout;
    assert!(told.contains("duty: “may” went"), "{told}");
}

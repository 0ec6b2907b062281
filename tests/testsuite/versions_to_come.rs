//! Versions that have not begun: how they are announced, and what they change.

use crate::site::DAY;
use crate::site::Site;
use crate::site::leave::{LEAVE, run, with_draft};

#[test]
fn a_version_to_come_is_announced_from_the_day_that_was_given() {
    let site = with_draft();
    let arguments = ["publish", LEAVE, "--effective", "2027-01-01"];
    let done = run(
        site.folder(),
        &[&arguments[..], &["--published", "2026-11-01"]].concat(),
    );
    done.must_succeed();
    let told = &done.stderr;
    assert!(
        told.contains("readers can read it from 2026-11-01"),
        "{told}"
    );
    assert!(!told.contains("To announce it earlier"), "{told}");
    assert!(told.contains("No note tells readers"), "{told}");
    assert!(site.check().of_code("seal-broken").is_empty());
    let site = site.on(DAY);
    let built = site.build();
    let document = built.output().document(LEAVE);
    assert_eq!(document["versions"][1]["published_on"], "2026-11-01");

    let stated = format!("{LEAVE}/draft/version.yaml");
    let site = with_draft().yaml(&stated, "published_on: 2026-10-01\n");
    let refused = run(
        site.folder(),
        &[&arguments[..], &["--published", "2026-11-01"]].concat(),
    );
    refused.must_exit_with(1);
    let told = "`published_on` says 2026-10-01, and --published 2026-11-01";
    assert!(refused.stderr.contains(told), "{}", refused.stderr);
}

#[test]
fn a_version_that_nobody_can_read_yet_is_announced_by_sealing_it_again() {
    let site = with_draft();
    let done = run(
        site.folder(),
        &["publish", LEAVE, "--effective", "2027-01-01"],
    );
    done.must_succeed();
    let told = &done.stderr;
    assert!(told.contains("readers can read it from that day"), "{told}");
    let again = "canllaw seal policy/leave/2027-01-01 --note";
    assert!(
        told.contains("To announce it earlier") && told.contains(again),
        "{told}"
    );
    assert!(
        told.contains("Next: `canllaw build`, on 2027-01-01"),
        "{told}"
    );

    let yaml = format!("content/{LEAVE}/2027-01-01/version.yaml");
    let site = site.replaced(&yaml, "seal:", "published_on: 2026-11-01\nseal:");
    let checked = site.check();
    let [found] = checked.of_code("seal-broken")[..] else {
        panic!("{:?}", checked.findings());
    };
    assert!(found.help.contains(again), "{}", found.help);
    assert!(!found.help.contains("correction"), "{}", found.help);
    let sealed = format!("{LEAVE}/2027-01-01");
    run(site.folder(), &["seal", &sealed, "--note", "Announced"]).must_succeed();
    assert!(site.check().of_code("seal-broken").is_empty());
}

#[test]
fn a_draft_that_is_compared_alone_is_the_newer_one() {
    let compared = |site: &Site, arguments: &[&str]| {
        let run = run(site.folder(), &[&["diff", LEAVE], arguments].concat());
        run.must_succeed();
        run.stdout
    };
    let site = with_draft();
    let draft = compared(&site, &["draft"]);
    assert!(draft.contains("[-Twenty-]{+21+}"), "{draft}");
    assert_eq!(draft, compared(&site, &["2024-04-01", "draft"]));

    // A version to come is compared with what it was made from, whatever came between.
    let text = |days: u8| format!("# Leave\n\n{days} days.\n");
    let site = site
        .text(&format!("{LEAVE}/2100-01-01/en.md"), text(30))
        .text(&format!("{LEAVE}/2101-01-01/en.md"), text(40))
        .yaml(
            &format!("{LEAVE}/2101-01-01/version.yaml"),
            "based_on: 2024-04-01\n",
        );
    let coming = compared(&site, &["2101-01-01"]);
    assert!(coming.contains("[-Twenty-]{+40+}"), "{coming}");
    let coming = compared(&site, &["2100-01-01"]);
    assert!(coming.contains("[-Twenty-]{+30+}"), "{coming}");
}

#[test]
fn a_document_with_nothing_to_compare_says_what_it_has() {
    let site = with_draft();
    let refused = run(site.folder(), &["diff", LEAVE]);
    refused.must_exit_with(2);
    let told = &refused.stderr;
    assert!(told.contains("no version before `2024-04-01`"), "{told}");
    assert!(told.contains("It has: 2024-04-01, draft."), "{told}");
}

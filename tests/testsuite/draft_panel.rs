//! The panel on the page of a draft: where its languages do not say the same.

use crate::site::Site;
use crate::site::leave::{LEAVE, with_leave};

const ENGLISH: &str = "Staff must ask their line manager for annual leave in good time.";
const WELSH: &str = "Rhaid i staff ofyn i’w rheolwr llinell am wyliau blynyddol mewn da bryd.";

/// What the panels on the pages of a draft with these paragraphs say that each text has: here, and there.
fn told(english: &str, welsh: &str) -> [Vec<String>; 2] {
    let site: Site = with_leave()
        .text(
            &format!("{LEAVE}/draft/en.md"),
            format!("# Leave\n\n{english}\n"),
        )
        .text(
            &format!("{LEAVE}/draft/cy.md"),
            format!("# Absenoldeb\n\n{welsh}\n"),
        );
    let built = site.argument("--drafts").build();
    ["en/policy/leave/draft/", "cy/polisi/absenoldeb/draft/"].map(|address| {
        let page = built.output().page(address);
        let words = page.select(".draft-parity dd");
        words.iter().map(|words| words.text().collect()).collect()
    })
}

#[test]
fn a_passage_in_the_other_language_is_held_against_what_stands_in_its_place() {
    let foreign = "The staff have to ask a manager for their leave before the month begins.";
    let [english, welsh] = told(ENGLISH, foreign);
    assert_eq!(welsh, [foreign, ENGLISH]);
    assert_eq!(english, [ENGLISH, foreign]);
    let foreign = "Mae’n rhaid i’r staff ofyn i reolwr am eu gwyliau cyn i’r mis ddechrau.";
    let [english, welsh] = told(foreign, WELSH);
    assert_eq!(english, [foreign, WELSH]);
    assert_eq!(welsh, [WELSH, foreign]);
}

#[test]
fn an_ampersand_is_held_against_what_stands_in_its_place() {
    let [english, welsh] = told(
        "Ask the manager and the team.",
        "Gofynnwch i’r rheolwr & i’r tîm.",
    );
    assert_eq!(english, ["Ask the manager and the team.", "&"]);
    assert_eq!(welsh, ["&", "Ask the manager and the team."]);
}

#[test]
fn what_one_text_lacks_is_said_to_be_missing() {
    let [english, welsh] = told(
        &format!("{ENGLISH}\n\nManagers answer within five days."),
        WELSH,
    );
    assert_eq!(english, ["Managers answer within five days.", "Not there"]);
    assert_eq!(welsh, ["Nid yw yno", "Managers answer within five days."]);
}

#[test]
fn a_footnote_written_above_a_difference_does_not_take_its_place() {
    let text = |title: &str, first: &str, note: &str, last: &str| {
        format!("# {title}\n\n{first}[^1]\n\n[^1]: {note}\n\n{last}\n")
    };
    let site: Site = with_leave()
        .text(
            &format!("{LEAVE}/draft/en.md"),
            text("Leave", "Ask first.", "In writing.", "There are 10 days."),
        )
        .text(
            &format!("{LEAVE}/draft/cy.md"),
            text(
                "Absenoldeb",
                "Gofynnwch yn gyntaf.",
                "Yn ysgrifenedig.",
                "Mae 12 diwrnod.",
            ),
        );
    let built = site.argument("--drafts").build();
    let page = built.output().page("en/policy/leave/draft/");
    let place = page.select("p:has([id^=parity--]), p[id^=parity--]");
    let [place] = &place[..] else {
        panic!("{} places", place.len());
    };
    let words: String = place.text().collect();
    assert!(words.ends_with("There are 10 days."), "{words}");
}

#[test]
fn a_note_that_one_language_has_is_missing_in_the_other() {
    let site: Site = with_leave()
        .text(&format!("{LEAVE}/draft/en.md"), "# Leave\n\nTwelve days.\n")
        .text(
            &format!("{LEAVE}/draft/cy.md"),
            "# Absenoldeb\n\nDeuddeg diwrnod.\n",
        )
        .yaml(
            &format!("{LEAVE}/draft/version.yaml"),
            "change: {note: {en: More days.}}\n",
        );
    let built = site.argument("--drafts").build();
    let page = built.output().page("en/policy/leave/draft/");
    let lacks: String = page.only(".draft-lacks").text().collect();
    assert!(
        lacks.contains("Note on the change still missing"),
        "{lacks}"
    );
    assert!(
        lacks.contains("Welsh") || lacks.contains("Cymraeg"),
        "{lacks}"
    );
    assert!(!lacks.contains("English"), "{lacks}");
}

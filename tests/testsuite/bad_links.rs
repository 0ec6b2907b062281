//! Links that lead to nothing, or to what readers may not see, are found where they are written.

use crate::site::refusal::{at, good, refused};
use crate::site::{DAY, Site};

#[test]
fn a_link_to_nothing() {
    refused(
        |site| {
            site.text(
                "policy/leave/2020-01-01/en.md",
                "# Leave\n\nTŷ: see [sick pay](../../sick-pay).\n",
            )
        },
        &at(
            "broken-link",
            "content/policy/leave/2020-01-01/en.md",
            3,
            20,
        ),
    );
    refused(
        |site| {
            site.text(
                "policy/leave/2020-01-01/en.md",
                "# Leave\n\nSee\n[sick pay](doc:policy/sick-pay).\n",
            )
        },
        &at(
            "broken-link",
            "content/policy/leave/2020-01-01/en.md",
            4,
            12,
        ),
    );
}

#[test]
fn a_link_to_a_file_whose_name_is_nearly_so_is_told_the_name() {
    for (target, help) in [
        ("Examples.xlsx", "Did you mean `examples.xlsx`?"),
        ("./exmples.xlsx", "Did you mean `./examples.xlsx`?"),
        ("form.docx", "Correct the path: it is read"),
    ] {
        let found = refused(
            |site| {
                site.text(
                    "policy/leave/2020-01-01/en.md",
                    format!("# Leave\n\nSee [it]({target}).\n"),
                )
                .text("policy/leave/2020-01-01/examples.xlsx", "examples")
            },
            &at(
                "broken-link",
                "content/policy/leave/2020-01-01/en.md",
                3,
                10,
            ),
        );
        assert!(found.help.starts_with(help), "{found:?}");
    }
}

#[test]
fn a_link_is_shown_where_its_address_is_written() {
    let written = "# Leave\n\n[a]( <../../one> ), <a href=\"../../two\">b</a>, [c][] and [d](../../four).\n\n[c]: ../../three\n";
    let site = good().text("policy/leave/2020-01-01/en.md", written);
    let checked = site.check();
    let broken = checked.of_code("broken-link");
    let places: Vec<(u64, u64)> = broken.iter().map(|it| (it.line, it.column)).collect();
    assert_eq!(places, [(3, 7), (3, 30), (3, 62), (5, 6)]);
}

#[test]
fn a_link_to_what_readers_may_not_see_yet() {
    const SEES: &str = "content/policy/leave/2020-01-01/en.md";
    let linking = |target: &str| {
        let text = format!("# Leave\n\nSee [this]({target}).\n");
        move |site: Site| {
            site.text("policy/leave/2020-01-01/en.md", text)
                .text("policy/leave/draft/en.md", "# Leave\n\nThirty days.\n")
                .file("content/policy/leave/draft/form.pdf", "%PDF-1.4\n")
                .text("policy/leave/2027-01-01/en.md", "# Leave\n\nForty days.\n")
                .text("policy/sick-pay/draft/en.md", "# Sick pay\n\nAll of it.\n")
        }
    };
    for target in [
        "../draft/",
        "../draft/en.md",
        "../draft/form.pdf",
        "doc:policy/sick-pay",
        "/en/policy/leave/draft/",
        "/en/policy/leave/changes/2024-04-01/draft/",
        "/files/policy/leave/draft/form.pdf",
        "/en/policy/sick-pay/",
    ] {
        let found = refused(linking(target), &at("broken-link", SEES, 3, 12));
        assert!(found.message.contains("a draft"), "{target}: {found:?}");
    }
    let found = refused(linking("../2027-01-01/"), &at("broken-link", SEES, 3, 12));
    assert!(found.message.contains("before 2027-01-01"), "{found:?}");

    let between_drafts = linking("../2020-01-01/")(good()).text(
        "policy/leave/draft/en.md",
        "# Leave\n\nSee [pay](doc:policy/sick-pay).\n",
    );
    assert_eq!(between_drafts.check().of_code("broken-link").len(), 0);
}

#[test]
fn a_document_that_replaces_itself() {
    for key in ["replaces", "replaced_by"] {
        let yaml = format!("slug: {{en: leave, cy: absenoldeb}}\n{key}: policy/leave\n");
        let column = key.len() as u64 + 3;
        refused(
            |site| site.yaml("policy/leave/document.yaml", &yaml),
            &at(
                "invalid-value",
                "content/policy/leave/document.yaml",
                2,
                column,
            ),
        );
    }
}

#[test]
fn a_document_that_is_replaced_by_nothing() {
    let replaced_by = |id: &str| {
        let yaml = format!("slug: {{en: leave, cy: absenoldeb}}\nreplaced_by: {id}\n");
        move |site: Site| {
            site.yaml("policy/leave/document.yaml", &yaml)
                .text("policy/sick-pay/draft/en.md", "# Sick pay\n\nAll of it.\n")
        }
    };
    let place = at("broken-link", "content/policy/leave/document.yaml", 2, 14);
    refused(replaced_by("policy/time-off"), &place);
    let by_folder = replaced_by("sick-pay")(good()).check();
    let found = &by_folder.of_code("broken-link")[0];
    assert_eq!(found.help, "Did you mean `policy/sick-pay`?");
    let by_one_to_come = replaced_by("policy/sick-pay")(good())
        .without("content/policy/sick-pay/draft")
        .text(
            "policy/sick-pay/2027-01-01/en.md",
            "# Sick pay\n\nAll of it.\n",
        )
        .check();
    let found = &by_one_to_come.of_code("broken-link")[0];
    let told =
        format!("write `published_on: {DAY}` in content/policy/sick-pay/2027-01-01/version.yaml");
    assert!(found.help.contains(&told), "{}", found.help);
    let by_a_draft = replaced_by("policy/sick-pay")(good());
    let checked = by_a_draft.check();
    let found = &checked.of_code("broken-link")[0];
    assert_eq!((found.severity.as_str(), found.line), ("warning", 2));
    let built = by_a_draft.build();
    assert!(
        built
            .run()
            .stderr
            .contains("not told of it until it is published")
    );
}

#[test]
fn a_link_to_a_place_that_is_not_there() {
    refused(
        |site| {
            site.text(
                "policy/leave/2024-04-01/en.md",
                "# Leave\n\n[Above](#nowhere).\n",
            )
        },
        &at(
            "broken-anchor",
            "content/policy/leave/2024-04-01/en.md",
            3,
            9,
        ),
    );
}

#[test]
fn the_place_that_a_link_may_be_meant_for_is_named() {
    let rules = "# Leave\n\n## Asking for leave\n\n4.2 Ask.\n\n4.3 Wait.\n";
    for (written, meant) in [
        ("4-3", Some("4.3")),
        ("asking-for-leaf", Some("asking-for-leave")),
        ("Asking_for_leave", Some("asking-for-leave")),
        ("4.4", None),
        ("nowhere", None),
    ] {
        let link = format!("{rules}\nSee [there](#{written}).\n");
        let site = Site::in_english().text("policy/leave/2024-04-01/en.md", link);
        let checked = site.check();
        let help = &checked.of_code("broken-anchor")[0].help;
        match meant {
            Some(meant) => assert_eq!(help, &format!("Did you mean `#{meant}`?")),
            None => assert!(help.contains("a clause's label"), "{written}: {help}"),
        }
    }
}

#[test]
fn a_link_to_a_file_on_a_computer_says_that_readers_cannot_open_it() {
    for (address, told) in [
        ("C:\\\\Users\\\\me\\\\leave.docx", "computer"),
        ("<file:///home/me/leave.docx>", "computer"),
        ("javascript:alert(1)", "harm"),
    ] {
        let text = format!("# Leave\n\nSee [the form]({address}).\n");
        let site = Site::in_english().text("policy/leave/2024-04-01/en.md", text);
        let checked = site.check();
        let found = checked.of_code("refused-address");
        assert!(found[0].message.contains(told), "{:?}", found[0]);
    }
}

#[test]
fn a_picture_whose_address_is_refused_is_not_called_a_link() {
    for address in ["javascript:alert(1)", "<file:///home/me/chart.png>"] {
        let text = format!("# Leave\n\n![Chart]({address})\n");
        let checked = Site::in_english()
            .text("policy/leave/2024-04-01/en.md", text)
            .check();
        let found = checked.of_code("refused-address");
        assert!(
            found[0].message.contains("description is shown"),
            "{found:?}"
        );
        assert!(!found[0].help.contains("ink to"), "{found:?}");
    }
}

#[test]
fn what_is_there_but_not_for_readers_is_not_said_to_be_missing() {
    for (address, is_there) in [
        ("../../../../site.yaml", true),
        ("../document.yaml", true),
        ("annex/", true),
        ("../../../../../site.yaml", false),
        ("annexe/", false),
    ] {
        let text = format!("# Leave\n\nSee [this]({address}).\n");
        let checked = Site::in_english()
            .yaml("policy/leave/document.yaml", "order: 1\n")
            .text("policy/leave/2024-04-01/en.md", text)
            .text("policy/leave/2024-04-01/annex/form.pdf", "form")
            .check();
        let found = checked.of_code("broken-link");
        assert_eq!(
            found[0].message.contains("not for readers"),
            is_there,
            "{found:?}"
        );
    }
}

#[test]
fn a_picture_on_another_host_is_told_and_a_link_to_one_is_not() {
    let text = "# Leave\n\n![Chart](https://example.org/a.png) <img src=\"//example.org/b.png\" alt=\"Chart\">\n\n[The chart](https://example.org/a.png), ![ours](chart.png)\n";
    let checked = Site::in_english()
        .text("policy/leave/2024-04-01/en.md", text)
        .file("content/policy/leave/2024-04-01/chart.png", "a picture")
        .check();
    let found = checked.of_code("foreign-picture");
    let lines: Vec<_> = found
        .iter()
        .map(|it| (it.line, it.severity.as_str()))
        .collect();
    assert_eq!(lines, [(3, "warning"), (3, "warning")], "{found:#?}");
    checked.run().must_exit_with(0);
}

/// A site with a text that names a place and a file of a version of another document, whose text was removed.
fn linking_to_what_was_removed() -> Site {
    Site::in_english()
        .text(
            "policy/leave/2020-01-01/en.md",
            "# Leave\n\n## Zeta\n\nTwenty days.\n",
        )
        .file("content/policy/leave/2020-01-01/form.pdf", "form")
        .yaml(
            "policy/leave/2020-01-01/version.yaml",
            "removed: {on: 2022-01-01, reason: Private.}\n",
        )
        .text("policy/leave/2021-01-01/en.md", "# Leave\n\nForty days.\n")
        .text(
            "policy/pay/2020-01-01/en.md",
            "# Pay\n\n[Zeta](../../leave/2020-01-01/#zeta), [the form](../../leave/2020-01-01/form.pdf),\n[leave](../../leave/2020-01-01/).\n",
        )
}

#[test]
fn a_link_to_a_place_or_a_file_of_a_text_that_was_removed_is_warned_of() {
    let checked = linking_to_what_was_removed().check();
    checked.run().must_succeed();
    let found = checked.of_code("link-to-removed");
    let places: Vec<(&str, u64, u64)> = found
        .iter()
        .map(|it| (it.path.as_str(), it.line, it.column))
        .collect();
    const PAY: &str = "content/policy/pay/2020-01-01/en.md";
    assert_eq!(places, [(PAY, 3, 8), (PAY, 3, 50)]);
    for found in found {
        assert_eq!(found.severity, "warning");
        assert!(found.message.contains("removed"), "{found:?}");
    }
    assert_eq!(checked.of_code("broken-anchor").len(), 0);
}

#[test]
fn a_link_to_a_place_of_a_text_that_was_removed_leads_to_the_top_of_its_page() {
    let built = linking_to_what_was_removed().build();
    let page = built.output().page("en/policy/pay/");
    let leave = "../leave/2020-01-01/";
    assert_eq!(page.attributes(".text a", "href"), [leave, leave]);
    assert!(page.contains("the form"));
}

#[test]
fn the_removal_of_a_text_and_its_files_stops_no_build_for_a_link_to_a_place_in_it() {
    let site = linking_to_what_was_removed()
        .without("content/policy/leave/2020-01-01/en.md")
        .replaced(
            "content/policy/pay/2020-01-01/en.md",
            "[the form](../../leave/2020-01-01/form.pdf)",
            "the form",
        );
    assert_eq!(site.check().of_code("link-to-removed").len(), 1);
    let page = site.build().output().page("en/policy/pay/");
    let leave = "../leave/2020-01-01/";
    assert_eq!(page.attributes(".text a", "href"), [leave, leave]);
}

/// What a place of a removed text was called may be a part of what had to go.
#[test]
fn no_page_takes_over_what_the_places_of_a_text_that_was_removed_were_called() {
    let site = linking_to_what_was_removed()
        .text(
            "policy/leave/2021-01-01/en.md",
            "# Leave\n\nForty days, as [once](#zeta).\n",
        )
        .text(
            "policy/travel/2022-01-01/en.md",
            "# Travel\n\nAs for [leave](../../leave#zeta).\n",
        );
    let built = site.build();
    assert_eq!(built.output().files_with("id=\"zeta\""), [""; 0]);
    let leads_to = |address: &str| {
        let page = built.output().page(address);
        page.attributes(".text a:not([data-aside])", "href")
    };
    assert_eq!(leads_to("en/policy/travel/"), ["../leave/"]);
    assert_eq!(leads_to("en/policy/leave/"), ["#"]);
}

#[test]
fn a_footnote_and_its_reference_that_miss_each_other() {
    let written = "# Leave\n\nAsk.[^note] A `[^code]`, \\[^typed] and[^2].\n\n[^notes]: In writing.\n\n[^2]: Both.\n";
    let site = good().text("policy/leave/2020-01-01/en.md", written);
    let checked = site.check();
    let found = checked.of_code("broken-anchor");
    let told: Vec<_> = found
        .iter()
        .map(|it| (it.line, it.column, it.severity.as_str()))
        .collect();
    assert_eq!(told, [(3, 5, "error"), (5, 1, "warning")]);
    assert_eq!(found[0].help, "Did you mean `[^notes]`?");
    // It may be meant as it is typed.
    let alone = "# Leave\n\nAny letter: [^0-9]\n";
    let site = good().text("policy/leave/2020-01-01/en.md", alone);
    let checked = site.check();
    let found = &checked.of_code("broken-anchor")[0];
    assert_eq!(found.severity, "warning");
    assert!(found.help.contains("`[^0-9]: …`"), "{}", found.help);
}

#[test]
fn a_link_or_a_picture_without_an_address() {
    let written = "# Leave\n\nSee [one](), [two](#), <a href=\"\">three</a> and ![a plan]().\n\n[Whole](#leave).\n";
    let site = good().text("policy/leave/2020-01-01/en.md", written);
    let checked = site.check();
    let found = checked.of_code("empty-link").into_iter();
    let found = found.inspect(|it| assert!(it.severity == "warning" && it.line == 3, "{it:?}"));
    let found: Vec<(u64, &str)> = found
        .map(|it| (it.column, it.message.split(' ').nth(1).unwrap()))
        .collect();
    let expected = [(11, "link"), (20, "link"), (24, "link"), (49, "picture")];
    assert_eq!(found, expected);
}

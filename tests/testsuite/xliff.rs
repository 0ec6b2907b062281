//! Texts for translators: out as XLIFF 1.2, and back without a loss.

use std::fs;
use std::path::PathBuf;

use crate::site::Site;
use crate::site::translation::{export, import, read, run, translate};

#[test]
fn every_text_of_the_example_comes_back_as_it_was() {
    for (document, version) in [
        ("policy/using-social-media", "2017-08-09"),
        ("policy/using-social-media", "2020"),
        ("policy/security", "2017-08-09"),
        ("handbook/security", "2020"),
        ("house-rules/official-channels", "2021-03-01"),
    ] {
        for (from, to) in [("en", "cy"), ("cy", "en")] {
            let site = Site::copy_of_example();
            let file = export(&site, &["--from", from, "--to", to, document, version]);
            let file = file.to_str().unwrap();
            run(&site, &["import", file, "--as", document]).must_succeed();
            for language in [from, to] {
                let was = read(
                    &site,
                    &format!("content/{document}/{version}/{language}.md"),
                );
                let is = read(&site, &format!("content/{document}/draft/{language}.md"));
                assert_eq!(
                    without_quotes(&is),
                    without_quotes(&was),
                    "{document}/{version} in {language}"
                );
            }
        }
    }
}

/// The front matter's values come back in quotes, whether they had some or not.
fn without_quotes(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let value = ["title: \"", "summary: \""]
            .iter()
            .find(|key| line.starts_with(**key));
        match value {
            Some(_) => line.replacen(": \"", ": ", 1).replace("\"\n", "\n"),
            None => line.to_owned(),
        }
    });
    lines.collect()
}

const ENGLISH: &str = "# Leave *now*\n\nSee [the form](../form) & ask **first**.\n\n| Days | Who |\n|---|---|\n| 5 | All a\\|b |\n\n- one\n  line\n\n> Quoted\n> twice.\n\n```\ncode\n```\n";

fn leave() -> Site {
    Site::in_two_languages()
        .setting("parity: off\n")
        .text("policy/leave/2024-04-01/en.md", ENGLISH)
        .text("policy/form/2024-04-01/en.md", "# Form\n\nText.\n")
}

#[test]
fn words_are_units_and_what_is_no_word_is_code() {
    let site = leave();
    let file = export(&site, &["policy/leave"]);
    let text = fs::read_to_string(file).unwrap();
    for part in [
        "<source>Leave <ph id=\"1\">*</ph>now<ph id=\"2\">*</ph></source>",
        "<source>See <ph id=\"1\">[</ph>the form<ph id=\"2\">](../form)</ph> &amp; ask <ph id=\"3\">**</ph>first<ph id=\"4\">**</ph>.</source>",
        "source-language=\"en\" target-language=\"cy\"",
        "original=\"content/policy/leave/2024-04-01/en.md\"",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(text.contains("<source>code</source>"));
    assert_eq!(text.matches("<trans-unit ").count(), 9);
    assert!(!text.contains("<target"));
}

#[test]
fn a_translation_takes_the_place_of_its_words_alone() {
    let site = leave();
    let file = export(&site, &["policy/leave"]);
    let text = fs::read_to_string(&file).unwrap();
    let translated = text
        .replace("first<ph id=\"4\">**</ph>.</source>", "first<ph id=\"4\">**</ph>.</source>\n<target>Gofynnwch <ph id=\"3\">**</ph>yn gyntaf<ph id=\"4\">**</ph>; gweler <ph id=\"1\">[</ph>y ffurflen<ph id=\"2\">](../form)</ph> &amp;#39; &lt;.</target>")
        .replace("<source>Days</source>", "<source>Days</source>\n<target>Dyddiau | nosau</target>");
    fs::write(&file, translated).unwrap();
    let imported = run(
        &site,
        &["import", file.to_str().unwrap(), "--as", "policy/leave"],
    );
    imported.must_succeed();
    assert!(imported.stderr.contains(": 7."), "{}", imported.stderr);
    let welsh = read(&site, "content/policy/leave/draft/cy.md");
    let expected = ENGLISH
        .replace(
            "See [the form](../form) & ask **first**.",
            "Gofynnwch **yn gyntaf**; gweler [y ffurflen](../form) &#39; <.",
        )
        .replace("| Days |", "| Dyddiau \\| nosau |");
    assert_eq!(welsh, expected);
    assert_eq!(read(&site, "content/policy/leave/draft/en.md"), ENGLISH);
}

#[test]
fn the_version_before_is_a_match_with_its_score() {
    let site = leave()
        .text(
            "policy/leave/2024-04-01/en.md",
            "# Leave\n\nAsk your manager first.\n\nThe same.\n",
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            "# Absenoldeb\n\nGofynnwch i’ch rheolwr.\n\nYr un fath.\n",
        )
        .text(
            "policy/leave/draft/en.md",
            "# Leave\n\nAsk your line manager first.\n\nThe same.\n",
        )
        .text(
            "policy/leave/draft/cy.md",
            "# Absenoldeb\n\nGofynnwch i’ch rheolwr.\n\nYr un fath.\n",
        );
    let text = fs::read_to_string(export(&site, &["policy/leave"])).unwrap();
    assert!(text.contains("<target state=\"needs-review-translation\">Gofynnwch i’ch rheolwr.</target>\n<alt-trans match-quality=\"88%\" origin=\"2024-04-01\">\n<source>Ask your manager first.</source>"), "{text}");
    assert!(
        text.contains(
            "<target state=\"translated\">Yr un fath.</target>\n<alt-trans match-quality=\"100%\""
        ),
        "{text}"
    );
}

/// The units of a draft whose translation is still that of the version before.
fn with_translation_of_before(english: &str) -> String {
    let site = leave()
        .text(
            "policy/leave/2024-04-01/en.md",
            "# Leave\n\nTwo days.\n\nOld one.\n",
        )
        .text(
            "policy/leave/2024-04-01/cy.md",
            "# Absenoldeb\n\nDau ddiwrnod.\n\nHen un.\n",
        )
        .text("policy/leave/draft/en.md", english)
        .text(
            "policy/leave/draft/cy.md",
            "# Absenoldeb\n\nDau ddiwrnod.\n\nHen un.\n",
        );
    fs::read_to_string(export(&site, &["policy/leave"])).unwrap()
}

#[test]
fn a_translation_of_another_text_of_the_version_before_is_to_be_looked_at() {
    let review =
        |welsh: &str| format!("<target state=\"needs-review-translation\">{welsh}</target>");
    let done = |welsh: &str| format!("<target state=\"translated\">{welsh}</target>");
    // Written anew.
    let text =
        with_translation_of_before("# Leave\n\nStaff may carry over none of it.\n\nOld one.\n");
    assert!(text.contains(&review("Dau ddiwrnod.")), "{text}");
    assert!(text.contains(&done("Hen un.")), "{text}");
    assert!(text.contains(&done("Absenoldeb")), "{text}");
    // In another order, and the title too.
    let text = with_translation_of_before("# Days off\n\nOld one.\n\nTwo days.\n");
    for welsh in ["Absenoldeb", "Dau ddiwrnod.", "Hen un."] {
        assert!(text.contains(&review(welsh)), "{welsh}: {text}");
    }
}

#[test]
fn what_is_no_xliff_is_refused() {
    let site = leave();
    for text in [
        "",
        "words",
        "<a><b></a>",
        "<xliff version=\"1.2\"><file/></xliff>",
    ] {
        let site = leave();
        let file = site.folder().join("../other.xlf");
        fs::write(&file, text).unwrap();
        let refused = run(
            &site,
            &["import", file.to_str().unwrap(), "--as", "policy/leave"],
        );
        refused.must_exit_with(2);
        assert!(!site.folder().join("content/policy/leave/draft").exists());
    }
    run(&site, &["import", "no/such.xlf", "--as", "policy/leave"]).must_exit_with(2);
}

/// A site with a draft in both languages, and a translation of it, not yet imported.
fn translated() -> (Site, PathBuf) {
    let site = leave()
        .text("policy/leave/draft/en.md", "# Leave\n\nAsk first.\n")
        .text(
            "policy/leave/draft/cy.md",
            "# Absenoldeb\n\nYr hen eiriau.\n",
        );
    let file = export(&site, &["policy/leave"]);
    let text = fs::read_to_string(&file).unwrap();
    let text = text.replace("Yr hen eiriau.", "Gofynnwch yn gyntaf.");
    fs::write(&file, text).unwrap();
    (site, file)
}

#[test]
fn a_text_of_the_draft_is_replaced_when_that_is_asked_for_alone() {
    let (site, file) = translated();
    let before = read(&site, "content/policy/leave/draft/cy.md");
    let refused = import(&site, &file, &["--as", "policy/leave"]);
    refused.must_exit_with(2);
    for told in ["content/policy/leave/draft/cy.md", "--replace"] {
        assert!(refused.stderr.contains(told), "{told}\n{}", refused.stderr);
    }
    assert_eq!(read(&site, "content/policy/leave/draft/cy.md"), before);

    let replace = ["--as", "policy/leave", "--replace"];
    import(&site, &file, &replace).must_succeed();
    let after = read(&site, "content/policy/leave/draft/cy.md");
    assert_eq!(after, "# Absenoldeb\n\nGofynnwch yn gyntaf.\n");
    // Nothing would be lost.
    import(&site, &file, &["--as", "policy/leave"]).must_succeed();
}

#[test]
fn a_text_of_the_draft_that_a_version_has_still_is_replaced() {
    let old = "# Absenoldeb\n\nYr hen eiriau.\n";
    let (site, file) = translated();
    let site = site.text("policy/leave/2024-04-01/cy.md", old);
    assert_eq!(read(&site, "content/policy/leave/draft/cy.md"), old);
    import(&site, &file, &["--as", "policy/leave"]).must_succeed();
    let after = read(&site, "content/policy/leave/draft/cy.md");
    assert_eq!(after, "# Absenoldeb\n\nGofynnwch yn gyntaf.\n");
}

#[test]
fn a_file_of_another_document_or_language_is_refused() {
    let (site, file) = translated();
    let replace = ["--as", "policy/form", "--replace"];
    let refused = import(&site, &file, &replace);
    refused.must_exit_with(2);
    let told = "made from `content/policy/leave/draft/en.md`, which is no text of the document `policy/form`";
    assert!(refused.stderr.contains(told), "{}", refused.stderr);
    assert!(!site.folder().join("content/policy/form/draft").exists());

    let text = fs::read_to_string(&file).unwrap();
    for language in ["en", "fr"] {
        let other = format!("target-language=\"{language}\"");
        fs::write(&file, text.replace("target-language=\"cy\"", &other)).unwrap();
        let before = read(&site, "content/policy/leave/draft/en.md");
        import(&site, &file, &["--as", "policy/leave", "--replace"]).must_exit_with(2);
        assert_eq!(read(&site, "content/policy/leave/draft/en.md"), before);
    }
}

#[test]
fn a_file_of_an_older_source_text_is_refused_with_what_differs() {
    let (site, file) = translated();
    let site = site.text(
        "policy/leave/draft/en.md",
        "# Leave\n\nAsk your manager first.\n",
    );
    let before = read(&site, "content/policy/leave/draft/cy.md");
    let refused = import(&site, &file, &["--as", "policy/leave", "--replace"]);
    refused.must_exit_with(2);
    for told in [
        "content/policy/leave/draft/en.md is not the text that the file was translated from",
        "line 3 is “Ask your manager first.” here, and “Ask first.” in the file",
        "canllaw export policy/leave draft --format xliff --from en --to cy",
    ] {
        assert!(refused.stderr.contains(told), "{told}\n{}", refused.stderr);
    }
    assert_eq!(read(&site, "content/policy/leave/draft/cy.md"), before);

    // The draft became a version meanwhile: its text is what was translated.
    let (site, file) = translated();
    let folder = site.folder().join("content/policy/leave");
    fs::rename(folder.join("draft"), folder.join("2027-01-01")).unwrap();
    import(&site, &file, &["--as", "policy/leave"]).must_succeed();
    // It was edited then: no text is.
    fs::remove_dir_all(folder.join("draft")).unwrap();
    let site = site.text("policy/leave/2027-01-01/en.md", "# Leave\n\nAsk.\n");
    let refused = import(&site, &file, &["--as", "policy/leave"]);
    refused.must_exit_with(2);
    assert!(refused.stderr.contains("no text of"), "{}", refused.stderr);
    assert!(!folder.join("draft").exists());
}

#[test]
fn a_new_draft_says_which_version_it_was_made_from() {
    let site = leave();
    let file = export(&site, &["policy/leave", "2024-04-01"]);
    import(&site, &file, &["--as", "policy/leave"]).must_succeed();
    let yaml = read(&site, "content/policy/leave/draft/version.yaml");
    assert_eq!(yaml, "based_on: 2024-04-01\n");
}

const ASK: &str = "See <ph id=\"1\">[</ph>the form<ph id=\"2\">](../form)</ph> &amp; ask <ph id=\"3\">**</ph>first<ph id=\"4\">**</ph>.";

#[test]
fn codes_that_a_translator_dropped_or_has_twice_are_told_with_their_place() {
    let site = leave();
    let file = export(&site, &["policy/leave"]);
    translate(
        &file,
        &[
            (
                ASK,
                "Gweler y ffurflen <ph id=\"3\">**</ph>yn gyntaf<ph id=\"4\">**</ph><ph id=\"4\">**</ph>.",
            ),
            ("Days", "Dyddiau"),
        ],
    );
    let text = fs::read_to_string(&file).unwrap();
    let line = 1 + text
        .lines()
        .position(|it| it.starts_with("<target>Gweler"))
        .unwrap();
    let imported = import(&site, &file, &["--as", "policy/leave"]);
    imported.must_succeed();
    for told in [
        "warning[parity]: the translation of unit 2 does not",
        "`**` (source: 2, translation: 3)",
        "`[` (source: 1, translation: 0)",
        "`](../form)` (source: 1, translation: 0)",
        &format!("exchange.xlf:{line}:1"),
        "Warnings: 1.",
    ] {
        assert!(
            imported.stderr.contains(told),
            "{told}\n{}",
            imported.stderr
        );
    }
    let welsh = read(&site, "content/policy/leave/draft/cy.md");
    assert!(
        welsh.contains("Gweler y ffurflen **yn gyntaf****."),
        "{welsh}"
    );
}

#[test]
fn a_code_of_which_a_tool_kept_the_id_alone_is_that_of_the_source() {
    let site = leave();
    let file = export(&site, &["policy/leave"]);
    translate(
        &file,
        &[(
            ASK,
            "Gofynnwch <ph id=\"3\"/>yn gyntaf<ph id=\"4\"></ph>; gweler <x id=\"1\"/>y ffurflen<x id=\"2\"/>.",
        )],
    );
    let imported = import(&site, &file, &["--as", "policy/leave"]);
    imported.must_succeed();
    assert!(!imported.stderr.contains("warning"), "{}", imported.stderr);
    let welsh = read(&site, "content/policy/leave/draft/cy.md");
    let expected = "Gofynnwch **yn gyntaf**; gweler [y ffurflen](../form).";
    assert!(welsh.contains(expected), "{welsh}");
}

#[test]
fn a_file_that_is_not_whole_or_no_xml_is_refused_with_its_place() {
    let (site, file) = translated();
    let whole = fs::read_to_string(&file).unwrap();
    let cut = &whole[..whole.find("Gofynnwch").unwrap()];
    let in_target = |words: &str| whole.replace("Gofynnwch yn gyntaf.", words);
    for (text, meant, told) in [
        (
            cut.to_owned(),
            "<target state=\"translated\">",
            "ends before `<target>`",
        ),
        (in_target("<b>Gofynnwch</i>"), "</i>", "no XML"),
        (in_target("Gofynnwch &bogus; yn"), "&bogus;", "`&bogus;`"),
        (in_target("Gofynnwch &#0; yn"), "&#0;", "no XML"),
        (
            whole.replacen("id=\"2\"", "id=\"2\" id=\"2\"", 1),
            "<trans-unit id=\"2\"",
            "no XML",
        ),
    ] {
        fs::write(&file, &text).unwrap();
        let refused = import(&site, &file, &["--as", "policy/leave", "--replace"]);
        refused.must_exit_with(2);
        let line = 1 + text[..text.rfind(meant).unwrap()].matches('\n').count();
        let place = format!("exchange.xlf:{line}:");
        for told in [told, &place] {
            assert!(refused.stderr.contains(told), "{told}\n{}", refused.stderr);
        }
        let welsh = read(&site, "content/policy/leave/draft/cy.md");
        assert_eq!(welsh, "# Absenoldeb\n\nYr hen eiriau.\n", "{told}");
    }
}

#[test]
fn what_a_tool_marks_as_yet_to_be_translated_is_counted() {
    for state in ["new", "needs-translation"] {
        let site = leave().text("policy/leave/draft/en.md", "# Leave\n\nAsk first.\n");
        let file = export(&site, &["policy/leave"]);
        let text = fs::read_to_string(&file).unwrap();
        let pending = |source: &str, target: &str| {
            (
                format!("<source>{source}</source>"),
                format!("<source>{source}</source><target state=\"{state}\">{target}</target>"),
            )
        };
        let (title, copied) = pending("Leave", "Leave");
        let (words, begun) = pending("Ask first.", "Gofynnwch.");
        let text = text.replace(&title, &copied).replace(&words, &begun);
        fs::write(&file, text).unwrap();
        let imported = import(&site, &file, &["--as", "policy/leave"]);
        imported.must_succeed();
        for told in ["source stands in their place: 1.", "which were taken: 1."] {
            let heard = &imported.stderr;
            assert!(heard.contains(told), "{state} {told}\n{heard}");
        }
        let welsh = read(&site, "content/policy/leave/draft/cy.md");
        assert_eq!(welsh, "# Leave\n\nGofynnwch.\n");
    }
}

#[test]
fn a_draft_is_named_as_revise_and_publish_name_it() {
    let (site, file) = translated();
    for name in ["draft-", "draft-a b", "draft-..", "a/b"] {
        let refused = import(&site, &file, &["--as", "policy/leave", "--draft", name]);
        refused.must_exit_with(2);
        let told = format!("a draft cannot be called `{name}`");
        assert!(refused.stderr.contains(&told), "{}", refused.stderr);
    }
    for (name, folder) in [("april", "draft-april"), ("draft-may", "draft-may")] {
        import(&site, &file, &["--as", "policy/leave", "--draft", name]).must_succeed();
        let welsh = read(&site, &format!("content/policy/leave/{folder}/cy.md"));
        assert_eq!(welsh, "# Absenoldeb\n\nGofynnwch yn gyntaf.\n");
    }
}

#[test]
fn a_value_of_the_front_matter_is_words_however_it_is_written() {
    let (title, summary) = ("Manager's guide", "Who decides, and when");
    let mut guides = Vec::new();
    for (title, summary) in [
        ("'Manager''s guide'", "Who decides,\n  and when # in brief"),
        (">-\n  Manager's\n  guide", "|\n  Who decides, and when\n"),
        (
            "&name !!str > # folded\n\n  Manager's\n  guide\n",
            "'Who decides,\n  and when'",
        ),
        ("\n  Manager's guide", "\"Who \\\n  decides, and when\""),
    ] {
        guides.push(format!(
            "title: {title}\nsort_key: guide\nsummary: {summary}\n"
        ));
        guides.push(format!("\"summary\" : {summary}\n'title' : {title}\n"));
    }
    guides.push("{summary: 'Who decides, and when', title: Manager's guide}\n".to_owned());
    for guide in guides {
        let english = format!("---\n{guide}---\nAsk.\n");
        let site = leave().text("policy/leave/draft/en.md", &english);
        let file = export(&site, &["policy/leave", "draft"]);
        let escaped = title.replace('\'', "&apos;");
        translate(
            &file,
            &[
                (&escaped, "Canllaw: &quot;rheolwyr&quot;"),
                (summary, "Pwy sy’n penderfynu: pryd # a sut"),
                ("Ask.", "Gofynnwch."),
            ],
        );
        let imported = import(&site, &file, &["--as", "policy/leave"]);
        imported.must_succeed();
        assert!(!imported.stderr.contains("Without"), "{}", imported.stderr);
        let welsh = read(&site, "content/policy/leave/draft/cy.md");
        for told in [
            "Canllaw: \\\"rheolwyr\\\"",
            "Pwy sy’n penderfynu: pryd # a sut",
        ] {
            assert!(welsh.contains(told), "{english}\n{welsh}");
        }
        assert!(!welsh.contains("decides"), "{english}\n{welsh}");
        // And it can be read: a second export has the translations.
        let again = fs::read_to_string(export(&site, &["policy/leave", "draft"])).unwrap();
        for told in [
            ">Canllaw: &quot;rheolwyr&quot;</target>",
            ">Pwy sy’n penderfynu: pryd # a sut</target>",
        ] {
            assert!(again.contains(told), "{english}\n{welsh}\n{again}");
        }
    }
}

const EXPENSES: &str = "---\ntitle: Expenses\nsort_key: expenses\n---\nClaim.\n";

#[test]
fn what_a_translation_is_sorted_by_stays_its_own() {
    let welsh = "---\ntitle: Hawlio treuliau\nsort_key: treuliau\n---\nHawliwch.\n";
    let expected = "---\ntitle: \"Hawlio treuliau\"\nsort_key: treuliau\n---\nHawliwch.\n";
    for version in ["draft", "2024-04-01"] {
        let site = leave()
            .text(&format!("policy/leave/{version}/en.md"), EXPENSES)
            .text(&format!("policy/leave/{version}/cy.md"), welsh);
        let file = export(&site, &["policy/leave", version]);
        import(&site, &file, &["--as", "policy/leave", "--replace"]).must_succeed();
        assert_eq!(read(&site, "content/policy/leave/draft/cy.md"), expected);
    }
}

#[test]
fn a_new_translation_is_not_sorted_by_what_its_source_is() {
    let site = leave().text("policy/leave/draft/en.md", EXPENSES);
    let file = export(&site, &["policy/leave", "draft"]);
    translate(&file, &[("Expenses", "Treuliau")]);
    import(&site, &file, &["--as", "policy/leave"]).must_succeed();
    let welsh = read(&site, "content/policy/leave/draft/cy.md");
    assert_eq!(welsh, "---\ntitle: \"Treuliau\"\n---\nClaim.\n");
}

#[test]
fn the_draft_that_a_file_does_not_fit_is_the_one_to_export_anew() {
    let (site, file) = translated();
    let site = site.text("policy/leave/draft-q/en.md", "# Leave\n\nAsk us.\n");
    let refused = import(&site, &file, &["--as", "policy/leave", "--draft", "q"]);
    refused.must_exit_with(2);
    for told in [
        "content/policy/leave/draft-q/en.md is not the text",
        "`canllaw export policy/leave draft-q --format xliff",
    ] {
        assert!(refused.stderr.contains(told), "{told}\n{}", refused.stderr);
    }
}

#[test]
fn matches_are_those_of_the_version_that_a_draft_was_made_from_or_else_of_the_nearest_that_has_both_texts()
 {
    let english = |days: &str| format!("# Leave\n\nYou have {days} days of leave in a year.\n");
    let welsh = |days: &str| format!("# Absenoldeb\n\nMae gennych {days} diwrnod.\n");
    let of = |based_on: &str| {
        let site = Site::in_two_languages()
            .setting("parity: off\n")
            .text("policy/leave/2019-04-01/en.md", english("19"))
            .text("policy/leave/2019-04-01/cy.md", welsh("19"))
            .text("policy/leave/2020-04-01/en.md", english("20"))
            .text("policy/leave/2020-04-01/cy.md", welsh("20"))
            .text("policy/leave/2021-04-01/en.md", english("21"))
            .text("policy/leave/2022-04-01/en.md", english("22"))
            .text("policy/leave/2022-04-01/cy.md", welsh("22"))
            .yaml(
                "policy/leave/2022-04-01/version.yaml",
                "removed: {on: 2022-05-01}\n",
            )
            .text("policy/leave/draft/en.md", english("23"))
            .yaml("policy/leave/draft/version.yaml", based_on);
        let text = fs::read_to_string(export(&site, &["policy/leave"])).unwrap();
        let origin = text
            .split_once("origin=\"")
            .map(|(_, rest)| rest.to_owned());
        origin.map(|rest| rest.split('"').next().unwrap().to_owned())
    };
    for (based_on, expected) in [
        ("", "2020-04-01"),
        ("based_on: 2019-04-01\n", "2019-04-01"),
        ("based_on: 2020-04-01\n", "2020-04-01"),
        ("based_on: 2021-04-01\n", "2020-04-01"),
    ] {
        assert_eq!(of(based_on).as_deref(), Some(expected), "{based_on}");
    }
}

#[test]
fn where_the_translation_cannot_be_written_the_source_is_not_there_either() {
    let (site, file) = translated();
    let site = site.text("policy/leave/2025-04-01/en.md", "# Leave\n\nAsk first.\n");
    let draft = site.folder().join("content/policy/leave/draft");
    fs::remove_file(draft.join("en.md")).unwrap();
    let welsh = draft.join("cy.md");
    let mut permissions = fs::metadata(&welsh).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&welsh, permissions).unwrap();
    let refused = import(&site, &file, &["--as", "policy/leave", "--replace"]);
    refused.must_exit_with(2);
    assert!(refused.stderr.contains("cy.md"), "{}", refused.stderr);
    assert!(!draft.join("en.md").exists());
}

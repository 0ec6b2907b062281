//! A translation that comes back from XLIFF has the blocks of its source: what makes a block what it is goes to no
//! translator as words, and a translation that makes other blocks all the same is told.

use std::fs;

use crate::site::translation::{export, import, read, translate};
use crate::site::{Run, Site};

/// A site with a text, and what of it is translated.
fn exported(english: &str, translations: &[(&str, &str)]) -> (Site, std::path::PathBuf) {
    let site = Site::in_two_languages()
        .setting("parity: off\n")
        .text("policy/leave/2024-04-01/en.md", english);
    let file = export(&site, &["policy/leave"]);
    translate(&file, translations);
    (site, file)
}

/// What comes back of a text of which some words are translated.
fn imported(english: &str, translations: &[(&str, &str)]) -> (String, Run) {
    let (site, file) = exported(english, translations);
    let run = import(&site, &file, &["--as", "policy/leave"]);
    run.must_succeed();
    (read(&site, "content/policy/leave/draft/cy.md"), run)
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases")]
fn what_makes_a_block_what_it_is_stays() {
    for (english, source, target, welsh) in [
        // Code in a quotation, in an item, in an item's numbers, and of several lines.
        (
            "> ```\n> code\n> ```\n",
            "code",
            "cod",
            "> ```\n> cod\n> ```\n",
        ),
        (
            "- item\n\n  ~~~ sh\n  code\n  ~~~\n",
            "code",
            "cod",
            "- item\n\n  ~~~ sh\n  cod\n  ~~~\n",
        ),
        (
            "> ```\n> one\n>\n>   two\n> ```\n",
            "one\n<ph id=\"1\">&gt;</ph>\n<ph id=\"2\">&gt; </ph>  two",
            "un\n<ph id=\"2\">&gt; </ph>  dau",
            "> ```\n> un\n>   dau\n> ```\n",
        ),
        (
            "- item\n\n      one\n      two\n",
            "one\n<ph id=\"1\">      </ph>two",
            "un\n<ph id=\"1\"/>dau",
            "- item\n\n      un\n      dau\n",
        ),
        (
            "```\n\n  code\n\n```\n",
            "\n  code",
            "  cod",
            "```\n  cod\n\n```\n",
        ),
        // Cells whose words hold the sign that ends a cell.
        (
            "| one \\| | two |\n|---|---|\n",
            "one \\|",
            "un \\|",
            "| un \\| | two |\n|---|---|\n",
        ),
        (
            "| one | \\|two\\| |\n|---|---|\n",
            "\\|two\\|",
            "dau",
            "| one | dau |\n|---|---|\n",
        ),
        (
            "a | `b \\| c`\n---|---\n**d** | \\|\n",
            "<ph id=\"1\">**</ph>d<ph id=\"2\">**</ph>",
            "<ph id=\"1\"/>ch<ph id=\"2\"/>",
            "a | `b \\| c`\n---|---\n**ch** | \\|\n",
        ),
        // Raw HTML in a quotation, with a tag of two lines.
        (
            "> <p\n> class=\"a\">one\n> two</p>\n",
            "<ph id=\"1\">&lt;p\n&gt; class=&quot;a&quot;&gt;</ph>one\n<ph id=\"2\">&gt; </ph>two<ph id=\"3\">&lt;/p&gt;</ph>",
            "<ph id=\"1\"/>un<ph id=\"3\"/>",
            "> <p\n> class=\"a\">un</p>\n",
        ),
        // Words after a comment.
        (
            "> - <!-- law --> One **two**\n",
            "One <ph id=\"1\">**</ph>two<ph id=\"2\">**</ph>",
            "Un <ph id=\"1\"/>dau<ph id=\"2\"/>",
            "> - <!-- law --> Un **dau**\n",
        ),
        // Headings in every form.
        (
            "## One ## {#a .b}\n",
            "One ##",
            "Un ##",
            "## Un ## {#a .b}\n",
        ),
        ("## One {.b}\n", "One", "Un", "## Un {.b}\n"),
        ("> One\n> ===\n", "One", "Un", "> Un\n> ===\n"),
        (
            "> One\n> two\n> ===\n",
            "One\n<ph id=\"1\">&gt; </ph>two",
            "Un",
            "> Un\n> ===\n",
        ),
        ("## One #\n", "One", "Un", "## Un #\n"),
        ("- # One\n", "One", "Un", "- # Un\n"),
        // Signs that stand for themselves at the start of what is translated.
        (
            "- \\# one **\\*two**\n",
            "\\# one <ph id=\"1\">**</ph>\\*two<ph id=\"2\">**</ph>",
            "un <ph id=\"1\"/>dau<ph id=\"2\"/>",
            "- un **dau**\n",
        ),
    ] {
        let title = "# T\n\n";
        let (text, run) = imported(&format!("{title}{english}"), &[(source, target)]);
        assert_eq!(text, format!("{title}{welsh}"), "{english}");
        assert!(!run.stderr.contains("warning"), "{english}\n{}", run.stderr);
    }
}

#[test]
fn a_translation_that_makes_other_blocks_is_told_with_its_place() {
    for (english, source, target, told) in [
        (
            "# T\n\nOn 1 April.\n\nMore.\n",
            "On 1 April.",
            "1. Ebrill.",
            "there is a list in the place of a paragraph",
        ),
        (
            "# T\n\nOne.\n\n- two\n",
            "One.",
            "Un.\n\nDau.",
            "there is a paragraph in the place of a list",
        ),
        (
            "# T\n\nOne.\n",
            "One.",
            "Un.\n\nDau.",
            "there is a paragraph that the source does not have",
        ),
        (
            "# T\n\n```\none\n```\n\nMore.\n",
            "one",
            "un\n```\ndau",
            "there is a block of code that the source does not have",
        ),
        (
            "# T\n\n- one\n\n  two\n",
            "two",
            "dau\n\ntri",
            "a paragraph that the source does not have",
        ),
        (
            "# T\n\nOne.\n\nTwo.\n",
            "One.",
            "&lt;!--",
            "a paragraph is missing",
        ),
    ] {
        let (site, file) = exported(english, &[(source, target)]);
        let run = import(&site, &file, &["--as", "policy/leave"]);
        run.must_succeed();
        let text = fs::read_to_string(&file).unwrap();
        let at = text[..text.find("<target>").unwrap()].matches('\n').count() + 1;
        for told in [
            "the text has other blocks than its source",
            told,
            "warning[parity]",
            &format!("exchange.xlf:{at}:1"),
            "Warnings: 1.",
        ] {
            assert!(run.stderr.contains(told), "{told}\n{}", run.stderr);
        }
    }
}

#[test]
fn a_text_in_which_blocks_are_as_they_were_is_no_finding() {
    let english = "---\ntitle: One\n---\n# One\n\nA note[^b] and[^a].\n\n[^a]: - a\n[^b]: b\n";
    let translations = [(
        "A note<ph id=\"1\">[^b]</ph> and<ph id=\"2\">[^a]</ph>.",
        "Nodyn<ph id=\"2\">[^a]</ph> a<ph id=\"1\">[^b]</ph>.",
    )];
    let (_, run) = imported(english, &translations);
    assert!(!run.stderr.contains("warning"), "{}", run.stderr);
}

//! What is found between two short texts, and what is not.

use super::*;
use crate::language::LanguageCode;
use crate::markdown::{ParseOptions, parse};
use crate::parity::Side;

/// What differs between an English and a Welsh text: aspect, lines, and what stands there.
fn outcome(english: &str, welsh: &str) -> Outcome {
    let languages = ["en", "cy"].map(|code| LanguageCode::parse(code).unwrap());
    let sources = [Source::new("en.md", english), Source::new("cy.md", welsh)];
    let trees = sources
        .each_ref()
        .map(|source| parse(source, 0, None, &ParseOptions::default()).tree);
    let text = |at: usize| Text {
        language: &languages[at],
        source: &sources[at],
        tree: &trees[at],
    };
    compare(text(0), text(1), &Counterparts::default())
}

fn aspects(english: &str, welsh: &str) -> Vec<Aspect> {
    let differences = outcome(english, welsh).differences;
    differences.iter().map(|found| found.aspect).collect()
}

#[test]
fn shapes_differ_in_one_finding_each() {
    for (english, welsh, aspect) in [
        (
            "# A title\n\n## Scope\n\nText.",
            "# Teitl\n\n### Cwmpas\n\nTestun.",
            Aspect::HeadingLevel,
        ),
        (
            "# A title\n\nText of it.",
            "# Teitl\n\n> Ei destun.",
            Aspect::Kind,
        ),
        ("1. one\n2. two", "- un\n- dau", Aspect::Numbering),
        ("1. one\n2. two", "3. un\n4. dau", Aspect::Numbering),
        ("- one\n- two\n- three", "- un\n- dau", Aspect::Block),
        ("|a|b|\n|-|-|\n|c|d|", "|a|\n|-|\n|c|", Aspect::Columns),
        (
            "|a|b|\n|-|-|\n|here|there|",
            "|a|b|\n|-|-|\n|yma||",
            Aspect::Cell,
        ),
        (
            "1. Why?\n2. Vary it by 10%.\n3. Last.",
            "1. Pam?\n2.\n3. Olaf.",
            Aspect::Empty,
        ),
        ("One.\n\n## Pay £50", "Un.\n\n##", Aspect::Empty),
        ("One.\n\n> Pay £50.", "Un.\n\n>", Aspect::Empty),
        (
            "One.[^1]\n\n[^1]: Pay £50.",
            "Un.[^1]\n\n[^1]:",
            Aspect::Empty,
        ),
        (
            "|a|b|\n|-|-|\n|c|d|\n|e|f|",
            "|a|b|\n|-|-|\n|c|d|",
            Aspect::Block,
        ),
        (
            "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
            "<table><tr><td>a</td></tr></table>",
            Aspect::Rows,
        ),
        (
            "<ul><li>a</li><li>b</li></ul>",
            "<ul><li>a</li></ul>",
            Aspect::Items,
        ),
        ("<h2>Scope</h2>", "<h3>Cwmpas</h3>", Aspect::HeadingLevel),
        ("A word.[^a]\n\n[^a]: A note.", "Gair.", Aspect::Footnote),
        (
            "See ![a chart](chart.en.png)",
            "Gweler ![siart](other.cy.png)",
            Aspect::Image,
        ),
        (
            "See ![a chart](chart.en.png)",
            "Gweler ![](chart.cy.png)",
            Aspect::Description,
        ),
    ] {
        assert_eq!(aspects(english, welsh), [aspect], "{english}");
    }
}

#[test]
fn links_lead_to_the_same_thing_in_each_language() {
    for (english, welsh, same) in [
        ("../../leave#5.2", "doc:policy/leave#5.2", true),
        (
            "../../leave/2024-04-01/en.md",
            "../../leave/2024-04-01/cy.md",
            true,
        ),
        ("log.en.csv", "log.cy.csv", true),
        ("doc:policy/leave", "doc:policy/pay", false),
        ("doc:policy/leave#5.2-i", "doc:policy/leave#5.2-ii", false),
        (
            "doc:policy/leave#carry-over",
            "doc:policy/leave#cario-drosodd",
            true,
        ),
        ("/en/policy", "/cy/policy", true),
        ("#scope", "#cwmpas", true),
        ("#scope", "#diben", false),
        ("https://example.org/a", "https://example.org/b", false),
    ] {
        let texts = [
            ("en", "Scope", "Purpose", english),
            ("cy", "Cwmpas", "Diben", welsh),
        ];
        let [english_text, welsh_text] = texts.map(|(_, scope, purpose, target)| {
            format!("## {scope}\n\n[1]({target})\n\n## {purpose}\n\nX.")
        });
        let (english_text, welsh_text) = (english_text, welsh_text);
        let found = in_folder(&english_text, &welsh_text);
        let expected: &[Aspect] = if same { &[] } else { &[Aspect::Link] };
        assert_eq!(found, expected, "{english} {welsh}");
    }
}

#[test]
fn a_link_to_what_is_in_the_other_language_is_told() {
    let found = in_folder("[1](form.en.pdf)", "[1](form.en.pdf)");
    assert_eq!(found, [Aspect::LinkLanguage]);
    let both = "[1](form.en.pdf) [2](form.cy.pdf)";
    assert!(!in_folder(both, both).contains(&Aspect::LinkLanguage));
}

/// The same for texts of a version of `policy/using-social-media`.
fn in_folder(english: &str, welsh: &str) -> Vec<Aspect> {
    let languages = ["en", "cy"].map(|code| LanguageCode::parse(code).unwrap());
    let folder = "content/policy/using-social-media/2020";
    let sources = [
        Source::new(format!("{folder}/en.md"), english),
        Source::new(format!("{folder}/cy.md"), welsh),
    ];
    let trees = sources
        .each_ref()
        .map(|source| parse(source, 0, None, &ParseOptions::default()).tree);
    let text = |at: usize| Text {
        language: &languages[at],
        source: &sources[at],
        tree: &trees[at],
    };
    let outcome = compare(text(0), text(1), &Counterparts::default());
    outcome
        .differences
        .iter()
        .map(|found| found.aspect)
        .collect()
}

#[test]
fn words_that_were_not_translated_are_told() {
    let welsh = "Rhaid i bawb gofnodi pob defnydd o’r sianeli y tu allan i’r oriau hyn.\n\n";
    let english = "Everybody must record every use of the channels outside these hours.\n\n";
    let more = "Nobody may be named in a post without leave.\n";
    let left = aspects(&format!("{english}{more}"), &format!("{welsh}{more}"));
    assert_eq!(left, [Aspect::WrongLanguage]);
    assert_eq!(aspects("ABC", "ABC"), []);
    assert_eq!(
        aspects("Terms and conditions", "Telerau & amodau"),
        [Aspect::Ampersand]
    );
    assert_eq!(aspects("Marks & Spencer", "Marks & Spencer"), []);
}

#[test]
fn a_sentence_that_was_left_in_the_other_language_is_told_where_it_stands() {
    let [ask, refused] = ["You may ask for leave.", "Leave may be refused."];
    let [cewch, gellir] = ["Cewch ofyn am wyliau.", "Gellir gwrthod gwyliau."];
    let copied = "The manager must answer within five working days.";
    let english = format!("{ask} {copied} {refused}");
    let found = outcome(&english, &format!("{cewch} {copied} {gellir}")).differences;
    let [one] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(one.aspect, Aspect::WrongLanguage);
    assert_eq!(
        one.right.span,
        cewch.len() + 1..cewch.len() + 1 + copied.len()
    );
    // What is quoted in both, and names, are no such sentence.
    for same in [
        "“The manager must answer within five working days.”",
        "Canolfan Gwasanaethau.",
    ] {
        let [english, welsh] = [(ask, refused), (cewch, gellir)]
            .map(|(before, after)| format!("{before} {same} {after}"));
        assert_eq!(aspects(&english, &welsh), [], "{same}");
    }
}

#[test]
fn a_text_in_the_wrong_language_is_one_finding() {
    let english = "# Using the channels\n\nEverybody must record every use of the channels.\n\n\
        Nobody may be named in a post without their leave.\n\nThe team answers each of the questions.";
    assert_eq!(aspects(english, english), [Aspect::WrongLanguage]);
}

#[test]
fn a_heading_that_counts_is_held_against_its_list() {
    let list = "\n\n- a\n- b";
    let [three, tri] = ["## 3 things to do", "## 3 pheth i’w gwneud"];
    let found = outcome(&format!("{three}{list}"), &format!("{tri}{list}")).differences;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].aspect, Aspect::Count);
    let [two, dau] = ["## 2 things to do", "## 2 beth i’w gwneud"];
    assert_eq!(
        aspects(&format!("{two}{list}"), &format!("{dau}{list}")),
        []
    );
    // The number differs, and that is said once.
    assert_eq!(
        aspects(&format!("{two}{list}"), &format!("{tri}{list}")),
        [Aspect::Number]
    );
}

#[test]
fn a_declared_difference_is_listed_with_its_reason_and_is_none() {
    let english = "One.\n\n<!-- parity: English alone\nneeds this -->\n\nCall 0300 123.\n\nTwo 2.";
    let found = outcome(english, "Un.\n\nDau 3.");
    let aspects: Vec<_> = found.differences.iter().map(|found| found.aspect).collect();
    assert_eq!(aspects, [Aspect::Number]);
    assert_eq!(found.declared.len(), 1);
    assert_eq!(found.declared[0].reason, "English alone needs this");
    assert_eq!(found.declared[0].side, Side::Left);
    assert_eq!(found.declared[0].differences.len(), 1);
}

#[test]
fn a_comment_without_reason_or_in_code_declares_nothing() {
    for welsh in [
        "<!-- parity: -->\n\nDau 3.",
        "`<!-- parity: x -->` 3.",
        "<!-- parity: x\n\nDau 3.",
    ] {
        let found = outcome("Two 2.", welsh);
        assert_eq!(found.declared, [], "{welsh}");
    }
}

#[test]
fn two_paragraphs_that_changed_places_are_one_finding() {
    let english = "Write to the team before you post, and wait for its answer. It comes within a day: sooner if you say so.\n\n\
        Nobody may be named.\n";
    let welsh = "Ni chaniateir enwi neb.\n\n\
        Ysgrifennwch at y tîm cyn postio, ac arhoswch am ei ateb. Daw o fewn diwrnod: yn gynt os dywedwch hynny.\n";
    assert_eq!(aspects(english, welsh), [Aspect::Order]);
}

#[test]
fn findings_name_both_places() {
    let languages = ["en", "cy"].map(|code| LanguageCode::parse(code).unwrap());
    let sources = [
        Source::new("en.md", "One.\n\nIn 6 months.\n"),
        Source::new("cy.md", "Un.\n\nMewn 7 mis.\n"),
    ];
    let trees = sources
        .each_ref()
        .map(|source| parse(source, 0, None, &ParseOptions::default()).tree);
    let [left, right] = [0, 1].map(|at| Text {
        language: &languages[at],
        source: &sources[at],
        tree: &trees[at],
    });
    let found = compare(left, right, &Counterparts::default()).differences;
    let found = found[0].to_diagnostic(&left, &right);
    assert_eq!(
        found.message,
        "the number here is “7”; in the English text it is “6”"
    );
    let place = |place: &crate::diagnostic::Place| (place.path.clone(), place.line, place.column);
    assert_eq!(place(&found.place), ("cy.md".to_owned(), 3, 6));
    assert_eq!(place(&found.related[0].place), ("en.md".to_owned(), 3, 4));
}

#[test]
fn empty_texts_and_texts_of_which_one_is_empty_are_held_against_each_other() {
    assert_eq!(aspects("", ""), []);
    assert_eq!(aspects("Words.", ""), [Aspect::Block]);
    assert_eq!(aspects("", "Geiriau."), [Aspect::Block]);
}

#[test]
fn a_declared_block_leaves_its_neighbours_their_counterparts() {
    let english =
        "# Leave\n\nThe manager answers in writing, and gives reasons where the answer is no.";
    let welsh = "# Gwyliau\n\n<!-- parity: Y Gymraeg yn unig. -->\n\nCaiff y rhai sy’n dysgu Cymraeg ofyn am amser \
        i wneud hynny yn ystod y dydd.\n\nBydd y rheolwr yn ateb yn ysgrifenedig, gan roi rhesymau os “na” yw’r ateb.";
    let found = outcome(english, welsh);
    assert_eq!(found.differences, []);
    assert_eq!(found.declared[0].differences.len(), 1);
}

#[test]
fn words_after_a_declaration_on_its_line_are_the_block_that_it_is_about() {
    for (english, welsh) in [
        (
            "- one\n- <!-- parity: the law differs --> claims **must** be made within 4 weeks",
            "- un\n- rhaid hawlio o fewn 5 wythnos",
        ),
        (
            "<!-- parity: the law differs --> Claims **must** be made within 4 weeks.",
            "Rhaid hawlio o fewn 5 wythnos.",
        ),
    ] {
        let found = outcome(english, welsh);
        assert_eq!(found.differences, [], "{english}");
        assert_eq!(found.declared[0].differences.len(), 1, "{english}");
    }
}

#[test]
fn an_item_of_a_list_is_declared_at_its_beginning() {
    let welsh = "- un\n- y trydydd";
    for item in [
        "- <!-- parity: English only. --> another thing",
        "- another thing <!-- parity: English only. -->",
        "- <!-- parity: English only. -->\n  another thing",
    ] {
        let found = outcome(&format!("- one\n{item}\n- the third"), welsh);
        assert_eq!(found.differences, [], "{item}");
        assert_eq!(found.declared[0].differences.len(), 1, "{item}");
    }
}

#[test]
fn a_label_that_differs_is_one_finding() {
    let wait = "1.1 Ask.\n\n1.2 Wait.";
    assert_eq!(
        aspects(wait, "1.1 Gofynnwch.\n\n1.3 Arhoswch."),
        [Aspect::Label]
    );
}

#[test]
fn rows_that_each_language_sorts_by_its_alphabet_stand_where_they_should() {
    let table = |rows: [&str; 4]| rows.join("\n").replacen('\n', "\n|-|-|\n", 1);
    let english = [
        "|Office|Telephone|",
        "|Cardiff|029 2000 0000|",
        "|Newport|01633 000000|",
        "|Swansea|01792 000000|",
    ];
    let [head, abertawe, caerdydd, casnewydd] = [
        "|Swyddfa|Ffôn|",
        "|Abertawe|01792 000000|",
        "|Caerdydd|029 2000 0000|",
        "|Casnewydd|01633 000000|",
    ];
    let sorted = table([head, abertawe, caerdydd, casnewydd]);
    assert_eq!(aspects(&table(english), &sorted), []);
    let unsorted = table([head, caerdydd, abertawe, casnewydd]);
    assert_eq!(aspects(&table(english), &unsorted), [Aspect::Order]);
}

/// (ch) is the fourth letter of the Welsh alphabet, and (d) the fifth: nothing but the letters tells these clauses apart.
#[test]
fn clauses_lettered_by_either_alphabet_say_the_same() {
    let english = "the book, the car, the door, the desk, the gate, the key, the lamp, the chair, the wall, the floor, the roof, the bell, the path, the shed";
    let welsh = "y llyfr, y car, y drws, y ddesg, y giât, yr allwedd, y lamp, y gadair, y wal, y llawr, y to, y gloch, y llwybr, y sied";
    let (latin, own) = (
        "a b c d e f g h i j k l m n",
        "a b c ch d dd e f ff g ng h i j",
    );
    for count in 5..=14 {
        for (opening, before) in [
            ("", ""),
            ("", "- "),
            ("1. Note:\n\n", "   "),
            ("- Note:\n\n", "  - "),
        ] {
            let text = |things: &str, letters: &str| {
                let clauses = things.split(", ").zip(letters.split(' ')).take(count);
                let clauses =
                    clauses.map(|(thing, letter)| format!("{before}({letter}) {thing};\n\n"));
                clauses.fold(opening.to_owned(), |text, clause| text + &clause)
            };
            let found = outcome(&text(english, latin), &text(welsh, own)).differences;
            assert_eq!(found, [], "{count} {opening:?} {before:?}");
        }
    }
}

/// Where the letters differ, the place in the alphabet says so.
#[test]
fn a_letter_that_is_written_alike_and_is_another_is_told_with_its_place() {
    let english = "(a) tell 2\n\n(b) tell 3\n\n(c) tell 4\n\n(d) tell 5\n\n(e) tell 6";
    let welsh = "(a) dweud 2\n\n(b) dweud 3\n\n(c) dweud 4\n\n(d) dweud 5\n\n(dd) dweud 6";
    let found = outcome(english, welsh).differences;
    let labels = found
        .iter()
        .map(|found| [&found.left.found, &found.right.found].map(|it| it.as_deref().unwrap()));
    assert_eq!(
        labels.collect::<Vec<_>>(),
        [
            [
                "“(d)”, letter 4 of its alphabet",
                "“(d)”, letter 5 of its alphabet"
            ],
            ["“(e)”", "“(dd)”"]
        ]
    );
}

/// Each difference: the aspect, and what stands in either text there.
fn told(english: &str, welsh: &str) -> Vec<(Aspect, String)> {
    let differences = outcome(english, welsh).differences.into_iter();
    let words = |source: &str, spot: &Spot| {
        let is_there = spot.found.is_some();
        is_there.then(|| source[spot.span.clone()].trim().to_owned())
    };
    let one = |found: Difference| {
        let there = words(english, &found.left).or_else(|| words(welsh, &found.right));
        (found.aspect, there.unwrap_or_default())
    };
    differences.map(one).collect()
}

#[test]
fn a_section_that_one_text_lacks_is_told_once_as_that_section() {
    let sections = [
        (
            "## Travel\n\nBook trains through the office and keep every receipt.",
            "## Teithio\n\nArchebwch drenau drwy’r swyddfa a chadwch bob derbynneb.",
        ),
        (
            "## Meals\n\nWe pay for a meal where you are away for more than a working day.\n\n- soup\n- bread",
            "## Prydau\n\nTalwn am bryd pan fyddwch i ffwrdd am fwy na diwrnod gwaith.\n\n- cawl\n- bara",
        ),
        (
            "## Hotels\n\nChoose a plain hotel near to where the meeting is held.",
            "## Gwestai\n\nDewiswch westy plaen yn agos at fan y cyfarfod.",
        ),
        (
            "## Gifts\n\nYou must not accept a gift from a supplier.",
            "## Rhoddion\n\nNi chewch dderbyn rhodd gan gyflenwr.",
        ),
        (
            "## Claims\n\nSend the form to the finance team by the end of the month.",
            "## Hawliadau\n\nAnfonwch y ffurflen at y tîm cyllid erbyn diwedd y mis.",
        ),
    ];
    for lost in 0..sections.len() {
        let english: Vec<&str> = sections.iter().map(|(english, _)| *english).collect();
        let mut welsh: Vec<&str> = sections.iter().map(|(_, welsh)| *welsh).collect();
        welsh.remove(lost);
        let heading = english[lost].lines().next().unwrap().to_owned();
        let found = told(&english.join("\n\n"), &welsh.join("\n\n"));
        assert_eq!(found, [(Aspect::Section, heading)]);
    }
}

#[test]
fn columns_that_changed_places_are_one_difference() {
    let english = "|Grade|Days|Hours|\n|-|-|-|\n|Officer|25|37|\n|Manager|28|36|\n|Director|30|35|";
    let welsh =
        "|Gradd|Oriau|Diwrnodau|\n|-|-|-|\n|Swyddog|37|25|\n|Rheolwr|36|28|\n|Cyfarwyddwr|35|30|";
    assert_eq!(aspects(english, welsh), [Aspect::Order]);
}

#[test]
fn a_run_of_headings_a_level_too_high_is_one_difference() {
    let english = "# A\n\n## One\n\n### Cars\n\n### Cats\n\n### Dogs\n\n## Two";
    let welsh = "# A\n\n## Un\n\n## Ceir\n\n## Cathod\n\n## Cŵn\n\n## Dau";
    assert_eq!(aspects(english, welsh), [Aspect::HeadingLevel]);
}

#[test]
fn a_sentence_that_one_text_lacks_is_told_and_one_that_was_joined_is_not() {
    let english = "Ask your manager before you book a journey by train or by car. Nobody may travel by air without the consent of the director. Keep every receipt and send it to the finance team.";
    let lacking = "Gofynnwch i’ch rheolwr cyn archebu taith ar drên neu mewn car. Cadwch bob derbynneb a’i hanfon at y tîm cyllid.";
    let joined = "Gofynnwch i’ch rheolwr cyn archebu taith ar drên neu mewn car, a pheidied neb â hedfan heb gydsyniad y cyfarwyddwr. Cadwch bob derbynneb a’i hanfon at y tîm cyllid.";
    let sentence = "Nobody may travel by air without the consent of the director.";
    assert_eq!(
        told(english, lacking),
        [(Aspect::Block, sentence.to_owned())]
    );
    assert_eq!(told(english, joined), []);
}

#[test]
fn a_reference_with_another_letter_is_told() {
    for (english, welsh) in [
        ("See 5.2(c).", "Gweler 5.2(b)."),
        ("under paragraph 5.2(c)(ii)", "o dan baragraff 5.2(c)(i)"),
        ("Rule 12(b) or 12(c)", "Rheol 12(c) neu 12(a)"),
        ("Article 6(1)(f)", "Erthygl 6(1)(e)"),
        ("As in Annex B.", "Fel yn Atodiad C."),
        ("Section 21A of the Act", "Adran 21B o’r Ddeddf"),
    ] {
        assert_eq!(aspects(english, welsh), [Aspect::Reference], "{english}");
    }
}

#[test]
fn references_may_be_lettered_by_either_alphabet() {
    for (english, welsh) in [
        ("See 5.2(d).", "Gweler 5.2(ch)."),
        ("See 5.2(d).", "Gweler 5.2(d)."),
        ("See 5.2(e).", "Gweler 5.2(d)."),
        ("rule 12(b) or 12(c)", "rheol 12(c) neu 12(b)"),
        ("rule 12(a) and (b)", "rheol 12(a) a 12(b)"),
        ("in section A4 paper, Annex B", "mewn papur A4, Atodiad B"),
        ("in this part I mean 5 kg", "yn y rhan hon 5 kg"),
    ] {
        assert_eq!(aspects(english, welsh), [], "{english}");
    }
    let lettered = |text: &str, letters: [&str; 5]| {
        let clauses = letters.map(|letter| format!("({letter}) {text}\n\n"));
        clauses.concat()
    };
    let english = lettered("Ask.", ["a", "b", "c", "d", "e"]) + "See 5.2(e).";
    let welsh = lettered("Gofyn.", ["a", "b", "c", "d", "e"]) + "Gweler 5.2(d).";
    assert_eq!(aspects(&english, &welsh), [Aspect::Reference]);
}

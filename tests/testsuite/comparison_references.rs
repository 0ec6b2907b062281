//! References to clauses, sections and items that lead elsewhere since those have other numbers.

mod policies;
mod several;

use crate::comparison_support::{Text, language};
use canllaw::diff::{Remark, compare};
use policies::Policy;

/// What a comparison says of the references of a text: as written, and the number of today.
fn stale(code: &str, old: &str, new: &str) -> Vec<(String, String)> {
    let (old, new) = (Text::new("old.md", old), Text::new("new.md", new));
    let comparison = compare(&old.tree, &new.tree, &language(code));
    let notes = comparison.notes.into_iter();
    let stale = notes.filter_map(|note| match note.what {
        Remark::StaleReference { reference, now } => Some((reference, now)),
        _ => None,
    });
    stale.collect()
}

fn told(references: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |&(reference, now): &(&str, &str)| (reference.to_owned(), now.to_owned());
    references.iter().map(owned).collect()
}

#[test]
fn to_clauses_and_to_places_within_them() {
    let refusal = "A manager may refuse: (a) in August; (b) at any time. See paragraph 1.2(b) and paragraph 1.2, not paragraph 1.1.";
    let old = format!("# Leave\n\n1.1 Ask your manager.\n\n1.2 {refusal}\n");
    let new = format!(
        "# Leave\n\n1.1 Ask your manager.\n\n1.2 Ask in writing, with all dates.\n\n1.3 {refusal}\n"
    );
    assert_eq!(
        stale("en", &old, &new),
        told(&[("paragraph 1.2(b)", "1.3(b)"), ("paragraph 1.2", "1.3")])
    );
}

#[test]
fn to_sections_whose_headings_have_numbers() {
    let sections = |heads: &[&str], see: &str| {
        let bodies = ["Who these rules are for.", "Ask your manager.", see];
        let bodies = &bodies[bodies.len() - heads.len()..];
        let written = heads.iter().zip(bodies);
        let written = written.map(|(head, body)| format!("## {head}\n\n{body}\n"));
        format!("# Rules\n\n{}", written.collect::<Vec<_>>().join("\n"))
    };
    let cases = [
        (
            "en",
            ["1. Asking", "2. Refusals"],
            ["1. Scope", "2. Asking", "3. Refusals"],
            "See section 2.",
            ("section 2", "3"),
        ),
        (
            "en",
            ["1 Asking", "2 Refusals"],
            ["1 Scope", "2 Asking", "3 Refusals"],
            "See section 2.",
            ("section 2", "3"),
        ),
        (
            "en",
            ["Part I – Asking", "Part II – Refusals"],
            ["Part I – Scope", "Part II – Asking", "Part III – Refusals"],
            "See Part II.",
            ("Part II", "III"),
        ),
        (
            "cy",
            ["Atodiad A: Gofyn", "Atodiad B: Gwrthod"],
            [
                "Atodiad A: Cwmpas",
                "Atodiad B: Gofyn",
                "Atodiad C: Gwrthod",
            ],
            "Gweler Atodiad B.",
            ("Atodiad B", "C"),
        ),
        (
            "fr",
            ["Article 1 : Demande", "Article 2 : Refus"],
            [
                "Article 1 : Champ",
                "Article 2 : Demande",
                "Article 3 : Refus",
            ],
            "Les exceptions de l’article 1 restent.",
            ("l’article 1", "2"),
        ),
        (
            "cy",
            ["Adran 1: Gofyn", "Adran 2: Gwrthod"],
            ["Adran 1: Cwmpas", "Adran 2: Gofyn", "Adran 3: Gwrthod"],
            "Gweler adran 2.",
            ("adran 2", "3"),
        ),
    ];
    for (code, old, new, see, reference) in cases {
        let (old, new) = (sections(&old, see), sections(&new, see));
        assert_eq!(stale(code, &old, &new), told(&[reference]), "{code}");
        assert_eq!(stale(code, &old, &old), told(&[]), "{code}");
    }
}

/// References to parts of other texts, in a language each.
const ELSEWHERE: &[(&str, &str)] = &[
    ("en", "Section 4 of the Equality Act 2010 is not affected."),
    ("en", "Under the Equality Act 2010, section 4, this holds."),
    (
        "en",
        "Under the Equality Act 2010, Part 2, section 4, this holds.",
    ),
    ("en", "Section 4(1) of the Employment Act 2008 applies."),
    ("en", "Sections 3 and 4 of the Equality Act 2010 apply."),
    ("en", "Section 3 or 4 of the Act applies."),
    (
        "en",
        "Section 3 and section 4 of the Equality Act 2010 apply.",
    ),
    (
        "en",
        "Section 4 Equality Act 2010 applies (section 4, Equality Act 2010).",
    ),
    ("en", "Part 4 of the Act applies."),
    (
        "en",
        "Schedule 1, paragraph 4, to the Data Protection Act 2018 applies.",
    ),
    ("en", "See paragraph 4 of Schedule 1."),
    (
        "en",
        "Article 4 of the European Convention on Human Rights protects you.",
    ),
    (
        "en",
        "The European Convention on Human Rights, article 4, protects you.",
    ),
    (
        "en",
        "Article 4 GDPR and article 4(1)(f) of the UK GDPR apply.",
    ),
    ("en", "Article 4 of Regulation (EU) 2016/679 applies."),
    (
        "en",
        "Clause 4 of the Lease and clause 4 of your contract hold.",
    ),
    ("en", "See rule 4 of the Highway Code."),
    (
        "en",
        "See section 4 of the Leave policy, or the *Leave policy*, section 4.",
    ),
    ("en", "See section 4 of the policy on leave."),
    ("en", "See section 4 of the [rules](../leave)."),
    ("en", "See [section 4](../leave/en.md#4)."),
    (
        "en",
        "See the [leave rules, section 4](doc:policy/leave#4).",
    ),
    ("en", "See the [rules](../leave), section 4."),
    ("en", "Ring flat number 4. Wait at window number 4."),
    ("en", "See 4 examples. Fill in part 4 of the form."),
    ("cy", "Mae adran 4 o Ddeddf Cydraddoldeb 2010 yn gymwys."),
    (
        "cy",
        "O dan Ddeddf Cydraddoldeb 2010, adran 4, mae hyn yn gymwys.",
    ),
    (
        "cy",
        "Mae adrannau 3 a 4 o'r Ddeddf yn gymwys, ac erthygl 4 o'r GDPR.",
    ),
    (
        "cy",
        "Mae paragraff 4 o Atodlen 1 i Ddeddf Diogelu Data 2018 yn gymwys.",
    ),
    (
        "cy",
        "Gweler adran 4 o'r polisi gwyliau, neu adran 4 y Polisi Gwyliau.",
    ),
    ("cy", "Gweler y Polisi Gwyliau, adran 4."),
    ("cy", "Gweler adran 4 yn [y canllaw](../canllaw)."),
    ("cy", "Canwch gloch fflat rhif 4. Gweler 4 enghraifft."),
    (
        "fr",
        "L’article 4 de la loi de 2010 et l’article 4 du RGPD s’appliquent.",
    ),
    ("fr", "L’article 4 du règlement (UE) 2016/679 s’applique."),
    ("fr", "Voir la section 4 de la politique de congés."),
    ("ga", "Tá alt 4 den Acht um Chomhionannas 2010 i bhfeidhm."),
    ("ga", "Féach alt 4 den pholasaí saoire."),
];

#[test]
fn to_another_text_are_not_told() {
    for (code, sentence) in ELSEWHERE {
        assert_eq!(Policy::of(code).told(sentence), told(&[]), "{sentence}");
    }
}

#[test]
fn to_the_text_itself_are_told_however_it_is_named() {
    let cases = [
        ("en", "See section 4 of this policy.", "section 4"),
        ("en", "Section 4 of these rules says more.", "Section 4"),
        ("en", "Section 4 of the policy says more.", "Section 4"),
        ("en", "See section 4 of the Grievance policy.", "section 4"),
        ("en", "This policy, section 4, says more.", "section 4"),
        (
            "en",
            "Section 4 in particular says so in writing.",
            "Section 4",
        ),
        (
            "en",
            "Appeal under section 4 to the Chief Executive.",
            "section 4",
        ),
        (
            "en",
            "You can appeal (section 4) within a week.",
            "section 4",
        ),
        ("en", "You can appeal (see 4).", "see 4"),
        ("en", "See [section 4](#appeals), Appeals.", "section 4"),
        ("en", "HR can help, as section 4 says.", "section 4"),
        ("en", "Rule number 4 says more.", "Rule number 4"),
        ("cy", "Gweler adran 4 o'r polisi hwn.", "adran 4"),
        ("cy", "Gweler adran 4 o’r rheolau hyn.", "adran 4"),
        ("cy", "Gweler adran 4 y polisi hwn.", "adran 4"),
        ("cy", "Mae adran 4 yn dweud mwy yn y rhan hon.", "adran 4"),
        ("cy", "Yn y polisi hwn, adran 4 sy'n gymwys.", "adran 4"),
        ("cy", "Mae rheol rhif 4 yn dweud mwy.", "rheol rhif 4"),
        (
            "fr",
            "Voir l’article 4 de la présente politique.",
            "l’article 4",
        ),
        ("fr", "Voir la section 4 de ce règlement.", "section 4"),
        ("ga", "Féach alt 4 den pholasaí seo.", "alt 4"),
    ];
    for (code, sentence, reference) in cases {
        let expected = told(&[(reference, "5")]);
        assert_eq!(Policy::of(code).told(sentence), expected, "{sentence}");
    }
}

#[test]
fn where_every_clause_with_another_number_was_edited_too() {
    let old = "# T\n\n1.1 Ask.\n\n1.2 An application must be made 10 days before.\n\n2.1 See paragraph 1.2.\n";
    let new = "# T\n\n1.1 Ask.\n\n1.2 Students have no such right.\n\n1.3 An application must be made 12 days before.\n\n2.1 See paragraph 1.2.\n";
    assert_eq!(stale("en", old, new), told(&[("paragraph 1.2", "1.3")]));
}

#[test]
fn to_parts_whose_nouns_are_two_words_and_to_questions() {
    let cases = [
        ("en", "Subject to standing order 4.", "standing order 4"),
        ("en", "Standing Order 4 says more.", "Standing Order 4"),
        ("en", "See question 4.", "question 4"),
        ("cy", "Gweler rheol sefydlog 4.", "rheol sefydlog 4"),
        (
            "cy",
            "O dan reol sefydlog 4, gwneir hyn.",
            "reol sefydlog 4",
        ),
        ("cy", "Gweler cwestiwn 4.", "cwestiwn 4"),
        ("fr", "Voir la question 4.", "question 4"),
        ("ga", "Féach buanordú 4.", "buanordú 4"),
    ];
    for (code, sentence, reference) in cases {
        let expected = told(&[(reference, "5")]);
        assert_eq!(Policy::of(code).told(sentence), expected, "{sentence}");
    }
    let elsewhere = "See the Order 4 of 2012.";
    assert_eq!(Policy::of("en").told(elsewhere), told(&[]));
}

#[test]
fn to_what_was_removed_are_told_unless_something_new_has_its_number() {
    let removed = |code: &str, old: &str, new: &str| -> Vec<String> {
        let (old, new) = (Text::new("old.md", old), Text::new("new.md", new));
        let comparison = compare(&old.tree, &new.tree, &language(code));
        let notes = comparison.notes.into_iter();
        let removed = notes.filter_map(|note| match note.what {
            Remark::RemovedTarget { reference } => Some(reference),
            _ => None,
        });
        removed.collect()
    };
    let rules = |rules: &str| {
        format!("# T\n\n1.1 Ask.\n\n{rules}\n\n2.1 See paragraph 1.2 and paragraph 1.3.\n")
    };
    let old = rules("1.2 Bring a stamped form.\n\n1.3 Fees are paid in advance.");
    let expected = [
        ("1.2 Fees are paid in advance.", vec!["paragraph 1.2"]),
        ("1.2 Bring a stamped form.", vec!["paragraph 1.3"]),
        (
            "1.2 Bring a new form.\n\n1.3 Fees are paid in advance.",
            vec![],
        ),
        // Another rule in its place may say the same.
        (
            "1.2 Nobody under sixteen may enter at all.\n\n1.3 Fees are paid in advance.",
            vec![],
        ),
    ];
    for (new, expected) in expected {
        assert_eq!(removed("en", &old, &rules(new)), expected, "{new}");
    }
    let annexes = |annexes: &str| format!("# T\n\n{annexes}\n\n## Use\n\nSee Annex A.\n");
    let form = "## Annex A: Form\n\nName it on the form.\n\n";
    let log = |letter: &str| format!("## Annex {letter}: Log\n\nWrite down the date.");
    let (old, new) = (annexes(&(form.to_owned() + &log("B"))), annexes(&log("A")));
    assert_eq!(removed("en", &old, &new), ["Annex A"]);
}

#[test]
fn to_articles_of_which_the_first_is_written_in_another_way() {
    let articles = |articles: &[&str]| {
        let numbered = articles.iter().enumerate().map(|(at, article)| {
            let number = if at == 0 {
                "1er".to_owned()
            } else {
                (at + 1).to_string()
            };
            format!("Article {number}. – {article}")
        });
        format!("# R\n\n{}\n", numbered.collect::<Vec<_>>().join("\n\n"))
    };
    let rules = [
        "Le présent règlement s’applique.",
        "Les achats sont libres.",
        "Le maire peut déroger à l’article 2.",
    ];
    let (old, new) = (
        articles(&rules),
        articles(&[rules[0], "Les définitions suivent.", rules[1], rules[2]]),
    );
    assert_eq!(stale("fr", &old, &new), told(&[("l’article 2", "3")]));
}

#[test]
fn to_paragraphs_with_a_letter_and_a_number() {
    let rules = |numbers: [&str; 4], between: &str| {
        let [one, two, three, four] = numbers;
        format!(
            "# T\n\n{one}. Ask your manager for approval.\n\n{between}{two}. Book through the portal.\n\n{three}. Book the cheapest ticket, see A2.\n\n{four}. Rule A2 is strict.\n"
        )
    };
    let old = rules(["A1", "A2", "A3", "A4"], "");
    let new = rules(
        ["A1", "A3", "A4", "A5"],
        "A2. Record the approval number.\n\n",
    );
    assert_eq!(
        stale("en", &old, &new),
        told(&[("see A2", "A3"), ("Rule A2", "A3")])
    );
}

#[test]
fn to_lettered_parts_of_a_clause() {
    let rules = |before: &str, number: &str, exceptions: &[&str], see: &str| {
        let letters = ["a", "b", "c"].iter().zip(exceptions);
        let written = letters.map(|(letter, words)| format!("({letter}) {words}"));
        let written: Vec<String> = written.collect();
        let exceptions = written.join("\n\n");
        let other = format!("{before} A motion is:\n\n(a) seconded;\n\n(b) in writing.");
        format!(
            "# Rules\n\n{other}\n\n{number} A member speaks once, except:\n\n{exceptions}\n\n9.1 {see}\n"
        )
    };
    for (before, number, see, reference) in [
        (
            "(2)",
            "(3)",
            "This is so under rule (3)(b).",
            ("rule (3)(b)", "(3)(c)"),
        ),
        (
            "2.",
            "3.",
            "This is so under clause 3(b).",
            ("clause 3(b)", "3(c)"),
        ),
        (
            "2.1",
            "3.1",
            "This is so under clause 3.1(b).",
            ("clause 3.1(b)", "3.1(c)"),
        ),
        (
            "2.1",
            "3.1",
            "This is so under clause 3.1 (b).",
            ("clause 3.1 (b)", "3.1 (c)"),
        ),
    ] {
        let old = rules(before, number, &["to ask;", "to reply."], see);
        let new = rules(
            before,
            number,
            &["to ask;", "to explain;", "to reply."],
            see,
        );
        assert_eq!(stale("en", &old, &new), told(&[reference]), "{see}");
    }
    // Of 2.1 nothing changed, and "(b)" alone may be that of 2.1.
    for see in ["See clause 2.1(b).", "See sub-paragraph (b)."] {
        let old = rules("2.1", "3.1", &["to ask;", "to reply."], see);
        let new = rules("2.1", "3.1", &["to ask;", "to explain;", "to reply."], see);
        assert_eq!(stale("en", &old, &new), told(&[]), "{see}");
    }
}

#[test]
fn to_headings_with_a_word_before_their_number() {
    for (code, noun, see, reference) in [
        ("en", "Schedule", "See Schedule 2.", "Schedule 2"),
        ("en", "Appendix", "See appendix 2.", "appendix 2"),
        ("en", "Annex", "See Annex 2.", "Annex 2"),
        ("en", "Step", "See step 2.", "step 2"),
        (
            "en",
            "Schedule",
            "Section 2 is not in Schedule 2.",
            "Schedule 2",
        ),
        ("cy", "Atodlen", "Gweler Atodlen 2.", "Atodlen 2"),
        ("cy", "Atodiad", "Gweler yr atodiad 2.", "atodiad 2"),
        ("cy", "Rhan", "Gweler Ran 2.", "Ran 2"),
        ("fr", "Annexe", "Voir l’annexe 2.", "l’annexe 2"),
    ] {
        let parts = ["Everybody.", "Managers keep it.", "Files are kept."];
        let text = |parts: &[&str]| {
            let numbered = parts.iter().enumerate();
            let written = numbered.map(|(at, part)| {
                let head = part.split(' ').next().unwrap_or_default();
                format!("## {noun} {}: {head}\n\n{part}\n", at + 1)
            });
            let written: Vec<String> = written.collect();
            format!("# T\n\n{see}\n\n{}", written.join("\n"))
        };
        let old = text(&parts);
        let new = text(&[parts[0], "Teams have one.", parts[1], parts[2]]);
        assert_eq!(stale(code, &old, &new), told(&[(reference, "3")]), "{see}");
    }
}

#[test]
fn to_a_step_within_its_own_list() {
    let text = |steps: &[&str]| {
        let numbered = steps.iter().enumerate();
        let written = numbered.map(|(at, step)| format!("{}. {step}", at + 1));
        let written: Vec<String> = written.collect();
        let others = "1. Forms.\n2. Letters.\n3. Minutes.";
        format!(
            "# T\n\n{}\n\nWe keep these:\n\n{others}\n\nSee step 2.\n",
            written.join("\n")
        )
    };
    let old = [
        "Ask your manager.",
        "Fill in the form.",
        "If it is refused, go back to step 2.",
    ];
    let new = [old[0], "Wait a week.", old[1], old[2]];
    // Below both lists it may be a step of the other.
    assert_eq!(
        stale("en", &text(&old), &text(&new)),
        told(&[("step 2", "3")])
    );
}

#[test]
fn that_were_brought_up_to_date_are_not_told_because_a_neighbour_said_the_same() {
    let text = |see: &str, heads: &[&str]| {
        let sections = heads.iter().enumerate();
        let sections = sections.map(|(at, head)| {
            format!(
                "## {}. {head}\n\nAll about {head}, in words of its own.\n",
                at + 1
            )
        });
        format!(
            "# Rules\n\n{see}\n\n{}",
            sections.collect::<Vec<_>>().join("\n")
        )
    };
    let (old, new) = (
        ["Scope", "Payment", "Delivery", "Termination"],
        ["Scope", "Feedback", "Payment", "Delivery", "Termination"],
    );
    let one_by_one = |from: usize| {
        format!(
            "Fees are in section {from}. Downloads are in section {}.",
            from + 1
        )
    };
    let rewritten =
        "Before anything else, consult section 3 on money and then section 4 on parcels.";
    for (before, after, expected) in [
        (one_by_one(2).as_str(), one_by_one(3).as_str(), &[][..]),
        (&one_by_one(2), rewritten, &[]),
        (
            &one_by_one(2),
            "Fees are in section 3. Downloads are in section 3.",
            &[("section 3", "4")],
        ),
        ("See sections 2, 3 and 4.", "See sections 3, 4 and 5.", &[]),
        // A sentence that changed its place says what it said.
        (
            "Fees are in section 2. Everybody pays on the day, in cash or by card.",
            "Everybody pays on the day, in cash or by card. Fees are in section 2.",
            &[("section 2", "3")],
        ),
    ] {
        let (old, new) = (text(before, &old), text(after, &new));
        assert_eq!(stale("en", &old, &new), told(expected), "{after}");
    }
}

#[test]
fn to_paragraphs_that_a_noun_and_a_number_head() {
    for (code, noun, see, reference) in [
        ("en", "Rule", "This is subject to rule 2.", "rule 2"),
        ("cy", "Cam", "Arhoswch ar ôl cam 2.", "cam 2"),
    ] {
        let rules = ["Ring the bell.", "Wait outside.", "Come in."];
        let text = |rules: &[&str]| {
            let numbered = rules.iter().enumerate();
            let written = numbered.map(|(at, rule)| format!("**{noun} {}.** {rule}", at + 1));
            let written: Vec<String> = written.collect();
            format!("# T\n\n{see}\n\n{}\n", written.join("\n\n"))
        };
        let old = text(&rules);
        let new = text(&[rules[0], "Sign the book.", rules[1], rules[2]]);
        assert_eq!(stale(code, &old, &new), told(&[(reference, "3")]), "{see}");
    }
}

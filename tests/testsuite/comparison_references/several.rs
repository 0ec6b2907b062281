//! References to several parts at once, and to parts within parts.

use super::policies::Policy;
use super::{stale, told};

#[test]
fn to_several_parts_are_one() {
    let cases = [
        (
            "en",
            "See sections 3 and 4.",
            ("sections 3 and 4", "4 and 5"),
        ),
        ("en", "See sections 1 to 4.", ("sections 1 to 4", "1 to 5")),
        (
            "en",
            "See sections 2, 3 and 4.",
            ("sections 2, 3 and 4", "3, 4 and 5"),
        ),
        ("en", "See sections 2–4.", ("sections 2–4", "3–5")),
        // What is not there any more, or never was, is not told of.
        ("en", "See sections 3 and 9.", ("sections 3", "4")),
        // The second may count what follows.
        ("en", "See section 4 or 3 examples.", ("section 4", "5")),
        ("cy", "Gweler adrannau 3 a 4.", ("adrannau 3 a 4", "4 a 5")),
        ("cy", "Gweler adrannau 2 i 4.", ("adrannau 2 i 4", "3 i 5")),
        (
            "fr",
            "Voir les articles 2 à 4.",
            ("articles 2 à 4", "3 à 5"),
        ),
        ("ga", "Féach ailt 3 agus 4.", ("ailt 3 agus 4", "4 agus 5")),
    ];
    for (code, sentence, reference) in cases {
        let policy = Policy::of(code);
        assert_eq!(policy.told(sentence), told(&[reference]), "{sentence}");
    }
    assert_eq!(Policy::of("en").told("See sections 1 and 1."), told(&[]));
}

#[test]
fn to_several_parts_are_not_told_where_they_mean_the_same_or_no_stretch() {
    let rules = |numbers: [usize; 4], see: &str| {
        let rules = [
            "Every gift above £25 is declared.",
            "Pens and diaries may be accepted.",
            "The register lists what was given.",
            "Nobody asks for gifts at all.",
        ];
        let written = numbers.iter().enumerate();
        let written = written.map(|(at, rule)| format!("2.{} {}", at + 1, rules[*rule]));
        let written: Vec<String> = written.collect();
        format!("# Gifts\n\n{}\n\n3.1 {see}\n", written.join("\n\n"))
    };
    for (see, order, reference) in [
        ("See paragraphs 2.1 to 2.3.", [1, 2, 0, 3], None),
        ("See paragraphs 2.1 and 2.2.", [1, 0, 2, 3], None),
        ("See paragraphs 2.2–2.3.", [2, 1, 0, 3], None),
        ("See paragraphs 2.1 to 2.3.", [0, 2, 3, 1], None),
        (
            "See paragraphs 2.1 to 2.3.",
            [3, 0, 1, 2],
            Some(("paragraphs 2.1 to 2.3", "2.2 to 2.4")),
        ),
        (
            "See paragraphs 2.1 and 2.3.",
            [1, 0, 2, 3],
            Some(("paragraphs 2.1 and 2.3", "2.2 and 2.3")),
        ),
    ] {
        let (old, new) = (rules([0, 1, 2, 3], see), rules(order, see));
        let expected: Vec<_> = reference.into_iter().collect();
        assert_eq!(stale("en", &old, &new), told(&expected), "{see} {order:?}");
    }
}

#[test]
fn to_items_that_are_written_without_their_clause() {
    let clause = |number: &str, see: &str| {
        let items = "(i) one thing;\n\n(ii) another thing;\n\n(iii) a third thing.";
        format!("# T\n\n1.1 Ask.\n\n{number} Members may bring:\n\n{items}\n\n2.1 {see}\n")
    };
    for (see, reference) in [
        (
            "Paragraphs 1.2(i) to (iii) stay.",
            ("Paragraphs 1.2(i) to (iii)", "1.3(i) to (iii)"),
        ),
        (
            "Rules 1.2(ii) and (iii) stay.",
            ("Rules 1.2(ii) and (iii)", "1.3(ii) and (iii)"),
        ),
        ("Items under 1.2(iii) stay.", ("under 1.2(iii)", "1.3(iii)")),
    ] {
        let old = clause("1.2", see);
        let new = clause("1.2 Phones are switched off.\n\n1.3", see);
        assert_eq!(stale("en", &old, &new), told(&[reference]), "{see}");
    }
}

#[test]
fn to_clauses_in_rows_and_in_brackets() {
    let clauses = |see: &str, clauses: &[&str]| {
        let numbered = clauses.iter().enumerate();
        let written = numbered.map(|(at, clause)| format!("3.{} {clause}", at + 1));
        let written: Vec<String> = written.collect();
        format!("# Debates\n\n{}\n\n{see}\n", written.join("\n\n"))
    };
    let old = [
        "Members are silent.",
        "A member speaks once on a motion.",
        "Points of order are decided by the Chair.",
    ];
    let new = [old[0], "Phones are switched off.", old[1], old[2]];
    for (see, reference) in [
        (
            "See clauses 3.2 and 3.3.",
            ("clauses 3.2 and 3.3", "3.3 and 3.4"),
        ),
        (
            "See clause 3.2 or 3.3.",
            ("clause 3.2 or 3.3", "3.3 or 3.4"),
        ),
        ("This is so (see 3.2).", ("see 3.2", "3.3")),
        ("See “clause 3.2”.", ("clause 3.2", "3.3")),
        ("See also 3.2.", ("See also 3.2", "3.3")),
        ("A breach of 3.2 is noted.", ("of 3.2", "3.3")),
        (
            "A breach of 3.2 or 3.3 may be noted.",
            ("of 3.2 or 3.3", "3.3 or 3.4"),
        ),
        ("It is noted, subject to 3.2.", ("to 3.2", "3.3")),
        ("What is noted under 3.2 above stays.", ("under 3.2", "3.3")),
    ] {
        let (old, new) = (clauses(see, &old), clauses(see, &new));
        assert_eq!(stale("en", &old, &new), told(&[reference]), "{see}");
    }
    for amount in [
        "A walk of 3.2 miles.",
        "It rose from 2.1 to 3.2.",
        "It rose by 3.2%.",
        "A rise of £3.2 million.",
        "Under 3.2 of the Leave policy.",
        "The Leave policy, under 3.2.",
    ] {
        let (old, new) = (clauses(amount, &old), clauses(amount, &new));
        assert_eq!(stale("en", &old, &new), told(&[]), "{amount}");
    }
}

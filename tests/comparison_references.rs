//! References to clauses, sections and items that lead elsewhere since those have other numbers.

mod comparison_support;

use canllaw::diff::{Remark, compare};
use comparison_support::{Text, language};

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
